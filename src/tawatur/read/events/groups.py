"""Noun groups: the bare noun phrases that stand one after another without a preposition (قتل | مسلحون | ثلاثة جنود).

A group is shorter than a `phrases.Phrase`: it ends where the next argument of a verb may begin, so that subject and
object are told apart. Arabic marks no case in print; the article does the work: after a definite noun an indefinite one
begins a new group, as does a number or a name.
"""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.clauses import HARD, SOFT
from tawatur.read.events.context import Context
from tawatur.read.events.phrases import Phrase, own_alif, proclitic
from tawatur.text.words import SIGN, Token, nisba

_MARKS = frozenset("\"“”„«»‹›‘’'([{#_")
_CLOSE = frozenset("\"“”»›’')]}_#")
_PLURALS = ("ون", "ان")
_NOUNS = frozenset({"event.incident-noun", "class-word", "demonym"})
_THEY = "وا"  # the ending of a plural verb that no list knows


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
        if (often := _how_often(context, index)) is not None and often < limit:
            index = often
            continue
        if found and _looks_like_verb(context, index):
            break  # ثلاثة رجال | يشتبه في ...
        last = _with_whom(context, index, _group_end(context, index, limit), limit)
        found.append(_phrase(context, index, last))
        index = _skip_close(context, last, limit)
        if index < limit and (
            _lone(context, index) or (proclitic(context, index)[0] and index not in context.quantity_tokens)
        ):
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
        lone = index < limit and _lone(context, index)
        index += lone
        if (
            index >= limit
            or not (lone or proclitic(context, index)[0])
            or ends(context, index)
            or index in context.verbs
        ):
            break
        if context.document.tokens[index].form.endswith(_THEY) and index not in context.mention_tokens:
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
    if index in context.verbs and (index not in context.word_hits or context.word_hits[index].entry.kind not in _NOUNS):
        return True
    return bool(proclitic(context, index)[1])


def definite(context: Context, index: int) -> bool:
    """Whether a word carries the article."""
    token = context.document.tokens[index]
    letters = proclitic(context, index)[2]
    if token.form[letters:].startswith("ال"):
        return not own_alif(context, token, letters)
    return token.form.startswith("لل")


def _group_end(context: Context, first: int, limit: int) -> int:
    """The token after a group: number and counted noun, name, or noun with its genitive and adjectives."""
    index, known = _step(context, first)
    while index < limit:
        inner = _skip_close(context, index, limit)
        if inner >= limit or ends(context, inner) or proclitic(context, inner)[0] or _lone(context, inner):
            return index
        if (
            inner in context.quantity_tokens
            or inner in context.number_words
            or (known and inner > index and inner in context.mention_tokens)
        ):
            return index
        if _looks_like_verb(context, inner) or _disagrees(context, inner):
            return index
        if inner in context.mention_tokens:
            apposed = inner == first + 1 and _names_sort(context, first)
            if (
                known
                and not apposed
                and (context.mention_tokens[inner].type != "person" or _is_body(context, first, inner))
            ):
                return index
        elif (
            (
                not known
                and (
                    _names_another(context, first, inner)
                    or _is_object(context, first, inner)
                    or _behind_nation(context, first, inner)
                )
            )
            or (_ends_plural(context, inner) and not known)
            or (known and (not definite(context, inner) or _is_noun(context, inner)))
        ):
            return index
        index, now = _step(context, inner)
        known = known or now
    return min(index, limit)


def _is_body(context: Context, first: int, index: int) -> bool:
    """Whether a word is of forces, and no title of the person whose name stands behind it and its nation (اعتقلت الشرطة
    | فلانا، السلطات الفرنسية | فلانا)."""
    body = context.document.tokens[first].form.endswith((context.feminine, context.plural_noun))
    if not body or index - first > 2 or (index - first == 2 and index - 1 not in context.nations):
        return False
    hits = context.document.hits("event.incident-noun")
    return any(h.first == first and h.data["is"] in ("force", "army") for h in hits)


def _disagrees(context: Context, index: int) -> bool:
    """Whether a definite noun cannot qualify the one before it: a plural of people or a feminine plural behind a
    feminine (القوات الإسرائيلية | الفلسطينيين، الشرطة | الطرقات), a feminine behind people (الجنود | السيارة)."""
    before, form = context.document.tokens[index - 1].form, context.document.tokens[index].form
    if not (definite(context, index - 1) and definite(context, index)):
        return _owned(context, index)
    if before.endswith(context.feminine):
        return form.endswith((*context.people_endings, context.plural_noun))
    hit = context.word_hits.get(index - 1)
    plural = hit is not None and hit.data.get("is") in ("person", "killed", "hurt") and "number" in hit.features
    people = plural and hit is not None and hit.features["number"] == "plural"
    return people and form.endswith(context.feminine)


def _owned(context: Context, index: int) -> bool:
    """Whether somebody's own follows an indefinite adjective, which it cannot qualify (رجل ثلاثيني | زوجته)."""
    tokens = context.document.tokens
    adjective = tokens[index - 1].form.endswith(context.relation) and not definite(context, index - 1)
    named = index in context.mention_tokens or definite(context, index)
    return adjective and not named and context.closed(index)


def _with_whom(context: Context, first: int, last: int, limit: int) -> int:
    """The token after a group and the "of" on it that says whose people or how many of whom (عناصر من حركة طالبان)."""
    mark = context.particles.get(last)
    if mark is None or mark.data["class"] != "partitive" or first in context.quantity_tokens or last - first > 2:
        return last
    hit = context.word_hits.get(first)
    some = any(h.first == first for h in context.document.hits("event.incident-some"))  # العديد من السجناء
    people = hit is not None and hit.data.get("is") == "person" and not definite(context, first)
    if not (people or some):
        return last
    inner = group(context, mark.last + 1, limit)
    return inner.last if inner is not None else last


def _looks_like_verb(context: Context, index: int) -> bool:
    """Whether a word that no list knows is spelt like a present (شخصا يشتبه بأنه ...) and unlike an adjective of it."""
    form = context.document.tokens[index].form
    if not form.startswith(context.document.language.paradigms.third_person) or len(form) < 4:
        return False
    known = index in context.mention_tokens or index in context.word_hits
    return not (known or form.endswith(context.relation))


def _is_noun(context: Context, index: int) -> bool:
    """Whether a list knows a word as a noun, which is then no adjective of the definite noun before it."""
    hit = context.word_hits.get(index)
    if hit is None:
        return False
    related = nisba(context.document.tokens[index].form)
    if index in context.class_words and not related:
        return True
    if hit.entry.kind not in ("event.incident-noun", "event.incident") or (
        related and hit.features.get("number") == "singular"
    ):
        return False  # مطار حماة العسكري
    return "number" in hit.features or hit.data.get("is") == "weapon"


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


def _names_sort(context: Context, index: int) -> bool:
    """Whether a word says what sort of thing the name after it is (العاصمة صنعاء), and is no adjective."""
    return index in context.class_words and not nisba(context.document.tokens[index].form)


def _is_object(context: Context, first: int, index: int) -> bool:
    """Whether a listed noun is the object behind a doer and his origin: by its ending, or where it is a noun alone
    (صواريخ إيرانية | مصنعا، طائرات حربية | سفينة)."""
    tokens = context.document.tokens
    origin = tokens[index - 1].form.endswith(context.relation) and not definite(context, index - 1)
    if index <= first + 1 or not origin or definite(context, index):
        return False
    hit, form = context.word_hits.get(index), tokens[index].form
    if form.endswith(context.accusative):
        return hit is not None and hit.entry.kind.startswith("event.incident")
    nouns = (h for h in context.document.hits("event.incident-noun") if h.first == index)
    return form.endswith(context.feminine) and any("number" in h.features for h in nouns)


def _behind_nation(context: Context, first: int, index: int) -> bool:
    """Whether an indefinite word behind a doer and his nation is no further adjective of his, which would end as that
    of his nation does (طائرات حربية تركية | مواقع، طيران روسي | بلدة)."""
    tokens = context.document.tokens
    if index <= first + 1 or index - 1 not in context.nations or definite(context, index - 1):
        return False
    nation, form = tokens[index - 1].form, tokens[index].form
    if form in context.qualifying or len(form) < 3:
        return False  # طائرات تركية غير ...، شاب سوري الجنسية
    if definite(context, index):
        return index not in context.mention_tokens
    if nation.endswith(context.feminine):
        return not form.endswith((context.feminine, *context.rare_feminine))
    return nation.endswith(context.relation[0]) and form.endswith((context.feminine, context.accusative))


def _names_another(context: Context, first: int, index: int) -> bool:
    """Whether a class word with its name follows an indefinite noun and its adjective (طائرات حربية | بلدة ...)."""
    if index <= first + 1 or index not in context.class_words or index + 1 not in context.mention_tokens:
        return False
    return context.document.tokens[index - 1].form.endswith(context.relation)


def _ends_plural(context: Context, index: int) -> bool:
    """Whether the word before is an indefinite sound plural or dual, which no genitive follows (مسلحون | حافلة)."""
    before, here = context.document.tokens[index - 1].form, context.document.tokens[index].form
    hit = context.word_hits.get(index - 1)
    if hit is not None and hit.features.get("number") == "singular":
        return False  # طيران
    return before.endswith(_PLURALS) and len(before) > 4 and not here.endswith(before[-2:])


def _skip_close(context: Context, index: int, limit: int) -> int:
    tokens = context.document.tokens
    while index < limit and tokens[index].kind == SIGN and tokens[index].form in _MARKS:
        index += 1
    return index


def _lone(context: Context, index: int) -> bool:
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
