"""The benchmark of comparing is sound: what is broken lowers its figures, and what is drawn can be drawn again."""

from __future__ import annotations

from pathlib import Path

import facts_drawn
import pytest
import verdicts_kept
from compare_making import day, event, persons, reading

from tawatur.compare.comparison import compare
from tawatur.record.types import Fact, Reading, Value


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
