"""What the words that two reports have in common say for one text being behind them.

A text that was copied runs on in many words; a turn, a title, a form of words that is filled in anew has holes, other
names and numbers in its places, and comes again on other days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from tawatur.compare.copying.chains import Chain
from tawatur.compare.copying.evidence import weight
from tawatur.compare.copying.runs import LEAST, Run
from tawatur.compare.fingerprints import HABIT, NAMES, ROW, Words

DENSITY = 0.5  # of the longer side's words that are in common
SHORT, SHORT_DENSITY = 12, 0.6  # and of a passage with fewer in common: formulas have holes
EVIDENCE = 8.0  # weight of a passage ...
ALONE = 9.0  # ... of one that is all two reports share ...
LATER = 10.0  # ... on other days, with words in a row: what is known recurs in few words ...
MUCH = 18.0  # ... of this, where they share more
NEAR = 40  # words within which another passage goes before one or comes after it, in both reports
ENOUGH = 36.0  # weight from which words are not weighed further
IN_A_ROW = 20  # equal words that nobody writes twice by chance
FLUENT = 0.85  # of a passage's words that are in common, from which its weight counts whole
REPLACED = 0.8  # of a passage's weight where a name or a number has another in its place
FILLED_IN, FORM = 2, 25  # so many numbers changed in fewer words than this: a form that is filled in anew
OFTEN_FILLED = 25  # words for each name or number changed, fewer than which are a form in reports of other days
HOLES = 0.75  # words in common, of a passage of other days without a number in common, fewer than which are a form


def words_in(chain: Sequence[Run]) -> int:
    """The words that both sides of a chain have."""
    return sum(r.length for r in chain)


def is_dense(chain: Chain) -> bool:
    """Whether enough of a chain's words are in common, and enough of them stand in a row."""
    words = words_in(chain)
    if words < LEAST or _longest(chain) < ROW:
        return False
    return words >= (SHORT_DENSITY if words < SHORT else DENSITY) * _length(chain)


def _length(chain: Chain) -> int:
    """The words of a chain's longer side."""
    first, last = chain[0], chain[-1]
    return max(last.a + last.length - first.a, last.b + last.length - first.b)


def _longest(chain: Chain) -> int:
    return max(r.length for r in chain)


def is_form(chain: Chain, a: Words, b: Words, later: bool) -> bool:
    """Whether a chain is a form of words that is filled in anew: a short one whose numbers changed (every day's prices,
    every match), or in reports of other days one in which many did, or one with holes and no number that both have."""
    words = words_in(chain)
    if words >= FORM and not later:
        return False
    replaced = list(_replaced(chain, a, b))
    numbers = sum(number for _, number in replaced)
    if words < FORM and numbers >= FILLED_IN:
        return True
    if not later or _longest(chain) >= IN_A_ROW:
        return False
    if numbers >= FILLED_IN and len(replaced) * OFTEN_FILLED >= words:
        return True
    return words < HOLES * _length(chain) and not any(
        _is_number(a, i) for r in chain for i in range(r.a, r.a + r.length)
    )


def _replaced(chain: Chain, a: Words, b: Words) -> Iterator[tuple[bool, bool]]:
    """For every gap of a chain whether a name has another in its place on the other side, and whether a number has."""
    for left, right in pairwise(chain):
        one, other = range(left.a + left.length, right.a), range(left.b + left.length, right.b)
        names = any(a.names[i] in NAMES for i in one) and any(b.names[i] in NAMES for i in other)
        numbers = any(_is_number(a, i) for i in one) and any(_is_number(b, i) for i in other)
        if names or numbers:
            same = {a.keys[i] for i in one}.intersection(b.keys[i] for i in other)
            if numbers or not same:
                yield names and not same, numbers


def _is_number(words: Words, i: int) -> bool:
    return words.keys[i][:1].isdecimal()


def passages_of(chains: Sequence[Chain], a: Words, b: Words, later: bool) -> list[Chain]:
    """Those of two reports' chains that one text is behind; `later`: they came out on other days.

    A chain that is all they share needs more weight than one among others: what everybody writes of one happening is
    no copy; the more so on other days, since wires are printed at once. It counts up to twice as much where another one
    is near it in both reports: a text goes on.
    """
    told = [_told(chain, a, b) for chain in chains]
    alone = sum(told) < MUCH
    least = ALONE if alone else EVIDENCE
    found = []
    for chain, own in zip(chains, told, strict=True):
        worth = own * _coherence(chain, a, b)
        if worth < least:
            near = sum(w for other, w in zip(chains, told, strict=True) if _is_near(chain, other))
            worth *= 1 + min(MUCH, near) / MUCH
        recurs = alone and later and (own < LATER or _longest(chain) < LEAST)
        if not recurs and (worth >= least or _is_no_chance(chain, a, b)):
            found.append(chain)
    return found


def _is_near(chain: Chain, other: Chain) -> bool:
    """Whether one of two chains begins a few words after the other's end, in both reports; none is near itself."""
    for first, second in ((chain, other), (other, chain)):
        end, start = first[-1], second[0]
        if 0 <= start.a - end.a - end.length <= NEAR and 0 <= start.b - end.b - end.length <= NEAR:
            return True
    return False


def _is_no_chance(chain: Chain, a: Words, b: Words) -> bool:
    """Whether so many equal words stand in a row that nobody writes them twice, whatever they are, unless they are
    mostly an outlet's habit."""
    if _longest(chain) < IN_A_ROW:
        return False
    habits = sum(a.names[r.a + k] == HABIT == b.names[r.b + k] for r in chain for k in range(r.length))
    return 2 * habits <= words_in(chain)


def _coherence(chain: Chain, a: Words, b: Words) -> float:
    """How much of a chain's weight counts: less with holes, and with names or numbers replaced."""
    if _longest(chain) >= IN_A_ROW:
        return 1.0
    fluent = min(1.0, words_in(chain) / (FLUENT * _length(chain)))
    return fluent * float(REPLACED ** min(2, sum(1 for _ in _replaced(chain, a, b))))


def _told(chain: Chain, a: Words, b: Words) -> float:
    """What a chain's words say; where the two reports' readings differ, the less."""
    return min(
        _of_side(a, (range(r.a, r.a + r.length) for r in chain)),
        _of_side(b, (range(r.b, r.b + r.length) for r in chain)),
    )


def _of_side(words: Words, stretches: Iterable[range]) -> float:
    return weight(words, (i for stretch in stretches for i in stretch), ENOUGH)
