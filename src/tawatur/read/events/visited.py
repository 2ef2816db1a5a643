"""Visits to people: the hurt, the bereaved, and where they are (زار الوزير المصابين في المستشفى)."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.language.lexicon import Hit
from tawatur.read.events.clauses import Clause
from tawatur.read.events.complements import complements
from tawatur.read.events.context import Context
from tawatur.read.events.phrases import Phrase, phrase, proclitic
from tawatur.read.events.visit_places import ADJECTIVES, site
from tawatur.record.types import Mention
from tawatur.text.folding import fold
from tawatur.text.words import SIGN, definite


class Visited(NamedTuple):
    """The people whom a visit is to, where they are told to be, and whether the visit tells enough without a place."""

    people: Phrase
    place: Mention | None
    hurt: bool


def visited_by(context: Context, hit: Hit, clause: Clause) -> Visited | None:
    """The people who are the object of a verb of visiting, or stand at its noun, bare or behind ل."""
    verb = bool(hit.features.get("form"))
    if hit.data["frame"] not in ("object", "of", "back") and not hit.data.get("sick"):
        return None
    listed = {h.first: h for h in context.document.hits("visit.visited", within=clause.sentence)}
    for index in range(hit.last + 1, clause.last):
        if index not in listed or (index in context.verbs and not verb):
            continue
        conjunction, letter, _ = proclitic(context, index)
        near = index - hit.last <= ADJECTIVES + 1
        meant = not letter if verb else letter in ("", context.letters.for_) and near
        if conjunction or not meant or not (letter or _object(context, hit, index)):
            continue
        people = phrase(context, index, clause.last)
        if hit.data.get("sick") and not (listed[index].data.get("hurt") and _calls_on(context, hit, people, clause)):
            return None
        place = _where(context, people, clause)
        return Visited(people, place, bool(listed[index].data.get("hurt")))
    return None


def _object(context: Context, hit: Hit, index: int) -> bool:
    """Whether a noun of people stands for itself: nothing governs it, and it describes nobody (الضباط الجرحى)."""
    before = index - 1
    if before == hit.last:
        return not hit.analysis.article
    if before in context.particles:
        return False
    token = context.document.tokens[before]
    if _several(context, before) and definite(context.document.tokens[index].form):
        return False
    timed = any(t.start <= token.start < t.end for t in context.times)
    adverb = token.form.endswith(context.letters.accusative) and not definite(token.form)  # لاحقا
    return timed or adverb or token.kind == SIGN or context.closed(before)


def _several(context: Context, index: int) -> bool:
    """Whether a plural of people that belongs to no office stands at a token (الضباط, but رئيس الوزراء)."""
    word = context.words.nouns.get(index)
    plural = word is not None and word.features.get("number") == "plural" and index not in context.mention_tokens
    return plural and index - 1 not in context.words.visitors


def _calls_on(context: Context, hit: Hit, people: Phrase, clause: Clause) -> bool:
    """Whether a verb of coming back is one of calling on the sick: somebody else is its subject, and it leads nowhere
    (عاد الوزير الجرحى, but عاد الجرحى إلى منازلهم)."""
    leads = {fold(word) for word in hit.data.get("after", ())}
    back = any(context.document.tokens[i].form in leads for i in range(people.last, clause.last))
    return people.first > hit.last + 1 and not back


def _where(context: Context, people: Phrase, clause: Clause) -> Mention | None:
    """The place that people are said to be at, in their clause or in the relative clause behind it."""
    reach = [(people.last, clause)]
    if (after := context.relative_after(clause)) is not None:
        reach.append((after.verb.last + 1 if after.verb is not None else after.first + 1, after))
    for first, told in reach:
        for found in complements(context, first, told.last):
            at = found.mark.data.get("place") if found.mark is not None else found.letter == context.letters.at
            if at and (place := site(context, found.phrase, told, alone=True)) is not None:
                return place
    return None
