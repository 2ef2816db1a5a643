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
_INTERVIEW = 3  # short questions that make a report an interview, where they are no headings
_LAST_HEADLINE = 5  # words a headline has at least that stands after the last paragraph


def titles(document: Document, lines: list[Line]) -> list[int]:
    """The lines that are the report's title, spelling habits and a word apart."""
    title = document.report.title
    if title is None:
        return []
    wanted = [t.form for t in tokenize(title) if t.kind != SIGN]
    near = [line for line in lines if 2 <= line.words <= len(wanted) + 3]
    return [
        line.index
        for line in near
        if _same(wanted, [t.form for t in document.tokens[line.first : line.last] if t.kind != SIGN])
    ]


def first_title(document: Document, lines: list[Line]) -> int | None:
    """The line where the title stands first: whatever its words, it is the title."""
    return next(iter(titles(document, lines)), None)


def repeated_titles(document: Document, lines: list[Line], taken: set[int]) -> list[int]:
    """Lines that are the title again."""
    return [i for i in titles(document, lines)[1:] if i not in taken]


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
    opening = _openings(document, live) | _head_lines(document, live)
    questions = sum(line.ends == "question" and not line.prose for line in live)
    if questions >= _INTERVIEW:
        opening |= {line.first for line in live if line.ends == "question"}
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
    bullets = sum(line.bullet for line in (*run, before, *([after] if after else [])))
    if bullets > 1 and any(line.bullet for line in run):
        return []
    told = any(line.headline or line.attributed for line in run)
    if not told and (len(run) > 1 or run[0].ends == "quote" or after is None):
        return []
    if run[0].ends == "question" and len(run) == 1 and run[0].words > _SHORT_QUESTION:
        return []
    if run[0].start > live[last_prose].start:
        sure = [r for r in run if r.headline and r.words >= _LAST_HEADLINE and not r.bullet]
        beside = (
            [r for r in run if r.attributed or r.ends == "question"] if sure else []
        )  # of a list of other headlines
        return [r for r in run if r in sure or r in beside]
    return run


def _openings(document: Document, lines: list[Line]) -> set[int]:
    """First tokens of lines that go on in prose: "and" before anything but a noun of that letter, connectives, said."""
    nouns = document.firsts("waw-noun")
    prose = {h.first for kind in ("prose-opener", "say", "sentence-opener") for h in document.hits(kind)}
    found = set()
    for line in lines:
        form = document.tokens[line.first].form if line.words else ""
        if line.first in prose or (form.startswith("\u0648") and len(form) > 2 and line.first not in nouns):
            found.add(line.first)
    return found


def _head_lines(document: Document, lines: list[Line]) -> set[int]:
    """First tokens of date lines and bylines: they belong to the report."""
    authors = [fold(a) for a in document.report.authors]
    found = set()
    for line in lines:
        if line.words > 10:
            continue
        numbers = sum(t.kind == NUMBER for t in document.tokens[line.first : line.last])
        text = fold(document.text[line.start : line.end]) if authors else ""
        if (numbers > 1 and line.words <= 6) or any(a in text for a in authors):
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
