"""What somebody gives to be read, checked and put into the queue."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tawatur.desk.beside.file import DeskFile
from tawatur.desk.beside.jobs import MOST_WAITING, Part
from tawatur.desk.links import outside
from tawatur.desk.security.fetching import Fetcher
from tawatur.errors import OptionError
from tawatur.intake.report import MOST_CHARACTERS, day
from tawatur.intake.sources import kind_of

_FIELDS = ("outlet", "published", "title", "url")
_LONGEST = {"outlet": 200, "published": 40, "title": 1_000, "url": 2_000}
_LONGEST_NAME = 120
_TAKEN = ".txt, .html or .jsonl"


class FullError(OptionError):
    """The queue holds as much as it may."""

    code = "too_many"


def give_text(file: DeskFile, text: str, given: Mapping[str, str], by: str) -> int:
    """Queue a text that was pasted. Raises OptionError where it is none, or something given with it cannot be."""
    text = text.replace("\r\n", "\n")  # a browser's line ends, not the text's
    if not text.strip():
        raise OptionError("text: there is none; paste the text of a report.")
    if len(text) > MOST_CHARACTERS:
        raise OptionError(
            f"text: has more than the {MOST_CHARACTERS:,} characters of one report; give a .jsonl instead."
        )
    fields = checked(given)
    data = text.encode("utf-8", "replace")
    name = f"pasted-{hashlib.sha256(data).hexdigest()[:12]}.txt"  # the same text is the same report
    return _queued(file, "paste", fields, [Part(name, data)], by)


def give_files(file: DeskFile, parts: Sequence[Part], given: Mapping[str, str], by: str) -> int:
    """Queue files. Raises OptionError where there are none, or one is of a kind that is not read."""
    if not parts:
        raise OptionError(f"files: there are none; give {_TAKEN}.")
    named = [Part(_file_name(part.name), part.data) for part in parts]
    fields = {key: value for key, value in checked(given).items() if key in ("outlet", "published")}
    return _queued(file, "upload", fields, named, by)


def give_url(file: DeskFile, url: str, given: Mapping[str, str], by: str) -> int:
    """Queue a page to be fetched. Raises SourceError where it may not be, OptionError where the rest cannot be."""
    fields = checked({**given, "url": url})
    if "url" not in fields:
        raise OptionError("url: there is none; give one that begins with https://.")
    Fetcher(file.hosts.all()).check(fields["url"])
    return _queued(file, "url", fields, [], by)


def give_reports(file: DeskFile, reports: Iterable[Mapping[str, Any]], by: str) -> int:
    """Queue reports as the lines of a .jsonl have them. Raises OptionError where there are none."""
    lines = [json.dumps(report, ensure_ascii=True) for report in reports]
    if not lines:
        raise OptionError("reports: there are none; give at least one.")
    data = ("\n".join(lines) + "\n").encode()
    name = f"given-{hashlib.sha256(data).hexdigest()[:12]}.jsonl"
    return _queued(file, "upload", {}, [Part(name, data)], by)


def checked(given: Mapping[str, str]) -> dict[str, str]:
    """What came with a report, tidied; empty values are none. Raises OptionError for what cannot be."""
    fields = {key: " ".join(given[key].split()) for key in _FIELDS if given.get(key, "").strip()}
    for key, value in fields.items():
        if len(value) > _LONGEST[key] or "\x00" in value:
            raise OptionError(f"{key}: is longer than {_LONGEST[key]} characters, or holds null bytes; correct it.")
    if "published" in fields and day(fields["published"]) is None:
        raise OptionError(f"published: {fields['published'][:40]} is no day; give it as 2022-05-11.")
    if "url" in fields and outside(fields["url"]) is None:
        raise OptionError("url: is no address of a page; give one that begins with https://.")
    return fields


def _file_name(name: str) -> str:
    """A file's own name, without the folders that some browsers send. Raises OptionError for a kind not read."""
    bare = "".join(c for c in name.replace("\\", "/").rpartition("/")[2] if c.isprintable()).strip()
    path = Path(bare)
    if kind_of(path) is None or path.suffix.lower() == ".gz":
        raise OptionError(f"{bare[:80] or 'a file'}: is of a kind that is not read; give {_TAKEN}.")
    return path.stem[:_LONGEST_NAME] + path.suffix


def _queued(file: DeskFile, kind: str, fields: dict[str, str], parts: Sequence[Part], by: str) -> int:
    if file.jobs.waiting() >= MOST_WAITING:
        raise FullError(f"{MOST_WAITING} things wait to be read; give more when some of them have been.")
    return file.jobs.add(kind, fields, parts, by)
