"""Make shape.txt and words.txt of language/arabic/names: what tells a word of a name from other words.

    python models/name_shape.py [--out DIR]     # needs: pip install wordfreq

`shape.txt`: for every three letters of a word (^ its start, $ its end) how much likelier they are in a name than in
another word (natural log), from given.txt and surnames.txt against common.txt: transliterated names are built unlike
Arabic words. `words.txt`: words that none of these lists has and that are inflected as no name is (with article,
pronouns, feminine and plural endings), from the word frequencies of wordfreq (Speer 2022; code Apache-2.0, data
CC BY-SA 4.0). Nothing is counted in anybody's reports.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter
from itertools import takewhile
from pathlib import Path

import wordfreq

from tawatur.text.folding import fold_word
from tawatur.text.words import analyses

FOLDER = Path("src/tawatur/language/arabic/names")
WORD = re.compile("[ء-ي\u064b-\u0652\u0640]+")
LIKE_NAME, UNLIKE_NAME = 2.5, -4.0
LEAST, LEAST_INFLECTED = 600, 150  # of a thousand million words


def head(file: str) -> str:
    """The comment that the list begins with, which names its sources and licences."""
    lines = (FOLDER / f"{file}.txt").read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join(takewhile(lambda line: line.startswith("#"), lines))


def listed(name: str) -> list[str]:
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and line[0] != "#"]


def grams(word: str) -> list[str]:
    padded = f"^^{word}$"
    return [padded[i : i + 3] for i in range(len(padded) - 2)]


def weights(names: list[str], others: list[str]) -> dict[str, float]:
    inside, outside = (Counter(g for word in words for g in grams(word)) for words in (names, others))
    seen = set(inside) | set(outside)
    a, b = (sum(counts.values()) + 0.5 * len(seen) for counts in (inside, outside))
    found = {g: math.log((inside[g] + 0.5) / a) - math.log((outside[g] + 0.5) / b) for g in seen}
    return {g: w for g, w in found.items() if inside[g] + outside[g] > 1}


def inflections(word: str) -> list[str]:
    """Other forms of a word, were it a noun, adjective or verb."""
    tails = ("ها", "ه", "هم", "ا", "ت", "وا", "ات", "ين")
    found = [f"{head}{word}" for head in ("ال", "لل", "وال", "است")] + [f"{word}{tail}" for tail in tails]
    if word.endswith("ه"):
        found += [f"{word[:-1]}تها", f"{word[:-1]}ته"]
    if word[0] in "تي":
        found.append(("ي" if word[0] == "ت" else "ت") + word[1:])
    return found


def words(counts: Counter[str], known: set[str], shape: dict[str, float]) -> set[str]:
    found: set[str] = set()
    for word, count in counts.items():
        if count < LEAST or len(word) < 4 or word in known or word.startswith(("ال", "و")):
            continue
        score = sum(shape.get(g, 0.3) for g in grams(word))
        inflected = sum(counts[form] > LEAST_INFLECTED for form in inflections(word)) > 1
        if score < UNLIKE_NAME or (inflected and score < LIKE_NAME):
            found.add(word)
    return {w for w in found if not any(a.letters and a.rest in found | known for a in analyses(w))}


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--out", type=Path, default=FOLDER)
    given = args.parse_args()
    lists = {name: listed(name) for name in ("given", "surnames", "common")}
    names = [w for name in ("given", "surnames") for w in lists[name]]
    long = [[w for w in some if len(w) > 3 and not w.startswith("ال")] for some in (names, lists["common"])]
    shape = weights(*long)
    counts: Counter[str] = Counter()
    for word in wordfreq.iter_wordlist("ar", "best"):
        if WORD.fullmatch(word):
            counts[fold_word(word)] += round(wordfreq.word_frequency(word, "ar", "best") * 1e9)
    table = [f"{gram} {weight:.1f}" for gram, weight in sorted(shape.items())]
    found = words(counts, {w for some in lists.values() for w in some}, shape)
    for name, lines in (("shape", table), ("words", sorted(found))):
        (given.out / f"{name}.txt").write_text(head(name) + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
