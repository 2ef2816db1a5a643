"""The benchmark of comparing is sound: what is broken lowers its figures, and what is drawn can be drawn again."""

from __future__ import annotations

import os
import random
from itertools import combinations
from pathlib import Path

import corpora
import events_drawn
import facts_drawn
import grams
import more
import numpy as np
import parts
import passages_drawn
import pytest
import verdicts_kept
from compare_making import day, event, persons, reading, span
from hypothesis import given
from hypothesis import strategies as st
from measure import measured, tree_memory
from recall import covered, recall

from tawatur.compare.comparison import compare
from tawatur.record.types import Comparison, Copy, Fact, MergedEvent, Place, Reading, Value


def facts(count: int, verdict: str) -> list[Fact]:
    return [Fact(f"fact-{verdict}-{i}", "s", "incident.killed", None, verdict, []) for i in range(count)]


def test_a_draw_is_the_same_in_any_order_and_another_with_another_seed() -> None:
    of = facts(200, "agreed") + facts(200, "single") + facts(3, "disputed")
    drawn = facts_drawn.draw(of, ["agreed", "disputed"], 20, seed=1)
    assert [f.verdict for f in drawn] == ["agreed"] * 20 + ["disputed"] * 3
    assert drawn == facts_drawn.draw(of[::-1], ["agreed", "disputed"], 20, seed=1)
    assert drawn != facts_drawn.draw(of, ["agreed", "disputed"], 20, seed=2)


def test_what_is_labelled_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "facts-made-1.tsv"
    verdicts_kept.write(path, ("fact", "label"), [("f1", "")])
    verdicts_kept.write(path, ("fact", "label"), [("f2", "right")])
    with pytest.raises(SystemExit, match="another --seed"):
        verdicts_kept.write(path, ("fact", "label"), [("f3", "")])


def test_shares_fall_with_each_wrong_and_unclear_label_and_say_why(tmp_path: Path) -> None:
    path = tmp_path / "facts-made-1.tsv"
    rows = [("agreed", f"f{i}", "p", "a b", "right", "") for i in range(8)]
    rows += [("agreed", "f8", "p", "a b", "wrong", "origin"), ("agreed", "f9", "p", "a b", "unclear", "")]
    verdicts_kept.write(path, facts_drawn.COLUMNS, [*rows, ("disputed", "f10", "p", "a", "", "")])
    found = facts_drawn.score(tmp_path)["facts-made-1"]
    assert (found["agreed"]["share"], found["agreed"]["unclear"], found["agreed"]["origin"]) == (0.8, 1, 1)
    assert found["disputed"]["read"] == 0
    assert "0.800" in facts_drawn.lines(facts_drawn.score(tmp_path))[0]


@pytest.mark.parametrize(("label", "kind"), [("rihgt", ""), ("wrong", "orgin")])
def test_slips_of_the_pen_are_refused(tmp_path: Path, label: str, kind: str) -> None:
    rows = [("agreed", "f1", "p", "a b", label, kind)]
    verdicts_kept.write(tmp_path / "facts-made-1.tsv", facts_drawn.COLUMNS, rows)
    with pytest.raises(SystemExit, match="none of"):
        facts_drawn.score(tmp_path)


def test_the_interval_holds_the_share_and_narrows() -> None:
    low, high = verdicts_kept.interval(50, 100)
    assert 0.40 < low < 0.5 < high < 0.60
    assert verdicts_kept.interval(0, 0) == (0.0, 1.0)
    assert verdicts_kept.interval(100, 100)[1] == pytest.approx(1.0)


def two_tolls() -> list[Reading]:
    first = reading("a", "انفجار في سلوان قتل عشرة أشخاص يوم الأحد في السوق.", "2021-05-02")
    second = reading("b", "عشرون قتيلا في تفجير سلوان بحسب الشرطة.", "2021-05-03")
    event(first, "incident", "انفجار في سلوان قتل عشرة أشخاص", type="bombing", place=["salwan"], killed=persons(10))
    words = "عشرون قتيلا في تفجير سلوان"
    event(second, "incident", words, type="bombing", place=["salwan"], date=day("2021-05-02"), killed=persons(20))
    return [first, second]


def test_a_sheet_shows_each_value_with_its_sentence_reports_and_origins() -> None:
    made = two_tolls()
    fact = Fact("fact-1", "salwan", "incident.killed", None, "disputed", [
        Value(persons(n), None, [name], [], []) for n, name in ((10, "a"), (20, "b"))
    ])  # fmt: skip
    names = {"a": made[0], "b": made[1]}
    shown = facts_drawn.Sheet(compare(made), names).fact(1, fact)
    for part in (
        "DISPUTED incident.killed",
        "VALUE exact 10 person",
        "a | None | 2021-05-02",
        "قتيلا في تفجير سلوان بحسب الشرطة",
    ):
        assert part in shown


# Copies: the count by brute force, and what it says of the program


WORDS = [
    a + b for a in ("كتاب", "مدينة", "طريق", "وزير", "ميناء") for b in ("", "ات", "ين", "نا", "هم", "كم", "ها", "ي")
]


def report(name: str, text: str, outlet: str, junk: tuple[str, ...] = ()) -> Reading:
    of = reading(name, text, entities=())
    of.report.outlet = outlet
    of.report.junk = [span(text, part) for part in junk]
    return of


def by_name(*made: Reading) -> dict[str, Reading]:
    return {r.report.file.removesuffix(".txt"): r for r in made}


def a_copy(a: Reading, b: Reading, part: str) -> Copy:
    places = [Place(s.start, s.end, s.text, r.report.id) for r in (a, b) for s in [span(r.report.text, part)]]
    return Copy("copy-1", places)


COMMON = " ".join(WORDS[:33])  # 22 runs of twelve words
ONE = report("a", f"بداية أولى {COMMON} نهاية أولى", "east")
TWO = report("b", f"{COMMON} خاتمة أخرى", "west")


def test_pairs_are_of_different_outlets_that_share_twenty_grams() -> None:
    sister, short = report("c", COMMON, "east"), report("d", " ".join(WORDS[:30]), "north")
    found = grams.by_name(by_name(ONE, TWO, sister, short))
    assert found == {("a", "b"): 22, ("b", "c"): 22}
    assert grams.by_name(by_name(ONE, short), least=19) == {("a", "d"): 19}


def test_spelling_does_not_hide_a_shared_gram_and_junk_does_not_make_one() -> None:
    spelt = report("b", COMMON.replace("ة", "ه").replace("كتاب", "كِتَـاب"), "west")
    assert grams.shared_grams(ONE, spelt) == 22
    assert grams.shared_grams(ONE, report("b", COMMON, "west", junk=(COMMON,))) == 0
    assert grams.shared_grams(ONE, report("b", "كتاب", "west")) == 0


@given(st.lists(st.lists(st.integers(0, 8), max_size=12), max_size=7))
def test_counting_by_sorting_is_counting_pair_by_pair(sets: list[list[int]]) -> None:
    outlets = [str(i % 3) for i in range(len(sets))]
    pairs = combinations(range(len(sets)), 2)
    plain = {(i, j): n for i, j in pairs if outlets[i] != outlets[j] and (n := len({*sets[i]} & {*sets[j]}))}
    assert grams.shared_pairs([np.array(s, dtype=np.uint64) for s in sets], outlets, least=1) == plain


def test_a_copy_that_is_lost_or_shortened_lowers_recall_or_the_words_covered() -> None:
    names = by_name(ONE, TWO)
    pairs = grams.by_name(names)
    whole, half = a_copy(ONE, TWO, COMMON), a_copy(ONE, TWO, " ".join(WORDS[:16]))
    assert (recall(pairs, [whole]).share, covered(pairs, [whole], names)) == (1.0, 1.0)
    assert recall(pairs, [half]).share == 1.0
    assert covered(pairs, [half], names) == pytest.approx(16 / 33)
    apart = [Copy("copy-1", whole.places[:1]), Copy("copy-2", whole.places[1:])]
    assert recall(pairs, apart).share == 0.0
    assert recall(pairs, apart).missed == [("a", "b")]


def test_words_alike_beyond_a_passage_tell_that_its_ends_are_wrong() -> None:
    names = by_name(ONE, TWO)
    assert passages_drawn.beyond(a_copy(ONE, TWO, COMMON).places, names) == (0, 0)
    assert passages_drawn.beyond(a_copy(ONE, TWO, " ".join(WORDS[2:30])).places, names) == (2, 3)


def test_passages_drawn_are_of_two_outlets_and_drawn_again_the_same() -> None:
    sister = report("c", COMMON, "east")
    copies = [a_copy(ONE, sister, COMMON), a_copy(ONE, TWO, COMMON)]
    names = by_name(ONE, TWO, sister)
    first, again = (passages_drawn.draw("made", copies, names, 5, random.Random(1)) for _ in range(2))
    assert [{d.a.report, d.b.report} for d in first] == [{"a", "b"}]
    assert first == again
    assert "0, 0 in these two" in passages_drawn.shown(1, first[0], names)


# Speed and memory


def test_the_memory_of_a_process_is_its_own_and_that_of_its_children(tmp_path: Path) -> None:
    held = bytearray(b"x" * 200_000_000)
    assert tree_memory(os.getpid()) > 200_000
    file = parts.written([ONE, TWO], tmp_path / "two.jsonl")
    found = measured(file, "copies", workers=1)
    assert (found["reports"], found["copies"]) == (2, 1)
    assert 0 < found["peak"] < len(held) / 1e6


def test_reports_again_are_shorter_and_their_spans_still_fit() -> None:
    made = two_tolls()
    for r in more.filled(made, 30):
        for s in (*r.mentions, *r.events, *r.statements):
            assert r.report.text[s.start : s.end] == s.text
        assert all(e.statement is None or e.statement < len(r.statements) for e in r.events)
    assert len({r.report.file for r in more.filled(made, 30)}) == 30


def test_samples_lie_within_larger_ones_and_are_in_order_of_time() -> None:
    made = [reading(f"r{i}", "نص", f"2021-05-{1 + i % 28:02}") for i in range(40)]
    small, large = corpora.some(made, 10, "sample"), corpora.some(made[::-1], 20, "sample")
    assert {r.report.file for r in small} <= {r.report.file for r in large}
    assert [r.report.published for r in large] == sorted(r.report.published for r in large if r.report.published)


def test_readings_kept_are_loaded_as_they_were(tmp_path: Path) -> None:
    made = two_tolls()
    assert list(corpora.load(parts.written(made, tmp_path / "kept.jsonl"))) == made


# Events


def test_a_near_pair_kept_apart_and_a_joined_pair_are_drawn_and_shown() -> None:
    words = "انفجار في سوق سلوان قتل عشرة أشخاص"
    made = [event(reading(n, f"{words} {at}.", d), "incident", words, type="bombing") for n, at, d in (
        ("a", "صباح الأحد", "2021-05-02"), ("b", "أول أمس", "2021-05-04"), ("c", "قبل أسبوع", "2021-05-09")
    )]  # fmt: skip
    names = {name: made[i] for i, name in enumerate("abc")}
    for name, r in names.items():
        r.report.outlet = name
    assert events_drawn.near_pairs(names) == [(("a", "e1"), ("b", "e1"))]
    one = [MergedEvent("incident-1", "incident", [("a", "e1"), ("b", "e1")])]
    two = [MergedEvent(f"incident-{n}", "incident", [(n, "e1")]) for n in ("a", "b")]
    assert [p.kind for p in events_drawn.draw(Comparison(events=one), names, 5, 1)] == ["joined"]
    assert [p.kind for p in events_drawn.draw(Comparison(events=two), names, 5, 1)] == ["apart"]
