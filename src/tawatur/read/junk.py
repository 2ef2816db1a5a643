"""Junk: what stands in a report's text and is not the report. Its first layer, so that nothing below counts it.

Two kinds of evidence: phrases (language/arabic/junk.yml), and the shape of the page (headings.py): a title that stands
there again, a heading or a headline between paragraphs, the first words of the next story.
"""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.headings import first_title, headings, repeated_titles
from tawatur.read.lines import Line, lines_of
from tawatur.record.types import Marked

_MOST_LINKS = 8  # related headlines under one heading
_REPORT_BEFORE = 0.4  # share of the text that stands before a widget which ends the report
_SIGNS = frozenset(":/|.…»-–—<>،")
_LONG_LINE = 30  # words of a line that says more than an advert does
_GAP = 3  # characters of white space between two junk lines that are one span

Range = tuple[int, int]


def read_junk(document: Document) -> None:
    """Fill `document.report.junk` and set its spans aside."""
    found = as_marked(_found(document), document.report.marked)
    document.report.junk = [document.span(start, end) for start, end in found]
    document.mark_junk(document.report.junk)


def as_marked(found: list[Range], marks: Iterable[Marked]) -> list[Range]:
    """Junk with what people marked, in the order in which they did: disjoint, in order of the text."""
    for mark in marks:
        if mark.junk:
            found = _disjoint([*found, (mark.start, mark.end)])
        else:
            left = (part for s, e in found for part in ((s, min(e, mark.start)), (max(s, mark.end), e)))
            found = [(s, e) for s, e in left if s < e]
    return found


def _found(document: Document) -> list[Range]:
    lines = lines_of(document)
    if len(lines) < 2 and not document.hits("junk", "page-word"):
        return []
    title = first_title(document, lines)
    others = [line for line in lines if line.index != title]
    found = phrases(document, others) + labels(document, others)
    taken = _covered(lines, found)
    found = _joined(found, document.text)
    found += [(lines[i].start, lines[i].end) for i in repeated_titles(document, lines, taken)]
    taken = _covered(lines, found)
    found += [(lines[i].start, lines[i].end) for i in headings(document, lines, taken)]
    return _disjoint(found)


def phrases(document: Document, lines: list[Line]) -> list[Range]:
    """Junk that a phrase opens, each by the scope its list gives it."""
    found: list[Range] = []
    if not lines:
        return found
    at = 0
    for hit in document.hits("junk"):
        while at + 1 < len(lines) and lines[at + 1].start <= hit.start:
            at += 1
        line = lines[at]
        if line.start <= hit.start and hit.end <= line.end and _counts(document, hit, line):
            found += _scope(document, hit, lines, at)
    return found


def _counts(document: Document, hit: Hit, line: Line) -> bool:
    scope, data = hit.data["scope"], hit.data
    opens = hit.first <= line.first_word
    if scope == "sentence":
        return True
    if line.words > _LONG_LINE and scope == "line":
        return False
    if data.get("closing"):
        return hit.first > 0 and document.tokens[hit.first - 1].form in ".!؟?…" and hit.last + 1 < line.last
    if scope == "tail" and not data.get("sign"):
        return opens or _after_stop(document, hit)
    if not opens:
        return False
    if data.get("whole"):
        return _rest_is_signs(document, hit, line)
    return not data.get("sign") or _sign_follows(document, hit, line)


def _after_stop(document: Document, hit: Hit) -> bool:
    before = document.tokens[hit.first - 1].form
    return before in '.!؟?…:»"' or not before[-1:].isalpha()


def _sign_follows(document: Document, hit: Hit, line: Line) -> bool:
    after = hit.last + 1
    if after >= line.last:
        return True
    return document.tokens[after].form in _SIGNS - {"،"} and document.text[hit.end : hit.end + 3].strip() != ""


def _rest_is_signs(document: Document, hit: Hit, line: Line) -> bool:
    return all(t.kind != "word" for t in document.tokens[hit.last + 1 : line.last])


def _scope(document: Document, hit: Hit, lines: list[Line], at: int) -> list[Range]:
    line, scope = lines[at], hit.data["scope"]
    if scope == "sentence":
        sentence = document.sentence_at(hit.start)
        return [(sentence.start, sentence.end)] if sentence else []
    if scope == "tail":
        return [(hit.start, line.end)]
    if scope == "rest" and hit.start >= _REPORT_BEFORE * lines[-1].end:
        return [(line.start, lines[-1].end)]
    in_head = not any(other.prose for other in lines[:at])
    if scope == "line" or in_head or (scope == "links" and hit.last + 3 < line.last):
        return [(line.start, line.end)]
    end = line
    for link in lines[at + 1 : at + 1 + _MOST_LINKS]:
        if not (link.headline or link.soft):
            break
        end = link
    return [(line.start, end.end)]


def labels(document: Document, lines: list[Line]) -> list[Range]:
    """Section labels over the headline, the words of the page's tools, and addresses on a line of their own."""
    found: list[Range] = []
    starts = {hit.first: hit for hit in document.hits("section-label")}
    tools = {hit.first: hit for hit in document.hits("page-word")}
    for line in lines:
        in_head = not any(other.prose for other in lines[: line.index + 1])
        if line.address or (in_head and _only(document, starts, line)):
            found.append((line.start, line.end))
        elif line.first in tools and (end := _tools_end(document, tools, line)):
            found.append((line.start, end))
    return found


def _only(document: Document, starts: dict[int, Hit], line: Line) -> bool:
    """Whether a line is made of these hits and signs: one section's name, or the path to it."""
    at = line.first
    while at < line.last:
        hit = starts.get(at)
        if hit is None and document.tokens[at].kind == "word":
            return False
        at = at + 1 if hit is None else hit.last + 1
    return line.words > 0


def _tools_end(document: Document, tools: dict[int, Hit], line: Line) -> int:
    """Where the page's tools at a line's start end: two words of them and more, or the whole line; else 0."""
    at, count, end = line.first, 0, 0
    while at < line.last:
        hit = tools.get(at)
        if hit is not None:
            at, count, end = hit.last + 1, count + 1, hit.end
        elif document.tokens[at].kind == "word":
            break
        else:
            at += 1
    return line.end if at >= line.last and line.words <= 12 else end if count > 1 else 0


def _covered(lines: list[Line], found: Iterable[Range]) -> set[int]:
    ranges = list(found)
    return {line.index for line in lines if any(s <= line.start and line.end <= e for s, e in ranges)}


def _joined(found: list[Range], text: str) -> list[Range]:
    """Junk lines with nothing but white space between them as one."""
    joined: list[Range] = []
    for start, end in _disjoint(found):
        if joined and start - joined[-1][1] <= _GAP and not text[joined[-1][1] : start].strip():
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def _disjoint(found: Iterable[Range]) -> list[Range]:
    merged: list[Range] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return merged


__all__ = ["labels", "phrases", "read_junk"]
