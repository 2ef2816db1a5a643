"""What people decide, over the API: the same deeds as on the pages."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Body, Path, Query
from pydantic import BaseModel, ConfigDict
from starlette.requests import Request
from starlette.responses import Response

from tawatur.desk import deeds
from tawatur.desk.api.answering import Told, answer, listed
from tawatur.desk.api.faults import faults
from tawatur.desk.api.models import Decision as Shape
from tawatur.desk.api.models import Decisions, Made
from tawatur.desk.api.reading import After, Limit
from tawatur.desk.beside.accounts import Role
from tawatur.desk.rendering import desk_of
from tawatur.desk.security.guard import need
from tawatur.errors import AskedError
from tawatur.record.decisions import Decision, undone
from tawatur.store.record import Record

router = APIRouter()
Json = dict[str, Any]
Number = Annotated[int, Path(ge=0, le=2**53)]


@router.get("/decisions", responses={200: {"model": Decisions}, **faults()}, summary="What people decided, in order")
def decisions(
    request: Request,
    after: After = 0,
    limit: Limit = 50,
    kind: Annotated[str | None, Query(min_length=1, max_length=50)] = None,
) -> Response:
    """Every decision ever made, also those that were taken back (`stands` is false); those of a kind."""

    def make(record: Record) -> Json:
        made = record.decisions.all()
        gone = undone(made)
        all_ = [d for d in made if kind in (None, d.kind)]
        rest = [d for d in all_ if d.id > after]
        following = rest[limit - 1].id if len(rest) > limit else None
        last = made[-1].id if made else 0
        return listed(request, [_shape(d, gone) for d in rest[:limit]], following, len(all_), last=last)

    return answer(request, make)


@router.get("/decisions/{ident}", responses={200: {"model": Shape}, **faults(404)}, summary="One decision")
def decision(request: Request, ident: Number) -> Response:
    """A decision by its number."""

    def make(record: Record) -> Json:
        made = record.decisions.all()
        found = next((d for d in made if d.id == ident), None)
        if found is None:
            raise AskedError(f"{ident}: there is no such decision.")
        return _shape(found, undone(made))

    return answer(request, make)


_MADE: dict[int | str, Json] = {201: {"model": Made}, **faults(404, 409, 413, 415)}


@router.post("/decisions", status_code=201, responses=_MADE, summary="Decide")
def decide(request: Request, deed: Annotated[deeds.Deed, Body()]) -> Response:
    """Keep a decision, signed by the account that asks. Where somebody decided on the same thing after `seen`, nothing
    is kept: 409, and `where` is the address of their decision."""
    return _do(request, deed)


class Undoing(BaseModel):
    """Why a decision is taken back."""

    model_config = ConfigDict(extra="forbid")
    why: str | None = None
    seen: deeds.Number | None = None


@router.post("/decisions/{ident}/undo", status_code=201, responses=_MADE, summary="Take a decision back")
def undo(request: Request, ident: Number, given: Undoing) -> Response:
    """The decision holds no more; where it took one back itself, that one stands again."""
    return _do(request, deeds.Undone(kind="undo", decision=ident, why=given.why, seen=given.seen))


def _do(request: Request, deed: Any) -> Response:
    person = need(request, Role.admin if isinstance(deed, deeds.Removed) else Role.editor)
    with desk_of(request).writing() as record:
        made = deeds.do(record, deed, person.name)
    if made.waits:
        desk_of(request).reader.ensure()  # the process beside the desk compares anew
    body = {
        "decision": _shape(made.decision, set()),
        "overrules": [d.id for d in made.overrules],
        "stand_again": [d.id for d in made.stand_again],
        "waits": made.waits,
    }
    return Told(body, 201, headers={"location": f"/api/v1/decisions/{made.decision.id}"})


def _shape(decision: Decision, gone: set[int]) -> Json:
    return {**asdict(decision), "stands": decision.id not in gone}
