"""How the API answers: JSON with an entity tag of the record's state, and nothing where that is what the client has."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from tawatur import __version__
from tawatur.desk.rendering import desk_of
from tawatur.store.record import Record

Json = dict[str, Any]
_CACHE = "private, no-cache"  # kept, and asked for again each time


class Told(Response):
    """JSON as it is written: Arabic letters stay letters."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        """The bytes of an object."""
        return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def answer(request: Request, make: Callable[[Record], Any]) -> Response:
    """What `make` gives of the record, or 304 where the client has it already. Raises what `make` raises."""
    with desk_of(request).reading() as record:
        tag = _tag(request, record)
        headers = {"etag": tag, "cache-control": _CACHE}
        if _has(request, tag):
            return Response(status_code=304, headers=headers)
        return Told(make(record), headers=headers)


def listed(request: Request, items: Sequence[Any], following: int | str | None, total: int, **more: Any) -> Json:
    """A page of a list; `following` is what the next page begins after."""
    return {"items": items, "next": _next(request, following), "total": total, **more}


def _next(request: Request, following: int | str | None) -> str | None:
    if following is None:
        return None
    kept = [(key, value) for key, value in request.query_params.multi_items() if key != "after"]
    return f"{request.url.path}?{urlencode([*kept, ('after', following)])}"


def _tag(request: Request, record: Record) -> str:
    """A strong entity tag: another one for each state of the record, address, version of the program, and packing."""
    revision = record.shelf.revision()
    packed = "gzip" in request.headers.get("accept-encoding", "")
    parts = (revision.number, revision.at, request.url.path, request.url.query, __version__, packed)
    return '"' + hashlib.sha256(repr(parts).encode("utf-8", "replace")).hexdigest()[:32] + '"'


def _has(request: Request, tag: str) -> bool:
    given = request.headers.get("if-none-match", "")
    return given.strip() == "*" or tag in {one.strip().removeprefix("W/") for one in given.split(",")}
