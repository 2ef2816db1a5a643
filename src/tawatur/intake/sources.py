"""Sources of reports: files, folders, JSON lines, standard input."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from tawatur.record.types import Report


def intake(sources: Iterable[Path]) -> Iterator[Report]:
    """Every report of the sources, in order."""
    for source in sources:
        for line in source.read_text(encoding="utf-8").split("\n"):
            if line.strip():
                o = json.loads(line)
                yield Report(
                    id=Path(o["file"]).stem,
                    file=o["file"],
                    text=o["text"],
                    text_sha256=hashlib.sha256(o["text"].encode()).hexdigest(),
                    url=o.get("url"),
                    outlet=o.get("outlet"),
                    title=o.get("title"),
                    published=date.fromisoformat(o["published"]) if o.get("published") else None,
                    published_at=o.get("time"),
                )
