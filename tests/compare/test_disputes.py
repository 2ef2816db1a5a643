"""What is held against what: whose words a denial answers, which tolls can be of one count."""

from __future__ import annotations

from compare_making import day, event, persons, reading, role

from tawatur.compare.comparison import compare
from tawatur.compare.events.scopes import Scopes
from tawatur.record.types import Fact, Number, Quantity, Reading


def facts(of: str, *readings: Reading) -> list[Fact]:
    return [f for f in compare(readings).facts if f.property == of]


def bombed(name: str, status: str = "done", voice: str | None = None, published: str = "2021-05-02") -> Reading:
    """The league is said to have bombed a market."""
    denies = status == "denied"
    text = f"نفت الرابطة الإقليمية للمياه قصف سوق سلوان ({name})" if denies else f"قصف سوق الخضار في سلوان ({name})"
    slots = {"type": "bombing", "actor": ["league"], "place": ["salwan"], "target": ["سوق الخضار"]}
    dated = {"date": day(published)} if not denies else {}
    return event(reading(name, text, published, outlet=name), "incident", text, status, voice, **slots, **dated)


def test_who_denies_what_another_says_disputes_it() -> None:
    told, denied = bombed("a", voice="nura"), bombed("b", "denied", "league")
    assert [f.verdict for f in facts("incident.actor", told, denied)] == ["disputed"]


def test_who_speaks_of_what_he_is_accused_of_does_not_tell_it() -> None:
    own, denied = bombed("a", voice="league"), bombed("b", "denied", "league")
    assert facts("incident.actor", own, denied) == []


def test_a_denial_is_not_of_what_comes_after_it() -> None:
    later, denied = bombed("a", voice="nura", published="2021-05-06"), bombed("b", "denied", "league")
    assert all(f.verdict != "disputed" for f in facts("incident.actor", later, denied))


def test_a_plan_is_not_what_is_denied() -> None:
    plan, told, denied = bombed("a", "planned"), bombed("b", voice="nura"), bombed("c", "denied", "league")
    found = {f.verdict: {r for v in f.values for r in v.reports} for f in facts("incident.actor", plan, told, denied)}
    assert found == {"disputed": {"b"}, "single": {"a"}}


def toll(name: str, number: Number, words: str, at: str, published: str = "2021-05-02") -> Reading:
    """So many dead in an attack of 2 May; `words` give the number."""
    text = f"هجوم سوق سلوان: {words}"
    found = reading(name, text, published, outlet=name, published_at=at)
    counted = words.removeprefix("مقتل ").partition(" منذ")[0]
    start = text.index(counted)
    found.quantities.append(Quantity(start, start + len(counted), counted, number))
    slots = {"type": "attack", "place": ["salwan"], "date": day("2021-05-02"), "target": ["سوق الخضار"]}
    return event(found, "incident", text, **slots, killed=number)


def test_a_toll_repeated_days_later_has_still_risen() -> None:
    first = toll("a", persons(9), "مقتل 9 أشخاص", "2021-05-02T08:00:00Z")
    risen = toll("b", persons(20), "مقتل 20 شخصا", "2021-05-02T15:00:00Z")
    again = toll("c", persons(20), "مقتل 20 شخصا", "2021-05-09T08:00:00Z", "2021-05-09")
    assert [f.verdict for f in facts("incident.killed", first, risen, again)] == ["changed"]


def test_the_dead_of_a_war_do_not_agree_with_at_least_so_many() -> None:
    least = toll("a", Number(40, "person", "at_least"), "مقتل 40 شخصا على الأقل", "2021-05-02T15:00:00Z")
    war = toll("b", Number(9000, "person", "more_than"), "مقتل أكثر من 9 آلاف شخص", "2021-05-02T08:00:00Z")
    assert [f.verdict for f in facts("incident.killed", least, war)] == ["single", "single"]


def test_half_as_many_again_days_later_are_of_another_count() -> None:
    least = toll("a", Number(16, "person", "at_least"), "مقتل 16 شخصا على الأقل", "2021-05-02T15:00:00Z")
    soon = toll("b", persons(31), "مقتل 31 شخصا", "2021-05-02T20:00:00Z")
    assert [f.verdict for f in facts("incident.killed", least, soon)] == ["agreed"]
    late = toll("b", persons(31), "مقتل 31 شخصا", "2021-05-12T20:00:00Z", "2021-05-12")
    assert [f.verdict for f in facts("incident.killed", least, late)] == ["single", "single"]


def test_a_toll_of_a_month_long_past_does_not_rise() -> None:
    found = [
        toll("a", persons(30), "مقتل 30 شخصا", "2021-11-02T08:00:00Z", "2021-11-02"),
        toll("b", persons(51), "مقتل 51 شخصا", "2021-11-09T08:00:00Z", "2021-11-09"),
    ]
    for one in found:
        one.events[0].slots["date"] = day("2021-05-01/2021-05-31")
    assert all(f.verdict != "changed" for f in facts("incident.killed", *found))


def test_as_many_since_long_are_not_as_many_of_a_day() -> None:
    of_a_day = toll("a", persons(30), "مقتل 30 شخصا", "2021-05-02T08:00:00Z")
    of_months = toll("b", persons(30), "مقتل 30 شخصا منذ مطلع العام", "2021-05-02T09:00:00Z")
    assert [f.verdict for f in facts("incident.killed", of_a_day, of_months)] == ["single", "single"]


def test_a_number_beside_which_one_more_is_named_is_not_the_whole() -> None:
    for words, part in (
        ("مقتل 7 صحفيين محليين بالإضافة إلى مصور أجنبي", True),
        ("مقتل 7 صحفيين بالإضافة إلى أضرار كبيرة", False),
    ):
        found = toll("a", Number(7, "journalist"), "7 صحفيين", "2021-05-02T08:00:00Z")
        text = f"هجوم سوق سلوان: {words}"
        found.report.text = text
        found.quantities[0] = Quantity(text.index("7"), text.index("7") + 8, "7 صحفيين", Number(7, "journalist"))
        found.events[0].end, found.events[0].text = len(text), text
        assert Scopes(found, found.events[0])["killed"].part is part


def former(name: str, outlet: str, held: bool, published: str) -> Reading:
    text = f"مدير الرابطة {'السابق ' if held else ''}سليم الحداد في سلوان ({name})"
    title = "مدير الرابطة السابق" if held else "مدير الرابطة"
    return role(reading(name, text, published, outlet=outlet), text[: text.index(" في ")], "salim", title, "league")


def test_one_outlet_alone_does_not_take_an_office_from_a_namesake() -> None:
    held = [former(n, "x", False, d) for n, d in (("a", "2021-03-02"), ("b", "2021-04-12"))]
    lost = [former("c", "y", True, "2021-05-20"), former("d", "y", True, "2021-05-22")]
    assert {f.verdict for f in facts("role.title", *held, *lost)} <= {"repeated", "agreed"}
    lost[1] = former("d", "z", True, "2021-05-22")
    assert "changed" in {f.verdict for f in facts("role.title", *held, *lost)}


def test_a_denial_is_not_of_what_was_years_ago() -> None:
    long_past, denied = bombed("a", voice="nura", published="2017-05-06"), bombed("b", "denied", "league")
    assert all(f.verdict != "disputed" for f in facts("incident.actor", long_past, denied))


def test_one_text_printed_on_two_days_gives_one_day() -> None:
    sentence = "استقبل سليم الحداد في قصره بمدينة سلوان مساء اليوم نورة القاضي وبحث معها مشاريع المياه والري المشتركة"

    def printed(name: str, published: str) -> Reading:
        slots = {"attended": ["salim", "nura"], "place": ["salwan"], "date": day(published)}
        return event(reading(name, sentence, published, outlet=name), "meeting", sentence, **slots)

    first, last = printed("a", "2021-05-02"), printed("b", "2021-05-04")
    assert all(f.verdict != "disputed" for f in facts("meeting.date", first, last))


def test_a_body_and_its_head_give_one_toll_after_the_other() -> None:
    def told(second: str) -> Reading:
        text = "هجوم سوق سلوان: إصابة 9 أشخاص. ثم إصابة 12 شخصا في السوق"
        found = reading("a", text, outlet="a", published_at="2021-05-02T10:00:00Z")
        role(found, "هجوم", "salim", "مدير الرابطة", "league")
        for words, counted, number, voice in (
            ("هجوم سوق سلوان: إصابة 9 أشخاص", "9 أشخاص", 9, "league"),
            ("إصابة 12 شخصا في السوق", "12 شخصا", 12, second),
        ):
            start = text.index(counted)
            found.quantities.append(Quantity(start, start + len(counted), counted, persons(number)))
            slots = {"type": "attack", "place": ["salwan"], "date": day("2021-05-02"), "target": ["سوق الخضار"]}
            event(found, "incident", words, "done", voice, **slots, count=persons(number))
        return found

    text = "هجوم سوق سلوان: إصابة 12 شخصا"
    other = reading("b", text, outlet="b", published_at="2021-05-02T15:00:00Z")
    other.quantities.append(Quantity(text.index("12"), len(text), "12 شخصا", persons(12)))
    slots = {"type": "attack", "place": ["salwan"], "date": day("2021-05-02"), "target": ["سوق الخضار"]}
    event(other, "incident", text, **slots, count=persons(12))
    assert [f.verdict for f in facts("incident.count", told("nura"), other)] == ["disputed"]
    assert [f.verdict for f in facts("incident.count", told("salim"), other)] == ["changed"]


def test_tolls_remembered_of_one_month_and_town_contradict_each_other_where_they_are_nearly_the_same() -> None:
    """Months later one says that 44 died in the crash at the town in August, and another 41."""

    def remembered(name: str, number: int, month: str = "2020-08-01/2020-08-31") -> Reading:
        text = f"وفي أغسطس الماضي قتل {number} شخصا في تصادم قطارين في سلوان"
        found = reading(name, text, outlet=name)
        counted = f"{number} شخصا"
        start = text.index(counted)
        found.quantities.append(Quantity(start, start + len(counted), counted, persons(number)))
        slots = {"type": "other", "place": ["salwan"], "date": day(month), "killed": persons(number)}
        return event(found, "incident", text, **slots)

    assert [f.verdict for f in facts("incident.killed", remembered("a", 44), remembered("b", 41))] == ["disputed"]
    apart = facts("incident.killed", remembered("a", 44), remembered("b", 20))
    assert [f.verdict for f in apart] == ["single", "single"]
