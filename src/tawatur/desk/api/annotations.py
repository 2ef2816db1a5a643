"""Sentences and evidence as W3C Web Annotations on the texts of reports."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from starlette.requests import Request

from tawatur.desk.rendering import desk_of

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # code points before and after a quotation, by which it is found again


def source(request: Request, report: str) -> str:
    """The address of a report's text."""
    base = desk_of(request).settings.address or str(request.base_url)
    return f"{base.rstrip('/')}/api/v1/reports/{quote(report, safe='')}/text"


def annotation(
    request: Request, report: str, text: str, start: int, end: int, motivation: str, **more: Any
) -> dict[str, Any]:
    """A stretch [start, end) of a report's text, in code points."""
    where = source(request, report)
    return {
        "@context": _CONTEXT,
        "id": f"{where}#char={start},{end}",
        "type": "Annotation",
        "motivation": motivation,
        "target": {
            "source": where,
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(0, start - _AROUND) : start],
                    "suffix": text[end : end + _AROUND],
                },
            ],
        },
        "report": report,
        **more,
    }
