"""One name against many: found in any spelling, best first, and what is not there is not found."""

from __future__ import annotations

import pytest

from tawatur.names import Index, keys, match

PEOPLE = [
    ("1", "أنتوني بلينكن"),
    ("2", "Sergey Lavrov"),
    ("3", "محمد بن سلمان بن عبد العزيز آل سعود"),
    ("3", "MBS"),
    ("4", "Mohammed bin Nayef"),
    ("5", "Abdel Fattah el-Sisi"),
    ("6", "البنك المركزي المصري"),
    ("7", "Popular Front for the Liberation of Palestine"),
    ("8", "Xi Jinping"),
    ("9", "قوات سوريا الديمقراطية"),
]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(PEOPLE)


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        ("Antony J. Blinken", "1"),
        ("بلينكن", "1"),
        ("سيرجي لافروف", "2"),
        ("Muhammad bin Salman", "3"),
        ("عبدالفتاح السيسي", "5"),
        ("Central Bank of Egypt", "6"),
        ("الجبهة الشعبية لتحرير فلسطين", "7"),
        ("شي جين بينغ", "8"),
        ("SDF", "9"),
    ],
)
def test_a_name_is_found_in_another_spelling(index: Index, asked: str, key: str) -> None:
    assert index.search(asked)[0].key == key


@pytest.mark.parametrize("asked", ["Kamala Harris", "بنك قطر الوطني", "محمد", "", "😀"])
def test_what_is_not_there_is_not_found(index: Index, asked: str) -> None:
    assert index.search(asked) == []


def test_the_best_stands_first_and_the_limit_holds() -> None:
    index = Index([("a", "Mohammed Ali Hassan"), ("b", "محمد علي"), ("c", "Mohamed Ali"), ("d", "Muhammad Aly")])
    found = index.search("محمد علي", limit=2)
    assert found[0].key == "b"
    assert len(found) == 2
    assert found[0].match.score >= found[1].match.score


def test_a_floor_lets_near_names_in(index: Index) -> None:
    assert {f.key for f in index.search("Mohammed bin Salman", floor=0.0)} >= {"3", "4"}


def test_an_index_of_nothing_finds_nothing() -> None:
    assert Index([]).search("محمد علي") == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("عبد الفتاح السيسي", "Abdulfattah Al Sisi"),
        ("بلينكن", "Antony Blinken"),
        ("ناصر بوريطة", "Nasser Bourita"),
        ("Mohammed Kadhafi", "محمد القذافي"),
        ("البنك المركزي المصري", "Central Bank of Egypt"),
        ("Xi Jinping", "شي جين بينغ"),
    ],
)
def test_names_that_are_one_share_a_key(a: str, b: str) -> None:
    assert match(a, b).same
    assert keys(a) & keys(b)
