"""What stands far off in a report, or of another place, is no part of the incident that it begins with."""

from __future__ import annotations

import pytest
from tests.read.incidents_told import plain, told

LEAD = "قتل تسعة أشخاص في تفجير استهدف سوقا في غزني الثلاثاء. "
TALK = "وقال الوزير إن الحكومة تدرس الأمر. ودعا إلى الهدوء. ولم يذكر تفاصيل. وغادر القاعة بعد ذلك. "


def test_a_toll_far_off_that_nothing_ties_to_the_lead_is_that_of_another() -> None:
    first, other = told(
        "استهدف هجوم بعبوات ناسفة مركزا للشرطة في غزني. " + TALK + "وأدت أعمال عنف قبل سنوات إلى مقتل 60 شخصا."
    )
    assert "killed" not in first.slots
    assert plain(other.slots["killed"]) == 60


def test_a_toll_right_behind_an_attack_is_its_own() -> None:
    (attack,) = told("استهدف هجوم بعبوات ناسفة مركزا للشرطة في غزني. وقال الطبيب إن الهجوم أدى إلى مقتل ستة أشخاص.")
    assert plain(attack.slots["killed"]) == 6


def test_the_attack_of_the_lead_is_taken_up_far_off() -> None:
    (attack,) = told(LEAD + TALK + "وقال شاهد إن التفجير وقع عند الظهر.")
    assert plain(attack.slots["killed"]) == 9


def test_who_is_arrested_in_another_town_was_not_arrested_where_the_lead_happened() -> None:
    attack, arrest = told(LEAD + "واعتقلت الشرطة ثلاثة مشتبه بهم جاؤوا من قرية في ولاية هرات.")
    assert attack.slots["place"] == ["ghazni"]
    assert arrest.slots.get("place") != ["ghazni"]


@pytest.mark.parametrize(
    ("between", "place"),
    [("", ["ghazni"]), ("وقتل جنديان في انفجار لغم في قندهار، الأربعاء. ", None)],
)
def test_a_place_goes_on_until_the_report_goes_over_to_another(between: str, place: list[str] | None) -> None:
    arrest = told(LEAD + between + TALK + "واعتقلت الشرطة ثلاثة مشتبه بهم.")[-1]
    assert arrest.slots["type"] == "arrest"
    assert arrest.slots.get("place") == place


def test_what_is_seized_right_behind_a_fight_is_seized_where_it_was_fought() -> None:
    fight, seized = told("قتل جندي في اشتباكات مع مهربين قرب غزني الثلاثاء. وصادر الجيش أسلحة وذخائر كانت بحوزتهم.")
    assert seized.slots["type"] == "seizure"
    assert seized.slots["place"] == fight.slots["place"]
