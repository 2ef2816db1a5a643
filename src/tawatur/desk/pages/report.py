"""A report as it was published, with what was read in it marked; each mark opens to what it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from tawatur.desk import correcting
from tawatur.desk.articles import Article
from tawatur.desk.habits import Habits
from tawatur.desk.packing import Packed
from tawatur.desk.rendering import desk_of, page, part, reader_of
from tawatur.desk.words import Wording
from tawatur.errors import OptionError
from tawatur.record.types import Event, Reading, Span
from tawatur.tell.belonging import story_here
from tawatur.tell.lines import fact_line, single_label, telling_line
from tawatur.tell.marks.layers import LAYERS, Mark, Stretch, in_lines, marks_of, part_of, parts, spans_of
from tawatur.tell.marks.meaning import meanings
from tawatur.tell.marks.twins import twins
from tawatur.tell.page import harmless
from tawatur.tell.story import subject_title
from tawatur.tell.view import View
from tawatur.text.direction import direction
from tawatur.work import viewing

router = APIRouter()
ASKED = "asked"  # the layer of a passage that an address names by its offsets alone
SHOWN = ("mentions", "times", "quantities", "statements", "events", "copies", "junk")  # as the switches stand
_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")
_TOLD = 40  # events that are listed beside a text
_ENDS = "\r\n\u2028\u2029"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch as the template writes it: its letters, its classes (one for each layer over it), the mark that it
    opens (None where none does), whether the mark is reached here by the keyboard, and whether it is the one asked."""

    text: str
    classes: str
    opens: str | None
    first: bool
    asked: bool


@dataclass(frozen=True, slots=True)
class Switch:
    """A layer's switch: how many marks the report has of it, and the layers that show once it is pressed."""

    layer: str
    count: int
    on: bool
    then: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an address asks for of a report."""

    name: str
    layers: str | None
    mark: str
    at: str
    part: int


@router.get("/report/{name:path}")
def show(
    request: Request, name: str, layers: str | None = None, mark: str = "", at: str = "", part: int = 0
) -> Response:
    """The page of a report. `layers`: those that are shown, with commas; `mark`: the one that is opened, `times:10-25`;
    `at`: a passage to show, `10-25`; `part`: of a long text, from 1. Raises AskedError, OptionError."""
    desk, habits = desk_of(request), reader_of(request)
    wanted = Wanted(name, layers, mark, at, part)
    with desk.reading() as record:
        if mark or at:  # a passage stands beside the forms that correct it
            view = viewing.of_reports(record, [name], habits.lang)
            return page(request, "report.html", article=None, **_context(view, wanted, habits))

        def look() -> tuple[object, Callable[[], Article[None]]]:
            view = viewing.of_reports(record, [name], habits.lang)
            return view.made_of, partial(_article, request, view, wanted, habits)

        article = desk.articles.get((wanted, habits.lang, habits.digits), record.touched, look)
    return page(request, "report.html", article=article, name=name)


def _article(request: Request, view: View, wanted: Wanted, habits: Habits) -> Article[None]:
    title = view.heads[wanted.name].title or wanted.name
    return Article(title, Packed.of(part(request, "_report.html", **_context(view, wanted, habits))), None)


def _context(view: View, wanted: Wanted, habits: Habits) -> dict[str, Any]:
    name = wanted.name
    reading = view.readings[name]
    on = _layers(wanted.layers)
    copied = [place for _, place in view.copied_in(name)]
    asked = _asked(reading, copied, wanted.mark, wanted.at)
    found = parts(reading.report.text)
    number = part_of(found, asked.start) if asked else min(max(wanted.part, 1), len(found)) - 1
    marks = marks_of(reading, copied, on, found[number])
    say = Wording(habits.lang, habits.digits)
    return {
        "view": view,
        "name": name,
        "head": reading.report,
        "story": story_here(view, name),
        "runs": direction(reading.report.text),
        "lines": _lines(reading.report.text, found[number], marks, asked),
        "switches": _switches(reading, copied, on),
        "keep": f"layers={','.join(on)}&" if wanted.layers is not None else "",
        "layers": ",".join(on),
        "asked": asked,
        "opened": meanings(view, name, asked) if asked and asked.places else [],
        "fields": lambda meaning: correcting.fields(reading, meaning.layer, meaning.span, say),
        "around": _around(reading, copied, asked),
        "told": [(e, single_label(view, e), telling_line(view, name, e)) for e in _told(reading)],
        "left": max(0, len(reading.events) - _TOLD),
        "part": number + 1,
        "count": len(found),
        "fact_line": partial(fact_line, view),
        "subject_title": partial(subject_title, view),
        "cut_before": number > 0,
        "cut_after": number + 1 < len(found),
    }


@router.get("/twins/{copy:path}")
def side_by_side(request: Request, copy: str, left: str, right: str) -> Response:
    """A copied passage in two reports. `left`, `right`: the places, `10-25@report`. Raises AskedError, OptionError."""
    places = [_twin(side) for side in (left, right)]
    with desk_of(request).reading() as record:
        view = viewing.of_reports(record, [name for name, _, _ in places], reader_of(request).lang)
        sides = []
        for name, start, end in places:
            text = view.readings[name].report.text
            sides.append((text, Span(start, min(end, len(text)), text[start:end])))
        found = next((c for c in view.comparison.copies if c.id == copy), None)
        aligned = twins(*sides[0], *sides[1])
        columns = [
            (side, name, text, direction(place.text), runs)
            for side, (name, _, _), (text, place), runs in zip(
                ("left", "right"), places, sides, (aligned.left, aligned.right), strict=True
            )
        ]
        return page(request, "twins.html", view=view, copy=found, columns=columns, aligned=aligned)


def _twin(asked: str) -> tuple[str, int, int]:
    place, _, name = asked.partition("@")
    start, end = _offsets(place, asked)
    return name, start, end


def _offsets(place: str, asked: str) -> tuple[int, int]:
    match = _PLACE.fullmatch(place)
    if match is None or int(match[1]) > int(match[2]):
        raise OptionError(f"{asked}: a place in a text is two offsets, for example 10-25.")
    return int(match[1]), int(match[2])


def _layers(asked: str | None) -> list[str]:
    """The layers that are shown, in the order in which they lie."""
    if asked is None:
        return list(LAYERS)
    wanted = set(asked.split(","))
    return [layer for layer in LAYERS if layer in wanted]


def _asked(reading: Reading, copied: Sequence[Span], mark: str, at: str) -> Mark | None:
    """The mark that an address names, with what stands there; a bare passage has nothing but its place."""
    if not mark and not at:
        return None
    layer, _, place = mark.partition(":") if mark else (ASKED, ":", at)
    start, end = _offsets(place, mark or at)
    if layer not in LAYERS:
        return Mark(ASKED, start, end)
    spans = spans_of(reading, copied, layer)
    there = tuple(i for i, s in enumerate(spans) if s.start == start and s.end == end)
    return Mark(layer, start, end, there)


def _around(reading: Reading, copied: Sequence[Span], asked: Mark | None) -> list[Mark]:
    """The other marks that cover what is asked, or lie in it at its edge, the narrowest first."""
    if asked is None:
        return []
    marks = marks_of(reading, copied, LAYERS, (asked.start, max(asked.end, asked.start + 1)))
    over = [m for m in marks if m.start <= asked.start and asked.end <= m.end and m.key != asked.key]
    return sorted(over, key=lambda m: m.end - m.start)


def _told(reading: Reading) -> list[Event]:
    """The events that are listed beside the text, in its order."""
    return sorted(reading.events, key=lambda e: e.start)[:_TOLD]


def _switches(reading: Reading, copied: Sequence[Span], on: Sequence[str]) -> list[Switch]:
    found = []
    for layer in SHOWN:
        then = [x for x in LAYERS if (x in on) != (x == layer)]
        found.append(Switch(layer, len(spans_of(reading, copied, layer)), layer in on, ",".join(then)))
    return found


def _lines(
    text: str, part: tuple[int, int], marks: Sequence[Mark], asked: Mark | None
) -> list[tuple[str, list[Piece]]]:
    """The lines of a part that hold something, each with its direction."""
    seen: set[Mark] = set()
    lines = []
    place = Mark(ASKED, asked.start, asked.end) if asked else None
    for line in in_lines(text, *part, [*marks, *([place] if place else [])]):
        words = text[line[0].start : line[-1].end]
        if words.strip():
            lines.append((direction(words), [_piece(text, stretch, place, seen) for stretch in line]))
    return lines


def _piece(text: str, stretch: Stretch, place: Mark | None, seen: set[Mark]) -> Piece:
    letters = harmless(text[stretch.start : stretch.end].strip(_ENDS))
    own = [m for m in stretch.marks if m is not place]
    top = own[-1] if own and any(c.isalnum() for c in letters) else None  # a space alone is no link
    first = top is not None and top not in seen
    asked = place is not None and place in stretch.marks and place not in seen
    if top is not None:
        seen.add(top)
    if asked and place is not None:
        seen.add(place)
    classes = " ".join(dict.fromkeys(m.layer[0] if m.layer != ASKED else ASKED for m in stretch.marks))
    return Piece(letters, classes, top.key if top else None, first, asked)
