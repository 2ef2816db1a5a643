"""Commitments told by a noun of binding (التزام المملكة ب، جدد التزامه ب)."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import doer, noun_phrase
from tawatur.read.events.clauses import Clause
from tawatur.read.events.commitments.aims import aim_after, deed, event_of
from tawatur.read.events.commitments.bound import is_body, whose
from tawatur.read.events.context import Context
from tawatur.read.events.phrases import Phrase
from tawatur.read.events.slots import values
from tawatur.record.types import Event

_SUPPORT = 3  # tokens from a noun of support to whom or what is supported


def by_noun(context: Context, hit: Hit, clause: Clause, certain: bool) -> Event | None:
    """A noun of binding: with its own body (التزام المملكة ب), or with a pronoun, its carrier's subject; `certain`
    where the learned model is sure that it tells a commitment."""
    needed = hit.data.get("carried")
    carrier = _carrier(context, hit, clause, needed is not None)
    carried = carrier is not None
    if (hit.data.get("affirmed") or hit.data.get("support")) and not (carried or certain):
        return None
    own = "suffix" not in hit.features and not needed
    if own and hit.analysis.article:
        return None  # المساعي الهادفة إلى ...
    if any(h.last == hit.first - 1 for h in context.document.hits("commitment.ought")):
        return None  # على ضرورة التزام إيران ب
    if not own and not (carried or (certain and not needed)):
        return None
    where = noun_phrase(context, hit.last + 1, clause.last) if own else _holder(context, carrier, clause)
    body = whose(context, clause, hit, where)
    if own and hit.data.get("support") and carrier is not None and not _affirms(context, carrier, clause):
        return None
    people = "suffix" in hit.features
    delegates = where is not None and where.first in context.words.people and (people or certain)
    if not body or not (delegates or is_body(context, body, bool(hit.data.get("formal") or people))):
        return None
    aim = aim_after(context, hit, clause, where, certain)
    if aim is not None and hit.data.get("deed") and not deed(context, hit, aim):
        return None
    if hit.data.get("support") and aim is not None:
        behind = where.last - 1 if own and where is not None else hit.last
        aim = hit.first if aim - behind <= _SUPPORT else None
    status = str(hit.data.get("status", "ongoing"))
    return event_of(context, aim, body, where, _start(hit, carrier, own), status) if aim is not None else None


def _carrier(context: Context, hit: Hit, clause: Clause, goes_on: bool) -> Hit | None:
    """The word of its clause by which somebody affirms what a noun tells (جدد، إعلان); one of going on where only that
    makes it a commitment."""
    found = [
        h
        for h in context.document.hits("commitment.carrier")
        if clause.first <= h.first < hit.first and bool(h.data.get("continue")) == goes_on
    ]
    return found[-1] if found else None


def _affirms(context: Context, carrier: Hit, clause: Clause) -> bool:
    """Whether somebody is told to affirm, and no thing that proves it (أدلة تؤكد دعم الحركة ل...)."""
    verb = clause.verb is not None and clause.verb.first == carrier.first
    who = doer(context, clause) if verb else None
    if who is None or who.first in context.words.people or who.first in context.words.voices:
        return True
    return any(v in context.types for v in values(context, who))


def _holder(context: Context, carrier: Hit | None, clause: Clause) -> Phrase | None:
    """Who affirms it: in the genitive of a noun of affirming (إعلان واشنطن التزامها), else of whom the clause is."""
    if carrier is not None and carrier.data.get("nominal") and not carrier.analysis.article:
        governed = noun_phrase(context, carrier.last + 1, clause.last)
        if governed is not None:
            return governed
    return doer(context, clause)


def _start(hit: Hit, carrier: Hit | None, own: bool) -> int:
    """Where the telling begins: at the word that affirms what is one's own, as that says who is bound."""
    return hit.start if own or carrier is None else min(carrier.start, hit.start)
