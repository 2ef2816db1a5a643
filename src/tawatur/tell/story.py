"""What a story is of: its events, the first one first, their facts, and the outlets' own headline for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from tawatur.record.schema import SCHEMA
from tawatur.record.types import Event, Fact, Interval, MergedEvent, Story, Value
from tawatur.tell.lines import DIFFERING, event_title
from tawatur.tell.page import PARTED
from tawatur.tell.view import View
from tawatur.text.sentences import enclosing

LOUD = DIFFERING  # verdicts that a reader must see first
NEWS = 0.4  # share of a report that holds its news
_NAMED = ("meeting", "visit")  # events that labels name as well as a headline does
_LONGEST = 160  # letters of a first sentence that stands as a title
PAST = 30  # days before a story from which an event is its background


def headline(view: View, story: Story, events: list[MergedEvent]) -> tuple[str, str] | None:
    """The title of the first report that tells the main event, and that report; None where no report has a title.
    Outlets name their news better than labels do."""
    return next(_titles(view, story, events), None)


def titled(view: View, story: Story, events: list[MergedEvent]) -> tuple[str, str | None]:
    """What a story is called, and the report whose words that is, None where it is our own: by its main event where
    half of its reports tell it and labels say who met whom, where and when; else by its headline; else by its first
    words."""
    title = event_title(view, events[0], worded=False) if events else ""
    if events and _says(story, events[0], title):
        return title, None
    found = headline(view, story, events)
    if found is not None:
        return found
    return (title, None) if PARTED in title else opening(view, story)


def opening(view: View, story: Story) -> tuple[str, str]:
    """The first sentence of a story's first report, and that report."""
    text = view.heads[story.reports[0]].text
    at = len(text) - len(text.lstrip())
    start, end = enclosing(text, at, at)
    words = " ".join(text[start:end].split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0]} [...]", story.reports[0]


def _says(story: Story, event: MergedEvent, title: str) -> bool:
    told = {r for r, _ in event.same} & set(story.reports)
    return event.kind in _NAMED and 2 * len(told) >= len(story.reports) and title.count(PARTED) > 1


def headlines(view: View, story: Story, events: list[MergedEvent]) -> dict[str, str]:
    """The same for each language that reports of the story are in, by language."""
    found: dict[str, str] = {}
    for title, report in _titles(view, story, events):
        found.setdefault(view.heads[report].language, title)
    return found


def _titles(view: View, story: Story, events: list[MergedEvent]) -> Iterator[tuple[str, str]]:
    """The titles of a story's reports, those that tell the main event first."""
    telling = [r for r, _ in view.tellings(events[0]) if r in story.reports] if events else []
    for report in dict.fromkeys([*telling, *story.reports]):
        title = view.heads[report].title
        if title:
            yield " ".join(title.split()), report


def events_of(view: View, story: Story) -> list[MergedEvent]:
    """The events its reports tell, those told by most reports first, states last."""
    reports = set(story.reports)
    events = [e for e in view.comparison.events if any(r in reports for r, _ in e.same)]

    def rank(event: MergedEvent) -> tuple[int, int, bool, bool, int, int, str]:
        first = {r for r, e in view.tellings(event) if r in reports and _opens(view, r, e)}
        told = {r for r, _ in event.same if r in reports}
        slots = sum(len(e.slots) for r, e in view.tellings(event) if r in reports)
        earliest = min((e.start for r, e in view.tellings(event) if r in reports), default=0)
        kind = SCHEMA.kinds[event.kind]
        return (-len(first), -len(told), kind.subject != "event", kind.state, -slots, earliest, event.id)

    return sorted(events, key=rank)


def _opens(view: View, report: str, event: Event) -> bool:
    """Whether a report tells an event where its news stands."""
    return event.start <= NEWS * len(view.readings[report].report.text)


def facts_of(view: View, story: Story, events: list[MergedEvent]) -> list[Fact]:
    """The facts of these events and of the bodies, persons and places of a story, as its own reports tell them; states
    and their changes with what other stories say."""
    reports = set(story.reports)
    subjects = {e.id for e in events}
    chosen = (
        f
        for f in view.comparison.facts
        if (f.subject in subjects or f.subject not in view.events)
        and any(r in reports for v in f.values for r in v.reports)
    )
    return [in_story(f, reports) for f in chosen]


def in_story(fact: Fact, reports: set[str]) -> Fact:
    """A fact as a story of these reports tells it, some of which give a value of it."""
    return in_stories(fact, dict.fromkeys(reports, ""))[""] if _of_the_day(fact) else fact


def _of_the_day(fact: Fact) -> bool:
    """Whether a fact is of what happened: states and their changes are told over all stories."""
    kind = fact.property.partition(".")[0]
    return kind not in SCHEMA.kinds or not SCHEMA.kinds[kind].state


def in_stories(fact: Fact, home: Mapping[str, str]) -> dict[str, Fact]:
    """A fact as each story tells it whose reports give a value of it, by story; `home`: the story of each report. Its
    verdict is anew where less is left to compare, unless it is of a state: those are told over all stories."""
    told = {r for v in fact.values for r in v.reports}
    stories = {home[r] for r in told if r in home}
    if len(stories) == 1 and all(r in home for r in told):
        return dict.fromkeys(stories, fact)
    values: dict[str, list[Value]] = defaultdict(list)
    for value in fact.values:
        for story, part in _parts(value, home).items():
            values[story].append(part)
    return {story: replace(fact, values=parts, verdict=_judged(fact, parts)) for story, parts in values.items()}


def _judged(fact: Fact, values: Sequence[Value]) -> str:
    """The verdict on a part of the values of a fact."""
    if not _of_the_day(fact):
        return fact.verdict
    if len({r for v in values for r in v.reports}) == 1:
        return "single"
    if len(values) == 1:
        return "agreed" if len(values[0].origins) > 1 else "repeated"
    return fact.verdict


def _parts(value: Value, home: Mapping[str, str]) -> dict[str, Value]:
    """What each story has of a value."""
    found: dict[str, Value] = {}
    for report in value.reports:
        if report in home:
            part = found.setdefault(home[report], replace(value, reports=[], origins=[], evidence=[]))
            part.reports.append(report)
    for origin in value.origins:
        reports: dict[str, list[str]] = defaultdict(list)
        for report in origin.reports:
            if home.get(report) in found:
                reports[home[report]].append(report)
        for story, own in reports.items():
            found[story].origins.append(replace(origin, reports=own))
    for place in value.evidence:
        if home.get(place.report) in found:
            found[home[place.report]].evidence.append(place)
    return found


def subject_title(view: View, fact: Fact) -> str:
    """What a fact is of, in words: the event's title, the name of a body, a person, a place."""
    if fact.subject in view.events:
        return event_title(view, view.events[fact.subject])
    return view.title(fact.subject)


def past(view: View, story: Story, event: Event) -> bool:
    """Whether an event lies so long before the story's first report that it is its background."""
    when = event.slots.get("date") or event.slots.get("period")
    days = [d for r in story.reports if (d := view.readings[r].report.published)]
    last = when.last if isinstance(when, Interval) else None
    return bool(days and last and last < min(days) - timedelta(days=PAST))


def days_of(view: View, story: Story) -> list[date]:
    """The days of a story's reports, in order."""
    return sorted(d for r in story.reports if (d := view.heads[r].published))


def outlets_of(view: View, story: Story) -> list[str]:
    """The outlets that a story's reports name, in the order of their first reports."""
    order = sorted(story.reports, key=lambda r: view.number[r])
    return list(dict.fromkeys(o for r in order if (o := view.heads[r].outlet)))


def best_origins(story: Story, facts: Iterable[Fact]) -> int:
    """How many independent origins in a story the best attested value has."""
    inside = set(story.reports)
    return max((sum(bool(inside & set(o.reports)) for o in v.origins) for f in facts for v in f.values), default=0)
