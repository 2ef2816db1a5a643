"""What changed between two versions of a list: who came, who went, what is told otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from tawatur.errors import AskedError
from tawatur.record.watchlists import ListChanges
from tawatur.screen.changes import changes
from tawatur.screen.identity import entry_digest
from tawatur.screen.lists import load_list

LISTS = Path(__file__).parent / "lists"


@pytest.fixture
def found() -> ListChanges:
    return changes(load_list(LISTS / "un-older.xml"), load_list(LISTS / "un.xml"))


def test_who_came_and_who_went(found: ListChanges) -> None:
    assert [e.id for e in found.added] == ["QDi.902"]
    assert [e.id for e in found.removed] == ["IQe.909"]


def test_an_amended_entry_says_field_by_field_what_is_new(found: ListChanges) -> None:
    (amended,) = found.amended
    told = {c.field: (c.removed, c.added) for c in amended.changes}
    assert told == {
        "names": (("Salim al-Ghamrawi",), ("Salem Nasser el-Ghamraoui",)),
        "reason": (("south.",), ("north.",)),
        "amended": (("2016-08-26",), ("2019-05-01",)),
    }


def test_a_link_that_changed_is_no_change(tmp_path: Path) -> None:
    text = (LISTS / "un.xml").read_text(encoding="utf-8")
    other = tmp_path / "un.xml"
    other.write_text(text.replace("un/0000001", "un/9999999"), encoding="utf-8")
    same = changes(load_list(LISTS / "un.xml"), load_list(other))
    assert same.added == same.removed == same.amended == []


def test_a_review_does_not_reopen_a_decision(tmp_path: Path) -> None:
    entry = load_list(LISTS / "un.xml").entries[0]
    before = entry_digest(entry)
    entry.reason = (
        f"{entry.reason} Review pursuant to Security Council resolution 2253 (2015) was concluded on 21 Feb. 2019."
    )
    assert entry_digest(entry) == before
    entry.reason = "Another man."
    assert entry_digest(entry) != before


def test_two_lists_are_no_versions_of_one() -> None:
    with pytest.raises(AskedError, match="two lists"):
        changes(load_list(LISTS / "ftm.jsonl"), load_list(LISTS / "un.xml"))
