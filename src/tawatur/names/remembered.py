"""Answers that are remembered, no more than so many."""

from __future__ import annotations

from typing import TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class Remembered(dict[Asked, Answer]):
    """No more answers than so many: when there are, all are forgotten, which costs less than to know the oldest."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def keep(self, key: Asked, answer: Answer) -> Answer:
        """Remember an answer."""
        if len(self) >= self._most:
            self.clear()
        self[key] = answer
        return answer
