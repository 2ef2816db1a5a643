"""Attacks that did not come about: what a word of foiling is said of (إحباط هجوم على كنيسة، هجوم أحبط)."""

from __future__ import annotations

from tawatur.read.events.context import Context
from tawatur.read.events.groups import skip_marks
from tawatur.read.events.incidents.complements import against
from tawatur.read.events.incidents.record import Arguments, Incident
from tawatur.read.events.incidents.triggers import VIOLENT, Nouns

_AHEAD, _BEHIND = 3, 2  # tokens from a word of foiling to the attack behind it, and from an attack to it


def foiled(context: Context, nouns: Nouns, found: Incident, who: Arguments, limit: int) -> None:
    """Note that an attack was foiled. A word of foiling itself tells the attack that it has for its object: its type,
    whom it was meant for; who foiled it did not do it."""
    hit = found.trigger.hit
    words = context.document.firsts("event.foiled")
    if hit.first in words:
        named = range(who.target[0].first, who.target[0].last) if who.target else range(0)  # محاولة اعتداء
        kinds = (h for h in context.document.hits("event.incident") if h.first in named and "form" not in h.features)
        kind = next((str(h.data["type"]) for h in kinds if h.data["type"] in VIOLENT), None)
        if kind is None:
            return
        found.type, found.foiled = kind, True
        who.actor, who.target = [], against(context, nouns, skip_marks(context, who.target[0].last, limit), limit)
        return
    near = (*range(hit.first - _AHEAD, hit.first), *range(hit.last + 1, hit.last + 1 + _BEHIND))
    said = [i for i in near if i in words and context.clause_at(i) is not None]
    found.foiled = found.type in VIOLENT and any(
        not any(j in context.particles for j in range(min(i, hit.first) + 1, max(i, hit.last))) for i in said
    )
