"""What speaks for two organisations' names being one, and what against: named features with their weights."""

from __future__ import annotations

from collections.abc import Callable

from tawatur.names.bodies import Compared
from tawatur.names.vocabulary import DIGITS, FIELD, FIRM, GENERAL, HEAD, PLACE, PLAIN


def distinguishing_words_agree(c: Compared) -> float:
    """The weight of names and places that agree."""
    return min(4.0, sum([x.weight * alike for x, _, alike, _ in c.pairs if x.sort in (PLAIN, PLACE, DIGITS)]))


def fields_agree(c: Compared) -> float:
    return min(3.0, sum([x.weight * alike for x, _, alike, _ in c.pairs if x.sort == FIELD]))


def general_words_agree(c: Compared) -> float:
    return min(1.5, sum([x.weight * alike for x, _, alike, _ in c.pairs if x.sort in (HEAD, FIRM, GENERAL)]))


def all_words_agree(c: Compared) -> float:
    return float(bool(c.pairs) and not c.left_a and not c.left_b)


def spelt_alike(c: Compared) -> float:
    """The names as a whole sound alike: Hezbollah, حزب الله."""
    return c.whole


def acronym_fits(c: Compared) -> float:
    return float(c.acronym)


def known_as_one(c: Compared) -> float:
    """A list of organisations has both names for one body."""
    return float(bool(c.a.known & c.b.known))


def _word_for_word(c: Compared) -> bool:
    """Whether the names are one in translation: two parties of two countries may have it."""
    return not c.left_a and not c.left_b and all(how in ("translated", "equal") for *_, how in c.pairs)


def known_as_two(c: Compared) -> float:
    return float(bool(c.a.known and c.b.known) and not c.a.known & c.b.known and not _word_for_word(c))


def other_name(c: Compared) -> float:
    """Names of their own stay alone on both sides."""
    return min(2.0, min(c.left(PLAIN, FIELD, PLACE, GENERAL))) if not c.settled else 0.0


def name_missing(c: Compared) -> float:
    """A name of its own, or a field, that only one side has."""
    a, b = c.left(PLAIN, FIELD)
    return min(3.0, abs(a - b)) if not c.settled else 0.0


def other_place(c: Compared) -> float:
    return float(min(c.left(PLACE)) > 0) if not c.settled else 0.0


def place_missing(c: Compared) -> float:
    a, b = c.left(PLACE)
    return float((a > 0) != (b > 0)) if not c.settled else 0.0


def other_number(c: Compared) -> float:
    return float(min(c.left(DIGITS)) > 0)


def number_missing(c: Compared) -> float:
    a, b = c.left(DIGITS)
    return float((a > 0) != (b > 0))


def only_kind_missing(c: Compared) -> float:
    """All agrees but the kind of body, which one side leaves out: وكالة سانا, SANA."""
    alone = not c.left_a or not c.left_b
    heads = all(t.sort == HEAD for t in (*c.left_a, *c.left_b))
    own = any(x.sort in (PLAIN, PLACE, FIELD) for x, *_ in c.pairs)
    return float(alone and heads and own and bool(c.left_a or c.left_b))


def other_kind_of_body(c: Compared) -> float:
    return float(min(c.left(HEAD, FIRM)) > 0) if not c.settled else 0.0


def kind_of_body_missing(c: Compared) -> float:
    a, b = c.left(HEAD)
    return float((a > 0) != (b > 0)) if not c.settled else 0.0


def firm_kind_missing(c: Compared) -> float:
    """Its brigades, its council: a body of its own."""
    a, b = c.left(FIRM)
    return float((a > 0) != (b > 0)) if not c.settled else 0.0


def general_word_missing(c: Compared) -> float:
    a, b = c.left(GENERAL)
    return abs(a - b) if not c.settled else 0.0


Features = dict[Callable[[Compared], float], float]

AGREEING: Features = {
    distinguishing_words_agree: 2.0,
    fields_agree: 1.5,
    general_words_agree: 1.0,
    all_words_agree: 3.0,
    spelt_alike: 6.0,
    acronym_fits: 6.0,
    known_as_one: 8.0,
    known_as_two: -12.0,
}
ALONE: Features = {  # looked at where a word stays alone
    other_name: -4.0,
    name_missing: -2.5,
    other_place: -5.0,
    place_missing: -1.5,
    other_number: -6.0,
    number_missing: -3.0,
    only_kind_missing: 2.5,
    other_kind_of_body: -2.0,
    kind_of_body_missing: -0.5,
    firm_kind_missing: -3.0,
    general_word_missing: -1.0,
}
FEATURES: Features = {**AGREEING, **ALONE}
BASE = -3.0


def total(c: Compared) -> float:
    """The sum of all that speaks for and against."""
    looked_at = FEATURES if c.left_a or c.left_b else AGREEING
    return BASE + sum([weight * feature(c) for feature, weight in looked_at.items()])
