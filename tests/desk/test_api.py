"""The API: what the record holds as JSON, page by page, with tags; decisions and adding; one shape of errors."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from visiting import HOST, give_accounts, visitor

from tawatur.desk import Settings, create_app
from tawatur.desk.adding.process import ReaderProcess
from tawatur.desk.adding.reading import read_next
from tawatur.desk.api import models
from tawatur.desk.api.document import openapi, written
from tawatur.desk.beside import DeskFile, beside
from tawatur.record.codec.comparison import dump_entity, dump_fact, dump_merged_event, dump_story
from tawatur.record.codec.reading import dump_reading, dump_report
from tawatur.store.record import Record

PROJECT = Path(__file__).resolve().parents[2]
LISTS = {
    "reports": models.Report,
    "readings": models.Reading,
    "stories": models.Story,
    "events": models.Event,
    "facts": models.Fact,
    "entities": models.Entity,
}


@pytest.fixture(autouse=True)
def _no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ReaderProcess, "ensure", lambda self: None)


def every(client: TestClient, path: str) -> list[Any]:
    """All items of a list, page after page."""
    items: list[Any] = []
    following: str | None = path
    while following:
        page = client.get(following).json()
        items += page["items"]
        following = page["next"]
    assert len(items) == page["total"]
    return items


def by(items: list[Any], key: str = "id") -> dict[str, Any]:
    return {item[key]: item for item in items}


def test_lists_page_through_all_that_the_record_holds_as_the_format_has_it(reader: TestClient, made: Path) -> None:
    with Record(made) as record:
        readings, found = record.readings(), record.comparison()
        reports = record.reports()
    assert found is not None
    told = json.loads(json.dumps({n: {"name": n, **dump_report(r)} for n, r in reports.items()}))
    assert by(every(reader, "/api/v1/reports?limit=5"), "name") == told
    read = by(every(reader, "/api/v1/readings?limit=5"), "name")
    assert list(read) == list(readings)
    some = next(iter(readings))
    assert reader.get(f"/api/v1/readings/{some}").json() == json.loads(
        json.dumps({"name": some, **dump_reading(readings[some])})
    )
    for path, dumped in (
        ("stories", [dump_story(s) for s in found.stories]),
        ("events", [dump_merged_event(e) for e in found.events]),
        ("facts", [dump_fact(f) for f in found.facts]),
    ):
        assert by(every(reader, f"/api/v1/{path}?limit=7")) == by(json.loads(json.dumps(dumped))), path
    entities = by(every(reader, "/api/v1/entities?limit=50"))
    assert {i: e["same"] for i, e in entities.items()} == {e.id: dump_entity(e)["same"] for e in found.entities}


@pytest.mark.parametrize("path", list(LISTS))
def test_items_have_the_shape_that_is_documented_and_an_address_of_their_own(reader: TestClient, path: str) -> None:
    for item in reader.get(f"/api/v1/{path}?limit=20").json()["items"]:
        LISTS[path].model_validate(item)
        one = reader.get(f"/api/v1/{path}/{item.get('name') if path in ('reports', 'readings') else item['id']}")
        assert one.status_code == 200
        LISTS[path].model_validate(one.json())


def test_facts_are_found_by_what_they_are_of(reader: TestClient) -> None:
    facts = every(reader, "/api/v1/facts?limit=200")
    one = next(f for f in facts if f["verdict"] == "disputed")
    for name in ("subject", "property", "verdict"):
        found = every(reader, f"/api/v1/facts?{name}={one[name]}&limit=200")
        assert found == [f for f in facts if f[name] == one[name]]
    report = one["values"][0]["reports"][0]
    assert one in every(reader, f"/api/v1/facts?report={report}&limit=200")


def test_a_sentence_is_a_web_annotation_on_the_reports_text(reader: TestClient) -> None:
    found = reader.get("/api/v1/search", params={"q": "التحالف الدولي"}).json()
    assert found["total"] > 0
    for item in found["items"]:
        models.Annotation.model_validate(item)
        position, quote = item["target"]["selector"]
        text = reader.get(item["target"]["source"]).text
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text[: position["start"]].endswith(quote["prefix"])
        assert text[position["end"] :].startswith(quote["suffix"])
        assert all(position["start"] <= m["start"] < m["end"] <= position["end"] for m in item["marks"])
    assert reader.get("/api/v1/search", params={"q": "كلمة لا ترد في شيء"}).json()["items"] == []


def test_a_fact_opens_to_every_place_that_tells_it(reader: TestClient) -> None:
    fact = next(f for f in every(reader, "/api/v1/facts?limit=200") if len(f["values"]) > 1)
    items = reader.get(f"/api/v1/facts/{fact['id']}/evidence").json()["items"]
    told = [(i, e["report"], e["start"]) for i, value in enumerate(fact["values"]) for e in value["evidence"]]
    assert [(i["value"], i["report"], i["target"]["selector"][0]["start"]) for i in items if "value" in i] == told


def test_what_a_client_has_is_not_sent_again_until_the_record_changes(editor: TestClient, record: Path) -> None:
    first = editor.get("/api/v1/facts")
    tag = first.headers["etag"]
    assert tag.startswith('"')
    for given in (tag, f'"other", {tag}', f"W/{tag}", "*"):
        again = editor.get("/api/v1/facts", headers={"if-none-match": given})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
    assert editor.get("/api/v1/facts?limit=2").headers["etag"] != tag
    assert editor.get("/api/v1/facts", headers={"accept-encoding": "identity"}).headers["etag"] != tag
    with Record(record) as opened:
        opened.decisions.add("fact-accepted", "شيء", {"evidence": []}, "ليلى")
    assert editor.get("/api/v1/facts", headers={"if-none-match": tag}).status_code == 200


def test_answers_are_packed_for_who_takes_them_packed(reader: TestClient) -> None:
    with reader.stream("GET", "/api/v1/facts", headers={"accept-encoding": "gzip"}) as answer:
        assert answer.headers["content-encoding"] == "gzip"
        packed = b"".join(answer.iter_raw())
    plain = reader.get("/api/v1/facts", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert gzip.decompress(packed) == plain.content
    assert len(packed) < len(plain.content) / 3


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code", "where"),
    [
        ("GET", "/api/v1/facts/none", None, 404, "asked", "/api/v1/facts/none"),
        ("GET", "/api/v1/nothing", None, 404, "asked", "/api/v1/nothing"),
        ("GET", "/api/v1/facts?limit=0", None, 422, "option", "query.limit"),
        ("GET", "/api/v1/facts?after=x", None, 422, "option", "query.after"),
        ("GET", "/api/v1/facts?verdict=sure", None, 422, "option", "query.verdict"),
        ("GET", "/api/v1/facts?property=meeting.weather", None, 422, "option", "query.property"),
        ("GET", "/api/v1/events?kind=wedding", None, 422, "option", "query.kind"),
        ("GET", "/api/v1/entities?type=vessel", None, 422, "option", "query.type"),
        ("GET", "/api/v1/search?q=x&kind=wedding", None, 422, "option", "query.kind"),
        ("GET", "/api/v1/search?q=x&verdict=sure", None, 422, "option", "query.verdict"),
        ("DELETE", "/api/v1/facts", None, 405, "method", "/api/v1/facts"),
        ("POST", "/api/v1/decisions", {}, 422, "option", "body"),
        ("POST", "/api/v1/decisions", {"kind": "junk"}, 422, "option", "body.junk.report"),
        ("POST", "/api/v1/decisions", {"kind": "fact-accepted", "fact": "none"}, 404, "asked", "/api/v1/decisions"),
        ("POST", "/api/v1/decisions/7/undo", {}, 404, "asked", "/api/v1/decisions/7/undo"),
        ("POST", "/api/v1/add", {}, 422, "option", "/api/v1/add"),
        ("POST", "/api/v1/add", {"url": "http://127.0.0.1/"}, 422, "source", "/api/v1/add"),
        ("GET", "/api/v1/add/7", None, 404, "asked", "/api/v1/add/7"),
    ],
)
def test_errors_have_one_shape(
    editor: TestClient, method: str, path: str, body: Any, status: int, code: str, where: str
) -> None:
    answer = editor.request(method, path, json=body)
    assert answer.status_code == status
    error = models.Error.model_validate(answer.json()).error
    assert (error.code, error.where) == (code, where)
    assert len(error.message) > 10


def test_a_body_that_is_no_json_is_said(editor: TestClient) -> None:
    answer = editor.post("/api/v1/decisions", content=b"{", headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "option")


def test_decisions_are_made_listed_and_taken_back(editor: TestClient) -> None:
    fact = editor.get("/api/v1/facts").json()["items"][0]["id"]
    made = editor.post("/api/v1/decisions", json={"kind": "fact-rejected", "fact": fact, "why": "خطأ", "seen": 0})
    assert made.status_code == 201
    models.Made.model_validate(made.json())
    assert editor.get(made.headers["location"]).json() == made.json()["decision"]
    assert editor.get(f"/api/v1/facts/{fact}").status_code == 404
    late = editor.post("/api/v1/decisions", json={"kind": "fact-accepted", "fact": fact, "seen": 0})
    assert (late.status_code, late.json()["error"]["code"]) == (409, "conflict")
    assert late.json()["error"]["where"] == made.headers["location"]
    assert editor.post("/api/v1/decisions/1/undo", json={"why": "رجعت"}).status_code == 201
    listed = editor.get("/api/v1/decisions").json()
    assert [(d["kind"], d["stands"]) for d in listed["items"]] == [("fact-rejected", False), ("undo", True)]
    assert listed["last"] == 2
    assert [d["id"] for d in every(editor, "/api/v1/decisions?limit=1")] == [1, 2]
    assert editor.get(f"/api/v1/facts/{fact}").status_code == 200


def test_reports_are_given_and_read(editor: TestClient, record: Path) -> None:
    text = "أعلنت وزارة الصحة التونسية، يوم الثلاثاء 4 أبريل 2023، وصول شحنة من اللقاحات إلى ميناء رادس."
    given = {"reports": [{"text": text, "outlet": "وكالة الساحل", "file": "صحة-1"}, {"text": "x"}]}
    answer = editor.post("/api/v1/add", json=given)
    assert answer.status_code == 202
    with DeskFile(beside(record)) as file:
        read_next(file, record)
    job = editor.get(answer.headers["location"]).json()
    models.Job.model_validate(job)
    assert (job["state"], job["outcome"]["added"], len(job["outcome"]["aside"])) == ("done", ["صحة-1"], 1)
    assert editor.get("/api/v1/reports/صحة-1").json()["text"] == text
    assert editor.get("/api/v1/add").json()["items"] == [job]


def test_a_program_decides_by_its_token_and_in_its_accounts_name(record: Path) -> None:
    file = give_accounts(record, "editor")
    headers = {"authorization": f"Bearer {file.accounts.give_token('editor', 'script')}"}
    with visitor(record) as client:
        fact = client.get("/api/v1/facts", headers=headers).json()["items"][0]["id"]
        made = client.post("/api/v1/decisions", json={"kind": "fact-accepted", "fact": fact}, headers=headers)
        assert made.json()["decision"]["made_by"] == "editor"
        refused = client.post("/api/v1/decisions", json={"kind": "remove", "report": "x"}, headers=headers)
        assert refused.status_code == 403


def test_annotations_name_the_desk_by_its_public_address(record: Path) -> None:
    file = give_accounts(record, "reader")
    headers = {"authorization": f"Bearer {file.accounts.give_token('reader', 'script')}"}
    app = create_app(record, Settings(accounts=True, address="https://desk.example.org/"))
    with TestClient(app, base_url=HOST) as client:
        found = client.get("/api/v1/search?q=التحالف", headers=headers).json()["items"][0]
    assert found["target"]["source"].startswith("https://desk.example.org/api/v1/reports/")


def test_the_description_is_the_one_that_is_committed(reader: TestClient) -> None:
    kept = (PROJECT / "docs" / "openapi.json").read_text(encoding="utf-8")
    assert kept == written(), "the API changed: if that is meant, run `make openapi` and tell it in docs/api.md"
    assert reader.get("/api/v1/openapi.json").json() == json.loads(kept)


def test_every_address_and_code_stands_in_the_documentation() -> None:
    from tawatur.desk.errors import CODES

    page = (PROJECT / "docs" / "api.md").read_text(encoding="utf-8")
    assert [path for path in openapi()["paths"] if f"`{path.removeprefix('/api/v1')}" not in page] == []
    assert [code for code in CODES if f"| {code} |" not in page] == []
