"""The words that watchlists are written in (language/watchlists.yml), ready to be looked up."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

from babel import Locale

from tawatur.language.fast_yaml import parse
from tawatur.text.folding import fold

_SEPARATING = re.compile(r"[\s._-]+")


@cache
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = parse(files("tawatur.language").joinpath("watchlists.yml").read_text(encoding="utf-8"))
    return loaded


@cache
def remarks() -> re.Pattern[str]:
    """What is no part of a name though it stands in its field."""
    return re.compile("|".join(_data()["remarks"]), re.IGNORECASE)


@cache
def _routine() -> re.Pattern[str]:
    return re.compile("|".join(_data()["routine"]), re.IGNORECASE)


def telling(reason: str) -> str:
    """A list's reason without what says nothing about who is meant: links, notes of reviews."""
    return " ".join(_routine().sub(" ", reason).split())


def _plain(text: str) -> str:
    return _SEPARATING.sub("", fold(text))


@cache
def _columns() -> dict[str, str]:
    return {_plain(word): column for column, words in _data()["columns"].items() for word in words}


def column(header: str) -> str | None:
    """What a column of a list of one's own holds, by its header; None for one that is not known."""
    plain = _plain(header)
    return _columns().get(plain) or _columns().get(plain.rstrip("0123456789"))


@cache
def _kinds() -> dict[str, str]:
    return {_plain(word): kind for kind, words in _data()["kinds"].items() for word in words}


def kind(text: str) -> str | None:
    """The kind that a list's word means; None for a word that is not known."""
    return _kinds().get(_plain(text))


@cache
def _countries() -> dict[str, str]:
    known = parse(files("tawatur.language").joinpath("arabic/names/countries.yml").read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    for entry in known["entries"]:
        for name in (entry.get("en"), entry.get("ar"), *entry["forms"]):
            if name and entry.get("class") == "country":
                found.setdefault(fold(name), entry["id"])
    for code, name in Locale.parse("en").territories.items():
        if len(code) == 2 and fold(name) in found:
            found[code.lower()] = found[fold(name)]
    for ident, names in _data()["countries"].items():
        for name in names:
            found.setdefault(fold(name), ident)
    return found


def country(name: str) -> str | None:
    """The id of a country by its name in English or Arabic, or by its code (ISO 3166); None where it is not known."""
    return _countries().get(fold(name.strip()))


def same_position(arabic: str, listed: str) -> str | None:
    """The word of a list's English position that an Arabic title's head word means, or None."""
    words = set(fold(arabic).split())
    plain = {w[2:] if w.startswith("ال") and len(w) > 4 else w for w in words}
    told = fold(listed)
    for title, meanings in _data()["positions"].items():
        if set(fold(title).split()) <= plain:
            for meaning in meanings:
                if re.search(rf"\b{re.escape(meaning)}\b", told):
                    return str(meaning)
    return None
