"""What is wrong with a command as it was typed is told in one sentence, with what to give."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from tawatur import cli


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    def command(*words: str) -> str:
        monkeypatch.setattr(sys, "argv", ["somewhere/tawatur", *words])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        assert ended.value.code == 2
        told = capsys.readouterr()
        assert told.out == ""
        return told.err

    return command


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("fact", "tawatur fact: give the id of a fact; `tawatur brief` prints ids."),
        ("show --record r", "tawatur show: give a report's name or its number; `tawatur brief` prints both."),
        ("brief", "tawatur brief: give --record FILE, the record, one file."),
        ("add --record r", "tawatur add: give files (.txt, .html, .jsonl), folders of these, or - for standard input."),
        ("account remove --record r", "tawatur account remove: give the name that decisions are signed with."),
        ("brief --record r --lang fr", "tawatur brief: --lang: there is no fr; give one of ar, en."),
        ("reject --record r f --value x", "tawatur reject: --value: give a whole number."),
        ("reject --record r f --value 0", "tawatur reject: --value: give 1 or more."),
        ("watch --record r f --every x", "tawatur watch: --every: give a number."),
        ("brif", "tawatur: there is no command brif; `tawatur --help` lists them."),
        ("account x", "tawatur account: there is no command x; `tawatur account --help` lists them."),
        ("brief --langg en", "tawatur brief: there is no option --langg (is --lang meant?); "
         "`tawatur brief --help` lists them."),
        ("fact a b c --record r", "tawatur fact: b c is more than it takes; "
         "`tawatur fact --help` says what it takes."),
        ("brief --record", "tawatur: --record: give a value after it."),
    ],
)  # fmt: skip
def test_a_mistake_is_one_sentence_without_a_box(said: Callable[..., str], words: str, sentence: str) -> None:
    assert said(*words.split()) == sentence + "\n"


@pytest.mark.parametrize("words", [(), ("account",)])
def test_a_command_alone_shows_what_there_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    monkeypatch.setattr(sys, "argv", ["tawatur", *words])
    with pytest.raises(SystemExit):
        cli.main()
    told = capsys.readouterr()
    assert "Usage" in told.out + told.err
