"""Whose an incident's parties are: not those of another told beside it, nor of a verb that does not agree with it."""

from __future__ import annotations

import pytest
from tests.read.incidents_told import told


def parties(text: str) -> list[tuple[object, object]]:
    """Doers and sufferers of the incidents of a text, in order."""
    return [(e.slots.get("actor"), e.slots.get("target")) for e in told(text)]


def test_whoever_died_elsewhere_is_not_who_an_attack_killed() -> None:
    text = (
        "تواصلت الغارات الجوية على مدينة تعز الثلاثاء.\nمن جهة أخرى، قال سكان إن طائرات مجهولة قصفت ميناء المخا."
        "\nوقال متحدث إن 25 صيادا قتلوا قبالة عدن."
    )
    raids = told(text)[0]
    assert raids.slots.get("killed") is None
    assert "target" not in raids.slots or "صيادا" not in raids.slots["target"]


def test_two_raids_of_one_sentence_strike_each_its_own() -> None:
    text = "شنت مقاتلات التحالف غارتين استهدفتا مقرات عسكرية في زبيد، كما نفذت غارة جوية على معسكر الجبل."
    assert [e.slots.get("target") for e in told(text)] == [["مقرات عسكرية"], ["معسكر الجبل"]]


def test_what_a_war_kills_is_not_the_war() -> None:
    text = "يشهد اليمن نزاعا بين الحكومة والمتمردين.\nوفي الميناء أدى حريق إلى مقتل 42 مهاجرا قبالة الساحل."
    war = told(text)[0]
    assert "target" not in war.slots


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("اقتحمت الشرطة سوقا في غزني. وقالت الشرطة إن المهاجم أصيب. وأطلق النار على جنديين.", "شرطة"),
        ("قتل الشاعر في مبارزة مع البارون، فأطلق عليه النار أثناء المبارزة.", "شاعر"),
    ],
)
def test_a_verb_takes_no_subject_that_it_does_not_agree_with(text: str, who: str) -> None:
    assert all(who not in (actor or []) for actor, _ in parties(text)[1:])


def test_a_relative_clause_is_not_of_what_its_verb_does_not_agree_with() -> None:
    (_, target), *_ = parties("طالب السكان بالعودة إلى أراضيهم التي طردوا منها عام 1948.") or [(None, None)]
    assert target != ["أراضيهم"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("وجاء ذلك بعد تنفيذ طائرات النظام غارة على درعا.", ["طائرات النظام"]),
        ("فر السكان عقب قيام القوات التركية بقصف قرى عفرين.", ["قوات تركية"]),
        ("اعتقلت كينيا في مومباسا الثلاثاء ثلاثة صيادين.", ["kenya"]),
    ],
)
def test_who_does_it_stands_before_what_he_does(text: str, actor: list[str]) -> None:
    assert actor in [who for who, _ in parties(text)]


def test_whom_a_sentence_of_prison_is_passed_on_is_its_target() -> None:
    ((_, target),) = parties("أصدرت محكمة مصرية حكما بالسجن لمدة عشر سنوات على 12 متظاهرا.")
    assert target == ["متظاهرا"]


def test_a_house_is_entered_and_enters_nothing() -> None:
    ((actor, target),) = parties("قال المحقق إن سلمى حداد، 48 عاما، اقتحمت منزل جارتها، 33 عاما، واختبأت فيه.")
    assert target == ["منزل جارتها"]
    assert actor != ["منزل جارتها"]


def test_leaflets_are_no_weapon() -> None:
    assert told("ألقى الجيش منشورات تحذر السكان من الاقتراب من السياج.") == []


@pytest.mark.parametrize("text", ["قصفت الطائرات تمهيدا لاقتحام المدينة.", "اعتقلت الشرطة للاشتباه صاحب المتجر."])
def test_what_no_blow_strikes_suffers_none(text: str) -> None:
    targets = [value for _, target in parties(text) for value in target or []]  # type: ignore[attr-defined]
    assert not {"تمهيدا", "للاشتباه"} & set(targets)


def test_counted_people_keep_what_says_which_they_are() -> None:
    ((_, target),) = parties("أوقفت الشرطة 30 شخصا مرتبطين بمنظمات سرية.")
    assert target == ["شخصا مرتبطين بمنظمات سرية"]
