"""Any Unicode in: no crash, one answer from both sides, time in proportion."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.names import Index, Part, keys, match

NAMES = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويءىةؤئأإآ -.،'abcdefghijklmnopqrstuvwxyz", max_size=40),
    st.text(alphabet="абвгدل\u200f\u200d\u0640\u064b\u0301 aeiouIVX١٢3(),;:😀漢", max_size=30),
)


@settings(max_examples=150, deadline=None)
@given(NAMES, NAMES)
def test_a_match_is_the_same_from_both_sides(a: str, b: str) -> None:
    there, back = match(a, b), match(b, a)
    assert there.score == back.score
    assert 0 <= there.score <= 1
    assert there.kind == back.kind
    assert sorted(map(str, there.parts)) == sorted(str(Part(p.b, p.a, p.likeness, p.how)) for p in back.parts)
    for reason in (*there.speaks_for, *there.speaks_against):
        assert reason.weight != 0


@settings(max_examples=150, deadline=None)
@given(NAMES.filter(lambda name: any(c.isalpha() for c in name)))
def test_a_name_is_itself(name: str) -> None:
    assert match(name, name).same


@settings(max_examples=60, deadline=None)
@given(st.lists(NAMES, max_size=6), NAMES)
def test_an_index_takes_any_name(names: list[str], asked: str) -> None:
    index = Index((str(i), name) for i, name in enumerate(names))
    assert len(index) == len(names)
    for found in index.search(asked):
        assert found.match.same
    keys(asked)


@pytest.mark.parametrize("name", ["", " ", "...", "😀", "\u200f", "،", "()", "'"])
def test_what_has_no_letters_is_nobody(name: str) -> None:
    assert not match(name, "أحمد العلي").same
    assert not match(name, name).same


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("بشار الأسد", "بشّار\u200f الأســد"),
        ("Vlаdimir Putin", "فلاديمير بوتين"),  # with a Cyrillic а
        ("Vladimir\u200d Putin", "Vladimir Putin"),
        ("عباس عراقچی", "Abbas Araghchi"),  # Persian letters
        ("علی لاریجانی", "علي لاريجاني"),
        ("ﻣﺤﻤﺪ ﺍﻟﻌﻠﻲ", "محمد العلي"),  # presentation forms
        ("MOHAMMED  AL-ALI.", "محمد العلي"),
    ],
)
def test_writing_habits_and_look_alikes_do_not_matter(a: str, b: str) -> None:
    assert match(a, b).same


def test_one_letter_is_no_evidence() -> None:
    assert not match("م", "محمد العلي").same
    assert not match("M", "Mohammed Ali").same


@pytest.mark.parametrize("letters", ["ab", "a ", "محمد ", "ا", "al-", "عبد ال", "1 ", "(", "a,", "بنك "])
def test_long_names_take_time_in_proportion(letters: str) -> None:
    long = letters * (10_000 // len(letters))
    start = time.process_time()
    match(long, "محمد العلي")
    match(long, long + "x")
    match(long[:300], long[1:300] + "b")
    keys(long)
    Index([("k", long)]).search(long)
    assert time.process_time() - start < 1.0
    if any(c.isalpha() for c in long):
        assert match(long, long).same
