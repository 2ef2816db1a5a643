"""Of which country a newspaper is, where the lists say it."""

from __future__ import annotations

from functools import lru_cache

from tawatur.language.loader import Language


@lru_cache(maxsize=8)
def _homes(language: Language) -> dict[str, str]:
    homes: dict[str, list[str]] = language.data("outlets")["homes"]
    return {outlet.lower(): country for country, outlets in homes.items() for outlet in outlets}


def outlet_home(language: Language, outlet: str | None) -> str | None:
    """The country whose newspaper an outlet is (عكاظ is Saudi), or None: what it leaves unsaid is that country's."""
    return _homes(language).get((outlet or "").lower())
