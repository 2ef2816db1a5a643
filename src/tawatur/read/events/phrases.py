"""Noun phrases: where one that begins at a token ends, its coordinated parts, its words as a slot shows them."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.read.events.borders import another_begins
from tawatur.read.events.clauses import HARD, SOFT
from tawatur.read.events.context import Context
from tawatur.record.types import Mention
from tawatur.text.folding import source_offset
from tawatur.text.shown import untagged
from tawatur.text.words import NUMBER, SIGN, WORD, Token, analyses, likeliest, nisba

_OPEN, _CLOSE = frozenset("\"“”„«»‹›‘’'([{"), frozenset("\"“”„«»‹›‘’')]}")
_NAME = 80  # the most characters of a name
_MARKS = ' "“”„«»‹›'
_PAIRS = (('"', '"'), ("“", "”"), ("«", "»"), ("‹", "›"), ("(", ")"))
_ARTICLE = 2  # its letters
STOPS = frozenset({"preposition", "that", "relative", "subordinate", "negation", "auxiliary", "pause"})


class Phrase(NamedTuple):
    """A noun phrase: tokens [first, last), offsets [start, end) without its proclitic and the marks around it."""

    first: int
    last: int
    start: int
    end: int


def proclitic(context: Context, index: int) -> tuple[str, str, int]:
    """Conjunction and preposition written onto a word, and how many of its letters they are.

    Known from a name that begins inside the word or from a listed word, else guessed from the letters.
    """
    known = context.proclitics.get(index)
    if known is None:
        known = context.proclitics[index] = _proclitic(context, index)
    return known


def _proclitic(context: Context, index: int) -> tuple[str, str, int]:
    token = context.document.tokens[index]
    form = token.form
    if token.kind != WORD:
        return "", "", 0
    mention = context.mention_tokens.get(index)
    if mention is not None:
        letters = mention.start - token.start
        analysis = next((a for a in analyses(form) if a.letters == letters), None)
        return (analysis.conjunction, analysis.preposition, letters) if analysis and letters else ("", "", letters)
    hit = context.by_first("own-letter").get(index) or context.words.nouns.get(index)
    if hit is not None:
        return hit.analysis.conjunction, hit.analysis.preposition, hit.analysis.letters
    analysis = likeliest(form)
    return analysis.conjunction, analysis.preposition, analysis.letters


def of_mention(context: Context, mention: Mention) -> Phrase:
    """A name as a phrase."""
    first, last = (context.document.token_at(offset) for offset in (mention.start, mention.end))
    return Phrase(first, last, mention.start, mention.end)


def phrase(context: Context, first: int, limit: int) -> Phrase:
    """The noun phrase, coordinated parts included, that begins at a token; it ends before token `limit` at the latest.

    It ends before a finite verb, a preposition, a subordinator, a time, a mark that opens no list. Empty (first ==
    last) where no noun begins there.
    """
    tokens = context.document.tokens
    index = first
    if index < limit and tokens[index].kind == SIGN and tokens[index].form in _OPEN:
        index += 1
    while index < limit:
        if index > first and _stops(context, index, first, limit):
            break
        role = context.role_tokens.get(index)
        if role is not None:
            index = max(index + 1, context.document.token_at(role.end))
            if index < limit and not _goes_on(context, index):
                break
            continue
        mention = context.mention_tokens.get(index)
        if mention is not None:
            index = max(index + 1, context.document.token_at(mention.end))
            if index < limit and not _goes_on_after_name(context, mention, index):
                break
            continue
        if index == first and index in context.verbs and index not in context.words.nouns:
            break
        index += 1
    return _trim(context, first, min(index, limit))


def _stops(context: Context, index: int, first: int, limit: int) -> bool:
    token = context.document.tokens[index]
    if token.kind == SIGN:
        if token.form in HARD:
            return True
        if token.form in SOFT:
            return not _list_goes_on(context, index, limit)
        return False
    if index in context.time_tokens or index in context.firsts("event.meeting") or index in context.words.part_tokens:
        return True
    if index in context.quantity_tokens and context.closed(index - 1) and not _coordinated(context, index):
        return True
    if any(q.start < token.start < q.end for q in context.within(context.quantities, token.start - 40, token.end + 40)):
        return False
    if not any(proclitic(context, index)[:2]) and another_begins(context, index, first):
        return True
    mark = context.particles.get(index)
    if mark is not None and mark.data["class"] in STOPS:
        return True
    if index in context.verbs and index not in context.mention_tokens:
        return True
    return bool(proclitic(context, index)[1])


def _coordinated(context: Context, index: int) -> bool:
    return bool(proclitic(context, index)[0])


def _goes_on(context: Context, index: int) -> bool:
    """Whether a mark, a particle or a conjunction stands there."""
    token = context.document.tokens[index]
    return token.kind == SIGN or index in context.particles or bool(proclitic(context, index)[0])


def _goes_on_after_name(context: Context, name: Mention, index: int) -> bool:
    """Whether the word after a name belongs to its phrase: a conjunction, a mark, a title's rest, or an adjective."""
    token = context.document.tokens[index]
    if _goes_on(context, index):
        return True
    if any(r.start <= name.start and token.end <= r.end for r in context.roles_over(token.start)):
        return True
    return name.type != "person" and nisba(token.form)


def _list_goes_on(context: Context, comma: int, limit: int) -> bool:
    """Whether the word after a comma carries on a list of nouns: "و" before it, or a name."""
    after = comma + 1
    if after >= limit:
        return False
    if after in context.verbs or after in context.time_tokens:
        return False
    mark = context.particles.get(after)
    if mark is not None:
        return bool(mark.data["class"] == "join")
    conjunction, preposition, _ = proclitic(context, after)
    if preposition:
        return False
    return bool(conjunction) or (after in context.mention_tokens and _alike(context, comma, after))


def _alike(context: Context, comma: int, after: int) -> bool:
    """Whether the names on both sides of a comma can be of one list: a person is in none with a place or a body."""
    at = context.document.tokens[comma].start
    before = [m for m in context.within(context.mentions, at - _NAME, at) if m.end >= at - 1]
    return not before or (before[-1].type == "person") == (context.mention_tokens[after].type == "person")


def _trim(context: Context, first: int, last: int) -> Phrase:
    tokens = context.document.tokens
    while (
        last > first
        and tokens[last - 1].kind == SIGN
        and (tokens[last - 1].form in HARD | SOFT or tokens[last - 1].form in '([«“"')
    ):
        last -= 1
    while first < last and tokens[first].kind == SIGN:
        first += 1
    if first >= last:
        at = tokens[first].start if first < len(tokens) else len(context.document.text)
        return Phrase(first, first, at, at)
    start = tokens[first].start + source_offset(tokens[first].text, proclitic(context, first)[2])
    end = tokens[last - 1].end
    if tokens[last - 1].kind == SIGN and tokens[last - 1].form in _CLOSE:
        inner = context.document.text[start:end]
        if not any(c in inner[:-1] for c in _OPEN):
            last, end = last - 1, tokens[last - 2].end if last - 2 >= first else end
    return Phrase(first, last, start, end)


def conjuncts(context: Context, whole: Phrase) -> list[Phrase]:
    """The coordinated parts of a phrase: cut before "و", at commas, and at joining words (إلى جانب, فضلا عن)."""
    tokens = context.document.tokens
    parts: list[Phrase] = []
    first = index = whole.first
    while index < whole.last:
        mention = context.role_tokens.get(index) or context.mention_tokens.get(index)
        mark = context.particles.get(index)
        joined = mark is not None and mark.data["class"] == "join"
        comma = tokens[index].kind == SIGN and (tokens[index].form in SOFT or tokens[index].form == "(")
        comma = comma and not _names_him(context, first, index)
        if index > first and (joined or comma or proclitic(context, index)[0]):
            parts.append(_trim(context, first, index))
            first = index
        if joined and mark is not None:
            first = index = mark.last + 1
        elif comma:
            first = index = index + 1
        elif mention is not None:
            index = max(index + 1, context.document.token_at(mention.end))
        else:
            index += 1
    if first < whole.last:
        parts.append(_trim(context, first, whole.last))
    return [p for p in parts if p.first < p.last]


def _names_him(context: Context, first: int, comma: int) -> bool:
    """Whether the person named right after a comma is the one whom the words before it describe (زعيم البلاد، فلان)."""
    named = context.mention_tokens.get(comma + 1)
    if named is None or named.type != "person" or first not in context.words.voices or proclitic(context, comma + 1)[0]:
        return False
    tokens = context.document.tokens
    before = context.within(context.mentions, tokens[first].start, tokens[comma].start)
    return all(m.type != "person" for m in before)


def _in_pairs(text: str, start: int, end: int) -> str:
    """The text in [start, end), with the mark behind it that closes one opened inside (مؤتمر "الأرزة").

    A mark ahead of it stays outside, since what follows may need the first word bare.
    """
    inside = text[start:end]
    for opening, closing in _PAIRS:
        is_open = inside.count(opening) % 2 if opening == closing else inside.count(opening) > inside.count(closing)
        if is_open and text[end : end + 1] == closing:
            return text[start : end + 1]
    return inside


def words(context: Context, part: Phrase) -> str:
    """The words of a phrase as a slot shows them: without article, number and the marks around it."""
    start = part.start
    for quantity in context.within(context.quantities, start, part.end):
        if quantity.start - start <= 1:
            counted = [
                t
                for t in context.document.tokens_in(quantity.start, quantity.end)
                if t.kind != NUMBER and t.index not in context.words.numbers
            ]
            start = max(quantity.start, counted[0].start) if counted else start
    whole = context.document.text[start : part.end]
    start += len(whole) - len(whole.lstrip(_MARKS))
    text = _in_pairs(context.document.text, start, part.end - len(whole) + len(whole.rstrip(_MARKS)))
    first = context.document.tokens[context.document.token_at(start)]
    letters = proclitic(context, first.index)[2]
    known = context.words.nouns.get(first.index)
    bare = known.analysis.rest if known is not None else ""  # للاجئين: لاجئين and no اجئين
    for analysis in sorted(analyses(first.form), key=lambda a: a.rest != bare):
        if (
            analysis.article
            and analysis.letters == letters
            and len(analysis.rest) > 2
            and not own_alif(context, first, letters)
        ):
            cut = source_offset(first.text, len(first.form) - len(analysis.rest)) - max(0, start - first.start)
            return untagged(_undefined(context, first.index + 1, text, start)[max(0, cut) :])
    return untagged(text)


def own_alif(context: Context, token: Token, letters: int) -> bool:
    """Whether the letter behind a word's proclitics is an alif with a hamza, which no article has (ألمانية، إلغاء)."""
    return token.text[source_offset(token.text, letters) :][:1] in context.letters.hamzas


def _undefined(context: Context, index: int, text: str, start: int) -> str:
    """Words, from an offset on, whose first loses its article: the adjectives behind it, from a token on, lose theirs
    (القوات الدولية المشتركة). What another word than the first agrees with keeps it (المنطقة المنزوعة السلاح)."""
    tokens, kept, last = context.document.tokens, "", start
    ending = None
    while index < len(tokens) and tokens[index].end <= start + len(text) and _is_adjective(context, index, ending):
        ending = tokens[index].form.endswith(context.letters.feminine)
        kept += context.document.text[last : tokens[index].start]
        last = tokens[index].start + _ARTICLE
        index += 1
    return kept + text[last - start :]


def _is_adjective(context: Context, index: int, ending: bool | None) -> bool:
    """Whether a definite word stands there that is no name and ends, feminine or not, as the adjective before it."""
    token = context.document.tokens[index]
    plain = token.kind == WORD and index not in context.mention_tokens
    alone = plain and any(a.article and not a.letters and len(a.rest) > 2 for a in analyses(token.form))
    return alone and ending in (None, token.form.endswith(context.letters.feminine))
