"""Numbers with what they count, in words of the reader's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from babel import Locale
from babel.core import get_global
from babel.numbers import format_decimal, get_currency_name

from tawatur.language.fast_yaml import parse
from tawatur.record.types import Interval, Number
from tawatur.tell import labels

_PLURALS = {"person": "people", "child": "children", "woman": "women", "man": "men"}
_UNCHANGED = ("km", "km2", "m2", "m3", "km/h", "aircraft", "sheep", "fish", "hertz")
_OBLIQUE = ("more_than", "less_than", "about", "nearly")  # bounds whose words govern what they stand before
PERCENT = "percent"
_SESSION = "meeting.session"
_EXACT = 100  # parts of a great number: 1.25 million is said so, 1,234,567 is not


@lru_cache(maxsize=8192)
def amount(value: Number, lang: str) -> str:
    """A number with its bound and unit: more than 80 countries."""
    text = _arabic(value) if lang == "ar" else _english(value)
    return text if value.bound == "exact" else labels.label(value.bound, lang).format(n=text)


def which_of(of: str, value: Number | Interval) -> Number | Interval:
    """A value of a property, as it is told: the number of a session is one of many and counts none."""
    return replace(value, unit=None) if of == _SESSION and isinstance(value, Number) else value


def _english(value: Number) -> str:
    scale = _scale(value)
    text = _range(value, scale or 1) + (f" {_data()['scales'][scale]['en']}" if scale else "")
    if value.unit == PERCENT:
        return f"{text}{labels.label('percent_sign', 'en')}"
    if not value.unit:
        return text
    return f"{text} {value.unit if value.unit.isupper() else plural(value.unit, value.high or value.value)}"


def _arabic(value: Number) -> str:
    scale, oblique = _scale(value), value.bound in _OBLIQUE
    text, count = _range(value, scale or 1), (value.high or value.value) / (scale or 1)
    if value.unit == PERCENT:
        return f"{text}{labels.label('percent_sign', 'ar')}"
    unit = _unit(value.unit) if value.unit else None
    if scale:
        words = _data()["scales"][scale]["before" if unit else "alone"]
        text = _said(text, words, count, oblique, value.high is None)
        return f"{text} {unit[0]}" if unit else text
    return _said(text, unit, count, oblique, value.high is None) if unit else text


def _said(text: str, forms: Sequence[str], count: float, oblique: bool, alone: bool) -> str:
    """A count with the form of a noun that it asks for; one and two of it need no figure."""
    one, two, few, many = forms
    form = Locale.parse("ar").plural_form(count)
    if alone and form == "one":
        return one
    if alone and form == "two":
        return _governed(two) if oblique else two
    return f"{text} {few if form == 'few' else many if form == 'many' else one}"


def _governed(two: str) -> str:
    """Two of something where a word before it governs it."""
    first, *rest = two.split()
    endings = _data()["endings"]["governed"]
    return " ".join([_ending(first, endings), *(_ending(word, endings[:1]) for word in rest)])


def _scale(value: Number) -> int | None:
    """The great number that a number is said by: 350 million; None where it would lose a part of it."""
    both = [abs(v) for v in (value.value, value.high) if v is not None]
    fits = (s for s in sorted(_data()["scales"], reverse=True) if all(v >= s and v * _EXACT % s == 0 for v in both))
    return next(fits, None)


def _range(value: Number, scale: int) -> str:
    text = _decimal(value.value / scale)
    return text if value.high is None else f"{text}–{_decimal(value.high / scale)}"


def _decimal(value: float) -> str:
    return str(format_decimal(value, locale="en"))


@cache
def _unit(unit: str) -> tuple[str, str, str, str]:
    """A unit's forms: one, two, three to ten, eleven to ninety-nine; a currency's name does not change, and a unit that
    no list has stands as it is."""
    if unit in _data()["units"]:
        one, two, few, many = _data()["units"][unit]
        return one, two, few, many
    noun = _nouns().get(unit)
    if noun is None:
        name = str(get_currency_name(unit, locale="ar")) if unit.isupper() else unit
        return name, f"2 {name}", name, name
    return _by_rules(*noun)


def _by_rules(one: str, several: str) -> tuple[str, str, str, str]:
    """The forms of a noun that no list says."""
    endings = _data()["endings"]
    return one, _ending(one, endings["two"]), _ending(several, endings["few"]), _ending(one, endings["many"])


def _ending(word: str, endings: Sequence[Sequence[str]]) -> str:
    """A word with its first ending that fits put into the other; as it is where none does."""
    for old, new in endings:
        if word.endswith(old):
            return word.removesuffix(old) + new
    return word


def unit_word(unit: str, lang: str) -> str:
    """What a unit is called: one of it."""
    return unit if lang != "ar" or unit == PERCENT else _unit(unit)[0]


@cache
def unit_named(words: str) -> str | None:
    """The unit that a word is of: its own English noun or currency code, or its Arabic noun in any form; None of what
    no number counts."""
    words = " ".join(words.split())
    if words in _named():
        return _named()[words]
    code = words.upper()
    return code if code in get_global("all_currencies") else None


@cache
def _named() -> dict[str, str]:
    units = [PERCENT, *_data()["units"], *_nouns()]
    found = {unit: unit for unit in units}
    for unit in units[1:]:
        for form in _unit(unit):
            found.setdefault(form, unit)
    for unit, one, several in _entries():
        for form in (one, *several, *(_by_rules(one, several[0]) if several else ())):
            found.setdefault(form, unit)
    for lang in ("ar", "en"):
        found.setdefault(labels.label("percent_sign", lang), PERCENT)
    return found


@cache
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = parse(files(__package__).joinpath("units.yml").read_text(encoding="utf-8"))
    return loaded


@cache
def _nouns() -> dict[str, tuple[str, str]]:
    """The first noun for each unit that reports count, with its plural."""
    found: dict[str, tuple[str, str]] = {}
    for unit, one, several in _entries():
        found.setdefault(unit, (one, several[0] if several else one))
    return found


@cache
def _entries() -> list[tuple[str, str, list[str]]]:
    """Every noun that reports count by: its unit, one of it, its plurals (none of a phrase)."""
    text = files("tawatur.language").joinpath("arabic/units.yml").read_text(encoding="utf-8")
    found = []
    for entry in parse(text)["entries"]:
        noun = entry.get("noun") or {"singular": entry["forms"][0]}
        several = noun.get("plural", [])
        found.append((entry["unit"], noun["singular"], [several] if isinstance(several, str) else several))
    return found


def plural(noun: str, count: float) -> str:
    """An English unit noun in the number its count asks for."""
    if count == 1 or noun in _UNCHANGED:
        return noun
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
