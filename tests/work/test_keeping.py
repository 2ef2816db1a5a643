"""A record into which reports come one by one holds what comparing all of them anew would find."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from compare_making import day, event, persons, reading, role
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.compare.comparison import compare
from tawatur.record.types import Comparison, Reading
from tawatur.store.record import Record
from tawatur.work import comparing
from tawatur.work.comparing import comparison

ATTACK = "قتل عشرة أشخاص في هجوم على سوق سلوان أمس حسبما قال وزير الداخلية سليم الحداد في بيان صدر اليوم"
FIRE = "التهم حريق مخازن الحبوب في مرفأ نهرين وقالت نورة القاضي إن التحقيق بدأ صباح اليوم في أسبابه"
TALKS = "تعقد الرابطة الإقليمية للمياه اجتماعها الدوري يوم الخميس المقبل لبحث حصص الأنهار وبناء السدود"


def attack(name: str, killed: int, published: str) -> Reading:
    text = ATTACK.replace("عشرة", str(killed)) + f" كما جاء في {name}"
    found = reading(name, text, published, entities=("salwan", "salim"), outlet=f"outlet-{name}.example")
    role(found, "وزير الداخلية سليم الحداد", "salim", "وزير الداخلية")
    slots = {"type": "attack", "place": ["salwan"], "date": day("2021-05-01"), "killed": persons(killed)}
    return event(found, "incident", text[:40], **slots)


def fire(name: str, published: str) -> Reading:
    text = FIRE + f" وذكر {name} ذلك"
    found = reading(name, text, published, entities=("nahrin", "nura"), outlet=f"outlet-{name}.example")
    return event(found, "incident", text[:30], type="other", place=["nahrin"], date=day(published))


def talks(name: str, published: str) -> Reading:
    text = TALKS + f" حسب {name}"
    found = reading(name, text, published, entities=("league",), outlet=f"outlet-{name}.example")
    slots = {"body": ["league"], "date": day("2021-05-06")}
    return event(found, "meeting", text[:40], "planned", **slots)


def pool() -> list[Reading]:
    made = [
        attack("a", 10, "2021-05-02"), attack("b", 12, "2021-05-02"), attack("c", 12, "2021-05-03"),
        fire("d", "2021-05-02"), fire("e", "2021-05-02"), fire("f", "2021-06-20"),
        talks("g", "2021-05-02"), talks("h", "2021-05-04"),
    ]  # fmt: skip
    for one in made:
        one.report.text_sha256 = hashlib.sha256(one.report.text.encode()).hexdigest()
    return made


@pytest.fixture(autouse=True)
def _one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "SMALL", 0)
    monkeypatch.setattr(comparing, "DEARER", 0)


def plain(found: Comparison) -> dict[str, object]:
    """A comparison without what says why."""
    return {
        "copies": [[(p.report, p.start, p.end) for p in c.places] for c in found.copies],
        "stories": [s.reports for s in found.stories],
        "entities": [(e.id, e.type, e.name, e.same) for e in found.entities],
        "events": [(e.id, e.same) for e in found.events],
        "facts": sorted(map(repr, found.facts)),
    }


def anew(readings: list[Reading]) -> dict[str, object]:
    return plain(compare(readings))


def one_by_one(path: Path, readings: list[Reading]) -> dict[str, object]:
    path.unlink(missing_ok=True)
    with Record(path, create=True) as record:
        for one in readings:
            record.add(one)
            comparing.bring_up_to_date(record)
        return plain(comparison(record))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(8)))
def test_in_any_order_of_arrival_a_record_holds_what_comparing_anew_finds(tmp_path: Path, order: list[int]) -> None:
    readings = pool()
    assert one_by_one(tmp_path / "r.tawatur", [readings[i] for i in order]) == anew(pool())
