"""When two reports tell one event."""

from compare_making import day, event, persons, reading
from hypothesis import given
from hypothesis import strategies as st

from tawatur.compare.comparison import compare
from tawatur.compare.linkage import Link, link_all
from tawatur.record.types import Interval, Number, Reading, Span


def together(*readings: Reading) -> list[list[tuple[str, str]]]:
    return [e.same for e in compare(readings).events if len(e.same) > 1]


def meeting(name: str, text: str = "اجتمعت الرابطة الإقليمية للمياه في سلوان", **slots: object) -> Reading:
    given = {"body": ["league"], "place": ["salwan"], "date": day("2021-05-01"), **slots}
    return event(reading(name, text), "meeting", text, **{k: v for k, v in given.items() if v is not None})


def attack(name: str, text: str = "قتل عشرة أشخاص في هجوم على سوق سلوان", **slots: object) -> Reading:
    given = {"type": "attack", "place": ["salwan"], "date": day("2021-05-01"), "killed": persons(10), **slots}
    return event(reading(name, text), "incident", text, **given)


def test_one_body_one_place_one_day() -> None:
    assert together(meeting("a"), meeting("b")) == [[("a", "e1"), ("b", "e1")]]


def test_another_body_is_another_meeting() -> None:
    assert together(meeting("a"), meeting("b", "عقد مجلس الزراعة جلسته في سلوان", body=["مجلس الزراعة"])) == []


def test_another_day_is_another_meeting() -> None:
    assert together(meeting("a"), meeting("b", date=day("2021-06-01"))) == []


def test_late_april_holds_the_29th() -> None:
    late, exact = day("2021-04-21/2021-04-30"), day("2021-04-29")
    assert len(together(meeting("a", date=late), meeting("b", date=exact))) == 1


def test_a_session_numbered_otherwise_is_another() -> None:
    assert together(meeting("a", session=Number(3, "session")), meeting("b", session=Number(4, "session"))) == []


def test_a_toll_that_rises_is_one_event() -> None:
    later = attack("b", "ارتفع عدد القتلى في هجوم سوق سلوان إلى 14", killed=persons(14))
    assert len(together(attack("a"), later)) == 1


def test_a_protest_is_no_attack() -> None:
    other = attack("b", "تظاهر مئات السكان في سلوان", type="protest", killed=persons(0))
    assert together(attack("a"), other) == []


def test_the_toll_of_a_season_is_not_that_of_a_day() -> None:
    words = "سقط 300 قتيل في سلوان منذ مطلع السنة"
    season = attack("b", words, date=day("2021-01-01/2021-05-01"), killed=persons(300))
    assert together(attack("a"), season) == []


def test_states_of_one_body_merge_within_twelve_months() -> None:
    def members(name: str, published: str, count: int) -> Reading:
        text = f"تضم الرابطة الإقليمية للمياه {count} عضوا"
        slots = {"body": ["league"], "count": Number(count, "member"), "as_of": day(published)}
        return event(reading(name, text, published), "membership", text, "ongoing", **slots)

    assert len(together(members("a", "2021-05-02", 20), members("b", "2021-11-02", 21))) == 1
    assert together(members("a", "2021-05-02", 20), members("b", "2022-11-02", 21)) == []


def test_commitments_merge_by_their_aims() -> None:
    def commitment(name: str, aim: str) -> Reading:
        text = f"تلتزم الرابطة الإقليمية للمياه {aim}"
        at = text.index(aim)
        slots = {"body": ["league"], "aim": [Span(at, at + len(aim), aim)]}
        return event(reading(name, text), "commitment", text, "ongoing", **slots)

    assert len(together(commitment("a", "حماية الأنهار المشتركة"), commitment("b", "بحماية الأنهار المشتركة"))) == 1
    assert together(commitment("a", "حماية الأنهار المشتركة"), commitment("b", "تدريب المهندسين الشباب")) == []


def test_two_counts_of_one_report_are_one_event() -> None:
    text = "أدرجت سلوان 10 أشخاص و4 كيانات على القائمة"
    found = reading("a", text)
    event(found, "designation", text, authority=["salwan"], target=["أشخاص"], count=persons(10))
    event(found, "designation", "4 كيانات", authority=["salwan"], target=["كيانات"], count=Number(4, "entity"))
    assert together(found) == [[("a", "e1"), ("a", "e2")]]


def test_two_attacks_of_one_report_stay_two() -> None:
    text = "هجوم على جسر سلوان. وفي المساء هجوم على محطة سلوان"
    found = reading("a", text)
    for words, target in (("هجوم على جسر سلوان", "جسر"), ("هجوم على محطة سلوان", "محطة")):
        event(found, "incident", words, type="attack", target=[target], place=["salwan"], date=day("2021-05-01"))
    assert together(found) == []


def test_the_embassy_of_a_country_and_its_embassy() -> None:
    def opening(name: str, body: str) -> Reading:
        text = f"افتتحت {body} أمس"
        return event(reading(name, text), "founding", text, body=[body], date=Interval(None, None))

    assert len(together(opening("a", "سفارة فرنسا في سلوان"), opening("b", "السفارة الفرنسية في سلوان"))) == 1


def test_why_is_kept() -> None:
    merged = next(e for e in compare([meeting("a"), meeting("b")]).events)
    assert merged.why[0]["a"] == "a e1"
    assert merged.why[0]["features"]["entities"] > 0


def test_what_is_apart_is_never_joined_through_a_third() -> None:
    links = [Link("a", "b", 3), Link("b", "c", 3), Link("a", "c", 0, apart=True)]
    assert link_all("abc", links, 1, 0) == [["a", "b"], ["c"]]


def test_two_days_are_never_joined_through_reports_that_give_none() -> None:
    first, second = attack("a"), attack("b", "هجوم سلوان في اليوم الثالث", date=day("2021-05-03"))
    undated = attack("c", "هجوم على سوق سلوان يقتل عشرة أشخاص")
    del undated.events[0].slots["date"]
    assert not any({("a", "e1"), ("b", "e1")} <= set(same) for same in together(first, second, undated))


@given(st.permutations(range(6)))
def test_the_order_of_links_does_not_matter(order: list[int]) -> None:
    links = [
        Link("a", "b", 3),
        Link("b", "c", 2),
        Link("c", "d", 2),
        Link("a", "d", -1),
        Link("d", "e", 2),
        Link("a", "e", 1.5),
    ]
    assert link_all("abcde", [links[i] for i in order], 1.2, 0.5) == link_all("abcde", links, 1.2, 0.5)
