"""Open questions: what the machine was not sure of, what reports dispute, what people decided and no longer holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from tawatur.desk.rendering import desk_of, page, reader_of
from tawatur.record.decisions import Decision
from tawatur.record.types import Comparison, Fact, Reading
from tawatur.store.record import Record
from tawatur.tell import labels
from tawatur.tell.opened import Opened, opened
from tawatur.tell.story import subject_title
from tawatur.tell.view import View
from tawatur.text.sentences import enclosing
from tawatur.work import viewing
from tawatur.work.deciding import open_questions
from tawatur.work.deciding.questions import DISPUTED, LOST, NAMES, RETOLD, Question

router = APIRouter()
TABS = (NAMES, DISPUTED, RETOLD, LOST)
PAGE = 8  # questions of one page
Member = tuple[str, str]  # report, entity there


@router.get("/questions")
def ask(request: Request, of: str = "", at: str | None = None) -> Response:
    """The open questions of a kind; `at` where the page before says that they go on. Raises OptionError for a place
    that is none."""
    lang = reader_of(request).lang
    with desk_of(request).reading() as record:
        counts = open_questions(record, TABS, limit=0).counts
        kind = of if of in TABS else next((tab for tab in TABS if counts[tab]), NAMES)
        found = open_questions(record, (kind,), at, PAGE)
        context = _context(record, kind, found.questions, lang)
        return page(request, "questions.html", kind=kind, kinds=TABS, counts=counts, older=found.next, **context)


def _context(record: Record, kind: str, questions: Sequence[Question], lang: str) -> dict[str, Any]:
    empty: dict[str, Any] = {"names": [], "facts": [], "lost": []}
    if kind == NAMES:
        reports = [report for q in questions for report, _ in (q.about["member"], q.about["beside"])]
        view = View(record.readings_of(reports), Comparison(), lang, numbers=record.between.rows(reports))
        return empty | {"view": view, "names": [asked for q in questions if (asked := _names(view, q))]}
    if kind == LOST:
        lost = [LostQuestion(q.about["decision"], q.about["reason"]) for q in questions]
        return empty | {"view": None, "lost": lost}
    view = viewing.of_facts(record, [q.about["fact"].id for q in questions], lang)
    return empty | {"view": view, "facts": [_fact(view, q) for q in questions]}


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an unsure joining: what its report calls it, and its sentence in three: before the name, the name,
    after; offsets of the name in the report. Empty where the report only implies it."""

    report: str
    entity: str
    name: str
    before: str = ""
    words: str = ""
    after: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class NameQuestion:
    """Whether what two reports name is one; `reasons`: what speaks for it and against it; `of`: what they are one with
    now, by its id and name."""

    sides: tuple[Side, Side]
    reasons: list[str]
    confidence: float
    of: str
    of_name: str


def _names(view: View, question: Question) -> NameQuestion | None:
    about = question.about
    sides = [_side(view.readings.get(report), report, local) for report, local in (about["member"], about["beside"])]
    if sides[0] is None or sides[1] is None:  # it went since it was compared
        return None
    reasons = []
    for feature in about["features"]:
        name, space, of = feature.partition(" ")
        reasons.append(labels.word_of("entity_features", name, view.lang) + space + of)
    name = about["name"].get(view.lang) or about["name"].get("ar") or about["entity"]
    return NameQuestion((sides[0], sides[1]), reasons, about["confidence"], about["entity"], name)


def _side(reading: Reading | None, report: str, local: str) -> Side | None:
    entity = next((e for e in reading.entities if e.id == local), None) if reading else None
    if reading is None or entity is None:
        return None
    name = entity.name.get("ar") or entity.name.get("en") or local
    named = next((m for m in reading.mentions if m.entity == local), None)
    if named is None:
        return Side(report, local, name)
    text = reading.report.text
    first, last = enclosing(text, named.start, named.end)
    before, after = text[first : named.start], text[named.end : last]
    return Side(report, local, name, before, named.text, after, named.start, named.end)


@dataclass(frozen=True, slots=True)
class FactQuestion:
    """Which value of a fact is so; `title`: of what it is said; `since`: reports that tell it since a person ruled."""

    opened: Opened
    title: str
    since: list[str]


def _fact(view: View, question: Question) -> FactQuestion:
    fact: Fact = question.about["fact"]
    return FactQuestion(opened(view, fact), subject_title(view, fact), question.about.get("since", []))


@dataclass(frozen=True, slots=True)
class LostQuestion:
    """A decision that cannot be held to what is read now, and why."""

    decision: Decision
    reason: str
