"""The benchmark of stories is sound: no report is in both halves, no pair twice, and its figures are what they say."""

from __future__ import annotations

from collections import Counter

import pytest
from labelled import (
    BAND_NAMES,
    FRESH,
    FRESH_SAUDI,
    HALVES,
    LABELS,
    MORE,
    PAIRS,
    SETS,
    UNSCORED,
    Pair,
    band,
    halves,
    read,
)
from score import score, together

from tawatur.record.types import Story

ALL = read()
LATER = {path: read(path) for path in (MORE, FRESH, FRESH_SAUDI)}


def test_it_has_near_and_far_pairs_and_both_labels_in_both_halves() -> None:
    assert len(ALL) >= 300
    assert min(Counter(pair.band for pair in ALL)[name] for name in BAND_NAMES) >= 50
    for half in HALVES:
        counts = Counter(pair.label for pair in ALL if pair.half == half)
        assert min(counts["same"], counts["other"]) >= 40
    assert sum(pair.label == UNSCORED for pair in ALL) <= 0.08 * len(ALL)


def test_every_row_is_whole_and_of_two_outlets() -> None:
    for pair in ALL:
        assert pair.label in LABELS, pair
        assert pair.band in BAND_NAMES, pair
        assert pair.a.split("-")[0] < pair.b.split("-")[0], pair


def test_no_pair_stands_twice_and_no_report_more_than_twice() -> None:
    assert max(Counter((pair.a, pair.b) for pair in ALL).values()) == 1
    assert max(Counter(report for pair in ALL for report in (pair.a, pair.b)).values()) <= 2


def test_a_report_is_in_one_half_and_a_hash_says_in_which() -> None:
    half = halves((pair.a, pair.b) for pair in ALL)
    assert {(report, pair.half) for pair in ALL for report in (pair.a, pair.b)} <= half.items()


def test_it_holds_names_of_reports_and_no_text() -> None:
    assert all(path.read_text(encoding="utf-8").isascii() for path in (PAIRS, *LATER))


def test_pairs_labelled_later_are_of_other_reports_and_all_of_one_set() -> None:
    seen = {report for pair in ALL for report in (pair.a, pair.b)}
    for path, pairs in LATER.items():
        here = {report for pair in pairs for report in (pair.a, pair.b)}
        assert not here & seen, path
        seen |= here
        assert {pair.half for pair in pairs} == {"tune" if path == MORE else "fresh"} <= set(SETS)
        assert {pair.label for pair in pairs} <= set(LABELS)
        assert sum(pair.label == UNSCORED for pair in pairs) <= 0.08 * len(pairs)


def test_bands_by_their_lower_bounds() -> None:
    assert [band(x) for x in (0.0, 0.0499, 0.05, 0.2999, 0.3, 1.0)] == [
        None,
        None,
        "0.05-0.12",
        "0.2-0.3",
        "0.3-0.45",
        "0.45-1",
    ]


def test_figures_of_a_case_counted_by_hand() -> None:
    made = [Pair(a, b, label, "0.2-0.3", "tune") for a, b, label in (
        ("1", "2", "same"), ("1", "3", "same"), ("2", "4", "other"), ("5", "6", "other"), ("1", "6", "unsure")
    )]  # fmt: skip
    counted = score(made, together([Story("s", ["1", "2", "4"], {}), Story("t", ["3"], {}), Story("u", ["6"], {})]))
    assert (counted.found, counted.missed, counted.false, counted.apart) == (1, 1, 1, 1)
    assert counted.precision == counted.recall == counted.f1 == pytest.approx(0.5)
