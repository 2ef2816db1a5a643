"""The application: pages, what they are served with, and what stands before them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from fastapi import Depends, FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from tawatur import __version__
from tawatur.desk import errors, notices, packing, pages
from tawatur.desk.api import document
from tawatur.desk.opening import Desk
from tawatur.desk.security import standing
from tawatur.desk.security.forms import unforged
from tawatur.desk.settings import Settings
from tawatur.store.record import Record

Extra = Callable[[Request], dict[str, Any]]
_SMALL = 1024  # bytes that are not worth packing


class _Kept(StaticFiles):
    """Files; those that are asked for by the address that changes when they do (rendering.static) are kept for good."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        seconds = "31536000, immutable" if scope["query_string"] else "86400"
        response.headers["Cache-Control"] = f"public, max-age={seconds}"
        return response


@asynccontextmanager
async def _running(app: FastAPI) -> AsyncIterator[None]:
    desk: Desk = app.state.desk
    await run_in_threadpool(desk.begin)
    try:
        yield
    finally:
        await run_in_threadpool(desk.end)


def create_app(record: Path, settings: Settings | None = None, handed: Path | None = None) -> FastAPI:
    """The desk over the record at `record`; `handed`: the folder by which its processes hand each other what they made.
    Raises RecordError where there is no record."""
    with Record(record):
        pass  # it is there and of this version: better said now than on the first page
    app = FastAPI(
        title="tawatur",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        dependencies=[Depends(unforged)],
        lifespan=_running,
    )
    app.state.desk = Desk(record, settings or Settings(), handed=handed)
    extras: list[Extra] = []
    app.state.extras = extras
    extras.extend([standing.signed_in, notices.extras])
    app.state.once = [notices.COOKIE]
    errors.install(app)
    for router in (*pages.ROUTERS, document.router):
        app.include_router(router)
    static = files(__package__).joinpath("static")
    app.mount("/static", _Kept(directory=str(static)), name="static")
    standing.inner(app, app.state.desk, errors.answered)
    app.add_middleware(GZipMiddleware, minimum_size=_SMALL, compresslevel=packing.LEVEL)
    standing.outer(app, app.state.desk, errors.answered)
    return app
