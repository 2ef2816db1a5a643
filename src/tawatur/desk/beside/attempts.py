"""Sign-ins that failed, so that passwords cannot be tried out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tawatur.desk.beside.file import DeskFile

WINDOW_SECONDS = 900.0
# Of one name from one address, from one address, of one name. The last is wide: else anyone could lock anyone out.
MOST = {"pair": 5, "address": 20, "name": 100}


class Attempts:
    """The failed sign-ins of the last quarter of an hour."""

    def __init__(self, file: DeskFile) -> None:
        self._file = file

    def wait(self, name: str, address: str) -> float:
        """Seconds until this name may be tried again from this address; 0 where it may now."""
        now = self._file.clock()
        longest = 0.0
        for kind, key in _keys(name, address):
            rows = self._file.rows(
                "SELECT at FROM attempt WHERE key = ? AND at > ? ORDER BY at DESC LIMIT 1 OFFSET ?",
                key, now - WINDOW_SECONDS, MOST[kind] - 1,
            )  # fmt: skip
            if rows:
                longest = max(longest, rows[0][0] + WINDOW_SECONDS - now)
        return longest

    def failed(self, name: str, address: str) -> None:
        """Keep that a sign-in failed."""
        now = self._file.clock()
        with self._file.writing() as db:
            db.executemany("INSERT INTO attempt VALUES (?, ?)", [(key, now) for _, key in _keys(name, address)])
            db.execute("DELETE FROM attempt WHERE at < ?", (now - WINDOW_SECONDS,))

    def forget(self, name: str, address: str) -> None:
        """The right password was given: what failed before was a slip."""
        keys = dict(_keys(name, address))
        with self._file.writing() as db:
            db.execute("DELETE FROM attempt WHERE key = ?", (keys["pair"],))


def _keys(name: str, address: str) -> list[tuple[str, str]]:
    name = name.casefold()
    return [("pair", f"pair {address} {name}"), ("address", f"address {address}"), ("name", f"name {name}")]
