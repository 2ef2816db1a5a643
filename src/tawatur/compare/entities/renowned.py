"""Persons whom every writer calls by one name: أرسطو is one man in all reports, whatever they are about."""

from __future__ import annotations

from functools import cache

from tawatur.language.loader import load
from tawatur.record.types import Entity
from tawatur.text.folding import fold

_ID = "renowned "  # before the first of a person's names


def renowned(entity: Entity) -> str | None:
    """What stands for the person whom an entity's Arabic name, whole and as it is written, means everywhere; None where
    others may be called so."""
    name = entity.name.get("ar") if entity.type == "person" else None
    return _persons().get(fold(name)) if name else None


@cache
def _persons() -> dict[str, str]:
    """The sign of each person by his names, folded, in all cases."""
    data = load("arabic").data("names/renowned")
    found: dict[str, str] = {}
    for names in data["persons"]:
        for name in names:
            first, space, rest = name.partition(" ")
            for case in (first, *data["cases"].get(first, ())):
                found[fold(f"{case}{space}{rest}")] = f"{_ID}{fold(names[0])}"
    return found
