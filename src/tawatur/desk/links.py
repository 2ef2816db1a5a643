"""Where things are on the desk. Names of reports and entities hold any letter, slashes too."""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode

from tawatur.record.types import Place

_SAFE_SCHEMES = ("http://", "https://")
_OWN = re.compile(r"/(?![/\\])[^\x00-\x20\\\x7f]*")  # browsers drop tabs and line ends, and read \ as /


def story(ident: str) -> str:
    """The page of a story."""
    return f"/story/{quote(ident, safe='')}"


def stories(**filters: str | None) -> str:
    """The list of stories with these filters."""
    asked = urlencode({k: v for k, v in filters.items() if v})
    return f"/?{asked}" if asked else "/"


def report(name: str, start: int | None = None, end: int | None = None) -> str:
    """The page of a report; with offsets, at the passage."""
    at = f"?at={start}-{end}#at" if start is not None else ""
    return f"/report/{quote(name, safe='')}{at}"


def mark(name: str, layer: str, start: int, end: int) -> str:
    """The page of a report with one of its marks opened."""
    return f"/report/{quote(name, safe='')}?mark={layer}:{start}-{end}#at"


def twins(copy: str, left: Place, right: Place) -> str:
    """Two places of a copied passage side by side."""
    sides = {"left": f"{left.start}-{left.end}@{left.report}", "right": f"{right.start}-{right.end}@{right.report}"}
    return f"/twins/{quote(copy, safe='')}?{urlencode(sides)}"


def entity(ident: str, before: int | None = None) -> str:
    """The page of an entity; a body's page is its dossier. `before`: the row of a report, for what older ones tell."""
    return f"/entity/{quote(ident, safe='')}" + (f"?before={before}" if before is not None else "")


def entities(**filters: str | None) -> str:
    """The list of names with these filters."""
    return "/entities?" + urlencode({k: v for k, v in filters.items() if v})


def fact(ident: str) -> str:
    """The page of a fact."""
    return f"/fact/{quote(ident, safe='')}"


def brief(story_ident: str) -> str:
    """The brief of a story."""
    return f"/brief/{quote(story_ident, safe='')}"


def regroup(story_ident: str) -> str:
    """Where a story and its events are put together otherwise."""
    return f"/regroup/{quote(story_ident, safe='')}"


def choosing(story_ident: str) -> str:
    """Where facts of a story are chosen for a brief."""
    return f"/choose/{quote(story_ident, safe='')}"


def search(**filters: str) -> str:
    """The search with these filters."""
    return "/search?" + urlencode({k: v for k, v in filters.items() if v})


def outside(url: str | None) -> str | None:
    """A report's own address where it may be followed; reports are hostile, and `javascript:` is an address too."""
    return url if url and url.lower().startswith(_SAFE_SCHEMES) else None


def own(address: str) -> str:
    """An address within the desk as it stands; the first page for what may lead elsewhere."""
    return address if _OWN.fullmatch(address) else "/"
