"""Open questions: joinings of names that are not sure, facts that are disputed; answered one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from tawatur.desk.rendering import desk_of, page, reader_of
from tawatur.record.types import Comparison, Fact, Mention, Reading
from tawatur.store.record import Record
from tawatur.store.shelf.rows import Doubt
from tawatur.tell import labels
from tawatur.tell.entities import UNSURE
from tawatur.tell.opened import Opened, opened
from tawatur.tell.page import Line
from tawatur.tell.story import subject_title
from tawatur.tell.view import View
from tawatur.text.sentences import enclosing
from tawatur.work import viewing

router = APIRouter()
KINDS = ("names", "facts")
PAGE = 8  # questions of one page
_DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an unsure joining: what its report calls it, as decisions ask for it (`asked`), and its sentence in
    three: before the name, the name, after."""

    report: str
    name: str
    asked: str
    before: str
    words: str
    after: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NameQuestion:
    """Whether two names are one; `reasons`: what speaks for it and against it."""

    doubt: Doubt
    sides: tuple[Side, Side]
    reasons: list[str]


@router.get("/questions")
def ask(request: Request, of: str = "names", at: str | None = None) -> Response:
    """The open questions of a kind: `names` or `facts`; `at` a place in their list."""
    kind = of if of in KINDS else KINDS[0]
    lang = reader_of(request).lang
    with desk_of(request).reading() as record:
        counts = {
            "names": record.shelf.unsure(UNSURE, most=1).total,
            "facts": record.shelf.facts(_DISPUTED, most=1).total,
        }
        context = _names(record, lang, at) if kind == "names" else _facts(record, lang, at)
        return page(request, "questions.html", kind=kind, kinds=KINDS, counts=counts, **context)


def _names(record: Record, lang: str, at: str | None) -> dict[str, Any]:
    found = record.shelf.unsure(UNSURE, at, PAGE)
    readings = record.readings_of(report for d in found.rows for report in (d.member[0], d.beside[0]))
    view = View(readings, Comparison(), lang)
    asked = [q for q in (_question(view, doubt) for doubt in found.rows) if q is not None]
    return {"view": view, "names": asked, "facts": [], "newer": found.newer, "older": found.older}


def _question(view: View, doubt: Doubt) -> NameQuestion | None:
    sides = [_side(view.readings.get(report), report, local) for report, local in (doubt.member, doubt.beside)]
    one, other = sides
    if one is None or other is None:
        return None
    reasons = [
        f"{labels.word_of('entity_features', name.split()[0], view.lang)}{name[len(name.split()[0]) :]}"
        for name in doubt.features
    ]
    return NameQuestion(doubt, (one, other), reasons)


def _side(reading: Reading | None, report: str, local: str) -> Side | None:
    if reading is None:
        return None
    entity = next((e for e in reading.entities if e.id == local), None)
    if entity is None:
        return None
    name = entity.name.get("ar") or entity.name.get("en") or entity.id
    mention = next((m for m in reading.mentions if m.entity == local), None)
    return Side(report, name, f"{name}@{report}", *_sentence(reading, mention))


def _sentence(reading: Reading, mention: Mention | None) -> tuple[str, str, str, int, int]:
    if mention is None:
        return "", "", "", 0, 0
    text = reading.report.text
    start, end = enclosing(text, mention.start, mention.end)
    return text[start : mention.start], mention.text, text[mention.end : end], mention.start, mention.end


@dataclass(frozen=True, slots=True)
class FactQuestion:
    """Which value of a fact is so; `title`: of what it is said."""

    opened: Opened
    title: str
    values: list[Line]


def _facts(record: Record, lang: str, at: str | None) -> dict[str, Any]:
    found = record.shelf.facts(_DISPUTED, at, PAGE)
    view = viewing.of_facts(record, [row.id for row in found.rows], lang)
    facts = {fact.id: fact for some in view.facts_of.values() for fact in some}
    asked = [_fact(view, facts[row.id]) for row in found.rows if not _ruled(facts[row.id])]
    return {"view": view, "names": [], "facts": asked, "newer": found.newer, "older": found.older}


def _ruled(fact: Fact) -> bool:
    return fact.ruling is not None or any(value.ruling is not None for value in fact.values)


def _fact(view: View, fact: Fact) -> FactQuestion:
    return FactQuestion(opened(view, fact), subject_title(view, fact), [view.fact_value(fact, v) for v in fact.values])
