"""The API's own description: OpenAPI, as it is served and as it stands in docs/openapi.json.

`make openapi` writes it there anew; a test fails where the two differ.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from fastapi import APIRouter
from fastapi.openapi.utils import get_openapi
from starlette.requests import Request
from starlette.responses import Response

from tawatur.desk.api import adding, deciding, reading
from tawatur.desk.api.answering import Told

VERSION = "1.0"  # of the API, not of the program
ROOT = "/api/v1"
router = APIRouter(prefix=ROOT)
for part in (reading.router, deciding.router, adding.router):
    router.include_router(part)


@cache
def openapi() -> dict[str, Any]:
    """The description of the API."""
    found = get_openapi(
        title="tawatur",
        version=VERSION,
        summary="What reports say, on whose word, and how many independent origins it has",
        description="JSON as docs/record.md describes it. docs/api.md says how pages, errors, tags and tokens work.",
        routes=router.routes,
    )
    found["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    found["security"] = [{}, {"token": []}]
    return found


@router.get("/openapi.json", include_in_schema=False)
def description(request: Request) -> Response:
    """The description of the API."""
    return Told(openapi())


def written() -> str:
    """The description as it stands in docs."""
    return json.dumps(openapi(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
