"""Which full name of a report a shorter one belongs to, and ids for names that no list has."""

from __future__ import annotations

from tawatur.read.document import Document
from tawatur.read.entities import catalogue
from tawatur.read.mentions.words import name_words
from tawatur.text.folding import fold
from tawatur.text.words import tokenize

_LETTERS = (
    "ا a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh "
    " ص s ض d ط t ظ z ع a غ gh ف f ق q ك k ل l م m ن n ه h و w ي y"
)
_LATIN = dict(zip(*[iter(_LETTERS.split())] * 2, strict=True))


def slug(name: str) -> str:
    """A stable id for a name: its folded words letter by letter in Latin, joined with hyphens."""
    words = (
        "".join(_LATIN.get(c, c if c.isascii() and c.isalnum() else "") for c in t.form) for t in tokenize(fold(name))
    )
    return "-".join(word for word in words if word) or "entity"


class Names:
    """The names of persons and organisations of one report, by their folded words."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._words = name_words(document.language)
        self._lists = catalogue(document.language)
        self._full: dict[str, dict[tuple[str, ...], str]] = {"person": {}, "organisation": {}}

    def _forms(self, name: str) -> tuple[str, ...]:
        forms: list[str] = []
        for token in tokenize(fold(name)):
            if not token.form[:1].isalnum():
                continue
            if forms and forms[-1] in self._words.sets["prefixed"]:  # عبد الله and عبدالله are one
                forms[-1] += token.form
            else:
                forms.append(token.form)
        if forms and forms[0] in self._words.sets["ministry"] and len(forms) > 1:
            forms = forms[1:]
        return tuple(forms)

    def add(self, name: str, kind: str, entity: str | None) -> None:
        """Take note of a name; `entity` where a list knows it (its other names then count too)."""
        full = self._full[kind]
        known = self._lists.get(entity) if entity else None
        key = entity or slug(name)
        forms = self._forms(name)
        if forms and (entity or forms not in full):
            full[forms] = key
        if known is not None and kind == "person":
            for other in (known.name["ar"] or "", *known.aliases):
                full.setdefault(self._forms(other), key)

    def find(self, name: str, kind: str) -> str | None:
        """The id of the fullest name that this one is or belongs to, or None where it belongs to several or none."""
        if kind not in self._full:
            return None
        forms, full = self._forms(name), self._full[kind]
        fits = self._part_of_person if kind == "person" else _part_of_organisation
        longer = sorted((f for f in full if len(f) > len(forms) and fits(forms, f)), key=len)
        ids = {full[f] for f in longer if not any(len(g) > len(f) and fits(f, g) for g in longer)}
        if len(ids) == 1:
            return ids.pop()
        return full.get(forms)

    def _part_of_person(self, part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
        if not part or not whole:
            return False
        if len(part) == 1:
            return part[0] == whole[-1] or part[0] == "ال" + whole[-1] or "ال" + part[0] == whole[-1]
        rest = iter(whole)
        return (part[0] == whole[0] and all(word in rest for word in part)) or part == whole[-len(part) :]


def _part_of_organisation(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return bool(part) and part == whole[: len(part)]
