"""The names on both sides of a gift, and how they are put into its slots."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.entities import known
from tawatur.read.events.context import Context
from tawatur.read.events.groups import groups
from tawatur.read.events.people import peoples_in
from tawatur.read.events.phrases import Phrase
from tawatur.read.events.slots import Draft, places_in
from tawatur.record.types import Event, Span

BODIES = ("place", "organisation")
TWO = 2  # names behind a word of giving: who gives and who receives


def objects(context: Context, giving: Hit, last: int) -> list[Phrase]:
    """The names that stand bare behind a word of giving: who gives, and whom."""
    after = groups(context, giving.last + 1, last)[0]
    return [g for g in after if g.first in context.mention_tokens or _of_body(context, giving, g)]


def _of_body(context: Context, giving: Hit, part: Phrase) -> bool:
    """Whether what is furnished with money is a body's (زودتا خطة الأمم المتحدة بمليون)."""
    mention = context.mention_tokens.get(part.first + 1)
    return bool(giving.data.get("by")) and mention is not None and mention.type in BODIES and mention.end == part.end


def fill(draft: Draft, slot: str, found: tuple[list[str], tuple[int, int]] | None) -> None:
    """Add values with where they stand to a slot; countries and capitals among them become known entities."""
    if found is None:
        return
    for value in found[0]:
        known(draft.context.document, value)
    draft.entities(slot, [v for v in found[0] if v], found[1])


def fill_places(draft: Draft, first: int, last: int) -> None:
    """Add the places told among tokens [first, last), but for those to whom the money goes."""
    for place in places_in(draft.context, first, last):
        if place.entity not in draft.event.slots.get("recipient", ()):  # type: ignore[operator]
            fill(draft, "place", ([place.entity], (place.start, place.end)))


def nationality(context: Context, who: Phrase) -> list[str]:
    """The countries whose adjectives stand in the words for what carries aid (سفينة سعودية)."""
    return [str(h.data["of"]) for h in peoples_in(context, who)]


def take_over(event: Event, slot: str, before: Event) -> None:
    """Fill a slot with what another funding has in it, which is proved by its evidence or by all that tells it."""
    value = before.slots[slot]
    event.slots[slot] = value.copy() if isinstance(value, list) else value
    event.evidence[slot] = [*before.evidence.get(slot, ())] or [Span(before.start, before.end, before.text)]
