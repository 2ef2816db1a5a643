"""Tolls of one happening held against each other: which count one thing, which one report alone gives, what rose."""

import pytest
from compare_making import day, event, persons, reading

from tawatur.compare.comparison import compare
from tawatur.compare.events.scopes import Scopes
from tawatur.record.types import Fact, Number, Quantity, Reading


def toll(name: str, text: str, words: str, value: float, at: str, **slots: object) -> Reading:
    """An attack on the market of Salwan on 2 May told by `text`, in which `words` give the dead."""
    found = reading(name, text, at[:10], outlet=name, published_at=at)
    number = persons(value)
    start = text.index(words)
    found.quantities.append(Quantity(start, start + len(words), words, number))
    told = {"type": "attack", "place": ["salwan"], "date": day("2021-05-02"), "target": ["سوق الخضار"]} | slots
    return event(found, "incident", text, **{slot: v for slot, v in told.items() if v}, killed=number)


def tolls(*readings: Reading) -> list[Fact]:
    return [f for f in compare(readings).facts if f.property == "incident.killed"]


def verdicts(*readings: Reading) -> list[str]:
    return [f.verdict for f in tolls(*readings)]


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("هجمات سلوان خلفت 20 قتيلا منذ مطلع العام", True),
        ("في أدمى يوم تشهده سلوان منذ سنوات قتل 20 شخصا في السوق", False),
        ("الشرطة تلاحق منذ مساء الأحد رجلا قتل 20 شخصا في سوق سلوان", False),
        ("هجوم سلوان: 20 قتيلا منذ الجمعة الماضية", True),
        ("بعد ثلاثة أيام على مقتل 20 شخصا في سوق سلوان", False),
        ("مقتل 20 شخصا في سلوان بعد عشرة أيام من الاحتجاجات", True),
        ("قتل 20 شخصا الأحد خلال الإضراب الذي تشهده سلوان منذ أسابيع", False),
    ],
)
def test_a_toll_sums_up_many_days_only_where_the_words_say_so(text: str, since: bool) -> None:
    words = "20 قتيلا" if "20 قتيلا" in text else "20 شخصا"
    told = toll("a", text, words, 20, "2021-05-02T08:00:00Z")
    assert Scopes(told, told.events[0])["killed"].since is since


@pytest.mark.parametrize(
    ("text", "words", "part"),
    [
        ("هجوم سلوان: 50 ممن قتلوا من عمال السوق", "50", True),
        ("حوادث متفرقة في سلوان تودي بحياة 50 شخصا", "50 شخصا", True),
        ("حادثان منفصلان: في حادثين منفصلين في سلوان قتل 50 شخصا", "50 شخصا", True),
        ("هجوم سلوان: مقتل 50 شخصا ونقل جرحى بإصابات متفرقة", "50 شخصا", False),
        ("هجوم سلوان: إصابة 50 شخصا آخرين", "50 شخصا", False),
    ],
)
def test_some_of_the_dead_and_those_of_several_incidents_are_no_toll_of_one(text: str, words: str, part: bool) -> None:
    told = toll("a", text, words, 50, "2021-05-02T08:00:00Z")
    assert Scopes(told, told.events[0])["killed"].part is part


def test_others_beside_fighters_and_who_fell_in_somebodys_ranks_fought() -> None:
    text = "لقي 7 من مسلحي الجماعة مصرعهم وأصيب 15 آخرون قرب سلوان"
    told = toll("a", text, "15 آخرون", 15, "2021-05-02T08:00:00Z")
    start = text.index("7 من مسلحي")
    told.quantities.insert(0, Quantity(start, start + len("7 من مسلحي"), "7 من مسلحي", Number(7, "person")))
    assert Scopes(told, told.events[0])["killed"].fighters
    ranks = toll("a", "معارك سلوان: 11 قتيلا في صفوف القوات", "11 قتيلا", 11, "2021-05-02T08:00:00Z")
    assert Scopes(ranks, ranks.events[0])["killed"].fighters


def test_a_noun_with_and_without_the_ending_behind_its_number_is_one() -> None:
    few = toll("a", "هجوم سوق سلوان: مقتل 15 مدنيا", "15 مدنيا", 15, "2021-05-02T08:00:00Z")
    many = toll("b", "هجوم سوق سلوان: مقتل عشرين من المدنيين", "عشرين من المدنيين", 20, "2021-05-02T15:00:00Z")
    assert verdicts(few, many) == ["changed"]


def of_the_market(name: str, value: int, at: str) -> Reading:
    return toll(name, f"هجوم سوق سلوان: مقتل {value} شخصا", f"{value} شخصا", value, at)


def test_a_count_that_one_report_alone_gives_after_many_gave_another_stands_by_itself() -> None:
    many = [
        of_the_market(name, 40, f"2021-05-02T{hour}:00:00Z")
        for name, hour in zip("abcd", (10, 11, 12, 13), strict=True)
    ]
    found = tolls(*many, of_the_market("e", 12, "2021-05-03T15:00:00Z"))
    assert [(f.verdict, len(f.values)) for f in found] in (
        [("agreed", 1), ("single", 1)],
        [("single", 1), ("agreed", 1)],
    )
    assert verdicts(many[0], of_the_market("e", 12, "2021-05-03T15:00:00Z")) == ["disputed"]  # one against one


def test_old_counts_carried_on_do_not_dispute_what_rose_by_far() -> None:
    risen = [
        of_the_market("a", 13, "2021-05-02T08:00:00Z"),
        of_the_market("b", 36, "2021-05-02T12:00:00Z"),
        of_the_market("c", 35, "2021-05-02T15:00:00Z"),
        of_the_market("d", 34, "2021-05-02T18:00:00Z"),
    ]
    assert verdicts(*risen) == ["changed"]


def test_three_thousand_is_3188_and_not_2400() -> None:
    round_one = of_the_market("a", 3000, "2021-05-02T08:00:00Z")
    assert verdicts(round_one, of_the_market("b", 3188, "2021-05-02T15:00:00Z")) == ["agreed"]
    assert verdicts(
        of_the_market("a", 2000, "2021-05-02T08:00:00Z"), of_the_market("b", 2400, "2021-05-02T15:00:00Z")
    ) == ["changed"]


def with_another(of: Reading, text: str, killed: int) -> Reading:
    """A report that tells of one more attack of that day in the town."""
    of.report.text += f". {text}"
    slots = {"type": "attack", "place": ["salwan"], "date": day("2021-05-02"), "killed": persons(killed)}
    return event(of, "incident", text, **slots)


def test_another_attack_of_a_report_is_meant_only_where_its_number_fits() -> None:
    first = of_the_market("a", 14, "2021-05-02T08:00:00Z")
    later = with_another(of_the_market("b", 31, "2021-05-02T15:00:00Z"), "وفي هجوم على الجسر قتل اثنان", 2)
    assert verdicts(first, later)[0] == "changed"


def test_an_outlet_that_gives_both_numbers_sees_no_dispute() -> None:
    whole = of_the_market("a", 3, "2021-05-02T08:00:00Z")
    text = "هجوم سوق سلوان: مقتل 3 أشخاص"
    both = toll("b", text, "3 أشخاص", 3, "2021-05-03T08:00:00Z")
    both.events[0].slots["killed"] = persons(3)
    more = "المهاجم قتل شخصين في السوق"
    both.report.text += f". {more}"
    start = both.report.text.index("شخصين")
    both.quantities.append(Quantity(start, start + 5, "شخصين", persons(2)))
    slots = {"type": "attack", "place": ["salwan"], "date": day("2021-05-02"), "target": ["سوق الخضار"]}
    event(both, "incident", more, "done", "الشرطة المحلية", killed=persons(2), **slots)
    assert "disputed" not in verdicts(whole, both)


def test_what_a_report_opens_with_is_of_its_day_and_not_of_the_next() -> None:
    dated = toll("a", "هجوم على سلوان: مقتل 13 شخصا", "13 شخصا", 13, "2021-05-02T15:00:00Z", target=None)
    undated = toll("b", "هجوم على سلوان: مقتل 4 أشخاص", "4 أشخاص", 4, "2021-05-02T08:00:00Z", target=None, date=None)
    assert verdicts(undated, dated) == ["changed"]
    before = toll("b", "هجوم على سلوان: مقتل 4 أشخاص", "4 أشخاص", 4, "2021-05-01T08:00:00Z", target=None, date=None)
    assert "changed" not in verdicts(before, dated)


def test_one_count_of_members_that_no_other_report_gives_is_of_something_else() -> None:
    def states(name: str, count: int, of: str) -> Reading:
        text = f"تضم رابطة سلوان {count} دولة"
        found = reading(name, text, of, outlet=name)
        found.quantities.append(
            Quantity(text.index(str(count)), len(text), text[text.index(str(count)) :], Number(count, "country"))
        )
        return event(found, "membership", text, body=["league"], count=Number(count, "country"), as_of=day(of))

    days = ("2021-05-02", "2021-05-03", "2021-05-20", "2021-05-21")
    many = [states(name, 28, of) for name, of in zip("abcd", days, strict=True)]
    found = [f for f in compare([*many, states("e", 12, "2021-05-10")]).facts if f.property == "membership.count"]
    assert sorted(f.verdict for f in found) == ["agreed", "single"]
