"""What people say of facts, as a deed: it is so, or it is not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tawatur.compare.entities.asked import shown
from tawatur.errors import AskedError, OptionError
from tawatur.record.codec.parts import dump_slot
from tawatur.record.decisions import FACT_ACCEPTED, FACT_REJECTED
from tawatur.record.schema import ATTENDANCE, SCHEMA
from tawatur.record.types import Fact, Value
from tawatur.store.between import FACT, REJECTED
from tawatur.store.objects import fact_of
from tawatur.store.record import Record
from tawatur.work.deciding.keeping import Decided, keep
from tawatur.work.deciding.renewing import renew_facts
from tawatur.work.deciding.values import shown_value
from tawatur.work.deciding.wording import entity_words, subject_words
from tawatur.work.setting import called

_TITLE = "role.title"


def judge(
    record: Record,
    fact: str,
    accept: bool,
    by: str | None = None,
    why: str | None = None,
    seen: int | None = None,
    value: int | None = None,
) -> Decided:
    """Accept or reject a fact by its id, or one of its values by its number there (from 0).

    What is rejected stands in `Comparison.rejected` and is counted nowhere; what is accepted carries who accepted it.
    It holds for every value that stands where its values stand now and is called so, whatever ids become of it.

    Raises AskedError where there is no such fact, OptionError where it has no such value, ConflictError where somebody
    decided on it after decision `seen`.
    """
    found = fact_named(record, fact)
    if value is not None and not 0 <= value < len(found.values):
        raise OptionError(f"{fact}: it has {len(found.values)} values, counted from 0; there is no value {value}.")
    values = found.values if value is None else [found.values[value]]
    subject = subject_words(record, found.subject)
    detail: dict[str, Any] = {
        "property": found.property,
        "subject": {"id": found.subject, "shown": subject},
        "qualifier": _qualifier(record, found),
        "value_only": value is not None,
        "evidence": [place for one in values for place in _places(record, found, one)],
    }
    kind = FACT_ACCEPTED if accept else FACT_REJECTED
    said = f"{subject['ar']} · {found.property} = {'; '.join(_said(record, one) for one in values)}"
    with record.writing():
        made = keep(record, kind, said, detail, by, why, seen)
        return Decided(made, waits=renew_facts(record, [(found.subject, found.property)]))


def fact_named(record: Record, ident: str) -> Fact:
    """The fact of that id, also one that was rejected. Raises AskedError where there is none."""
    for layer in (FACT, REJECTED):
        for row in record.between.named(layer, [ident]):
            return fact_of(row)
    raise AskedError(f"{shown(ident)}: there is no such fact in the record; `tawatur brief` prints the ids of facts.")


def _qualifier(record: Record, fact: Fact) -> list[str] | None:
    """By what names a fact's qualifier is known again; a unit is none, it is part of the value."""
    kind = SCHEMA.kinds.get(fact.property.partition(".")[0])
    if fact.qualifier is None or not (fact.property == ATTENDANCE or (kind and kind.subject == "place")):
        return None
    return _names(record, fact.qualifier, {e.report for v in fact.values for e in v.evidence})


def _places(record: Record, fact: Fact, value: Value) -> list[dict[str, Any]]:
    """Where a value stands, with what it is and by what names it is known again."""
    reports = {e.report for e in value.evidence}
    plain = value.value
    closed = fact.property == ATTENDANCE or (fact.property != _TITLE and _is_word(fact.property))
    names = _names(record, plain, reports) if isinstance(plain, str) and not closed else []
    return [
        {"report": e.report, "start": e.start, "end": e.end, "text": e.text, "value": dump_slot(plain), "names": names}
        for e in value.evidence
    ]


def _is_word(of: str) -> bool:
    kind, _, slot = of.partition(".")
    return SCHEMA.slot(kind, slot).type == "word"


def _names(record: Record, ident: str, reports: Iterable[str]) -> list[str]:
    """An entity's id, its name, and what these reports call it; words are their own name."""
    body = record.between.things_named([ident]).get(ident)
    if body is None:
        return [ident]
    names = [ident, *(n for n in body["name"].values() if n)]
    wanted = set(reports)
    merged = record.between.merged(wanted)
    readings = record.readings_of(wanted)
    for (report, local), whole in sorted(merged.items()):
        if whole == ident and report in readings:
            names += [called(e) for e in readings[report].entities if e.id == local]
    return list(dict.fromkeys(names))


def _said(record: Record, value: Value) -> str:
    return (
        entity_words(record, value.value)["ar"] if isinstance(value.value, str) else shown_value(dump_slot(value.value))
    )
