"""The words that organisations are named with: what each means, whatever its language, and how much it tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

from tawatur.names.data import documents, lines, table
from tawatur.names.letters import ARABIC, LATIN, NUMBER, Token, tokens
from tawatur.names.persons import compared, lists
from tawatur.names.words import Word

HEAD, FIRM, GENERAL, FIELD, PLACE, PLAIN, DIGITS = "head", "firm", "general", "field", "place", "plain", "number"
WEIGHTS = {HEAD: 0.4, FIRM: 0.6, GENERAL: 0.5, FIELD: 1.0, PLACE: 1.6, DIGITS: 1.5}
PLAIN_BITS = 6.0  # bits of a word that weighs 1
MOST_WEIGHT = 2.2
LONGEST_PHRASE, LONGEST_ACRONYM = 5, 7
MOST_TERMS = 24


class Term:
    """A word or phrase of a body's name: what it may mean, and its sort; the rest is worked out when asked."""

    __slots__ = ("_split", "_tokens", "concepts", "sort", "weight", "word")
    weight: float  # how much it tells: of a word without meaning, by how rare it is
    word: Word | None  # the word that is compared; None for numbers and phrases, which are not compared by letters

    def __init__(self, words: Sequence[Token], concepts: frozenset[str], sort: str) -> None:
        self._tokens = words
        self.concepts = concepts
        self.sort = sort
        if sort in WEIGHTS:
            self.weight = WEIGHTS[sort]
        self._split: tuple[Term, ...] | None = None

    @classmethod
    def glued(cls, terms: Sequence[Term], weight: float) -> Term:
        """Several terms read as one word, that says so much."""
        found = cls([w for t in terms for w in t._tokens], _NOTHING, PLAIN)
        found.weight = weight
        return found

    @property
    def text(self) -> str:
        """The words as written."""
        return " ".join([w.text for w in self._tokens])

    def __getattr__(self, name: str) -> Any:
        """The word and the weight, when they are first asked for."""
        if name == "word":
            first = self._tokens[0]
            alone = len(self._tokens) == 1 and self.sort != DIGITS
            self.word = compared(first.letters, first.script, "", "") if alone else None
            return self.word
        if name == "weight":
            assert self.word is not None  # a word without meaning is no phrase
            self.weight = min(MOST_WEIGHT, self.word.bits / PLAIN_BITS)
            return self.weight
        raise AttributeError(name)

    @property
    def sign(self) -> str:
        """What it means in one sign without spaces; of a word without meaning its stem."""
        return "|".join(sorted(self.concepts)) or "+".join([stem(w.letters, w.script) for w in self._tokens])

    @property
    def initials(self) -> frozenset[str]:
        """The Latin letters that it may have in an acronym."""
        first = self._tokens[0]
        if self.sort == DIGITS:
            return _NOTHING
        return vocabulary().initials(self.concepts) | ({first.letters[0]} if first.script == LATIN else _NOTHING)

    @property
    def split(self) -> tuple[Term, ...]:
        """The words of a phrase, each by itself; none of a single word."""
        if self._split is None:
            many = len(self._tokens) > 1 and self.sort != PLAIN
            self._split = tuple([_term([w], _NOTHING, PLAIN) for w in self._tokens]) if many else ()
        return self._split


_NOTHING: frozenset[str] = frozenset()
Phrase = tuple[Sequence[Token], frozenset[str], str]  # words, what they may mean, sort


class Body:
    """An organisation's name: whether its words are a body's, and its terms, made when asked for."""

    __slots__ = ("_phrases", "_terms", "_words", "acronym", "capitals", "is_body", "known")

    def __init__(
        self,
        words: Sequence[Token],
        phrases: Sequence[Phrase] | None,
        known: frozenset[str],
        is_body: bool,
    ) -> None:
        self._words = words
        self._phrases = phrases  # None: every word by itself
        self._terms: tuple[Term, ...] | None = None
        self.known = known  # ids of the name as a whole in the list of organisations
        self.is_body = is_body
        short = len(words) == 1 and words[0].script == LATIN and len(words[0].letters) <= LONGEST_ACRONYM
        self.acronym = words[0].letters if short else ""  # the letters, where the name is one short Latin word
        self.capitals = short and words[0].text.isupper()  # whether that word is written in capitals

    def __len__(self) -> int:
        return min(len(self._words), MOST_TERMS) if self._phrases is None else len(self._phrases)

    @property
    def spoken(self) -> str:
        """The first letters of its Latin words."""
        return "".join([w.letters[0] for w in self._words if w.script == LATIN])

    @property
    def terms(self) -> tuple[Term, ...]:
        """The words and phrases of the name in order."""
        if self._terms is None:
            if self._phrases is None:
                self._terms = tuple([_term([w], _NOTHING, PLAIN) for w in self._words[:MOST_TERMS]])
            else:
                self._terms = tuple([_term(*phrase) for phrase in self._phrases])
        return self._terms


@cache
def _proclitics() -> dict[str, list[str]]:
    found: dict[str, list[str]] = table("bodies")["proclitics"]
    return found


@lru_cache(maxsize=1 << 16)
def stem(letters: str, script: str) -> str:
    """A word without article, plural and feminine endings."""
    if script == LATIN:
        if len(letters) > 4 and letters.endswith("ies"):
            return letters[:-3] + "y"
        return letters[:-1] if len(letters) > 3 and letters.endswith("s") and not letters.endswith("ss") else letters
    if script != ARABIC:
        return letters
    for prefix in _proclitics()["with_article"]:
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


@lru_cache(maxsize=1 << 16)
def _begins(letters: str, script: str) -> bool:
    return vocabulary().begins(stem(letters, script))


class Vocabulary:
    """All phrases with a meaning, by the stems of their words."""

    def __init__(self) -> None:
        raw = table("bodies")
        self.stop = frozenset(w for words in raw["stop"].values() for w in words)
        self._concepts: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
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
        self._begin = frozenset((*self._longest, *(s[0] for s in self.bodies))) | frozenset(lists_.letter_names)

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
        self._concepts[stems].add(concept)
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
                return size, frozenset(self._concepts[phrase]), self._sorts[phrase]
        first = stems[at]
        if (
            first[:1] in _proclitics()["particles"] and len(first) > 3
        ):  # ل and و before a word: حركة التحرر والتقدم, جبهة لتحرير
            for cut in (first[1:], stem(first[1:], ARABIC)):
                if (cut,) in self._concepts:
                    return 1, frozenset(self._concepts[cut,]), self._sorts[cut,]
        return 0, frozenset(), PLAIN

    def may_name_body(self, words: Iterable[Token]) -> bool:
        """Whether a word of a name begins anything that this vocabulary has: the cheapest question, asked first."""
        return any(_begins(w.letters, w.script) for w in words)

    def begins(self, stem_: str) -> bool:
        """Whether anything begins with this stem, or with what stands in it after a particle."""
        if stem_ in self._begin:
            return True
        if stem_[:1] not in _proclitics()["particles"] or len(stem_) <= 3:
            return False
        return stem_[1:] in self._begin or stem(stem_[1:], ARABIC) in self._begin

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


@lru_cache(maxsize=1 << 15)
def body(name: str) -> Body:
    """Take an organisation's name apart."""
    known = vocabulary()
    words = tokens(name)
    letters = [w.letters for w in words]
    if not known.gathered.isdisjoint(letters):
        words = tuple(_gathered(words))
        letters = [w.letters for w in words]
    kept = words if known.stop.isdisjoint(letters) else [w for w in words if w.letters not in known.stop] or words
    if not known.may_name_body(kept):
        return Body(kept, None, _NOTHING, False)
    stems = [stem(w.letters, w.script) for w in kept]
    phrases: list[Phrase] = []
    at = 0
    while at < len(kept) and len(phrases) < MOST_TERMS:
        size, concepts, sort = known.find(stems, at)
        phrases.append((kept[at : at + max(1, size)], concepts, sort))
        at += max(1, size)
    named = known.bodies.get(tuple(stems), _NOTHING)
    sorts = {sort for _, _, sort in phrases}
    headed = HEAD in sorts or FIRM in sorts or (PLACE in sorts and FIELD in sorts and PLAIN not in sorts)
    titled = headed and words[0].letters in lists().titles and phrases[0][2] not in (HEAD, FIRM, PLACE)
    return Body(kept, phrases, named, bool(named) or (headed and not titled))


def meaning(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What an organisation's name means, in signs of no language, sorted: of the words that tell it from others, and of
    those that are as often left out (national, supreme). Both empty where it has no two words or none of its own."""
    left_out, silent = _left_out()
    told: list[str] = []
    more: list[str] = []
    own = False
    terms = body(name).terms
    for term in terms:
        if term.concepts <= silent and term.concepts:
            continue
        own |= term.sort in (PLAIN, FIELD, PLACE)
        (more if term.concepts and term.concepts <= left_out else told).append(term.sign)
    return (tuple(sorted(told)), tuple(sorted(more))) if own and len(told) + len(more) > 1 and told else ((), ())


@cache
def _left_out() -> tuple[frozenset[str], frozenset[str]]:
    raw = table("bodies")
    return frozenset(raw["left_out"]), frozenset(raw["says_nothing"])


def _gathered(words: Sequence[Token]) -> Iterator[Token]:
    """Words with what belongs to them: Abd al-Aziz as one word, spelt-out letters (بي بي سي) as an acronym."""
    lists_ = lists()
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and words[end].letters in lists_.letter_names:
            end += 1
        if end - at > 1:
            letters = "".join(lists_.letter_names[w.letters] for w in words[at:end])
            yield Token(" ".join(w.text for w in words[at:end]), letters, LATIN)
            at = end
            continue
        end = at + 1
        if words[at].letters in lists_.servant:
            while end < len(words) - 1 and words[end].letters in lists_.article:
                end += 1
            if end < len(words):
                served = words[end]
                root = lists_.servant_root.get(served.script, "")
                core = served.letters if served.script == ARABIC else "el" + served.letters.removeprefix("al")
                yield Token(" ".join(w.text for w in words[at : end + 1]), root + core, served.script)
                at = end + 1
                continue
        yield words[at]
        at += 1


def _term(words: Sequence[Token], concepts: frozenset[str], sort: str) -> Term:
    first = words[0]
    if first.script == NUMBER:
        return Term(words, frozenset((f"number:{first.letters}",)), DIGITS)
    return Term(words, concepts, sort)
