"""How many members a body has, and those named with their number."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import antecedent, carried_subject, leading_phrase, noun_phrase
from tawatur.read.events.clauses import SOFT, Clause
from tawatur.read.events.context import Context
from tawatur.read.events.described import described_as, heads
from tawatur.read.events.members.drafts import COUNTED, among, standing
from tawatur.read.events.phrases import Phrase, phrase, words
from tawatur.read.events.slots import body_values
from tawatur.record.types import Event, Quantity
from tawatur.text.words import SIGN


def counted(context: Context, hit: Hit) -> list[Event]:
    """يضم التحالف 84 دولة، منها ...: the subject is the body."""
    clause = context.clause_at(hit.first)
    if clause is None:
        return []
    quantity = _count_after(context, hit.last + 1, clause.last) or _behind_relative(context, clause)
    if quantity is None:
        return []
    first_counted = min(context.document.token_at(quantity.start), clause.last)
    whose = None
    if hit.last + 1 < first_counted:
        whose = noun_phrase(context, hit.last + 1, first_counted)
    beside = whose is None and (whose := _right_before(context, hit)) is not None
    whose = whose or leading_phrase(context, clause, hit.first)
    whose = whose or antecedent(context, clause) or carried_subject(context, clause)
    body = _body(context, whose)
    if body is None and whose is not None:
        body = described_as(context, whose, heads(context)) or _by_words(context, hit, whose)
    if body is None or whose is None:
        return []
    members = among(context, context.document.token_at(quantity.end), clause.sentence.last)
    end = members[-1].end if members else max(quantity.end, clause.end)
    event = standing(
        context,
        clause,
        body,
        (whose.start if beside or clause.opener == "relative" else min(hit.start, clause.start), end),
    )
    event.value("count", quantity.number)
    event.entities("members", [m.entity for m in members])
    return [event.event]


def _count_after(context: Context, first: int, last: int) -> Quantity | None:
    tokens = context.document.tokens
    if first >= last:
        return None
    for quantity in context.within(context.quantities, tokens[first].start, tokens[min(last, first + 10) - 1].end):
        if quantity.number.unit in COUNTED and not quantity.ordinal:
            return quantity
    return None


def _behind_relative(context: Context, clause: Clause) -> Quantity | None:
    """The number that comes back to a clause after the comma of a relative clause (يضم التحالف، الذي تأسس عام 2014،
    85 عضوا)."""
    after = context.relative_after(clause)
    if after is None:
        return None
    document = context.document
    for quantity in context.within(context.quantities, after.start, after.end):
        before = document.token_at(quantity.start) - 1
        if context.particles.get(before) is not None and context.particles[before].data["class"] == "partitive":
            before -= 1
        if quantity.number.unit in COUNTED and not quantity.ordinal and document.tokens[before].form in SOFT:
            return quantity
    return None


def _body(context: Context, whose: Phrase | None) -> str | None:
    if whose is None:
        return None
    found = body_values(context, whose)
    if len(found) == 1 and context.types.get(found[0]) in ("organisation", "other"):
        return found[0]
    return None


def _by_words(context: Context, hit: Hit, whose: Phrase) -> str | None:
    """The words of a body without a name (البرلمان المكون من 329 عضوا)."""
    bodies = context.document.firsts("founding.body")
    told = (hit.data.get("only_members") and whose.first in context.words.body_words) or (
        whose.first in bodies and whose.last - whose.first > 1
    )
    last = whose.last
    while last > whose.first and last - 1 in context.particles:
        last -= 1
    end = context.document.tokens[last - 1].end
    return words(context, whose._replace(last=last, end=end)) if told and last > whose.first else None


def _right_before(context: Context, hit: Hit) -> Phrase | None:
    """The body that ends right before a word of its members (التحالف الدولي المكون من ...)."""
    if not hit.data.get("only_members"):
        return None
    tokens = context.document.tokens
    for index in range(hit.first - 1, max(-1, hit.first - 6), -1):
        if index in context.mention_tokens or index in context.words.body_words:
            found = phrase(context, index, hit.first)
            return found if found.last == hit.first else None
        if tokens[index].kind == SIGN or index in context.particles or index in context.verbs:
            return None
    return None
