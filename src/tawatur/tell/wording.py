"""How reports word a value: it is quoted where all who give it say it so; else it is said in our own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tawatur.record.types import Evidence, Number, Reading, Report, Span
from tawatur.text.sentences import enclosing


def counted_so(
    number: Number, evidence: Iterable[Evidence], readings: Mapping[str, Reading], heads: Mapping[str, Report]
) -> str | None:
    """The words in which every report that gives a number there gives it; None where they differ, or where a person set
    it. `heads`: reports by name, also those whose readings are not at hand."""
    said: dict[str, set[str]] = defaultdict(set)
    unread: dict[str, list[str]] = defaultdict(list)
    for place in evidence:
        if place.report in readings:
            said[place.report] |= _counts(readings[place.report], number, place)
        elif place.report in heads:
            unread[place.report].append(_sentence(heads[place.report].text, place))
    common = set.intersection(*said.values()) if said else set()
    common = {w for w in common if all(any(w in one for one in some) for some in unread.values())}
    return min(common, key=lambda words: (len(words), words), default=None)


def worded_so(words: str, evidence: Iterable[Evidence], heads: Mapping[str, Report]) -> bool:
    """Whether every report that tells it there has these very words in a sentence of it."""
    found: dict[str, bool] = {}
    for place in evidence:
        if place.report in heads and not found.get(place.report):
            found[place.report] = words in _sentence(heads[place.report].text, place)
    return all(found.values())


def by_person(reading: Reading, span: Span) -> bool:
    """Whether a person set a quantity of a report: it means another number than its words say."""
    at = (span.start, span.end)
    made = (c for c in reading.corrections if c.layer == "quantities" and c.lost is None and not c.gone)
    return any((c.start, c.end) == at for c in made)


def _counts(reading: Reading, number: Number, place: Span) -> set[str]:
    return {
        _one_line(quantity.text)
        for quantity in reading.quantities
        if quantity.number == number
        and quantity.start < place.end
        and place.start < quantity.end
        and not by_person(reading, quantity)
    }


def _sentence(text: str, place: Span) -> str:
    start, end = enclosing(text, place.start, place.end)
    return _one_line(text[start:end])


def _one_line(text: str) -> str:
    return " ".join(text.split())
