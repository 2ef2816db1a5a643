"""Aims and topics: a run of coordinated verbal nouns, each with its complements, cut into spans.

"... بمواجهة التنظيم على كل الجبهات وتفكيك شبكاته ومنع تدفق المقاتلين" is three aims: a conjunction before a verbal
noun begins another one, and so does a comma with a conjunction; a conjunction between complements (التطرف والإرهاب)
does not.
"""

from __future__ import annotations

import re
from functools import cache

from tawatur.language.lexicon import Hit
from tawatur.language.loader import Language
from tawatur.read.events.clauses import HARD, SOFT
from tawatur.read.events.context import Context
from tawatur.read.events.phrases import proclitic
from tawatur.record.types import Span
from tawatur.text.folding import source_offset
from tawatur.text.words import SIGN, analyses, definite

_QUOTES = frozenset('"“”„«»‹›')
_BRACKETS = frozenset("()")
_AFTERTHOUGHT = ("ends_list", "during", "place", "aside")


class _Masdars:
    def __init__(self, language: Language) -> None:
        raw = language.data("events/masdars")
        self.words = frozenset(raw["words"])
        self.never = frozenset(raw["not"])
        self.radical = frozenset(raw["radical"])
        self.plural_alef = str(raw["plural_alef"])
        self.adding = frozenset(raw["adding"])
        self.template = re.compile("|".join(t.replace("?", r"\w") for t in raw["templates"]))

    def __contains__(self, form: str) -> bool:
        return form not in self.never and (form in self.words or self.template.fullmatch(form) is not None)


@cache
def _masdars(language: Language) -> _Masdars:
    return _Masdars(language)


def is_masdar(context: Context, index: int) -> bool:
    """Whether a word, its proclitics and article aside, looks like a verbal noun."""
    token = context.document.tokens[index]
    form = token.form
    known = _masdars(context.document.language)
    letters = proclitic(context, index)[2]
    bare = form[letters:]
    if token.text[source_offset(token.text, letters) :].startswith(known.plural_alef) and bare not in known.words:
        return False
    return (
        bare in known.radical
        or any(a.letters == letters and a.rest in known for a in analyses(form))
        or (bare in known and not definite(bare))  # الغاز has an article, and is none of its own
    )


def enumerate_spans(context: Context, first: int, limit: int) -> list[Span]:
    """The members of the list that begins at a token: spans without the proclitic before each, up to the end of the
    list (`extent`) at the latest before token `limit`."""
    last = extent(context, first, limit)
    starts = [first]
    for index in range(first + 1, last):
        if _begins_member(context, index, starts[-1]):
            starts.append(index)
    return [
        span
        for start, end in zip(starts, [*starts[1:], last], strict=True)
        if (span := _member(context, start, end)) is not None
    ]


def extent(context: Context, first: int, limit: int) -> int:
    """Where a phrase with all its complements and relative clauses ends: before a hard mark, a mark that closes what
    was opened before it, a subordinator, or a comma after which another clause or an attribution begins."""
    tokens = context.document.tokens
    opened = 0
    for index in range(first, limit):
        token = tokens[index]
        mark = context.particles.get(index)
        if index > first and (index in context.words.attributions or index in context.words.after_parts):
            return index
        if token.kind == SIGN:
            if token.form in HARD:
                return index
            if token.form in _QUOTES or token.form in _BRACKETS:
                opens = token.form == "(" or (token.form in _QUOTES and _opens_here(context, index, limit))
                if opens:
                    opened += 1
                elif opened:
                    opened -= 1
                elif index > first:
                    return index
            if token.form in SOFT and index + 1 < limit and _leaves(context, index + 1):
                return index
        elif (index > first and mark is not None and _ends(mark) and mark.first == index) or (
            index > first and (verb := context.verbs.get(index)) is not None and verb.analysis.conjunction
        ):
            return index
    return limit


def _ends(mark: Hit) -> bool:
    """Whether no list goes on at a particle: one that subordinates, or a "that" of what else is said or of a reason
    (تعهد بدعم الخطة وأنه ...، لأنها ...)."""
    said = mark.data["class"] == "that" and bool(mark.analysis.conjunction or mark.data.get("reason"))
    return mark.data["class"] == "subordinate" or bool(mark.data.get("ends_list")) or said


def _opens_here(context: Context, index: int, limit: int) -> bool:
    """Whether a quotation mark that looks alike on both sides stands right before a word."""
    text, token = context.document.text, context.document.tokens[index]
    return index + 1 < limit and text[token.end : token.end + 1].strip() != "" and text[token.start - 1].isspace()


def _leaves(context: Context, index: int) -> bool:
    """Whether what begins after a comma is no part of the list: a clause or an attribution."""
    if index in context.verbs or index in context.words.attributions or index in context.firsts("say"):
        return True
    time = context.time_tokens.get(index)
    if time is not None:  # بحث الوضع في البلاد، الجمعة في الدوحة; but: بعد هجوم وقع، الجمعة، في ...
        return all(t.form not in SOFT for t in context.document.tokens_in(time.end, time.end + 2))
    mark = context.particles.get(index)
    if mark is None:
        return False
    if mark.data.get("during") or (_adds(mark) and mark.last + 1 in context.words.visitors):
        return True  # شارك في اجتماع حول الأزمة، إلى جانب نظرائه
    begins = mark.data["class"] == "auxiliary" and bool(mark.analysis.conjunction)
    behind = context.particles.get(mark.last + 1)
    if mark.data["class"] == "demonstrative" and mark.analysis.conjunction and behind is not None:
        return any(behind.data.get(k) for k in _AFTERTHOUGHT)  # وذلك بعد ..., وذلك خلال ..., وذلك في بيان ...
    return begins or mark.data["class"] == "that" or bool(mark.data.get("whole")) or _ends(mark)


def _begins_member(context: Context, index: int, start: int) -> bool:
    tokens = context.document.tokens
    if index - start < 2 or tokens[index].kind == SIGN:
        return False
    comma = tokens[index - 1].form in SOFT
    mark = context.particles.get(index)
    if mark is not None and _adds(mark) and mark.first == index:
        if mark.last + 1 in context.particles:
            return False  # وكذلك في القارة: another complement
        return comma or (is_masdar(context, start) and is_masdar(context, mark.last + 1))
    if mark is not None:
        adding = _masdars(context.document.language).adding
        return comma and tokens[index].form in adding
    if not proclitic(context, index)[0] or index in context.mention_tokens:
        return False
    if comma:
        return is_masdar(context, index) or not is_masdar(context, start)
    if not is_masdar(context, index) or not is_masdar(context, start) or not context.closed(index - 1):
        return False
    if definite(tokens[index].form) and definite(tokens[index - 1].form) and is_masdar(context, index - 1):
        return False  # two that share what they govern (التعاون والتنسيق مع ...)
    if tokens[index].form[proclitic(context, index)[2] :] in _masdars(context.document.language).radical:
        return True
    return not definite(tokens[index].form) or index + 1 in context.particles or _governs(context, index + 1)


def _adds(mark: Hit) -> bool:
    """Whether a joining word adds one more (إلى جانب، فضلا عن) and puts none in another's place (أو)."""
    return mark.data["class"] == "join" and not mark.data.get("either") and not mark.data.get("each")


def _governs(context: Context, index: int) -> bool:
    """Whether a word with a preposition written onto it stands there (التصدي لعودته)."""
    return index < len(context.document.tokens) and bool(proclitic(context, index)[1])


def _member(context: Context, first: int, last: int) -> Span | None:
    tokens = context.document.tokens
    adding = _masdars(context.document.language).adding
    while first < last and (tokens[first].kind == SIGN or tokens[first].form in adding):
        first += 1
    mark = context.particles.get(first)
    if mark is not None and _adds(mark) and mark.last + 1 < last:
        first = mark.last + 1
    while last > first and tokens[last - 1].kind == SIGN and tokens[last - 1].form in HARD | SOFT | {"("}:
        last -= 1
    if first >= last:
        return None
    start = tokens[first].start + source_offset(tokens[first].text, proclitic(context, first)[2])
    return context.document.span(start, tokens[last - 1].end)
