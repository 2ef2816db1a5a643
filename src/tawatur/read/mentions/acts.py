"""Resolutions, laws and orders by their number (قرار مجلس الأمن رقم 2254) or by what they fight."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.mentions.candidates import Candidate
from tawatur.read.mentions.titles import ground_of
from tawatur.text.words import NUMBER

_REACH = 6  # tokens between the word for an act and its number
_CLOSE = ")]"


def acts(document: Document) -> Iterator[Candidate]:
    """Every act that is named."""
    for hit in document.hits("act"):
        end = _numbered(document, hit) if hit.data["by"] == "number" else _fighting(document, hit)
        if end is not None:
            yield Candidate(hit.start, end, "other", "pattern", 2)


def _numbered(document: Document, hit: Hit) -> int | None:
    """Where an act with a number ends: the issuing body and the word for number may stand before it."""
    ground, tokens = ground_of(document), document.tokens
    i, limit = hit.last + 1, min(len(tokens), hit.last + 1 + _REACH)
    while i < limit and tokens[i].sentence == tokens[hit.first].sentence:
        if tokens[i].kind == NUMBER:
            return _with_year(document, i)
        name = ground.names.get(i)
        if name is not None and name.data["type"] == "organisation":
            i = name.last + 1
        elif ground.words.among(tokens[i].form, "act_word") or tokens[i].form in "([/" or len(tokens[i].form) == 1:
            i += 1
        else:
            return None
    return None


def _with_year(document: Document, i: int) -> int:
    """The end of a number and what stands in brackets with it: 1373 (2001), (أ/21)."""
    tokens = document.tokens
    if i + 3 < len(tokens) and tokens[i + 1].form == "(" and tokens[i + 2].kind == NUMBER and tokens[i + 3].form == ")":
        return tokens[i + 3].end
    if i + 1 < len(tokens) and tokens[i + 1].form in _CLOSE:
        return tokens[i + 1].end
    return tokens[i].end


def _fighting(document: Document, hit: Hit) -> int | None:
    """قانون مكافحة الإرهاب, نظام مكافحة جرائم الإرهاب وتمويله."""
    ground, tokens = ground_of(document), document.tokens
    i = hit.last + 1
    if i >= len(tokens) or not ground.words.among(tokens[i].form, "fight"):
        return None
    i += 1
    while i < len(tokens) and ground.words.plain(tokens[i].form) == "common" and i not in ground.verbs:
        if tokens[i].form.startswith("ال"):
            joined = i + 1 < len(tokens) and tokens[i + 1].form.startswith("و") and tokens[i + 1].form.endswith("ه")
            return tokens[i + 1].end if joined and i + 1 not in ground.verbs else tokens[i].end
        i += 1
    return None
