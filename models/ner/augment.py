"""Sentences changed a little (other names of the same type, other spellings, other signs) and sentences made whole."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from pathlib import Path

import yaml

from ner.data import UNSURE, Sentence

HERE = Path(__file__).parent / "made"
NAMES = Path(__file__).parents[2] / "src/tawatur/language/arabic/names"
PLACES, PEOPLE, BODIES = ("cities", "towns", "regions"), ("leaders",), ("organisations",)
SLOT = re.compile(r"(?P<head>[وفبكل]*)(?:\{(?P<slot>[A-Z])\}|\[(?P<name>[^\]]+)\](?P<type>[A-Z]+))(?P<tail>\S*)")
SLOTS = {"P": "PERS", "S": "PERS", "N": "LOC", "C": "LOC", "R": "LOC", "O": "ORG", "K": "ORG", "M": "ORG"}
SIGNS = "()[]«»“”\"'.,،؛:!؟-"
OTHER_NAME, OTHER_STYLE, SIGNS_APART = 0.3, 0.15, 0.5
QUOTES = (("«", "»"), ("“", "”"), ("'", "'"))
LIKE_A_NAME = re.compile("[ء-ي]+")


def forms(name: str) -> dict[str, list[str]]:
    """The Arabic forms of a list of the program, by entry."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in (NAMES / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        parts = [p.strip() for p in line.split("|")]
        if len(parts) > 2 and not line.startswith("#") and "only=never" not in line:
            found[parts[0]] += [f.strip() for f in parts[2].split(",") if re.fullmatch(r"[ء-ي\s]{3,}", f.strip())]
    return found


def listed(name: str) -> list[str]:
    lines = (NAMES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [w for w in lines if w and w[0] != "#" and len(w) > 2]


class Names:
    """Names of each type to draw from; `words` of a name apart by spaces."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.fill: dict[str, list[str]] = yaml.safe_load((HERE / "fillers.yml").read_text(encoding="utf-8"))
        self.given, self.surnames = listed("given"), listed("surnames")
        people = list(forms("leaders").values())
        self.leaders = [f for some in people for f in some if " " in f]
        self.short = [f for some in people for f in some if " " not in f]
        pages = yaml.safe_load_all((NAMES / "countries.yml").read_text(encoding="utf-8"))
        countries = [c for page in pages for c in page["entries"]]
        self.fill["N"] = [f for c in countries if c.get("type") == "place" and "forms" in c for f in c["forms"][:2]]
        self.fill["C"] = [f for name in ("cities", "towns") for some in forms(name).values() for f in some]
        self.fill["R"] = [f for some in forms("regions").values() for f in some]
        self.fill["O"] = [f for some in forms("organisations").values() for f in some]
        self.fill["M"] = [f for some in forms("media").values() for f in some]

    def unfolded(self, word: str) -> str:
        """One of the ways in which a folded word may be written."""
        draw = self.chance.random()
        if word[0] == "ا" and not word.startswith("ال") and draw < 0.5:
            word = ("أ" if draw < 0.35 else "إ") + word[1:]
        return word[:-1] + "ة" if word[-1] == "ه" and len(word) > 3 and self.chance.random() < 0.6 else word

    def first(self) -> str:
        draw, fill = self.chance.random(), self.fill
        if draw < 0.1:
            return ("عبد " if draw < 0.05 else "عبد") + self.chance.choice(fill["servants"])
        if draw < 0.14:
            return self.chance.choice(fill["faiths"])
        return self.unfolded(self.chance.choice(self.given))

    def last(self) -> str:
        word = self.unfolded(self.chance.choice(self.surnames))
        return ("آل " if word.startswith("ال") is False and self.chance.random() < 0.02 else "") + word

    def person(self) -> str:
        draw = self.chance.random()
        if draw < 0.2:
            return self.chance.choice(self.leaders)
        if draw < 0.26:
            kunya = self.chance.choice(self.fill["kunyas"])
            return f"{kunya} {self.last()}"
        middle = ""
        if draw < 0.5:
            middle = ("بن " if draw < 0.33 else "") + self.first() + " "
        return f"{self.first()} {middle}{self.last()}"

    def draw(self, slot: str) -> str:
        if slot == "P":
            return self.person()
        if slot == "S":
            return self.chance.choice(self.short) if self.chance.random() < 0.5 else self.last()
        return str(self.chance.choice(self.fill[slot]))


def attached(head: str, word: str) -> str:
    """A word with its proclitics: the article loses its alef after lam."""
    return head + "ل" + word[2:] if head.endswith("ل") and word.startswith("ال") else head + word


class Inventor:
    """Words that nobody is called, each letter by the two before it as in those of a list (Shannon 1948)."""

    def __init__(self, words: list[str], chance: random.Random) -> None:
        self.chance, self.known = chance, set(words)
        self.next: dict[str, list[str]] = defaultdict(list)
        for word in words:
            for a, b, c in zip("^^" + word, "^" + word, word + "$", strict=False):
                self.next[a + b].append(c)

    def word(self) -> str:
        while True:
            word = ""
            while len(word) < 12 and (letter := self.chance.choice(self.next[("^^" + word)[-2:]])) != "$":
                word += letter
            if 3 <= len(word) < 11 and word not in self.known:
                return word


class Changer:
    """Draws changes and made sentences from one source of chance; `invented`: the share of persons who get a name that
    stands nowhere, so that the sentence has to tell that they are persons."""

    def __init__(self, sentences: list[Sentence], chance: random.Random, invented: float = 0.0) -> None:
        self.chance, self.names, self.invented = chance, Names(chance), invented
        people = [w for name in self.names.leaders for w in name.split() if len(w) > 2]
        lists = (self.names.given, self.names.surnames, 20 * people)
        self.inventors = [Inventor([w for w in some if LIKE_A_NAME.fullmatch(w)], chance) for some in lists]
        lines = (HERE / "sentences.txt").read_text(encoding="utf-8").splitlines()
        self.frames = [line for line in lines if line and line[0] != "#"]
        self.seen: dict[str, list[list[str]]] = defaultdict(list)
        plain = {w for s in sentences for w, t in zip(*s, strict=True) if t == "O"}
        self.bare: set[str] = set()
        for sentence in sentences:
            for start, end, kind in spans(sentence):
                words = sentence.words[start:end]
                if all(map(LIKE_A_NAME.fullmatch, words)):
                    self.seen[kind].append(words)
                    self.bare.add(words[0])
        self.bare -= plain
        for kind, some in self.seen.items():
            self.seen[kind] = [w for w in some if not (w[0][0] in "وبلفك" and w[0][1:] in self.bare)]

    def change(self, sentence: Sentence) -> Sentence:
        """The sentence with some of its names replaced, perhaps in another spelling and with signs of their own."""
        changed = self.renamed(sentence, OTHER_NAME)
        if self.chance.random() < SIGNS_APART:
            changed = apart(changed)
        return Sentence(self.styled(changed.words), changed.tags)

    def renamed(self, sentence: Sentence, share: float = 0.0) -> Sentence:
        """The sentence with a share of its names replaced, and the share `invented` of its persons by made-up names."""
        words, tags = list(sentence.words), list(sentence.tags)
        for start, end, kind in reversed(spans(sentence)):
            invented = kind == "PERS" and self.chance.random() < self.invented
            if invented or self.chance.random() < share:
                other = self.other(words[start:end], kind, invented)
                if other:
                    words[start:end] = other
                    tags[start:end] = [f"B-{kind}"] + [f"I-{kind}"] * (len(other) - 1)
        return Sentence(words, tags)

    def person(self, words: int) -> list[str]:
        """A person's name of so many words that stands nowhere; now and then with a first name that does."""
        first, last, foreign = self.inventors
        if self.chance.random() < 0.5:
            return [foreign.word() for _ in range(min(words, 3))]
        given = self.names.first().split() if self.chance.random() < 0.4 else [first.word()]
        return [last.word()] if words == 1 else [*given, *(last.word() for _ in range(min(words, 3) - 1))]

    def other(self, words: list[str], kind: str, invented: bool = False) -> list[str]:
        """Another name in place of `words`, with the same proclitics; none where they cannot be told from the name."""
        head = ""
        if words[0][0] in "وبلفك" and words[0] not in self.bare and words[0][1:] in self.bare:
            head = words[0][0]
        elif words[0] not in self.bare or words[0].startswith("لل"):
            return []
        if invented:
            found = self.person(len(words))
        elif kind == "PERS" and self.chance.random() < 0.7:
            found = (self.names.person() if len(words) > 1 else self.names.draw("S")).split()
        elif kind == "LOC" and self.chance.random() < 0.6:
            found = self.names.draw(self.chance.choice("NCC")).split()
        elif kind == "ORG" and self.chance.random() < 0.4:
            found = self.names.draw("O").split()
        else:
            same = [w for w in self.chance.choices(self.seen[kind], k=6) if w[0] in self.bare]
            found = list(same[0]) if same else []
        return [attached(head, found[0]), *found[1:]] if found else []

    def styled(self, words: list[str]) -> list[str]:
        """The habits of a writer, for the whole sentence: hamzas left out, final yeh and alef alike, quotes."""

        def now(share: float = OTHER_STYLE) -> bool:
            return self.chance.random() < share

        if now():
            words = [re.sub("[أإآ]", "ا", w) for w in words]
        if now(0.08):
            words = [re.sub("ي$", "ى", w) for w in words]
        elif now(0.08):
            words = [re.sub("ى$", "ي", w) for w in words]
        if now(0.03):
            words = [re.sub("ة$", "ه", w) for w in words]
        if now() and '"' in words:
            words = quoted(words, self.chance.choice(QUOTES))
        if now(0.05):
            words = [w if self.chance.random() < 0.9 else f"{w[:2]}ـ{w[2:]}" for w in words]
        return words

    def made(self) -> Sentence:
        """A sentence of made/sentences.txt, filled."""
        words: list[str] = []
        tags: list[str] = []
        for token in self.chance.choice(self.frames).replace("[", "\0[").split("\0"):
            for part in self.tokens(token):
                words += part.words
                tags += part.tags
        return Sentence(self.styled(words), tags)

    def tokens(self, text: str) -> list[Sentence]:
        found: list[Sentence] = []
        at = 0
        for match in SLOT.finditer(text):
            plain = text[at : match.start()].split()
            found.append(Sentence(plain, ["O"] * len(plain)))
            name = match["name"] or self.names.draw(match["slot"])
            kind = match["type"] or SLOTS.get(match["slot"])
            parts = name.split()
            parts = [attached(match["head"], parts[0]), *parts[1:]]
            parts[-1] += match["tail"]
            found.append(Sentence(parts, [f"{'I' if i else 'B'}-{kind}" if kind else "O" for i in range(len(parts))]))
            at = match.end()
        plain = text[at:].split()
        return [*found, Sentence(plain, ["O"] * len(plain))]


def spans(sentence: Sentence) -> list[tuple[int, int, str]]:
    """Start, end and type of each name."""
    found: list[tuple[int, int, str]] = []
    for i, tag in enumerate(sentence.tags):
        if tag[0] == "I" and found and found[-1][1] == i and found[-1][2] == tag[2:]:
            found[-1] = (found[-1][0], i + 1, tag[2:])
        elif tag not in ("O", UNSURE):
            found.append((i, i + 1, tag[2:]))
    return found


def apart(sentence: Sentence) -> Sentence:
    """Signs at a word's ends as words of their own, as the program cuts text."""
    words: list[str] = []
    tags: list[str] = []
    for word, tag in zip(*sentence, strict=True):
        bare = word.strip(SIGNS)
        if not bare or bare == word:
            words.append(word)
            tags.append(tag)
            continue
        before, after = word[: word.index(bare)], word[word.index(bare) + len(bare) :]
        words += [*before, bare, *after]
        tags += [tag if tag[0] == "I" else "O"] * len(before) + [tag] + ["O"] * len(after)
    return Sentence(words, tags)


def quoted(words: list[str], marks: tuple[str, str]) -> list[str]:
    found: list[str] = []
    inside = False
    for word in words:
        found.append(marks[inside] if word == '"' else word)
        inside ^= word == '"'
    return found
