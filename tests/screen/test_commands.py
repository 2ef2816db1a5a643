"""`tawatur screen` and `tawatur watchlist` as a user types them."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tawatur import cli, work
from tawatur.store.record import Record

LISTS = Path(__file__).parent / "lists"
UN = LISTS / "un.xml"
TEXT = "قال القائد العسكري سالم ناصر الغمراوي إن قواته انسحبت من المدينة. وأكدت جمعية حصاد الوادي ذلك في بيان.\n"


class Ran:
    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.err = code, err
        self.raw, self.out = out, re.sub("[\u2066-\u2069\u200e\u200f]", "", out)


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*words: object, typed: str = "") -> Ran:
        monkeypatch.setattr(sys, "argv", ["tawatur", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8"))
        with pytest.raises(SystemExit) as ended:
            cli.main()
        said = capsys.readouterr()
        return Ran(ended.value.code or 0, said.out, said.err)  # type: ignore[arg-type]

    return command


@pytest.fixture
def record(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with Record(tmp_path / "r.tawatur", create=True) as opened:
        work.take_in(opened, [str(tmp_path / "a.txt")], "outlet.example", "2022-05-11", workers=1)
    return tmp_path / "r.tawatur"


def test_a_hit_is_a_question_with_the_list_its_date_and_the_reasons(run: Run) -> None:
    ran = run("screen", "--list", UN, "سالم الغمراوي", "--lang", "en")
    assert ran.code == 0
    assert "a question for a person, not a verdict" in ran.out
    assert "YEi.901, UN Security Council Consolidated List, of 2 November 2026" in ran.out
    assert "speaks for" in ran.out
    assert "middle name missing" in ran.out
    assert "سؤال ينظر فيه إنسان" in run("screen", "--list", UN, "سالم الغمراوي").out


def test_no_hit_is_no_proof(run: Run) -> None:
    ran = run("screen", "--list", UN, "محمد السادس", "--lang", "en")
    assert ran.code == 0
    assert "no proof" in ran.out


def test_names_come_from_standard_input(run: Run) -> None:
    ran = run("screen", "--list", UN, "-", "--json", typed="سالم الغمراوي\n\nRashid al-Tuwaili\nسالم الغمراوي\n")
    told = json.loads(ran.out)
    assert told["screened"] == 2
    assert [h["entry"]["id"] for h in told["hits"]] == ["YEi.901", "QDi.902"]
    assert all(h["question"] for h in told["hits"])


def test_names_that_cannot_be_compared_are_told_and_the_others_go_on(run: Run) -> None:
    ran = run("screen", "--list", UN, "", "😀", "سالم الغمراوي", "--json")
    told = json.loads(ran.out)
    assert (ran.code, told["screened"], len(told["hits"])) == (1, 1, 1)
    assert [n["code"] for n in told["not_compared"]] == ["name_empty", "name_without_letters"]
    assert "a name is empty; it was not compared" in ran.err
    alone = run("screen", "--list", UN, "😀")
    assert (alone.code, alone.out) == (2, "")
    assert "has no letters" in alone.err


def test_an_old_list_says_so_on_every_hit(run: Run, tmp_path: Path) -> None:
    old = tmp_path / "un.xml"
    old.write_text(UN.read_text(encoding="utf-8").replace("2026-11-02T", "2020-11-24T"), encoding="utf-8")
    days = (date.today() - date(2020, 11, 24)).days
    ran = run("screen", "--list", old, "سالم الغمراوي", "راشد الطويلي", "--lang", "en")
    assert ran.out.count(f"old list ({days:} days)") == 3  # the list itself and two hits
    told = json.loads(run("screen", "--list", old, "سالم الغمراوي", "--json").out)
    assert (told["hits"][0]["list"]["old"], told["hits"][0]["list"]["age_days"]) == (True, days)


def test_a_broken_list_is_refused_and_the_others_go_on(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.xml"
    broken.write_bytes(UN.read_bytes()[:2_000])
    ran = run("screen", "--list", broken, "--list", LISTS / "own.csv", "سالم الغمراوي", "--lang", "en")
    assert ran.code == 1
    assert "cut-off XML" in ran.err
    assert "Lists not used" in ran.out
    assert "own" in ran.out
    alone = run("screen", "--list", broken, "سالم الغمراوي")
    assert (alone.code, alone.out) == (2, "")


def test_a_record_is_screened_with_its_sentences(run: Run, record: Path) -> None:
    ran = run("screen", "--list", UN, "--record", record, "--lang", "en")
    assert "قال القائد العسكري سالم ناصر الغمراوي" in ran.out
    assert "[1] outlet.example, 11 May 2022 · a" in ran.out
    told = json.loads(run("screen", "--list", UN, "--record", record, "--json").out)
    assert {s["report"] for h in told["hits"] for s in h["sentences"]} == {"a"}


def test_a_rejected_hit_is_hidden_shown_with_all_and_taken_back(run: Run, record: Path) -> None:
    asked = ("screen", "--list", UN, "--record", record)
    hit = next(h for h in json.loads(run(*asked, "--json").out)["hits"] if h["entry"]["id"] == "YEi.901")
    kept = json.loads(run(*asked, "--reject", hit["id"], "--why", "another man", "--by", "Amal", "--json").out)
    assert kept == {"decision": 1, "kind": "hit-rejected", "hit": hit["id"]}
    assert hit["id"] not in run(*asked).out
    assert "1 hit rejected before" in run(*asked, "--lang", "en").out
    shown = run(*asked, "--all", "--lang", "en").out
    assert "hit rejected Amal" in shown
    assert "another man" in shown
    assert "Amal" in run("decisions", "--record", record).out
    assert run("decisions", "--record", record, "--undo", 1).code == 0
    assert hit["id"] in run(*asked).out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("screen", "--list", UN), "give names, or a record"),
        (("screen", "--list", UN, "a", "--record", "r"), "one of the two"),
        (("screen", "--list", UN, "a", "--accept", "hit-1"), "decisions of a record"),
        (("screen", "--list", UN, "--record", "r", "--kind", "person"), "what typed names are"),
        (("screen", "--list", UN, "--record", "none.tawatur"), "there is no record here"),
        (("screen", "--list", UN, "a", "--list-date", "1.2.2026"), "is no day"),
        (("watchlist", UN, "--since", LISTS / "ftm.jsonl"), "two lists"),
        (("watchlist", "none.xml"), "does not exist"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(run: Run, words: tuple[object, ...], says: str) -> None:
    ran = run(*words)
    assert ran.code == 2
    assert says in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("how", ["text", "markdown", "html"])
def test_pages_come_in_both_languages_and_every_format(run: Run, record: Path, lang: str, how: str) -> None:
    shown = ("--lang", lang, "--format", how)
    assert "YEi.901" in run("screen", "--list", UN, "--record", record, *shown).out
    assert "QDi.902" in run("watchlist", UN, "--since", LISTS / "un-older.xml", *shown).out


def test_a_list_says_what_it_is_and_what_changed(run: Run) -> None:
    told = json.loads(run("watchlist", UN, "--json").out)
    assert (told["publisher"], told["date"], told["entries"]) == ("UN Security Council", "2026-11-02", 3)
    assert "Arabic 4" in run("watchlist", UN, "--lang", "en").out
    changed = json.loads(run("watchlist", UN, "--since", LISTS / "un-older.xml", "--json").out)
    assert [e["id"] for e in changed["added"]] == ["QDi.902"]
    assert [e["id"] for e in changed["removed"]] == ["IQe.909"]
    assert {c["field"] for c in changed["amended"][0]["changes"]} == {"names", "reason", "amended"}


def test_nothing_on_a_list_steers_a_terminal(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text(f"name,reason\nSalim al-Ghamrawi \x1b[31m,\x1b]0;x\x07\u202e {'bad ' * 200}\n", encoding="utf-8")
    ran = run("screen", "--list", own, "سالم الغمراوي")
    assert ran.code == 0
    assert not set(ran.raw) & set("\x1b\x07\u202e")
