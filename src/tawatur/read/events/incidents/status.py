"""How far an incident has come, as of the report's own day."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.clauses import Clause
from tawatur.read.events.context import Context
from tawatur.read.events.governed import background, negated, says_tense
from tawatur.read.events.incidents.asked import asked, discussed
from tawatur.read.events.incidents.calls import called, does
from tawatur.read.events.incidents.record import LASTING, Incident
from tawatur.read.events.incidents.triggers import VIOLENT, Nouns, Trigger
from tawatur.read.events.status import cue_in, not_before, status_by_date
from tawatur.text.words import definite

_PLANNABLE = frozenset({"protest", "military-campaign", "takeover", "raid", "other", "conflict", "dismantlement"})
_UNANNOUNCED = frozenset({"killing", "bombing", "kidnapping", "abuse"})
_CARRIED = 6  # tokens from the verb of a clause to the incident noun that it carries (شارك آلاف الطلاب أمس في مسيرة)
_ADJECTIVES = 3  # of an incident noun, among which one may say that it goes on
_QUALIFIED = 4  # tokens from an incident noun to the "that" of which it is the subject (الهجوم الكيماوي المفترض الذي)


def status(context: Context, nouns: Nouns, one: Incident) -> str:
    """Planned, ongoing, done, cancelled or denied, of what an incident says and its date."""
    trigger = one.trigger
    if is_denied(context, one):
        return "denied"
    if one.foiled:
        return "cancelled"
    found = _of_verb(context, nouns, one) if trigger.finite else _of_noun(context, nouns, one)
    if found == "ongoing" and one.killed is not None and one.type not in LASTING:
        return "done"  # who died is dead, whatever goes on beside it
    first, published = one.date.first if one.date is not None else None, context.document.report.published
    return "planned" if found == "ongoing" and first and published and first > published else found


def _of_verb(context: Context, nouns: Nouns, one: Incident) -> str:
    """The status of what a verb tells: of the words ahead of it, its day, its tense."""
    clause, form = one.trigger.clause, one.trigger.hit.features.get("form")
    cue = cue_in(context, clause, one.trigger.hit.first)
    if cue == "denied" or (clause.negated and clause.verb is not None):
        return "planned" if cue is None and not_before(context, clause) else "denied"
    by_date = status_by_date(context, one.date)
    if clause.tense == "past" and form == "past" and cue != "planned":
        by_date = "done" if by_date == "planned" else by_date  # a day of something else: what was done is no plan
    if by_date is not None:
        return by_date
    if cue == "planned" or (cue == "ongoing" and form != "past"):  # ولا يزالون ..., behind قتلوا
        return cue
    if clause.tense == "future" or _goes_on_from_future(context, clause):
        return "planned"
    call = called(context, nouns, one.trigger)
    if call is not None and (one.type in ("protest", "other") or call.data.get("threat")):
        return "planned"
    lasts = clause.tense == "present" and form != "past" and _lasts(context, one)
    return "ongoing" if lasts else "done"


def _of_noun(context: Context, nouns: Nouns, one: Incident) -> str:
    """The status of what a noun tells, unless it is only the background of what the clause tells (بعد الهجوم)."""
    trigger, first = one.trigger, one.trigger.hit.first
    if nouns.cue("memory", first - 4, first) is not None:
        return "done"
    if asked(context, nouns, trigger) is not None:
        return "planned"
    if one.type in VIOLENT | {"abuse"} and not trigger.lasting and discussed(context, nouns, trigger) is not None:
        return "done"
    if _said_to_last(context, nouns, one):
        return "ongoing"
    kept_up = nouns.cue("carrier-noun", first - 3, first)
    if kept_up is not None and kept_up.data.get("goes_on") and one.date is None:
        return "ongoing"
    past = nouns.cue("past", first - 3, first) if one.type not in LASTING | {"other"} else None
    if past is not None and not _of_word_between(context, past, first):
        return "done"
    by_date = status_by_date(context, one.date)
    if by_date is not None:
        return "done" if by_date == "planned" and _of_another_day(context, nouns, one) else by_date
    found, behind = _meant(context, nouns, one), _behind(context, nouns, one)
    today = one.date is not None and one.date.first == one.date.last
    if found != "done" or today:
        return found
    if (trigger.lasting and trigger.clause.tense != "past") or (behind is None and _goes_on(context, nouns, one)):
        return "ongoing"
    call = called(context, nouns, trigger) if behind is None and not _decided(context, one) else None
    if call is not None and (one.type in ("protest", "other") or call.data.get("threat")):
        return "planned"
    return "done"


def _said_to_last(context: Context, nouns: Nouns, one: Incident) -> bool:
    """Whether an adjective of an incident noun says that it goes on (القصف التركي المستمر), or a preposition that it is
    a state (بلدات تحت سيطرة الفصائل), and no word before that it was one (كانت تحت سيطرة)."""
    hit, tokens = one.trigger.hit, context.document.tokens
    if one.date is not None and one.date.last is not None:
        return False
    state = nouns.cues["goes-on"].get(hit.first - 1)
    if state is not None and state.data.get("state"):
        before = context.particles.get(state.first - 1)
        return before is None or not before.data.get("past")
    known = definite(tokens[hit.first].form) or "suffix" in hit.features
    for index in range(hit.last + 1, min(hit.last + 1 + _ADJECTIVES, one.trigger.clause.sentence.last)):
        if index in context.particles or index in context.mention_tokens or index in context.time_tokens:
            return False
        if index in nouns.cues["goes-on"]:
            return definite(tokens[index].form) == known
        if definite(tokens[index].form) != known:
            return False
    return False


def _of_word_between(context: Context, cue: Hit, noun: int) -> bool:
    """Whether a definite noun between takes what a word of the past governs, and the incident noun does not
    (تشن السلطات منذ الانقلاب حملة اعتقالات)."""
    return any(definite(context.document.tokens[i].form) for i in range(cue.last + 1, noun)) and not definite(
        context.document.tokens[noun].form
    )


def _meant(context: Context, nouns: Nouns, one: Incident) -> str:
    """What the words of plan beside an incident noun and the verb that governs it say."""
    clause, noun = one.trigger.clause, _head(nouns, one.trigger)
    has_been = "happened" in one.anchors or _has_been(context, nouns, one)
    cue = cue_in(context, clause, noun)
    if cue == "denied" or (clause.negated and clause.verb is not None and says_tense(context, clause, noun)):
        return "denied"
    if _behind(context, nouns, one) is not None:
        return "done"
    if cue == "cancelled" and _cancelled(context, one.trigger):
        return cue
    if cue == "planned" and not (has_been or _decided(context, one)):
        return cue
    if cue == "ongoing" or (
        clause.tense == "present" and _at_it(context, clause) and says_tense(context, clause, noun)
    ):
        return "ongoing"
    carried = "carrier" in one.anchors or does(nouns, one.trigger)
    tells = carried or not definite(context.document.tokens[noun].form)
    future = clause.tense == "future" and tells and not has_been and says_tense(context, clause, noun)
    return "planned" if future else "done"


def _decided(context: Context, one: Incident) -> bool:
    """Whether somebody has decided or ordered what he does himself (قررت موسكو إغلاق القنصلية): it is told as done."""
    clause, first = one.trigger.clause, one.trigger.hit.first
    if one.type != "other" or clause.tense == "future":
        return False
    return any(clause.first <= h.first < first for h in context.document.hits("event.decided"))


def _of_another_day(context: Context, nouns: Nouns, one: Incident) -> bool:
    """Whether a day to come is not that of an incident noun: it tells what has been (شارك آلاف في مسيرة ...), or what
    nobody announces the day of (مقتل شاب كان سيبلغ العشرين في أبريل)."""
    clause = one.trigger.clause
    if "happened" in one.anchors or _has_been(context, nouns, one):
        return True
    if _meant(context, nouns, one) == "planned" or called(context, nouns, one.trigger) is not None:
        return False
    verb = clause.verb
    carrier = nouns.cues["carrier"].get(verb.first) if verb is not None and clause.tense == "past" else None
    near = carrier is not None and carrier.first < one.trigger.hit.first <= carrier.first + _CARRIED
    return near or one.type in _UNANNOUNCED


def in_background(context: Context, nouns: Nouns, one: Incident) -> bool:
    """Whether an incident noun is no part of what its clause tells or denies (لن تشارك ... بسبب الهجوم)."""
    return not one.trigger.finite and _behind(context, nouns, one) in ("cause", "memory")


def _behind(context: Context, nouns: Nouns, one: Incident) -> str | None:
    """How an incident noun stands in the background of its clause, None where it is told itself. What is planned may
    also come after something else that is (بعد تحرير المدينة)."""
    clause, noun = one.trigger.clause, _head(nouns, one.trigger)
    begin = clause.verb.last + 1 if clause.verb is not None and clause.verb.first < noun else clause.first
    found = background(context, begin, noun)
    return None if found == "after" and one.type in _PLANNABLE and clause.tense != "past" else found


def _at_it(context: Context, clause: Clause) -> bool:
    """Whether a clause's verb is one of keeping at something (تنخرط في أنشطة ...)."""
    verb = clause.verb
    return verb is not None and any(
        h.first == verb.first and h.data.get("at_it") for h in context.document.hits("durative", within=clause.sentence)
    )


def _head(nouns: Nouns, trigger: Trigger) -> int:
    """The token of an incident noun, or of the masdar that carries it (شن هجوم، استخدام الأسلحة ...)."""
    first = trigger.hit.first
    carrier = nouns.cue("carrier-noun", first - 2, first)
    return carrier.first if carrier is not None and carrier.last < first else first


def _has_been(context: Context, nouns: Nouns, one: Incident) -> bool:
    """Whether a relative clause right behind the noun says that it was (الهجوم الذي وقع قرب المدينة)."""
    clause, last = one.trigger.clause, one.trigger.hit.last
    after = context.relative_after(clause)
    if after is None or after.verb is None:
        return False
    carries = nouns.cues["carrier"].get(after.verb.first) or nouns.cue("agent", after.verb.first, after.verb.last + 1)
    near = after.first - last <= _QUALIFIED
    return near and after.tense == "past" and not after.negated and carries is not None


def _goes_on_from_future(context: Context, clause: Clause) -> bool:
    """Whether a present is coordinated with a future before it in the sentence (سيطلب الخبراء ...، ويستجوبون ...)."""
    if clause.opener != "and" or clause.tense != "present":
        return False
    for before in reversed(context.clauses[: clause.index]):
        if before.sentence is not clause.sentence or before.tense == "future":
            return before.sentence is clause.sentence
        if before.tense is not None and not (before.opener == "and" and before.tense == "present"):
            return False
    return False


def _lasts(context: Context, one: Incident) -> bool:
    """Whether a present tells what goes on, and not what an incident told before did (هجوم يستهدف ...)."""
    if one.type in LASTING:
        return True
    clause = one.trigger.clause
    before = context.clauses[clause.index - 1] if clause.index else None
    after_past = before is not None and before.sentence is clause.sentence and before.tense == "past"
    told = clause.opener == "that" or not after_past
    return told and clause.opener not in ("relative", "subordinate") and one.killed is None and bool(one.actor)


def is_denied(context: Context, one: Incident) -> bool:
    """Whether the incident is what somebody says is not so, and not only spoken of while he does."""
    index = context.statement_at(one.start, one.end)
    statement = context.reading.statements[index] if index is not None else None
    clause, noun = one.trigger.clause, one.trigger.hit.first
    if statement is None or not statement.denies or not clause.start <= statement.start < clause.end:
        return False
    if one.trigger.finite and clause.verb is not None and clause.verb.first < noun and clause.opener != "that":
        return False  # it is the denier of whom a second verb tells (نفى شاب أصيب في القصف أن يكون)
    content = context.document.token_at(statement.start)
    only_about = background(context, content, noun) in ("cause", "memory")
    return (one.date is None or one.claimed) and not only_about


def _goes_on(context: Context, nouns: Nouns, one: Incident) -> bool:
    """Whether the verb that carries an incident noun stands in the present (يواصل هجماته, الحملة التي ينفذها), not
    negated (هجوم لم يسفر عن ضحايا)."""
    if one.trigger.finite or one.killed is not None:
        return False
    last = one.trigger.hit.last
    agent = nouns.cue("agent", last + 1, last + 6)
    if agent is None or agent.data.get("tense") != "present":
        return "present" in one.anchors
    return not negated(context, agent.first)


def _cancelled(context: Context, trigger: Trigger) -> bool:
    """Whether a word of cancelling stands right before the incident (إلغاء الإضراب)."""
    first = trigger.hit.first
    if first - 1 in context.particles:
        return False
    return any(h.data["status"] == "cancelled" and first - 2 <= h.first < first for h in context.status_hits)
