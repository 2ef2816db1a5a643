"""A sum of money as one clause tells it: who gives it and who takes, needs or hopes for it."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import carried_subject, subject
from tawatur.read.events.clauses import FINITE, SOFT, Clause
from tawatur.read.events.context import Context
from tawatur.read.events.funding.cues import Cues
from tawatur.read.events.funding.donors import asked, donors, givers, named_for
from tawatur.read.events.funding.parties import fill
from tawatur.read.events.funding.purposes import purposes
from tawatur.read.events.funding.takers import given_to, owner, recipients, takers
from tawatur.read.events.groups import lone
from tawatur.read.events.phrases import Phrase, proclitic
from tawatur.read.events.slots import Draft, body_values, is_money, values
from tawatur.record.types import Quantity, Span

BARE = 1e5  # the least number that may be money without a currency
_JOINED = 6  # tokens from the "and" before a further sum to the sum (وقروضا من البنك بقيمة مليار)


class SumTold:
    """A sum in its clause, told by `words`; what belongs to it ends before token `last`, and begins behind it at
    `after`. `giving` is the word that tells most, `who` the subject, the clause's own or carried on; `needed`: it is
    only needed, `taken`: the subject is on the side of those who take it."""

    def __init__(
        self, context: Context, cues: Cues, words: list[Hit], money: Quantity, clause: Clause, last: int
    ) -> None:
        self.context, self.cues, self.words, self.money, self.clause = context, cues, words, money, clause
        self.giving = next((h for h in words if h.features.get("form") in FINITE), words[0])
        self.after = context.document.token_at(money.end)
        self.last = _own_end(context, cues, self.after, last)
        self.needed = self.giving.data["frame"] == "need"
        carries = not self.needed or self.giving.features.get("form") in FINITE
        self.who = subject(context, clause) or (carried_subject(context, clause) if carries else None)
        receives = self.giving.data["frame"] == "receive" or _raised(context, self.giving, self.who)
        self.taken = self.needed or (receives and not _of_donors(cues, self.who))
        gets = any(h.data.get("raises") or h.data["frame"] == "receive" for h in words)
        self._hopes = gets and _announces(cues, clause, "hopes")  # يأمل لبنان بجمع مليار
        self._meets = by_meeting(context, self.giving, self.who)

    def fill_donor(self, draft: Draft) -> None:
        """Who gives it: who is named beside a word of giving, who is asked for it, else the subject that gives."""
        giving = [h for h in self.words if h.data["frame"] != "need"]
        named = givers(self.context, self.cues, giving, self.money, self.last)
        if named is None and not self.taken:
            asks = _announces(self.cues, self.clause, "asks")
            told_of = any(h.data.get("told_of") for h in self.words)
            named = asked(self.context, self.cues, self.clause) if asks else None
            if named is None and not (asks or self._hopes or told_of or self._meets):
                named = donors(self.context, self.cues, self.clause, self.money)
        fill(draft, "donor", named)

    def fill_recipient(self, draft: Draft) -> tuple[int, int]:
        """Who takes it, and where those stand to whom it is given, which is no purpose; (0, 0) where none do."""
        if self.taken and not self._meets:
            fill(draft, "recipient", self._owner() or self._taker())
        for called in (c for h in self.words if (c := named_for(self.context, self.cues, h)) is not None):
            fill(draft, "recipient", ([called.entity], (called.start, called.end)))
        taking = (
            recipients(self.context, self.cues, self.after, self.last)
            or recipients(self.context, self.cues, self.giving.last, self.after)
            or (given_to(self.context, self.giving, self.after) if self.giving.data.get("whom") else None)
        )
        fill(draft, "recipient", taking)
        if "recipient" not in draft.event.slots:
            fill(draft, "recipient", self._understood())
        return taking[1] if taking is not None else (0, 0)

    def purposes(self, taking: tuple[int, int]) -> list[Span]:
        """What it is for, but for those who take it, who stand at `taking`."""
        found = purposes(self.context, self.cues, self.after, self.last)
        return [p for p in found if not taking[0] <= p.start <= p.end <= taking[1]]

    def _owner(self) -> tuple[list[str], tuple[int, int]] | None:
        return owner(self.context, self.giving, self.last) if self.needed else None

    def _taker(self) -> tuple[list[str], tuple[int, int]] | None:
        if self.who is None or self.who.first in self.cues.words:  # حيث تلقى وعودا
            return None
        return takers(self.context, self.clause, self.who), (self.who.start, self.who.end)

    def _understood(self) -> tuple[list[str], tuple[int, int]] | None:
        """Who takes it though nobody is named as that: for whom pledges are gathered, who hopes for it, whose need it
        is."""
        found = None
        if any(h.data.get("pledge") for h in self.words):
            found = _gathered_for(self.context, self.cues, self.clause, self.words[0].first)
        if found is None and self._hopes and self.who is not None and not (self.taken or self._meets):
            found = body_values(self.context, self.who), (self.who.start, self.who.end)
        return found or (_needing(self.context, self.cues) if self.needed else None)


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
