"""Which words of a report tell another incident, and which come back to the one that it told."""

from __future__ import annotations

import pytest
from tests.read.incidents_told import plain, told

LEAD = "قتل 30 شخصا في تفجيرين هزا مدينة غزني الثلاثاء. "


def test_the_first_and_the_second_are_two_and_neither_is_both() -> None:
    both, first, second = told(
        LEAD + "ووقع الانفجار الأول في سوق شعبية. واستهدف الانفجار الثاني رجال الإسعاف. ووقع الانفجار الثاني مساء."
    )
    assert plain(both.slots["killed"]) == 30
    assert [e.slots["place"] for e in (first, second)] == [both.slots["place"]] * 2
    assert [e.slots["date"] for e in (first, second)] == [both.slots["date"]] * 2


@pytest.mark.parametrize(
    ("told_again", "count"),
    [
        ("وأسفر الانفجار الأول عن مقتل ستة أشخاص. وقال شاهد إن الانفجار وقع عند الظهر.", 2),
        ("وجاء الانفجار بعد أسبوع من وقوع تفجير في سوق كابل أدى إلى مقتل 60 شخصا.", 2),
        ("وجاء ذلك بعد يومين من هجوم على فندق في كابل قتل فيه سبعة.", 2),
    ],
)
def test_what_happened_a_while_ago_is_another(told_again: str, count: int) -> None:
    assert len(told(LEAD + told_again)) == count


@pytest.mark.parametrize(
    ("sentence", "who", "killed"),
    [
        ("وقال قائد الشرطة إن ثلاثة من رجال الأمن بين القتلى.", ["رجال الأمن"], 3),
        ("وأكد المستشفى أن 9 أطفال من بين القتلى.", ["أطفال"], 9),
    ],
)
def test_those_among_the_dead_are_told_apart(sentence: str, who: list[str], killed: int) -> None:
    _, among = told(LEAD + sentence)
    assert (among.slots["target"], plain(among.slots["killed"])) == (who, killed)
    assert among.slots["type"] == "bombing"  # they died in what the report tells


def test_a_claim_is_a_voice_of_its_own() -> None:
    attack, claim = told("قتل تسعة أشخاص في تفجير استهدف سوقا في غزني. وأعلنت حركة طالبان مسؤوليتها عن التفجير.")
    assert "actor" not in attack.slots
    assert claim.slots["actor"] == ["taliban"]
    assert claim.slots["target"] == attack.slots["target"]


def test_a_capital_after_in_is_the_city_and_not_its_government() -> None:
    (blast,) = told("وصل عدد القتلى في انفجار كابل إلى 48 قتيلا.")
    assert blast.slots["place"] == ["kabul"]


def test_the_verb_of_an_explosion_behind_an_aside_says_what_it_struck() -> None:
    (blast,) = told("وكان انفجار نفذه مهاجم انتحاري، فيما يبدو، استهدف مركزا للشرطة في كابل، الأحد.")
    assert (blast.slots["target"], blast.slots["place"]) == (["مركزا"], ["kabul"])


def test_the_day_on_which_a_toll_rose_is_not_the_day_of_the_attack() -> None:
    attack, *_ = told(
        "أعلنت السلطات، الاثنين، ارتفاع حصيلة قتلى الهجوم الانتحاري على فندق في غزني إلى 23 قتيلا."
        " والسبت، فجر انتحاري سيارة مفخخة عند بوابة الفندق."
    )
    assert plain(attack.slots["date"]) == ("2018-04-14", "2018-04-14")
