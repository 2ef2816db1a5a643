"""Where a record has it from: outlets, agencies and media quoted, speakers, and who copies whom."""

from __future__ import annotations

from collections import Counter, defaultdict

from tawatur.tell.chains import copy_lines
from tawatur.tell.lines import whence
from tawatur.tell.page import Page, Piece
from tawatur.tell.view import View


def sources(view: View) -> Page:
    """The page of a record's sources."""
    view.new_page()
    page = Page(view.lang, view.counted("reports", len(view.readings)))
    by_outlet: dict[str, list[str]] = defaultdict(list)
    for name in view.readings:
        by_outlet[view.outlet(name)].append(name)
    page.heading(view.label("outlet_list"))
    for outlet, names in sorted(by_outlet.items(), key=lambda item: (-len(item[1]), item[0])):
        page.row(outlet, [Piece(str(len(names)))], [[*view.refs([n]), Piece(" "), *whence(view, n, n)] for n in names])
    _ranked(view, page, "agencies", _links(view, media=True))
    _ranked(view, page, "speakers", _links(view, media=False))
    lines = copy_lines(view, list(view.readings))
    if lines:
        page.heading(view.label("copies"))
        for line in lines:
            page.paragraph(line)
    return page


def _links(view: View, media: bool) -> dict[str, Counter[str]]:
    """Speakers, or the media and agencies that speakers are quoted through, with how often each report has them."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for name, reading in view.readings.items():
        for statement in reading.statements:
            links = statement.via if media else [statement.speaker] if statement.speaker else []
            for link in links:
                merged = view.local(name, link)
                if not media or (merged in view.entities and view.entities[merged].type == "work"):
                    found[merged][name] += 1
    return found


def _ranked(view: View, page: Page, key: str, found: dict[str, Counter[str]]) -> None:
    if not found:
        return
    page.heading(view.label(key))
    for ident, reports in sorted(found.items(), key=lambda item: (-sum(item[1].values()), item[0])):
        page.row(view.title(ident), [Piece(f"{sum(reports.values())} "), *view.refs(list(reports))])
