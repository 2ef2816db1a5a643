"""Facts by outlets: who says it, who said something else before, who says otherwise, who is silent."""

from __future__ import annotations

from collections.abc import Callable

from tawatur.record.types import Evidence, Fact, Origin, Value
from tawatur.tell.pictures.matrix import Matrix, matrix
from tawatur.tell.view import View

Make = Callable[[str], View]


def made(view: View) -> Matrix:
    found = matrix(view, view.comparison.stories[0], view.comparison.facts)
    assert found is not None
    return found


def stances(view: View) -> dict[str, list[str]]:
    return {row.fact.id: [c.stance for c in row.cells] for group in made(view).groups for row in group.rows}


def value(what: str, *reports: str) -> Value:
    return Value(what, None, list(reports), [Origin([r], "none") for r in reports], [])


def test_what_was_said_before_a_change_is_not_said_otherwise(make_view: Make) -> None:
    assert stances(make_view("en"))["f1"] == ["earlier", "says"]


def test_who_says_otherwise_stands_against_the_value_with_the_most_origins(make_view: Make) -> None:
    view = make_view("en")
    view.comparison.facts = [
        Fact("f", "m1", "meeting.place", None, "disputed", [value("marrakesh", "a"), value("rabat", "b")])
    ]
    assert stances(view) == {"f": ["says", "otherwise"]}


def test_values_that_hold_together_are_no_contradiction(make_view: Make) -> None:
    view = make_view("en")
    view.comparison.facts[0].verdict = "agreed"
    assert stances(view)["f1"] == ["says", "says"]


def test_who_denies_who_does_not_say_it_and_who_does_not_tell_of_it_are_told_apart(make_view: Make) -> None:
    view = make_view("en")
    fact = view.comparison.facts[2]
    fact.verdict, fact.denials = "disputed", [Evidence(0, 4, "يعقد", "a")]
    assert stances(view)["f3"] == ["denies", "says"]
    fact.denials = []
    assert stances(view)["f3"] == ["away", "says"]
    view.events["m3"].same.append(("a", "e1"))
    assert stances(view)["f3"] == ["silent", "says"]


def test_what_one_outlet_tells_and_nobody_disputes_is_left_out(make_view: Make) -> None:
    assert "f3" not in stances(make_view("en"))


def test_facts_stand_under_what_they_are_of(make_view: Make) -> None:
    found = made(make_view("ar"))
    assert [g.subject for g in found.groups] == ["union", "m1"]
    assert found.outlets == ["outlet-a.example", "وسيلة غير مسماة"]


def test_what_there_is_no_room_for_is_counted(make_view: Make) -> None:
    view = make_view("ar")
    found = matrix(view, view.comparison.stories[0], view.comparison.facts, rows=1, columns=1)
    assert found is not None
    assert (found.more_facts, found.more_outlets) == (1, 1)


def test_one_outlet_alone_has_no_matrix(make_view: Make) -> None:
    view = make_view("ar")
    story = view.comparison.stories[0]
    story.reports = ["a"]
    assert matrix(view, story, view.comparison.facts) is None
