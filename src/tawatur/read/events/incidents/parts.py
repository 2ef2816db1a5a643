"""What a single word tells of an incident: its type, who, where, when and how many."""

from __future__ import annotations

from tawatur.read.events.clauses import Clause
from tawatur.read.events.context import Context
from tawatur.read.events.groups import definite
from tawatur.read.events.groups import group as group_at
from tawatur.read.events.incidents.arguments import Arguments, arguments
from tawatur.read.events.incidents.names import named_by
from tawatur.read.events.incidents.order import set_in_order
from tawatur.read.events.incidents.reach import by_the_way, occasions, reach
from tawatur.read.events.incidents.record import Incident
from tawatur.read.events.incidents.setting import when, where
from tawatur.read.events.incidents.triggers import Nouns, Trigger
from tawatur.read.events.phrases import Phrase
from tawatur.record.types import Number, Quantity

_MEMORY = 4  # tokens from "anniversary" to what it is of
_HARMS = frozenset({"killed", "hurt", "held", "moved"})


def part(context: Context, nouns: Nouns, trigger: Trigger, limit: int, begin: int) -> Incident:
    """The incident that a trigger tells, from the words up to token `limit`, its subject before it, and the dead and
    hurt from token `begin` on (خمسة قتلى في انفجار)."""
    tokens = context.document.tokens
    first = trigger.clause.first if trigger.finite else trigger.hit.first
    last = _region_end(context, nouns, trigger, limit)
    opens = trigger.clause.verb is not None and trigger.clause.verb.first == trigger.hit.first
    start = trigger.clause.start if trigger.finite and opens else tokens[_first_counted(context, trigger)].start
    found = Incident(trigger, trigger.type, start, max(tokens[last - 1].end, trigger.hit.end))
    found.armed = trigger.arms
    found.definite = not trigger.finite and definite(context, trigger.hit.first)
    set_in_order(context, nouns, found)
    found.recalls = trigger.harm != "" and nouns.cue("recall", trigger.hit.last + 1, last) is not None
    who = arguments(context, nouns, trigger, last)
    _place_for_doer(context, found, who)
    _name(context, nouns, found, who)
    _count(context, nouns, found, who, last)
    if trigger.harm == "killed" and len(who.target) > 1:
        found.groups = [g for part in who.target if (g := _counted_group(context, nouns, part)) is not None]
    if not trigger.finite and trigger.tells_harm and "number" not in found.anchors:
        _counted_before(context, nouns, found, begin)
    limit = max(trigger.hit.last + 1, reach(context, nouns, trigger, limit))
    beside = occasions(context, nouns, trigger, limit) | by_the_way(context, nouns, trigger, limit)
    if trigger.finite:
        first = _opening(context, trigger.clause)
    if nouns.cue("memory", trigger.hit.first - _MEMORY, trigger.hit.first) is None:
        when(context, nouns, found, (first, limit), beside)
    where(context, nouns, found, who, (first, limit), beside)
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


def _region_end(context: Context, nouns: Nouns, trigger: Trigger, limit: int) -> int:
    """The token after the clause of a trigger, the relative clauses on it, and the clause that goes on with its verb
    (انفجار، نفذه انتحاري، استهدف مركزا)."""
    last = trigger.clause.last
    for clause in context.clauses[trigger.clause.index + 1 :]:
        if clause.sentence is not trigger.clause.sentence:
            break
        goes_on = not trigger.finite and clause.opener is None and _carries(nouns, clause)
        if clause.opener != "relative" and not goes_on:
            break
        last = clause.last
    last = max(trigger.hit.last + 1, min(last, limit))
    while last > trigger.hit.last + 1 and context.document.tokens[last - 1].kind == "sign":
        last -= 1
    return last


def _opening(context: Context, clause: Clause) -> int:
    """The first token of what opens the sentence of a clause without a verb of its own: a day, a place
    (والسبت، فجر ...، وفي دمشق، قتل ...)."""
    before = context.clauses[clause.index - 1] if clause.index else None
    opens = before is not None and before.sentence is clause.sentence and before.first == clause.sentence.first
    return before.first if opens and before is not None and before.verb is None else clause.first


def _carries(nouns: Nouns, clause: Clause) -> bool:
    """Whether the verb of a clause says what an incident did (استهدف، هز، أسفر)."""
    carrier = nouns.cues["carrier"].get(clause.verb.first) if clause.verb is not None else None
    return carrier is not None and carrier.data["subject"] == "none"


def _name(context: Context, nouns: Nouns, found: Incident, who: Arguments) -> None:
    for slot, parts in (("actor", who.actor), ("target", who.target)):
        for group in parts:
            if group.first in nouns.cues["agent"] or (slot == "actor" and not _could_act(context, nouns, group)):
                continue
            nation = slot == "actor" and not found.trigger.finite
            named = named_by(context, nouns, group, nation)
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
    first = min([_first_counted(context, trigger), *(a for a, _ in sufferers + doers)])
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
        _first_number(context, found)
    if (
        trigger.harm == "killed"
        and found.killed is None
        and len(who.target) == 1
        and _single(context, nouns, who.target[0])
    ):
        found.killed = Number(1.0, "person")
        found.anchors.add("victim")
    if trigger.harm == "killed" and found.killed is None and any(_two(context, nouns, g) for g in who.target):
        found.killed = Number(2.0, "person")


def _first_counted(context: Context, trigger: Trigger) -> int:
    """The token where a word's own number begins (7 قتلى), else where it begins itself."""
    if trigger.needs != "counted":
        return trigger.hit.first
    near = context.within(context.quantities, trigger.hit.start - 60, trigger.hit.end + 40)
    return min([context.document.token_at(q.start) for q in near if q.end >= trigger.hit.end] or [trigger.hit.first])


def _counted_group(context: Context, nouns: Nouns, group: Phrase) -> tuple[list[str], Number, int, int] | None:
    """A counted group of those killed that says who they were (أربعة حراس)."""
    quantity = context.quantity_tokens.get(group.first)
    named = named_by(context, nouns, group) if quantity is not None else []
    return (named, quantity.number, group.start, group.end) if quantity is not None and named else None


def _counted_before(context: Context, nouns: Nouns, found: Incident, begin: int) -> None:
    """The dead and hurt told before the noun of what struck them (خمسة قتلى وعشرات الجرحى في انفجار)."""
    tokens = context.document.tokens
    if begin >= found.trigger.hit.first:
        return
    for quantity in context.within(context.quantities, tokens[begin].start, found.trigger.hit.start):
        index = context.document.token_at(quantity.start)
        named = nouns.classes(index, context.document.token_at(quantity.end)) & {"killed", "hurt"}
        if named and not quantity.ordinal:
            _set(found, min(named), quantity)
            found.start = min(found.start, quantity.start)


def _first_number(context: Context, found: Incident) -> None:
    """The number that a toll comes to (عدد القتلى ... إلى 55 شخصا)."""
    for quantity in context.within(context.quantities, found.trigger.hit.end, found.trigger.clause.end):
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
    form = context.document.tokens[group.first].form
    if group.first in nouns.demonyms and not form.startswith("ال") and not form.endswith(("ين", "ون", "ان", "ات")):
        return True
    return group.first in nouns.singular and "person" in nouns.at.get(group.first, ())


def _two(context: Context, nouns: Nouns, group: Phrase) -> bool:
    """Whether a group is a dual of people (فلسطينيان, جنديين)."""
    hit = context.word_hits.get(group.first)
    form = context.document.tokens[group.first].form
    people = "person" in nouns.at.get(group.first, ()) or group.first in nouns.demonyms
    if not people or definite(context, group.first):
        return False
    if form.endswith(context.dual_noun):
        return True
    noun = hit.data.get("noun") if hit is not None and hit.features.get("number") == "dual" else None
    return isinstance(noun, dict) and not str(noun.get("plural")).endswith(context.plural_people)


def _complete(context: Context, nouns: Nouns, trigger: Trigger, who: Arguments, last: int) -> bool:
    """Whether what the trigger needs beside it stands there."""
    needs = trigger.needs
    if not needs:
        return trigger.frame != "of-target" or "suffix" not in trigger.hit.features
    if needs in ("anchor", "carrier"):
        return False
    if needs in ("struck", "actor", "victim", "crowd", "entered", "place"):
        return _parties_fit(context, nouns, trigger, who)
    first = trigger.hit.last + 1
    if needs == "casualty":
        return bool(nouns.classes(first, min(last, first + 7)) & _HARMS)
    if needs == "prison":  # far from its verb: حكم على فلان ... بالسجن
        return needs in nouns.classes(first, min(trigger.clause.sentence.last, first + 23))
    before = trigger.hit.first - 6 if trigger.finite and trigger.frame == "happen" else first
    if "object" in trigger.hit.features and who.target:  # الأغذية التي ضبطها المفتشون
        before = min(before, who.target[0].first)
    before = max(before, trigger.clause.sentence.first)
    return needs in nouns.classes(before, min(last, first + (9 if needs == "fire" else 5)))


def _parties_fit(context: Context, nouns: Nouns, trigger: Trigger, who: Arguments) -> bool:
    """Whether doers and sufferers are such as the trigger needs."""
    needs = trigger.needs
    if needs == "crowd":
        return any(g.first in context.quantity_tokens for g in who.actor + who.target)
    if needs == "actor":
        return _forceful(context, nouns, who.actor)
    if needs == "struck":
        hit = nouns.classes(who.target[0].first, who.target[0].last) if who.target else set()
        return _forceful(context, nouns, who.actor) and bool(hit or _forceful(context, nouns, who.target))
    if needs == "victim":
        if not who.target and trigger.finite and trigger.frame == "either":
            return False
        return _people(context, nouns, who.target or (who.actor if trigger.type == "protest" else []))
    if needs == "entered":
        forces = any(nouns.classes(g.first, g.last) & {"force", "army"} for g in who.actor)
        return forces and any(_place_named(context, nouns, g) for g in who.target)
    return any(_place_named(context, nouns, g) for g in who.target)


def _place_named(context: Context, nouns: Nouns, group: Phrase) -> bool:
    mark = context.particles.get(group.last)
    of = group_at(context, group.last + 1, group.last + 6) if mark and mark.data["class"] == "partitive" else None
    end = of.end if of is not None else group.end  # القسم الأكبر من مدينة تعز
    named = context.within(context.mentions, group.start, end)
    return any(m.type == "place" for m in named) or "place" in nouns.at.get(group.first, ())


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
        if "officer" in nouns.at.get(group.first, ()):
            return True
        if any(m.type == "person" for m in context.within(context.mentions, group.start, group.end)):
            return True
        quantity = context.quantity_tokens.get(group.first)
        if quantity is not None and not nouns.classes(group.first, group.last) and not _not_counted(quantity):
            return True
        if group.first in nouns.demonyms:
            return True
    return False
