"""Events of kind incident: attacks, deaths, arrests, sieges, protests, seizures, disasters and what else happens."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from tawatur.read.document import Document
from tawatur.read.entities import known
from tawatur.read.events.agreements import agreements
from tawatur.read.events.context import Context
from tawatur.read.events.incidents.carriers import carried
from tawatur.read.events.incidents.claims import taking_up
from tawatur.read.events.incidents.finding import triggers
from tawatur.read.events.incidents.groups import by_group
from tawatur.read.events.incidents.joins import brought_together, joined, named_rightly
from tawatur.read.events.incidents.means import called_by_means
from tawatur.read.events.incidents.parts import part
from tawatur.read.events.incidents.reach import since
from tawatur.read.events.incidents.record import LASTING, Incident
from tawatur.read.events.incidents.sides import take_sides
from tawatur.read.events.incidents.standing import is_told, may_join, stands
from tawatur.read.events.incidents.story import settle
from tawatur.read.events.incidents.tellers import without_tellers, without_words
from tawatur.read.events.incidents.telling import without_doubted_days
from tawatur.read.events.incidents.triggers import Nouns, Trigger
from tawatur.read.events.slots import Draft
from tawatur.record.types import Event, Interval

# What a verb needs that other words tell incidents by.
_OBJECTS = frozenset(
    {"ring", "blow", "truce", "exchanged", "bomb", "control", "ambush", "group", "plot", "barrels", "hands"}
)
_SENT = 4  # tokens from a verb of sending troops, or of marching, to the noun for them


def find(document: Document, context: Context) -> list[Event]:
    """The incidents of a report, one event for each real one, without ids."""
    nouns = Nouns(document)
    parts = _parts(context, nouns)
    without_tellers(context, nouns, parts)
    parts = without_words(context, nouns, parts)
    _last_since(context, nouns, parts, document.report.published)
    told = without_doubted_days(joined(context, nouns, parts))
    real = [i for i in told if is_told(context, nouns, i)]
    _as_agreed(context, real)
    _without_days_to_come(real, document.report.published)
    settled = settle(context, taking_up(named_rightly(nouns, brought_together(context, real))))
    take_sides(context, settled)
    return [_event(document, context, each) for one in called_by_means(settled) for each in by_group(one)]


def _as_agreed(context: Context, told: list[Incident]) -> None:
    """What is only agreed upon is still to come (اتفاق يقضي بخروج المسلحين)."""
    aims = {one.aim for one in agreements(context)}
    for one in told:
        if one.trigger.hit.first in aims and one.status in ("done", "ongoing"):
            one.status = "planned"


def _without_days_to_come(told: list[Incident], published: date | None) -> None:
    """What has happened is not of a day to come: that is another's (يجتمع المجلس غدا إثر مقتل العشرات)."""
    for one in told:
        first = one.date.first if one.date is not None else None
        if one.status == "done" and first is not None and published is not None and first > published:
            one.date = None
            one.anchors.discard("date")
            one.evidence.pop("date", None)


def _last_since(context: Context, nouns: Nouns, parts: list[Incident], published: date | None) -> None:
    """What goes on since another incident goes on since its day (صراع منذ الإطاحة ب... عام 2011); a toll since then is
    that of the time until the report was published (قتل المئات منذ اندلاع الحرب عام 2011)."""
    for one in parts:
        _since_outbreak(context, nouns, one)
    for one, other in pairwise(parts):
        tolls = one.killed is not None or one.count is not None
        if one.trigger.clause.sentence is not other.trigger.clause.sentence:
            continue
        if one.date is not None or not since(context, nouns, other.trigger) or not (one.type in LASTING or tolls):
            continue
        if one.type in LASTING:
            one.status = "ongoing"
        if other.date is not None and other.date.first is not None:
            one.date = Interval(other.date.first, None if one.type in LASTING else published)
            one.anchors.add("date")
            one.evidence.setdefault("date", []).extend(other.evidence.get("date", ()))


def _since_outbreak(context: Context, nouns: Nouns, one: Incident) -> None:
    """A war since whose outbreak something is told is not over (منذ اندلاع الحرب عام 2011), nor is a truce (منذ بدء
    الهدنة)."""
    first = one.trigger.hit.first
    lasts = one.type == "conflict" or one.trigger.matter == "truce"
    if not lasts or one.trigger.finite or not since(context, nouns, one.trigger):
        return
    if nouns.cue("carrier-noun", first - 2, first) is None:
        return
    one.status = "ongoing"
    if one.date is not None and one.date.first is not None:
        one.date = Interval(one.date.first, None)


def _parts(context: Context, nouns: Nouns) -> list[Incident]:
    """What each trigger tells. Those that tell nothing are left out, and their words given to the trigger before."""
    found = triggers(context, nouns)
    first = _read(context, nouns, found)
    kept = [i.trigger for i in first if stands(i) or i.trigger.weak or (i.trigger.tells_harm and may_join(i))]
    if len(kept) == len(first):
        return first
    return _read(context, nouns, kept)


def _read(context: Context, nouns: Nouns, found: list[Trigger]) -> list[Incident]:
    parts: list[Incident] = []
    found = [t for before, t in pairwise([None, *found]) if t and not (before and _adds_nothing(nouns, before, t))]
    for at, trigger in enumerate(found):
        limit = trigger.clause.sentence.last
        if at + 1 < len(found) and found[at + 1].clause.sentence is trigger.clause.sentence:
            limit = max(trigger.hit.last + 1, _next_start(trigger, found[at + 1]))
        begin = found[at - 1].hit.last + 1 if at else 0
        one = part(context, nouns, trigger, limit, max(begin, trigger.clause.first))
        carried(context, nouns, one)
        parts.append(one)
    return parts


def _adds_nothing(nouns: Nouns, trigger: Trigger, following: Trigger) -> bool:
    """Whether a word only completes the one before it."""
    return _meets(nouns, trigger, following) or _its_aim(nouns, trigger, following)


def _meets(nouns: Nouns, trigger: Trigger, following: Trigger) -> bool:
    """Whether a word is what the verb before it needs, and tells nothing more (كسر الحصار, انهال بالضرب)."""
    if following.clause is not trigger.clause or following.finite:
        return False
    if trigger.finite and trigger.type == following.type and trigger.type in ("military-campaign", "protest"):
        # دفعت بتعزيزات، خرجت مسيرات
        return following.hit.first - trigger.hit.last <= _SENT  # يدفع النظام بتعزيزات عسكرية
    return trigger.needs in _OBJECTS and trigger.needs in nouns.classes(following.hit.first, following.hit.last + 1)


def _its_aim(nouns: Nouns, trigger: Trigger, following: Trigger) -> bool:
    """Whether a verb only says whom the operation told right before it struck (شنت عملية في ... استهدفت عناصر)."""
    if following.clause is not trigger.clause or trigger.finite or trigger.type != "military-campaign":
        return False
    carrier = nouns.cues["carrier"].get(following.hit.first) if following.finite else None
    own = following.clause.verb is None or following.clause.verb.first == following.hit.first
    return carrier is not None and carrier.data.get("object") == "target" and not own


def _next_start(trigger: Trigger, following: Trigger) -> int:
    """Where the words of the next trigger begin: its clause where it is the verb of a later one."""
    later = following.finite and following.clause is not trigger.clause
    return following.clause.first if later else following.hit.first


def _event(document: Document, context: Context, one: Incident) -> Event:
    draft = Draft(context, "incident", one.start, one.end)
    draft.event.status = one.status
    draft.told_at(*one.word)
    draft.value("type", one.type)
    for slot in ("actor", "target", "place"):
        named = getattr(one, slot)
        for entity in named:
            known(document, entity)
        draft.entities(slot, named)
        for span in one.evidence.get(slot, ()):
            draft.prove(slot, span)
    draft.value("date", one.date, next(iter(one.evidence.get("date", ())), None))
    draft.value("killed", one.killed, next(iter(one.evidence.get("killed", ())), None))
    draft.value("count", one.count, next(iter(one.evidence.get("count", ())), None))
    return draft.event
