"""Whence a report has its words, as far as it says so itself: its outlet, the agencies it credits, who signed it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from tawatur.compare.corpus import Corpus, name_words, published_at, stems
from tawatur.compare.profiles import Names
from tawatur.language.loader import load
from tawatur.record.types import Reading, Statement
from tawatur.text.folding import fold
from tawatur.text.words import tokenize

HEAD = 0.4  # share of a report that holds its news
_EDGE = 120  # characters at a report's beginning and end where an agency is credited
_PAPERS = ("document", "paper")
_Agencies = frozenset[tuple[str, ...]]


@dataclass(slots=True, frozen=True)
class Source:
    """What one report says of where it comes from; agencies by their merged ids, else by their folded words."""

    report: str
    at: datetime
    day: date | None
    outlet: str | None  # as it is compared: folded, and one for all outlets of a publisher
    credits: frozenset[str]  # agencies whose text it says it carries
    leads: frozenset[str]  # those, and agencies through which it has what it opens with
    via: Mapping[str, frozenset[str]]  # the same by event
    papers: frozenset[str]  # events that a communique, a report, a study tells
    correspondent: bool  # signed by a person at a place

    @property
    def rank(self) -> tuple[datetime, str]:
        """Its place in time."""
        return self.at, self.report


def sources(corpus: Corpus, merged: Names) -> dict[str, Source]:
    """The source of every report, by report name."""
    return {name: source_of(name, reading, merged) for name, reading in corpus}


def source_of(name: str, reading: Reading, merged: Names) -> Source:
    """One report's own source; `merged` needs to have the entities of this report only."""
    report = reading.report
    agencies = {i: merged.get((name, i), i) for i in _agencies_among(reading)}
    said = dict(enumerate(reading.statements))
    told = {e.id: said[e.statement] for e in reading.events if e.statement in said}
    via = {event: _through(statement, agencies) for event, statement in told.items()}
    opening = HEAD * len(report.text)
    authors = {" ".join(words) for a in report.authors if (words := name_words(a)) in _known_agencies()}
    carried = _credited(reading, agencies) | authors
    return Source(
        name,
        published_at(report),
        report.published,
        outlet_key(report.outlet),
        frozenset(carried),
        frozenset(carried).union(*(_through(s, agencies) for s in reading.statements if s.start <= opening)),
        {event: found for event, found in via.items() if found},
        frozenset(event for event, statement in told.items() if _written(statement)),
        bool(report.dateline) and any(_person(a) for a in report.authors),
    )


def outlet_key(outlet: str | None) -> str | None:
    """What outlets are compared by; None where a report names none."""
    return " ".join(name_words(outlet)) or fold(outlet) if outlet else None


def is_correspondent(voice: str | None) -> bool:
    """Whether a speaker is the outlet's own man (our correspondent, al-Arabiya's correspondent): the outlet itself."""
    return voice is not None and bool(stems(" ".join(voice.split()[:1])) & _correspondents())


def _person(author: str) -> bool:
    words = name_words(author)
    return len(words) > 1 and words not in _known_agencies() and words not in _outlets()


def _written(statement: Statement) -> bool:
    """Whether somebody's words are read from paper: the chain begins with a communique, a report, a study."""
    return any(_paper(link) for link in (statement.speaker or "", *statement.via[:1]))


@cache
def _paper(link: str) -> bool:
    hits = load("arabic").lexicon.match(tokenize(link))
    return any(h.first == 0 and h.entry.kind == "medium" and h.data.get("class") in _PAPERS for h in hits)


def _through(statement: Statement, agencies: Mapping[str, str]) -> frozenset[str]:
    return frozenset(agencies[i] for i in (*statement.via, statement.speaker or "") if i in agencies)


def _credited(reading: Reading, agencies: Mapping[str, str]) -> set[str]:
    """Agencies named where reports name whose text they carry: at the very beginning and end."""
    end = len(reading.report.text.rstrip()) - _EDGE // 2
    edge = {m.entity for m in reading.mentions if m.type == "work" and (m.end <= _EDGE or m.start >= end)}
    return {agencies[i] for i in edge if i in agencies}


def _agencies_among(reading: Reading) -> list[str]:
    known = _known_agencies()
    return [e.id for e in reading.entities if any(name_words(n) in known for n in (*e.name.values(), *e.aliases) if n)]


@cache
def _known_agencies() -> _Agencies:
    return frozenset(name_words(str(name)) for name in load("arabic").data("outlets")["agencies"])


@cache
def _outlets() -> _Agencies:
    data = load("arabic").data("outlets")
    return frozenset(name_words(str(name)) for kind in ("outlets", "feeds") for name in data[kind])


@cache
def _correspondents() -> frozenset[str]:
    return frozenset().union(*(stems(str(w)) for w in load("arabic").data("outlets")["correspondents"]))
