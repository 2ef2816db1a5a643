"""What is told of one entity: who came and who stayed away, groups in groups, what is stated between two, and money."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tawatur.record.types import (
    Comparison,
    Entity,
    Event,
    Evidence,
    Fact,
    Interval,
    Mention,
    MergedEntity,
    MergedEvent,
    Number,
    Origin,
    Reading,
    Report,
    Role,
    Span,
    Statement,
    Value,
)
from tawatur.tell.passage import LONGEST, passage
from tawatur.tell.portraits.groups import Group, groups
from tawatur.tell.portraits.portrait import portrait
from tawatur.tell.view import View

Make = Callable[[str], View]
TEXT = (
    "ترأس وزير الخارجية سالم اجتماع الاتحاد في مراكش وغابت ليلى. ويتبع فريق المال الاتحاد، وتتبع لجنة الرصد "
    "فريق المال. "
    "ومنحت مراكش الاتحاد 5 ملايين دولار. وقال سالم لوكالة الضاد إن الاجتماع نجح. وزارت هند المدينة."
)
NAMES = {
    "union": ("الاتحاد", "organisation"),
    "marrakesh": ("مراكش", "place"),
    "salem": ("سالم", "person"),
    "layla": ("ليلى", "person"),
    "money": ("فريق المال", "organisation"),
    "watch": ("لجنة الرصد", "organisation"),
    "agency": ("وكالة الضاد", "work"),
    "hind": ("هند", "person"),
}
DAY = Interval(date(2022, 5, 11), date(2022, 5, 11))


def at(words: str) -> tuple[int, int, str]:
    start = TEXT.index(words)
    return start, start + len(words), words


def fact(
    ident: str, subject: str, of: str, value: str | Number | Interval, words: str, qualifier: str | None = None
) -> Fact:
    told = Value(value, DAY, ["a"], [Origin(["a"], "none")], [Evidence(*at(words), "a", "e1")])
    return Fact(ident, subject, of, qualifier, "single", [told])


@pytest.fixture
def view() -> View:
    reading = Reading(Report("a", "a", TEXT, "", outlet="outlet-a.example", published=date(2022, 5, 11)))
    reading.mentions = [Mention(*at(words), kind, ident) for ident, (words, kind) in NAMES.items()]
    reading.entities = [Entity(ident, kind, {"ar": words, "en": None}) for ident, (words, kind) in NAMES.items()]
    reading.roles = [Role(*at("وزير الخارجية سالم"), "salem", "وزير الخارجية", "marrakesh")]
    reading.statements = [Statement(*at("الاجتماع نجح"), "indirect", None, "salem", ["agency"])]
    reading.events = [
        Event(*at("ترأس وزير الخارجية سالم اجتماع الاتحاد في مراكش وغابت ليلى"), "e1", "meeting", "done",
              {"body": ["union"], "chair": ["salem"], "absent": ["layla"], "place": ["marrakesh"], "date": DAY}),
        Event(*at("ويتبع فريق المال الاتحاد"), "e2", "group", "ongoing", {"body": ["money"], "parent": ["union"]}),
        Event(*at("وتتبع لجنة الرصد فريق المال"), "e3", "group", "ongoing", {"body": ["watch"], "parent": ["money"]}),
        Event(*at("ومنحت مراكش الاتحاد 5 ملايين دولار"), "e4", "funding", "done",
              {"donor": ["marrakesh"], "recipient": ["union"], "amount": Number(5_000_000, "USD")}),
    ]  # fmt: skip
    comparison = Comparison(
        entities=[MergedEntity(i, kind, {"ar": w, "en": None}, [("a", i)]) for i, (w, kind) in NAMES.items()],
        events=[MergedEvent(f"m{e.id}", e.kind, [("a", e.id)]) for e in reading.events],
        facts=[
            fact("f1", "me1", "meeting.attendance", "absent", "وغابت ليلى", "layla"),
            fact("f2", "me1", "meeting.date", DAY, "اجتماع الاتحاد"),
            fact("f3", "me1", "meeting.chair", "salem", "سالم"),
            fact("f4", "me4", "funding.donor", "marrakesh", "مراكش"),
            fact("f5", "me4", "funding.recipient", "union", "الاتحاد"),
            fact("f6", "salem", "role.title", "وزير الخارجية", "وزير الخارجية سالم"),
        ],
    )
    return View({"a": reading}, comparison, "en")


def test_a_meeting_says_who_stayed_away_and_when_it_was(view: View) -> None:
    (meeting,) = portrait(view, "union").meetings
    assert [seat.fact.qualifier for seat in meeting.away] == ["layla"]
    assert not meeting.came
    assert meeting.when == DAY
    assert [f.property for f in meeting.facts] == ["meeting.chair"]
    assert "وغابت ليلى" in meeting.told[0].text


def test_groups_stand_under_the_body_they_are_part_of(view: View) -> None:
    (money,) = groups(view, "union")
    assert (money.ident, [part.ident for part in money.parts]) == ("money", ["watch"])
    assert "فريق المال الاتحاد" in money.told[0].text


def test_a_circle_of_groups_is_cut(view: View) -> None:
    view.readings["a"].events.append(
        Event(*at("فريق المال"), "e9", "group", "ongoing", {"body": ["union"], "parent": ["watch"]})
    )
    circle = View(view.readings, view.comparison, "en")
    circle.comparison.events.append(MergedEvent("me9", "group", [("a", "e9")]))

    def names(tree: list[Group]) -> list[str]:
        return [n for g in tree for n in (g.ident, *names(g.parts))]

    assert names(groups(circle, "union")) == ["money", "watch"]


def test_two_names_in_one_text_are_no_relation(view: View) -> None:
    assert not portrait(view, "hind").related


def test_a_relation_is_named_and_opens_to_its_sentence(view: View) -> None:
    related = {r.ident: r for r in portrait(view, "salem").related}
    assert set(related) == {"union", "layla", "marrakesh", "agency"}
    labels = {"".join(p.text for p in relation.label) for relation in related["marrakesh"].relations}
    assert labels == {"meeting: place", "position: وزير الخارجية"}
    assert related["agency"].relations[0].told[0].text == "وقال سالم لوكالة الضاد إن الاجتماع نجح."


def test_money_stands_by_donor_and_recipient(view: View) -> None:
    (payment,) = portrait(view, "union").money
    assert [p.text for p in payment.donor] == ["مراكش"]
    assert next(p.text for p in payment.recipient) == "الاتحاد"


def test_a_position_has_the_days_on_which_it_was_said(view: View) -> None:
    (position,) = portrait(view, "salem").positions
    assert position.when == DAY
    assert position.told[0].text.startswith("ترأس وزير الخارجية سالم")


def test_what_it_said_stands_with_whom_it_came_through(view: View) -> None:
    (said,) = portrait(view, "salem").said
    assert not said.direct
    assert [p.text for p in said.via] == ["وكالة الضاد"]


def test_a_long_sentence_is_cut_with_a_mark_and_keeps_what_it_is_quoted_for() -> None:
    text = "كلمة " * 200 + "مراكش " + "كلمة " * 200
    view = View({"a": Reading(Report("a", "a", text, ""))}, Comparison(), "ar")
    start = text.index("مراكش")
    found = passage(view, "a", Span(start, start + 5, "مراكش"))
    assert found.cut
    assert "مراكش" in found.text
    assert len(found.text) <= LONGEST
