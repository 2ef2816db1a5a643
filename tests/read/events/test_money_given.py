"""Who gives money and who takes it, as news of pledges, loans and calls for aid tell it."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import events_of, filled

from tawatur.record.types import Event, Number, Span


def told(text: str) -> list[Event]:
    return events_of(text, "funding", published=date(2018, 5, 15))


def parties(text: str) -> list[tuple[list[str], list[str], str]]:
    return [
        (slots.get("donor", []), slots.get("recipient", []), status)
        for slots, status in filled(text, "funding", published=date(2018, 5, 15))
    ]


def amounts(text: str) -> list[tuple[float, str | None, str]]:
    numbers = [e.slots["amount"] for e in told(text)]
    return [(n.value, n.unit, n.bound) for n in numbers if isinstance(n, Number)]


@pytest.mark.parametrize(
    ("text", "donor", "recipient"),
    [
        ("أعلن البنك الدولي منح الأردن قرضا بقيمة 200 مليون دولار.", ["البنك الدولي"], ["الأردن"]),
        ("أعلن الوزير منح البنك الدولي الأردن قرضا بقيمة 200 مليون دولار.", ["البنك الدولي"], ["الأردن"]),
        ("أعلن الوزير منح البنك الدولي 200 مليون دولار للأردن.", ["البنك الدولي"], ["الأردن"]),
    ],
)
def test_what_stands_behind_a_noun_of_giving_is_who_gives_or_whom(
    text: str, donor: list[str], recipient: list[str]
) -> None:
    assert [(d, r) for d, r, _ in parties(text)] == [(donor, recipient)]


def test_who_lends_each_of_several_sums_stands_before_or_behind_it() -> None:
    text = "تشمل التعهدات قروضا بأربعة مليارات دولار من البنك الدولي، وقروضا من بنك التنمية الأفريقي بقيمة مليار يورو."
    assert [d for d, _, _ in parties(text)] == [["البنك الدولي"], ["البنك الإفريقي للتنمية"]]
    assert amounts(text) == [(4e9, "USD", "exact"), (1e9, "EUR", "exact")]


def test_two_subjects_set_against_each_other_give_each_their_own() -> None:
    text = "وقالت السويد إنها ستقدم مساعدات للصومال قيمتها 35 مليون يورو، أما روسيا فتعهدت بمنحه 5 ملايين دولار."
    assert [d for d, _, _ in parties(text)] == [["السويد"], ["روسيا"]]


def test_who_is_asked_to_give_has_not_given() -> None:
    text = "ودعا منسق الإغاثة في الأمم المتحدة جون سميث المانحين إلى تقديم 14 مليون دولار لمساعدة الصومال."
    ((donor, recipient, status),) = parties(text)
    assert (donor, recipient, status) == (["مانحين"], ["الصومال"], "planned")


def test_in_the_mouth_of_a_minister_his_country_takes() -> None:
    text = "قال وزير المالية الأردني عمر حداد إن بلاده حصلت على تعهدات بمنح تتجاوز قيمتها ثلاثة مليارات دولار."
    assert [r for _, r, _ in parties(text)] == [["الأردن"]]
    assert amounts(text) == [(3e9, "USD", "more_than")]


def test_a_fund_named_before_pledges() -> None:
    text = "قال مدير صندوق النقد العربي عبد الرحمن حميدي إن الصندوق تعهد بتقديم 15 مليون دولار للصومال."
    assert [d for d, _, _ in parties(text)] == [["صندوق النقد العربي"]]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("تعهدت إيطاليا بما يصل إلى مليار دولار للصومال على مدى عشر سنوات.", (1e9, "USD", "at_most")),
        ("وقال الوزير إن قطر ستقدم حزمة من القروض والاستثمارات للصومال بمليار دولار.", (1e9, "USD", "exact")),
        ("وتعهدت الكويت باستثمار ملياري دولار في الصومال.", (2e9, "USD", "exact")),
    ],
)
def test_credits_and_pledged_investments_are_given(text: str, amount: tuple[float, str, str]) -> None:
    assert amounts(text) == [amount]


def test_an_investment_of_ones_own_is_no_gift() -> None:
    assert not told("وقالت الشركة إنها قدمت استثمارات بقيمة ملياري دولار في مصانعها.")


def test_nobody_needs_money_because_he_says_that_others_do() -> None:
    text = "قال المدير في مؤتمر لإعمار الصومال إن هناك حاجة إلى 22 مليون دولار الآن، ونحو 65 مليونا في العام التالي."
    assert [r for _, r, _ in parties(text)] == [["الصومال"], ["الصومال"]]
    assert amounts(text) == [(22e6, "USD", "exact"), (65e6, "USD", "about")]


@pytest.mark.parametrize(
    "text", ["نفى الوزير علمه بدفع مصر 20 مليون دولار للبنان.", "نفى الوزير علمه بأن مصر دفعت 20 مليون دولار للبنان."]
)
def test_who_denies_knowing_of_a_payment_does_not_deny_it(text: str) -> None:
    assert [s for _, _, s in parties(text)] == ["done"]


def test_a_purpose_ends_before_the_meeting_at_which_it_is_told() -> None:
    (event,) = told("أعلنت كندا تقديم 20 مليون دولار لدعم المدارس في الصومال خلال اجتماع عقد في روما.")
    assert [p.text for p in event.slots["purpose"] if isinstance(p, Span)] == ["دعم المدارس في الصومال"]  # type: ignore[union-attr]


def test_who_takes_is_no_purpose() -> None:
    (event,) = told("قدمت اليابان 20 مليون دولار للبنك المركزي الأردني.")
    assert "purpose" not in event.slots


def test_each_of_two_sums_has_its_own_taker_and_purpose() -> None:
    text = (
        "قدرت اليونيسف حاجاتها بـ35 مليون دولار للمساعدات الإنسانية في الصومال و56 مليون دولار لدعم المدارس في كينيا."
    )
    first, second = told(text)
    purposes = [[p.text for p in e.slots["purpose"] if isinstance(p, Span)] for e in (first, second)]  # type: ignore[union-attr]
    assert purposes == [["مساعدات الإنسانية في الصومال"], ["دعم المدارس في كينيا"]]
    text = "قدمت اليابان 20 مليون دولار للأردن و30 مليون يورو للبنان."
    assert [r for _, r, _ in parties(text)] == [["الأردن"], ["لبنان"]]
    text = "قدمت اليابان 20 مليون دولار و30 مليون يورو للأردن."
    assert [r for _, r, _ in parties(text)] == [["الأردن"], ["الأردن"]]


def test_a_plan_that_is_furnished_with_money_is_its_bodys() -> None:
    text = "وأضاف أن الكويت وقطر زودتا خطة الأمم المتحدة بـ 93 مليون دولار."
    assert parties(text) == [(["الكويت", "قطر"], ["الأمم المتحدة"], "done")]


def test_donors_who_gather_pledges_give_them() -> None:
    text = "وقال إن الدول المانحة جمعت خلال مؤتمرها في برلين تعهدات بمستوى 40 مليون دولار من المساعدات."
    ((donor, recipient, status),) = parties(text)
    assert (donor, recipient, status) == (["دول مانحة"], [], "planned")
    assert "purpose" not in told(text)[0].slots


def test_the_last_of_two_lands_is_the_one_that_is_spoken_of() -> None:
    text = "رحب الرئيس اللبناني كمال حداد بالتقارب بين بلاده والكويت التي قدمت قرضا بقيمة مليار دولار للبنان."
    assert [d for d, _, _ in parties(text)] == [["الكويت"]]


def test_who_tells_that_money_was_raised_gives_none() -> None:
    (found,) = told("أعلن الرئيس الفرنسي إيمانويل ماكرون عن جمع 50 مليون دولار لليمن.")
    assert "donor" not in found.slots
    assert found.slots["recipient"] == ["yemen"]


def test_nobody_takes_what_he_gives() -> None:
    text = "تظل كندا هي الممول الرئيسي لحركة الشباب. تموله بما يصل إلى 200 مليون دولار سنويا."
    assert [(d, r) for d, r, _ in parties(text)] == [(["كندا"], [])]
