"""Copies: fingerprints find the few reports that a new one shares text with; the passages touched are made anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tawatur.compare.copies import (
    COMMON_ROWS,
    LONG,
    NEAREST,
    Marks,
    Passage,
    Shares,
    Side,
    align,
    alike,
    prints,
)
from tawatur.compare.copying.gather import Spot, Stretch, described, stretches
from tawatur.compare.copying.twins import moved, twin_key
from tawatur.record.types import Copy
from tawatur.store.between import COPY
from tawatur.store.objects import copy_row
from tawatur.store.record import Record
from tawatur.work.keeping.hashes import mark
from tawatur.work.keeping.near import Near

_MOST = 40  # other reports of one passage that are looked at
_EVER = -(1 << 50)  # seconds before any report


def seconds(near: Near, name: str) -> int:
    """When a report was published, in seconds."""
    at = near.rank(name)[0]
    return int(at.timestamp()) if at.year > 1 else _EVER + 1


def add_copies(near: Near, name: str) -> None:
    """Find what a new report shares with those that are there, and keep it with its fingerprints.

    Of reports equal word for word, one has fingerprints and is aligned; the others are in the same passages.
    """
    record = near.record
    row = record.between.rows([name])[name]
    at = seconds(near, name)
    twins = twins_of(near, name)
    record.meetings.put_keys([(twin(near, name), at, row)])
    if twins:
        sides = _aligned(near, twins[0], [name]) if len(twins) == 1 else []
    else:
        marks = prints(near.words(name))
        sides = _aligned(near, name, _candidates(near, name, marks, at))
        record.meetings.put_prints((mark, at, row) for mark in marks)
    put_sides(record, sides)
    if sides:
        _remake(near, sides)
    if twins:
        _jointwin(near, twins[0], name)


def fill_copies(near: Near, marks: Marks, sides: Iterable[Side]) -> None:
    """Keep the fingerprints and the sides of reports that were compared together: all that are loaded."""
    record = near.record
    rows = record.between.rows(near.readings)
    at = {name: seconds(near, name) for name in rows}
    record.meetings.put_keys(sorted((twin(near, name), at[name], row) for name, row in rows.items()))
    record.meetings.put_prints(
        sorted((mark, at[name], rows[name]) for name, own in marks.prints.items() for mark in own)
    )
    put_sides(record, sides)


def twins_of(near: Near, name: str) -> list[str]:
    """The reports that are kept and equal to one word for word, the first published first."""
    rows = near.record.meetings.under(twin(near, name))
    names = near.record.between.names(rows)
    return [names[row] for row in rows if names[row] != name]


def twin(near: Near, name: str) -> int:
    """The key that reports have in common which are equal word for word."""
    return mark("twin", twin_key(near.words(name)).hex())


def _aligned(near: Near, name: str, others: Iterable[str]) -> list[Side]:
    pairs = [(min(name, other), max(name, other)) for other in others]
    return [(a, b, passage) for a, b in pairs for passage in align(near.words(a), near.words(b))]


def _candidates(near: Near, name: str, marks: Iterable[int], at: int) -> list[str]:
    """Reports that share `COMMON_ROWS` fingerprints; of one that many share, those nearest in time, as
    `copies.candidate_pairs` has it."""
    shared: Counter[int] = Counter()
    for one in marks:
        held = near.record.meetings.holders(one, at, LONG + NEAREST)
        before = [report for time, report in held if time <= at]
        after = [report for time, report in held if time > at]
        shared.update(before if len(before) <= LONG else before[-NEAREST:])
        shared.update(after[: max(NEAREST, LONG - len(before))])
    names = near.record.between.names(report for report, rows in shared.items() if rows >= COMMON_ROWS)
    near.load(names.values())
    return sorted(names.values())


def drop_copies(near: Near, name: str) -> None:
    """Take a report out of the passages that it shares; its rows in the working tables stay."""
    old = near.copies({name})
    sides = [side for side in _component(near.record, _sides_of(near.record, [name])) if name not in side[:2]]
    found = [replace(s, spots=[spot for spot in s.spots if spot[0] != name]) for s in _with_twins(sides, old)]
    _replace(near, old, [s for s in found if len(s.spots) > 1])


def put_sides(record: Record, sides: Iterable[Side]) -> None:
    """Keep aligned passages."""
    listed = list(sides)
    rows = record.between.rows(name for a, b, _ in listed for name in (a, b))
    record.meetings.put_sides((rows[a], rows[b], *p.a, *p.b, p.words, p.share) for a, b, p in listed)


def _sides_of(record: Record, reports: Iterable[str]) -> list[Side]:
    found = record.meetings.sides(record.between.rows(reports).values())
    names = record.between.names(row for side in found for row in side[:2])
    return [
        (names[a], names[b], Passage((a_first, a_last), (b_first, b_last), words, share))
        for a, b, a_first, a_last, b_first, b_last, words, share in found
    ]


def _component(record: Record, sides: Sequence[Side]) -> list[Side]:
    """All sides of the passages that these are of: a side leads to those that stand on nearly the same stretch."""
    known: dict[str, dict[Side, None]] = {}
    found: dict[Side, None] = {}
    ahead = list(sides)
    while ahead:
        reports = {report for side in ahead for report in side[:2]} - known.keys()
        known.update({report: {} for report in reports})
        for side in _sides_of(record, reports):
            for report in side[:2]:
                known.get(report, {})[side] = None
        found.update(dict.fromkeys(ahead))
        spots = {spot for side in ahead for spot in _spots(side)}
        following: dict[Side, None] = {}
        for spot in spots:
            for other in known[spot[0]]:
                if other not in found and any(_one_place(spot, its) for its in _spots(other)):
                    following[other] = None
        ahead = list(following)
    return list(found)


def _spots(side: Side) -> tuple[Spot, Spot]:
    a, b, passage = side
    return (a, *passage.a), (b, *passage.b)


def _one_place(a: Spot, b: Spot) -> bool:
    return a == b or bool(alike(sorted((a, b))))


def _remake(near: Near, sides: Sequence[Side]) -> None:
    """Make the passages that these new sides are of anew."""
    whole = _component(near.record, sides)
    reports = {report for side in whole for report in side[:2]}
    near.load(reports)
    before = described(stretches(side for side in whole if side not in sides), near.readings)
    spots = {spot for copy in before for spot in _spots_of(copy)}
    old = [
        copy for copy in near.copies(reports) if all(spot in spots for spot in _spots_of(copy) if spot[0] in reports)
    ]
    found = _with_twins(whole, old)
    for report in sorted({report for side in sides for report in side[:2]}):
        for twin in twins_of(near, report):
            _spread(near, found, report, twin)
    _replace(near, old, found)


def _with_twins(sides: Sequence[Side], old: Iterable[Copy]) -> list[Stretch]:
    """The passages of these sides, with the places that they had in reports that stand behind others equal to them."""
    found = stretches(sides)
    aligned = {report for side in sides for report in side[:2]}
    for copy in old:
        behind = [(p.report, p.start, p.end) for p in copy.places if p.report not in aligned]
        of = next((s for s in found if any(_meet(spot, p) for spot in s.spots for p in _spots_of(copy))), None)
        if behind and of is not None:
            of.spots = sorted({*of.spots, *behind})
    return found


def _spots_of(copy: Copy) -> list[Spot]:
    return [(p.report, p.start, p.end) for p in copy.places]


def _meet(a: Spot, b: Spot) -> bool:
    return a[0] == b[0] and min(a[2], b[2]) > max(a[1], b[1])


def _spread(near: Near, found: Iterable[Stretch], report: str, twin: str) -> None:
    """Put every place that passages have in a report in its twin, too."""
    for stretch in found:
        if all(name != twin for name, _, _ in stretch.spots):
            own = [(start, end) for name, start, end in stretch.spots if name == report]
            more = [(twin, *moved(start, end, near.words(report), near.words(twin))) for start, end in own]
            stretch.spots = sorted([*stretch.spots, *more])


def _jointwin(near: Near, report: str, twin: str) -> None:
    """Put a new report in the passages of the one that it is equal to."""
    old = near.copies({report})
    found = [Stretch(_spots_of(copy), copy.kind == "update") for copy in old]
    _spread(near, found, report, twin)
    _replace(near, old, found)


def _replace(near: Near, old: Sequence[Copy], found: Sequence[Stretch]) -> None:
    near.load({report for stretch in found for report, _, _ in stretch.spots})
    new = described(found, near.readings)
    gone = {copy.id for copy in old} - {copy.id for copy in new}
    near.record.between.replace(COPY, gone, [copy_row(copy) for copy in new])
    near.recopied()


def copies_among(near: Near, reports: Iterable[str]) -> list[Copy]:
    """The passages of these reports, with their places in these alone."""
    wanted = set(reports)
    found = []
    for copy in near.copies(wanted):
        places = [p for p in copy.places if p.report in wanted]
        if len(places) > 1:
            found.append(replace(copy, places=places))
    return found


def partners(near: Near, reports: Iterable[str]) -> set[str]:
    """The reports that share a passage with one of these, at most `_MOST` of each passage."""
    wanted = set(reports)
    found: set[str] = set()
    for copy in near.copies(wanted):
        found.update(sorted({p.report for p in copy.places} - wanted)[:_MOST])
    return found


def shares_among(near: Near, copies: Sequence[Copy]) -> Shares:
    """How much of the shorter of two reports is copied between them."""
    reports = {p.report for c in copies for p in c.places}
    near.sources(reports)
    return Shares(copies, {name: near.size(name) for name in sorted(reports, key=near.rank)})
