"""A page cut to what fits so many printed lines: some of every section, and what was left out is said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from tawatur.tell import labels
from tawatur.tell.page import Block, Heading, Line, Page, Paragraph, Piece, Reference, Row

LINES = 96  # of two printed pages (desk.css), with room for what is wider than counted
_WIDE, _NARROW = 100, 84  # letters of a line: of a paragraph, beside a label
_FIRST, _FOREMOST = 3, 9  # items of a section, and of the first one, that come before more of those above it
_CITED = 3  # references one after the other
_MORE = 2  # lines that open under a row


@dataclass(slots=True)
class _Section:
    """A heading with its items, each of blocks that belong together; `taken`: how many there is room for."""

    heading: Block
    items: list[list[Block]] = field(default_factory=list)
    taken: int = 0


def shortened(page: Page, lines: int = LINES) -> tuple[Page, int]:
    """The page, cut where it is longer than so many printed lines, and how many items it leaves out. Of every section
    the first items stay, and those reports in the list of references that are cited still."""
    listed = {block.number: _readable(block) for block in page.blocks if isinstance(block, Reference)}
    if sum(map(_height, page.blocks)) <= lines:
        return page, 0
    lead, sections = _sections([block for block in map(_trimmed, page.blocks) if not isinstance(block, Reference)])
    cited = _cites(lead)
    room = lines - sum(map(_height, (*lead, *(listed[n] for n in cited if n in listed))))
    for least in (_FIRST, None):
        for at, section in enumerate(sections):
            most = len(section.items) if least is None else least if at else _FOREMOST
            while section.taken < min(most, len(section.items)):
                item = section.items[section.taken]
                new = _cites(item) - cited
                cost = sum(map(_height, item)) + sum(_height(listed[n]) for n in new if n in listed)
                cost += 2 * (section.taken == 0)  # its heading, and what says that there is more
                if cost > room:
                    break
                room, section.taken = room - cost, section.taken + 1
                cited |= new
    left = sum(len(section.items) - section.taken for section in sections)
    blocks = [*lead, *(block for section in sections for block in _kept(section, page.lang))]
    heading = [Heading([Piece(labels.label("references", page.lang))])] if cited & listed.keys() else []
    blocks += [*heading, *(block for number, block in listed.items() if number in cited)]
    return replace(page, blocks=blocks), left


def _sections(blocks: Sequence[Block]) -> tuple[list[Block], list[_Section]]:
    """What stands before the first section, and the sections. A heading of the third level goes with the row after."""
    lead: list[Block] = []
    sections: list[_Section] = []
    waiting: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level <= 2:
            sections.append(_Section(block))
        elif not sections:
            lead.append(block)
        elif isinstance(block, Heading):
            waiting = [block]
        else:
            sections[-1].items.append([*waiting, block])
            waiting = []
    return lead, sections


def _kept(section: _Section, lang: str) -> list[Block]:
    if not section.taken:
        return []
    blocks = [section.heading, *(block for item in section.items[: section.taken] for block in item)]
    if left := len(section.items) - section.taken:
        blocks.append(Paragraph([Piece(labels.counted("more_of_these", left, lang), "muted")]))
    return blocks


def _trimmed(block: Block) -> Block:
    """A block with few references one after the other, and few lines under it."""
    if isinstance(block, Row):
        return replace(block, line=_few(block.line), more=[_few(line) for line in block.more[:_MORE]])
    return replace(block, line=_few(block.line)) if isinstance(block, Paragraph) else block


def _readable(reference: Reference) -> Reference:
    """An entry whose address is written in its letters, a third as long as their signs."""
    line = [replace(p, text=unquote(p.text)) if p.role == "words" else p for p in reference.line]
    return replace(reference, line=line)


def _few(line: Line) -> Line:
    found: Line = []
    run = 0
    for piece in line:
        run = run + 1 if piece.role == "ref" else 0
        if run <= _CITED:
            found.append(piece)
        elif run == _CITED + 1:
            found.append(Piece(" ...", "muted"))
    return found


def _cites(blocks: Iterable[Block]) -> set[int]:
    lines = [
        line for block in blocks for line in ([block.line, *block.more] if isinstance(block, Row) else [block.line])
    ]
    return {int(piece.detail) for line in lines for piece in line if piece.role == "ref"}


def _height(block: Block) -> float:
    """The lines of a block in print, about."""
    if isinstance(block, Row):
        return sum(_lines(line, _NARROW) for line in (block.line, *block.more)) + 0.3
    if isinstance(block, Heading):
        return 1.8 if block.level <= 2 else 1.4
    return _lines(block.line, _WIDE) + 0.2


def _lines(line: Line, letters: int) -> int:
    return max(1, -(-sum(len(piece.text) for piece in line) // letters))
