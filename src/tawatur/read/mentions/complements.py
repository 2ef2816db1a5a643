"""What completes the name of an organisation after its head word: (هيئة) مكافحة الفساد."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.mentions.ground import ground_of
from tawatur.read.mentions.words import adjoining
from tawatur.text.words import WORD, analyses

_LONGEST = 12  # words of a name
_AND = "و"


class Reader:
    """Reads one document's organisations: what each word is, looked up once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.ground = ground_of(document)
        self.words = self.ground.words
        self.tokens = document.tokens
        found = sorted(document.hits("demonym"), key=lambda h: h.last)
        self.demonyms = {h.first: h for h in found if not h.analysis.preposition}
        self.title_ends: dict[int, int] = {}
        for h in document.hits("title"):
            self.title_ends[h.first] = max(h.last, self.title_ends.get(h.first, 0))
        self.titles = self.title_ends.keys()
        self.said_by_her = {h.last for h in document.hits("say") if h.features.get("gender") == "f"}

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


def complement(reader: Reader, head: int, proper: bool) -> tuple[int, set[str]]:
    """The last word of a name that begins with a head word, and what kinds of word completed it."""
    last, seen = head, set[str]()
    while last - head < _LONGEST:
        n = reader.beside(last)
        if n is None:
            break
        found = step(reader, n, proper, seen, last == head)
        if found is None:
            break
        last, kind = found
        seen.add(kind)
        if kind in ("demonym", "name") and not _purpose_follows(reader, last):
            break
    return last, seen


def step(reader: Reader, n: int, proper: bool, seen: set[str], start: bool) -> tuple[int, str] | None:
    """The last word and the kind of what goes on at word n, or None where the name has ended."""
    form, words = reader.tokens[n].form, reader.words
    if reader.ends(n) or not "\u0621" <= form[:1] <= "\u064a":
        return None
    name = reader.ground.names.get(n)
    kind = words.plain(form)
    if (called := _called_after(reader, n, name, kind, seen if proper else None)) is not None:
        return called
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
    if ((proper or start) and kind in ("given", "prefix", "joint", "family")) or (proper and kind == "weak"):
        return n, "proper" if kind == "family" else "given"
    if proper and kind == "unknown" and not start and len(form) > 3 and seen & {"proper", "given"}:
        readings = [a for a in analyses(form) if a.letters]
        if "proper" in seen or not any(a.article for a in readings):  # شركة ماهر | للتجارة
            return None if any(words.plain(a.rest) != "unknown" for a in readings) else (n, "proper")
    if (
        proper
        and start
        and kind == "unknown"
        and len(form) > 3
        and not (form.endswith(words.affixes["hers"]) or form.startswith(words.affixes["purposed"]))
    ):
        return n, "proper"
    return further(reader, n, seen, start)


def further(reader: Reader, n: int, seen: set[str], start: bool) -> tuple[int, str] | None:
    """What a name is for, or joined to what stands before: (منظمة ...) للتعاون، والتنمية."""
    form, words = reader.tokens[n].form, reader.words
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


def _called_after(reader: Reader, n: int, name: Hit | None, kind: str, seen: set[str] | None) -> tuple[int, str] | None:
    """A person's name behind his title (مستشفى الملك فيصل), or behind a given name the family's that is a town's, too
    (جامعة جورج واشنطن); `seen` what stood before, None where no proper names go on."""
    titled = n - 1 in reader.titles and reader.article(n - 1)
    if titled and kind in ("given", "prefix", "family") and not (name is not None and name.last > n):
        return n, "given"
    town = name is not None and name.data["type"] == "place" and not name.analysis.letters
    return (name.last, "proper") if town and name is not None and seen == {"given"} else None


def _idafa(reader: Reader, n: int, start: bool) -> tuple[int, str] | None:
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


def _purpose_follows(reader: Reader, last: int) -> bool:
    n = reader.beside(last)
    return n is not None and reader.tokens[n].form.startswith("لل") and n not in reader.ground.names
