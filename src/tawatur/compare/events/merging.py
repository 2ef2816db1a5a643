"""One event over all reports: events brought together by what they name, scored by named features, linked.

In parts, for callers that hold few reports: `finding.keys_of` and `order_of` say what a telling is found by,
`same_event` scores two, `group` makes events of what is linked, `merged_event` names one and says why; and for those
that hold one component of many: `holds` and `scored` say what two tellings are, `events_of` makes its events.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from types import MappingProxyType

from tawatur.compare.corpus import Corpus
from tawatur.compare.days import Days
from tawatur.compare.events.features import apart, at_most, features_of, score_of
from tawatur.compare.events.finding import Neighbours, Twins, order_of
from tawatur.compare.events.linkage import Link, link_all
from tawatur.compare.events.pair import Pair
from tawatur.compare.events.sight import Sight
from tawatur.compare.events.tellings import two_voices
from tawatur.compare.events.ties import DECISION, Side, Ties, parted
from tawatur.compare.events.timing import exclude
from tawatur.compare.groups import Groups
from tawatur.compare.passages import Passages
from tawatur.compare.places import towns
from tawatur.record.schema import SCHEMA
from tawatur.record.types import MergedEvent

Likely = Mapping[tuple[str, str], Link | None]

ENOUGH = 1.5
ON_AVERAGE = 1.2
NO_TIES = Ties()
TWO_EVENTS = 0.9  # below which two events of one report are two, whatever others say
TWO_INCIDENTS = 1.8  # the same for incidents, of which a report often tells several, unless two voices tell one


def same_event(a: Sight, b: Sight, passages: Passages) -> Link:
    """The score of two events of one kind, with the features that make it."""
    pair = pair_of(a, b, passages)
    return replace(scored(pair), why=features_of(pair))


def pair_of(a: Sight, b: Sight, passages: Passages) -> Pair:
    """Two tellings side by side, in the order of their keys."""
    a, b = (a, b) if a.key < b.key else (b, a)
    return Pair(a, b, passages.correspond((a.report, a.event), (b.report, b.event)))


def scored(pair: Pair) -> Link:
    """The score alone, without the features that make it: of a million links, few are ever asked why."""
    score = score_of(pair)
    return Link(pair.a.key, pair.b.key, score, _are_two(pair, score))


def _are_two(pair: Pair, score: float) -> bool:
    if not pair.one_report:
        return apart(pair)
    several = pair.kind == "incident" and not two_voices(pair)
    return apart(pair) or score < (TWO_INCIDENTS if several else TWO_EVENTS)


def likely(pair: Pair) -> Link | None:
    """The link of two tellings, but for those that surely are not enough to hold together."""
    return scored(pair) if at_most(pair) >= ENOUGH else None


def holds(pair: Pair) -> Link | None:
    """The link of two tellings where it is enough to hold them together."""
    link = likely(pair)
    return link if link is not None and link.score >= ENOUGH else None


def told_again(first: Sight, sight: Sight, passages: Passages) -> Link | None:
    """The link of a telling with the first that has its words, where the two are surely one: it meets no others."""
    link = scored(pair_of(first, sight, passages))
    return link if link.score >= ENOUGH and not link.apart else None


def merge_events(
    corpus: Corpus, seen: Mapping[str, Sight], passages: Passages, ties: Ties = NO_TIES
) -> list[MergedEvent]:
    """Every event of all reports once, those that one report tells too; `ties` are what people said of them."""
    return events_of(seen, find_links(seen.values(), passages), corpus.rank, passages, ties)


def events_of(
    seen: Mapping[str, Sight], links: Sequence[Link], rank: Mapping[str, int], passages: Passages, ties: Ties = NO_TIES
) -> list[MergedEvent]:
    """The events of tellings and their links, of all or of one component; `rank` orders reports."""
    inside: dict[str, list[Link]] = defaultdict(list)
    clusters = group(seen, links, ties)
    home = {key: keys[0] for keys in clusters for key in keys}
    for link in links:
        if home[link.a] == home[link.b]:
            inside[home[link.a]].append(link)
    merged = [merged_event([seen[k] for k in keys], inside[keys[0]], rank, passages, ties) for keys in clusters]
    return sorted(merged, key=lambda e: e.id)


def find_links(
    seen: Iterable[Sight], passages: Passages, known: Likely = MappingProxyType({}), near: Neighbours | None = None
) -> list[Link]:
    """The links that can matter for events, without their features: those of `ENOUGH`, and what speaks against them.
    `known`: what is `likely` of pairs that were looked at before, by the keys of both in order; `near`: what tells
    which are compared, where these are some tellings of many.

    Links of less between events that no chain of links of `ENOUGH` holds together decide nothing: they are not scored.
    What says the same word for word as an earlier telling is linked to that alone: of ten thousand copies of a report
    each is compared once.
    """
    near, twins = near or Neighbours(), Twins()
    links: list[Link] = []
    rest: list[tuple[Sight, Sight, Link | None]] = []
    groups: Groups[str] = Groups()
    for sight in sorted(seen, key=order_of):
        first = twins.first(sight)
        again = told_again(first, sight, passages) if first else None
        if again is not None:
            links.append(again)
            groups.join(again.a, again.b)
            continue
        for other in near.before(sight):
            keys = (other.key, sight.key) if other.key < sight.key else (sight.key, other.key)
            link = known[keys] if keys in known else likely(pair_of(other, sight, passages))
            if link is not None and link.score >= ENOUGH:
                links.append(link)
                groups.join(link.a, link.b)
            else:
                rest.append((other, sight, link))
    home = {key: members[0] for members in groups.all() if len(members) > 1 for key in members}
    joined = ((a, b, link, home.get(a.key)) for a, b, link in rest)
    inside = ((a, b, link) for a, b, link, of in joined if of is not None and of == home.get(b.key))
    return links + [link or scored(pair_of(a, b, passages)) for a, b, link in inside]


def group(seen: Mapping[str, Sight], links: Sequence[Link], ties: Ties = NO_TIES) -> list[list[str]]:
    """The events' keys in groups that are one event each; all of one component's links give what those of all give."""
    tied = [keys for _, keys in ties.all()]
    return link_all(sorted(seen), links, ENOUGH, ON_AVERAGE, Wholes(seen, ties), tied)


class Wholes:
    """What clusters of events speak of: in one event no two days exclude each other, no two cities, no two victims. Of
    the days that many tellings give, the one that most give counts: one of them may be misread. Nor is one what people
    parted."""

    def __init__(self, seen: Mapping[str, Sight], ties: Ties = NO_TIES) -> None:
        self._sides: dict[str, set[Side]] = {key: set(sides) for key in seen if (sides := ties.sides(key))}
        self._kinds = {key: sight.kind for key, sight in seen.items()}
        self._days: dict[str, Counter[Days]] = {}
        self._towns: dict[str, frozenset[str]] = {}
        self._victims = {key: sight.victims for key, sight in seen.items()}
        for key, sight in seen.items():
            self._days[key] = Counter({sight.said: 1} if sight.said and sight.firm and not sight.moved else {})
            self._towns[key] = frozenset(towns(sight.refs.get("place", ())) if sight.kind == "incident" else ())

    def between(self, a: str, b: str) -> bool:
        """Whether the day, a town or a victim of the one cluster excludes those of the other, or a person did."""
        if self._sides and parted(self._sides.get(a, ()), self._sides.get(b, set())):
            return True
        for known in (self._towns, self._victims):
            if known[a] and known[b] and not known[a] & known[b]:
                return True
        left, right = _usual(self._days[a]), _usual(self._days[b])
        return left is not None and right is not None and exclude(self._kinds[a], left, right)

    def join(self, a: str, b: str, into: str) -> None:
        """The two clusters are one now."""
        if sides := self._sides.pop(a, set()) | self._sides.pop(b, set()):
            self._sides[into] = sides
        self._days[into] = self._days[a] + self._days[b]
        self._victims[into] = self._victims[a] | self._victims[b]
        self._towns[into] = self._towns[a] | self._towns[b]


def _usual(days: Counter[Days]) -> Days | None:
    return min(days, key=lambda d: (-days[d], d), default=None)


def merged_event(
    members: Sequence[Sight],
    links: Sequence[Link],
    rank: Mapping[str, int],
    passages: Passages,
    ties: Ties = NO_TIES,
) -> MergedEvent:
    """One event of its tellings, first told first (`rank` orders reports), with the links that hold it together."""
    ordered = sorted(members, key=lambda s: (rank[s.report], s.event.start, s.event.id))
    by_key = {s.key: s for s in members}
    why = []
    for held in _tree(links):
        link = same_event(by_key[held.a], by_key[held.b], passages)
        why.append({"a": link.a, "b": link.b, "score": round(link.score, 2), "features": link.why})
    for decision, keys in ties.all():
        held_so = [key for key in keys if key in by_key]
        why += [
            {"a": held_so[0], "b": key, "score": ENOUGH, "features": {f"{DECISION}{decision}": 1.0}}
            for key in held_so[1:]
        ]
    same = [(s.report, s.event.id) for s in ordered]
    return MergedEvent(ident_of(ordered[0]), ordered[0].kind, same, why)


def _tree(links: Iterable[Link]) -> list[Link]:
    """The strongest links that hold all together, one fewer than it has tellings (Kruskal 1956)."""
    groups: Groups[str] = Groups()
    held = []
    for link in sorted(links, key=lambda x: (-x.score, x.a, x.b)):
        if link.score >= ENOUGH and groups.find(link.a) != groups.find(link.b):
            groups.join(link.a, link.b)
            held.append(link)
    return held


def ident_of(first: Sight) -> str:
    """A readable id that later tellings do not change: the kind, what it is first said of, its day, and where."""
    slots = [s.name for s in SCHEMA.kinds[first.kind].slots.values() if s.type == "entities"]
    named = [r.id for s in slots for r in first.refs.get(s, ()) if r.id]
    day = first.when.first.isoformat() if first.when and first.when.first else None
    mark = blake2b(first.key.encode(), digest_size=4).hexdigest()
    return "-".join([first.kind, *named[:1], *([day] if day else []), mark])
