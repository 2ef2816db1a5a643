"""Memberships that end: who leaves a body or an agreement, and whose membership a body suspends."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.entities import known
from tawatur.read.events.arguments import antecedent, doer, noun_phrase, subject
from tawatur.read.events.clauses import Clause
from tawatur.read.events.context import Context
from tawatur.read.events.people import behind, country_of, demonym_at, offices_of
from tawatur.read.events.phrases import Phrase, phrase
from tawatur.read.events.slots import Draft, body_values, date_of, stood_for
from tawatur.read.events.status import told_from
from tawatur.read.events.told import sure
from tawatur.record.types import Event, Mention
from tawatur.text.words import SIGN

_BODIES = ("place", "organisation")
_REACH = 9  # tokens from a word of leaving to the body that is left
_DEEP = 5  # tokens from the preposition to the body's name
_BEFORE = 3  # tokens from a verb of suspending to the membership


def leaving(context: Context, hit: Hit) -> list[Event]:
    """Who left, or leaves by a decision (انسحبت بوروندي من المحكمة الجنائية، أعلنت قطر انسحابها من أوبك، انسحاب
    الولايات المتحدة من الاتفاق); threats end no membership."""
    clause = context.clause_at(hit.first)
    if clause is None or clause.negated or clause.sentence.index in context.words.sport_sentences:
        return []
    if any(m.data.get("conditional") for m in context.marks_before(clause, hit.first)):
        return []  # إذا انسحبت واشنطن من الاتفاق
    if hit.data.get("object"):
        return _left(context, hit, clause)
    at = _from(context, hit, clause)
    body = _behind(context, at + 1, clause.sentence.last) if at is not None else None
    if at is None or body is None:
        return []
    if hit.first in context.verbs:
        told = clause.verb is not None and clause.verb.first == hit.first and clause.tense == "past"
        who = doer(context, clause)
        if told and who is not None and hit.data.get("persons"):
            return _resigned(context, hit, body, who)
    else:
        told = not _unreal(context, clause, hit)
        people = _people(context, hit)
        if told and people is not None:
            return _ended(context, body, *people, hit.start)
        who = _leaver(context, hit, clause, at)
    if not told or who is None:
        return []
    return _ended(context, body, who, _members(context, clause, who), min(hit.start, who.start))


def _left(context: Context, hit: Hit, clause: Clause) -> list[Event]:
    """The country that leaves a body which is the verb's object (غادرت بريطانيا الاتحاد الأوروبي)."""
    if clause.tense != "past" or clause.verb is None or clause.verb.first != hit.first:
        return []
    who = doer(context, clause)
    first = who.last if who is not None and who.first > hit.first else hit.last + 1
    body = _body(context, first)
    if who is None or body is None:
        return []
    members = [v for v in _members(context, clause, who) if context.types.get(v) == "place"]
    return _ended(context, body, who, members, min(hit.start, who.start))


def _resigned(context: Context, hit: Hit, body: Mention, who: Phrase) -> list[Event]:
    """The person who leaves a party or a force (انشق العميد عن القوات), where the learned model is sure of it: he
    resigns from an office elsewhere; a body that leaves another is one always."""
    kinds = (*_BODIES, "person") if sure(context.document, hit, "membership") else _BODIES
    return _ended(context, body, who, body_values(context, who), min(hit.start, who.start), kinds)


def _people(context: Context, hit: Hit) -> tuple[Phrase, list[str]] | None:
    """The country whose adjective stands right behind the noun (الانسحاب الأميركي من الاتفاق)."""
    adjective = demonym_at(context, hit.last + 1)
    if adjective is None or not hit.analysis.article:
        return None
    where = Phrase(adjective.first, adjective.last + 1, adjective.start, adjective.end)
    country = known(context.document, str(adjective.data["of"]))
    context.types.setdefault(country, "place")
    return where, [country]


def _from(context: Context, hit: Hit, clause: Clause) -> int | None:
    """The token of the preposition before what is left."""
    tokens = context.document.tokens
    last = min(clause.sentence.last, hit.last + _REACH)
    return next((i for i in range(hit.last + 1, last) if tokens[i].form == hit.data["from"]), None)


def _behind(context: Context, first: int, limit: int) -> Mention | None:
    """The body whose name or whose agreement stands behind the preposition (من المعاهدة المؤسسة للمحكمة الجنائية)."""
    tokens = context.document.tokens
    for index in range(first, min(limit, first + _DEEP)):
        if tokens[index].kind == SIGN or index in context.verbs or index in context.particles:
            return None
        if (body := _body(context, index)) is not None:
            return body
        if index in context.mention_tokens:
            return None
    return None


def _body(context: Context, first: int) -> Mention | None:
    """The body or the agreement that stands at a token: by name, or by the noun that means one named before."""
    named = context.mention_tokens.get(first) or stood_for(context, first)
    return named if named is not None and named.type in ("organisation", "other") else None


def _leaver(context: Context, hit: Hit, clause: Clause, at: int) -> Phrase | None:
    """Who leaves by a noun: what it governs, else who decides it or is said right before it to."""
    governed = noun_phrase(context, hit.last + 1, at) if not hit.analysis.article else None
    unnamed = governed is not None and governed.first in _countries_unnamed(context)
    if governed is not None and "suffix" not in hit.features and not unnamed:
        return governed
    decides = clause.verb is not None and any(
        h.first == clause.verb.first for h in context.document.hits("membership.decide", within=clause.sentence)
    )
    if decides:
        return doer(context, clause)
    before = context.within(context.mentions, clause.start, hit.start)
    beside = before and context.document.token_at(before[-1].end) >= hit.first and hit.analysis.article
    return phrase(context, context.document.token_at(before[-1].start), hit.first) if beside else None


def _countries_unnamed(context: Context) -> set[int]:
    """Where a country stands without its name (الأرخبيل)."""
    return {h.first for h in context.document.hits("membership.country") if h.first not in context.mention_tokens}


def _members(context: Context, clause: Clause, who: Phrase) -> list[str]:
    """The countries and bodies that are meant: an officer leaves for his own, by its name or as "his country"."""
    if who.first in context.firsts("commitment.own"):
        named = context.within(context.mentions, clause.sentence.start, who.start)
        persons = [m.entity for m in reversed(named) if m.type == "person"]
        return country_of(context, persons[0] if persons else context.speaker_at(clause))
    return [_country(context, v) for v in body_values(context, who)]


def _country(context: Context, value: str) -> str:
    """The country of somebody who decides for it, else whom he speaks for."""
    offices = offices_of(context, value) if context.types.get(value) == "person" else []
    return next((of for of in offices if context.types[of] == "place"), behind(context, value))


def _unreal(context: Context, clause: Clause, hit: Hit) -> bool:
    """Whether the leaving is threatened, feared, asked for or only thought of, before a "that" too."""
    first = told_from(context, clause)
    unreal = context.document.hits("membership.unreal", within=clause.sentence)
    return any(first <= h.first < hit.first and not (h.data.get("may") and clause.tense == "past") for h in unreal)


def suspended(context: Context, hit: Hit) -> list[Event]:
    """Whose membership a body suspends (علقت جامعة الدول العربية عضوية سوريا، تعليق عضوية روسيا في المجلس)."""
    clause = context.clause_at(hit.first)
    if clause is None or clause.negated or _unreal(context, clause, hit):
        return []
    by = [h for h in context.document.hits("membership.suspend", within=clause.sentence) if h.first < hit.first]
    whose = _whose(context, hit, clause)
    if not by or whose is None:
        return []
    if hit.data.get("treaty"):
        body = _treaty(context, hit, clause)
        members = _members(context, clause, whose)
        return _ended(context, body, whose, members, by[-1].start) if body is not None else []
    suspends = by[-1].first in context.verbs
    if suspends and by[-1].features.get("form") == "future":
        return []
    if not suspends and hit.first - by[-1].last > _BEFORE:
        return []
    body = _inside(context, hit, whose, clause) if whose.first > hit.first else None
    if body is None and suspends:
        after = noun_phrase(context, by[-1].last + 1, hit.first) if "suffix" in hit.features else None
        who = after or subject(context, clause) or antecedent(context, clause)
        body = _body(context, who.first) if who is not None else None
    return _ended(context, body, whose, body_values(context, whose), by[-1].start) if body is not None else []


def _whose(context: Context, hit: Hit, clause: Clause) -> Phrase | None:
    """Whose membership it is: behind its noun, else what the relative clause speaks of that it carries a pronoun of
    (سوريا، التي علقت الجامعة عضويتها); of a treaty, who takes back his word."""
    if hit.data.get("treaty"):
        return doer(context, clause)
    if "suffix" in hit.features and clause.opener == "relative":
        return antecedent(context, clause)
    return noun_phrase(context, hit.last + 1, clause.last)


def _treaty(context: Context, hit: Hit, clause: Clause) -> Mention | None:
    """The treaty that a word was given to, or the body that it founds (مصادقتها على نظام روما، المعاهدة المؤسسة
    للمحكمة)."""
    limit = min(clause.sentence.last, hit.last + 2 + _REACH)
    if hit.last + 2 >= limit or context.document.tokens[hit.last + 1].text != hit.data["in"]:
        return None
    return next((b for i in range(hit.last + 2, limit) if (b := _body(context, i)) is not None), None)


def _inside(context: Context, hit: Hit, whose: Phrase, clause: Clause) -> Mention | None:
    """The body named right behind the member (عضوية روسيا في المجلس)."""
    if whose.last + 1 >= clause.last or context.document.tokens[whose.last].text != hit.data["in"]:
        return None
    return _body(context, whose.last + 1)


def _ended(
    context: Context, body: Mention, who: Phrase, values: list[str], start: int, kinds: tuple[str, ...] = _BODIES
) -> list[Event]:
    """The end of the memberships in a body of those values that are of some kinds."""
    members = [v for v in values if context.types.get(v) in kinds and v != body.entity]
    if not members:
        return []
    draft = Draft(context, "membership", start, max(body.end, who.end))
    draft.entities("body", [body.entity])
    draft.entities("members", members, (who.start, who.end))
    draft.event.status = "cancelled"
    clause = context.clause_at(context.document.token_at(start))
    time = date_of(context, clause, start) if clause is not None else None
    if time is not None and time.precision == "day":
        draft.value("as_of", time.interval, (time.start, time.end))
    return [draft.event]
