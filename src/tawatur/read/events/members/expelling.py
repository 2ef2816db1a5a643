"""Whom a body expels or shuts out: a country or a body, by a verb or its noun."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import noun_phrase, subject
from tawatur.read.events.clauses import Clause
from tawatur.read.events.complements import complements
from tawatur.read.events.context import Context
from tawatur.read.events.phrases import Phrase
from tawatur.read.events.slots import Draft
from tawatur.read.events.status import status_of
from tawatur.record.types import Event, Mention


def expelling(context: Context, hit: Hit) -> list[Event]:
    """طردت المجموعة روسيا، استبعدت روسيا من المجموعة، طرد روسيا من المجلس."""
    clause = context.clause_at(hit.first)
    finite = bool(hit.features.get("form"))
    if clause is None or clause.negated or finite != (hit.first in context.verbs) or hit.analysis.article:
        return []
    told = _by_verb(context, hit, clause) if finite else _by_noun(context, hit, clause)
    if told is None:
        return []
    body, whom = told
    if body.entity == whom.entity:
        return []
    start, end = min(hit.start, body.start, whom.start), max(hit.end, body.end, whom.end)
    draft = Draft(context, "membership", max(clause.start, start), end)
    draft.entities("body", [body.entity])
    draft.entities("members", [whom.entity], (whom.start, whom.end))
    status = status_of(context, clause, before=hit.first)
    draft.event.status = status if status in ("planned", "denied") else "cancelled"
    return [draft.event]


def _by_verb(context: Context, hit: Hit, clause: Clause) -> tuple[Mention, Mention] | None:
    """The body that a verb is said of or that stands behind "from", and the country that is its object, or its subject
    where it is a passive."""
    out_of = _out_of(context, hit, clause)
    who = subject(context, clause)
    bare = [f.phrase for f in complements(context, hit.last + 1, clause.last) if f.bare]
    rest = [p for p in bare if who is None or not who.first <= p.first < who.last]
    acting = _body(context, who)
    whom = _country(context, rest[0]) if rest else None
    if whom is not None and (body := out_of or acting) is not None:
        return body, whom
    whom = _country(context, who)
    return (out_of, whom) if out_of is not None and whom is not None and not rest else None


def _by_noun(context: Context, hit: Hit, clause: Clause) -> tuple[Mention, Mention] | None:
    whom = _country(context, noun_phrase(context, hit.last + 1, clause.last))
    out_of = _out_of(context, hit, clause)
    return (out_of, whom) if whom is not None and out_of is not None else None


def _out_of(context: Context, hit: Hit, clause: Clause) -> Mention | None:
    """The body named behind "from"."""
    for found in complements(context, hit.last + 1, clause.last):
        if found.mark is not None and found.mark.data["class"] == "partitive":
            return _body(context, found.phrase)
    return None


def _body(context: Context, where: Phrase | None) -> Mention | None:
    """The body whose name a phrase is, class words before it."""
    return _head(context, where, "organisation")


def _country(context: Context, where: Phrase | None) -> Mention | None:
    """The country or body whose name a phrase begins with: its people and property (دبلوماسيي روسيا) are none."""
    country = _head(context, where, "place")
    if country is not None:
        return country if country.start in context.words.country_starts else None
    return None


def _head(context: Context, where: Phrase | None, kind: str) -> Mention | None:
    if where is None:
        return None
    first = where.first
    while first < where.last and first in context.words.class_words and first not in context.mention_tokens:
        first += 1
    named = context.mention_tokens.get(first)
    return named if named is not None and named.type == kind else None
