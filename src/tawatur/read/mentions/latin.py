"""Names in Latin letters: rows of capitalised words (Global Trading Group)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tawatur.read.document import Document
from tawatur.read.mentions.candidates import Candidate
from tawatur.read.mentions.words import before, name_words
from tawatur.text.words import NUMBER, WORD, Token

_ROW = re.compile("[A-Z][A-Za-z]")
_JOINING = frozenset(("of", "and", "the", "for", "de", "la", "&", "-", "al"))


def latin(document: Document) -> Iterator[Candidate]:
    """Rows of two and more capitalised Latin words, or one after a word that says what it names."""
    if _ROW.search(document.text) is None:
        return
    words = name_words(document.language)
    for sentence in document.live_sentences():
        i = sentence.first
        while i < sentence.last:
            if not _capital(document.tokens[i]):
                i += 1
                continue
            last = _row(document, i, sentence.last)
            if any(t.text in words.parts["latin_noise"] for t in document.tokens[i : last + 1]):
                i = last + 1
                continue
            if document.text[document.tokens[i].start - 1 : document.tokens[i].start].isdigit():
                i = last + 1
                continue
            previous = before(document, i)
            medium = previous is not None and words.among(previous.form, "medium")
            company = previous is not None and words.among(previous.form, "company")
            if last > i or medium or company:
                kind = "work" if medium else "organisation"
                yield Candidate(document.tokens[i].start, document.tokens[last].end, kind, "latin", 1)
            i = last + 1


def _capital(token: Token) -> bool:
    return token.kind == WORD and "A" <= token.text[:1] <= "Z"


def _row(document: Document, i: int, end: int) -> int:
    """The last token of the row of Latin words that begins at token i."""
    last, n = i, i + 1
    while n < end:
        token = document.tokens[n]
        if _capital(token) or (token.kind == NUMBER and n == last + 1):
            last = n
        elif token.text.lower() not in _JOINING:
            break
        n += 1
    return last
