"""Second names of bodies: the acronym that stands in brackets after a name, there and later in the report."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.read.document import Document
from tawatur.read.mentions.candidates import Candidate
from tawatur.read.mentions.ground import Ground, ground_of
from tawatur.text.words import SIGN, WORD, Token

_OPEN, _CLOSE = frozenset("(["), frozenset(")]")
_MARKS = frozenset("\"'“”„«»‹›")
_LONGEST, _SHORTEST = 3, 3  # words of a second name; letters of an Arabic one
_BODIES = frozenset(("organisation", "work"))


def acronyms(document: Document, found: list[Candidate]) -> Iterator[Candidate]:
    """Names in brackets right after a body that nothing else explains (FATF, يونهاب), and where they stand again."""
    if "(" not in document.text and "[" not in document.text:
        return
    ground = ground_of(document)
    known: dict[tuple[str, ...], str] = {}
    starts = {c.start for c in found}
    for body in found:
        if body.type not in _BODIES:
            continue
        tokens = _in_brackets(document, body.end)
        if tokens and tokens[0].start not in starts and _is_name(tokens, ground):
            known[tuple(t.text for t in tokens)] = body.type
    if not known:
        return
    firsts = {words[0] for words in known}
    for token in document.tokens:
        if token.text in firsts:
            for words, kind in known.items():
                row = document.tokens[token.index : token.index + len(words)]
                if tuple(t.text for t in row) == words:
                    yield Candidate(token.start, row[-1].end, kind, "acronym", 2)


def _in_brackets(document: Document, end: int) -> list[Token]:
    """The words between the brackets that open right after an offset."""
    i = document.token_at(end)
    tokens = document.tokens
    while i < len(tokens) and (tokens[i].start < end or tokens[i].form in _MARKS):
        i += 1
    if i >= len(tokens) or tokens[i].form not in _OPEN or tokens[i].start - end > 2:
        return []
    inside: list[Token] = []
    for token in tokens[i + 1 : i + _LONGEST + 4]:
        if token.form in _CLOSE:
            return inside if len(inside) <= _LONGEST else []
        if token.form not in _MARKS:
            inside.append(token)
    return []


def _is_name(tokens: list[Token], ground: Ground) -> bool:
    if all(t.kind == WORD and t.text.isascii() and t.text[0].isupper() for t in tokens):
        return True
    [token, *more] = tokens
    if more or token.kind == SIGN or len(token.form) < _SHORTEST or not "\u0621" <= token.form[:1] <= "\u064a":
        return False
    explained = (ground.verbs, ground.titles, ground.names, ground.demonyms)
    return not any(token.index in found for found in explained) and _unexplained(token.form, ground)


def _unexplained(form: str, ground: Ground) -> bool:
    """Whether neither a word nor what stands after its article and proclitics is on any list of words."""
    words = ground.words
    return words.first(form)[0] == words.inside(form) == "unknown"
