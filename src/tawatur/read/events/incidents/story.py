"""What the lead of a report says for the rest of it: the day and the place of the story."""

from __future__ import annotations

from tawatur.read.events.context import Context
from tawatur.read.events.incidents.record import Incident

_RECENT = 7  # days before publication that a story's day lies in
_STORY = frozenset({"attack", "bombing", "airstrike", "raid", "killing", "conflict", "arrest", "kidnapping"})


def settle(context: Context, told: list[Incident]) -> list[Incident]:
    """Give incidents of the story that name no day or place those of the first incident that does."""
    story = [i for i in told if i.type in _STORY and i.status == "done"]
    dated = next((i for i in story if _of_story(context, i)), None)
    placed = next((i for i in story if i.place and (dated is None or i.date is None or i.date == dated.date)), None)
    for one in story:
        told_now = one.trigger.finite or one.definite or bool(one.anchors & {"number", "victim"})
        if dated is not None and one.date is None and told_now and _belongs(one, dated):
            one.date = dated.date
            one.evidence.setdefault("date", []).extend(dated.evidence.get("date", ()))
        if placed is not None and not one.place and told_now and one is not placed and _belongs(one, placed):
            one.place = list(placed.place)
            one.evidence.setdefault("place", []).extend(placed.evidence.get("place", ()))
    return told


def _of_story(context: Context, one: Incident) -> bool:
    """Whether an incident is dated to a day of the last week."""
    published = context.document.report.published
    if one.date is None or one.date.first is None or one.date.first != one.date.last or published is None:
        return False
    return 0 <= (published - one.date.first).days <= _RECENT


def _belongs(one: Incident, lead: Incident) -> bool:
    """Whether nothing sets an incident apart from the lead: no other place, no other day, no word that says so."""
    if one.another:
        return False
    if one.place and lead.place and not set(one.place) & set(lead.place):
        return False
    return one.date is None or lead.date is None or one.date == lead.date
