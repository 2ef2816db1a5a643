"""Who takes money: behind "to" and "for", as the object of a verb of giving, or who needs it."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import subject
from tawatur.read.events.clauses import Clause
from tawatur.read.events.complements import Complement
from tawatur.read.events.context import Context
from tawatur.read.events.funding.cues import Cues
from tawatur.read.events.funding.parties import TWO, objects
from tawatur.read.events.groups import group
from tawatur.read.events.people import behind, country_of
from tawatur.read.events.phrases import Phrase, proclitic
from tawatur.read.events.slots import body_values, values


def recipients(context: Context, cues: Cues, first: int, last: int) -> tuple[list[str], tuple[int, int]] | None:
    """Who receives: after "to", "for the benefit of" or "to help", or behind a written-on preposition."""
    aims = False  # behind another ل people are those of what the money is for (لوضع برامج للسجناء)
    for index in range(first, min(last, first + 14)):
        part = None
        if index in cues.at["to"]:
            part = _after_to(context, cues.at["to"][index].last + 1, last)
        elif index in cues.at["for"] and cues.at["for"][index].last + 1 in cues.words:
            part = group(context, cues.at["for"][index].last + 2, last)
        elif proclitic(context, index)[1] == context.letters.for_ and index not in cues.at["for"]:
            part = _after_clitic(context, index, last)
        if part is not None and not (aims and cues.only_people(part.first)) and (found := _party(context, cues, part)):
            return found, (part.start, part.end)
        aims = aims or part is not None
    return None


def owner(context: Context, needing: Hit, last: int) -> tuple[list[str], tuple[int, int]] | None:
    """Who needs, where the noun of needing names him (حاجة العراق إلى ...)."""
    found = group(context, needing.last + 1, last) if "form" not in needing.features else None
    if found is None or found.first not in context.mention_tokens:
        return None
    return values(context, found), (found.start, found.end)


def given_to(context: Context, giving: Hit, last: int) -> tuple[list[str], tuple[int, int]] | None:
    """Who receives as the first object of a verb of giving (منح البنك المغرب قرضا): the second name after it, or the
    first where its subject stands before it."""
    clause = context.clause_at(giving.first)
    who = subject(context, clause) if clause is not None else None
    after = objects(context, giving, last)
    ahead = who is not None and who.last <= giving.first
    at = 0 if (ahead if "form" in giving.features else len(after) < TWO) else 1
    found = values(context, after[at]) if len(after) > at else []
    if found and found[0] not in context.types:
        found = [m.entity for m in context.within(context.mentions, after[at].start, after[at].end)][:1]
    return (found, (after[at].start, after[at].end)) if found else None


def led_to(context: Context, cues: Cues, after: list[Complement]) -> Phrase | None:
    """Who stands first behind "to" or "for" among the complements of a word of giving."""
    for found in after:
        if found.letter == context.letters.for_ or (found.mark is not None and found.mark.first in cues.at["to"]):
            return found.phrase
    return None


def given_out(cues: Cues, after: list[Complement]) -> Phrase | None:
    """The people behind the preposition of giving out (توزيع السلال على النازحين)."""
    upon = (f.phrase for f in after if f.mark is not None and f.mark.data["class"] == "preposition")
    whom = next(upon, None)
    return whom if whom is not None and whom.first in cues.at["people"] else None


def _after_to(context: Context, first: int, last: int) -> Phrase | None:
    """The group after "to", a part of a land among them (لفائدة شمال سوريا)."""
    mark, mention = context.particles.get(first), context.mention_tokens.get(first + 1)
    if mark is not None and mark.data.get("place") and mention is not None:
        return Phrase(first, context.document.token_at(mention.end), mark.start, mention.end)
    return group(context, first, last)


def _after_clitic(context: Context, index: int, last: int) -> Phrase | None:
    mention = context.mention_tokens.get(index)
    letters = proclitic(context, index)[2]
    start = mention.start if mention is not None else context.document.tokens[index].start + letters
    end = index + 1
    following = group(context, end, last) if mention is None and end < last else None
    stop = following.last if following is not None else (context.document.token_at(mention.end) if mention else end)
    return Phrase(index, max(stop, end), start, context.document.tokens[max(stop, end) - 1].end)


def takers(context: Context, clause: Clause, who: Phrase) -> list[str]:
    """Whom the words for a receiver speak of: in the mouth of an officer "his country" is the one he serves."""
    own = country_of(context, context.speaker_at(clause)) if who.first in context.firsts("commitment.own") else []
    return own or [behind(context, v) for v in body_values(context, who)]


def _party(context: Context, cues: Cues, part: Phrase) -> list[str]:
    """The values of a part that is a name or a word for people or lands."""
    clause = context.clause_at(part.first)
    if clause is not None and part.first in context.firsts("commitment.own"):
        return takers(context, clause, part)
    mark = context.particles.get(part.first)
    side = mark is not None and bool(mark.data.get("place"))  # شمال سوريا
    heads = side or part.first in context.words.class_words or cues.are_people(part.first)
    heads = heads or part.first in cues.demonyms  # للفلسطينيين
    return values(context, part) if heads or part.first in context.mention_tokens else []
