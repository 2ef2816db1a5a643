"""Sums of money that somebody gives, pledges, needs or receives."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import antecedent, carried_subject, subject
from tawatur.read.events.clauses import FINITE, Clause
from tawatur.read.events.context import Context
from tawatur.read.events.funding.cues import Cues
from tawatur.read.events.funding.parties import (
    donors,
    fill,
    fill_places,
    given_to,
    givers,
    named_for,
    owner,
    purposes,
    recipients,
)
from tawatur.read.events.governed import background
from tawatur.read.events.people import behind
from tawatur.read.events.phrases import Phrase
from tawatur.read.events.slots import Draft, date_of, is_money, values
from tawatur.read.events.status import cue_in, status_of
from tawatur.read.events.told import UNLIKELY, unlikely
from tawatur.record.types import Event, Quantity

_FAR = 16  # tokens from a sum back to the word that says what becomes of it
_AFTER = 8  # tokens from a sum on to the noun that says what it is
_HANDED = 14  # tokens from a word of giving to the one that says that it was handed over
_BESIDE = 3  # tokens before the word of giving in which a price stops it
_NEAR = 2  # tokens between a sum and its value in another currency
_BARE = 1e5  # the least number that may be money without a currency
_NONE = 0.1  # below it the learned model thinks nothing of a word
_GIVERS = ("place", "organisation")
_PARTIES = ("donor", "recipient")


def of(context: Context) -> list[Quantity]:
    """Sums of money, and bare millions, in order; without those that say the sum before them in another currency."""
    found: list[Quantity] = []
    for q in context.quantities:
        bare = q.number.unit is None and q.number.value >= _BARE
        if not q.ordinal and (is_money(q.number.unit) or bare) and not (found and _converts(context, found[-1], q)):
            found.append(q)
    return found


def _converts(context: Context, before: Quantity, money: Quantity) -> bool:
    """Whether a sum repeats the one right before it in another currency: 170 مليون درهم (46 مليون دولار)."""
    tokens = context.document.tokens
    first, last = context.document.token_at(before.end), context.document.token_at(money.start)
    opened = any(tokens[i].form == "(" for i in range(first, last))
    return opened and last - first <= _NEAR and before.number.unit != money.number.unit


def told(context: Context, cues: Cues, hits: list[Hit], money: Quantity) -> Event | None:
    """The funding that a sum is given in, None where it is no gift."""
    index = context.document.token_at(money.start)
    clause = context.clause_at(index)
    if clause is None:
        return None
    first, last = _reach(clause, index)
    near = _telling(context, cues, clause, [h for h in hits if first <= h.first < last and _usable(context, h)], index)
    strong, weak = _before(near, index), [h for h in near if h.last < index and h.data.get("weak")]
    strong = strong or _behind(context, near, index)
    if money.number.unit is None:
        strong = [h for h in strong if h.data["frame"] == "give"]
    if not (strong or weak) or _priced(cues, strong + weak, first, index, last):
        return None
    if clause.negated and not _all_the_same(context, clause, index, money):
        return None
    event = _draft(context, cues, strong + weak, money, clause, last)
    if _doubted(context, event, strong + weak):
        return None
    told_so = _is_given(context, event, strong) if strong else _may_be_given(context, cues, event, weak, index, last)
    told_so = told_so or any(_by_meeting(context, h, subject(context, clause)) for h in weak)
    return event if told_so or _of_his_country(context, clause) else None


def _all_the_same(context: Context, clause: Clause, index: int, money: Quantity) -> bool:
    """Whether a negated clause gives a sum all the same: it was no more than that (لم تقدم سوى ...، لم تتجاوز ...)."""
    only = any(clause.first <= h.first < index for h in context.document.hits("event.funding-only"))
    bounds = money.number.bound in ("at_most", "at_least") and clause.verb is not None
    return only or (bounds and clause.verb is not None and money.start <= clause.verb.start < money.end)


def _doubted(context: Context, event: Event, words: list[Hit]) -> bool:
    """Whether words that are often said of other money are no funding to the learned model, and not both who gives and
    who takes are told (تصرف الدول المليارات لشراء الطاقة)."""
    if not all(h.data.get("weak") or h.data.get("doubtful") or h.data["frame"] == "need" for h in words):
        return False
    least = UNLIKELY if any(h.data["frame"] == "need" for h in words) else _NONE
    both = all(slot in event.slots for slot in _PARTIES)
    return not both and all(unlikely(context.document, h, "funding", least) for h in words)


def _telling(context: Context, cues: Cues, clause: Clause, near: list[Hit], index: int) -> list[Hit]:
    """The words that can tell what a sum is: a noun before the verb hides it (تعتزم جمع مليون دولار), some verbs are
    said of money behind the letter of "with" alone (تقدمت بمليون دولار)."""
    nominal = {
        h.first for h in near if "form" not in h.features and (clause.verb is None or clause.verb.first < h.first)
    }
    near = [h for h in near if "form" not in h.features or h.first not in nominal]
    return near if cues.by(context, index) else [h for h in near if h.data.get("by") != "only"]


def _before(near: Iterable[Hit], index: int) -> list[Hit]:
    return [h for h in near if h.last < index and not h.data.get("weak")]


def _behind(context: Context, near: Iterable[Hit], index: int) -> list[Hit]:
    """The noun or participle after a sum that says what it is: 20 مليون دولار مساعدات، 20 مليون دولار مخصصة ل ..."""
    return [
        h
        for h in near
        if h.first > index
        and (h.data["frame"] == "money" or h.data.get("of_sum"))
        and h.first - index <= _AFTER
        and not any(i in context.verbs for i in range(index, h.first))
    ]


def _priced(cues: Cues, words: list[Hit], first: int, index: int, last: int) -> bool:
    """Whether a sum is a price, a profit, a wage or a fine: such a word stands beside what tells of it, or rules the
    whole clause (sport)."""
    begin = max(first, min(h.first for h in words) - _BESIDE)
    beside = [h for i in range(begin, index) if (h := cues.at["not"].get(i)) is not None]
    whole = [h for i in range(first, last) if (h := cues.at["not"].get(i)) is not None and h.data.get("wide")]
    return bool(beside or whole)


def _is_given(context: Context, event: Event, strong: list[Hit]) -> bool:
    """Whether words that speak of giving tell a funding: who gives or takes is named, or what for, or the noun is one
    of gifts and pledges."""
    told_of = event.slots.keys() & {"donor", "recipient", "purpose"}
    return bool(told_of) or any(h.data.get("gift") for h in strong)


def _may_be_given(context: Context, cues: Cues, event: Event, weak: list[Hit], index: int, last: int) -> bool:
    """Whether words that speak of other things too tell a funding here: with a purpose, or by a state or body to whom
    it is named, or behind the letter of "with"."""
    owned = any("form" not in h.features and h.last + 1 in context.mention_tokens for h in weak)
    meant = any(h.data["frame"] == "giving" for h in weak) and "purpose" in event.slots
    named = _has_body(context, event, "donor")
    by = any(h.data.get("by") or h.data.get("pledge") for h in weak) and cues.by(context, index)
    raised = any(h.data.get("raises") for h in weak) and any(_has_body(context, event, s) for s in _PARTIES)
    likely = owned or meant or by or raised or (named and "recipient" in event.slots)
    return (likely or _has_purpose(cues, index, last)) and bool(event.slots.keys() & {"donor", "recipient"})


def _has_body(context: Context, event: Event, slot: str) -> bool:
    """Whether a state or a body that is named fills a slot."""
    given = event.slots.get(slot)
    return isinstance(given, list) and any(context.types.get(str(v)) in _GIVERS for v in given)


def _of_his_country(context: Context, clause: Clause) -> bool:
    """Whether somebody tells what his country gives, though the report does not say which it is."""
    who = subject(context, clause)
    return who is not None and who.first in context.own_country


def _reach(clause: Clause, index: int) -> tuple[int, int]:
    """The tokens that can tell what a sum is: its clause, and the one before it where that only announces."""
    return max(clause.sentence.first, min(clause.first, index), index - _FAR), min(clause.last, clause.sentence.last)


def _usable(context: Context, hit: Hit) -> bool:
    if hit.features.get("form") in FINITE:
        return hit.first in context.verbs
    return hit.first not in context.mention_tokens


def _has_purpose(cues: Cues, first: int, last: int) -> bool:
    return cues.within("for", first, last) is not None or cues.within("to", first, last) is not None


def _draft(
    context: Context,
    cues: Cues,
    words: list[Hit],
    money: Quantity,
    clause: Clause,
    last: int,
) -> Event:
    spoken_of = antecedent(context, clause)
    lent = spoken_of is not None and spoken_of.first in cues.words  # القروض التي قدمتها المصارف
    start = spoken_of.start if spoken_of is not None and lent else clause.start
    draft = Draft(context, "funding", start, max(clause.end, money.end))
    giving = next((h for h in words if h.features.get("form") in FINITE), words[0])
    after = context.document.token_at(money.end)
    needed = giving.data["frame"] == "need"
    who = subject(context, clause) or carried_subject(context, clause)
    side = "recipient" if needed or giving.data["frame"] == "receive" or _raised(context, giving, who) else "donor"
    named = givers(context, cues, [h for h in words if h.data["frame"] != "need"], money, last)
    gives = side == "donor" and not _asks(cues, clause) and not _by_meeting(context, giving, who)
    fill(draft, "donor", named or (donors(context, cues, clause, money) if gives else None))
    draft.value("amount", money.number, (money.start, money.end))
    if side == "recipient" and not _by_meeting(context, giving, who):
        taker = ([behind(context, v) for v in values(context, who)], (who.start, who.end)) if who is not None else None
        fill(draft, "recipient", (owner(context, giving, last) if needed else None) or taker)
    for called in (c for h in words if (c := named_for(context, cues, h)) is not None):
        fill(draft, "recipient", ([called.entity], (called.start, called.end)))
    fill(
        draft,
        "recipient",
        recipients(context, cues, after, last)
        or recipients(context, cues, giving.last, after)
        or (given_to(context, giving, after) if giving.data.get("whom") else None),
    )
    if "recipient" not in draft.event.slots and any(h.data.get("pledge") for h in words):
        fill(draft, "recipient", _gathered_for(context, cues, clause, words[0].first))
    draft.spans("purpose", purposes(context, cues, after, last))
    time = date_of(context, clause, money.start)
    if time is not None and time.precision not in ("day", "week", "part-month"):
        draft.value("period", time.interval, (time.start, time.end))
    fill_places(draft, after, last)
    draft.event.status = "planned" if needed else status(context, cues, clause, words, giving)
    return draft.event


def _gathered_for(
    context: Context, cues: Cues, clause: Clause, pledged: int
) -> tuple[list[str], tuple[int, int]] | None:
    """The land named in the sentence before its pledges as the one for which they are (مؤتمر لدعم لبنان بتعهدات)."""
    before = [(i, land) for i, land in cues.helped(context).items() if clause.sentence.first <= i < pledged]
    if len({land for _, land in before}) != 1:
        return None
    token = context.document.tokens[before[0][0]]
    return [before[0][1]], (token.start, token.end)


def _raised(context: Context, giving: Hit, who: Phrase | None) -> bool:
    """Whether a body raises the money that it is to spend itself."""
    raiser = values(context, who) if giving.data.get("raises") and who is not None else []
    return any(context.types.get(v) == "organisation" for v in raiser)


def _by_meeting(context: Context, giving: Hit, who: Phrase | None) -> bool:
    """Whether it is a conference that raises money: neither does it give it nor take it."""
    return bool(giving.data.get("raises")) and who is not None and who.first in context.meeting_heads


def _asks(cues: Cues, clause: Clause) -> bool:
    """Whether the clause's verb asks for what is to be given: its subject gives nothing."""
    asking = cues.at["announce"].get(clause.verb.first) if clause.verb is not None else None
    return asking is not None and bool(asking.data.get("asks"))


def status(context: Context, cues: Cues, clause: Clause, words: list[Hit], giving: Hit) -> str:
    """Pledged, asked for or announced is planned, a habit in the present ongoing, money held back cancelled."""
    first = max(clause.sentence.first, min(h.first for h in words) - (_AFTER if giving.data.get("of_sum") else 4))
    knew = background(context, clause.first, giving.first) == "cause"  # that he knew of it (نفى علمه بدفع المبلغ)
    if cue_in(context, clause, giving.first) == "denied" and not knew:
        return "denied"
    if cues.within("stop", first, giving.first) is not None:
        return "cancelled"
    found = "done" if clause.negated else status_of(context, clause, None, "ongoing")
    found = "done" if found == "denied" and knew else found
    tense = clause.tense
    if found == "ongoing" and (giving.features.get("form") not in FINITE or _expected(context, clause)):
        return "planned"  # works on, means to, is expected to give
    if (
        cues.within("handed", giving.first, min(giving.first + _HANDED, clause.sentence.last)) is not None
        and clause.tense != "future"
    ):
        return "done"
    announced = cues.within("announce", max(clause.sentence.first, giving.first - 12), giving.first) is not None
    if found == "ongoing" and any(h.data.get("pledge") for h in words):
        return "planned"  # a headline's present (المانحون يتعهدون ب ...)
    pledged = (
        _of_pledges(context, clause)
        or any(h.data.get("pledge") for h in words)
        or (announced and giving.features.get("form") not in FINITE)
    )
    if found == "done" and tense != "present" and pledged and not clause.negated:
        return "planned"
    return found


def _of_pledges(context: Context, clause: Clause) -> bool:
    """Whether a clause tells parts of what the clause before it says is pledged (بلغت التعهدات ...، ساهمت فيها ...)."""
    within = any(
        clause.first <= i < clause.last and context.particles[i].data.get("inside")
        for i in range(clause.first, min(clause.last, clause.first + 3))
        if i in context.particles
    )
    if not within or not clause.index:
        return False
    before = context.clauses[clause.index - 1]
    return before.sentence is clause.sentence and any(
        before.first <= h.first < before.last and h.data.get("pledge")
        for h in context.document.hits("event.funding", within=clause.sentence)
    )


def _expected(context: Context, clause: Clause) -> bool:
    """Whether the clause says what is expected (يتوقع أن تعلن ...)."""
    if clause.opener != "that" or clause.index == 0:
        return False
    before = context.clauses[clause.index - 1]
    pledges = (h for h in context.document.hits("event.funding", within=before.sentence) if h.data.get("pledge"))
    if before.verb is not None and any(h.first == before.verb.first for h in pledges):
        return True  # تعهد الوزير بأن تقدم بلاده ...
    return cue_in(context, before) == "planned"
