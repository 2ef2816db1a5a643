"""The head of a plain text: title, outlet, authors, day and dateline among its first lines, signature at its end.

A head has the manner of a page: a section's name, perhaps a line over the title, the title, a lead, the title again, a
byline, a date line, a caption. Only what is told for certain is taken; a text that starts with its news has no title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from tawatur.intake.byline import Byline, read_byline, text_dateline
from tawatur.intake.days import days
from tawatur.intake.naming import named_outlet
from tawatur.intake.signatures import AGENCY, CREDIT, DATE, DESK, OUTLET, is_site, key, signatures
from tawatur.intake.signed import BYLINE_WORDS, STOP, dated_byline, forms_of, line_byline, without_tools
from tawatur.text.folding import fold
from tawatur.text.sentences import paragraphs

_HEAD_LINES = 12
_TITLE_WORDS = 24
_LEADS = (":", "،", ",", "؛")  # a line that ends so leads to the next
_TITLE_LENGTH = 180
_OPENINGS = 3  # paragraphs that may open with the dateline: an editor's note or a lead stands before it
_BODY_WORDS = 18  # a line this long, or one of eight words that ends in a stop, is the report itself
_SENTENCE_WORDS = 8
_TODAY_REACH = 1_500  # characters in which a text says what day today is
_CRUMBS = re.compile(r"[|/>»«›‹:،–-]+")
_INITIALS = re.compile(r"[(\[]\s*((?:[^\W\d_]{1,2}[\s./]*){1,4})[)\]]")
_TRIM = "".join(chr(c) for c in (0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0xFEFF)) + " \t\u00a0"


@dataclass(slots=True)
class Head:
    """What a text says of itself; None and empty where it does not."""

    title: str | None = None
    outlet: str | None = None
    authors: list[str] = field(default_factory=list)
    published: date | None = None
    dateline: str | None = None


def find_head(
    text: str, outlet: str | None = None, title: str | None = None, signed: bool = False, dated: bool = False
) -> Head:
    """Read the head and the end of a text.

    `outlet` and `title` are what came with it; `signed` and `dated` say whether an author and a day did.
    """
    lines = [text[start:end].strip(_TRIM) for start, end in paragraphs(text)]
    head = Head(title=title)
    rest = [] if title and signed else _read_lines(lines[:_HEAD_LINES], head, outlet, titled=title is not None)
    for number, line in enumerate([line for line in lines[:_HEAD_LINES] if _is_body(line)][:_OPENINGS]):
        _read_dateline(line, head, outlet, first=number == 0)
    if len(lines) > 1:
        _read_signature(lines[-1], head, outlet)
    head.title = head.title or _title(rest)
    if not dated:
        head.published = head.published or days().of_text(text[:_TODAY_REACH])
    if outlet is None:
        head.outlet = head.outlet or named_outlet(text)
    return head


def _read_lines(lines: list[str], head: Head, outlet: str | None, titled: bool) -> list[str]:
    """Take date lines and bylines out of the head's lines; the others before the first body line are left."""
    candidates: list[str] = []
    body = 0  # a lead may stand over byline and date; after two paragraphs nothing is head
    for line in lines:
        if body > (0 if titled else 1):
            break
        day = days().of_line(line)
        if day is not None:
            head.published = head.published or day
        elif _is_section(line):
            continue
        elif is_site(line):
            head.outlet = head.outlet or line
        elif dated := dated_byline(line, outlet):
            _take(dated[1], head)
            head.published = head.published or dated[0]
        elif byline := line_byline(line, outlet, bool(candidates) or titled or body > 0):
            _take(byline, head)
        elif _is_body(line):
            body += 1
        elif not body and not _is_label(line):
            candidates.append(line)
    return candidates if body else []


def _take(byline: Byline, head: Head) -> None:
    head.dateline = head.dateline or byline.dateline
    head.outlet = head.outlet or byline.outlet
    head.authors += [a for a in byline.authors if a != byline.outlet and a not in head.authors]
    if byline.outlet and set(byline.authors) == {byline.outlet} and byline.outlet not in head.authors:
        head.authors.append(byline.outlet)
    for part in byline.parts:
        if part.kind == DATE:
            head.published = head.published or days().of_line(part.text)


def _read_dateline(line: str, head: Head, outlet: str | None, first: bool) -> None:
    """The dateline that opens a paragraph; after the first one only where a medium signs it."""
    found = text_dateline(line, outlet)
    if found is None or not (first or (found[0].kinds() & {OUTLET, AGENCY} and found[0].dateline)):
        return
    byline = found[0]
    head.dateline = head.dateline or byline.dateline
    head.outlet = head.outlet or byline.outlet
    head.authors += [a for a in byline.authors if a != byline.outlet and a not in head.authors]
    if head.published is None:
        dated = days().first(fold(line[: found[1]]))
        head.published = dated[0] if dated else None


def _read_signature(line: str, head: Head, outlet: str | None) -> None:
    """Initials in brackets or a row of agencies after the last paragraph."""
    initials = _INITIALS.fullmatch(line)
    if initials:
        head.authors.append(initials[1].strip())
        return
    if len(line.split()) > BYLINE_WORDS:
        return
    byline = read_byline(line, outlet, guess=False)
    if byline.parts and byline.kinds() <= {AGENCY, OUTLET, DESK, CREDIT} and byline.kinds() != {CREDIT}:
        head.authors += [a for a in byline.authors if a not in head.authors]
        if len(byline.parts) > 1:
            head.outlet = head.outlet or byline.outlet


def _is_body(line: str) -> bool:
    words, stopped = len(line.split()), bool(STOP.search(line))
    if words < _BODY_WORDS:
        return stopped and words >= _SENTENCE_WORDS
    return stopped or words > _TITLE_WORDS or len(line) > _TITLE_LENGTH


def _is_label(line: str) -> bool:
    form = key(without_tools(line))
    return not form or _is_section(line) or any(form == p or form.startswith(p + " ") for p in forms_of("junk"))


def _is_section(line: str) -> bool:
    """Names of sections and nothing else, one or a path of them."""
    return all(signatures().is_label(part) for part in _CRUMBS.split(line) if key(part))


def _title(lines: list[str]) -> str | None:
    """The first headline; the second where the first lacks a subject, as the line over a title does."""
    titles = [line for line in lines if len(line.split()) <= _TITLE_WORDS and len(line) <= _TITLE_LENGTH]
    titles = [line for line in titles if line[-1] not in _LEADS]
    if len(titles) > 1 and _lacks_subject(titles[0]) and not _lacks_subject(titles[1]):
        return titles[1]
    return titles[0] if titles else None


def _lacks_subject(line: str) -> bool:
    """Whether a headline opens with a present verb and is short: "يناقش سبل التنسيق", the line over a title."""
    first = fold(line.split()[0])
    return first[:1] == "\u064a" and len(first) > 3 and len(line.split()) <= 8
