"""Noun groups: the bare noun phrases that stand one after another without a preposition (قتل | مسلحون | ثلاثة جنود).

A group is shorter than a `phrases.Phrase`: it ends where the next argument of a verb may begin, so that subject and
object are told apart. Arabic marks no case in print; the article does the work: after a definite noun an indefinite one
begins a new group, as does a number or a name.
"""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.adjoining import (
    THEY,
    agrees,
    behind_nation,
    definite,
    disagrees,
    ends_plural,
    is_body,
    is_noun,
    is_object,
    leaves_state,
    looks_like_verb,
    names_another,
    names_sort,
)
from tawatur.read.events.clauses import HARD, SOFT
from tawatur.read.events.context import Context
from tawatur.read.events.phrases import Phrase, proclitic
from tawatur.text.words import SIGN, Token

_MARKS = frozenset("\"“”„«»‹›‘’'([{#_")
_CLOSE = frozenset("\"“”»›’')]}_#")
_NOUNS = frozenset({"event.incident-noun", "class-word", "demonym"})


def groups(context: Context, first: int, limit: int) -> tuple[list[Phrase], int]:
    """The noun groups that follow each other from token `first`, and the token where they stop.

    They stop at a preposition, a particle, a comma, a verb, a word with a conjunction, or `limit`. A time or an adverb
    between them, with its commas or without, is passed over (اعتقلت الشرطة، الجمعة، ثلاثة أشخاص).
    """
    found: list[Phrase] = []
    index = skip_marks(context, first, limit)
    while index < limit:
        if ends(context, index):
            index = after_aside(context, index, limit) if found else index
            if index >= limit or ends(context, index) or proclitic(context, index)[0]:
                break
        if not found and proclitic(context, index)[0] and index not in context.mention_tokens:
            break  # الذي اعتقل في 1985 | وحكم عليه
        aside = _how_often(context, index) or (_own_name(context, found[-1], index) if found else None)
        if aside is not None and aside < limit:
            index = _skip_close(context, aside, limit)
            continue
        if found and proclitic(context, index)[0]:
            break  # منزل السيدة (33 عاما)، | واختبأ فيه
        if found and looks_like_verb(context, index):
            break  # ثلاثة رجال | يشتبه في ...
        last = _with_whom(context, index, _group_end(context, index, limit), limit)
        found.append(_phrase(context, index, last))
        index = _skip_close(context, last, limit)
        if index < limit and (lone(context, index) or proclitic(context, index)[0]):
            break
    return found, index


def _how_often(context: Context, index: int) -> int | None:
    """The token after a number of times, which is no group (قصفت ثلاث مرات | ناقلات النفط), and after an age in
    brackets (قتل المسلح (58 عاما) | شرطيا)."""
    quantity = context.quantity_tokens.get(index)
    if quantity is None or quantity.ordinal or quantity.number.unit not in ("time", "year"):
        return None
    after, tokens = max(index + 1, context.document.token_at(quantity.end)), context.document.tokens
    if quantity.number.unit == "time":
        return after
    bracketed = tokens[index - 1].form == "(" and after < len(tokens) and tokens[after].form == ")"
    return after + 1 if bracketed else None


def _own_name(context: Context, before: Phrase, index: int) -> int | None:
    """The token after another name of whom the group before it names, in quotation marks or brackets (داهم مكتب
    التحقيقات "إف بي آي" | منزلا)."""
    mention = context.mention_tokens.get(index)
    named = context.within(context.mentions, before.start, before.end)
    if mention is None or index == 0 or context.document.tokens[index - 1].form not in _MARKS:
        return None
    return context.document.token_at(mention.end) if mention.entity in {m.entity for m in named} else None


def after_aside(context: Context, index: int, limit: int) -> int:
    """The token after a time and adverbs at a token, between commas or without; the token itself where none stand."""
    tokens = context.document.tokens
    comma = tokens[index].form in SOFT
    at = begin = index + comma
    while at < limit:
        time, mark = context.time_tokens.get(at), context.particles.get(at)
        if time is not None:
            at = max(at + 1, context.document.token_at(time.end))
        elif mark is not None and (mark.data["class"] == "pause" or mark.last + 1 in context.time_tokens):
            at = mark.last + 1
        else:
            break
    if at == begin or at >= limit or (tokens[at].form in SOFT) != comma:
        return index
    return at + comma


def group(context: Context, first: int, limit: int) -> Phrase | None:
    """The noun group that begins at a token, or None."""
    index = skip_marks(context, first, limit)
    if index >= limit or ends(context, index):
        return None
    return _phrase(context, index, _with_whom(context, index, _group_end(context, index, limit), limit))


def clitic_group(context: Context, index: int, limit: int) -> list[Phrase]:
    """The noun group that begins at a word with a preposition written onto it (بنظام الرئيس)."""
    last = _with_whom(context, index, _group_end(context, index, limit), limit)
    return [_phrase(context, index, last)] if index < limit else []


def listed(context: Context, first: int, limit: int) -> list[Phrase]:
    """A noun group with those coordinated to it (سوريا والعراق؛ الأطفال والنساء)."""
    found: list[Phrase] = []
    at = group(context, first, limit)
    while at is not None:
        found.append(at)
        index = skip_marks(context, at.last, limit)
        if index < limit and context.document.tokens[index].form == "،":
            index = skip_marks(context, index + 1, limit)
        apart = index < limit and lone(context, index)
        index += apart
        if (
            index >= limit
            or not (apart or proclitic(context, index)[0])
            or ends(context, index)
            or index in context.verbs
        ):
            break
        if context.document.tokens[index].form.endswith(THEY) and index not in context.mention_tokens:
            break
        at = group(context, index, limit)
    return found


def skip_marks(context: Context, index: int, limit: int) -> int:
    """The first token from `index` that is no quotation mark, bracket, adverb or demonstrative."""
    tokens = context.document.tokens
    while index < limit:
        mark = context.particles.get(index)
        if tokens[index].kind == SIGN and tokens[index].form in _MARKS:
            index += 1
        elif mark is not None and _passed_over(mark):
            index = mark.last + 1
        else:
            break
    return index


def _passed_over(mark: Hit) -> bool:
    """Whether a particle is an adverb, a demonstrative or "each of", behind which a noun group begins."""
    return mark.data["class"] in ("pause", "demonstrative") or bool(mark.data.get("each"))


def ends(context: Context, index: int) -> bool:
    """Whether no noun group can begin or go on at this token."""
    token = context.document.tokens[index]
    if token.kind == SIGN:
        return token.form in HARD or token.form in SOFT or token.form not in _MARKS
    if index in context.mention_tokens or index in context.quantity_tokens:
        return bool(proclitic(context, index)[1])
    if index in context.time_tokens or index in context.particles:
        return True
    if index in context.verbs and (
        index not in context.words.nouns or context.words.nouns[index].entry.kind not in _NOUNS
    ):
        return True
    return bool(proclitic(context, index)[1])


def _group_end(context: Context, first: int, limit: int) -> int:
    """The token after a group: number and counted noun, name, or noun with its genitive and adjectives."""
    index, known = _step(context, first)
    while index < limit:
        inner = _skip_close(context, index, limit)
        if inner >= limit or ends(context, inner) or proclitic(context, inner)[0] or lone(context, inner):
            return index
        if (
            inner in context.quantity_tokens
            or inner in context.words.numbers
            or (known and inner > index and inner in context.mention_tokens)
        ):
            return index
        if looks_like_verb(context, inner) or disagrees(context, inner):
            return index
        if inner in context.mention_tokens:
            apposed = inner == first + 1 and names_sort(context, first)
            if (
                known
                and not apposed
                and not agrees(context, inner)
                and (context.mention_tokens[inner].type != "person" or is_body(context, first, inner))
            ):
                return index
        elif (
            (
                not known
                and (
                    names_another(context, first, inner)
                    or is_object(context, first, inner)
                    or behind_nation(context, first, inner)
                )
            )
            or (ends_plural(context, inner) and not known)
            or (known and (not definite(context, inner) or is_noun(context, inner)))
            or leaves_state(context, first, inner)
        ):
            return index
        index, now = _step(context, inner)
        known = known or now
    return min(index, limit)


def _with_whom(context: Context, first: int, last: int, limit: int) -> int:
    """The token after a group and the "of" on it that says whose people or how many of whom (عناصر من حركة طالبان)."""
    mark = context.particles.get(last)
    if mark is None or mark.data["class"] != "partitive" or first in context.quantity_tokens or last - first > 2:
        return last
    hit = context.words.nouns.get(first)
    some = first in context.firsts("event.incident-some")  # العديد من السجناء
    people = hit is not None and hit.data.get("is") == "person" and not definite(context, first)
    if not (people or some):
        return last
    inner = group(context, mark.last + 1, limit)
    return inner.last if inner is not None else last


def _step(context: Context, index: int) -> tuple[int, bool]:
    """The token after the name, number or word at `index`, and whether it is definite."""
    quantity = context.quantity_tokens.get(index)
    if quantity is not None and not quantity.ordinal:
        after = max(index + 1, context.document.token_at(quantity.end))
        return after, definite(context, after - 1)
    mention = context.mention_tokens.get(index)
    if mention is not None:
        return max(index + 1, context.document.token_at(mention.end)), True
    return index + 1, definite(context, index)


def _skip_close(context: Context, index: int, limit: int) -> int:
    tokens = context.document.tokens
    while index < limit and tokens[index].kind == SIGN and tokens[index].form in _MARKS:
        index += 1
    return index


def lone(context: Context, index: int) -> bool:
    """Whether a conjunction stands alone at a token, before a number in digits (20 شخصا و4 أطفال)."""
    return context.document.tokens[index].form == "و"


def _dangles(token: Token) -> bool:
    """Whether a token at the end of a group is no part of it: a mark, or a conjunction that stands alone (و4)."""
    return (token.kind == SIGN and token.form not in _CLOSE) or token.form == "و"


def _phrase(context: Context, first: int, last: int) -> Phrase:
    tokens = context.document.tokens
    while last > first + 1 and _dangles(tokens[last - 1]):
        last -= 1
    letters = proclitic(context, first)[2]
    mention = context.mention_tokens.get(first)
    start = mention.start if mention is not None else tokens[first].start + letters
    return Phrase(first, last, start, tokens[last - 1].end)
