"""By what an incident was done: shelling from the ground is no air strike."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.language.lexicon import Hit
from tawatur.read.events.context import Context
from tawatur.read.events.incidents.record import Arguments, Incident
from tawatur.read.events.incidents.triggers import Nouns, Trigger

_BEFORE = 3  # tokens before a noun in which its means stand (سقطت قذائف في قصف ...)


def set_means(context: Context, nouns: Nouns, found: Incident, who: Arguments, last: int) -> None:
    """Set whether the words of a strike, up to token `last`, tell of what flies, or of guns (قصفت المدفعية القرية، قصف
    مدفعي) or of who has no aircraft (قصف المسلحون القرية)."""
    if found.type != "airstrike":
        return
    spans = [_words(found.trigger, last), *((group.first, group.last) for group in who.actor)]
    struck = {i for group in who.target for i in range(group.first, group.last)}
    found.flown = any(i not in struck for i in _told(nouns, "from-air", spans))
    doers = {i for group in who.actor for i in range(group.first, group.last)}
    ahead = min(struck, default=last)
    found.shelled = any(
        i in doers or (not hit.data.get("doer") and (i < ahead or hit.analysis.preposition == context.letters.at))
        for i, hit in _told(nouns, "from-ground", spans).items()
    )


def _told(nouns: Nouns, kind: str, spans: Sequence[tuple[int, int]]) -> dict[int, Hit]:
    """The listed words of a kind within these tokens."""
    return {i: hit for i, hit in nouns.cues[kind].items() if any(first <= i < end for first, end in spans)}


def called_by_means(told: list[Incident]) -> list[Incident]:
    """Incidents by their right names: shelling of which nothing says that it came from the air is an attack."""
    for one in told:
        if one.type == "airstrike" and one.shelled and not one.flown:
            one.type = "attack"
    return told


def _words(trigger: Trigger, last: int) -> tuple[int, int]:
    """The tokens, up to `last`, that a strike is told by: its clause, or what stands from right before its noun."""
    return (trigger.clause.first if trigger.finite else max(trigger.clause.first, trigger.hit.first - _BEFORE), last)
