"""The shelf: rows for lists and search, put there when reports are compared, all anew or those that one report changes.

What a story's row says rests on its own reports alone, so that it is the same in whatever order they came.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

from tawatur.record.naming import published_at
from tawatur.record.types import Fact, MergedEvent, Reading, Report, Story
from tawatur.store.between import EVENT, FACT, STORY
from tawatur.store.objects import fact_of
from tawatur.store.record import Record
from tawatur.store.shelf.rows import KIND, OUTLET, VERDICT, NewStory
from tawatur.store.values import as_json
from tawatur.tell.lines import event_title
from tawatur.tell.story import best_origins, days_of, events_of, facts_of, headlines
from tawatur.tell.view import View
from tawatur.text.sentences import enclosing
from tawatur.work.gathering import Gathering

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
LANGS = ("ar", "en")  # in which a story without titles is called something
Home = Mapping[str, str]  # a report's story


def shelve_all(record: Record, readings: Mapping[str, Reading] | None = None) -> None:
    """Put all that is compared on the shelf, whatever stands there. `readings`: those of the record, where they are at
    hand."""
    shelving, between = record.shelving, record.between
    known = record.readings() if readings is None else readings
    rows = between.rows(known)
    with record.writing():
        shelving.clear()
        for name, reading in known.items():
            shelving.put_report(rows[name], reading, _seconds(reading.report))
        idents = between.idents(STORY)
        shelving.keep_stories(idents)
        shelving.put_stories(_made(record, idents, known), rows)
        shelving.put_facts((), [fact_of(row) for row in between.all(FACT)], rows)
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
    told = {name for both in events for event in both for name, _ in event.same}
    cited = {name for both in facts for fact in both for value in fact.values for name in value.reports}
    rows = between.rows({*came, *gone, *told, *cited, *(n for both in stories for s in both for n in s.reports)})
    homes = shelving.stories_of(rows.values())
    home = {name: homes[row] for name, row in rows.items() if row in homes}
    with record.writing():
        for name, reading in came.items():
            shelving.put_report(rows[name], reading, _seconds(reading.report))
        fresh = {story.id for story in stories[1]}
        left = {story.id for story in stories[0]} - fresh
        dirty = (fresh | _retold(events, home) | _restated(facts, home)) - left
        shelving.drop_stories(left)
        for name in gone:
            shelving.drop_report(rows[name])
        made = list(_made(record, sorted(dirty)))
        rows |= between.rows(name for one in made for name in one.reports)
        shelving.put_stories(made, rows)
        shelving.put_facts(*facts, rows)
        shelving.settle()


def _made(record: Record, idents: Iterable[str], known: Mapping[str, Reading] | None = None) -> Iterator[NewStory]:
    """The rows of these stories."""
    for ident in idents:
        found = Gathering(record, known)
        found.take(STORY, record.between.texts_named(STORY, [ident]))
        story = found.stories[ident]
        found.read(story.reports)
        found.take_of(EVENT, story.reports)
        found.take_of(FACT, story.reports)
        yield _row(found, story)


def _row(found: Gathering, story: Story) -> NewStory:
    view = found.bare(LANGS[0])
    reports = [view.heads[name] for name in story.reports]
    events = events_of(view, story)
    facts = facts_of(view, story, events)
    days = days_of(view, story)
    tags = Counter((OUTLET, r.outlet) for r in reports if r.outlet)
    tags += Counter((KIND, event.kind) for event in events)
    tags += Counter((VERDICT, fact.verdict) for fact in facts)
    headings = _headings(found, view, story, events)
    return NewStory(
        story.id,
        story.reports,
        max(map(_seconds, reports)),
        days[0].isoformat() if days else None,
        days[-1].isoformat() if days else None,
        best_origins(story, facts),
        len(facts),
        headings,
        _digest(story, headings, events, found.facts.values()),
        tags,
    )


def _headings(found: Gathering, view: View, story: Story, events: list[MergedEvent]) -> dict[str, str]:
    """What a story is called, by language: as its reports are, else by its main event, else its first words."""
    if titles := headlines(view, story, events):
        return titles
    if events:
        return {lang: event_title(found.view(lang), events[0]) for lang in LANGS}
    first = view.heads[story.reports[0]]
    at = len(first.text) - len(first.text.lstrip())
    start, end = enclosing(first.text, at, at)
    return {first.language: " ".join(first.text[start:end].split())}


def _digest(story: Story, headings: Mapping[str, str], events: Sequence[MergedEvent], facts: Iterable[Fact]) -> str:
    """What a story's own reports tell, in short: another one where its page says something else."""
    home = dict.fromkeys(story.reports, story.id)
    told = sorted((e.id, *key) for e in events for key in e.same if key[0] in home)
    stated = {fact.id: _parts(fact, home)[story.id] for fact in facts}
    whole = as_json([story.reports, headings, told, sorted(stated.items())])
    return hashlib.blake2b(whole.encode(), digest_size=12).hexdigest()


def _retold(events: tuple[Sequence[MergedEvent], Sequence[MergedEvent]], home: Home) -> set[str]:
    """The stories in which something told is of another event now."""
    was, now = ({key: event.id for event in some for key in event.same} for some in events)
    moved = {key[0] for key in was.keys() | now.keys() if was.get(key) != now.get(key)}
    return {home[name] for name in moved if name in home}


def _restated(facts: tuple[Sequence[Fact], Sequence[Fact]], home: Home) -> set[str]:
    """The stories whose own reports tell something else of a fact now, or for which its verdict is another."""
    was, now = ({fact.id: fact for fact in some} for some in facts)
    found: set[str] = set()
    for ident in was.keys() | now.keys():
        old, new = was.get(ident), now.get(ident)
        if old != new:
            before, after = (_parts(fact, home) if fact else {} for fact in (old, new))
            found |= {story for story in before.keys() | after.keys() if before.get(story) != after.get(story)}
    return found


def _parts(fact: Fact, home: Home) -> dict[str, list[str]]:
    """What each story tells of a fact."""
    found: dict[str, list[str]] = defaultdict(list)
    for value in fact.values:
        said = repr(value.value)
        for name in value.reports:
            found[home.get(name, "")].append(f"{said} {name}")
        for origin in value.origins:
            for name in origin.reports:
                found[home.get(name, "")].append(f"{said} {name} {origin.why} {origin.by}")
        for place in value.evidence:
            found[home.get(place.report, "")].append(f"{said} {place.report} {place.start} {place.end}")
    for place in fact.denials:
        found[home.get(place.report, "")].append(f"no {place.report} {place.start} {place.end}")
    found.pop("", None)
    for parts in found.values():
        parts.sort()
        parts.append(fact.verdict)
    return dict(found)


def _seconds(report: Report) -> int:
    """When a report came out, in seconds; 0 where it does not say."""
    at = published_at(report)
    return int((at - _EPOCH).total_seconds()) if at >= _EPOCH else 0
