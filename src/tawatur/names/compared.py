"""One part of a person's name as the word that is compared: without article, compounds named by their halves, with all
its readings; and neighbouring parts read as one word."""

from __future__ import annotations

from functools import cache, lru_cache

from tawatur.names.known import known
from tawatur.names.letters import ARABIC, LATIN
from tawatur.names.lists import lists
from tawatur.names.remembered import Remembered
from tawatur.names.sounds import MARKS, ROUNDING, Sounds, alphabet
from tawatur.names.words import JOINED, NOTHING, Word, make_word, settling, sounds_far, two_apart

_VOWELS = "aeiou"
_REST = 3  # letters that must remain of a word from which something glued is taken
ABDALLAH = "abd+allah"


def without_article(letters: str, script: str) -> tuple[str, bool]:
    """A word without its glued article, and whether that is certain: Latin Al- may belong to the word."""
    lists_ = lists()
    if script == ARABIC:
        if letters.startswith(lists_.glued_article[ARABIC]) and len(letters) > _REST:
            return letters[2:], True
        return letters, False
    if script != LATIN:
        return letters, False
    if len(letters) >= 4 + _REST - 1 and letters.startswith(lists_.glued_article[LATIN]):
        return letters[2:], False
    if letters[0] in lists_.article_vowels:
        for size in (4, 2):  # ashshami, arrashid
            half = letters[1 : 1 + size // 2]
            if (
                letters[0] + half in lists_.assimilated
                and letters[1 : 1 + size] == half * 2
                and len(letters) > size + _REST
            ):
                return letters[1 + size // 2 :], False
    return letters, False


def servant_of(letters: str, script: str) -> str:
    """What a glued servant name serves: fattah of abdelfattah, rahman of abdurrahman; "" for other words."""
    root = lists().servant_root.get(script)
    if root is None or not letters.startswith(root) or len(letters) < len(root) + _REST:
        return ""
    rest = letters[len(root) :]
    if script == ARABIC:
        return rest[2:] if rest.startswith(lists().glued_article[ARABIC]) else rest
    bare = rest.lstrip(_VOWELS)
    if len(rest) - len(bare) > 2:
        return ""
    if bare in lists().allah:
        return bare
    if bare != rest and bare.startswith("l") and len(bare) > 2:
        return bare[1:]
    for size in (2, 1):
        if bare != rest and bare[:size] == bare[size : 2 * size] and len(bare) > 2 * size:
            return bare[size:]
    return bare if len(bare) >= _REST else ""


@cache
def _marked() -> dict[str, Sounds]:
    return {mark: bytes((alphabet().number["", mark],)) for mark in MARKS}


def _compound(letters: str, script: str) -> tuple[str, Sounds]:
    """A compound in one word, named by its halves, and its reading; both empty where it is none."""
    lists_ = lists()
    signs, marked = alphabet(), _marked()
    served = servant_of(letters, script)
    if served in lists_.allah:
        return ABDALLAH, marked["servant"] + marked["allah"]
    if served and script == ARABIC and not letters[3:].startswith(lists_.glued_article[ARABIC]):
        return letters, marked["servant"] + signs.read(served, script)  # ربه of عبدربه; or a word of its own
    if served:
        return f"servant+{served}", marked["servant"] + signs.read(served, script)
    if letters.endswith(lists_.all_tails):
        for ending, tail in lists_.glued_tails:
            if letters.endswith(ending) and len(letters) >= len(ending) + (2 if script == ARABIC else _REST):
                stem = without_article(letters[: -len(ending)], script)[0]
                return f"{stem}+{tail}", signs.read(stem, script) + marked[tail]
    for opening in lists_.glued_father.get(script, ()):
        rest = letters[len(opening) :]
        if letters.startswith(opening) and len(rest) >= _REST:
            return (f"father+{rest}" if script == ARABIC else letters), marked["father"] + signs.read(rest, script)
    return "", b""


def compared(letters: str, script: str, head: str = "", before: str = "") -> Word:
    """The word that is compared: with the half of a compound before it, without article, in all its readings."""
    key = f"{head} {before} {letters}" if head or before else letters  # the letters tell the script
    return _WORDS.get(key) or _WORDS.keep(key, _made(letters, script, head, before))


_WORDS: Remembered[str, Word] = Remembered(1 << 16)


def _made(letters: str, script: str, head: str, before: str) -> Word:
    lists_ = lists()
    signs = alphabet()
    letters = lists_.read_as.get(letters, letters)
    core, certain = without_article(letters, script)
    forms = (letters,) if core == letters else (core, letters) if certain else (letters, core)
    if head:
        return _half(letters, core, script, head, before)
    readings: list[Sounds] = []
    name = forms[0]
    if letters.startswith(lists_.openings) or letters.endswith(lists_.all_tails):
        compound, reading = _compound(letters, script)
        if compound:
            name = compound
            readings.append(reading)
        if name == ABDALLAH:
            return make_word(name, script, readings)
    for form in forms:
        readings.append(signs.read(lists_.silent.get(form, form), script))
    if letters.startswith(signs.also_openings):
        for opening, full in signs.also.get(script, {}).items():
            if letters.startswith(opening) and len(letters) >= len(opening) + _REST:
                readings.append(signs.read(full + letters[len(opening) :], script))
    readings += _read_apart(letters, script)
    if letters in lists_.short:
        readings.append(signs.read(lists_.short[letters], script))
    if before:
        readings.append(signs.read(before + letters, script))
        if before in lists_.heard:
            readings.append(signs.read(lists_.heard[before] + letters, script))
    return make_word(name, script, filter(None, readings))


def _read_apart(letters: str, script: str) -> list[Sounds]:
    """The readings of a Latin word in which two letters that may be one sound are two: the zh of Azhar."""
    if script != LATIN:
        return []
    signs, rest = alphabet(), letters[1:]
    return [signs.read(letters[0] + rest.replace(one, two), LATIN) for one, two in signs.apart.items() if one in rest]


def _half(letters: str, core: str, script: str, head: str, before: str) -> Word:
    """The word of a compound in two words, of which this is the second half; `core`: without its article."""
    marked, signs = _marked(), alphabet()
    if head == "servant" and (core in lists().allah or letters in lists().tails):
        return make_word(ABDALLAH, script, [marked["servant"] + marked["allah"]])
    readings = [marked[head] + signs.read(form, script) for form in (core, letters)]
    if before:
        readings.append(signs.read(before + core, script))
    return make_word(f"{head}+{core}", script, readings)


def surely_not_joined(first: Word, second: Word, other: Word, at_once: bool = False) -> bool:
    """Whether neighbouring parts read as one word are surely less like another word than `JOINED`; `at_once`: as far as
    their consonants tell, whatever their order."""
    if not first.shapes or not second.shapes or not other.shapes:
        return True
    length = first.length + second.length
    limit = settling(JOINED, length if length > other.longest else other.longest)
    near = two_apart(first, second, other) < limit
    if near and (at_once or not _sounds_unlike(first, second, other, limit)):
        return False
    together = first.letters + second.letters
    return together != other.letters and not (other.names and known().knows(together, first.script))


def _sounds_unlike(first: Word, second: Word, other: Word, limit: float) -> bool:
    """Whether the sounds of two words together differ so much from another's; Arabic may differ so and be foreign."""
    if first.script == other.script == ARABIC:
        return False
    (x, x_asks, x_lacks, x_length), (y, y_asks, y_lacks, y_length) = first.shapes[0], second.shapes[0]
    both = x + y, x_asks | y_asks, x_lacks & y_lacks, x_length + y_length
    return sounds_far(both, other, first.script == other.script, limit)


def may_be_joined(first: Word, second: Word, other: Word) -> bool:
    """Whether neighbouring parts read as one word may be like another word: the least that it can cost, at once."""
    if not first.shapes or not second.shapes:
        return False
    if other.names and known().spelt(first.letters + second.letters, first.script)[0]:
        return True  # the table of names says
    length = first.shapes[0][3] + second.shapes[0][3]
    longest = other.longest if other.longest > length else length
    return two_apart(first, second, other) < NOTHING * longest + ROUNDING


@lru_cache(maxsize=1 << 15)
def joined(first: Word, second: Word) -> Word:
    """Neighbouring parts read as one word: Jong Un, Jongun."""
    readings = [one[0] + two[0] for one, two in zip(first.shapes[:1], second.shapes[:1], strict=False)]
    return make_word(first.letters + second.letters, first.script, readings)
