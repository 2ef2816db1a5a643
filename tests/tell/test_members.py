"""The members of a body on a plot: in order of time, bounds told from numbers, every count with its sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tawatur.record.types import Fact, Interval, Number
from tawatur.tell.portraits.members import DOWN, UP, Count, counts, plot
from tawatur.tell.view import View

Make = Callable[[str], View]
DAYS = st.dates(date(1990, 1, 1), date(2030, 1, 1))
NUMBERS = st.builds(
    Number, st.integers(0, 100_000).map(float), bound=st.sampled_from(["exact", "more_than", "at_most", "about"])
)


def count(number: Number, first: date, last: date | None = None) -> Count:
    towards = {"more_than": UP, "at_most": DOWN}.get(number.bound)
    fact = Fact("f", "s", "membership.count", None, "single", [])
    return Count(fact, number, Interval(first, last or first), [], ["a"], 1, towards, [])


def test_every_count_has_its_sentence_and_its_day(make_view: Make) -> None:
    found = counts(make_view("en"), "union")
    assert [(c.number.value, c.when.first if c.when else None) for c in found] == [
        (80, date(2022, 4, 20)),
        (84, date(2022, 5, 11)),
    ]
    assert "أكثر من 80 دولة" in found[0].passages[0].text


def test_more_than_is_an_arrow_and_not_a_point(make_view: Make) -> None:
    found = counts(make_view("en"), "union")
    assert [c.towards for c in found] == [UP, None]


def test_one_number_needs_no_picture() -> None:
    assert plot([count(Number(84), date(2022, 5, 11))]) is None


def test_years_stand_on_the_axis_where_the_counts_lie_years_apart() -> None:
    found = plot([count(Number(80), date(2021, 6, 1)), count(Number(85), date(2023, 6, 8))])
    assert found is not None
    assert [year for _, year in found.years] == [2021, 2022, 2023, 2024]


@given(st.lists(st.tuples(NUMBERS, DAYS), min_size=2, max_size=12))
def test_all_stand_inside_the_plot_in_order_of_time_and_number(told: list[tuple[Number, date]]) -> None:
    found = plot([count(number, day) for number, day in told])
    assert found is not None
    assert all(0 <= v <= 1 for d in found.dots for v in (d.x, d.x_last, d.y, d.y_high))
    assert all(0 <= at <= 1 for at, _ in [*found.years, *found.numbers])
    for a in found.dots:
        for b in found.dots:
            assert (a.x < b.x) == (a.count.when.first < b.count.when.first)
            assert (a.y < b.y) == (a.count.number.value < b.count.number.value)


@given(st.lists(st.tuples(NUMBERS, DAYS), min_size=2, max_size=12))
def test_the_ticks_are_few_and_at_their_numbers(told: list[tuple[Number, date]]) -> None:
    found = plot([count(number, day) for number, day in told])
    assert found is not None
    assert 1 <= len(found.numbers) <= 8
    assert sorted(found.numbers) == found.numbers
