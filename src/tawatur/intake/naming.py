"""The outlet's own name in a disclaimer, a copyright line or an advert of its page."""

from __future__ import annotations

import re
from functools import cache

from tawatur.intake.signatures import key, signatures
from tawatur.language.loader import load
from tawatur.text.folding import MARKS, fold

_CONTEXT = 120  # characters before an outlet's name that make the sentence a disclaimer or a copyright line
_REACH = 1_200  # characters of a text's end, and of its beginning, where such a line stands


@cache
def _outlet_pattern(name: str = "arabic") -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    head = load(name).data("head")
    before = "|".join(re.escape(fold(p)) for p in sorted(head["outlet_after"], key=len, reverse=True))
    classes = "|".join(re.escape(fold(w)) for w in head["outlet_class"])
    pattern = re.compile(rf"\b(?:{before})\s*(?:(?:{classes})\s+)?[«\"“(]?\s*(?P<name>[^\W\d_]+(?:[ .][^\W\d_]+)?\d*)")
    context = re.compile("|".join(re.escape(fold(w)) for w in head["outlet_context"]))
    return pattern, context, frozenset(key(w) for w in head["outlet_not"])


def named_outlet(text: str) -> str | None:
    """The outlet a disclaimer or a copyright line names; a known one in two words, else one word."""
    pattern, context, not_names = _outlet_pattern()
    for piece in (text[-_REACH:], text[:_REACH] if len(text) > _REACH else ""):
        piece = re.sub(f"[{MARKS}]", "", piece)
        for match in pattern.finditer(_same_length(piece)):
            name = piece[slice(*match.span("name"))]
            first = name.split()[0]
            before = max(0, match.start() - _CONTEXT)
            if (
                len(first) < 3
                or key(first) in not_names
                or not context.search(match.string, before, match.start("name"))
            ):
                continue
            return name if signatures().is_outlet(name) else first
    return None


def _same_length(text: str) -> str:
    folded = fold(text)
    return folded if len(folded) == len(text) else text
