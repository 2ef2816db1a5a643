"""The head of a plain text: title, outlet, authors, day and dateline among its first lines, signature at its end.

A head has the manner of a page: a section's name, perhaps a line over the title, the title, a lead, the title again, a
byline, a date line, a caption. Only what is told for certain is taken; a text that starts with its news has no title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from tawatur.intake.byline import Byline, read_byline, text_dateline
from tawatur.intake.days import days
from tawatur.intake.signatures import AGENCY, CREDIT, DATE, DESK, OUTLET, PERSON, PLACE, key, signatures
from tawatur.language.loader import Language, load
from tawatur.text.folding import MARKS, fold
from tawatur.text.sentences import paragraphs
from tawatur.text.words import analyses

_HEAD_LINES = 12
_TITLE_WORDS = 24
_TITLE_LENGTH = 180
_BYLINE_WORDS = 10
_NAME_WORDS = 4
_BODY_WORDS = 18  # a line this long, or one of eight words that ends in a stop, is the report itself
_SENTENCE_WORDS = 8
_CONTEXT = 60  # characters before an outlet's name that make the sentence a disclaimer or a copyright line
_TODAY_REACH = 1_500  # characters in which a text says what day today is
_STOP = re.compile(r"(?<![.…])[.](?:[\"'”»)\]]|\s)*$")
_NO_BYLINE = re.compile(r"[?؟!]|\.\.")
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
    opening = next((line for line in lines[:_HEAD_LINES] if _is_body(line)), None)
    if opening is not None:
        _read_dateline(opening, head, outlet)
    if len(lines) > 1:
        _read_signature(lines[-1], head, outlet)
    head.title = head.title or _title(rest)
    if not dated:
        head.published = head.published or days().of_text(text[:_TODAY_REACH])
    if outlet is None:
        head.outlet = head.outlet or _named_outlet(text)
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
        elif byline := _byline(line, outlet, bool(candidates) or titled or body > 0):
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


def _byline(line: str, outlet: str | None, after_title: bool) -> Byline | None:
    """A line that holds nothing but a signature: two parts of which one is known, a desk, or an agency."""
    if len(line.split()) > _BYLINE_WORDS or _STOP.search(line) or _NO_BYLINE.search(line):
        return None
    line = _without_tools(line)
    byline = read_byline(line, outlet)
    if outlet is None:
        _unknown_outlet(byline)
    kinds = [p.kind for p in byline.parts]
    if not kinds or any(len(p.text.split()) > _NAME_WORDS for p in byline.parts):
        return None
    if len(kinds) == 1:
        alone = kinds[0] in (AGENCY, DESK) or (kinds[0] == OUTLET and after_title)
        return byline if alone and after_title else None
    if not set(kinds) & {AGENCY, DESK, OUTLET, CREDIT, DATE}:
        return _outlet_and_person(byline) if after_title else None
    people = [p for p in byline.parts if p.kind == PERSON]
    return byline if len(people) <= 3 and set(kinds) != {CREDIT} and not _headline_colon(byline) else None


def _unknown_outlet(byline: Byline) -> None:
    """A word with the article, on no list, that signs beside a person: in a text that names no outlet, the outlet."""
    for part in byline.parts:
        guessed = part.kind == PLACE and not signatures().is_place(key(part.text))
        if guessed and any(a.article for a in analyses(key(part.text))):
            part.kind, byline.outlet, byline.dateline = OUTLET, part.text, None


def _headline_colon(byline: Byline) -> bool:
    """ "رويترز: مقتل قائد ..." is a headline with its source before it."""
    return any(p.sign.startswith(":") and p.kind == PERSON and len(p.text.split()) > 3 for p in byline.parts)


def _outlet_and_person(byline: Byline) -> Byline | None:
    """ "outlet – person" where neither is on a list: a single word before the dash, a name of two to four after it."""
    if len(byline.parts) != 2:
        return byline if {p.kind for p in byline.parts} == {PLACE} else None
    first, second = byline.parts
    dash = second.sign in ("-", "–", "—", "|")
    if {first.kind, second.kind} == {PLACE, PERSON}:
        person = second if second.kind == PERSON else first
        return byline if dash and 2 <= len(person.text.split()) <= 4 else None
    if dash and len(first.text.split()) == 1 and 2 <= len(second.text.split()) <= 4 and second.kind == PERSON:
        byline.outlet = first.text
        return byline
    return None


def _without_tools(line: str) -> str:
    words = line.split()
    while words and key(words[0]) in _forms("page-word"):
        words.pop(0)
    return " ".join(words)


def _read_dateline(line: str, head: Head, outlet: str | None) -> None:
    found = text_dateline(line, outlet)
    if found is None:
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
    if len(line.split()) > _BYLINE_WORDS:
        return
    byline = read_byline(line, outlet)
    if byline.parts and byline.kinds() <= {AGENCY, OUTLET, DESK, CREDIT} and byline.kinds() != {CREDIT}:
        head.authors += [a for a in byline.authors if a not in head.authors]


def _is_body(line: str) -> bool:
    words, stopped = len(line.split()), bool(_STOP.search(line))
    if words < _BODY_WORDS:
        return stopped and words >= _SENTENCE_WORDS
    return stopped or words > _TITLE_WORDS or len(line) > _TITLE_LENGTH


def _is_label(line: str) -> bool:
    form = key(line)
    return (
        not form
        or form in _forms("section-label")
        or any(form == p or form.startswith(p + " ") for p in _forms("junk"))
    )


def _title(lines: list[str]) -> str | None:
    """The first headline; the second where the first lacks a subject, as the line over a title does."""
    titles = [line for line in lines if 2 <= len(line.split()) <= _TITLE_WORDS and len(line) <= _TITLE_LENGTH]
    if len(titles) > 1 and _lacks_subject(titles[0]) and not _lacks_subject(titles[1]):
        return titles[1]
    return titles[0] if titles else None


def _lacks_subject(line: str) -> bool:
    """Whether a headline opens with a present verb and is short: "يناقش سبل التنسيق", the line over a title."""
    first = fold(line.split()[0])
    return first[:1] == "\u064a" and len(first) > 3 and len(line.split()) <= 8


@cache
def _forms(kind: str, name: str = "arabic") -> frozenset[str]:
    language: Language = load(name)
    entries = [e for e in language.entries.get(kind, ()) if not e.data.get("sign") and not e.data.get("whole")]
    return frozenset(key(str(f)) for e in entries for f in e.data["forms"])


@cache
def _outlet_pattern(name: str = "arabic") -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    head = load(name).data("head")
    before = "|".join(re.escape(fold(p)) for p in sorted(head["outlet_after"], key=len, reverse=True))
    classes = "|".join(re.escape(fold(w)) for w in head["outlet_class"])
    pattern = re.compile(rf"\b(?:{before})\s*(?:(?:{classes})\s+)?[«\"“(]?\s*(?P<name>[^\W\d_]+(?:[ .][^\W\d_]+)?\d*)")
    context = re.compile("|".join(re.escape(fold(w)) for w in head["outlet_context"]))
    return pattern, context, frozenset(key(w) for w in head["outlet_not"])


def _named_outlet(text: str) -> str | None:
    """The outlet a disclaimer or a copyright line names; a known one in two words, else one word."""
    pattern, context, not_names = _outlet_pattern()
    for at in (len(text) - 1_200, 0):
        piece = re.sub(f"[{MARKS}]", "", text[max(0, at) :] if at >= 0 or len(text) < 1_200 else text[at:])
        for match in pattern.finditer(_same_length(piece)):
            start, end = match.span("name")
            name = piece[start:end]
            if len(name) < 3 or key(name.split()[0]) in not_names:
                continue
            known = [n for n in (name, name.split()[0]) if signatures().kind(n, set())[0] == OUTLET]
            if known or context.search(match.string, max(0, start - _CONTEXT), start):
                return known[0] if known else name.split()[0]
        if at <= 0:
            break
    return None


def _same_length(text: str) -> str:
    folded = fold(text)
    return folded if len(folded) == len(text) else text
