"""Agreements: what is agreed upon binds the parties, and is itself still to come."""

from __future__ import annotations

from prepared import aims, prepared

from tawatur.read.events import commitments, incidents


def told(text: str) -> list[tuple[list[str], list[str]]]:
    document, context = prepared(text)
    events = commitments.find(document, context)
    return [(e.slots.get("body", []), aims(e)) for e in events]


def test_an_agreement_that_was_reached_with_somebody_binds_him_to_what_it_is_for() -> None:
    [(body, aim)] = told("تم التوصل إلى اتفاق مع حركة طالبان لسحب مقاتليها من المدينة.")
    assert (body, aim) == (["taliban"], ["سحب مقاتليها من المدينة"])


def test_those_who_reach_an_agreement_are_bound_by_what_it_provides() -> None:
    [(body, aim)] = told("توصلت السعودية والعراق إلى اتفاق يقضي بخروج المسلحين من المدينة.")
    assert (body, aim) == (["saudi-arabia", "iraq"], ["خروج المسلحين من المدينة"])


def test_an_agreement_between_two_provides_for_something() -> None:
    [(body, _)] = told("الاتفاق بين إيران والعراق ينص على رفع الرسوم عن البضائع.")
    assert body == ["iran", "iraq"]


def test_an_agreement_that_was_not_reached_or_is_only_spoken_of_binds_nobody() -> None:
    assert told("لم يتم التوصل إلى اتفاق على تبادل الأسرى.") == []
    assert told("أكد الوزير أهمية الاتفاق على وقف إطلاق النار.") == []


def test_what_is_agreed_upon_is_planned() -> None:
    document, context = prepared("تم التوصل إلى اتفاق بين الجانبين يقضي بانسحاب الجيش من مدينة حمص.")
    assert [e.status for e in incidents.find(document, context)] == ["planned"]
