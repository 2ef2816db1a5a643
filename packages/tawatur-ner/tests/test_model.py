"""What the model promises whatever its weights are: the same names in any company, any text, linear time, no crash."""

from __future__ import annotations

import multiprocessing
import pickle
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny import write

from tawatur_ner import Model, ModelError, Tagged

SENTENCES = st.lists(st.lists(st.text(max_size=12), max_size=40), max_size=6)


def test_a_name_of_two_words_is_one_span(folder: Path, tmp_path: Path) -> None:
    plain = Model.load(write(tmp_path, chain=False))
    [names] = plain.tag([["ناصر", "بوريطة"]])
    assert [(n.start, n.end, n.type) for n in names] == [(0, 2, "PERS")]
    assert 0.5 < names[0].confidence <= 1


def test_nothing_in_nothing_out(model: Model) -> None:
    assert model.tag([]) == []
    assert model.tag([[], []]) == [[], []]
    assert len(model.tag([[], ["ناصر"], []])) == 3


@given(sentences=SENTENCES)
@settings(max_examples=60, deadline=None)
def test_the_same_names_for_any_size_of_batch(model: Model, sentences: list[list[str]]) -> None:
    together = model.read(sentences)
    assert together == [one for s in sentences for one in model.read([s])]
    assert together == model.read(sentences[::-1])[::-1]


@given(sentences=SENTENCES)
@settings(max_examples=60, deadline=None)
def test_names_lie_in_their_sentence_and_never_overlap(model: Model, sentences: list[list[str]]) -> None:
    for words, (names, rows, _) in zip(sentences, model.read(sentences), strict=True):
        assert len(rows) == len(words)
        at = 0
        for name in names:
            assert at <= name.start < name.end <= len(words)
            assert 0 <= name.confidence <= 1
            at = name.end
        assert all(len(row) == len(model.labels) and abs(sum(row) - 1) < 0.01 for row in rows)


def test_a_sentence_longer_than_a_window_is_read_to_its_end(model: Model) -> None:
    [names] = model.tag([["من"] * 200 + ["ناصر", "بوريطة"] + ["من"] * 200])
    assert any(n.start <= 200 < n.end and n.type == "PERS" for n in names)


def test_time_grows_with_the_text_and_not_faster(model: Model) -> None:
    def spent(sentence: list[str]) -> float:
        start = time.process_time()
        model.tag([sentence])
        return time.process_time() - start

    model.tag([["ناصر"]])
    short, long = spent(["كلمة"] * 1_000), spent(["كلمة"] * 8_000)
    assert long < 16 * short + 0.5
    assert spent(["ا" * 1_000_000]) < 1
    assert spent(["ب" * 500] * 30) < 2


def test_a_model_goes_to_another_process(model: Model) -> None:
    expected = model.tag([["ناصر", "بوريطة"]])
    assert pickle.loads(pickle.dumps(model)).tag([["ناصر", "بوريطة"]]) == expected
    with multiprocessing.get_context("fork").Pool(2) as pool:
        assert pool.map(model.tag, [[["ناصر", "بوريطة"]]] * 4) == [expected] * 4


def test_a_word_that_tells_an_event_is_found_with_its_kind(model: Model) -> None:
    [reading] = model.read([["قمة", "ناصر", "من"]])
    assert [(w.word, w.kind) for w in reading.events] == [(0, "meeting")]
    assert 0.5 < reading.events[0].confidence <= 1


@given(sentences=SENTENCES)
@settings(max_examples=60, deadline=None)
def test_words_of_events_lie_in_their_sentence_in_order(model: Model, sentences: list[list[str]]) -> None:
    for words, reading in zip(sentences, model.read(sentences), strict=True):
        places = [word.word for word in reading.events]
        assert places == sorted(set(places))
        assert all(0 <= place < len(words) for place in places)
        assert all(0 < word.confidence <= 1 and word.kind != "O" for word in reading.events)


@pytest.mark.parametrize("name", ["ner.json", "ner.onnx", "pieces.json.gz"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    write(tmp_path)
    (tmp_path / name).unlink()
    with pytest.raises(ModelError, match=rf"{name} cannot be read"):
        Model.load(tmp_path)


@pytest.mark.parametrize("name", ["ner.onnx", "pieces.json.gz"])
def test_a_file_of_another_hash_is_named(tmp_path: Path, name: str) -> None:
    write(tmp_path)
    path = tmp_path / name
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(ModelError, match=rf"{name} is not the file that was made"):
        Model.load(tmp_path)


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"sha256": 1}'])
def test_a_description_that_is_none_is_said(tmp_path: Path, content: str) -> None:
    write(tmp_path)
    (tmp_path / "ner.json").write_text(content, encoding="utf-8")
    with pytest.raises(ModelError, match="does not describe a model"):
        Model.load(tmp_path)


def test_a_name_is_a_plain_tuple() -> None:
    assert tuple(Tagged(0, 2, "PERS", 0.9)) == (0, 2, "PERS", 0.9)
