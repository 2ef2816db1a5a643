"""Aid that comes, aid and arms that somebody takes, without a sum (وصلت قافلة مساعدات إلى ...، حصل على أسلحة)."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import doer, noun_phrase, subject
from tawatur.read.events.clauses import Clause
from tawatur.read.events.complements import complements
from tawatur.read.events.context import Context
from tawatur.read.events.funding.cues import Cues
from tawatur.read.events.funding.drafting import of_thing
from tawatur.read.events.funding.parties import BODIES, nationality
from tawatur.read.events.funding.takers import led_to
from tawatur.read.events.phrases import Phrase
from tawatur.read.events.slots import money_in, values
from tawatur.read.events.status import status_of
from tawatur.record.types import Event

_INSIDE = 4  # words behind a carrier among which its aid stands (طائرة محملة بالمساعدات)


def find(context: Context, cues: Cues) -> list[Event]:
    """The aid of a report that comes or is taken, without ids."""
    found: list[Event] = []
    for hit in context.document.hits("event.funding-arrival"):
        clause = context.clause_at(hit.first)
        if clause is None or clause.negated or clause.verb is None or clause.verb.first != hit.first:
            continue
        if money_in(context, clause.start, clause.end):
            continue
        reader = _taken if hit.data["frame"] == "take" else _arrived
        event = reader(context, cues, hit, clause)
        if event is not None:
            found.append(event)
    return found


def _arrived(context: Context, cues: Cues, hit: Hit, clause: Clause) -> Event | None:
    """A convoy, a ship, a plane of aid that comes somewhere, or aid that is given there: what a passive tells."""
    after = list(complements(context, hit.last + 1, clause.last))
    ahead = subject(context, clause)
    things = [f.phrase for f in after if f.bare]
    things += [ahead] if ahead is not None and ahead.last <= hit.first else []
    thing = next((p for p in things if _of_aid(cues, p, hit)), None)
    if thing is None:
        return None
    whom = led_to(context, cues, after)
    takes = _named(context, cues, whom) if whom is not None else []
    giver = _giver(context, thing.first, clause)
    gives = _donors(context, giver) if giver is not None else nationality(context, thing)
    if not takes or whom is None or set(gives) & set(takes):
        return None
    status = _status(context, hit, clause)
    return of_thing(context, hit, clause, (gives, giver or thing), (takes, whom), thing, status)


def _taken(context: Context, cues: Cues, hit: Hit, clause: Clause) -> Event | None:
    """Who takes arms, aid or support, and from whom."""
    after = list(complements(context, hit.last + 1, clause.last))
    who = doer(context, clause)
    rest = [f for f in after if who is None or not who.first <= f.phrase.first < who.last]
    thing = next((f.phrase for f in rest if f.phrase.first in cues.at["goods"]), None)
    giver = _giver(context, thing.first, clause) if thing is not None else None
    if who is None or thing is None or giver is None:
        return None
    takes, gives = _named(context, cues, who), _donors(context, giver)
    if not takes or not gives or set(gives) & set(takes):
        return None
    return of_thing(context, hit, clause, (gives, giver), (takes, who), thing, _status(context, hit, clause))


def _giver(context: Context, first: int, clause: Clause) -> Phrase | None:
    """Who stands behind "from", which may be inside the words for the aid (قافلة مساعدات من الكويت)."""
    for index in range(first, clause.last - 1):
        mark = context.particles.get(index)
        if mark is not None and mark.data["class"] == "partitive":
            return noun_phrase(context, mark.last + 1, clause.last)
    return None


def _of_aid(cues: Cues, part: Phrase, hit: Hit) -> bool:
    """Whether a phrase is aid, or what carries it (قافلة مساعدات، طائرة محملة بالإغاثة)."""
    if hit.data["frame"] == "passive":
        return part.first in cues.at["aid"]
    return part.first in cues.at["carrier"] and cues.within("aid", part.first, part.first + _INSIDE) is not None


def _named(context: Context, cues: Cues, whom: Phrase) -> list[str]:
    """Who takes: by name, or words for people in need."""
    people = whom.first in cues.at["people"]
    return [v for v in values(context, whom) if people or context.types.get(v) in BODIES]


def _donors(context: Context, giver: Phrase) -> list[str]:
    return [v for v in values(context, giver) if context.types.get(v) in BODIES]


def _status(context: Context, hit: Hit, clause: Clause) -> str:
    return status_of(context, clause, before=hit.first, default="ongoing")
