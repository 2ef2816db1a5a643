"""Whose doing an incident is said to be: claims, denials and accusations, and the incident that they take up."""

from __future__ import annotations

from tawatur.read.events.context import Context
from tawatur.read.events.incidents.record import Incident
from tawatur.read.events.incidents.status import is_denied
from tawatur.read.events.incidents.triggers import VIOLENT

_TAKEN_UP = ("target", "place", "date")
# What an attack is called by, the most telling first.
_TELLING = ("airstrike", "bombing", "raid", "attack")


def disputed(context: Context, known: Incident, one: Incident) -> bool:
    """Whether one of two incidents is somebody's claim to the other, or that he has no part in it: a voice of its own,
    and one with him alone where he says it twice."""
    if not (one.claimed and one.actor):
        return known.claimed and bool(known.actor) and known.status == "denied"
    denied = one.status == "denied" or is_denied(context, one)
    return not (known.claimed and denied == (known.status == "denied") and {*known.actor} & {*one.actor})


def taking_up(told: list[Incident]) -> list[Incident]:
    """Claims with the sufferers, the place and the day of the attack they take up; a pronoun that takes up none is
    left out."""
    kept: list[Incident] = []
    for one in told:
        before = _taken_up(kept, one) if one.claimed and (one.definite or one.trigger.pronoun) else None
        if before is not None:
            _fill(before, one)
        if before is not None or not one.trigger.pronoun:
            kept.append(one)
    return kept


def _taken_up(told: list[Incident], one: Incident) -> Incident | None:
    """The attack told last before a claim that nothing sets apart from it."""
    return next((i for i in reversed(told) if _fits(i, one)), None)


def _fits(known: Incident, one: Incident) -> bool:
    if known.type not in VIOLENT or one.type not in VIOLENT or known.status != "done":
        return False
    days = known.date is None or one.date is None or known.date == one.date
    places = not (known.place and one.place) or bool({*known.place} & {*one.place})
    targets = not (known.target and one.target) or bool({*known.target} & {*one.target})
    return days and places and targets and one.killed is None


def _fill(known: Incident, one: Incident) -> None:
    named = [i.type for i in (known, one) if i.type in _TELLING]
    one.type = min(named, key=_TELLING.index) if named else known.type
    for slot in _TAKEN_UP:
        if not getattr(one, slot) and getattr(known, slot):
            one.take(slot, known)
