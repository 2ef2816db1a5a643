"""Pages as text for a terminal or a file. Pieces of either direction are isolated, so that numbers and brackets stay
where they belong in a right-to-left line; a verdict is a word first and a colour only beside it."""

from __future__ import annotations

import unicodedata

from tawatur.tell.page import Heading, Line, Page, Paragraph, Piece, Reference, Row, harmless

FSI, PDI, RLM, LRM = "\u2068", "\u2069", "\u200f", "\u200e"
_CODES = {"strong": "1", "muted": "2", "ref": "36", "name": "1", "fact": "2"}
_VERDICTS = {"agreed": "32", "repeated": "33", "changed": "35", "disputed": "31", "single": "2"}
_MARKS = {"times": "34", "quantities": "33", "mentions": "36", "statements": "32", "junk": "2", "events": "35"}


def to_text(page: Page, colour: bool = False) -> str:
    """The page as lines; escape codes only with `colour`."""
    start = RLM if page.lang == "ar" else LRM
    width = max((_width(b.label) for b in page.blocks if isinstance(b, Row)), default=0)
    lines = [start + _styled(harmless(page.title), "1;4", colour), ""]
    for block in page.blocks:
        if isinstance(block, Heading):
            lines += ["", start + ("  " if block.level > 2 else "") + _line(block.line, colour, "1")]
        elif isinstance(block, Row):
            label = block.label + " " * (min(width, 24) - _width(block.label))
            lines.append(f"{start}  {_styled(label, '2', colour)}  {_line(block.line, colour)}")
            lines += [f"{start}      {_line(more, colour)}" for more in block.more]
        elif isinstance(block, Paragraph):
            lines.append(_line(block.line, colour) if block.quoted else start + "  " + _line(block.line, colour))
        elif isinstance(block, Reference):
            lines.append(f"{start} {_styled(f'[{block.number}]', _CODES['ref'], colour)} {_line(block.line, colour)}")
            lines += [f"{start}      «{FSI}{quote}{PDI}»" for quote in block.quotes]
    return "\n".join(lines) + "\n"


def _line(line: Line, colour: bool, base: str = "") -> str:
    return "".join(_piece(piece, colour, base) for piece in line)


def _piece(piece: Piece, colour: bool, base: str) -> str:
    text = harmless(piece.text)
    if piece.role == "quote":
        text = f"«{FSI}{text}{PDI}»"
    elif piece.role in ("name", "ref", "words"):
        text = f"{FSI}{text}{PDI}" if _mixed(text) else text
    code = _CODES.get(piece.role, base)
    if piece.role == "verdict":
        code = _VERDICTS.get(piece.detail, "")
    elif piece.role == "mark":
        code = _MARKS.get(piece.detail, "")
    return _styled(text, code, colour)


def _mixed(text: str) -> bool:
    return any(unicodedata.bidirectional(c) in ("L", "R", "AL", "EN", "AN") for c in text)


def _styled(text: str, code: str, colour: bool) -> str:
    return f"\033[{code}m{text}\033[0m" if colour and code else text


def _width(text: str) -> int:
    return sum(1 for c in text if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
