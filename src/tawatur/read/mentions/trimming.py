"""What of a name that the learned model found belongs to it: the model takes whole words, and what stands before.

Proclitics, titles and words for a kind of thing (مدينة مراكش) are no part of a mention; adjectives of nationality are
none.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from tawatur.read.document import Document
from tawatur.read.mentions.ground import Ground
from tawatur.read.mentions.shape import TANWEEN, blessing
from tawatur.read.mentions.tags import Name, tags_of
from tawatur.read.mentions.words import begins_clause
from tawatur.text.folding import source_offset
from tawatur.text.words import NUMBER, SIGN, WORD, Token, analyses

_KINDS = {"place": ("settlement",), "organisation": ("group_word", "medium")}  # words before a name, no part of it
NAMED = frozenset(("given", "family", "weak", "prefix"))
_MOST_PROCLITICS = 2  # letters
_SHORT, _RARER = 4, 2.0  # letters of a word too short to be cut; how much likelier (logarithm) a rest must be


def trimmed(document: Document, name: Name, ground: Ground) -> tuple[int, int] | None:
    """Start offset and last token of what the record takes of a name of the model; None where nothing is left."""
    first, last, tokens = name.first, name.last, document.tokens
    while last > first and tokens[last].kind == SIGN:
        last -= 1
    if name.type == "person":
        last = next((i - 1 for i in range(first + 1, last) if blessing(document, i, ground)), last)
    while first < last and (tokens[first].kind == SIGN or _before_name(document, first, name, ground)):
        first += 1
    token = tokens[first]
    if (
        token.kind != WORD
        or any(TANWEEN in t.text for t in tokens[first : last + 1])
        or _adjective(document, first, last, ground)
        or _counted(document, first, last, ground)
    ):
        return None
    return token.start + source_offset(token.text, proclitics(document, token, ground)), last


def _before_name(document: Document, i: int, name: Name, ground: Ground) -> bool:
    """Whether a word is a title or a nationality before a person's name, or says what a name names."""
    if name.type == "person":
        if _fuller_elsewhere(document, i, name, ground):
            return True
        words, form, following = ground.words, document.tokens[i].form, document.tokens[i + 1].form
        described = form.startswith(words.affixes["article"]) and words.inside(form) not in NAMED
        if described and words.plain(following) == "given":  # المنشد إبراهيم
            return True
        return i in ground.titles | ground.demonyms and words.first(form)[0] != "given"
    form = document.tokens[i].form
    kinds = _KINDS.get(name.type, ())
    if any(ground.words.among(form, kind) for kind in kinds):
        return True
    read = [a.rest for a in analyses(form) if not a.article]
    bare = {stem for rest in read for stem in (rest.removesuffix("ه"), *ground.words.possessed(rest))}
    return name.type == "organisation" and not bare.isdisjoint(ground.words.sets["followed"])  # ولحزبه العدالة والتنمية


def _fuller_elsewhere(document: Document, i: int, name: Name, ground: Ground) -> bool:
    """Whether a common word ran into a name that ends a fuller one elsewhere in the report, or that a list has: اختطاف
    بن بركة of a report on المهدي بن بركة."""
    words, tokens = ground.words, document.tokens
    read = {tokens[i].form, *(a.rest for a in analyses(tokens[i].form))}
    read |= {rest.removesuffix(dual) for rest in read for dual in words.affixes["dual"]}
    if words.plain(tokens[i].form) in NAMED or not any(words.plain(rest) == "common" for rest in read):
        return False
    if ground.persons.get(i + 1) == name.last:
        return True
    tail = [token.form for token in tokens[i + 1 : name.last + 1]]
    fuller = (n for n in tags_of(document).names if n.type == "person" and n.last - n.first >= len(tail))
    ends = (n for n in fuller if [t.form for t in tokens[n.last + 1 - len(tail) : n.last + 1]] == tail)
    return any(words.plain(tokens[n.last - len(tail)].form) != "common" and n.last != name.last for n in ends)


def _adjective(document: Document, first: int, last: int, ground: Ground) -> bool:
    """Whether words are an adjective of nationality and no country's name, or one without article describes them."""
    if first in ground.names:
        return False
    ends = [hit for hit in document.hits("demonym") if hit.last == last]
    return any(hit.first == first or not hit.analysis.article for hit in ends)


def _counted(document: Document, first: int, last: int, ground: Ground) -> bool:
    """Whether a word is an adjective that a number counts: 43 ماليزيا, ثلاثة عشر روسيا."""
    if first != last or not first or not document.tokens[first].form.endswith(ground.words.affixes["accusative"]):
        return False
    return document.tokens[first - 1].kind == NUMBER


@lru_cache(maxsize=2)
def _whole(document: Document) -> frozenset[str]:
    """The last words of persons' full names in the report, where no proclitic can be: واينستين after هارفي."""
    persons = (n for n in tags_of(document).names if n.type == "person" and n.last > n.first)
    return frozenset(document.tokens[n.last].form for n in persons)


def _stands_whole(document: Document, token: Token, ground: Ground) -> bool:
    """Whether a word that begins like one with a proclitic has none: بارون is no ارون.

    Where no clause begins (ف); or where the report has it more than once, or with a proclitic before it, and never what
    is left of it without the letter of a preposition.
    """
    form = token.form
    readings = [a for a in analyses(form) if a.letters]
    if not readings or any(a.article for a in readings):
        return False
    if form.startswith(ground.words.affixes["then"]) and not begins_clause(document, token.index):
        return True
    forms = _forms(document)
    if form.startswith(ground.words.affixes["and"]) or any(a.rest in forms for a in readings):
        return False
    longer = (f for f in forms if f.endswith(form) and 0 < len(f) - len(form) <= _MOST_PROCLITICS)
    return forms[form] > 1 or any(a.rest == form and not a.article for f in longer for a in analyses(f))


def _in_a_row(document: Document, token: Token) -> bool:
    """Whether a word begins a name of several words right after another name: وليام وكيت ميدلتون."""
    names = tags_of(document).names
    begins = any(n.first == token.index and n.last > n.first for n in names)
    return len(token.form) == _SHORT and begins and any(n.last == token.index - 1 for n in names)


@lru_cache(maxsize=2)
def _forms(document: Document) -> Counter[str]:
    return Counter(token.form for token in document.tokens if token.kind == WORD)


def proclitics(document: Document, token: Token, ground: Ground) -> int:
    """How many letters of a name's first word stand before the name.

    A list, or the article, tells for most. Of the others a و, more rarely a ب or ل, is one where the rest looks like a
    word of a name at least as much as the whole.
    """
    form, words = token.form, ground.words
    if form in _whole(document):
        return 0
    spelt = words.spelt_given(token)
    if spelt is not None or words.plain(form) in NAMED:
        return spelt[1] if spelt is not None else 0
    hits = [h for h in document.hits("name", "org-head") if h.first == token.index]
    if hits:
        return min(hits, key=lambda h: (-h.last, h.analysis.letters)).analysis.letters
    if _stands_whole(document, token, ground):
        return 0
    bare = [a for a in analyses(form) if a.letters and not a.article]
    for a in bare:
        if words.plain(a.rest) in NAMED or (a.rest in words.sets["joined"] and a.preposition):  # بفان هورميرن
            return a.letters
    for a in analyses(form):
        if a.letters and a.article and len(a.rest) > 2:
            return a.letters
    return int(_likely(document, token, ground))


def _likely(document: Document, token: Token, ground: Ground) -> bool:
    """Whether the first letter of an unknown word is likelier "and" or "for" than its own, by the shape of the rest."""
    form, words = token.form, ground.words
    if words.plain(form) != "unknown" or not (len(form) > _SHORT or _in_a_row(document, token)):
        return False
    for letter, margin in ((words.affixes["and"], 0.0), (words.affixes["for"], _RARER)):
        article = form[1:].startswith(words.affixes["article"])  # too little is left for one: والتر
        if form.startswith(letter) and not article and words.shape(form[1:]) >= words.shape(form) + margin:
            return True
    return False
