"""Commitments, funding, memberships and designations that words tell in company of their own, or that the learned model
is sure of. The sentences are written for this."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from prepared import aims, events_of
from tagging import Told

from tawatur.record.types import Event

KINDS = ("commitment", "funding", "membership", "designation")


def told(text: str, tagger: Any = None) -> list[Event]:
    return events_of(text, *KINDS, published=date(2020, 6, 15), tagger=tagger)


@pytest.mark.parametrize(
    ("text", "aim"),
    [
        ("اتفق قادة الاتحاد الأوروبي على إنشاء صندوق مشترك.", "إنشاء صندوق مشترك"),
        ("أعلنت تركيا في بيان التزامها بإعادة فتح المعبر.", "إعادة فتح المعبر"),
        ("جاء ذلك بعد إعلان واشنطن خلال قمة في لندن التزامها بمكافحة الفساد.", "مكافحة الفساد"),
        ("تنوي مصر تحديث الميناء.", "تحديث الميناء"),
    ],
)
def test_who_agrees_and_affirms_is_bound(text: str, aim: str) -> None:
    [event] = told(text)
    assert (event.kind, aims(event)) == ("commitment", [aim])


def test_what_is_affirmed_is_told_from_the_word_that_affirms_it() -> None:
    [event] = told("جددت تركيا دعمها للحكومة.")
    assert event.text.startswith("جددت تركيا")


@pytest.mark.parametrize(
    "text", ["إذا التزمت تركيا ببنود الاتفاق انسحبت القوات.", "قد تسعى تركيا إلى فتح المعبر، بحسب الصحيفة."]
)
def test_a_condition_binds_nobody(text: str) -> None:
    assert told(text) == []


def test_what_is_only_striven_for_needs_the_model_but_for_an_organisation() -> None:
    none = Told({})
    assert told("تسعى تركيا إلى فتح المعبر.", none) == []
    assert [e.kind for e in told("تسعى تركيا إلى فتح المعبر.", Told({}, events={"تسعى": "commitment"}))] == [
        "commitment"
    ]
    assert [e.kind for e in told("تسعى الأمم المتحدة إلى فتح المعبر.", none)] == ["commitment"]


def test_a_body_that_surely_says_what_it_will_not_do_is_bound() -> None:
    text = "وأكدت تركيا أنها لن تعترف بضم المدينة."
    assert told(text) == []
    [event] = told(text, Told({}, events={"تعترف": "commitment"}))
    assert event.slots["body"] == ["turkey"]
    assert aims(event)[0].startswith("لن تعترف")


@pytest.mark.parametrize(
    ("text", "donor", "recipient", "status"),
    [
        ("وزعت الكويت بطانيات على اللاجئين السوريين.", "kuwait", "لاجئين سوريين", "done"),
        ("تعمل فرنسا على تقديم معونات عاجلة للنازحين.", "france", "نازحين", "planned"),
    ],
)
def test_aid_that_is_given_out_or_to_be_given(text: str, donor: str, recipient: str, status: str) -> None:
    [event] = [e for e in told(text) if e.kind == "funding"]
    assert (event.slots["donor"], event.slots["recipient"], event.status) == ([donor], [recipient], status)


def test_who_is_backed_by_whom_is_funding_where_the_model_is_sure() -> None:
    text = "تقدمت تركيا في المدينة بدعم من قطر."
    assert told(text) == []
    [event] = told(text, Told({}, events={"بدعم": "funding"}))
    assert (event.slots["donor"], event.slots["recipient"]) == (["qatar"], ["turkey"])


def test_money_that_the_model_sees_no_gift_in_is_none_unless_both_are_told() -> None:
    assert told("تصرف قطر مليار دولار لشراء القمح.", Told({})) == []
    assert [e.kind for e in told("قدمت قطر مليار دولار للسودان.", Told({}))] == ["funding"]


def test_a_country_leaves_a_body_that_is_the_verbs_object_but_not_on_a_condition() -> None:
    [event] = told("غادرت بريطانيا الاتحاد الأوروبي في يناير 2020.")
    assert (event.slots["body"], event.slots["members"]) == (["european-union"], ["united-kingdom"])
    assert told("إذا انسحبت بريطانيا من الاتحاد الأوروبي ارتفعت الأسعار.") == []


@pytest.mark.parametrize(
    ("text", "authority", "target"),
    [
        ("أدرجت وزارة الخزانة الأمريكية على قائمتها السوداء ثلاثة صرافين.", "us-treasury", "صرافين"),
        ("عقوبات سويسرية على قائد كتيبة في أوكرانيا.", "switzerland", "قائد كتيبة في أوكرانيا"),
        ("فرضت واشنطن على قطاع الطاقة عقوبات جديدة.", "united-states", "قطاع الطاقة"),
        ("نددت الصحيفة بقرار واشنطن اعتبار القدس عاصمة لإسرائيل.", "united-states", "jerusalem"),
        ("كان حزب الله على لوائح عدة. وأدرجته ألمانيا على قائمة الإرهاب.", "germany", "hezbollah"),
    ],
)
def test_whom_sanctions_and_lists_strike(text: str, authority: str, target: str) -> None:
    [event] = [e for e in told(text) if e.kind == "designation"]
    assert (event.slots["authority"], event.slots["target"]) == ([authority], [target])
