"""Documentation is under test: every command and every key of the record stands in it."""

from pathlib import Path

from typer.main import get_command

from tawatur.cli import app
from tawatur.record.schema import SCHEMA

PROJECT = Path(__file__).resolve().parents[1]


def test_the_readme_shows_every_command() -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    commands = get_command(app).commands  # type: ignore[attr-defined]
    assert [name for name in commands if f"tawatur {name} " not in readme] == []


def test_the_format_shows_every_kind_and_slot() -> None:
    page = (PROJECT / "docs" / "record.md").read_text(encoding="utf-8")
    for kind in SCHEMA.kinds.values():
        row = next(line for line in page.splitlines() if line.startswith(f"| {kind.name} |"))
        assert all(slot in row for slot in kind.slots), kind.name
    for verdict in SCHEMA.words["verdicts"]:
        assert f"| {verdict} |" in page
