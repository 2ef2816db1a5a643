"""A value is quoted where all who give it say it so; else it is said in our own words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tawatur.record.types import Correction, Evidence, Fact, Number, Origin, Quantity, Signed, Value
from tawatur.tell import lines
from tawatur.tell.fact import fact
from tawatur.tell.render.text import to_text
from tawatur.tell.report import report
from tawatur.tell.view import View

WORDED, OTHERWISE = "84 دولة ومنظمة", "84 عضوا"
PERSON = Signed(7, "ليلى", "2022-05-12T09:00:00+00:00", None)


def at(view: View, name: str, words: str) -> tuple[int, int, str]:
    start = view.heads[name].text.index(words)
    return start, start + len(words), words


def given(view: View, number: Number, *told: tuple[str, str]) -> Value:
    """A value that these reports give in these words, which stand in them."""
    for name, words in told:
        view.readings[name].quantities.append(Quantity(*at(view, name, words), number))
    return Value(number, None, [n for n, _ in told], [], [Evidence(*at(view, n, w), n, None) for n, w in told])


def line(view: View, value: Value) -> list[tuple[str, str]]:
    told = Fact("f", "union", "membership.count", None, "repeated", [value])
    return [(p.role, p.text) for p in view.fact_value(told, value)]


def test_what_one_outlet_alone_says_is_quoted_from_it(make_view: Callable[[str], View]) -> None:
    view = make_view("ar")
    value = given(view, Number(84, "member"), ("b", OTHERWISE))
    assert line(view, value) == [("quote", OTHERWISE)]


def test_what_outlets_word_differently_is_said_in_our_words(make_view: Callable[[str], View]) -> None:
    view = make_view("ar")
    text = f"ويضم الاتحاد {WORDED}."
    view.readings["a"].report = view.heads["a"] = replace(view.heads["a"], text=text)
    value = given(view, Number(84, "member"), ("a", WORDED), ("b", OTHERWISE))
    assert line(view, value) == [("plain", "84 عضوا")]


def test_a_report_that_is_only_cited_is_held_to_its_sentence(make_view: Callable[[str], View]) -> None:
    view = make_view("ar")
    value = given(view, Number(84, "member"), ("b", OTHERWISE))
    value.evidence.append(Evidence(*at(view, "a", "أكثر من 80 دولة"), "a", None))
    del view.readings["a"]
    assert line(view, value) == [("plain", "84 عضوا")]


def test_a_title_that_outlets_spell_differently_is_in_nobodys_quotation_marks(
    make_view: Callable[[str], View],
) -> None:
    view = make_view("ar")
    told = Fact("f", "salem", "role.title", None, "agreed", [])
    value = Value("الاتحاد", None, ["a", "b"], [], [Evidence(*at(view, n, "الاتحاد"), n, None) for n in "ab"])
    assert [(p.role, p.text) for p in view.fact_value(told, value)] == [("quote", "الاتحاد")]
    value.value = "الإتحاد"
    assert [(p.role, p.text) for p in view.fact_value(told, value)] == [("words", "الإتحاد")]


def test_a_number_that_a_person_set_is_not_said_in_the_old_words_of_the_report(
    make_view: Callable[[str], View],
) -> None:
    view = make_view("ar")
    now = Number(27, "country")
    reading = view.readings["a"]
    start, end, words = at(view, "a", "أكثر من 80 دولة")
    reading.quantities[0].number = now
    reading.events[1].slots["count"] = now
    view.comparison.facts[0].values[0].value = now
    reading.corrections = [Correction(start, end, words, "quantities", "number", PERSON, was={"value": 80})]
    (value, _) = view.comparison.facts[0].values
    assert line(view, value) == [("plain", "27 دولة")]
    assert "«\u2068أكثر من 80 دولة\u2069»" not in to_text(fact(view, "f1"))
    assert "عدد الأعضاء: 27 دولة" in to_text(report(view, "a"))


def test_beside_what_is_agreed_upon_one_sees_what_a_single_origin_says(make_view: Callable[[str], View]) -> None:
    view = make_view("en")
    of_two, of_one = (
        Value(Number(n, "member"), None, reports, [Origin([r], "none", []) for r in reports], [])
        for n, reports in ((84, ["a", "b"]), (80, ["a"]))
    )
    told = Fact("f", "union", "membership.count", None, "agreed", [of_two, of_one])
    shared, alone = ("".join(piece.text for piece in lines.given(view, told, v)) for v in told.values)
    assert "1 origin" in alone
    assert "origin" not in shared
