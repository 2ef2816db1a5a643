"""Titles told again, sub-headings, headlines of other reports between a report's paragraphs, the start of the next."""

from __future__ import annotations

from tawatur.read.document import Document
from tawatur.read.lines import Line
from tawatur.text.folding import fold
from tawatur.text.words import NUMBER, SIGN, tokenize

_SAME_TITLE = 0.8  # share of words two lines of one title have in common
_MOST_HEADLINES = 5  # headlines in a row; more are a list or a poem
_STOPPED = 0.7  # share of a report's paragraphs that end in a stop where a line without one is no paragraph
_LEAST_PROSE = 2
_SHORT_QUESTION = 12
_LAST_HEADLINE = 5  # words a headline has at least that stands after the last paragraph


def repeated_titles(document: Document, lines: list[Line], taken: set[int]) -> list[int]:
    """Lines that are the title again (its first place in the text is the title), or repeat the text's first line."""
    title = document.report.title
    if title is None:
        return []
    wanted = [t.form for t in tokenize(title) if t.kind != SIGN]
    seen, again = False, []
    for line in lines:
        if line.index in taken or not 2 <= line.words <= len(wanted) + 3:
            continue
        if _same(wanted, [t.form for t in document.tokens[line.first : line.last] if t.kind != SIGN]):
            if seen:
                again.append(line.index)
            seen = True
    return again


def _same(a: list[str], b: list[str]) -> bool:
    if a == b:
        return bool(a)
    common, either = set(a) & set(b), set(a) | set(b)
    return len(a) > 3 and len(common) >= _SAME_TITLE * len(either)


def headings(document: Document, lines: list[Line], taken: set[int]) -> list[int]:
    """Headings and headlines between the paragraphs or after the last one.

    They are told by the report's own manner: its paragraphs end in a stop, these lines do not.
    """
    live = [line for line in lines if line.index not in taken]
    prose = [i for i, line in enumerate(live) if line.prose]
    stopped = sum(live[i].ends in ("stop", "question", "dots") for i in prose)
    if len(prose) < _LEAST_PROSE or stopped < _STOPPED * len(prose):
        return []
    opening = _openings(document) | _head_lines(document, lines)
    found: list[int] = []
    run: list[Line] = []
    for i in range(prose[0] + 1, len(live) + 1):
        line = live[i] if i < len(live) else None
        if line is not None and (line.headline or line.soft) and line.first not in opening:
            run.append(line)
            continue
        before = live[i - len(run) - 1]
        found += [r.index for r in _headlines(run, before, line, live, prose[-1])]
        run = []
    return found + _next_story(live, taken | set(found))


def _headlines(run: list[Line], before: Line, after: Line | None, live: list[Line], last_prose: int) -> list[Line]:
    if not run or len(run) > _MOST_HEADLINES or before.ends not in ("stop", "question", "quote", "dots"):
        return []
    if any(line.bullet for line in run) and (before.bullet or (after is not None and after.bullet)):
        return []
    if not any(line.headline for line in run) and (len(run) > 1 or run[0].ends == "quote" or after is None):
        return []
    if run[0].ends == "question" and len(run) == 1 and run[0].words > _SHORT_QUESTION:
        return []
    if run[0].start > live[last_prose].start:
        return [r for r in run if r.headline and r.words >= _LAST_HEADLINE and not r.bullet]
    return run


def _openings(document: Document) -> set[int]:
    """First tokens of lines that go on in prose: "and" before anything but a noun of that letter, connectives, said."""
    nouns = {h.first for h in document.hits("waw-noun")}
    found = {h.first for h in document.hits("prose-opener", "say", "sentence-opener")}
    for token in document.tokens:
        if token.form[0] == "\u0648" and len(token.form) > 2 and token.index not in nouns:
            found.add(token.index)
    return found


def _head_lines(document: Document, lines: list[Line]) -> set[int]:
    """First tokens of date lines and bylines: they belong to the report."""
    authors = [fold(a) for a in document.report.authors]
    found = set()
    for line in lines:
        if line.prose:
            continue
        numbers = sum(t.kind == NUMBER for t in document.tokens[line.first : line.last])
        if numbers > 1 and line.words <= 6:
            found.add(line.first)
        elif line.words <= 10 and any(a in fold(document.text[line.start : line.end]) for a in authors):
            found.add(line.first)
    return found


def _next_story(live: list[Line], taken: set[int]) -> list[int]:
    """The headline and first words of another report after the last paragraph: they break off in dots."""
    left = [line for line in live if line.index not in taken]
    if len(left) < 5:
        return []
    headline, teaser = left[-2], left[-1]
    broken = teaser.prose and teaser.ends == "dots"
    return [headline.index, teaser.index] if broken and headline.headline and not headline.bullet else []
