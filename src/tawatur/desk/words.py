"""The desk's own words in the reader's language and digits. What reports say never passes here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from tawatur.language.fast_yaml import parse
from tawatur.record.schema import SCHEMA
from tawatur.record.types import Interval, Number
from tawatur.tell import labels
from tawatur.tell.amounts import amount

_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@cache
def _words() -> dict[str, Any]:
    loaded: dict[str, Any] = parse(files(__package__).joinpath("words.yml").read_text(encoding="utf-8"))
    return loaded


@dataclass(frozen=True, slots=True)
class Wording:
    """How the desk speaks to one reader: `lang` "ar" or "en", `digits` "arab" or "latn"."""

    lang: str
    digits: str = "latn"

    def word(self, key: str, **values: object) -> str:
        """A word of words.yml, else of tell/labels.yml; `{name}` in it is filled by the value of that name."""
        own = _words().get(key)
        text = str(own[self.lang]) if own is not None else labels.label(key, self.lang)
        return self.number_signs(text.format(**values) if values else text)

    def counted(self, key: str, count: int) -> str:
        """So many of a thing, in the plural form that the language asks for."""
        return self.number_signs(labels.counted(key, count, self.lang))

    def of(self, group: str, key: str) -> str:
        """A closed word of the schema (verdicts, statuses, levels, incident_types), else of a group of labels.yml."""
        known = labels.word if group in SCHEMA.words else labels.word_of
        return known(group, key, self.lang)

    def decided(self, kind: str) -> str:
        """A kind of decision."""
        return labels.word_of("decision_kinds", kind, self.lang)

    def kind(self, key: str) -> str:
        """An event kind."""
        return labels.kind_label(key, self.lang)

    def prop(self, key: str) -> str:
        """A fact's property."""
        return labels.property_label(key, self.lang)

    def named(self, name: Mapping[str, str | None]) -> str:
        """What something is called: in the reader's language where it has such a name; empty where it has none."""
        return name.get(self.lang) or name.get("ar") or name.get("en") or ""

    def day(self, value: date | str | None) -> str:
        """A day written out; the words for none."""
        if value is None:
            return self.word("undated")
        return self.number_signs(labels.day(date.fromisoformat(value) if isinstance(value, str) else value, self.lang))

    def moment(self, value: str) -> str:
        """A day and a time of an ISO 8601 moment in UTC: 22 November 2026, 14:05 UTC."""
        moment = datetime.fromisoformat(value)
        return self.number_signs(f"{labels.day(moment.date(), self.lang)}{self.word('comma')}{moment:%H:%M} UTC")

    def interval(self, value: Interval) -> str:
        """An interval as short as it can be said."""
        return self.number_signs(labels.interval(value, self.lang))

    def number(self, value: Number | float) -> str:
        """A number with its bound and unit, or a bare count."""
        given = value if isinstance(value, Number) else Number(value)
        return self.number_signs(amount(given, self.lang))

    def number_signs(self, text: object) -> str:
        """Our own text with the reader's digits."""
        return str(text).translate(_ARABIC_INDIC) if self.digits == "arab" else str(text)
