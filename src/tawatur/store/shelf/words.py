"""Words of names, as entities are found by them."""

from __future__ import annotations

from tawatur.text.words import SIGN, analyses, tokenize

_SHORT = 2  # letters of what stays of a word without its article


def folded(text: str, bare: bool = True) -> set[str]:
    """The folded words of a name; with `bare`, those with an article without it as well."""
    found = {token.form for token in tokenize(text) if token.kind != SIGN and token.form}
    if not bare:
        return found
    rests = {a.rest for form in found for a in analyses(form) if a.article and not a.preposition and not a.conjunction}
    return found | {rest for rest in rests if len(rest) >= _SHORT}
