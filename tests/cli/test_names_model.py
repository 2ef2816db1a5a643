"""The learned model of names as a user meets it: it is said once where it cannot be used, and reading goes on."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur import cli
from tawatur.read.tagger import load_tagger

TEXT = "أعلنت وزارة الخارجية المغربية اليوم أن الاجتماع سيعقد في مراكش بمشاركة 84 دولة ومنظمة.\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def _loaded_anew(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("TAWATUR_NO_MODEL", raising=False)
    load_tagger.cache_clear()
    yield
    load_tagger.cache_clear()


@pytest.fixture
def _not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tawatur_ner", None)


def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["tawatur", *map(str, words)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    said = capsys.readouterr()
    return int(ended.value.code or 0), said.out, said.err


@pytest.mark.usefixtures("_not_installed")
def test_without_the_package_it_is_said_once_and_names_are_read_by_lists(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], report: Path
) -> None:
    code, out, err = run(monkeypatch, capsys, "read", report, report)
    readings = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [r["model"] for r in readings] == [None, None]
    assert "مراكش" in [m["text"] for m in readings[0]["mentions"]]
    assert err.count("\n") == 1
    assert "not installed" in err
    assert "tawatur[ner]" in err


@pytest.mark.usefixtures("_not_installed")
@pytest.mark.parametrize("words", [("--quiet",), ("--no-model",)])
def test_quiet_and_no_model_say_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], report: Path, words: tuple[str, ...]
) -> None:
    assert run(monkeypatch, capsys, "read", report, *words)[::2] == (0, "")


@pytest.mark.usefixtures("_not_installed")
def test_the_setting_leaves_the_model_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], report: Path
) -> None:
    monkeypatch.setenv("TAWATUR_NO_MODEL", "1")
    assert run(monkeypatch, capsys, "compare", report)[::2] == (0, "")


@pytest.mark.parametrize(("harm", "said"), [("missing", "cannot be read"), ("changed", "its SHA-256 is another")])
def test_a_model_file_that_is_missing_or_changed_is_named(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    report: Path,
    tmp_path: Path,
    harm: str,
    said: str,
) -> None:
    model = pytest.importorskip("tawatur_ner.model")
    folder = tmp_path / "weights"
    shutil.copytree(model.SHIPPED, folder)
    monkeypatch.setattr(model, "SHIPPED", folder)
    network = folder / model.NETWORK
    if harm == "missing":
        network.unlink()
    else:
        network.write_bytes(network.read_bytes()[:-1] + b"?")
    code, out, err = run(monkeypatch, capsys, "read", report)
    assert code == 0
    assert json.loads(out)["model"] is None
    assert said in err
    assert err.count("\n") == 1


def test_a_reading_says_which_model_it_was_made_with_and_rereading_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], report: Path, tmp_path: Path
) -> None:
    pytest.importorskip("tawatur_ner")
    _, out, _ = run(monkeypatch, capsys, "read", report)
    assert json.loads(out)["model"] == load_tagger().version
    record = tmp_path / "r.tawatur"
    run(monkeypatch, capsys, "add", "--record", record, report, "--no-model")
    _, out, _ = run(monkeypatch, capsys, "reread", "--record", record, "--json")
    assert json.loads(out) == {"read_again": 1, "model": load_tagger().version}


def test_workers_read_the_same_as_one_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pytest.importorskip("tawatur_ner")
    for number in range(20):
        (tmp_path / f"{number:02}.txt").write_text(f"{TEXT} التقرير {number}", encoding="utf-8")
    alone, many = (run(monkeypatch, capsys, "read", tmp_path, "--workers", n) for n in (1, 2))
    assert alone == many
    assert json.loads(many[1].splitlines()[0])["model"] == load_tagger().version
