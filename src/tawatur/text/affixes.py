"""What the beginnings and ends of folded words show: articles, prepositions grown together with them, endings."""

from __future__ import annotations

_RELATION = ("ي", "يه", "يين", "يون", "يتين", "يان")  # of adjectives of relation: أمنية، فلسطينيون
_ARTICLES = ("ال", "لل", "بال", "وال")
_GOVERNED = ("بال", "لل")
_SHORTEST_NOUN = 5  # letters
_CLITICS = "وفبكل"


def relational(form: str) -> bool:
    """Whether a word ends as adjectives of relation do."""
    return form.endswith(_RELATION)


def event_noun(form: str) -> bool:
    """Whether a word with the article has the form of a verbal noun that no adjective has: التصعيد، الاتفاق."""
    stem = form.removeprefix("ال")
    if stem == form or len(stem) < _SHORTEST_NOUN:
        return False
    return (stem[0] == "ت" and stem[-2] == "ي" and len(stem) == _SHORTEST_NOUN) or (stem[0] == "ا" and stem[-2] == "ا")


def definite(form: str) -> bool:
    """Whether a word begins with the article, alone or grown together with what stands before it."""
    return len(form) > 4 and form.startswith(_ARTICLES)


def governed(form: str) -> bool:
    """Whether a word begins with a preposition grown together with the article."""
    return form.startswith(_GOVERNED)


def without_clitics(form: str) -> str:
    """A word without the letters that may be clitics before its article."""
    return form.lstrip(_CLITICS)
