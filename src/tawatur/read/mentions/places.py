"""Places that no list has: after a word for a settlement (بلدة حميميم), or named after somebody (مطار الملك خالد)."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.read.document import Document
from tawatur.read.mentions.candidates import Candidate
from tawatur.read.mentions.ground import Ground, ground_of
from tawatur.read.mentions.shape import TANWEEN, beside, extend
from tawatur.text.folding import source_offset
from tawatur.text.words import Token, analyses

_SHORTEST = 3  # letters of a place's name


def places(document: Document) -> Iterator[Candidate]:
    """Unlisted places by the class word before them."""
    ground = ground_of(document)
    endings = tuple(ground.words.sets["facility"] | ground.words.sets["settlement"])
    for sentence in document.live_sentences():
        for token in document.tokens[sentence.first : sentence.last]:
            if not token.form.endswith(endings):
                continue
            facility = _letters(token, ground, "facility")
            if facility is not None:
                yield from _named_after(document, token, facility, ground)
            if _letters(token, ground, "settlement") is not None:
                yield from _settlement(document, token.index, ground)


def _letters(token: Token, ground: Ground, context: str) -> int | None:
    """How many letters of proclitics stand before a word of a set, None where the word is none of it."""
    words = ground.words.sets[context]
    if token.form in words:
        return 0
    return next((a.letters for a in analyses(token.form) if a.rest in words and not a.article), None)


def _named_after(document: Document, token: Token, letters: int, ground: Ground) -> Iterator[Candidate]:
    """مطار الملك عبدالعزيز الدولي، شارع محمد الخامس: the title and the name belong to the place."""
    n = beside(document, token.index)
    titled = n is not None and n in ground.titles and document.tokens[n].form.startswith("ال")
    name = beside(document, n) if n is not None and titled else n
    if name is None or ground.words.inside(document.tokens[name].form) not in ("given", "weak", "family", "prefix"):
        return
    last, parts = extend(document, name, ground, ground.words.plain(document.tokens[name].form))
    if not titled and not _after_somebody(document, token, letters, name, parts, ground):
        return
    further = beside(document, last)
    if further is not None and ground.words.among(document.tokens[further].form, "international"):
        last = further
    start = token.start + source_offset(token.text, letters)
    yield Candidate(start, document.tokens[last].end, "place", "facility", 2)


def _after_somebody(document: Document, token: Token, letters: int, name: int, parts: int, ground: Ground) -> bool:
    """Whether a place is called by a name of several words that begins as a person's (شارع الحبيب بورقيبة)."""
    memorial = token.form[letters:] in ground.words.sets["memorial"]
    given = ground.words.inside(document.tokens[name].form) in ("given", "prefix")
    return memorial and given and parts > 1


def _settlement(document: Document, i: int, ground: Ground) -> Iterator[Candidate]:
    n = beside(document, i)
    if n is None or not _own_name(document, n, ground):
        return
    last, beyond = n, beside(document, n)
    if beyond is not None and beyond not in ground.demonyms and _own_name(document, beyond, ground):
        last = beyond
    yield Candidate(document.tokens[n].start, document.tokens[last].end, "place", "settlement", 1)


def _own_name(document: Document, n: int, ground: Ground) -> bool:
    """Whether a word after a class word can only be a name: no list has it, and it is not inflected."""
    token, words = document.tokens[n], ground.words
    form = token.form.removeprefix("ال")
    explained = n in ground.verbs or n in ground.titles or n in ground.names or n in ground.demonyms
    if explained or len(form) < _SHORTEST or TANWEEN in token.text or token.text.endswith(words.affixes["his"]):
        return False
    if words.plain(token.form) == "common" or words.plain(form) not in ("unknown", "family"):
        return False
    if form.endswith(words.affixes["counted"]) or words.first(token.form)[1]:
        return False
    definite = form != token.form
    return not any(a.letters and a.article for a in analyses(token.form)) and not (
        definite and form.endswith(words.affixes["relation"])
    )
