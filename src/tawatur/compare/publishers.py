"""Who publishes an outlet, and which agencies a text names: from `publishers.yml` and `outlets.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from tawatur.compare.corpus import name_words
from tawatur.language.loader import load
from tawatur.text.folding import fold, fold_word
from tawatur.text.words import NUMBER_LIKE, WORD_LIKE, analyses

_WORDS = re.compile(rf"({WORD_LIKE}|{NUMBER_LIKE})")
_Name = tuple[str, ...]


_OPENS, _ENDS = 150, 80  # characters at a report's beginning and end where it credits an agency


@dataclass(slots=True, frozen=True)
class _Agency:
    name: str
    mark: bool  # the agency only where it stands between signs


def publisher_of(outlet: str | None) -> str | None:
    """The house that an outlet belongs to, by its id in `publishers.yml`; else the outlet itself under the name that
    outlets are compared by; None where there is none."""
    if not outlet:
        return None
    words = name_words(outlet)
    return _publishers().get(words) or " ".join(words) or fold(outlet)


def agencies_in(text: str) -> frozenset[str]:
    """The agencies that a stretch of text names, by their usual names; what means something else in running text
    counts between signs only (a dowry in running text, an agency in brackets)."""
    parts = _WORDS.split(text)
    words = parts[1::2]
    signs = [bool(between.strip()) or "\n" in between for between in parts[::2]]
    signs[0] = signs[-1] = True
    found = set()
    for i, word in enumerate(words):
        for name, agency, bare in _starting(word):
            if name_words(" ".join(words[i : i + len(name)]))[1:] != name[1:]:
                continue
            if not agency.mark or (bare and signs[i] and signs[i + len(name)]):
                found.add(agency.name)
                break
    return frozenset(found)


@lru_cache(1 << 14)
def agencies_called(voice: str) -> frozenset[str]:
    """The agencies that a description of a speaker names (وكالة الأنباء الرسمية السورية), without the words that say
    whose an agency is."""
    return agencies_in(" ".join(word for word in voice.split() if name_words(word) not in _official()))


def agencies_at_edges(text: str) -> frozenset[str]:
    """The agencies that a report's text names where it begins or ends: those that it credits."""
    return _at_edges(text[:_OPENS], text.rstrip()[-_ENDS:])


@lru_cache(1 << 14)  # asked for the copies and again for the sources
def _at_edges(head: str, tail: str) -> frozenset[str]:
    return agencies_in(head) | agencies_in(tail)


def agency_of(author: str) -> str | None:
    """The agency that an author is, by its usual name; `unnamed` agencies have their own words."""
    found = [a for a in _forms().get(name_words(author)[:1], ()) if a[0] == name_words(author)]
    return found[0][1].name if found else None


def is_unnamed(author: str) -> bool:
    """Whether an author stands for agencies that are not named (وكالات)."""
    return name_words(author) in _unnamed()


def other_outlets(names: Iterable[str], outlet: str | None) -> frozenset[str]:
    """Those of the names that are outlets of another publisher than `outlet`'s, by the publishers' ids."""
    own = {publisher_of(outlet), *(publisher_of(name) for name in _feeds().get(outlet or "", ()))}
    found = {publisher_of(name) for name in names if name_words(name) in _outlets()}
    return frozenset(publisher for publisher in found - own if publisher)


@lru_cache(100_000)
def _starting(word: str) -> list[tuple[_Name, _Agency, bool]]:
    """The agencies' names that begin with a word, with or without what is joined to it (`bare`: without)."""
    known = _forms()
    found = []
    for analysis in analyses(fold_word(word)):
        bare = not analysis.conjunction and not analysis.preposition
        found += [(name, agency, bare) for name, agency in known.get((analysis.rest,), ())]
    return found


@cache
def _publishers() -> dict[_Name, str]:
    data = load("arabic").data("publishers")["publishers"]
    return {name_words(str(outlet)): str(house) for house, outlets in data.items() for outlet in outlets}


@cache
def _forms() -> dict[_Name, list[tuple[_Name, _Agency]]]:
    found: dict[_Name, list[tuple[_Name, _Agency]]] = {}
    for name, forms in load("arabic").data("publishers")["agencies"].items():
        for kind in ("names", "marks"):
            for form in forms[kind]:
                words = name_words(str(form))
                found.setdefault(words[:1], []).append((words, _Agency(str(name), kind == "marks")))
    return {first: sorted(forms, key=lambda f: -len(f[0])) for first, forms in found.items()}


@cache
def _unnamed() -> frozenset[_Name]:
    return frozenset(name_words(str(name)) for name in load("arabic").data("publishers")["unnamed"])


@cache
def _official() -> frozenset[_Name]:
    return frozenset(name_words(str(word)) for word in load("arabic").data("publishers")["official"])


@cache
def _feeds() -> dict[str, list[str]]:
    return {str(feed): [str(n) for n in names] for feed, names in load("arabic").data("outlets")["feeds"].items()}


@cache
def _outlets() -> frozenset[_Name]:
    return frozenset(name_words(str(name)) for name in load("arabic").data("outlets")["outlets"])
