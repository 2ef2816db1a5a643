"""Visits told by nouns, members and leaders of bodies, pledges. The report is of Wednesday 18 April 2018."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import events_of, filled

from tawatur.record.types import Number

WEDNESDAY = date(2018, 4, 18)


def told(text: str, kind: str) -> list[dict[str, set[str]]]:
    """The lists in the slots of each event of a kind, entities by their names."""
    found = filled(text, kind, WEDNESDAY)
    return [{slot: set(values) for slot, values in slots.items()} for slots, _ in found]


@pytest.mark.parametrize(
    ("text", "visitor", "place"),
    [
        ("يبدأ الرئيس الفرنسي إيمانويل ماكرون، غدا الخميس، زيارة رسمية للأردن.", "إيمانويل ماكرون", "الأردن"),
        ("كانت الزيارة الأخيرة التي قام بها الرئيس إيمانويل ماكرون إلى الأردن ناجحة.", "إيمانويل ماكرون", "الأردن"),
        ("وأشار المسؤول إلى الزيارة القصيرة لوفد النقابة إلى الأردن.", "وفد النقابة", "الأردن"),
        ("أكد الرئيس إيمانويل ماكرون، لدى وصوله إلى الأردن أمس، أهمية التعاون.", "إيمانويل ماكرون", "الأردن"),
    ],
)
def test_who_visits_where(text: str, visitor: str, place: str) -> None:
    assert told(text, "visit") == [{"visitor": {visitor}, "place": {place}}]


def test_two_countries_are_two_visits_and_a_country_with_its_city_is_one() -> None:
    two = "زار الرئيس إيمانويل ماكرون الأردن أمس. وقبل ذلك زار الرئيس إيمانويل ماكرون لبنان."
    assert len(told(two, "visit")) == 2
    one = "وصل الرئيس إيمانويل ماكرون أمس إلى الأردن. وكان ماكرون وصل إلى العقبة برفقة وفد."
    assert len(told(one, "visit")) == 1


def test_a_title_alone_tells_no_visitor() -> None:
    assert told("أكد الوزير، لدى وصوله إلى الأردن أمس، أهمية التعاون.", "visit") == []


def test_a_pronoun_tells_whose_membership_it_is() -> None:
    text = "وعبروا أراضي تركيا، وهي عضو في حلف شمال الأطلسي."
    assert told(text, "membership") == [{"body": {"حلف شمال الأطلسي"}, "members": {"تركيا"}}]


def test_a_body_of_so_many_members_is_the_one_right_before() -> None:
    text = "فاز الحزب بأغلبية البرلمان المكون من 130 عضوا."
    [membership] = events_of(text, "membership", published=WEDNESDAY)
    assert membership.slots["body"] == ["برلمان"]
    assert isinstance(membership.slots["count"], Number)
    assert membership.slots["count"].value == 130


def test_a_person_may_lead_a_body() -> None:
    text = "وجاء حزب الأمة بزعامة الصادق المهدي في المركز الثالث."
    assert told(text, "group") == [{"body": {"حزب الأمة"}, "chair": {"الصادق المهدي"}}]


@pytest.mark.parametrize(
    "text",
    [
        "وعد الرئيس الفرنسي إيمانويل ماكرون بأن يدعم لبنان.",
        "اتفق الرئيس إيمانويل ماكرون والرئيس ميشال عون خلال لقاء في باريس على دعم لبنان.",
    ],
)
def test_a_pledge_may_stand_far_from_its_aim(text: str) -> None:
    [pledge] = told(text, "commitment")
    assert len(pledge["aim"]) == 1


def test_what_is_needed_for_a_founding_founds_nothing() -> None:
    assert told("وأكد السفير الحاجة إلى الدعم لإنشاء جامعة القاهرة الجديدة.", "founding") == []


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("وافقت منظمة التجارة العالمية أمس على قبول انضمام كازاخستان.", [{"كازاخستان"}]),
        ("وقد أصبحت كازاخستان عضوا في منظمة التجارة العالمية.", [{"كازاخستان"}]),
        ("ندد حلف شمال الأطلسي بخطط انضمام القرم.", []),
    ],
)
def test_who_is_taken_in_becomes_a_member(text: str, members: list[set[str]]) -> None:
    assert [m["members"] for m in told(text, "membership")] == members


def test_the_preposition_of_a_verb_leads_to_its_place_however_far() -> None:
    text = (
        "وصل صاحب السمو الأمير فهد بن خالد ، وزير الدولة ، عضو مجلس الوزراء ، مستشار الديوان ، المشرف العام على"
        " المكتب الخاص ، اليوم إلى الأردن ."
    )
    assert [v["place"] for v in told(text, "visit")] == [{"الأردن"}]
