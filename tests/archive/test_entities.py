"""Names over an archive meet those that they meet in memory."""

from __future__ import annotations

from pathlib import Path

from tawatur.archive.duck import DuckEngine
from tawatur.archive.folder import Folder
from tawatur.archive.profiles import count_bearers
from tawatur.archive.spellings import pair_names
from tawatur.archive.stages import Stages
from tawatur.compare.corpus import person_words
from tawatur.compare.entities.shortened import is_begun, is_shortened
from tawatur.compare.entities.spellings import FLOOR, across_scripts, candidates
from tawatur.compare.entities.statistics import Statistics
from tawatur.names import match

WRITTEN = (
    "محمد الحسيني", "محمد الحسين", "محمد حسيني", "مُحمّد الحسيني", "محمد علي الحسيني", "Mohammed al-Husseini",
    "محمد علي", "محمد علي كريم", "عمر التازي", "عمر الطازي", "Omar Tazi", "خالد بن سالم المهري", "خالد المهري",
    "ليلى منصور", "ليلى منصور الشامي", "Leila Mansour", "سليم الحداد", "سلمى الحداد", "سليم حدّاد",
)  # fmt: skip


def table(stages: Stages, name: str, columns: str, rows: list[tuple[str, ...]]) -> None:
    values = ", ".join("(" + ", ".join(f"'{value}'" for value in row) + ")" for row in rows)
    stages.sql(name, f"SELECT * FROM (VALUES {values}) AS v({columns})")


def test_full_names_meet_their_spellings_and_what_shortens_them(duck: DuckEngine, tmp_path: Path) -> None:
    spelt = [("spelt", f"r{i:02}", "p1", " ".join(person_words(text)), text) for i, text in enumerate(WRITTEN)]
    with Folder(tmp_path / "out", {}) as folder:
        stages = Stages(folder, duck)
        table(stages, "profiles", "sort, report, entity, item, packed", spelt)
        pair_names(stages)
        kin = stages.rows("SELECT spelling, x, y FROM name_kin")
    written = {person_words(text): text for text in reversed(WRITTEN)}
    met = candidates(written) | across_scripts(written)
    alike = {(x, y) for x, y in met if match(written[x], written[y]).score >= FLOOR}
    shorter = {(x, y) for x in written for y in written if is_shortened(x, y) or is_begun(x, y)}
    assert alike < met
    assert {(tuple(x.split()), tuple(y.split())) for spelling, x, y in kin if spelling} == alike
    assert {(tuple(x.split()), tuple(y.split())) for spelling, x, y in kin if not spelling} == shorter
    assert (("محمد", "علي"), ("محمد", "علي", "كريم")) in shorter


def test_a_common_name_has_as_many_namesakes_as_in_memory(duck: DuckEngine, tmp_path: Path) -> None:
    names = {" ".join(person_words(text)): 1 for text in WRITTEN}
    known = Statistics.load({"reports": 9, "named_in": {}, "bearers": names, "about": {}})
    with Folder(tmp_path / "out", {}) as folder:
        stages = Stages(folder, duck)
        table(stages, "counts", "sort, item", [("bearer", name) for name in names])
        count_bearers(stages)
        found = dict(stages.rows("SELECT name, expected FROM namesakes"))
    assert found == {name: known.namesakes(tuple(name.split())) for name in names}
    assert len(set(found.values())) > 3
