"""Make territories.tsv and demonyms.yml of language/arabic/names: what countries.yml has not.

    python models/territories.py --nationalities nationalities_data.json [--out DIR]     # needs: pip install babel

Territories are those of Unicode's CLDR with their usual Arabic name (by way of Babel); adjectives of countries those of
the PyPI package arwikicats 0.2.3 (`ArWikiCats/jsons/nationalities/nationalities_data.json`). What countries.yml and
regions.tsv say goes first: only what they lack is written.
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from pathlib import Path

from babel import Locale

from tawatur.language.loader import load
from tawatur.text.folding import fold

FOLDER = Path("src/tawatur/language/arabic/names")
TERRITORIES = """\
kind=name type=place class=country
# id | English name | forms. Territories that countries.yml and regions.tsv have not, made by models/territories.py.
# Source: Unicode CLDR, by way of Babel
# Licence: Unicode License v3
"""
DEMONYMS = """\
# Adjectives of countries that countries.yml has not, made by models/territories.py.
# Source: arwikicats 0.2.3 (the table of nationalities)
# Licence: MIT
kind: demonym
entries:
"""
NO_LAND = {
    "EU",
    "EZ",
    "UN",
    "ZZ",
    "QO",
    "XA",
    "XB",
    "AC",
    "CP",
    "CQ",
    "DG",
    "EA",
    "IC",
    "TA",
    "UM",
    "CD",
    "CG",
    "MM",
    "HK",
}
# Names that Arabic news uses for something else (Europe misspelt, a saint, a family), or that the lists have otherwise.
NO_LAND |= {"AW", "MF", "NU", "MO"}
# Adjectives that are words of another meaning first: of money, of a people, of victory ...
OTHER_WORDS = {"مالي", "فيجي", "قرمي", "تركماني", "فيكتوري", "تيموري", "ملاوي", "بروني", "جزري", "زنجباري"}


def slug(english: str) -> str:
    plain = "".join(
        "" if unicodedata.combining(c) else c if c.isalnum() else "-"
        for c in unicodedata.normalize("NFKD", english).lower()
    )
    return "-".join(part for part in plain.split("-") if part)


def listed() -> dict[str, str]:
    """The places of the lists by folded name, those of the files made here left out."""
    found: dict[str, str] = {}
    made = {line.split(" | ")[0] for line in lines(FOLDER / "territories.tsv")}
    for entry in load("arabic").entries["name"]:
        if entry.data["type"] == "place" and entry.data["id"] not in made:
            found.update((fold(form), str(entry.data["id"])) for form in entry.data.get("forms", ()))
    return found


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def territories(places: dict[str, str]) -> list[str]:
    arabic, english = Locale("ar").territories, Locale("en").territories
    rows = []
    for code, name in sorted(arabic.items()):
        if len(code) == 2 and code not in NO_LAND and "(" not in name and fold(name) not in places:
            rows.append(f"{slug(english[code])} | {english[code]} | {name}")
    return rows


def demonyms(path: Path, places: dict[str, str]) -> list[str]:
    language = load("arabic")
    made = set(lines(FOLDER / "demonyms.yml"))
    known = {
        form
        for entry in language.entries["demonym"]
        if f"- {{adjective: {entry.data.get('adjective')}, of: {entry.data['of']}}}" not in made
        for form, _ in language.paradigms.expand(entry.data)
    }
    countries = {str(e.data["id"]) for e in language.entries["name"] if e.data.get("class") == "country"}
    rows = set()
    for nation in json.loads(path.read_text(encoding="utf-8")).values():
        word, home = nation["male"], places.get(fold(nation["ar"]))
        if (
            home in countries
            and word.endswith("ي")
            and " " not in word
            and fold(word) not in known
            and word not in OTHER_WORDS
        ):
            rows.add(f"- {{adjective: {word}, of: {home}}}")
    return sorted(rows)


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--nationalities", type=Path, required=True)
    args.add_argument("--out", type=Path, default=FOLDER)
    given = args.parse_args()
    places = listed()
    found = {
        "territories.tsv": TERRITORIES + "\n".join(territories(places)),
        "demonyms.yml": DEMONYMS + "\n".join(demonyms(given.nationalities, places)),
    }
    for name, text in found.items():
        (given.out / name).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
