"""The types of the record format, version 1 (docs/record.md): what every room passes to the next."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

FORMAT = 1


@dataclass(slots=True)
class Span:
    """A half-open stretch of a report's text, in Unicode code points; `text` is the slice itself."""

    start: int
    end: int
    text: str


@dataclass(slots=True, frozen=True)
class Interval:
    """A closed interval of days; an open or unknown side is None."""

    first: date | None
    last: date | None


@dataclass(slots=True, frozen=True)
class Number:
    """A number as a report gives it: `high` where it gives a range, `unit` as record.md names units."""

    value: float
    unit: str | None = None
    bound: str = "exact"
    high: float | None = None


@dataclass(slots=True)
class Time(Span):
    """A time expression with the days it covers; both sides of `interval` None where it is vague."""

    interval: Interval
    precision: str


@dataclass(slots=True)
class Quantity(Span):
    """A number with what it counts."""

    number: Number
    ordinal: bool = False


@dataclass(slots=True)
class Mention(Span):
    """A name in the text. `by` lists which sources found it (list, pattern, model); `confidence` from 0 to 1."""

    type: str
    entity: str
    by: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(slots=True)
class Entity:
    """One named thing within a report; `name` by language code."""

    id: str
    type: str
    name: dict[str, str | None]
    aliases: list[str] = field(default_factory=list)
    wikidata: str | None = None


@dataclass(slots=True)
class Role(Span):
    """A named person with a position: `person` and `of` are entity ids (or words)."""

    person: str
    title: str
    of: str | None


@dataclass(slots=True)
class Statement(Span):
    """What somebody is reported to have said. `speaker` and `via` are entity ids or words, nearest the speaker first.
    `denies`: what is said is that it is not so (نفى)."""

    kind: str
    cue: Span | None
    speaker: str | None
    via: list[str] = field(default_factory=list)
    denies: bool = False


SlotValue = str | Interval | Number | list[str] | list[Span]


@dataclass(slots=True)
class Event(Span):
    """One real event or state of a report, its slots gathered from the whole report.

    `slots` by name as schema.yml types them: Interval, Number, a word (level, type), a list of entity ids or words, a
    list of spans. `evidence` holds the spans outside the event's own that fill a slot. `statement` indexes
    Reading.statements.
    """

    id: str
    kind: str
    status: str
    slots: dict[str, SlotValue] = field(default_factory=dict)
    evidence: dict[str, list[Span]] = field(default_factory=dict)
    statement: int | None = None


@dataclass(slots=True)
class Marked(Span):
    """A stretch that a person marked as junk (`junk`), or as part of the report; `decision` is its number."""

    junk: bool
    decision: int


@dataclass(slots=True, frozen=True)
class Signed:
    """By which decision a person said something of what the program found: its number, `by` whom, `at` what time (UTC,
    ISO 8601), and `why`."""

    decision: int
    by: str
    at: str
    why: str | None = None


@dataclass(slots=True)
class Correction(Span):
    """What a person set in what was read: where it stands (`layer` of the reading, `event` its id there), the `field`
    (a slot by its name), what it `was`, and that it is `gone` where it was deleted. `as_read`: an event's kind and
    values as the program read them. `lost` says why the decision could not be held to what is read now
    (`anchors.Lost`, or `no-field`); it changes nothing then."""

    layer: str
    field: str | None
    signed: Signed
    was: Any = None
    event: str | None = None
    gone: bool = False
    lost: str | None = None
    as_read: dict[str, str] | None = None


@dataclass(slots=True)
class Report:
    """A report as taken in. `text` is never changed; `published_at` is the clock time as it was given; `original` the
    bytes of a page whose text was extracted, None where the text is the source itself."""

    id: str
    file: str
    text: str
    text_sha256: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    authors: list[str] = field(default_factory=list)
    published: date | None = None
    published_at: str | None = None
    dateline: str | None = None
    language: str = "ar"
    junk: list[Span] = field(default_factory=list)
    marked: list[Marked] = field(default_factory=list)  # what people marked in it, before it was read
    original: bytes | None = field(default=None, repr=False)

    @property
    def size(self) -> int:
        """The characters of the text outside the junk."""
        return len(self.text) - sum(span.end - span.start for span in self.junk)


@dataclass(slots=True)
class Reading:
    """All that was read in one report. `program` and `model` are the versions it was read with, the model's None where
    it was read without; `corrections` is what people set in it since."""

    report: Report
    times: list[Time] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    program: str | None = None
    model: str | None = None
    corrections: list[Correction] = field(default_factory=list)


@dataclass(slots=True)
class Place(Span):
    """A span in a named report (the stem of its file name)."""

    report: str


@dataclass(slots=True)
class Spelt(Place):
    """A way in which reports write a name (`text`): how often in all, and its first place in the newest of them."""

    mentions: int


@dataclass(slots=True)
class Copied(Place):
    """A copied passage's place in one report: `share` of the report it makes (0 to 1, in characters outside junk), the
    `agencies` that the report names as authors or at the edges of its text, and whether it is `borrowed`: the report
    says that its text is an agency's or another outlet's."""

    share: float = 0.0
    agencies: list[str] = field(default_factory=list)
    borrowed: bool = False


@dataclass(slots=True)
class Copy:
    """A passage of eight words and more that stands in two or more reports and comes from one text.

    `kind`: `copy` (in outlets of several publishers), `publisher` (in several outlets of one), `update` (in one outlet,
    which told the report anew with most of its text), `repeat` (in one outlet, as background).
    `first`: the report that has it first of those that borrow no text; None where times do not tell. `unsure`:
    what keeps that from being certain: `undated` reports, others at the `same_time`, a `borrowed` report with an
    earlier date, or that `all_borrowed` it.
    """

    id: str
    places: list[Copied]
    kind: str = "copy"
    first: str | None = None
    unsure: list[str] = field(default_factory=list)


@dataclass(slots=True)
class StoryChange:
    """What became of stories as reports came in: several are one (`merged`) or one is several (`split`).

    `before` and `after` are the ids of the stories then and since, `when` is the ISO time at which it was found, and
    `report` the new one that brought it about, None where none did.
    """

    kind: str
    before: list[str]
    after: list[str]
    when: str
    report: str | None = None


@dataclass(slots=True)
class Story:
    """Reports of one happening; `why` says of each of several reports what makes it one of them."""

    id: str
    reports: list[str]
    why: dict[str, Any] = field(default_factory=dict)
    history: list[StoryChange] = field(default_factory=list)


@dataclass(slots=True)
class Belonging:
    """Why a member of a merged entity, (report, entity id there), belongs to it: it is one with the member `beside`.

    `features`: what spoke for it and against it, by name and weight; `confidence` in [0, 1]."""

    member: tuple[str, str]
    beside: tuple[str, str]
    features: dict[str, float]
    confidence: float


@dataclass(slots=True)
class MergedEntity:
    """One thing over all reports; `same` are (report, entity id there). `why` has a line for every member but one."""

    id: str
    type: str
    name: dict[str, str | None]
    same: list[tuple[str, str]]
    why: list[Belonging] = field(default_factory=list)


@dataclass(slots=True)
class MergedEvent:
    """One event over all reports; `same` are (report, event id there)."""

    id: str
    kind: str
    same: list[tuple[str, str]]
    why: list[dict[str, Any]] = field(default_factory=list)


@dataclass(slots=True)
class Origin:
    """One independent origin of a value: the reports that go back to it, and why they do. `by`: the agency or speaker
    they have it from, an id or words; `how`: where it is the outlet's word, `own_word` or `correspondent`."""

    reports: list[str]
    why: str
    evidence: list[Place] = field(default_factory=list)
    by: str | None = None
    how: str | None = None


@dataclass(slots=True)
class Evidence(Place):
    """Where a value stands: the span, its report, and the event (or None for a role) that told it."""

    event: str | None = None


@dataclass(slots=True, frozen=True)
class Ruling:
    """What a person said of a fact or of a value: `accepted`, or that it is not so; `since` are reports that tell it
    and that the person did not see."""

    accepted: bool
    signed: Signed
    since: tuple[str, ...] = ()


@dataclass(slots=True)
class Value:
    """One value of a fact. `value` is an id or words, an Interval, or a Number; `ruling` is on this value alone.
    `altered`: one publisher alone gives this number, in a text that it took over and that is otherwise the same."""

    value: str | Interval | Number
    as_of: Interval | None
    reports: list[str]
    origins: list[Origin]
    evidence: list[Evidence]
    ruling: Ruling | None = None
    altered: bool = False


@dataclass(slots=True)
class Fact:
    """What is claimed of one thing: subject, property (`kind.slot`), and every value with its evidence; `denials` are
    where reports say that it is not so; `ruling` is what a person said of the whole fact."""

    id: str
    subject: str
    property: str
    qualifier: str | None
    verdict: str
    values: list[Value]
    denials: list[Evidence] = field(default_factory=list)
    ruling: Ruling | None = None


@dataclass(slots=True)
class Comparison:
    """What stands between reports. `rejected` are the facts (or single values of one) that people rejected: they stand
    among `facts` no more, and nothing counts them."""

    copies: list[Copy] = field(default_factory=list)
    stories: list[Story] = field(default_factory=list)
    entities: list[MergedEntity] = field(default_factory=list)
    events: list[MergedEvent] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    rejected: list[Fact] = field(default_factory=list)
