"""An archive's files divided into parts that are read apart: some megabytes each, one huge file in many."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import IO, Any

from tawatur.intake.lines import wide_characters
from tawatur.intake.report import Came
from tawatur.intake.sources import SetAside, files_of, intake_file, intake_stretch, kind_of, open_bytes
from tawatur.record.types import Report

PART = 16_000_000  # bytes of a part: some four thousand reports
_MOST_PACKED = 64  # parts of a .gz file: each unpacks all that stands before it
_MOST_FILES = 1_000  # of a part
_BLOCK = 1 << 20


@dataclass(slots=True)
class Stretch:
    """A whole file under the name its report goes by; or bytes [start, end) of one of JSON lines, once unpacked, whose
    first line is number `first`."""

    path: str
    name: str
    start: int = 0
    end: int | None = None
    first: int = 1


@dataclass(slots=True)
class Part:
    """What one worker reads at a time: `number` names what it writes."""

    number: int
    stretches: list[Stretch] = field(default_factory=list)

    def reports(self, given: Came) -> Iterator[Report | SetAside]:
        """The reports of a part, in order; what cannot be taken comes as SetAside."""
        for s in self.stretches:
            if s.end is None:
                yield from intake_file(Path(s.path), s.name, given)
            else:
                yield from intake_stretch(Path(s.path), s.start, s.end, s.first, given)

    def dump(self) -> dict[str, Any]:
        """The part as plain objects."""
        return asdict(self)

    @staticmethod
    def load(o: dict[str, Any]) -> Part:
        """A part from its plain objects."""
        return Part(o["number"], [Stretch(**s) for s in o["stretches"]])


@dataclass(slots=True)
class Found:
    """A file of an archive as it was when it was divided."""

    path: str
    name: str
    size: int
    changed: int


def find_files(sources: Iterable[str | Path]) -> tuple[list[Found], list[SetAside]]:
    """The files of the sources, in their order, each once, and the sources that cannot be read."""
    found: dict[str, Found] = {}
    aside: list[SetAside] = []
    for source in sources:
        for one in files_of(Path(source).resolve()):
            if isinstance(one, SetAside):
                aside.append(one)
                continue
            path, name = one
            try:
                known = path.stat()
            except OSError:
                aside.append(SetAside(str(source), None, "does not exist; check the name"))
            else:
                found.setdefault(str(path), Found(str(path), name, known.st_size, known.st_mtime_ns))
    return list(found.values()), aside


def divide(files: Sequence[Found], first: int = 0, size: int = PART) -> list[Part]:
    """Parts of files, numbered from `first`: small files together, large files of JSON lines in several."""
    parts: list[Part] = []
    room = 0
    for file in files:
        path = Path(file.path)
        large = kind_of(path) == "lines" and (file.size > size or path.name.lower().endswith(".gz"))
        stretches = _stretches(file, size) if large else [Stretch(file.path, file.name)]
        for stretch in stretches:
            weight = file.size if stretch.end is None else stretch.end - stretch.start
            if not parts or weight > room or len(parts[-1].stretches) >= _MOST_FILES:
                parts.append(Part(first + len(parts)))
                room = size
            parts[-1].stretches.append(stretch)
            room -= weight
    return parts


def _stretches(file: Found, size: int) -> list[Stretch]:
    """A file of JSON lines in stretches of whole lines; whole where its bytes do not say where lines end."""
    path = Path(file.path)
    try:
        if path.name.lower().endswith(".gz"):
            with open_bytes(path) as opened:
                unpacked = sum(map(len, iter(lambda: opened.read(_BLOCK), b"")))
            size = max(size, unpacked // _MOST_PACKED + 1)
        with open_bytes(path) as opened:
            if wide_characters(opened.read(4)):
                return [Stretch(file.path, file.name)]
            opened.seek(0)
            cuts = list(_cuts(opened, size))
    except (OSError, EOFError, zlib.error, gzip.BadGzipFile):
        return [Stretch(file.path, file.name)]  # intake says what is wrong, after the reports that can be read
    return [Stretch(file.path, file.name, a[0], b[0], a[1]) for a, b in pairwise(cuts)]


def _cuts(file: IO[bytes], size: int) -> Iterator[tuple[int, int]]:
    """Where stretches of at least `size` bytes begin: their byte and the number of their line; last the file's end."""
    yield 0, 1
    at, line, begun = 0, 1, 0
    for block in iter(lambda: file.read(_BLOCK), b""):
        rest = 0
        while at + len(block) - begun >= size:
            end = block.find(b"\n", max(rest, begun + size - at - 1))
            if end < 0:
                break
            line += block.count(b"\n", rest, end + 1)
            rest, begun = end + 1, at + end + 1
            yield begun, line
        line += block.count(b"\n", rest)
        at += len(block)
    if at > begun:
        yield at, line
