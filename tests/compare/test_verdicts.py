"""What differs: changed, disputed, or said of another thing. By the kinds of slots that schema.yml tells apart."""

import pytest
from compare_making import day, event, persons, reading, role

from tawatur.compare.comparison import compare
from tawatur.compare.events.marks import Marks
from tawatur.compare.facts.claims import Claim
from tawatur.compare.facts.making import facts_of
from tawatur.compare.facts.numbers import overtaken
from tawatur.compare.facts.origins import Lineage
from tawatur.compare.facts.sources import source_of
from tawatur.compare.passages import Passages
from tawatur.record.schema import SCHEMA
from tawatur.record.types import Evidence, Fact, Interval, Number, Quantity, Reading, Span


def facts(of: str, *readings: Reading) -> list[Fact]:
    return [f for f in compare(readings).facts if f.property == of]


def verdicts(of: str, *readings: Reading) -> list[str]:
    return [f.verdict for f in facts(of, *readings)]


def attack(name: str, text: str, slot: str, number: Number, words: str, at: str = "2021-05-02T08:00:00Z") -> Reading:
    """An attack of one day and place told by `text`, in which `words` give the number."""
    found = reading(name, text, published_at=at, outlet=name)
    start = text.index(words)
    found.quantities.append(Quantity(start, start + len(words), words, number))
    slots = {"type": "attack", "place": ["salwan"], "date": day("2021-05-02"), slot: number, "target": ["سوق الخضار"]}
    return event(found, "incident", text, **slots)


def test_every_slot_that_holds_one_value_says_what_differing_values_mean() -> None:
    known = {"state", "toll", "plan", "pledge", "measure", "fixed", "beside"}
    for kind in SCHEMA.kinds.values():
        assert set(kind.denied) <= set(kind.slots)
        assert {s.differ for s in kind.slots.values()} <= known


def test_the_dead_and_the_wounded_are_not_one_toll() -> None:
    hurt = attack("a", "هجوم سوق سلوان: إصابة 40 شخصا", "count", persons(40), "40 شخصا")
    held = attack("b", "بعد هجوم السوق في سلوان اعتقال 12 شخصا", "count", persons(12), "12 شخصا")
    assert verdicts("incident.count", hurt, held) == ["single", "single"]
    text = "ارتفاع عدد المصابين في سلوان إلى 55 جريحا"
    more = attack("b", text, "count", persons(55), "55 جريحا", "2021-05-02T15:00:00Z")
    assert verdicts("incident.count", hurt, more) == ["changed"]
    at_once = attack("b", text, "count", persons(55), "55 جريحا")
    assert verdicts("incident.count", hurt, at_once) == ["disputed"]


def test_those_among_them_are_part_of_the_toll() -> None:
    whole = attack("a", "هجوم سوق سلوان: مقتل 9 أشخاص", "killed", persons(9), "9 أشخاص")
    part = attack("b", "قتلى السوق في سلوان بينهم 4 أشخاص من أسرة واحدة", "killed", persons(4), "4 أشخاص")
    assert verdicts("incident.killed", whole, part) == ["single", "single"]


def test_a_toll_since_the_beginning_is_not_that_of_a_day() -> None:
    of_a_day = attack("a", "هجوم سوق سلوان: مقتل 9 أشخاص", "killed", persons(9), "9 أشخاص")
    of_months = attack("b", "هجمات سلوان خلفت 70 قتيلا منذ مطلع العام", "killed", persons(70), "70 قتيلا")
    assert verdicts("incident.killed", of_a_day, of_months) == ["single", "single"]


def test_the_dead_of_the_attackers_are_not_those_of_the_attack() -> None:
    people = attack("a", "هجوم سوق سلوان: مقتل 9 أشخاص", "killed", persons(9), "9 أشخاص")
    gunmen = attack("b", "الشرطة في سلوان: مقتل 3 مسلحين", "killed", persons(3), "3 مسلحين")
    assert verdicts("incident.killed", people, gunmen) == ["single", "single"]


def test_tens_are_any_number_below_a_hundred() -> None:
    assert not overtaken(Number(10, "person", "more_than"), Number(62, "person"))
    assert overtaken(Number(10, "person", "more_than"), Number(140, "person"))
    assert overtaken(Number(4, "person", "at_least"), Number(25, "person"))


def claim(of: str, name: str, value: Number | Interval, status: str, published: str) -> Claim:
    """What one report says of an event, in the clause that tells it."""
    where = Evidence(0, 20, "اجتماع الرابطة", name, "e1")
    marks = Marks(towns=frozenset({"salwan"}), names=frozenset({"league", "salim"}), lead=True)
    return Claim(
        "event-1", of, None, value, name, "e1", status, None, day(published).first, [where], where, marks=marks
    )


def judged(*claims: Claim) -> list[str]:
    sources = {c.report: source_of(c.report, reading(c.report, "خبر", str(c.day), outlet=c.report)) for c in claims}
    return [f.verdict for f in facts_of(claims, Lineage(sources, Passages([]), {}))]


def test_of_three_attacks_of_one_report_the_one_that_is_meant_is_held_against_another_reports() -> None:
    toll = attack("a", "هجوم سوق سلوان: مقتل 9 أشخاص", "killed", persons(9), "9 أشخاص")
    many = attack("b", "هجمات سلوان: مقتل 4 أشخاص في السوق", "killed", persons(4), "4 أشخاص")
    for n, words in ((2, "مقتل شخصين عند الجسر"), (7, "مقتل 7 أشخاص في المحطة")):
        many.report.text += f" {words}."
        slots = {"type": "attack", "place": ["salwan"], "date": day("2021-05-02"), "killed": persons(n)}
        event(many, "incident", words, **slots)
    assert verdicts("incident.killed", toll, many) == ["disputed", "single", "single"]


def test_who_denies_a_part_in_an_attack_does_not_deny_the_attack() -> None:
    told = attack("a", "هجوم سوق سلوان: مقتل 9 أشخاص", "killed", persons(9), "9 أشخاص")
    denied = attack("b", "نفت الشرطة ضلوعها في هجوم السوق في سلوان ومقتل 9 أشخاص", "killed", persons(9), "9 أشخاص")
    denied.events[0].status = "denied"
    assert verdicts("incident.type", told, denied) == ["single"]


def test_sums_that_differ_by_rounding_agree() -> None:
    assert judged(pledge("a", 71e6, "USD"), pledge("b", 71.4e6, "USD")) == ["agreed"]


def pledge(name: str, amount: float, currency: str, status: str = "done", published: str = "2021-05-02") -> Claim:
    return claim("funding.amount", name, Number(amount, currency), status, published)


def test_sums_in_two_currencies_stand_beside_each_other() -> None:
    assert judged(pledge("a", 3e6, "USD"), pledge("b", 2.5e6, "EUR")) == ["single", "single"]
    assert judged(pledge("a", 3e6, "USD"), pledge("b", 3e6, "EUR")) == ["single", "single"]


def test_a_sum_that_is_promised_may_be_paid_in_another() -> None:
    promised, paid = pledge("a", 3e6, "USD", "planned", "2021-04-20"), pledge("b", 2e6, "USD")
    assert judged(promised, paid) == ["changed"]
    assert judged(pledge("a", 3e6, "USD"), paid) == ["disputed"]


def dated(name: str, when: str, status: str, published: str) -> Claim:
    return claim("meeting.date", name, day(when), status, published)


def test_a_meeting_may_be_moved_before_it_is_held() -> None:
    plan, held = dated("a", "2021-05-10", "planned", "2021-05-01"), dated("b", "2021-05-13", "done", "2021-05-14")
    assert judged(held, plan) == ["changed"]
    assert judged(dated("a", "2021-05-10", "done", "2021-05-11"), held) == ["disputed"]


def test_a_day_more_or_less_is_the_difference_of_two_papers_and_no_agreement() -> None:
    a, b = dated("a", "2021-05-10", "done", "2021-05-11"), dated("b", "2021-05-11", "done", "2021-05-12")
    assert judged(a, b) == ["repeated"]


def test_a_day_that_stands_beside_the_clause_disputes_nothing() -> None:
    a, b = dated("a", "2021-05-10", "done", "2021-05-11"), dated("b", "2021-05-13", "done", "2021-05-14")
    b.evidence = [Evidence(90, 100, "أمس", "b", "e1")]
    assert judged(a, b) == ["single", "single"]


def measure(name: str, value: Number, period: str) -> Reading:
    text = {"a": "بلغ معدل البطالة في سلوان", "b": "معدل البطالة بسلوان صار"}[name]
    found = reading(name, text, outlet=name)
    start = text.index("معدل البطالة")
    slots = {"measure": [Span(start, start + 12, "معدل البطالة")], "place": ["salwan"]}
    return event(found, "statistic", text, value=value, period=day(period), **slots)


@pytest.mark.parametrize(
    ("period", "verdict"), [("2020-01-01/2020-12-31", "disputed"), ("2019-01-01/2019-12-31", "changed")]
)
def test_a_measure_is_of_its_period(period: str, verdict: str) -> None:
    a, b = measure("a", Number(12, "percent"), "2020-01-01/2020-12-31"), measure("b", Number(14, "percent"), period)
    assert verdicts("statistic.value", a, b) == [verdict]


def test_what_grew_in_a_month_and_what_grew_in_a_year_are_two_measures() -> None:
    year, month = (
        measure("a", Number(12, "percent"), "2019-01-01/2019-12-31"),
        measure("b", Number(3, "percent"), "2020-03-01/2020-03-31"),
    )
    assert verdicts("statistic.value", year, month) == ["single", "single"]


def test_a_measure_of_no_period_disputes_nothing() -> None:
    a, b = (
        measure("a", Number(12, "percent"), "2020-01-01/2020-12-31"),
        measure("b", Number(14, "percent"), "2020-01-01"),
    )
    b.events[0].slots.pop("period")
    assert verdicts("statistic.value", a, b) == ["single", "single"]


def test_a_figure_is_confirmed_by_none_of_another_time() -> None:
    year, next_year = (measure(n, Number(12, "percent"), f"{y}-01-01/{y}-12-31") for n, y in (("a", 2019), ("b", 2020)))
    assert verdicts("statistic.value", year, measure("b", Number(12, "percent"), "2019-01-01/2019-12-31")) == ["agreed"]
    assert verdicts("statistic.value", year, next_year) == ["single", "single"]


@pytest.mark.parametrize(("published", "expected"), [("2021-05-05", ["agreed"]), ("2021-05-20", ["single", "single"])])
def test_a_figure_without_a_time_is_of_the_days_of_its_report(published: str, expected: list[str]) -> None:
    today, later = (measure(n, Number(12, "percent"), "2021-05-02") for n in "ab")
    for told in (today, later):
        told.events[0].slots.pop("period")
    later.report.published = day(published).first
    assert verdicts("statistic.value", today, later) == expected


@pytest.mark.parametrize(("figure", "expected"), [(7.4, ["agreed"]), (70, ["single", "single"])])
def test_more_than_is_not_ten_times_as_much(figure: float, expected: list[str]) -> None:
    least = measure("a", Number(7, "percent", bound="more_than"), "2019-01-01/2019-12-31")
    exact = measure("b", Number(figure, "percent"), "2019-01-01/2019-12-31")
    assert verdicts("statistic.value", least, exact) == expected


def test_the_time_of_a_figure_is_that_of_no_other_figure() -> None:
    of_exports, of_wheat = (
        measure(n, Number(v, "percent"), "2019-01-01/2019-12-31") for n, v in (("a", 12), ("b", 40))
    )
    assert verdicts("statistic.period", of_exports, of_wheat) == ["single", "single"]
    same = measure("b", Number(12, "percent"), "2019-01-01/2019-12-31")
    assert verdicts("statistic.period", of_exports, same) == ["agreed"]


def titled(name: str, title: str, published: str) -> Reading:
    text = f"{title} سليم الحداد"
    return role(reading(name, text, published, outlet=name), text, "salim", title, "salwan")


def test_a_minister_who_is_then_called_former_has_left_his_office() -> None:
    before = [titled(n, "وزير الري", f"2021-05-{day}") for n, day in zip("ab", ("01", "09"), strict=True)]
    after = [titled(n, "وزير الري السابق", f"2021-06-0{i}") for i, n in enumerate("cd", 1)]
    assert verdicts("role.title", *before, *after) == ["changed"]
    at_once = [before[0], titled("b", "وزير الري", "2021-05-02")]  # one text of his time in office, in two papers
    assert verdicts("role.title", *at_once, *after) == ["agreed"]
    assert verdicts("role.title", before[0], after[0]) == ["agreed"]


def test_two_offices_are_two_facts() -> None:
    a, b = titled("a", "وزير الري", "2021-05-01"), titled("b", "وزير المالية والتخطيط", "2021-06-01")
    assert verdicts("role.title", a, b) == ["single", "single"]


def test_whose_word_denies_it_is_shown() -> None:
    told = attack("a", "هجوم سوق سلوان: مقتل 9 أشخاص", "killed", persons(9), "9 أشخاص")
    denied = attack("b", "نفت الشرطة وقوع هجوم السوق في سلوان ومقتل 9 أشخاص", "killed", persons(9), "9 أشخاص")
    denied.events[0].status = "denied"
    (fact,) = facts("incident.type", told, denied)
    assert (fact.verdict, [e.report for e in fact.denials]) == ("disputed", ["b"])


def test_who_denies_a_number_and_gives_another_denies_the_number() -> None:
    claimed = attack("a", "هجوم سوق سلوان: مقتل 30 شرطيا", "killed", persons(30), "30 شرطيا")
    text = "نفى سليم الحداد مقتل 30 شرطيا في هجوم سوق سلوان. وقال إن 5 قتلوا في هجوم سوق سلوان"
    answer = reading("b", text, published_at="2021-05-02T08:00:00Z", outlet="b")
    where = {"type": "attack", "place": ["salwan"], "date": day("2021-05-02")}
    event(answer, "incident", "مقتل 30 شرطيا في هجوم سوق سلوان", "denied", "salim", killed=persons(30), **where)
    event(answer, "incident", "5 قتلوا في هجوم سوق سلوان", "done", "salim", killed=persons(5), **where)
    assert verdicts("incident.type", claimed, answer) == ["agreed"]
    assert "disputed" in verdicts("incident.killed", claimed, answer)


def test_tolls_of_one_day_without_a_clock_rise_while_the_dead_are_counted() -> None:
    text = {"a": "هجوم سوق سلوان: مقتل 9 أشخاص", "b": "ارتفاع قتلى هجوم سوق سلوان إلى 12 شخصا"}

    def of(name: str, killed: int, words: str, published: str) -> Reading:
        found = attack(name, text[name], "killed", persons(killed), words)
        found.report.published_at, found.report.published = None, day(published).first
        return found

    for published, verdict in (("2021-05-02", "changed"), ("2021-05-20", "disputed")):
        assert verdicts("incident.killed", of("a", 9, "9 أشخاص", published), of("b", 12, "12 شخصا", published)) == [
            verdict
        ]


@pytest.mark.parametrize(
    ("later", "verdict"), [("2021-05-02T11:00:00Z", "changed"), ("2021-05-03T20:00:00Z", "disputed")]
)
def test_an_old_count_is_carried_on_for_hours(later: str, verdict: str) -> None:
    tolls = {"a": (4, "2021-05-02T08:00:00Z"), "b": (9, "2021-05-02T09:00:00Z"), "c": (14, "2021-05-02T10:00:00Z")}
    told = [
        attack(n, f"هجوم سوق سلوان: مقتل {k} شخصا", "killed", persons(k), f"{k} شخصا", at)
        for n, (k, at) in (tolls | {"d": (6, later)}).items()
    ]
    assert verdicts("incident.killed", *told) == [verdict]


def test_tens_bring_no_two_tolls_together() -> None:
    since = attack("a", "هجمات سلوان خلفت 70 قتيلا منذ مطلع العام", "killed", persons(70), "70 قتيلا")
    of_a_day = attack("b", "هجوم سوق سلوان: مقتل 19 شخصا", "killed", persons(19), "19 شخصا")
    words = "عشرات القتلى"
    tens = attack("c", f"هجوم سوق سلوان: {words}", "killed", persons(10, "more_than"), words)
    assert len(facts("incident.killed", since, of_a_day)) == 2
    assert len(facts("incident.killed", since, of_a_day, tens)) == 2


def test_who_is_accused_and_denies_it_denies_that_he_did_it() -> None:
    text = "هجوم على سوق سلوان"
    slots = {"type": "attack", "place": ["salwan"], "date": day("2021-05-02")}
    accused = event(reading("a", text, outlet="a"), "incident", text, "done", "nura", actor=["league"], **slots)
    denies = "الرابطة الإقليمية للمياه تنفي الهجوم على سوق سلوان"
    answer = event(reading("b", denies, outlet="b"), "incident", "الهجوم على سوق سلوان", "denied", "league", **slots)
    assert verdicts("incident.actor", accused, answer) == ["disputed"]
    assert verdicts("incident.type", accused, answer) == ["single"]


def test_two_measures_have_more_in_common_than_their_land() -> None:
    def of(name: str, words: str, value: float) -> Reading:
        found = reading(name, f"{words} {value}", outlet=name)
        slots = {"measure": [Span(0, len(words), words)], "place": ["salwan"], "period": day("2020-01-01/2020-12-31")}
        return event(found, "statistic", f"{words} {value}", value=Number(value, "percent"), **slots)

    oil, gold = of("a", "صادرات نفط سلوان", 12), of("b", "صادرات قمح سلوان", 14)
    assert verdicts("statistic.value", oil, gold) == ["single", "single"]
    assert verdicts("statistic.value", oil, of("b", "صادرات سلوان من النفط", 14)) == ["disputed"]


def test_prices_of_a_month_move_from_day_to_day() -> None:
    first, next_day = (measure(n, Number(v, "percent"), "2021-05-01/2021-05-31") for n, v in (("a", 12), ("b", 14)))
    next_day.report.published = day("2021-05-03").first
    assert verdicts("statistic.value", first, next_day) == ["single", "single"]


def test_of_fighters_every_battle_has_its_own_dead() -> None:
    a = attack("a", "معارك سلوان: مقتل 23 مسلحا", "killed", persons(23), "23 مسلحا")
    b = attack("b", "معارك في سلوان خلفت 26 مسلحا قتيلا", "killed", persons(26), "26 مسلحا", "2021-05-02T19:00:00Z")
    assert verdicts("incident.killed", a, b) == ["single", "single"]


def test_a_number_that_another_report_calls_a_part_is_no_other_toll() -> None:
    whole = attack("a", "هجوم سوق سلوان: مقتل 40 شخصا، بينهم 18 شرطيا", "killed", persons(40), "40 شخصا")
    start = whole.report.text.index("18 شرطيا")
    whole.quantities.append(Quantity(start, start + 8, "18 شرطيا", persons(18)))
    some = attack("b", "هجوم سوق سلوان: مقتل 18 شخصا", "killed", persons(18), "18 شخصا")
    assert verdicts("incident.killed", whole, some) == ["single", "single"]


def test_one_town_is_struck_again_and_again() -> None:
    def of(name: str, text: str, killed: int, words: str, at: str) -> Reading:
        found = attack(name, text, "killed", persons(killed), words, at)
        found.events[0].slots.pop("target")
        return found

    first = of("a", "غارات عنيفة على سلوان: مقتل 18 شخصا", 18, "18 شخصا", "2021-05-02T08:00:00Z")
    later = of("b", "استهداف مشفى ليلا يخلف 16 قتيلا بينهم أطباء", 16, "16 قتيلا", "2021-05-02T15:00:00Z")
    assert "disputed" not in verdicts("incident.killed", first, later)


def counted(first: str, second: str, voices: tuple[str, str], numbers: tuple[int, int]) -> Reading:
    """One report in which two tell how many an attack killed."""
    found = reading("a", f"{first}. {second}", published_at="2021-05-02T08:00:00Z", outlet="a")
    for text, voice, number in zip((first, second), voices, numbers, strict=True):
        start = found.report.text.index(f"{number} ")
        found.quantities.append(Quantity(start, start + len(f"{number} "), f"{number} ", persons(number)))
        slots = {"type": "attack", "place": ["salwan"], "date": day("2021-05-02"), "target": ["سوق الخضار"]}
        event(found, "incident", text, "done", voice, killed=persons(number), **slots)
    return found


def test_two_speakers_who_count_the_dead_apart_are_in_dispute() -> None:
    voices = ("الشرطة المحلية", "أطباء المستشفى")
    first, second = "هجوم سوق سلوان أودى بحياة 10 أشخاص", "هجوم سوق سلوان أودى بحياة 14 شخصا"
    other = attack("b", "هجوم سوق سلوان يودي بحياة 14 شخصا", "killed", persons(14), "14 شخصا")
    assert verdicts("incident.killed", counted(first, second, voices, (10, 14)), other) == ["disputed"]
    risen = "ارتفع عدد قتلى هجوم سوق سلوان إلى 14 شخصا"
    assert verdicts("incident.killed", counted(first, risen, voices, (10, 14)), other) == ["changed"]


def test_who_is_said_to_give_and_denies_it_disputes_that_it_was_he() -> None:
    def given(name: str, text: str, status: str, voice: str | None) -> Reading:
        return event(reading(name, text), "funding", text, status, voice, donor=["league"], recipient=["nura"])

    told = given("a", "الرابطة الإقليمية للمياه تمول نورة القاضي بالمال", "done", "salim")
    denied = given("b", "نفت الرابطة الإقليمية للمياه تمويل نورة القاضي بالمال", "denied", "league")
    assert verdicts("funding.donor", told, denied) == ["disputed"]
    assert verdicts("funding.recipient", told, denied) == ["disputed"]


def test_those_of_one_trade_among_the_dead_leave_the_whole_to_be_compared() -> None:
    whole = reading(
        "a", "انفجار سوق سلوان يقتل 25 شخصا بينهم 9 صحفيين", published_at="2021-05-02T18:00:00Z", outlet="a"
    )
    slots = {"type": "attack", "place": ["salwan"], "date": day("2021-05-02"), "target": ["سوق الخضار"]}
    for words, number in (("25 شخصا", persons(25)), ("9 صحفيين", Number(9, "journalist"))):
        start = whole.report.text.index(words)
        whole.quantities.append(Quantity(start, start + len(words), words, number))
    event(whole, "incident", "انفجار سوق سلوان يقتل 25 شخصا", "done", "salim", killed=persons(25), **slots)
    event(whole, "incident", "9 صحفيين", "done", "salim", killed=Number(9, "journalist"), **slots)
    early = attack("b", "انفجار سوق سلوان يقتل 21 شخصا", "killed", persons(21), "21 شخصا")
    assert "changed" in verdicts("incident.killed", whole, early)
