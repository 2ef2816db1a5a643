"""One fact opened: every value, every sentence, its chain, and each origin with its reason."""

from __future__ import annotations

from typing import Any

from tawatur.errors import AskedError
from tawatur.record.codec import dump_comparison
from tawatur.record.types import Comparison, Evidence, Fact
from tawatur.tell import labels
from tawatur.tell.lines import event_title, told_by, verdict
from tawatur.tell.page import Line, Page, Piece
from tawatur.tell.view import View


def find(view: View, ident: str) -> Fact:
    """The fact of that id. Raises AskedError where there is none."""
    for fact in view.comparison.facts:
        if fact.id == ident:
            return fact
    raise AskedError(f"{ident}: there is no such fact in the record; `tawatur brief` prints the ids of facts.")


def fact_json(view: View, ident: str) -> dict[str, Any]:
    """The fact as record.md writes it."""
    facts: list[dict[str, Any]] = dump_comparison(Comparison(facts=[find(view, ident)]))["facts"]
    return facts[0]


def fact(view: View, ident: str) -> Page:
    """The page of one fact."""
    view.new_page()
    found = find(view, ident)
    subject = (
        event_title(view, view.events[found.subject]) if found.subject in view.events else view.title(found.subject)
    )
    page = Page(view.lang, f"{subject}: {labels.property_label(found.property, view.lang)}")
    qualifier = view.name(found.qualifier) if found.qualifier else []
    page.paragraph([*qualifier, *verdict(view, found), Piece(f"  {found.id}", "muted")])
    for value in found.values:
        when = f" ({labels.interval(value.as_of, view.lang)})" if value.as_of else ""
        page.heading([*view.fact_value(found, value), Piece(when, "muted"), Piece(" "), *view.refs(value.reports)])
        for origin in value.origins:
            why = labels.word("origins", origin.why, view.lang)
            more: list[Line] = [[Piece(p.text, "quote"), Piece(" "), *view.refs([p.report])] for p in origin.evidence]
            page.row(view.label("origin"), [Piece(why), Piece(" "), *view.refs(origin.reports)], more)
        for evidence in value.evidence:
            page.row(view.label("evidence"), _evidence(view, evidence))
    return page


def _evidence(view: View, evidence: Evidence) -> Line:
    line: Line = [Piece(evidence.text, "quote"), Piece(" "), *view.refs([evidence.report])]
    line += [Piece(f" {view.outlet(evidence.report)}, {view.day(evidence.report)}", "muted")]
    if evidence.event is not None:
        line += told_by(view, evidence.report, view.event(evidence.report, evidence.event))
    return line
