"""Every word that a page may ask for is there, and no word is there that nothing asks for."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from jinja2 import Environment, nodes

from tawatur.desk import errors
from tawatur.desk.beside.accounts import Role
from tawatur.desk.beside.jobs import UNDER_WAY
from tawatur.desk.habits import THEMES
from tawatur.record.schema import SCHEMA
from tawatur.work.deciding import questions

SOURCE = Path(__file__).resolve().parents[2] / "src" / "tawatur"
OWN = SOURCE / "desk" / "words.yml"
SHARED = SOURCE / "tell" / "labels.yml"
WORDS = yaml.safe_load(OWN.read_text(encoding="utf-8"))
LABELS = yaml.safe_load(SHARED.read_text(encoding="utf-8"))
BOUNDS = {"at_least", "at_most", "more_than", "less_than", "about", "nearly"}  # asked for by a number's own bound
COMPOSED = {
    "delete_": {"mentions", "times", "quantities", "statements", "events"},
    "edge_": {"said", "copied", "printed"},
    "error_": set(errors.CODES),
    "job_": {"paste", "upload", "url", *UNDER_WAY, "done", "failed", "added", "versions", "known"},
    "node_": {"speaker", "document", "agency", "text", "outlet", "report"},
    "questions_": set(questions.KINDS),
    "regroup_event_": {"a", "b"},
    "role_": {role.value for role in Role},
    "stance_": {"says", "otherwise", "earlier", "denies", "silent", "away"},
    "theme_": set(THEMES),
}
COMPOSED_KEYS = {prefix + word for prefix, words in COMPOSED.items() for word in words}
METHODS = {"word": "word", "label": "word", "counted": "count", "of": "group", "word_of": "group", "group": "group"}
SPEAKERS = ("", "labels", "say", "self", "view")
OTHERS = {("labels", "word"), ("", "of")}  # a closed word of the schema; a name of many things


def asked(node: nodes.Node | ast.AST) -> Iterator[tuple[str, str]]:
    """What an argument asks for: keys as they stand, the beginning of composed ones."""
    match node:
        case nodes.Const(value=str(key)) | ast.Constant(value=str(key)):
            yield "key", key
        case nodes.CondExpr(expr1=one, expr2=other) | ast.IfExp(body=one, orelse=other):
            yield from asked(one)
            if other is not None:
                yield from asked(other)
        case nodes.Concat(nodes=[nodes.Const(value=str(prefix)), *_]):
            yield "prefix", prefix
        case ast.JoinedStr(values=[ast.Constant(value=str(prefix)), *_]):
            yield "prefix", prefix


def in_template(tree: nodes.Template) -> Iterator[tuple[str, str, str]]:
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Getattr) and call.node.attr in METHODS and call.args:
            yield from ((METHODS[call.node.attr], *found) for found in asked(call.args[0]))


def in_code(tree: ast.Module) -> Iterator[tuple[str, str, str]]:
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not call.args:
            continue
        owner, _, name = ast.unparse(call.func).rpartition(".")
        if name in METHODS and owner in SPEAKERS and (owner, name) not in OTHERS:
            yield from ((METHODS[name], *found) for found in asked(call.args[0]))


TELLING = ("tell", "work", "desk", "cli")  # rooms that speak to readers
KNOWING = ("compare",)  # tells why an origin is one, by the key of its words


@cache
def templates() -> list[nodes.Template]:
    environment = Environment()
    paths = sorted((SOURCE / "desk" / "templates").rglob("*.html"))
    return [environment.parse(path.read_text(encoding="utf-8")) for path in paths]


@cache
def modules(*rooms: str) -> list[ast.Module]:
    return [ast.parse(path.read_text(encoding="utf-8")) for room in rooms for path in (SOURCE / room).rglob("*.py")]


def every_call() -> set[tuple[str, str, str]]:
    found = {call for tree in templates() for call in in_template(tree)}
    return found | {call for tree in modules(*TELLING) for call in in_code(tree)}


@cache
def written(*rooms: str) -> set[str]:
    """Every string of the templates and of these rooms' modules: a key may wait in a table."""
    found = {const.value for tree in templates() for const in tree.find_all(nodes.Const)}
    constants = (n for tree in modules(*rooms) for n in ast.walk(tree) if isinstance(n, ast.Constant))
    return {s for s in found | {n.value for n in constants} if isinstance(s, str)}


def keys_of(path: Path) -> list[str]:
    return re.findall(r"^([\w-]+):", path.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("path", [OWN, SHARED], ids=lambda p: p.name)
def test_a_word_stands_once(path: Path) -> None:
    assert [key for key, many in Counter(keys_of(path)).items() if many > 1] == []


def test_a_word_of_the_desk_does_not_hide_one_of_the_same_key() -> None:
    assert WORDS.keys() & LABELS.keys() == set()


def test_every_word_that_is_asked_for_is_there() -> None:
    known = WORDS.keys() | LABELS.keys()
    words = {key for what, how, key in every_call() if (what, how) == ("word", "key")}
    assert sorted((words | COMPOSED_KEYS) - known) == []


def test_every_count_that_is_asked_for_is_there_and_no_other() -> None:
    counts = {key for what, how, key in every_call() if (what, how) == ("count", "key")}
    assert sorted(counts - LABELS["counts"].keys()) == []
    assert sorted(LABELS["counts"].keys() - counts - written(*TELLING)) == []


def test_every_group_that_is_asked_for_is_there() -> None:
    groups = {key for what, how, key in every_call() if (what, how) == ("group", "key")}
    assert sorted(groups - {k for k, of in LABELS.items() if set(of) != {"ar", "en"}} - SCHEMA.words.keys()) == []


def test_every_beginning_of_a_composed_key_is_known() -> None:
    assert {key for what, how, key in every_call() if (what, how) == ("word", "prefix")} == COMPOSED.keys()


@pytest.mark.parametrize(("keys", "rooms"), [(WORDS, ("desk",)), (LABELS, TELLING + KNOWING)], ids=["words", "labels"])
def test_no_word_is_there_that_nothing_asks_for(keys: dict[str, object], rooms: tuple[str, ...]) -> None:
    assert sorted(keys.keys() - written(*rooms) - COMPOSED_KEYS - BOUNDS) == []
