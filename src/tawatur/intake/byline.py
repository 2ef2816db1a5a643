"""Bylines ("الرياض - واس", "سعاد الشمراني (جدة)") and the datelines that open a text ("مراكش (المغرب): ...")."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from tawatur.intake.days import days
from tawatur.intake.signatures import AGENCY, CREDIT, DATE, DESK, OUTLET, PERSON, PLACE, key, signatures
from tawatur.language.loader import load
from tawatur.text.folding import MARKS, fold

_SIGNS = (
    rf"[{MARKS}]*(?:\s+[-–—_|/\\]+\s*|[-–—|/\\:؛;،,\n\t()\[\]{{}}«»\"“”*]+"
    r"|\.\.+|\s\++\s|\s+ـ+\s*|ـ\s|\s+(?=(?:%s)\s))\s*"
)
_FROM = "from"  # the sign of a part that "from" opens
_SEPARATOR = re.compile(r"[-–—_|/\\:؛،,()\n\tـ+]")
_QUOTES = ("«", "“", '"', "{")
_OPEN, _CLOSE = "([{", ")]}"
_END = re.compile(r"\s*(?:--+|[—–:]|[-ـ](?=\s)|/(?=\s))\s*[-–—]*\s*")
_LONGEST = 110  # characters of a dateline with all its agencies
_MOST_WORDS = 4  # of a person's name in a byline


@dataclass(slots=True)
class Part:
    """One part of a byline: where it stands in the string, the sign before it, its kind."""

    start: int
    end: int
    text: str
    sign: str
    kind: str = PERSON


@dataclass(slots=True)
class Byline:
    """What a byline says; None and empty where it does not."""

    dateline: str | None = None
    outlet: str | None = None
    authors: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    def kinds(self) -> set[str]:
        """The kinds of parts it is made of."""
        return {p.kind for p in self.parts}

    def separated(self) -> bool:
        """Whether more than quotation marks stands between its parts, as in a byline and not in a sentence."""
        return all(p.sign == _FROM or _SEPARATOR.search(p.sign) for p in self.parts[1:])


def clean(text: str) -> str:
    """A byline or title of a feed without HTML entities, doubled white space and closing colons."""
    return " ".join(html.unescape(text).split()).strip(" :*|-–ـ")


def read_byline(text: str, outlet: str | None = None, guess: bool = True) -> Byline:
    """Read a byline; `outlet` is the report's own, whose name in it is no place.

    `guess` also takes for a place what no list has but a byline's convention puts where a place stands: right for a
    feed's author, wrong for a line of text that may be no byline at all.
    """
    parts = _classified(_split(text), signatures().own(outlet), guess)
    found = Byline(parts=parts)
    run = _place_run(parts)
    if run:
        found.dateline = _slice(text, run)
    for part in parts:
        if part.kind in (PERSON, AGENCY, DESK, OUTLET) and part.text not in found.authors:
            found.authors.append(part.text)
        if part.kind == OUTLET and found.outlet is None:
            found.outlet = part.text
    return found


def text_dateline(text: str, outlet: str | None = None) -> tuple[Byline, int] | None:
    """The dateline that opens a paragraph and the offset where the news begins; None where there is none."""
    best: tuple[Byline, int] | None = None
    head = text[: _LONGEST + 10]
    for end in _END.finditer(head):
        if end.start() > _LONGEST or end.end() >= len(text):
            break
        prefix = head[: end.start()]
        if not prefix.strip() or prefix.count("(") != prefix.count(")"):
            continue
        byline = read_byline(prefix, outlet, guess=False)
        if _opens(byline, end.group().strip()):
            best = byline, end.end()
    return best


def _opens(byline: Byline, sign: str) -> bool:
    if not byline.separated():
        return False
    signed = bool(byline.kinds() & {OUTLET, AGENCY})
    if PLACE not in byline.kinds():  # "(CNN)-- ...", "person – outlet: ..."
        return signed and sign.startswith((":", "--", "—")) and _short(byline)
    people = [p for p in byline.parts if p.kind == PERSON]
    if not _short(byline):
        return False
    if people:
        return signed and sign in (":", "-", "–", "—", "--", "ـ")
    return signed or sign[0] in ":-–—" or len(byline.parts) > 1


def _short(byline: Byline) -> bool:
    people = [p for p in byline.parts if p.kind == PERSON]
    return len(people) <= 3 and all(len(p.text.split()) <= _MOST_WORDS for p in people)


@cache
def _separators(name: str = "arabic") -> tuple[re.Pattern[str], frozenset[str]]:
    """What parts a byline: signs, and the word before a place ("person from place")."""
    words = [fold(w) for w in load(name).data("head")["from"]]
    return re.compile(_SIGNS % "|".join(map(re.escape, words))), frozenset(words)


def _split(text: str) -> list[Part]:
    parts: list[Part] = []
    at, sign = 0, ""
    signs = [m for m in _separators()[0].finditer(text) if not _inside_latin(text, m)]
    for match in [*signs, None]:
        end = match.start() if match else len(text)
        piece = text[at:end]
        stripped = piece.strip(f" .\u00a0{_marks()}")
        if stripped:
            start = at + piece.index(stripped)
            _add(parts, start, stripped, sign)
            sign = ""
        if match:
            sign += match.group().strip() or " "
            at = match.end()
    return parts


def _inside_latin(text: str, sign: re.Match[str]) -> bool:
    """A hyphen between Latin letters parts no names: it belongs to a site's address or a Latin name."""
    before, after = text[: sign.start()][-1:], text[sign.end() :][:1]
    return sign.group() == "-" and before.isascii() and before.isalnum() and after.isascii() and after.isalnum()


def _marks() -> str:
    return "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff"


def _add(parts: list[Part], start: int, text: str, sign: str) -> None:
    words = text.split()
    if len(words) > 1 and fold(words[0]) in _separators()[1] and parts:
        start += text.index(words[1], len(words[0]))
        text, sign = text[text.index(words[1], len(words[0])) :], sign + _FROM
    parts.append(Part(start, start + len(text), text, sign))


def _classified(parts: list[Part], own: set[str], guess: bool) -> list[Part]:
    known = signatures()
    for part in parts:
        part.kind, skip = known.kind(part.text, own)
        part.text, part.start = part.text[skip:], part.start + skip
        if part.kind == PLACE and part.sign[-1:] in _QUOTES and known.is_outlet(part.text):
            part.kind = OUTLET
        if part.kind == PERSON and (cut := known.place_before_date(part.text)):
            part.text, part.end, part.kind = part.text[:cut], part.start + cut, PLACE
        elif part.kind == PERSON and days().of_line(part.text):
            part.kind = DATE
    _own_name(parts, own)
    if guess:
        _unknown_places(parts)
    elif len(parts) == 2 and parts[1].kind == AGENCY and parts[1].sign[-1:] == "(" and _town(parts[0]):
        parts[0].kind = PLACE
    return parts


def _own_name(parts: list[Part], own: set[str]) -> None:
    """The outlet's own name is the place it shares it with where no other place stands beside it (الرياض - واس)."""
    if any(p.kind == PLACE for p in parts):
        return
    for part in parts:
        if part.kind == OUTLET and key(part.text) in own and signatures().ambiguous(part.text) and len(parts) > 1:
            part.kind = PLACE
            return


def _unknown_places(parts: list[Part]) -> None:
    """Places no list has: what stands where a place stands in a byline's convention."""
    known = signatures()
    for before, part in pairwise(parts):
        country = part.kind == PLACE and part.sign[-1:] in _OPEN and key(part.text) in known.countries
        apart = part is not parts[-1] or before.sign[-1:] in ("-", "–", ":", "ـ", "|")
        if country and apart and before.kind == PERSON and len(before.text.split()) <= 2:
            before.kind = PLACE
        listed = {part.kind, before.kind} == {PLACE, PERSON} and part.sign in ("،", ",")
        single = before if before.kind == PERSON else part
        if listed and " " not in single.text:
            single.kind = PLACE
    if any(p.kind == PLACE for p in parts) or len(parts) < 2:
        return
    for part in parts[1:]:
        if part.kind == PERSON and (part.sign.endswith(_FROM) or part.sign[-1:] == "("):
            part.kind = PLACE
            return
    others = {p.kind for p in parts}
    first, second = parts[0], parts[1]
    if first.kind == PERSON and second.sign.startswith(":") and len(first.text.split()) <= 2:
        first.kind = PLACE
        return
    if first.kind == PERSON and len(first.text.split()) <= 2 and all(known.is_agency(p.text) for p in parts[1:]):
        first.kind = PLACE
        return
    alone = [p for p in parts if p.kind == PERSON and len(p.text.split()) == 1]
    if len(alone) == 1 and len(others - {CREDIT}) + (sum(p.kind == PERSON for p in parts) > 1) > 1:
        alone[0].kind = PLACE


def _town(part: Part) -> bool:
    return part.kind == PERSON and len(part.text.split()) <= 2


def _place_run(parts: list[Part]) -> list[Part]:
    run: list[Part] = []
    for part in parts:
        if part.kind == PLACE:
            run.append(part)
        elif run:
            break
    return run


def _slice(text: str, run: list[Part]) -> str:
    start, end = run[0].start, run[-1].end
    found = text[start:end]
    for opening, closing in zip(_OPEN, _CLOSE, strict=True):
        if found.count(opening) > found.count(closing) and text[end : end + 2].strip().startswith(closing):
            found = text[start : text.index(closing, end) + 1]
    return " ".join(found.split())
