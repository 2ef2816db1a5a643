"""Whence pages may be fetched: a list of hosts, empty at first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.desk.security.addresses import host_name

if TYPE_CHECKING:
    from tawatur.desk.beside.file import DeskFile


class Hosts:
    """The list of one desk. A host stands for itself, not for what is under it."""

    def __init__(self, file: DeskFile) -> None:
        self._file = file

    def all(self) -> list[str]:
        """The hosts, sorted."""
        return [name for (name,) in self._file.rows("SELECT name FROM host ORDER BY name")]

    def allow(self, name: str, by: str) -> str:
        """Put a host on the list; gives it as the list has it. Raises OptionError where it is no public host's name."""
        host = host_name(name)
        with self._file.writing() as db:
            db.execute("INSERT OR IGNORE INTO host VALUES (?, ?, ?)", (host, by, self._file.now()))
        return host

    def refuse(self, name: str) -> None:
        """Take a host from the list."""
        with self._file.writing() as db:
            db.execute("DELETE FROM host WHERE name = ?", (name,))
