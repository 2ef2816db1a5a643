"""The dossier of a body, a person or a place: all that the record tells of it, line by line with its sentences."""

from __future__ import annotations

from datetime import date

from tawatur.record.schema import SCHEMA
from tawatur.record.types import Event, Fact, MergedEvent, Span
from tawatur.tell import labels
from tawatur.tell.about import events_with, family, in_order
from tawatur.tell.entities import spellings_and_reasons
from tawatur.tell.lines import event_line, event_title, fact_line, fact_rows, ids, quotation, told_by, whence
from tawatur.tell.page import Line, Page, Piece, Reference, joined
from tawatur.tell.view import View

# The sections of a dossier, in order: label, event kinds, and the slots in which the one asked for may stand.
_SECTIONS = (
    ("meetings", ("meeting",)),
    ("groups", ("group",)),
    ("aims", ("commitment",)),
    ("money", ("funding",)),
    ("sanctions", ("designation",)),
    ("incidents", ("incident",)),
    ("visits", ("visit",)),
    ("figures", ("statistic",)),
)


def dossier(view: View, ident: str) -> Page:
    """The dossier of the entity of that id."""
    view.new_page()
    page = Page(view.lang, _title(view, ident))
    spellings = [s for s in view.spellings(ident) if s != page.title]
    if spellings:
        page.paragraph(
            [Piece(f"{view.label('also')}: ", "muted"), *joined([[Piece(s, "quote")] for s in spellings[:12]])]
        )
    _positions(view, page, ident)
    _founding(view, page, ident)
    _members(view, page, ident)
    mine = events_with(view, family(view, ident))
    told: set[str] = set()
    for key, kinds in _SECTIONS:
        events = in_order(view, [e for e in mine if e.kind in kinds])
        if events:
            page.heading(view.label(key))
            for event in events:
                told.add(event.id)
                _event(view, page, event)
    _statements(view, page, ident)
    _beside(view, page, ident, told)
    spellings_and_reasons(view, page, ident)
    _references(view, page, ident)
    return page


def _title(view: View, ident: str) -> str:
    name = view.title(ident)
    original = view.entities[ident].name.get("ar") or name
    return name if original == name else f"{name} ({original})"


def _facts(view: View, ident: str, name: str) -> list[Fact]:
    return [f for f in view.facts_of.get(ident, []) if f.property == name]


def _positions(view: View, page: Page, ident: str) -> None:
    facts = _facts(view, ident, "role.title")
    if facts:
        page.heading(view.label("positions"))
        for fact in facts:
            page.row("", fact_line(view, fact))


def _founding(view: View, page: Page, ident: str) -> None:
    facts = _facts(view, ident, "founding.date")
    if facts:
        page.heading(view.label("founded"))
        for fact in facts:
            page.row("", [*fact_line(view, fact), *ids(fact)], _evidence(view, fact))


def _members(view: View, page: Page, ident: str) -> None:
    counts = _facts(view, ident, "membership.count") + _facts(view, ident, "group.count")
    named = _facts(view, ident, "membership.members")
    if counts or named:
        page.heading(view.label("members"))
    for fact in counts:
        values = sorted(fact.values, key=lambda v: (v.as_of.first if v.as_of else None) or date.max)
        for value in values:
            when = labels.interval(value.as_of, view.lang) if value.as_of else ""
            quotes = [quotation(view, e.report, e) for e in value.evidence]
            page.row(when, [*view.fact_value(fact, value), Piece(" "), *view.refs(value.reports)], quotes)
        page.row(view.label("verdict"), [*fact_line(view, fact)[-2:], *ids(fact)])
    if named:
        lines = [[*view.fact_value(f, v), Piece(" "), *view.refs(v.reports)] for f in named for v in f.values]
        page.row(view.label("named_members"), joined(lines))


def _evidence(view: View, fact: Fact) -> list[Line]:
    return [quotation(view, e.report, e) for v in fact.values for e in v.evidence]


def _event(view: View, page: Page, event: MergedEvent) -> None:
    """An event with its facts; what yields no fact (an agenda, a purpose) from its tellings."""
    facts = view.facts_of.get(event.id, [])
    tellings = view.tellings(event)
    if not facts:
        for report, telling in tellings:
            line = [
                *event_line(view, report, telling),
                *told_by(view, report, telling),
                Piece(" "),
                *view.refs([report]),
                *ids(event),
            ]
            page.row(labels.kind_label(telling.kind, view.lang), line, [quotation(view, report, telling)])
        return
    status = {labels.word("statuses", e.status, view.lang) for _, e in tellings}
    stands = Piece(f" ({view.label('comma').join(sorted(status))})", "muted")
    page.heading([Piece(event_title(view, event)), stands, *ids(event)], 3)
    fact_rows(view, page, facts)
    for slot in SCHEMA.kinds[event.kind].slots.values():
        if slot.type == "spans":
            spans = [(r, s) for r, e in tellings for s in _spans(e, slot.name)]
            if spans:
                page.row(slot.labels[view.lang], joined([quotation(view, r, s) for r, s in spans]))
    for report, telling in tellings:
        voice = told_by(view, report, telling)
        page.row(view.label("evidence"), [*quotation(view, report, telling), *voice])


def _spans(event: Event, slot: str) -> list[Span]:
    value = event.slots.get(slot)
    return [v for v in value if isinstance(v, Span)] if isinstance(value, list) else []


def _statements(view: View, page: Page, ident: str) -> None:
    rows: list[tuple[str, Line]] = []
    for name in sorted(view.readings, key=lambda n: view.number[n]):
        for statement in view.readings[name].statements:
            if statement.speaker and view.local(name, statement.speaker) == ident:
                via = [Piece(f" ({view.label('via')} ", "muted"), *view.chain(name, statement)[2:], Piece(")", "muted")]
                rows.append((view.day(name), [*quotation(view, name, statement), *(via if statement.via else [])]))
    if rows:
        page.heading(view.label("statements"))
        for when, line in rows:
            page.row(when, line)


def _beside(view: View, page: Page, ident: str, told: set[str]) -> None:
    """What the reports on it tell besides: said to be beside, since no report ascribes it to the one asked for."""
    if view.entities[ident].type != "organisation":
        return
    reports = {r for r, _ in view.entities[ident].same}
    kinds = ("designation", "funding", "incident", "statistic", "meeting", "group")
    events = [
        e
        for e in view.comparison.events
        if e.kind in kinds and e.id not in told and any(r in reports for r, _ in e.same)
    ]
    if not events:
        return
    page.heading(view.label("same_reports"))
    for event in sorted(events, key=lambda e: kinds.index(e.kind)):
        for report, telling in view.tellings(event):
            line = [
                *event_line(view, report, telling),
                *told_by(view, report, telling),
                Piece(" "),
                *view.refs([report]),
                *ids(event),
            ]
            page.row(labels.kind_label(telling.kind, view.lang), line, [quotation(view, report, telling)])


def _references(view: View, page: Page, ident: str) -> None:
    page.heading(view.label("references"))
    there = {report for report, _ in view.entities[ident].same if report in view.readings}
    for report in sorted(there, key=lambda r: view.number[r]):
        head = view.heads[report]
        page.blocks.append(Reference(view.cited[report], whence(view, report, head.url or head.file)))
