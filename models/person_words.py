"""Make the word lists of persons' names: given.txt, surnames.txt and common.txt of language/arabic/names.

    python models/person_words.py --wikidata names.sqlite3 --dictionary dict_FINAL.json --faker DIR
        --ner anercorp-train.txt.gz wikifane-gold.txt.gz --out DIR

Sources: the name index of the PyPI package arabic-name-romanizer (people of the Arab world in Wikidata, CC0), the
English-Arabic dictionary of arabnamer (CC BY 4.0, Latin given names looked up in it are those of faker, MIT), and the
tagged tokens of ANERcorp (training split only: Benajiba et al. 2007; Obeid et al. 2020) and of WikiFANE Gold (Alotaibi
and Lee 2014) for what
is *not* a name: a word that stands outside of names three times and more, and nearly always.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

from tawatur.text.folding import fold
from tawatur.text.words import analyses

FOLDER = Path("src/tawatur/language/arabic/names")
PERSON = re.compile(
    r"[BI]-(PERS|.*_PER|Politician|Artist|Scientist|Athlete|Businessperson|Police|Lawyer|Engineer|Group)"
)
ARABIC = re.compile(r"[ء-ي]+( [ء-ي]+)*\Z")


def head(file: str) -> str:
    """The comment that the list begins with, which names its sources and licences."""
    lines = (FOLDER / f"{file}.txt").read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join(takewhile(lambda line: line.startswith("#"), lines))


def tagged(path: Path) -> Iterator[tuple[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            token, _, tag = line.strip().rpartition(" ") if " " in line.strip() else line.strip().rpartition("\t")
            if token:
                yield fold(token), tag.strip()


def common_words(paths: list[Path]) -> tuple[set[str], Counter[str]]:
    outside: Counter[str] = Counter()
    person: Counter[str] = Counter()
    for path in paths:
        for word, tag in tagged(path):
            (person if PERSON.match(tag) else outside)[word] += 1
    common = {w for w, n in outside.items() if n >= 3 and person[w] < 0.15 * n and len(w) > 1 and ARABIC.match(w)}
    return common, person


def bare(form: str) -> str:
    return min((a.rest for a in analyses(form)), key=len)


def wikidata_names(path: Path, role: str, least: int) -> set[str]:
    rows = sqlite3.connect(path).execute(
        "select arabic_key, sum(count) from units where role = ? group by 1 having sum(count) >= ?", (role, least)
    )
    return {word for key, _ in rows if ARABIC.match(key) for word in [fold(key)] if " " not in word}


def latin_given(folder: Path) -> set[str]:
    found: set[str] = set()
    for path in folder.glob("*/__init__.py"):
        text = path.read_text(encoding="utf-8")
        for block in re.findall(r"first_names\w* *(?::[^=]+)?= *(?:OrderedDict)?\(?[\[({].*?\n    [\])}]", text, re.S):
            for name in re.findall(r"[\"']([^\"'\d]+)[\"']", block):
                plain = unicodedata.normalize("NFKD", name)
                found.add("".join(c for c in plain if not unicodedata.combining(c)).lower())
    return found


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--wikidata", "--dictionary", "--faker", "--out"):
        args.add_argument(name, type=Path, required=True)
    args.add_argument("--ner", type=Path, nargs="+", required=True)
    given = args.parse_args()
    common, person = common_words(given.ner)
    pairs = json.loads(given.dictionary.read_text(encoding="utf-8"))
    latin = latin_given(given.faker)
    ours = {fold(pairs[name]) for name in latin if name in pairs}
    names = wikidata_names(given.wikidata, "given", 3) | {n for n in ours if ARABIC.match(n) and " " not in n}
    names = {n for n in names if len(n) > 2 and n not in common}
    family = wikidata_names(given.wikidata, "surname", 2) | {fold(v) for v in pairs.values()}
    family |= {w for w, n in person.items() if n >= 2 and ARABIC.match(w)}
    family = {f for f in family if len(f) > 2 and " " not in f and ARABIC.match(f)} - names - common
    parts = names | family | {"عبد", "ابو", "ال"}
    glued = {w for w in names | family if w[0] in "وبلف" and (w[1:] in parts or w[1:3] == "ال") and w not in ours}
    names, family = names - glued, family - glued
    for file, words in (("given", names), ("surnames", family), ("common", common)):
        (given.out / f"{file}.txt").write_text(head(file) + "\n".join(sorted(words)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
