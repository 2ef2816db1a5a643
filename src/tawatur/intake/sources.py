"""Sources of reports: text, page and JSON lines files, folders of them, standard input."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import IO, cast

from tawatur.errors import OptionError, SourceError
from tawatur.intake.aside import LeftOut, PassedOver, SetAside
from tawatur.intake.html import read_html
from tawatur.intake.lines import read_lines
from tawatur.intake.report import Came, day
from tawatur.intake.text import read_text
from tawatur.record.types import Report

_KINDS = {".txt": "text", ".text": "text", ".html": "html", ".htm": "html", ".jsonl": "lines", ".ndjson": "lines"}
_MOST_BYTES = 8_000_000  # of one text or page, scripts and all; JSON lines may be as long as they like
_KNOWN = ".txt, .html, .jsonl, or one of these with .gz"
_TABLES = (".csv", ".tsv")  # text that is none of a report
_OF_FOLDERS = ("readme", "licen")  # how files begin that tell of their folder
_LISTS = "a watchlist is given to `tawatur screen --list`"


def intake(
    sources: Iterable[str | Path], *, outlet: str | None = None, published: str | date | None = None
) -> Iterator[Report | SetAside]:
    """Every report of the sources, in their order; what cannot be taken comes as SetAside, a value alone as LeftOut.

    `-` is standard input. `outlet` and `published` stand in where a source does not give them itself; a `published`
    that is no day raises OptionError.
    """
    given = Came(outlet=outlet, published=given_day(published))
    return _all(sources, given)


def _all(sources: Iterable[str | Path], given: Came) -> Iterator[Report | SetAside]:
    for source in sources:
        if str(source) == "-":
            yield from _guarded("-", lambda: _sniffed(sys.stdin.buffer, given))
            continue
        for found in files_of(source):
            if isinstance(found, SetAside):
                yield found
            else:
                yield from intake_file(*found, given)


def files_of(source: str | Path) -> Iterator[tuple[Path, str] | SetAside]:
    """A file, or those of a folder that are reports, each with the name its report goes by."""
    path = Path(source)
    if path.is_dir():
        yield from _folder(path)
    else:
        yield path, path.name


def given_day(published: str | date | None) -> date | None:
    """The day given on the command line; raises OptionError where it is none."""
    if published is None or isinstance(published, date):
        return published
    found = day(published)
    if found is None:
        raise OptionError(f"--published {published}: this is no day; give it as 2022-05-11.")
    return found


def _folder(folder: Path) -> Iterator[tuple[Path, str] | SetAside]:
    try:
        every = [p for p in folder.rglob("*") if p.is_file() and not p.name.startswith(".")]
    except OSError as error:
        yield SetAside(str(folder), None, f"cannot be listed ({error.strerror}); check its permissions")
        return
    paths = sorted(p for p in every if kind_of(p))
    if not paths:
        yield SetAside(str(folder), None, f"has no reports; give a folder with {_KNOWN}")
    yield from _passed_over(folder, every)
    for path in paths:
        yield path, path.relative_to(folder).as_posix()


def _passed_over(folder: Path, every: Iterable[Path]) -> Iterator[PassedOver]:
    """What of a folder is not read, in one line: so many of each kind."""
    of_it = [p.relative_to(folder) for p in every if not kind_of(p) and not p.name.lower().startswith(_OF_FOLDERS)]
    kinds = Counter(p.suffix.lower() for p in of_it if not any(part.startswith(".") for part in p.parts))
    if kinds:
        listed = ", ".join(f"{count} {kind or 'without an ending'}" for kind, count in sorted(kinds.items()))
        tables = f"; {_LISTS}" if any(kind in kinds for kind in _TABLES) else ""
        yield PassedOver(str(folder), None, f"not read: {listed}; reports are {_KNOWN}{tables}")


def kind_of(path: Path) -> str | None:
    """What a file is by its name: text, html, lines; None where it does not tell."""
    name = path.name.lower().removesuffix(".gz")
    return next((kind for suffix, kind in _KINDS.items() if name.endswith(suffix)), None)


def intake_file(path: Path, name: str, given: Came) -> Iterator[Report | SetAside]:
    """Every report of one file, which goes by `name`."""
    return _guarded(str(path), lambda: _opened(path, name, given))


def intake_bytes(name: str, data: bytes, given: Came) -> Iterator[Report | SetAside]:
    """Every report of a file's bytes, which goes by `name`; where that does not tell what it is, its start does."""
    return _guarded(name, lambda: _read(kind_of(Path(name)), name, name, io.BytesIO(data), given))


def intake_stretch(path: Path, start: int, end: int, first: int, given: Came) -> Iterator[Report | SetAside]:
    """The reports of whole lines of a JSON lines file: those in bytes [start, end), once unpacked, the first of them
    line `first`."""
    return _guarded(str(path), lambda: _stretch(path, start, end, first, given))


def _stretch(path: Path, start: int, end: int, first: int, given: Came) -> Iterator[Report | SetAside]:
    with open_bytes(path) as file:
        file.seek(start)
        yield from read_lines(str(path), io.BufferedReader(_Until(file, end - start)), given, first)


def _guarded(file: str, reports: Callable[[], Iterator[Report | SetAside]]) -> Iterator[Report | SetAside]:
    """The reports of one file; what breaks while it is read sets the rest of it aside."""
    try:
        yield from reports()
    except SourceError as error:
        yield SetAside(file, error.place, error.reason)
    except FileNotFoundError:
        yield SetAside(file, None, "does not exist; check the name")
    except (gzip.BadGzipFile, EOFError, zlib.error):
        yield SetAside(file, None, "is a damaged .gz file; make it again")
    except OSError as error:
        yield SetAside(file, None, f"cannot be read ({error.strerror or error}); check its permissions")


def _opened(path: Path, name: str, given: Came) -> Iterator[Report | SetAside]:
    with open_bytes(path) as file:
        yield from _read(kind_of(path), str(path), name, file, given)


def _read(kind: str | None, path: str, name: str, file: IO[bytes], given: Came) -> Iterator[Report | SetAside]:
    if kind == "lines":
        yield from read_lines(path, file, given)
    elif kind is None:
        _refuse_table(name)
        yield from _sniffed(file, given, name)
    else:
        data = _bounded(file)
        yield read_html(name, data, given) if kind == "html" else read_text(name, data, given)


def _refuse_table(name: str) -> None:
    kind = Path(name.lower().removesuffix(".gz")).suffix
    if kind in _TABLES:
        raise SourceError(f"is {kind}, which is not read; give reports as .txt, .html or .jsonl ({_LISTS})")


def open_bytes(path: Path) -> IO[bytes]:
    """A file, unpacked where it is packed."""
    if path.name.lower().endswith(".gz"):
        return cast(IO[bytes], gzip.open(path, "rb"))
    return path.open("rb")


def _bounded(file: IO[bytes]) -> bytes:
    data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise SourceError(
            f"is larger than {_MOST_BYTES // 1_000_000} MB, too large for one report; "
            "give each report as a file or as a line of a .jsonl"
        )
    return data


def _sniffed(file: IO[bytes], given: Came, name: str = "-") -> Iterator[Report | SetAside]:
    """Standard input, or a file whose name does not tell what it is."""
    start = file.readline(_MOST_BYTES + 1)
    bare = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if bare.startswith(b"{"):
        yield from read_lines(name, io.BufferedReader(_Joined(start, file)), given)
        return
    data = start + file.read(max(0, _MOST_BYTES + 1 - len(start)))
    if len(data) > _MOST_BYTES:
        _bounded(io.BytesIO(data))
    page = data[:2_000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if page.startswith((b"<!doctype html", b"<html")) or b"<html" in page or b"<body" in page:
        yield read_html(name, data, given)
    else:
        yield read_text(name, data, given)


class _Joined(io.RawIOBase):
    """A stream whose first line was read already."""

    def __init__(self, start: bytes, file: IO[bytes]) -> None:
        self._start = io.BytesIO(start)
        self._file = file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        data = self._start.read(len(view)) or self._file.read(len(view))
        view[: len(data)] = data
        return len(data)


class _Until(io.RawIOBase):
    """A stream that ends after so many bytes."""

    def __init__(self, file: IO[bytes], left: int) -> None:
        self._file = file
        self._left = left

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        data = self._file.read(min(len(view), self._left))
        self._left -= len(data)
        view[: len(data)] = data
        return len(data)


__all__ = [
    "LeftOut",
    "PassedOver",
    "SetAside",
    "files_of",
    "given_day",
    "intake",
    "intake_bytes",
    "intake_file",
    "intake_stretch",
    "kind_of",
    "open_bytes",
]
