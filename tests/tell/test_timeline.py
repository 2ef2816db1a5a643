"""A story in time: what happened stands where it belongs, planned is not done, and nothing touches."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.record.types import (
    Comparison,
    Event,
    Interval,
    MergedEvent,
    Reading,
    Report,
    Story,
)
from tawatur.tell.pictures.axis import SIZE as TICK_SIZE
from tawatur.tell.pictures.axis import Axis, ticks
from tawatur.tell.pictures.timeline import DOT, LINE, MOST, SIZE, WIDTH, Mark, Timeline, timeline
from tawatur.tell.view import View
from tawatur.text.measure import text_width, widest

Told = list[tuple[date, str, Interval | None]]  # the report's day, status, when
DAY = date(2022, 5, 11)


def on(first: date, last: date | None = None) -> Interval:
    return Interval(first, last or first)


def story_of(events: list[Told], lang: str = "en") -> Timeline | None:
    """A story in which every telling is in a report of its own."""
    readings, merged = {}, []
    for i, told in enumerate(events):
        same = []
        for j, (day, status, when) in enumerate(told):
            name = f"r{i}-{j}"
            slots = {"date": when} if when else {}
            event = Event(0, 4, "عقد ", "e", "meeting", status, dict(slots))
            readings[name] = Reading(Report(name, name, "عقد اجتماع", "", published=day), events=[event])
            same.append((name, "e"))
        merged.append(MergedEvent(f"m{i}", "meeting", same))
    names = sorted(readings, key=lambda n: (readings[n].report.published or date.max, n))
    story = Story("s", names)
    view = View(readings, Comparison(stories=[story], events=merged), lang)
    return timeline(view, story, merged)


MEETING: Told = [
    (date(2022, 4, 20), "planned", on(date(2022, 5, 1), date(2022, 5, 31))),
    (date(2022, 5, 9), "planned", on(DAY)),
    (date(2022, 5, 12), "done", on(DAY)),
]


def made(events: list[Told], lang: str = "en") -> Timeline:
    found = story_of(events, lang)
    assert found is not None
    return found


def test_what_was_planned_and_came_about_is_one_mark_with_the_day_it_was_announced() -> None:
    (mark,) = made([MEETING]).marks
    assert mark.happening.status == "done"
    assert mark.happening.announced == date(2022, 4, 20)
    assert mark.lead is not None
    assert mark.lead < mark.x
    assert mark.lines[-1] == "11 May 2022"


def test_what_only_lies_ahead_is_planned() -> None:
    assert made([MEETING[:2]]).marks[0].happening.status == "planned"


def test_a_report_is_planned_or_done_by_what_it_tells() -> None:
    found = made([MEETING])
    assert [d.told for d in found.dots] == ["planned", "planned", "done"]


def test_two_days_that_cannot_both_be_are_two_marks() -> None:
    told: Told = [(DAY, "planned", on(DAY)), (DAY, "planned", on(DAY + timedelta(days=3)))]
    assert len(made([told]).marks) == 2


def test_time_runs_in_the_reading_direction() -> None:
    later: Told = [(date(2022, 5, 12), "done", on(date(2022, 4, 25)))]
    for lang, sign in (("en", 1), ("ar", -1)):
        found = made([MEETING, later], lang)
        days = sorted(found.marks, key=lambda m: m.happening.when.first or DAY)
        assert (days[1].x - days[0].x) * sign > 0
        assert (found.dots[-1].x - found.dots[0].x) * sign > 0
        assert (found.ticks[-1].at - found.ticks[0].at) * sign > 0
        assert (days[1].x - (days[1].lead or 0)) * sign > 0


def test_a_month_is_wider_than_a_day_by_its_days() -> None:
    month: Told = [(DAY, "planned", on(date(2022, 6, 1), date(2022, 6, 30)))]
    week: Told = [(DAY, "planned", on(date(2022, 5, 9), date(2022, 5, 15)))]
    wide, short = made([month, week]).marks
    assert wide.width / short.width == pytest.approx(30 / 7, rel=0.01)


def test_what_is_long_past_stands_before_the_axis_and_does_not_stretch_it() -> None:
    founded: Told = [(DAY, "done", on(date(1945, 3, 22)))]
    found = made([MEETING, founded])
    assert [h.when.first for h in found.before] == [date(1945, 3, 22)]
    assert len(found.marks) == 1


def test_a_time_without_end_goes_on_beyond_the_axis() -> None:
    since: Told = [(DAY, "ongoing", Interval(date(2014, 1, 1), None))]
    mark = made([MEETING, since]).marks[1]
    assert mark.open_start
    assert mark.open_end
    assert (mark.x, mark.width) == (0, WIDTH)


def test_more_than_can_be_shown_is_counted() -> None:
    many = [[(DAY, "done", on(DAY - timedelta(days=i % 10)))] for i in range(MOST + 5)]
    found = made(many)  # type: ignore[arg-type]
    assert len(found.marks) == MOST
    assert found.left_out == 5
    assert len(found.happenings) == MOST + 5


def test_many_reports_of_a_day_are_a_column_that_says_how_many_more() -> None:
    found = made([[(DAY, "done", on(DAY))] * 20])
    assert len(found.dots) + sum(s.count for s in found.surplus) == 20
    assert found.below <= 130


def test_without_any_day_there_is_no_timeline() -> None:
    view = View({"a": Reading(Report("a", "a", "نص", ""))}, Comparison(), "ar")
    assert timeline(view, Story("s", ["a"]), []) is None


def test_ticks_are_days_weeks_months_years_by_the_span() -> None:
    def labels(days: int, lang: str = "en") -> list[str]:
        return [t.label for t in ticks(Axis(DAY, DAY + timedelta(days=days), WIDTH), lang)]

    assert labels(6) == ["11", "12", "13", "14", "15", "16", "17"]
    assert labels(60)[:2] == ["16", "23"]
    assert labels(200)[:3] == ["June", "July", "August"]
    assert labels(200, "ar")[0] == "يونيو"
    assert labels(3000)[:2] == ["2023", "2024"]
    assert labels(40000)[:2] == ["2030", "2040"]


def box(found: Timeline, mark: Mark) -> tuple[float, float, float, float]:
    """The label of a mark: left, right, top, bottom."""
    wide = widest(mark.lines, SIZE)
    left = mark.text_x - wide if found.mirrored else mark.text_x
    return left, left + wide, mark.text_y - LINE / 2, mark.text_y + LINE * (len(mark.lines) - 0.5)


def apart(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[1] <= b[0] or b[1] <= a[0] or a[3] <= b[2] or b[3] <= a[2]


days = st.integers(0, 900).map(lambda n: date(2021, 1, 1) + timedelta(days=n))
intervals = st.one_of(
    st.tuples(days, st.integers(0, 400)).map(lambda t: on(t[0], t[0] + timedelta(days=t[1]))),
    days.map(lambda d: Interval(d, None)),
    days.map(lambda d: Interval(None, d)),
    st.none(),
)
tellings = st.lists(st.tuples(days, st.sampled_from(["planned", "done", "ongoing", "denied"]), intervals), min_size=1)
stories = st.lists(tellings, min_size=1, max_size=15)


@settings(deadline=None, max_examples=60)
@given(stories, st.sampled_from(["ar", "en"]))
def test_nothing_touches_and_all_is_within_bounds(events: list[Told], lang: str) -> None:
    found = story_of(events, lang)
    assert found is not None
    boxes = [box(found, mark) for mark in found.marks]
    assert all(apart(a, b) for i, a in enumerate(boxes) for b in boxes[:i])
    assert all(left >= -0.01 and right <= WIDTH + 0.01 for left, right, _, _ in boxes)
    assert all(top >= -found.above - 0.01 and bottom <= 0 for _, _, top, bottom in boxes)
    assert all(m.x >= -0.01 and m.x + m.width <= WIDTH + 0.01 and -found.above <= m.y <= 0 for m in found.marks)
    spots = [(d.x, d.y) for d in found.dots]
    assert len(set(spots)) == len(spots)
    assert all(0 <= x <= WIDTH and 0 < y <= found.below for x, y in spots)
    rows = [[d for d in found.dots if d.y == y] for y in {d.y for d in found.dots}]
    beside = [(a, b) for row in rows for a, b in pairwise(sorted(row, key=lambda d: d.x))]
    assert all(b.x - a.x >= DOT + (a.wider + b.wider) / 2 - 0.01 for a, b in beside)
    drawn = {id(m.happening) for m in found.marks}
    others = len([h for h in found.happenings if id(h) not in drawn])
    assert others == found.left_out + len(found.before) + len(found.after)


@settings(deadline=None)
@given(st.integers(0, 200_000), st.sampled_from(["ar", "en"]))
def test_labels_of_ticks_never_touch(span: int, lang: str) -> None:
    found = ticks(Axis(date(1600, 3, 5), date(1600, 3, 5) + timedelta(days=span), WIDTH), lang)
    assert found
    for a, b in pairwise(found):
        assert a.at + text_width(a.label, TICK_SIZE) <= b.at
    under = [t for t in found if t.under]
    for a, b in pairwise(under):
        assert a.at + text_width(a.under, TICK_SIZE) <= b.at


def test_a_view_needs_nothing_but_its_reports(make_view: Callable[[str], View]) -> None:
    view = make_view("ar")
    found = timeline(view, view.comparison.stories[0], view.comparison.events)
    assert found is not None
    assert found.mirrored
    assert found.marks[0].happening.title == "اجتماع · الاتحاد · مراكش"
