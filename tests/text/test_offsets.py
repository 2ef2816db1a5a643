"""Offsets are sacred: whatever the text, what is found points at what stands there."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from tawatur.text.folding import fold, fold_aligned, source_offset
from tawatur.text.sentences import paragraphs, sentences
from tawatur.text.words import tokenize

arabic = st.text(alphabet=st.sampled_from('ابتةىيوؤئءأإآٱلكفبسمنه ـًٌَّْ\u200f\u202aﻻﷲ٣۴7.,،؛؟!\n"«»()'), max_size=80)
anything = st.text(max_size=80) | arabic


@given(anything)
def test_tokens_are_slices_of_the_text_in_order(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert all(a.end <= b.start for a, b in itertools.pairwise(tokens))


@given(anything)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(anything)
def test_aligned_folding_points_back_at_what_it_folds(text: str) -> None:
    folded = fold_aligned(text)
    assert folded.text == fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert folded.offsets == sorted(folded.offsets)
    for i, char in enumerate(folded.text):
        assert char in fold(text[folded.offsets[i]])


@given(anything)
def test_sentences_lie_in_their_paragraph_and_do_not_overlap(text: str) -> None:
    for start, end in paragraphs(text):
        found = sentences(text, start, end)
        assert all(start <= s < e <= end for s, e in found)
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(found))
        assert sum(e - s for s, e in found) + sum(b[0] - a[1] for a, b in itertools.pairwise(found)) == end - start


def test_clitics_are_cut_at_the_written_letter() -> None:
    assert source_offset("لِلتَّحالف", 1) == 2
    assert source_offset("و\u0640المغرب", 1) == 2
