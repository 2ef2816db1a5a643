"""The funding that a sum of money is given in, with its parties, its purpose and its time."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import antecedent, carried_subject, subject
from tawatur.read.events.clauses import FINITE, SOFT, Clause
from tawatur.read.events.context import Context
from tawatur.read.events.funding.cues import Cues
from tawatur.read.events.funding.parties import (
    asked,
    donors,
    fill,
    fill_places,
    given_to,
    givers,
    named_for,
    owner,
    recipients,
    takers,
)
from tawatur.read.events.funding.purposes import purposes
from tawatur.read.events.funding.status import status
from tawatur.read.events.groups import lone
from tawatur.read.events.phrases import Phrase, proclitic
from tawatur.read.events.slots import Draft, body_values, date_of, is_money, values
from tawatur.record.types import Event, Quantity

BARE = 1e5  # the least number that may be money without a currency
_JOINED = 6  # tokens from the "and" before a further sum to the sum (وقروضا من البنك بقيمة مليار)
Party = tuple[list[str], Phrase | None]  # who gives or takes, and where that stands


def of_sum(
    context: Context,
    cues: Cues,
    words: list[Hit],
    money: Quantity,
    clause: Clause,
    last: int,
) -> Event:
    """The funding of a sum in a clause, told by `words`; `last` is the token where what belongs to the clause ends."""
    spoken_of = antecedent(context, clause)
    lent = spoken_of is not None and spoken_of.first in cues.words  # القروض التي قدمتها المصارف
    start = spoken_of.start if spoken_of is not None and lent else clause.start
    draft = Draft(context, "funding", start, max(clause.end, money.end))
    giving = next((h for h in words if h.features.get("form") in FINITE), words[0])
    after = context.document.token_at(money.end)
    last = _own_end(context, cues, after, last)
    needed = giving.data["frame"] == "need"
    own = subject(context, clause)
    who = own or (carried_subject(context, clause) if not needed or giving.features.get("form") in FINITE else None)
    takes = (giving.data["frame"] == "receive" or _raised(context, giving, who)) and not _of_donors(cues, who)
    side = "recipient" if needed or takes else "donor"
    named = givers(context, cues, [h for h in words if h.data["frame"] != "need"], money, last)
    asks = _announces(cues, clause, "asks")
    hopes = _announces(cues, clause, "hopes") and any(h.data.get("raises") for h in words)  # يأمل لبنان بجمع مليار
    told_of = any(h.data.get("told_of") for h in words)
    gives = side == "donor" and not (asks or hopes or told_of or by_meeting(context, giving, who))
    named = named or (asked(context, cues, clause) if side == "donor" and asks else None)
    fill(draft, "donor", named or (donors(context, cues, clause, money) if gives else None))
    draft.value("amount", money.number, (money.start, money.end))
    if side == "recipient" and not by_meeting(context, giving, who):
        taken = who is not None and who.first in cues.words  # حيث تلقى وعودا
        taker = (takers(context, clause, who), (who.start, who.end)) if who is not None and not taken else None
        fill(draft, "recipient", (owner(context, giving, last) if needed else None) or taker)
    for called in (c for h in words if (c := named_for(context, cues, h)) is not None):
        fill(draft, "recipient", ([called.entity], (called.start, called.end)))
    taking = (
        recipients(context, cues, after, last)
        or recipients(context, cues, giving.last, after)
        or (given_to(context, giving, after) if giving.data.get("whom") else None)
    )
    fill(draft, "recipient", taking)
    if "recipient" not in draft.event.slots and any(h.data.get("pledge") for h in words):
        fill(draft, "recipient", _gathered_for(context, cues, clause, words[0].first))
    if "recipient" not in draft.event.slots and hopes and who is not None and side == "donor":
        fill(draft, "recipient", (body_values(context, who), (who.start, who.end)))
    if "recipient" not in draft.event.slots and needed:
        fill(draft, "recipient", _needing(context, cues))
    people = taking[1] if taking is not None else (0, 0)
    meant = [p for p in purposes(context, cues, after, last) if not people[0] <= p.start <= p.end <= people[1]]
    draft.spans("purpose", meant)
    time = date_of(context, clause, money.start)
    if time is not None and time.precision not in ("day", "week", "part-month"):
        draft.value("period", time.interval, (time.start, time.end))
    _not_to_himself(draft)
    fill_places(draft, after, last)
    draft.event.status = "planned" if needed else status(context, cues, clause, words, giving)
    return draft.event


def of_thing(
    context: Context, hit: Hit, clause: Clause, donor: Party, recipient: Party, thing: Phrase, status: str
) -> Event:
    """A funding of something, told by a word in its clause: the parties that are named, with where they stand."""
    inside = [p for p in (donor[1], recipient[1], thing) if p is not None and clause.start <= p.start < clause.end]
    draft = Draft(context, "funding", min(hit.start, *(p.start for p in inside)), max(p.end for p in inside))
    for slot, (found, where) in (("donor", donor), ("recipient", recipient)):
        if found and where is not None:
            fill(draft, slot, (found, (where.start, where.end)))
    draft.told_at(hit.start, hit.end)
    draft.event.status = status
    return draft.event


def _not_to_himself(draft: Draft) -> None:
    """Nobody takes what he gives: a pronoun spoke of another (إيران هي الممول الرئيسي للحركة. تموله بمليون)."""
    slots = draft.event.slots
    if "recipient" in slots and slots["recipient"] == slots.get("donor"):
        del slots["recipient"]
        draft.event.evidence.pop("recipient", None)


def _own_end(context: Context, cues: Cues, after: int, last: int) -> int:
    """The token before which what belongs to a sum alone ends: at the next sum, joined to it by "and" (20 مليون دولار
    للأردن | و30 مليونا للبنان), unless what both are for stands behind that (20 مليون دولار و30 مليون يورو للأردن)."""
    joined = _joined_sum(context, after, last)
    if joined is None:
        return last
    told = recipients(context, cues, after, joined) or purposes(context, cues, after, joined)
    return joined if told else last


def _joined_sum(context: Context, after: int, last: int) -> int | None:
    """The token of the "and" by which a further sum is joined."""
    for index in range(after, last):
        quantity = context.quantity_tokens.get(index)
        if quantity is None or not (is_money(quantity.number.unit) or quantity.number.value >= BARE):
            continue
        back = range(index, max(after, index - _JOINED) - 1, -1)
        found = next((i for i in back if _joins(context, i)), None)
        if found is not None:
            return found
    return None


def _joins(context: Context, index: int) -> bool:
    return bool(proclitic(context, index)[0]) or lone(context, index) or context.document.tokens[index].form in SOFT


def _gathered_for(
    context: Context, cues: Cues, clause: Clause, pledged: int
) -> tuple[list[str], tuple[int, int]] | None:
    """The land named in the sentence before its pledges as the one for which they are (مؤتمر لدعم لبنان بتعهدات)."""
    before = [(i, land) for i, land in cues.helped(context).items() if clause.sentence.first <= i < pledged]
    return _one_land(context, before)


def _needing(context: Context, cues: Cues) -> tuple[list[str], tuple[int, int]] | None:
    """Whose need it is that nobody is named for: the one land for which a report says that money is gathered."""
    return _one_land(context, list(cues.helped(context).items()))


def _one_land(context: Context, told: list[tuple[int, str]]) -> tuple[list[str], tuple[int, int]] | None:
    """The land that is told at some tokens, where it is the same at all, with the first place."""
    if len({land for _, land in told}) != 1:
        return None
    token = context.document.tokens[told[0][0]]
    return [told[0][1]], (token.start, token.end)


def _raised(context: Context, giving: Hit, who: Phrase | None) -> bool:
    """Whether a body raises the money that it is to spend itself."""
    raiser = values(context, who) if giving.data.get("raises") and who is not None else []
    return any(context.types.get(v) == "organisation" for v in raiser)


def by_meeting(context: Context, giving: Hit, who: Phrase | None) -> bool:
    """Whether it is a conference that raises money: neither does it give it nor take it."""
    heads = range(who.first, who.last + 1) if who is not None else range(0)  # منظمو المؤتمر
    return bool(giving.data.get("raises")) and any(i in context.firsts("event.meeting") for i in heads)


def _of_donors(cues: Cues, who: Phrase | None) -> bool:
    """Whether it is donors who are said to raise money: they give it."""
    return who is not None and any(i in cues.donors for i in range(who.first, who.last))


def _announces(cues: Cues, clause: Clause, how: str) -> bool:
    """Whether the clause's verb says so of what is to be given (`asks`, `hopes`): its subject gives nothing."""
    said = cues.at["announce"].get(clause.verb.first) if clause.verb is not None else None
    return said is not None and bool(said.data.get(how))
