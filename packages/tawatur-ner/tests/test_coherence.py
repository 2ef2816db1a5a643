"""What the places of a document say of each other: by hand on scores, and on the weights that ship."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny import LABELS

from tawatur_ner import Model
from tawatur_ner.coherence import Coherence
from tawatur_ner.decode import Decoder, constraints

JOINED = [("لل", "ال"), ("و", ""), ("ل", ""), ("ب", "")]
DECODER = Decoder(*constraints(LABELS), np.zeros(len(LABELS)))
COHERENCE = Coherence(LABELS, JOINED)


def read(*places: tuple[str, str, float]) -> list[str]:
    """The labels of a document's words; each place a word, the label that its sentence speaks for, and how strongly
    against that of no name."""
    words = [word for word, _, _ in places]
    scores = np.full((len(words), len(LABELS)), -4.0)
    scores[:, 0] = 0.0
    for row, (_, label, score) in zip(scores, places, strict=True):
        row[LABELS.index(label)] += 4.0 + score
    [marginals] = DECODER.marginals([scores])
    supported = COHERENCE.supported(words, scores, marginals)
    [path] = DECODER.best([supported])
    return [LABELS[label] for label in path]


SURE, UNSURE = 9.0, -1.0
IN_FULL = (("كريم", "B-PERS", SURE), ("الداوري", "I-PERS", SURE), ("قال", "O", SURE))


def test_a_surname_alone_is_a_person_after_the_full_name() -> None:
    assert read(("الداوري", "B-PERS", UNSURE)) == ["O"]
    assert read(*IN_FULL, ("الداوري", "B-PERS", UNSURE))[3:] == ["B-PERS"]


def test_a_proclitic_does_not_hide_the_name() -> None:
    assert read(*IN_FULL, ("للداوري", "B-PERS", UNSURE))[3:] == ["B-PERS"]


def test_a_word_that_was_mistaken_for_a_person_by_itself_does_not_confirm_itself() -> None:
    assert read(("الكورنيش", "B-PERS", SURE), ("ثم", "O", SURE), ("الكورنيش", "B-PERS", UNSURE))[2:] == ["O"]


def test_a_name_may_be_a_common_word_elsewhere() -> None:
    common = [("العربية", "O", SURE)] * 5
    assert read(*common, ("العربية", "B-ORG", 1.0))[5:] == ["B-ORG"]


def test_one_type_for_one_name() -> None:
    five = [place for _ in range(5) for place in (("سردار", "B-LOC", SURE), ("قال", "O", SURE))]
    assert read(*five, ("سردار", "B-ORG", 1.0))[10:] == ["B-LOC"]


def test_a_town_does_not_break_the_name_of_its_university() -> None:
    town = [("سردار", "B-LOC", SURE), ("قال", "O", SURE)] * 3
    assert read(*town, ("جامعة", "B-ORG", 2.0), ("سردار", "I-ORG", 2.0))[6:] == ["B-ORG", "I-ORG"]


def test_a_later_word_of_a_place_speaks_behind_the_one_before_it_only() -> None:
    islands = (("الجزر", "B-LOC", SURE), ("الكبرى", "I-LOC", SURE), ("قال", "O", SURE))
    assert read(*islands, ("المدينة", "O", SURE), ("الكبرى", "B-LOC", UNSURE))[4:] == ["O"]
    assert read(*islands, ("الجزر", "B-LOC", UNSURE), ("الكبرى", "I-LOC", UNSURE))[3:] == ["B-LOC", "I-LOC"]


def test_an_organisation_does_not_confirm_itself() -> None:
    assert read(("الشعاع", "B-ORG", SURE), ("ثم", "O", SURE), ("الشعاع", "B-ORG", UNSURE))[2:] == ["O"]


def test_a_town_with_its_own_proclitic_is_a_name_of_its_own() -> None:
    towns = [("سردار", "B-LOC", SURE), ("قال", "O", SURE)] * 5
    assert read(*towns, ("لمعان", "B-LOC", SURE), ("وسردار", "I-LOC", 0.5))[10:] == ["B-LOC", "B-LOC"]


@given(st.lists(st.lists(st.text(max_size=8), max_size=20), max_size=5))
@settings(max_examples=60, deadline=None)
def test_a_document_is_read_to_its_end_and_the_same_again(model: Model, texts: list[list[str]]) -> None:
    found = model.read_document(texts)
    assert found == model.read_document(texts)
    for words, (names, rows, _) in zip(texts, found, strict=True):
        assert len(rows) == len(words)
        assert all(0 <= n.start < n.end <= len(words) and 0 <= n.confidence <= 1 for n in names)


def test_words_that_are_proclitics_of_one_another_without_end(model: Model) -> None:
    start = time.process_time()
    [reading] = model.read_document([["و" * letters for letters in range(3_000, 0, -1)]])
    assert len(reading.rows) == 3_000
    assert time.process_time() - start < 20


def test_words_of_events_do_not_depend_on_the_document(model: Model) -> None:
    texts = [["قمة", "ناصر"], ["ناصر", "بوريطة"], ["ناصر"]]
    assert [r.events for r in model.read_document(texts)] == [r.events for r in model.read(texts)]


@pytest.fixture(scope="module")
def shipped() -> Model:
    return Model.load()


def test_a_text_alone_is_read_as_it_is_by_itself_where_no_word_comes_twice(shipped: Model) -> None:
    text = ["قال", "وزير", "الخارجية", "المغربي", "ناصر", "بوريطة", "إن", "الاجتماع", "سيعقد", "في", "مراكش", "."]
    assert shipped.read_document([text]) == shipped.read([text])
