"""Reading an archive: parts in worker processes or Spark tasks, each part written whole or not at all."""

from __future__ import annotations

import gc
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from tawatur.archive.engine import Engine
from tawatur.archive.folder import Folder, read_json, write_json
from tawatur.archive.parts import PART, Found, Part, divide, find_files
from tawatur.archive.shelf import Writer, clear_begun, finished
from tawatur.archive.stages import giving_up
from tawatur.archive.tables import Row
from tawatur.compare.corpus import published_at
from tawatur.errors import ArchiveError
from tawatur.intake.aside import LeftOut
from tawatur.intake.report import Came
from tawatur.intake.sources import SetAside, given_day
from tawatur.read.tagger import load_tagger
from tawatur.record.codec.reading import dump_reading
from tawatur.record.naming import report_name
from tawatur.record.types import Reading
from tawatur.work import prepare, read_reports

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
PartDone = Callable[[int, int], None]  # parts that are finished, of how many


@dataclass(slots=True)
class Given:
    """What holds for every report: the outlet and day of those that give none, whether the names model reads too."""

    outlet: str | None = None
    published: str | None = None
    model: bool = True

    def came(self) -> Came:
        """The same as intake takes it."""
        return Came(outlet=self.outlet, published=given_day(self.published))


@dataclass(slots=True)
class ReadRun:
    """What a run over an archive came to: parts in all, those of this run; reports and things set aside in all."""

    parts: int = 0
    parts_now: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    aside: list[SetAside] = field(default_factory=list)


def read_archive(
    sources: Sequence[str | Path],
    out: Path,
    engine: Engine,
    given: Given | None = None,
    part_bytes: int = PART,
    notice: PartDone = lambda *_: None,
) -> ReadRun:
    """Read every report of the sources into `out`; parts that an earlier run finished are left as they are.

    Files that came since are read as further parts. Raises ArchiveError where a file is gone or another than it was,
    where `out` is of other options, and where the disk is full.
    """
    given = given or Given()
    given.came()  # says what is wrong with an option before anything is begun
    made_of = {"outlet": given.outlet, "published": given.published, "names model": _model_version(given)}
    with Folder(out, made_of):
        run = ReadRun()
        files, run.aside = find_files(sources)
        parts = _planned(out, files, part_bytes)
        done = finished(out)
        clear_begun(out, set(done))
        (out / "_parts").mkdir(exist_ok=True)
        todo = [p for p in parts if p.number not in done]
        run.parts, run.parts_now = len(parts), len(todo)
        for counts in done.values():
            run.counts.update(counts)
        with giving_up(engine, str(out)):
            for i, counts in enumerate(engine.each(partial(read_part, str(out), given), todo), 1):
                run.counts.update(counts)
                notice(len(done) + i, len(parts))
        gc.unfreeze()  # what `prepare` froze in this process, where it is the only worker: the database's too
        return run


def _model_version(given: Given) -> str | None:
    return load_tagger().version if given.model else None


def _planned(out: Path, files: Sequence[Found], part_bytes: int) -> list[Part]:
    """The parts of the plan that is there, with further ones for files that are new."""
    plan: dict[str, Any] = read_json(out / "_plan.json") or {"files": [], "parts": []}
    known = {o["path"]: Found(**o) for o in plan["files"]}
    now = {f.path: f for f in files}
    for path, was in known.items():
        if now.get(path) != was:
            what = "is another than it was" if path in now else "was read before and is not among the sources now"
            raise ArchiveError(f"{path}: {what}; give a new --out, or the files as they were and those that are new.")
    parts = [Part.load(o) for o in plan["parts"]]
    new = divide([f for f in files if f.path not in known], len(parts), part_bytes)
    if new or not parts:
        parts += new
        everything = [*known.values(), *(f for f in files if f.path not in known)]
        whole = {
            "files": [{k: getattr(f, k) for k in ("path", "name", "size", "changed")} for f in everything],
            "parts": [p.dump() for p in parts],
        }
        write_json(out / "_plan.json", whole)
    return parts


def read_part(out: str, given: Given, part: Part) -> dict[str, int]:
    """Read one part and write it; gives its counts. Runs in a worker process."""
    prepare()
    tagger = load_tagger() if given.model else None
    writer = Writer(Path(out), part.number)
    try:
        for number, outcome in enumerate(read_reports(part.reports(given.came()), 1, tagger)):
            if isinstance(outcome, SetAside):
                left_out = isinstance(outcome, LeftOut)
                writer.set_aside((part.number, outcome.file, outcome.place, outcome.reason, left_out))
            else:
                writer.add(*reading_row(outcome, part.number, number))
        return writer.finish()
    except BaseException:
        writer.give_up()
        raise


def reading_row(reading: Reading, part: int, number: int) -> tuple[str, Row]:
    """The month of a reading ("2018-03", "undated") and its row, in the order of READINGS."""
    report = reading.report
    day = report.published.isoformat() if report.published else None
    at = (published_at(report) - _EPOCH) // timedelta(microseconds=1)
    known = (report.file, report_name(report.file), at, day, report.outlet, report.url, report.title)
    return day[:7] if day else "undated", (part, number, *known, report.text_sha256, report.text, _json(reading))


def _json(reading: Reading) -> str:
    return json.dumps(dump_reading(reading), ensure_ascii=False, separators=(",", ":"))
