"""Commitments told by an agreement that is reached or that provides for something (التوصل إلى اتفاق يقضي بانسحاب ...)."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import doer
from tawatur.read.events.clauses import Clause
from tawatur.read.events.commitments.aims import deed, event_of
from tawatur.read.events.context import Context
from tawatur.read.events.groups import listed
from tawatur.read.events.lists import is_masdar
from tawatur.read.events.phrases import proclitic
from tawatur.read.events.slots import body_values
from tawatur.record.types import Event

_REACHED = 8  # tokens from the word that says an agreement was reached to its noun
_ADJECTIVES = 2
_FAR = 10  # tokens from the noun to its aim, parties between them


def by_agreement(context: Context) -> Iterator[Event]:
    """What each agreement of a report binds its parties to, where it says so."""
    for hit in context.document.hits("commitment.agreement"):
        clause = context.clause_at(hit.first)
        if clause is None:
            continue
        reached = _reached(context, hit, clause)
        aim = _aim(context, hit, clause, reached is not None)
        if aim is None or not deed(context, hit, aim):
            continue
        body = _parties(context, hit, clause, reached, aim)
        event = event_of(context, aim, body, None, (reached or hit).start, "ongoing")
        if event is not None:
            yield event


def _reached(context: Context, hit: Hit, clause: Clause) -> Hit | None:
    """The word that says that the agreement was reached (توصل، إبرام), in its clause and not negated."""
    if clause.negated:
        return None
    words = context.document.hits("commitment.reached", within=clause.sentence)
    near = [h for h in words if max(clause.first, hit.first - _REACHED) <= h.first < hit.first]
    return near[-1] if near else None


def _aim(context: Context, hit: Hit, clause: Clause, reached: bool) -> int | None:
    """The verbal noun that an agreement is about: behind what it provides, and where it was just reached behind ل, على
    or حول too."""
    last = min(clause.sentence.last, hit.last + 1 + _FAR)
    provides = {h.last for h in context.document.hits("commitment.provides", within=clause.sentence)}
    for index in range(hit.last + 1, last):
        if index in provides:
            return next((i for i in range(index + 1, min(index + 3, last)) if is_masdar(context, i)), None)
        if not reached or index >= clause.last:
            continue
        mark = context.particles.get(index)
        about = mark is not None and mark.last == index and bool(mark.data.get("about"))
        if about and index + 1 < last and is_masdar(context, index + 1):
            return index + 1
        if proclitic(context, index)[1] == "ل" and is_masdar(context, index):
            return index
    return None


def _parties(context: Context, hit: Hit, clause: Clause, reached: Hit | None, aim: int) -> list[str]:
    """Who agreed: whoever reached it, those behind "between" or "with"."""
    subject = doer(context, clause) if reached is not None and clause.verb is not None else None
    own = subject is not None and clause.verb is not None and reached is not None and clause.verb.first == reached.first
    found = body_values(context, subject) if subject is not None and own else []
    for index in range(hit.last + 1, min(aim, clause.sentence.last)):
        mark = context.particles.get(index)
        if mark is not None and mark.first == index and mark.data.get("party"):
            parties = listed(context, mark.last + 1, aim)
            found += [v for phrase in parties for v in body_values(context, phrase) if v not in found]
            break
    return found
