"""A name as it is shown by itself, without what the text around it left inside."""

from __future__ import annotations

from tawatur.text.words import TAG_SIGNS

_LEFT = dict.fromkeys(map(ord, "()[]{}﴾﴿"), " ") | TAG_SIGNS


def shown(name: str) -> str:
    """A name on one line, without signs of hashtags and brackets: دونالد #ترمب and دونالد) ترمب are دونالد ترمب.

    A name of nothing else stays as it is.
    """
    return " ".join(name.translate(_LEFT).split()) or " ".join(name.split())


def untagged(words: str) -> str:
    """Words without the signs of hashtags: طائرات #التحالف_العربي are طائرات التحالف العربي."""
    return " ".join(words.translate(TAG_SIGNS).split()) if "#" in words or "_" in words else words


def written(text: str, start: int, name: str) -> str:
    """A name that stands at `start` of a text as it is written alone: after the preposition of للتحالف its article has
    no alef."""
    cut = name.startswith("ل") and text[start - 1 : start] == "ل"
    return shown("ا" + name if cut else name)
