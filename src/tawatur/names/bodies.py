"""Which words of a body's name answer to which of another's: by meaning, by sound, read as one, as initials."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from tawatur.names.known import known
from tawatur.names.letters import ARABIC, LATIN
from tawatur.names.terms import MOST_WEIGHT, PLAIN_BITS, Body, Term
from tawatur.names.vocabulary import FIRM, GENERAL, HEAD, PLAIN
from tawatur.names.words import VOWELS_ONLY, Word, least_apart, likeness, make_word, pairing, settling

ALIKE = 0.6  # likeness from which two words of bodies' names are one
JOINED, SURELY_JOINED = 0.7, 0.85  # and for several read as one
LONGER = 0.3  # of the length of words read as one, by which the others may be longer or shorter
SPELT = 0.8  # likeness of whole names from which words that stay alone say nothing
SHORTEST_ACRONYM = 4  # letters from which initials say which body it is; of shorter ones a list must know it
SHORT, MIDDLING = 4.0, 5.5  # lengths of a word below which it is met by chance: alone it must sound the same
SHORT_ALIKE, MIDDLING_ALIKE = 0.97, 0.9
_GENERAL = (HEAD, FIRM, GENERAL)
FEW_LETTERS = 4  # of a Latin word that may be an acronym: no other letters mean the same body


@dataclass(slots=True)
class Compared:
    """Two bodies' names: pairs of terms with likeness and how it was found, and the terms that stay alone."""

    a: Body
    b: Body
    pairs: list[tuple[Term, Term, float, str]] = field(default_factory=list)
    left_a: list[Term] = field(default_factory=list)
    left_b: list[Term] = field(default_factory=list)
    acronym: bool = False
    whole: float = 0.0  # likeness of the names as a whole, by sound

    @property
    def settled(self) -> bool:
        """Whether the names are one or two as wholes, so that words that stay alone say nothing."""
        return self.acronym or self.whole >= SPELT or not self.a.known.isdisjoint(self.b.known)

    def left(self, *sorts: str) -> tuple[float, float]:
        """The weights of what stays alone on each side, of these sorts."""
        return _weight(self.left_a, sorts), _weight(self.left_b, sorts)


def _weight(terms: list[Term], sorts: tuple[str, ...]) -> float:
    found = 0.0
    for term in terms:
        if term.sort in sorts:
            found += term.weight
    return found


def compare(a: Body, b: Body) -> Compared:
    """Terms that mean one thing, then those that sound alike."""
    found = Compared(a, b, left_a=list(a.terms), left_b=list(b.terms))
    _translate(found)
    if found.left_a and found.left_b:
        found.left_a, found.left_b = _split(found.left_a), _split(found.left_b)
        _join(found, SURELY_JOINED)
        _sound(found)
        _join(found, JOINED)
        _part_chance(found)
    found.acronym = is_acronym(a, b) or is_acronym(b, a)
    return found


def _translate(c: Compared) -> None:
    """Pair the terms that mean one thing."""
    for x in tuple(c.left_a):
        if not x.concepts:
            continue
        for y in c.left_b:
            if not x.concepts.isdisjoint(y.concepts):
                _pair(c, x, y, 1.0, "translated")
                break


def _sound(c: Compared) -> None:
    """Pair the terms that sound most alike."""
    for x in tuple(c.left_a):
        best, found, by = 0.0, None, ""
        for y in c.left_b:
            alike, how = _alike(x, y)
            if alike >= ALIKE and alike > best:
                best, found, by = alike, y, how
                if alike == 1.0:  # nothing is more alike
                    break
        if found is not None:
            _pair(c, x, found, best, by)


def _pair(c: Compared, x: Term, y: Term, alike: float, how: str) -> None:
    c.pairs.append((x, y, alike, how))
    c.left_a.remove(x)
    c.left_b.remove(y)


def _split(terms: list[Term]) -> list[Term]:
    """Phrases that the other side does not have, word by word."""
    return [word for t in terms for word in (t.split or (t,))]


def _join(c: Compared, least: float) -> None:
    """What stays alone on both sides, read as one word each (Ansarullah), with the kind of body or without."""
    if PLAIN not in [t.sort for t in c.left_a] and PLAIN not in [t.sort for t in c.left_b]:
        return  # words whose meaning is known, and differs
    for with_kind in (True, False):
        mine = c.left_a if with_kind else [t for t in c.left_a if t.sort not in (HEAD, FIRM)]
        theirs = c.left_b if with_kind else [t for t in c.left_b if t.sort not in (HEAD, FIRM)]
        if not with_kind and len(mine) == len(c.left_a) and len(theirs) == len(c.left_b):
            return  # there is no kind of body among them
        if not mine or not theirs or len(mine) + len(theirs) in (2, 9):
            continue
        one, other = _words(mine), _words(theirs)
        if not one or not other or _too_long(one, other) or _surely_less(one, other, least):
            continue
        x, y = _glued(one), _glued(other)
        if abs(x.length - y.length) > LONGER * max(x.length, y.length):
            continue
        alike, _ = likeness(x, y)
        if alike >= least and surely_alike(x, y, alike):
            weight = min(MOST_WEIGHT, min(x.bits, y.bits) / PLAIN_BITS)
            c.pairs.append((Term.glued(mine, weight), Term.glued(theirs, weight), alike, "joined"))
            c.left_a = [t for t in c.left_a if t not in mine]
            c.left_b = [t for t in c.left_b if t not in theirs]
            return


def _part_chance(c: Compared) -> None:
    """One short word that is all two bodies share is met by chance, unless it sounds the same: القاعدة is no GAD."""
    if len(c.pairs) == 1:
        x, y, alike, how = c.pairs[0]
        if how == "sound" and x.word is not None and y.word is not None and not surely_alike(x.word, y.word, alike):
            c.pairs.clear()
            c.left_a.append(x)
            c.left_b.append(y)


def surely_alike(x: Word, y: Word, alike: float) -> bool:
    """Whether two words that stand alone for their bodies are so like each other that it is no chance."""
    length = min(x.length, y.length)
    if x.script == y.script == LATIN and min(len(x.letters), len(y.letters)) <= FEW_LETTERS:
        return x.letters == y.letters
    if x.script == y.script == ARABIC:
        return alike >= ALIKE
    return alike >= (SHORT_ALIKE if length < SHORT else MIDDLING_ALIKE if length < MIDDLING else ALIKE)


def _words(terms: list[Term]) -> tuple[Word, ...]:
    """The words of terms; none where a phrase or a number is among them, or words of two scripts."""
    script = terms[0].script
    found = []
    for term in terms:
        word = term.word if script and term.script == script else None
        if word is None or not word.shapes:
            return ()
        found.append(word)
    return tuple(found)


def _too_long(one: tuple[Word, ...], other: tuple[Word, ...]) -> bool:
    """Whether words read as one are surely longer than the others read as one; words of vowels alone are told longer
    than they are, and settle nothing."""
    x, y = sum([w.length for w in one]), sum([w.length for w in other])
    return abs(x - y) > LONGER * max(x, y) and min([w.length for w in (*one, *other)]) > VOWELS_ONLY


def _surely_less(one: tuple[Word, ...], other: tuple[Word, ...], least: float) -> bool:
    """Whether words read as one are surely less like the others read as one, told at once from their consonants."""
    length = max(sum([w.longest for w in one]), sum([w.longest for w in other]))
    if least_apart(one, other) < settling(least, length):
        return False
    x, y = "".join([w.letters for w in one]), "".join([w.letters for w in other])
    if x == y:
        return False
    table = known()
    return not (table.knows(x, one[0].script) and table.knows(y, other[0].script))


@lru_cache(maxsize=1 << 14)
def _glued(words: tuple[Word, ...]) -> Word:
    readings = [b"".join([w.shapes[0][0] for w in words]), b"".join([w.shapes[-1][0] for w in words])]
    return make_word("".join(w.letters for w in words), words[0].script, readings)


def _alike(x: Term, y: Term) -> tuple[float, str]:
    """How like two terms sound."""
    one, other = x.word, y.word
    if one is None or other is None:
        return 0.0, ""
    alike, how = pairing(one, other)
    if x.sort != y.sort and (x.sort in _GENERAL or y.sort in _GENERAL) and not surely_alike(one, other, alike):
        return 0.0, ""  # a bank is no Panacea
    return alike, how


def is_acronym(short: Body, full: Body) -> bool:
    """Whether one name is made of the first letters of the other's words, or, in capitals, of their translations."""
    letters = short.acronym
    if len(letters) < SHORTEST_ACRONYM or len(full) < 2:
        return False
    if full.spoken:  # in Latin letters, the order holds
        return full.spoken == letters
    return short.capitals and len(full) == len(letters) and _fits(letters, [t.initials for t in full.terms])


def _fits(letters: str, options: list[frozenset[str]]) -> bool:
    """Whether each letter is the initial of a term of its own, in any order: Arabic has another."""
    if not letters:
        return True
    return any(
        letters[0] in option and _fits(letters[1:], options[:i] + options[i + 1 :]) for i, option in enumerate(options)
    )
