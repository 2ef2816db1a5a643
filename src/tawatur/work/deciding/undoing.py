"""Taking a decision back, whatever it is on."""

from __future__ import annotations

from tawatur.errors import ConflictError
from tawatur.record.decisions import (
    first_of,
)
from tawatur.store.record import Record
from tawatur.work.deciding.keeping import Decided
from tawatur.work.deciding.overruling import decided
from tawatur.work.deciding.renewing import renew_decided


def take_back(
    record: Record, ident: int, by: str | None = None, why: str | None = None, seen: int | None = None
) -> Decided:
    """Take back the decision of this number; where it takes one back itself, that one stands again.

    Raises AskedError where there is none that can be taken back, and ConflictError where somebody took it back after
    decision `seen`.
    """
    with record.writing():
        decisions = record.decisions.all()
        later = next((d for d in decisions if d.undoes == ident and seen is not None and d.id > seen), None)
        if later is not None:
            raise ConflictError(later.id, later.made_by, later.made_at, later.kind, later.subject, later.why)
        by_id = {d.id: d for d in decisions}
        return decided(
            record,
            first_of(by_id, ident) if ident in by_id else {},
            lambda: record.decisions.undo(ident, by, why),
            lambda _: renew_decided(record, first_of(by_id, ident)),
        )
