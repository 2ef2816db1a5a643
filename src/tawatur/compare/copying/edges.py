"""The ends of a passage in all its places: they begin with one word and end with one.

Pairs of reports are aligned by twos, and two of them may have a word more in common than a third has.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tawatur.compare.copying.runs import LEAST
from tawatur.compare.fingerprints import keyed

_WIDEST = 12  # words of an edge that are looked at ...
_SHARE = 0.25  # ... and share of the shortest place, or all but as many words as a passage needs
_SIGHT = 60  # characters that hold the first word of a place, or the last


def settled(texts: Sequence[str]) -> list[tuple[int, int]]:
    """For every place of a passage, by its text, where in the text it starts and ends, so that all begin with the first
    two words that all have near their beginning, and end with the last two; places without such words stay as they are.
    Offsets in code points of each text."""
    spans = [(0, len(text)) for text in texts]
    heads = {one[0][0] for text in texts if (one := keyed(text[:_SIGHT]))}
    tails = {one[-1][0] for text in texts if (one := keyed(text[-_SIGHT:]))}
    if len(heads) < 2 and len(tails) < 2:
        return spans
    words = [keyed(text) for text in texts]
    shortest = min(map(len, words))
    reach = min(_WIDEST, max(int(_SHARE * shortest), (shortest - LEAST) // 2))
    if len(heads) > 1:
        at = _meeting([[key for key, _, _ in one[:reach]] for one in words])
        spans = [(one[n][1] if n else span[0], span[1]) for span, one, n in zip(spans, words, at, strict=True)]
    if len(tails) > 1:
        at = _meeting([[key for key, _, _ in one[: -reach - 1 : -1]] for one in words])
        spans = [(span[0], one[-1 - n][2] if n else span[1]) for span, one, n in zip(spans, words, at, strict=True)]
    return spans


def _meeting(sides: Sequence[Sequence[str]]) -> list[int]:
    """Where each has the first two neighbours that all have; 0 everywhere where there are none."""
    places = [{pair: n for n, pair in reversed(list(enumerate(pairwise(keys))))} for keys in sides]
    common = set(places[0]).intersection(*places[1:])
    if not common:
        return [0] * len(sides)
    unlike = list({tuple(keys): where for keys, where in zip(sides, places, strict=True)}.values())
    first = min(common, key=lambda pair: (sum(where[pair] for where in unlike), pair))
    return [where[first] for where in places]
