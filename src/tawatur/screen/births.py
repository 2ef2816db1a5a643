"""When a person of a report was born, where the report says it beside the name: an age in brackets, a year of birth."""

from __future__ import annotations

import re
from datetime import date

from tawatur.language.loader import load
from tawatur.record.types import Interval, Mention, Reading
from tawatur.record.watchlists import Birth
from tawatur.text.folding import fold

_NEAR = 30  # characters between a name and what tells its bearer's age
_AGES = range(10, 111)
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_BARE = re.compile(r"\s*[(،,\[–-]\s*")  # an age in brackets or behind a comma; bare, it is a sentence served


def told_births(reading: Reading, mention: Mention) -> list[Birth]:
    """The dates of birth that stand beside one mention of a person: of an age, the two years it leaves open."""
    words = load("arabic").data("births")
    found = []
    published = reading.report.published
    for quantity in reading.quantities:
        age = quantity.number.value
        if quantity.number.unit == "year" and age in _AGES and published:
            gap = _gap(reading, mention, quantity.start)
            if gap is not None and (_BARE.fullmatch(gap) or _has(gap, words["age"])):
                year = published.year - int(age)
                found.append(Birth(Interval(date(year - 1, 1, 1), date(year, 12, 31)), about=True))
    after = reading.report.text[mention.end : mention.end + _NEAR + 4].partition("\n")[0]
    year_said = _YEAR.search(fold(after))
    if year_said and _has(fold(after)[: year_said.start()], words["born"]):
        year = int(year_said.group())
        found.append(Birth(Interval(date(year, 1, 1), date(year, 12, 31))))
    return found


def _gap(reading: Reading, mention: Mention, start: int) -> str | None:
    """What stands between a name and something after it in the same breath; None where that is too far."""
    gap = reading.report.text[mention.end : start]
    return gap if 0 < start - mention.end <= _NEAR and not re.search(r"[.\n؛)]", gap) else None


def _has(gap: str, words: list[str]) -> bool:
    plain = set(re.findall(r"\w+", fold(gap)))
    return any(fold(w) in plain or fold("و" + w) in plain for w in words)
