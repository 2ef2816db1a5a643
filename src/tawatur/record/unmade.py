"""Readings whose layers are made when they are first asked for: a page needs few of them."""

from __future__ import annotations

from typing import Any

from tawatur.record.codec.parts import Json
from tawatur.record.codec.reading import LAYERS, load_correction, load_report
from tawatur.record.types import Reading


class Unmade(Reading):
    """A reading as the types have it, of which every layer is made of its JSON at the first look."""

    __slots__ = ("_raw",)
    _raw: dict[str, list[Json]]

    def __getattr__(self, name: str) -> Any:
        """A layer that was not made yet; threads that ask at once make the same."""
        if name not in LAYERS:
            raise AttributeError(name)
        raw = self._raw.get(name)
        if raw is not None:
            setattr(self, name, [LAYERS[name](one) for one in raw])
            self._raw.pop(name, None)
        return object.__getattribute__(self, name)


def unmade(o: Json, text: str) -> Reading:
    """A reading from its JSON object, which goes over to it; `text` is the report's."""
    reading = Unmade.__new__(Unmade)
    reading.report = load_report(o["report"], text)
    reading.program, reading.model = o.get("program"), o.get("model")
    reading.corrections = [load_correction(c) for c in o.get("corrections") or []]
    reading._raw = {layer: o[layer] for layer in LAYERS}
    return reading
