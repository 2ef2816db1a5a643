"""What intake could not take: told in one sentence, and the rest goes on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True, frozen=True)
class SetAside:
    """A report, or a whole source, that was not taken in: its file, the place in it ("line 12") and why."""

    file: str
    place: str | None
    reason: str

    def __str__(self) -> str:
        where = f"{self.file}, {self.place}" if self.place else self.file
        return f"{where}: {self.reason}" + ("" if self.reason.endswith(".") else ".")


@dataclass(slots=True, frozen=True)
class PassedOver(SetAside):
    """Files of a folder that are of no kind that is read: told once a folder, and nothing went wrong."""


@dataclass(slots=True, frozen=True)
class LeftOut(SetAside):
    """A value of a report that was not taken, such as a day that is in no calendar; its report goes on without it."""
