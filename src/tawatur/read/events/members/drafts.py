"""What all memberships share: their draft, the members named behind a word or a number, one event for each."""

from __future__ import annotations

from tawatur.read.events.clauses import Clause
from tawatur.read.events.context import Context
from tawatur.read.events.slots import Draft
from tawatur.record.types import Event, Interval, Mention
from tawatur.text.words import SIGN

COUNTED = frozenset({"member", "country", "organisation"})


def standing(context: Context, clause: Clause, body: str, where: tuple[int, int]) -> Draft:
    """A membership that holds on the day of publication; `where`: offsets of its words."""
    draft = Draft(context, "membership", *where)
    draft.entities("body", [body])
    draft.event.status = "ongoing"
    published = context.document.report.published
    if published is not None:
        draft.value("as_of", Interval(published, published))
    return draft


def among(context: Context, first: int, last: int) -> list[Mention]:
    """The names listed after a word like "among them", in the rest of the sentence."""
    tokens = context.document.tokens
    for hit in context.document.hits("membership.among"):
        if first <= hit.first < last and hit.first - first < 14:
            return _listed(context, hit.last + 1, last)
    for index in range(first, min(last, first + 4)):
        if tokens[index].form == ":":
            return _listed(context, index + 1, last)
    return []


def _listed(context: Context, first: int, last: int) -> list[Mention]:
    """Names one after another from a token on, commas, conjunctions and up to three other words between them."""
    tokens = context.document.tokens
    found: list[Mention] = []
    gap, index = 0, first
    while index < last and gap <= (3 if found else 2):
        mention = context.mention_tokens.get(index)
        if mention is not None:
            found.append(mention)
            index = max(index + 1, context.document.token_at(mention.end))
            gap = 0
            continue
        if tokens[index].form in ".؛" or index in context.verbs:
            break
        gap += 0 if tokens[index].kind == SIGN else 1
        index += 1
    kinds = {m.type for m in found}
    if found and "person" in kinds:  # the office beside a name (أمين عام الحزب ونائبه) is no member
        found = [m for m in found if m.type == "person"]
    return found


def distinct(events: list[Event]) -> list[Event]:
    """One event for each body, count and list of members."""
    kept: list[Event] = []
    for event in events:
        same = [
            o
            for o in kept
            if o.slots["body"] == event.slots["body"]
            and o.slots.get("count") == event.slots.get("count")
            and (o.slots.get("members") == event.slots.get("members") or "members" not in event.slots)
        ]
        if not same and ("count" in event.slots or "members" in event.slots):
            kept.append(event)
    return kept
