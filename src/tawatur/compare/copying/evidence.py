"""How much the words of a passage say for one text being behind two reports.

What everybody writes of one happening is no copy: names with their titles, nations, numbers, days, and the small words
between them count half, and a third where four names and more stand in a row, a man with all that he is; what an
outlet says whatever it reports counts nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from tawatur.compare.fingerprints import CHAIN, HABIT, NAMES, Words, word_key
from tawatur.language.loader import load
from tawatur.text.folding import fold

_COMMON = (
    "bound",
    "counting-word",
    "day",
    "demonstrative",
    "demonym",
    "function-word",
    "hijri-month",
    "money",
    "month",
    "number",
    "particle",
    "percent",
    "title",
    "weekday",
)
_COUNTRY = "country"
IN_CHAIN = 1 / 3  # weight of a name among four in a row


def weight(words: Words, numbers: Iterable[int], enough: float) -> float:
    """The weight of the words of a report that have these numbers; when it is `enough`, the rest is not looked at."""
    total = 0.0
    for i in numbers:
        if words.names[i] != HABIT:
            total += IN_CHAIN if words.names[i] == CHAIN else 0.5 if is_common(words, i) else 1.0
            if total >= enough:
                break
    return total


def is_common(words: Words, i: int) -> bool:
    """Whether a word is one that everybody writes."""
    return words.names[i] in NAMES or is_common_key(words.keys[i])


def is_common_key(key: str) -> bool:
    """The same of a word by its key alone."""
    return key in _common_keys() or key[:1].isdecimal()


@cache
def _common_keys() -> frozenset[str]:
    """The keys of words of one of the common kinds, and of the names of countries."""
    language = load("arabic")
    entries = [e for kind in _COMMON for e in language.entries.get(kind, ())]
    entries += [e for e in language.entries["name"] if e.data.get("class") == _COUNTRY]
    forms = {fold(form) for e in entries for form, _ in language.paradigms.expand(e.data)}
    return frozenset(word_key(form) for form in forms if " " not in form)
