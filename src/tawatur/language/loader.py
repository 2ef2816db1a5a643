"""Loads a language: a folder of YAML word lists (docs/language.md says how to write one)."""

from __future__ import annotations

import gc
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from tawatur.language.fast_yaml import parse, parse_all
from tawatur.language.forms import Paradigms
from tawatur.language.lexicon import PROCLITICS, Entry, Lexicon
from tawatur.text.folding import fold


class Language:
    """A language's word lists in one lexicon, and its other data by file name."""

    def __init__(self, folder: Traversable) -> None:
        self._folder = folder
        self._data: dict[str, Any] = {}
        self.paradigms = Paradigms(self.data("paradigms"))
        self.lexicon = Lexicon()
        self.entries: dict[str, list[Entry]] = {}
        for path in sorted(_files(folder, ".yml"), key=lambda p: p.name):
            for document in parse_all(path.read_text(encoding="utf-8")):
                if isinstance(document, dict) and "kind" in document and "entries" in document:
                    self._add_list(document, path.name)
        for path in sorted(_files(folder, ".tsv"), key=lambda p: p.name):
            self._add_table(path)

    def data(self, name: str) -> Any:
        """The content of `<name>.yml` of the language's folder, as it stands."""
        if name not in self._data:
            text = self._folder.joinpath(f"{name}.yml").read_text(encoding="utf-8")
            self._data[name] = parse(text)
        return self._data[name]

    def lines(self, name: str) -> frozenset[str]:
        """The words of a plain list, `<name>.txt`, one a line, folded; lines that begin with # are comments."""
        text = self._folder.joinpath(f"{name}.txt").read_text(encoding="utf-8")
        return frozenset(line for line in fold(text).splitlines() if line and line[0] != "#")

    def add(self, kind: str, raw: dict[str, Any], defaults: dict[str, Any] | None = None) -> Entry:
        """Add one entry to the lexicon in all its forms."""
        given = {**(defaults or {}), **raw}
        data = {k: v for k, v in raw.items() if k not in ("clitics", "article", "quotes")}
        entry = Entry(
            kind,
            data,
            PROCLITICS[given.get("clitics", "all")],
            bool(given.get("article", True)),
            bool(given.get("quotes", False)),
        )
        self.entries.setdefault(kind, []).append(entry)
        self.lexicon.add_forms(entry, self.paradigms.expand(raw))
        return entry

    def _add_table(self, path: Traversable) -> None:
        """A list as a table: a first line of defaults (`kind=name type=place`), then `id | en | forms | key=value ...`.

        Forms are separated by commas, the last column may be absent; lines that begin with # are comments.
        """
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
        defaults = dict(pair.split("=") for pair in lines[0].split())
        kind = defaults.pop("kind")
        for line in lines[1:]:
            key, en, forms, *more = (cell.strip() for cell in line.split("|"))
            raw = {**defaults, "id": key, "en": en or None, "forms": [form.strip() for form in forms.split(",")]}
            for pair in " ".join(more).split():
                name, _, value = pair.partition("=")
                raw[name] = value
            self.add(kind, raw, {"article": False, "quotes": True})

    def _add_list(self, document: dict[str, Any], file: str) -> None:
        for raw in document["entries"]:
            entry = {"forms": [raw]} if isinstance(raw, str) else raw
            if not isinstance(entry, dict):
                raise ValueError(
                    f"{file}: an entry of kind {document['kind']} is neither a word nor a mapping: {raw!r}"
                )
            self.add(document["kind"], entry, document)


def _files(folder: Traversable, ending: str) -> list[Traversable]:
    found: list[Traversable] = []
    for item in folder.iterdir():
        if item.is_dir():
            found.extend(_files(item, ending))
        elif item.name.endswith(ending):
            found.append(item)
    return found


@cache
def load(name: str) -> Language:
    """The language of that folder name ("arabic"), loaded once a process."""
    collecting = gc.isenabled()
    gc.disable()  # a hundred thousand forms that all stay: looking for garbage among them doubles the time
    try:
        return Language(files("tawatur.language").joinpath(name))
    finally:
        if collecting:
            gc.enable()
