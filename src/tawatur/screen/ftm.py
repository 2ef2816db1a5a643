"""FollowTheMoney entities as JSON lines, OpenSanctions' form: one entity a line, sanctions nested or on lines of
their own."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from tawatur.errors import ListError
from tawatur.record.watchlists import (
    AIRCRAFT,
    ORGANISATION,
    PERSON,
    UNKNOWN,
    VESSEL,
    Entry,
    ListedName,
    Reason,
    Watchlist,
)
from tawatur.screen.days import birth, day
from tawatur.screen.identity import plain_stem
from tawatur.screen.opening import ListFile
from tawatur.screen.spelling import listed_names

_KINDS = {
    "Person": PERSON,
    "Organization": ORGANISATION,
    "Company": ORGANISATION,
    "PublicBody": ORGANISATION,
    "LegalEntity": UNKNOWN,
    "Vessel": VESSEL,
    "Airplane": AIRCRAFT,
}
_MOST_LINE = 16_000_000  # characters of one entity
_LONGEST_REASON = 2_000  # characters; a biography is no reason
_NAMES = (("name", False), ("previousName", False), ("alias", False), ("weakAlias", True))


def read_ftm(file: ListFile) -> Watchlist:
    """The list. Raises ListError where a line is no entity or the last one breaks off."""
    entries: list[Entry] = []
    sanctions: dict[str, list[dict[str, list[str]]]] = {}
    datasets: Counter[str] = Counter()
    newest: date | None = None
    left = 0
    for entity in _entities(file):
        properties = _properties(entity)
        if entity["schema"] == "Sanction":
            for target in properties.get("entity", ()):
                sanctions.setdefault(target, []).append(properties)
            continue
        kind = _KINDS.get(entity["schema"])
        if kind is None:
            continue
        newest = max((d for d in (newest, _changed(entity)) if d), default=None)
        if entity.get("target") is False and not properties.get("topics"):
            left += 1
            continue
        datasets.update(_strings(entity.get("datasets")))
        entries.append(_entry(entity, kind, properties))
    for entry in entries:
        _add_sanctions(entry, sanctions.get(entry.id, ()))
    return _watchlist(file, entries, datasets, newest, left)


def _watchlist(
    file: ListFile, entries: list[Entry], datasets: Counter[str], newest: date | None, left: int
) -> Watchlist:
    shared = [name for name, count in sorted(datasets.items()) if count == len(entries)]
    name = shared[0] if shared else plain_stem(file.path)
    notes = [Reason("only_linked", (str(left),))] if left else []
    return Watchlist(
        f"ftm-{name}",
        name,
        ", ".join(n for n, _ in datasets.most_common(3)) or "FollowTheMoney",
        str(file.path),
        file.sha256,
        newest or file.modified,
        "list" if newest else "file",
        entries,
        notes,
    )


def _entities(file: ListFile) -> Iterator[dict[str, Any]]:
    with file.text() as text:
        number = 0
        while line := text.readline(_MOST_LINE):
            number += 1
            if not line.strip():
                continue
            try:
                entity = json.loads(line)
            except (ValueError, RecursionError) as error:
                whole = "is no JSON" if line.endswith("\n") else "breaks off"
                raise ListError(
                    file.path, f"line {number} {whole}; nothing of the list is used, download it again"
                ) from error
            if not isinstance(entity, dict) or not all(isinstance(entity.get(k), str) for k in ("id", "schema")):
                raise ListError(
                    file.path, f"line {number} is no FollowTheMoney entity: it needs id, schema and properties"
                )
            yield entity


def _properties(entity: dict[str, Any]) -> dict[str, Any]:
    found = entity.get("properties")
    return found if isinstance(found, dict) else {}


def _strings(values: Any) -> list[str]:
    return [v for v in values if isinstance(v, str)] if isinstance(values, list) else []


def _changed(entity: dict[str, Any]) -> date | None:
    given = (entity.get(key) for key in ("last_change", "updated_at", "last_seen", "first_seen"))
    return next((d for v in given if isinstance(v, str) and (d := day(v[:10]))), None)


def _entry(entity: dict[str, Any], kind: str, properties: dict[str, Any]) -> Entry:
    caption = entity.get("caption")
    names = listed_names(caption if isinstance(caption, str) else None, kind)
    for key, weak in _NAMES:
        for text in _strings(properties.get(key)):
            names += listed_names(text, kind, weak)
    once: dict[str, ListedName] = {}
    for name in sorted(names, key=lambda n: n.weak):
        once.setdefault(name.text, name)
    countries = [
        v for k in ("nationality", "citizenship", "country", "jurisdiction") for v in _strings(properties.get(k))
    ]
    reasons = [v for k in ("reason", "summary", "notes") for v in _strings(properties.get(k))]
    entry = Entry(
        entity["id"],
        kind,
        list(once.values()),
        [b for text in _strings(properties.get("birthDate")) if (b := birth(text))],
        list(dict.fromkeys(countries)),
        _strings(properties.get("position")),
        [*_strings(properties.get("topics")), *_strings(properties.get("program"))],
        reasons[0][:_LONGEST_REASON] if reasons else None,
        _first_day([entity.get("first_seen")]),
        _first_day([entity.get("last_change"), entity.get("updated_at")]),
    )
    nested = properties.get("sanctions")
    _add_sanctions(entry, [_properties(s) for s in nested if isinstance(s, dict)] if isinstance(nested, list) else ())
    return entry


def _first_day(values: list[Any]) -> date | None:
    return next((d for v in values if isinstance(v, str) and (d := day(v[:10]))), None)


def _add_sanctions(entry: Entry, sanctions: Any) -> None:
    for properties in sanctions:
        programmes = _strings(properties.get("program")) or _strings(properties.get("authority"))
        entry.programmes += [p for p in programmes if p not in entry.programmes]
        reasons = _strings(properties.get("reason"))
        if reasons and entry.reason is None:
            entry.reason = reasons[0][:_LONGEST_REASON]
        listed = min((d for v in _strings(properties.get("listingDate")) if (d := day(v[:10]))), default=None)
        entry.listed = listed or entry.listed
