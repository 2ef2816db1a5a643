"""What people decided about entities, found again in the readings as they are now.

A decision names its two sides by the id that a word list gives and by every place in the reports where they stood, with
the words there: texts do not change, so the places hold through every re-reading. Of two decisions that cannot both
hold, the later one does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tawatur.compare.corpus import name_words
from tawatur.compare.entities.clusters import Clusters
from tawatur.compare.entities.profiles import Key, Profile
from tawatur.record.decisions import DIFFERENT, SAME, Decision
from tawatur.record.types import Reading


def apply_decisions(
    decisions: Sequence[Decision],
    readings: Mapping[str, Reading],
    profiles: Mapping[Key, Profile],
    clusters: Clusters,
) -> list[int]:
    """Join and part what people said; gives the ids of decisions that a later one overrules, in whole or in part.

    `readings` are those of the reports that the decisions name, `profiles` may be of some reports only: then what
    stands elsewhere is left to those who hold it.
    """
    overruled = []
    for decision in sorted(decisions, key=lambda d: -d.id):
        sides = [find_side(decision.detail[s], readings, profiles) for s in ("a", "b")]
        if not all(sides):
            continue
        sides = [[key for key in side if key in profiles] for side in sides]
        if decision.kind == DIFFERENT:
            left, right = (set(side) for side in sides)
            if not clusters.part(decision.id, (left - right, right - left)):
                overruled.append(decision.id)
        elif decision.kind == SAME and not _join(decision, [*sides[0], *sides[1]], clusters):
            overruled.append(decision.id)
    return sorted(overruled)


def _join(decision: Decision, keys: Sequence[Key], clusters: Clusters) -> bool:
    if not keys:
        return True
    why = {f"decision {decision.id}": 1.0}
    joined = [clusters.join(keys[0], key, why, confidence=1.0) for key in keys[1:]]
    return all(joined)


def find_side(side: Mapping[str, Any], readings: Mapping[str, Reading], profiles: Mapping[Key, Profile]) -> list[Key]:
    """The profiles that one side of a decision means: those at its places, else those of its listed id or its name."""
    found: dict[Key, None] = {}
    for place in side.get("places") or ():
        reading = readings.get(place["report"])
        if reading is not None and (entity := entity_at(reading, place)):
            found[place["report"], entity] = None
    if not found and side.get("listed"):
        found = {k: None for k, p in profiles.items() if p.listed and p.entity.id == side["listed"]}
    if not found and not side.get("listed"):
        words = name_words(side["name"])
        found = {
            k: None
            for k, p in profiles.items()
            if p.type == side["type"] and any(words == name_words(n) for n in p.entity.name.values() if n)
        }
    return list(found)


def entity_stands(side: Mapping[str, Any], readings: Mapping[str, Reading]) -> bool:
    """Whether any place of one side of a decision names an entity now, or a list knows it."""
    places = (p for p in side["places"] if p["report"] in readings)
    return bool(side.get("listed")) or any(entity_at(readings[p["report"]], p) for p in places)


def entity_at(reading: Reading, place: Mapping[str, Any]) -> str | None:
    """The entity of the mention that stands at a place now, or of the first one with its words where none does."""
    start, end, text = place["start"], place["end"], place["text"]
    if reading.report.text[start:end] == text:
        for mention in reading.mentions:
            if mention.start < end and start < mention.end:
                return mention.entity
    return next((m.entity for m in reading.mentions if m.text == text), None)
