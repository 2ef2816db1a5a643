"""Names against watchlists: every entry that one of a subject's spellings is the name of, as a question to a person."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from tawatur.names import Found, Index
from tawatur.names import Reason as Said
from tawatur.names.persons import person
from tawatur.record.types import Evidence, Reading
from tawatur.record.watchlists import (
    ORGANISATION,
    PERSON,
    UNKNOWN,
    Entry,
    Hit,
    ListedName,
    NamePair,
    Reason,
    Screening,
    Subject,
    Watchlist,
)
from tawatur.screen.evidence import weigh
from tawatur.screen.identity import hit_id
from tawatur.screen.spelling import READ, natural
from tawatur.text.sentences import enclosing

Key = tuple[int, int, int]  # list, entry in it, name of it
_SAYS = 0.2  # weight from which a matcher's reason is told
_RIVALS = 0.05  # of score: an entry that answers nearly as well may be meant as well
_MANY = 1000  # names, from which on what they are made into is set aside
_LIMIT = 60  # names looked at for one spelling: one entry may have thirty
# What a subject of a kind is looked for among; a list that leaves the kind open may mean either.
_AMONG = {PERSON: (PERSON, UNKNOWN), ORGANISATION: (ORGANISATION, UNKNOWN)}


class Screener:
    """Watchlists, ready to be asked. Persons and organisations never cross."""

    def __init__(self, watchlists: list[Watchlist]) -> None:
        self.watchlists = watchlists
        names: dict[str, dict[str, list[Key]]] = {}  # a name of several entries is compared once
        for i, watchlist in enumerate(watchlists):
            for j, entry in enumerate(watchlist.entries):
                for k, name in enumerate(entry.names):
                    if name.script in READ:
                        said = natural(name, entry.kind)
                        names.setdefault(entry.kind, {}).setdefault(said, []).append((i, j, k))
        self._keys = {kind: list(found.values()) for kind, found in names.items()}
        self._indexes = {kind: Index((str(n), name) for n, name in enumerate(found)) for kind, found in names.items()}
        if sum(map(len, self._indexes.values())) >= _MANY:
            _set_aside()

    def hits(self, subject: Subject) -> list[Hit]:
        """The hits of one subject, the likeliest first."""
        pairs: dict[tuple[int, int], dict[int, NamePair]] = {}
        spellings: dict[tuple[int, int], dict[str, None]] = {}
        for spelled in (*subject.names, *subject.short):
            for (i, j, k), found in self._found(spelled, subject.kind):
                entry = self.watchlists[i].entries[j]
                pair = _pair(spelled, entry.names[k], found)
                if spelled in subject.short:
                    if not _short(entry):
                        continue  # both sides know a fuller name, and these are held against each other
                    pair.rests_on = "short_spelling"
                known = pairs.setdefault((i, j), {}).get(k)
                spellings.setdefault((i, j), {})[spelled] = None
                if known is None or (pair.rests_on is None, pair.score) > (known.rests_on is None, known.score):
                    pairs[i, j][k] = pair
        hits = [self._hit(subject, i, self.watchlists[i].entries[j], found) for (i, j), found in pairs.items()]
        for hit, place in zip(hits, pairs, strict=True):
            hit.spelled = list(spellings[place])
            rivals = sum(1 for h in hits if h.watchlist is hit.watchlist and h.score >= hit.score - _RIVALS)
            if rivals > 1:
                hit.speaks_against.append(Reason("several_entries", (str(rivals),)))
        return sorted(hits, key=_order)

    def _found(self, spelled: str, kind: str | None) -> Iterable[tuple[Key, Found]]:
        for among, index in self._indexes.items():
            if kind is None or among in _AMONG.get(kind, (kind,)):
                for found in index.search(spelled, _LIMIT):
                    yield from ((key, found) for key in self._keys[among][int(found.key)])

    def _hit(self, subject: Subject, i: int, entry: Entry, pairs: Mapping[int, NamePair]) -> Hit:
        watchlist = self.watchlists[i]
        ordered = sorted(pairs.values(), key=lambda p: (p.weak, -p.score, p.listed.text))
        hit = Hit(hit_id(watchlist, entry, subject.id), subject, watchlist, entry, ordered)
        weigh(hit)
        return hit


def screen(
    watchlists: list[Watchlist], subjects: Iterable[Subject], readings: Mapping[str, Reading], today: date
) -> Screening:
    """Screen subjects against lists; of a record, hits have the sentences in which the names stand."""
    screener = Screener(watchlists)
    screening = Screening(watchlists, today)
    groups: list[list[Hit]] = []
    for subject in subjects:
        screening.screened += 1
        if hits := screener.hits(subject):
            sentences = _sentences(subject, readings)
            for hit in hits:
                hit.sentences = sentences
            groups.append(hits)
    if readings:  # typed names stay in the order they were typed in
        groups.sort(key=lambda hits: _order(hits[0]))
    screening.hits = [hit for hits in groups for hit in hits]
    return screening


def _set_aside() -> None:
    """What stands in memory stays there: the collector of garbage, which would go through all of it in the midst of a
    search, looks at it again only when the next lists are made ready."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _pair(spelled: str, listed: ListedName, found: Found) -> NamePair:
    match = found.match
    parts = [{"of": p.a, "listed": p.b, "likeness": p.likeness, "how": p.how} for p in match.parts]
    speaks_for, speaks_against = (
        [Reason(r.code, r.words) for r in reasons if abs(r.weight) >= _SAYS]
        for reasons in (match.speaks_for, match.speaks_against)
    )
    rests_on = "acronym" if _by_acronym(parts, match.speaks_for) else None
    return NamePair(spelled, listed, match.score, match.kind, parts, speaks_for, speaks_against, rests_on)


def _by_acronym(parts: list[dict[str, Any]], speaks_for: Iterable[Said]) -> bool:
    """Whether nothing but initials makes two names one: many bodies share them."""
    how = {p["how"] for p in parts if p["of"] and p["listed"]}
    return how == {"acronym"} and all(said.code != "known_as_one" for said in speaks_for)


def _short(entry: Entry) -> bool:
    """Whether a list knows no name of more than one part for an entry."""
    return all(person(natural(n, entry.kind)).names <= 1 for n in entry.names if n.script in READ)


def _order(hit: Hit) -> tuple[bool, int, float, str]:
    balance = len(hit.speaks_against) - len(hit.speaks_for)
    return hit.weak, balance, -hit.score, hit.id


def _sentences(subject: Subject, readings: Mapping[str, Reading]) -> list[Evidence]:
    """The sentences that name a subject, each once, in order of their reports' days."""
    found: dict[tuple[str, int], Evidence] = {}
    for places in subject.standing.values():
        for place in places:
            if place.report in readings:
                text = readings[place.report].report.text
                start, end = enclosing(text, place.start, place.end)
                found[place.report, start] = Evidence(start, end, text[start:end], place.report)

    def when(evidence: Evidence) -> tuple[date, str, int]:
        return readings[evidence.report].report.published or date.max, evidence.report, evidence.start

    return sorted(found.values(), key=when)
