"""JSON lines: one report a line, with `file`, `text` and what came with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from tawatur.errors import SourceError
from tawatur.intake.aside import LeftOut, SetAside
from tawatur.intake.decode import decode
from tawatur.intake.report import Came, day, make_report
from tawatur.record.types import Report

_LONGEST_LINE = 16_000_000  # bytes; more than a report's characters, escaped
_BROKEN = {  # what the parser says of a line, by its first words, in plain ones
    "Expecting value": "a value is missing",
    "Expecting ',' delimiter": "a comma or a closing bracket is missing",
    "Expecting ':' delimiter": "a colon is missing",
    "Expecting property name": "a name in double quotes is missing",
    "Illegal trailing comma": "nothing follows the comma",
    "Unterminated string": "there begins a string that is not closed",
    "Invalid control character": "a string is broken by a control character",
    "Invalid \\": "a backslash escapes nothing",
    "Extra data": "something follows the end",
}
_STRINGS = ("url", "outlet", "title", "author", "published", "time")


def read_lines(name: str, file: IO[bytes], given: Came, first: int = 1) -> Iterator[Report | SetAside]:
    """Every report of a JSON lines file; a line that is broken is set aside by its number.

    `first`: the number of the first line, where the file is a part of one."""
    try:
        numbered = _numbered(file) if first == 1 else _bounded(file.readline(_LONGEST_LINE), file, first)
    except SourceError as error:
        yield SetAside(name, None, error.reason)
        return
    for number, line in numbered:
        place = f"line {number}"
        try:
            if line is None:
                raise SourceError("is longer than a report can be; give each report as a line of its own")
            if line.strip(b"\xef\xbb\xbf\x00 \t\r\n"):
                yield from _report(name, place, number, line, given)
        except SourceError as error:
            yield SetAside(name, error.place or place, error.reason)


def wide_characters(start: bytes) -> bool:
    """Whether a file that starts so is in UTF-16: its lines do not end where its bytes say so."""
    return start.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in start[:4]


def _numbered(file: IO[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """The lines with their numbers; of a file in UTF-16 once it is decoded, None for a line that is too long."""
    first = file.readline(_LONGEST_LINE)
    if wide_characters(first):
        return enumerate((text.encode() for text in decode(first + file.read()).split("\n")), 1)
    return _bounded(first, file, 1)


def _bounded(line: bytes, file: IO[bytes], number: int) -> Iterator[tuple[int, bytes | None]]:
    while line:
        if line.endswith(b"\n") or len(line) < _LONGEST_LINE:
            yield number, line
        else:
            while line and not line.endswith(b"\n"):
                line = file.readline(_LONGEST_LINE)
            yield number, None
        line = file.readline(_LONGEST_LINE)
        number += 1


def _report(name: str, place: str, number: int, line: bytes, given: Came) -> Iterator[Report | SetAside]:
    raw = _object(line)
    text = raw.get("text")
    if not isinstance(text, str):
        raise SourceError('has no "text"; give each line a "file" and a "text"')
    wrong: list[str] = []
    values = {key: _string(raw, key, wrong) for key in _STRINGS}
    file = _string(raw, "file", wrong) or f"{name}-{number}"
    came, undated = _came(values, given)
    try:
        report = make_report(file, text, came)
    except SourceError as error:
        raise SourceError(f"report {file} {error.reason}", place) from error
    for reason in [*(f'"{key}" is no text and was left out; write it as a JSON string' for key in wrong), *undated]:
        yield LeftOut(name, place, reason)
    yield report


def _object(line: bytes) -> dict[str, Any]:
    try:
        text = decode(line).rstrip()
        raw = json.loads(text)
    except json.JSONDecodeError as error:
        if text.lstrip()[:1] not in ("{", "["):
            raise SourceError('is no JSON object; give each line a "file" and a "text"') from error
        what = next((words for start, words in _BROKEN.items() if error.msg.startswith(start)), "it breaks off")
        raise SourceError(f"is no JSON, {what} at column {error.pos + 1}; correct the line") from error
    except RecursionError as error:
        raise SourceError("is nested too deeply to be a report; correct the line") from error
    if not isinstance(raw, dict):
        raise SourceError('is no JSON object; give each line a "file" and a "text"')
    return raw


def _string(raw: dict[str, Any], key: str, wrong: list[str]) -> str | None:
    value = raw.get(key)
    if value is None or isinstance(value, str):
        return value.encode("utf-8", "replace").decode() or None if value else None
    wrong.append(key)
    return None


def _came(values: dict[str, str | None], given: Came) -> tuple[Came, list[str]]:
    undated: list[str] = []
    published = None
    for key in ("published", "time"):
        value = values[key]
        if value is not None:
            found = day(value)
            published = published or found
            if found is None:
                undated.append(f'"{key}" is {value[:40]!r}, which is no day; the report is read without it')
    at = values["time"] if values["time"] and day(values["time"]) else None
    if at is None and values["published"] and len(values["published"].strip()) > len("2022-05-11"):
        at = values["published"] if day(values["published"]) else None
    came = Came(
        values["url"] or given.url,
        values["outlet"] or given.outlet,
        values["title"],
        values["author"],
        published or given.published,
        at,
    )
    return came, undated
