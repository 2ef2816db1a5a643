"""Who "the two" are: the people or countries that a dual, or a noun of two sides, takes up from the text before it."""

from __future__ import annotations

from itertools import pairwise

from tawatur.language.lexicon import Hit
from tawatur.read.entities import known
from tawatur.read.events.context import Context
from tawatur.read.events.people import peoples_in
from tawatur.read.events.phrases import Phrase, proclitic
from tawatur.record.types import Mention

_SENTENCES = 4  # how far back the two may have been named
_TITLE = 6  # the most words of a title between the names of two who are joined
_KINDS = {"person": ("person",), "country": ("place",), "side": ("person", "place", "organisation")}


def names_two(context: Context, whole: Phrase) -> bool:
    """Whether a phrase only takes up two who were named before (الجانبان, الزعيمين, كلاهما)."""
    if context.within(context.mentions, whole.start, whole.end):
        return False
    return any(i in context.by_first("two-word") for i in range(whole.first, min(whole.last, whole.first + 2)))


def dual(context: Context, hit: Hit) -> bool:
    """Whether a verb is dual, or a noun carries the pronoun of two."""
    if hit.features.get("form") is not None:
        return hit.features.get("number") == "d"
    return context.document.tokens[hit.last].form.endswith(context.letters.both)


def two_before(context: Context, token: int, of: str = "side") -> list[str]:
    """The two people joined last ("X and Y") before a token, in its sentence or the few before; else the two named
    last; else two countries of its own sentence, where `of` allows them; empty where there are no two."""
    document = context.document
    here = document.tokens[token].sentence
    first = document.sentences[max(0, here - _SENTENCES)].start
    named = context.within(context.mentions, first, document.tokens[token].start)
    for kind in _KINDS[of]:
        floor = first if kind == "person" else document.sentences[here].start
        fit = [m for m in named if m.type == kind and m.start >= floor]
        if kind == "place":
            fit = [m for m in fit if m.start in context.words.country_starts]
        joined = [[a.entity, b.entity] for a, b in pairwise(fit) if a.entity != b.entity and _joined(context, a, b)]
        if joined:
            return joined[-1]
        last = list(dict.fromkeys(m.entity for m in reversed(fit)))[:2]
        if len(last) == 2:
            return last[::-1]
    return []


def _joined(context: Context, one: Mention, other: Mention) -> bool:
    """Whether a conjunction or "with" stands right after one name, and the other is what it joins."""
    after, to = context.document.token_at(one.end), context.document.token_at(other.start)
    if not 0 <= to - after <= _TITLE:
        return False
    mark = context.particles.get(after)
    return bool(proclitic(context, after)[0]) or (mark is not None and bool(mark.data.get("party")))


def two_of(context: Context, whole: Phrase) -> list[str]:
    """The two whom a phrase takes up: the countries whose sides they are, where it says so (الجانبان الأردني والعراقي),
    else two who were named before."""
    peoples = peoples_in(context, whole)
    countries = list(dict.fromkeys(str(h.data["of"]) for h in peoples))
    if len(countries) == 2 and not proclitic(context, peoples[0].first)[0]:
        for country in countries:
            context.types.setdefault(known(context.document, country), "place")
        return countries
    word = next(
        (context.by_first("two-word")[i] for i in range(whole.first, whole.last) if i in context.by_first("two-word")),
        None,
    )
    return two_before(context, whole.first, str(word.data["of"]) if word is not None else "side")
