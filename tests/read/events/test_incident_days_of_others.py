"""The day on which somebody judges a deed, or says what is to come, is not that of the deed."""

from __future__ import annotations

import pytest
from tests.read.incidents_told import told

from tawatur.record.types import Event


def of_type(text: str, kind: str) -> Event:
    return next(e for e in told(text) if e.slots["type"] == kind)


@pytest.mark.parametrize(
    "text",
    [
        "أدان وزير الخارجية، الثلاثاء، الهجوم على قرية في مالي.",
        "اتهمت الحكومة الثلاثاء المتمردين بالهجوم على قرية في مالي.",
        "طالبت المنظمة، الثلاثاء، بتحقيق في الهجوم على قرية في مالي.",
        "كررت المنظمة، الثلاثاء، تنديدها بالهجوم على قرية في مالي.",
    ],
)
def test_who_judges_a_deed_gives_it_no_day(text: str) -> None:
    assert "date" not in of_type(text, "attack").slots


def test_who_tells_the_news_of_a_deed_gives_its_day() -> None:
    attack = of_type("أعلنت الشرطة، الثلاثاء، مقتل أربعة أشخاص في هجوم على قرية في مالي.", "attack")
    assert str(attack.slots["date"].first) == "2018-04-17"


def test_a_student_who_fires_demands_nothing() -> None:
    attack = of_type("أعلنت الشرطة، الثلاثاء، أن الطالب أطلق النار على معلمه في مالي.", "attack")
    assert str(attack.slots["date"].first) == "2018-04-17"


def test_what_somebody_says_is_done_or_to_be_done_is_not_of_the_day_he_says_it() -> None:
    assert "date" not in of_type("قال الوزير، الثلاثاء، إن القوات تحاصر مدينة غزني.", "siege").slots
    siege = of_type("قال الوزير، الثلاثاء، إن القوات حاصرت مدينة غزني.", "siege")
    assert str(siege.slots["date"].first) == "2018-04-17"


def test_a_toll_since_something_began_is_not_of_the_day_it_is_told() -> None:
    killing = of_type("أعلن المرصد، الثلاثاء، مقتل 950 مدنيا منذ بدء الحملة.", "killing")
    assert "date" not in killing.slots
