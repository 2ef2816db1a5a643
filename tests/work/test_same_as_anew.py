"""What could hang on the order in which reports come: who has an id, whom a family name alone means."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from arrivals import plain
from compare_making import day, event, persons, reading, role

from tawatur.compare.comparison import compare
from tawatur.record.types import Entity, MergedEntity, Reading
from tawatur.store.record import Record
from tawatur.work import comparing
from tawatur.work.comparing import comparison


@pytest.fixture(autouse=True)
def _one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "SMALL", 0)
    monkeypatch.setattr(comparing, "DEARER", 0)


def naming(name: str, ident: str, called: str, title: str = "") -> Reading:
    """A report of a person, by an id and a name, and in a position."""
    found = reading(name, f"تحدث {title} {called} في الندوة {name}", entities=())
    found.report.text_sha256 = name
    found.entities.append(Entity(ident, "person", {"ar": called, "en": None}))
    return role(found, f"{title} {called}", ident, title) if title else found


def struck(name: str, text: str, told: str, published: str, **slots: object) -> Reading:
    """A report of an attack, which these words tell."""
    found = reading(name, text, published, entities=("salwan", "salim"), outlet=f"outlet-{name}.example")
    found.report.text_sha256 = name
    return event(found, "incident", told, type="attack", place=["salwan"], **slots)


def things(found: Sequence[MergedEntity]) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(e.id, e.same) for e in found]


def one_by_one(path: Path, readings: Sequence[Reading]) -> list[tuple[str, list[tuple[str, str]]]]:
    with Record(path, create=True) as record:
        for one in readings:
            record.add(one)
            comparing.bring_up_to_date(record)
        return things(comparison(record).entities)


def test_a_namesake_whom_more_reports_name_takes_the_id_over(tmp_path: Path) -> None:
    readings = [
        naming("a", "salim", "سليم الحداد"),
        naming("b", "salim", "سليم القاضي"),
        naming("c", "salim", "سليم القاضي"),
    ]
    found = one_by_one(tmp_path / "r.tawatur", readings)
    assert found == things(compare(readings).entities)
    assert dict(found)["salim"] == [("b", "salim"), ("c", "salim")]


def test_a_family_name_of_two_stays_nobodys_when_one_of_them_is_named_again(tmp_path: Path) -> None:
    readings = [
        naming("a", "salim", "سليم الحداد", "الوزير"),
        naming("b", "nasir", "ناصر الحداد", "الوزير"),
        naming("c", "haddad", "الحداد", "الوزير"),
        naming("d", "salim", "سليم الحداد", "الوزير"),
    ]
    with Record(tmp_path / "r.tawatur", create=True) as record:
        for one in readings[:3]:
            record.add(one)
        comparing.compare_anew(record)
        record.add(readings[3])
        comparing.bring_up_to_date(record)
        found = things(comparison(record).entities)
    assert found == things(compare(readings).entities)
    assert ("haddad", [("c", "haddad")]) in found


SHOT = "قتل عشرة أشخاص في هجوم على سوق سلوان أمس"
SHOT += " ونقلت سيارات الإسعاف الجرحى إلى مستشفى المدينة وأغلقت الشرطة الطرق المؤدية إليه"
CALM = "هز هجوم سلوان مساء أمس وفرضت السلطات حظر التجول"
CALM += " ودعا سليم الحداد وزير الداخلية السكان إلى الهدوء وفتح تحقيق عاجل"


def test_what_two_stories_tell_is_one_event_when_a_third_report_makes_them_one_story(tmp_path: Path) -> None:
    readings = [
        struck("a", SHOT, "قتل عشرة أشخاص في هجوم على سوق", "2021-05-01", killed=persons(10)),
        struck("b", CALM, "هز هجوم سلوان مساء أمس", "2021-05-03", date=day("2021-05-01")),
        struck("c", f"{SHOT}\n{CALM}", "هز هجوم سلوان مساء أمس", "2021-05-03"),
    ]
    two = compare(readings[:2])
    assert (len(two.stories), len(two.events)) == (2, 2)
    with Record(tmp_path / "r.tawatur", create=True) as record:
        for one in readings:
            record.add(one)
            comparing.bring_up_to_date(record)
        found = comparison(record)
    assert (len(found.stories), len(found.events)) == (1, 1)
    assert plain(found) == plain(compare(readings))


def test_who_has_another_id_has_it_in_the_events_facts_and_positions_that_were_there(tmp_path: Path) -> None:
    told = [("a", "سليم الحداد"), ("b", "سليم القاضي"), ("c", "سليم القاضي")]
    readings = [naming(name, "salim", called, "الوزير") for name, called in told]
    for one, (name, called) in zip(readings, told, strict=True):
        event(one, "visit", f"تحدث الوزير {called} في الندوة {name}", visitor=["salim"])
    with Record(tmp_path / "r.tawatur", create=True) as record:
        for one in readings:
            record.add(one)
            comparing.bring_up_to_date(record)
        found = comparison(record)
    assert plain(found) == plain(compare(readings))
    (earlier,) = (e.id for e in found.entities if ("a", "salim") in e.same)
    (visit,) = (e.id for e in found.events if ("a", "e1") in e.same)
    assert earlier != "salim"
    assert visit.startswith(f"visit-{earlier}-")
    assert {(f.property, v.value) for f in found.facts if f.subject == visit for v in f.values} >= {
        ("visit.visitor", earlier)
    }
    assert [f.subject for f in found.facts if f.property == "role.title" and "a" in f.values[0].reports] == [earlier]


def test_whom_a_third_report_makes_one_person_did_one_thing(tmp_path: Path) -> None:
    told = {"a": ("سليم الحداد", None), "b": ("أبو ناصر", "Q1"), "c": ("سليم الحداد", "Q1")}
    readings = []
    for name, (called, known_as) in told.items():
        found = naming(name, f"of-{name}", called)
        found.entities[0].wikidata = known_as
        found.report.published = date(2021, 5, 2)
        readings.append(found)
    for one in readings[:2]:
        words = one.report.text
        event(one, "visit", words, visitor=[one.entities[0].id], date=day("2021-05-01"))
    assert len(compare(readings[:2]).events) == 2
    with Record(tmp_path / "r.tawatur", create=True) as record:
        for one in readings:
            record.add(one)
            comparing.bring_up_to_date(record)
        found = comparison(record)
    assert plain(found) == plain(compare(readings))
    assert len(found.events) == 1
