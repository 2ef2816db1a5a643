"""A stretch of a report as somebody names it who reads it on a page: by its first words and its last."""

from __future__ import annotations

import re

from tawatur.compare.entities.asked import shown
from tawatur.errors import AskedError
from tawatur.store.record import Record


def stretch_between(record: Record, report: str, first: str, last: str = "") -> tuple[int, int]:
    """The stretch of a report, as half-open offsets in code points of its text, that begins with the words `first`,
    which stand in it once, and ends with the next `last`; of these words alone where that is empty. Line ends and
    spaces stand for each other. Raises AskedError where it is not found."""
    text = record.texts([report]).get(report)
    if text is None:
        raise AskedError(f"{shown(report)}: there is no report of this name in the record.")
    starts = list(_pattern(first).finditer(text)) if first.strip() else []
    if not starts:
        raise AskedError(f"{shown(first)}: these words stand nowhere in the report; give them as they stand there.")
    if len(starts) > 1:
        raise AskedError(f"{shown(first)}: the report has these words {len(starts)} times; give more of them.")
    if not last.strip():
        return starts[0].span()
    end = _pattern(last).search(text, starts[0].start())
    if end is None or end.end() < starts[0].end():
        raise AskedError(f"{shown(last)}: the stretch does not end with these words; give those that stand last in it.")
    return starts[0].start(), end.end()


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, words.split())))
