"""What goes wrong is told on Arabic pages in Arabic, whatever room it comes from."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
import yaml
from fastapi.testclient import TestClient

from tawatur.desk.sentences import said

SOURCE = Path(__file__).resolve().parents[2] / "src" / "tawatur"
SENTENCES = yaml.safe_load((SOURCE / "desk" / "sentences.yml").read_text(encoding="utf-8"))
RAISED = {"OptionError", "AskedError", "SourceError", "FullError", "HTTPException"}
ROOMS = ("desk", "tell", "work", "intake", "store")
NOT_ON_PAGES = (  # the API's, the commands'
    "desk/api", "desk/serving.py", "desk/beside/accounts.py", "desk/security/passwords.py", "work/watching.py",
    "work/watchlists.py", "work/deciding/adopting.py", "work/deciding/pointing.py",
)  # fmt: skip
FOR_OTHERS = ("reports: there are none", "--published", "report {} {}", "serve: ", "{}: {}.")


def raised() -> set[str]:
    """Every sentence that these rooms may raise on a page, with {} for what it fills in."""
    found = set()
    for room in ROOMS:
        for path in (SOURCE / room).rglob("*.py"):
            if not str(path.relative_to(SOURCE)).startswith(NOT_ON_PAGES):
                for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED:
                        found |= {pattern for arg in node.args if (pattern := pattern_of(arg))}
    return {p for p in found if " " in p and not p.startswith(FOR_OTHERS)}


def pattern_of(node: ast.AST) -> str:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(str(p.value) if isinstance(p, ast.Constant) else "{}" for p in parts)
    return ""


def test_every_sentence_that_a_page_may_tell_is_there_in_arabic() -> None:
    assert sorted(raised() - SENTENCES.keys()) == []


def test_arabic_fills_in_nothing_that_english_does_not() -> None:
    for english, arabic in SENTENCES.items():
        arabic.format(*range(english.count("{}")))  # raises where there is more


@pytest.mark.parametrize(
    ("sentence", "arabic"),
    [
        ("yesterday: a day is written 2022-05-11.", "<bdi>yesterday</bdi>: يُكتب اليوم هكذا: 2022-05-11."),
        ("empty.txt: is empty; give a file with a report's text.",
         "<bdi>empty.txt</bdi>: الملف فارغ؛ ارفع ملفا فيه نص تقرير."),
        ("a.jsonl, line 3: is nested too deeply to be a report; correct the line",
         "<bdi>a.jsonl, line 3</bdi>: تداخله أعمق مما يكون في تقرير؛ صحح السطر."),
        ("<b>: there is no such event in the record; `tawatur brief` prints their ids.",
         "<bdi>&lt;b&gt;</bdi>: لا حدث بهذا الرقم في السجل."),
    ],
)  # fmt: skip
def test_a_sentence_is_told_in_arabic_with_what_it_fills_in_apart(sentence: str, arabic: str) -> None:
    assert str(said(sentence, "ar")) == arabic
    assert "is" in str(said(sentence, "en"))


def test_a_page_that_is_not_there_says_so_in_the_readers_language(reader: TestClient) -> None:
    assert "القصص كلها في صفحتها" in reader.get("/story/none?lang=ar").text
    assert "the page of stories lists them" in reader.get("/story/none?lang=en").text


def test_a_sentence_that_holds_whatever_somebody_sent_is_told_at_once() -> None:
    sent = "a, b: " * 20_000
    assert said(sent, "ar").startswith("<bdi>a, b: ")
    assert "ليس يوما" in said(f"published: {sent} is no day; give it as 2022-05-11.", "ar")
