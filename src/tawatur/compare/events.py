"""One event over all reports: events brought together by what they name, scored by named features, linked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from itertools import combinations

from tawatur.compare.corpus import Corpus
from tawatur.compare.features import FEATURES, Pair, apart, exclude, said_of
from tawatur.compare.linkage import Link, link_all
from tawatur.compare.passages import Passages
from tawatur.compare.places import towns
from tawatur.compare.sight import Sight
from tawatur.record.schema import SCHEMA
from tawatur.record.types import Interval, MergedEvent

ENOUGH = 1.5
ON_AVERAGE = 1.2
TWO_EVENTS = 0.9  # below which two events of one report are two, whatever others say
WINDOW = 40  # events of a block that each one is compared with, nearest in time


def same_event(a: Sight, b: Sight, passages: Passages) -> Link:
    """The score of two events of one kind, with the features that make it."""
    pair = Pair(a, b, passages.correspond((a.report, a.event), (b.report, b.event)))
    why = {name: round(value, 2) for name, feature in FEATURES.items() if (value := feature(pair))}
    score = sum(why.values())
    return Link(a.key, b.key, score, apart(pair) or (a.report == b.report and score < TWO_EVENTS), why)


def merge_events(corpus: Corpus, seen: Mapping[str, Sight], passages: Passages) -> list[MergedEvent]:
    """Every event of all reports once, those that one report tells too."""
    links = [same_event(seen[a], seen[b], passages) for a, b in _pairs(seen, corpus)]
    strong = {(x.a, x.b): x for x in links}
    clusters = link_all(list(seen), links, ENOUGH, ON_AVERAGE, Wholes(seen))
    merged = [_merged([seen[k] for k in keys], strong, corpus) for keys in clusters]
    return sorted(merged, key=lambda e: e.id)


class Wholes:
    """What clusters of events speak of: in one event no two days exclude each other, no two cities, no two victims."""

    def __init__(self, seen: Mapping[str, Sight]) -> None:
        self._kinds = {key: sight.event.kind for key, sight in seen.items()}
        self._days: dict[str, set[Interval]] = {}
        self._towns: dict[str, set[str]] = {}
        self._victims = {key: set(sight.victims) for key, sight in seen.items()}
        for key, sight in seen.items():
            day = said_of(sight)
            self._days[key] = {day} if day and sight.firm else set()
            self._towns[key] = towns(sight.refs.get("place", ())) if sight.event.kind == "incident" else set()

    def between(self, a: str, b: str) -> bool:
        """Whether a day or a town of the one cluster excludes a day or a town of the other."""
        for known in (self._towns, self._victims):
            if known[a] and known[b] and not known[a] & known[b]:
                return True
        return any(exclude(self._kinds[a], x, y) for x in self._days[a] for y in self._days[b])

    def join(self, a: str, b: str, into: str) -> None:
        """The two clusters are one now."""
        self._days[into] = self._days[a] | self._days[b]
        self._victims[into] = self._victims[a] | self._victims[b]
        self._towns[into] = self._towns[a] | self._towns[b]


def _pairs(seen: Mapping[str, Sight], corpus: Corpus) -> list[tuple[str, str]]:
    """Events of one kind that name one thing, or stand in one story or report; in large blocks the nearest in time."""
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key, sight in seen.items():
        for block in sorted(_keys(sight)):
            blocks[block].append(key)
    pairs: set[tuple[str, str]] = set()
    for keys in blocks.values():
        ordered = sorted(keys, key=lambda k: (_day(seen[k]), corpus.rank[seen[k].report], k))
        for i, right in enumerate(ordered):
            pairs.update((min(left, right), max(left, right)) for left in ordered[max(0, i - WINDOW) : i])
    return sorted(pairs)


def _day(sight: Sight) -> int:
    """The day blocks are ordered by: the event's own where it has one, else its report's."""
    if sight.when and sight.when.first:
        return sight.when.first.toordinal()
    return sight.day.toordinal() if sight.day else 0


def _keys(sight: Sight) -> set[tuple[str, ...]]:
    kind = sight.event.kind
    keys: set[tuple[str, ...]] = {(kind, "story", sight.story)} if sight.story else {(kind, "report", sight.report)}
    for refs in sight.refs.values():
        for ref in refs:
            keys.add((kind, "entity", ref.id) if ref.id else (kind, "words", " ".join(sorted(ref.stems))))
    return keys


def _merged(members: Sequence[Sight], links: Mapping[tuple[str, str], Link], corpus: Corpus) -> MergedEvent:
    ordered = sorted(members, key=lambda s: (corpus.rank[s.report], s.event.start, s.event.id))
    why = []
    for a, b in combinations(sorted(s.key for s in members), 2):
        link = links.get((a, b))
        if link is not None:
            why.append({"a": a, "b": b, "score": round(link.score, 2), "features": link.why})
    same = [(s.report, s.event.id) for s in ordered]
    return MergedEvent(_ident(ordered[0]), ordered[0].event.kind, same, why)


def _ident(first: Sight) -> str:
    """A readable id that later tellings do not change: the kind, what it is first said of, its day, and where."""
    kind = first.event.kind
    slots = [s.name for s in SCHEMA.kinds[kind].slots.values() if s.type == "entities"]
    named = [r.id for s in slots for r in first.refs.get(s, ()) if r.id]
    day = first.when.first.isoformat() if first.when and first.when.first else None
    mark = blake2b(first.key.encode(), digest_size=4).hexdigest()
    return "-".join([kind, *named[:1], *([day] if day else []), mark])
