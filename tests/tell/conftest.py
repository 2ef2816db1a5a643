"""Two reports on one meeting: a count that changes, an attendance that does not happen, a copied sentence, a figure
that only one has, and a name with markup in it, since reports are hostile input."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tawatur.record.types import (
    Comparison,
    Copied,
    Copy,
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
    Place,
    Quantity,
    Reading,
    Report,
    Span,
    Statement,
    Story,
    Value,
)
from tawatur.tell.view import View

FIRST = "يعقد الاتحاد اجتماعا في مراكش يوم 11 مايو بحضور سالم. ويضم الاتحاد أكثر من 80 دولة. <script>x</script>"
SECOND = "عقد الاتحاد اجتماعا في مراكش وغاب سالم. ويضم الاتحاد 84 عضوا. وقالت ليلى إن 27 قتيلا سقطوا."
BODY, PLACE, MAN = "union", "marrakesh", "salem"
DAY = Interval(date(2022, 5, 11), date(2022, 5, 11))


def span(text: str, words: str) -> tuple[int, int, str]:
    start = text.index(words)
    return start, start + len(words), words


def reading(name: str, text: str, published: date, outlet: str | None) -> Reading:
    report = Report(name, name, text, "", outlet=outlet, title=f"عنوان {name}", published=published)
    names = ((BODY, "الاتحاد", "organisation"), (PLACE, "مراكش", "place"), (MAN, "سالم", "person"))
    return Reading(
        report,
        mentions=[Mention(*span(text, words), kind, ident) for ident, words, kind in names],
        entities=[Entity(ident, kind, {"ar": words, "en": None}) for ident, words, kind in names],
    )


@pytest.fixture
def make_view() -> Callable[[str], View]:
    def make(lang: str) -> View:
        a = reading("a", FIRST, date(2022, 4, 20), "outlet-a.example")
        b = reading("b", SECOND, date(2022, 5, 11), None)
        more, exact = Number(80, "country", "more_than"), Number(84, "member")
        a.quantities = [Quantity(*span(FIRST, "أكثر من 80 دولة"), more)]
        a.events = [
            Event(
                *span(FIRST, "يعقد الاتحاد اجتماعا"),
                "e1",
                "meeting",
                "planned",
                {"body": [BODY], "date": DAY, "place": [PLACE], "attended": [MAN]},
            ),
            Event(
                *span(FIRST, "يضم الاتحاد أكثر من 80 دولة"),
                "e2",
                "membership",
                "ongoing",
                {"body": [BODY], "count": more},
            ),
        ]
        b.events = [
            Event(
                *span(SECOND, "عقد الاتحاد اجتماعا"),
                "e1",
                "meeting",
                "done",
                {"body": [BODY], "place": [PLACE], "absent": [MAN], "topic": [Span(*span(SECOND, "اجتماعا"))]},
            ),
            Event(
                *span(SECOND, "يضم الاتحاد 84 عضوا"), "e2", "membership", "ongoing", {"body": [BODY], "count": exact}
            ),
            Event(
                *span(SECOND, "27 قتيلا سقطوا"),
                "e3",
                "incident",
                "done",
                {"type": "attack", "killed": Number(27, "person")},
                statement=0,
            ),
        ]
        b.statements = [Statement(*span(SECOND, "27 قتيلا سقطوا"), "indirect", None, "ليلى", ["بيان"])]
        return View({"a": a, "b": b}, comparison(more, exact), lang)

    return make


def comparison(more: Number, exact: Number) -> Comparison:
    seen = {"a": Interval(date(2022, 4, 20), date(2022, 4, 20)), "b": DAY}
    texts = {"a": FIRST, "b": SECOND}

    def value(what: str | Number, report: str, event: str, words: str) -> Value:
        place = (*span(texts[report], words), report)
        return Value(
            what, seen[report], [report], [Origin([report], "none", [Place(*place)])], [Evidence(*place, event)]
        )

    return Comparison(
        copies=[
            Copy(
                "c1",
                [
                    Copied(*span(FIRST, "الاتحاد اجتماعا في مراكش"), "a", 0.2),
                    Copied(*span(SECOND, "الاتحاد اجتماعا في مراكش"), "b", 0.25),
                ],
                first="a",
            )
        ],
        stories=[Story("story-1", ["a", "b"])],
        entities=[
            MergedEntity(BODY, "organisation", {"ar": "الاتحاد", "en": "The Union"}, [("a", BODY), ("b", BODY)]),
            MergedEntity(PLACE, "place", {"ar": "مراكش", "en": "Marrakesh"}, [("a", PLACE), ("b", PLACE)]),
            MergedEntity(MAN, "person", {"ar": "سالم", "en": None}, [("a", MAN), ("b", MAN)]),
        ],
        events=[
            MergedEvent("m1", "meeting", [("a", "e1"), ("b", "e1")]),
            MergedEvent("m2", "membership", [("a", "e2"), ("b", "e2")]),
            MergedEvent("m3", "incident", [("b", "e3")]),
        ],
        facts=[
            Fact(
                "f1",
                BODY,
                "membership.count",
                None,
                "changed",
                [value(more, "a", "e2", "يضم الاتحاد أكثر من 80 دولة"), value(exact, "b", "e2", "يضم الاتحاد 84 عضوا")],
            ),
            Fact(
                "f2",
                "m1",
                "meeting.attendance",
                MAN,
                "changed",
                [
                    value("planned", "a", "e1", "يعقد الاتحاد اجتماعا"),
                    value("absent", "b", "e1", "عقد الاتحاد اجتماعا"),
                ],
            ),
            Fact(
                "f3",
                "m3",
                "incident.killed",
                None,
                "single",
                [value(Number(27, "person"), "b", "e3", "27 قتيلا سقطوا")],
            ),
        ],
    )
