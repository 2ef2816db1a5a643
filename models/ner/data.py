"""Tagged sentences: ANERcorp as it is, WikiFANE with its clitics joined to their words again, those written for us."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import NamedTuple

from marks import marked  # of benchmarks/events

from tawatur.text.words import tokenize

TYPES = ("PERS", "LOC", "ORG", "MISC")
UNSURE = "?"  # O, or a name of an organisation or of something else: guidelines differ
LABELS = ("O", *(f"{place}-{kind}" for kind in TYPES for place in "BI"))
HELD_OUT_EVERY, BLOCK = 10, 25  # one block of 25 sentences in ten
WRITTEN = Path(__file__).parent / "made" / "marked"

PERSON = "Politician Religious_PER Artist Other_PER Scientist Athlete Businessperson Engineer Lawyer Police"
PLACE = (
    "Population-Center Nation Water-Body State-or-Province Building-Grounds Celestial Continent Path Subarea-Facility "
    "Land-Region-Natural GPE-Cluster County-or-District Airport"
)
ORGANISATION = (
    "Non-Governmental Commercial Government Educational Media Sports Religious_ORG Medical-Science Entertainment Plant"
)
PROCLITICS = {"و", "ف", "ب", "ل", "ك", "س"}
ENCLITICS = {"ها", "ه", "هم", "هما", "نا", "هن", "كم"}
MARKS = re.compile("[\u200b-\u200f\u202a-\u202e\ufeff]")


class Sentence(NamedTuple):
    words: list[str]
    tags: list[str]


def blocks(path: Path) -> list[Sentence]:
    """The sentences of a file of `word tag` lines with empty lines between sentences."""
    found: list[Sentence] = []
    words: list[str] = []
    tags: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            parts = MARKS.sub("", line).split()
            if len(parts) == 2:
                words.append(parts[0])
                tags.append(parts[1])
            elif not parts and words:
                found.append(Sentence(words, tags))
                words, tags = [], []
    return [*found, Sentence(words, tags)] if words else found


def held_out(sentences: list[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """Training and development sentences: whole blocks, so that neighbours of one report do not stand on both sides."""
    train: list[Sentence] = []
    dev: list[Sentence] = []
    for i, sentence in enumerate(sentences):
        (dev if i // BLOCK % HELD_OUT_EVERY == 4 else train).append(sentence)
    return train, dev


def join(sentence: Sentence) -> Sentence:
    """A sentence of WikiFANE with proclitics and pronouns joined to their words, as they are written."""
    words: list[str] = []
    tags: list[str] = []
    head, head_tag = "", "O"
    for word, tag in zip(*sentence, strict=True):
        if word in PROCLITICS:
            head, head_tag = head + word, head_tag if head_tag != "O" else tag
            continue
        if word in ENCLITICS and words and tag == "O" and tags[-1] == "O" and not head and words[-1][-1].isalpha():
            words[-1] = (words[-1][:-1] + "ت" if words[-1].endswith("ة") else words[-1]) + word
            continue
        if head.endswith("ل") and word.startswith("ال"):
            word = "ل" + word[2:]
        words.append(head + word)
        tags.append(head_tag if head_tag[0] == "B" else tag)
        head, head_tag = "", "O"
    if head:
        words.append(head)
        tags.append(head_tag)
    return Sentence(words, tags)


def wikifane(path: Path) -> list[Sentence]:
    return [join(s) for s in blocks(path)]


def labelled(line: str, lenient: bool = False) -> Sentence:
    """The words of a line with marked names (`{LOC:حلب}`), as the program tells words apart, and the label of each;
    `lenient`: what is neither a person nor a place is UNSURE."""
    text, names = marked(line)
    words = tokenize(text)
    tags = ["O"] * len(words)
    for start, end, kind in names:
        inside = [i for i, word in enumerate(words) if word.start < end and start < word.end]
        for i in inside:
            sure = not lenient or kind in ("PERS", "LOC")
            tags[i] = f"{'B' if i == inside[0] else 'I'}-{kind}" if sure else UNSURE
    return Sentence([word.text for word in words], tags)


def written(folder: Path = WRITTEN, lenient: bool = False) -> list[Sentence]:
    """All marked lines of a folder's files."""
    lines = (line for path in sorted(folder.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines())
    return [labelled(line, lenient) for line in lines if line.strip()]


def coarse(tag: str) -> str:
    """The nearest of ANERcorp's labels for a class of WikiFANE."""
    if tag == "O" or tag.endswith("-Group"):  # peoples: no names in ANERcorp
        return "O"
    place, kind = tag.split("-", 1)
    for name, kinds in (("PERS", PERSON), ("LOC", PLACE), ("ORG", ORGANISATION)):
        if kind in kinds.split():
            return f"{place}-{name}"
    return f"{place}-MISC"
