"""What people decide about entities, as deeds: these are one, these are two, and taking it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from tawatur.compare.asked import AT, Asked, Finder, Member, shown, sides
from tawatur.compare.clusters import Clusters
from tawatur.compare.corpus import Corpus
from tawatur.compare.judgements import apply_decisions, find_side
from tawatur.compare.profiles import listed_ids, profiles
from tawatur.errors import AskedError
from tawatur.record.decisions import DIFFERENT, SAME, Decision
from tawatur.record.types import Reading
from tawatur.store.record import Record
from tawatur.work.comparing import comparison

_SIGN = {SAME: "=", DIFFERENT: "≠"}


@dataclass(slots=True)
class Decided:
    """A decision that was made (or the row that takes one back), the earlier ones that it overrules, and those that
    stand again because it overrules them no more."""

    decision: Decision
    overrules: list[Decision]
    stand_again: list[Decision]


def decide(
    record: Record, a: str, b: str, different: bool = False, by: str | None = None, why: str | None = None
) -> Decided:
    """Keep that two entities are one, or two. `a` and `b`: ids, names in any spelling, or NAME@REPORT.

    It is on those that are called so in their own reports, whatever else was joined with them by now: each decision can
    be taken back without the others. Raises AskedError where a name fits nothing or several entities, or where both are
    one already.
    """
    readings = record.readings()
    finder = Finder(comparison(record), readings)
    asked = finder.one(a), finder.one(b)
    members = sides(finder, *asked, different)
    kind = DIFFERENT if different else SAME
    detail = {s: _side(finder, x, m, different) for s, x, m in zip("ab", asked, members, strict=True)}
    known = _Profiles(readings)
    before = known.overruled(record.decisions.standing(SAME, DIFFERENT))
    subject = f"{detail['a']['name']} {_SIGN[kind]} {detail['b']['name']}"
    made = record.decisions.add(kind, subject, detail, by, why)
    standing = record.decisions.standing(SAME, DIFFERENT)
    after = known.overruled(standing)
    comparison(record)
    return Decided(
        made,
        [d for d in standing if d.id in after - before],
        [d for d in standing if d.id in before - after],
    )


def undo(record: Record, a: str, b: str, by: str | None = None, why: str | None = None) -> Decided:
    """Take back the latest standing decision on these two names.

    Raises AskedError where there is none, or where the names fit decisions on several pairs: then it lists them.
    """
    readings = record.readings()
    finder = Finder(comparison(record), readings)
    meant = [{m for asked in finder.every(words) for m in finder.meant(asked)} for words in (a, b)]
    known = _Profiles(readings)
    fitting = []
    for decision in record.decisions.standing(SAME, DIFFERENT):
        pair = [set(find_side(decision.detail[s], known.corpus, known.found)) for s in "ab"]
        if _one_pair(pair, meant):
            fitting.append((decision, pair))
    if not fitting:
        raise AskedError(
            f"{shown(a)}, {shown(b)}: nobody decided on these two; `tawatur decisions` lists what people decided."
        )
    last, its_pair = fitting[-1]
    if not all(_one_pair(pair, its_pair) for _, pair in fitting):
        choices = "; ".join(f"{d.id}: {d.subject}" for d, _ in fitting)
        raise AskedError(
            f"{shown(a)}, {shown(b)}: {len(fitting)} decisions fit: {choices}; take one of them back by "
            "`tawatur decisions --undo NUMBER`."
        )
    return take_back(record, last.id, by, why)


def take_back(record: Record, ident: int, by: str | None = None, why: str | None = None) -> Decided:
    """Take back the decision of this number. Raises AskedError where there is none that can be taken back."""
    on_names = record.decisions.standing(SAME, DIFFERENT)
    if all(d.id != ident for d in on_names):  # not on names: it overrules none of them
        return Decided(record.decisions.undo(ident, by, why), [], [])
    known = _Profiles(record.readings())
    before = known.overruled(on_names)
    row = record.decisions.undo(ident, by, why)
    standing = record.decisions.standing(SAME, DIFFERENT)
    again = before - known.overruled(standing)
    comparison(record)
    return Decided(row, [], [d for d in standing if d.id in again])


def _one_pair(pair: Sequence[Set[Member]], other: Sequence[Set[Member]]) -> bool:
    """Whether two pairs of sides are on the same two, in either order."""
    (a, b), (c, d) = pair, other
    return bool((a & c and b & d) or (a & d and b & c))


def _side(finder: Finder, asked: Asked, members: Sequence[Member], different: bool) -> dict[str, Any]:
    """One side of a decision in words that outlive a re-reading: where it stands, and what it is called."""
    entity = asked.entity
    words = asked.words.rpartition(AT)[0] or asked.words
    places = []
    for report, ident in members:
        mention = finder.mention((report, ident), words)
        if mention is not None:
            places.append({"report": report, "start": mention.start, "end": mention.end, "text": mention.text})
    name = finder.name(members[0]) if asked.words == entity.id else shown(words)
    return {"name": name, "type": entity.type, "listed": _listed(asked, members, different), "places": places}


def _listed(asked: Asked, members: Sequence[Member], different: bool) -> str | None:
    """The id of a list that all of these have, where it means no more than they do."""
    ids = {ident for _, ident in members}
    if len(ids) != 1 or not ids <= listed_ids():
        return None
    (ident,) = ids
    some = different or asked.words.rpartition(AT)[0]
    return None if some and len(members) < sum(own == ident for _, own in asked.entity.same) else ident


class _Profiles:
    """The entities of all reports as each knows them: what decisions speak of."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self.corpus = Corpus(list(readings.values()))
        self.found = profiles(self.corpus)

    def overruled(self, decisions: Sequence[Decision]) -> set[int]:
        """Those of these decisions that a later one overrules."""
        return set(apply_decisions(decisions, self.corpus, self.found, Clusters(self.found)))
