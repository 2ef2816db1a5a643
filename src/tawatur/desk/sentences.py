"""What went wrong, in the reader's language: the program says it in one English sentence, pages in Arabic too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from markupsafe import Markup, escape

from tawatur.language.fast_yaml import parse
from tawatur.tell.page import harmless

_FILLED = re.compile(r"\{(\d+)\}")


def said(sentence: str, lang: str) -> Markup:
    """A sentence that the program raised, as HTML: what it fills in is isolated. What no list has stays English, and so
    does what stands before it (the name of a file, a line)."""
    if lang == "ar":
        for pattern, arabic in _patterns():
            found = pattern.fullmatch(sentence)
            if found is not None:
                where, *given = found.groups()
                told = _filled(arabic, given)
                return _isolated(where) + ": " + told if where else told
    return Markup("<bdi>") + escape(harmless(sentence)) + Markup("</bdi>") if sentence else Markup("")


def _filled(arabic: str, given: Sequence[str]) -> Markup:
    """An Arabic sentence with what its English one fills in."""
    return Markup(_FILLED.sub(lambda found: str(_isolated(given[int(found[1])])), str(escape(arabic))))


def _isolated(text: str) -> Markup:
    return Markup("<bdi>") + escape(harmless(text)) + Markup("</bdi>")


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    """Patterns of sentences, the one with most words of its own first; a reason without a stop may stand after the
    place that it is of."""
    loaded: dict[str, str] = parse(files(__package__).joinpath("sentences.yml").read_text(encoding="utf-8"))
    found = []
    for english in sorted(loaded, key=lambda s: -len(s.replace("{}", ""))):
        body = "(.*?)".join(re.escape(part) for part in english.split("{}"))
        before = "()" if english.endswith(".") else r"(?:(.*): )?"
        found.append((re.compile(rf"{before}{body}\.?", re.DOTALL), loaded[english]))
    return found
