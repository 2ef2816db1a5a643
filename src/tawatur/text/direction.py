"""In which direction a line runs: by most of its letters, since an Arabic line may begin with a Latin name."""

from __future__ import annotations

import re

_RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_LTR = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u052f]")
_LOOKED_AT = 2000  # characters


def direction(text: str) -> str:
    """`rtl` or `ltr` by most of the letters of a line (of a very long one, of its beginning); `auto` where it has
    none."""
    beginning = text[:_LOOKED_AT]
    right, left = len(_RTL.findall(beginning)), len(_LTR.findall(beginning))
    if not right and not left:
        return "auto"
    return "rtl" if right >= left else "ltr"
