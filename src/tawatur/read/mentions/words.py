"""Kinds of words that names are made of, and the contexts that word lists name (language/<name>/names)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from tawatur.language.loader import Language
from tawatur.read.document import Document
from tawatur.text.folding import fold
from tawatur.text.words import SIGN, WORD, Token, analyses, spaced

ROW = frozenset((" و", "، و", "،و", "، ", " ، ", "،"))  # between places in one row
_SHORT = 4  # letters of a word that has no second spelling, and of one whose vowels count
_SPORT = 0.4  # of the sentences of a report of sport have words of it
_UNSEEN = 0.3  # three letters that no listed word has are a little likelier in a name


class NameWords:
    """The single words of a language that names are made of.

    `kind` of a folded word: `given`, `weak` (a first name that is also a common word), `family`, `joint` (بن, دي),
    `prefix` (عبد, أبو: never without the next word), `common` or `unknown`.
    """

    def __init__(self, language: Language) -> None:
        self.parts: dict[str, Any] = language.data("names/parts")
        self.sets = {name: frozenset(fold(w) for w in words) for name, words in self.parts["contexts"].items()}
        self.affixes = {name: tuple(fold(a) for a in found) for name, found in self.parts["affixes"].items()}
        self.compounds = {
            fold(first): frozenset(fold(end) for end in ends) for first, ends in self.parts["compounds"].items()
        }
        self.loose = self.sets["place_of"] | self.sets["unled"]  # prepositions that end no title
        self._government = self.sets["seat"] | self.sets["portfolio"]
        self.quoted = {fold(w): kind for kind, listed in self.parts["quoted"].items() for w in listed}
        self.bodily: dict[str, str] = {fold(w): body for w, body in self.parts["bodily"].items()}
        self.acting_for: dict[str, str] = self.parts["acting_for"]
        self.called = frozenset(fold(w) for w in self.parts["called"])
        self._kinds: dict[str, str] = {}
        for kind, words in (
            ("common", language.lines("names/words")),
            ("family", language.lines("names/surnames")),
            ("common", language.lines("names/common")),
            ("given", language.lines("names/given")),
            *(
                (kind, frozenset(fold(w) for w in words))
                for kind, words in sorted(
                    self.parts["words"].items(), key=lambda item: item[0] not in ("given", "family")
                )
            ),
        ):
            self._kinds.update(dict.fromkeys(words, kind))
        spelling = language.data("spelling")
        self._doubtful = str.maketrans(spelling["doubtful"])
        self._vowels = str.maketrans(dict.fromkeys(spelling["vowels"], ""))
        self._read: dict[str, tuple[str, int]] = {}
        self.spelt = {fold(w): w for w in self.parts["spelt"]}
        self.spelt_endings = tuple(self.spelt)
        self._shape = {
            line[: -len(weight) - 1]: float(weight)
            for line in language.lines("names/shape")
            if (weight := line.rpartition(" ")[2])
        }

    def plain(self, form: str) -> str:
        """The kind of a folded word as it stands."""
        return self._kinds.get(form, "unknown")

    def inside(self, form: str) -> str:
        """The kind of a word inside a name: with its article taken off where the lists know it only without."""
        kind = self.plain(form)
        if kind == "unknown" and form.startswith("ال") and len(form) > 4:
            bare = self.plain(form[2:])
            return "family" if bare in ("given", "family", "weak") else bare if bare == "common" else "unknown"
        return kind

    def first(self, form: str) -> tuple[str, int]:
        """The kind of a word that may begin a name, and how many letters of proclitics stand before it."""
        found = self._read.get(form)
        if found is None:
            found = self._read[form] = self._first(form)
        return found

    def _first(self, form: str) -> tuple[str, int]:
        kind = self.plain(form)
        if kind != "unknown":
            return kind, 0
        for a in analyses(form):
            if not a.letters or a.article or len(a.rest) < 3 or a.preposition == "ك":
                continue
            under = self.plain(a.rest)
            if under not in ("unknown", "family"):
                return under, a.letters
        return "unknown", 0

    def bearing(self, form: str) -> bool:
        """Whether a folded word, without an article, tells of what bears the name right after it (لشركة, مخيم)."""
        return any(a.rest in self.sets["bearing"] and not a.article for a in analyses(form))

    def spelt_given(self, token: Token) -> tuple[str, int] | None:
        """`given` for a name that only its spelling tells from another word (علي, على), and its proclitics' letters."""
        if not token.form.endswith(self.spelt_endings):
            return None
        for a in analyses(token.form):
            name = self.spelt.get(a.rest)
            if name is not None and not a.article and token.text.endswith(name[-1]):
                return "given", a.letters
        return None

    def shape(self, form: str) -> float:
        """How much likelier a word's letters are in a name than in another word (natural logarithm)."""
        padded = f"^^{form}$"
        return sum(self._shape.get(padded[i : i + 3], _UNSEEN) for i in range(len(form) + 1))

    def alike(self, a: str, b: str) -> bool:
        """Whether two folded words are one in two spellings (بوتين, بوتن; أنطوني, أنتوني); حسن and حسين are not."""
        if min(len(a), len(b)) < _SHORT or self.plain(a) == self.plain(b) == "given":
            return False
        a, b = a.translate(self._doubtful), b.translate(self._doubtful)
        return a == b or (max(len(a), len(b)) > _SHORT and a.translate(self._vowels) == b.translate(self._vowels))

    def folded(self, word: str) -> str:
        """A word as the lists spell it."""
        return fold(word)

    def possessed(self, form: str) -> set[str]:
        """What a folded word may be without a pronoun at its end: خارجيتها is خارجية with one."""
        found = set()
        for tail in self.affixes["possessed"]:
            if form.endswith(tail):
                stem = form.removesuffix(tail)
                found |= {stem, stem + "ه", stem[:-1] + "ه" if stem.endswith("ت") else stem}
        return found

    def theirs(self, form: str) -> bool:
        """Whether a folded word is a body or a field of government with a pronoun: (المسؤولة الثالثة في) وزارته, (وزير)
        خارجيته."""
        return not self.possessed(form).isdisjoint(self._government)

    def among(self, form: str, context: str) -> bool:
        """Whether a word, some proclitics aside, is one of a named set of words."""
        words = self.sets[context]
        return form in words or any(a.rest in words for a in analyses(form))


@lru_cache(maxsize=8)
def name_words(language: Language) -> NameWords:
    """The name words of a language, read once."""
    return NameWords(language)


def before(document: Document, index: int) -> Token | None:
    """The word before a token in its sentence; quotation marks and brackets between them are passed over."""
    sentence = document.tokens[index].sentence
    for i in range(index - 1, max(-1, index - 4), -1):
        token = document.tokens[i]
        if token.sentence != sentence:
            return None
        if token.kind == WORD:
            return token
        if token.kind != SIGN or token.form not in _OPENING:
            return None
    return None


def begins_clause(document: Document, index: int) -> bool:
    """Whether a clause may begin with a token: the first of its sentence, or the first after a sign that parts."""
    if not index or document.tokens[index - 1].sentence != document.tokens[index].sentence:
        return True
    sign = document.tokens[index - 1]
    return sign.kind == SIGN and sign.form not in _JOINING


def after(document: Document, index: int) -> Token | None:
    """The word that follows a token directly (nothing but white space or a closing mark between), or None."""
    tokens = document.tokens
    for i in range(index + 1, min(len(tokens), index + 3)):
        if tokens[i].sentence != tokens[index].sentence:
            return None
        if tokens[i].kind == WORD:
            return tokens[i]
        if tokens[i].form not in _CLOSING:
            return None
    return None


def adjoining(document: Document, left: int, right: int) -> bool:
    """Whether two tokens of one sentence stand side by side, white space apart."""
    a, b = document.tokens[left], document.tokens[right]
    return a.sentence == b.sentence and spaced(document.text[a.end : b.start])


def of_sport(document: Document, index: int) -> bool:
    """Whether words of sport stand in the sentence of a token, or in so many that the report is one of sport."""
    sport = {document.tokens[hit.first].sentence for hit in document.hits("sport-word")}
    if not sport:
        return False
    here = document.tokens[index].sentence
    return here in sport or len(sport) >= _SPORT * sum(1 for _ in document.live_sentences())


_OPENING = frozenset("\"'“„«‹‘([-”″")
_JOINING = frozenset("_#-–")  # within a hashtag or a name
_CLOSING = frozenset("\"'”»›’)]")
