"""What the words of organisations' names mean, whatever their language: phrases by the stems of their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from tawatur.names.data import documents, lines, table
from tawatur.names.letters import ARABIC, LATIN, Token, tokens
from tawatur.names.lists import lists
from tawatur.names.remembered import Remembered

HEAD, FIRM, GENERAL, FIELD, PLACE, PLAIN, DIGITS = "head", "firm", "general", "field", "place", "plain", "number"
LONGEST_PHRASE = 5  # words


@cache
def _proclitics() -> dict[str, tuple[str, ...]]:
    return {kind: tuple(forms) for kind, forms in table("bodies")["proclitics"].items()}


def stem(letters: str, script: str) -> str:
    """A word without article, plural and feminine endings."""
    if script == LATIN:
        if len(letters) > 4 and letters.endswith("ies"):
            return letters[:-3] + "y"
        return letters[:-1] if len(letters) > 3 and letters.endswith("s") and not letters.endswith("ss") else letters
    if script != ARABIC:
        return letters
    prefixes = _proclitics()["with_article"]
    for prefix in prefixes if letters.startswith(prefixes) else ():
        if letters.startswith(prefix) and len(letters) > len(prefix) + 2:
            letters = letters[len(prefix) :]
            break
    else:
        if letters.startswith("ال") and len(letters) > 3:
            letters = letters[2:]
    if letters.endswith("ات") and len(letters) > 4:
        letters = letters[:-2]
    elif letters.endswith(("ة", "ه")) and len(letters) > 3:
        letters = letters[:-1]
    return letters[:-1] + "ي" if letters.endswith("ى") else letters


_MAKES: Remembered[str, bool] = Remembered(1 << 16)  # words in plain letters, and whether they may make a body


def _may_make_body(letters: str, script: str) -> bool:
    found = _MAKES.get(letters)
    return _MAKES.keep(letters, vocabulary().may_make_body(stem(letters, script))) if found is None else found


def makes_no_body(letters: str, script: str) -> bool:
    """Whether a word neither begins anything that makes a name a body's, nor is left out of bodies' names, nor drawn
    together with others."""
    return letters not in vocabulary().set_apart and not _may_make_body(letters, script)


class Vocabulary:
    """All phrases with a meaning, by the stems of their words."""

    def __init__(self) -> None:
        raw = table("bodies")
        self.stop = frozenset(w for words in raw["stop"].values() for w in words)
        self._concepts: defaultdict[tuple[str, ...], frozenset[str]] = defaultdict(frozenset)
        self._sorts: dict[tuple[str, ...], str] = {}
        self._longest: dict[str, int] = {}  # words of the longest phrase that begins with a stem
        self._latin: defaultdict[str, set[str]] = defaultdict(set)  # initials in Latin letters of a concept
        for sort, section in ((HEAD, "heads"), (FIRM, "firm_heads"), (GENERAL, "general"), (FIELD, "fields")):
            for concept, forms in raw[section].items():
                for form in forms.replace("|", ",").split(","):
                    self._add(form, f"{section}:{concept}", sort)
        self._add_places(raw["demonyms"])
        self.bodies: defaultdict[tuple[str, ...], frozenset[str]] = defaultdict(frozenset)
        told = ((self.stems(tokens(form)), key) for key, forms in raw["bodies"].items() for form in forms.split(","))
        for stems, key in (*self._named("organisations.tsv"), *told):
            self.bodies[stems] |= {key}  # two parties of two countries may have one name

        lists_ = lists()
        self.gathered = frozenset(lists_.letter_names) | lists_.servant
        self.set_apart = self.gathered | self.stop
        heads = (stems[0] for stems, sort in self._sorts.items() if sort in (HEAD, FIRM, FIELD))
        self._heads = frozenset((*heads, *(stems[0] for stems in self.bodies), *lists_.letter_names))

    def _add_places(self, demonyms: dict[str, str]) -> None:
        for document in documents("arabic", "names", "countries.yml"):
            for entry in document["entries"]:
                country = entry.get("id") or entry.get("of")
                for form in (*entry.get("forms", ()), entry.get("en"), entry.get("adjective")):
                    self._add(form or "", f"place:{country}", PLACE)
        for country, said in demonyms.items():
            for form in said.split(","):
                self._add(form, f"place:{country}", PLACE)
        for file in ("regions.tsv", "cities.tsv"):
            for key, form in _rows(file):
                self._add(form, f"place:{key}", PLACE)

    def _named(self, file: str) -> Iterator[tuple[tuple[str, ...], str]]:
        for key, form in _rows(file):
            if stems := self.stems(tokens(form)):
                yield stems, key

    def _add(self, form: str, concept: str, sort: str) -> None:
        words = tokens(form)
        stems = self.stems(words)
        if not stems or len(stems) > LONGEST_PHRASE:
            return
        self._concepts[stems] |= {concept}
        self._sorts.setdefault(stems, sort)
        self._longest[stems[0]] = max(len(stems), self._longest.get(stems[0], 0))
        if words[0].script == LATIN:
            self._latin[concept].add(stems[0][0])

    def stems(self, words: Iterable[Token]) -> tuple[str, ...]:
        """The stems of a name's words without the small ones."""
        return tuple(stem(w.letters, w.script) for w in words if w.letters not in self.stop)

    def find(self, stems: Sequence[str], at: int) -> tuple[int, frozenset[str], str]:
        """The longest phrase that begins at a word: how many words, what it may mean, its sort; 0 where none."""
        for size in range(min(self._longest.get(stems[at], 0), len(stems) - at), 0, -1):
            phrase = tuple(stems[at : at + size])
            if phrase in self._concepts:
                return size, self._concepts[phrase], self._sorts[phrase]
        first = stems[at]
        if (
            first[:1] in _proclitics()["particles"] and len(first) > 3
        ):  # ل and و before a word: حركة التحرر والتقدم, جبهة لتحرير
            for cut in (first[1:], stem(first[1:], ARABIC)):
                if (cut,) in self._concepts:
                    return 1, self._concepts[cut,], self._sorts[cut,]
        return 0, frozenset(), PLAIN

    def may_name_body(self, words: Iterable[Token]) -> bool:
        """Whether a word of a name may make it a body's: the cheapest question, asked first."""
        return any(_may_make_body(w.letters, w.script) for w in words)

    def may_make_body(self, stem_: str) -> bool:
        """Whether a body's name, its kind or field, begins with this stem, or with what stands in it after a
        particle."""
        if stem_ in self._heads:
            return True
        if stem_[:1] not in _proclitics()["particles"] or len(stem_) <= 3:
            return False
        return stem_[1:] in self._heads or stem(stem_[1:], ARABIC) in self._heads

    def initials(self, concepts: Iterable[str]) -> frozenset[str]:
        """The letters that these meanings may have in an acronym."""
        found = [self._latin[c] for c in concepts if c in self._latin]
        return frozenset().union(*found) if found else frozenset()


def _rows(file: str) -> Iterator[tuple[str, str]]:
    """Id and form of a table of names; forms that are names in some contexts only are left out."""
    for line in list(lines("arabic", "names", file))[1:]:
        key, english, forms, *more = (cell.strip() for cell in line.split("|"))
        if "only=" not in " ".join(more):
            for form in (english, *forms.split(",")):
                yield key, form


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, loaded once a process."""
    return Vocabulary()
