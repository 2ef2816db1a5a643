"""What a byline or dateline can be made of: places, outlets, agencies, desks, credits; all else is a person."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from babel import Locale

from tawatur.language.loader import Language, load
from tawatur.text.folding import fold
from tawatur.text.words import SIGN, tokenize

PLACE, OUTLET, AGENCY, DESK, CREDIT, DATE, PERSON = "place", "outlet", "agency", "desk", "credit", "date", "person"
_SITE = re.compile(r"(?:www\.)?(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)
_CODE = {"arabic": "ar"}


def key(text: str) -> str:
    """A name as it is compared: folded words and numbers without signs."""
    return " ".join(t.form for t in tokenize(text) if t.kind != SIGN)


def is_site(text: str) -> bool:
    """Whether a text is a site's address and nothing else."""
    return _SITE.fullmatch(text.strip()) is not None


class Signatures:
    """The signatures of one language, from outlets.yml, publishers.yml, head.yml, its names of places and CLDR's."""

    def __init__(self, name: str) -> None:
        language = load(name)
        head, outlets = language.data("head"), language.data("outlets")
        locale = Locale(_CODE[name])
        self.countries = {key(t) for code, t in locale.territories.items() if code.isalpha()}
        self._places = self.countries | {key(p) for group in head["places"] for p in group} | _named_places(language)
        self._places |= {key(zone["city"]) for zone in locale.time_zones.values() if "city" in zone}
        self._outlets = {key(str(o)) for o in outlets["outlets"]}
        self._agencies = {key(str(a)) for a in (*_agencies(language.data("publishers")), *outlets["taken_over"])}
        self._credits = {key(c) for c in head["credits"]}
        self._desks = {key(d) for d in head["desks"]}
        self._before = {key(w) for w in head["place_before"]}
        self._after = {key(w) for w in head["place_after"]}
        self._classes = {key(w) for w in head["outlet_class"]}
        self._labels = {key(f) for e in language.entries["section-label"] for f in e.data["forms"]}
        self._date_links = {key(w) for w in head["place_date_links"]}
        self._feeds = {fold(feed): {key(str(n)) for n in names} for feed, names in outlets["feeds"].items()}

    def own(self, outlet: str | None) -> set[str]:
        """The names under which an outlet signs; the feed's name and the usual Arabic ones."""
        if not outlet:
            return set()
        return {key(outlet)} | self._feeds.get(fold(outlet), set())

    def is_place(self, form: str) -> bool:
        """Whether a compared form is a place, with the words that may stand around its name."""
        if form in self._places:
            return True
        first, _, rest = form.partition(" ")
        if rest and first in self._before and rest in self._places:
            return True
        rest, _, last = form.rpartition(" ")
        return bool(rest) and last in self._after and rest in self._places

    def kind(self, text: str, own: set[str]) -> tuple[str, int]:
        """Which kind of part a byline's part is, and how many characters of it are a credit before a medium's name
        ("خاص عكاظ"); `own` are the names of the report's outlet."""
        if is_site(text):
            return OUTLET, 0
        form = key(text)
        if not form:
            return CREDIT, 0
        found = self._listed(form, own)
        if found:
            return found, 0
        first, _, rest = form.partition(" ")
        if first in self._credits and self._listed(rest, own) in (OUTLET, AGENCY):
            return self._listed(rest, own) or PERSON, len(text) - len(text.split(maxsplit=1)[-1])
        return PERSON, 0

    def _listed(self, form: str, own: set[str]) -> str | None:
        if form in own:
            return OUTLET
        if form in self._agencies:
            return AGENCY
        if self.is_place(form):
            return PLACE
        if form in self._outlets:
            return OUTLET
        first, _, rest = form.partition(" ")
        if first in self._classes and rest in self._outlets:
            return OUTLET
        if any(form == d or form.startswith(d + " ") for d in self._desks):
            return DESK
        return CREDIT if form in self._credits or form in self._labels else None

    def is_outlet(self, text: str) -> bool:
        """Whether a part is on the list of outlets, whatever else its words name."""
        return key(text) in self._outlets

    def is_label(self, text: str) -> bool:
        """Whether a part is the name of a page's section."""
        return key(text) in self._labels

    def is_agency(self, text: str) -> bool:
        """Whether a part names one agency (and not "agencies" or a follow-up)."""
        form = key(text)
        return form in self._agencies and form not in self._credits

    def ambiguous(self, text: str) -> bool:
        """Whether a part is the name of an outlet and of a place (الرياض، المدينة، القدس)."""
        form = key(text)
        return form in self._places

    def place_before_date(self, text: str) -> int:
        """How many characters of a part are a place before a date ("الرباط 11 ماي 2022"); 0 where none are."""
        words = list(re.finditer(r"\S+", text))
        digit = next((i for i, w in enumerate(words) if w.group()[0].isdigit()), None)
        if not digit:
            return 0
        while digit > 1 and key(words[digit - 1].group()) in self._date_links:
            digit -= 1
        end = words[digit - 1].end()
        return end if self.is_place(key(text[:end])) else 0


def _agencies(publishers: Mapping[str, Any]) -> list[str]:
    """Every way in which reports name agencies, and what they write instead of a name."""
    forms = (form for agency in publishers["agencies"].values() for kind in ("names", "marks") for form in agency[kind])
    return [*map(str, forms), *map(str, publishers["unnamed"])]


def _named_places(language: Language) -> set[str]:
    found: set[str] = set()
    for entry in language.entries.get("name", ()):
        data: dict[str, Any] = entry.data
        if data.get("type") == "place":
            found.update(key(f) for f in data.get("forms", ()))
    return found


@cache
def signatures(name: str = "arabic") -> Signatures:
    """The signatures of that language, made once a process."""
    return Signatures(name)
