"""What money is for."""

from __future__ import annotations

from tawatur.read.events.clauses import HARD
from tawatur.read.events.context import Context
from tawatur.read.events.funding.cues import Cues
from tawatur.read.events.groups import group
from tawatur.read.events.phrases import proclitic
from tawatur.record.types import Span
from tawatur.text.words import SIGN, definite

_TIMES = frozenset({"year", "month", "week", "day", "hour"})


def purposes(context: Context, cues: Cues, first: int, last: int) -> list[Span]:
    """What it is for: the words after "in order to" or after ل with a masdar, up to the next mark; or the sort of help
    that a sum is of (مليار دولار من المساعدات الإنسانية)."""
    found: list[Span] = []
    tokens = context.document.tokens
    part = group(context, first + 1, last) if first < last and first in cues.at["from"] else None
    said = part is not None and part.last - part.first > 1  # المساعدات alone says nothing more
    if part is not None and said and part.first in cues.words and part.first not in context.mention_tokens:
        found.append(context.document.span(part.start, part.end))
    for index in range(first, last):
        begin = _begins(context, cues, index)
        if begin is None or begin >= last or (found and found[-1].end > tokens[begin].start):
            continue
        end = begin + 1
        while end < last and not _closes(context, cues, end):
            end += 1
        while end > begin + 1 and tokens[end - 1].kind == SIGN:
            end -= 1
        start = tokens[begin].start + (_letters(context, begin) if begin == index else 0)
        alone = begin == index and not definite(tokens[begin].form)
        if end - begin > 1 or not alone:
            found.append(context.document.span(start, tokens[end - 1].end))
    return found


def _closes(context: Context, cues: Cues, index: int) -> bool:
    """Whether a purpose ends before a token: at a mark, before another purpose, before the meeting or the time in which
    the money was given (لدعم المدارس خلال اجتماع ...)."""
    if context.document.tokens[index].form in HARD | {"،"} or index in cues.at["for"]:
        return True
    mark = context.particles.get(index)
    if mark is None or not (mark.data.get("during") or mark.data.get("aside")):
        return False
    return mark.last + 1 in context.firsts("event.meeting") or mark.last + 1 in context.time_tokens


def _letters(context: Context, index: int) -> int:
    """How many letters of a word are its preposition, with the article that is written into it (للمساعدات)."""
    form, letters = context.document.tokens[index].form, proclitic(context, index)[2]
    doubled = letters and form[letters - 1 : letters + 1] == 2 * context.letters.for_
    return letters + 1 if doubled and definite(form) else letters


def _begins(context: Context, cues: Cues, index: int) -> int | None:
    """The token where a purpose begins, if its cue stands at `index`."""
    if index in cues.at["for"]:
        return cues.at["for"][index].last + 1
    receives = cues.at["to"].get(index)
    if receives is not None:
        return index if receives.data.get("purpose") else None
    if proclitic(context, index)[1] != context.letters.for_ or context.inside_name(
        context.document.tokens[index].start
    ):
        return None
    inside_time = any(t.start <= context.document.tokens[index].start + 2 < t.end for t in context.times)
    inside_time = inside_time or index + 1 in context.time_tokens  # لما بين 2018 و2020
    party = (
        cues.are_people(index)
        or index in cues.demonyms
        or (index in context.words.class_words and index + 1 in context.mention_tokens)
    )
    return None if inside_time or party or _is_none(context, cues, index) else index


def _is_none(context: Context, cues: Cues, index: int) -> bool:
    """Whether what stands behind ل is no thing that money is for: a verb (ليصبح), for how long (لمدة سنة، لثلاث سنوات),
    that by which it is done (تنفيذا لأوامر), a word that points at what was told (لذلك)."""
    mark, quantity = context.particles.get(index), context.quantity_tokens.get(index)
    pointing = mark is not None and mark.data["class"] == "demonstrative"
    long = quantity is not None and quantity.number.unit in _TIMES
    return pointing or long or index in context.verbs or index in cues.at["term"] or index - 1 in cues.at["by"]
