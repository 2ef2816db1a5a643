"""Events of kind incident: attacks, deaths, arrests, sieges, protests, seizures, disasters and what else happens."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.entities import known
from tawatur.read.events.arguments import antecedent, direct_object, subject
from tawatur.read.events.clauses import FINITE
from tawatur.read.events.context import Context
from tawatur.read.events.groups import group
from tawatur.read.events.incident_groups import by_group
from tawatur.read.events.incident_joins import brought_together, joined
from tawatur.read.events.incident_parts import part
from tawatur.read.events.incident_reach import since
from tawatur.read.events.incident_record import LASTING, Incident
from tawatur.read.events.incident_story import settle
from tawatur.read.events.incident_triggers import VIOLENT, Nouns, Trigger, triggers
from tawatur.read.events.phrases import Phrase
from tawatur.read.events.slots import Draft, values
from tawatur.read.events.status import cue_in, status_of
from tawatur.record.types import Event, Interval

_DONE_TO = frozenset({"arrest", "kidnapping", "siege", "takeover", "dismantlement", "seizure"})
_NEAR = 8  # tokens from a carrying verb to the incident noun it carries
_OFFICIAL = frozenset({"arrest", "seizure", "dismantlement", "takeover", "raid"})


def find(document: Document, context: Context) -> list[Event]:
    """The incidents of a report, one event for each real one, without ids."""
    nouns = Nouns(document)
    parts = _parts(context, nouns)
    _last_since(context, nouns, parts, document.report.published)
    told = joined(context, nouns, parts)
    real = [i for i in told if _is_told(context, nouns, i)]
    settled = settle(context, brought_together(context, real))
    return [_event(document, context, each) for one in settled for each in by_group(one)]


def _last_since(context: Context, nouns: Nouns, parts: list[Incident], published: date | None) -> None:
    """What goes on since another incident goes on since its day (صراع منذ الإطاحة ب... عام 2011); a toll since then is
    that of the time until the report was published (قتل المئات منذ اندلاع الحرب عام 2011)."""
    for one, other in pairwise(parts):
        tolls = one.killed is not None or one.count is not None
        if one.date is not None or not since(context, nouns, other.trigger) or not (one.type in LASTING or tolls):
            continue
        if one.type in LASTING:
            one.status = "ongoing"
        if other.date is not None and other.date.first is not None:
            one.date = Interval(other.date.first, None if one.type in LASTING else published)
            one.anchors.add("date")
            one.evidence.setdefault("date", []).extend(other.evidence.get("date", ()))


def _parts(context: Context, nouns: Nouns) -> list[Incident]:
    """What each trigger tells. Those that tell nothing are left out, and their words given to the trigger before."""
    found = triggers(context, nouns)
    first = _read(context, nouns, found)
    kept = [i.trigger for i in first if _stands(i) or i.trigger.weak or (i.trigger.tells_harm and _may_join(i))]
    if len(kept) == len(first):
        return first
    return _read(context, nouns, kept)


def _may_join(one: Incident) -> bool:
    """Whether a word that does not stand alone can still add to another: not where what it needs is missing."""
    return one.certain or one.trigger.needs in ("", "anchor", "carrier", "victim")


def _read(context: Context, nouns: Nouns, found: list[Trigger]) -> list[Incident]:
    parts: list[Incident] = []
    for at, trigger in enumerate(found):
        limit = trigger.clause.sentence.last
        if at + 1 < len(found) and found[at + 1].clause.sentence is trigger.clause.sentence:
            limit = max(trigger.hit.last + 1, _next_start(trigger, found[at + 1]))
        begin = found[at - 1].hit.last + 1 if at else 0
        one = part(context, nouns, trigger, limit, max(begin, trigger.clause.first))
        _carried(context, nouns, one)
        parts.append(one)
    return parts


def _stands(one: Incident) -> bool:
    """Whether what stands beside a trigger makes it an incident."""
    if one.trigger.weak:
        return (
            one.trigger.harm in ("hurt", "killed")
            and "number" in one.anchors
            and bool(one.anchors & {"place", "date", "actor"})
        )
    if one.certain:
        return bool(one.anchors) or one.trigger.hit.data["frame"] in ("happen", "bare")
    if one.trigger.needs == "carrier":
        return "carrier" in one.anchors
    if one.trigger.needs != "anchor":
        return False
    if one.trigger.harm == "killed" and one.trigger.frame == "bare":
        return one.killed is not None
    return bool(one.anchors & {"number", "carrier", "date"}) and len(one.anchors - {"present"}) > 1


def _next_start(trigger: Trigger, following: Trigger) -> int:
    """Where the words of the next trigger begin: its clause where it is the verb of a later one."""
    later = following.finite and following.clause is not trigger.clause
    return following.clause.first if later else following.hit.first


def _carried(context: Context, nouns: Nouns, one: Incident) -> None:
    """What the verb that carries an incident noun says: whose doing it is, whom or where it struck."""
    trigger = one.trigger
    if trigger.finite:
        return
    clause = trigger.clause
    before = nouns.cue("carrier", max(clause.first, trigger.hit.first - 6), trigger.hit.first)
    after = nouns.cue("carrier", trigger.hit.last + 1, min(trigger.hit.last + 9, clause.sentence.last))
    if nouns.cue("call", max(clause.first, trigger.hit.first - 6), trigger.hit.first) is not None:
        one.anchors |= {"carrier"} if one.type in ("protest", "other") else set()
    call = nouns.cue("call", max(clause.first, trigger.hit.first - 8), trigger.hit.first)
    if cue_in(context, clause) == "denied":
        one.anchors.add("carrier")
    if call is not None and call.data.get("threat") and trigger.hit.analysis.preposition != "ل":  # not what is avenged
        one.anchors.add("carrier")
        if not one.actor and call.features.get("form") in FINITE:
            _take(context, nouns, one, "actor")
    claim = nouns.cue("claim", max(clause.first, trigger.hit.first - 4), trigger.hit.first)
    accused = nouns.cue("accuse", max(clause.first, trigger.hit.first - 10), trigger.hit.first)
    if claim is not None or (accused is not None and trigger.hit.analysis.preposition):
        one.anchors.add("carrier")
        _take(context, nouns, one, "actor")
        return
    if before is None and after is None:
        if trigger.hit.first - 1 in nouns.cues["carrier-noun"] or _near_carrier_noun(nouns, trigger):
            one.anchors.add("carrier")
        elif one.type in _OFFICIAL and clause.verb is not None and clause.verb.first < trigger.hit.first:
            _take(context, nouns, one, "actor")
        return
    one.anchors.add("carrier")
    carrier = before or after
    if carrier is not None and carrier.features.get("form") == "present" and one.status == "done":
        one.anchors.add("present")
    role = before.data["subject"] if before is not None and not _is_doer(before, one) else "none"
    if role != "none" and not getattr(one, role):
        _take(context, nouns, one, role)


def _is_doer(carrier: Hit, one: Incident) -> bool:
    """Whether a carrier is a participle that stands for the doer himself (كشفت الشرطة هوية منفذ الهجوم)."""
    at_once = carrier.last + 1 == one.trigger.hit.first
    return carrier.features.get("form") not in FINITE and at_once and one.definite


def _near_carrier_noun(nouns: Nouns, trigger: Trigger) -> bool:
    return nouns.cue("carrier-noun", trigger.hit.first - 3, trigger.hit.first) is not None


def _take(context: Context, nouns: Nouns, one: Incident, slot: str) -> None:
    """The subject of the clause fills a slot; of an accusation, its object. Only who can act is a doer."""
    clause, first = one.trigger.clause, one.trigger.hit.first
    accused = clause.verb is not None and nouns.cue("accuse", clause.verb.first, clause.verb.first + 1) is not None
    found = direct_object(context, clause) if accused else subject(context, clause)
    if clause.verb is not None and (found is None or found.first < first < found.last):
        found = group(context, clause.verb.last + 1, first)
    if found is not None and found.first >= first:
        found = antecedent(context, clause)  # البلاد التي تشهد صراعا
    if found is None or found.last > first:
        return
    if slot == "place" and (land := _land(context, found)) is not None:
        one.place.append(land)
        one.anchors.add(slot)
        return
    if slot == "actor" and not (
        nouns.classes(found.first, found.last) & {"force", "person"}
        or context.within(context.mentions, found.start, found.end)
    ):
        return
    named = [v for v in values(context, found) if slot != "place" or context.types.get(v) == "place"]
    getattr(one, slot).extend(named)
    if not named:
        return
    one.evidence.setdefault(slot, []).append((found.start, found.end))
    one.anchors.add(slot)


def _land(context: Context, found: Phrase) -> str | None:
    """The place that a noun stands for (البلاد, المدينة), where the report named it."""
    return context.references.entity(found.first) if found.first not in context.mention_tokens else None


def _is_told(context: Context, nouns: Nouns, one: Incident) -> bool:
    """Whether an incident is told, not only spoken of; sets its status."""
    clause, trigger = one.trigger.clause, one.trigger
    denied = cue_in(context, clause) == "denied"
    if clause.negated and not denied and _disowned(context, nouns, one):
        one.status = "denied"
    elif (clause.negated and not denied) or not _stands(one) or not _whole(one):
        return False
    first = trigger.hit.first
    if nouns.cue("unreal", max(clause.sentence.first, first - 6), first) is not None:
        return False
    if trigger.finite:
        if clause.tense == "present" and not one.anchors & {"date", "place", "number", "target"}:
            return False
    elif trigger.hit.analysis.preposition == "ل" and trigger.needs and "carrier" not in one.anchors:
        return False  # for what is to be done: لقصف المواقع
    if one.status == "done":
        one.status = _status(context, nouns, one)
    return True


def _disowned(context: Context, nouns: Nouns, one: Incident) -> bool:
    """Whether a negated verb says that somebody named did not do it (لم تشن القوات غارات، لم يقصف الجيش المدينة)."""
    clause = one.trigger.clause
    verb = clause.verb
    marks = () if verb is None else [context.particles.get(i) for i in range(verb.first - 2, verb.first)]
    if not any(mark is not None and mark.data.get("past") for mark in marks):
        return False  # what nobody does is no denial of what was
    inside = any(clause.start <= start < clause.end for start, _ in one.evidence.get("actor", ()))
    if verb is None or one.type not in VIOLENT or one.killed is not None or not inside:
        return False
    if one.trigger.finite:
        struck = bool(one.target or one.place) and one.trigger.frame in ("act", "either")
        return struck and verb.first == one.trigger.hit.first and any(context.types.get(value) for value in one.actor)
    carrier = nouns.cues["carrier"].get(verb.first)
    carried = carrier is not None and carrier.data["subject"] == "actor" and one.trigger.hit.first - verb.first <= _NEAR
    return carried and any(context.types.get(value) for value in one.actor)


def _whole(one: Incident) -> bool:
    """Whether nothing is missing that such an incident must have: somebody arrested, something taken or shot at."""
    if one.type in _DONE_TO and not (one.target or one.count):
        return False
    if one.trigger.hit.data.get("against") and not one.target:
        return False
    if one.type == "takeover" and one.trigger.clause.opener == "relative" and one.trigger.clause.tense == "present":
        return False
    return one.type == "other" or one.count is None or one.count.unit not in ("km2", "km", "hectare")


def _status(context: Context, nouns: Nouns, one: Incident) -> str:
    clause, trigger = one.trigger.clause, one.trigger
    if _is_denied(context, one):
        return "denied"
    if (
        not trigger.finite
        and one.type not in LASTING | {"other"}
        and nouns.cue("past", trigger.hit.first - 3, trigger.hit.first)
    ):
        return "done"
    status = status_of(context, clause, one.date)
    if status == "done" and one.date is None and _goes_on(nouns, one):
        return "ongoing"
    if status == "cancelled" and not _cancelled(context, trigger):
        status = "done"
    called = nouns.cue("call", max(clause.first, trigger.hit.first - 6), trigger.hit.first)
    if status == "done" and called is not None and (one.type in ("protest", "other") or called.data.get("threat")):
        return "planned"
    if status == "done" and trigger.finite and clause.tense == "present" and _lasts(context, one):
        return "ongoing"
    return status


def _lasts(context: Context, one: Incident) -> bool:
    """Whether a present tells what goes on, and not what an incident told before did (هجوم يستهدف ...)."""
    if one.type in LASTING:
        return True
    clause = one.trigger.clause
    before = context.clauses[clause.index - 1] if clause.index else None
    after_past = before is not None and before.sentence is clause.sentence and before.tense == "past"
    told = clause.opener == "that" or not after_past
    return told and clause.opener not in ("relative", "subordinate") and one.killed is None and bool(one.actor)


def _is_denied(context: Context, one: Incident) -> bool:
    """Whether the incident is what somebody says is not so, and not only spoken of while he does."""
    index = context.statement_at(one.start, one.end)
    statement = context.reading.statements[index] if index is not None else None
    if statement is None or not statement.denies:
        return False
    return one.trigger.clause.start <= statement.start < one.trigger.clause.end and one.date is None


def _goes_on(nouns: Nouns, one: Incident) -> bool:
    """Whether the verb that carries an incident noun stands in the present (يواصل هجماته, الحملة التي ينفذها)."""
    if one.trigger.finite or one.killed is not None:
        return False
    last = one.trigger.hit.last
    agent = nouns.cue("agent", last + 1, last + 6)
    return "present" in one.anchors or (agent is not None and agent.data.get("tense") == "present")


def _cancelled(context: Context, trigger: Trigger) -> bool:
    """Whether a word of cancelling stands right before the incident (إلغاء الإضراب)."""
    first = trigger.hit.first
    if first - 1 in context.particles:
        return False
    return any(h.data["status"] == "cancelled" and first - 2 <= h.first < first for h in context.status_hits)


def _event(document: Document, context: Context, one: Incident) -> Event:
    draft = Draft(context, "incident", one.start, one.end)
    draft.event.status = one.status
    draft.value("type", one.type)
    for slot in ("actor", "target", "place"):
        named = getattr(one, slot)
        for entity in named:
            known(document, entity)
        draft.entities(slot, named)
        for span in one.evidence.get(slot, ()):
            draft.prove(slot, span)
    draft.value("date", one.date, next(iter(one.evidence.get("date", ())), None))
    draft.value("killed", one.killed)
    draft.value("count", one.count)
    return draft.event
