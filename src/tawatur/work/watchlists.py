"""The work with watchlists, one function a deed: read and compare lists, screen names and records, decide hits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from tawatur.errors import AskedError, ListError
from tawatur.record.decisions import HIT_ACCEPTED, HIT_REJECTED, Decision
from tawatur.record.types import Comparison, Reading
from tawatur.record.watchlists import ListChanges, Screening, Watchlist
from tawatur.screen.changes import changes
from tawatur.screen.decided import apply_decisions, detail_of
from tawatur.screen.lists import load_list
from tawatur.screen.screening import screen
from tawatur.screen.subjects import not_compared, of_record, typed
from tawatur.store.record import Record
from tawatur.work.comparing import comparison


def watchlist(path: Path, dated: date | None = None) -> Watchlist:
    """Read one watchlist. `dated`: the day it is of where it does not say that itself. Raises ListError."""
    return load_list(path, dated)


def watchlists(paths: Iterable[Path], dated: date | None = None) -> tuple[list[Watchlist], list[ListError]]:
    """Read watchlists; one that cannot be read whole is refused, comes as its error, and the others go on."""
    lists, refused = [], []
    for path in paths:
        try:
            lists.append(load_list(path, dated))
        except ListError as error:
            refused.append(error)
    return lists, refused


def list_changes(older: Path, newer: Watchlist) -> ListChanges:
    """What changed on a list since an older version of it. Raises ListError, and AskedError for another list."""
    return changes(load_list(older), newer)


def screen_names(lists: list[Watchlist], names: Iterable[str], kind: str | None, today: date) -> Screening:
    """Names that a user typed against watchlists; `kind` "person" or "organisation" where it is known. Names that
    cannot be compared are told, not screened."""
    given = list(names)
    screening = screen(lists, typed(given, kind), {}, today)
    screening.not_compared = not_compared(given)
    return screening


def screen_record(record: Record, lists: list[Watchlist], today: date, every: bool = False) -> Screening:
    """All persons and organisations of a record against watchlists; what was rejected is left out unless `every`."""
    return screen_compared(record.readings(), comparison(record), record.decisions.all(), lists, today, every)


def screen_compared(
    readings: Mapping[str, Reading],
    compared: Comparison,
    decisions: Sequence[Decision],
    lists: list[Watchlist],
    today: date,
    every: bool = False,
) -> Screening:
    """What `screen_record` does, of a record that is loaded."""
    screening = screen(lists, of_record(readings, compared), readings, today)
    apply_decisions(screening, decisions, {e.id for e in compared.entities}, every)
    return screening


def decide_hit(
    record: Record, lists: list[Watchlist], hit: str, accept: bool, why: str | None, by: str | None = None
) -> Decision:
    """Keep what a person says of a hit on these lists. Raises AskedError where there is no such hit."""
    found = next((h for h in screen_record(record, lists, date.today(), every=True).hits if h.id == hit), None)
    if found is None:
        raise AskedError(f"{hit}: there is no such hit on these lists; `tawatur screen` with --all prints them all.")
    kind = HIT_ACCEPTED if accept else HIT_REJECTED
    told = f"{found.subject.names[0]} = {found.entry.names[0].text} ({found.watchlist.name}, {found.entry.id})"
    return record.decisions.add(kind, told, detail_of(found), by, why)
