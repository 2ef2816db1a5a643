"""A passage of a report to be quoted: where it stands, its words on one line, and who is made to say it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tawatur.record.types import Event, Evidence, Span
from tawatur.tell.lines import told_by
from tawatur.tell.page import Line
from tawatur.tell.view import View
from tawatur.text.sentences import enclosing

LONGEST = 260  # characters that are quoted
_TELLING = 7  # words; what is shorter stands in its sentence


@dataclass(frozen=True, slots=True)
class Passage:
    """The words [start, end) of a report, `text` on one line; `cut` where they go on; `by`: who tells it, empty for the
    outlet's own voice."""

    report: str
    start: int
    end: int
    text: str
    cut: bool = False
    by: Line = field(default_factory=list)


def passage(view: View, report: str, span: Span, event: Event | None = None) -> Passage:
    """A span to be quoted; what is too short to tell anything in its sentence. `event`: the one it tells."""
    text = view.heads[report].text
    start, end = span.start, span.end
    if len(span.text.split()) < _TELLING:
        start, end = enclosing(text, start, end)
    cut = end - start > LONGEST
    if cut and span.start - start > LONGEST // 2:  # the beginning of a long sentence would not have it
        start = text.rfind(" ", start, span.start - LONGEST // 3) + 1
    shown = text[start:end] if not cut else text[start : start + LONGEST].rsplit(" ", 1)[0]
    by = told_by(view, report, event) if event is not None else []
    return Passage(report, span.start, span.end, " ".join(shown.split()), cut, by)


def telling(view: View, report: str, event: Event) -> Passage:
    """A report's telling of an event."""
    return passage(view, report, event, event)


def evidence(view: View, places: Iterable[Evidence]) -> list[Passage]:
    """Places of a fact, each sentence of a report once."""
    found = {(p := passage(view, e.report, e, view.telling(e.report, e.event))).report + p.text: p for e in places}
    return list(found.values())
