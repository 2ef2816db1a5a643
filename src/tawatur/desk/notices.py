"""What was just decided, told once on the next page with a button that takes it back."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from tawatur.desk.rendering import desk_of
from tawatur.errors import RecordError
from tawatur.record.decisions import REMOVED, Decision, first_of, undone
from tawatur.work.deciding import Decided

COOKIE = "tawatur-notice"
_KEPT_SECONDS = 60
_FORM = re.compile(r"(\d{1,15})(w?)((?:-\d{1,15})*)((?:\+\d{1,15})*)")


def leave(response: Response, made: Decided) -> None:
    """Leave word of a decision for the next page."""
    overrules = "".join(f"-{d.id}" for d in made.overrules[:5])
    again = "".join(f"+{d.id}" for d in made.stand_again[:5])
    value = f"{made.decision.id}{'w' if made.waits else ''}{overrules}{again}"
    response.set_cookie(COOKIE, value, max_age=_KEPT_SECONDS, httponly=True, samesite="lax")


def extras(request: Request) -> dict[str, Any]:
    """What pages need to decide on what they show: `seen()`, the number of the last decision, and
    `notice()`."""

    @cache  # a page has many forms
    def seen() -> int:
        with desk_of(request).reading() as record:
            return record.decisions.last()

    return {"seen": seen, "notice": lambda: told(request)}


def told(request: Request) -> dict[str, Any] | None:
    """What the notice of a page says: `decision` and the one that it is on in the end (`of`), whether it `waits` to be
    compared, whether it can be `undone`, the numbers of those it `overrules` and of those that stand `again`. None
    where there is nothing to tell, or the record cannot be used: a page that says so must not fail of it."""
    found = _FORM.fullmatch(request.cookies.get(COOKIE, ""))
    if found is None:
        return None
    number, waits, overrules, again = found.groups()
    try:
        with desk_of(request).reading() as record:
            decisions = record.decisions.with_chains([int(number)])
    except RecordError:
        return None
    by_id = {d.id: d for d in decisions}
    decision = by_id.get(int(number))
    if decision is None:
        return None
    return {
        "decision": decision,
        "of": first_of(by_id, decision.id),
        "waits": bool(waits),
        "undoable": undoable(decision, undone(decisions)),
        "overrules": [int(n) for n in overrules.split("-")[1:]],
        "again": [int(n) for n in again.split("+")[1:]],
    }


def undoable(decision: Decision, gone: set[int]) -> bool:
    """Whether a decision, or a row that takes one back, can be taken back."""
    return decision.kind != REMOVED and decision.id not in gone
