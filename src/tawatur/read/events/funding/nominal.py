"""Aid told by a noun of giving (إرسال الإمارات طائرات إغاثة) and support told by a participle (مدعومين من ...)."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import antecedent, doer, leading_phrase
from tawatur.read.events.clauses import Clause
from tawatur.read.events.complements import Complement, complements
from tawatur.read.events.context import Context
from tawatur.read.events.funding.cues import Cues
from tawatur.read.events.funding.drafting import of_thing
from tawatur.read.events.funding.parties import BODIES
from tawatur.read.events.funding.takers import given_out, led_to
from tawatur.read.events.groups import group
from tawatur.read.events.people import behind
from tawatur.read.events.phrases import Phrase, of_mention
from tawatur.read.events.slots import money_in, values
from tawatur.read.events.status import status_of
from tawatur.read.events.told import sure, unlikely
from tawatur.record.types import Event

_GOODS = 3  # tokens of a phrase among which the goods or the aid stand (12 طائرة إغاثة)
_BEFORE = 6  # tokens from who is backed to the participle that says so


def find(context: Context, cues: Cues) -> list[Event]:
    """The aid and support of a report that nouns and participles tell, without ids."""
    found: list[Event] = []
    for hit in context.document.hits("event.funding-giving"):
        clause = context.clause_at(hit.first)
        if clause is None or hit.first in context.mention_tokens or money_in(context, clause.start, clause.end):
            continue
        tells = _backed if hit.data["frame"] == "backed" else _given
        event = tells(context, cues, hit, clause)
        if event is not None:
            found.append(event)
    return found


def _given(context: Context, cues: Cues, hit: Hit, clause: Clause) -> Event | None:
    """Goods or aid behind a noun of giving, its giver before them or of whom the clause is, its taker behind "to";
    where one of the two is not named, only what the learned model is sure of."""
    if unlikely(context.document, hit, "funding"):
        return None
    after = list(complements(context, hit.last + 1, clause.last))
    at = next((i for i, part in enumerate(after[:2]) if _is_aid(context, cues, part)), None)
    if at is None or (at == 1 and not after[0].bare):
        return None
    giver = after[0].phrase if at == 1 else doer(context, clause)
    giver = None if giver is not None and giver.first <= hit.first < giver.last else giver
    rest = after[at + 1 :]
    taker = led_to(context, cues, rest) or given_out(cues, rest)
    gives = [behind(context, v) for v in values(context, giver)] if giver is not None else []
    gives = [v for v in gives if context.types.get(v) in BODIES]
    takes = _taking(context, cues, taker) if taker is not None else []
    certain = sure(context.document, hit, "funding")
    if set(gives) & set(takes) or not (gives and takes if not certain else gives or takes):
        return None
    status = _status(context, hit, clause)
    return of_thing(context, hit, clause, (gives, giver), (takes, taker), after[at].phrase, status)


def _is_aid(context: Context, cues: Cues, part: Complement) -> bool:
    """Whether a complement is goods or aid, bare or behind the letter that a noun of giving governs."""
    if not (part.bare or part.letter == context.letters.for_):
        return False
    inside = range(part.phrase.first, min(part.phrase.last, part.phrase.first + _GOODS))
    return any(i in cues.at["goods"] or i in cues.at["aid"] for i in inside)


def _taking(context: Context, cues: Cues, taker: Phrase) -> list[str]:
    people = taker.first in cues.at["people"] or taker.first in cues.demonyms
    return [v for v in values(context, taker) if people or context.types.get(v) in BODIES]


def _backed(context: Context, cues: Cues, hit: Hit, clause: Clause) -> Event | None:
    """Who is backed by whom (مقاتلون مدعومون من الدولة، تقدمت الألوية بدعم من التحالف), where the learned model is sure
    that it is more than a word."""
    if not sure(context.document, hit, "funding"):
        return None
    giver = group(context, hit.last + 1, clause.last)
    gives = [v for v in values(context, giver) if context.types.get(v) in BODIES] if giver is not None else []
    taker = _backed_before(context, hit, clause)
    takes = [v for v in values(context, taker) if v not in gives] if taker is not None else []
    if giver is None or not gives or not takes:
        return None
    return of_thing(context, hit, clause, (gives, giver), (takes, taker), giver, _status(context, hit, clause))


def _backed_before(context: Context, hit: Hit, clause: Clause) -> Phrase | None:
    """Who is backed: by a participle the name right before it, else of whom the clause is said."""
    if hit.data.get("participle"):
        near = context.document.tokens[max(clause.sentence.first, hit.first - _BEFORE)].start
        named = [m for m in context.within(context.mentions, near, hit.start) if m.type in BODIES]
        if named:
            return of_mention(context, named[-1])
        return leading_phrase(context, clause, hit.first)
    return antecedent(context, clause) or doer(context, clause)


def _status(context: Context, hit: Hit, clause: Clause) -> str:
    """What somebody goes on giving and whom he backs is ongoing, what he works on giving planned."""
    found = status_of(context, clause, before=hit.first, default="ongoing" if hit.data["frame"] == "backed" else "done")
    verb = clause.verb
    if hit.data["frame"] == "backed" or verb is None or verb.first > hit.first or clause.tense != "present":
        return found
    carriers = context.document.hits("commitment.carrier", within=clause.sentence)
    goes_on = any(h.first == verb.first and h.data.get("continue") for h in carriers)
    return "ongoing" if goes_on else "planned" if found == "done" else found
