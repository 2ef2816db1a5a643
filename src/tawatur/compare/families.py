"""Families: types of incident that one report gives where another gives its neighbour, and units that are persons."""

from __future__ import annotations

import math

from tawatur.record.types import Number

TENS = 10
_FAMILIES = (
    {"attack", "bombing", "airstrike", "raid", "killing", "siege", "military-campaign", "conflict"},
    {"arrest", "raid", "dismantlement"},
    {"siege", "takeover", "military-campaign"},
    {"attack", "kidnapping"},
    {"arrest", "seizure"},
)
_PERSONS = frozenset(
    """
    person child student pupil journalist reporter soldier fighter civilian woman man worker diplomat policeman officer
    guard militant terrorist hostage protester prisoner martyr citizen resident passenger migrant refugee doctor
    paramedic pilgrim expert victim employee official attacker gunman rebel demonstrator girl boy infant tourist
    """.split()  # noqa: SIM905 - a list of forty would be as many lines
)


def one_family(a: object, b: object) -> bool:
    """Whether two types of incident may be one event's: an attack that is a bombing, an arrest in a raid."""
    return any({a, b} <= family for family in _FAMILIES)


def one_type(a: str | None, b: str | None) -> bool:
    """Whether two types of incident are one, or may be one event's."""
    return a == b or one_family(a, b)


def is_person(unit: str | None) -> bool:
    return unit in _PERSONS


def persons(a: Number, b: Number) -> bool:
    """Whether two numbers may count one thing, persons by any name."""
    return a.unit == b.unit or (is_person(a.unit) and is_person(b.unit))


def vague(number: Number) -> bool:
    """Whether a number is tens, hundreds, thousands, which no count contradicts."""
    return number.bound == "more_than" and number.value >= TENS and math.log10(number.value).is_integer()
