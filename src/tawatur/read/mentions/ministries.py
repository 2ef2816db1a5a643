"""Ministries by their fields: وزارة الصحة والسكان, and one ministry under its long and its short name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tawatur.language.loader import Language
from tawatur.text.folding import fold
from tawatur.text.words import tokenize

_AND, _ARTICLE = "و", "ال"


class Fields(NamedTuple):
    """A row of fields: the index after its last word, the id of the first field, whose ministry it is if they say so,
    whether they have no article (وزارة خارجية قطر), so that a country's name follows, and whether they count only
    after the word for one."""

    end: int
    id: str
    country: str | None
    bare: bool
    headed: bool


class Ministries:
    """The fields of ministries of a language (names/ministries.yml), by their first word."""

    def __init__(self, language: Language) -> None:
        data = language.data("names/ministries")
        self._named: dict[str, str] = data["named"]
        self._fields: dict[str, list[tuple[tuple[str, ...], Fields]]] = {}
        for entry in data["fields"]:
            for form in entry["forms"]:
                words = tuple(token.form for token in tokenize(fold(form)))
                field = Fields(0, entry["id"], entry.get("country"), False, entry.get("headed", False))
                self._add(words, field)
                if len(words) == 1 and words[0].startswith(_ARTICLE):
                    self._add((words[0].removeprefix(_ARTICLE),), field._replace(bare=True))
        for fields in self._fields.values():
            fields.sort(key=lambda field: -len(field[0]))

    def _add(self, words: tuple[str, ...], field: Fields) -> None:
        self._fields.setdefault(words[0], []).append((words, field))

    def read(self, forms: Sequence[str], i: int) -> Fields | None:
        """The fields that begin at folded word i, joined by و, or None where the word begins none."""
        found: Fields | None = None
        while i < len(forms):
            word = forms[i] if found is None else forms[i].removeprefix(_AND)
            if found is not None and word == forms[i]:
                break
            rest = (word, *forms[i + 1 : i + 6])
            fits = next((f for f in self._fields.get(word, ()) if rest[: len(f[0])] == f[0]), None)
            if fits is None or (found is not None and fits[1].bare):
                break
            words, field = fits
            i += len(words)
            found = (found or field)._replace(end=i)
            found = found._replace(country=found.country or field.country)
        return found

    def id(self, field: str, country: str) -> str:
        """The id of a country's ministry: of the list that names it, or made of both."""
        return self._named.get(f"{country}/{field}", f"{country}-{field}-ministry")


@lru_cache(maxsize=8)
def ministries(language: Language) -> Ministries:
    """The ministries of a language, read once."""
    return Ministries(language)
