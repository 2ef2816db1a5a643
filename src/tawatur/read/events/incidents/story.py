"""What the lead of a report says for the rest of it: the day, the place and the sort of the story's incident."""

from __future__ import annotations

from tawatur.read.events.context import Context
from tawatur.read.events.incidents.alike import dates_agree
from tawatur.read.events.incidents.record import Incident
from tawatur.read.events.incidents.scenes import agree as places_agree
from tawatur.read.events.incidents.scenes import apart, beside, far, in_lead, in_one_town, near
from tawatur.read.events.slots import places_in, seat

_OPENING = 2  # tokens of a sentence, a quotation mark among them, in which its opening word stands
_SHORTLY = 3  # sentences over which a day holds
_RECENT = 7  # days before publication that a story's day lies in
_STORY = frozenset({"attack", "bombing", "airstrike", "raid", "killing", "conflict", "arrest", "kidnapping"})
_GAINS = frozenset({"seizure", "dismantlement"})  # what is found where somebody is fought or held
_PLACED = _STORY | _GAINS | {"protest", "siege"}
_MEANS = frozenset({"bombing", "airstrike"})  # by which the dead of a report died


def settle(context: Context, told: list[Incident]) -> list[Incident]:
    """Give incidents of the story that name no day, place or means those of the incident that they are told with: of
    the first that does, or of one told right beside them, where the report has not gone over to another meanwhile."""
    story = [i for i in told if i.type in _STORY and i.status in ("done", "denied")]
    dated = next((i for i in story if _of_story(context, i)), None)
    for one in story:
        if dated is None or one.date is not None or not (_told_now(one) and _belongs(one, dated)):
            continue
        alike = _days_alike(context, one, dated)
        if alike is None:
            alike = _reaches(context, dated, one) and not _of_another_day(story, one, dated)
        if alike:
            one.take("date", dated)
    _place(context, told, dated)
    for one in story:
        _name_by_means(one, story)
    return told


def _reaches(context: Context, lead: Incident, one: Incident) -> bool:
    """Whether the day of an incident that the report begins with may hold for another: it is told shortly before or
    after, or the other comes back to it by its town or as a definite noun of its type. What opens by "had" (وكانت
    القوات قد ...) happened before."""
    sentence = one.trigger.clause.sentence
    had = (context.particles.get(i) for i in range(sentence.first, min(sentence.first + _OPENING, sentence.last)))
    if not in_lead(lead) or any(m is not None and m.data["class"] == "auxiliary" and m.data.get("past") for m in had):
        return False
    if apart(lead, one) <= _SHORTLY:
        return True
    return in_one_town(context, lead.place, one.place) or (one.definite and one.type == lead.type)


def _of_another_day(story: list[Incident], one: Incident, lead: Incident) -> bool:
    """Whether an incident of another day is told shortly before one, since when the lead was not told again."""
    between = (i for i in story if lead.last < i.sentence <= one.sentence and i is not one and near(i, one))
    return any(not dates_agree(i.date, lead.date) for i in between)


def _place(context: Context, told: list[Incident], dated: Incident | None) -> None:
    """Give incidents of the story without a place that of the first, or else that of one told beside them; a war is not
    fought where one of its battles was."""
    happens = [i for i in told if i.type in _PLACED and i.status in ("done", "ongoing", "denied")]
    leads = [i for i in happens if i.place and (dated is None or i.date is None or i.date == dated.date)]
    for one in happens:
        if one.place or one.trigger.lasting or not (one.done or _told_now(one)):
            continue
        alike = [i for i in leads if (i.type in _STORY) == (one.type in _STORY) or i.type in _STORY]
        alike = [i for i in alike if _near(one, i) and (dated is not None or i.start < one.start)]
        around = sorted((i for i in alike if beside(i, one)), key=lambda i: (i.start > one.start, apart(i, one)))
        known = [*(i for i in alike[:1] if in_lead(i)), *around]
        here = _places_here(context, one) if known else []
        placed = next((i for i in known if not _elsewhere(context, told, one, i, here)), None)
        if placed is not None:
            one.take("place", placed)


def _places_here(context: Context, one: Incident) -> list[tuple[int, list[str]]]:
    """The places that are told in the sentence of an incident and in the one before it, with the sentence's index."""
    sentences = reversed(context.document.sentences[max(0, one.sentence - 1) : one.sentence + 1])
    return [(s.index, [seat(context, m) for m in places_in(context, s.first, s.last)]) for s in sentences]


def _elsewhere(
    context: Context, told: list[Incident], one: Incident, lead: Incident, here: list[tuple[int, list[str]]]
) -> bool:
    """Whether the sentence of an incident, or else the one before it (`here`), says only in what other places something
    is, or the report has gone over to another place since the lead was told last, or to other matters long since."""
    for index, places in here:
        if places and index != lead.sentence:
            return not any(places_agree(context, [place], lead.place) for place in places)
    between = (i for i in told if lead.last < i.sentence < one.sentence)
    return far(lead, one) or any(not places_agree(context, i.place, lead.place) for i in between)


def _days_alike(context: Context, one: Incident, lead: Incident) -> bool | None:
    """Whether the sentence of an incident tells of a time that holds the lead's day, and of no other day where the lead
    stands in it too; None where it tells of no time."""
    sentence = one.trigger.clause.sentence
    times = [t.interval for t in context.within(context.times, sentence.start, sentence.end)]
    dated = [dates_agree(i, lead.date) for i in times if i.first is not None and i.last is not None]
    if one.sentence == lead.sentence:
        return all(dates_agree(i, lead.date) for i in times if i.first is not None and i.first == i.last)
    return any(dated) if dated else None


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
