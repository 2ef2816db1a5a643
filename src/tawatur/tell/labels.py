"""The pages' own words and dates in the reader's language."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from babel import Locale
from babel.dates import format_date

from tawatur.language.fast_yaml import parse
from tawatur.record.schema import SCHEMA
from tawatur.record.types import Interval

_kept = lru_cache(maxsize=8192)  # pages say the same days and numbers again and again


@cache
def _labels() -> dict[str, Any]:
    loaded: dict[str, Any] = parse(files(__package__).joinpath("labels.yml").read_text(encoding="utf-8"))
    return loaded


def label(key: str, lang: str) -> str:
    """The page word of that key (labels.yml)."""
    return str(_labels()[key][lang])


def arrow(lang: str) -> str:
    """From what was to what is, in the direction that the language is read in."""
    return " ← " if lang == "ar" else " → "


def group(key: str) -> dict[str, dict[str, str]]:
    """The closed words of that key, each with its label by language."""
    found: dict[str, dict[str, str]] = _labels()[key]
    return found


def word_of(key: str, value: str, lang: str) -> str:
    """The label of one of the closed words of that key; the word itself where it has none."""
    return group(key).get(value, {}).get(lang, value)


@_kept
def counted(key: str, count: int, lang: str) -> str:
    """So many of a thing, in the plural form that the language asks for: تقريران, 3 تقارير."""
    forms = _labels()["counts"][key][lang]
    form = "zero" if count == 0 and "zero" in forms else Locale.parse(lang).plural_form(count)
    return str(forms.get(form, forms["other"])).format(n=count)


def word(group: str, key: str, lang: str) -> str:
    """The label of a closed word of the schema (a status, verdict, level ...); the word itself where it has none."""
    return SCHEMA.words.get(group, {}).get(key, {}).get(lang, key)


def kind_label(kind: str, lang: str) -> str:
    """An event kind's label."""
    return SCHEMA.kinds[kind].labels[lang] if kind in SCHEMA.kinds else kind


@_kept
def property_label(name: str, lang: str) -> str:
    """The label of a fact's property, `kind.slot`."""
    kind, _, slot = name.partition(".")
    if name == "meeting.attendance":
        return label("attendance", lang)
    if kind not in SCHEMA.kinds:
        return label("role_title", lang) if name == "role.title" else name
    if kind == "founding":  # the only thing it says of a body is when
        return SCHEMA.kinds[kind].labels[lang]
    return SCHEMA.kinds[kind].slots[slot].labels[lang]


@_kept
def day(value: date, lang: str) -> str:
    """A day, written out: 11 May 2022."""
    return format_date(value, "d MMMM y", locale=lang)


@_kept
def short_day(value: date, lang: str) -> str:
    """A day without its year, where the year stands beside it: 11 May."""
    return str(format_date(value, "d MMMM", locale=lang))


@_kept
def interval(value: Interval, lang: str) -> str:
    """An interval as short as it can be said: a day, a month, a year, or from – to."""
    first, last = value.first, value.last
    if first is None and last is None:
        return label("undated", lang)
    if first is None or last is None:
        key, known = ("since", first) if last is None else ("until", last)
        assert known is not None  # one side is given
        return label(key, lang).format(d=day(known, lang))
    if first == last:
        return day(first, lang)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if (
        first.day == 1
        and last.day == monthrange(last.year, last.month)[1]
        and first.replace(day=1) == last.replace(day=1)
    ):
        return format_date(first, "MMMM y", locale=lang)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last, lang)}"
    return f"{day(first, lang)} – {day(last, lang)}"


def percent(share: float, lang: str) -> str:
    """A share from 0 to 1 in per cent, rounded."""
    return f"{round(100 * share)}{label('percent_sign', lang)}"
