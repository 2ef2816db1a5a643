"""Slips of a writer: a person's name with one letter wrong, left out, put in, or two of them turned round."""

from __future__ import annotations

from tawatur.compare.entities.kin import usual_names
from tawatur.compare.entities.likeness import Namesakes, Why
from tawatur.compare.entities.naming import Name
from tawatur.compare.entities.things import Thing

WEIGHT = 0.6  # of a slip that the reports settle, as evidence that two persons are one
_WRITTEN = 4  # letters of a word, below which every other word is a slip of it
_FEW = 3  # profiles that have a slip at most: what more have is a spelling, or another's name
# What must speak for a slip beside the name, any of these whole: an office, close company, or either with a sign more.
_MATTERS = (
    frozenset(("same_office", "near_in_time")),
    frozenset(("same_office", "in_company")),
    frozenset(("in_close_company", "near_in_time")),
    frozenset(("in_close_company", "same_setting")),
)


def is_slip(x: Name, y: Name, namesakes: Namesakes) -> bool:
    """Whether one of two names is the other but for a letter of one word, which nobody else has for a name."""
    words = [(a, b) for a, b in zip(x, y, strict=False) if a != b]
    if len(x) != len(y) or len(words) != 1 or not _but_for_a_letter(*words[0]):
        return False
    a, b = words[0]
    return any(namesakes(name) == 0 and word not in usual_names() for name, word in ((x, a), (y, b)))


def settled(a: Thing, b: Thing, why: Why) -> bool:
    """Whether the reports of a slip and of the name show that they are of one person."""
    return min(a.size, b.size) <= _FEW and any(signs <= why.keys() for signs in _MATTERS)


def _but_for_a_letter(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    if len(long) < _WRITTEN:
        return False
    at = next((i for i, letter in enumerate(short) if long[i] != letter), len(short))
    if len(long) > len(short):
        return short[at:] == long[at + 1 :]
    turned = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return turned or short[at + 1 :] == long[at + 1 :]
