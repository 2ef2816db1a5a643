"""Comparing an archive: stages over an engine, in order; what is finished stands, so that a killed run goes on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any

from tawatur import __version__
from tawatur.archive.copies import find_copies
from tawatur.archive.engine import Engine
from tawatur.archive.entities import find_entities
from tawatur.archive.events import find_events
from tawatur.archive.facts import find_facts
from tawatur.archive.folder import Folder, read_json
from tawatur.archive.naming import name_reports
from tawatur.archive.shelf import finished
from tawatur.archive.stages import Stages, Told
from tawatur.archive.stories import find_stories
from tawatur.archive.told import tell
from tawatur.archive.words import read_words
from tawatur.errors import ArchiveError


class Result(StrEnum):
    """What an archive is compared for."""

    copies = "copies"
    entities = "entities"
    stories = "stories"
    events = "events"
    facts = "facts"


_ON_STORIES = {Result.stories, Result.events, Result.facts}  # and those that are made of them


def compare_archive(
    readings: Path,
    out: Path,
    engine: Engine,
    only: Sequence[Result] = (),
    told: Told = lambda *_: None,
) -> dict[str, int]:
    """Compare the readings of an archive into `out`: a folder of Parquet for each result. Gives the rows of each.

    Raises ArchiveError where the readings are not all there, where `out` is of other readings or of another version of
    the program, and where the engine gives up.
    """
    made_of = {"readings": _identity(readings), "program": __version__}
    with Folder(out, made_of) as folder:
        stages = Stages(folder, engine, told)
        stages.see("readings", readings)
        name_reports(stages)
        asked = set(only or Result)
        if asked & {Result.copies, *_ON_STORIES}:
            read_words(stages)
            find_copies(stages)
        if asked & {Result.entities, *_ON_STORIES}:
            find_entities(stages)
        if asked & _ON_STORIES:
            find_stories(stages)
        if asked & {Result.events, Result.facts}:
            tell(stages)
            find_events(stages)
        if Result.facts in asked:
            find_facts(stages)
        return {r.value: stages.rows(f"SELECT count(*) FROM {r.value}")[0][0] for r in Result if r in asked}


def _identity(readings: Path) -> str:
    """What tells these readings from others: their parts with the counts of each."""
    plan: dict[str, Any] | None = read_json(readings / "_plan.json") if readings.is_dir() else None
    if plan is None:
        raise ArchiveError(f"{readings}: has no readings; make them with tawatur archive read --out {readings}.")
    done = finished(readings)
    missing = len(plan["parts"]) - len(done)
    if missing:
        raise ArchiveError(
            f"{readings}: {missing} of {len(plan['parts'])} parts are not read yet; "
            "give the same tawatur archive read again, it goes on where it was."
        )
    return sha256(json.dumps([plan, sorted(done.items())]).encode()).hexdigest()
