"""Pages as Markdown; an Arabic page stands in a right-to-left block, quotations keep their own direction."""

from __future__ import annotations

import re

from tawatur.tell.page import Heading, Line, Page, Paragraph, Piece, Reference, Row, harmless

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")


def to_markdown(page: Page) -> str:
    """The page as CommonMark with `dir` attributes where direction changes."""
    lines = [f'<div dir="rtl" lang="{page.lang}">', ""] if page.lang == "ar" else []
    lines += [f"# {_escaped(page.title)}", ""]
    before: object = None
    for block in page.blocks:
        if lines[-1] and not (isinstance(block, Row) and isinstance(before, Row)):
            lines.append("")
        lines += _block(block)
        before = block
    if page.lang == "ar":
        lines += ["", "</div>"]
    return "\n".join(lines) + "\n"


def _block(block: object) -> list[str]:
    if isinstance(block, Heading):
        return ["#" * max(2, block.level) + " " + _line(block.line)]
    if isinstance(block, Row):
        return [f"- **{_escaped(block.label)}** {_line(block.line)}".replace("****", "")] + [
            f"    - {_line(more)}" for more in block.more
        ]
    if isinstance(block, Reference):
        quotes = [f"    - «{_quote(quote)}»" for quote in block.quotes]
        return [f'- <a id="ref-{block.number}"></a>\\[{block.number}\\] {_line(block.line)}', *quotes]
    if isinstance(block, Paragraph):
        return [_line(block.line).replace("\n", "  \n")]
    return []


def _line(line: Line) -> str:
    return "".join(_piece(piece) for piece in line)


def _piece(piece: Piece) -> str:
    if piece.role == "quote":
        return f"«{_quote(piece.text)}»"
    if piece.role == "ref":
        return f"[\\[{piece.detail}\\]](#ref-{piece.detail})"
    text = _escaped(piece.text)
    if piece.role in ("strong", "verdict") and text.strip():
        bare = text.strip()  # a space inside would leave the stars as they are
        return text.replace(bare, f"**{bare}**")
    if piece.role == "mark":
        return f"<mark>{text}</mark>"
    return text


def _quote(text: str) -> str:
    return f'<bdi dir="auto">{_escaped(text)}</bdi>'


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", harmless(text)).replace("\\<", "&lt;").replace("\\>", "&gt;")
