"""Who has it from whom: a report has a text from whom it names for it, else from who had it first, if days tell."""

from __future__ import annotations

from collections.abc import Callable

from tawatur.record.types import Copied, Copy, Entity, MergedEntity, Statement
from tawatur.tell.chains import copy_lines
from tawatur.tell.graph import Edge, of_reports
from tawatur.tell.page import Line
from tawatur.tell.view import View

Make = Callable[[str], View]
PASSAGE = "الاتحاد اجتماعا في مراكش"
REPORTS = ["a", "b"]


def say(view: View, report: str, speaker: str | None, *via: str) -> None:
    """Let a report name these for the passage."""
    start = view.heads[report].text.index(PASSAGE)
    said = Statement(start, start + len(PASSAGE), PASSAGE, "direct", None, speaker, list(via))
    view.readings[report].statements.append(said)


def edges(view: View) -> list[tuple[str, str, float | None]]:
    return [(e.source, e.target, e.share) for e in of_reports(view, REPORTS).edges if e.kind != "printed"]


def words(line: Line) -> str:
    return "".join(piece.text for piece in line)


def test_the_later_has_it_from_the_first_where_it_names_nobody(make_view: Make) -> None:
    view = make_view("en")
    assert Edge("report:a", "report:b", "copied", 0.26) in of_reports(view, REPORTS).edges
    assert "first [1]" in words(copy_lines(view, REPORTS)[0])


def test_a_report_that_names_an_agency_for_it_has_it_from_there_and_not_from_another_outlet(make_view: Make) -> None:
    view = make_view("en")
    view.comparison.entities.append(MergedEntity("wire", "work", {"ar": "الوكالة", "en": "The Wire"}, [("b", "wire")]))
    view.readings["b"].entities.append(Entity("wire", "work", {"ar": "الوكالة", "en": None}))
    view = View(view.readings, view.comparison, "en")
    say(view, "b", "الوزارة", "بيان", "wire")
    found = edges(view)
    assert ("agency:wire", "outlet:[2]", 0.26) in found
    assert not [e for e in found if e[:2] == ("report:a", "report:b")]


def test_what_both_have_from_one_speaker_is_drawn_from_him_with_how_much_it_is_of_each(make_view: Make) -> None:
    view = make_view("en")
    for report in REPORTS:
        say(view, report, "الوزارة")
    view.comparison.facts.clear()
    found = edges(view)
    assert ("speaker:الوزارة", "outlet:outlet-a.example", 0.24) in found
    assert ("speaker:الوزارة", "outlet:[2]", 0.26) in found
    assert not [e for e in found if e[0].startswith(("report:", "text:"))]


def test_the_same_words_of_a_document_are_one_document(make_view: Make) -> None:
    view = make_view("en")
    for report in REPORTS:
        say(view, report, "الوزارة", "بيان")
    assert [e for e in edges(view) if e[0] == "speaker:الوزارة"] == [("speaker:الوزارة", "document:بيان@a", None)]


def test_of_two_reports_of_one_day_neither_has_it_from_the_other(make_view: Make) -> None:
    view = make_view("en")
    view.heads["a"].published = view.heads["b"].published
    view.comparison.copies[0].unsure = ["same_time"]
    found = edges(view)
    assert ("text:a", "outlet:outlet-a.example", 0.24) in found
    assert ("text:a", "outlet:[2]", 0.26) in found
    assert not [e for e in found if e[0].startswith("report:")]
    assert "which is first is not known" in words(copy_lines(view, REPORTS)[0])


def test_an_outlet_that_is_named_for_it_and_had_it_first_is_where_it_is_from(make_view: Make) -> None:
    view = make_view("en")
    say(view, "b", "outlet-a.example")
    assert Edge("report:a", "report:b", "copied", 0.26) in of_reports(view, REPORTS).edges


def test_an_agency_that_a_report_credits_is_drawn(make_view: Make) -> None:
    view = make_view("en")
    (copy,) = view.comparison.copies
    places = [Copied(p.start, p.end, p.text, p.report, p.share, ["رويترز"], True) for p in copy.places]
    view = View(view.readings, view.comparison, "en")
    view.comparison.copies[0] = Copy("c1", places, unsure=["all_borrowed"])
    view = View(view.readings, view.comparison, "en")
    assert ("agency:رويترز", "outlet:outlet-a.example", 0.24) in edges(view)
    assert ("agency:رويترز", "outlet:[2]", 0.26) in edges(view)
