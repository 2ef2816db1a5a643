"""Both sides of a meeting: a counterpart's other half, who is brought together with whom, who comes to meet another;
and what takes in and is nobody. Invented sentences; the report is of Monday 15 June 2020."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import events_of
from tagging import Told

PUTIN, MACRON, SAFADI = "فلاديمير بوتين", "إيمانويل ماكرون", "أيمن الصفدي"
NAMES = {PUTIN: "PERS", MACRON: "PERS", SAFADI: "PERS"}


def attended(text: str, *meetings: str) -> list[set[str]]:
    tagger = Told(NAMES, dict.fromkeys(meetings, "meeting"))
    found = events_of(text, "meeting", published=date(2020, 6, 15), tagger=tagger)
    return [set(e.slots.get("attended", [])) for e in found]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "وجاءت التصريحات بعد لقاء جمع الرئيس الفرنسي إيمانويل ماكرون قبل أيام بالرئيس الروسي فلاديمير بوتين.",
        "وأعرب الرئيس الفرنسي إيمانويل ماكرون عن تفاؤله إثر محادثات جمعته في باريس بنظيره الروسي فلاديمير بوتين.",
        "وقبيل اجتماعه مع نظيره الروسي فلاديمير بوتين، أكد الرئيس الفرنسي إيمانويل ماكرون أن الحل قريب.",
        "وسيلتقي الرئيس الفرنسي إيمانويل ماكرون، الاثنين، الرئيس الروسي فلاديمير بوتين.",
    ],
)
def test_both_sides_are_there(text: str) -> None:
    assert attended(text, "لقاء", "محادثات", "اجتماعه", "وسيلتقي") == [{"emmanuel-macron", "vladimir-putin"}]


def test_who_comes_to_meet_another_is_there() -> None:
    text = "يستعد الرئيس الفرنسي إيمانويل ماكرون لزيارة سوتشي الجمعة للاجتماع مع الرئيس الروسي فلاديمير بوتين."
    assert attended(text, "للاجتماع") == [{"emmanuel-macron", "vladimir-putin"}]


def test_a_name_behind_a_title_and_a_comma_is_the_one_who_receives() -> None:
    text = "استقبل العاهل الأردني، الملك عبد الله الثاني، أمس، في مكتبه بعمان، الرئيس الفرنسي إيمانويل ماكرون."
    [there] = attended(text)
    assert len(there) == 2
    assert "emmanuel-macron" in there
    assert not any("عاهل" in one for one in there)


@pytest.mark.parametrize(
    "text",
    [
        "استقبل مستشفى الأمل 524 مراجعا خلال العيد.",
        "ستستقبل اللجنة المشاركات حتى آخر الشهر.",
    ],
)
def test_what_takes_in_what_is_nobody_meets_nobody(text: str) -> None:
    assert attended(text, "استقبل", "ستستقبل") == []


@pytest.mark.parametrize(
    "text",
    [
        "وقال فلاديمير بوتين إنه سيواصل المحادثات مع إيمانويل ماكرون.",
        "وأضاف فلاديمير بوتين أنه مستعد لإجراء محادثات مع إيمانويل ماكرون.",
    ],
)
def test_who_says_of_himself_that_he_meets_another_is_there(text: str) -> None:
    assert attended(text, "محادثات", "المحادثات") == [{"emmanuel-macron", "vladimir-putin"}]


def test_that_there_is_no_contact_puts_nobody_there() -> None:
    text = "وأوضح فلاديمير بوتين أنه ليس هناك أي اتصال مع إيمانويل ماكرون يجري الآن."
    assert all("vladimir-putin" not in one for one in attended(text, "اتصال"))


def test_who_is_in_touch_with_another_makes_no_call() -> None:
    text = "قال أيمن الصفدي إن بلاده على اتصال وثيق مع الهند بشأن السفينة."
    assert attended(text, "اتصال") == []


def test_a_call_that_was_made_is_no_meeting_that_is_proposed() -> None:
    text = (
        "وأشار فلاديمير بوتين إلى محادثته الهاتفية صباحا مع إيمانويل ماكرون. وأضاف فلاديمير بوتين أنه اقترح عقد لقاء"
        " مع إيمانويل ماكرون قريبا."
    )
    assert len(attended(text, "محادثته", "لقاء")) == 2


def test_words_that_are_no_people_are_not_there() -> None:
    text = "وقد يجري إعداد المشهد لاجتماع مع إيمانويل ماكرون."
    assert attended(text, "لاجتماع") == [{"emmanuel-macron"}]


def test_people_without_a_name_are_there() -> None:
    text = "شارك في الاجتماع ملحق عسكري سعودي وعدد من الوزراء ومعظم القادة."
    assert attended(text, "الاجتماع") == [{"ملحق عسكري سعودي وعدد من الوزراء ومعظم القادة"}]
