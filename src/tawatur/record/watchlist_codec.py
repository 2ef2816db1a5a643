"""Watchlists, screenings and changes of lists as JSON (docs/screening.md says what the keys mean)."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from tawatur.record.types import Interval
from tawatur.record.watchlists import Birth, Entry, Hit, ListChanges, NamePair, Reason, Screening, Watchlist

FORMAT = 1


def dump_screening(screening: Screening, refused: list[str]) -> dict[str, Any]:
    """A screening with its hits; `refused`: the sentences on lists that could not be used."""
    return {
        "format": FORMAT,
        "date": screening.today.isoformat(),
        "lists": [dump_watchlist(w, screening.today) for w in screening.watchlists],
        "refused": refused,
        "screened": screening.screened,
        "not_compared": [_reason(n) for n in screening.not_compared],
        "rejected_not_shown": screening.rejected,
        "hits": [_hit(hit, screening.today) for hit in screening.hits],
    }


def dump_watchlist(watchlist: Watchlist, today: date) -> dict[str, Any]:
    """What a list is, without its entries."""
    return {
        "id": watchlist.id,
        "name": watchlist.name,
        "publisher": watchlist.publisher,
        "path": watchlist.path,
        "sha256": watchlist.sha256,
        "date": watchlist.day.isoformat(),
        "dated_by": watchlist.dated_by,
        "age_days": watchlist.age(today),
        "old": watchlist.is_old(today),
        "entries": len(watchlist.entries),
        "notes": [_reason(n) for n in watchlist.notes],
    }


def dump_changes(changes: ListChanges, today: date) -> dict[str, Any]:
    """Two versions of a list: entries added, removed and amended, field by field."""
    return {
        "format": FORMAT,
        "older": dump_watchlist(changes.older, today),
        "newer": dump_watchlist(changes.newer, today),
        "added": [dump_entry(e) for e in changes.added],
        "removed": [dump_entry(e) for e in changes.removed],
        "amended": [
            {
                "id": a.entry.id,
                "name": a.entry.names[0].text,
                "changes": [{"field": c.field, "removed": c.removed, "added": c.added} for c in a.changes],
            }
            for a in changes.amended
        ],
    }


def dump_entry(entry: Entry) -> dict[str, Any]:
    """An entry with all that is kept of it."""
    return {
        "id": entry.id,
        "kind": entry.kind,
        "names": [asdict(n) for n in entry.names],
        "births": [_birth(b) for b in entry.births],
        "countries": entry.countries,
        "positions": entry.positions,
        "programmes": entry.programmes,
        "reason": entry.reason,
        "listed": _day(entry.listed),
        "amended": _day(entry.amended),
    }


def _hit(hit: Hit, today: date) -> dict[str, Any]:
    subject = hit.subject
    return {
        "id": hit.id,
        "question": True,  # a hit is a question for a person, never a verdict
        "subject": {
            "id": subject.id,
            "kind": subject.kind,
            "names": subject.names,
            "short": subject.short,
            "births": [_birth(b) for b in subject.births],
            "countries": subject.countries,
            "positions": subject.positions,
        },
        "list": {
            "id": hit.watchlist.id,
            "name": hit.watchlist.name,
            "date": hit.watchlist.day.isoformat(),
            "dated_by": hit.watchlist.dated_by,
            "sha256": hit.watchlist.sha256,
            "age_days": hit.watchlist.age(today),
            "old": hit.watchlist.is_old(today),
        },
        "entry": dump_entry(hit.entry),
        "score": hit.score,
        "weak": hit.weak,
        "names": [_pair(p) for p in hit.pairs],
        "spelled": hit.spelled,
        "speaks_for": [_reason(r) for r in hit.speaks_for],
        "speaks_against": [_reason(r) for r in hit.speaks_against],
        "sentences": [{"report": s.report, "start": s.start, "end": s.end, "text": s.text} for s in hit.sentences],
        "decided": asdict(hit.decided) if hit.decided else None,
        "changed_since": [_reason(r) for r in hit.since],
    }


def _pair(pair: NamePair) -> dict[str, Any]:
    return {
        "spelled": pair.spelled,
        "listed": pair.listed.text,
        "script": pair.listed.script,
        "weak": pair.weak,
        "rests_on": pair.rests_on,
        "score": pair.score,
        "kind": pair.kind,
        "parts": pair.parts,
        "speaks_for": [_reason(r) for r in pair.speaks_for],
        "speaks_against": [_reason(r) for r in pair.speaks_against],
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {"code": reason.code, "values": list(reason.values)}


def _birth(birth: Birth) -> dict[str, Any]:
    return {**_interval(birth.days), "about": birth.about}


def _interval(days: Interval) -> dict[str, str | None]:
    return {"from": _day(days.first), "to": _day(days.last)}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
