"""Countries by their ids, said in the language of a page."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from tawatur.language.fast_yaml import parse


@cache
def _names() -> dict[str, dict[str, str]]:
    text = files("tawatur.language").joinpath("arabic/names/countries.yml").read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = {}
    for entry in parse(text)["entries"]:
        if entry.get("en"):
            found.setdefault(entry["id"], {"en": entry["en"], "ar": entry.get("ar") or entry["forms"][0]})
    return found


def country_name(ident: str, lang: str) -> str:
    """A country's name in "ar" or "en"; of an id that is not known the id itself."""
    return _names().get(ident, {}).get(lang, ident)
