"""Every error of the program. Each says in one sentence what is wrong, where, and what to do.

    TawaturError            what the command shows as it stands, with exit code 2
    ├── SourceError         a report, or a whole source, cannot be taken in; intake turns it into a SetAside
    ├── ListError           a watchlist cannot be read; it is refused whole, the others go on
    ├── ModelError          the learned model of names cannot be used; reading goes on without it
    ├── RecordError         the record on disk cannot be opened, read or written
    ├── ArchiveError        a run over an archive cannot begin or go on; what it had finished stays
    ├── AskedError          what was asked for is not there, or several things fit
    ├── ConflictError       somebody else decided on the same thing since its page was made
    └── OptionError         a value given on the command line cannot be

`code` is stable: translated messages and tests hang on it, the English sentence may change.
"""

from __future__ import annotations


class TawaturError(Exception):
    """Base of all errors that are told to a user; its message is the whole sentence."""

    code = "error"


class SourceError(TawaturError):
    """A report that cannot be taken in: `place` within its file ("line 12") or None, `reason` with what to do."""

    code = "source"

    def __init__(self, reason: str, place: str | None = None) -> None:
        super().__init__(reason if place is None else f"{place}: {reason}")
        self.reason = reason
        self.place = place


class ListError(TawaturError):
    """A watchlist that cannot be read: `path` of the file, `reason` with what to do."""

    code = "list"

    def __init__(self, path: object, reason: str) -> None:
        super().__init__(f"{path}: {reason}.")


class ModelError(TawaturError):
    """The learned model of names: not installed, a file missing or not the one that was made."""

    code = "model"


class RecordError(TawaturError):
    """The record: missing, of a newer version, held by another process, damaged."""

    code = "record"


class ArchiveError(TawaturError):
    """A run over an archive: its folder is another's, the disk is full, an engine is missing or gave up."""

    code = "archive"


class AskedError(TawaturError):
    """A story, report, fact or name that the record does not have, or has more than once."""

    code = "asked"


class ConflictError(TawaturError):
    """A decision on what another person decided on meanwhile: nothing was kept. `decision` is the number of theirs,
    `by` and `at` (UTC, ISO 8601) who made it and when, `kind` and `subject` what it says, `why` their reason."""

    code = "conflict"

    def __init__(self, decision: int, by: str, at: str, kind: str, subject: str, why: str | None) -> None:
        super().__init__(
            f"{subject}: {by} decided on this meanwhile (decision {decision}, {kind}, {at[:16]}); look at it again and "
            "decide anew."
        )
        self.decision, self.by, self.at, self.kind, self.subject, self.why = decision, by, at, kind, subject, why


class OptionError(TawaturError):
    """A value of the command line that cannot be, such as a day that is in no calendar."""

    code = "option"


__all__ = [
    "ArchiveError",
    "AskedError",
    "ConflictError",
    "ListError",
    "ModelError",
    "OptionError",
    "RecordError",
    "SourceError",
    "TawaturError",
]
