"""The shelf: rows for lists and search, put there when reports are compared, all anew or those that one report changes.

What a story's row says rests on its own reports alone, so that it is the same in whatever order they came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import blake2b

from tawatur.record.naming import published_at
from tawatur.record.types import Fact, MergedEvent, Reading, Report, Story
from tawatur.store.between import EVENT, FACT, STORY
from tawatur.store.objects import fact_of, story_of
from tawatur.store.record import Record
from tawatur.store.shelf.rows import KIND, OUTLET, InStory, NewStory
from tawatur.store.shelf.writing import Shelving
from tawatur.store.values import as_json
from tawatur.tell.lines import event_title
from tawatur.tell.story import days_of, events_of, headlines, in_stories, titled
from tawatur.tell.view import View
from tawatur.work.gathering import Gathering

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
LANGS = ("ar", "en")  # in which a story without titles is called something


def shelve_all(record: Record, readings: Mapping[str, Reading] | None = None) -> None:
    """Put all that is compared on the shelf, whatever stands there. `readings`: those of the record, where they are at
    hand."""
    shelving, between = record.shelving, record.between
    known = record.readings() if readings is None else readings
    rows = between.rows(known)
    stories = {row.ident: story_of(row) for row in between.all(STORY)}
    home = {name: story.id for story in stories.values() for name in story.reports}
    at = {name: _seconds(reading.report) for name, reading in known.items()}
    with record.writing():
        shelving.clear()
        shelving.drop_stories(but=stories)
        for name, reading in known.items():
            shelving.put_report(rows[name], reading, at[name])
        shelving.place({ident: story.reports for ident, story in stories.items()}, rows)
        for row in between.all(FACT):
            fact = fact_of(row)
            shelving.put_fact(fact, _last(fact, at), _in_stories(fact, home))
            shelving.put_places(fact.id, _places(fact, rows))
        shelving.put_stories(_made(record, stories, known))
        shelving.settle()
        shelving.filled()


def shelve(
    record: Record,
    came: Mapping[str, Reading],
    gone: Collection[str],
    stories: tuple[Sequence[Story], Sequence[Story]],
    events: tuple[Sequence[MergedEvent], Sequence[MergedEvent]],
    facts: tuple[Sequence[Fact], Sequence[Fact]],
) -> None:
    """Put what changed on the shelf: reports that came or went; of stories, events and facts those that were, and those
    that are instead of them."""
    shelving, between = record.shelving, record.between
    fresh = {story.id: story.reports for story in stories[1]}
    was, now = ({fact.id: fact for fact in some} for some in facts)
    with record.writing():
        rows = between.rows({*came, *gone, *(n for names in fresh.values() for n in names)})
        for name, reading in came.items():
            shelving.put_report(rows[name], reading, _seconds(reading.report))
        for name in gone:
            shelving.drop_report(rows[name])
        left = {story.id for story in stories[0]} - fresh.keys()
        shelving.drop_stories(left)
        moved = shelving.place(fresh, rows)
        restated = shelving.drop_facts(was.keys() - now.keys())
        told = {fact.id: fact for fact in _facts_told(record, moved)} | now
        cited = {d.report for fact in now.values() for d in fact.denials}
        rows |= between.rows({r for fact in told.values() for r in _reports(fact)} | _retold(events) | cited)
        home = shelving.homes(rows)
        at = shelving.published(rows)
        for fact in told.values():
            if was.get(fact.id) != fact or not _reports(fact).isdisjoint(moved):
                restated |= shelving.put_fact(fact, _last(fact, at), _in_stories(fact, home))
        for fact in now.values():
            _put_places(shelving, fact, was.get(fact.id), rows, {rows[name] for name in came})
        remade = {*fresh, *(home[name] for name in _retold(events) if name in home)} - left
        shelving.put_stories(_made(record, remade))
        shelving.restate(restated - remade - left)
        shelving.settle()


def _put_places(
    shelving: Shelving, fact: Fact, was: Fact | None, rows: Mapping[str, int], came: Collection[int]
) -> None:
    """Keep where a fact stands: all its places where some are no more, else those that came, or are in reports that
    came."""
    places, before = _places(fact, rows), _places(was, rows) if was is not None else set()
    if before - places:
        shelving.put_places(fact.id, places)
    else:
        shelving.put_places(fact.id, {p for p in places if p not in before or p[0] in came}, anew=False)


def _facts_told(record: Record, names: Collection[str]) -> list[Fact]:
    """The facts that these reports tell."""
    found = Gathering(record)
    found.take_of(FACT, names)
    return list(found.facts.values())


def _made(record: Record, idents: Iterable[str], known: Mapping[str, Reading] | None = None) -> Iterator[NewStory]:
    """The rows of these stories."""
    for ident in sorted(idents):
        found = Gathering(record, known)
        found.take_named(STORY, [ident])
        story = found.stories[ident]
        found.read(story.reports)
        found.take_of(EVENT, story.reports)
        yield _row(found, story)


def _row(found: Gathering, story: Story) -> NewStory:
    view = found.bare(LANGS[0])
    reports = [view.heads[name] for name in story.reports]
    events = events_of(view, story)
    days = days_of(view, story)
    tags = Counter((OUTLET, r.outlet) for r in reports if r.outlet)
    tags += Counter((KIND, event.kind) for event in events)
    headings = _headings(found, view, story, events)
    told = sorted((e.id, *key) for e in events for key in e.same if key[0] in view.heads)
    return NewStory(
        story.id,
        len(reports),
        max(map(_seconds, reports)),
        days[0].isoformat() if days else None,
        days[-1].isoformat() if days else None,
        headings,
        blake2b(as_json([story.reports, headings, told]).encode(), digest_size=8).hexdigest(),
        tags,
    )


def _headings(found: Gathering, view: View, story: Story, events: list[MergedEvent]) -> dict[str, str]:
    """What a story is called, by language: as its reports are, else by its main event where that says enough, else by
    its first words."""
    if titles := headlines(view, story, events):
        return titles
    words, report = titled(view, story, events)
    if report is None:
        return {lang: event_title(found.view(lang), events[0], worded=False) for lang in LANGS}
    return {view.heads[report].language: words}


def _retold(events: tuple[Sequence[MergedEvent], Sequence[MergedEvent]]) -> set[str]:
    """The reports that tell something which is of another event now."""
    was, now = ({key: event.id for event in some for key in event.same} for some in events)
    return {key[0] for key in was.keys() | now.keys() if was.get(key) != now.get(key)}


def _in_stories(fact: Fact, home: Mapping[str, str]) -> dict[str, InStory]:
    """A fact as each story tells it."""
    return {
        story: InStory(part.verdict, max(len(v.origins) for v in part.values), _digest(part))
        for story, part in in_stories(fact, home).items()
    }


def _digest(fact: Fact) -> int:
    """A number for what is told of a fact: values, by whom, from whom, where. From when to when a state is told rests
    on other stories too, and is left out."""
    told = [
        (
            repr(v.value),
            v.reports,
            [(o.why, o.by, o.reports) for o in v.origins],
            [(e.report, e.start, e.end) for e in v.evidence],
        )
        for v in fact.values
    ]
    denied = [(d.report, d.start, d.end) for d in fact.denials]
    return int.from_bytes(blake2b(repr((told, denied)).encode(), digest_size=8).digest(), "big", signed=True)


def _reports(fact: Fact) -> set[str]:
    return {name for value in fact.values for name in value.reports}


def _last(fact: Fact, at: Mapping[str, int]) -> int:
    """When the last report that tells a fact was published. Facts of very many claims may name one that went: they are
    made anew when somebody asks for them."""
    return max((at[name] for name in _reports(fact) if name in at), default=0)


def _places(fact: Fact, rows: Mapping[str, int]) -> set[tuple[int, int, int]]:
    """Where a fact stands: row of the report, start, end."""
    told = (*(e for v in fact.values for e in v.evidence), *fact.denials)
    return {(rows[e.report], e.start, e.end) for e in told if e.report in rows}


def _seconds(report: Report) -> int:
    """When a report came out, in seconds; 0 where it does not say."""
    at = published_at(report)
    return int((at - _EPOCH).total_seconds()) if at >= _EPOCH else 0
