"""Copies in bad input and in bulk: nothing lost, nothing quadratic, the same for any order and number of processes."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Sequence
from datetime import date
from itertools import count

import pytest
from compare_making import reading
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.compare.comparison import Part, compare
from tawatur.compare.copies import (
    Marks,
    Shares,
    align,
    align_all,
    alike,
    described,
    prints,
    stretches,
    words_of,
)
from tawatur.compare.copying import workers
from tawatur.compare.copying.wording import all_words
from tawatur.compare.passages import Passages
from tawatur.compare.rolling import rolled
from tawatur.errors import TawaturError
from tawatur.record.types import Copy, Mention, Reading, Span

LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنهي"
PASSAGE = "بدأت الفرق الفنية صباحا إصلاح السد القديم الذي تضرر بعد أمطار استمرت أياما في أعالي الوادي"


def prose(words: int, seed: int) -> str:
    """A text of made-up words, in sentences of twelve."""
    rng = random.Random(seed)
    made = ["".join(rng.choices(LETTERS, k=rng.randint(4, 7))) for _ in range(words)]
    return " ".join(w + "." if i % 12 == 11 else w for i, w in enumerate(made))


def plain(name: str, text: str, **more: object) -> Reading:
    return reading(name, text, entities=(), **more)


def found(readings: Sequence[Reading], workers: int = 1) -> list[Copy]:
    return compare(readings, only=Part.copies, workers=workers).copies


def test_copies_of_one_report_are_one_passage_with_a_place_each() -> None:
    text = prose(60, 1)
    readings = [plain(f"r{i:04}", text, outlet=f"outlet-{i % 7}") for i in range(600)]
    (copy,) = found(readings)
    assert len(copy.places) == 600
    assert {p.text for p in copy.places} == {text.rstrip(".")}
    linked = Shares([copy], {r.report.id: len(text) for r in readings})
    assert len(linked) < 600 * 12
    assert linked["r0000", "r0599"] > 0.99


def test_reports_equal_but_for_their_spelling_keep_their_own_offsets() -> None:
    other = PASSAGE.replace("إصلاح", "اصلاح").replace("السد", "السدّ")
    (copy,) = found([plain("a", f"«{PASSAGE}»"), plain("b", other), plain("c", f"  {PASSAGE}.")])
    assert [(p.report, p.text) for p in copy.places] == [("a", PASSAGE), ("b", other), ("c", PASSAGE)]


def test_a_part_of_a_report_that_others_carry_whole_stands_in_all_of_them() -> None:
    whole, part = prose(80, 2), prose(80, 2)[: prose(80, 2).index(".", 200)]
    copies = found([*(plain(n, whole) for n in "abc"), plain("d", f"{part} {prose(30, 3)}")])
    assert {tuple(p.report for p in c.places) for c in copies} == {("a", "b", "c"), ("a", "b", "c", "d")}


@pytest.mark.parametrize("text", ["", "خبر", "٣", "...", "خبر عاجل"])
def test_a_report_of_a_word_has_no_passage(text: str) -> None:
    assert found([plain("a", text), plain("b", text), plain("c", PASSAGE)]) == []


@pytest.mark.parametrize(("guests", "together"), [(3, False), (12, True)])
def test_a_long_list_of_names_in_one_order_is_a_text_of_its_own(guests: int, together: bool) -> None:
    names = [f"الأمير {name}" for name in prose(guests, 11).replace(".", "").split()]
    readings = []
    for report, rest in (("a", prose(20, 12)), ("b", prose(20, 13))):
        one = plain(report, f"{rest} {' و'.join(names)} {prose(4, len(readings))}")
        for name in names:
            at = one.report.text.index(name)
            one.mentions.append(Mention(at, at + len(name), name, "person", name))
        readings.append(one)
    assert bool(found(readings)) is together


def test_a_word_repeated_is_no_passage_and_costs_little() -> None:
    assert found([plain("a", "كلمة " * 5000), plain("b", "كلمة " * 4900), plain("c", "كلمة أخرى " * 3000)]) == []


def test_two_large_reports_with_many_changes_are_one_passage() -> None:
    words = prose(6_000, 4).split()
    other = [prose(1, i) if i % 50 == 7 else w for i, w in enumerate(words)]
    (copy,) = found([plain("a", " ".join(words)), plain("b", " ".join(other))])
    assert all(p.share > 0.99 for p in copy.places)


def test_two_texts_under_one_file_are_two_reports() -> None:
    one, other, third = plain("a", PASSAGE), plain("a", f"خبر آخر: {PASSAGE}"), plain("b", prose(20, 5))
    other.report.text_sha256 = "another"
    (copy,) = found([one, other, third])
    assert len({p.report for p in copy.places}) == 2


def test_a_passage_knows_how_much_of_each_report_it_is() -> None:
    a, b = plain("a", PASSAGE), plain("b", f"{PASSAGE}. {prose(40, 6)}")
    b.report.junk = [Span(len(PASSAGE) + 20, len(b.report.text), b.report.text[len(PASSAGE) + 20 :])]
    (copy,) = found([a, b])
    assert [p.share for p in copy.places] == [1.0, round(len(PASSAGE) / (len(PASSAGE) + 20), 3)]


def test_the_order_of_reports_changes_nothing() -> None:
    texts = [f"{prose(15, i)} {PASSAGE} {prose(10, i % 3)}." for i in range(9)]
    readings = [plain(f"r{i}", text) for i, text in enumerate(texts)]
    assert found(readings) == found(readings[::-1])


def test_processes_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    readings = {f"r{i}": plain(f"r{i}", f"{prose(20, i)} {prose(30, i % 4)}") for i in range(40)}
    words = {name: words_of(r) for name, r in readings.items()}
    pairs = [(a, b) for a in words for b in words if a < b]
    marks = Marks.of(words, words)
    monkeypatch.setattr("tawatur.compare.copies._SMALL", 0)
    monkeypatch.setattr("tawatur.compare.copies._CHUNK", 100)
    assert align_all(words, pairs, workers=2) == align_all(words, pairs, workers=1) != []
    assert align_all(words, pairs, 2, marks.filter) == align_all(words, pairs)


def test_words_are_the_same_from_any_number_of_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    readings = {f"r{i}": plain(f"r{i}", f"{prose(20, i)}. {PASSAGE}؛ 25.5 example.org") for i in range(20)}
    monkeypatch.setattr("tawatur.compare.copying.wording._SMALL", 0)
    monkeypatch.setattr("tawatur.compare.copying.wording._CHUNK", 7)
    assert all_words(readings, workers=2) == all_words(readings, workers=1) != {}


@given(st.lists(st.integers(0, (1 << 64) - 1), max_size=40))
def test_four_neighbours_are_one_number(numbers: list[int]) -> None:
    factor, mask = 0x9E3779B97F4A7C15, (1 << 64) - 1
    fours = zip(numbers, numbers[1:], numbers[2:], numbers[3:], strict=False)
    assert list(rolled(numbers)) == [(((a * factor + b) * factor + c) * factor + d) & mask for a, b, c, d in fours]


def test_an_ended_process_is_one_clear_error() -> None:
    def die(_: int) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(TawaturError, match="--workers 1"):
        list(workers.spread(die, [1, 2, 3], 2))


def test_work_is_handed_on_to_new_processes_and_comes_back_in_order() -> None:
    done = list(workers.spread(lambda job: (job, os.getpid()), range(100), 2))
    assert [job for job, _ in done] == list(range(100))
    assert len({process for _, process in done}) > 2


def test_the_parts_give_what_the_whole_gives() -> None:
    readings = {f"r{i}": plain(f"r{i}", f"{prose(12, i)} {PASSAGE}. {prose(25, i % 2)}") for i in range(4)}
    words = {name: words_of(r) for name, r in readings.items()}
    assert all(list(prints(w)) == sorted(set(prints(w))) for w in words.values())
    sides = [(a, b, p) for a in words for b in words if a < b for p in align(words[a], words[b])]
    whole = found(list(readings.values()))
    assert described(stretches(sides), readings) == described(stretches(sides[::-1]), readings) == whole


def test_spans_are_one_place_where_their_ends_are_two_words_apart_at_most() -> None:
    spots = [("a", 0, 200), ("a", 8, 195), ("a", 40, 200), ("b", 0, 200)]
    assert alike(spots) == [(spots[0], spots[1])]


class TestWhoIsFirst:
    def copy(self, *given: dict[str, object]) -> Copy:
        names = (f"r{i}" for i in count())
        (copy,) = found([self.told(next(names), **one) for one in given])
        return copy

    def told(self, name: str, published: str | None = "2021-05-02", **more: object) -> Reading:
        one = plain(name, f"{prose(3, len(name) + ord(name[-1]))}. {PASSAGE}", **more)
        one.report.published = date.fromisoformat(published) if published else None
        return one

    def test_the_earlier_day(self) -> None:
        copy = self.copy({"published": "2021-05-03", "outlet": "ب"}, {"published": "2021-05-02", "outlet": "ا"})
        assert (copy.first, copy.unsure, copy.kind) == ("r1", [], "copy")

    def test_the_clock_within_a_day_in_any_zone(self) -> None:
        first, second = "Sun, 02 May 2021 10:30:00 +0400", "2021-05-02T06:00:00+00:00"
        assert self.copy({"published_at": first}, {"published_at": second}).first == "r1"
        assert self.copy({"published_at": first}, {"published_at": "2021-05-02T07:00:00Z"}).first == "r0"

    def test_one_day_without_clocks_tells_nothing(self) -> None:
        copy = self.copy({}, {})
        assert (copy.first, copy.unsure) == (None, ["same_time"])

    def test_no_dates_tell_nothing(self) -> None:
        copy = self.copy({"published": None}, {"published": None})
        assert (copy.first, copy.unsure) == (None, ["undated"])

    def test_an_undated_report_may_be_first(self) -> None:
        assert self.copy({}, {"published": None}).unsure == ["undated"]

    def test_who_carries_an_agency_is_not_first_though_dated_before(self) -> None:
        copy = self.copy({"authors": ["رويترز"], "published": "2021-05-01"}, {})
        assert (copy.first, copy.unsure) == ("r1", ["borrowed"])
        assert [(p.agencies, p.borrowed) for p in copy.places] == [(["رويترز"], True), ([], False)]

    def test_an_agency_does_not_borrow_its_own_text(self) -> None:
        copy = self.copy({"authors": ["رويترز"], "outlet": "البيان"}, {"authors": ["رويترز"], "outlet": "رويترز"})
        assert (copy.first, copy.unsure) == ("r1", [])
        assert [p.borrowed for p in copy.places] == [True, False]
        taken = self.copy({"authors": ["وكالات"], "outlet": "رويترز"}, {"published": "2021-05-03"})
        assert [p.borrowed for p in taken.places] == [True, False]

    def test_where_all_carry_an_agency_the_first_to_bring_it_is_told_as_such(self) -> None:
        copy = self.copy({"authors": ["أ. ف. ب"], "published": "2021-05-01"}, {"authors": ["وكالات"]})
        assert (copy.first, copy.unsure) == ("r0", ["all_borrowed"])


class TestKinds:
    def kind(self, *outlets: str | None, own: int = 40) -> str:
        readings = [plain(f"r{i}", f"{PASSAGE}. {prose(own, i)}", outlet=outlet) for i, outlet in enumerate(outlets)]
        (copy,) = found(readings)
        return copy.kind

    def test_two_outlets(self) -> None:
        assert self.kind("العربية", "رويترز") == "copy"

    def test_two_outlets_of_one_publisher(self) -> None:
        assert self.kind("العربية", "الحدث") == self.kind("aawsat", "الاقتصادية") == "publisher"

    def test_outlets_of_one_publisher_and_another(self) -> None:
        assert self.kind("العربية", "الحدث", "الحرة") == "copy"

    def test_background_told_again(self) -> None:
        assert self.kind("الحرة", "الحرة") == "repeat"

    def test_a_report_told_anew(self) -> None:
        assert self.kind("الحرة", "الحرة", own=8) == "update"

    def test_outlets_that_are_not_known_may_be_two(self) -> None:
        assert self.kind(None, None) == "copy"


class TestHabits:
    LINE = "تابعوا صفحات صحيفتنا على منصات التواصل لتصلكم نشراتنا المسائية وتغطياتنا المصورة"

    def reports(self, title: str, outlet: str = "الحرة") -> list[Reading]:
        """Eight reports of one outlet that end in the same line."""
        titles = [title.format(prose(3, i)) for i in range(8)]
        return [plain(f"r{i}", f"{prose(30, i)}. {self.LINE}", outlet=outlet, title=t) for i, t in enumerate(titles)]

    def test_what_stands_in_reports_of_different_matter_is_left_out(self) -> None:
        assert found(self.reports("{}")) == []

    def test_background_of_reports_of_one_matter_stays(self) -> None:
        (copy,) = found(self.reports("إصلاح السد: {}"))
        assert len(copy.places) == 8

    def test_a_copy_that_ends_in_a_habit_ends_before_it(self) -> None:
        more = [plain(f"s{i}", f"{PASSAGE}. {self.LINE}", outlet="الحرة", title=prose(3, 50 + i)) for i in range(2)]
        more[1].report.text = f"{prose(9, 77)}. {more[1].report.text}"
        (copy,) = found([*self.reports("{}"), *more])
        assert [p.text for p in copy.places] == [PASSAGE, PASSAGE]

    def test_it_is_no_copy_in_another_outlet_either(self) -> None:
        assert found([*self.reports("{}"), plain("x", f"{prose(20, 90)}. {self.LINE}", outlet="هسبريس")]) == []


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300), st.integers(0, 20))
def test_any_text_is_compared(a: str, b: str, repeated: int) -> None:
    one, other = plain("a", f"{a} {PASSAGE} {b}" * min(repeated, 4)), plain("b", f"{b} {PASSAGE} {a}")
    copies = found([one, other])
    texts = {"a": one.report.text, "b": other.report.text}
    assert all(p.text == texts[p.report][p.start : p.end] for c in copies for p in c.places)
    assert Passages(copies).of("a", Span(0, 1, "")) is not None
