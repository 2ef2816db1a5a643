"""Facts: claims of one subject and property gathered into values, with their origins and the verdict."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import combinations, groupby
from operator import attrgetter

from tawatur.compare.corpus import Corpus, stems
from tawatur.compare.entities.profiles import Names
from tawatur.compare.events.sight import Ref, Sight, key_of
from tawatur.compare.facts.altered import altered
from tawatur.compare.facts.claims import TITLE, TYPE, Claim, claims_of_event
from tawatur.compare.facts.confirming import by_sureness
from tawatur.compare.facts.lone import without_lone
from tawatur.compare.facts.origins import Lineage, origins
from tawatur.compare.facts.positions import claims_of_roles
from tawatur.compare.facts.relations import relation
from tawatur.compare.facts.rulings import Rulings
from tawatur.compare.facts.sorting import by_first, by_part, same_value, split
from tawatur.compare.facts.verdicts import denying, verdict
from tawatur.compare.families import vague
from tawatur.compare.groups import Groups
from tawatur.record.schema import ATTENDANCE, SCHEMA
from tawatur.record.types import Fact, Interval, MergedEvent, Number, Ruling, Value

NO_RULINGS = Rulings()


def claims(
    corpus: Corpus, seen: Mapping[str, Sight], events: Sequence[MergedEvent], merged: Names, names: Mapping[str, str]
) -> Iterator[Claim]:
    """Every claim of every report; `names` are the merged entities' names."""
    for event in events:
        yield from claims_of_event(event, [seen[key_of(report, ident)] for report, ident in event.same])
    wordings = {i: stems(n) for i, n in names.items()}
    for name, reading in corpus:
        yield from claims_of_roles(name, reading, merged, wordings)


def find_facts(claims: Iterable[Claim], lineage: Lineage, rulings: Rulings = NO_RULINGS) -> list[Fact]:
    """Every fact of these claims, in order of their subjects, also those that people rejected. Claims of one event
    come one after the other, as `claims` gives them: they are let go when their facts are made, before the next come.
    """
    found: dict[str, list[Fact]] = {}
    gathered: dict[str, list[Claim]] = defaultdict(list)
    for subject, group in groupby(claims, attrgetter("subject")):
        told = list(group)
        if not SCHEMA.of_event(told[0].of):
            gathered[subject] += told
        elif subject not in found:
            found[subject] = facts_of(told, lineage, rulings)
        else:
            raise ValueError(f"Claims of {subject} come apart; give those of one event together.")
    found |= {subject: facts_of(told, lineage, rulings) for subject, told in gathered.items()}
    return [fact for subject in sorted(found) for fact in found[subject]]


def facts_of(claims: Iterable[Claim], lineage: Lineage, rulings: Rulings = NO_RULINGS) -> list[Fact]:
    """The facts of one subject: all that is claimed of it, in any order. What people rejected (`rejected`) is a fact
    beside the others, with which it is neither compared nor counted.

    They depend on nothing else than these claims, the sources of their reports and the passages that those share: who
    adds a report to a record makes the facts of the subjects that it tells of anew. Facts come in order of property,
    the first told first.
    """
    ordered = sorted(claims, key=lambda c: (lineage.source(c.report).rank, c.where.start, c.event or "", c.of))
    gathered: dict[str, list[Claim]] = defaultdict(list)
    for claim in ordered:
        gathered[claim.of].append(claim)
    facts = []
    for of in sorted(gathered):
        for qualifier, group in split(gathered[of]):
            for part in by_part(group):
                for told in _without_plans(part):
                    facts += _facts(qualifier, told, lineage, rulings)
    return _unique(facts)


def _without_plans(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Where it is denied that something was done, what is told of it as a plan is a fact of its own."""
    if not any(c.status == "denied" for c in claims):
        return [list(claims)]
    plans = [c for c in claims if c.status == "planned"]
    done = [c for c in claims if c.status != "planned"]
    return [part for part in (done, plans) if part] if any(c.status != "denied" for c in done) else [list(claims)]


def rejected(fact: Fact) -> bool:
    """Whether a person rejected a fact, or the only value that it has."""
    return any(r is not None and not r.accepted for r in (fact.ruling, *(v.ruling for v in fact.values)))


def _facts(qualifier: str | None, claims: Sequence[Claim], lineage: Lineage, rulings: Rulings) -> list[Fact]:
    """One fact for all values that agree or cannot both hold, others for those that stand beside them; none where all
    deny. A denial is one of the value it gives, else of the value that is told first. What people rejected is a fact
    of its own."""
    against = [c for c in claims if c.status == "denied"]
    told = _asserted(claims, against)
    values = by_first(told, same_value)
    denials: dict[int, list[Claim]] = defaultdict(list)
    for claim in against if values else ():
        denials[next((i for i, v in enumerate(values) if same_value(v[0], claim)), 0)].append(claim)

    ruled = [rulings.on(v) for v in values]
    instead = altered(values, lineage) if len(values) > 1 else {}
    groups = _joined(values, ruled, instead, lineage)
    facts = []
    for group in (one for joined in groups.all() for one in without_lone(joined, values, lineage)):
        of = [values[i] for i in group]
        made = [_value(v, lineage) for v in of]
        every = origins(_in_order([c for v in of for c in v], told), lineage) if len(of) > 1 else made[0].origins
        meant = denying([d for i in group for d in denials[i]], [c for v in of for c in v], lineage)
        judged = "disputed" if instead.keys() & set(group) else verdict(of, meant, every, lineage)
        denied = [e for d in meant for e in d.evidence]
        parts = [(of, judged)] if judged != "agreed" or any(ruled[i] for i in group) else by_sureness(of, lineage)
        if len(parts) > 1:
            for part, sure in parts:
                shown = [_value(v, lineage) for v in part]
                facts.append(Fact("", told[0].subject, told[0].of, qualifier, sure, shown, denied))
            continue
        fact = Fact("", told[0].subject, told[0].of, qualifier, parts[0][1], made, denied)
        facts.append(fact)
        for i, value in zip(group, made, strict=True):
            value.altered = i in instead
            if (ruling := ruled[i]) is not None:
                _rule(fact, value, *ruling)
    return facts


def _asserted(claims: Sequence[Claim], against: Sequence[Claim]) -> list[Claim]:
    """What is told and not denied. Who denies something speaks of it himself, to reject it: in the report of his
    denial, or of his own doing (his country is accused, he said; it had no part in it). That is no telling of it."""
    denied: list[tuple[Claim, dict[str, set[str]]]] = []  # each value that is denied, by whom, in which reports
    for group in by_first(against, lambda a, b: a.of == b.of and same_value(a, b)):
        reports: dict[str, set[str]] = defaultdict(set)
        for denial in group:
            for voice in {denial.voice, denial.behalf} - {None}:
                reports[str(voice)].add(denial.report)
        denied.append((group[0], reports))

    def rejected(claim: Claim) -> bool:
        voices = {claim.voice, claim.behalf} - {None}
        own = isinstance(claim.value, Ref) and claim.value.id in voices
        return any(
            (own or claim.report in reports[str(voice)]) and (denial.of == TYPE or same_value(claim, denial))
            for denial, reports in denied
            for voice in voices
            if voice in reports
        )

    return [c for c in claims if c.status != "denied" and not rejected(c)]


def _joined(
    values: Sequence[Sequence[Claim]],
    ruled: Sequence[tuple[Ruling, bool] | None],
    instead: Mapping[int, set[int]],
    lineage: Lineage,
) -> Groups[int]:
    """The values (by position) of each fact. Tens and hundreds fit many numbers, and bring none of them together: they
    go with those that they fit and most tell."""
    groups: Groups[int] = Groups(range(len(values)))

    def meet(i: int, j: int) -> bool:
        if _out(ruled[i]) or _out(ruled[j]):
            return _as_one(ruled[i], ruled[j])
        copied = j in instead.get(i, ()) or i in instead.get(j, ())
        return copied or relation(values[i], values[j], lineage) != "beside"

    loose = [i for i, told in enumerate(values) if isinstance(told[0].value, Number) and vague(told[0].value)]
    for i, j in combinations([i for i in range(len(values)) if i not in loose], 2):
        if groups.find(i) != groups.find(j) and meet(i, j):
            groups.join(i, j)
    for i in loose:
        fitting = [[j for j in group if j != i and meet(i, j)] for group in groups.all() if i not in group]
        near = max(fitting, key=lambda group: sum(len(values[j]) for j in group), default=[])
        if near and _fits(i, near, groups, values):
            groups.join(near[0], i)
    return groups


def _fits(i: int, near: Sequence[int], groups: Groups[int], values: Sequence[Sequence[Claim]]) -> bool:
    """Whether a number that fits many fits half of what is told of one fact: hundreds fit "more than 60", of which
    others say that they were 61."""
    group = next(group for group in groups.all() if near[0] in group)
    return 2 * sum(len(values[j]) for j in near) >= sum(len(values[j]) for j in group)


def _out(ruled: tuple[Ruling, bool] | None) -> bool:
    return ruled is not None and not ruled[0].accepted


def _as_one(a: tuple[Ruling, bool] | None, b: tuple[Ruling, bool] | None) -> bool:
    """Whether one decision on a whole fact is on both values."""
    return a is not None and b is not None and a[1] and b[1] and a[0].signed.decision == b[0].signed.decision


def _rule(fact: Fact, value: Value, ruling: Ruling, whole: bool) -> None:
    """Put what a person said where it belongs; of two decisions on the whole of a fact that has grown, the later."""
    if not whole:
        value.ruling = ruling
    elif fact.ruling is None or fact.ruling.signed.decision < ruling.signed.decision:
        fact.ruling = ruling


def _in_order(claims: Sequence[Claim], order: Sequence[Claim]) -> list[Claim]:
    wanted = {id(c) for c in claims}
    return [c for c in order if id(c) in wanted]


def _value(claims: Sequence[Claim], lineage: Lineage) -> Value:
    evidence = {(e.report, e.start, e.end, e.event): e for c in claims for e in c.evidence}
    reports = lineage.in_order(c.report for c in claims)
    rank = {report: i for i, report in enumerate(reports)}
    ordered = sorted(evidence.values(), key=lambda e: (rank[e.report], e.start, e.end, e.event or ""))
    return Value(_plain(claims), _as_of(claims), reports, origins(claims, lineage), ordered)


def _plain(claims: Sequence[Claim]) -> str | Interval | Number:
    """The value as it is shown: an id, the usual wording (of two, the first told), an interval or a number."""
    value = claims[0].value
    if not isinstance(value, Ref):
        return value
    if value.id is not None and claims[0].of != TITLE:
        return value.id
    texts = [c.value.text for c in claims if isinstance(c.value, Ref)]
    if claims[0].of == TITLE:
        texts = [t for t in texts if " " in t] or texts  # his deputy: whose, a fuller wording tells
    counts = Counter(texts)
    return min(counts, key=lambda t: (-counts[t], texts.index(t)))


def _as_of(claims: Sequence[Claim]) -> Interval | None:
    days = [c.day for c in claims if c.day]
    if not days or not (claims[0].state or claims[0].of == ATTENDANCE):
        return None
    return Interval(min(days), max(days))


def _unique(facts: Sequence[Fact]) -> list[Fact]:
    """Ids of subject, property, qualifier and (for facts that are one filler each) the filler."""
    taken: Counter[str] = Counter()
    for fact in sorted(facts, key=rejected):
        first = fact.values[0].value
        filler = first if isinstance(first, str) and fact.property != ATTENDANCE else ""
        mark = "|".join([fact.subject, fact.property, fact.qualifier or "", filler])
        ident = "fact-" + blake2b(mark.encode(), digest_size=6).hexdigest()
        taken[ident] += 1
        fact.id = ident if taken[ident] == 1 else f"{ident}-{taken[ident]}"
    return list(facts)
