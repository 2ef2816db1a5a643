"""What is meant is found by the words that the pages print; what is not clear is asked."""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tawatur import cli

CANCELLED = """إلغاء زيارة فون دير لاين إلى بورتسودان

أعلنت المفوضية الأوروبية، الثلاثاء، إلغاء زيارة رئيستها إلى بورتسودان التي كانت مقررة يوم غد الأربعاء.
"""
PLEDGED = """مؤتمر بروكسل يجمع 900 مليون دولار للسودان

اختتم في بروكسل أمس الثلاثاء مؤتمر المانحين لدعم السودان بتعهدات بلغت 900 مليون دولار فقط، بحسب مصدر دبلوماسي أوروبي.
وشاركت في المؤتمر 31 دولة.
"""
NEEDED = """اعتبر منسق الأمم المتحدة، كمال رشدي، أن مبلغ 1.2 مليار دولار لا يغطي الاحتياجات.
وذكر رشدي أن 25 مليون شخص يحتاجون إلى مساعدات في السودان.
وقال المانحون في بروكسل إن المبلغ لا يكفي.
"""
Run = Callable[..., str]


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the three, which no test changes."""
    folder = tmp_path_factory.mktemp("pointing")
    texts = {"cancelled": CANCELLED, "pledged": PLEDGED, "needed": NEEDED}
    lines = [{"file": name, "text": text, "published": "2026-03-10"} for name, text in texts.items()]
    (folder / "r.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    made = folder / "made.tawatur"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["tawatur", "add", str(folder / "r.jsonl"), "--record", str(made), "-q"])
        with pytest.raises(SystemExit):
            cli.main()
    return made


@pytest.fixture
def path(reports: Path, tmp_path: Path) -> str:
    made = tmp_path / "r.tawatur"
    made.write_bytes(reports.read_bytes())
    return str(made)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*words: str, code: int = 0) -> str:
        monkeypatch.setattr(sys, "argv", ["tawatur", *words])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        said = capsys.readouterr()
        assert (ended.value.code or 0) == code, said
        return "".join(c for c in said.out + said.err if c not in "\u2068\u2069\u200e\u200f")

    return command


def test_a_report_is_shown_with_how_its_times_numbers_and_names_were_read(run: Run, path: str) -> None:
    shown = run("show", "pledged", "--record", path, "--lang", "en")
    start = PLEDGED.index("900")
    assert f"{start}-{start + 15}" in shown
    assert "«900 مليون دولار»: 900 million USD" in shown
    assert "«31 دولة»: 31 countries" in shown
    assert shown.index("Times") < shown.index("Quantities") < shown.index("Names") < shown.index("Events")
    assert "31 دولة" in run("show", "pledged", "--record", path)


def test_an_event_is_shown_with_what_it_is_and_the_words_it_stands_in(run: Run, path: str) -> None:
    lines = run("show", "cancelled", "--record", path, "--lang", "en").splitlines()
    first = next(n for n, line in enumerate(lines) if line.strip().startswith("e1 "))
    assert "visit" in lines[first]
    assert "cancelled" in lines[first]
    assert lines[first + 1].strip().startswith("«زيارة فون دير لاين إلى بورتسودان»")


@pytest.mark.parametrize("words", ["غد الأربعاء", "الأربعاء", "يوم غد الأربعاء", "يوم  غد"])
def test_a_part_of_a_times_words_is_enough(run: Run, path: str, words: str) -> None:
    told = run("correct", "cancelled", words, "date", "2026-03-12", "--record", path)
    assert "«يوم غد الأربعاء» date = 2026-03-12" in told
    assert "date: from 11 March 2026 to 12 March 2026." in told


def test_a_part_of_a_word_or_number_is_not_and_nothing_is_deleted_by_a_part(run: Run, path: str) -> None:
    for words in ("أربعاء", "2 مليار", "5 مليون"):
        report = "cancelled" if words == "أربعاء" else "needed"
        assert "`tawatur show" in run("correct", report, words, "number", "3", "--record", path, code=2)
    assert "nothing in cancelled" in run("correct", "cancelled", "غد", "--delete", "--record", path, code=2)


def test_of_several_each_is_told_in_its_sentence_with_the_command_that_means_it(run: Run, path: str) -> None:
    asked = run("correct", "pledged", "900 مليون دولار", "number", "1200000000", "--record", path, code=2)
    assert "«مؤتمر بروكسل يجمع 900 مليون دولار للسودان»" in asked
    assert "«اختتم في بروكسل" in asked
    commands = [shlex.split(line) for line in asked.splitlines() if line.strip().startswith("tawatur ")]
    assert len(commands) == 2
    told = run(*commands[0][1:])
    assert "number = 1.2 billion USD" in told
    assert "number: from 900 million USD to 1.2 billion USD." in told


def test_what_a_number_without_its_million_becomes_is_said(run: Run, path: str) -> None:
    start = PLEDGED.index("900")
    place = f"{start}-{start + 15}"
    assert "from 900 million USD to 900 USD." in run("correct", "pledged", place, "number", "900", "--record", path)
    assert "900 USD, as it was." in run("correct", "pledged", place, "number", "900", "--record", path)


def test_a_speaker_is_found_by_the_words_that_the_brief_prints(run: Run, path: str) -> None:
    told = run("correct", "needed", "المانحون في بروكسل", "speaker", "كمال رشدي", "--record", path)
    assert "«المبلغ لا يكفي» speaker = كمال رشدي" in told
    assert "from المانحون في بروكسل to كمال رشدي." in told
    several = run("correct", "needed", "كمال رشدي", "speaker", "المانحون", "--record", path, code=2)
    assert several.count("tawatur correct needed") > 1


def test_a_field_that_a_thing_does_not_have_is_told_with_those_it_has(run: Run, path: str) -> None:
    told = run("correct", "pledged", "31 دولة", "date", "2026", "--record", path, code=2)
    assert told == "date: this has no such field; what can be set of it: number.\n"


def test_decisions_say_which_decision_took_one_back(run: Run, path: str) -> None:
    run("correct", "pledged", "31 دولة", "number", "30", "--record", path, "--by", "سلمى")
    told = run("decisions", "--undo", "1", "--record", path, "--by", "نورة", "--lang", "en")
    assert "taken back by نورة" in told
    assert told.rstrip().endswith("(by decision 2)")
    assert run("decisions", "--record", path).rstrip().endswith("(بالقرار 2)")
