"""Names of organisations that no list has: a word for an organisation and what completes it to a name."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.mentions.candidates import Candidate
from tawatur.read.mentions.complements import Reader, complement, step
from tawatur.read.mentions.listed import one_of
from tawatur.read.mentions.ministries import ministries
from tawatur.read.mentions.words import NameWords, adjoining
from tawatur.text.words import WORD, analyses

_LONGEST = 12  # words of a name
_MARKS = frozenset("\"'“”„«»‹›")


def organisations(document: Document) -> Iterator[Candidate]:
    """Organisations by their head word."""
    reader = Reader(document)
    for hit in document.hits("org-head"):
        definite = hit.analysis.rest.startswith("ال")
        mode = hit.data.get("definite") if definite else hit.data.get("complement")
        listed_name = reader.ground.names.get(hit.first)
        if (
            mode is None
            or hit.first in reader.titles
            or (hit.data.get("led") and hit.analysis.preposition == "ب")
            or (hit.data.get("speaks") and hit.first - 1 not in reader.said_by_her)
            or (listed_name is not None and listed_name.last > hit.last and mode != "against")
        ):
            continue
        if mode == "against":
            yield from _coalition(reader, hit)
        elif definite:
            yield from _definite(reader, hit, mode)
        else:
            yield from _construct(reader, hit, mode)


def _candidate(reader: Reader, hit: Hit, last: int) -> Candidate:
    return Candidate(hit.start, reader.tokens[last].end, "organisation", "pattern", 2)


def _construct(reader: Reader, hit: Hit, mode: str) -> Iterator[Candidate]:
    first = reader.beside(hit.last)
    if first is None or one_of(reader.tokens[first].form, hit.data.get("not", ())):
        return
    if hit.data.get("ministry") and (end := _ministry(reader, first)) is not None:
        yield _candidate(reader, hit, end)
        return
    if _describes(reader, first) or (hit.data.get("persons") is False and first in reader.titles):
        return
    name = reader.ground.names.get(first)
    if hit.data.get("of") and (name is None or name.data["type"] != hit.data["of"]):
        return
    if name is not None and hit.data.get("class") and name.data["type"] in ("organisation", "work"):
        return
    last, seen = complement(reader, hit.last, mode == "proper")
    if last - hit.last < int(hit.data.get("least", 1)):
        return
    lone = seen == {"definite"} and hit.data.get("lone") is False and reader.beside(hit.last) == last
    if lone and not _family(reader, last):
        return
    wanted = hit.data.get("only_with")
    if wanted and wanted not in seen and not (wanted == "name" and "demonym" in seen):
        return
    if hit.data.get("place"):
        last = _place(reader, last)
    yield _candidate(reader, hit, min(last, _closed(reader, hit, first) or last))


def _closed(reader: Reader, hit: Hit, first: int) -> int | None:
    """The last word of a name that a word ends, but for a nation or words of standing: مجلس الوزراء السعودي; None where
    the word after the head ends none."""
    if not one_of(reader.tokens[first].form, hit.data.get("closed", ())):
        return None
    last, n = first, reader.beside(first)
    while n is not None and reader.article(n) and (n in reader.demonyms or _of_standing(reader, n)):
        last = reader.demonyms[n].last if n in reader.demonyms else n
        n = reader.beside(last)
    return last


def _of_standing(reader: Reader, i: int) -> bool:
    """Whether an adjective with the article says what standing a body has: الوطني, العليا."""
    bare = reader.tokens[i].form[2:]
    return (bare[:-1] if bare.endswith("ه") else bare) in reader.words.sets["institutional"]


def _family(reader: Reader, i: int) -> bool:
    """Whether a word is a family's name in this report, by which it calls its company: مجموعة الجريسي beside
    عبدالرحمن بن علي الجريسي."""
    form, words = reader.tokens[i].form, reader.words
    named = (b for a, b in zip(reader.tokens, reader.tokens[1:], strict=False) if words.plain(a.form) == "given")
    return any(b.form == form for b in named)


def _describes(reader: Reader, i: int) -> bool:
    """Whether a word after a class word tells of what kind, where or what for it is, so that no name follows: منظمة
    إرهابية, شركة ألمانية, مستشفى بمدينة بالتيمور, شركة متخصصة بإدارة الأصول."""
    form, words = reader.tokens[i].form, reader.words
    if i in reader.ground.names or words.plain(form) in ("given", "prefix", "joint"):
        return False
    if i in reader.demonyms and not reader.demonyms[i].analysis.article:
        return True  # ألمانية begins with the letters of the article
    if _prepositional(form, words):
        return True
    if not form.startswith("ال") and form.endswith(words.affixes["relation"]):
        stem = form.removesuffix("ه")  # an adjective has the article too (الإرهابي); a verbal noun has no such (تنمية)
        if len(stem) > 3 and words.plain("ال" + stem) == "common":
            return True
    following = reader.beside(i)
    return (
        words.plain(form) == "common"
        and not form.startswith("ال")
        and following is not None
        and form.endswith(words.affixes["feminine"])
        and _prepositional(reader.tokens[following].form, words, "ب")
    )


def _prepositional(form: str, words: NameWords, of: str = "بل") -> bool:
    """Whether a word is a preposition with its noun (بأحكام); one that takes the article itself is none (بحوث)."""
    if words.plain("ال" + form) == "common":
        return False
    return any(
        a.article or (len(a.rest) > 3 and words.plain(a.rest) == words.plain("ال" + a.rest) == "common")
        for a in analyses(form)
        if a.preposition and a.preposition in of
    )


def _ministry(reader: Reader, first: int) -> int | None:
    """The last word of a ministry's fields and the country after them: (وزارة) الصحة والسكان المصرية."""
    forms = [token.form if token.kind == WORD else "" for token in reader.tokens[first : first + _LONGEST]]
    field = ministries(reader.document.language).read(forms, 0)
    if field is None:
        return None
    last = first + field.end - 1
    n = reader.beside(last)
    if n is not None and n in reader.demonyms and reader.article(n) and not field.bare:
        return reader.demonyms[n].last
    if n is not None and field.bare:
        n = reader.beside(n) if reader.tokens[n].form in reader.words.sets["state"] else n
        name = reader.ground.names.get(n) if n is not None else None
        return name.last if name is not None and not name.analysis.letters and name.data["type"] == "place" else None
    return last


def _place(reader: Reader, last: int) -> int:
    """A place after the name of a university or court (بالرباط, في القاهرة belongs to it only with ب)."""
    n = reader.beside(last)
    name = reader.ground.names.get(n) if n is not None else None
    return name.last if name is not None and name.analysis.preposition == "ب" else last


def _definite(reader: Reader, hit: Hit, mode: str) -> Iterator[Candidate]:
    n = reader.beside(hit.last)
    if n is None or reader.ends(n) or one_of(reader.tokens[n].form, hit.data.get("not", ())):
        return
    if mode == "demonym":
        if n in reader.demonyms and reader.article(n) and not _described(reader, hit):
            yield _candidate(reader, hit, reader.demonyms[n].last)
        return
    last, institutional = hit.last, False
    while n is not None and reader.article(n) and not reader.ends(n) and last - hit.last < 3:
        if not _of_standing(reader, n) and n not in reader.demonyms:
            break
        institutional = True
        last, n = n, reader.beside(n)
    if not institutional:
        return
    purposeful, closed = False, one_of(reader.tokens[hit.last + 1].form, hit.data.get("closed", ()))
    while n is not None and (found := step(reader, n, False, {"definite", "purpose"}, False)) and not reader.ends(n):
        if closed and not _for_a_place(reader, n):
            break
        if not (purposeful or found[1] in ("purpose", "idafa") or _for_a_place(reader, n)):
            break
        purposeful, last = True, found[0]
        n = reader.beside(last)
    if mode == "adjective" or purposeful:
        yield _candidate(reader, hit, last)


def _for_a_place(reader: Reader, i: int) -> bool:
    """Whether a listed place with "for" goes on: (الهيئة الملكية) للجبيل."""
    name = reader.ground.names.get(i)
    return name is not None and name.analysis.preposition == "ل" and name.data["type"] == "place"


def _described(reader: Reader, hit: Hit) -> bool:
    """Whether a word before makes the head part of a title or of another noun: وزيرة الخارجية, الشؤون الخارجية."""
    p = hit.first - 1
    if p < 0 or hit.analysis.letters or not adjoining(reader.document, p, hit.first):
        return False
    return p in reader.titles or any(a.article for a in analyses(reader.tokens[p].form))


def _coalition(reader: Reader, hit: Hit) -> Iterator[Candidate]:
    """التحالف الدولي ضد تنظيم داعش: a coalition named by whom it fights."""
    n = reader.beside(hit.last)
    while n is not None and reader.article(n) and reader.tokens[n].form not in reader.words.sets["against"]:
        n = reader.beside(n)
    if n is None or reader.tokens[n].form not in reader.words.sets["against"]:
        return
    i = n + 1
    while i < min(n + 5, len(reader.tokens)):
        name = reader.ground.names.get(i)
        if name is not None and name.data["type"] == "organisation":
            target = str(name.data["id"])
            coalition = reader.words.parts["coalitions"].get(target)
            end = name.last
            if (
                end + 1 < len(reader.tokens)
                and reader.tokens[end + 1].form in _MARKS
                and reader.tokens[i - 1].form in _MARKS
            ):
                end += 1
            yield Candidate(hit.start, reader.tokens[end].end, "organisation", "pattern", 3, coalition)
            return
        token = reader.tokens[i]
        if token.form not in _MARKS and not reader.words.among(token.form, "group_word"):
            return
        i += 1
