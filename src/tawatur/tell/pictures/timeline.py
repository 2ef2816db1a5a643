"""A story on an axis of time, laid out: what happened above it, when it was reported below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from tawatur.record.types import MergedEvent, Story
from tawatur.tell import labels
from tawatur.tell.happenings import Happening, happenings, length
from tawatur.tell.pictures.axis import Axis, Tick, ticks
from tawatur.tell.view import View
from tawatur.text.measure import widest, wrapped

WIDTH = 720.0  # px
SIZE = 13.0  # px, of labels
LINE = 19.0  # px, of a line of a label
DOT = 20.0  # px, a report's dot with the air around it, where its number has two digits
DIGIT = 6.2  # px, that a dot is wider for each digit more
MARK = 12.0  # px, the least width of what happened, and its height
MOST = 12  # happenings that are drawn
TALLEST = 6  # reports in one column
_ROOM = 250.0  # px, the widest label
_AIR = 8.0
_WIDE = 130.0  # px, from here on a label stands above its bar
_NEAR = 31  # days of which a time is exact enough to stretch the axis
_STRETCH = 3  # times the days of its reports that what happened may stretch the axis
_LEAST = 30  # days by which it may always


@dataclass(slots=True)
class Mark:
    """What happened, drawn: the bar of `width` px from `x`, in `lane` (0 nest to the axis), its middle `y` px above it.

    A bar of which `open_start` (`open_end`) goes on beyond the axis. `lead` is where the dashed line begins that says
    since when it was planned. `lines` stand from `text_x` in the reading direction, the first with its middle at
    `text_y`; the last is the time."""

    happening: Happening
    x: float
    width: float
    y: float
    lane: int
    lead: float | None
    open_start: bool
    open_end: bool
    lines: list[str]
    text_x: float
    text_y: float


@dataclass(slots=True)
class Dot:
    """A report under its day; `told` is what the most important happening is in it, None where it tells none; `wider`:
    by how much it is for its number."""

    report: str
    number: int
    told: str | None
    x: float
    y: float
    wider: float


@dataclass(slots=True)
class Surplus:
    """How many more reports a column has."""

    count: int
    x: float
    y: float


@dataclass(slots=True)
class Timeline:
    """All x run from the left edge, whatever the reading direction (`mirrored`: it is from the right); y above the axis
    is negative. `above` and `below` are the heights there; `before` and `after` happened too far off to be drawn, and
    `left_out` is what there was no room for. `happenings` are all, in the order of time."""

    width: float
    above: float
    below: float
    mirrored: bool
    ticks: list[Tick]
    marks: list[Mark]
    dots: list[Dot]
    surplus: list[Surplus]
    happenings: list[Happening]
    before: list[Happening] = field(default_factory=list)
    after: list[Happening] = field(default_factory=list)
    left_out: int = 0


def timeline(view: View, story: Story, events: Sequence[MergedEvent], width: float = WIDTH) -> Timeline | None:
    """The timeline of a story's events, the most important first; None where nothing has a day."""
    found = happenings(view, story, events)
    days = {r: d for r in story.reports if (d := view.heads[r].published)}
    around = _around(found, sorted(days.values()))
    if around is None:
        return None
    near = [h for h in found if _meets(h, *around)]
    axis = _axis(near[:MOST], sorted(days.values()) or list(around), width)
    inside = [h for h in near if _meets(h, axis.first, axis.last)]
    marks = _marks(view, axis, inside[:MOST])
    above = _stacked(marks)
    dots, surplus = _dots(view, axis, days, _told(view, found))
    below = max([DOT, *(d.y + DOT / 2 for d in dots), *(s.y + DOT / 2 for s in surplus)])
    made = Timeline(
        width, above, below, view.lang == "ar", ticks(axis, view.lang), marks, dots, surplus, sorted(found, key=_first)
    )
    off = [h for h in made.happenings if not _meets(h, axis.first, axis.last)]
    made.before = [h for h in off if _first(h) <= axis.first]
    made.after = [h for h in off if _first(h) > axis.first]
    made.left_out = len(inside) - len(marks)
    if made.mirrored:
        _mirror(made)
    return made


def _first(happening: Happening) -> date:
    return happening.when.first or happening.when.last or date.min


def _last(happening: Happening) -> date:
    return happening.when.last or happening.when.first or date.max


def _meets(happening: Happening, first: date, last: date) -> bool:
    return (happening.when.first or date.min) <= last and (happening.when.last or date.max) >= first


def _around(found: Sequence[Happening], days: Sequence[date]) -> tuple[date, date] | None:
    """How far an axis may reach: over the days of reports, and so far around them; without any, the first day told."""
    if not days:
        days = sorted({_first(h) for h in found[:1]})
    if not days:
        return None
    reach = timedelta(days=max(_LEAST, _STRETCH * ((days[-1] - days[0]).days + 1)))
    return _shifted(days[0], -reach), _shifted(days[-1], reach)


def _axis(shown: Sequence[Happening], days: Sequence[date], width: float) -> Axis:
    """From the first to the last day of reports, stretched by what is told exactly, with a day of air."""
    exact = [h for h in shown if length(h.when) <= _NEAR]
    first = min([days[0], *(_first(h) for h in exact)])
    last = max([days[-1], *(_last(h) for h in exact)])
    air = timedelta(days=max(1, (last - first).days // 30))
    return Axis(_shifted(first, -air), _shifted(last, air), width)


def _shifted(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day


# Above the axis


def _marks(view: View, axis: Axis, found: Sequence[Happening]) -> list[Mark]:
    """Marks in lanes in which nothing touches, the most important nearest to the axis."""
    lanes: list[list[tuple[float, float]]] = []
    marks = []
    for happening in found:
        mark, (begin, end) = _mark(view, axis, happening)
        free = (i for i, lane in enumerate(lanes) if all(end + _AIR <= a or b + _AIR <= begin for a, b in lane))
        mark.lane = next(free, len(lanes))
        if mark.lane == len(lanes):
            lanes.append([])
        lanes[mark.lane].append((begin, end))
        marks.append(mark)
    return marks


def _mark(view: View, axis: Axis, happening: Happening) -> tuple[Mark, tuple[float, float]]:
    """A mark with its label beside it, or above it where it is long, and the px that both take; y from the lane's
    top for now."""
    when = happening.when
    begin = axis.start(when.first) if when.first else 0.0
    end = axis.end(when.last) if when.last else axis.length
    if end - begin < MARK:
        middle = min(max((begin + end) / 2, MARK / 2), axis.length - MARK / 2)
        begin, end = middle - MARK / 2, middle + MARK / 2
    lead = axis.middle(happening.announced) if happening.announced and happening.announced >= axis.first else None
    if lead is not None and lead >= begin - _AIR:
        lead = None
    lines = [*wrapped(happening.title, SIZE, _ROOM, 2), labels.interval(when, view.lang)]
    wide = widest(lines, SIZE)
    start = begin if lead is None else lead
    text_x, over = _beside(axis, begin, end, start, wide, end - begin < _WIDE)
    text_y = LINE / 2
    y = LINE * len(lines) + MARK / 2 if over else LINE / 2
    cut = (when.first is None or when.first < axis.first, when.last is None or when.last > axis.last)
    mark = Mark(happening, begin, end - begin, y, 0, lead, *cut, lines, text_x, text_y)
    return mark, (min(start, text_x), max(end, text_x + wide))


def _beside(axis: Axis, begin: float, end: float, start: float, wide: float, short: bool) -> tuple[float, bool]:
    """Where a label of that width begins: after a short mark, before it, else above it (True)."""
    if short and end + _AIR + wide <= axis.length:
        return end + _AIR, False
    if short and start == begin and begin - _AIR - wide >= 0:
        return begin - _AIR - wide, False
    return max(0.0, min(start, axis.length - wide)), True


def _stacked(marks: Sequence[Mark]) -> float:
    """Give marks and labels their heights above the axis; the height of all."""
    tall: dict[int, float] = {}
    for mark in marks:
        high = max(LINE * len(mark.lines), mark.y + MARK)
        tall[mark.lane] = max(tall.get(mark.lane, 0.0), high)
    tops, above = {}, 0.0
    for lane in sorted(tall):
        above += tall[lane] + _AIR
        tops[lane] = -above
    for mark in marks:
        mark.y += tops[mark.lane]
        mark.text_y += tops[mark.lane]
    return above


# Below the axis


def _told(view: View, found: Sequence[Happening]) -> dict[str, str]:
    """What the most important happening that a report tells is in it."""
    told: dict[str, str] = {}
    for happening in found:
        for report, event in view.tellings(view.events[happening.event]):
            if report in happening.reports:
                told.setdefault(report, event.status)
    return told


def _dots(view: View, axis: Axis, days: dict[str, date], told: dict[str, str]) -> tuple[list[Dot], list[Surplus]]:
    """Reports in columns under their days; days that are narrower than a dot share a column."""
    columns: dict[float, list[str]] = {}
    wide = DOT + max((_wider(view.cited[r]) for r in days), default=0.0)
    for report in sorted(days, key=lambda r: view.number[r]):
        middle = axis.middle(days[report])
        if axis.day < wide:
            middle = min(int(middle / wide), max(0, int(axis.length / wide) - 1)) * wide + wide / 2
        columns.setdefault(middle, []).append(report)
    dots, surplus = [], []
    for x, reports in columns.items():
        shown = reports if len(reports) <= TALLEST else reports[: TALLEST - 1]
        numbers = [view.cited[r] for r in shown]
        dots += [
            Dot(r, number, told.get(r), x, (i + 0.5) * DOT, _wider(number))
            for i, (r, number) in enumerate(zip(shown, numbers, strict=True))
        ]
        if len(shown) < len(reports):
            surplus.append(Surplus(len(reports) - len(shown), x, (len(shown) + 0.5) * DOT))
    return dots, surplus


def _wider(number: int) -> float:
    return DIGIT * max(0, len(str(number)) - 2)


def _mirror(made: Timeline) -> None:
    """Make the reading direction run from the right: every x from the other edge."""
    made.ticks = [Tick(made.width - t.at, t.label, t.under, -t.room) for t in made.ticks]
    for mark in made.marks:
        mark.x = made.width - mark.x - mark.width
        mark.text_x = made.width - mark.text_x
        mark.lead = None if mark.lead is None else made.width - mark.lead
    for dot in made.dots:
        dot.x = made.width - dot.x
    for surplus in made.surplus:
        surplus.x = made.width - surplus.x
