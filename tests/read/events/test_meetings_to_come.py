"""Meetings that are prepared, called off or only imagined, and one meeting told twice. The report is of Thursday 5
April 2018."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import events_of

THURSDAY = date(2018, 4, 5)


def told(text: str, kind: str = "meeting") -> list[str]:
    """The status of each meeting or visit."""
    return [e.status for e in events_of(text, kind, published=THURSDAY)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("بدأت الاستعدادات لعقد القمة العربية في الظهران.", "planned"),
        ("جاء بومبيو لترتيب تفاصيل الاجتماع بين ترامب وكيم جونغ أون.", "planned"),
        ("هدد كيم جونغ أون بإلغاء القمة مع الرئيس ترامب في سنغافورة.", "planned"),
        ("أعلن ترامب إلغاء القمة مع الزعيم كيم جونغ أون في سنغافورة.", "cancelled"),
        ("كان كيم جونغ أون يستعد لعقد القمة في سنغافورة. وأعلن الرئيس الأمريكي إلغاء القمة.", "cancelled"),
        ("عقد وزير الخارجية سامح شكري اجتماعا في القاهرة من شأنه تعزيز العلاقات.", "done"),
        ("قال المتحدث إن اجتماعا بين ترامب وكيم جونغ أون من شأنه أن يخفف التوتر.", "planned"),
    ],
)
def test_how_far_a_meeting_has_come(text: str, status: str) -> None:
    assert told(text) == [status]


def test_what_a_meeting_would_bring_is_said_of_the_one_that_is_to_come() -> None:
    text = "وافق الرئيس ترامب على لقاء الزعيم كيم جونغ أون في مايو المقبل. وقال إن اجتماعا مع كيم من شأنه إنهاء الأزمة."
    assert told(text) == ["planned"]


def test_one_meeting_told_twice_on_its_day_is_one() -> None:
    assert told("عقد اليوم اجتماع طارئ لبحث الأزمة. وعقد مجلس الوزراء اجتماعا طارئا اليوم.") == ["done"]
    assert told("تعقد قمة ثلاثية اليوم في أنقرة. وقال الكرملين إن قمة ثلاثية ستعقد اليوم بمشاركة بوتين.") == ["planned"]


@pytest.mark.parametrize(
    "text",
    [
        "عقد مجلس النواب اجتماعا أمس. وعقد مجلس الأمن اجتماعا أمس.",
        "عقد في الرياض اجتماع أمس. وعقد في جدة اجتماع أمس.",
        "عقد في الرياض اجتماع أمس. وعقد في الرياض اجتماع الثلاثاء.",
    ],
)
def test_other_bodies_places_or_days_are_other_meetings(text: str) -> None:
    assert told(text) == ["done", "done"]


def test_he_who_visits_a_city_as_he_is_spoken_of_is_there() -> None:
    assert told("استقبل بوتين أمير قطر تميم بن حمد الذي يزور موسكو.", "visit") == ["ongoing"]
    assert told("يزور أمير قطر تميم بن حمد موسكو.", "visit") == ["planned"]
