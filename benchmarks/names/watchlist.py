"""How well the matcher finds the entries of a real watchlist across scripts.

    python benchmarks/names/watchlist.py [--shared DIR] [--pairs 20000] [--errors FILE]

For every entry of the UN Security Council's list that has a name in Arabic script: does the matcher call that name and
the entry's Latin name the same, and that name and its aliases of good quality (many are noms de guerre or other names,
which no matcher can know: no recall of 1 is to be had there)? And how many of so many random pairs of different
entries, Arabic name against Latin name, does it wrongly call the same? The list is read where it lies beside the
project; its numbers then go by its date. Nothing of it is part of the project.
"""

from __future__ import annotations

import argparse
import gzip
import random
import re
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ARABIC = re.compile("[\u0600-\u06ff]")
NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
SEED = 20201124


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the list: its number, its name in Arabic script, its Latin name, its aliases of good quality."""

    number: str
    kind: str
    arabic: str
    latin: str
    aliases: tuple[str, ...]


def tidy(text: str | None) -> str:
    return " ".join((text or "").split())


def entries(file: Path) -> Iterable[Entry]:
    """The entries with a name in Arabic script."""
    with gzip.open(file) as stream:
        root = ET.parse(stream).getroot()
    for kind in ("INDIVIDUAL", "ENTITY"):
        for node in root.iter(kind):
            arabic = tidy(node.findtext("NAME_ORIGINAL_SCRIPT"))
            latin = tidy(" ".join(tidy(node.findtext(tag)) for tag in NAMES))
            if not ARABIC.search(arabic) or not latin:
                continue
            aliases = [
                tidy(a.findtext("ALIAS_NAME")) for a in node.iter(f"{kind}_ALIAS") if a.findtext("QUALITY") == "Good"
            ]
            kept = tuple(a for a in dict.fromkeys(aliases) if a and not ARABIC.search(a))
            yield Entry(tidy(node.findtext("REFERENCE_NUMBER")), kind.lower(), arabic, latin, kept)


def strangers(listed: list[Entry], count: int) -> list[tuple[Entry, Entry]]:
    """So many random pairs of different entries of one kind, the same ones at every run."""
    chance = random.Random(SEED)
    people = [e for e in listed if e.kind == "individual"]
    return [(pair[0], pair[1]) for pair in (chance.sample(people, 2) for _ in range(count))]


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--shared", type=Path, default=HERE.parents[2] / "shared")
    args.add_argument("--pairs", type=int, default=20_000)
    args.add_argument("--errors", type=Path)
    given = args.parse_args()
    lists = sorted((given.shared / "corpora" / "watchlists").glob("un-consolidated-*.xml.gz"))
    if not lists:
        print(f"NOT MEASURED: no un-consolidated-*.xml.gz under {given.shared}/corpora/watchlists")
        return
    from tawatur.names import match

    listed = list(entries(lists[-1]))
    wrong: list[str] = []
    print(f"{lists[-1].name}: {len(listed)} entries with a name in Arabic script")
    for kind in ("individual", "entity"):
        for what in ("Latin name", "alias of good quality"):
            pairs = [
                (e, name)
                for e in listed
                if e.kind == kind
                for name in ((e.latin,) if what == "Latin name" else e.aliases)
            ]
            if not pairs:
                continue
            missed = [(e, name) for e, name in pairs if not match(e.arabic, name).same]
            wrong += [f"missed {what}\t{e.number}\t{e.arabic}\t{name}" for e, name in missed]
            found = len(pairs) - len(missed)
            print(f"{kind:11} Arabic name and {what:22} {found:5} of {len(pairs):5} found: {found / len(pairs):.3f}")
    unlike = strangers(listed, given.pairs)
    start = time.process_time()
    taken = [(a, b) for a, b in unlike if match(a.arabic, b.latin).same]
    speed = len(unlike) / (time.process_time() - start)
    wrong += [f"called same\t{a.number} {b.number}\t{a.arabic}\t{b.latin}" for a, b in taken]
    share = len(taken) / len(unlike)
    print(f"random pairs of different persons {len(taken):5} of {len(unlike):5} called the same: {share:.5f}")
    print(f"pairs a CPU second {speed:.0f}")
    if given.errors:
        given.errors.write_text("".join(line + "\n" for line in wrong), encoding="utf-8")


if __name__ == "__main__":
    main()
