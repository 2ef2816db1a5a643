"""Who joins a body: by a verb or a noun of joining or coming back, taken in by it, elected to it, asking for it."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import doer, noun_phrase
from tawatur.read.events.clauses import Clause
from tawatur.read.events.complements import complements
from tawatur.read.events.context import Context
from tawatur.read.events.phrases import Phrase, proclitic, words
from tawatur.read.events.slots import Draft, body_values
from tawatur.record.types import Event, Mention

_BODIES = ("organisation", "other")


def joining(context: Context, hit: Hit) -> list[Event]:
    """انضمت الدولة إلى التحالف، دخلت البلاد الاتحاد، وافقت المنظمة على عودة الدولة، طلبت الانضمام إلى الحلف."""
    clause = context.clause_at(hit.first)
    if clause is None or clause.sentence.index in context.words.sport_sentences or clause.negated:
        return []
    nominal = bool(hit.data.get("nominal"))
    if not nominal and hit.first not in context.verbs:
        return []
    who = _who(context, hit, clause)
    if who is None:
        return []
    joined = _named(context, hit, clause)
    into = _into(context, hit, clause) if joined is None and not nominal and not hit.data.get("states") else None
    if joined is None and into is None:
        return []
    body = joined.entity if joined is not None else words(context, into) if into is not None else ""
    members = [v for v in body_values(context, who) if (v in context.types or _people(context, who)) and v != body]
    if hit.data.get("states"):
        members = [v for v in members if context.types.get(v) == "place"]
    if not members:
        return []
    end = joined.end if joined is not None else into.end if into is not None else clause.end
    draft = Draft(context, "membership", clause.start, max(clause.end, end))
    draft.entities("body", [body])
    draft.entities("members", members, (who.start, who.end))
    draft.event.status = _status(context, hit, clause)
    return [draft.event]


def _who(context: Context, hit: Hit, clause: Clause) -> Phrase | None:
    """Who joins: the noun's genitive, or of whom the verb is said; for a pronoun and a wish, of whom the clause is."""
    if not hit.data.get("nominal"):
        return doer(context, clause)
    if hit.data.get("wish") or "suffix" in hit.features:
        who = doer(context, clause) if clause.verb is not None and clause.verb.first != hit.first else None
        named = who is not None and any(v in context.types for v in body_values(context, who))
        return who if who is not None and named and not who.first <= hit.first < who.last else None
    return noun_phrase(context, hit.last + 1, clause.last)


def _named(context: Context, hit: Hit, clause: Clause) -> Mention | None:
    """The body that is joined: named behind the word, right behind it where a verb takes it as its object or says less
    than joining; or the body that takes somebody in, before it."""
    named = [m for m in context.within(context.mentions, hit.end, clause.end) if m.type in _BODIES]
    if hit.data.get("into") and named and not _leads_to(context, hit, named[0]):
        named = []
    nominal = bool(hit.data.get("nominal"))
    admits = clause.verb is not None and any(
        h.first == clause.verb.first for h in context.document.hits("membership.admit", within=clause.sentence)
    )
    if nominal and hit.data.get("states") and not admits:
        return None  # a return may only be spoken of
    if named:
        return named[0]
    if not (nominal and admits):
        return None
    before = context.within(context.mentions, clause.start, hit.start)
    return next((m for m in before if m.type == "organisation"), None)


def _leads_to(context: Context, hit: Hit, body: Mention) -> bool:
    """Whether a body's name, class words before it, stands right behind what leads to it from a word of joining; where
    it is a verb's object, behind the verb or its named subject."""
    tokens, first = context.document.tokens, context.document.token_at(body.start)
    while first - 1 in context.words.class_words and first - 1 > hit.last:
        first -= 1
    if tokens[first - 1].text in hit.data["into"] or (proclitic(context, first)[1] or "-") in hit.data["into"]:
        return True
    ahead = [m for m in context.within(context.mentions, hit.end, body.start) if m.type == "place"]
    beside = bool(ahead) and context.document.token_at(ahead[-1].end) == first
    return "" in hit.data["into"] and first not in context.particles and (beside or first == hit.last + 1)


def _status(context: Context, hit: Hit, clause: Clause) -> str:
    """Planned for what will be, is asked for or thought of; done else."""
    wished = hit.data.get("wish") or (hit.data.get("nominal") and hit.analysis.preposition == context.letters.for_)
    unreal = (h for h in context.document.hits("membership.unreal", within=clause.sentence) if not h.data.get("may"))
    asked = bool(hit.data.get("nominal")) and any(clause.first <= h.first < hit.first for h in unreal)
    if not hit.data.get("nominal") and clause.tense == "present" and clause.verb is not None:
        return "ongoing" if clause.verb.first == hit.first else "done"
    return "planned" if wished or asked or clause.tense == "future" else "done"


def _into(context: Context, hit: Hit, clause: Clause) -> Phrase | None:
    """The body without a name that somebody joins (انضمت البلاد إلى المبادرة الإقليمية لمكافحة القرصنة)."""
    bodies = {h.first for h in context.document.hits("founding.body", "membership.joined", within=clause.sentence)}
    for found in complements(context, hit.last + 1, clause.last):
        if not found.bare and found.phrase.first in bodies and found.phrase.last - found.phrase.first > 1:
            return found.phrase
    return None


def _people(context: Context, who: Phrase) -> bool:
    """Whether words without a name tell who joins: people, or a number of them."""
    return who.first in context.words.people or who.first in context.words.visitors
