"""Which part of one person's name answers to which of the other's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tawatur.names.compared import joined, surely_not_joined
from tawatur.names.persons import MOST_PIECES, Person, Piece
from tawatur.names.remembered import Remembered
from tawatur.names.words import JOINED, NUMBER_BITS, PAIRED, Word, alike, likeness, pairing, unlike

INITIAL = 0.6  # an initial that fits
LEAST_NEAR = 0.1  # likeness from which parts that stay alone are near each other
LONGER = 0.3  # of the length of two parts together, by which the one may be longer or shorter
_TOGETHER: Remembered[int, tuple[float, float]] = Remembered(1 << 16)  # see `_together`


@dataclass(slots=True)
class Pair:
    """Parts that answer to each other: places of one side's piece, or of two read as one, and of the other's."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    likeness: float
    how: str  # equal, known, sound, joined, initial
    bits: float  # what their agreement says


@dataclass(slots=True)
class Alignment:
    """Pairs in order of the first name, and the places that stay alone on each side; titles apart."""

    pairs: list[Pair]
    left_a: list[int]
    left_b: list[int]
    near: float  # the likeness of the most alike that stay alone on both sides, with the first or last of both


Meeting = tuple[float, int, int, str]  # likeness, less than 0 so that the likest is first; two places; how it was found


def meetings(mine: Sequence[Word], theirs: Sequence[Word]) -> list[Meeting]:
    """The words of two names that may answer to each other. Those at like places are looked at first: where two are
    wholly alike, no other is better, and both are settled."""
    found: list[Meeting] = []
    shift = len(mine) - len(theirs)
    whole = len(mine) < MOST_PIECES > len(theirs)  # else places are not what they seem
    settled: set[int] = set()
    for i in range(shift if shift > 0 else 0, len(mine)):
        likely, how = pairing(mine[i], theirs[i - shift])
        if likely >= PAIRED:
            found.append((-likely, i, i - shift, how))
            if likely == 1.0 and whole and len(mine[i].letters) > 1:
                settled.add(i)
    for i, x in enumerate(mine):
        if i in settled:
            continue
        for j, y in enumerate(theirs):
            if i - j == shift or j + shift in settled or unlike(x, y):
                continue
            likely, how = alike(x, y)
            if likely >= PAIRED:
                found.append((-likely, i, j, how))
    return found


def nothing_answers(met: Sequence[Meeting], mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether an alignment of names of these words, that meet so, has no pairs, initials aside: most have none."""
    return not met and not _may_join(mine, theirs) and not _may_join(theirs, mine)


def align(a: Person, b: Person, met: Sequence[Meeting] | None = None) -> Alignment:
    """The pairs of likest parts first; of equally like ones those that stand at like places. `met`: the meetings of
    their words, where these are known."""
    mine, theirs = a.pieces[: min(a.names, MOST_PIECES)], b.pieces[: min(b.names, MOST_PIECES)]
    met = meetings(a.words, b.words) if met is None else met
    if a.has_initials:
        met = [meeting for meeting in met if not _is_letter(mine[meeting[1]])]
    options = sorted([(minus, abs((i - a.names) - (j - b.names)), i, j, how) for minus, i, j, how in met])
    pairs: list[Pair] = []
    left_a, left_b = set(range(len(mine))), set(range(len(theirs)))
    for minus, _, i, j, how in options:
        if i in left_a and j in left_b:
            left_a.remove(i)
            left_b.remove(j)
            pairs.append(Pair((i,), (j,), -minus, how, min(mine[i].word.bits, theirs[j].word.bits)))
    near = 0.0
    if left_a or left_b:
        if left_a and left_b:
            if a.has_initials or b.has_initials:
                _initials(mine, theirs, pairs, left_a, left_b)
            if (0 in left_a and 0 in left_b) or (a.names - 1 in left_a and b.names - 1 in left_b):  # else nobody asks
                near = _nearest([mine[i] for i in left_a], [theirs[j].word for j in left_b])
        if len(mine) > 1 and left_a:
            _join(mine, theirs, pairs, left_a, left_b, False)
        if len(theirs) > 1 and left_b:
            _join(theirs, mine, pairs, left_b, left_a, True)
    if len(pairs) > 1:
        pairs.sort(key=lambda p: p.a)
    return Alignment(pairs, sorted(left_a), sorted(left_b), near)


def _is_letter(piece: Piece) -> bool:
    """Whether a part is a letter and nothing else."""
    return bool(piece.initial) and len(piece.word.letters) == 1


def _nearest(mine: Sequence[Piece], theirs: Sequence[Word]) -> float:
    """The likeness of the most alike."""
    all_ = [likeness(x.word, y)[0] for x in mine if not _is_letter(x) for y in theirs]
    return max((found for found in all_ if found > LEAST_NEAR), default=0.0)


def _may_join(mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether two neighbours of one side may be one word of the other."""
    longest = max([word.length for word in theirs])
    for one, two in pairwise(mine):
        length = one.length + two.length
        if length - longest > LONGER * length:
            continue
        for other in theirs:
            if _is_one(one, two, other):
                return True
    return False


def may_leave_nothing(a: Person, b: Person) -> bool:
    """Whether an alignment may pair all parts of both names: no, where one of them is like nothing of the other."""
    mine, theirs = a.words, b.words
    if a.has_initials or b.has_initials:
        return True
    return (
        _all_answer(mine, theirs, _may_pair, _may_be_one)
        and _all_answer(theirs, mine, _may_pair, _may_be_one)
        and _all_answer(mine, theirs, _paired, _is_one)
    )


def _all_answer(
    mine: Sequence[Word],
    theirs: Sequence[Word],
    pairs: Callable[[Word, Word], bool],
    joins: Callable[[Word, Word, Word], bool],
) -> bool:
    """Whether each word of the first name pairs with one of the second, or joins a neighbour of either side."""
    for i, x in enumerate(mine):
        for y in theirs:
            if pairs(x, y):
                break
        else:
            if not (
                any(joins(one, two, x) for one, two in pairwise(theirs))
                or any(joins(one, two, y) for one, two in pairwise(mine[max(0, i - 1) : i + 2]) for y in theirs)
            ):
                return False
    return True


def _may_pair(x: Word, y: Word) -> bool:
    return not unlike(x, y)


def _paired(x: Word, y: Word) -> bool:
    return pairing(x, y)[0] >= PAIRED


def _may_be_one(one: Word, two: Word, other: Word) -> bool:
    """Whether two neighbours, read as one, may be another word, told at once."""
    length = one.length + two.length
    return abs(length - other.length) <= LONGER * length and not surely_not_joined(one, two, other, at_once=True)


def _is_one(one: Word, two: Word, other: Word) -> bool:
    """Whether two neighbours, read as one, are another word."""
    length = one.length + two.length
    return abs(length - other.length) <= LONGER * length and _together(one, two, other)[0] >= JOINED


def _join(
    mine: tuple[Piece, ...], theirs: tuple[Piece, ...], pairs: list[Pair], left: set[int], other: set[int], turned: bool
) -> None:
    """Two neighbours of one side that are one word on the other: Jin Ping, Jinping."""
    for i in range(len(mine) - 1):
        if (i not in left and i + 1 not in left) or mine[i].initial or mine[i + 1].initial:
            continue
        one, two = mine[i].word, mine[i + 1].word
        length = one.length + two.length
        for j, y in enumerate(theirs):
            if abs(length - y.word.length) > LONGER * length:
                continue
            held = next((p for p in pairs if (p.a if turned else p.b) == (j,)), None)
            own = None if held is None else (held.b if turned else held.a)
            if (held is None and j not in other) or (own is not None and not set(own) <= {i, i + 1}):
                continue
            found, bits = _together(one, two, y.word)
            if found < JOINED or (held is not None and found < held.likeness - 0.1):
                continue
            if held is not None:
                pairs.remove(held)
            left -= {i, i + 1}
            other.discard(j)
            first, second = ((j,), (i, i + 1)) if turned else ((i, i + 1), (j,))
            pairs.append(Pair(first, second, found, "joined", bits))
            break


def _together(one: Word, two: Word, other: Word) -> tuple[float, float]:
    """How like two neighbours read as one are to another word, where that is `JOINED`, and the bits that this says."""
    key = (one.number << NUMBER_BITS | two.number) << NUMBER_BITS | other.number
    return _TOGETHER.get(key) or _TOGETHER.keep(key, _read_as_one(one, two, other))


def _read_as_one(one: Word, two: Word, other: Word) -> tuple[float, float]:
    if surely_not_joined(one, two, other):
        return 0.0, 0.0
    whole = joined(one, two)
    return (likeness(whole, other)[0] if whole.shapes else 0.0), min(whole.bits, other.bits)


def _initials(
    mine: tuple[Piece, ...], theirs: tuple[Piece, ...], pairs: list[Pair], left_a: set[int], left_b: set[int]
) -> None:
    """An initial answers to a part that begins with its sound."""
    for i in sorted(left_a):
        for j in sorted(left_b):
            x, y = mine[i], theirs[j]
            if (x.initial or y.initial) and _begins_alike(x, y):
                pairs.append(Pair((i,), (j,), INITIAL, "initial", 2.0))
                left_a.remove(i)
                left_b.remove(j)
                break


def _begins_alike(a: Piece, b: Piece) -> bool:
    if a.initial and b.initial:
        return a.initial == b.initial
    if b.initial:
        a, b = b, a
    return len(a.word.letters) == 1 and a.initial_fits(b)  # the name of a letter may be a name
