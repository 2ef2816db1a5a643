"""What people decide about entities, as deeds: these are one, these are two, and taking it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tawatur.compare.asked import Asked, Finder, parted
from tawatur.compare.clusters import Clusters
from tawatur.compare.corpus import Corpus
from tawatur.compare.judgements import apply_decisions, find_side
from tawatur.compare.profiles import listed_ids, profiles
from tawatur.errors import AskedError
from tawatur.record.decisions import DIFFERENT, SAME, Decision
from tawatur.record.types import Reading
from tawatur.store.record import Record
from tawatur.work import comparison

_SIGN = {SAME: "=", DIFFERENT: "≠"}


@dataclass(slots=True)
class Decided:
    """A decision that was made (or the row that takes one back), and the earlier ones that it overrules."""

    decision: Decision
    overrules: list[Decision]


def decide(
    record: Record, a: str, b: str, different: bool = False, by: str | None = None, why: str | None = None
) -> Decided:
    """Keep that two entities are one, or two. `a` and `b`: ids, names in any spelling, or NAME@REPORT.

    Raises AskedError where a name fits nothing or several entities.
    """
    readings = record.readings()
    finder = Finder(comparison(record), readings)
    left, right = finder.one(a), finder.one(b)
    members = parted(finder, left, right) if different else (left.members, right.members)
    kind = DIFFERENT if different else SAME
    sides = {"a": _side(finder, left, members[0]), "b": _side(finder, right, members[1])}
    before = _overruled(record.decisions.standing(SAME, DIFFERENT), readings)
    subject = f"{sides['a']['name']} {_SIGN[kind]} {sides['b']['name']}"
    made = record.decisions.add(kind, subject, sides, by, why)
    standing = record.decisions.standing(SAME, DIFFERENT)
    overruled = _overruled(standing, readings) - before
    comparison(record)
    return Decided(made, [d for d in standing if d.id in overruled])


def undo(record: Record, a: str, b: str, by: str | None = None, why: str | None = None) -> Decided:
    """Take back the latest standing decision on two entities. Raises AskedError where there is none."""
    readings = record.readings()
    finder = Finder(comparison(record), readings)
    asked = finder.one(a), finder.one(b)
    corpus = Corpus(list(readings.values()))
    found = profiles(corpus)
    for decision in reversed(record.decisions.standing(SAME, DIFFERENT)):
        sides = [set(find_side(decision.detail[s], corpus, found)) for s in "ab"]
        left, right = (set(x.members) for x in asked)
        if (left & sides[0] and right & sides[1]) or (left & sides[1] and right & sides[0]):
            row = record.decisions.undo(decision.id, by, why)
            comparison(record)
            return Decided(row, [])
    raise AskedError(f"{a}, {b}: nobody decided on these two; `tawatur decisions` lists what people decided.")


def _side(finder: Finder, asked: Asked, members: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """One side of a decision in words that outlive a re-reading: where it stands, and what it is called."""
    entity = asked.entity
    places = []
    for report, ident in members:
        mention = finder.first_mention((report, ident))
        if mention is not None:
            places.append({"report": report, "start": mention.start, "end": mention.end, "text": mention.text})
    name = entity.name.get("ar") or entity.name.get("en") or entity.id
    if asked.words != entity.id:
        name = asked.words.rpartition("@")[0] or asked.words
    whole = len(members) == len(entity.same) and entity.id in listed_ids()
    return {"name": name, "type": entity.type, "listed": entity.id if whole else None, "places": places}


def _overruled(decisions: Sequence[Decision], readings: Mapping[str, Reading]) -> set[int]:
    corpus = Corpus(list(readings.values()))
    found = profiles(corpus)
    return set(apply_decisions(decisions, corpus, found, Clusters(found)))
