"""What people decide about events and stories, as deeds: these are one, these are two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from tawatur.compare.entities.asked import shown
from tawatur.errors import AskedError
from tawatur.record.anchors import event_anchor
from tawatur.record.decisions import DIFFERENT_EVENTS, DIFFERENT_STORIES, SAME_EVENT, SAME_STORY
from tawatur.record.types import MergedEvent, Story
from tawatur.store.between import EVENT, STORY
from tawatur.store.objects import event_of, story_of
from tawatur.store.record import Record
from tawatur.work.deciding.keeping import Decided, keep
from tawatur.work.deciding.overruling import decided
from tawatur.work.deciding.renewing import renew_events, renew_stories
from tawatur.work.deciding.wording import Shown, apart, event_words, story_words, two

Telling = tuple[str, str]  # report, event id there


def join_events(
    record: Record, a: str, b: str, by: str | None = None, why: str | None = None, seen: int | None = None
) -> Decided:
    """Decide that two events (ids over all reports) are one: every telling of the one is of the other.

    Raises AskedError where there is no such event, or they are one, or of two kinds; ConflictError as all deeds do.
    """
    one, other = event_named(record, a), event_named(record, b)
    if one.id == other.id:
        raise AskedError(f"{shown(a)}: this is one event already; nothing to decide.")
    if one.kind != other.kind:
        raise AskedError(
            f"{shown(a)}, {shown(b)}: a {one.kind} and a {other.kind} are not one event; correct the kind."
        )
    sides = [_tellings(record, one.same), _tellings(record, other.same)]
    said = two("=", event_words(record, one.id), event_words(record, other.id))
    return _events(record, SAME_EVENT, said, sides, [one, other], by, why, seen)


def split_event(
    record: Record,
    event: str,
    tellings: Iterable[Telling],
    by: str | None = None,
    why: str | None = None,
    seen: int | None = None,
) -> Decided:
    """Decide that these tellings of an event (report, event id there) are of another one than the rest of it.

    Raises AskedError where there is no such event, or these are all of its tellings or none; ConflictError as all do.
    """
    whole = event_named(record, event)
    wanted = set(tellings)
    parted = [one for one in whole.same if one in wanted]
    rest = [one for one in whole.same if one not in wanted]
    if not parted or not rest:
        raise AskedError(
            f"{shown(event)}: give some of its tellings, not all and not none; it has {_listed(whole.same)}."
        )
    sides = [_tellings(record, parted), _tellings(record, rest)]
    said = apart(event_words(record, whole.id), [report for report, _ in parted])
    return _events(record, DIFFERENT_EVENTS, said, sides, [whole], by, why, seen)


def _events(
    record: Record,
    kind: str,
    shown_as: Shown,
    sides: Sequence[list[dict[str, Any]]],
    touched: Sequence[MergedEvent],
    by: str | None,
    why: str | None,
    seen: int | None,
) -> Decided:
    detail: dict[str, Any] = {side: {"places": places} for side, places in zip("ab", sides, strict=True)}
    detail["shown"] = shown_as
    return decided(
        record,
        detail,
        lambda: keep(record, kind, shown_as["ar"], detail, by, why, seen),
        lambda _: renew_events(record, {report for event in touched for report, _ in event.same}),
    )


def event_named(record: Record, ident: str) -> MergedEvent:
    """The event of that id over all reports. Raises AskedError where there is none."""
    rows = record.between.named(EVENT, [ident])
    if not rows:
        raise AskedError(f"{shown(ident)}: there is no such event in the record; `tawatur brief` prints their ids.")
    return event_of(rows[0])


def _tellings(record: Record, same: Sequence[Telling]) -> list[dict[str, Any]]:
    readings = record.readings_of(report for report, _ in same)
    found = []
    for report, ident in same:
        event = next(e for e in readings[report].events if e.id == ident)
        found.append(event_anchor(readings[report], report, event))
    return found


def _listed(same: Sequence[Telling]) -> str:
    return ", ".join(f"{report}:{ident}" for report, ident in same)


def join_stories(
    record: Record, a: str, b: str, by: str | None = None, why: str | None = None, seen: int | None = None
) -> Decided:
    """Decide that two stories are one: their reports tell one happening. Raises AskedError, and ConflictError."""
    one, other = story_named(record, a), story_named(record, b)
    if one.id == other.id:
        raise AskedError(f"{shown(a)}: this is one story already; nothing to decide.")
    said = two("=", story_words(record, one.id), story_words(record, other.id))
    return _stories(record, SAME_STORY, said, (one.reports, other.reports), by, why, seen)


def split_story(
    record: Record,
    story: str,
    reports: Iterable[str],
    by: str | None = None,
    why: str | None = None,
    seen: int | None = None,
) -> Decided:
    """Decide that these reports of a story are of another one than the rest of it. Raises AskedError where there is no
    such story, or these are all of its reports or none, and ConflictError."""
    whole = story_named(record, story)
    wanted = set(reports)
    parted = [name for name in whole.reports if name in wanted]
    rest = [name for name in whole.reports if name not in wanted]
    if not parted or not rest:
        listed = ", ".join(whole.reports)
        raise AskedError(f"{shown(story)}: give some of its reports, not all and not none; it has {listed}.")
    said = apart(story_words(record, whole.id), parted)
    return _stories(record, DIFFERENT_STORIES, said, (parted, rest), by, why, seen)


def _stories(
    record: Record,
    kind: str,
    shown_as: Shown,
    sides: tuple[Sequence[str], Sequence[str]],
    by: str | None,
    why: str | None,
    seen: int | None,
) -> Decided:
    places = ([{"report": name} for name in names] for names in sides)
    detail: dict[str, Any] = {side: {"places": some} for side, some in zip("ab", places, strict=True)}
    detail["shown"] = shown_as
    return decided(
        record,
        detail,
        lambda: keep(record, kind, shown_as["ar"], detail, by, why, seen),
        lambda _: renew_stories(record, {*sides[0], *sides[1]}),
    )


def story_named(record: Record, ident: str) -> Story:
    """The story of that id. Raises AskedError where there is none."""
    rows = record.between.named(STORY, [ident])
    if not rows:
        raise AskedError(f"{shown(ident)}: there is no such story in the record; `tawatur brief` prints their ids.")
    return story_of(rows[0])
