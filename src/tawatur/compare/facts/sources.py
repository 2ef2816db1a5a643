"""Whence a report has its words, as far as it says so itself: its outlet, the agencies it credits, who signed it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache

from tawatur.compare.corpus import Corpus, name_words, stems
from tawatur.compare.publishers import agencies_at_edges, agencies_called, agency_of, publisher_of
from tawatur.language.lexicon import Lexicon
from tawatur.language.loader import load
from tawatur.record.naming import published_at
from tawatur.record.types import Entity, Reading, Statement
from tawatur.text.sentences import enclosing
from tawatur.text.words import tokenize

HEAD = 0.4  # share of a report that holds its news
_PAPERS = ("document", "paper")


@dataclass(slots=True, frozen=True)
class Source:
    """What one report says of where it comes from; agencies by their usual names."""

    report: str
    at: datetime
    day: date | None
    outlet: str | None  # as it is compared: the publisher that it belongs to
    credits: frozenset[str]  # agencies whose text it says it carries
    leads: frozenset[str]  # those, and agencies through which it has what it opens with
    via: Mapping[str, frozenset[str]]  # the same by event
    papers: frozenset[str]  # events that a communique, a report, a study tells
    correspondent: bool  # signed by a person at a place

    @property
    def rank(self) -> tuple[datetime, str]:
        """Its place in time."""
        return self.at, self.report


def sources(corpus: Corpus) -> dict[str, Source]:
    """The source of every report, by report name."""
    return {name: source_of(name, reading) for name, reading in corpus}


def source_of(name: str, reading: Reading) -> Source:
    """One report's own source."""
    report = reading.report
    known = {e.id: found for e in reading.entities if (found := _agency(e))}
    said = dict(enumerate(reading.statements))
    told = {e.id: said[e.statement] for e in reading.events if e.statement in said}
    via = {event: _through(statement, known) for event, statement in told.items()}
    for event, agencies in _beside(reading, known).items():
        via[event] = via.get(event, frozenset()) | agencies
    credited = agencies_at_edges(report.text)
    signed = [*report.authors, *([report.outlet] if report.outlet else [])]  # what an agency prints is its own text
    credited |= {agency for name in signed if (agency := agency_of(name))}
    opening = HEAD * len(report.text)
    return Source(
        name,
        published_at(report),
        report.published,
        publisher_of(report.outlet),
        credited,
        credited.union(*(_through(s, known) for s in reading.statements if s.start <= opening)),
        {event: found for event, found in via.items() if found},
        frozenset(event for event, statement in told.items() if _written(statement)),
        bool(report.dateline) and any(_person(a) for a in report.authors),
    )


def _agency(entity: Entity) -> str | None:
    names = (name for name in (*entity.name.values(), *entity.aliases) if name)
    return next((found for name in names if (found := agency_of(name))), None)


def _beside(reading: Reading, agencies: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The agencies that are named beside an event in its sentence, by event: who names one there cites it."""
    text = reading.report.text
    named = [(m.start, agencies[m.entity]) for m in reading.mentions if m.entity in agencies]
    found = {}
    for event in reading.events if named else ():
        left, right = enclosing(text, event.start, event.end)
        beside = (agency for at, agency in named if left <= at < event.start or event.end <= at < right)
        found[event.id] = frozenset(beside)
    return found


def is_correspondent(voice: str | None) -> bool:
    """Whether a speaker is the outlet's own man (our correspondent, al-Arabiya's correspondent): the outlet itself."""
    return voice is not None and bool(stems(" ".join(voice.split()[:1])) & _correspondents())


def _person(author: str) -> bool:
    words = name_words(author)
    return len(words) > 1 and not agency_of(author) and words not in _outlets()


def _written(statement: Statement) -> bool:
    """Whether somebody's words are read from paper: the chain begins with a communique, a report, a study."""
    return any(_paper(link) for link in (statement.speaker or "", *statement.via[:1]))


@lru_cache(1 << 14)
def _paper(link: str) -> bool:
    return any(hit.first == 0 for hit in _papers().match(tokenize(link)))


@cache
def _papers() -> Lexicon:
    """What papers are called."""
    return load("arabic").lexicon.part(lambda entry: entry.kind == "medium" and entry.data.get("class") in _PAPERS)


def _through(statement: Statement, agencies: Mapping[str, str]) -> frozenset[str]:
    """The agencies through which something is told: those of the report's entities, and those that are described."""
    found: set[str] = set()
    for link in (*statement.via, statement.speaker or ""):
        found |= {agencies[link]} if link in agencies else agencies_called(link) if not link.isascii() else frozenset()
    return frozenset(found)


@cache
def _outlets() -> frozenset[tuple[str, ...]]:
    data = load("arabic").data("outlets")
    return frozenset(name_words(str(name)) for kind in ("outlets", "feeds") for name in data[kind])


@cache
def _correspondents() -> frozenset[str]:
    return frozenset().union(*(stems(str(w)) for w in load("arabic").data("outlets")["correspondents"]))
