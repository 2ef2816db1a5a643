"""Which full name of a report a shorter one belongs to, and ids for names that no list has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256

from tawatur.language.loader import Language
from tawatur.read.document import Document
from tawatur.read.entities import catalogue, catalogue_data
from tawatur.read.mentions.ministries import ministries
from tawatur.read.mentions.words import NameWords, name_words
from tawatur.text.folding import fold
from tawatur.text.words import tokenize

_LETTERS = (
    "ا a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh "
    " ص s ض d ط t ظ z ع a غ gh ف f ق q ك k ل l م m ن n ه h و w ي y"
)
_LATIN = dict(zip(*[iter(_LETTERS.split())] * 2, strict=True))

Forms = tuple[str, ...]
_ID, _DIGEST = 40, 8  # letters of an id, and of what tells apart two that were cut
_OFTEN = 3  # times that a name alone has meant one man, after which another's full name elsewhere does not change it
_OWN = 5  # letters of a family name that says enough without what joins it to the first name
_MINISTRY = "ministry"  # stands for the word, whatever a name begins with


def slug(name: str) -> str:
    """A stable id for a name: its folded words letter by letter in Latin, joined with hyphens.

    One of more than 40 letters is cut at a word and ends with a digest of the whole, so that it stays the name's own.
    """
    words = (
        "".join(_LATIN.get(c, c if c.isascii() and c.isalnum() else "") for c in t.form) for t in tokenize(fold(name))
    )
    whole = "-".join(word for word in words if word) or "entity"
    if len(whole) <= _ID:
        return whole
    digest = sha256(whole.encode()).hexdigest()[:_DIGEST]
    begun = whole[: _ID - _DIGEST]
    return f"{begun.rpartition('-')[0] or begun[:-1]}-{digest}"


@lru_cache(maxsize=8)
def _countries(language: Language) -> dict[str, str]:
    """The adjectives of countries with article, and what each comes from: الاميركيه and الامريكيه are one."""
    lists = catalogue_data(language)
    found: dict[str, str] = {}
    for entry in language.entries.get("demonym", ()):
        if lists[entry.data["of"]].get("class") == "country":
            found.update((f"ال{form}", entry.data["of"]) for form, _ in language.paradigms.expand(entry.data))
    return found


@lru_cache(maxsize=8)
def _lands(language: Language) -> dict[str, str]:
    """The countries of the lists by their folded names of one word."""
    countries = (e for e in catalogue(language).values() if catalogue_data(language)[e.id].get("class") == "country")
    return {fold(form): e.id for e in countries for form in (e.name["ar"] or "", *e.aliases) if " " not in form}


@lru_cache(maxsize=8)
def _listed_persons(language: Language) -> dict[Forms, str]:
    """The persons of the lists by their folded names of two words and more."""
    words = name_words(language)
    named = (
        (person_forms(form, words), e.id)
        for e in catalogue(language).values()
        if e.type == "person"
        for form in (e.name["ar"] or "", *e.aliases)
    )
    return {forms: key for forms, key in named if len(forms) > 1}


def person_forms(name: str, words: NameWords) -> Forms:
    """A name as folded words; عبد الله and عبدالله are one."""
    forms: list[str] = []
    for token in tokenize(fold(name)):
        if token.form[:1].isalnum():
            if forms and forms[-1] in words.sets["prefixed"]:
                forms[-1] += token.form
            else:
                forms.append(token.form)
    return tuple(forms)


class Names:
    """The names of persons and organisations of one report, by their folded words."""

    def __init__(self, document: Document) -> None:
        self._words = name_words(document.language)
        self._lists = catalogue(document.language)
        self._persons = _listed_persons(document.language)
        self._ministries = ministries(document.language)
        self._lands = _lands(document.language)
        self._countries = _countries(document.language)
        self._full: dict[str, dict[Forms, str]] = {"person": {}, "organisation": {}}
        self._seen: list[tuple[int, str]] = []  # where full names stand, in order, and whose they are
        self._text = document.text
        self._alone: Counter[tuple[Forms, str]] = Counter()  # how often a word of several bearers has meant each

    def _forms(self, name: str, kind: str) -> Forms:
        forms = person_forms(name, self._words)
        if kind == "organisation":
            forms = tuple(self._countries.get(form, form) for form in forms)
            forms = self._ministry(forms) or forms
        return forms

    def _ministry(self, forms: Forms) -> Forms | None:
        """A ministry by its field and country alone, however it is named: وزارة الخارجية القطرية, الخارجية القطرية."""
        headed = len(forms) > 1 and forms[0] in self._words.sets["ministry"]
        field = self._ministries.read(forms, int(headed))
        if field is None or (field.headed and not headed):
            return forms[1:] if headed else None
        rest = tuple(w for w in forms[field.end :] if w not in self._words.sets["state"])
        country = self._lands.get(rest[0], rest[0]) if len(rest) == 1 else None
        country = country if country in self._lists else field.country
        if len(rest) > 1 or (rest and not country) or (not headed and not country):
            return forms[1:] if headed else None
        return (_MINISTRY, field.id, *([country] if country else []))

    def add(self, name: str, kind: str, entity: str | None, offset: int = 0) -> None:
        """Take note of a name at an offset; `entity` where a list knows it (its other names then count too)."""
        full = self._full[kind]
        forms = self._forms(name, kind)
        if not forms:
            return
        if entity is None and kind == "person":
            entity = self._persons.get(forms)
        known = self._lists.get(entity) if entity else None
        if entity is None and forms[0] == _MINISTRY and len(forms) > 2:
            entity = self._ministries.id(*forms[1:])
        key = entity or full.get(forms) or self._alike(forms, full) or slug(name)
        if entity or forms not in full:
            full[forms] = key
        if len(forms) > 1 or entity:
            self._seen.append((offset, key))
        if known is not None and kind == "person":
            for other in (known.name["ar"] or "", *known.aliases):
                full.setdefault(self._forms(other, kind), key)

    def _alike(self, forms: Forms, full: dict[Forms, str]) -> str | None:
        """The id of a full name that is this one with one word in another spelling (فلاديمير بوتن, فلاديمير بوتين), or
        with its words parted elsewhere."""
        if len(forms) < 2:
            return None
        for other, key in full.items():
            if len(other) != len(forms) and other[0] == forms[0] and "".join(other) == "".join(forms):
                return key
            if len(other) == len(forms):
                different = [pair for pair in zip(forms, other, strict=True) if pair[0] != pair[1]]
                if len(different) == 1 and self._words.alike(*different[0]):
                    return key
        return None

    def find(self, name: str, kind: str, offset: int = 0) -> str | None:
        """The id of the fullest name that this one is or belongs to, or None where there is none.

        Where it may belong to several it is whom `_meant` gives; names are to be asked for in order of the text.
        """
        if kind not in self._full:
            return None
        forms, full = self._forms(name, kind), self._full[kind]
        for fits in (self._part_of_person, self._first_of_person) if kind == "person" else (_part_of_organisation,):
            longer = [f for f in full if len(f) > len(forms) and fits(forms, f)]
            ids = [full[f] for f in longer if not any(len(g) > len(f) and fits(f, g) for g in longer)]
            if ids:
                key = self._meant(forms, ids, offset)
                self._alone[forms, key] += kind == "person"
                return key
        return full.get(forms)

    def _meant(self, forms: Forms, ids: list[str], offset: int) -> str:
        """Whom of several bearers a name means: who was named last in full; but a man who has been called so time and
        again is called so after a paragraph that named another in full, too."""
        before = [(at, key) for at, key in self._seen if at < offset and key in ids]
        if not before:
            return ids[0]
        at, last = before[-1]
        usual = max(ids, key=lambda key: self._alone[forms, key])
        return usual if self._alone[forms, usual] >= _OFTEN and "\n" in self._text[at:offset] else last

    def _part_of_person(self, part: Forms, whole: Forms) -> bool:
        """Whether a name is a part of a full one: its family name, or its first name with others in their order.

        A father's name is no part of his child's: سلمان بن عبد العزيز is not محمد بن سلمان بن عبد العزيز.
        """
        if not part or not whole:
            return False
        sons, joined, younger = (self._words.sets[name] for name in ("of_father", "joined", "younger"))
        if younger.isdisjoint(part) != younger.isdisjoint(whole):
            return False
        at = len(whole) - len(part)
        if len(part) == 1:
            last = part[0] == whole[-1] or part[0] == "ال" + whole[-1]
            if "ال" + part[0] == whole[-1]:  # الملك فيصل is not خالد الفيصل
                last = self._words.plain(part[0]) != "given"
            held = whole[-2] in joined
            if whole[-2] in self._words.sets["loosely_joined"]:
                held = len(part[0]) < _OWN or self._words.plain(part[0]) != "unknown"
            return (last or self._words.alike(part[0], whole[-1])) and not held
        if part == whole[at:]:
            return whole[at - 1] not in sons
        if part[0] != whole[0]:
            return False
        if sons.isdisjoint(part) or sons.isdisjoint(whole):
            return _in_order([w for w in part if w not in sons], whole)
        return self._same_fathers(part, whole)

    def _same_fathers(self, part: Forms, whole: Forms) -> bool:
        """Whether the fathers that the shorter of two names gives are the first ones of the longer: محمد بن نايف."""
        a, b = self._chain(part), self._chain(whole)
        if len(a) > len(b) or any(x != y for x, y in zip(a[:-1], b, strict=False)):
            return False
        last, beside = a[-1], b[len(a) - 1]
        return last[:1] == beside[:1] and _in_order(last[1:], (*beside[1:], *b[-1][1:]))

    def _chain(self, forms: Forms) -> list[list[str]]:
        """A name cut at the words for "son of"."""
        chain: list[list[str]] = [[]]
        for form in forms:
            if form in self._words.sets["of_father"]:
                chain.append([])
            else:
                chain[-1].append(form)
        return chain

    def _first_of_person(self, part: Forms, whole: Forms) -> bool:
        """Whether one word is the first of a full name: الملك سلمان, الزعيم كيم."""
        return len(part) == 1 and bool(whole) and part[0] == whole[0]


def _in_order(part: Sequence[str], whole: Sequence[str]) -> bool:
    rest = iter(whole)
    return all(word in rest for word in part)


def _part_of_organisation(part: Forms, whole: Forms) -> bool:
    """Whether a body's name begins another's, the last word with the article where more followed it: مجلس المحافظة of a
    report on مجلس محافظة الأنبار."""
    n = len(part)
    return bool(part) and (part == whole[:n] or (n > 1 and (*part[:-1], part[-1].removeprefix("ال")) == whole[:n]))
