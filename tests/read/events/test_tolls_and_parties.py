"""How many died and were hurt, who they were and who did it, where several stand side by side."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import events_of, filled

from tawatur.record.types import Event, Number


def told(text: str, kind: str = "incident") -> list[Event]:
    return events_of(text, kind, published=date(2018, 5, 15))


def number(event: Event, slot: str) -> float | None:
    found = event.slots.get(slot)
    return found.value if isinstance(found, Number) else None


def test_two_counted_groups_of_dead_are_both_dead() -> None:
    first, second = told("قتل سبعة جنود وثلاثة مدنيين في هجوم على بلدة دوما.")
    assert [(e.slots["target"], number(e, "killed")) for e in (first, second)] == [(["جنود"], 7), (["مدنيين"], 3)]
    assert "actor" not in first.slots


@pytest.mark.parametrize(
    "text",
    [
        "قتلت امرأة وثلاثة أطفال في قصف على بلدة دوما.",
        "قتلت امرأة وأطفالها الثلاثة في قصف على بلدة دوما.",
        "قتل رجل وأبناؤه الأربعة في قصف على بلدة دوما.",
    ],
)
def test_who_dies_with_others_is_no_killer(text: str) -> None:
    assert all("actor" not in e.slots for e in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "أسفر انفجار قنبلة في دوما عن سقوط 15 شخصا ما بين قتيل وجريح.",
        "أوقع الهجوم على السوق في دوما 15 شخصا على الأقل بين قتيل وجريح.",
    ],
)
def test_dead_and_hurt_counted_as_one_are_no_number_of_dead(text: str) -> None:
    (event,) = told(text)
    assert (number(event, "killed"), number(event, "count")) == (None, 15)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("سيطر المتمردون الحوثيون على مدينة ذمار.", ["الحوثيون"]),
        ("قصف المتمردون الحوثيون مدينة ذمار.", ["الحوثيون"]),
        ("هاجم المسلحون الحوثيين في مدينة ذمار.", ["مسلحون"]),
    ],
)
def test_what_somebody_is_stands_before_his_name(text: str, actor: list[str]) -> None:
    ((slots, _),) = filled(text, "incident")
    assert slots["actor"] == actor


def test_a_war_goes_on_since_the_year_told_before_it() -> None:
    (event,) = told("ويشهد اليمن منذ 2014 نزاعا داميا بين المتمردين الحوثيين والقوات الحكومية.")
    assert event.slots["date"].first == date(2014, 1, 1)  # type: ignore[union-attr]
    assert event.status == "ongoing"


def test_the_length_of_a_war_is_not_its_target() -> None:
    (event,) = told("وقال إن الحرب الدائرة منذ ما يزيد على سبع سنوات في سوريا قاسية.")
    assert "target" not in event.slots


def test_what_came_of_something_happened() -> None:
    (event,) = told("ارتفعت الأسعار، ونتيجة لذلك خرجت مظاهرات مضادة للحكومة في الخرطوم.")
    assert (event.slots["type"], event.status) == ("protest", "done")


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (
            "أدرجت واشنطن 12 شخصا على قائمة العقوبات، بينهم رجل الأعمال سمير عطوي والضابط السوري جميل حداد.",
            ["شخصا", "سمير عطوي", "جميل حداد"],
        ),
        ('فرض الاتحاد الأوروبي عقوبات على سبع شركات روسية بينها شركة "غازبروم".', ["شركات روسية", "غازبروم"]),
    ],
)
def test_targets_named_among_those_counted(text: str, targets: list[str]) -> None:
    ((slots, _),) = filled(text, "designation")
    assert slots["target"] == targets


def test_sanctions_to_come_are_no_commitment_beside() -> None:
    text = "قال الوزير إن الولايات المتحدة ستفرض على كوبا عقوبات قاسية."
    assert [e.kind for e in events_of(text, "designation", "commitment")] == ["designation"]


def test_what_is_said_of_people_in_the_mass_is_no_number() -> None:
    (event,) = told("وقال إن الجفاف سيجعل أكثر من مليون ونصف المليون شخص يعتمدون على المساعدات.", "statistic")
    assert [m.text for m in event.slots["measure"]] == ["يعتمدون على المساعدات"]  # type: ignore[union-attr]


def test_how_a_bombardment_was_is_nobody_it_struck() -> None:
    (event,) = told("شنت إسرائيل قصفا صاروخيا مكثفا الليلة الماضية على مواقع إيرانية في سوريا.")
    assert event.slots["target"] == ["مواقع إيرانية"]


def test_the_vowel_of_a_passive_may_stand_late() -> None:
    (event,) = told("واعتُقلت فتاة في لندن.")
    assert ("actor" in event.slots, event.slots["target"]) == (False, ["فتاة"])


def test_a_body_that_bans_by_its_name_bans_nobody_thereby() -> None:
    assert not told("وذكر أن منظمة حظر الأسلحة الكيميائية أعلنت الأربعاء تأجيل زيارة مفتشيها.", "designation")


def test_whose_decision_sanctions_are() -> None:
    text = "وتريد ألمانيا مساعدة الشركات بعد القرار الأميركي بإعادة فرض عقوبات على كوبا."
    ((slots, _),) = filled(text, "designation")
    assert slots["authority"] == ["الولايات المتحدة الأميركية"]


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("وأضاف أن الجاسوس الذي اعتقل في باريس في 1985 وحكم عليه بالسجن خرج.", None, ["جاسوس"]),
        ("وأوضحت الشرطة أن الشاب اعتقل الأربعاء في لندن ومثل الخميس أمام قاض.", None, ["شاب"]),
        (
            "ردت القوات السعودية على القصف، حيث دكت مواقع المتمردين الحوثيين في نجران.",
            ["قوات سعودية"],
            ["مواقع المتمردين الحوثيين"],
        ),
        (
            "استدعت البحرين سفيرها في طهران للتشاور في أعقاب تصريحات عدائية من قبل المسؤولين الإيرانيين.",
            ["البحرين"],
            ["سفيرها"],
        ),
        ("سيطر مقاتلو حركة الشباب على بلدة جوهر أمس.", ["حركة الشباب المجاهدين"], ["جوهر"]),
    ],
)
def test_who_did_it_and_who_suffered_it(text: str, actor: list[str] | None, target: list[str]) -> None:
    ((slots, _),) = filled(text, "incident", published=date(2018, 5, 15))
    assert (slots.get("actor"), slots["target"]) == (actor, target)


def test_who_is_named_behind_another_verb_is_no_target() -> None:
    text = "فرضت واشنطن عقوبات على خمس شركات كوبية، وقال الوزير إن دولا أوروبية بينها فرنسا ترفض ذلك."
    ((slots, _),) = filled(text, "designation")
    assert slots["target"] == ["شركات كوبية"]
