"""The benchmark of names is sound: nobody is in both halves, no pair twice, and its figures are what they say."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from figures import Judged, best_threshold, by_slice, figures
from pairs import LABELS, SPLITS, UNSCORED, Pair, halves, read, scored

from tawatur.names import match

PAIRS = [pair for split in SPLITS for pair in read(split)]
ARABIC = re.compile("[\u0600-\u06ff]")


def test_it_is_large_and_has_every_label_in_both_halves() -> None:
    assert len([pair for split in SPLITS for pair in scored(split)]) >= 1000
    for split in SPLITS:
        counts = Counter(pair.label for pair in scored(split))
        assert min(counts[label] for label in LABELS) >= 300


def test_the_half_of_everybody_is_decided_by_a_hash_and_nobody_is_in_both() -> None:
    half = halves(PAIRS)
    assert {(pair.who_a, pair.split) for pair in PAIRS} <= half.items()
    assert {(pair.who_b, pair.split) for pair in PAIRS} <= half.items()


def test_every_row_is_whole_and_says_its_scripts() -> None:
    for pair in PAIRS:
        assert all((pair.a, pair.b, pair.region, pair.phenomenon, pair.note)), pair
        assert pair.label in LABELS, pair
        assert pair.kind in ("person", "organisation", "mixed"), pair
        scripts = sorted("ar" if ARABIC.search(name) else "la" for name in (pair.a, pair.b))
        assert pair.scripts == "-".join(scripts), pair
        assert (pair.who_a == pair.who_b) == pair.same, pair


def test_no_pair_and_no_id_stands_twice() -> None:
    assert max(Counter(pair.id for pair in PAIRS).values()) == 1
    assert max(Counter(frozenset((pair.a, pair.b)) for pair in PAIRS).values()) == 1
    assert all(pair.a != pair.b for pair in PAIRS)


def test_what_needs_knowledge_is_not_scored() -> None:
    assert UNSCORED in {pair.phenomenon for pair in PAIRS}
    assert UNSCORED not in {pair.phenomenon for split in SPLITS for pair in scored(split)}


def judged(label: str, said: bool, score: float = 0.5) -> Judged:
    pair = Pair("d0", "a", "b", label, "person", "la-la", "gulf", "order", "x", "x", "made", "dev")
    return Judged(pair, score, said)


def test_figures_of_a_case_counted_by_hand() -> None:
    case = [judged("same", True)] * 3 + [judged("same", False)] + [judged("namesake", True), judged("namesake", False)]
    f = figures([*case, judged("other", False)])
    assert f["precision"] == 0.75
    assert f["recall"] == 0.75
    assert f["namesakes called same"] == 0.5
    assert f["others called same"] == 0.0
    assert f["precision at 92:78:240"] == pytest.approx(92 * 0.75 / (92 * 0.75 + 78 * 0.5), abs=1e-4)
    assert by_slice(case)["region"]["gulf"] == {"true": 4, "found": 3, "false": 2, "called same": 1}


def test_the_best_threshold_divides_what_can_be_divided() -> None:
    assert best_threshold([(True, 0.9), (True, 0.7), (False, 0.6), (False, 0.1)]) == 0.7
    assert best_threshold([(False, 0.9), (True, 0.9), (True, 0.5)]) == 0.5


def test_the_matcher_holds_its_floors() -> None:
    """Pinned where it stood, rounded down; never lowered quietly. A namesake called the same costs most."""
    judged = [(pair.label, match(pair.a, pair.b).same) for pair in scored("dev")]
    found = sum(same for label, same in judged if label == "same")
    assert found / sum(same for _, same in judged) >= 0.99
    assert found / sum(label == "same" for label, _ in judged) >= 0.98
