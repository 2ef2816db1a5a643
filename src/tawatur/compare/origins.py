"""Independent origins: which tellings of a value go back to one text, one agency or one speaker, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

from tawatur.compare.claims import Claim
from tawatur.compare.corpus import Corpus, name_words, stems
from tawatur.compare.groups import Groups
from tawatur.compare.passages import Passages
from tawatur.compare.profiles import Names
from tawatur.language.loader import load
from tawatur.record.types import Origin, Place, Reading, Span

OCCASION = 2  # days within which one speaker's words are one occasion's
MOSTLY = 0.4  # share of the shorter report from which it is the other's text, whoever it quotes
PARTLY = 0.15  # share from which what both tell in their own voice is one text's
_EDGE = 120  # characters at a report's beginning and end where an agency is credited
_CLAUSE = 30  # characters of evidence that tell more than a name
_REASONS = ("copy", "agency", "speaker", "document")


class Lineage:
    """What is known of where reports have their words from."""

    def __init__(
        self, corpus: Corpus, passages: Passages, copied: Mapping[tuple[str, str], float], merged: Names
    ) -> None:
        self._corpus = corpus
        self._passages = passages
        self._copied = copied
        self._partners: dict[str, set[str]] = defaultdict(set)
        for a, b in copied:
            self._partners[a].add(b)
            self._partners[b].add(a)
        agencies = _agencies()
        self._credits = {name: _credits(name, r, merged, agencies) for name, r in corpus}
        self._via = {(name, e.id): _via(name, r, e.statement, merged, agencies) for name, r in corpus for e in r.events}

    def link(self, a: Claim, b: Claim) -> str | None:
        """Why two tellings are of one origin, or None."""
        if a.report == b.report:
            return None if _two_speakers(a, b) else "none"
        if self._one_text(a, b):
            return "copy"
        apart = self._corpus.days_apart(a.report, b.report)
        if apart is None or apart > OCCASION:
            return None
        if self._carriers(a) & self._carriers(b):
            return "agency"
        return "speaker" if a.voice is not None and _one_speaker(a.voice, b.voice) else None

    def pairs(self, claims: Sequence[Claim]) -> list[tuple[int, int]]:
        """Which tellings may be of one origin, the earlier first: of one report, of reports that share a passage, and
        of one voice or agency one after the other in time. Never all with all."""
        reports: dict[str, list[int]] = defaultdict(list)
        chains: dict[str, list[int]] = defaultdict(list)
        for i, claim in enumerate(claims):
            reports[claim.report].append(i)
            for source in {claim.voice or "", *self._carriers(claim)} - {""}:
                chains[source].append(i)
        found = {(i, j) for of_one in reports.values() for i, j in combinations(of_one, 2)}
        for name, own in reports.items():
            for partner in self._partners[name] & reports.keys():
                found.update((i, j) for i in own for j in reports[partner] if i < j)
        found.update(pair for chain in chains.values() for pair in pairwise(chain))
        return sorted(found)

    def mostly_one(self, a: Claim, b: Claim) -> bool:
        """Much of one report is the other's: what it tells is that text's, though it may quote somebody for it."""
        return self._share(a, b) >= MOSTLY

    def _share(self, a: Claim, b: Claim) -> float:
        return self._copied.get((min(a.report, b.report), max(a.report, b.report)), 0.0)

    def _one_text(self, a: Claim, b: Claim) -> bool:
        if a.voice is None and b.voice is None and self._share(a, b) >= PARTLY:
            return True
        return any(
            self._passages.correspond((a.report, x), (b.report, y)) for x in _sentences(a) for y in _sentences(b)
        )

    def _carriers(self, claim: Claim) -> set[str]:
        """The agencies that a telling names, or the report credits for what it tells in its own voice."""
        named = self._via.get((claim.report, claim.event or ""), set())
        return named if claim.voice is not None else named | self._credits[claim.report]


def _sentences(claim: Claim) -> list[Span]:
    """Where a claim stands, without evidence that is a mere name: names stand everywhere."""
    return [claim.where, *(e for e in claim.evidence if e.end - e.start >= _CLAUSE)]


def _two_speakers(a: Claim, b: Claim) -> bool:
    """Two speakers that one report names are two; what it says itself it has from one of them or adds nothing to."""
    return a.voice is not None and b.voice is not None and a.voice != b.voice


def _one_speaker(a: str, b: str | None) -> bool:
    """One entity, or one description of two words and more: `sources` alone may be anybody."""
    if b is None or a == b:
        return b is not None and (a.isascii() or len(stems(a)) > 1)
    return False


def _agencies() -> frozenset[tuple[str, ...]]:
    return frozenset(name_words(str(name)) for name in load("arabic").data("outlets")["agencies"])


def _credits(name: str, reading: Reading, merged: Names, agencies: frozenset[tuple[str, ...]]) -> set[str]:
    """Agencies named where reports name whose text they carry: at the very beginning and end, and as authors."""
    end = len(reading.report.text.rstrip()) - _EDGE // 2
    edge = {m.entity for m in reading.mentions if m.type == "work" and (m.end <= _EDGE or m.start >= end)}
    authors = {" ".join(w) for a in reading.report.authors if (w := name_words(a)) in agencies}
    return _known(name, reading, edge, merged, agencies) | authors


def _via(
    name: str, reading: Reading, index: int | None, merged: Names, agencies: frozenset[tuple[str, ...]]
) -> set[str]:
    if index is None or not 0 <= index < len(reading.statements):
        return set()
    statement = reading.statements[index]
    return _known(name, reading, {*statement.via, statement.speaker or ""}, merged, agencies)


def _known(
    name: str, reading: Reading, entities: set[str], merged: Names, agencies: frozenset[tuple[str, ...]]
) -> set[str]:
    found = set()
    for entity in reading.entities:
        names = [n for n in (*entity.name.values(), *entity.aliases) if n]
        if entity.id in entities and any(name_words(n) in agencies for n in names):
            found.add(merged.get((name, entity.id), entity.id))
    return found


def origins(claims: Sequence[Claim], lineage: Lineage, corpus: Corpus) -> list[Origin]:
    """The independent origins of a value's tellings (in order of time), the one that is told first in front."""
    groups: Groups[int] = Groups(range(len(claims)))
    reasons: dict[int, list[str]] = defaultdict(list)
    pairs = lineage.pairs(claims)
    for i, j in pairs:
        why = lineage.link(claims[i], claims[j])
        if why is not None:
            groups.join(i, j)
            reasons[j].append(why)
    _join_copies(claims, [p for p in pairs if lineage.mostly_one(claims[p[0]], claims[p[1]])], groups, reasons)
    return [_origin([claims[i] for i in g], [w for i in g for w in reasons[i]], corpus) for g in groups.all()]


def _join_copies(
    claims: Sequence[Claim], pairs: Sequence[tuple[int, int]], groups: Groups[int], reasons: dict[int, list[str]]
) -> None:
    """A report that is mostly another's text goes back to it, where the two have no origin in common yet."""
    tellings: dict[str, list[int]] = defaultdict(list)
    for i, claim in enumerate(claims):
        tellings[claim.report].append(i)
    for i, j in pairs:
        left, right = ({groups.find(k) for k in tellings[claims[x].report]} for x in (i, j))
        if not left & right:
            groups.join(i, j)
            reasons[j].append("copy")


def _origin(claims: Sequence[Claim], reasons: Sequence[str], corpus: Corpus) -> Origin:
    counts = Counter(r for r in reasons if r != "none")
    why = min(counts, key=lambda r: (-counts[r], _REASONS.index(r))) if counts else "none"
    places = {(e.report, e.start, e.end): Place(e.start, e.end, e.text, e.report) for c in claims for e in c.evidence}
    reports = corpus.in_order({c.report for c in claims})
    ordered = sorted(places.values(), key=lambda p: (corpus.rank[p.report], p.start, p.end))
    return Origin(reports, why if len(reports) > 1 else "none", ordered)
