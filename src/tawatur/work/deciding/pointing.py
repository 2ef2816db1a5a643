"""What somebody points at in a report by its words, by offsets, or by the id of an event there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tawatur.compare.entities.asked import shown
from tawatur.errors import AskedError, OptionError
from tawatur.record.anchors import LAYERS
from tawatur.record.types import Event, Mention, Quantity, Reading, Span, Statement, Time
from tawatur.store.record import Record
from tawatur.tell.cited import cut
from tawatur.text.sentences import enclosing
from tawatur.work.deciding.values import fields_of
from tawatur.work.setting import FIELDS

_OFFSETS = re.compile(r"(\d+)-(\d+)")
_SHOWN = 8
_TELLING = 5  # words that tell by themselves what is meant
_LONGEST = 160  # letters of a sentence that is listed
_Read = tuple[str, Span]  # a layer, and something that was read in it


@dataclass(frozen=True, slots=True)
class Pointed:
    """Something that was read in a report: its layer, where it stands, an event's id; `sentence`: its words, of few
    words those around them; `alone`: whether nothing else that may be meant stands at this place."""

    layer: str
    start: int
    end: int
    event: str | None = None
    sentence: str = ""
    alone: bool = True

    @property
    def named(self) -> list[str]:
        """How `tawatur correct` is told that this is meant: the id of an event, or the place, with its layer where
        several things stand there."""
        if self.event is not None:
            return [self.event]
        place = f"{self.start}-{self.end}"
        return [place] if self.alone else [place, "--layer", self.layer]

    @property
    def place(self) -> tuple[str, int, int]:
        """Layer, start and end, as deeds take them."""
        return self.layer, self.start, self.end


def stretch_of(record: Record, report: str, what: str) -> tuple[int, int]:
    """The stretch of a report that is meant: START-END, or words that stand in it once. Raises AskedError."""
    text = _reading(record, report).report.text
    if found := _OFFSETS.fullmatch(what):
        return int(found[1]), int(found[2])
    starts = [m.start() for m in re.finditer(re.escape(what), text)] if what.strip() else []
    if len(starts) != 1:
        places = ", ".join(f"{start}-{start + len(what)}" for start in starts[:_SHOWN])
        many = f"{len(starts)} times, at {places}; give one of these" if starts else "nowhere; give words as they stand"
        raise AskedError(f"{shown(what)}: {report} says this {many}.")
    return starts[0], starts[0] + len(what)


class SeveralFitError(AskedError):
    """Several things of a report fit what was given: `found`, in the order of its text."""

    def __init__(self, report: str, what: str, found: Sequence[Pointed]) -> None:
        listed = "; ".join(f"{' '.join(one.named)} «{one.sentence}»" for one in found[:_SHOWN])
        super().__init__(f"{shown(what)}: several things in {report} fit; give one of these: {listed}.")
        self.report, self.what, self.found = report, what, found


def pointed_at(record: Record, report: str, what: str, layer: str | None = None, field: str | None = None) -> Pointed:
    """What of a report's reading is meant: an event by its id there, or what stands at START-END, or on these words (of
    long ones the first are enough, of a time or a number that is to be set any that stand in no other), or what a
    speaker of this name said; of one `layer`, and with this `field`, where they are given.

    Raises AskedError where nothing fits, SeveralFitError where several things do, OptionError where what fits has no
    such field.
    """
    reading = _reading(record, report)
    every: list[_Read] = [(name, one) for name in LAYERS if layer in (None, name) for one in getattr(reading, name)]
    ways = _ways(what, field, _speakers(record, report, reading) if _of_speakers(layer, field) else {})
    fitting = [[(name, one) for name, one in every if fits(one)] for fits in ways]
    for found in fitting:
        able = [(name, one) for name, one in found if field is None or field in fields_of(name, one)]
        if able:
            return _one(reading, report, what, able, every, field)
    unable = next((found for found in fitting if found), None)
    if unable is not None:
        known = dict.fromkeys(name for layer_of, one in unable for name in fields_of(layer_of, one))
        raise OptionError(f"{field}: this has no such field; what can be set of it: {', '.join(known) or 'none'}.")
    show = f"`tawatur show {report} --record {record.path}`"
    raise AskedError(f"{shown(what)}: nothing in {report} was read so; {show} prints what was.")


def _ways(what: str, field: str | None, speakers: Mapping[str, set[str]]) -> list[Callable[[Span], bool]]:
    """The ways to mean something, the strictest first. `speakers`: what they are called, where they may be meant."""
    offsets, words = _OFFSETS.fullmatch(what), " ".join(what.split())
    ways: list[Callable[[Span], bool]] = [
        lambda one: isinstance(one, Event) and one.id == what,
        lambda one: offsets is not None and (one.start, one.end) == (int(offsets[1]), int(offsets[2])),
    ]
    if not words:
        return ways
    ways.append(lambda one: " ".join(one.text.split()) == words)
    if speakers:
        ways.append(lambda one: isinstance(one, Statement) and words in speakers.get(one.speaker or "", ()))
    ways.append(lambda one: " ".join(one.text.split()).startswith(words))
    if field is not None:
        part = re.compile(rf"(?<![\w.,٫٬]){re.escape(words)}(?![\w]|[.,٫٬]\d)")
        ways.append(
            lambda one: isinstance(one, Time | Quantity) and part.search(" ".join(one.text.split())) is not None
        )
    return ways


def _of_speakers(layer: str | None, field: str | None) -> bool:
    return layer == "statements" or (layer is None and field in FIELDS["statements"])


def _speakers(record: Record, report: str, reading: Reading) -> dict[str, set[str]]:
    """All that the speakers of a report are called, in it and over all reports; words are themselves."""
    called = {statement.speaker: {statement.speaker} for statement in reading.statements if statement.speaker}
    for mention in reading.mentions:
        called.get(mention.entity, set()).add(mention.text)
    merged = {local: ident for (_, local), ident in record.between.merged([report]).items() if local in called}
    things = record.between.things_named(merged.values())
    for entity in reading.entities:
        names = [
            *entity.name.values(),
            *entity.aliases,
            *things.get(merged.get(entity.id, ""), {}).get("name", {}).values(),
        ]
        called.get(entity.id, set()).update(name for name in names if name)
    return called


def _one(
    reading: Reading, report: str, what: str, found: Sequence[_Read], every: Sequence[_Read], field: str | None
) -> Pointed:
    """The one thing that was found; of a name that stands in several places the first of them."""
    names = {(one.entity, one.text) for _, one in found if isinstance(one, Mention)}
    if len(found) > 1 and not (len(names) == 1 and all(isinstance(one, Mention) for _, one in found)):
        ordered = sorted(found, key=lambda read: (read[1].start, read[1].end))
        raise SeveralFitError(report, what, [_pointed(reading, *read, every, field) for read in ordered])
    return _pointed(reading, *found[0], every, field)


def _pointed(reading: Reading, layer: str, one: Span, every: Sequence[_Read], field: str | None) -> Pointed:
    telling = len(one.text.split()) >= _TELLING
    start, end = (one.start, one.end) if telling else enclosing(reading.report.text, one.start, one.end)
    sentence = cut(Span(start, end, " ".join(reading.report.text[start:end].split())), _LONGEST).text
    beside = [(name, other) for name, other in every if (other.start, other.end) == (one.start, one.end)]
    alone = len({name for name, other in beside if field is None or field in fields_of(name, other)}) < 2
    return Pointed(layer, one.start, one.end, one.id if isinstance(one, Event) else None, sentence, alone)


def _reading(record: Record, report: str) -> Reading:
    reading = record.readings_of([report]).get(report)
    if reading is None:
        raise AskedError(f"{shown(report)}: there is no report of this name; `tawatur sources` lists them.")
    return reading
