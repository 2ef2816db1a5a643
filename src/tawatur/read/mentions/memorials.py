"""What is called after a person: جائزة الأمير سعود للكتاب is one name, and nobody is spoken of in it."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.mentions.candidates import Candidate
from tawatur.read.mentions.complements import Reader, further
from tawatur.read.mentions.shape import beside, extend

_LONGEST = 6  # words behind the person's name
_FIRST = frozenset(("given", "prefix"))
_FAMILY = frozenset(("given", "prefix", "weak", "family"))
_JOINED = frozenset(("given", "joint", "family"))  # behind a first name that is a word, too


def memorials(document: Document) -> Iterator[Candidate]:
    """Bodies, places and prizes that are called after somebody, each as a whole."""
    hits = [hit for hit in document.hits("memorial") if not hit.analysis.article]
    if not hits:
        return
    reader = Reader(document)
    for hit in hits:
        name = _name(reader, hit)
        if name is None or (hit.first in reader.ground.names and reader.ground.names[hit.first].last > name):
            continue
        last, purpose = _described(reader, hit, name)
        if last > name or not hit.data.get("needs"):
            kind = hit.data.get("for", hit.data["type"]) if purpose else hit.data["type"]
            by = "facility" if kind == "place" else "pattern"
            yield Candidate(hit.start, reader.tokens[last].end, kind, by, 2)


def _name(reader: Reader, hit: Hit) -> int | None:
    """The last word of the name after which something is called, None where no such name stands behind its noun."""
    first = beside(reader.document, hit.last)
    n = _behind_titles(reader, first, hit.data["titles"] == "any") if first is not None else None
    if first is None or n is None:
        return None
    form, words = reader.tokens[n].form, reader.words
    given = "given" if words.spelt_given(reader.tokens[n]) == ("given", 0) else words.inside(form)
    place = reader.ground.names.get(n)
    if given not in _FAMILY or (n in reader.ground.verbs and given == "weak"):
        return None
    last, parts = extend(reader.document, n, reader.ground, words.plain(form))
    titled = (i for i in range(n + 1, last + 1) if i in reader.titles and reader.article(i))
    last = next(titled, last + 1) - 1  # مؤسسة الملك فيصل | الأمير خالد
    if n > first:
        return last if parts else None
    further_name = last > n and (given in _FIRST or words.inside(reader.tokens[n + 1].form) in _JOINED)
    return last if hit.data.get("named") and place is None and further_name else None


def _behind_titles(reader: Reader, n: int | None, anyone: bool) -> int | None:
    """The word after the titles that begin at a word, the word itself where none does; None for titles of others, after
    whom nothing of that sort is called."""
    sets = reader.words.sets
    allowed = sets["ruler"] | sets["renowned"] if anyone else sets["ruler"]
    while n is not None and n in reader.title_ends:
        last = reader.title_ends[n]
        title = " ".join(token.form for token in reader.tokens[n : last + 1])
        if title not in allowed and not any(title.startswith(f"{known} ") for known in sets["ruler"]):
            return None  # خادم الحرمين الشريفين الملك is his and the king's
        n = beside(reader.document, last)
    return n


def _described(reader: Reader, hit: Hit, last: int) -> tuple[int, bool]:
    """The last word of what a name says of its kind, its aim: (مستشفى الملك ...) التخصصي، للعلوم والتقنية; whether it
    says an aim."""
    feminine, purpose, end = reader.tokens[hit.last].form.endswith("ه"), False, last
    n = reader.beside(last)
    while n is not None and n - end < _LONGEST and not reader.ends(n):
        if n in reader.titles or n in reader.ground.times:
            break
        if _of_kind(reader, n, feminine, purpose):
            last = n
        elif (found := _aim(reader, n, purpose, bool(hit.data.get("aimed")))) is not None:
            last, purpose = found, True
        else:
            break
        n = reader.beside(last)
    return last, purpose


def _of_kind(reader: Reader, n: int, feminine: bool, purpose: bool) -> bool:
    """Whether a word is an adjective of a body (of its own gender) or of its aim."""
    form, words = reader.tokens[n].form, reader.words
    if not reader.article(n) or form in words.sets["which"] or (n in reader.demonyms and not purpose):
        return False
    known = words.among(form, "international") or form.endswith(words.affixes["relation"])
    return known and (purpose or form.endswith("ه") == feminine)


def _aim(reader: Reader, n: int, purpose: bool, aimed: bool) -> int | None:
    """The last word of what something is for (للعلوم، لتنمية المرأة), and with it what is joined to that (والتقنية)."""
    found = further(reader, n, {"purpose"} if purpose else {"given"}, False)
    if found is None or n in reader.ground.names:
        return None
    last, kind = found
    if purpose:
        return last if kind == "definite" else None
    return last if kind == "purpose" or (aimed and kind in ("idafa", "name")) else None
