"""What a user means by a name: in any spelling and script; where several fit, they are asked which."""

from __future__ import annotations

import pytest
from compare_making import reading

from tawatur.compare.comparison import compare
from tawatur.compare.entities.asked import Finder, sides
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
    assert sides(found, there, whole, different=True) == ([("b", "b0")], [("a", "a0"), ("c", "c0")])
    with pytest.raises(AskedError, match="NAME@REPORT"):
        sides(found, whole, whole, different=True)


def test_one_and_the_same_cannot_be_joined() -> None:
    found = finder(report("a", "سليم الحداد"), report("b", "سليم الحداد"))
    whole = found.one("سليم الحداد")
    with pytest.raises(AskedError, match=r"both are سليم الحداد \(a0\) already; nothing to decide\.$"):
        sides(found, whole, whole, different=False)


def test_a_name_means_those_who_are_called_so_not_whom_they_were_joined_with() -> None:
    found = finder(report("a", "سليم الحداد"), report("b", "سليم حداد"))
    for words, members in (("سليم الحداد", [("a", "a0"), ("b", "b0")]), ("Salim Haddad", [("a", "a0"), ("b", "b0")])):
        assert found.meant(found.one(words)) == members
    assert found.meant(found.one("b0" if found.comparison.entities[0].id == "b0" else "a0")) == [("a", "a0")]


def test_a_spelling_that_two_bear_asks_though_it_is_the_whole_name_of_one() -> None:
    king = report("a", "عبد الله الثاني", "عبد الله")
    king.mentions[1].entity = "a0"
    del king.entities[1]
    with pytest.raises(AskedError, match=r"2 names fit: .*\((a0|b0)\).*\((a0|b0)\)"):
        finder(king, report("b", "عبد الله")).one("عبد الله")


def test_capitals_are_the_initials_of_a_body_before_they_are_a_part_of_a_name() -> None:
    names = {"كيم جونغ أون": "Kim Jong Un", "الأمم المتحدة": "United Nations", "البحرية الأميركية": "US Navy"}
    found = report("a", *names, "مجلس الأمن")
    for entity, english in zip(found.entities, [*names.values(), "UN Security Council"], strict=True):
        entity.name["en"] = english
    assert finder(found).one("UN").entity.id == "a1"
    assert [e.id for e in finder(found).all("Un")] == ["a0", "a3"]
    assert finder(found).one("USN").entity.id == "a2"
    assert finder(found).one("KIM").entity.id == "a0"


def test_nobody_is_found_by_nothing() -> None:
    for nothing in ("", " ", "@", "@a", "x@", "زحل", "!!", "٪" * 1000):
        with pytest.raises(AskedError):
            finder(report("a", "سليم الحداد")).one(nothing)


@pytest.mark.parametrize("empty", ["", " \n", "@", "@a"])
def test_an_empty_name_is_called_empty(empty: str) -> None:
    with pytest.raises(AskedError, match=r"^The name is empty; give a name"):
        finder(report("a", "سليم الحداد")).one(empty)


@pytest.mark.parametrize("words", ["ب" * 10_000, "زحل\n" * 2_500, "س" * 10_000 + "@a", "س@" + "a" * 10_000])
def test_a_name_of_ten_thousand_letters_is_cut_in_the_error(words: str) -> None:
    with pytest.raises(AskedError) as error:
        finder(report("a", "سليم الحداد")).one(words)
    assert "…" in str(error.value)
    assert len(str(error.value)) < 300
    assert "\n" not in str(error.value)
