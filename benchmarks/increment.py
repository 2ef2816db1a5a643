"""One more report: how long a record of 50,000 takes to compare it, and how far that is from comparing all anew.

    benchmarks/increment.py --shared ../shared                    # both figures; some ten minutes of one core
    benchmarks/increment.py --readings FILE --reports 3000        # readings as JSON lines with "text", made before

The record of 50,000 is one of `--reports` that were compared, laid down many times: names of reports, words and what is
no entry of a list are others in each copy, days lie later, so that postings of lists' names and of common words are as
long as they would be. Reports that were left out are then added one by one.
"""

from __future__ import annotations

import argparse
import json
import re
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from tawatur.compare.comparison import Stages
from tawatur.compare.entities.profiles import listed_ids
from tawatur.intake.sources import SetAside
from tawatur.record.codec import dump_comparison, load_reading
from tawatur.record.types import Comparison, Reading
from tawatur.store.record import Record
from tawatur.work import compare_anew, comparison, prepare, read_sources
from tawatur.work.keeping.update import add_report

_MASK = (1 << 62) - 1
_LATER = 90  # days from one copy to the next
_LAYERS = ("copies", "stories", "entities", "events", "facts")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--shared", type=Path, default=Path("../shared"))
    options.add_argument("--readings", type=Path)
    options.add_argument("--reports", type=int, default=2500)
    options.add_argument("--added", type=int, default=100)
    options.add_argument("--record", type=int, default=50_000, help="reports of the large record; 0: only equality")
    given = options.parse_args()
    prepare()
    readings = list(_readings(given.readings, given.shared, given.reports))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "r.tawatur"
        old, new = readings[: -given.added], readings[-given.added :]
        with Record(path, create=True) as record:
            for reading in old:
                record.add(reading)
            compare_anew(record)
        if given.record:
            large = Path(folder) / "large.tawatur"
            with sqlite3.connect(path) as db:
                db.execute("VACUUM INTO ?", (str(large),))
            _lay_down(large, len(old), max(1, given.record // len(old)))
            with Record(large) as record:
                count, size = record.count(), large.stat().st_size >> 20
                print(f"a record of {count} reports, {size} MB: {_said(_added(record, new))}", flush=True)
        with Record(path) as record:
            print(f"a record of {len(old)} reports: {_said(_added(record, new))}", flush=True)
            one_by_one = comparison(record)
            anew = Stages(list(record.readings().values())).all()
        for line in _equal(one_by_one, anew, {reading.report.file for reading in new}):
            print(line)


def _readings(path: Path | None, shared: Path, count: int) -> Iterator[Reading]:
    if path is not None:
        for line in path.read_text(encoding="utf-8").splitlines()[:count]:
            raw = json.loads(line)
            yield load_reading(raw, raw["text"])
        return
    corpus = shared / "corpora" / "ant-2018-spring.jsonl.gz"
    for number, outcome in enumerate(read_sources([str(corpus)], workers=1)):
        if number >= count:
            return
        if not isinstance(outcome, SetAside):
            yield outcome


def _added(record: Record, readings: Iterable[Reading]) -> list[float]:
    """Seconds of the processor that each report took to be compared."""
    seconds = []
    for reading in readings:
        name = record.add(reading)
        start = time.process_time()
        add_report(record, name)
        seconds.append(time.process_time() - start)
    return sorted(seconds)


def _said(seconds: Sequence[float]) -> str:
    at = {q: seconds[min(len(seconds) - 1, int(q * len(seconds)))] for q in (0.5, 0.95)}
    return f"one more is compared in {at[0.5]:.3f} s (median), {at[0.95]:.3f} s (95 %), {seconds[-1]:.3f} s (longest)"


def _equal(one: Comparison, other: Comparison, new: set[str]) -> Iterator[str]:
    """How many objects of each layer are in both, whole; and of how many entities of the new reports, the members."""
    left, right = dump_comparison(one), dump_comparison(other)
    for layer in _LAYERS:
        a, b = (
            {json.dumps(_bare(o), ensure_ascii=False, sort_keys=True) for o in side[layer]} for side in (left, right)
        )
        yield f"{layer}: {len(a)} one by one, {len(b)} anew, {len(a & b) / max(1, len(a | b)):.4f} of both equal"
    home = [{tuple(m.values()): e["id"] for e in side["entities"] for m in e["same"]} for side in (left, right)]
    mine = [member for member in home[0] if member[0] in new]
    same = sum(home[0][m] == home[1].get(m) for m in mine)
    yield f"entities of the new reports: {len(mine)}, {same / max(1, len(mine)):.4f} under one id"


def _bare(o: dict[str, object]) -> dict[str, object]:
    """An object without why it is one, and without what was before."""
    return {key: value for key, value in o.items() if key not in ("why", "history")}


def _lay_down(path: Path, reports: int, copies: int) -> None:
    """Put `copies` of a record of so many reports into it, one beside the other."""
    db = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -400000", "foreign_keys = OFF"):
        db.execute(f"PRAGMA {pragma}")
    names = {name for (name,) in db.execute("SELECT name FROM report")}
    listed = {row for row, ident in db.execute("SELECT id, ident FROM thing") if ident in listed_ids()}
    idents = {ident for row, ident in db.execute("SELECT id, ident FROM thing") if row not in listed}
    idents |= {ident for (ident,) in db.execute("SELECT ident FROM found WHERE layer IN ('event', 'story')")}
    rows = {t: list(db.execute(f"SELECT * FROM {t}")) for t in ("found", "thing", "claim", "source", "sketch")}
    most = {t: db.execute(f"SELECT max(id) FROM {t}").fetchone()[0] for t in ("found", "thing", "report")}
    kept = ",".join(map(str, sorted(listed))) or "0"
    db.execute("BEGIN")
    for k in range(1, copies):
        said = _renamed(names | idents, k)
        report, thing, found = (k * most[t] for t in ("report", "thing", "found"))
        mark = (k * 0x9E3779B97F4A7C15) & _MASK
        other = f"CASE WHEN thing IN ({kept}) THEN thing ELSE thing + {thing} END"
        db.execute(
            f"INSERT INTO report SELECT id + {report}, name || '~{k}', identity || '~{k}', version, "
            f"text_sha256 || '{k}', head, text, original, taken_in FROM report WHERE id <= {most['report']}"
        )
        old = f"WHERE report <= {most['report']}"
        for table, columns in {
            "reading": f"report + {report}, program, body",
            "found_report": f"report + {report}, found + {found}",
            "member": f"report + {report}, local, {other}",
            "belonging": f"{other}, report + {report}, local, body",
            "meeting": f"key, day + {k * _LATER}, report + {report}",
        }.items():
            db.execute(f"INSERT INTO {table} SELECT {columns} FROM {table} {old}")
        db.execute(
            f"INSERT INTO side SELECT a + {report}, b + {report}, a_first, a_last, b_first, b_last, words, share "
            f"FROM side WHERE a <= {most['report']}"
        )
        db.execute(
            f"INSERT OR IGNORE INTO thing_key SELECT (key | {mark}) - (key & {mark}), thing + {thing} FROM thing_key "
            f"WHERE thing <= {most['thing']} AND thing NOT IN ({kept})"
        )
        db.execute(
            f"INSERT INTO print SELECT (print | {mark}) - (print & {mark}), at + {k * _LATER * 86400}, "
            f"report + {report} FROM print {old} ORDER BY 1"
        )
        db.executemany(
            "INSERT INTO thing VALUES (?, ?, ?, ?)",
            [(row + thing, said(i), b, said(c)) for row, i, b, c in rows["thing"] if row not in listed],
        )
        db.executemany(
            "INSERT INTO found VALUES (?, ?, ?, ?, ?, ?)",
            [(row + found, layer, f"{i}~{k}", said(s), p, said(b)) for row, layer, i, s, p, b in rows["found"]],
        )
        db.executemany(
            "INSERT INTO claim VALUES (?, ?, ?)",
            [(key if _subject(b) not in idents else key ^ mark, r + report, said(b)) for key, r, b in rows["claim"]],
        )
        db.executemany("INSERT INTO source VALUES (?, ?, ?)", [(r + report, n, said(b)) for r, n, b in rows["source"]])
        db.executemany("INSERT INTO sketch VALUES (?, ?)", [(r + report, said(b)) for r, b in rows["sketch"]])
    db.execute(f"UPDATE tally SET reports = reports * {copies}")
    db.execute("COMMIT")
    db.close()


def _subject(claim: str) -> str:
    return str(json.loads(claim)[1]["subject"])


def _renamed(names: set[str], k: int) -> Callable[[str | None], str | None]:
    """What names reports and things otherwise in copy `k`, in JSON and alone."""
    quoted = re.compile(r'"([^"\\]+)"')

    def other(m: re.Match[str]) -> str:
        report, _, event = m[1].rpartition(" ")  # what a telling is called: its report, and the event there
        if m[1] not in names and report in names:
            return f'"{report}~{k} {event}"'
        return f'"{m[1]}~{k}"' if m[1] in names else m[0]

    def said(text: str | None) -> str | None:
        if text is None or text in names:
            return f"{text}~{k}" if text else text
        return quoted.sub(other, text)

    return said


if __name__ == "__main__":
    main()
