"""Eight reports of four happenings that come into a record, for the tests of what it then holds."""

from __future__ import annotations

import hashlib

from compare_making import day, event, persons, reading, role

from tawatur.record.types import Comparison, Reading

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


def plain(found: Comparison) -> dict[str, object]:
    """A comparison without what says why."""
    return {
        "copies": [[(p.report, p.start, p.end) for p in c.places] for c in found.copies],
        "stories": [s.reports for s in found.stories],
        "entities": [(e.id, e.type, e.name, e.same) for e in found.entities],
        "events": [(e.id, e.same) for e in found.events],
        "facts": sorted(map(repr, found.facts)),
    }
