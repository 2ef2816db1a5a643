"""Times since when nothing was like what is told: they date nothing (أول قمة منذ أكثر من عقد)."""

from __future__ import annotations

from bisect import bisect_left

from tawatur.read.document import Document
from tawatur.record.types import Time

_AHEAD = 14  # tokens from the superlative to its "since": أول زيارة يقوم بها مسؤول رفيع إلى البلاد منذ ...


def dating(document: Document) -> list[Time]:
    """The times of a reading that may date an event, in order of the text."""
    since = {h.first for h in document.hits("event.incident-since") if not h.data.get("ahead")}
    greatest = sorted(h.first for h in document.hits("event.incident-superlative"))
    times = sorted(document.reading.times, key=lambda t: t.start)
    return [t for t in times if not _unequalled_since(document, t, since, greatest)] if since and greatest else times


def _unequalled_since(document: Document, time: Time, since: set[int], greatest: list[int]) -> bool:
    first = document.token_at(time.start)
    mark = next((i for i in (first, first - 1, first - 2) if i in since), None)
    if mark is None:
        return False
    at = bisect_left(greatest, mark) - 1
    if at < 0 or mark - greatest[at] > _AHEAD:
        return False
    return document.tokens[greatest[at]].sentence == document.tokens[mark].sentence
