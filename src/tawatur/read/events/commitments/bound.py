"""Who is bound by a commitment."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import antecedent, carried_subject, doer, leading_phrase, noun_phrase
from tawatur.read.events.clauses import Clause
from tawatur.read.events.commitments.aims import ITSELF
from tawatur.read.events.context import Context
from tawatur.read.events.lists import is_masdar
from tawatur.read.events.pairs import dual, names_two, two_before, two_of
from tawatur.read.events.people import country_of, offices_of
from tawatur.read.events.phrases import Phrase
from tawatur.read.events.slots import body_values
from tawatur.text.words import SIGN


def body_of(context: Context, clause: Clause, hit: Hit) -> tuple[list[str], Phrase | None]:
    """Whose commitment it is: the subject, what a relative clause speaks of, else the last subject."""
    if hit.data.get("speaker"):
        return _speaker(context, clause), None
    where = _behind(context, clause, hit)
    named = where is not None and where.first in context.mention_tokens  # تركيا looks like a verbal noun
    if where is not None and not named and hit.data.get("direct") and is_masdar(context, where.first):
        where = None  # what follows is the aim: the subject is dropped (وستواصل دعم ...)
    if where is not None and hit.data.get("after", ITSELF) == ITSELF and _is_object(context, clause, where, named):
        where = None
    before = leading_phrase(context, clause, hit.first)
    if where is not None and names_two(context, where):
        pass  # المباحثات التي استمرت ساعة اتفق الرئيسان على ...
    elif before is not None:
        where = before
    elif clause.opener == "relative":
        where = antecedent(context, clause)
        if hit.features.get("form") == "future" and (where is None or not _reaches(context, where, clause)):
            return [], None  # القرارات التي سترفع: what things will be binds nobody
    if where is None or where.first >= where.last:
        where = carried_subject(context, clause)
    return whose(context, clause, hit, where), where


def _reaches(context: Context, where: Phrase, clause: Clause) -> bool:
    """Whether a noun phrase goes up to the relative clause that is to speak of it, with nothing but signs between."""
    between = context.document.tokens[where.last : clause.first]
    return all(t.kind == SIGN for t in between)


def _behind(context: Context, clause: Clause, hit: Hit) -> Phrase | None:
    """What stands behind the word as its subject: nothing where it speaks of "us"; behind a further verb of a clause
    only the two whom it takes up."""
    if hit.features.get("person") == "1":
        return None
    found = noun_phrase(context, hit.last + 1, clause.last)
    first = clause.verb is None or clause.verb.first == hit.first
    return found if first or (found is not None and names_two(context, found)) else None


def _is_object(context: Context, clause: Clause, where: Phrase, named: bool) -> bool:
    """Whether what follows a verb is its object, its subject being a pronoun (إنه سيرسل مستشفى) or told ahead of a
    relative clause (الأردن، الذي ...، سيرسل مستشفى)."""
    mark = context.particles.get(clause.first)
    pronoun = mark is not None and mark.data["class"] == "that" and not mark.data.get("wish")
    ahead = clause.opener is None and clause.index > 0 and context.clauses[clause.index - 1].opener == "relative"
    resumed = ahead and context.clauses[clause.index - 1].sentence is clause.sentence
    return pronoun or resumed or not (named or where.first in context.firsts("commitment.own"))


def whose(context: Context, clause: Clause, hit: Hit, where: Phrase | None) -> list[str]:
    """Those who are bound: whom the phrase names, the two whom it or a dual takes up, the speaker of "we", the country
    of one who speaks of "his country"."""
    first_person = (
        any(i in context.firsts("commitment.we") for i in range(clause.first, hit.first))
        or bool(hit.data.get("we"))
        or hit.features.get("person") == "1"
        or hit.features.get("suffix") == "1"
    )
    speaker = context.speaker_at(clause)
    if first_person:
        return [speaker] if speaker is not None else []
    if where is not None and where.first in context.firsts("commitment.own"):
        return country_of(context, speaker)
    named = where is not None and context.within(context.mentions, where.start, where.end)
    if not named and where is not None and names_two(context, where):
        return two_of(context, where) or body_values(context, where)
    if dual(context, hit) and not (where is not None and len(body_values(context, where)) >= 2):
        return two_before(context, hit.first)
    return body_values(context, where) if where is not None else []


def _speaker(context: Context, clause: Clause) -> list[str]:
    """Who says what a participle goes on with (أكد ذلك، واعدا ب...): the speaker, else of whom its sentence is."""
    if (speaker := context.speaker_at(clause)) is not None:
        return [speaker]
    first = next(c for c in context.clauses if c.sentence is clause.sentence)
    who = doer(context, first)
    return body_values(context, who) if who is not None else []


def for_others(context: Context, hit: Hit, body: list[str]) -> bool:
    """Whether a person with an office speaks as "we" for those whose officer he is."""
    return hit.features.get("person") == "1" and bool(body) and all(offices_of(context, v) for v in body)


def is_body(context: Context, values: list[str], persons: bool) -> bool:
    kinds = ("organisation", "place", "person") if persons else ("organisation", "place")
    named = [context.types[v] for v in values if v in context.types]
    return bool(named) and all(kind in kinds for kind in named)
