"""Positions that stand together: one within another, the second of two persons, those that one man holds."""

from __future__ import annotations

from tawatur.read.document import Document
from tawatur.read.mentions.ground import Ground
from tawatur.read.mentions.title_words import described
from tawatur.read.mentions.titles import Title
from tawatur.read.mentions.words import name_words
from tawatur.text.folding import fold


def inner_of(title: Title, found: list[Title], ground: Ground) -> Title | None:
    """The office of another within a title, which the name after it has: المتحدث باسم ⟨رئيس الوزراء⟩ فلان."""
    inside = (t for t in found if title.first < t.first <= title.last and t.first in ground.behalf)
    return next((t for t in inside if t.name == title.name), None)


def received(document: Document, title: Title, found: list[Title], ground: Ground) -> Title | None:
    """The second of two titles that one verb joins, of two persons: استقبل أمير منطقة عسير ⟨مدير المطار⟩ فلان."""
    inside = (t for t in found if title.hit.last < t.first <= title.last)
    inner = next((t for t in inside if t.first - 1 in ground.ends.values()), None)
    if inner is None or inner.hit.analysis.letters:
        return None
    i = title.first - 1
    while i >= 0 and i in ground.standing:
        i -= 1
    sentence = document.tokens[title.first].sentence
    if i < 0 or document.tokens[i].sentence != sentence or not ground.words.among(document.tokens[i].form, "receives"):
        return None
    return inner


def begins_at(document: Document, title: Title, found: list[Title]) -> int:
    """Where the title begins that one man holds with this one: ⟨مستشار الملك⟩ وأمير منطقة مكة الأمير خالد الفيصل."""
    if not title.hit.analysis.conjunction:
        return title.hit.start
    beside = tuple(name_words(document.language).sets["held_beside"])
    for other in found:
        if _shares(document, other, title):
            return other.hit.start
        if other.last == title.first - 1 and fold(document.text[other.hit.start : title.hit.start]).startswith(beside):
            return other.hit.start
    return title.hit.start


def _shares(document: Document, first: Title, second: Title) -> bool:
    """Whether a title without a complement is joined to one whose it has: ⟨الرئيس والمدير⟩ العام لشركة."""
    definite = document.tokens[first.first].form.startswith("ال") and second.hit.analysis.article
    alone = first.last == first.hit.last == second.first - 1 and second.last > second.hit.last
    return alone and definite and second.hit.analysis.conjunction == "و"


def whole_of(document: Document, title: Title, found: list[Title]) -> Title:
    """A title behind a name up to the second one that it is joined to, where it has adjectives alone: ⟨المتحدث الرسمي
    ومدير المكتب⟩."""
    adjectives = document.tokens[title.hit.last + 1 : title.last + 1]
    if not all(described(t) for t in adjectives) or not document.tokens[title.first].form.startswith("ال"):
        return title
    beside = (t for t in found if t.first == title.last + 1 and t.hit.analysis.conjunction == "و")
    return next((t for t in beside if t.last > t.hit.last), title)
