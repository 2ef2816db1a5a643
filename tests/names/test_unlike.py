"""What parts two words at once never parts words that are alike."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.names import words
from tawatur.names.align import align, meetings, nothing_answers
from tawatur.names.compared import compared, joined, surely_not_joined
from tawatur.names.data import lines
from tawatur.names.letters import ARABIC, CYRILLIC, LATIN
from tawatur.names.persons import person
from tawatur.names.remembered import Remembered
from tawatur.names.sounds import LEAST_ALONE, LEAST_RESPELT, ROUNDING, STEP, alphabet, distance
from tawatur.names.words import JOINED, NOTHING, PAIRED, Word, least_apart, settling, two_apart, unlike

_ROWS = [line.split("\t") for line in lines("names", "known.tsv") if "+" not in line][::7]
_KNOWN = [row[0] for row in _ROWS]
_SPELT = [row[2].split(":")[0] for row in _ROWS if row[2:] and row[2]]
_ARABIC = st.sampled_from(_KNOWN) | st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويىةء", min_size=1, max_size=8)
_LATIN = st.sampled_from(_SPELT) | st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=10)
_CYRILLIC = st.text("абвгдежзийклмнопрстуфхцчшщъыьэюя", min_size=1, max_size=9)
WORDS = st.one_of(
    _ARABIC.map(lambda w: compared(w, ARABIC, "", "")),
    _LATIN.map(lambda w: compared(w, LATIN, "", "")),
    _CYRILLIC.map(lambda w: compared(w, CYRILLIC, "", "")),
    _LATIN.map(lambda w: compared(w, LATIN, "servant", "")),
)


def worked_out(a: Word, b: Word) -> tuple[float, str]:
    """The likeness of two words, never told at once and never remembered."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "_nothing_alike", lambda a, b: False)
        patch.setattr(words, "LIKENESS", Remembered(1))
        return words.likeness(a, b)


@settings(max_examples=600, deadline=None)
@given(WORDS, WORDS)
def test_words_told_apart_at_once_are_no_pair(a: Word, b: Word) -> None:
    if unlike(a, b):
        assert worked_out(a, b)[0] < PAIRED


@settings(max_examples=600, deadline=None)
@given(WORDS, WORDS)
def test_words_told_at_once_to_have_nothing_alike_have_nothing(a: Word, b: Word) -> None:
    if words._nothing_alike(a, b):
        assert worked_out(a, b) == (0.0, "none")


@settings(max_examples=400, deadline=None)
@given(WORDS, WORDS, WORDS)
def test_words_that_surely_are_not_joined_are_not(one: Word, two: Word, other: Word) -> None:
    if one.script == two.script and surely_not_joined(one, two, other):
        whole = joined(one, two)
        assert not whole.shapes or worked_out(whole, other)[0] < JOINED


@settings(max_examples=300, deadline=None)
@given(st.lists(_ARABIC | _LATIN, min_size=1, max_size=4), st.lists(_ARABIC | _LATIN, min_size=1, max_size=4))
def test_names_of_which_nothing_answers_have_no_pairs(a: list[str], b: list[str]) -> None:
    x, y = person(" ".join(a)), person(" ".join(b))
    if not x.has_initials and not y.has_initials:
        met = meetings(x.words, y.words)
        assert nothing_answers(met, x.words, y.words) == (not align(x, y).pairs)


def test_consonants_cost_what_is_reckoned_with() -> None:
    signs = alphabet()
    for i, own in enumerate(signs.sure):
        if own:
            assert min(signs.skip[i]) >= LEAST_ALONE
            others = [j for j, answers in enumerate(signs.answers) if not answers & own]
            assert all(signs.cost[i][j] - signs.respelt[ARABIC] >= LEAST_RESPELT - 1e-9 for j in others)


def test_what_parts_words_grows_with_their_length() -> None:
    needed = [settling(PAIRED, length / 10) for length in range(10, 150)]
    assert needed == sorted(needed)
    assert all(settling(least, 8.0) <= NOTHING * 8.0 + 1e-5 for least in (PAIRED, JOINED))


def test_letters_cost_what_their_steps_say() -> None:
    signs = alphabet()
    for i, own in enumerate(signs.asks):
        assert STEP * own.bit_count() <= min(signs.skip[i]) + ROUNDING
        for j, met in enumerate(signs.meets):
            assert STEP * (own & ~met).bit_count() <= signs.cost[i][j] + ROUNDING


@settings(max_examples=600, deadline=None)
@given(WORDS, WORDS)
def test_words_differ_in_what_is_told_at_once_or_more(a: Word, b: Word) -> None:
    if not a.script == b.script == ARABIC:
        told = least_apart((a,), (b,))
        for x in a.shapes:
            for y in b.shapes:
                assert told <= distance(x[0], y[0], a.script == b.script, 99.0) + ROUNDING


@settings(max_examples=600, deadline=None)
@given(WORDS, WORDS, WORDS)
def test_two_neighbours_are_told_apart_from_a_word_as_any_words_are(one: Word, two: Word, other: Word) -> None:
    if one.script == two.script:
        assert two_apart(one, two, other) == least_apart((one, two), (other,))
