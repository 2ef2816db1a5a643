"""Whether the name of a capital means the city, or the government that sits there (أعلنت واشنطن)."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.read.document import Document
from tawatur.read.entities import catalogue_data
from tawatur.read.mentions.candidates import Candidate
from tawatur.read.mentions.words import ROW, name_words, of_sport
from tawatur.text.words import SIGN

_BYLINE = 40  # characters of a line before the place that a report is sent from
_QUOTES = frozenset("\"'“”„«»‹›")
_DASHES = ("-", "–", "—")


def governments(document: Document, candidates: Sequence[Candidate], keys: Sequence[str]) -> list[str]:
    """The ids of candidates, in order of the text, with the country in place of a capital that its government is called
    by: not where its context is that of a city, or of sport (its clubs), nor beside a town in one row with it."""
    lists = catalogue_data(document.language)
    countries = [lists.get(key, {}).get("government") for key in keys]
    as_city = [bool(c) and _as_city(document, candidates[i]) for i, c in enumerate(countries)]
    for i in range(1, len(keys)):  # في برلين وفيينا
        if countries[i] and not as_city[i] and _joined(document, candidates[i - 1], candidates[i]):
            as_city[i] = as_city[i - 1] or _town(lists.get(keys[i - 1], {}))
    for i in range(len(keys) - 2, -1, -1):  # مدينتا موسكو ونيويورك
        if countries[i] and not as_city[i] and _joined(document, candidates[i], candidates[i + 1]):
            as_city[i] = _town(lists.get(keys[i + 1], {})) and not _between(document, candidates[i])
    return [
        str(country) if country and not city and not of_sport(document, document.token_at(candidate.start)) else key
        for key, country, city, candidate in zip(keys, countries, as_city, candidates, strict=True)
    ]


def _town(data: dict[str, object]) -> bool:
    """Whether what a list says is of a town that no government sits in."""
    return data.get("class") == "city" and not data.get("government")


def _joined(document: Document, first: Candidate, second: Candidate) -> bool:
    """Whether two places stand in one row: only "and" or a comma between them."""
    return first.type == second.type == "place" and document.text[first.end : second.start] in ROW


def _between(document: Document, candidate: Candidate) -> bool:
    """Whether "between" stands before a name: between states, and not between towns."""
    index = document.token_at(candidate.start)
    return index > 0 and name_words(document.language).among(document.tokens[index - 1].form, "between")


def _as_city(document: Document, candidate: Candidate) -> bool:
    words = name_words(document.language)
    first = document.token_at(candidate.start)
    token = document.tokens[first]
    if candidate.start > token.start and token.text[candidate.start - token.start - 1] == "ب":
        return True
    if _dateline(document, candidate, token.start) or _told_as_city(document, candidate):
        return True
    before = first - 1
    if before > 0 and document.tokens[before].kind == SIGN and document.tokens[before].text in "،,":
        if not _a_nation(document, before - 1):
            capital = words.sets["capital"]
            return document.tokens[before - 2].form in capital and _of_its_land(document, before - 1, candidate)
        before -= 1  # العاصمة النمساوية، فيينا
    while before > 0 and document.tokens[before].kind == SIGN and document.tokens[before].text in _QUOTES:
        before -= 1  # اتفاقية "هلسنكي"
    while before > 0 and _a_nation(document, before):
        before -= 1  # العاصمة السعودية الرياض
    if before < 0 or document.tokens[before].sentence != token.sentence:
        return False
    return words.among(document.tokens[before].form, "in_city")


def _told_as_city(document: Document, candidate: Candidate) -> bool:
    """Whether what follows a name says that it is a city: its country in brackets or as an adjective, or "capital":
    نيروبي (كينيا), طوكيو اليابانية, كوبنهاغن، عاصمة الدنمارك."""
    after, end = document.token_at(candidate.end - 1) + 1, len(document.tokens)
    if after < end and document.text[candidate.end : document.tokens[after].start].isspace():
        country = _country(document, candidate)
        if any(hit.first == after and hit.data["of"] == country for hit in document.hits("demonym")):
            return True
    if after + 1 >= end or document.tokens[after].text not in "(،,":
        return False
    if document.tokens[after].text == "(":
        return _of_its_land(document, after + 1, candidate)
    return document.tokens[after + 1].form in name_words(document.language).sets["capital"]


def _of_its_land(document: Document, index: int, candidate: Candidate) -> bool:
    """Whether a word is the name of the country whose capital a name is: (عاصمة) فنزويلا، كاراكاس."""
    country = _country(document, candidate)
    return any(hit.first <= index <= hit.last and hit.data["id"] == country for hit in document.hits("name"))


def _country(document: Document, candidate: Candidate) -> str | None:
    """The country whose government a capital is named for."""
    return catalogue_data(document.language).get(candidate.entity or "", {}).get("government")


def _a_nation(document: Document, index: int) -> bool:
    return any(hit.first <= index <= hit.last for hit in document.hits("demonym"))


def _dateline(document: Document, candidate: Candidate, start: int) -> bool:
    """Whether a name begins a line before a sign, or ends its beginning after a dash (عين اليوم – الرياض)."""
    text = document.text
    begins = text.rfind("\n", 0, start) + 1
    led = text[begins:start].strip(' "“(#*\u200f\u200e')
    after = text[candidate.end : candidate.end + 3].lstrip(" ")
    if not led:
        return bool(after.lstrip()) and after.lstrip()[:1] in tuple("،-–—(:/,")
    return len(led) <= _BYLINE and led.endswith((*_DASHES, "/")) and (not after or after[:1] in tuple("\n:/-–—"))
