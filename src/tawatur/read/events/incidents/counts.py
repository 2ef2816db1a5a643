"""How many an incident killed, hurt or held: the numbers beside its word and those of who suffered it."""

from __future__ import annotations

from tawatur.read.events.adjoining import definite
from tawatur.read.events.context import Context
from tawatur.read.events.incidents.names import named_by
from tawatur.read.events.incidents.record import Arguments, Incident
from tawatur.read.events.incidents.triggers import HARMS, Nouns, Trigger
from tawatur.read.events.phrases import Phrase
from tawatur.record.types import Number, Quantity

_APART = 3  # tokens from a number to the word that says how those counted fared (على الأقل)


def count(context: Context, nouns: Nouns, found: Incident, who: Arguments, last: int) -> None:
    """Numbers: those of casualty nouns by what they name, that of the sufferers by the trigger's harm."""
    tokens, trigger = context.document.tokens, found.trigger
    sufferers = [(g.first, g.last) for g in who.target]
    doers = [(g.first, g.last) for g in who.actor]
    own = trigger.clause.first if trigger.clause.opener != "relative" else 0  # not those a pronoun stands for
    first = min([first_counted(context, trigger), *(a for a, _ in doers + sufferers if a >= own)])
    for quantity in context.within(context.quantities, tokens[first].start, tokens[last - 1].end):
        index = context.document.token_at(quantity.start)
        after = context.document.token_at(quantity.end)
        named = nouns.classes(index, after) & HARMS
        person = quantity.number.unit is None and "person" in nouns.classes(index, after)
        of_land = trigger.type == "takeover" and quantity.number.unit == "percent" and found.count is None
        if of_land and not any(i in nouns.cues["occasion"] for i in range(trigger.hit.last, index)):
            found.count = quantity.number  # how much of the land
        if quantity.ordinal or (not_counted(quantity) and not person):
            continue
        if _dead_and_hurt(context, nouns, after):
            _set(found, "hurt", quantity)
            continue
        if named:
            _set(found, min(named), quantity)
        elif any(a <= index < b for a, b in sufferers):
            _set(found, trigger.harm or "other", quantity)
        elif any(a <= index < b for a, b in doers) and found.count is None and trigger.type != "killing":
            _set(found, "doers", quantity)
    if found.killed is None and trigger.arms and _one_dead(context, nouns, trigger, last):
        found.killed = Number(1.0, "person")
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


def _dead_and_hurt(context: Context, nouns: Nouns, after: int) -> bool:
    """Whether it stands behind a number that some of them died and some were hurt (20 شخصا بين قتيل وجريح)."""
    mark = next((m for i in range(after, after + _APART) if (m := context.particles.get(i)) is not None), None)
    if mark is None or not mark.data.get("between"):
        return False
    among = nouns.classes(mark.last + 1, mark.last + 3)
    return {"killed", "hurt"} <= among


def _one_dead(context: Context, nouns: Nouns, trigger: Trigger, last: int) -> bool:
    """Whether a single dead is told without a number behind an attack (اعتداء أوقع قتيلا وخمسة جرحى)."""
    for index in range(trigger.hit.last + 1, last):
        token = context.document.tokens[index]
        single = index in nouns.singular and "killed" in nouns.at.get(index, ()) and not definite(context, index)
        counted = any(
            q.start <= token.start < q.end for q in context.within(context.quantities, token.start - 60, token.end + 20)
        )
        if single and not counted and token.form.endswith(context.letters.accusative):
            return True
    return False


def first_counted(context: Context, trigger: Trigger) -> int:
    """The token where a word's own number begins (7 قتلى), else where it begins itself."""
    if trigger.needs != "counted":
        return trigger.hit.first
    near = context.within(context.quantities, trigger.hit.start - 60, trigger.hit.end + 40)
    return min([context.document.token_at(q.start) for q in near if q.end >= trigger.hit.end] or [trigger.hit.first])


def counted_group(context: Context, nouns: Nouns, group: Phrase) -> tuple[list[str], Number, int, int] | None:
    """A counted group of those killed that says who they were (أربعة حراس)."""
    quantity = context.quantity_tokens.get(group.first)
    named = named_by(context, nouns, group) if quantity is not None else []
    return (named, quantity.number, group.start, group.end) if quantity is not None and named else None


def counted_before(context: Context, nouns: Nouns, found: Incident, begin: int) -> None:
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


def not_counted(quantity: Quantity) -> bool:
    unit = quantity.number.unit
    return unit is None or unit in ("percent", "year", "day", "hour", "month", "week", "time", "km", "USD", "EUR")


def _set(found: Incident, harm: str, quantity: Quantity) -> None:
    if harm == "killed" and found.killed is None:
        found.killed = quantity.number
    elif harm != "killed" and found.count is None:
        found.count = quantity.number
    else:
        return
    found.anchors.add("number")
    found.evidence["killed" if harm == "killed" else "count"] = [(quantity.start, quantity.end)]


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
    hit = context.words.nouns.get(group.first)
    form = context.document.tokens[group.first].form
    people = "person" in nouns.at.get(group.first, ()) or group.first in nouns.demonyms
    if not people or definite(context, group.first):
        return False
    if form.endswith(context.letters.dual_noun):
        return True
    noun = hit.data.get("noun") if hit is not None and hit.features.get("number") == "dual" else None
    return isinstance(noun, dict) and not str(noun.get("plural")).endswith(context.letters.plural_people)
