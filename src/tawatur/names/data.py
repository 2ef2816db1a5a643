"""The word lists of names (language/names/), loaded once a process."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from tawatur.language.fast_yaml import parse, parse_all

_FOLDER = files("tawatur.language")


@cache
def table(name: str) -> dict[str, Any]:
    """The content of `language/names/<name>.yml`."""
    found: dict[str, Any] = parse(_FOLDER.joinpath("names", f"{name}.yml").read_text(encoding="utf-8"))
    return found


def lines(*path: str) -> Iterator[str]:
    """The lines of a plain list or table under `language/`, without comments and empty ones."""
    text = _FOLDER.joinpath(*path).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and line[0] != "#")


def documents(*path: str) -> list[Any]:
    """The documents of a YAML file under `language/`."""
    return list(parse_all(_FOLDER.joinpath(*path).read_text(encoding="utf-8")))
