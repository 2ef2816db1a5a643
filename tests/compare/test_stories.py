"""Stories: what brings reports together, what parts them, that they do not chain, and that their ids stay."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from compare_making import day, event, reading
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.compare.comparison import compare
from tawatur.compare.fingerprints import words_of
from tawatur.compare.stories import (
    Commonness,
    Grouping,
    Sketch,
    carry_ids,
    commonness,
    found_by,
    link,
    needed,
    outline,
    sketch,
)
from tawatur.record.types import Reading, Story

WHEN = datetime(2021, 5, 3, 12, tzinfo=UTC)
FIRE = "اندلع حريق كبير في مخازن الحبوب بمرفأ نهرين فجر الأحد وأتى على ثلاثة عنابر قبل أن تسيطر عليه فرق الإطفاء"
AGAIN = "تمكنت فرق الإطفاء من السيطرة على حريق مرفأ نهرين الذي أتى على عنابر الحبوب ومخازن مجاورة لها"
COURT = "قضت محكمة الاستئناف ببراءة سليم الحداد من تهمة تبديد أموال صندوق التقاعد بعد ثلاث سنوات من المرافعات"


def stories(readings: Sequence[Reading]) -> list[list[str]]:
    return sorted(sorted(s.reports) for s in compare(readings).stories)


def sketched(*readings: Reading) -> dict[str, Sketch]:
    named = {r.report.id: r for r in readings}
    merged = {(name, e.id): e.id for name, r in named.items() for e in r.entities}
    outlines = {name: outline(name, r, merged, words_of(r)) for name, r in named.items()}
    common = commonness(outlines.values())
    return {name: sketch(one, common) for name, one in outlines.items()}


def test_one_happening_in_other_words_is_one_story_and_another_is_not() -> None:
    found = [reading("a", FIRE), reading("b", AGAIN), reading("c", COURT)]
    assert stories(found) == [["a", "b"], ["c"]]


def test_the_same_words_a_month_later_are_another_happening() -> None:
    assert stories([reading("a", FIRE), reading("b", AGAIN, "2021-06-20")]) == [["a"], ["b"]]


def test_every_day_between_two_reports_speaks_against_them() -> None:
    found = sketched(reading("a", FIRE), reading("b", AGAIN), reading("c", AGAIN, "2021-05-06"))
    assert link(found["a"], found["b"]).score == pytest.approx(link(found["a"], found["c"]).score + 2.0)


def test_an_announcement_is_near_the_meeting_it_announces() -> None:
    text = "تستضيف سلوان اجتماع الرابطة الإقليمية للمياه يوم 20 مايو"
    slots = {"body": ["league"], "place": ["salwan"], "date": day("2021-05-20")}
    a, b = (event(reading(n, text, d), "meeting", text, **slots) for n, d in (("a", "2021-04-25"), ("b", "2021-05-20")))
    found = sketched(a, b)
    assert "days" not in link(found["a"], found["b"]).why


def test_what_only_two_reports_share_says_more_than_what_all_do() -> None:
    rare, common = {"k": 2}, {"k": 900}
    one = outline("a", reading("a", "k", entities=()), {}, words_of(reading("a", "k", entities=())))
    weights = [sketch(one, Commonness(1000, counts, {})).words["k"] for counts in (rare, common)]
    assert weights[0] > weights[1]


def test_a_report_is_found_by_its_rare_words_and_by_its_dated_events() -> None:
    slots = {"type": "attack", "place": ["salwan"], "date": day("2021-05-01")}
    found = sketched(event(reading("a", FIRE), "incident", FIRE, **slots), reading("b", AGAIN))
    words, events = found_by(found["a"])
    assert events == ["incident salwan 2021-05-01"]
    assert len(set(words) & set(found_by(found["b"])[0])) >= needed(found["a"])


def test_a_story_says_of_each_report_why_it_is_of_it() -> None:
    why = compare([reading("a", FIRE), reading("b", AGAIN), reading("c", COURT)]).stories[0].why
    assert why.keys() == {"a", "b"}
    assert why["b"]["beside"] == "a"
    assert why["b"]["names"] == ["nahrin"]
    assert why["b"]["days"] == 0
    assert why["b"]["features"]["words"] > why["b"]["features"]["names"] > 0


def test_a_chain_of_neighbours_is_no_story() -> None:
    words = [f"{letter}لمة{place}" for letter in "بتثجحخدذرز" for place in ("اب", "ات", "اد", "ار")]
    texts = [" ".join(words[i : i + 12]) for i in range(0, 28, 4)]  # each has two thirds of the next one's words
    found = stories([reading(f"r{i}", text, f"2021-05-{i + 1:02}", entities=()) for i, text in enumerate(texts)])
    assert len(found) > 1
    assert found[0][:2] == ["r0", "r1"]


def test_a_report_that_is_of_both_makes_two_stories_one() -> None:
    found = sketched(reading("a", FIRE), reading("b", AGAIN), reading("c", COURT), reading("d", FIRE + " " + AGAIN))
    links = [link(found[n], found["d"]) for n in "ab"]
    grown = Grouping(found, [["a"], ["b"], ["c"]])
    grown.add("d", links)
    assert sorted(sorted(s) for s in grown.all()) == [["a", "b", "d"], ["c"]]


def test_one_more_report_gives_what_the_whole_gives() -> None:
    texts = {"a": FIRE, "b": COURT, "c": AGAIN, "d": COURT + " اليوم"}
    found = sketched(*(reading(name, text) for name, text in texts.items()))
    names = list(found)
    links = {b: [link(found[a], found[b]) for a in names[:i]] for i, b in enumerate(names)}
    whole = Grouping(found)
    for name in names:
        whole.add(name, links[name])
    until = Grouping(found)
    for name in names[:-1]:
        until.add(name, links[name])
    more = Grouping(found, until.all())
    more.add("d", links["d"])
    assert sorted(map(sorted, more.all())) == sorted(map(sorted, whole.all())) == [["a", "c"], ["b", "d"]]


def test_ten_thousand_copies_of_one_report_cost_as_many_times_one() -> None:
    def seconds(count: int) -> float:
        one = sketched(reading("a", FIRE))["a"]
        copies = {f"{i:05}": replace(one, report=f"{i:05}") for i in range(count)}
        start = time.process_time()
        grown = Grouping(copies)
        for name, copy in copies.items():
            grown.add(name, [link(copies["00000"], copy)] if name != "00000" else [])
        return time.process_time() - start

    assert seconds(2000) < 8 * seconds(500) + 0.2


@given(st.permutations(range(6)))
@settings(max_examples=10, deadline=None)
def test_any_order_gives_the_same_stories(order: list[int]) -> None:
    texts = [FIRE, AGAIN, COURT, COURT + " أمس", FIRE + " صباحا", "لا شيء"]
    found = [reading(f"r{i}", texts[i], f"2021-05-0{i + 1}") for i in order]
    assert stories(found) == [["r0", "r1", "r4"], ["r2", "r3"], ["r5"]]


@given(st.text(max_size=200), st.text(max_size=40))
@settings(max_examples=25, deadline=None)
def test_any_text_and_title_make_a_story(text: str, title: str) -> None:
    assert stories([reading("a", text, title=title), reading("b", text, title=title)]) in ([["a", "b"]], [["a"], ["b"]])


def test_a_report_without_a_day_has_its_story() -> None:
    undated = reading("u", AGAIN)
    undated.report.published = None
    assert stories([reading("a", FIRE), undated, reading("c", COURT)]) == [["a", "u"], ["c"]]


def story(ident: str, reports: str) -> Story:
    return Story(ident, reports.split())


def test_a_story_that_grows_keeps_its_id() -> None:
    after, changes = carry_ids([story("s", "b c")], [story("new", "a b c d")], WHEN)
    assert [s.id for s in after] == ["s"]
    assert changes == []


def test_of_merged_stories_the_larger_keeps_its_id_and_the_report_is_told() -> None:
    after, changes = carry_ids([story("s", "a"), story("t", "b c")], [story("n", "a b c x")], WHEN)
    assert [s.id for s in after] == ["t"]
    assert (changes[0].kind, changes[0].before, changes[0].after, changes[0].report) == (
        "merged",
        ["s", "t"],
        ["t"],
        "x",
    )
    assert after[0].history == changes


def test_of_a_split_story_the_largest_part_keeps_the_id() -> None:
    after, changes = carry_ids([story("s", "a b c")], [story("s", "a"), story("n", "b c")], WHEN)
    assert [s.id for s in after] == ["s-2", "s"]
    assert (changes[0].kind, changes[0].before, changes[0].after) == ("split", ["s"], ["s", "s-2"])
    assert all(s.history == changes for s in after)


def test_a_history_goes_on() -> None:
    once, _ = carry_ids([story("s", "a"), story("t", "b c")], [story("n", "a b c")], WHEN)
    twice, changes = carry_ids(once, [story("n", "a b c d")], datetime(2021, 5, 4, tzinfo=UTC))
    assert (changes, [c.kind for c in twice[0].history]) == ([], ["merged"])


PARTITIONS = st.lists(st.integers(0, 4), min_size=1, max_size=12)


@given(PARTITIONS, PARTITIONS)
def test_ids_are_one_each_and_the_same_stories_keep_theirs(old: list[int], new: list[int]) -> None:
    def parted(of: list[int]) -> list[Story]:
        return [Story(f"s{n}", [f"r{i}" for i, m in enumerate(of) if m == n]) for n in sorted(set(of))]

    before, after = parted(old), parted(new)
    carried, _ = carry_ids(before, after, WHEN)
    assert [s.reports for s in carried] == [s.reports for s in after]
    assert len({s.id for s in carried}) == len(carried)
    assert carry_ids(carried, after, WHEN) == (carried, [])
    held = {tuple(s.reports): s.id for s in before}
    assert all(held.get(tuple(s.reports), s.id) == s.id for s in carried)


def test_days_of_a_sketch() -> None:
    assert sketched(reading("a", FIRE, "2021-05-09"))["a"].day == date(2021, 5, 9)
