"""What a user means by a name: in any spelling and script; where several fit, they are asked which."""

from __future__ import annotations

import pytest
from compare_making import reading

from tawatur.compare.asked import Finder, parted
from tawatur.compare.comparison import compare
from tawatur.errors import AskedError
from tawatur.record.types import Entity, Mention, Reading


def report(name: str, *persons: str) -> Reading:
    found = reading(name, " ثم ".join(persons), entities=())
    for i, person in enumerate(persons):
        start = found.report.text.index(person)
        found.entities.append(Entity(f"{name}{i}", "person", {"ar": person, "en": None}))
        found.mentions.append(Mention(start, start + len(person), person, "person", f"{name}{i}"))
    return found


def finder(*readings: Reading) -> Finder:
    return Finder(compare(readings), {r.report.file.removesuffix(".txt"): r for r in readings})


@pytest.mark.parametrize(
    "asked", ["سليم الحداد", "سليم حداد", "سَليم الحدّاد", "Salim al-Haddad", "Saleem Haddad", "الحداد", "a0"]
)
def test_a_name_is_found_in_any_spelling_and_script(asked: str) -> None:
    assert finder(report("a", "سليم الحداد", "نورة القاضي")).one(asked).entity.id == "a0"


def test_where_several_fit_they_are_listed_with_their_ids() -> None:
    with pytest.raises(AskedError, match=r"2 names fit: .*\(a0\).*\(b0\).*ask for one of them"):
        finder(report("a", "سليم الحداد"), report("b", "كمال الحداد")).one("الحداد")


def test_a_name_in_one_report_is_meant_by_its_report() -> None:
    found = finder(report("a", "سليم الحداد"), report("b", "سليم الحداد"))
    assert found.one("سليم الحداد@b").members == [("b", "b0")]
    assert found.one("سليم الحداد").members == [("a", "a0"), ("b", "b0")]
    for wrong, said in (("سليم الحداد@c", "no report c"), ("زحل@b", "no name")):
        with pytest.raises(AskedError, match=said):
            found.one(wrong)


def test_two_namesakes_taken_for_one_are_parted_by_report() -> None:
    found = finder(report("a", "سليم الحداد"), report("b", "سليم الحداد"), report("c", "سليم الحداد"))
    whole, there = found.one("سليم الحداد"), found.one("سليم الحداد@b")
    assert parted(found, there, whole) == ([("b", "b0")], [("a", "a0"), ("c", "c0")])
    with pytest.raises(AskedError, match="NAME@REPORT"):
        parted(found, whole, whole)


def test_nobody_is_found_by_nothing() -> None:
    for nothing in ("", " ", "@", "زحل", "!!", "٪" * 1000):
        with pytest.raises(AskedError):
            finder(report("a", "سليم الحداد")).one(nothing)
