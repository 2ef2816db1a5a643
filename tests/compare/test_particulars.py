"""Two reports agree on a happening where they share what few others of its kind have: kind, land and day are no
identity where a day has many."""

from collections.abc import Iterable

from compare_making import day, event, persons, reading

from tawatur.compare.comparison import compare
from tawatur.record.types import Reading

SUNDAY = "2021-05-02"


def incident(name: str, text: str, status: str = "done", voice: str | None = None, **slots: object) -> Reading:
    found = reading(name, text, SUNDAY, outlet=name)
    return event(found, "incident", text.rstrip("."), status, voice, **slots)


def verdicts(of: str, readings: Iterable[Reading]) -> set[str]:
    return {fact.verdict for fact in compare(list(readings)).facts if fact.property == of}


def raids(**slots: object) -> list[Reading]:
    common = {"type": "airstrike", "target": ["مواقع المسلحين"], "date": day(SUNDAY), **slots}
    return [
        incident("a", "قصفت الطائرات مواقع المسلحين صباح الأحد.", **common),
        incident("b", "غارات على مواقع المسلحين شنتها الطائرات اليوم.", **common),
    ]


def test_raids_of_one_day_are_many_until_both_name_the_town() -> None:
    assert verdicts("incident.type", raids()) == {"repeated"}
    assert verdicts("incident.type", raids(place=["salwan"])) == {"agreed"}


def test_raids_of_one_day_that_killed_as_many_are_one() -> None:
    assert verdicts("incident.type", raids(killed=persons(17))) == {"agreed"}


def test_what_few_days_have_two_of_is_one_as_the_news_of_its_day() -> None:
    slots = {"type": "bombing", "target": ["سوق الخضار"], "date": day(SUNDAY)}
    told = [
        incident("a", "انفجار عبوة في سوق الخضار صباح الأحد.", **slots),
        incident("b", "هز انفجار سوق الخضار اليوم.", **slots),
    ]
    assert verdicts("incident.type", told) == {"agreed"}


def test_two_accidents_with_one_toll_are_two() -> None:
    slots = {"type": "other", "killed": persons(4)}
    told = [
        incident("a", "لقي أربعة أشخاص مصرعهم في حادث تصادم على الطريق الساحلي.", **slots),
        incident("b", "انقلاب حافلة على طريق المطار يودي بأربعة أشخاص.", **slots),
    ]
    assert "agreed" not in verdicts("incident.type", told)


def test_what_is_to_come_all_have_from_who_plans_it() -> None:
    slots = {"type": "protest", "place": ["salwan"], "target": ["سوق الخضار"], "date": day("2021-05-07")}
    told = [
        incident("a", "تظاهرة أمام سوق الخضار في سلوان الجمعة.", "planned", **slots),
        incident("b", "تظاهرة جديدة أمام سوق الخضار بسلوان يوم الجمعة.", "planned", **slots),
    ]
    assert verdicts("incident.place", told) == {"repeated"}


def quoted(first: str, second: str) -> list[Reading]:
    slots = {"type": "bombing", "place": ["salwan"], "target": ["سوق الخضار"], "date": day(SUNDAY)}
    return [
        incident("a", "انفجار عبوة في سوق الخضار بمدينة سلوان صباح الأحد.", voice=first, **slots),
        incident("b", "هز انفجار سوق الخضار في سلوان اليوم.", voice=second, **slots),
    ]


def test_two_organs_of_one_state_are_one_mouth() -> None:
    assert verdicts("incident.place", quoted("وزارة الداخلية المغربية", "الشرطة المغربية")) == {"repeated"}
    assert verdicts("incident.place", quoted("وزارة الداخلية المغربية", "الشرطة التونسية")) == {"agreed"}


def test_a_land_s_people_are_no_organ_of_its_state() -> None:
    assert verdicts("incident.place", quoted("ناشطون مغاربة", "السلطات المغربية")) == {"agreed"}


def test_who_is_called_by_his_calling_alone_may_be_the_other_s_source() -> None:
    assert verdicts("incident.place", quoted("مصادر طبية", "مسعفون")) == {"repeated"}
    assert verdicts("incident.place", quoted("مصادر طبية", "الأهالي")) == {"agreed"}


def meeting(name: str, text: str, **slots: object) -> Reading:
    found = reading(name, text, SUNDAY, outlet=name)
    return event(found, "meeting", text.rstrip("."), level="bilateral", **slots)


def test_one_man_meets_several_in_a_day() -> None:
    told = [
        meeting("a", "استقبل سليم الحداد وفدا من التجار.", attended=["salim", "وفدا من التجار"]),
        meeting("b", "اجتمع سليم الحداد بالمهندسين.", attended=["salim", "المهندسين"]),
    ]
    assert "agreed" not in verdicts("meeting.level", told)
    both = {"attended": ["salim", "nura"]}
    told = [
        meeting("a", "استقبل سليم الحداد نورة القاضي.", **both),
        meeting("b", "اجتمع سليم الحداد بنورة القاضي.", **both),
    ]
    assert verdicts("meeting.level", told) == {"agreed"}
