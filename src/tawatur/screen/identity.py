"""What stays the same of a list and its entries from version to version: ids by which decisions are kept."""

from __future__ import annotations

import re
from hashlib import blake2b
from pathlib import Path

from tawatur.record.watchlists import Entry, Subject, Watchlist
from tawatur.screen.words import telling
from tawatur.text.folding import fold

_ENDINGS = re.compile(r"\.(gz|csv|tsv|txt|jsonl?|ndjson|ftm|entities|xml)\b", re.IGNORECASE)
_DATE = re.compile(r"[-_. ]*\d{4}[-_.]?\d\d[-_.]?\d\d.*$|[-_. ]*\d{4}[-_.]\d\d$")


def plain_stem(path: Path) -> str:
    """A file's name without endings and date: customers-2026-03-01.csv and customers.csv are one list."""
    stem = _ENDINGS.sub("", path.name)
    return _DATE.sub("", stem).strip("-_. ") or stem or "list"


def hit_id(watchlist: Watchlist, entry: Entry, subject: str) -> str:
    """The id of a hit: the same as long as the list, the entry's number and the subject are."""
    return "hit-" + blake2b(f"{watchlist.id}\n{entry.id}\n{subject}".encode(), digest_size=5).hexdigest()


def entry_digest(entry: Entry) -> str:
    """A short hash of all that a decision on an entry may rest on; a new date of amendment alone is no change."""
    told = (
        entry.kind,
        sorted((fold(n.text), n.weak) for n in entry.names),
        sorted(f"{b.days.first} {b.days.last} {b.about}" for b in entry.births),
        sorted(entry.countries),
        sorted(entry.positions),
        sorted(entry.programmes),
        telling(entry.reason or ""),
    )
    return blake2b(repr(told).encode(), digest_size=8).hexdigest()


def names_of(subject: Subject) -> frozenset[str]:
    """A subject's spellings, folded: what a decision on it was made of."""
    return frozenset(fold(name) for name in subject.names)
