"""Numbers in digits of any script, with their separators."""

from __future__ import annotations

import re

from tawatur.text.words import POINT

_MARKS = re.compile(r"[.,٫٬]")


def digits_value(text: str) -> float | None:
    """The value of a number in digits of any script with its separators; None where it is no number (16.05.2018).

    A last group of three digits after one kind of separator is thousands (1.500, 376,840), any other a decimal
    fraction (2,5; 98.6); a decimal and a thousands mark may stand together. Where the letter that agencies type for the
    decimal comma stands, the fraction is before it and the whole number after it, as a line from the right shows them.
    """
    fraction, point, integer = text.partition(POINT)
    if point:
        return float(f"{integer}.{fraction}")
    groups = _MARKS.split(text)
    marks = _MARKS.findall(text)
    if not marks or _is_thousands(groups, marks):
        return float("".join(groups))
    if len(groups) > 2 and not _is_thousands(groups[:-1], marks[:-1]):
        return None
    return float(f"{''.join(groups[:-1])}.{groups[-1]}")


def _is_thousands(groups: list[str], marks: list[str]) -> bool:
    if len(set(marks)) > 1 or "٫" in marks or len(groups[0]) > 3 or int(groups[0]) == 0:
        return False
    return all(len(group) == 3 for group in groups[1:])
