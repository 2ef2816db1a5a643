"""Money at a donors' conference: for whom it is pledged, what is denied of it, and which sum is given instead."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import events_of

from tawatur.record.types import Event, Number


def told(text: str) -> list[Event]:
    return events_of(text, "funding", published=date(2018, 5, 15))


def amount(event: Event) -> float:
    found = event.slots["amount"]
    assert isinstance(found, Number)
    return found.value


@pytest.mark.parametrize(
    ("text", "donor", "recipient"),
    [
        ("اختتم في روما أمس مؤتمر المانحين لدعم الصومال بتعهدات بلغت 700 مليون دولار.", None, ["somalia"]),
        ("قال الوزير إن تعهدات لبنان بلغت مليار دولار في مؤتمر باريس لدعم لبنان.", None, ["lebanon"]),
        ("بلغت تعهدات قطر 500 مليون دولار في مؤتمر لإعادة إعمار العراق.", ["qatar"], None),
        ("خفض تعهدات اليمن إلى 500 مليون دولار. وتعهدات المانحين لا تكفي.", None, None),
        ("بلغت تعهدات قطر 500 مليون دولار. وتعهدات المانحين لا تكفي، كما تعهدت قطر ببناء مدارس.", ["qatar"], None),
        ("مؤتمر روما يجمع 300 مليون دولار للصومال.", None, ["somalia"]),
        (
            "تونس - تعهد المانحون الدوليون، اليوم الثلاثاء، بتقديم مليار دولار لدعم ليبيا.",
            ["مانحون دوليون"],
            ["libya"],
        ),
    ],
)
def test_pledges_called_by_a_land_may_be_for_it(
    text: str, donor: list[str] | None, recipient: list[str] | None
) -> None:
    found = told(text)[0]
    assert (found.slots.get("donor"), found.slots.get("recipient")) == (donor, recipient)
    assert "period" not in found.slots


def test_what_a_conference_gathers_is_told_whoever_takes_it() -> None:
    (found,) = told("وقال الوزير إن المؤتمر جمع 860 مليون دولار.")
    assert amount(found) == 860e6
    assert not found.slots.keys() & {"donor", "recipient"}


def test_a_pledge_told_twice_is_one_with_all_that_is_told() -> None:
    (found,) = told("المانحون يتعهدون بتقديم مليار دولار.\nتعهد المانحون الدوليون بتقديم مليار دولار لدعم ليبيا.")
    assert (found.status, found.slots["recipient"]) == ("planned", ["libya"])


@pytest.mark.parametrize(
    "text",
    [
        "متحدث ينفي خفض تعهدات المانحين إلى 500 مليون دولار.",
        "نفى المتحدث صحة ما نشرته الصحيفة عن أن تعهدات مؤتمر جنيف لم تتجاوز 500 مليون دولار.",
        "نفت الحكومة الأردنية ما أعلنته الوكالة من أن الكويت قدمت 500 مليون دولار إلى الأردن.",
        "نفى الوزير صحة الأنباء التي تحدثت عن تقديم الكويت 500 مليون دولار إلى الأردن.",
    ],
)
def test_what_is_denied_is_told_as_denied(text: str) -> None:
    (found,) = told(text)
    assert (found.status, amount(found)) == ("denied", 500e6)
    assert not {"متحدث", "المتحدث"} & set(found.slots.get("donor", []))  # type: ignore[arg-type]


def test_the_sum_that_a_denier_gives_is_told_by_him() -> None:
    denied, given = told(
        "نفى وزير المالية الأردني عمر ملحس ما أعلنته الوكالة من أن الكويت قدمت 100 مليون دولار إلى الأردن، وقال: "
        "«المبلغ الصحيح هو 60 مليون دولار»."
    )
    assert [(e.status, amount(e)) for e in (denied, given)] == [("denied", 100e6), ("done", 60e6)]
    assert given.slots["donor"] == denied.slots["donor"] == ["kuwait"]
    assert (denied.statement, given.statement) == (0, 1)


def test_a_number_that_is_no_correction_is_no_funding() -> None:
    assert not told("وقال المدير: «الرقم النهائي هو 60 مليون دولار».")
    denied = told("نفى الوزير أن تكون قطر قدمت 100 مليون دولار. وقال إن المبلغ 9 دولارات.")
    assert [e.status for e in denied] == ["denied"]


@pytest.mark.parametrize(
    "text", ["مؤتمر روما يجمع 300 مليون دولار للصومال.", "جمع المؤتمر تبرعات بقيمة 5 ملايين يورو."]
)
def test_money_attends_no_conference(text: str) -> None:
    assert not any("attended" in e.slots for e in events_of(text, "meeting"))


def test_people_whom_a_meeting_gathers_attend_it() -> None:
    (found,) = events_of("جمع الاجتماع وزراء خارجية مصر والأردن.", "meeting")
    assert "attended" in found.slots


def test_who_stayed_away_may_be_told_behind_a_comma() -> None:
    (found,) = events_of("عقد اجتماع في روما أمس، غاب عنه وزير الخارجية الليبي محمد سيالة.", "meeting")
    assert len(found.slots["absent"]) == 1  # type: ignore[arg-type]


def test_what_an_official_expects_for_his_body_is_not_where_the_pledges_of_states_go() -> None:
    text = (
        "وقال أمجد سالم مدير منظمة الإغاثة الدولية إننا سنحصل على وعود بقيمة 4 ملايين دولار. "
        "وأعلنت بريطانيا تقديم 450 مليون جنيه."
    )
    given = [e for e in told(text) if e.slots.get("donor") == ["united-kingdom"]]
    assert given
    assert all("recipient" not in e.slots for e in given)


def test_who_hopes_for_pledges_gives_none() -> None:
    (hoped,) = told("وقال أمجد سالم مدير منظمة الإغاثة الدولية إنه يأمل في الحصول على تعهدات بقيمة 8 ملايين دولار.")
    assert "donor" not in hoped.slots
    (gathered,) = told("وكان منظمو المؤتمر يأملون في جمع تسعة ملايين دولار.")
    assert not gathered.slots.keys() & {"donor", "recipient"}


def test_each_of_two_pledges_has_the_year_that_stands_behind_it() -> None:
    first, second = told("أعلنت بريطانيا تقديم 450 مليون جنيه لعام 2018 و300 مليون جنيه للعام المقبل.")
    years = [e.slots["period"].first.year for e in (first, second)]  # type: ignore[union-attr]
    assert years == [2018, 2019]


def test_a_currency_gives_nothing() -> None:
    text = "بلغت الهبات 5 ملايين يورو من بينهما 3 ملايين يورو من قطر."
    assert [e.slots.get("donor") for e in told(text)] == [None, ["qatar"]]
