"""Facts: what the touched reports claim is kept by subject and property, and the facts of those that changed are made
anew of their claims alone."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter

from tawatur.compare.corpus import stems
from tawatur.compare.events.sight import key_of
from tawatur.compare.facts.claims import Claim, claims_of_event, unworded
from tawatur.compare.facts.making import facts_of, rejected
from tawatur.compare.facts.origins import Lineage
from tawatur.compare.facts.positions import claims_of_roles
from tawatur.compare.passages import Passages
from tawatur.compare.plain import pack, unpack
from tawatur.record.schema import SCHEMA
from tawatur.record.types import Fact, MergedEvent
from tawatur.store.between import EVENT, FACT, REJECTED
from tawatur.store.meetings import POSITIONS
from tawatur.store.objects import event_of, fact_of, fact_row
from tawatur.store.values import as_json
from tawatur.work.keeping.copies import copies_among, shares_among
from tawatur.work.keeping.events import Events
from tawatur.work.keeping.hashes import mark
from tawatur.work.keeping.near import Near

_MANY = 1000  # claims of one subject and property from which its facts are made when they are asked for
_LASTING = 1000  # the same of all that a report changes of what lasts: positions, members, what is measured
NOTHING_HAPPENED = Events()
Subject = tuple[str, str]  # subject and property


def key_of_claim(subject: str, of: str) -> int:
    """The key under which the claims of a subject and property are kept."""
    return mark("claim", subject, of)


def put_claims(near: Near, claims: Iterable[Claim]) -> None:
    """Keep claims."""
    listed = list(claims)
    rows = near.record.between.rows(c.report for c in listed)
    near.record.meetings.put_claims((key_of_claim(c.subject, c.of), rows[c.report], _text(c)) for c in listed)


def _text(claim: Claim) -> str:
    """A claim as a record keeps it."""
    return as_json(pack(unworded(claim)))


def put_sources(near: Near, names: Iterable[str]) -> None:
    """Keep whence these reports, which are read, say they have their words."""
    rows = near.record.between.rows(names)
    told = {name: near.read(name) for name in rows}
    near.record.meetings.put_sources((rows[n], size, pack(source)) for n, (source, size) in told.items())


def renew_claims(
    near: Near,
    names: Iterable[str],
    happened: Events = NOTHING_HAPPENED,
    gone: Iterable[str] = (),
    renamed: Iterable[str] = (),
) -> set[Subject]:
    """Keep what these reports claim now, what others claim of the events that changed, and the positions that those
    give in which entities were `renamed`; gives the subjects and properties of which some claim came or went."""
    left = set(gone)
    wanted = set(names) - left
    between, meetings = near.record.between, near.record.meetings
    others: dict[str, set[str]] = defaultdict(set)  # the tellings of the changed events, by report
    for event in (*happened.gone, *happened.made, *happened.named):
        for report, ident in event.same:
            if report not in wanted | left:
                others[report].add(ident)
    for report in set(renamed) - wanted - left:
        others[report].add(POSITIONS)
    reports = between.rows(wanted | left | others.keys())
    before: dict[tuple[int, int], dict[int, str]] = defaultdict(dict)  # by report and hash of subject and property
    for name, number in reports.items():
        for row, key, text in meetings.claims_of(number, others.get(name)):
            before[number, key][row] = text
    after: dict[tuple[int, int], list[str]] = defaultdict(list)
    subjects: dict[int, Subject] = {}
    for claim in _claims(near, wanted, [*happened.made, *happened.named], wanted.union(renamed) - left):
        key = key_of_claim(claim.subject, claim.of)
        subjects[key] = claim.subject, claim.of
        after[reports[claim.report], key].append(_text(claim))
    other = [at for at in before.keys() | after.keys() if list(before[at].values()) != after[at]]
    meetings.drop_claims(row for at in other for row in before[at])
    meetings.put_claims((key, report, text) for report, key in other for text in after[report, key])
    return {subjects.get(key) or _subject(next(iter(before[report, key].values()))) for report, key in other}


def _subject(text: str) -> Subject:
    """The subject and property of a claim as a record keeps it."""
    told: dict[str, str] = json.loads(text)[1]
    return told["subject"], told["of"]


def _claims(near: Near, names: set[str], made: Iterable[MergedEvent], positions: Iterable[str]) -> list[Claim]:
    """What these reports claim in their events, all that is claimed of the events that were made, and what is claimed
    in the `positions` that reports give."""
    found: list[Claim] = []
    new = {event.id: event for event in made}
    told = map(event_of, near.record.between.of_reports(EVENT, names))
    events = {event.id: event for event in told} | new
    seen = near.sights.named({key_of(*told) for event in events.values() for told in event.same})
    for event in events.values():
        members = [seen[key_of(report, ident)] for report, ident in event.same]
        found += (claim for claim in claims_of_event(event, members) if event.id in new or claim.report in names)
    for name in sorted(positions):
        merged = near.around.merged(name)
        wordings = {
            e.id: stems(e.name.get("ar") or e.name.get("en") or e.id) for e in near.around.entities(merged.values())
        }
        found += claims_of_roles(name, near.reading(name), merged, wordings)
    return found


def renew_facts(near: Near, subjects: Iterable[Subject], whole: bool = False) -> tuple[list[Fact], list[Fact]]:
    """Make the facts of these subjects and properties anew; gives, of those that are others now, those that were, and
    those that are. Of very many claims they are made when they are asked for, unless `whole`."""
    meetings = near.record.meetings
    was, now = [], []
    for subject, group in groupby(sorted(set(subjects)), itemgetter(0)):
        told: dict[str, list[Claim]] = {}
        for _, of in group:
            key = key_of_claim(subject, of)
            if not whole and meetings.count_claims(key) > _MANY:
                meetings.put_stale(subject, of)
            else:
                told[of] = [unpack(body) for _, body in meetings.claims(key)]
        known = lineage(near, [claim for claims in told.values() for claim in claims])
        for of, claims in told.items():
            old, new = _renew(near, (subject, of), facts_of(claims, known, near.rulings))
            was += old
            now += new
    return was, now


def _renew(near: Near, on: Subject, made: Sequence[Fact]) -> tuple[list[Fact], list[Fact]]:
    """Keep the facts that were made of a subject and property; gives those that were, and those that are, and neither
    where all are as they were."""
    between = near.record.between
    new = [fact for fact in made if not rejected(fact)]
    old = [fact_of(row) for row in between.facts_on(*on)]
    if changed := old != new:
        between.replace(FACT, [f.id for f in old], [fact_row(f) for f in new])
    out = [row.ident for row in between.facts_on(*on, REJECTED)] if between.has_any(REJECTED) else []
    if out or len(new) < len(made):
        between.replace(REJECTED, out, [fact_row(f) for f in made if rejected(f)])
    near.record.meetings.fresh(*on)
    return (old, new) if changed else ([], [])


def put_off(near: Near, subjects: Iterable[Subject]) -> set[Subject]:
    """Leave facts that one report changes until they are asked for, where they are of very many claims together: those
    of the most claims first, of positions and of what else lasts. Gives the subjects and properties of the others, with
    all that happened."""
    meetings, left, found = near.record.meetings, _LASTING, set[Subject]()
    for many, subject in sorted((meetings.count_claims(key_of_claim(*one)), one) for one in subjects):
        happened = SCHEMA.of_event(subject[1])
        left -= 0 if happened else many
        if happened or left >= 0:
            found.add(subject)
        else:
            meetings.put_stale(*subject)
    return found


def lineage(near: Near, claims: Sequence[Claim]) -> Lineage:
    """What is known of where the reports of these claims have their words from."""
    reports = {claim.report for claim in claims}
    copies = copies_among(near, reports) if len(reports) > 1 else []
    return Lineage(near.sources(reports), Passages(copies), shares_among(near, copies))
