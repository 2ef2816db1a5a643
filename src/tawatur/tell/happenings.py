"""What a story says happened, and when: events with their days, planned or done, and since when they were planned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tawatur.record.schema import SCHEMA
from tawatur.record.types import Event, Interval, MergedEvent, Story
from tawatur.tell.lines import event_title
from tawatur.tell.view import View

_WHEN = ("date", "period")
_AHEAD = "planned"
_NOT_SO = "denied"
_OFF = "cancelled"
_ADVANCE = ("planned", "ongoing", "done", "cancelled")

Telling = tuple[str, Event]


@dataclass(frozen=True, slots=True)
class Happening:
    """An event on a time that reports give it; one whose reports give it two times that cannot both hold is two.

    `when` has at least one side; `status` (of the schema) is what the last report says that tells this time;
    `announced` the day on which it was first reported as planned, None where no report told it ahead."""

    event: str
    title: str
    when: Interval
    status: str
    announced: date | None
    reports: list[str]

    @property
    def days(self) -> int:
        """How many days it may be, one for a day, a great many where a side is open: how exactly it is known."""
        return length(self.when)


def length(when: Interval) -> int:
    """The days of an interval; where a side is open, more than of any that is closed."""
    if when.first is None or when.last is None:
        return 1_000_000
    return (when.last - when.first).days + 1


def happenings(view: View, story: Story, events: Iterable[MergedEvent]) -> list[Happening]:
    """What these events are on a timeline, in the order given: states and what has no date are left out."""
    inside = set(story.reports)
    found: list[Happening] = []
    for event in events:
        kind = SCHEMA.kinds[event.kind]
        if kind.state or not any(slot in kind.slots for slot in _WHEN) or kind.subject == "place":
            continue
        tellings = [(r, e) for r, e in view.tellings(event) if r in inside]
        found += [_happening(view, event, when, told) for when, told in _times(tellings)]
    return found


def status(view: View, tellings: Sequence[Telling]) -> str:
    """What an event is by the reports of the last day on which it is told, of several the most advanced. One that
    denies it counts only where all do: whether it happened is then disputed, and a verdict says so."""
    told = [(r, e) for r, e in tellings if e.status != _NOT_SO]
    if not told:
        return _NOT_SO
    last = max(view.heads[r].published or date.min for r, _ in told)
    of_last = {e.status for r, e in told if (view.heads[r].published or date.min) == last}
    return max(of_last, key=_ADVANCE.index)


def turns(view: View, tellings: Sequence[Telling]) -> list[tuple[str, list[Telling]]]:
    """What reports said in turn of an event that was planned and then called off, or that takes place after it was:
    each status with its tellings, those of one day as one. Empty where it is merely carried out as planned."""
    told = [(r, e) for r, e in tellings if e.status != _NOT_SO and view.heads[r].published]
    found: list[tuple[str, list[Telling]]] = []
    for day in sorted({view.heads[r].published or date.min for r, _ in told}):
        of_day = [(r, e) for r, e in told if view.heads[r].published == day]
        now = status(view, of_day)
        if found and found[-1][0] == now:
            found[-1][1].extend(of_day)
        else:
            found.append((now, of_day))
    return found if any(now == _OFF for now, _ in found) and len(found) > 1 else []


def _times(tellings: Sequence[Telling]) -> list[tuple[Interval, list[Telling]]]:
    """The times that tellings give an event, the exactest first, each with its tellings: "in May" goes with "11 May".
    Tellings without a time go with the first."""
    groups: list[tuple[Interval, list[Telling]]] = []
    timed = [(when, telling) for telling in tellings if (when := _when(telling[1])) is not None]
    for when, telling in sorted(timed, key=lambda t: length(t[0])):
        group = next((g for g in groups if _holds(when, g[0])), None)
        if group is None:
            groups.append((when, [telling]))
        else:
            group[1].append(telling)
    if groups:
        groups[0][1].extend(t for t in tellings if _when(t[1]) is None)
    rank = {id(e): i for i, (_, e) in enumerate(tellings)}
    return [(when, sorted(told, key=lambda t: rank[id(t[1])])) for when, told in groups]


def _when(event: Event) -> Interval | None:
    for slot in _WHEN:
        value = event.slots.get(slot)
        if isinstance(value, Interval) and (value.first or value.last):
            return value
    return None


def _holds(wide: Interval, narrow: Interval) -> bool:
    """Whether what happens in one interval may be what happens in the other: they meet."""
    after = wide.first and narrow.last and wide.first > narrow.last
    before = wide.last and narrow.first and wide.last < narrow.first
    return not (after or before)


def _happening(view: View, event: MergedEvent, when: Interval, told: list[Telling]) -> Happening:
    ahead = [d for r, e in told if e.status == _AHEAD and (d := view.heads[r].published)]
    announced = min(ahead, default=None)
    start = when.first or when.last
    if announced and start and announced >= start:
        announced = None
    reports = list(dict.fromkeys(r for r, _ in told))
    return Happening(event.id, event_title(view, event, dated=False), when, status(view, told), announced, reports)
