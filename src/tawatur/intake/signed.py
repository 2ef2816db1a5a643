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
_DATED_WORDS = 16
_NAME_WORDS = 4


def line_byline(line: str, outlet: str | None, after_title: bool) -> Byline | None:
    """A line that holds nothing but a signature: two parts of which one is known, a desk, or an agency."""
    if len(line.split()) > BYLINE_WORDS or STOP.search(line) or _NO_BYLINE.search(line):
        return None
    line = _without_tools(line)
    byline = read_byline(line, outlet)
    if outlet is None:
        _unknown_outlet(byline)
    kinds = [p.kind for p in byline.parts]
    if not kinds or any(p.kind == PERSON and len(p.text.split()) > _NAME_WORDS for p in byline.parts):
        return None
    if len(kinds) == 1:
        alone = kinds[0] in (AGENCY, DESK) or (kinds[0] == OUTLET and after_title)
        return byline if alone and after_title else None
    if not set(kinds) & {AGENCY, DESK, OUTLET, CREDIT, DATE}:
        return _outlet_and_person(byline) if after_title else None
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


def _unknown_outlet(byline: Byline) -> None:
    """A word with the article, on no list, that signs beside a person: in a text that names no outlet, the outlet."""
    for part in byline.parts:
        guessed = part.kind == PLACE and not signatures().is_place(key(part.text))
        if guessed and any(a.article for a in analyses(key(part.text))):
            part.kind, byline.outlet, byline.dateline = OUTLET, part.text, None


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
    while words and key(words[0]) in forms_of("page-word"):
        words.pop(0)
    return " ".join(words)


@cache
def forms_of(kind: str, name: str = "arabic") -> frozenset[str]:
    """The forms of a word list as they are compared, without those that need a sign or a whole line."""
    entries = [e for e in load(name).entries.get(kind, ()) if not e.data.get("sign") and not e.data.get("whole")]
    return frozenset(key(str(f)) for e in entries for f in e.data["forms"])
