"""Nobody is on both sides of a deed, and no town or district fights."""

from __future__ import annotations

from tawatur.read.entities import countries
from tawatur.read.events.context import Context
from tawatur.read.events.incidents.record import Incident
from tawatur.read.events.incidents.triggers import VIOLENT

_OF_ARMS = (VIOLENT - {"killing"}) | {"takeover", "siege", "conflict", "arrest", "kidnapping", "military-campaign"}
_STRUCK = frozenset({"airstrike", "attack", "bombing", "conflict"})


def take_sides(context: Context, incidents: list[Incident]) -> None:
    """Leave each party of an incident on the side on which reports have it more often, where it was read on both: a
    country acts, and a body but where it is struck; whoever else suffers. A place that is no country does nothing by
    arms: it is where that was, or named beside it. Somebody may kill himself."""
    for one in incidents:
        if one.type in _OF_ARMS:
            one.keep("actor", [v for v in one.actor if not _town(context, v)])
        both = set(one.actor) & set(one.target) if not one.itself else set()
        acting = {v for v in both if _acts(context, one, v)}
        one.keep("target", [v for v in one.target if v not in acting])
        one.keep("actor", [v for v in one.actor if v not in both - acting])


def _acts(context: Context, one: Incident, party: str) -> bool:
    sort = context.types.get(party)
    return sort == "place" or (sort == "organisation" and one.type not in _STRUCK)


def _town(context: Context, party: str) -> bool:
    return context.types.get(party) == "place" and party not in countries(context.document.language)
