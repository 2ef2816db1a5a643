"""What a mark in a report is: its value, its name's entity, the facts that rest on it, its twins elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from tawatur.record.types import Span
from tawatur.tell.marks.layers import LAYERS, Mark, marks_of
from tawatur.tell.marks.meaning import Meaning, meanings
from tawatur.tell.page import Line
from tawatur.tell.view import View

Make = Callable[[str], View]


def marks(view: View, name: str, layer: str) -> list[Mark]:
    return marks_of(view.readings[name], [place for _, place in view.copied_in(name)], [layer])


def first(view: View, name: str, layer: str) -> Meaning:
    return meanings(view, name, marks(view, name, layer)[0])[0]


def text(line: Line) -> str:
    return "".join(piece.text for piece in line)


def test_a_quantity_says_what_it_means_and_which_fact_rests_on_it(make_view: Make) -> None:
    found = first(make_view("en"), "a", "quantities")
    assert text(found.rows[0][1]) == "more than 80 countries"
    assert [f.property for f in found.facts] == ["membership.count"]


def test_a_name_leads_to_what_it_is_over_all_reports(make_view: Make) -> None:
    view = make_view("ar")
    man = next(m for m in marks(view, "b", "mentions") if view.readings["b"].mentions[m.places[0]].entity == "salem")
    meeting = view.readings["b"].events[0]
    meeting.evidence["absent"] = [Span(man.start, man.end, "سالم")]
    (found,) = meanings(view, "b", man)
    assert found.entity == view.local("b", "salem")
    assert any(fact.qualifier == found.entity for fact in found.facts)


def test_a_statement_has_its_speaker_chain_and_how_it_was_said(make_view: Make) -> None:
    rows = {label: text(line) for label, line in first(make_view("ar"), "b", "statements").rows}
    assert rows["المتحدث"] == "ليلى ← بيان"
    assert rows["كيف نقل"] == "بمعناه"


def test_an_event_has_its_slots_and_who_tells_it(make_view: Make) -> None:
    view = make_view("en")
    incident = next(m for m in marks(view, "b", "events") if view.readings["b"].events[m.places[0]].kind == "incident")
    (found,) = meanings(view, "b", incident)
    rows = {label: text(line) for label, line in found.rows}
    assert rows["killed"] == "27 people"
    assert "said by" in rows["incident"]


def test_a_copied_passage_has_its_twin_in_the_other_report(make_view: Make) -> None:
    view = make_view("ar")
    found = first(view, "a", "copies")
    assert [twin.report for twin in found.twins] == ["b"]
    assert found.own is not None
    assert found.own.report == "a"


def test_no_layer_is_without_a_meaning(make_view: Make) -> None:
    view = make_view("ar")
    for name in view.readings:
        for layer in LAYERS:
            for mark in marks(view, name, layer):
                assert [m.span for m in meanings(view, name, mark)], mark.key


def test_a_statement_without_a_speaker_says_that_none_is_given(make_view: Make) -> None:
    view = make_view("en")
    name, place = next((n, i) for n, r in view.readings.items() for i, s in enumerate(r.statements) if s.speaker)
    said = view.readings[name].statements[place]
    assert "speaker not given" not in text(view.chain(name, said))
    said.speaker, said.via = None, []
    assert text(view.chain(name, said)) == "speaker not given"
