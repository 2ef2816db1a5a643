"""Words, numbers and signs of a text, with the proclitics a word may carry."""

from __future__ import annotations

import re
from typing import NamedTuple

from tawatur.text.folding import MARKS, fold_word

WORD, NUMBER, SIGN = "word", "number", "sign"
WORD_LIKE = rf"[^\W\d_]+(?:[{MARKS}]+[^\W\d_]*)*"  # a word, as a regular expression
POINT = "ر"  # 5ر13 is 13.5 as older wires type it
NUMBER_LIKE = rf"\d+(?:{POINT}\d+(?!\w)|(?:[.,٫٬]\d+)*)"
TAG_SIGNS = dict.fromkeys(map(ord, "#_"), " ")  # before and between the words of a hashtag (#محمد_بن_سلمان)
_SKIPPED = r"#(?=[#_ ]*[^\W\d_])|(?<=\w)_(?=\w)"
_TOKEN = re.compile(rf"(?P<word>{WORD_LIKE})|(?P<number>{NUMBER_LIKE})|{_SKIPPED}|(?P<sign>[^\s\w{MARKS}]|_)")


class Token:
    """A word, number or sign: where it stands, its folded form, its place in the document's list and its sentence."""

    __slots__ = ("end", "form", "index", "kind", "sentence", "start", "text")

    def __init__(self, index: int, start: int, end: int, text: str, form: str, kind: str) -> None:
        self.index = index
        self.start = start
        self.end = end
        self.text = text
        self.form = form
        self.kind = kind
        self.sentence = -1

    def __repr__(self) -> str:
        return f"Token({self.index}, {self.text!r})"


def tokenize(text: str) -> list[Token]:
    """All tokens of a text in order; offsets in code points of `text`.

    Letters and digits never share a token ("كوفيد-19" is three, "الـ85" two); marks belong to the word they stand in. A
    hashtag is the words it is made of: its signs are spaces (#الملك_سلمان is two tokens).
    """
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        if match.lastgroup is None:
            continue
        found = match.group()
        start = match.start()
        tokens.append(Token(len(tokens), start, match.end(), found, fold_word(found), match.lastgroup))
    return tokens


def spaced(gap: str) -> bool:
    """Whether what stands between two tokens is nothing but space, the signs of hashtags counted as such."""
    return gap.translate(TAG_SIGNS).isspace()


class Analysis(NamedTuple):
    """A reading of a word as proclitics plus rest: `letters` is how many letters of the word stand before the rest.

    In لل the article's alef is not written: the rest "التحالف" of "للتحالف" starts at the word's second lam.
    """

    conjunction: str
    preposition: str
    article: bool
    rest: str
    letters: int


def analyses(form: str) -> list[Analysis]:
    """Every way to read a folded word as conjunction (و ف), preposition (ب ك ل), article (ال) and rest.

    Only the letters are looked at: a lexicon decides which reading is a word. The word as it stands comes first.
    """
    found: list[Analysis] = []
    _prepositions("", form, 0, found)
    if len(form) > 2 and form[0] in "وف":
        _prepositions(form[0], form[1:], 1, found)
    return found


def _prepositions(conjunction: str, form: str, letters: int, found: list[Analysis]) -> None:
    _articles(conjunction, "", form, letters, found)
    if len(form) < 3:
        return
    if form[0] in "بكل":
        _articles(conjunction, form[0], form[1:], letters + 1, found)
    if form.startswith("لل"):
        # للتحالف = ل + التحالف; and للبناني = ل + اللبناني, the article's lam written once with the word's own
        for rest in ("ا" + form[1:], "ال" + form[1:]):
            found.append(Analysis(conjunction, "ل", False, rest, letters + 1))
            found.append(Analysis(conjunction, "ل", True, rest[2:], letters + 1))


def _articles(conjunction: str, preposition: str, form: str, letters: int, found: list[Analysis]) -> None:
    found.append(Analysis(conjunction, preposition, False, form, letters))
    if len(form) > 3 and form.startswith("ال"):
        found.append(Analysis(conjunction, preposition, True, form[2:], letters))


def bared(form: str, shortest: int) -> str:
    """A folded word without all first letters that may be proclitics or the article, as long as so many letters stay.

    A word that itself begins with such a letter loses it, too (فبراير): so it is the same with proclitics and without
    them (وفبراير), which taking off the likely ones alone does not reach.
    """
    while len(form) > shortest:
        if form[0] in "وفبكل":
            form = form[1:]
        elif form.startswith("ال") and len(form) >= shortest + 2:
            form = form[2:]
        else:
            break
    return form


def likeliest(form: str) -> Analysis:
    """How a folded word that no list knows is best read.

    With every proclitic that its article proves; else a first و is a conjunction, and ب or ل after it or first a
    preposition, where three letters are left.
    """
    found = analyses(form)
    for analysis in found:
        if analysis.article and len(analysis.rest) > 1:
            return analysis
    likely = [a for a in found if a.conjunction != "ف" and a.preposition != "ك" and len(a.rest) > 2]
    return max(likely, key=lambda a: a.letters, default=found[0])


def definite(form: str) -> bool:
    """Whether a folded word carries the article, proclitics before it or none."""
    return any(a.article and len(a.rest) > 2 for a in analyses(form))


def nisba(form: str) -> bool:
    """Whether a folded word looks like a definite adjective of relation (المغربية, الدولي)."""
    return definite(form) and form.endswith(("ي", "يه", "يين", "يون", "يتين", "يان"))


def undefined(form: str) -> str:
    """A folded word without article and proclitics, as far as its article proves them."""
    return next((a.rest for a in analyses(form) if a.article), form)
