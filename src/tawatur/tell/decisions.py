"""What people decided, as a page: every decision with who, when and why, and what became of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from tawatur.record.codec.parts import load_interval, load_number
from tawatur.record.decisions import CORRECTED, DELETED, ON_FACTS, ON_TEXTS, Decision, first_of, standing
from tawatur.record.schema import SCHEMA
from tawatur.tell import labels
from tawatur.tell.amounts import amount
from tawatur.tell.page import Line, Page, Piece

_CLOSED = {"status": "statuses", "level": "levels", "type": "incident_types"}  # words of fields, as the schema has them


def decisions(
    made: Sequence[Decision], lang: str, lost: Mapping[int, str] | None = None, overruled: Collection[int] = ()
) -> Page:
    """The page of a record's decisions, in the order they were made; rows that take one back, or make it stand again,
    are beside it. `lost`: those that fit nothing any more, with the reason; `overruled`: those that a later one
    overrules."""
    page = Page(lang, labels.label("decisions", lang))
    holds = {d.id for d in standing(made)}
    by_id = {d.id: d for d in made}
    later: dict[int, list[Decision]] = {}
    for row in made:
        if row.undoes is not None:
            later.setdefault(first_of(by_id, row.id).id, []).append(row)
    for decision in made:
        if decision.undoes is None:
            below = [signed("decision_by", decision, lang), *_later(decision, later.get(decision.id, ()), lang)]
            if decision.id in holds and decision.id in overruled:
                below.append([Piece(labels.label("overruled", lang), "muted")])
            if decision.id in holds and lost and decision.id in lost:
                reason = labels.word_of("lost_reasons", lost[decision.id], lang)
                below.append([Piece(f"{labels.label('lost', lang)} ", "strong"), Piece(reason)])
            page.row(str(decision.id), _line(decision, lang), below)
    if not made:
        page.paragraph(labels.label("no_decisions", lang))
    return page


def _later(decision: Decision, rows: Sequence[Decision], lang: str) -> list[Line]:
    """Who took a decision back, and who made it stand again, with the numbers by which that is taken back itself."""
    found: list[Line] = []
    on = {decision.id: True}  # whether taking this row back takes the decision back
    for row in rows:
        assert row.undoes is not None  # they are such rows
        takes = on[row.undoes]
        on[row.id] = not takes
        number = labels.label("by_decision", lang).format(n=row.id)
        found.append([*signed("taken_back" if takes else "stands_again", row, lang), Piece(f" {number}", "muted")])
    return found


def kind_word(kind: str, lang: str) -> str:
    """The label of a kind of decision; the kind itself where it has none."""
    return labels.word_of("decision_kinds", kind, lang)


def _line(decision: Decision, lang: str) -> Line:
    return [Piece(f"{kind_word(decision.kind, lang)} ", "strong"), *subject_line(decision, lang)]


def subject_line(decision: Decision, lang: str) -> Line:
    """What a decision is on, and what it says of it, in the reader's language as far as the words are ours."""
    detail = decision.detail
    if decision.kind == CORRECTED:
        (anchor,) = detail["anchors"]
        field = field_label(anchor, detail["field"], lang)
        value = value_words(detail["field"], detail["value"], lang)
        return [*_place(anchor), Piece(f" {field}: ", "muted"), Piece(value, "words")]
    if decision.kind in ON_FACTS:
        label = labels.property_label(detail["property"], lang)
        name = detail["subject"]["shown"][lang]
        said = ((place["names"][1:2] or place["names"] or [place["value"]])[0] for place in detail["evidence"])
        words = dict.fromkeys(value_words(detail["property"].partition(".")[2], one, lang) for one in said)
        values = labels.label("between_slots", lang).join(words)
        return [Piece(name, "name"), Piece(f" {label}: ", "muted"), *_qualified(detail, lang), Piece(values, "words")]
    if decision.kind in (DELETED, *ON_TEXTS):
        return _place(detail["anchors"][0])
    shown = detail.get("shown")
    return [Piece(shown[lang] if shown else decision.subject, "quote")]


def _qualified(detail: Mapping[str, Any], lang: str) -> Line:
    """Of whom a fact is, where it is of somebody: the second of its names, after the id."""
    names = detail.get("qualifier")
    return [Piece((names[1:2] or names)[0], "name"), Piece(" — ")] if names else []


def _place(anchor: Mapping[str, Any]) -> Line:
    return [Piece(anchor["text"], "quote"), Piece(" "), Piece(anchor["report"], "words")]


def field_label(anchor: Mapping[str, Any], field: str, lang: str) -> str:
    """The label of a field of something that was read: of an event's slot that of the schema."""
    kind = SCHEMA.kinds.get(anchor.get("kind", ""))
    if kind is not None and field in kind.slots:
        return kind.slots[field].labels[lang]
    return labels.word_of("fields", field, lang)


def value_words(field: str, value: Any, lang: str) -> str:
    """A value of a decision in the reader's language: a day, a number, a closed word, names as they were given."""
    if value is None:
        return labels.label("nothing", lang)
    if isinstance(value, list):
        return labels.label("between_slots", lang).join(value_words(field, one, lang) for one in value)
    if isinstance(value, dict):
        if "words" in value or "text" in value:
            return str(value.get("words") or value["text"])
        return labels.interval(load_interval(value), lang) if "from" in value else amount(load_number(value), lang)
    if field == "kind" and value in SCHEMA.kinds:
        return labels.kind_label(value, lang)
    if field == "attendance":
        return labels.word("attendance", value, lang)
    shown = labels.word(_CLOSED.get(field, ""), str(value), lang)
    return labels.word_of("entity_type", shown, lang)


def signed(key: str, decision: Decision, lang: str) -> Line:
    """Who decided, when and why."""
    when = labels.day(date.fromisoformat(decision.made_at[:10]), lang)
    line = [Piece(labels.label(key, lang).format(who=decision.made_by, day=when), "muted")]
    if decision.why:
        line += [Piece(f" {labels.label('because', lang)} ", "muted"), Piece(decision.why, "quote")]
    return line
