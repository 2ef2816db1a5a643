"""Write docs/knowledge.md: every file of names and what is known of them, with its size, its source and its licence.

python models/knowledge_page.py     # from the heads of the files; tests/test_docs.py checks that the page is current
"""

from __future__ import annotations

import re
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
LANGUAGES = PROJECT / "src" / "tawatur" / "language"
PAGE = PROJECT / "docs" / "knowledge.md"
INTRODUCTION = """\
# What tawatur knows, and from where

Names and what is known of them are data files under `src/tawatur/language/`, in folders called `names`: a line, a
thing. Each file says in its head where it comes from and under which licence; this page is made from the heads by
`models/knowledge_page.py`.

*General knowledge* is what anybody knows who reads the news: it was written down for this project and is Apache-2.0
like the code. Everything else was taken by a script of `models/`, which can be run again. The texts of the other
licences are in `LICENSES/`. Files under CC BY-SA may be used and changed under the same licence, with the names of
those who made what they come from.

- **common.txt, words.txt, shape.txt, given.txt, surnames.txt** hold words and counts, no sentence of anybody's text.
  Where they come from tagged text it is the training split of ANERcorp and WikiFANE Gold; the test split was not used
  (given.txt, surnames.txt and
  common.txt come out the same to the word from those two files). ANERcorp is free for research, with the citation.
  Measured without them: without common.txt the precision of mentions on the annotated reports falls from 0.97-1.00 to
  0.88-0.96; without words.txt six of a thousand mentions of two hundred reports are wrong that are right with it;
  from WikiFANE alone, as many. So they stay until a list under a freer licence takes their place.
- **Wikidata identifiers** are those of a published table (rigour, MIT), looked up by English name: of countries,
  territories and some provinces. No table that we may use has them for persons and bodies, so theirs stay empty.
- **Demonyms** are adjectives written out in all forms by `paradigms.yml` (مغربي, مغربية, مغاربة, المغربيون ...).
- **Ministries** are a pattern (`ministries.yml`): وزارة, its fields, its country.

| file | entries | source | licence |
|---|---|---|---|
"""


def data_files() -> list[Path]:
    """The data files of the folders of names, in order."""
    return sorted(p for p in LANGUAGES.glob("**/names/*") if p.suffix in (".yml", ".tsv", ".txt"))


def head(path: Path, key: str) -> str:
    """What a file says of itself under `# Source:` or `# Licence:`, empty where it says nothing."""
    found = re.search(rf"^# {key}: (.+)$", path.read_text(encoding="utf-8"), re.M)
    return found[1] if found else ""


def entries(path: Path) -> int:
    """How many lines of a file hold data: comments, keys alone and a table's line of defaults aside."""
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    held = [line for line in lines if line and not line.startswith("#") and line != "---"]
    if path.suffix == ".tsv" and held and "|" not in held[0] and "\t" not in held[0]:
        return len(held) - 1
    return sum(not line.endswith(":") and not line.startswith("kind:") for line in held)


def page() -> str:
    """The whole page."""
    rows = [
        f"| {path.relative_to(LANGUAGES)} | {entries(path)} | {head(path, 'Source')} | {head(path, 'Licence')} |"
        for path in data_files()
    ]
    return INTRODUCTION + "\n".join(rows) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
