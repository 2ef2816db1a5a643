"""How a desk is run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """`lang`: the language ("ar", "en") of readers who have not chosen one."""

    lang: str = "ar"
