"""What people said is one and what is two holds through any chain; of two that cannot both hold the later does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawatur.compare.events.ties import Said, Ties, parted

KEYS = "abcdef"


def test_what_is_tied_to_one_of_two_is_not_the_other() -> None:
    ties = Ties([(1, False, ["a"], ["c"]), (2, True, ["a"], ["b"])])
    assert parted(ties.sides("b"), ties.sides("c"))
    assert not parted(ties.sides("b"), ties.sides("d"))
    assert ties.tied("b") == ["a", "b"]
    assert ties.overruled == []


def test_a_later_tie_overrules_an_earlier_parting_and_the_other_way_round() -> None:
    assert Ties([(1, False, ["a"], ["b"]), (2, True, ["a"], ["b"])]).overruled == [1]
    later = Ties([(1, True, ["a", "c"], ["b"]), (2, False, ["a"], ["b"])])
    assert later.overruled == [1]
    assert later.tied("c") == ["a", "c"]


def test_what_is_left_of_a_tie_stays_together() -> None:
    ties = Ties([(1, True, ["a", "b"], ["c", "d"]), (2, False, ["a"], ["b", "c", "d"])])
    assert ties.tied("c") == ["b", "c", "d"]
    assert list(ties.tied("a")) == []


sides = st.lists(st.sampled_from(KEYS), min_size=1, max_size=3, unique=True)


@given(st.lists(st.tuples(st.booleans(), sides, sides), max_size=6))
def test_nothing_is_one_that_a_standing_decision_parts(said: list[tuple[bool, list[str], list[str]]]) -> None:
    rows: list[Said] = [(i, *one) for i, one in enumerate(said)]
    ties = Ties(rows)
    for decision, one, a, b in rows:
        if decision in ties.overruled:
            continue
        for x in a:
            for y in b:
                together = x == y or y in ties.tied(x)
                assert together if one else not together
                if not one:
                    assert parted(ties.sides(x), ties.sides(y))


@given(st.lists(st.tuples(st.booleans(), sides, sides), max_size=5))
def test_the_last_decision_is_overruled_by_none(said: list[tuple[bool, list[str], list[str]]]) -> None:
    rows: list[Said] = [(i, *one) for i, one in enumerate(said)]
    last = len(rows) - 1
    sensible = rows and (rows[-1][1] or not set(rows[-1][2]) & set(rows[-1][3]))
    assert not sensible or last not in Ties(rows).overruled
