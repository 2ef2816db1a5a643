"""The rules of the house that a machine can check: what may import what; code knows kinds of words, not words."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "tawatur"
FLOORS = {
    "record": 1,
    "language": 1,
    "text": 2,
    "names": 3,
    "store": 3,
    "tell": 3,
    "intake": 4,
    "read": 4,
    "compare": 4,
    "screen": 4,
    "work": 5,
    "archive": 6,
    "desk": 7,
    "cli": 8,  # `serve` opens the desk; nothing else of the desk is known there
}
ALLOWED = {
    ("language", "text"),  # word lists are folded and cut into words as texts are
}
FILES = sorted(SOURCE.rglob("*.py"))


def room(path: Path) -> str:
    parts = path.relative_to(SOURCE).parts
    return parts[0] if len(parts) > 1 else path.stem


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("tawatur."):
            names.add(node.module.split(".")[1])
    return names


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_a_room_imports_only_from_floors_below(path: Path) -> None:
    own = room(path)
    if own in ("__init__", "__main__"):
        return
    for other in imported(path) - {own, "errors", "__version__"}:
        assert FLOORS[other] < FLOORS[own] or (own, other) in ALLOWED, f"{own} imports {other}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_code_knows_kinds_of_words_not_words(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    words = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docs
        and re.search("[\u0621-\u064a]{3,}", node.value)
        and room(path) not in ("text", "language")  # letters and affixes are their subject
    ]
    assert not words
