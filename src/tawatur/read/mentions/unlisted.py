"""Persons that no list of names knows, by what stands around them: a verb of saying, an age, a person named before.

Their words must be ones that no list explains and built like words of names (`NameWords.shape`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tawatur.read.document import Document
from tawatur.read.mentions.candidates import Candidate
from tawatur.read.mentions.ground import Ground, ground_of
from tawatur.read.mentions.shape import TANWEEN, beside, plausible
from tawatur.read.mentions.words import before
from tawatur.text.folding import source_offset
from tawatur.text.words import NUMBER, SIGN, WORD

_WORD, _ROW, _NATIONAL, _ANYWHERE, _LONGEST = 3.0, 3.5, 6.0, 9.0, 4  # shape of a word, of rows; words
_QUOTES = frozenset("\"'“”„«»‹›")
_NAMED = frozenset(("given", "family"))


def unlisted(document: Document, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Names after verbs of saying, before an age in brackets, and in a row with the persons `found`."""
    ground = ground_of(document)
    people = {document.token_at(c.end - 1) for c in found if c.type == "person"}
    live = {s.index for s in document.live_sentences()}
    for i, token in enumerate(document.tokens):
        if token.sentence not in live:
            continue
        if token.form == "(" and _age(document, i, ground):
            yield from _row_before(document, i, ground)
        elif token.kind == WORD and (ground.words.plain(token.form) != "common" or i - 1 in people):
            yield from _row_after(document, i, ground, i in ground.told, i - 1 in people)


def _and(ground: Ground) -> tuple[str, ...]:
    return ground.words.affixes["and"]


def _part(document: Document, i: int, ground: Ground, letters: int = 0) -> float | None:
    """The shape of a word that may be part of an unlisted name, None where something else explains it."""
    token, words = document.tokens[i], ground.words
    form = token.form[letters:]
    taken = i in ground.verbs or i in ground.titles or i in ground.names or i in ground.demonyms
    if taken or token.kind != WORD or not "\u0621" <= form[:1] <= "\u064a" or TANWEEN in token.text:
        return None
    kind = words.plain(form)
    if kind in _NAMED and not form.startswith("ال"):
        return max(_WORD, words.shape(form))
    if kind != "unknown" or form.startswith("ال") or not plausible(token, words) or len(form) < 3:
        return None
    if (
        form.startswith(_and(ground))
        or form.endswith(words.affixes["counted"])
        or token.text.endswith(words.affixes["his"])
        or words.first(form)[1]
    ):
        return None
    return words.shape(form)


def _row_after(document: Document, i: int, ground: Ground, told: bool, joined: bool) -> Iterator[Candidate]:
    joined = joined and document.tokens[i].form.startswith(_and(ground))
    letters = 1 if joined and not told else 0
    shapes, last = [_part(document, i, ground, letters)], i
    while shapes[-1] is not None and len(shapes) <= _LONGEST:
        n = beside(document, last)
        shape = _part(document, n, ground) if n is not None else None
        if n is None or shape is None:
            break
        shapes.append(shape)
        last = n
    found = [s for s in shapes if s is not None]
    if not found or (
        not _stands(document, found, last, ground, told)
        if told or joined
        else len(found) < 2
        or sum(found) < _least(document, i, ground)
        or min(found) < 2
        or _elsewhere(document, i, ground)
    ):
        return
    token = document.tokens[i]
    start = token.start + source_offset(token.text, letters)
    yield Candidate(start, document.tokens[last].end, "person", "verb" if told else "row" if joined else "shape", 1)


def _least(document: Document, i: int, ground: Ground) -> float:
    """The shape that a row of words needs where no verb introduces it: less after a nationality (الفرنسي)."""
    described = i - 1 in ground.demonyms and document.tokens[i - 1].form.endswith(ground.words.affixes["national"])
    return _NATIONAL if described else _ANYWHERE


def _elsewhere(document: Document, i: int, ground: Ground) -> bool:
    """Whether the word before says that a place, a body or a medium is named."""
    if i and document.tokens[i - 1].kind == SIGN and document.tokens[i - 1].form in _QUOTES:
        return True
    previous = before(document, i)
    contexts = ("city", "in_city", "medium", "company", "club", "group", "works")
    return previous is not None and any(ground.words.among(previous.form, context) for context in contexts)


def _stands(document: Document, shapes: list[float], last: int, ground: Ground, told: bool) -> bool:
    """Whether the words of a row are a name: two and more that look like one, or one with its clause after it."""
    if len(shapes) > 1:
        return min(shapes) > 0 and sum(shapes) >= _ROW
    if not told or shapes[0] < _WORD or last + 1 >= len(document.tokens):
        return False
    following = document.tokens[last + 1]
    return following.form in ground.words.sets["that"] or (following.kind == SIGN and following.form in "،,:(")


def _age(document: Document, i: int, ground: Ground) -> bool:
    """Whether a bracket holds an age: (57 عاما)."""
    tokens = document.tokens
    if i + 3 >= len(tokens) or tokens[i + 1].kind != NUMBER or tokens[i + 3].form != ")":
        return False
    return tokens[i + 2].form in ground.words.sets["age"]


def _row_before(document: Document, i: int, ground: Ground) -> Iterator[Candidate]:
    shapes: list[float] = []
    first = i
    while len(shapes) < _LONGEST and first and (shape := _part(document, first - 1, ground)) is not None:
        if first < i and beside(document, first - 1) != first:
            break
        first -= 1
        shapes.append(shape)
    if len(shapes) > 1 and sum(shapes) >= _ROW:
        yield Candidate(document.tokens[first].start, document.tokens[i - 1].end, "person", "age", 1)
