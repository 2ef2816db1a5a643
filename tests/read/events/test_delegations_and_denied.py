"""A delegation taken up by its noun, a place right behind who visits it, and what a body says it will not do.
The reports are of Wednesday 18 April 2018."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import filled

WEDNESDAY = date(2018, 4, 18)


def read(text: str, kind: str) -> list[dict[str, list[str]]]:
    return [slots for slots, _ in filled(text, kind, WEDNESDAY)]


def test_the_delegation_is_the_one_told_before() -> None:
    text = "بدأ وفد من البرلمان البلجيكي محادثات في عمان. ثم زار الوفد لاحقا جرش."
    [visit] = read(text, "visit")
    assert visit["visitor"] == ["وفد من البرلمان البلجيكي"]
    assert visit["place"] == ["جرش"]


def test_a_delegation_that_was_not_told_before_visits_without_a_name_nowhere() -> None:
    assert read("ثم زار الوفد لاحقا جرش.", "visit") == []


def test_whom_a_delegation_meets_need_no_name() -> None:
    [meeting] = read("وصل وفد برلماني بلجيكي إلى بيروت. والتقى الوفد ممثلين عن اللاجئين.", "meeting")
    assert "وفد برلماني بلجيكي" in meeting["attended"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("يزور ولي العهد السعودي الولايات المتحدة، في وقت يزداد فيه التوتر.", "الولايات المتحدة الأميركية"),
        ("وزار مبعوثون كوريون جنوبيون تونس الشهر الماضي.", "تونس"),
    ],
)
def test_a_place_behind_a_definite_word_or_a_sound_plural_is_what_is_visited(text: str, place: str) -> None:
    [visit] = read(text, "visit")
    assert visit["place"] == [place]


@pytest.mark.parametrize("denial", ["لن تقبل أي تمديد للرسوم", "لن تسمح بأي تمديد للرسوم"])
def test_what_a_country_says_it_will_not_accept_is_its_stand(denial: str) -> None:
    [stand] = read(f"قال الوزير إن بلجيكا {denial}.", "commitment")
    assert stand["body"] == ["بلجيكا"]
    assert stand["aim"] == [denial]


def test_nobody_is_bound_by_what_is_only_not_accepted_now() -> None:
    assert read("قال الوزير إن بلجيكا لا تقبل الرسوم.", "commitment") == []


def test_matters_are_no_people_and_a_delegation_named_nearer_by_is_not_passed_over() -> None:
    [visit] = read("يزور رئيس قطاع شؤون أفريقيا تونس.", "visit")
    assert visit["place"] == ["تونس"]
    told = read("التقى الوزير وفدا من حركة النهار. وقال إن الوفد الكوري وصل. وزار الوفد باريس.", "visit")
    assert not any("النهار" in str(slots.get("visitor")) for slots in told)
