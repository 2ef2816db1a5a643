"""The errors of the API, for OpenAPI."""

from __future__ import annotations

from typing import Any

from tawatur.desk.api.models import Error

_SAID = {
    401: "Sign in, or send a token.",
    403: "Not with this role, or from a page of another site.",
    404: "The record does not have it.",
    409: "Somebody else decided on it meanwhile.",
    413: "More came than may come at once.",
    415: "Send the body as application/json.",
    422: "A value that cannot be.",
    429: "Too much at once; try again later.",
    503: "The record cannot be used now.",
}


def faults(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The errors that an address can answer with, beside those that all can."""
    return {status: {"model": Error, "description": _SAID[status]} for status in (401, 403, 422, 503, *statuses)}
