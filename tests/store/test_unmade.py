"""A reading whose layers are made when they are asked for is the reading that is made at once."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest

from tawatur import work
from tawatur.record.codec.reading import LAYERS, dump_reading
from tawatur.record.types import Reading
from tawatur.record.unmade import unmade
from tawatur.store.record import Record

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NAME = "01-outlet-a"
FIELDS = [field.name for field in fields(Reading)]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with Record(tmp_path_factory.mktemp("record") / "r.tawatur", create=True) as record:
        work.take_in(record, [str(EXAMPLES / f"{NAME}.txt")], workers=1)
        yield record


@pytest.fixture(scope="module")
def whole(record: Record) -> Reading:
    return record.readings_of([NAME])[NAME]


@pytest.fixture
def bare(whole: Reading) -> Reading:
    return unmade(json.loads(json.dumps(dump_reading(whole))), whole.report.text)


def test_every_layer_is_what_it_is_made_at_once(whole: Reading, bare: Reading) -> None:
    assert whole.events
    for name in (*LAYERS, *FIELDS):
        assert getattr(bare, name) == getattr(whole, name)


def test_a_layer_is_made_once(bare: Reading) -> None:
    assert bare.mentions is bare.mentions
    with pytest.raises(AttributeError):
        bare.layers_it_has_not  # type: ignore[attr-defined]  # noqa: B018 - asked for


def test_it_can_be_written_copied_and_sent(whole: Reading, bare: Reading) -> None:
    assert dump_reading(bare) == dump_reading(whole)
    other = replace(bare, mentions=[])
    assert other.events == whole.events
    sent = pickle.loads(pickle.dumps(bare))
    assert [getattr(sent, name) for name in FIELDS] == [getattr(whole, name) for name in FIELDS]


def test_a_record_keeps_readings_so(record: Record, whole: Reading) -> None:
    kept, _ = record.kept_readings([NAME])[NAME]
    assert kept.report == whole.report
    assert dump_reading(kept) == dump_reading(whole)
