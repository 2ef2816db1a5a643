"""The day of publication: in a date line of a report's head, or in its text beside "today"."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from hijridate import Hijri

from tawatur.language.loader import Language, load
from tawatur.text.folding import fold
from tawatur.text.words import NUMBER, SIGN, tokenize

_CLOCK = re.compile(r"\bt?\d{1,2}\s*[:.h]\s*\d{2}(?::\d{2})?(?:\.\d+)?z?(?!\d)|\+\d{2}:?\d{2}")
_NUMERIC = re.compile(r"\b(?:(?P<y>\d{4})\s*[-/.]\s*(?P<m>\d{1,2})\s*[-/.]\s*(?P<d>\d{1,2})"
                      r"|(?P<d2>\d{1,2})\s*[-/.]\s*(?P<m2>\d{1,2})\s*[-/.]\s*(?P<y2>\d{4}))(?!\d)")  # fmt: skip
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


class Days:
    """The date grammar of one language, compiled once from its month names and head words."""

    def __init__(self, language: Language) -> None:
        head = language.data("head")
        self._months = _forms(language, "month") | {k: int(v) for k, v in head["latin_months"].items()}
        self._hijri = _forms(language, "hijri-month")
        links = _any(head["date_links"])
        era = rf"(?:\s*(?:{_any(head['era'])})\b)?"
        month, hijri = _any(self._months), _any(self._hijri)
        gap = rf"[\s,،.\-/]*(?:(?:{links})[\s,،]+)*"
        self._worded = re.compile(
            rf"\b(?P<d>\d{{1,2}}){gap}(?P<m>{month})(?:\s*[/(|]\s*(?:{month})\s*\)?)?{gap}(?P<y>\d{{4}})\b{era}"
            rf"|\b(?P<m2>{month})\s+(?P<d2>\d{{1,2}})\s*[,،]?\s*(?P<y2>\d{{4}})\b{era}"
        )
        self._lunar = re.compile(rf"\b(?P<d>\d{{1,2}}){gap}(?P<m>{hijri}){gap}(?P<y>1[345]\d{{2}})\b{era}")
        self._today = re.compile(
            rf"\b(?:{_any(head['today'])})\b[\s,،()]*(?:(?:{_any(_weekdays(language))})[\s,،()]*)?"
        )
        self._fillers = {fold(w) for phrase in head["date_words"] for w in str(phrase).split()} | _weekdays(language)
        self._fillers |= {fold(str(w)) for w in head["era"]}

    def first(self, folded: str) -> tuple[date, int] | None:
        """The first full Gregorian date of a folded text and where it starts; a Hijri one where there is no other."""
        found = [(d, m.start()) for p in (self._worded, _NUMERIC) for m in p.finditer(folded) if (d := self._day(m))]
        if not found:
            found = [(d, m.start()) for m in self._lunar.finditer(folded) if (d := self._lunar_day(m))]
        return min(found, key=lambda f: f[1], default=None)

    def of_line(self, line: str) -> date | None:
        """The day a line gives where it holds nothing but a date, a clock and what goes with them."""
        found = self.with_rest(line)
        return found[0] if found and not found[1] else None

    def with_rest(self, line: str) -> tuple[date, str] | None:
        """The day a line gives, and the folded words that stand in it beside date, clock and what goes with them."""
        folded = fold(line)
        if len(folded) > 120 or not any(c.isdigit() for c in folded):
            return None
        found = self.first(folded)
        if found is None:
            return None
        rest = folded
        for pattern in (self._lunar, self._worded, _NUMERIC, _CLOCK):
            rest = pattern.sub(" ", rest)
        left = [t for t in tokenize(rest) if t.kind != SIGN and t.form not in self._fillers]
        return found[0], " ".join(t.form for t in left if not (t.kind == NUMBER and len(t.form) <= 6))

    def of_text(self, text: str) -> date | None:
        """The day a text itself calls today, with a full date beside the word."""
        folded = fold(text)
        for today in self._today.finditer(folded):
            for pattern in (self._worded, _NUMERIC):
                if (m := pattern.match(folded, today.end())) and (day := self._day(m)):
                    return day
        return None

    def _day(self, match: re.Match[str]) -> date | None:
        group = match.groupdict()
        side = "" if group["d"] else "2"
        month = group["m" + side]
        number = int(month) if month.isdigit() else self._months[" ".join(month.split())]
        return _date(int(group["y" + side]), number, int(group["d" + side]))

    def _lunar_day(self, match: re.Match[str]) -> date | None:
        try:
            month = self._hijri[" ".join(match["m"].split())]
            gregorian = Hijri(int(match["y"]), month, int(match["d"])).to_gregorian()
        except (ValueError, OverflowError):
            return None
        return date(gregorian.year, gregorian.month, gregorian.day)


def _date(year: int, month: int, day: int) -> date | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _forms(language: Language, kind: str) -> dict[str, int]:
    return {fold(f): e.data["month"] for e in language.entries[kind] for f in e.data["forms"]}


def _weekdays(language: Language) -> set[str]:
    return {fold(f) for e in language.entries["weekday"] for f in e.data["forms"]}


def _any(words: object) -> str:
    forms = sorted({fold(str(w)) for w in words}, key=lambda w: (-len(w), w))  # type: ignore[attr-defined]
    return "|".join(r"\s+".join(map(re.escape, f.split())) for f in forms)


@cache
def days(name: str = "arabic") -> Days:
    """The date grammar of that language, made once a process."""
    return Days(load(name))
