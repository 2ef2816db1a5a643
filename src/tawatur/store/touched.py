"""What writes changed: by it a page that was made before them is known to hold still, or not."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from tawatur.store.kept import Kept
from tawatur.store.shelf.rows import revision_of
from tawatur.store.values import file_of

KEPT = 200  # writes of which it is known
REPORT, HEAD, PART, FOUND, SUBJECT, HELD = "report", "head", "part", "found", "subject", "held"
THING, NAMED = "thing", "named"
_STORY, _SEARCHED, _ALL = "story", "searched", "all"


def row_key(kind: str, *name: str) -> int:
    """What a row that a page rests on is known by, while a program runs. `kind`: REPORT, its reading and what its
    entities are over all reports, and HEAD, its title, outlet and text, by its name; PART, what of a layer it has a
    part in, by layer and name; FOUND, by layer and id; SUBJECT, the facts of one, and HELD, those that have it as a
    value; THING, an entity's name and type, and NAMED, who names it, by its id."""
    return hash((kind, " ".join(name)))


@dataclass(frozen=True, slots=True)
class MadeOf:
    """What a page was made of: a digest, which tells two states of it apart while a program runs, and the keys of all
    rows that were looked for."""

    digest: int
    keys: Sequence[int] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Changes:
    """What was written since a state of a record: keys; rows of stories, as lists show them; rows of reports, as search
    finds them."""

    keys: frozenset[int] = frozenset()
    stories: Sequence[int] = ()
    searched: Sequence[int] = ()


_NOTHING = Changes()
_READ: Kept[Changes | None] = Kept(64)  # each counts as one character


class Touched:
    """What the last writes to one record changed. The record's triggers keep it, whoever writes."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._file = file_of(db)

    def revision(self) -> int:
        """The number of the state that is seen; it grows with every write."""
        return revision_of(self._db).number

    def since(self, revision: int) -> Changes | None:
        """What changed from that state to the one that is seen; None where that is not known, or is all."""
        now = revision_of(self._db)
        if revision == now.number:
            return _NOTHING
        if not now.number - KEPT <= revision < now.number:
            return None
        return _READ.get((self._file, revision, now), "", partial(self._since, revision), size=1)

    def _since(self, revision: int) -> Changes | None:
        rows = self._db.execute("SELECT DISTINCT kind, key FROM touched WHERE revision > ?", (revision,)).fetchall()
        if any(kind == _ALL for kind, _ in rows):
            return None
        return Changes(
            frozenset(row_key(kind, name) for kind, name in rows if kind not in (_STORY, _SEARCHED)),
            [row for kind, row in rows if kind == _STORY],
            [row for kind, row in rows if kind == _SEARCHED],
        )

    def forget_old(self) -> None:
        """Forget what no page rests on any more; in a write."""
        self._db.execute("DELETE FROM touched WHERE revision <= (SELECT number FROM revision) - ?", (KEPT,))


def touch_all(db: sqlite3.Connection) -> None:
    """Keep that all is another than before; in a write."""
    db.execute("INSERT OR IGNORE INTO touched SELECT number, ?, '' FROM revision", (_ALL,))
