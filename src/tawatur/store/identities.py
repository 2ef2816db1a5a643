"""Which reports a record knows: by their identity, by their text, and those that a person took out of it."""

from __future__ import annotations

import sqlite3

from tawatur.record.decisions import REMOVED
from tawatur.record.naming import report_name
from tawatur.record.types import Report


def identity(report: Report) -> str:
    """What makes two texts versions of one report: the url, else outlet and file."""
    return report.url or f"{report.outlet or ''}/{report.file}"


class Identities:
    """The reports of a record by what makes them the same report."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def known(self, report: Report) -> str | None:
        """The name under which this text of this report is in the record, or None.

        The same text under the same file name is the same report, though it came by another path.
        """
        rows = self._db.execute(
            "SELECT name, identity FROM report WHERE text_sha256 = ? AND text IS NOT NULL ORDER BY id",
            (report.text_sha256,),
        )
        return next((name for name, known in rows if _one_report(known, identity(report))), None)

    def has_identity(self, report: Report) -> bool:
        """Whether any text of this report was ever taken in."""
        query = "SELECT 1 FROM report WHERE identity = ?"
        return self._db.execute(query, (identity(report),)).fetchone() is not None

    def removed(self, report: Report) -> str | None:
        """The day on which a person removed this report, by whatever path it came, or None."""
        rows = self._db.execute(
            "SELECT d.made_at, r.identity FROM decision d JOIN report r ON r.name = d.subject "
            "WHERE d.kind = ? AND r.text IS NULL AND (r.identity = ? OR r.text_sha256 = ?) ORDER BY d.id DESC",
            (REMOVED, identity(report), report.text_sha256),
        )
        return next((at[:10] for at, known in rows if _one_report(known, identity(report))), None)


def _one_report(known: str, came: str) -> bool:
    """Whether two identities of one text are one report: the same, or one file of one outlet by two paths."""
    if known == came:
        return True
    if "://" in known or "://" in came:
        return False
    outlets, files = ([i.partition("/")[0] for i in (known, came)], [report_name(i) for i in (known, came)])
    return outlets[0] == outlets[1] and files[0] == files[1]
