"""Answers about words, kept under numbers: the collector of garbage need look at none of them."""

from __future__ import annotations

from typing import TypeVar

Answer = TypeVar("Answer")


class Remembered(dict[int, Answer]):
    """No more answers than so many: when there are, all are forgotten, which costs less than to know the oldest."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def keep(self, key: int, answer: Answer) -> Answer:
        """Remember an answer."""
        if len(self) >= self._most:
            self.clear()
        self[key] = answer
        return answer
