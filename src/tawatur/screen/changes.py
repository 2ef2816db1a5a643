"""What changed between two versions of a list: entries added, removed, amended, field by field."""

from __future__ import annotations

from collections.abc import Callable
from difflib import SequenceMatcher

from tawatur.errors import AskedError
from tawatur.record.types import Interval
from tawatur.record.watchlists import Amended, Birth, Entry, FieldChange, ListChanges, Watchlist

# The fields that are compared, in the order they are told.
FIELDS: dict[str, Callable[[Entry], list[str]]] = {
    "kind": lambda e: [e.kind],
    "names": lambda e: [n.text for n in e.names if not n.weak],
    "weak_names": lambda e: [n.text for n in e.names if n.weak],
    "births": lambda e: [birth_text(b) for b in e.births],
    "countries": lambda e: e.countries,
    "positions": lambda e: e.positions,
    "programmes": lambda e: e.programmes,
    "reason": lambda e: [e.reason] if e.reason else [],
    "listed": lambda e: [e.listed.isoformat()] if e.listed else [],
    "amended": lambda e: [e.amended.isoformat()] if e.amended else [],
}


def changes(older: Watchlist, newer: Watchlist) -> ListChanges:
    """Compare two versions of one list by the ids of their entries. Raises AskedError for two different lists."""
    if older.id != newer.id:
        raise AskedError(
            f"{newer.path} and {older.path} are two lists ({newer.name}, {older.name}), not two versions of one; give "
            "an older copy of the same list with --since."
        )
    before, after = ({e.id: e for e in w.entries} for w in (older, newer))
    amended = []
    for ident, entry in after.items():
        if ident in before and (found := _differences(before[ident], entry)):
            amended.append(Amended(entry, found))
    return ListChanges(
        older,
        newer,
        [e for i, e in after.items() if i not in before],
        [e for i, e in before.items() if i not in after],
        amended,
    )


def _differences(before: Entry, after: Entry) -> list[FieldChange]:
    found = []
    for name, values in FIELDS.items():
        old, new = (dict.fromkeys(" ".join(v.split()) for v in values(e)) for e in (before, after))
        removed, added = tuple(v for v in old if v not in new), tuple(v for v in new if v not in old)
        if name == "reason" and removed and added:
            removed, added = _phrases(removed[0], added[0])
        if removed or added:
            found.append(FieldChange(name, removed, added))
    return found


def _phrases(old: str, new: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What two versions of a text do not share, in stretches of words."""
    before, after = old.split(), new.split()
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    changed = [(" ".join(before[a:b]), " ".join(after[c:d])) for tag, a, b, c, d in steps if tag != "equal"]
    return tuple(a for a, _ in changed if a), tuple(b for _, b in changed if b)


def birth_text(birth: Birth) -> str:
    """A birth as a list would write it: 1964-07-17, 1964, 1964 to 1966, with ~ where it is said roughly."""
    return ("~" if birth.about else "") + days_text(birth.days)


def days_text(days: Interval) -> str:
    """An interval of days in digits, as short as it can be said."""
    first, last = days.first, days.last
    if first is None or last is None or first == last:
        return " – ".join(d.isoformat() if d else "…" for d in dict.fromkeys((first, last)))
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    return f"{first.year}-{first.month:02}" if first.month == last.month else f"{first} – {last}"
