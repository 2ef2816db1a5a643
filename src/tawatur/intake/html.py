"""A web page is one report: its article as trafilatura finds it, no paragraph twice."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

from tawatur.errors import SourceError
from tawatur.intake.report import Came, day, make_report
from tawatur.record.types import Report
from tawatur.text.folding import fold

_DOUBLE_WORDS = 4  # words a paragraph has at least that is dropped where it stands a second time
_ARTICLE_WORDS = 15
_LINKED_DATA = re.compile(r"<script[^>]+application/ld\+json[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_TIME = ("datePublished", "dateCreated")


def read_html(name: str, data: bytes, given: Came) -> Report:
    """The report of a page's bytes; raises SourceError where the page has no article."""
    if not data.strip():
        raise SourceError("is empty; give a page with a report's text")
    found = _extract(data)
    text = "\n".join(once(str(found.text or "").split("\n"))) if found is not None else ""
    if len(text.split()) < _ARTICLE_WORDS:
        raise SourceError("is a page without an article; give the page of one report, or its text as .txt")
    linked = _linked_data(data)
    at = linked.get("published_at")
    came = Came(
        url=found.url or given.url,
        outlet=linked.get("outlet") or _site(found) or given.outlet,
        title=linked.get("title") or found.title,
        author=linked.get("author") or found.author,
        published=(day(at) if at else None) or _date(found.date) or given.published,
        published_at=at,
    )
    report = make_report(name, text, came)
    report.original = data
    return report


def _extract(data: bytes) -> Any:
    import trafilatura  # a quarter of a second, for pages alone

    try:
        return trafilatura.bare_extraction(
            data, with_metadata=True, include_comments=False, include_tables=False, include_images=False
        )
    except Exception as error:  # lxml and its callers raise of every kind on broken pages
        raise SourceError(f"is a page that cannot be read ({type(error).__name__}); give its text as .txt") from error


def once(paragraphs: list[str]) -> list[str]:
    """Paragraphs without those that stand there before, whole or as part of the one just before or after them."""
    kept: list[str] = []
    seen: set[str] = set()
    for paragraph in paragraphs:
        paragraph = paragraph.strip()
        form = " ".join(fold(paragraph).split())
        if not form:
            continue
        if form.count(" ") + 1 >= _DOUBLE_WORDS:
            if form in seen or any(form in " ".join(fold(k).split()) for k in kept[-1:]):
                continue
            if kept and len(fold(kept[-1]).split()) >= _DOUBLE_WORDS and " ".join(fold(kept[-1]).split()) in form:
                kept.pop()
        seen.add(form)
        kept.append(paragraph)
    return kept


def _date(value: Any) -> date | None:
    return day(value) if isinstance(value, str) else None


def _site(found: Any) -> str | None:
    return found.sitename or found.hostname or None


def _linked_data(data: bytes) -> dict[str, str]:
    """Headline, publisher, author and time of a page's ld+json, where it has one of an article."""
    page = data.decode("utf-8", "ignore")
    for script in _LINKED_DATA.findall(page):
        try:
            raw = json.loads(script)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(raw):
            if "Article" in str(node.get("@type")) or "Report" in str(node.get("@type")):
                return _fields(node)
    return {}


def _nodes(raw: Any) -> list[dict[str, Any]]:
    listed = raw if isinstance(raw, list) else [raw]
    nodes = [n for n in listed if isinstance(n, dict)]
    return nodes + [g for n in nodes for g in n.get("@graph", []) if isinstance(g, dict)]


def _fields(node: dict[str, Any]) -> dict[str, str]:
    found = {
        "title": node.get("headline"),
        "outlet": _name(node.get("publisher")),
        "author": _name(node.get("author")),
        "published_at": next((node[k] for k in _TIME if isinstance(node.get(k), str) and day(node[k])), None),
    }
    return {key: value for key, value in found.items() if isinstance(value, str) and value.strip()}


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        names = [n for n in map(_name, value) if n]
        return "، ".join(names) or None
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) and not value.startswith("http") else None
