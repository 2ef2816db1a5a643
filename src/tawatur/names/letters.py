"""A name's words in plain letters: marks dropped, look-alikes and code variants made one, script by script."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from tawatur.names.data import table

ARABIC, LATIN, CYRILLIC, OTHER, NUMBER = "arabic", "latin", "cyrillic", "other", "number"
LONGEST = 300  # letters; what is longer is no name, and is compared as it stands
_DROPPED = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640"
    "\u061c\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe00-\ufe0f'’‘ʼʻʿʾ`´ʹ′]+"
)
_HAMZA = str.maketrans("", "", "\u0654\u0655")
_ALL_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]+")
_RUN = re.compile(r"[^\W\d_]+|\d+")
_BRACKETS = re.compile(r"[(\[{][^()\[\]{}]*[)\]}]")
_PLAIN_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]+")  # letters that no form of Unicode writes in another way


@dataclass(slots=True, eq=False)
class Token:
    """A word of a name: as written, in plain letters, and its script. Words written alike may be one token."""

    text: str
    letters: str
    script: str


@cache
def _char(char: str) -> tuple[str, str]:
    """A lower-case letter's plain form and its script."""
    raw = table("sounds")
    variants: dict[str, str] = raw["arabic_variants"]
    if "\u0600" <= char <= "\u06ff" or "\u0750" <= char <= "\u077f":
        return variants.get(char, char), ARABIC
    marked: dict[str, str] = raw["latin"]["marked"]
    if char in marked:
        return marked[char], LATIN
    base = unicodedata.normalize("NFKD", char)[0]
    if "a" <= base <= "z":
        return base, LATIN
    if "\u0400" <= char <= "\u052f":
        return char, CYRILLIC
    return char, OTHER


@cache
def _lookalikes() -> dict[str, str]:
    return {k: v for group in table("sounds")["lookalikes"].values() for k, v in group.items()}


def clean(name: str) -> str:
    """The name composed, presentation forms as letters, without harakat, tatweel, direction marks and apostrophes."""
    if not name.isascii():
        name = unicodedata.normalize("NFKC", unicodedata.normalize("NFC", name).translate(_HAMZA))
    return _DROPPED.sub("", name)


@lru_cache(maxsize=1 << 8)
def tokens(name: str) -> tuple[Token, ...]:
    """The words of a name in the order in which it is said: what stands after a comma is first (Blinken, Antony)."""
    found = []
    for text in split(name):
        letters, script = plain(text)
        if not letters:
            return _tokens(name)
        found.append(Token(text, letters, script))
    return tuple(found)


def split(name: str) -> list[str]:
    """What stands between spaces, dots and hyphens: the words of a name of plain letters."""
    return name.replace(".", " ").replace("-", " ").split()


def plain(text: str) -> tuple[str, str]:
    """A word that has the plain letters of one script only as it is compared, and that script; of others nothing."""
    if text.isascii():
        return (text.lower(), LATIN) if text.isalpha() else ("", "")
    return (text.translate(variants()), ARABIC) if _PLAIN_ARABIC.fullmatch(text) else ("", "")


def _tokens(name: str) -> tuple[Token, ...]:
    """The words of a name that has more than the plain letters of one script."""
    text = clean(name)
    if "(" in text or "[" in text or "{" in text:
        bare = _BRACKETS.sub(" ", text)
        if _RUN.search(bare):
            text = bare
    before, comma, after = text.replace("\u060c", ",").partition(",")
    found = _words(before)
    if comma:
        first = _words(after.replace(",", " "))
        found = first + found
    return tuple(found)


def _words(text: str) -> list[Token]:
    found: list[Token] = []
    for run in _RUN.findall(text):
        if run[0].isdecimal():
            found.append(Token(run, run.lstrip("0") or "0" if run.isascii() else str(int(run)), NUMBER))
        elif run.isascii():
            found.append(Token(run, run.lower(), LATIN))
        elif _ALL_ARABIC.fullmatch(run):
            found.append(Token(run, run.translate(variants()), ARABIC))
        else:
            found.extend(_split(run))
    return found


@cache
def variants() -> dict[int, str]:
    """Letters of Arabic script that stand for others, as `str.translate` takes them."""
    return {ord(k): v for k, v in table("sounds")["arabic_variants"].items()}


def _split(run: str) -> list[Token]:
    """A run of letters as one word of one script; where scripts are glued together, as several."""
    lower = unicodedata.normalize("NFC", _DROPPED.sub("", run.lower()))
    chars = [_char(c) for c in lower]
    scripts = {script for _, script in chars}
    if len(scripts) > 1 and LATIN in scripts:
        alike = _lookalikes()
        chars = [(alike[c], LATIN) if c in alike else pair for c, pair in zip(lower, chars, strict=True)]
    found: list[Token] = []
    start = 0
    for i in range(1, len(chars) + 1):
        if i == len(chars) or chars[i][1] != chars[start][1]:
            letters = "".join(c for c, _ in chars[start:i])
            found.append(Token(lower[start:i], letters, chars[start][1]))
            start = i
    if len(found) == 1:
        return [Token(run, found[0].letters, found[0].script)]
    return found
