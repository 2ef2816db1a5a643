"""Events: a report's own meet the nearest in time under their keys; the events that they touch are grouped anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tawatur.compare.events.features import at_most, score_of
from tawatur.compare.events.finding import WINDOW, day_of, keys_of, may_be_one
from tawatur.compare.events.linkage import Link
from tawatur.compare.events.merging import ENOUGH, find_links, group, merged_event, pair_of, same_event
from tawatur.compare.events.sight import Sight
from tawatur.compare.events.ties import Ties
from tawatur.compare.passages import Passages
from tawatur.record.types import Copy, MergedEvent
from tawatur.store.between import EVENT
from tawatur.store.objects import event_of, event_row
from tawatur.work.keeping.copies import copies_among
from tawatur.work.keeping.hashes import mark
from tawatur.work.keeping.near import Near

_MOST = 120  # tellings that are grouped anew; an event of more is left as it is


@dataclass(slots=True)
class Events:
    """What changed: events that are no more, and those that came instead of them or were made anew."""

    gone: list[MergedEvent] = field(default_factory=list)
    made: list[MergedEvent] = field(default_factory=list)


def keys(sight: Sight) -> list[int]:
    """The keys under which a telling is found."""
    return list(_reaches(sight))


def _reaches(sight: Sight) -> dict[int, int]:
    """Within how many days each key finds others."""
    return {mark("event", key): reach for key, reach in keys_of(sight).items()}


def keys_and_days(sight: Sight) -> list[tuple[int, int]]:
    """The keys under which a telling is found, with the day by which it is ordered there."""
    return [(key, day_of(sight)) for key in keys(sight)]


def put_sights(near: Near, sights: Iterable[Sight]) -> None:
    """Keep the keys under which tellings are found."""
    listed = list(sights)
    rows = near.record.between.rows(sight.report for sight in listed)
    near.record.meetings.put_keys((key, day, rows[s.report]) for s in listed for key, day in keys_and_days(s))


def regroup_events(near: Near, names: Iterable[str], gone: Iterable[str] = ()) -> Events:
    """Group the events that these reports tell, or told, anew with those that they meet."""
    between = near.record.between
    left = set(gone)
    touched = {row.ident: event_of(row) for row in between.of_reports(EVENT, {*names, *left})}
    mine = near.sights(set(names) - left)
    put_sights(near, mine.values())
    others = near.sights(_met(near, mine.values()) - left, frozenset(sight.kind for sight in mine.values()))
    passages = Passages(copies_among(near, {s.report for s in (*mine.values(), *others.values())}))
    ties = near.event_ties({s.report for s in (*mine.values(), *others.values())})
    tied = {other for key in mine for other in ties.tied(key)} - mine.keys()
    others |= near.sights(_reports(tied) - left)
    linked = {link.b if link.a in mine else link.a for link in _links(mine, others, passages)} | tied
    reached = {others[key].report for key in linked if key in others}
    for row in between.of_reports(EVENT, reached):
        event = event_of(row)
        if any(f"{report} {ident}" in linked for report, ident in event.same):
            touched[row.ident] = event
    tellings = {f"{r} {e}" for event in touched.values() for r, e in event.same if r not in left} | mine.keys()
    if len(tellings) > _MOST:
        touched, tellings = _fewer(touched, tellings, mine, left)
    reports = _reports(tellings)
    seen = {key: sight for key, sight in near.sights(reports).items() if key in tellings}
    made = _grouped(near, seen, copies_among(near, reports), near.event_ties(reports))
    old = {event.id: event for event in touched.values()}
    new = {event.id: event for event in made}
    between.replace(EVENT, old.keys() - new.keys(), [event_row(e) for e in made if old.get(e.id) != e])
    return Events(
        [e for i, e in old.items() if i not in new],
        [e for i, e in new.items() if old.get(i) != e],
    )


def _reports(tellings: Iterable[str]) -> set[str]:
    return {key.rpartition(" ")[0] for key in tellings}


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


def _met(near: Near, sights: Iterable[Sight]) -> set[str]:
    """The reports whose tellings stand nearest in time under the keys of these."""
    nearest = near.record.meetings.nearest
    rows = {row for s in sights for k, reach in _reaches(s).items() for row in nearest(k, day_of(s), WINDOW, reach)}
    return set(near.record.between.names(rows).values())


def _links(mine: Mapping[str, Sight], others: Mapping[str, Sight], passages: Passages) -> list[Link]:
    under: dict[str, dict[str, Sight]] = defaultdict(dict)
    for sight in (*others.values(), *mine.values()):
        for key in keys_of(sight):
            under[key][sight.key] = sight
    pairs = {
        (min(sight.key, other), max(sight.key, other)): (sight, found)
        for sight in mine.values()
        for key, reach in keys_of(sight).items()
        for other, found in under[key].items()
        if other != sight.key and abs(day_of(found) - day_of(sight)) <= reach and may_be_one(sight, found)
    }
    met = (pair_of(*pair, passages) for _, pair in sorted(pairs.items()))
    return [same_event(p.a, p.b, passages) for p in met if at_most(p) >= ENOUGH and score_of(p) >= ENOUGH]


def _grouped(near: Near, seen: Mapping[str, Sight], copies: Sequence[Copy], ties: Ties) -> list[MergedEvent]:
    passages = Passages(copies)
    links = find_links(seen.values(), passages)
    rank = {report: near.rank(report) for report in {s.report for s in seen.values()}}
    order = {report: i for i, report in enumerate(sorted(rank, key=lambda r: rank[r]))}
    clusters = group(seen, links, ties)
    home = {key: found[0] for found in clusters for key in found}
    inside: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if home[link.a] == home[link.b]:
            inside[home[link.a]].append(link)
    return [merged_event([seen[key] for key in found], inside[found[0]], order, passages, ties) for found in clusters]
