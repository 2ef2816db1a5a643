"""Where things are on the desk. Names of reports and entities hold any letter, slashes too."""

from __future__ import annotations

from urllib.parse import quote, urlencode

_SAFE_SCHEMES = ("http://", "https://")


def story(ident: str) -> str:
    """The page of a story."""
    return f"/story/{quote(ident, safe='')}"


def report(name: str, start: int | None = None, end: int | None = None) -> str:
    """The page of a report; with offsets, at the passage."""
    at = f"?at={start}-{end}#at" if start is not None else ""
    return f"/report/{quote(name, safe='')}{at}"


def entity(ident: str) -> str:
    """The page of an entity; a body's page is its dossier."""
    return f"/entity/{quote(ident, safe='')}"


def fact(ident: str) -> str:
    """The page of a fact."""
    return f"/fact/{quote(ident, safe='')}"


def brief(story_ident: str) -> str:
    """The brief of a story."""
    return f"/brief/{quote(story_ident, safe='')}"


def search(**filters: str) -> str:
    """The search with these filters."""
    return "/search?" + urlencode({k: v for k, v in filters.items() if v})


def outside(url: str | None) -> str | None:
    """A report's own address where it may be followed; reports are hostile, and `javascript:` is an address too."""
    return url if url and url.lower().startswith(_SAFE_SCHEMES) else None
