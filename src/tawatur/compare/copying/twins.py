"""Reports that are equal word for word: looked at once for all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from tawatur.compare.copying.gather import Stretch
from tawatur.compare.fingerprints import Words


class Twins:
    """Groups of reports with the same words in the same order; the first two of each (in `order`) stand for it."""

    def __init__(self, words: Mapping[str, Words], order: Sequence[str]) -> None:
        groups: dict[bytes, list[str]] = {}
        for name in order:
            groups.setdefault(twin_key(words[name]), []).append(name)
        self._words = words
        self._others = {names[0]: names[1:] for names in groups.values() if len(names) > 1}
        left_out = {name for names in self._others.values() for name in names}
        self.standing = [name for name in order if name not in left_out]

    def pairs(self) -> list[tuple[str, str]]:
        """For every group its first report and its second, whose alignment says what all have in common."""
        return [(first, others[0]) for first, others in self._others.items()]

    def spread(self, found: Iterable[Stretch]) -> list[Stretch]:
        """Every passage of a report that stands for others in these, too."""
        return [self._spread(stretch) for stretch in found]

    def _spread(self, stretch: Stretch) -> Stretch:
        spots = dict.fromkeys(stretch.spots)
        whole = {name for name, _, _ in stretch.spots}
        for name, start, end in stretch.spots:
            others = self._others.get(name, ())
            own = self._words[name]
            more = ((other, *moved(start, end, own, self._words[other])) for other in others if other not in whole)
            spots.update(dict.fromkeys(more))
        return Stretch(sorted(spots), stretch.told_anew)


def twin_key(words: Words) -> bytes:
    """The same for two reports that have the same words in the same order."""
    return blake2b(" ".join(words.keys).encode(), digest_size=16).digest()


def moved(start: int, end: int, own: Words, its: Words) -> tuple[int, int]:
    """Where a stretch of one report is in its twin, which may write the words, or what is between them, otherwise."""
    first, last = bisect_right(own.starts, start) - 1, bisect_left(own.ends, end)
    inside = start - own.starts[first] if own.form(first) == its.form(first) else 0
    return its.starts[first] + inside, its.ends[last]
