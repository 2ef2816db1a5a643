"""Deciding: one address that every form of a correction sends to, and the history of what people decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from tawatur.desk import deeds, links, notices
from tawatur.desk.beside.accounts import Role
from tawatur.desk.correcting import composed
from tawatur.desk.rendering import desk_of, page
from tawatur.desk.security.forms import FIELD
from tawatur.desk.security.guard import need
from tawatur.errors import ConflictError
from tawatur.record.decisions import Decision, first_of, undone
from tawatur.work.deciding.keeping import places
from tawatur.work.deciding.stretches import stretch_between

router = APIRouter()
PAGE = 50  # decisions of one page of the history
_SEVERAL = ("reports", "tellings")
_MEMBERS = ("a_member", "b_member")
_OURS = (FIELD, "back")
_WORDS = ("from_words", "to_words")


async def sent(request: Request) -> FormData:
    """The form that was sent, with fields that stand in it several times."""
    return await request.form()


@router.post("/decide")
def decide(request: Request, form: Annotated[FormData, Depends(sent)]) -> Response:
    """Keep a decision and go back to where its maker was; where somebody else decided meanwhile, show what.

    The form has the fields of a deed (deeds.py); `back` is where to go. Of a split event `tellings` are EVENT@REPORT;
    `a_member` and `b_member` are ENTITY@REPORT, by the entity's id there. A stretch of a report may be named by
    `from_words`, its first words, and `to_words`, its last.
    """
    given = fields_of(form)
    if _WORDS[0] in given:
        first, last = (given.pop(key, "") for key in _WORDS)
        with desk_of(request).reading() as record:
            given["start"], given["end"] = stretch_between(record, given.get("report", ""), first, last)
    deed = deeds.deed_of(given)
    person = need(request, Role.admin if isinstance(deed, deeds.Removed) else Role.editor)
    try:
        with desk_of(request).writing() as record:
            made = deeds.do(record, deed, person.name)
    except ConflictError as error:
        with desk_of(request).reading() as record:
            by_id = {d.id: d for d in record.decisions.with_chains([error.decision])}
        theirs = by_id[error.decision]
        of = first_of(by_id, theirs.id)
        return page(request, "conflict.html", 409, theirs=theirs, of=of, given=_again(form), back=_back(form))
    if made.waits:
        desk_of(request).reader.ensure()  # the process beside the desk compares anew
    response = RedirectResponse(_back(form), 303)
    notices.leave(response, made)
    return response


def fields_of(form: FormData) -> dict[str, Any]:
    """The fields of a deed as a form has them: empty ones are left out, but for a value that is set to nothing."""
    given: dict[str, Any] = {}
    for key in dict.fromkeys(form.keys()):
        values = [value for value in form.getlist(key) if isinstance(value, str)]
        if key in _OURS or not values:
            continue
        if key == "tellings":
            pairs = [value.partition("@") for value in values]
            given[key] = [{"event": event, "report": report} for event, _, report in pairs]
        elif key in _MEMBERS:
            entity, _, report = values[0].partition("@")
            given[key.removesuffix("_member")] = {"entity": entity, "report": report}
        elif key in _SEVERAL:
            given[key] = values
        elif values[0].strip() or (key == "value" and "field" in form):
            given[key] = values[0]
    return composed(given)


def _again(form: FormData) -> list[tuple[str, str]]:
    """What was sent, to be sent anew by who has seen what the other decided."""
    left = (*_OURS, "seen")
    return [(key, value) for key, value in form.multi_items() if isinstance(value, str) and key not in left]


def _back(form: FormData) -> str:
    back = form.get("back")
    return links.own(back) if isinstance(back, str) else "/"


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the history: whether it `holds`, who took it back, what it takes back in the end, where in a report it
    is anchored, and whether it can be taken back."""

    decision: Decision
    holds: bool
    taken_back: Decision | None
    of: Decision | None
    place: tuple[str, int, int] | None
    undoable: bool


@router.get("/decisions")
def history(request: Request, before: Annotated[int | None, Query(ge=0, le=2**53)] = None) -> Response:
    """What people decided, the newest first. `before`: a decision's number, to go on from."""
    with desk_of(request).reading() as record:
        listed = record.decisions.before(before, PAGE + 1)
        older = listed[PAGE - 1].id if len(listed) > PAGE else None
        listed = listed[:PAGE]
        entries = _entries(record.decisions.with_chains(d.id for d in listed), listed)
        return page(request, "decisions.html", entries=entries, older=older)


def _entries(decisions: list[Decision], listed: list[Decision]) -> list[Entry]:
    gone = undone(decisions)
    by_id = {d.id: d for d in decisions}
    back = {d.undoes: d for d in decisions if d.undoes is not None and d.id not in gone}
    return [
        Entry(
            decision,
            decision.id not in gone,
            back.get(decision.id),
            first_of(by_id, decision.id) if decision.undoes is not None else None,
            _place(decision),
            notices.undoable(decision, gone),
        )
        for decision in listed
    ]


def _place(decision: Decision) -> tuple[str, int, int] | None:
    found = next(places(decision.detail), None)
    return found[1:] if found and found[0] != "hit" else None
