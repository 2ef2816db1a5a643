"""What stands between reports, kept a row an object: one takes another's place, and both stay of their reports."""

from __future__ import annotations

import shutil
from pathlib import Path

from tawatur.store.between import FACT, Found
from tawatur.store.record import Record


def test_an_object_that_takes_the_place_of_another_is_of_its_own_reports(examples: Path, tmp_path: Path) -> None:
    shutil.copyfile(examples, tmp_path / "r.tawatur")
    with Record(tmp_path / "r.tawatur") as record:
        names = sorted(record.reports())
        old = Found("fact-old", {"verdict": "single"}, names[:3], "subject", "meeting.count")
        new = Found("fact-new", {"verdict": "single"}, names[1:3], "subject", "meeting.count")
        record.between.replace(FACT, [], [old])
        record.between.replace(FACT, [old.ident], [new])

        def of(name: str) -> set[str]:
            return {found.ident for found in record.between.of_reports(FACT, [name])} & {old.ident, new.ident}

        assert [of(name) for name in names[:3]] == [set(), {new.ident}, {new.ident}]
        record.between.replace(FACT, [], [new])
        assert [of(name) for name in names[:3]] == [set(), {new.ident}, {new.ident}]
