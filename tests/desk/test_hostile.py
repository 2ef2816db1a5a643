"""Reports are hostile input: whatever stands in any of their fields, no page runs it, turns its line or breaks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from lxml import html
from visiting import HOST, form_token

from tawatur.desk import create_app
from tawatur.desk.adding.process import ReaderProcess
from tawatur.desk.adding.reading import read_next
from tawatur.desk.api.document import openapi
from tawatur.desk.beside import DeskFile, beside
from tawatur.store.between import EVENT, FACT, STORY
from tawatur.store.record import Record

MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg/onload=alert(3)>{{7*7}}{% raw %}&lt;"
BIDI = "\u202eعكس\u202c \u2066معزول\u2069 \u200fx\u061c"
TEXT = (
    "أعلن {bad} التحالف الدولي لهزيمة داعش، يوم الأربعاء 11 مايو 2022 في مراكش، أن 84 دولة ومنظمة انضمت إليه. "
    "وقال وزير الخارجية المغربي ناصر بوريطة «{bad} إن الاجتماع {bad} ناجح» بحسب وكالة {bad}."
)


def line(file: str, **fields: str) -> str:
    return json.dumps({"file": file, "published": "2022-05-11", **fields}, ensure_ascii=True)


REPORTS = [
    line("markup", text=TEXT.replace("{bad}", MARKUP), title=MARKUP, outlet=MARKUP, author=MARKUP, url="javascript:a"),
    line("bidi", text=TEXT.replace("{bad}", BIDI), title=BIDI, outlet=BIDI, author=BIDI, url="https://x.example/\u202e\"a=\""),
    line("../../" + MARKUP + "\u202e", text=TEXT.replace("{bad}", "عادي"), outlet="data:text/html,<script>a</script>"),
    line("control", text=TEXT.replace("{bad}", "\x01\x1b[31m\x7f\ufeff\u2028"), title="\x1b]0;x\x07", outlet="a\x00b"),
    line("surrogate", text=TEXT.replace("{bad}", "عادي"), title="\ud800", outlet="\udfff"),
    line("null", text=TEXT.replace("{bad}", "\x00")),
    line("long", text=TEXT.replace("{bad}", "") + "كلمة " * 35_000),
    line("too-long", text="س" * 1_000_000),
    line("name-long", text=TEXT.replace("{bad}", ""), title="ع" * 1_000_000, outlet="و" * 100_000),
]  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, TestClient]]:
    """A desk whose record was given all of these, and a browser."""
    path = tmp_path_factory.mktemp("hostile") / "a.tawatur"
    with Record(path, create=True):
        pass
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ReaderProcess, "ensure", lambda self: None)
        with TestClient(create_app(path), base_url=HOST) as client, DeskFile(beside(path)) as file:
            token = form_token(client, "/add")
            files = [("files", ("reports.jsonl", "\n".join(REPORTS).encode()))]
            assert client.post("/add", data={"kind": "upload", "form_token": token}, files=files).status_code == 200
            read_next(file, path)
            outcome = file.jobs.latest()[0].outcome
            assert len(outcome["added"]) >= 6, outcome
            with Record(path) as record:
                fact = record.between.all(FACT)[0].ident
            for why in (MARKUP, BIDI, "x" * 10_000):
                client.post("/decide", data={"kind": "fact-accepted", "fact": fact, "why": why, "form_token": token})
            yield path, client


def addresses(path: Path) -> list[str]:
    """Every page of a record."""
    with Record(path) as record:
        names = list(record.reports())
        idents = {layer: [row.ident for row in record.between.all(layer)] for layer in (STORY, EVENT, FACT)}
        entities = list(record.between.things())
    found = ["/", "/add", "/add/1", "/decisions", "/entities", "/questions", "/questions?of=disputed-fact"]
    found += [
        "/questions?of=told-again",
        "/questions?of=lost-decision",
        f"/search?q={quote(MARKUP)}",
        f"/search?q={quote(BIDI)}",
    ]
    found += [f"/report/{quote(name, safe='')}" for name in names]
    found += [f"/story/{quote(i, safe='')}" for i in idents[STORY]] + [
        f"/brief/{quote(i, safe='')}" for i in idents[STORY]
    ]
    found += [f"/fact/{quote(i, safe='')}" for i in idents[FACT][:12]]
    return found + [f"/entity/{quote(i, safe='')}" for i in entities[:12]]


def test_no_page_runs_or_turns_what_a_report_says(hostile: tuple[Path, TestClient]) -> None:
    path, client = hostile
    broken = []
    for address in addresses(path):
        for lang in ("ar", "en"):
            client.cookies.set("lang", lang)
            answer = client.get(address)
            wrong = faults(answer.text) if answer.status_code == 200 else [str(answer.status_code)]
            if wrong:
                broken.append((address, lang, wrong))
    assert broken == []


def faults(page: str) -> list[str]:
    """What a browser would run of a page, or be steered by."""
    found = []
    tree = html.document_fromstring(page)
    if re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", page):
        found.append("steering characters")
    if "\u061c\u061c" in page or ">49<" in page:
        found.append("a template was run")
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag in ("script", "iframe", "object", "embed") and not str(element.get("src", "")).startswith(
            "/static/"
        ):
            found.append(html.tostring(element, encoding="unicode")[:100])
        for name, value in element.attrib.items():
            if name.startswith("on") or name == "style":
                found.append(f"{element.tag} {name}={value[:60]}")
            if name in ("href", "src", "action", "formaction", "hx-get") and not re.match(
                r"(/(?!/)|#|https?://|\?)", value
            ):
                found.append(f"{element.tag} {name}={value[:60]}")
    return found


def test_the_api_gives_it_as_it_stands_and_as_json(hostile: tuple[Path, TestClient]) -> None:
    path, client = hostile
    with Record(path) as record:
        names = list(record.reports())
    for address in openapi()["paths"]:
        some = [] if "{ident}" in address else [address]
        for one in [address.replace("{name}", quote(n, safe="")) for n in names] if "{name}" in address else some:
            answer = client.get(one, params={"q": MARKUP} if one.endswith("/search") else {})
            assert answer.status_code == 200, one
            assert answer.headers["x-content-type-options"] == "nosniff"
            if not one.endswith("/text"):
                assert answer.headers["content-type"] == "application/json"
                answer.json()
    text = client.get("/api/v1/reports/markup/text")
    assert text.headers["content-type"].startswith("text/plain")
    assert MARKUP in text.text


@pytest.mark.parametrize(
    "bad", [MARKUP, BIDI, "\x00", "%00", "../../etc/passwd", "ش" * 5_000, "'; DROP TABLE report; --", "\ud7ff\uffff"]
)
def test_an_address_that_nothing_has_is_a_page_like_others(hostile: tuple[Path, TestClient], bad: str) -> None:
    _, client = hostile
    for root in ("report", "story", "fact", "entity", "brief", "add", "nothing"):
        answer = client.get(f"/{root}/{quote(bad, safe='')}")
        assert answer.status_code in (404, 422), root
        assert faults(answer.text) == []
    for root in ("reports", "readings", "stories", "events", "facts", "entities"):
        answer = client.get(f"/api/v1/{root}/{quote(bad, safe='')}")
        assert answer.status_code in (404, 422), root
        assert set(answer.json()["error"]) == {"code", "message", "where"}
    for parameter in ("q", "outlet", "since", "kind", "verdict", "entity", "after"):
        assert client.get("/api/v1/search", params={parameter: bad}).status_code in (200, 422)
        assert client.get("/search", params={"q": "x", parameter: bad}).status_code in (200, 404, 422)


def test_a_line_of_a_million_letters_breaks_nothing_and_is_told(hostile: tuple[Path, TestClient]) -> None:
    path, client = hostile
    page = client.get("/add/1?lang=en").text
    assert "has 1,000,000 characters" in page
    assert "null bytes" in page
    with Record(path) as record:
        assert "too-long" not in record.reports()
    token = form_token(client, "/add")
    for fields in ({"text": "س" * 1_000_000}, {"text": "أ", "outlet": "x" * 1_000_000}, {"text": "أ", "title": "\x00"}):
        answer = client.post("/add", data={"form_token": token, **fields})
        assert answer.status_code == 422
        assert faults(answer.text) == []
    answer = client.post("/decide", data={"form_token": token, "kind": "undo", "decision": 1, "why": "x" * 1_000_000})
    assert answer.status_code == 413


@pytest.mark.parametrize("notice", ["9" * 5000, "1" + "-" + "9" * 5000, "٣", "1w-"])
def test_a_notice_that_no_page_left_is_none(hostile: tuple[Path, TestClient], notice: str) -> None:
    answer = hostile[1].get("/decisions", headers={"cookie": f"tawatur-notice={quote(notice)}"})
    assert answer.status_code == 200
    assert 'id="notice"' not in answer.text


def test_an_origin_that_is_no_address_is_elsewhere(hostile: tuple[Path, TestClient]) -> None:
    assert hostile[1].post("/decide", headers={"origin": "http://["}).status_code == 403


def test_a_number_that_no_job_has_breaks_nothing(hostile: tuple[Path, TestClient]) -> None:
    assert hostile[1].get(f"/add/{'9' * 30}").status_code == 422
