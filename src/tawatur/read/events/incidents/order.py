"""Which of several incidents is told: another than the one before, the first, the second, or all of them together."""

from __future__ import annotations

from tawatur.read.events.context import Context
from tawatur.read.events.incidents.record import Incident
from tawatur.read.events.incidents.triggers import Nouns, Trigger
from tawatur.text.words import definite

_NEAR = 3  # tokens after an incident noun in which an adjective of it stands
_WHILE = 6  # tokens from "after" to the noun, with the time between them


def set_in_order(context: Context, nouns: Nouns, one: Incident) -> None:
    """Set which of several incidents a trigger tells, by the words beside it."""
    trigger = one.trigger
    if trigger.finite:
        return
    last = trigger.hit.last
    again = nouns.cue("another", last + 1, last + 1 + _NEAR)
    one.another = not one.definite and (again is not None or _a_while_from(context, nouns, trigger))
    one.nth = _nth(context, nouns, one)
    one.several = trigger.hit.features.get("number") in ("dual", "plural")


def agree(known: Incident, one: Incident) -> bool:
    """Whether nothing that is said of their order speaks against two incidents being one: the second is not the first,
    and neither is both."""
    if known.nth and one.nth:
        return known.nth == one.nth
    if one.nth:
        return one.nth == 1 and not known.several
    return not (known.nth and one.several)


def takes_up(known: Incident, one: Incident) -> bool:
    """Whether an incident told in another sentence can be a known one by their order: only a definite noun takes up a
    numbered one."""
    return agree(known, one) and (not known.nth or one.nth == known.nth or one.definite)


def _nth(context: Context, nouns: Nouns, one: Incident) -> int:
    tokens, last = context.document.tokens, one.trigger.hit.last
    cue = nouns.cue("nth", last + 1, last + _NEAR)
    if cue is None or definite(tokens[cue.first].form) != one.definite:
        return 0
    if any(t.start <= cue.start < t.end for t in context.within(context.times, one.trigger.hit.end, cue.end)):
        return 0
    return int(cue.data["nth"])


def _a_while_from(context: Context, nouns: Nouns, trigger: Trigger) -> bool:
    """Whether something happened some time before or after it (بعد أسبوع من وقوع تفجير)."""
    first = trigger.hit.first
    cue = nouns.cue("other-time", first - _WHILE, first)
    if cue is None:
        return False
    marks = (context.particles.get(i) for i in range(cue.last + 2, first))
    return any(mark is not None and mark.data["class"] == "partitive" for mark in marks)
