"""What a name can score at the most is never less than what it scores, and most names are told apart by it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.names.align import align
from tawatur.names.bounds import Bound, is_plain
from tawatur.names.features import Evidence
from tawatur.names.persons import Person, person
from tawatur.names.weights import total

PARTS = (
    "محمد أحمد بن علي حسن عبد الله الرحمن صالح الأسد هنية عقيلة أبو مهدي المهندس جين بينغ الفيصل نصر الدين بلينكن "
    "أنتوني فلاديمير سيرغي لافروف Mohammed Ahmed bin Ali Hasan Abdullah Saleh al Assad Haniyeh Aqilah Abu Muhandis "
    "Jinping Jin Ping Kim Jong Jongun Vladimir Sergei Lavrov Blinken Antony"
)
NAMES = st.lists(st.sampled_from(PARTS.split()), min_size=1, max_size=5).map(" ".join)


def bounded(a: Person, b: Person) -> float:
    return Bound(a).most([piece.word for piece in b.pieces[: b.names]])


@given(NAMES, NAMES)
def test_no_name_scores_more_than_its_bound(a: str, b: str) -> None:
    x, y = person(a), person(b)
    if is_plain(x) and is_plain(y):
        assert total(Evidence(x, y, align(x, y))) <= bounded(x, y) + 1e-9


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("محمد بن سلمان", "محمد مرسي"),  # a usual first name in common
        ("سعد الحريري", "Rafic Hariri"),  # a family name
        ("إسماعيل هنية", "Sergei Lavrov"),
    ],
)
def test_names_that_share_one_part_cannot_be_one(a: str, b: str) -> None:
    assert bounded(person(a), person(b)) < 0


@pytest.mark.parametrize(("a", "b"), [("إسماعيل هنية", "Ismail Haniyeh"), ("شي جين بينغ", "Xi Jinping")])
def test_spellings_of_one_name_can_be_one(a: str, b: str) -> None:
    assert bounded(person(a), person(b)) >= 0


@pytest.mark.parametrize("name", ["محمد السادس", "Antony J. Blinken", "", "😀"])
def test_rulers_numbers_and_initials_are_not_bounded(name: str) -> None:
    assert not is_plain(person(name))
