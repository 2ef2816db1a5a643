"""Documentation is under test: every command and every key of the record stands in it."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from typer.main import get_command

from tawatur.cli import app
from tawatur.record.schema import SCHEMA

PROJECT = Path(__file__).resolve().parents[1]


def test_the_readme_shows_every_command() -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    commands = get_command(app).commands  # type: ignore[attr-defined]
    assert [name for name in commands if f"tawatur {name} " not in readme] == []


def test_what_the_demo_says_to_try_is_there() -> None:
    told = (PROJECT / "docs" / "after-demo.txt").read_text(encoding="utf-8")
    commands = get_command(app).commands  # type: ignore[attr-defined]
    tried = re.findall(r"BIN/tawatur (\w+)", told)
    assert tried
    assert [name for name in tried if name not in commands] == []


def test_the_demo_keeps_its_record_in_a_folder_of_the_users_own_and_says_that_it_installs() -> None:
    made = (PROJECT / "Makefile").read_text(encoding="utf-8")
    assert re.search(r"^DEMO := .*\$\(shell id -u\)$", made, re.MULTILINE)
    assert re.search(r"^RECORD := \$\(DEMO\)/", made, re.MULTILINE)
    assert "this takes some minutes" in made


def test_the_format_shows_every_kind_and_slot() -> None:
    page = (PROJECT / "docs" / "record.md").read_text(encoding="utf-8")
    for kind in SCHEMA.kinds.values():
        row = next(line for line in page.splitlines() if line.startswith(f"| {kind.name} |"))
        assert all(slot in row for slot in kind.slots), kind.name
    for verdict in SCHEMA.words["verdicts"]:
        assert f"| {verdict} |" in page


def _script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, PROJECT / "models" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


KNOWLEDGE = _script("knowledge_page")


@pytest.mark.parametrize("path", KNOWLEDGE.data_files(), ids=lambda path: path.name)
def test_every_file_of_names_says_whence_it_comes(path: Path) -> None:
    assert KNOWLEDGE.head(path, "Source")
    assert KNOWLEDGE.head(path, "Licence")


def test_the_page_of_what_is_known_is_current() -> None:
    page = (PROJECT / "docs" / "knowledge.md").read_text(encoding="utf-8")
    assert page == KNOWLEDGE.page(), "run models/knowledge_page.py"
