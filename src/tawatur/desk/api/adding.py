"""Giving reports to be read, over the API, and asking how far that is."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import Response

from tawatur.desk.adding.giving import give_reports, give_url
from tawatur.desk.api.answering import Told
from tawatur.desk.api.faults import faults
from tawatur.desk.api.models import Given, Listed
from tawatur.desk.api.models import Job as Shape
from tawatur.desk.beside.jobs import Job
from tawatur.desk.rendering import desk_of
from tawatur.desk.security.guard import person_of
from tawatur.errors import AskedError, OptionError

router = APIRouter()
_LATEST = 100


@router.get("/add", responses={200: {"model": Listed[Shape]}, **faults()}, summary="What was given lately")
def jobs(request: Request) -> Response:
    """What was given to be read lately, the newest first."""
    items = [_shape(job) for job in desk_of(request).beside.jobs.latest(_LATEST)]
    return Told({"items": items, "next": None, "total": len(items)})


@router.post(
    "/add", status_code=202, responses={202: {"model": Shape}, **faults(413, 415, 429)}, summary="Give reports to read"
)
def add(request: Request, given: Given) -> Response:
    """Queue reports, or a page of an allowed host. What is answered with 202 is kept and will be read, whatever happens
    to the desk; `location` is where to ask how far it is."""
    desk, by = desk_of(request), person_of(request).name
    if (given.reports is None) == (given.url is None):
        raise OptionError("body: give `reports` or `url`, one of them.")
    if given.url is not None:
        ident = give_url(desk.beside, given.url, {"outlet": given.outlet or ""}, by)
    else:
        reports = [one.model_dump(exclude_none=True) for one in given.reports or ()]
        ident = give_reports(desk.beside, reports, by)
    desk.reader.ensure()
    return Told(_shape(_job(request, ident)), 202, headers={"location": f"/api/v1/add/{ident}"})


@router.get("/add/{ident}", responses={200: {"model": Shape}, **faults(404)}, summary="How far the reading is")
def job(request: Request, ident: Annotated[int, Path(ge=0, le=2**53)]) -> Response:
    """What was given under a number: how far it is, and what came of it."""
    found = _job(request, ident)
    if not found.over:
        desk_of(request).reader.ensure()
    return Told(_shape(found))


def _job(request: Request, ident: int) -> Job:
    found = desk_of(request).beside.jobs.get(ident)
    if found is None:
        raise AskedError(f"{ident}: nothing was given under this number.")
    return found


def _shape(job: Job) -> dict[str, Any]:
    shape = asdict(job)
    del shape["tries"]
    return shape
