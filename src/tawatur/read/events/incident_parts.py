"""What a single word tells of an incident: its type, who, where, when and how many; before words are brought together."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from tawatur.read.events.context import Context
from tawatur.read.events.incident_arguments import Arguments, arguments
from tawatur.read.events.incident_triggers import Nouns, Trigger
from tawatur.read.events.phrases import Phrase, proclitic
from tawatur.read.events.groups import definite
from tawatur.read.events.incident_names import named_by
from tawatur.record.types import Interval, Number, Quantity, Time

_LASTING = frozenset({"protest", "conflict", "siege", "military-campaign", "abuse"})
_HARMS = frozenset({"killed", "hurt", "held", "moved"})


@dataclass(slots=True)
class Incident:
    """An incident as one word, and later several words, of a report tell it. Offsets [start, end)."""

    trigger: Trigger
    type: str
    start: int
    end: int
    actor: list[str] = field(default_factory=list)
    target: list[str] = field(default_factory=list)
    place: list[str] = field(default_factory=list)
    date: Interval | None = None
    killed: Number | None = None
    count: Number | None = None
    status: str = "done"
    certain: bool = False
    anchors: set[str] = field(default_factory=set)
    definite: bool = False
    evidence: dict[str, list[tuple[int, int]]] = field(default_factory=dict)


def part(context: Context, nouns: Nouns, trigger: Trigger, limit: int) -> Incident:
    """The incident that a trigger tells, from the words up to token `limit` (and its subject before it)."""
    tokens = context.document.tokens
    first = trigger.clause.first if trigger.finite else trigger.hit.first
    last = _region_end(context, trigger, limit)
    start = trigger.clause.start if trigger.finite else trigger.hit.start
    found = Incident(trigger, trigger.type, start, max(tokens[last - 1].end, trigger.hit.end))
    found.definite = not trigger.finite and definite(context, trigger.hit.first)
    who = arguments(context, nouns, trigger, last)
    _place_for_doer(context, found, who)
    _name(context, nouns, found, who)
    _count(context, nouns, found, who, last)
    _when(context, nouns, found, first, limit)
    _where(context, nouns, found, who, first, limit)
    found.certain = _complete(context, nouns, trigger, who, last)
    return found


def _place_for_doer(context: Context, found: Incident, who: Arguments) -> None:
    """A town in the genitive of an incident noun is where it happened (هجوم باريس), not who did it."""
    if found.trigger.finite or found.type in ("airstrike", "military-campaign"):
        return
    for group in list(who.actor):
        mention = context.mention_tokens.get(group.first)
        if mention is not None and mention.type == "place" and group.first == found.trigger.hit.last + 1:
            who.actor.remove(group)


def _region_end(context: Context, trigger: Trigger, limit: int) -> int:
    """The token after the clause of a trigger and the relative clauses on it."""
    last = trigger.clause.last
    for clause in context.clauses[trigger.clause.index + 1 :]:
        if clause.sentence is not trigger.clause.sentence or clause.opener != "relative":
            break
        last = clause.last
    last = max(trigger.hit.last + 1, min(last, limit))
    while last > trigger.hit.last + 1 and context.document.tokens[last - 1].kind == "sign":
        last -= 1
    return last


def _name(context: Context, nouns: Nouns, found: Incident, who: Arguments) -> None:
    for slot, parts in (("actor", who.actor), ("target", who.target)):
        for group in parts:
            if group.first in nouns.cues["agent"] or (slot == "actor" and not _could_act(context, nouns, group)):
                continue
            named = named_by(context, nouns, group)
            getattr(found, slot).extend(v for v in named if v not in getattr(found, slot))
            if named:
                found.anchors.add(slot)
                found.evidence.setdefault(slot, []).append((group.start, group.end))


def _could_act(context: Context, nouns: Nouns, group: Phrase) -> bool:
    """Whether a group names somebody who does things: a name, a force, people, a nation."""
    if group.first in context.quantity_tokens or any(i in nouns.demonyms for i in range(group.first, group.last)):
        return True
    return _forceful(context, nouns, [group])


def _count(context: Context, nouns: Nouns, found: Incident, who: Arguments, last: int) -> None:
    """Numbers: those of casualty nouns by what they name, that of the sufferers by the trigger's harm."""
    tokens, trigger = context.document.tokens, found.trigger
    sufferers = [(g.first, g.last) for g in who.target]
    doers = [(g.first, g.last) for g in who.actor]
    first = min([trigger.hit.first, *(a for a, _ in sufferers + doers)])
    for quantity in context.within(context.quantities, tokens[first].start, tokens[last - 1].end):
        index = context.document.token_at(quantity.start)
        after = context.document.token_at(quantity.end)
        named = nouns.classes(index, after) & _HARMS
        if quantity.ordinal or _not_counted(quantity):
            continue
        if named:
            _set(found, min(named), quantity)
        elif any(a <= index < b for a, b in sufferers):
            _set(found, trigger.harm or "other", quantity)
        elif any(a <= index < b for a, b in doers) and found.count is None and trigger.type != "killing":
            _set(found, "doers", quantity)
    if trigger.harm == "killed" and found.killed is None and trigger.frame in ("bare", "happen"):
        _first_number(context, found, last)
    if (
        trigger.harm == "killed"
        and found.killed is None
        and len(who.target) == 1
        and _single(context, nouns, who.target[0])
    ):
        found.killed = Number(1.0, "person")


def _first_number(context: Context, found: Incident, last: int) -> None:
    """The number that a toll comes to (عدد القتلى ... إلى 55 شخصا)."""
    for quantity in context.within(context.quantities, found.trigger.hit.end, context.document.tokens[last - 1].end):
        if quantity.number.unit in (None, "person") and not quantity.ordinal:
            _set(found, "killed", quantity)
            return


def _not_counted(quantity: Quantity) -> bool:
    unit = quantity.number.unit
    return unit is None or unit in ("percent", "year", "day", "hour", "month", "week", "time", "km", "USD", "EUR")


def _set(found: Incident, harm: str, quantity: Quantity) -> None:
    if harm == "killed" and found.killed is None:
        found.killed = quantity.number
        found.anchors.add("number")
    elif harm != "killed" and found.count is None:
        found.count = quantity.number
        found.anchors.add("number")


def _single(context: Context, nouns: Nouns, group: Phrase) -> bool:
    """Whether a group names one person: a name, or a person word in the singular."""
    named = context.within(context.mentions, group.start, group.end)
    if any(m.type == "person" for m in named):
        return True
    return group.first in nouns.singular and "person" in nouns.at.get(group.first, ())


def _when(context: Context, nouns: Nouns, found: Incident, first: int, limit: int) -> None:
    """The date nearest to the trigger in its region, after it rather than before it; open where it says since when."""
    tokens, trigger = context.document.tokens, found.trigger
    dated = [
        t
        for t in context.within(context.times, tokens[first].start, tokens[limit - 1].end)
        if t.interval.first or t.interval.last
    ]
    near = trigger.hit.start
    best = min(dated, key=lambda t: t.start - near if t.start >= near else (near - t.end) * 2, default=None)
    if best is None:
        return
    found.date = _opened(context, nouns, found, best)
    found.anchors.add("date")
    found.evidence.setdefault("date", []).append((best.start, best.end))


def _opened(context: Context, nouns: Nouns, found: Incident, time: Time) -> Interval:
    """The interval of a date: from it on where the incident is said to go on since then."""
    index = context.document.token_at(time.start)
    since = nouns.cue("since", index - 5, index) is not None
    carriers = nouns.cues["carrier"]
    begun = any(i in carriers and carriers[i].data.get("begins") for i in range(index - 3, index))
    published, first = context.document.report.published, time.interval.first
    if since and found.type not in _LASTING and first and published and first < published:
        return Interval(first, published)
    days = _lasting(context, nouns, found)
    if days and time.interval.first == time.interval.last and first is not None:
        return Interval(first, first + timedelta(days=days - 1))
    if nouns.cue("until", index - 3, index) is not None and found.type in _LASTING:
        return Interval(None, time.interval.last)
    if (since or begun) and found.type in _LASTING:
        found.status = "ongoing"
        return Interval(time.interval.first, None)
    return time.interval


def _lasting(context: Context, nouns: Nouns, found: Incident) -> int:
    """For how many days, where it says so (لمدة ثلاثة أيام)."""
    first = found.trigger.hit.last + 1
    cue = nouns.cue("lasting", first, min(first + 9, found.trigger.clause.sentence.last))
    quantity = context.quantity_tokens.get(cue.last + 1) if cue is not None else None
    return int(quantity.number.value) if quantity is not None and quantity.number.unit == "day" else 0


def _where(context: Context, nouns: Nouns, found: Incident, who: Arguments, first: int, limit: int) -> None:
    """The first place after the trigger that is neither doer nor beside it, with those coordinated; else one before it."""
    taken = {i for g in who.actor for i in range(g.first, g.last)}
    places: dict[int, tuple[str, int, int]] = {}
    for index in range(found.trigger.hit.last + 1, limit):
        if index in nouns.cues["not-where"]:
            if places or index > found.trigger.hit.last + 2:
                break
            continue
        if places and index > max(places) + 3:
            break
        place = _place_at(context, index)
        if place is not None and index not in taken and index - 1 not in nouns.cues["from"]:
            places[index] = place
    if not places:
        places = {
            i: p for i in range(first, found.trigger.hit.first) if _located(context, i) and (p := _place_at(context, i))
        }
    for value, start, end in places.values():
        found.place.append(value)
        found.evidence.setdefault("place", []).append((start, end))
    found.place = list(dict.fromkeys(found.place))
    if places:
        found.anchors.add("place")


def _place_at(context: Context, index: int) -> tuple[str, int, int] | None:
    """The place named at a token, or that a class word with the article stands for (القطاع, المدينة)."""
    mention = context.mention_tokens.get(index)
    if mention is not None:
        located = mention.type == "place" and proclitic(context, index)[1] != "ل"
        return (mention.entity, mention.start, mention.end) if located else None
    token = context.document.tokens[index]
    if index in context.class_words and (entity := context.references.entity(index)):
        if context.types.get(entity) == "place":
            return entity, token.start, token.end
    return None


def _located(context: Context, index: int) -> bool:
    mark = context.particles.get(index - 1)
    return mark is not None and bool(mark.data.get("place"))


def _complete(context: Context, nouns: Nouns, trigger: Trigger, who: Arguments, last: int) -> bool:
    """Whether what the trigger needs beside it stands there."""
    needs = trigger.needs
    if not needs:
        return trigger.frame != "of-target" or "suffix" not in trigger.hit.features
    if needs == "anchor":
        return False
    if needs == "actor":
        return _forceful(context, nouns, who.actor)
    if needs == "victim":
        if not who.target and trigger.finite and trigger.frame == "either":
            return False
        return _people(context, nouns, who.target or (who.actor if trigger.type == "protest" else []))
    if needs == "casualty":
        return bool(nouns.classes(trigger.hit.last + 1, min(last, trigger.hit.last + 8)) & _HARMS)
    if needs == "place":
        named = any(context.within(context.mentions, g.start, g.end) for g in who.target)
        return named or any("place" in nouns.at.get(g.first, ()) for g in who.target)
    if needs == "crowd":
        return any(g.first in context.quantity_tokens for g in who.actor)
    if needs == "fire":
        needs = "weapon"
    return needs in nouns.classes(trigger.hit.last + 1, min(last, trigger.hit.last + 6))


def _forceful(context: Context, nouns: Nouns, groups: list[Phrase]) -> bool:
    return any(
        nouns.classes(g.first, g.last) & {"force", "person"}
        or any(m.type in ("person", "organisation", "place") for m in context.within(context.mentions, g.start, g.end))
        for g in groups
    )


def _people(context: Context, nouns: Nouns, groups: list[Phrase]) -> bool:
    """Whether a group names people: a person, a person word, a nationality, a number of persons."""
    for group in groups:
        if nouns.classes(group.first, group.last) & (_HARMS | {"person", "other-people"}):
            return True
        if any(m.type == "person" for m in context.within(context.mentions, group.start, group.end)):
            return True
        quantity = context.quantity_tokens.get(group.first)
        if quantity is not None and quantity.number.unit == "person":
            return True
        if group.first in nouns.demonyms:
            return True
    return False
