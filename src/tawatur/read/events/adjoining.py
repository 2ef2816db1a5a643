"""Whether a word goes on with the noun group before it, or begins another: by article, case, number and gender."""

from __future__ import annotations

from tawatur.read.entities import countries
from tawatur.read.events.context import Context
from tawatur.read.events.phrases import Phrase, own_alif, proclitic
from tawatur.text.words import nisba

_ARTICLE = "ال"
_PLURALS = ("ون", "ان")
THEY = "وا"  # the ending of a past of several


def definite(context: Context, index: int) -> bool:
    """Whether a word carries the article."""
    token = context.document.tokens[index]
    letters = proclitic(context, index)[2]
    if token.form[letters:].startswith(_ARTICLE):
        return not own_alif(context, token, letters)
    return token.form.startswith("لل")


def is_body(context: Context, first: int, index: int) -> bool:
    """Whether a word is of forces, and no title of the person whose name stands behind it and its nation (اعتقلت الشرطة
    | فلانا، السلطات الفرنسية | فلانا)."""
    body = context.document.tokens[first].form.endswith((context.letters.feminine, context.letters.plural_noun))
    if not body or index - first > 2 or (index - first == 2 and index - 1 not in context.firsts("demonym")):
        return False
    hits = context.document.hits("event.incident-noun")
    return any(h.first == first and h.data["is"] in ("force", "army") for h in hits)


def disagrees(context: Context, index: int) -> bool:
    """Whether a definite noun cannot qualify the one before it: a plural of people or a feminine plural behind a
    feminine (القوات الإسرائيلية | الفلسطينيين، الشرطة | الطرقات), a feminine behind people (الجنود | السيارة)."""
    before, form = context.document.tokens[index - 1].form, context.document.tokens[index].form
    if not (definite(context, index - 1) and definite(context, index)):
        return _owned(context, index)
    if before.endswith(context.letters.feminine):
        return form.endswith((*context.letters.people, context.letters.plural_noun))
    hit = context.words.nouns.get(index - 1)
    plural = hit is not None and hit.data.get("is") in ("person", "killed", "hurt") and "number" in hit.features
    people = plural and hit is not None and hit.features["number"] == "plural"
    return people and form.endswith(context.letters.feminine)


def _owned(context: Context, index: int) -> bool:
    """Whether somebody's own follows an indefinite adjective, which it cannot qualify (رجل ثلاثيني | زوجته)."""
    tokens = context.document.tokens
    adjective = tokens[index - 1].form.endswith(context.letters.relation) and not definite(context, index - 1)
    named = index in context.mention_tokens or definite(context, index)
    return adjective and not named and context.closed(index)


def looks_like_verb(context: Context, index: int) -> bool:
    """Whether a word that no list knows is spelt like a present (شخصا يشتبه بأنه ...) and unlike an adjective of it, or
    like the past of several (شبان تحرشوا ب...)."""
    form = context.document.tokens[index].form
    present = form.startswith(context.document.language.paradigms.third_person) or form.endswith(THEY)
    if not present or len(form) < 4:
        return False
    known = index in context.mention_tokens or index in context.words.nouns
    return not (known or form.endswith(context.letters.relation))


def is_noun(context: Context, index: int) -> bool:
    """Whether a list knows a word as a noun, which is then no adjective of the definite noun before it."""
    hit = context.words.nouns.get(index)
    if hit is None:
        return False
    related = nisba(context.document.tokens[index].form)
    if index in context.words.class_words and not related:
        return True
    if hit.entry.kind not in ("event.incident-noun", "event.incident") or (
        related and hit.features.get("number") == "singular"
    ):
        return False  # مطار حماة العسكري
    return "number" in hit.features or hit.data.get("is") == "weapon"


def leaves_state(context: Context, first: int, index: int) -> bool:
    """Whether a definite word behind the country that a group begins with, or the capital that stands for it, is no
    adjective of it but begins another part (احتلت إسرائيل | الشطر الشرقي): one of the masculine that is no adjective
    of relation."""
    state, form = context.mention_tokens.get(first), context.document.tokens[index].form
    if state is None or state.type != "place" or context.document.token_at(state.end) != index:
        return False
    adjective = nisba(form) or form.endswith(context.letters.feminine) or form in context.letters.honouring
    return state.entity in countries(context.document.language) and definite(context, index) and not adjective


def agrees(context: Context, index: int) -> bool:
    """Whether two definite plurals of people stand side by side, which are one and the same (المتمردون الحوثيون)."""
    tokens = context.document.tokens
    ending = next((e for e in context.letters.people if tokens[index].form.endswith(e)), None)
    if ending is None or not (definite(context, index - 1) and tokens[index].form.startswith(_ARTICLE)):
        return False
    return tokens[index - 1].form.endswith(ending) and index - 1 not in context.mention_tokens


def names_sort(context: Context, index: int) -> bool:
    """Whether a word says what sort of thing the name after it is (العاصمة صنعاء), and is no adjective."""
    return index in context.words.class_words and not nisba(context.document.tokens[index].form)


def is_object(context: Context, first: int, index: int) -> bool:
    """Whether a listed noun is the object behind a doer and his origin: by its ending, or where it is a noun alone
    (صواريخ إيرانية | مصنعا، طائرات حربية | سفينة)."""
    tokens = context.document.tokens
    origin = tokens[index - 1].form.endswith(context.letters.relation) and not definite(context, index - 1)
    if index <= first + 1 or not origin or definite(context, index):
        return False
    hit, form = context.words.nouns.get(index), tokens[index].form
    if form.endswith(context.letters.accusative):
        return hit is not None and hit.entry.kind.startswith("event.incident")
    nouns = (h for h in context.document.hits("event.incident-noun") if h.first == index)
    return form.endswith(context.letters.feminine) and any("number" in h.features for h in nouns)


def behind_nation(context: Context, first: int, index: int) -> bool:
    """Whether an indefinite word behind a doer and his nation is no further adjective of his, which would end as that
    of his nation does (طائرات حربية تركية | مواقع، طيران روسي | بلدة)."""
    tokens = context.document.tokens
    if index <= first + 1 or index - 1 not in context.firsts("demonym") or definite(context, index - 1):
        return False
    nation, form = tokens[index - 1].form, tokens[index].form
    if form in context.letters.qualifying or len(form) < 3:
        return False  # طائرات تركية غير ...، شاب سوري الجنسية
    if definite(context, index):
        return index not in context.mention_tokens
    if nation.endswith(context.letters.feminine):
        return not form.endswith((context.letters.feminine, *context.letters.rare_feminine))
    return nation.endswith(context.letters.relation[0]) and form.endswith(
        (context.letters.feminine, context.letters.accusative)
    )


def names_another(context: Context, first: int, index: int) -> bool:
    """Whether a class word with its name follows an indefinite noun and its adjective (طائرات حربية | بلدة ...)."""
    if index <= first + 1 or index not in context.words.class_words or index + 1 not in context.mention_tokens:
        return False
    return context.document.tokens[index - 1].form.endswith(context.letters.relation)


def ends_plural(context: Context, index: int) -> bool:
    """Whether the word before is an indefinite sound plural or dual, which no genitive follows (مسلحون | حافلة)."""
    before, here = context.document.tokens[index - 1].form, context.document.tokens[index].form
    hit = context.words.nouns.get(index - 1)
    if hit is not None and hit.features.get("number") == "singular":
        return False  # طيران
    return before.endswith(_PLURALS) and len(before) > 4 and not here.endswith(before[-2:])


def further_kind(context: Context, before: Phrase, part: Phrase) -> bool:
    """Whether an adjective of relation alone, coordinated to the one that a noun before it ends in, tells of more that
    the noun names (القوات العراقية | والكردية)."""
    if part.last - part.first != 1 or part.first != before.last or part.first in context.mention_tokens:
        return False
    if not (definite(context, part.first) and definite(context, before.last - 1)):
        return False
    if part.first not in context.firsts("demonym") and part.first in context.firsts(
        "event.incident-noun", "class-word"
    ):
        return False
    first, second = (context.document.tokens[i].form for i in (before.last - 1, part.first))
    relation = next((e for e in context.letters.relation if nisba(first) and first.endswith(e)), None)
    bare = second[proclitic(context, part.first)[2] :]
    return relation is not None and nisba(bare) and second.endswith(relation)
