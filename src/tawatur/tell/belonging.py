"""Why a report is of its story: the report it is surest with, and what the two have in common."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tawatur.record.types import Story
from tawatur.tell import labels
from tawatur.tell.page import Line, Page, Piece, joined
from tawatur.tell.view import View


def why_here(view: View, page: Page, report: str) -> None:
    """Add to a report's page what story it is of and why; nothing where it is alone in its story."""
    found = story_here(view, report)
    if found is not None and found[1]:
        story, reasons = found
        size = [Piece(view.counted("reports", len(story.reports))), Piece(f" {story.id}", "muted")]
        page.row(view.label("story_of"), size, [reasons])


def story_here(view: View, report: str) -> tuple[Story, Line] | None:
    """The story that a report is of, and why it is; the reasons are empty where it is alone in its story."""
    story = next((s for s in view.comparison.stories if report in s.reports), None)
    if story is None:
        return None
    why: Mapping[str, Any] | None = story.why.get(report)
    return story, _reasons(view, why) if why and "beside" in why else []


def _reasons(view: View, why: Mapping[str, Any]) -> Line:
    parts: list[Line] = [[Piece(view.label("story_beside")), Piece(" "), *view.refs([why["beside"]])]]
    if copied := round(100 * why.get("copied", 0.0)):
        parts.append([Piece(view.label("story_copied").format(n=copied))])
    if named := [view.name(ident) for ident in why.get("names", ())]:
        parts.append([Piece(view.label("story_names")), Piece(" "), *joined(named, view.label("comma"))])
    events = [_event(view, *event) for event in why.get("events", ())]
    if events:
        parts.append([Piece(view.label("story_events")), Piece(" "), *joined(events, view.label("comma"))])
    if why.get("days") is not None:
        parts.append([Piece(view.counted("story_days", why["days"]))])
    return joined(parts)


def _event(view: View, kind: str, about: str, day: str) -> Line:
    told = f"{labels.kind_label(kind, view.lang)} ({view.title(about)})"
    return [Piece(f"{told} {labels.day(date.fromisoformat(day), view.lang)}")]
