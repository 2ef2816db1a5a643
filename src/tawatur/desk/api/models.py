"""The shapes of the API's answers, for OpenAPI: those of docs/record.md. Keys that do not stand here may come too."""

from __future__ import annotations

from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

Item = TypeVar("Item")
Day = Annotated[str, Field(description="ISO 8601: 2022-05-11.", examples=["2022-05-11"])]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="allow")


class Span(_Shape):
    """A stretch of a report's text: half-open offsets in Unicode code points, and the words there."""

    start: int
    end: int
    text: str


class Place(Span):
    """A stretch of a named report."""

    report: str


class Evidence(Place):
    """Where a value stands, and the event of that report that told it."""

    event: str | None = None


class Interval(_Shape):
    """A closed interval of days; an open or unknown side is null."""

    from_: Annotated[Day | None, Field(alias="from")]
    to: Day | None


class Number(_Shape):
    """A number with its unit and bound, `high` where it is a range."""

    value: float
    high: float | None
    unit: str | None
    bound: str


class Report(_Shape):
    """A report's head; `name` is how the record knows it."""

    name: str
    id: str
    file: str
    url: str | None
    text_sha256: str
    outlet: str | None
    title: str | None
    authors: list[str]
    published: Day | None
    published_at: str | None
    dateline: str | None
    language: str
    junk: list[Span]


class WholeReport(Report):
    """A report with its text."""

    text: str


class Reading(_Shape):
    """All that was read in one report: docs/record.md, "One report"."""

    name: str
    format: Literal[1]
    report: dict[str, Any]
    times: list[Span]
    quantities: list[Span]
    mentions: list[Span]
    entities: list[dict[str, Any]]
    roles: list[Span]
    statements: list[Span]
    events: list[Span]


class Story(_Shape):
    """Reports of one happening."""

    id: str
    reports: list[str]
    why: dict[str, Any]
    history: list[dict[str, Any]]


class Telling(_Shape):
    """A report's own event."""

    report: str
    event: str


class Event(_Shape):
    """An event over all reports."""

    id: str
    kind: str
    same: list[Telling]


class Member(_Shape):
    """What a report calls an entity."""

    report: str
    entity: str


class Entity(_Shape):
    """One thing over all reports; `why` on the page of one entity alone."""

    id: str
    type: str
    name: dict[str, str | None]
    same: list[Member]
    why: list[dict[str, Any]] | None = None


class Origin(_Shape):
    """An independent origin of a value."""

    reports: list[str]
    why: str
    evidence: list[Place]


class Value(_Shape):
    """One value of a fact."""

    value: str | Interval | Number
    as_of: Interval | None
    reports: list[str]
    origins: list[Origin]
    evidence: list[Evidence]


class Fact(_Shape):
    """What is claimed of one thing, every value with its evidence."""

    id: str
    subject: str
    property: str
    qualifier: str | None
    verdict: str
    values: list[Value]


class Selector(_Shape):
    """Where in a text: a TextPositionSelector (code points) or a TextQuoteSelector."""

    type: Literal["TextPositionSelector", "TextQuoteSelector"]
    start: int | None = None
    end: int | None = None
    exact: str | None = None
    prefix: str | None = None
    suffix: str | None = None


class Target(_Shape):
    """A stretch of a report's text."""

    source: str
    selector: list[Selector]


class Annotation(_Shape):
    """A sentence or a piece of evidence, as W3C Web Annotation; `report` is the record's name of the report."""

    context: Annotated[Literal["http://www.w3.org/ns/anno.jsonld"], Field(alias="@context")]
    id: str
    type: Literal["Annotation"]
    motivation: str
    target: Target
    report: str


class Decision(_Shape):
    """What a person decided."""

    id: int
    made_at: str
    made_by: str
    kind: str
    subject: str
    detail: dict[str, Any]
    why: str | None
    undoes: int | None
    stands: bool


class Made(_Shape):
    """A decision that was made, what it overrules, what stands again, and why it waits to be compared, if it does."""

    decision: Decision
    overrules: list[int]
    stand_again: list[int]
    waits: str | None


class Job(_Shape):
    """What was given to be read: how far it is, and what came of it (`added`, `versions`, `known`: names of reports;
    `aside`: a sentence for each that was set aside; `why`: why all of it failed)."""

    id: int
    kind: Literal["paste", "upload", "url"]
    state: Literal["waiting", "reading", "comparing", "done", "failed"]
    asked_by: str
    asked_at: str
    ended_at: str | None
    read: int
    total: int
    outcome: dict[str, Any]


class Listed(_Shape, Generic[Item]):
    """A page of a list: `next` is the address of the next page, null at the end; `total` counts the whole list."""

    items: list[Item]
    next: str | None
    total: int


class Decisions(Listed[Decision]):
    """Decisions, and the number of the `last` one: give it as `seen` with a decision of your own."""

    last: int


class Fault(_Shape):
    """What went wrong: a stable `code`, a sentence, and where."""

    code: str
    message: str
    where: str


class Error(_Shape):
    """The one shape of errors."""

    error: Fault


class GivenReport(BaseModel):
    """A report to be read, as a line of a .jsonl has it."""

    model_config = ConfigDict(extra="forbid")
    text: Annotated[str, Field(min_length=1)]
    file: str | None = None
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    time: str | None = None
    url: str | None = None


class Given(BaseModel):
    """Reports to be read, or the address of a page of an allowed host, with its outlet where that is known."""

    model_config = ConfigDict(extra="forbid")
    reports: Annotated[list[GivenReport] | None, Field(max_length=10_000)] = None
    url: Annotated[str | None, Field(max_length=2_000)] = None
    outlet: Annotated[str | None, Field(max_length=200)] = None
