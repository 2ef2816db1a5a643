"""One report from its text and what came with it: checks, language, head, identity."""

from __future__ import annotations

import hashlib
import html
import re
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from pathlib import PurePath

from tawatur.errors import SourceError
from tawatur.intake.byline import clean, read_byline
from tawatur.intake.head import find_head
from tawatur.language.detect import detect_language, language_name
from tawatur.record.types import Report

MOST_CHARACTERS = 200_000  # a hundred times the usual report; longer texts are collections
LANGUAGES = {"ar": "Arabic"}  # a language that has its folder under language/ is read
_UNPAIRED = re.compile("[\ud800-\udfff\x00]")


@dataclass(slots=True)
class Came:
    """What came with a text: from its feed, its page, or the command line. None where nothing did."""

    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    published: date | None = None
    published_at: str | None = None


def make_report(file: str, text: str, came: Came) -> Report:
    """The report of a text; raises SourceError for a text that cannot be one."""
    check(text)
    language = detect_language(text)
    if language not in LANGUAGES:
        raise SourceError(
            "has no words; give a file with a report's text"
            if language is None
            else f"seems to be in {language_name(language)}; only {' and '.join(LANGUAGES.values())} can be read"
        )
    title = " ".join(html.unescape(came.title).split()) if came.title else None
    head = find_head(text, came.outlet, title, signed=came.author is not None, dated=came.published is not None)
    byline = read_byline(clean(came.author), came.outlet) if came.author else None
    authors = list(byline.authors) if byline else []
    return Report(
        id=PurePath(file).name.removesuffix(".gz").rsplit(".", 1)[0] if "." in file else file,
        file=file,
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        url=came.url,
        outlet=came.outlet or head.outlet,
        title=title or head.title,
        authors=authors + [a for a in head.authors if _plain(a) not in map(_plain, authors)],
        published=came.published or head.published,
        published_at=came.published_at,
        dateline=(byline.dateline if byline else None) or head.dateline,
        language=language,
    )


def _plain(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


def check(text: str) -> None:
    """Raise SourceError for a text that is empty, too long, or has what no text has."""
    if not text.strip():
        raise SourceError("has no text; give a file with a report's text")
    if len(text) > MOST_CHARACTERS:
        raise SourceError(
            f"has {len(text):,} characters, more than the {MOST_CHARACTERS:,} of one report; "
            "give each report as a file or a line of its own"
        )
    if _UNPAIRED.search(text):
        raise SourceError("has null bytes or halves of characters in its text; save it again as UTF-8")


def day(value: str) -> date | None:
    """The day of an ISO 8601 or RFC 822 date or time, as its own zone has it; None where it is none."""
    value = value.strip()
    try:
        return datetime.fromisoformat(value).date()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(value).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
