"""Quotation marks in pairs, whatever marks a newsroom uses and whichever way round it sets them.

Marks fall into families (double, guillemets, single); a mark opens or closes by where it stands, not by its shape: “x”,
”x“, “x“, "x" and „x“ are all one quotation. Only where its place leaves it open does the shape decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tawatur.text.folding import MARKS
from tawatur.text.sentences import paragraphs

_MARK = re.compile(r"''|``|<<|>>|[\"“”„‟″〝〞＂«»‹›‘’‚‛']")
_FAMILIES = {
    **dict.fromkeys(['"', "“", "”", "„", "‟", "″", "〝", "〞", "＂", "''", "``"], "double"),
    **dict.fromkeys(["«", "»", "<<", ">>"], "guillemets"),
    **dict.fromkeys(["‹", "›"], "single guillemets"),
    **dict.fromkeys(["‘", "’", "‚", "‛", "'"], "single"),
}
_OPENERS = frozenset(["“", "„", "‟", "〝", "``", "«", "<<", "‹", "‘", "‚", "‛"])
_CLOSERS = frozenset(["”", "〞", "»", ">>", "›", "’"])
_BEFORE = re.compile(
    rf"(?:[\s(\[{{:\-–—/،,؛;]|^|(?<!\w)[\u0621-\u064a])[{MARKS}]*$"
)  # a lone letter is a clitic: ب"..."
_AFTER = re.compile(rf"[{MARKS}]*(?:[\s.,،؛;:!?؟)\]}}/\-–—]|$)")
_REACH = 5  # paragraphs that one quotation may run over

_UNCLOSED = 3  # spaces after a mark that nothing closes, from which on it quotes the rest of its paragraph


@dataclass(slots=True, frozen=True)
class Quote:
    """A quotation: offsets [start, end) with its marks, [inner_start, inner_end) of what stands between them, trimmed.

    `depth` is 0 for an outermost quotation, one more for each quotation around it.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int = 0


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    family: str
    paragraph: int
    side: int  # 1 opens, -1 closes, 0 its place leaves it open
    shape: int


def pair_quotes(text: str) -> list[Quote]:
    """All quotations of a text by start. A mark that nothing closes quotes to the end of its paragraph."""
    found: list[tuple[_Mark, int, int]] = []
    unclosed: list[tuple[_Mark, int, int]] = []
    stack: list[_Mark] = []
    lines = paragraphs(text)
    for number, (start, end) in enumerate(lines):
        _carry_over(stack, number, text, lines, found)
        mark = None
        for mark in _marks(text, start, end, number):
            if _opens(mark, stack):
                stack.append(mark)
                continue
            at = next((i for i in range(len(stack) - 1, -1, -1) if stack[i].family == mark.family), None)
            if at is not None:
                found.append((stack[at], mark.start, mark.end))
                del stack[at:]
        if len(stack) == 1 and stack[0].side > 0 and (stack[0] is mark or _opens_by_shape(stack[0], number)):
            unclosed.append((stack[0], end, end))
    closed = {q[0].start for q in found}
    found.extend(q for q in unclosed if q[0].start not in closed and text.count(" ", q[0].end, q[1]) >= _UNCLOSED)
    return _nested(text, [q for q in found if q[0].end < q[1]])


def _marks(text: str, start: int, end: int, number: int) -> list[_Mark]:
    marks = []
    for match in _MARK.finditer(text, start, end):
        glyph, (s, e) = match.group(), match.span()
        before, after = text[max(start, s - 6) : s], text[e : min(end, e + 6)]
        left, right = _BEFORE.search(before) is not None, _AFTER.match(after) is not None
        if _FAMILIES[glyph] == "single" and not left and before[-1:].isalnum() and after[:1].isalnum():
            continue  # an apostrophe
        side = 0 if left == right else 1 if left else -1
        shape = 1 if glyph in _OPENERS else -1 if glyph in _CLOSERS else 0
        marks.append(_Mark(s, e, _FAMILIES[glyph], number, side, shape))
    return marks


def _opens(mark: _Mark, stack: list[_Mark]) -> bool:
    within = any(m.family == mark.family for m in stack)
    if mark.side:
        return mark.side > 0
    if mark.shape and mark.family != "double":
        return mark.shape > 0
    return not within


def _opens_by_shape(mark: _Mark, paragraph: int) -> bool:
    """Whether a mark of this paragraph can only open, so that it quotes on past the quotations after it."""
    return mark.shape > 0 and mark.family == "guillemets" and mark.paragraph == paragraph


def _carry_over(
    stack: list[_Mark], number: int, text: str, lines: list[tuple[int, int]], found: list[tuple[_Mark, int, int]]
) -> None:
    """Marks still open at a paragraph's start. A speech that opens each of its paragraphs anew ends none but the last:
    there every paragraph is a quotation of its own. Marks open for too long are dropped."""
    if not stack:
        return
    stack[:] = [m for m in stack if number - m.paragraph <= _REACH]
    first = next(iter(_marks(text, lines[number][0], lines[number][0] + 2, number)), None)
    if first is None or first.side < 0 or not stack or stack[0].family != first.family:
        return
    found.append((stack[0], lines[number - 1][1], lines[number - 1][1]))
    stack.clear()


def _nested(text: str, found: list[tuple[_Mark, int, int]]) -> list[Quote]:
    quotes: list[Quote] = []
    around: list[int] = []
    for opening, close, end in sorted(found, key=lambda q: (q[0].start, -q[2])):
        while around and around[-1] <= opening.start:
            around.pop()
        inner = text[opening.end : close]
        start = opening.end + len(inner) - len(inner.lstrip())
        quotes.append(Quote(opening.start, end, start, start + len(inner.strip()), len(around)))
        around.append(end)
    return quotes
