"""Open questions as JSON, and as pages of text show them: with the commands that answer them."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

from tawatur.record.codec.comparison import dump_fact
from tawatur.record.decisions import Decision
from tawatur.record.types import Fact
from tawatur.store.record import Record
from tawatur.tell import labels
from tawatur.tell.decisions import subject_line
from tawatur.tell.lines import fact_line
from tawatur.tell.page import PARTED, Line, Piece
from tawatur.tell.questions import Asked
from tawatur.tell.story import subject_title
from tawatur.work.deciding.questions import DISPUTED, LOST, NAMES, RETOLD, Answer, Question, Questions
from tawatur.work.viewing import of_fact


def questions_json(found: Questions) -> dict[str, Any]:
    """A page of questions as plain objects: facts as the record format has them, decisions by their rows."""
    return {
        "questions": [
            {
                "id": one.id,
                "kind": one.kind,
                "about": {key: _plain(value) for key, value in one.about.items()},
                "answers": [{"key": a.key, "deed": a.deed, "given": dict(a.given)} for a in one.answers],
            }
            for one in found.questions
        ],
        "counts": dict(found.counts),
        "next": found.next,
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Fact):
        return dump_fact(value)
    if isinstance(value, Decision):
        return {"id": value.id, "kind": value.kind, "subject": value.subject, "by": value.made_by, "at": value.made_at}
    return list(value) if isinstance(value, tuple) else value


def asked(record: Record, found: Questions, lang: str) -> list[Asked]:
    """Questions with what they are about in words, and the commands that answer them."""
    return [
        Asked(q.kind, _about(record, q, lang), [(a.key, _command(q, a, record.path)) for a in q.answers])
        for q in found.questions
    ]


def _about(record: Record, question: Question, lang: str) -> Line:
    about = question.about
    if question.kind == LOST:
        reason = labels.word_of("lost_reasons", about["reason"], lang)
        return [
            Piece(f"{about['decision'].id} ", "muted"),
            *subject_line(about["decision"], lang),
            Piece(f" — {reason}", "muted"),
        ]
    if question.kind in (DISPUTED, RETOLD):
        fact = about["fact"]
        view = of_fact(record, fact.id, lang)
        label = labels.property_label(fact.property, lang)
        line = [
            Piece(subject_title(view, fact), "name"),
            Piece(" "),
            Piece(f"{label}: ", "muted"),
            *fact_line(view, fact),
        ]
        return [*line, Piece(" "), *view.refs(about["since"])] if question.kind == RETOLD else line
    name = about["name"].get(lang) or about["name"].get("ar") or about["entity"]
    members = PARTED.join(f"{ident}@{report}" for report, ident in (about["member"], about["beside"]))
    return [Piece(name, "name"), Piece(f" {members} · {about['confidence']:.2f}", "muted")]


def _command(question: Question, answer: Answer, record: Path) -> str:
    """The command that gives an answer, as a shell takes it."""
    given = answer.given
    if question.kind == LOST:
        words = ["decisions", "--undo", str(given["ident"])]
    elif question.kind == NAMES:
        words = ["same", *(f"{given[side][1]}@{given[side][0]}" for side in ("a", "b"))]
        words += ["--no"] if given["different"] else []
    else:
        words = ["accept" if given["accept"] else "reject", given["fact"]]
        words += ["--value", str(given["value"] + 1)] if "value" in given else []
    return shlex.join(["tawatur", *words, "--record", str(record)])
