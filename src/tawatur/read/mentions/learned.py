"""The learned model as a source of mentions: its names, as the record has them.

The model's guideline takes whole words, so the proclitics before a name are cut off here; titles, words for a kind of
thing (مدينة مراكش) and adjectives of nationality are no part of a mention, nor are currencies.
"""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.read.document import Document
from tawatur.read.mentions.candidates import Candidate
from tawatur.read.mentions.shape import beside
from tawatur.read.mentions.tags import Name, tags_of
from tawatur.read.mentions.titles import Ground, ground_of
from tawatur.text.folding import fold, source_offset
from tawatur.text.words import NUMBER, SIGN, WORD, Token, analyses

_KINDS = {"place": ("settlement",), "organisation": ("group_word", "medium")}  # words before a name, no part of it
_NAMED = frozenset(("given", "family", "weak", "prefix"))
_SHORT, _RARER = 4, 2.0  # letters of a word too short to be cut; how much likelier (logarithm) a rest must be


def learned(document: Document) -> Iterator[Candidate]:
    """The names that the model finds."""
    ground = ground_of(document)
    names = [n for n in tags_of(document).names if n.type != "other"]  # its fourth type is nothing of ours
    found = []
    for name in joined(document, [part for n in names for part in _parts(document, n, ground)], ground):
        kept = trimmed(document, name, ground)
        if kept is not None and not _dated(document, kept[0]):
            end = document.tokens[kept[1]].end
            found.append(Candidate(kept[0], end, name.type, "model", 1, None, name.confidence))
    yield from _agreed(document, found)


def _dated(document: Document, start: int) -> bool:
    """Whether a time stands there: names of months are names of persons too."""
    return any(t.start <= start < t.end for t in document.reading.times)


def _agreed(document: Document, found: list[Candidate]) -> Iterator[Candidate]:
    """One type for one name: the one of which the model is surest in the whole report."""
    sums: dict[str, dict[str, float]] = {}
    for c in found:
        types = sums.setdefault(fold(document.text[c.start : c.end]), {})
        types[c.type] = types.get(c.type, 0.0) + c.confidence
    for c in found:
        types = sums[fold(document.text[c.start : c.end])]
        yield c._replace(type=max(types, key=lambda kind: (types[kind], kind)))


def _parts(document: Document, name: Name, ground: Ground) -> Iterator[Name]:
    """A person's name without the verb that it ran into, and two names that "and" joins as two."""
    if name.type != "person":
        yield name
        return
    first = name.first
    for i in range(name.first + 1, name.last + 1):
        form = document.tokens[i].form
        kind = ground.words.plain(form)
        if i in ground.verbs and kind not in _NAMED:
            yield name._replace(first=first, last=i - 1)
            return
        joins = kind not in _NAMED and form.startswith(ground.words.affixes["and"])
        if joins and ground.words.plain(form[1:]) in _NAMED:
            yield name._replace(first=first, last=i - 1)
            first = i
    yield name._replace(first=first)


def joined(document: Document, names: list[Name], ground: Ground) -> list[Name]:
    """Names with a hyphen inside (كيم جونغ-أون: the model learned from words without), and places of two words that no
    list has (دشتي برتشي), as one."""
    found: list[Name] = []
    for name in names:
        held = found[-1] if found else None
        if held is not None and held.type == name.type and _one(document, held, name, ground):
            found[-1] = Name(held.first, name.last, held.type, min(held.confidence, name.confidence))
        else:
            found.append(name)
    return [_with_tail(document, name, ground) for name in found]


def _one(document: Document, a: Name, b: Name, ground: Ground) -> bool:
    if _hyphened(document, a.last, b.first, ground):
        return True
    if a.type != "place" or beside(document, a.last, ground) != b.first or b.first != a.last + 1:
        return False
    return not (
        a.first in ground.names or b.first in ground.names or proclitics(document, document.tokens[b.first], ground)
    )


def _hyphened(document: Document, left: int, right: int, ground: Ground) -> bool:
    """Whether a hyphen without spaces stands between two words."""
    return right == left + 2 and beside(document, left, ground) == right and document.tokens[left + 1].form == "-"


def _with_tail(document: Document, name: Name, ground: Ground) -> Name:
    n = name.last + 2
    return name._replace(last=n) if n < len(document.tokens) and _hyphened(document, name.last, n, ground) else name


def trimmed(document: Document, name: Name, ground: Ground) -> tuple[int, int] | None:
    """Start offset and last token of what the record takes of a name of the model; None where nothing is left."""
    first, last, tokens = name.first, name.last, document.tokens
    while last > first and tokens[last].kind == SIGN:
        last -= 1
    while first < last and (tokens[first].kind == SIGN or _before_name(document, first, name, ground)):
        first += 1
    token = tokens[first]
    if token.kind != WORD or _adjective(document, first, last, ground) or _counted(document, first, last, ground):
        return None
    return token.start + source_offset(token.text, proclitics(document, token, ground)), last


def _before_name(document: Document, i: int, name: Name, ground: Ground) -> bool:
    """Whether a word is a title before a person's name, or says what a name names."""
    if name.type == "person":
        return i in ground.titles and ground.words.first(document.tokens[i].form)[0] != "given"
    form = document.tokens[i].form
    return any(ground.words.among(form, kind) for kind in _KINDS.get(name.type, ()))


def _adjective(document: Document, first: int, last: int, ground: Ground) -> bool:
    """Whether words are an adjective of nationality and no country's name."""
    if first in ground.names:
        return False
    return any(hit.first == first and hit.last == last for hit in document.hits("demonym"))


def _counted(document: Document, first: int, last: int, ground: Ground) -> bool:
    """Whether a word is an adjective that a number counts: 43 ماليزيا, ثلاثة عشر روسيا."""
    if first != last or not first or not document.tokens[first].form.endswith(ground.words.affixes["accusative"]):
        return False
    return document.tokens[first - 1].kind == NUMBER


def proclitics(document: Document, token: Token, ground: Ground) -> int:
    """How many letters of a name's first word stand before the name.

    A list, or the article, tells for most. Of the others a و, more rarely a ب or ل, is one where the rest looks like a
    word of a name at least as much as the whole.
    """
    form, words = token.form, ground.words
    if words.plain(form) in _NAMED:
        return 0
    hits = [h for h in document.hits("name", "org-head") if h.first == token.index]
    if hits:
        return min(hits, key=lambda h: (-h.last, h.analysis.letters)).analysis.letters
    bare = [a for a in analyses(form) if a.letters and not a.article]
    for a in bare:
        if words.plain(a.rest) in _NAMED:
            return a.letters
    for a in analyses(form):
        if a.letters and a.article and len(a.rest) > 2:
            return a.letters
    if words.plain(form) == "unknown" and len(form) > _SHORT:
        for letter, margin in ((words.affixes["and"], 0.0), (words.affixes["for"], _RARER)):
            if form.startswith(letter) and words.shape(form[1:]) >= words.shape(form) + margin:
                return 1
    return 0
