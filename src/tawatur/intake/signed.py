"""Lines of a head that sign a report: outlet, agency, desk, person, place, with a date or without."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from tawatur.intake.byline import Byline, read_byline
from tawatur.intake.days import days
from tawatur.intake.signatures import AGENCY, CREDIT, DATE, DESK, OUTLET, PERSON, PLACE, key, signatures
from tawatur.language.loader import load
from tawatur.text.words import analyses

STOP = re.compile(r"(?<![.…])[.](?:[\"'”»)\]]|\s)*$")
_NO_BYLINE = re.compile(r"[?؟!]|\.\.")
BYLINE_WORDS = 10
_DASHES = ("-", "–", "—", "|", "ـ")
_DATED_WORDS = 16
_NAME_WORDS = 4


def line_byline(line: str, outlet: str | None, after_title: bool) -> Byline | None:
    """A line that holds nothing but a signature: two parts of which one is known, a desk, or an agency."""
    if len(line.split()) > BYLINE_WORDS or STOP.search(line) or _NO_BYLINE.search(line):
        return None
    line = without_tools(line)
    byline = read_byline(line, outlet, guess=False)
    kinds = [p.kind for p in byline.parts]
    if not kinds or any(p.kind == PERSON and len(p.text.split()) > _NAME_WORDS for p in byline.parts):
        return None
    if not byline.separated():
        return None
    if len(kinds) == 1:
        alone = kinds[0] in (AGENCY, DESK) or (kinds[0] == OUTLET and after_title)
        return byline if alone and after_title else None
    if not set(kinds) & {AGENCY, DESK, OUTLET, CREDIT, DATE}:
        return _outlet_and_person(byline, outlet, after_title)
    people = [p for p in byline.parts if p.kind == PERSON]
    return byline if len(people) <= 3 and set(kinds) != {CREDIT} and not _headline_colon(byline) else None


def dated_byline(line: str, outlet: str | None) -> tuple[date, Byline] | None:
    """An agency's first line: place, date and agency without a sign between ("الرياض 28 مايو 2023 م واس")."""
    dated = days().with_rest(line)
    if dated is None or len(line.split()) > _DATED_WORDS:
        return None
    byline = Byline()
    cut = signatures().place_before_date(line)
    byline.dateline = line[:cut].strip() or None
    rest = dated[1].removeprefix(key(line[:cut])).strip()
    kind = signatures().kind(rest, signatures().own(outlet))[0] if rest else None
    if rest and kind not in (AGENCY, OUTLET):
        return None
    words = line.split()
    byline.authors = [" ".join(words[-len(rest.split()) :])] if rest and key(line).endswith(rest) else []
    return (dated[0], byline) if cut or byline.authors else None


def _headline_colon(byline: Byline) -> bool:
    """ "رويترز: مقتل قائد ..." is a headline with its source before it."""
    return any(p.sign.startswith(":") and p.kind == PERSON and len(p.text.split()) > 3 for p in byline.parts)


def _outlet_and_person(byline: Byline, outlet: str | None, after_title: bool) -> Byline | None:
    """A place and a person with a dash between, or, in a text that names no outlet, "outlet – person": one word with
    the article that is no place, and a name of two to four words."""
    if len(byline.parts) != 2:
        return byline if byline.kinds() == {PLACE} and after_title else None
    first, second = byline.parts
    if second.sign not in _DASHES:
        return None
    if byline.kinds() == {PLACE, PERSON}:
        person = second if second.kind == PERSON else first
        return byline if 2 <= len(person.text.split()) <= (4 if after_title else 3) else None
    article = any(a.article for a in analyses(key(first.text)))
    if not after_title or byline.kinds() != {PERSON} or not 2 <= len(second.text.split()) <= 4:
        return None
    if " " in first.text or not article or outlet is not None:
        return None
    byline.outlet, byline.authors = first.text, [second.text]
    return byline


def without_tools(line: str) -> str:
    """A line without the words of the page's tools it begins with."""
    words = line.split()
    while words and key(words[0]) in forms_of("page-word"):
        words.pop(0)
    return " ".join(words)


@cache
def forms_of(kind: str, name: str = "arabic") -> frozenset[str]:
    """The forms of a word list as they are compared, without those that need a sign or a whole line."""
    entries = [e for e in load(name).entries.get(kind, ()) if not e.data.get("sign") and not e.data.get("whole")]
    return frozenset(key(str(f)) for e in entries for f in e.data["forms"])
