"""Names of persons: after a title, or from a first name on."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.read.document import Document
from tawatur.read.mentions.candidates import Candidate
from tawatur.read.mentions.ground import Ground, ground_of
from tawatur.read.mentions.shape import TANWEEN, compound, extend, fathered, foreign, kunya_of, nameable, plausible
from tawatur.read.mentions.titles import titles
from tawatur.read.mentions.words import adjoining, begins_clause
from tawatur.text.folding import source_offset
from tawatur.text.words import WORD

_FOREIGN = 3.0  # shape of a word that is hardly an Arabic name
_FIRST = frozenset(("given", "prefix", "weak"))


def persons(document: Document) -> Iterator[Candidate]:
    """Every stretch of words that reads as a person's name."""
    ground = ground_of(document)
    after_title = {
        t.name for t in titles(document, ground) if t.name is not None and t.hit.features.get("number") != "plural"
    }
    for sentence in document.live_sentences():
        i = sentence.first
        while i < sentence.last:
            if i not in after_title and not _promising(document, i, ground):
                i += 1
                continue
            found = _person(document, i, i in after_title, ground)
            if found is None:
                i += 1
                continue
            start, last = found
            yield Candidate(start, document.tokens[last].end, "person", "title" if i in after_title else "pattern", 2)
            i = last + 1


def _promising(document: Document, i: int, ground: Ground) -> bool:
    """A quick look: most words of a report cannot begin a name."""
    tokens, words = document.tokens, ground.words
    if words.first(tokens[i].form)[0] in _FIRST or tokens[i].form.endswith(words.spelt_endings):
        return True
    return i + 1 < len(tokens) and tokens[i + 1].form in words.sets["father"]


def _person(document: Document, i: int, introduced: bool, ground: Ground) -> tuple[int, int] | None:
    """Start offset and last token of a name that begins at a token, or None."""
    token, words = document.tokens[i], ground.words
    if i and adjoining(document, i - 1, i) and words.bearing(document.tokens[i - 1].form):
        return None
    if token.kind != WORD or not "\u0621" <= token.form[:1] <= "\u064a":
        return None
    if TANWEEN in token.text and not introduced:  # رويدا, by and by: an accusative with its mark begins no full name
        return None
    kind, letters = words.spelt_given(token) or words.first(token.form)
    proclitic = letters and kind != "common" and token.form.startswith(words.affixes["then"])
    if proclitic and not begins_clause(document, i):
        kind, letters = words.plain(token.form), 0  # فلورنس is not لورنس
    if kind in ("common", "unknown", "family", "weak") and fathered(document, i, ground):
        kind, letters = "given", letters if kind == "weak" else 0
    if introduced and kind in ("common", "unknown") and not letters:
        named = compound(document, i, ground) is not None or (kind == "common" and foreign(document, i, ground))
        kind = "given" if named else kind
    if not _begins(document, i, introduced, ground, kind, letters):
        return None
    last = extend(document, i, ground, kind)[0]
    stands = _introduced(document, i, last, ground, kind) if introduced else _alone(document, i, last, ground, kind)
    return (token.start + source_offset(token.text, letters), last) if stands else None


def _begins(document: Document, i: int, introduced: bool, ground: Ground, kind: str, letters: int) -> bool:
    """Whether a word of a kind may begin a name where it stands."""
    form = document.tokens[i].form
    if kind in ("common", "joint") or (introduced and letters and kind == "weak") or i in ground.names:
        return False
    if i in ground.titles and (not introduced or letters == 0) and not fathered(document, i, ground):
        return False
    if introduced:
        return (i not in ground.verbs or kind == "given") and not (form.startswith("ال") and kind == "unknown")
    return kind in ("given", "prefix", "weak")


def _introduced(document: Document, i: int, last: int, ground: Ground, kind: str) -> bool:
    """Whether the words after a title are a name."""
    token, words = document.tokens[i], ground.words
    if kind == "unknown":
        if token.form.endswith(words.affixes["counted"]):
            return False
        if TANWEEN in token.text or not plausible(token, words) or token.form.endswith(words.affixes["possessed"]):
            return False
        if last == i and (token.form.startswith(words.affixes["to"]) or not nameable(token, words)):
            return False
    if token.form.startswith("ال") and kind == "family":
        return last == i and i - 1 in ground.titles and not token.form.endswith(words.affixes["plural"])
    if last > i:
        return True
    return i not in ground.demonyms and kind in ("given", "family", "unknown") and plausible(token, words)


def _alone(document: Document, i: int, last: int, ground: Ground, kind: str) -> bool:
    """Whether words without a title are a name: they begin with a first name that nothing else explains."""
    if last == i:
        return False
    doubtful = kind == "weak" or ground.words.spelt_given(document.tokens[i]) is not None
    following = document.tokens[i + 1].form
    if doubtful and ground.words.inside(following) not in ("given", "family"):
        return False
    if document.tokens[i].form in ground.words.sets["of_somebody"] and ground.words.shape(following) > _FOREIGN:
        return False  # سلامة سيرغي: his safety
    return kind != "prefix" or kunya_of(document, i, ground)
