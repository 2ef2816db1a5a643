"""Adding: paste, upload, a page of an allowed host; and how far the reading is."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, Path, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from tawatur.desk.adding.giving import give_files, give_text, give_url
from tawatur.desk.beside.accounts import Role
from tawatur.desk.beside.jobs import Part
from tawatur.desk.opening import Desk
from tawatur.desk.rendering import desk_of, page
from tawatur.desk.security.guard import need, person_of
from tawatur.errors import AskedError

router = APIRouter()
Text = Annotated[str, Form()]
Number = Annotated[int, Path(le=2**53)]  # of a job; none has a higher one


@router.get("/add")
def ask(request: Request) -> Response:
    """The page to add reports, and what was added lately."""
    file = desk_of(request).beside
    return page(
        request,
        "add.html",
        jobs=file.jobs.latest(),
        hosts=file.hosts.all(),
        megabytes=desk_of(request).settings.upload_bytes // 1_000_000,
    )


@router.post("/add")
def add(
    request: Request,
    kind: Text = "paste",
    text: Text = "",
    url: Text = "",
    outlet: Text = "",
    published: Text = "",
    title: Text = "",
    files: Annotated[list[UploadFile] | None, File()] = None,
) -> Response:
    """Queue what was given and show how far it is. Raises OptionError or SourceError where it cannot be read."""
    desk, by = desk_of(request), person_of(request).name
    given = {"outlet": outlet, "published": published, "title": title, "url": url}
    if kind == "upload":
        parts = [Part(file.filename, file.file.read()) for file in files or () if file.filename]
        ident = give_files(desk.beside, parts, given, by)
    elif kind == "url":
        ident = give_url(desk.beside, url, given, by)
    else:
        ident = give_text(desk.beside, text, given, by)
    desk.reader.ensure()
    return RedirectResponse(f"/add/{ident}", 303)


@router.get("/add/{ident:int}")
def progress(request: Request, ident: Number) -> Response:
    """How far the reading of something is, or what came of it. Raises AskedError where there is no such thing."""
    desk = desk_of(request)
    job = desk.beside.jobs.get(ident)
    if job is None:
        raise AskedError(f"{ident}: nothing was added under this number.")
    if not job.over:
        desk.reader.ensure()  # where its process ended in between
    return page(request, "job.html", job=job)


@router.post("/add/{ident:int}/again")
def again(request: Request, ident: Number) -> Response:
    """Read anew what failed."""
    desk = desk_of(request)
    desk.beside.jobs.again(ident)
    desk.reader.ensure()
    return RedirectResponse(f"/add/{ident}", 303)


@router.post("/add/hosts")
def hosts(request: Request, allow: Text = "", refuse: Text = "") -> Response:
    """Put a host on the list of those that pages are fetched from, or take it off. Raises OptionError for no host."""
    by = need(request, Role.admin).name
    desk: Desk = desk_of(request)
    if refuse:
        desk.beside.hosts.refuse(refuse)
    else:
        desk.beside.hosts.allow(allow, by)
    return RedirectResponse("/add#hosts", 303)
