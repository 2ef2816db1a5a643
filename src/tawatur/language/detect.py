"""Tells which language a text seems to be in, from languages.yml: its script, function words and letters of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import yaml

from tawatur.text.folding import fold

_SAMPLE = 1_500
_SHORTEST = 4  # letters that a word has at most whose beginning is no article
_WORD = re.compile(r"[^\W\d_]+")
_ARABIC_SHARE = 0.3  # names and page code in Latin letters do not make an Arabic report English
_LETTER_WEIGHT = 0.4  # what a letter of a language's own counts beside a function word of it
_ARTICLE_WEIGHT = 0.4  # and what a word with its article does


class _Profile(NamedTuple):
    code: str
    name: str
    script: str
    words: frozenset[str]
    letters: frozenset[str]
    article: tuple[str, ...]


@cache
def _data() -> tuple[dict[str, list[list[int]]], list[_Profile]]:
    raw: Any = yaml.safe_load(files("tawatur.language").joinpath("languages.yml").read_text(encoding="utf-8"))
    profiles = [
        _Profile(
            code,
            one["name"],
            one["script"],
            frozenset(_word(w) for w in one.get("words", ())),
            frozenset(one.get("letters", "")),
            tuple(one.get("article", ())),
        )
        for code, one in raw["languages"].items()
    ]
    return raw["scripts"], profiles


def _word(word: str) -> str:
    # Arabic letters stay as written: folding joins what tells Persian and Urdu from Arabic.
    return fold(word) if word.isascii() else word.lower()


@cache
def _script(char: str) -> str | None:
    point = ord(char)
    return next((s for s, ranges in _data()[0].items() if any(a <= point <= b for a, b in ranges)), None)


def detect_language(text: str) -> str | None:
    """The code ("ar", "en", "fa" ...) of the language most of a text's beginning is in; None where it has no words."""
    sample = text[:_SAMPLE].lower()
    words, letters = Counter(_WORD.findall(sample)), Counter(sample)
    scripts: Counter[str] = Counter()
    for char, count in letters.items():
        if script := _script(char):
            scripts[script] += count
    if not scripts:
        return None
    main = _main_script(scripts)
    rivals = [p for p in _data()[1] if p.script == main]
    return max(rivals, key=lambda p: _score(p, words, letters)).code if rivals else None


def _main_script(scripts: Counter[str]) -> str:
    """The script most letters are in; Arabic already where a part of them is, and kana beside a little of it."""
    letters = sum(scripts.values())
    if scripts["arabic"] >= _ARABIC_SHARE * letters:
        return "arabic"
    return "kana" if scripts["kana"] > scripts["han"] / 10 else scripts.most_common(1)[0][0]


def _score(profile: _Profile, words: Counter[str], letters: Counter[str]) -> float:
    common = sum(words[w] for w in profile.words)
    articled = sum(n for w, n in words.items() if _articled(w, profile.article))
    return common + _ARTICLE_WEIGHT * articled + _LETTER_WEIGHT * sum(letters[c] for c in profile.letters)


def _articled(word: str, article: tuple[str, ...]) -> bool:
    return len(word) > _SHORTEST and word.startswith(article)


def language_name(code: str | None) -> str:
    """What a language is called in an English sentence."""
    return next((p.name for p in _data()[1] if p.code == code), "a language that is not known here")


def function_words(code: str) -> frozenset[str]:
    """The most frequent words of a language, as written."""
    return next(p.words for p in _data()[1] if p.code == code)


def article_prefixes(code: str) -> tuple[str, ...]:
    """What a word of a language begins with that carries the article."""
    return next(p.article for p in _data()[1] if p.code == code)


def known_share(words: Sequence[str]) -> float:
    """The share of words that are Arabic function words or carry the article; 0 where there are none."""
    common, article = function_words("ar"), article_prefixes("ar")
    known = sum(w in common or _articled(w, article) for w in words)
    return known / len(words) if words else 0.0
