"""Everything that people correct can be done from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tawatur.cli import app
from tawatur.errors import AskedError, OptionError

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
REPORT = "04-outlet-d"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A record of the examples: the tests that follow correct it one after the other."""
    made = str(tmp_path_factory.mktemp("cli") / "a.tawatur")
    run("add", str(EXAMPLES), "--record", made, "--workers", "1", "-q")
    return made


def run(*words: str) -> str:
    result = CliRunner().invoke(app, words, catch_exceptions=True)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.output


def facts(path: str, of: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("compare", "--record", path))["facts"]
    return [fact for fact in found if fact["property"] == of]


def test_the_open_questions_say_how_they_are_answered(path: str) -> None:
    (count,) = facts(path, "meeting.count")
    told = run("questions", "--record", path, "--lang", "en")
    assert f"tawatur reject {count['id']} --value 1" in told
    assert f"it is so (2): tawatur accept {count['id']} --value 2 --record {path}" in told.replace("\n", "")
    listed = json.loads(run("questions", "--record", path, "--json"))
    assert [q["about"]["fact"]["id"] for q in listed["questions"] if q["kind"] == "disputed-fact"] == [count["id"]]


def test_a_fact_is_rejected_and_accepted_and_that_is_undone(path: str) -> None:
    (count,) = facts(path, "meeting.count")
    made = json.loads(run("reject", "--record", path, count["id"], "--why", "خطأ", "--by", "سلمى", "--json"))
    assert facts(path, "meeting.count") == []
    assert "سلمى" in run("fact", "--record", path, count["id"])
    told = "".join(c for c in run("brief", "--record", path) if c not in "\u2068\u2069")
    assert "«79 وفدا» [4] · «60 وفدا» [5]" in told or "«60 وفدا» [5] · «79 وفدا» [4]" in told
    run("decisions", "--record", path, "--undo", str(made["id"]))
    accepted = json.loads(run("accept", "--record", path, count["id"], "--by", "نورة", "--json"))
    assert [f["ruling"]["by"] for f in facts(path, "meeting.count")] == ["نورة"]
    run("decisions", "--record", path, "--undo", str(accepted["id"]))
    assert facts(path, "meeting.count") == [count]


def test_what_was_read_is_corrected_by_its_words_or_an_events_id(path: str) -> None:
    run("correct", "--record", path, REPORT, "e1", "count", "60 delegation")
    assert [len(f["values"]) for f in facts(path, "meeting.count")] == [1]
    run("correct", "--record", path, REPORT, "هيئة التحرير", "--delete", "--every")
    told = run("show", "--record", path, REPORT, "--lang", "en")
    assert "was: 79 delegations" in told.replace("\u2068", "").replace("\u2069", "")
    assert "deleted by" in told
    run("correct", "--record", path, "02-outlet-b", "الرباط تكشف جدول أعمال اجتماع مراكش", "--junk")
    kinds = [d["kind"] for d in json.loads(run("decisions", "--record", path, "--json"))]
    assert kinds[-3:] == ["correct", "delete", "junk"]


def test_what_is_meant_must_be_one_thing_and_one_deed(path: str) -> None:
    with pytest.raises(AskedError, match="several things in"):
        run("correct", "--record", path, REPORT, "و", "--delete")
    with pytest.raises(AskedError, match="nothing in"):
        run("correct", "--record", path, REPORT, "كلام ليس فيه", "--delete")
    with pytest.raises(OptionError, match="give a FIELD"):
        run("correct", "--record", path, REPORT, "e1")
    with pytest.raises(AskedError, match=r"says this \d times"):
        run("correct", "--record", path, REPORT, "مراكش", "--junk")


def test_stories_and_events_are_joined_and_split(path: str) -> None:
    stories = json.loads(run("compare", "--record", path))["stories"]
    first, second = stories[0], stories[1]
    run("join", "--record", path, first["id"], second["id"])
    assert len(json.loads(run("compare", "--record", path))["stories"]) == len(stories) - 1
    run("split", "--record", path, first["id"], *second["reports"])
    now = [set(s["reports"]) for s in json.loads(run("compare", "--record", path))["stories"]]
    assert set(first["reports"]) in now
    event = max(json.loads(run("compare", "--record", path))["events"], key=lambda e: len(e["same"]))
    alone = event["same"][0]
    assert event["id"] in run("brief", "--record", path)
    assert event["id"] in run("fact", "--record", path, next(f["id"] for f in facts(path, "meeting.count")))
    run("split", "--record", path, event["id"], alone["report"])
    after = json.loads(run("compare", "--record", path))["events"]
    assert [e["same"] for e in after if alone in e["same"]] == [[alone]]


def test_an_id_that_is_none_says_which_command_prints_them(path: str) -> None:
    with pytest.raises(AskedError, match=r"no such event in the record; `tawatur brief` prints their ids"):
        run("join", "--record", path, "e1", "e2")
    with pytest.raises(AskedError, match=r"`tawatur brief --record .*` prints all of them with their ids"):
        run("brief", "--record", path, "no-such-story")


def test_an_event_is_named_where_one_report_tells_it_and_in_a_dossier(path: str) -> None:
    events = json.loads(run("compare", "--record", path))["events"]
    alone = {e["id"] for e in events if len(e["same"]) == 1}
    brief, about = run("brief", "--record", path), run("about", "--record", path, "التحالف الدولي لهزيمة داعش")
    assert sum(ident in brief for ident in alone) > len(alone) / 2
    assert any(e["id"] in about for e in events)


def test_decisions_go_from_an_export_into_another_record(path: str, tmp_path: Path) -> None:
    out, other = tmp_path / "e.jsonl", str(tmp_path / "b.tawatur")
    run("export", "--record", path, "-o", str(out))
    run("add", str(EXAMPLES), "--record", other, "--workers", "1", "-q")
    run("decisions", "--record", other, "--from", str(out))
    mine, its = (json.loads(run("decisions", "--record", p, "--json")) for p in (path, other))
    assert mine == its
    assert facts(path, "meeting.count") == facts(other, "meeting.count")
    with pytest.raises(AskedError, match="no export of a record"):
        run("decisions", "--record", other, "--from", str(EXAMPLES / "README.md"))
