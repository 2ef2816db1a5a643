"""What stands between reports, kept a row an object: one takes another's place, and both stay of their reports."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur.store.between import FACT, Found
from tawatur.store.record import Record
from tawatur.store.touched import FOUND, NAMED, REPORT, Changes, row_key


@pytest.fixture
def record(examples: Path, tmp_path: Path) -> Iterator[Record]:
    """A record of the examples that a test may change."""
    shutil.copyfile(examples, tmp_path / "r.tawatur")
    with Record(tmp_path / "r.tawatur") as opened:
        yield opened


def test_an_object_that_takes_the_place_of_another_is_of_its_own_reports(record: Record) -> None:
    names = sorted(record.reports())
    old = Found("fact-old", {"verdict": "single"}, names[:3], "subject", "meeting.count")
    new = Found("fact-new", {"verdict": "single"}, names[1:3], "subject", "meeting.count")
    record.between.replace(FACT, [], [old])
    record.between.replace(FACT, [old.ident], [new])

    def of(name: str) -> set[str]:
        return {found.ident for found in record.between.of_reports(FACT, [name])} & {old.ident, new.ident}

    assert [of(name) for name in names[:3]] == [set(), {new.ident}, {new.ident}]
    record.between.replace(FACT, [], [new])
    assert [of(name) for name in names[:3]] == [set(), {new.ident}, {new.ident}]


def test_objects_stand_in_the_order_given_and_those_that_are_as_they_were_are_not_touched(record: Record) -> None:
    name = sorted(record.reports())[0]

    def facts(**verdicts: str) -> list[Found]:
        return [Found(f"fact-{i}", {"verdict": v}, [name], "body", "meeting.count") for i, v in verdicts.items()]

    def kept() -> list[tuple[str, str]]:
        return [(f.ident[5:], f.body["verdict"]) for f in record.between.facts_on("body", "meeting.count")]

    record.between.replace(FACT, [], facts(b="single", c="agreed", d="single"))
    state = record.touched.revision()
    record.between.replace(FACT, [], facts(b="single", c="agreed", d="single"))
    assert record.touched.since(state) == Changes(stories=[], searched=[])
    record.between.replace(FACT, ["fact-d"], facts(a="single", b="single", c="disputed"))
    assert kept() == [("a", "single"), ("b", "single"), ("c", "disputed")]
    changes = record.touched.since(state)
    assert changes is not None
    touched = {i for i in "abcd" if row_key(FOUND, FACT, f"fact-{i}") in changes.keys}
    assert touched == {"a", "b", "c", "d"}  # b stands behind a now
    told = {found.ident for found in record.between.of_reports(FACT, [name])}
    assert {"fact-a", "fact-b", "fact-c"} <= told
    assert "fact-d" not in told


def things(record: Record) -> tuple[str, str]:
    """Two entities that reports name, both by two members or more."""
    first, second = [row.id for row in record.shelf.entities().rows if record.between.size_of(row.id) > 1][:2]
    return first, second


def test_an_entity_that_took_another_in_is_called_otherwise_in_the_same_write(record: Record) -> None:
    old, new = things(record)
    body = {"type": "organisation", "name": {"ar": "حلف سلوان", "en": None}}
    members = sorted(key for keys in record.between.members_of([old, new]).values() for key in keys)
    with record.writing():
        record.between.rename(old, new)
        record.between.put_thing(new, body)
        record.shelving.settle()
    assert record.between.things_named([old, new]) == {new: body}
    assert record.between.members_of([new])[new] == members
    found = record.shelf.entity(new)
    assert found is not None
    assert (found.type, found.name) == (body["type"], body["name"])


def test_members_move_from_one_entity_to_another_together(record: Record) -> None:
    old, new = things(record)
    moved, there = (record.between.members_of([ident])[ident] for ident in (old, new))
    with record.writing():
        record.between.put_members((key, new) for key in moved)
        record.shelving.settle()
    assert record.between.members_of([old, new]) == {old: [], new: sorted([*there, *moved])}
    assert record.shelf.entity(old) is None


def test_what_is_put_as_it_was_touches_nothing(record: Record) -> None:
    old, new = things(record)
    body, members = record.between.things_named([old])[old], record.between.members_of([old])[old]
    state = record.touched.revision()
    with record.writing():
        record.between.put_thing(old, body)
        record.between.put_members((key, old) for key in members)
    assert record.touched.since(state) == Changes(stories=[], searched=[])
    with record.writing():
        record.between.put_members([(members[0], new)])
    changes = record.touched.since(state)
    assert changes is not None
    assert {row_key(NAMED, old), row_key(NAMED, new), row_key(REPORT, members[0][0])} <= changes.keys
