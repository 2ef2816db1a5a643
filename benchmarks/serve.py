"""How fast the desk answers on a record of 11,533 reports: eight readers at once, then while a writer adds reports.

    benchmarks/serve.py --shared ../shared --write       # the record is made once, some ten minutes, and kept

Needs wrk (Debian: apt-get install wrk). Every kind of page is asked for by eight connections that walk over addresses
drawn from the record: median and 95th percentile in milliseconds, and how large pages are as they are read (what
travels is packed). Then again while a process adds one report a second, reads it and compares it with all others.
"""

from __future__ import annotations

import argparse
import gzip
import json
import multiprocessing
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing.synchronize import Event
from pathlib import Path
from urllib.parse import quote, urlencode

from tawatur import __version__, work
from tawatur.intake.sources import intake
from tawatur.record.types import Report
from tawatur.store.record import Record
from tawatur.store.shelf.rows import Filters

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "serve.md"
TAWATUR = Path(sys.executable).with_name("tawatur")
READERS = 8
SEED = 7
MEDIAN, P95, PAGE = 50, 200, 300  # aims: ms, ms, kB
KINDS = ("stories", "story", "report", "entity", "search")


@dataclass(slots=True)
class Answers:
    """What wrk measured of one kind of page, in milliseconds, and pages that failed."""

    median: float
    p95: float
    failed: int
    cpu: float  # of the processes that answer, a page


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--shared", type=Path, default=Path("../shared"))
    options.add_argument("--record", type=Path, default=Path(tempfile.gettempdir()) / "tawatur-bench-serve.tawatur")
    options.add_argument("--seconds", type=int, default=15, help="for each kind of page")
    options.add_argument("--pages", type=int, default=200, help="addresses of each kind")
    options.add_argument("--workers", type=int, default=1, help="processes that answer")
    options.add_argument("--build", action="store_true", help="make the record and nothing else")
    options.add_argument("--write", action="store_true", help=f"write what is measured to {RESULTS.name}")
    given = options.parse_args()
    if shutil.which("wrk") is None:
        sys.exit("benchmarks/serve.py: wrk is not installed; on Debian: apt-get install wrk")
    corpora = given.shared / "corpora"
    if not given.record.exists():
        build(given.record, corpora / "ant-2018-spring.jsonl.gz")
    if given.build:
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "r.tawatur"
        shutil.copyfile(given.record, path)
        lines = measure(path, corpora / "saudi-2015-july.jsonl.gz", given.seconds, given.workers, given.pages)
    print("\n".join(lines))
    if given.write:
        RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def build(path: Path, corpus: Path) -> None:
    """Make the record of the corpus."""
    print(f"making {path}: some ten minutes, once", file=sys.stderr, flush=True)
    making = path.with_suffix(".making")
    for old in making.parent.glob(making.name + "*"):
        old.unlink()
    with Record(making, create=True) as record:
        work.take_in(record, [str(corpus)])
    making.rename(path)


def measure(path: Path, others: Path, seconds: int, workers: int, pages: int) -> list[str]:
    """Serve the record at `path`, and tell how it answers, alone and beside a writer of other reports."""
    with Record(path) as record:
        work.bring_up_to_date(record)
        found, count = addresses(record), record.count()
        draw = random.Random(SEED)
        paths = {kind: draw.sample(some, min(pages, len(some))) for kind, some in found.items()}
    command = [TAWATUR, "serve", "--record", path, "--port", "0", "--no-model", "--workers", str(workers)]
    load = os.getloadavg()[0]
    server = subprocess.Popen([str(c) for c in command], stderr=subprocess.PIPE, text=True)
    try:
        base = listening(server)
        sizes = {kind: sizes_of(base, paths[kind]) for kind in KINDS}
        alone = {kind: wrk(server, base, paths[kind], seconds) for kind in KINDS}
        with Writer(path, others) as writer:
            beside = {kind: wrk(server, base, paths[kind], seconds) for kind in KINDS}
    finally:
        server.terminate()
        server.wait(20)
    day = datetime.now(UTC).date().isoformat()
    return [
        f"# Serving a record of {count:,} reports",
        "",
        f"`make bench-serve`, {day}, tawatur {__version__}: {READERS} readers at once, {seconds} s a kind of page; "
        f"processes that answer: {workers}; {os.cpu_count()} cores, which had {load:.0f} other things to do. "
        "Milliseconds; sizes in kB as a browser reads them, and as they travel.",
        "",
        "| page | median | 95 % | median beside a writer | 95 % | processor | largest | packed | failed |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
        *(_row(kind, alone[kind], beside[kind], sizes[kind]) for kind in KINDS),
        "",
        f"The writer took {writer.added} reports in, one a second where it could; each was read and compared in "
        f"{writer.median:.2f} s (median), {writer.failed} failed. *Processor*: of the desk, a page, alone.",
        "",
        f"Aims: median under {MEDIAN}, 95 % under {P95}, within twice that beside a writer, pages under {PAGE} kB, "
        "none failed.",
    ]


def _row(kind: str, alone: Answers, beside: Answers, sizes: tuple[int, int]) -> str:
    times = f"{alone.median:.0f} | {alone.p95:.0f} | {beside.median:.0f} | {beside.p95:.0f} | {alone.cpu:.1f}"
    return f"| {kind} | {times} | {sizes[0] / 1000:.0f} | {sizes[1] / 1000:.0f} | {alone.failed + beside.failed} |"


def addresses(record: Record) -> dict[str, list[str]]:
    """Addresses of each kind of page, drawn from the record: the newest and the largest, and many by chance."""
    draw = random.Random(SEED)
    shelf = record.shelf
    newest = list(shelf.stories(most=60).rows)
    stories = [row.id for row in newest] + draw.sample(record.between.idents("story"), 140)
    names = draw.sample(sorted(record.between.names(range(1, record.count() + 1)).values()), 200)
    most = shelf.entities(most=400).rows
    entities = [row.id for row in most[:40]] + [row.id for row in draw.sample(list(most[40:]), 160)]
    facets = shelf.story_facets(Filters())
    lists = [{}, {"at": str(shelf.stories().older)}]
    lists += [{"outlet": c.value} for c in facets.outlets] + [{"kind": c.value} for c in facets.kinds]
    lists += [{"verdict": c.value} for c in facets.verdicts] + [{"entity": c.value} for c in facets.persons]
    lists += [{"since": c.value, "until": c.value} for c in facets.days]
    words = [str(c.name and c.name.get("ar")) for c in (*facets.persons, *facets.places)]
    asked = [{"q": w} for w in words] + [{"q": f'"{w}"'} for w in words]
    asked += [{"q": w, "kind": c.value} for w in words[:6] for c in facets.kinds[:3]]
    asked += [{"q": w, "outlet": c.value} for w in words[:6] for c in facets.outlets[:3]]
    asked += [{"q": w, "entity": c.value} for w in words[:6] for c in facets.persons[:3]]
    return {
        "stories": [f"/?{urlencode(one)}" for one in lists],
        "story": [f"/story/{quote(ident, safe='')}" for ident in stories],
        "report": [f"/report/{quote(name, safe='')}" for name in names],
        "entity": [f"/entity/{quote(ident, safe='')}" for ident in entities],
        "search": [f"/search?{urlencode(one)}" for one in asked],
    }


def listening(server: subprocess.Popen[str]) -> str:
    """Where the server answers, once it does."""
    assert server.stderr is not None
    for line in server.stderr:
        if found := re.search(r"http://[^/\s]+", line):
            for _ in range(100):
                try:
                    urllib.request.urlopen(found[0], timeout=10).read()
                except OSError:
                    time.sleep(0.1)
                else:
                    return found[0]
    sys.exit("benchmarks/serve.py: tawatur serve did not say where it answers")


def sizes_of(base: str, paths: Sequence[str]) -> tuple[int, int]:
    """The largest of these pages in bytes as it is read, and the largest as it travels. Each is asked for once, so that
    what is measured next is a desk that is at work."""
    read, travels = [], []
    for path in paths:
        request = urllib.request.Request(base + path, headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(request, timeout=60) as response:
            body = response.read()
            travels.append(len(body))
            read.append(len(gzip.decompress(body)) if response.headers.get("Content-Encoding") == "gzip" else len(body))
    return max(read), max(travels)


def wrk(server: subprocess.Popen[str], base: str, paths: Sequence[str], seconds: int) -> Answers:
    """Have eight readers walk over these pages."""
    before = cpu_of(server.pid)
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write("\n".join(paths) + "\n")
        file.flush()
        command = ["wrk", "-t1", f"-c{READERS}", f"-d{seconds}s", "--timeout", "20s", "-s", str(HERE / "serve.lua")]
        said = subprocess.run([*command, base, "--", file.name], capture_output=True, text=True, check=True).stdout
    found = json.loads(said.splitlines()[-1])
    cpu = 1000 * (cpu_of(server.pid) - before) / max(1, found["requests"])
    return Answers(found["median"], found["p95"], found["failed"], cpu)


def cpu_of(pid: int) -> float:
    """Seconds of the processor that a process and its children have had."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()
    return own + sum(cpu_of(int(child)) for child in children)


class Writer:
    """A process that adds one report a second, as long as the block lasts."""

    def __init__(self, path: Path, others: Path) -> None:
        self._stop: Event = multiprocessing.Event()
        self._told, told = multiprocessing.Pipe(duplex=False)
        self._process = multiprocessing.Process(target=_write, args=(path, others, self._stop, told))
        self.added, self.failed, self.median = 0, 0, 0.0

    def __enter__(self) -> Writer:
        self._process.start()
        self._told.recv()  # it is ready
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        seconds, self.failed = self._told.recv()
        self._process.join()
        self.added, self.median = len(seconds), statistics.median(seconds or [0.0])


def _write(path: Path, others: Path, stop: Event, told: multiprocessing.connection.Connection) -> None:
    seconds: list[float] = []
    failed = 0
    with Record(path) as record:
        work.prepare()
        came = (report for report in intake([str(others)]) if isinstance(report, Report))
        told.send("ready")
        for report in came:
            start = time.monotonic()
            try:
                taken = work.taking.take_reports(record, [report], workers=1)
                failed += not taken.added
            except Exception as error:
                print(f"the writer: {error}", file=sys.stderr)
                failed += 1
            seconds.append(time.monotonic() - start)
            if stop.wait(max(0.0, 1 - seconds[-1])):
                break
    stop.wait()
    told.send((seconds, failed))


if __name__ == "__main__":
    main()
