"""What stands between reports, scored: copies, stories, merged events, facts with their values and verdicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from typing import Any

from scoring import Json, Score, alike, pairs
from scoring_reports import Sides

Key = tuple[Any, ...]


def copied(side: Json) -> set[Key]:
    """Every copied character, once for each report that it shares it with."""
    return {
        (a["report"], b["report"], position)
        for copy in side["copies"]
        for a in copy["places"]
        for b in copy["places"]
        if a["report"] != b["report"]
        for position in range(a["start"], a["end"])
    }


def together(groups: list[set[Any]]) -> set[Key]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


class Between:
    """The golden comparison and the program's own, whose merged entities and events are told by their members."""

    def __init__(self, gold: Json, own: Json, reports: list[Sides]) -> None:
        self.gold, self.own = gold, own
        events: dict[Key, Key] = {(r.file, o["id"]): (r.file, g["id"]) for r in reports for g, o in r.events}
        self.merged = [self.members(gold, None), self.members(own, events)]
        home = {member: ident for ident, members in self.merged[0].items() for member in members}
        self.known = {i: most for i, ms in self.merged[1].items() if (most := self.voted(home[m] for m in ms))}
        known = {(r.file, own_id): gold_id for r in reports for own_id, gold_id in r.known.items()}
        for entity in own["entities"]:
            same = [(m["report"], m["entity"]) for m in entity["same"]]
            if most := self.voted(known[m] for m in same if m in known):
                self.known[entity["id"]] = most
        self.names = [{e["id"]: e["name"]["ar"] for e in side["entities"]} for side in (gold, own)]

    @staticmethod
    def voted(idents: Iterable[str]) -> str | None:
        votes = Counter(idents).most_common(1)
        return votes[0][0] if votes else None

    @staticmethod
    def members(side: Json, names: dict[Key, Key] | None) -> dict[str, set[Key]]:
        """The golden events that each merged event holds; events that the golden set has not are left out."""
        groups = {e["id"]: [(m["report"], m["event"]) for m in e["same"]] for e in side["events"]}
        if names is None:
            return {ident: set(group) for ident, group in groups.items()}
        return {ident: {names[m] for m in group if m in names} for ident, group in groups.items()}

    def same(self, gold: Any, own: Any) -> bool:
        if isinstance(gold, dict) or isinstance(own, dict) or gold is None or own is None:
            wanted, given = (v if not isinstance(v, dict) else v.get("value", v) for v in (gold, own))
            return bool(wanted == given)
        if own in self.known:
            return bool(gold == self.known[own])
        return bool(gold == own) or alike(self.names[0].get(gold, gold), self.names[1].get(own, own))

    def fact_fit(self, g: Json, o: Json) -> float:
        """Facts are the same if they claim the same property of the same thing; more reports fit better."""
        same = g["property"] == o["property"] and self.same(g["subject"], o["subject"])
        if not (same and self.same(g["qualifier"], o["qualifier"])):
            return 0.0
        return 1.0 + len(self.values(g, o)) + len({r for v in o["values"] for r in v["reports"]}) / 100

    def values(self, g: Json, o: Json) -> list[tuple[Json, Json]]:
        return pairs(g["values"], o["values"], lambda v, w: float(self.same(v["value"], w["value"])))


def score_between(gold: Json, own: Json, reports: list[Sides], scores: dict[str, Score]) -> None:
    between, found = Between(gold, own, reports), {f"given: {passage(c)}" for c in own["copies"]}
    scores["copies"].add(len(copied(gold) & copied(own)), len(copied(gold)), len(copied(own)), *sorted(found))
    stories = [together([set(story["reports"]) for story in side["stories"]]) for side in (gold, own)]
    scores["stories"].sets("pair", stories[0], stories[1])
    events = [together(list(groups.values())) for groups in between.merged]
    scores["same event"].sets("pair", events[0], events[1])
    score_facts(between, scores)


def passage(copy: Json) -> str:
    return " / ".join(f"{p['report']} {p['text'][:40]}" for p in copy["places"])


def score_facts(between: Between, scores: dict[str, Score]) -> None:
    """The golden facts are those that several reports tell; what one report alone tells is no error."""
    gold, own = between.gold["facts"], between.own["facts"]
    found = pairs(gold, own, between.fact_fit)
    hits = {id(g): o for g, o in found}
    spare = [o for o in own if o["verdict"] != "single" and not any(o is f for f in hits.values())]
    errors = [f"missed: {name(g)}" for g in gold if id(g) not in hits] + [f"wrong: {name(o)}" for o in spare]
    scores["facts"].add(len(found), len(gold), len(found) + len(spare), *errors)
    for g in gold:
        o = hits.get(id(g), {"values": [], "verdict": "none"})
        matched = between.values(g, o)
        off = [f"{name(g)}: {told(g)}, given {told(o)}"]
        scores["facts: values"].add(
            len(matched), len(g["values"]), len(o["values"]), *(off if len(matched) < len(g["values"]) else ())
        )
        counted = sum(origins(v) == origins(w) for v, w in matched)
        scores["facts: origins"].add(
            counted, len(g["values"]), len(o["values"]), *(off if counted < len(matched) else ())
        )
        right = g["verdict"] == o["verdict"]
        verdict = f"{name(g)}: {g['verdict']}, given {o['verdict']}"
        scores["facts: verdict"].add(int(right), 1, int(bool(o["values"])), *(() if right else (verdict,)))


def name(fact: Json) -> str:
    return " ".join(str(fact[k]) for k in ("subject", "property", "qualifier") if fact[k])


def told(fact: Json) -> str:
    """The values of a fact, each with its reports and the number of its origins."""
    parts = []
    for v in fact["values"]:
        value = v["value"]
        words = value.get("value", value.get("from")) if isinstance(value, dict) else value
        parts.append(f"{words} of {len(v['reports'])} reports and {origins(v)} origins")
    return "; ".join(parts) or "nothing"


def origins(value: Json) -> int:
    """How many independent origins a value has; the golden set gives the number alone."""
    given = value["origins"]
    return given if isinstance(given, int) else len(given)
