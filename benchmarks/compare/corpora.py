"""Readings of the corpora, made once by the program's own reader and kept, so that comparing is measured by itself.

A file of readings is what `tawatur read` prints, one reading a line, with the report's `text` beside it where the file
is made here; readings without texts get them from the corpus.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tawatur.intake.sources import SetAside, intake
from tawatur.read.tagger import load_tagger
from tawatur.record.codec.reading import dump_reading, load_reading
from tawatur.record.naming import published_at
from tawatur.record.types import Reading
from tawatur.work import read_reports

CORPORA = ("ant-2018-spring", "saudi-2015-july")
SEED = 4


@dataclass(frozen=True, slots=True)
class Source:
    """Where a corpus's readings are: a file of readings, and the corpus with the texts."""

    corpus: str
    texts: Path
    readings: Path


def source(corpus: str, shared: Path, cache: Path, given: Iterable[Path] = (), model: bool = False) -> Source:
    """The readings of a corpus: one of the files given that bears its name, else those kept, else made now.

    Raises SystemExit where neither readings nor corpus are there.
    """
    texts = shared / "corpora" / f"{corpus}.jsonl.gz"
    named = [path for path in given if path.name.startswith(corpus)]
    if named:
        return Source(corpus, texts, named[0])
    kept = cache / f"{corpus}.{'model' if model else 'plain'}.jsonl"
    if not kept.exists():
        if not texts.exists():
            raise SystemExit(f"NOT MEASURED: {texts} does not exist; name the folder of corpora/ with --shared.")
        cache.mkdir(parents=True, exist_ok=True)
        _make(texts, kept, model)
    return Source(corpus, texts, kept)


def _make(texts: Path, kept: Path, model: bool) -> None:
    part = kept.with_suffix(".part")
    with part.open("w", encoding="utf-8") as file:
        for outcome in read_reports(intake([texts]), tagger=load_tagger() if model else None):
            if isinstance(outcome, Reading):
                file.write(line_of(outcome))
    part.rename(kept)


def line_of(reading: Reading) -> str:
    """A reading with its text, as one line."""
    return json.dumps(dump_reading(reading) | {"text": reading.report.text}, ensure_ascii=False) + "\n"


def load(path: Path, texts: dict[str, str] | None = None) -> Iterator[Reading]:
    """The readings of a file; `texts` by `file` where the lines have none."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            given: dict[str, Any] = json.loads(line)
            text = given["text"] if "text" in given else (texts or {})[given["report"]["file"]]
            yield load_reading(given, text)


def readings(of: Source, count: int = 0, order: str = "sample") -> list[Reading]:
    """All readings of a corpus, or `count` of them: `sample` drawn with a fixed seed, `time` the first in time."""
    texts = None
    with of.readings.open(encoding="utf-8") as file:
        if "text" not in json.loads(file.readline()):
            texts = {r.file: r.text for r in intake([of.texts]) if not isinstance(r, SetAside)}
    return some(list(load(of.readings, texts)), count, order)


def some(found: list[Reading], count: int, order: str) -> list[Reading]:
    """So many of these readings (0: all), in the order of time; smaller samples lie within larger ones."""
    ordered = sorted(found, key=lambda r: (published_at(r.report), r.report.file))
    if not count or count >= len(ordered):
        return ordered
    if order == "time":
        return ordered[:count]
    numbers = list(range(len(ordered)))
    random.Random(SEED).shuffle(numbers)
    return [ordered[i] for i in sorted(numbers[:count])]


def days(texts: Path) -> str:
    """How many reports a corpus has and from which days they are, told from the corpus itself."""
    with gzip.open(texts, "rt", encoding="utf-8") as file:
        published = sorted(str(json.loads(line).get("published") or "") for line in file if line.strip())
    dated = [p for p in published if p]
    return f"{len(published)} reports, {dated[0]} to {dated[-1]}"


# Letters that no clitic and few words of grammar are made of, each for another: words stay as common as they were.
_LETTERS = str.maketrans("جحخدرزسشصضطظعغفقنم", "خجحزدرشسضصظطقفغعمن")
_YEAR = re.compile(r"(?<!\d)20(1\d)(?!\d)")


def written_anew(reading: Reading) -> Reading:
    """A report as other years would bring it: four years later, of the same length and make, with other words.

    For records larger than the corpora: such reports share next to no run of words with those that they come from, nor
    a name that no list holds, and spans stand where they stood.
    """
    line = _YEAR.sub(lambda year: f"20{int(year[1]) + 4}", line_of(reading)).translate(_LETTERS)
    given = json.loads(line)
    text = given["text"]
    report = given["report"]
    report["id"] = report["file"] = f"{reading.report.file}-anew"
    report["text_sha256"] = hashlib.sha256(text.encode()).hexdigest()
    return load_reading(given, text)
