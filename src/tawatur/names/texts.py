"""Many short texts, kept as one: a million of them in a third of the room, and nothing for the collector of garbage."""

from __future__ import annotations

from array import array


class Texts:
    """A list of texts that only grows."""

    def __init__(self) -> None:
        self._all = bytearray()
        self._ends = array("Q")

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, place: int) -> str:
        start = self._ends[place - 1] if place else 0
        return self._all[start : self._ends[place]].decode("utf-8", "surrogatepass")

    def append(self, text: str) -> None:
        """Put a text at the end."""
        self._all += text.encode("utf-8", "surrogatepass")
        self._ends.append(len(self._all))
