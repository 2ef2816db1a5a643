"""A summit told beside the session before it and the one to come: who came for whom, who hosts, whose it is."""

from __future__ import annotations

from datetime import date
from typing import Any

from prepared import events_of, filled

DAY = date(2023, 3, 14)


def slots(text: str) -> list[dict[str, Any]]:
    return [e.slots for e in events_of(text, "meeting", published=DAY)]


def test_the_session_before_is_another_meeting() -> None:
    text = (
        "بدأت في العاصمة القطرية الدوحة، اليوم الثلاثاء، أعمال القمة الأفريقية العاشرة. "
        "وتسلمت قطر رئاسة القمة من كينيا التي استضافت الدورة السابقة في نيروبي العام الماضي."
    )
    now, before = slots(text)
    assert now["place"] == ["doha"]
    assert now["date"].first == DAY == now["date"].last
    assert (before["host"], before["place"]) == (["kenya"], ["nairobi"])
    assert before["date"].first.year == 2022


def test_taking_over_the_presidency_of_a_summit_is_no_other_incident() -> None:
    text = "انطلقت القمة الأفريقية اليوم في تونس. وتسلمت تونس رئاسة القمة من كينيا."
    assert events_of(text, "incident", published=DAY) == []
    assert slots(text)[0]["chair"] == ["tunisia"]


def test_the_session_to_come_is_planned() -> None:
    text = "اختتمت القمة العربية العاشرة أعمالها في عمان أمس. وقررت عقد الدورة الحادية عشرة في الكويت العام المقبل."
    held, planned = events_of(text, "meeting", published=DAY)
    assert (held.status, planned.status) == ("done", "planned")
    assert planned.slots["place"] == ["kuwait"]
    assert planned.slots["session"].value == 11  # type: ignore[union-attr]
    assert planned.slots["level"] == "summit"
    assert held.slots["session"].value == 10  # type: ignore[union-attr]


def test_a_course_or_an_edition_is_no_session() -> None:
    assert slots("انطلقت اليوم الدورة العاشرة لمعرض الكتاب في عمان بحضور وزير الثقافة.") == []


def test_who_comes_to_the_opening_sitting_attends() -> None:
    text = (
        "انطلقت القمة العربية اليوم في عمان. وشارك في الجلسة الافتتاحية "
        "الرئيس التركي رجب طيب أردوغان والأمين العام للأمم المتحدة أنطونيو غوتيريش بصفتهما ضيفي شرف."
    )
    ((found, _),) = filled(text, "meeting", DAY)
    assert found["attended"] == ["رجب طيب أردوغان", "أنطونيو غوتيريش"]


def test_who_represents_his_country_stands_in() -> None:
    for told in ("، ومثل بلاده", "، ومثل مصر", "، فيما ترأس وفد بلاده", "، وأناب عنه"):
        absent = "عقدت القمة العربية أمس في عمان. وغاب عن القمة الرئيس المصري عبد الفتاح السيسي"
        text = f"{absent}{told} وزير الخارجية سامح شكري."
        ((found, _),) = filled(text, "meeting", DAY)
        assert found["absent"] == ["عبد الفتاح السيسي"], told
        assert found["attended"] == ["سامح شكري"] == found["stand_in"], told


def test_who_leads_a_delegation_does_not_lead_the_meeting() -> None:
    text = "يعقد مجلس الأمن الدولي غدا اجتماعا في نيويورك، ويترأس وفد الأردن وزير الخارجية أيمن الصفدي."
    ((found, _),) = filled(text, "meeting", DAY)
    assert "chair" not in found
    assert found["attended"] == ["أيمن الصفدي"]


def test_the_preparatory_meeting_is_not_the_summit() -> None:
    text = (
        "عقد وزراء الخارجية العرب في الرياض اليوم اجتماعا تحضيريا للقمة العربية التي تستضيفها الدوحة الخميس المقبل. "
        "وترأس الاجتماع الوزير المصري سامح شكري."
    )
    ministers, summit = sorted(slots(text), key=lambda s: str(s["level"]))
    assert ministers["place"] == ["riyadh"]
    assert ministers["chair"] == ["sameh-shoukry"]
    assert summit["place"] == ["doha"]
    assert "chair" not in summit


def test_a_summit_that_was_to_be_hosted_is_put_off() -> None:
    text = (
        "أعلنت الجزائر تأجيل القمة العربية التي كان من المقرر أن تستضيفها نهاية مارس. "
        "وأبلغت الجامعة العربية بذلك. وكانت تونس استضافت القمة الأخيرة في مارس 2019."
    )
    off, before = events_of(text, "meeting", published=DAY)
    assert (off.status, before.status) == ("cancelled", "done")
    assert off.slots["host"] == ["algeria"]
    assert off.slots["body"] == ["arab-league"]
    assert before.slots["host"] == ["tunisia"]


def test_the_occasion_of_a_meeting_is_not_that_meeting() -> None:
    text = (
        "عقد وزير الخارجية المصري سامح شكري اجتماعا مع نظيره الأردني أيمن الصفدي في نيويورك "
        "على هامش انعقاد الدورة العاشرة لمجلس حقوق الإنسان."
    )
    (found,) = slots(text)
    assert "body" not in found
    assert "session" not in found
    assert len(found["attended"]) == 2
