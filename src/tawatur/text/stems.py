"""Light stems of Arabic words, for search only: one token for a word's usual inflections.

The affixes are those of Light10 (Larkey, Ballesteros and Connell, "Light stemming for Arabic information retrieval",
2007), over folded words. A stem is no word and is never shown.
"""

from __future__ import annotations

import re

from tawatur.text.words import SIGN, tokenize

_ASKED = re.compile(r"[\"“”«»]([^\"“”«»]+)[\"“”«»]|(\S+)")
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
    return [light_stem(token.form) for token in tokenize(text) if token.kind != SIGN and token.form]


def search_variants(text: str) -> list[str]:
    """The stems of words that may begin with a one-letter preposition (بتثبيت: تثبيت), without it.

    Light10 leaves these letters, since many words begin with them; so they are a second way to a word, not the first.
    """
    forms = [token.form.removeprefix("و") for token in tokenize(text) if token.kind != SIGN]
    return [light_stem(form[1:]) for form in forms if len(form) > 4 and form[0] in "بلكف"]


def search_phrases(words: str) -> list[list[str]]:
    """What a user asks for, as stems: a phrase in quotation marks as one row of them, every other word by itself."""
    rows = (search_tokens(phrase or word) for phrase, word in _ASKED.findall(words))
    return [row for row in rows if row]


def found_places(text: str, words: str) -> list[tuple[int, int]]:
    """Where in a text the words stand that a user asks for, in any inflection, as offsets; those that meet are one."""
    tokens = [token for token in tokenize(text) if token.kind != SIGN and token.form]
    keys = [{light_stem(token.form), *search_variants(token.text)} for token in tokens]
    found: list[tuple[int, int]] = []
    for row in search_phrases(words):
        for i in range(len(tokens) - len(row) + 1):
            if all(stem in keys[i + j] for j, stem in enumerate(row)):
                found.append((tokens[i].start, tokens[i + len(row) - 1].end))
    return _joined(sorted(found))


def closeness(text: str, words: str) -> int:
    """How many of the words that a user asks for stand in a text as they are written, whatever is fixed to them: a stem
    brings words that are only akin (دولة, دولي)."""
    folded = " ".join(token.form for token in tokenize(text) if token.kind != SIGN)
    asked = {token.form.removeprefix("ال") for token in tokenize(words) if token.kind != SIGN and token.form}
    return sum(form in folded for form in asked)


def _joined(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for start, end in places:
        if out and start <= out[-1][1]:
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
    return out
