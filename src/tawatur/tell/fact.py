"""One fact opened: every value, every sentence, its chain, and each origin with its reason."""

from __future__ import annotations

from typing import Any

from tawatur.errors import AskedError
from tawatur.record.codec.comparison import dump_comparison
from tawatur.record.types import Comparison, Evidence, Fact
from tawatur.tell import labels
from tawatur.tell.chains import origin_lines, why_line
from tawatur.tell.graph import of_value
from tawatur.tell.lines import event_title, given, ids, told_by, verdict, whence
from tawatur.tell.page import Line, Page, Piece
from tawatur.tell.said import corrected_line, corrections_of, ruled
from tawatur.tell.view import View


def find(view: View, ident: str) -> Fact:
    """The fact of that id, also one that was rejected. Raises AskedError where there is none."""
    for fact in (*view.comparison.facts, *view.comparison.rejected):
        if fact.id == ident:
            return fact
    raise AskedError(f"{ident}: there is no such fact in the record; `tawatur brief` prints the ids of facts.")


def fact_json(view: View, ident: str) -> dict[str, Any]:
    """The fact as record.md writes it; every value with the graph of who has it from whom (`chains`)."""
    found = find(view, ident)
    fact: dict[str, Any] = dump_comparison(Comparison(facts=[found]))["facts"][0]
    for shown, value in zip(fact["values"], found.values, strict=True):
        shown["chains"] = of_value(view, value).json()
    return fact


def fact(view: View, ident: str) -> Page:
    """The page of one fact."""
    view.new_page()
    found = find(view, ident)
    event = view.events.get(found.subject)
    subject = event_title(view, event) if event is not None else view.title(found.subject)
    told = (found, event) if event is not None else (found,)
    page = Page(view.lang, f"{subject}: {labels.property_label(found.property, view.lang)}")
    qualifier = view.name(found.qualifier) if found.qualifier else []
    page.paragraph([*qualifier, *verdict(view, found)[0 if qualifier else 1 :], *ids(*told)])
    if found.ruling is not None:
        page.paragraph(ruled(view, found.ruling))
    for number, value in enumerate(found.values, 1):
        which = [Piece(f"{number}. ", "muted")] if len(found.values) > 1 else []
        page.heading([*which, *given(view, found, value), Piece(" "), *view.refs(value.reports)])
        if value.ruling is not None:
            page.paragraph(ruled(view, value.ruling))
        if value.altered:
            page.paragraph([Piece(view.label("altered"), "strong")])
        for origin in value.origins:
            page.row(view.label("origin"), why_line(view, origin), origin_lines(view, value, origin))
        for evidence in value.evidence:
            made = corrections_of(view, evidence, found.property.partition(".")[2])
            page.row(view.label("evidence"), _evidence(view, evidence), [corrected_line(view, c) for c in made])
    for denial in found.denials:
        page.row(view.label("denied"), _evidence(view, denial))
    page.paragraph([Piece(view.label("count_rests"), "muted")])
    return page


def _evidence(view: View, evidence: Evidence) -> Line:
    line: Line = [Piece(evidence.text, "quote"), Piece(" "), *view.refs([evidence.report])]
    line += [Piece(" "), *whence(view, evidence.report)]
    telling = view.telling(evidence.report, evidence.event)
    if telling is not None:
        line += told_by(view, evidence.report, telling)
    return line
