"""What the places of a word in one document say of each other: a name read surely at one speaks for the others.

Who is named in one sentence of a report is meant in the next ones too (one sense a discourse: Gale, Church and
Yarowsky, 1992). So a word's scores get what the chain makes of the same word elsewhere, the evidence of a skip chain
(Sutton and McCallum, 2004) in one step. It speaks for persons and places: what an organisation or a product is called
is made of common words, and one mistake confirms the next. For the same reason it never speaks against: that a word is
no name elsewhere does not say that it is none here, nor that it is no part of a longer name (the town in the name of a
university). A person's word speaks from where it stands in a name of several: the surname alone after the full name.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tawatur_ner.decode import Emissions, Scores

_SHARE = 2.0  # what a word's other places weigh beside its own; this and the next two were set on the development part
_FLOOR = 0.05  # a type less probable than this counts as this probable
_SURE = 8  # the power of a probability that counts: 0.95 makes 0.66, and 0.7 makes 0.06
_LETTERS = 3  # what is left of a word without its proclitic
_PERSON = "PERS"  # any word of such a name is used for the whole; of a place those after the first only behind it
_SPEAKING = (_PERSON, "LOC")
_MADE_OF_OTHERS = ("ORG", "MISC")  # such a name may have any other in it
Places = NDArray[np.int64]


class Coherence:
    """For labels (O first, then B- and I- of each type); `joined`: proclitics as written and what they stand for."""

    def __init__(self, labels: Sequence[str], joined: Sequence[tuple[str, str]]) -> None:
        kinds = list(dict.fromkeys(label[2:] for label in labels))
        self._kinds = [kinds.index(label[2:]) for label in labels]
        self._within = np.asarray([label[:1] == "I" for label in labels])
        self._open = self._within & [label[2:] in _MADE_OF_OTHERS for label in labels]
        self._speaking = [kinds.index(kind) for kind in _SPEAKING]
        self._person, self._joined = kinds.index(_PERSON), joined

    def supported(self, words: Sequence[str], scores: Emissions, marginals: Scores) -> Scores:
        """The scores [words, labels] of a document's words with what its other places say of each word; `marginals`:
        the probability of each label by the scores alone."""
        forms = self._forms(words)
        places = _numbered(forms)
        first, later = (self._by_kind(np.where(self._within == inner, marginals, 0)) for inner in (False, True))
        weight = (first + later) ** (_SURE - 1)
        alone, behind = first.copy(), later.copy()
        alone[:, self._person] = later[:, self._person] + np.minimum(first, np.roll(later, -1, 0))[:, self._person]
        behind[:, self._person] = 0
        count, sums = _others(places, weight * alone)
        told = np.log((sums + _others(_pairs(places), weight * behind)[1]) / np.maximum(count, 1) + _FLOOR)
        told = np.minimum(told - told[:, self._speaking].max(1, keepdims=True), 0)
        cut = np.asarray([form not in ("", word) for word, form in zip(words, forms, strict=True)])
        evidence = np.where(cut[:, None] & self._within, told[:, :1], told[:, self._kinds])  # a proclitic begins a name
        evidence[:, self._open] = 0
        added: Scores = scores + _SHARE * count / (count + 1) * evidence
        return added

    def _by_kind(self, marginals: Scores) -> Scores:
        out = np.zeros((len(marginals), max(self._kinds) + 1))
        for label, kind in enumerate(self._kinds):
            out[:, kind] += marginals[:, label]
        return out

    def _forms(self, words: Sequence[str]) -> list[str]:
        """Each word without the proclitics that it has not elsewhere; nothing for what has no letter."""
        there = {word for word in words if any(map(str.isalpha, word))}
        forms: dict[str, str] = {}
        for word in there:
            cut: str | None = word
            steps = []
            while cut is not None and cut not in forms:
                steps.append(cut)
                cut = self._without_proclitic(cut, there)
            forms |= dict.fromkeys(steps, steps[-1] if cut is None else forms[cut])
        return [forms.get(word, "") for word in words]

    def _without_proclitic(self, word: str, there: set[str]) -> str | None:
        """The word of `there` that is left of this one without a proclitic, if any is."""
        for written, full in self._joined:
            rest = word.removeprefix(written)
            if _LETTERS <= len(rest) < len(word) and full + rest in there:
                return full + rest
        return None


def _numbered(forms: Sequence[str]) -> Places:
    """A number for each form, the same for the same one; -1 for none."""
    numbers = dict[str, int]()
    return np.asarray([numbers.setdefault(form, len(numbers)) if form else -1 for form in forms], np.int64)


def _pairs(places: Places) -> Places:
    """A number for each word with the one before it; -1 where either has none."""
    numbers = dict[tuple[int, int], int]()
    both = [numbers.setdefault((a, b), len(numbers)) if a >= 0 <= b else -1 for a, b in pairwise(places.tolist())]
    return np.asarray([-1, *both], np.int64)


def _others(places: Places, rows: Scores) -> tuple[NDArray[np.int64], Scores]:
    """How many other rows have the number of each, [rows, 1], and their sum; nothing where the number is -1."""
    known = places >= 0
    sums = np.zeros((int(places.max(initial=-1)) + 1, rows.shape[1]))
    np.add.at(sums, places[known], rows[known])
    count, out = np.zeros((len(places), 1), np.int64), np.zeros_like(rows)
    count[known, 0] = np.bincount(places[known])[places[known]] - 1
    out[known] = np.maximum(sums[places[known]] - rows[known], 0)
    return count, out
