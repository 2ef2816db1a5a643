"""Events: a report's own meet the nearest in time under their keys; the events that they touch are grouped anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tawatur.compare.events.finding import WINDOW, day_of, may_be_one
from tawatur.compare.events.linkage import Link
from tawatur.compare.events.merging import ENOUGH, Likely, find_links, group, likely, merged_event, pair_of
from tawatur.compare.events.sight import Sight, key_of
from tawatur.compare.events.ties import Ties
from tawatur.compare.passages import Passages
from tawatur.record.types import Copy, MergedEvent
from tawatur.store.between import EVENT
from tawatur.store.objects import event_of, event_row
from tawatur.work.keeping.copies import copies_among
from tawatur.work.keeping.entities import Entities
from tawatur.work.keeping.near import Near
from tawatur.work.keeping.sights import reaches
from tawatur.work.keeping.windows import Windows

_MOST = 120  # tellings that are grouped anew; an event of more is left as it is


@dataclass(slots=True)
class Events:
    """What changed: events that are no more, and those that came instead of them or were made anew; and events that
    are as they were, of which some telling names what has another id now."""

    gone: list[MergedEvent] = field(default_factory=list)
    made: list[MergedEvent] = field(default_factory=list)
    named: list[MergedEvent] = field(default_factory=list)


def regroup_events(
    near: Near, names: Iterable[str], gone: Iterable[str] = (), renamed: Entities | None = None
) -> Events:
    """Group the events that these reports tell, or told, anew with those that they meet. Of reports in which entities
    were `renamed`: what names two that are one now is held against what names that; what names one that has another id
    and is what it was is brought together with nothing and parted from nothing."""
    left, renamed = set(gone), renamed or Entities()
    mine = near.sights.of_reports(set(names) - left)
    touched = {row.ident: event_of(row) for row in near.record.between.of_reports(EVENT, {*names, *left})}
    others = renamed.renamed - set(names)
    naming = near.sights.naming(others, renamed.idents) if others else {}
    joined = near.sights.naming(others, renamed.joined) if others and renamed.joined else {}
    touched |= _holding(near, joined)
    near.sights.put_keys((mine | naming).values())
    met = {key: _met(near, sight) for key, sight in mine.items()}
    alike = near.record.between.rows_naming(renamed.joined)
    met |= {key: near.record.tellings.told_by(_met(near, sight), alike) for key, sight in joined.items()}
    old, new = _regrouped(near, mine | joined, met, touched, left)
    for event in _holding(near, naming.keys() - joined.keys()).values():
        if event.id not in old:
            called = near.sights.called(event)
            old[event.id], new[called.id] = event, called
    near.record.between.replace(
        EVENT, old.keys() - new.keys(), [event_row(e) for e in new.values() if old.get(e.id) != e]
    )
    return Events(
        [e for i, e in old.items() if i not in new],
        [e for i, e in new.items() if old.get(i) != e],
        [e for i, e in new.items() if old.get(i) == e and any(key_of(*told) in naming for told in e.same)],
    )


def _regrouped(
    near: Near,
    mine: Mapping[str, Sight],
    met: Mapping[str, Iterable[int]],
    touched: Mapping[str, MergedEvent],
    left: set[str],
) -> tuple[dict[str, MergedEvent], dict[str, MergedEvent]]:
    """The touched events, with those that tellings are linked with which these met (by their rows), as they were and as
    they are when they are grouped anew, by id. Nothing that reports tell which went (`left`) is among them."""
    others = near.sights.at({row for rows in met.values() for row in rows})
    pairs = [(mine[key], others[row]) for key, rows in met.items() for row in rows]
    passages = Passages(near.copies({s.report for s in mine.values()}))
    ties = near.event_ties({s.report for s in (*mine.values(), *others.values())})
    tied = {other for key in mine for other in ties.tied(key)} - mine.keys()
    known = _likely(pairs, passages)
    linked = {key for keys, link in known.items() if link is not None and link.score >= ENOUGH for key in keys} | tied
    old = {**touched, **_holding(near, {key for key in linked - mine.keys() if _report(key) not in left})}
    tellings = {f"{r} {e}" for event in old.values() for r, e in event.same if r not in left} | mine.keys()
    if len(tellings) > _MOST:
        old, tellings = _fewer(old, tellings, mine, left)
    reports = _reports(tellings)
    seen, copies = near.sights.named(tellings), copies_among(near, reports)
    made = _grouped(near, seen, copies, near.event_ties(reports), known)
    return {event.id: event for event in old.values()}, {event.id: event for event in made}


def _holding(near: Near, tellings: Collection[str]) -> dict[str, MergedEvent]:
    """The events that these tellings are of, by id."""
    events = map(event_of, near.record.between.of_reports(EVENT, _reports(tellings)))
    return {e.id: e for e in events if any(key_of(*told) in tellings for told in e.same)}


def _reports(tellings: Iterable[str]) -> set[str]:
    return {_report(key) for key in tellings}


def _report(telling: str) -> str:
    return telling.rpartition(" ")[0]


def _fewer(
    touched: Mapping[str, MergedEvent], tellings: set[str], mine: Mapping[str, Sight], left: set[str]
) -> tuple[dict[str, MergedEvent], set[str]]:
    """The smaller ones of very many touched events, and those that the reports tell themselves in any case."""
    kept: dict[str, MergedEvent] = {}
    chosen = set(mine)
    for ident, event in sorted(touched.items(), key=lambda t: (len(t[1].same), t[0])):
        told = {f"{r} {e}" for r, e in event.same if r not in left}
        own = any(r in left or f"{r} {e}" in mine for r, e in event.same)
        if own or len(chosen | told) <= _MOST:
            kept[ident] = event
            chosen |= told
    return kept, chosen


def _met(near: Near, sight: Sight) -> set[int]:
    """The tellings, by their rows, that stand nearest in time to one under its keys."""
    day, nearest = day_of(sight), near.record.tellings.nearest
    return {row for key, reach in reaches(sight).items() for row in nearest(key, day, WINDOW, reach)}


def _likely(pairs: Iterable[tuple[Sight, Sight]], passages: Passages) -> Likely:
    """What is likely of these pairs, each once, by the keys of both in order."""
    met = {(min(a.key, b.key), max(a.key, b.key)): (a, b) for a, b in pairs if a.key != b.key and may_be_one(a, b)}
    return {keys: likely(pair_of(*pair, passages)) for keys, pair in met.items()}


def _grouped(
    near: Near, seen: Mapping[str, Sight], copies: Sequence[Copy], ties: Ties, known: Likely
) -> list[MergedEvent]:
    passages = Passages(copies)
    links = find_links(seen.values(), passages, known, Windows(near.record.tellings))
    rank = {report: near.rank(report) for report in {s.report for s in seen.values()}}
    order = {report: i for i, report in enumerate(sorted(rank, key=lambda r: rank[r]))}
    clusters = group(seen, links, ties)
    home = {key: found[0] for found in clusters for key in found}
    inside: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if home[link.a] == home[link.b]:
            inside[home[link.a]].append(link)
    return [merged_event([seen[key] for key in found], inside[found[0]], order, passages, ties) for found in clusters]
