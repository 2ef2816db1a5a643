"""Names of organisations that no list has: a word for an organisation and what completes it to a name."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.mentions.candidates import Candidate
from tawatur.read.mentions.listed import one_of
from tawatur.read.mentions.ministries import ministries
from tawatur.read.mentions.titles import ground_of
from tawatur.read.mentions.words import NameWords, adjoining
from tawatur.text.words import WORD, analyses

_LONGEST = 12  # words of a name
_AND = "و"
_MARKS = frozenset("\"'“”„«»‹›")


class _Reader:
    """Reads one document's organisations: what each word is, looked up once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.ground = ground_of(document)
        self.words = self.ground.words
        self.tokens = document.tokens
        found = sorted(document.hits("demonym"), key=lambda h: h.last)
        self.demonyms = {h.first: h for h in found if not h.analysis.preposition}
        self.titles = {h.first for h in document.hits("title")}

    def article(self, i: int) -> bool:
        """Whether a token has the article and no preposition or conjunction."""
        form = self.tokens[i].form
        return len(form) > 4 and form.startswith("ال") and form not in self.words.sets["not_article"]

    def beside(self, i: int) -> int | None:
        """The word beside a token, or None."""
        n = i + 1
        if n < len(self.tokens) and self.tokens[n].kind == WORD and adjoining(self.document, i, n):
            return n if "\n" not in self.document.text[self.tokens[i].end : self.tokens[n].start] else None
        return None

    def ends(self, i: int) -> bool:
        """Whether a word cannot belong to a name."""
        form = self.tokens[i].form
        if i in self.ground.standing and form.startswith("ال"):
            return True
        if form in self.words.sets["year"] and i + 1 < len(self.tokens):
            return self.tokens[i + 1].form in self.words.sets["org_end"]
        return (
            form.removeprefix(_AND) in self.words.sets["org_end"]
            or form in self.words.sets["function"]
            or form in self.words.sets["aim"]
            or (i in self.ground.verbs and not form.startswith("ال"))
        )


def organisations(document: Document) -> Iterator[Candidate]:
    """Organisations by their head word."""
    reader = _Reader(document)
    for hit in document.hits("org-head"):
        definite = hit.analysis.rest.startswith("ال")
        mode = hit.data.get("definite") if definite else hit.data.get("complement")
        listed_name = reader.ground.names.get(hit.first)
        if (
            mode is None
            or hit.first in reader.titles
            or (listed_name is not None and listed_name.last > hit.last and mode != "against")
        ):
            continue
        if mode == "against":
            yield from _coalition(reader, hit)
        elif definite:
            yield from _definite(reader, hit, mode)
        else:
            yield from _construct(reader, hit, mode)


def _candidate(reader: _Reader, hit: Hit, last: int) -> Candidate:
    return Candidate(hit.start, reader.tokens[last].end, "organisation", "pattern", 2)


def _construct(reader: _Reader, hit: Hit, mode: str) -> Iterator[Candidate]:
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
    last, seen = _complement(reader, hit.last, mode == "proper")
    if last - hit.last < int(hit.data.get("least", 1)):
        return
    if seen == {"definite"} and hit.data.get("lone") is False and reader.beside(hit.last) == last:
        return
    wanted = hit.data.get("only_with")
    if wanted and wanted not in seen and not (wanted == "name" and "demonym" in seen):
        return
    if hit.data.get("place"):
        last = _place(reader, last)
    yield _candidate(reader, hit, last)


def _describes(reader: _Reader, i: int) -> bool:
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


def _ministry(reader: _Reader, first: int) -> int | None:
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


def _complement(reader: _Reader, head: int, proper: bool) -> tuple[int, set[str]]:
    """The last word of a name that begins with a head word, and what kinds of word completed it."""
    last, seen = head, set[str]()
    while last - head < _LONGEST:
        n = reader.beside(last)
        if n is None:
            break
        step = _step(reader, n, proper, seen, last == head)
        if step is None:
            break
        last, kind = step
        seen.add(kind)
        if kind in ("demonym", "name") and not _purpose_follows(reader, last):
            break
    return last, seen


def _step(reader: _Reader, n: int, proper: bool, seen: set[str], start: bool) -> tuple[int, str] | None:
    """The last word and the kind of what goes on at word n, or None where the name has ended."""
    form, words = reader.tokens[n].form, reader.words
    if reader.ends(n) or not "\u0621" <= form[:1] <= "\u064a":
        return None
    name = reader.ground.names.get(n)
    if name is not None and not name.analysis.conjunction and name.analysis.preposition in ("", "ل"):
        ends = seen - {"idafa"} and not name.analysis.preposition and name.data["type"] == "place"
        return None if ends and not seen & {"purpose"} else (name.last, "name")
    if name is not None or (
        words.plain(form) == "given" and seen == {"definite"} and n - 1 not in reader.titles  # but جامعة الملك سعود
    ):
        return None
    if "proper" in seen and reader.article(n) and not seen & {"purpose"}:
        return None
    if n in reader.demonyms and reader.article(n):
        return reader.demonyms[n].last, "demonym"
    if reader.article(n):
        return n, "definite"
    kind = words.plain(form)
    if ((proper or start) and kind in ("given", "prefix", "joint", "family")) or (proper and kind == "weak"):
        return n, "proper" if kind == "family" else "given"
    if proper and kind == "unknown" and not start and "proper" in seen and len(form) > 3:
        return (
            (n, "proper") if not any(a.letters and words.plain(a.rest) != "unknown" for a in analyses(form)) else None
        )
    if (
        proper
        and start
        and kind == "unknown"
        and len(form) > 3
        and not (form.endswith(words.affixes["hers"]) or form.startswith(words.affixes["purposed"]))
    ):
        return n, "proper"
    readings = analyses(form)
    if any(a.article and a.preposition == "ل" for a in readings) and not start:
        return n, "purpose"
    if (
        not start
        and form[:1] == "و"
        and form[1:3] == "ال"
        and words.plain(form[1:]) in ("common", "unknown")
        and seen & {"definite", "purpose"}
    ):
        return (n, "definite") if n not in reader.demonyms else None
    return _idafa(reader, n, start)


def _idafa(reader: _Reader, n: int, start: bool) -> tuple[int, str] | None:
    """A noun without article before a definite one: (هيئة) مكافحة الفساد, (منظمة ...) لحقوق الإنسان."""
    form, following = reader.tokens[n].form, reader.beside(n)
    if following is None or reader.words.plain(form) not in ("common", "unknown") or reader.ends(following):
        return None
    purpose = form.startswith("ل") and len(form) > 3 and reader.words.plain(form) != "common"
    if (start and (purpose or reader.words.plain(form) == "unknown")) or (not start and not form.startswith("ل")):
        return None
    name = reader.ground.names.get(following)
    if name is not None and not name.analysis.letters:
        return name.last, "name"
    if reader.article(following):
        return following, "idafa"
    beyond = reader.beside(following)
    deeper = (
        beyond is not None and reader.article(beyond) and reader.words.plain(reader.tokens[following].form) == "common"
    )
    return (beyond, "idafa") if deeper and beyond is not None and following not in reader.ground.verbs else None


def _purpose_follows(reader: _Reader, last: int) -> bool:
    n = reader.beside(last)
    return n is not None and reader.tokens[n].form.startswith("لل") and n not in reader.ground.names


def _place(reader: _Reader, last: int) -> int:
    """A place after the name of a university or court (بالرباط, في القاهرة belongs to it only with ب)."""
    n = reader.beside(last)
    name = reader.ground.names.get(n) if n is not None else None
    return name.last if name is not None and name.analysis.preposition == "ب" else last


def _definite(reader: _Reader, hit: Hit, mode: str) -> Iterator[Candidate]:
    n = reader.beside(hit.last)
    if n is None or reader.ends(n) or one_of(reader.tokens[n].form, hit.data.get("not", ())):
        return
    if mode == "demonym":
        if n in reader.demonyms and reader.article(n) and not _described(reader, hit):
            yield _candidate(reader, hit, reader.demonyms[n].last)
        return
    last, institutional = hit.last, False
    while n is not None and reader.article(n) and not reader.ends(n) and last - hit.last < 3:
        bare = reader.tokens[n].form[2:]
        bare = bare[:-1] if bare.endswith("ه") else bare
        if bare not in reader.words.sets["institutional"] and n not in reader.demonyms:
            break
        institutional = True
        last, n = n, reader.beside(n)
    if not institutional:
        return
    purposeful = False
    while n is not None and (step := _step(reader, n, False, {"definite", "purpose"}, False)) and not reader.ends(n):
        if not (purposeful or step[1] in ("purpose", "idafa")):
            break
        purposeful, last = True, step[0]
        n = reader.beside(last)
    if mode == "adjective" or purposeful:
        yield _candidate(reader, hit, last)


def _described(reader: _Reader, hit: Hit) -> bool:
    """Whether a word before makes the head part of a title or of another noun: وزيرة الخارجية, الشؤون الخارجية."""
    p = hit.first - 1
    if p < 0 or hit.analysis.letters or not adjoining(reader.document, p, hit.first):
        return False
    return p in reader.titles or any(a.article for a in analyses(reader.tokens[p].form))


def _coalition(reader: _Reader, hit: Hit) -> Iterator[Candidate]:
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
