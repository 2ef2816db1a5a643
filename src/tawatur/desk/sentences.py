"""What went wrong, in the reader's language: the program says it in one English sentence, pages in Arabic too."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from markupsafe import Markup, escape

from tawatur.language.fast_yaml import parse
from tawatur.tell.page import harmless

_FILLED = re.compile(r"\{(\d+)\}")
_PLACES = re.compile(r"(?:\{\})+")


def said(sentence: str, lang: str) -> Markup:
    """A sentence that the program raised, as HTML: what it fills in is isolated. What no list has stays English, and so
    does what stands before it (the name of a file, a line)."""
    for known in _sentences() if lang == "ar" else ():
        found = known.fills(sentence)
        if found is not None:
            where, given = found
            told = _filled(known.arabic, given)
            return _isolated(where) + ": " + told if where else told
    return _isolated(sentence) if sentence else Markup("")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """An English sentence: its own words, and the numbers by which the Arabic one names what stands between them."""

    words: tuple[str, ...]
    numbers: tuple[int, ...]
    arabic: str
    is_reason: bool

    @classmethod
    def of(cls, english: str, arabic: str) -> _Sentence:
        """Places that stand side by side are filled in as one, under the first one's number."""
        runs = [found.group().count("{}") for found in _PLACES.finditer(english)]
        numbers = tuple(sum(runs[:i]) for i in range(len(runs)))
        is_reason = not english.endswith(".")
        return cls(tuple(_PLACES.split(english.removesuffix("."))), numbers, arabic, is_reason)

    def fills(self, sentence: str) -> tuple[str, dict[int, str]] | None:
        """What stands before a reason, and what is filled in, by number; None where the sentence is another. Each of
        its own words is looked for once, from left to right: a sentence may hold whatever somebody sent."""
        sentence = sentence.removesuffix(".")
        first, *rest = self.words
        at = 0 if sentence.startswith(first) else sentence.find(f": {first}") + 2
        if at == 1 or (at and not self.is_reason):
            return None
        where, at = sentence[: max(at - 2, 0)], at + len(first)
        given: dict[int, str] = {}
        for number, words in zip(self.numbers, rest, strict=True):
            last = number == self.numbers[-1]
            found = len(sentence) - len(words) if last else sentence.find(words, at)
            if found < at or not sentence.startswith(words, found):
                return None
            given[number], at = sentence[at:found], found + len(words)
        return (where, given) if at == len(sentence) else None


def _filled(arabic: str, given: Mapping[int, str]) -> Markup:
    """An Arabic sentence with what its English one fills in."""
    return Markup(_FILLED.sub(lambda found: str(_isolated(given.get(int(found[1]), ""))), str(escape(arabic))))


def _isolated(text: str) -> Markup:
    return Markup("<bdi>") + escape(harmless(text)) + Markup("</bdi>")


@cache
def _sentences() -> list[_Sentence]:
    """All sentences, the one with most words of its own first."""
    loaded: dict[str, str] = parse(files(__package__).joinpath("sentences.yml").read_text(encoding="utf-8"))
    ordered = sorted(loaded, key=lambda s: -len(s.replace("{}", "")))
    return [_Sentence.of(english, loaded[english]) for english in ordered]
