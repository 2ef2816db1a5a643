"""Verbs that two readings of one spelling tell apart by their subject: the past of a man's verb in ت (تسلم الرئيس), the
present of a woman's (تسلم الشركة)."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.events.letters import letters
from tawatur.text.words import WORD, definite

_PAST, _PRESENT = ("past", "m"), ("present", "f")


def agreeing(document: Document, forms: list[Hit], marks: dict[int, Hit]) -> list[Hit]:
    """Finite forms without those that do not agree with the noun right behind them, where a word may be both; after a
    particle that governs a verb (أن تسلم) all stay."""
    told: dict[int, set[tuple[str, str]]] = {}
    for hit in forms:
        told.setdefault(hit.first, set()).add(_sort(hit))
    both = [i for i, sorts in told.items() if sorts >= {_PAST, _PRESENT} and i - 1 not in marks]
    if not both:
        return forms
    feminine = _Genders(document)
    wrong = {i: _PAST if is_feminine else _PRESENT for i in both if (is_feminine := feminine.at(i + 1)) is not None}
    return [hit for hit in forms if wrong.get(hit.first) != _sort(hit)]


def _sort(hit: Hit) -> tuple[str, str]:
    return str(hit.features["form"]), str(hit.features.get("gender"))


class _Genders:
    """The gender of the noun at a token, as far as its letters, its number or its name tell."""

    def __init__(self, document: Document) -> None:
        self._document = document
        ends = letters(document.language)
        self._feminine = (ends.feminine, ends.plural_noun)
        self._men = document.firsts("masculine-place")
        self._plurals = {
            h.first
            for h in document.hits("unit", "collective", "meeting.body")
            if h.features.get("number") == "plural" and not h.data.get("people")
        }
        self._mentions = {document.token_at(m.start): m.type for m in document.reading.mentions}

    def at(self, index: int) -> bool | None:
        """Whether the noun at a token takes a feminine verb; None where nothing says so."""
        if index >= len(self._document.tokens) or self._document.tokens[index].kind != WORD:
            return None
        form = self._document.tokens[index].form
        kind = self._mentions.get(index)
        if kind == "person" or index in self._men:
            return False
        if form.endswith(self._feminine) or kind == "place" or index in self._plurals:
            return True
        return False if definite(form) else None
