"""All that the record tells of an entity, as data for its page: a body's dossier, and what is told of a person, a
place, anything that is named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tawatur.record.types import Fact, Interval, MergedEntity, MergedEvent, Span, Spelt
from tawatur.tell.about import events_with, family, in_order, slots_of
from tawatur.tell.happenings import status
from tawatur.tell.lines import event_title, idle
from tawatur.tell.page import Line, joined
from tawatur.tell.passage import Passage, evidence, passage, telling
from tawatur.tell.portraits.groups import Group, groups
from tawatur.tell.portraits.meetings import Meeting, meetings, values_line
from tawatur.tell.portraits.members import Count, Plot, counts, plot
from tawatur.tell.portraits.relations import Related, related
from tawatur.tell.view import View
from tawatur.text.direction import direction

_EVIDENCE = 8  # of a fact; its own page has all
_MANY = 20  # of one kind that are shown
ENDS = ("funding.donor", "funding.recipient")  # of a payment
_KINDS = ("funding", "designation", "incident", "visit", "statistic")  # told as deeds, in this order


@dataclass(slots=True)
class Deed:
    """An event an entity has a part in: its title, as what it stands there (slots), its facts and its tellings."""

    event: MergedEvent
    title: str
    status: str
    parts: list[str]
    facts: list[Fact]
    words: list[Passage]
    told: list[Passage]


@dataclass(slots=True)
class Payment:
    """Money of one donor for one recipient; either empty where no report names it."""

    donor: Line
    recipient: Line
    deeds: list[Deed]


@dataclass(frozen=True, slots=True)
class Held:
    """A fact of an entity by itself (a position, an aim, the founding), with where it stands."""

    fact: Fact
    line: Line
    when: Interval | None
    told: list[Passage]


@dataclass(frozen=True, slots=True)
class Spelling:
    """A way the name is written: `script` as labels.yml names it, how often, and where last."""

    text: str
    script: str
    count: int
    told: Passage


@dataclass(frozen=True, slots=True)
class Said:
    """Something it is reported to have said; `via`: through whom."""

    where: Passage
    direct: bool
    via: Line


@dataclass(slots=True)
class Portrait:
    """The page of an entity; every list holds at most so many as a page shows, in the order to be told."""

    entity: MergedEntity
    spellings: list[Spelling] = field(default_factory=list)
    positions: list[Held] = field(default_factory=list)
    founded: list[Held] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    plot: Plot | None = None
    members: list[Held] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    aims: list[Held] = field(default_factory=list)
    money: list[Payment] = field(default_factory=list)
    deeds: dict[str, list[Deed]] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)
    related: list[Related] = field(default_factory=list)


def portrait(view: View, ident: str, spelt: Iterable[Spelt] = ()) -> Portrait:
    """All that a view tells of an entity; `spelt`: the ways in which its name is written."""
    view.new_page()
    inside = family(view, ident)
    events = in_order(view, events_with(view, inside))
    found = Portrait(view.entities[ident], _spellings(view, spelt))
    found.positions = _held(view, ident, "role.title")
    found.founded = _held(view, ident, "founding.date")
    found.counts = counts(view, ident)[:_MANY]
    found.plot = plot(found.counts)
    found.members = _held(view, ident, "membership.members")
    found.groups = groups(view, ident)
    found.meetings = meetings(view, events)[-_MANY:]
    found.aims = _held(view, ident, "commitment.aim")
    for kind in _KINDS:
        deeds = [_deed(view, e, inside) for e in [e for e in events if e.kind == kind][-_MANY:]]
        if kind == "funding":
            found.money = _money(view, deeds)
        elif deeds:
            found.deeds[kind] = deeds
    found.said = _said(view, ident)
    found.related = related(view, ident, [e for e in events if slots_of(view, e, {ident})])[:_MANY]
    return found


def _spellings(view: View, spelt: Iterable[Spelt]) -> list[Spelling]:
    return [
        Spelling(s.text, "Latn" if direction(s.text) == "ltr" else "Arab", s.mentions, passage(view, s.report, s))
        for s in spelt
        if s.report in view.heads
    ]


def _held(view: View, ident: str, name: str) -> list[Held]:
    """Facts of an entity of one property, the first told first."""
    found = []
    for fact in view.facts_of.get(ident, []):
        if fact.property == name:
            told = evidence(view, [e for v in fact.values for e in v.evidence][:_EVIDENCE])
            found.append(Held(fact, values_line(view, fact, judged=False), _days(view, fact), told))
    return sorted(found, key=lambda h: str(h.when.first if h.when else ""))[:_MANY]


def _days(view: View, fact: Fact) -> Interval | None:
    """From the first to the last day on which reports say so."""
    days = [d for v in fact.values if v.as_of for d in (v.as_of.first, v.as_of.last) if d]
    days += [
        d for v in fact.values if not v.as_of for r in v.reports if r in view.heads and (d := view.heads[r].published)
    ]
    return Interval(min(days), max(days)) if days else None


def _deed(view: View, event: MergedEvent, inside: set[str]) -> Deed:
    tellings = view.tellings(event)
    words = [
        passage(view, report, span)
        for report, one in tellings
        for value in one.slots.values()
        if isinstance(value, list)
        for span in value
        if isinstance(span, Span)
    ]
    facts = [f for f in view.facts_of.get(event.id, []) if not idle(view, f)]
    told = [telling(view, report, one) for report, one in tellings]
    parts = slots_of(view, event, inside)
    return Deed(event, event_title(view, event), status(view, tellings), parts, facts, words, told)


def _money(view: View, deeds: Sequence[Deed]) -> list[Payment]:
    """Payments by donor and recipient, in the order of the first of each two."""
    found: dict[tuple[tuple[str, ...], ...], Payment] = {}
    for deed in deeds:
        ends = [[f for f in deed.facts if f.property == end] for end in ENDS]
        key = tuple(tuple(str(f.values[0].value) for f in facts) for facts in ends)
        if key not in found:
            donor, recipient = (joined([view.fact_value(f, f.values[0]) for f in facts]) for facts in ends)
            found[key] = Payment(donor, recipient, [])
        found[key].deeds.append(deed)
    return list(found.values())


def _said(view: View, ident: str) -> list[Said]:
    """What it is reported to have said, the newest first."""
    found = []
    for report in sorted(view.readings, key=lambda n: -view.number[n]):
        for statement in view.readings[report].statements:
            if statement.speaker and view.local(report, statement.speaker) == ident:
                via = [view.name(view.local(report, link)) for link in statement.via]
                line = [piece for name in via for piece in name]
                found.append(Said(passage(view, report, statement), statement.kind == "direct", line))
    return found[:_MANY]
