"""A word of a name as it sounds, how rare it is, and how like two such words are."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count

from tawatur.names.foreign import foreign_distance
from tawatur.names.known import known
from tawatur.names.letters import ARABIC, OTHER
from tawatur.names.remembered import Remembered
from tawatur.names.sounds import LEAST_RESPELT, ROUNDING, STEP, Sounds, alphabet, distance

HALF, LONGER_HALF, STEEP = 0.13, 0.012, 22.0  # the share of a word's length that may differ at even odds, what each
# sound of it adds, and how fast odds fall
LONGEST_HALF = 8.0  # sounds, from where on more add nothing
NOTHING = 0.27  # from this share on, two words have nothing to do with each other
SURE = 0.02  # and below which no other reading need be tried
MOST_BITS = 16.0  # how much a name that nobody else bears says
BITS_A_SOUND = 2.6  # a word says no more than its sounds: short words are met by chance
SELDOM, USUAL = 15.0, 3.0  # bits of a name that is too seldom to be told from others so, and below which it is sure
SHARED, STRANGE = 0.2, 0.02  # known spellings: from here one name, below here two

PAIRED = 0.45  # likeness from which two parts of names answer to each other
JOINED = 0.7  # and from which two parts together answer to one
_NUMBERS = count()
NUMBER_BITS = 40
_MOST_MET = 1 << 17  # pairs of words that are remembered

ONE_NAME, TWO_NAMES = 0.97, 0.2  # likeness at least; share of the length added

Shape = tuple[Sounds, int, int, float]  # a reading: its sounds, what it asks for and lacks (see `Word`), its length


@dataclass(slots=True, eq=False)
class Word:
    """A word: `letters` in plain form ("abd+fattah"), the ways to read it, and the bits that its agreement says."""

    letters: str
    script: str
    shapes: tuple[Shape, ...]
    length: float
    bits: float
    sure: int  # of Arabic ones, as bits, the consonants of all readings that cost much where nothing answers to them
    strange: int  # and those that nothing in any reading answers to
    asks: int  # as bits, in steps of cost, what all its readings ask for (`Alphabet.asks`)
    lacks: int  # and what none of them meets; above that, what is strange
    longest: float  # the length of its longest reading
    settles: float  # what it must differ in by sound from a word of no more length, so that the two are no pair
    steps: int  # the same in steps
    number: int  # its own
    names: dict[str, float] = field(default_factory=dict)  # Arabic names it is known to spell, with their shares


def make_word(letters: str, script: str, readings: Iterable[Sounds]) -> Word:
    """A word with its ways of being read, the usual one first."""
    signs = alphabet()
    told = signs.told
    shapes: list[Shape] = []
    asked = lacked = signs.everything
    longest = VOWELS_ONLY
    for sounds in dict.fromkeys(readings):
        asks, lacks, length = 0, signs.everything, 0.0
        for sound in sounds:
            asked_by, lacked_by, long = told[sound]
            asks |= asked_by
            lacks &= lacked_by
            length += long
        if length < VOWELS_ONLY:
            length = VOWELS_ONLY
        elif length > longest:
            longest = length
        shapes.append((sounds, asks, lacks, length))
        asked, lacked = (asked & asks, lacked & lacks) if len(shapes) > 1 else (asks, lacks)
    length = shapes[0][3] if shapes else VOWELS_ONLY
    names, share = known().spelt(letters, script)
    bits = 1.0 + BITS_A_SOUND * length
    if bits > MOST_BITS:
        bits = MOST_BITS
    if share:
        bits = min(bits, -math.log2(share))
    sure, strange = _of_arabic(shapes, lacked) if script == ARABIC else (0, 0)
    settles, steps = _settles(longest)
    shown = letters, script, tuple(shapes), length, bits
    return Word(*shown, sure, strange, asked if shapes else 0, lacked, longest, settles, steps, next(_NUMBERS), names)


def _of_arabic(shapes: Sequence[Shape], lacked: int) -> tuple[int, int]:
    """What is sure in all readings of a word, and what is strange to it (see `Word`)."""
    signs = alphabet()
    sure = -1 if shapes else 0
    for sounds, *_ in shapes:
        own = 0
        for sound in sounds:
            own |= signs.sure[sound]
        sure &= own
    return sure, lacked >> signs.high


LIKENESS: Remembered[int, tuple[float, str]] = Remembered(_MOST_MET)
_NOTHING_ALIKE = 0.0, "none"
VOWELS_ONLY = 1.0  # the least length: words of vowels alone


@lru_cache(maxsize=1 << 12)
def settling(least: float, length: float) -> float:
    """What two words of at most this length must differ in by sound to be less alike than `least`."""
    half = HALF + LONGER_HALF * min(length, LONGEST_HALF)
    share = half + math.log((1.0 + math.exp(-STEEP * half)) / least - 1.0) / STEEP
    return min(share, NOTHING) * length + ROUNDING


@lru_cache(maxsize=1 << 12)
def _settles(longest: float) -> tuple[float, int]:
    """What a word whose longest reading has this length must differ in to be no pair, and that in steps."""
    needed = settling(PAIRED, longest)
    return needed, next(steps for steps in count() if STEP * steps >= needed)


def least_apart(words: Sequence[Word], others: Sequence[Word]) -> float:
    """What words read as one, and others read as one, differ in at least, told from their letters whatever their order;
    Arabic ones may be spellings of a foreign word."""
    mine = theirs = -1
    one = other = 0
    if words[0].script == others[0].script == ARABIC:
        for word in words:
            mine &= word.strange
        for word in others:
            theirs &= word.strange
            other += (word.sure & mine).bit_count()
        for word in words:
            one += (word.sure & theirs).bit_count()
        return LEAST_RESPELT * (one if one > other else other)
    for word in words:
        mine &= word.lacks
    for word in others:
        theirs &= word.lacks
        other += (word.asks & mine).bit_count()
    for word in words:
        one += (word.asks & theirs).bit_count()
    return STEP * (one if one > other else other)


def two_apart(first: Word, second: Word, other: Word) -> float:
    """`least_apart` of two words read as one and a third, which is asked of most names."""
    if first.script == other.script == ARABIC:
        strange = other.strange
        one = (first.sure & strange).bit_count() + (second.sure & strange).bit_count()
        two = (other.sure & first.strange & second.strange).bit_count()
        return LEAST_RESPELT * (one if one > two else two)
    lacks = other.lacks
    one = (first.asks & lacks).bit_count() + (second.asks & lacks).bit_count()
    two = (other.asks & first.lacks & second.lacks).bit_count()
    return STEP * (one if one > two else two)


def unlike(a: Word, b: Word) -> bool:
    """Whether two words are surely less like each other than `PAIRED`, told at once from their consonants: never where
    they are not, mostly where they are."""
    steps = a.steps if a.steps > b.steps else b.steps
    if (a.asks & b.lacks).bit_count() < steps and (b.asks & a.lacks).bit_count() < steps:
        return False
    if a.letters == b.letters:
        return False
    if a.script != ARABIC or b.script != ARABIC:
        return not a.names or not b.names or a.names.keys().isdisjoint(b.names)
    cost = LEAST_RESPELT * max((a.sure & b.strange).bit_count(), (b.sure & a.strange).bit_count())
    if a.names and b.names:
        return cost >= NOTHING * a.longest + ROUNDING and cost >= NOTHING * b.longest + ROUNDING
    return cost >= a.settles and cost >= b.settles


def _nothing_alike(a: Word, b: Word) -> bool:
    """Whether two words, not both of Arabic, surely have nothing to do with each other: their likeness is 0."""
    one, other = (a.asks & b.lacks).bit_count(), (b.asks & a.lacks).bit_count()
    cost = STEP * (one if one > other else other)
    if cost < NOTHING * a.longest + ROUNDING or cost < NOTHING * b.longest + ROUNDING or a.letters == b.letters:
        return False
    return a.names.keys().isdisjoint(b.names) if a.script != b.script else a.script != ARABIC


def sounds_far(reading: Shape, word: Word, same_script: bool, limit: float) -> bool:
    """Whether one reading differs so much from all those of a word."""
    x, x_asks, x_lacks, _ = reading
    most = (limit + ROUNDING) / STEP
    for y, y_asks, y_lacks, _ in word.shapes:
        if (x_asks & y_lacks).bit_count() >= most or (y_asks & x_lacks).bit_count() >= most:
            continue
        if distance(x, y, same_script, limit) < limit:
            return False
    return True


def skeletons(word: Word) -> frozenset[str]:
    """The frames of a word in all its readings: words that may be one share one."""
    read = alphabet().skeletons
    return frozenset(frame for shape in word.shapes for frame in read(shape[0]))


def likeness(a: Word, b: Word) -> tuple[float, str]:
    """How like two words are, 0 to 1, and by what: "equal", "known", "sound", "none"."""
    key = a.number << NUMBER_BITS | b.number
    return LIKENESS.get(key) or LIKENESS.keep(key, _likeness(a, b))


def pairing(a: Word, b: Word) -> tuple[float, str]:
    """The likeness of two words where it is `PAIRED`; of others, that or none, which is told sooner."""
    return _NOTHING_ALIKE if unlike(a, b) else alike(a, b)


def alike(a: Word, b: Word) -> tuple[float, str]:
    """The likeness of two words that are not told apart at once."""
    key = a.number << NUMBER_BITS | b.number
    return LIKENESS.get(key) or LIKENESS.keep(key, _worked_out(a, b))


def _likeness(a: Word, b: Word) -> tuple[float, str]:
    return _NOTHING_ALIKE if _nothing_alike(a, b) else _worked_out(a, b)


def _worked_out(a: Word, b: Word) -> tuple[float, str]:
    if a.letters == b.letters and a.script == b.script:
        return 1.0, "equal"
    if a.script == OTHER or b.script == OTHER or not a.shapes or not b.shapes:
        return _NOTHING_ALIKE
    share = _apart(a, b)
    if a.script == b.script == ARABIC:
        length = max(a.length, b.length)
        x, y = a.shapes[0][0], b.shapes[0][0]
        share = min(share, foreign_distance(a.letters, b.letters, x, y, share * length) / length)
    return judged(a, b, share)


def judged(a: Word, b: Word, share: float) -> tuple[float, str]:
    """How like two words are of whose length this share differs, and by what: what is known of names beside it."""
    if a.names and b.names and (share < NOTHING or a.script != b.script):
        common = _common(a, b)
        if common >= SHARED:
            return max(ONE_NAME, _curve(share, a.length)), "known"
        if common < STRANGE:
            share += TWO_NAMES * min(1.0, max(0.0, (SELDOM - max(a.bits, b.bits)) / USUAL))
    return (_curve(share, max(a.length, b.length)), "sound") if share < NOTHING else _NOTHING_ALIKE


def _common(a: Word, b: Word) -> float:
    """How far two words are known to spell the same names; two Arabic ones, how far they are spelt the same."""
    mine, theirs = a.names, b.names
    if a.script == b.script == ARABIC:
        mine, theirs = known().latin(a.letters), known().latin(b.letters)
        if not mine or not theirs:
            return STRANGE
    return sum(min(share, theirs.get(name, 0.0)) for name, share in mine.items())


def _curve(share: float, length: float) -> float:
    half = HALF + LONGER_HALF * min(length, LONGEST_HALF)
    return (1.0 + math.exp(-STEEP * half)) / (1.0 + math.exp(STEEP * (share - half)))


def _apart(a: Word, b: Word) -> float:
    """The share of the words' length that differs, by the best of their readings."""
    best = NOTHING
    same_script = a.script == b.script
    for x, x_asks, x_lacks, x_length in a.shapes:
        for y, y_asks, y_lacks, y_length in b.shapes:
            length = x_length if x_length > y_length else y_length
            limit = best * length
            most = (limit + ROUNDING) / STEP
            if (x_asks & y_lacks).bit_count() >= most or (y_asks & x_lacks).bit_count() >= most:
                continue
            cost = distance(x, y, same_script, limit)
            if cost < limit:
                best = cost / length
                if best < SURE:
                    return best
    return best
