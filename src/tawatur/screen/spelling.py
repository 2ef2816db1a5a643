"""What a list puts into one field as a name, taken apart into the names that stand in it.

Lists crowd fields: `Fazel Rahim; Fazil Rahim`, a second script in brackets, an acronym in brackets, a remark
(language/watchlists.yml) behind a comma. Words of a name are never dropped.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import groupby

from tawatur.record.watchlists import PERSON, ListedName
from tawatur.screen.words import country, remarks

READ = frozenset({"Arab", "Latn", "Cyrl"})  # scripts of names that are compared
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]?")
_SEPARATORS = re.compile(r"\s*[;؛]\s*|\s+/\s+")
_ACRONYM = re.compile(r"[A-Z][A-Za-z.&-]{0,9}")
_CROWDED = re.compile(r"[()\[\];؛/:،\"“”«»]|,.*,|[.,]$")
_PLAIN = {
    "Latn": re.compile(r"(?=.*[A-Za-z])[A-Za-z'’‘`.,&\d -]+"),
    "Arab": re.compile(r"(?=.*[\u0621-\u064a])[\u0621-\u0652\u0670-\u06d3.\d -]+"),
}
_LONGEST = 1_000  # characters
_SHORT = 5  # letters
_EDGES = ' \t\r\n"“”«»,،.;:()[]/'
_SCRIPTS = {"LATIN": "Latn", "ARABIC": "Arab", "CYRILLIC": "Cyrl", "HEBREW": "Hebr", "GREEK": "Grek"}
_OTHERS = {"CJK": "Hani", "HANGUL": "Hang", "ETHIOPIC": "Ethi", "GEORGIAN": "Geor", "ARMENIAN": "Armn"}


def listed_names(raw: str | None, kind: str, weak: bool = False) -> list[ListedName]:
    """The names that stand in one field of a list, in order, each once."""
    text = " ".join((raw or "").split())
    if len(text) > _LONGEST:  # no name: it is kept as it stands, and nothing is looked for in it
        return [ListedName(text[:_LONGEST], script(text[:_LONGEST]), weak)]
    remarked = remarks().search(text) is not None
    if not remarked and not _CROWDED.search(text) and (own := _only_script(text)):
        return [ListedName(text, own, weak)]
    found: dict[str, ListedName] = {}
    for part in _SEPARATORS.split(remarks().sub("", text) if remarked else text):
        for text, acronym in _apart(part, kind):
            if any(c.isalnum() for c in text):
                found.setdefault(text, ListedName(text, script(text), weak or acronym))
    return list(found.values())


def _only_script(text: str) -> str | None:
    """The script of a text that is all in one, told fast; None where it must be looked at letter by letter."""
    return next((code for code, plain in _PLAIN.items() if plain.fullmatch(text)), None)


def _apart(part: str, kind: str) -> list[tuple[str, bool]]:
    """The names of one part, and whether each is an acronym only."""
    aside: list[tuple[str, bool]] = []

    def bracket(match: re.Match[str]) -> str:
        inner = match.group(1).strip()
        outside = part[: match.start()]
        if kind != PERSON and _is_acronym(inner, outside):
            aside.append((inner, True))
            return " "
        if inner and outside.strip(_EDGES) and script(inner) != script(outside):
            aside.append((inner, False))
            return " "
        return f" {inner} "

    rest = _BRACKETS.sub(bracket, part)
    pieces = [(text, False) for text in _by_script(rest)] + aside
    names = [(" ".join(text.split()).strip(_EDGES), acronym) for text, acronym in pieces]
    return [(name, acronym) for text, acronym in names for name in _by_comma(text, kind)]


def _is_acronym(inner: str, outside: str) -> bool:
    """Short and in capitals, or the initials of what stands before it; not the country of a branch."""
    if not _ACRONYM.fullmatch(inner) or sum(c.isupper() for c in inner) < 2 or country(inner):
        return False
    initials = "".join(w[0] for w in re.findall(r"\w+", outside)).upper()
    return len(inner) <= _SHORT or inner.upper() in initials


def _by_script(text: str) -> list[str]:
    """A name followed by the same in another script; words without letters stay with what stands before them."""
    words = text.split()
    scripts: list[str] = []
    for word in words:
        own = script(word)
        scripts.append(own if own != "Zyyy" or not scripts else scripts[-1])
    groups = [[w for w, _ in g] for _, g in groupby(zip(words, scripts, strict=True), key=lambda p: p[1])]
    return [" ".join(g) for g in groups]


def _by_comma(text: str, kind: str) -> list[str]:
    """Single words in a row are names of their own; `FAMILY, Given` is one."""
    parts = [p.strip() for p in re.split(r"[,،]", text) if p.strip()]
    if kind == PERSON and len(parts) > 2 and all(len(p.split()) == 1 for p in parts):
        return parts
    return [text]


def natural(name: ListedName, kind: str) -> str:
    """A name in the order it is said in: `FAMILY, Given` of a person turned round."""
    family, comma, given = name.text.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and kind == PERSON and given.strip() else name.text


def script(text: str) -> str:
    """The script most letters are in, as ISO 15924 names it; Zyyy where there are none, Zzzz for one not known here."""
    if own := _only_script(text):
        return own
    counts: dict[str, int] = {}
    for char in text:
        if char.isalpha():
            code = "Latn" if char.isascii() else _script_of(char)
            counts[code] = counts.get(code, 0) + 1
    return max(counts, key=lambda code: (counts[code], code)) if counts else "Zyyy"


@cache
def _script_of(char: str) -> str:
    word = unicodedata.name(char, "").split(" ")[0].split("-")[0]
    return _SCRIPTS.get(word) or _OTHERS.get(word, "Zzzz")
