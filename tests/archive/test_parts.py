"""A huge file is shared among workers: whatever its lines and wherever it is cut, the same reports come out."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.archive.parts import divide, find_files
from tawatur.intake.report import Came
from tawatur.intake.sources import SetAside, intake

TEXT = "قال المتحدث إن الاجتماع تأجل إلى يوم الأحد المقبل"
LINES = st.lists(
    st.sampled_from(
        [
            json.dumps({"file": "a", "text": TEXT, "published": "2021-05-01"}, ensure_ascii=False),
            json.dumps({"text": TEXT * 3}, ensure_ascii=False),  # named by its line
            json.dumps({"text": TEXT, "published": "2021-15-01"}, ensure_ascii=False),  # no day
            "",
            "{broken",
            '{"file": "no text"}',
        ]
    ),
    max_size=30,
)


def told(found: Sequence[object]) -> list[str]:
    return [str(x) if isinstance(x, SetAside) else repr(x) for x in found]


def in_parts(path: Path, size: int) -> list[str]:
    files, aside = find_files([path])
    parts = divide(files, size=size)
    assert [p.number for p in parts] == list(range(len(parts)))
    return told([*aside, *(r for p in parts for r in p.reports(Came()))])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(LINES, st.integers(1, 2_000), st.sampled_from(["\n", "\r\n"]), st.booleans(), st.booleans())
def test_the_same_reports_with_the_same_lines_wherever_a_file_is_cut(
    tmp_path: Path, lines: list[str], size: int, end: str, packed: bool, last: bool
) -> None:
    data = end.join([*lines, ""] if last else lines).encode()
    path = tmp_path / ("r.jsonl.gz" if packed else "r.jsonl")
    path.write_bytes(gzip.compress(data) if packed else data)
    assert in_parts(path, size) == told(list(intake([path])))


def test_a_file_in_utf_16_is_not_cut(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_bytes("".join(json.dumps({"file": f"{i}", "text": TEXT}) + "\n" for i in range(9)).encode("utf-16"))
    assert in_parts(path, 100) == told(list(intake([path])))


def test_a_packed_file_that_breaks_off_gives_what_can_be_read(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"file": f"{i}", "text": f"{TEXT} {i * 7919}"}) + "\n" for i in range(150))
    path = tmp_path / "r.jsonl.gz"
    path.write_bytes(gzip.compress(lines.encode())[:-200])
    found = in_parts(path, 1_000)
    assert found == told(list(intake([path])))
    assert "damaged .gz" in found[-1]


def test_small_files_stand_together_and_a_large_one_alone(tmp_path: Path) -> None:
    for i in range(6):
        (tmp_path / f"{i}.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "9.jsonl").write_text(json.dumps({"text": TEXT}) + "\n", encoding="utf-8")
    files, _ = find_files([tmp_path, tmp_path / "0.txt"])  # named twice, read once
    parts = divide(files, size=250)
    assert [len(p.stretches) for p in parts] == [2, 2, 2, 1]
    assert [s.name for p in parts for s in p.stretches][:2] == ["0.txt", "1.txt"]


@pytest.mark.parametrize("name", ["absent.jsonl", "absent"])
def test_a_source_that_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    files, aside = find_files([tmp_path / name])
    assert files == []
    assert "does not exist" in aside[0].reason
