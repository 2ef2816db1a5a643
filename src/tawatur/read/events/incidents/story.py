"""What the lead of a report says for the rest of it: the day, the place and the sort of the story's incident."""

from __future__ import annotations

from tawatur.read.events.context import Context
from tawatur.read.events.incidents.alike import dates_agree
from tawatur.read.events.incidents.record import Incident

_RECENT = 7  # days before publication that a story's day lies in
_STORY = frozenset({"attack", "bombing", "airstrike", "raid", "killing", "conflict", "arrest", "kidnapping"})
_PLACED = _STORY | {"protest", "siege"}
_MEANS = frozenset({"bombing", "airstrike"})  # by which the dead of a report died


def settle(context: Context, told: list[Incident]) -> list[Incident]:
    """Give incidents of the story that name no day, place or means those of the first incident that does."""
    story = [i for i in told if i.type in _STORY and i.status in ("done", "denied")]
    dated = next((i for i in story if _of_story(context, i)), None)
    for one in story:
        if dated is None or one.date is not None or not (_told_now(one) and _belongs(one, dated)):
            continue
        if not _dated_apart(context, one, dated):
            one.take("date", dated)
    _place(told, dated)
    for one in story:
        _name_by_means(one, story)
    return told


def _place(told: list[Incident], dated: Incident | None) -> None:
    """Give incidents of the story without a place that of its first that has one; a war is not fought where one of its
    battles was."""
    happens = [i for i in told if i.type in _PLACED and i.status in ("done", "ongoing", "denied")]
    leads = [i for i in happens if i.place and (dated is None or i.date is None or i.date == dated.date)]
    for one in happens:
        alike = (i for i in leads if (i.type in _STORY) == (one.type in _STORY) or i.type in _STORY)
        placed = next((i for i in alike if dated is not None or i.start < one.start), None)
        apart = one.place or one.trigger.lasting
        if placed is not None and not apart and (one.done or _told_now(one)) and _near(one, placed):
            one.take("place", placed)


def _dated_apart(context: Context, one: Incident, lead: Incident) -> bool:
    """Whether the sentence of an incident tells of a time that does not hold the lead's day."""
    sentence = one.trigger.clause.sentence
    times = [t.interval for t in context.within(context.times, sentence.start, sentence.end)]
    dated = [i for i in times if i.first is not None and i.last is not None]
    return bool(dated) and not any(dates_agree(i, lead.date) for i in dated)


def _name_by_means(one: Incident, story: list[Incident]) -> None:
    """Call those killed in a bombing or a strike of the story by it (تسعة لقوا مصرعهم, after the explosion is told)."""
    if one.type != "killing" or one.actor:
        return
    lead = next((i for i in story if i.type in _MEANS and not i.another and i.status == "done"), None)
    if lead is not None and lead.date is not None and lead.date == one.date and lead.place == one.place:
        one.type = lead.type


def _told_now(one: Incident) -> bool:
    if one.trigger.network or one.since:
        return False
    return one.trigger.finite or one.definite or one.nth > 0 or bool(one.anchors & {"number", "victim"})


def _of_story(context: Context, one: Incident) -> bool:
    """Whether an incident is dated to a day of the last week."""
    published = context.document.report.published
    if one.date is None or one.date.first is None or one.date.first != one.date.last or published is None:
        return False
    return 0 <= (published - one.date.first).days <= _RECENT


def _near(one: Incident, lead: Incident) -> bool:
    """Whether an incident can have happened where the lead did: nothing sets it apart but a day of the same week."""
    days = [i.date.first for i in (one, lead) if i.date is not None and i.date.first is not None]
    close = len(days) < 2 or abs((days[0] - days[1]).days) <= _RECENT
    return close and not (one.another and not one.nth)


def _belongs(one: Incident, lead: Incident) -> bool:
    """Whether nothing sets an incident apart from the lead: no other place, no other day, no word that says so."""
    if one.another and not one.nth:
        return False
    if one.place and lead.place and not set(one.place) & set(lead.place):
        return False
    return one.date is None or lead.date is None or one.date == lead.date
