"""How well reports are read: the golden reading of each against the program's, layer by layer.

Two things are one if they overlap (spans) or agree (events), each with one other at most. The program's ids are its
own: they are known by the names that they stand for in the text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from itertools import zip_longest
from typing import Any

from scoring import HALF, Json, Score, alike, half, overlap, pairs

Same = Callable[[Json, Json], bool]
NUMBERS = {"count", "amount", "value", "session", "killed"}


def same_number(a: Json, b: Json) -> bool:
    return bool(a["value"] == b["value"] and a["bound"] == b["bound"])


class Sides:
    """One report, as the golden set and as the program read it, junk aside; entities of both by what they name."""

    def __init__(self, gold: Json, own: Json) -> None:
        self.gold, self.own, self.file = gold, own, str(gold["report"]["file"])
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        self.mentions = pairs(gold["mentions"], own["mentions"], self.same_name)
        for g, o in self.mentions:
            votes[o["entity"]][g["entity"]] += 1
        self.known = {ident: count.most_common(1)[0][0] for ident, count in votes.items()}
        self.names = [{e["id"]: e["name"]["ar"] for e in side["entities"]} for side in (gold, own)]
        self.events = pairs(gold["events"], own["events"], self.event_fit)

    @staticmethod
    def same_name(g: Json, o: Json) -> float:
        """The clitic before a name may be inside or outside."""
        return float(abs(g["start"] - o["start"]) <= 1 and g["end"] == o["end"])

    def same(self, gold: str | None, own: str | None) -> bool:
        """Whether two ids (or words) are the same thing."""
        if gold is None or own is None or own in self.known:
            return gold == (own and self.known[own])
        return gold == own or alike(self.names[0].get(gold, gold), self.names[1].get(own, own))

    def same_value(self, slot: str, gold: Any, own: Any) -> bool:
        if isinstance(gold, dict):
            if "start" in gold:
                return half(gold, own) > 0
            return same_number(gold, own) if slot in NUMBERS else bool(gold == own)
        return self.same(gold, own)

    def event_fit(self, g: Json, o: Json) -> float:
        return self.slots(g, o) + HALF * (overlap(g, o) > 0) if g["kind"] == o["kind"] else 0.0

    def slots(self, g: Json, o: Json) -> int:
        """How many values of the slots are the same."""
        left = list(values(o))
        for slot, value in values(g):
            found = next((x for x in left if x[0] == slot and self.same_value(slot, value, x[1])), None)
            if found:
                left.remove(found)
        return len(list(values(o))) - len(left)

    @staticmethod
    def said(g: Json, o: Json) -> float:
        return half(g, o) and half(g, o) + (g["kind"] == o["kind"])

    def teller(self, g: Json, o: Json) -> bool:
        chains = zip_longest(g["via"], o["via"])
        return self.same(g["speaker"], o["speaker"]) and all(self.same(a, b) for a, b in chains)


def values(event: Json) -> Iterable[tuple[str, Any]]:
    for slot, value in event["slots"].items():
        yield from ((slot, one) for one in (value if isinstance(value, list) else [value]))


def score_report(sides: Sides, scores: dict[str, Score]) -> None:
    gold, own = sides.gold["report"], sides.own["report"]
    for name in ("outlet", "title", "authors", "published", "dateline"):
        wanted, given = ({f"{name} {side[name]}"} if side.get(name) else set() for side in (gold, own))
        scores["report fields"].sets(sides.file, wanted, given)
    junk = [{p for span in s["junk"] for p in range(span["start"], span["end"])} for s in (gold, own)]
    errors = [f"{sides.file}: {[z['text'] for z in gold['junk']]} given {[z['text'] for z in own['junk']]}"]
    scores["junk"].add(len(junk[0] & junk[1]), len(junk[0]), len(junk[1]), *(errors if junk[0] != junk[1] else ()))

    def layer(name: str, key: str, found: list[tuple[Json, Json]], right: Same = lambda g, o: True) -> None:
        good = [(g, o) for g, o in found if right(g, o)]
        hits = [[id(pair[i]) for pair in good] for i in (0, 1)]
        missed = [f"missed {sides.file}: {told(g)}" for g in sides.gold[key] if id(g) not in hits[0]]
        wrong = [f"wrong {sides.file}: {told(o)}" for o in sides.own[key] if id(o) not in hits[1]]
        scores[name].add(len(good), len(sides.gold[key]), len(sides.own[key]), *missed, *wrong)

    times, numbers, roles = (pairs(sides.gold[k], sides.own[k], half) for k in ("times", "quantities", "roles"))
    layer("times: extent", "times", times)
    layer("times: date", "times", times, lambda g, o: (g["from"], g["to"]) == (o["from"], o["to"]))
    layer("quantities: value and bound", "quantities", numbers, same_number)
    layer("quantities: unit", "quantities", numbers, lambda g, o: bool(g["unit"] == o["unit"]))
    layer("mentions: extent and type", "mentions", sides.mentions, lambda g, o: bool(g["type"] == o["type"]))
    layer("mentions: entity", "mentions", sides.mentions, lambda g, o: sides.same(g["entity"], o["entity"]))
    layer("roles", "roles", roles, lambda g, o: all(sides.same(g[k], o[k]) for k in ("person", "title", "of")))
    said = pairs(sides.gold["statements"], sides.own["statements"], sides.said)
    layer("statements: extent and kind", "statements", said, lambda g, o: bool(g["kind"] == o["kind"]))
    layer("statements: speaker and chain", "statements", said, sides.teller)
    layer("events: kind", "events", sides.events)
    layer("events: status", "events", sides.events, lambda g, o: bool(g["status"] == o["status"]))
    shared = sum(sides.slots(g, o) for g, o in sides.events)
    sizes = [sum(len(list(values(e))) for e in side["events"]) for side in (sides.gold, sides.own)]
    scores["events: slots"].add(shared, sizes[0], sizes[1], *slot_errors(sides))


def told(thing: Json) -> str:
    """A thing in a line: its words, and what was read in them."""
    kept = (
        "from",
        "to",
        "value",
        "bound",
        "unit",
        "type",
        "entity",
        "person",
        "of",
        "speaker",
        "via",
        "kind",
        "status",
    )
    return f"{thing['text'][:60]!r} " + " ".join(f"{k}={thing[k]}" for k in kept if k in thing)


def slot_errors(sides: Sides) -> list[str]:
    """The slots of matched events whose values differ, with both sides' values."""
    errors = []
    for g, o in sides.events:
        for slot in sorted(g["slots"].keys() | o["slots"].keys()):
            wanted, given = ({"slots": {slot: e["slots"].get(slot, [])}} for e in (g, o))
            if sides.slots(wanted, given) < max(len(list(values(wanted))), len(list(values(given)))):
                errors.append(f"{sides.file}: {g['kind']} {slot}: {shown(wanted)}, given {shown(given)}")
    return errors


def shown(event: Json) -> str:
    return ", ".join(str(v.get("text", v) if isinstance(v, dict) else v) for _, v in values(event)) or "nothing"
