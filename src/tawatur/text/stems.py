"""Light stems of Arabic words, for search only: one token for a word's usual inflections.

The affixes are those of Light10 (Larkey, Ballesteros and Connell, "Light stemming for Arabic information retrieval",
2007), over folded words. A stem is no word and is never shown.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tawatur.text.words import SIGN, Token, tokenize

_ASKED = re.compile(r"[\"“”«»]([^\"“”«»]+)[\"“”«»]|(\S+)")
_LETTERS = "بلكف"  # prepositions and conjunctions that Light10 leaves: many words begin with them
_PREPOSITIONS = "بل"  # those before any noun; with the others many short words would be another (مال, كمال)
_SHORT = 3  # letters of a word that one of them is fixed to
_PREFIXES = ("وال", "بال", "كال", "فال", "ولل", "لل", "ال", "و")
_SUFFIXES = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")


def light_stem(form: str) -> str:
    """The light stem of a folded word; words of Latin letters and numbers stay as they are."""
    if not form or not "\u0621" <= form[0] <= "\u064a":
        return form
    for prefix in _PREFIXES:
        if form.startswith(prefix) and len(form) - len(prefix) >= (3 if prefix == "و" else 2):
            form = form[len(prefix) :]
            break
    for suffix in _SUFFIXES:
        if form.endswith(suffix) and len(form) - len(suffix) >= 2:
            form = form[: -len(suffix)]
    return form


def search_tokens(text: str) -> list[str]:
    """What a text is found by: the light stems of its words and numbers, in order. Texts and queries use this alike."""
    return [light_stem(token.form) for token in _words(text)]


def search_variants(text: str) -> list[str]:
    """The stems of words that may begin with a one-letter preposition (بتثبيت: تثبيت), without it.

    Light10 leaves these letters, since many words begin with them; so they are a second way to a word, not the first.
    """
    return [stem for token in _words(text) if (stem := _variant(token.form)) is not None]


def _variant(form: str) -> str | None:
    form = form.removeprefix("و")
    return light_stem(form[1:]) if len(form) > 4 and form[0] in _LETTERS else None


def search_phrases(words: str) -> list[list[list[str]]]:
    """What a user asks for, as rows of words, each by the stems that may stand for it: a phrase in quotation marks is
    one row, every other word one by itself. A text may fix a preposition to the first word of a phrase (لدعم
    الاستقرار), and to a word that is too short to have a variant."""
    rows = ([token.form for token in _words(phrase or word)] for phrase, word in _ASKED.findall(words))
    return [[_fixed(row), *([light_stem(form)] for form in row[1:])] for row in rows if row]


def _fixed(row: list[str]) -> list[str]:
    """The stems of the first word of a row, as it is and behind the prepositions that a text may fix to it."""
    form = row[0]
    letters = _LETTERS if len(row) > 1 else _PREPOSITIONS if len(form) == _SHORT else ""
    may = len(form) >= _SHORT and "\u0621" <= form[0] <= "\u064a" and not form.startswith("ال")
    return [light_stem(letter + form) for letter in ("", *(letters if may else ""))]


def _words(text: str) -> list[Token]:
    return [token for token in tokenize(text) if token.kind != SIGN and token.form]


@lru_cache(2048)
def _known(text: str) -> list[Token]:
    """The words of a sentence that is shown, which is shown again to whoever asks for something like it."""
    return _words(text)


@lru_cache(1 << 14)
def _ways(form: str) -> frozenset[str]:
    """The stems by which a folded word is found."""
    variant = _variant(form)
    return frozenset((light_stem(form),) if variant is None else (light_stem(form), variant))


def found_places(text: str, words: str) -> list[tuple[int, int]]:
    """Where in a text the words stand that a user asks for, in any inflection, as offsets; those that meet are one."""
    tokens = _known(text)
    keys = [_ways(token.form) for token in tokens]
    found: list[tuple[int, int]] = []
    for row in search_phrases(words):
        for i in range(len(tokens) - len(row) + 1):
            if all(not keys[i + j].isdisjoint(stems) for j, stems in enumerate(row)):
                found.append((tokens[i].start, tokens[i + len(row) - 1].end))
    return _joined(sorted(found))


def closeness(text: str, words: str) -> int:
    """How many of the words that a user asks for stand in a text as they are written, whatever is fixed to them: a stem
    brings words that are only akin (دولة, دولي)."""
    folded = " ".join(token.form for token in _known(text))
    asked = {token.form.removeprefix("ال") for token in _words(words)}
    return sum(form in folded for form in asked)


def _joined(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for start, end in places:
        if out and start <= out[-1][1]:
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
    return out
