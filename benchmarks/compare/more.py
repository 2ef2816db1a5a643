"""More reports than the corpora hold: reports again, shortened as another desk shortens them, under other names."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from tawatur.record.types import Event, Reading, Span
from tawatur.text.sentences import enclosing

SEED = 4
SHORTEST = 0.4  # share of a report that is kept at least

S = TypeVar("S", bound=Span)


def filled(readings: Sequence[Reading], count: int) -> list[Reading]:
    """So many readings: these, and beyond them reports drawn with a fixed seed, each up to the end of a sentence."""
    rng = random.Random(SEED)
    more = [shortened(rng.choice(readings), rng.uniform(SHORTEST, 1.0), i) for i in range(count - len(readings))]
    return [*readings, *more][:count]


def shortened(reading: Reading, share: float, number: int) -> Reading:
    """A reading up to the end of the sentence that stands at this share of its text, under a name of its own; what
    stood beyond is gone from it."""
    report = reading.report
    at = max(0, int(share * len(report.text)) - 1)
    end = enclosing(report.text, at, at + 1)[1]
    name = f"{report.file}-again-{number}"
    kept = [i for i, s in enumerate(reading.statements) if s.end <= end]
    numbers = {old: new for new, old in enumerate(kept)}
    text = report.text[:end]
    return replace(
        reading,
        report=replace(
            report, id=name, file=name, url=None, text=text, text_sha256=f"{report.text_sha256}-{number}",
            outlet=f"{report.outlet} again", junk=_upto(report.junk, end),
        ),
        times=_upto(reading.times, end),
        quantities=_upto(reading.quantities, end),
        mentions=_upto(reading.mentions, end),
        roles=_upto(reading.roles, end),
        statements=[reading.statements[i] for i in kept],
        events=[_event(e, end, numbers) for e in _upto(reading.events, end)],
    )  # fmt: skip


def _upto(spans: Sequence[S], end: int) -> list[S]:
    return [s for s in spans if s.end <= end]


def _event(event: Event, end: int, numbers: dict[int, int]) -> Event:
    evidence = {slot: _upto(spans, end) for slot, spans in event.evidence.items()}
    statement = numbers.get(event.statement) if event.statement is not None else None
    return replace(event, evidence=evidence, statement=statement)
