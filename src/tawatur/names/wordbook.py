"""The different words of a list of names, and which of them sound like a word that is asked for.

Words stand under the frames of their consonants, and there under their consonants as they are: what a word's consonants
and another's differ in is worked out once for all words that have them, and what their vowels differ in, place by
place, is remembered for every two runs of vowels. That is never less than the distance of the two words, and nearly
always the same; only words that have other numbers of consonants are aligned one by one.
"""

from __future__ import annotations

from collections import defaultdict

from tawatur.names.foreign import Slots, may_be_foreign, slots
from tawatur.names.letters import ARABIC
from tawatur.names.sounds import Sounds, alphabet, distance
from tawatur.names.words import NOTHING, Word, judged, likeness

_REMEMBERED = 2_000  # words asked for
_FAR = 4.0  # sounds that differ more are of no one word
_MOST_RUNS = 200_000  # remembered
_Reading = tuple[tuple[Sounds, ...], float, int]  # vowels before, between and after the consonants; length; the word


class WordBook:
    """Words by number, each once."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self._numbers: dict[tuple[str, str], int] = {}
        self._frames: defaultdict[str, defaultdict[tuple[str, Sounds], list[_Reading]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self._runs: dict[tuple[Sounds, Sounds, bool], float] = {}
        self._asked: dict[tuple[str, str, float], dict[int, float]] = {}

    def number(self, word: Word) -> int:
        """The number of a word, which is added where it is new."""
        key = (word.script, word.letters)
        found = self._numbers.get(key)
        if found is None:
            found = self._numbers[key] = len(self.words)
            self.words.append(word)
            for sounds, _, _, length in word.shapes:
                consonants, runs = slots(sounds)
                for frame in dict.fromkeys(alphabet().skeletons(sounds)):
                    self._frames[frame][word.script, consonants].append((runs, length, found))
        return found

    def like(self, word: Word, least: float) -> dict[int, float]:
        """The words whose likeness with this one is at least so much, by number, with it."""
        asked = (word.script, word.letters, least)
        if asked in self._asked:
            return self._asked[asked]
        shares: dict[int, float] = {}
        for sounds, _, _, length in word.shapes:
            mine = slots(sounds)
            for frame in dict.fromkeys(alphabet().skeletons(sounds)):
                for (script, consonants), readings in self._frames.get(frame, {}).items():
                    self._compare(sounds, mine, length, word.script == script, consonants, readings, shares)
        found = {}
        foreign = word.script == ARABIC and may_be_foreign(word.letters)
        for number, share in shares.items():
            other = self.words[number]
            if share >= NOTHING and not (word.names and other.names and word.script != other.script):
                continue  # only spellings known to be of one name may differ more
            if (foreign and other.script == ARABIC) or (other.letters == word.letters and other.script == word.script):
                alike = likeness(word, other)[0]
            else:
                alike = judged(word, other, share)[0]
            if alike >= least:
                found[number] = alike
        if len(self._asked) >= _REMEMBERED:
            self._asked.clear()
        self._asked[asked] = found
        return found

    def _compare(
        self,
        sounds: Sounds,
        mine: Slots,
        length: float,
        same_script: bool,
        consonants: Sounds,
        readings: list[_Reading],
        shares: dict[int, float],
    ) -> None:
        """Keep the least share of the length that each of these readings differs from one reading of a word."""
        own, between = mine
        in_step = len(own) == len(consonants)
        solid = 0.0
        if in_step:
            costs = alphabet().cost
            for one, other in zip(own, consonants, strict=True):
                solid += costs[one][other]
        else:
            most = NOTHING * max(length, max([other_length for _, other_length, _ in readings]))
            if distance(own, consonants, same_script, most) >= most:
                shares.update((number, NOTHING) for _, _, number in readings if number not in shares)
                return
        for runs, other_length, number in readings:
            longer = length if length > other_length else other_length
            best = shares.get(number, NOTHING)
            cost, limit = solid, best * longer
            if not in_step:
                cost = distance(sounds, _sounds(consonants, runs), same_script, limit)
                shares[number] = min(best, cost / longer)
                continue
            for one_run, other_run in zip(between, runs, strict=True):
                if cost >= limit:
                    break
                if one_run != other_run:
                    cost += self._apart(one_run, other_run, same_script)
            shares[number] = cost / longer if cost < limit else best

    def _apart(self, one: Sounds, other: Sounds, same_script: bool) -> float:
        """The distance of two runs of sounds, remembered."""
        pair = (one, other, same_script)
        found = self._runs.get(pair)
        if found is None:
            if len(self._runs) >= _MOST_RUNS:
                self._runs.clear()
            found = self._runs[pair] = distance(one, other, same_script, _FAR)
        return found


def _sounds(consonants: Sounds, runs: tuple[Sounds, ...]) -> Sounds:
    """A reading put together again from its consonants and the vowels between them."""
    found = bytearray(runs[0])
    for consonant, run in zip(consonants, runs[1:], strict=True):
        found.append(consonant)
        found += run
    return bytes(found)
