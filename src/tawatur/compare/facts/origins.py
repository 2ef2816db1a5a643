"""Independent origins: which tellings of a value go back to one text, one agency or one speaker, and why.

Tellings are joined (union-find), never compared all with all: those of one report; those that stand in one stretch of a
copied passage; those of reports that are largely one text; those of one agency, speaker or outlet, each with the one
before it in time. The cost grows with the tellings and with the pairs of reports that share text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from tawatur.compare.corpus import stems
from tawatur.compare.days import one_occasion
from tawatur.compare.facts.claims import Claim
from tawatur.compare.facts.sources import Source, is_correspondent
from tawatur.compare.facts.standing import left_over
from tawatur.compare.groups import Groups
from tawatur.compare.passages import Passages
from tawatur.record.types import Origin, Place, Span

MOSTLY = 0.4  # share of the shorter report from which it is the other's text, whoever it quotes
PARTLY = 0.2  # share from which what both tell in their own voice is one text's
PRINTED = 0.7  # share from which two reports are one report, printed twice
MEETS = 0.3  # of the shorter of two spans in one passage that must lie in the other
_CLAUSE = 30  # characters of evidence that tell more than a name
_REASONS = ("copy", "agency", "document", "speaker")
_FIRM = 2  # words of a description from which it is one speaker's: `sources` alone may be anybody


class Lineage:
    """What is known of where reports have their words from. Of a fact's reports it needs no more than their sources,
    the passages that they share, and how much."""

    def __init__(
        self, sources: Mapping[str, Source], passages: Passages, copied: Mapping[tuple[str, str], float]
    ) -> None:
        self._sources = sources
        self.passages = passages
        self._partners: dict[str, dict[str, float]] = defaultdict(dict)
        for (a, b), share in copied.items():
            self._partners[a][b] = self._partners[b][a] = share

    def source(self, report: str) -> Source:
        return self._sources[report]

    def at(self, report: str) -> datetime:
        """When a report came out."""
        return self._sources[report].at

    def in_order(self, reports: Iterable[str]) -> list[str]:
        """Report names, first published first, each once."""
        return sorted(set(reports), key=lambda r: self._sources[r].rank)

    def partners(self, report: str, among: Mapping[str, object]) -> list[tuple[str, float]]:
        """Which of some reports share text with one, and how much of the shorter that is."""
        mine = self._partners.get(report, {})
        few, many = (mine, among) if len(mine) < len(among) else (among, mine)
        return sorted((other, mine[other]) for other in few if other in many)

    def share(self, a: str, b: str) -> float:
        """How much of the shorter of two reports is text of the other."""
        return self._partners.get(a, {}).get(b, 0.0)

    def own(self, claim: Claim) -> bool:
        """Whether the outlet tells it itself, or through its correspondent."""
        return claim.voice is None or is_correspondent(claim.voice)

    def sent(self, claim: Claim) -> bool:
        """Whether the outlet's correspondent tells it."""
        return claim.voice is not None or self._sources[claim.report].correspondent

    def carriers(self, claim: Claim) -> frozenset[str]:
        """The agencies that a telling names, and those whose text the report says it carries, whomever that quotes."""
        source = self._sources[claim.report]
        return source.via.get(claim.event or "", frozenset()) | source.credits

    def speaker(self, claim: Claim) -> str | frozenset[str] | None:
        """Who tells it, where that is one entity or one description of two words and more (in any order)."""
        if claim.voice is None or is_correspondent(claim.voice):
            return None
        if claim.voice.isascii():
            return claim.voice
        described = stems(claim.voice)
        return described if len(described) >= _FIRM else None

    def written(self, claim: Claim) -> bool:
        return claim.event in self._sources[claim.report].papers

    def apart(self, a: Claim, b: Claim) -> bool:
        """Whether two tellings are of two occasions, as far as days can tell."""
        return not one_occasion(self._sources[a.report].day, self._sources[b.report].day)


def origins(claims: Sequence[Claim], lineage: Lineage) -> list[Origin]:
    """The independent origins of a value's tellings (in order of time), the one that is told first in front."""
    web = _Web(claims, lineage)
    alone = len(web.tellings) == 1  # most facts: nothing else can join the tellings of one report
    joining = () if alone else (_stretches, _texts, _agencies, _speakers, _bodies, _outlets, _wholes)
    for find in (_reports, *joining, _standing):
        find(web)
    return [web.origin(group) for group in web.groups.all()]


class _Web:
    """Tellings, joined by what they have in common, with the reasons."""

    def __init__(self, claims: Sequence[Claim], lineage: Lineage) -> None:
        self.claims = claims
        self.lineage = lineage
        self.groups: Groups[int] = Groups(range(len(claims)))
        self.reasons: dict[int, list[str]] = defaultdict(list)
        self.tellings: dict[str, list[int]] = defaultdict(list)
        for i, claim in enumerate(claims):
            self.tellings[claim.report].append(i)

    def join(self, a: int, b: int, why: str | None = None) -> None:
        self.groups.join(a, b)
        if why is not None:
            self.reasons[max(a, b)].append(why)

    def chain(self, key: Callable[[Claim], Iterable[Hashable]], why: Callable[[Claim, Claim], str | None]) -> None:
        """Join each telling with the one before it that has a key in common, where `why` gives a reason."""
        last: dict[Hashable, int] = {}
        for i, claim in enumerate(self.claims):
            for one in key(claim):
                before = last.get(one)
                reason = why(self.claims[before], claim) if before is not None else None
                if before is not None and reason is not None:
                    self.join(before, i, reason)
                last[one] = i

    def origin(self, group: Sequence[int]) -> Origin:
        claims = [self.claims[i] for i in group]
        counts = Counter(why for i in group for why in self.reasons[i]) if self.reasons else None
        why = min(counts, key=lambda r: (-counts[r], _REASONS.index(r))) if counts else "none"
        reports = self.lineage.in_order(c.report for c in claims)
        spans = {
            (e.report, e.start, e.end): Place(e.start, e.end, e.text, e.report) for c in claims for e in c.evidence
        }
        places = sorted(spans.values(), key=lambda p: (self.lineage.source(p.report).rank, p.start, p.end))
        why = why if len(reports) > 1 else "none"
        return Origin(reports, why, places, *self._whose(claims, why))

    def _whose(self, claims: Sequence[Claim], why: str) -> tuple[str | None, str | None]:
        """By whom an origin is: the agency that most carry it from, the speaker, or the outlet itself and how."""
        carried = [agency for c in claims for agency in self.lineage.carriers(c)]
        voices = [c.voice for c in claims if c.voice is not None and not self.lineage.own(c)]
        for found in (carried, voices) if why == "agency" else (voices, carried):
            if found:
                counts = Counter(found)
                return min(counts, key=lambda x: (-counts[x], x)), None
        return None, "correspondent" if all(self.lineage.sent(c) for c in claims) else "own_word"


def _reports(web: _Web) -> None:
    """Two speakers that one report names are two as far as other reports have it from the one or the other; what it
    says itself it has from one of them or adds nothing to."""
    for told in web.tellings.values():
        own = next((i for i in told if web.claims[i].voice is None), None)
        voices: dict[str | None, int] = {}
        for i in told:
            first = own if own is not None else voices.setdefault(web.claims[i].voice, i)
            web.groups.join(first, i)


def _stretches(web: _Web) -> None:
    """Tellings in one stretch of a copied passage."""
    stretches: dict[int, dict[tuple[int, int], int]] = defaultdict(dict)
    for i, claim in enumerate(web.claims):
        for span in _sentences(claim):
            for passage, (start, end) in web.lineage.passages.stretches(claim.report, span).items():
                known = stretches[passage].setdefault((start, end), i)
                if web.claims[known].report != claim.report:
                    web.join(known, i, "copy")
    for found in stretches.values():
        spans = sorted(found)
        for n, left in enumerate(spans):
            for right in spans[n + 1 :]:
                if right[0] >= left[1]:
                    break
                if min(left[1], right[1]) - right[0] > MEETS * min(left[1] - left[0], right[1] - right[0]):
                    web.join(found[left], found[right], "copy")


def _sentences(claim: Claim) -> list[Span]:
    """Where a claim stands, without evidence that is a mere name: names stand everywhere."""
    return [claim.where, *(e for e in claim.evidence if e.end - e.start >= _CLAUSE)]


def _texts(web: _Web) -> None:
    """What two reports that share much text tell in their own voice."""
    own = {r: next((i for i in told if web.claims[i].voice is None), None) for r, told in web.tellings.items()}
    speaking = {report: i for report, i in own.items() if i is not None}
    for report, i in speaking.items():
        for other, share in web.lineage.partners(report, speaking):
            if share >= PARTLY and report < other:
                web.join(i, speaking[other], "copy")


def _agencies(web: _Web) -> None:
    web.chain(lambda c: sorted(web.lineage.carriers(c)), lambda a, b: None if web.lineage.apart(a, b) else "agency")


def _speakers(web: _Web) -> None:
    def why(a: Claim, b: Claim) -> str | None:
        if web.lineage.apart(a, b):
            return None
        return "document" if web.lineage.written(a) and web.lineage.written(b) else "speaker"

    web.chain(lambda c: [s] if (s := web.lineage.speaker(c)) else [], why)


def _bodies(web: _Web) -> None:
    """A body's word, and that of who speaks for it on the same occasion; two of its men may speak for themselves."""
    spoken: dict[Hashable, list[int]] = defaultdict(list)
    itself: dict[Hashable, list[int]] = defaultdict(list)
    for i, claim in enumerate(web.claims):
        for served, by_itself in _served(claim):
            (itself if by_itself else spoken)[served].append(i)
    for body, own in itself.items():
        told: dict[date | None, int] = {}  # the first on each day
        for j in own:
            told.setdefault(web.lineage.source(web.claims[j].report).day, j)
        for i in (*own, *spoken.get(body, ())):
            near = next((j for j in told.values() if not web.lineage.apart(web.claims[i], web.claims[j])), None)
            if near is None or web.claims[near].report == web.claims[i].report:
                continue
            if web.claims[near].voice != web.claims[i].voice:
                web.join(near, i, "speaker")


def _served(claim: Claim) -> Iterator[tuple[Hashable, bool]]:
    """In whose name it is told, and whether these tell it themselves: a body, an organ of a state and, for both, its
    land."""
    if claim.behalf is not None:
        yield claim.behalf, claim.voice == claim.behalf
    if claim.office is not None:
        yield claim.office.of, claim.office.itself
        if claim.office.land is not None:
            yield claim.office.land, False


def _outlets(web: _Web) -> None:
    """An outlet's own word is one origin however often it gives it; but news that two of its reports have from two
    agencies has two."""
    own: dict[str, list[int]] = defaultdict(list)
    for i, claim in enumerate(web.claims):
        outlet = web.lineage.source(claim.report).outlet
        if outlet is not None and web.lineage.own(claim):
            own[outlet].append(i)
    for tellings in own.values():
        first = web.claims[tellings[0]]
        of: dict[str, int] = {}
        bare: list[int] = []
        for i in tellings:
            claim = web.claims[i]
            news = claim.event is not None and not web.lineage.apart(first, claim)
            led = sorted(web.lineage.source(claim.report).leads) if news else []
            for agency in led:
                web.groups.join(of.setdefault(agency, i), i)
            if not led:
                bare.append(i)
        for i in bare:
            web.groups.join(min([bare[0], *of.values()]), i)


def _wholes(web: _Web) -> None:
    """A report that is mostly another's text goes back to it, where the two have no origin in common yet."""
    for report in web.lineage.in_order(web.tellings):
        for other, share in web.lineage.partners(report, web.tellings):
            if share >= MOSTLY and report < other:
                left, right = ({web.groups.find(i) for i in web.tellings[r]} for r in (report, other))
                if not left & right:
                    web.join(web.tellings[report][0], web.tellings[other][0], "copy")


def _standing(web: _Web) -> None:
    """An origin counts where a report stands for it that stands for no other: the second speaker of one report confirms
    nothing by himself, nor does he where that report is printed twice."""
    reports: dict[int, list[str]] = defaultdict(list)
    printed = _printed(web)
    for report, told in web.tellings.items():
        for group in dict.fromkeys(web.groups.find(i) for i in told):
            if printed[report] not in reports[group]:
                reports[group].append(printed[report])
    for origin, group in left_over(reports):
        web.groups.join(origin, group)


def _printed(web: _Web) -> dict[str, str]:
    """For every report the first that has its text: itself, or the one of which it is another printing."""
    first: dict[str, str] = {}
    for report in web.lineage.in_order(web.tellings):
        partners = web.lineage.partners(report, web.tellings)
        known = [first[other] for other, share in partners if share >= PRINTED and other in first]
        first[report] = min(known, key=lambda r: web.lineage.source(r).rank, default=report)
    return first
