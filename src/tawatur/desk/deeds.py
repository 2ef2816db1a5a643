"""What people decide at the desk: one shape for forms and the API, handed to the deeds of work/deciding."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from tawatur import work
from tawatur.errors import AskedError, OptionError
from tawatur.record.decisions import DIFFERENT, FACT_ACCEPTED, JUNK, SAME_EVENT
from tawatur.store.record import Record
from tawatur.work import deciding
from tawatur.work.deciding import Decided

Name = Annotated[str, Field(min_length=1, max_length=1_000)]
Ident = Annotated[str, Field(min_length=1, max_length=1_000)]
Offset = Annotated[int, Field(ge=0, le=1_000_000_000)]
Number = Annotated[int, Field(ge=0, le=2**53)]
Layer = Literal["times", "quantities", "mentions", "roles", "statements", "events"]


class _Deed(BaseModel):
    """What every decision has: why, and the number of the last decision that its maker had seen."""

    model_config = ConfigDict(extra="forbid")
    why: Annotated[str | None, Field(max_length=10_000, description="Why; kept with the decision.")] = None
    seen: Annotated[
        Number | None,
        Field(description="The number of the last decision when you looked (`last` of GET decisions); where somebody "
              "decided on the same thing since, nothing is kept and the answer is 409."),
    ] = None  # fmt: skip


class Named(BaseModel):
    """What a report names: the id of an entity there."""

    model_config = ConfigDict(extra="forbid")
    report: Ident
    entity: Ident


class Entities(_Deed):
    """Two names are one (same), or two (different): ids, names in any spelling, NAME@REPORT; or what two reports
    name, each with the entity's id there."""

    kind: Literal["same", "different"]
    a: Name | Named
    b: Name | Named


class Joined(_Deed):
    """Two events, or two stories, are one; by their ids."""

    kind: Literal["same-event", "same-story"]
    a: Ident
    b: Ident


class Telling(BaseModel):
    """A report's own event."""

    model_config = ConfigDict(extra="forbid")
    report: Ident
    event: Ident


class EventSplit(_Deed):
    """These tellings of an event are of another one than the rest."""

    kind: Literal["different-events"]
    event: Ident
    tellings: Annotated[list[Telling], Field(min_length=1, max_length=1_000)]


class StorySplit(_Deed):
    """These reports of a story are of another one than the rest."""

    kind: Literal["different-stories"]
    story: Ident
    reports: Annotated[list[Ident], Field(min_length=1, max_length=10_000)]


class Judged(_Deed):
    """A fact, or one of its values by its number there (from 0), is so, or is not."""

    kind: Literal["fact-accepted", "fact-rejected"]
    fact: Ident
    value: Number | None = None


class _Stretch(_Deed):
    report: Ident
    start: Offset
    end: Offset


class Corrected(_Stretch):
    """A field of what was read at a stretch of a report is another; `event` where several stand there."""

    kind: Literal["correct"]
    layer: Layer
    field: Name
    value: Any = None
    event: Ident | None = None


class Deleted(_Stretch):
    """What was read at a stretch of a report is none; with `every`, a name wherever the report has it so."""

    kind: Literal["delete"]
    layer: Layer
    event: Ident | None = None
    every: bool = False


class Marked(_Stretch):
    """A stretch of a report is not the report (junk), or is."""

    kind: Literal["junk", "not-junk"]


class Removed(_Deed):
    """A report's text goes for good; only an admin may."""

    kind: Literal["remove"]
    report: Ident


class Undone(_Deed):
    """A decision, or what took one back, holds no more."""

    kind: Literal["undo"]
    decision: Number


Deed = Annotated[
    Entities | Joined | EventSplit | StorySplit | Judged | Corrected | Deleted | Marked | Removed | Undone,
    Field(discriminator="kind"),
]
DEED: TypeAdapter[Any] = TypeAdapter(Deed)


def deed_of(given: dict[str, Any]) -> Any:
    """A deed from a form or an object. Raises OptionError where it is none."""
    try:
        return DEED.validate_python(given)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"] if part != given.get("kind")) or "kind"
        raise OptionError(f"{where}: {first['msg']}.") from error


def do(record: Record, deed: Any, by: str) -> Decided:
    """Keep a decision. Raises AskedError, OptionError and ConflictError as the deeds do; then nothing is kept."""
    signed = {"by": by, "why": (deed.why or "").strip() or None}
    if isinstance(deed, Removed):
        with record.writing():
            if not record.heads([deed.report]):
                raise AskedError(f"{deed.report[:80]}: there is no report of this name in the record.")
            record.remove(deed.report, by, signed["why"])
            work.bring_up_to_date(record)
            return Decided(record.decisions.all()[-1])
    return _DEEDS[type(deed)](record, deed, signed | {"seen": deed.seen})


def _entities(record: Record, deed: Entities, signed: dict[str, Any]) -> Decided:
    different = deed.kind == DIFFERENT
    if isinstance(deed.a, Named) and isinstance(deed.b, Named):
        members = (deed.a.report, deed.a.entity), (deed.b.report, deed.b.entity)
        return deciding.decide_members(record, *members, different, **signed)
    if isinstance(deed.a, Named) or isinstance(deed.b, Named):
        raise OptionError("a, b: give both as what a report names, or both as names.")
    return deciding.decide(record, deed.a, deed.b, different, **signed)


def _joined(record: Record, deed: Joined, signed: dict[str, Any]) -> Decided:
    join = deciding.join_events if deed.kind == SAME_EVENT else deciding.join_stories
    return join(record, deed.a, deed.b, **signed)


_DEEDS: dict[type, Callable[[Record, Any, dict[str, Any]], Decided]] = {
    Entities: _entities,
    Joined: _joined,
    EventSplit: lambda r, d, s: deciding.split_event(r, d.event, [(t.report, t.event) for t in d.tellings], **s),
    StorySplit: lambda r, d, s: deciding.split_story(r, d.story, d.reports, **s),
    Judged: lambda r, d, s: deciding.judge(r, d.fact, d.kind == FACT_ACCEPTED, value=d.value, **s),
    Corrected: lambda r, d, s: deciding.correct(
        r, d.report, d.layer, d.start, d.end, d.field, d.value, event=d.event, **s
    ),
    Deleted: lambda r, d, s: deciding.delete(
        r, d.report, d.layer, d.start, d.end, event=d.event, every=d.every, **s
    ),
    Marked: lambda r, d, s: deciding.mark_junk(r, d.report, d.start, d.end, d.kind == JUNK, **s),
    Undone: lambda r, d, s: deciding.take_back(r, d.decision, **s),
}  # fmt: skip
