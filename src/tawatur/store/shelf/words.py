"""Words of names, as entities are found by them."""

from __future__ import annotations

from functools import lru_cache

from tawatur.text.words import SIGN, analyses, tokenize

_REMEMBERED = 1 << 15  # names; news repeats them
_SHORT = 2  # letters of what stays of a word without its article


@lru_cache(_REMEMBERED)
def folded(text: str, bare: bool = True) -> frozenset[str]:
    """The folded words of a name; with `bare`, those with an article without it as well."""
    found = {token.form for token in tokenize(text) if token.kind != SIGN and token.form}
    if not bare:
        return frozenset(found)
    rests = {a.rest for form in found for a in analyses(form) if a.article and not a.preposition and not a.conjunction}
    return frozenset(found | {rest for rest in rests if len(rest) >= _SHORT})
