"""The commands as a user types them: what they print, what they keep, what they say when something is wrong."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tawatur import cli
from tawatur.intake.sources import SetAside, intake

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ARABIC = "أعلنت وزارة الخارجية المغربية اليوم أن الاجتماع سيعقد في مراكش بمشاركة 84 دولة ومنظمة.\n"


Run = Callable[..., "Ran"]


class Ran:
    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*words: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["tawatur", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        said = capsys.readouterr()
        return Ran(ended.value.code or 0, said.out, said.err)  # type: ignore[arg-type]

    return command


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("record") / "r.tawatur"
    subprocess.run([sys.executable, "-m", "tawatur", "add", "--record", path, EXAMPLES, "-q"], check=True)
    return path


def test_read_prints_a_reading_a_line_with_spans_that_stand_in_the_text(run: Run) -> None:
    ran = run("read", EXAMPLES)
    texts = {r.file: r.text for r in intake([EXAMPLES]) if not isinstance(r, SetAside)}
    readings = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 0
    assert [r["report"]["file"] for r in readings] == list(texts)
    for reading in readings:
        text = texts[reading["report"]["file"]]
        for layer in ("times", "quantities", "mentions", "roles", "statements", "events"):
            assert all(text[s["start"] : s["end"]] == s["text"] for s in reading[layer]), layer


def test_any_number_of_workers_reads_the_same(run: Run) -> None:
    many = [EXAMPLES, EXAMPLES, EXAMPLES]
    assert run("read", *many, "--workers", 1).out == run("read", *many, "--workers", 2).out


def test_compare_needs_no_record_and_gives_what_a_record_gives(run: Run, record: Path) -> None:
    loose, kept = json.loads(run("compare", EXAMPLES).out), json.loads(run("compare", "--record", record).out)
    assert loose == kept
    assert {f["verdict"] for f in loose["facts"]} >= {"single", "agreed", "changed"}


def test_compare_only_copies_names_reports_by_their_file_and_keeps_two_texts_of_one_file(
    run: Run, tmp_path: Path
) -> None:
    lines = [
        {"file": "a", "text": ARABIC},
        {"file": "a", "text": ARABIC + "وتأجل الاجتماع."},
        {"file": "b", "text": ARABIC},
    ]
    (tmp_path / "r.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    ran = run("compare", tmp_path / "r.jsonl", "--only", "copies")
    assert ran.err.count("two texts under this name") == 1
    found = json.loads(ran.out)
    assert {p["report"] for c in found["copies"] for p in c["places"]} == {"a", "a-2", "b"}
    assert found["stories"] == found["events"] == found["facts"] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--record", "r.tawatur", "--only", "copies"), "leave out --only"),
        (("a.txt", "--anew"), "--anew is of a record"),
        ((), "nothing to compare"),
    ],
)
def test_compare_says_what_does_not_go_together(run: Run, words: tuple[str, ...], said: str) -> None:
    ran = run("compare", *words)
    assert ran.code == 2
    assert said in " ".join(ran.err.split())


def test_adding_again_adds_nothing_and_a_changed_text_is_a_version(run: Run, tmp_path: Path) -> None:
    report, path = tmp_path / "a.txt", tmp_path / "r.tawatur"
    report.write_text(ARABIC, encoding="utf-8")
    assert "1 report added" in run("add", "--record", path, report).out
    again = json.loads(run("add", "--record", path, report, "--json").out)
    assert again["known"] == ["a"]
    report.write_text(ARABIC + "وتأجل الاجتماع.\n", encoding="utf-8")
    assert json.loads(run("add", "--record", path, report, "--json").out)["versions"] == ["a-2"]


def test_reports_without_an_outlet_are_told_once_when_they_are_added(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "r.tawatur"
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"{ARABIC} {name}", encoding="utf-8")
    (tmp_path / "list.csv").write_text("name", encoding="utf-8")
    ran = run("add", "--record", path, tmp_path)
    assert "2 reports have no outlet; origins cannot be told apart by it: give --outlet" in ran.out
    assert (ran.code, ran.err.count("1 .csv"), ran.err.count("\n")) == (0, 1, 1)
    again = run("add", "--record", path, tmp_path, "--json")
    assert (json.loads(again.out)["set_aside"], len(json.loads(again.out)["passed_over"])) == ([], 1)
    other = tmp_path / "s.tawatur"
    assert "no outlet" not in run("add", "--record", other, tmp_path / "a.txt", "--outlet", "الشعلة").out
    assert "no outlet" not in run("add", "--record", other, tmp_path / "b.txt", "--quiet").out


def test_a_removed_report_does_not_come_back(run: Run, tmp_path: Path) -> None:
    report, path = tmp_path / "a.txt", tmp_path / "r.tawatur"
    report.write_text(ARABIC, encoding="utf-8")
    run("add", "--record", path, report)
    assert run("remove", "--record", path, "a", "--why", "خطأ").code == 0
    ran = run("add", "--record", path, report)
    assert ran.code == 1
    assert "was removed on" in ran.err
    assert '"kind": "remove"' in run("export", "--record", path).out


@pytest.mark.parametrize("page", ["brief", "sources"])
@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("how", ["text", "markdown", "html"])
def test_pages_come_in_both_languages_and_every_format(run: Run, record: Path, page: str, lang: str, how: str) -> None:
    ran = run(page, "--record", record, "--lang", lang, "--format", how)
    assert ran.code == 0
    assert "outlet-e.example" in ran.out


def test_what_is_asked_for_opens(run: Run, record: Path) -> None:
    brief = run("brief", "--record", record, "--lang", "en").out
    ident = next(word for word in brief.split() if word.startswith("fact-"))
    assert ident in run("fact", "--record", record, ident).out
    assert json.loads(run("fact", "--record", record, ident, "--json").out)["id"] == ident
    assert "84" in run("about", "--record", record, "التحالف الدولي لهزيمة داعش").out
    assert "مراكش" in run("show", "--record", record, "04-outlet-d").out
    found = json.loads(run("search", "--record", record, "لثبيت", "--json").out)
    assert found == []
    assert json.loads(run("search", "--record", record, "تثبيت استقرار", "--json").out)
    all_of = run("search", "--record", record, "التحالف", "--lang", "en", "--limit", "99").out
    few = run("search", "--record", record, "التحالف", "--lang", "en", "--limit", "2").out
    total = int(all_of.split()[0].strip("\u200e"))
    assert few.splitlines()[0] == all_of.splitlines()[0]
    assert f"and {total - 2} more" in few
    assert "more (--limit)" not in all_of
    rows = list(csv.DictReader(io.StringIO(run("export", "--record", record, "--format", "csv").out)))
    assert any(row["verdict"] == "changed" for row in rows)


def test_reports_of_the_brief_of_a_story_open_by_their_numbers(run: Run, record: Path) -> None:
    stories = json.loads(run("compare", "--record", record).out)["stories"]
    assert len(stories) > 1
    for story in stories:
        brief = run("brief", "--record", record, story["id"], "--lang", "en").out
        cited = re.findall(r"^\W*\[(\d+)\] .* · \W*([\w:/.-]+\w)\W*$", brief, re.MULTILINE)
        assert len(cited) >= len(story["reports"])
        for number, address in cited:
            assert address in run("show", "--record", record, number).out


def test_reading_again_changes_nothing_where_the_program_did_not(run: Run, record: Path) -> None:
    before = run("compare", "--record", record).out
    assert "12 reports read again" in run("reread", "--record", record).out
    assert run("compare", "--record", record).out == before


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "empty|no text"),
        ("binary.txt", bytes(range(256)) * 20, "binary|null bytes|not text|text"),
        ("english.txt", b"The ministers met in Marrakesh on Wednesday and issued a joint statement.\n" * 3, "English"),
        ("page.html", b"<html><body><nav><a href='/'>x</a></nav></body></html>", "article"),
        ("broken.jsonl", b'{"file": "a", "text": \n', "line 1"),
        ("huge.txt", "كلمة ".encode() * 6_000_000, "large"),
    ],
)
def test_one_bad_report_is_told_in_a_sentence_and_the_rest_goes_on(
    run: Run, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "zz-good.txt").write_text(ARABIC, encoding="utf-8")
    path = tmp_path / "r.tawatur"
    ran = run("add", "--record", path, tmp_path / name, tmp_path / "zz-good.txt")
    assert ran.code == 1
    assert name in ran.err
    assert any(word in ran.err for word in said.split("|")), ran.err
    assert len(ran.err.strip().splitlines()) == 1
    assert "1 report added" in ran.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("brief", "--record", "nowhere.tawatur"), "there is no record here"),
        (("brief", "--record", "RECORD", "no-such-story"), "no such story"),
        (("about", "--record", "RECORD", "زحل"), "no report of this record names it"),
        (("fact", "--record", "RECORD", "fact-x"), "no such fact"),
        (("show", "--record", "RECORD", "nothing"), "no report of this name"),
        (("remove", "--record", "RECORD", "nothing"), "no report nothing"),
        (("read", "x.txt", "--published", "2022-13-45"), "no day"),
        (("compare",), "nothing to compare"),
        (("search", "--record", "RECORD", ""), "give words"),
        (("search", "--record", "RECORD", "؟!"), "give words"),
        (("read", "x.txt", "-o", "no/such/folder/out.jsonl"), "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_exit_code_2(
    run: Run, record: Path, words: tuple[str, ...], said: str
) -> None:
    ran = run(*(str(record) if w == "RECORD" else w for w in words))
    assert ran.code == 2
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_a_missing_source_is_set_aside(run: Run) -> None:
    ran = run("read", "no-such-folder")
    assert ran.code == 1
    assert "does not exist" in ran.err


def test_who_is_one_and_who_is_two_is_decided_and_holds(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "r.tawatur"
    run("add", "--record", path, EXAMPLES, "--no-model")
    listed = json.loads(run("entities", "--record", path, "--type", "person", "--json").out)
    before = {e["id"] for e in listed}
    assert {e["type"] for e in listed} == {"person"}
    made = json.loads(
        run("same", "--record", path, "بلينكن", "Victoria Nuland", "--by", "سلمى", "--why", "x", "--json").out
    )
    assert (made["kind"], made["made_by"], made["overrules"]) == ("same", "سلمى", [])
    assert (
        run("about", "--record", path, "Nuland", "--json").out
        == run("about", "--record", path, "Blinken", "--json").out
    )
    assert "12 reports read again" in run("reread", "--record", path, "--no-model").out
    after = json.loads(run("entities", "--record", path, "--type", "person", "--json").out)
    assert len(after) == len(before) - 1
    parted = run("same", "--record", path, "بلينكن", "نولاند", "--no").out
    assert "It overrules decision 1" in parted
    assert {e["id"] for e in json.loads(run("entities", "--record", path, "--type", "person", "--json").out)} == before
    back = run("same", "--record", path, "بلينكن", "نولاند", "--undo").out
    assert "decision 2 is taken back and holds no more" in back
    assert "Decision 1 stands again: بلينكن = Victoria Nuland (سلمى" in back
    assert "decision 1" in run("same", "--record", path, "بلينكن", "نولاند", "--undo").out
    assert "nobody decided" in run("same", "--record", path, "بلينكن", "نولاند", "--undo").err
    told = json.loads(run("decisions", "--record", path, "--json").out)
    assert [d["undoes"] for d in told] == [None, None, 2, 1]
    assert '"kind": "same"' in run("export", "--record", path).out


def test_a_name_is_not_decided_to_be_itself_nor_to_be_nothing(run: Run, record: Path) -> None:
    ran = run("same", "--record", record, "بلينكن", "بلينكن")
    assert (ran.code, ran.err.count("nothing to decide"), ran.err.count("\n")) == (2, 1, 1)
    for words in (("about", ""), ("same", "", "بلينكن"), ("same", "بلينكن", " ", "--undo")):
        ran = run(words[0], "--record", record, *words[1:])
        assert (ran.code, "The name is empty" in ran.err) == (2, True)
    assert run("decisions", "--record", record, "--json").out.strip() == "[]"


def test_a_name_is_found_in_either_script_and_every_place_is_given(run: Run, record: Path) -> None:
    found = json.loads(run("about", "--record", record, "Anthony J. Blinken", "--json").out)
    assert found["name"]["ar"] == "أنتوني بلينكن"
    spelt = {s["text"]: s["places"] for s in found["spellings"]}
    assert "بلينكن" in spelt
    assert all("بلينكن" in place["sentence"] for place in spelt["بلينكن"])
