"""What a person decides and takes back: each decision is on the two that it names, and on nobody else."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur.errors import AskedError
from tawatur.record.types import Entity, Mention, Reading, Report
from tawatur.store.record import Record
from tawatur.work import comparison, deciding

A, B, C, D = "سليم الحداد", "كمال النجار", "نورة القاضي", "يوسف الخياط"


def report(name: str, *persons: str) -> Reading:
    text = f"{name}: " + " ثم ".join(persons)
    found = Reading(Report(name, f"{name}.txt", text, hashlib.sha256(text.encode()).hexdigest()))
    for i, person in enumerate(persons):
        start = text.index(person)
        found.entities.append(Entity(f"{name}{i}", "person", {"ar": person, "en": None}))
        found.mentions.append(Mention(start, start + len(person), person, "person", f"{name}{i}"))
    return found


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record(tmp_path / "a.tawatur", create=True) as opened:
        for name, person in zip("abcd", (A, B, C, D), strict=True):
            opened.add(report(name, person))
        yield opened


def together(record: Record) -> set[str]:
    """The reports that each entity of the record is named in."""
    return {"".join(sorted(r for r, _ in e.same)) for e in comparison(record).entities}


def test_taking_back_the_first_of_two_joinings_leaves_the_second(record: Record) -> None:
    deciding.decide(record, A, B)
    deciding.decide(record, B, C)
    assert together(record) == {"abc", "d"}
    deciding.take_back(record, 1)
    assert together(record) == {"a", "bc", "d"}


def test_a_parting_is_on_the_two_that_it_names_whatever_one_of_them_was_joined_with(record: Record) -> None:
    deciding.decide(record, A, B)
    deciding.decide(record, B, C, different=True)
    deciding.take_back(record, 1)
    deciding.decide(record, A, C)
    assert together(record) == {"ac", "b", "d"}


def test_a_wrong_joining_can_be_undone_whatever_was_decided_since(record: Record) -> None:
    deciding.decide(record, A, B)
    deciding.decide(record, A, B, different=True)
    again = deciding.undo(record, A, B)
    assert [d.id for d in again.stand_again] == [1]
    with pytest.raises(AskedError, match="already; nothing to decide"):
        deciding.decide(record, B, B)
    deciding.take_back(record, 1)
    assert together(record) == {"a", "b", "c", "d"}


def test_undoing_takes_back_only_what_was_decided_on_these_two(record: Record) -> None:
    deciding.decide(record, A, B)
    deciding.decide(record, B, C)
    with pytest.raises(AskedError, match="nobody decided on these two"):
        deciding.undo(record, A, C)
    assert deciding.undo(record, B, A).decision.undoes == 1
    assert together(record) == {"a", "bc", "d"}


def test_where_names_fit_decisions_on_several_pairs_undoing_asks_which(record: Record) -> None:
    record.add(report("e", A))
    deciding.decide(record, f"{A}@a", f"{A}@e", different=True)
    deciding.decide(record, f"{A}@a", B)
    deciding.decide(record, f"{A}@e", B, different=True)
    with pytest.raises(AskedError, match=rf"2 decisions fit: 2: {A} = {B}; 3: {A} ≠ {B}; .*--undo NUMBER"):
        deciding.undo(record, A, B)
    assert deciding.undo(record, f"{A}@e", B).decision.undoes == 3


def test_of_decisions_on_one_pair_the_last_is_taken_back_first(record: Record) -> None:
    deciding.decide(record, A, B)
    assert [d.id for d in deciding.decide(record, B, A, different=True).overrules] == [1]
    assert deciding.undo(record, A, B).decision.undoes == 2
    assert deciding.undo(record, A, B).decision.undoes == 1
    assert together(record) == {"a", "b", "c", "d"}


def test_a_decision_that_overruled_another_says_when_it_stands_again(record: Record) -> None:
    deciding.decide(record, A, B)
    deciding.decide(record, A, B, different=True)
    assert [d.subject for d in deciding.take_back(record, 2).stand_again] == [f"{A} = {B}"]
    assert deciding.take_back(record, 1).stand_again == []
