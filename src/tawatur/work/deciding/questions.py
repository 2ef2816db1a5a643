"""What is open for a person to decide: unsure joinings of names, disputed facts, decisions that were lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice
from typing import Any

from tawatur.errors import OptionError
from tawatur.record.decisions import ON_FACTS, Decision
from tawatur.record.types import Fact
from tawatur.store.between import FACT, REJECTED
from tawatur.store.objects import fact_of
from tawatur.store.record import Record
from tawatur.store.shelf.rows import Doubt
from tawatur.tell.entities import UNSURE
from tawatur.work.deciding.history import lost

NAMES, DISPUTED, RETOLD, LOST = "unsure-names", "disputed-fact", "told-again", "lost-decision"
KINDS = (LOST, RETOLD, DISPUTED, NAMES)  # in the order in which they are asked
_PAGE = 100


@dataclass(frozen=True, slots=True)
class Answer:
    """One possible answer: its `key`, the deed of `tawatur.work.deciding` that gives it, and what it is given."""

    key: str
    deed: str
    given: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """Something that a person can decide. `id` is the same as long as the question is; `about` has what it is about:

    - `unsure-names`: `entity`, `name`, `member` and `beside` (report, entity there), `features`, `confidence`;
    - `disputed-fact`: the `fact`;
    - `told-again`: the `fact`, which a person ruled on, and the reports that tell it since (`since`);
    - `lost-decision`: the `decision`, and why it is lost (`reason`, as `history.Past` has it).
    """

    id: str
    kind: str
    about: Mapping[str, Any]
    answers: Sequence[Answer] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Questions:
    """A page of questions; `next` is where the next page begins, None at the end; `counts` by kind."""

    questions: Sequence[Question]
    next: str | None
    counts: Mapping[str, int]


def open_questions(
    record: Record, kinds: Sequence[str] = KINDS, after: str | None = None, limit: int = 25
) -> Questions:
    """At most `limit` open questions of these kinds: lost decisions, rulings that were overtaken, disputed facts, the
    least sure names. `after`: the `next` of the page before. Raises OptionError for a kind that is none, or a place."""
    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown:
        raise OptionError(f"{unknown[0]}: no questions are called so; there are {', '.join(KINDS)}.")
    start, number = _place(after)
    found: list[Question] = []
    counts: dict[str, int] = {}
    following = None
    for kind in (k for k in KINDS if k in kinds):
        counts[kind] = _count(record, kind)
        if start is not None and kind != start:
            continue
        skip, start, number = number, None, 0
        room = limit - len(found)
        if room <= 0:
            following = following or f"{kind}:0"
            continue
        some = list(islice(_of(record, kind), skip, skip + room + 1))
        found += some[:room]
        if len(some) > room:
            following = f"{kind}:{skip + room}"
    return Questions(found, following, counts)


def _place(after: str | None) -> tuple[str | None, int]:
    if after is None:
        return None, 0
    kind, _, number = after.partition(":")
    if kind not in KINDS or not number.isdecimal():
        raise OptionError(f"{after}: no page of questions begins there; leave it out for the first page.")
    return kind, int(number)


def _of(record: Record, kind: str) -> Iterator[Question]:
    if kind == LOST:
        return _lost(record)
    if kind == RETOLD:
        return _retold(record)
    return _disputed(record) if kind == DISPUTED else _unsure(record)


def _count(record: Record, kind: str) -> int:
    """How many there are; of disputed facts all, also those that a person accepted a value of."""
    if kind == DISPUTED:
        return record.shelf.facts("disputed", most=1).total
    if kind == NAMES:
        return record.shelf.unsure(UNSURE, most=1).total
    return sum(1 for _ in _of(record, kind))


def _lost(record: Record) -> Iterator[Question]:
    reasons = lost(record)
    for decision in record.decisions.standing():
        if decision.id in reasons:
            take_back = Answer("take-back", "take_back", {"ident": decision.id})
            about = {"decision": decision, "reason": reasons[decision.id]}
            yield Question(f"{LOST}-{decision.id}", LOST, about, [take_back])


def _retold(record: Record) -> Iterator[Question]:
    for decision in record.decisions.standing(*ON_FACTS):
        for fact in _ruled(record, decision):
            rulings = [r for r in (fact.ruling, *(v.ruling for v in fact.values)) if r is not None and r.since]
            if any(r.signed.decision == decision.id for r in rulings):
                since = [name for r in rulings for name in r.since]
                ident = _ident(RETOLD, str(decision.id), *since)
                yield Question(ident, RETOLD, {"fact": fact, "since": since}, _rulings(fact))


def _ruled(record: Record, decision: Decision) -> list[Fact]:
    reports = {place["report"] for place in decision.detail["evidence"]}
    rows = (row for layer in (FACT, REJECTED) for row in record.between.of_reports(layer, reports))
    return [fact_of(row) for row in rows if row.body["property"] == decision.detail["property"]]


def _disputed(record: Record) -> Iterator[Question]:
    at = None
    while True:
        page = record.shelf.facts("disputed", at, _PAGE)
        facts = {row.ident: fact_of(row) for row in record.between.named(FACT, [r.id for r in page.rows])}
        for row in page.rows:
            fact = facts[row.id]
            if fact.ruling is None and all(v.ruling is None for v in fact.values):
                yield Question(_ident(DISPUTED, fact.id), DISPUTED, {"fact": fact}, _rulings(fact))
        if (at := page.older) is None:
            return


def _rulings(fact: Fact) -> list[Answer]:
    """The fact as a whole, or each of its values, is so or is not."""
    found = [Answer(key, "judge", {"fact": fact.id, "accept": key == "accept"}) for key in ("accept", "reject")]
    if len(fact.values) > 1:
        for i in range(len(fact.values)):
            for key in ("accept", "reject"):
                given = {"fact": fact.id, "accept": key == "accept", "value": i}
                found.append(Answer(f"{key}-{i}", "judge", given))
    return found


def _unsure(record: Record) -> Iterator[Question]:
    at = None
    while True:
        page = record.shelf.unsure(UNSURE, at, _PAGE)
        yield from map(_doubt, page.rows)
        if (at := page.older) is None:
            return


def _doubt(doubt: Doubt) -> Question:
    members = {"a": doubt.member, "b": doubt.beside}
    about = {
        "entity": doubt.entity,
        "name": doubt.name,
        "type": doubt.type,
        "member": doubt.member,
        "beside": doubt.beside,
        "features": doubt.features,
        "confidence": doubt.confidence,
    }
    answers = [Answer(k, "decide_members", {**members, "different": k == "different"}) for k in ("same", "different")]
    return Question(_ident(NAMES, *doubt.member, *doubt.beside), NAMES, about, answers)


def _ident(kind: str, *words: str) -> str:
    return f"{kind}-{blake2b(chr(31).join(words).encode(), digest_size=6).hexdigest()}"
