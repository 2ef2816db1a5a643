"""Acts by number (قرار مجلس الأمن رقم 2254), by what they fight or by place (مؤتمر بروكسل)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.mentions.candidates import Candidate
from tawatur.read.mentions.ground import ground_of
from tawatur.read.mentions.words import adjoining
from tawatur.text.words import NUMBER, analyses

_REACH = 6  # tokens between the word for an act and its number
_CLOSE = ")]"
_AND, _FOR = "و", "ل"


def acts(document: Document) -> Iterator[Candidate]:
    """Every act that is named."""
    for hit in document.hits("act"):
        end = _BY[hit.data["by"]](document, hit)
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


def _placed(document: Document, hit: Hit) -> int | None:
    """مؤتمر بروكسل لدعم مستقبل سوريا: where a conference or agreement named by its town ends, with its purpose."""
    ground, tokens = ground_of(document), document.tokens
    place = ground.names.get(hit.last + 1)
    if place is None or place.analysis.letters or place.data.get("class") != "city":
        return None
    if not adjoining(document, hit.last, place.first) or (hit.data.get("made") and place.data.get("government")):
        return None
    n = place.last + 1
    if n < len(tokens) and tokens[n].form.startswith(_AND) and n in ground.names:  # اتفاق موسكو وأنقرة
        return None
    return tokens[_purpose(document, n)].end if _aims(document, n) else tokens[place.last].end


def _aims(document: Document, n: int) -> bool:
    """Whether a word begins a purpose: لدعم, للسلام."""
    ground, tokens = ground_of(document), document.tokens
    if n >= len(tokens) or n in ground.names or not adjoining(document, n - 1, n):
        return False
    readings = (a.rest for a in analyses(tokens[n].form) if a.preposition == _FOR)
    return any(ground.words.plain(rest) in ("common", "unknown") for rest in readings)


def _purpose(document: Document, n: int) -> int:
    """The last word of a purpose: the nouns that go on to a name or to a word with the article."""
    ground, tokens = ground_of(document), document.tokens
    last = n
    while last - n < _REACH and not any(a.article for a in analyses(tokens[last].form)):
        following = last + 1
        if following >= len(tokens) or following in ground.verbs or not adjoining(document, last, following):
            return last
        if following in ground.names:
            return ground.names[following].last
        if ground.words.plain(tokens[following].form) not in ("common", "unknown"):
            return last
        last = following
    return last


_BY: dict[str, Callable[[Document, Hit], int | None]] = {
    "number": _numbered,
    "fight": _fighting,
    "place": _placed,
}
