"""Support, arms and goods that one gives another, without a sum (زودت موسكو الحكومة بالأسلحة)."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import antecedent, carried_subject, subject
from tawatur.read.events.clauses import Clause
from tawatur.read.events.complements import Complement, complements
from tawatur.read.events.context import Context
from tawatur.read.events.funding.cues import Cues
from tawatur.read.events.funding.parties import fill, nationality
from tawatur.read.events.funding.takers import given_out, led_to
from tawatur.read.events.people import behind
from tawatur.read.events.phrases import Phrase
from tawatur.read.events.slots import Draft, money_in, values
from tawatur.read.events.status import cue_in, status_of
from tawatur.read.events.told import sure as surely_told
from tawatur.record.types import Event

_GIVERS = frozenset({"place", "organisation", "person"})


def find(context: Context, cues: Cues) -> list[Event]:
    """The supplies of a report, without ids."""
    found: list[Event] = []
    for hit in context.document.hits("event.funding-supply"):
        clause = context.clause_at(hit.first)
        finite = bool(hit.features.get("form"))
        if clause is None or finite != (hit.first in context.verbs) or hit.analysis.article:
            continue
        if money_in(context, clause.start, clause.end):
            continue
        if hit.data.get("what") and cues.within("goods", hit.last + 1, clause.last) is None:
            continue  # a word of the mouth: دعم الجزائر للجبهة
        event = _by_verb(context, cues, hit, clause) if finite else _by_noun(context, cues, hit, clause)
        if event is not None:
            found.append(event)
    return found


def _by_verb(context: Context, cues: Cues, hit: Hit, clause: Clause) -> Event | None:
    """Who gives, and whom: the object of a verb of supplying, or who stands behind "to" where goods are the object."""
    after = list(complements(context, hit.last + 1, clause.last))
    bare = [f.phrase for f in after if f.bare]
    if "object" in hit.features:
        return _told_back(context, cues, hit, clause, after)
    ahead = subject(context, clause)
    told = ahead is not None and ahead.first < hit.first
    who = ahead if told else antecedent(context, clause) or (ahead if len(bare) > 1 or not _to_object(hit) else None)
    who = who or carried_subject(context, clause)
    if who is None:
        return None
    rest = [part for part in bare if part.first != who.first]
    if _to_object(hit):
        whom = rest[0] if rest else None
        thing = any(f.letter == context.letters.at for f in after)
        if hit.data.get("with") and not thing:
            return None
    else:
        given = rest[0] if rest else next((f.phrase for f in after if f.letter == context.letters.at), None)
        if given is None or cues.within("goods", given.first, min(given.last, given.first + 3)) is None:
            return None
        whom = led_to(context, cues, after) or given_out(cues, after)
    return _event(context, cues, hit, clause, who, whom)


def _told_back(context: Context, cues: Cues, hit: Hit, clause: Clause, after: list[Complement]) -> Event | None:
    """What a relative clause says of support told before it, which is told with it (الدعم الذي تقدمه طهران للجماعة)."""
    given = antecedent(context, clause)
    who = next((f.phrase for f in after if f.bare), None)
    whom = led_to(context, cues, after)
    if given is None or who is None or given.first not in cues.at["goods"] or _to_object(hit):
        return None
    event = _event(context, cues, hit, clause, who, whom)
    if event is not None:
        event.start = min(event.start, given.start)
        event.text = context.document.text[event.start : event.end]
    return event


def _by_noun(context: Context, cues: Cues, hit: Hit, clause: Clause) -> Event | None:
    """Who gives in the noun's genitive, and whom behind ل (دعم طهران للجماعة)."""
    after = list(complements(context, hit.last + 1, clause.last))
    if not after or not after[0].bare or after[0].phrase.first != hit.last + 1:
        return None
    behind_giver = after[1:2] if len(after) > 1 and after[1].phrase.first == after[0].phrase.last else []
    whom = next((f.phrase for f in behind_giver if f.letter == context.letters.for_), None)
    last = after[0].phrase.last - 1
    named = last in context.mention_tokens or context.inside_name(context.document.tokens[last].start)
    return _event(context, cues, hit, clause, after[0].phrase, whom) if named else None


def _to_object(hit: Hit) -> bool:
    return str(hit.data["frame"]) == "whom"


def _event(context: Context, cues: Cues, hit: Hit, clause: Clause, who: Phrase, whom: Phrase | None) -> Event | None:
    if whom is None or (clause.negated and clause.verb is not None and clause.verb.first == hit.first):
        return None
    donor = [behind(context, v) for v in values(context, who)]
    if who.first in cues.at["carrier"] or who.first in context.quantity_tokens:
        donor = nationality(context, who) or donor  # طائرات سعودية
    recipient = values(context, whom)
    gives = [v for v in donor if context.types.get(v) in _GIVERS]
    takes = [v for v in recipient if context.types.get(v) in ("place", "organisation")]
    bodies = who.first in context.words.body_words or who.first in cues.at["people"]
    people = whom.first in cues.at["people"] or whom.first in cues.demonyms
    sure = gives and takes if hit.data.get("named") else (gives or (bodies and takes)) and (takes or people)
    told = gives and (takes or people) and surely_told(context.document, hit, "funding")
    if not (sure or told) or set(gives) & set(takes):
        return None
    first = min(hit.start, who.start if who.start >= clause.start else hit.start)
    draft = Draft(context, "funding", first, max(hit.end, who.end if who.start >= hit.start else 0, whom.end))
    fill(draft, "donor", (donor, (who.start, who.end)))
    fill(draft, "recipient", (recipient, (whom.start, whom.end)))
    draft.event.status = _status(context, hit, clause)
    return draft.event


def _status(context: Context, hit: Hit, clause: Clause) -> str:
    """Done where a past tells it, planned where a future does; support in the present or by a noun goes on."""
    if hit.features.get("form") in ("past", "future"):
        return status_of(context, clause, before=hit.first)
    cue = cue_in(context, clause, hit.first)
    return cue if cue in ("denied", "cancelled", "planned") else "ongoing"
