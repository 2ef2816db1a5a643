"""Make wikidata.yml of language/arabic/names: Wikidata's identifiers of the countries and provinces that lists name.

    python models/wikidata_ids.py [--out FILE]     # needs: pip install rigour==2.6.1

The identifiers are those of rigour's table of territories (OpenSanctions; MIT), found there by the English name that
our lists give. A name that the table does not know, or knows for a thing of another kind, gets none: an identifier is
never guessed.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from rigour.territories import Territory, lookup_territory

from tawatur.language.loader import load

FILE = Path("src/tawatur/language/arabic/names/wikidata.yml")
HEAD = """\
# Wikidata's identifiers of the places that countries.yml and regions.tsv name, made by models/wikidata_ids.py.
# Source: the table of territories of rigour 2.6.1 (OpenSanctions)
# Licence: MIT
"""
TWO_THINGS = {"Punjab", "Crimea", "Tibet", "Korea"}  # ours is the land, the table's one of its states or provinces


def territory(english: str, kind: str) -> Territory | None:
    """The territory of that name, where it is one of the kind: a country itself, a region a part of one."""
    plain, _, hint = english.removesuffix(" (state)").partition(" (")
    found = lookup_territory(plain)
    if found is None or found.qid is None or english in TWO_THINGS:
        return None
    return found if kind == "country" or (found.parent is not None and not hint) else None


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--out", type=Path, default=FILE)
    given = args.parse_args()
    found: dict[str, str] = {}
    for entry in load("arabic").entries["name"]:
        kind, english = entry.data.get("class"), entry.data.get("en")
        if kind not in ("country", "region") or not english:
            continue
        place = territory(str(english), str(kind))
        if place is not None:
            found.setdefault(str(entry.data["id"]), str(place.qid))
    lines = [f"{key}: {qid}" for key, qid in sorted(found.items())]
    given.out.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
