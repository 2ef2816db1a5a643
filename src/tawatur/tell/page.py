"""A page as data, before it is written as text, Markdown or HTML: headings, rows, quotations, references."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# Reports are hostile input: control characters steer terminals, embeddings and isolates turn what stands after them.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    """A report's text as it may be shown: without characters that steer a terminal or the direction of a line."""
    return _STEERING.sub("", text)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line. `role`: plain, strong, muted, quote (what a report says, as it stands), words (of a
    report, which others say otherwise), name, ref (the number of a report), fact (the id of one, or of an event),
    verdict (its word in `detail`), mark (a span of a shown report, its layer in `detail`)."""

    text: str
    role: str = "plain"
    detail: str = ""


Line = list[Piece]
PARTED = " · "  # between the parts of a line, or of a title


@dataclass(slots=True)
class Heading:
    """A heading of level 1 to 3."""

    line: Line
    level: int = 2


@dataclass(slots=True)
class Row:
    """A label with what stands beside it; `more` are lines that open under it."""

    label: str
    line: Line
    more: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Paragraph:
    """A line of its own. `quoted` keeps its line breaks and takes its direction from its own words."""

    line: Line
    quoted: bool = False


@dataclass(slots=True)
class Reference:
    """An entry of the list of references, by its number."""

    number: int
    line: Line
    quotes: list[str] = field(default_factory=list)


Block = Heading | Row | Paragraph | Reference


@dataclass(slots=True)
class Page:
    """A page in one language ("ar", "en")."""

    lang: str
    title: str
    blocks: list[Block] = field(default_factory=list)

    def heading(self, text: str | Line, level: int = 2) -> None:
        """Add a heading."""
        self.blocks.append(Heading([Piece(text)] if isinstance(text, str) else text, level))

    def row(self, label: str, line: Line, more: list[Line] | None = None) -> None:
        """Add a row."""
        self.blocks.append(Row(label, line, more or []))

    def paragraph(self, line: str | Line, quoted: bool = False) -> None:
        """Add a paragraph."""
        self.blocks.append(Paragraph([Piece(line)] if isinstance(line, str) else line, quoted))


def joined(lines: list[Line], between: str = PARTED) -> Line:
    """Lines put in a row with a sign between them."""
    out: Line = []
    for line in lines:
        if out:
            out.append(Piece(between, "muted"))
        out.extend(line)
    return out
