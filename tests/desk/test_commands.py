"""The commands of the desk: it opens to others with accounts alone, and these are made by commands."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest
from typer.testing import CliRunner
from visiting import PASSWORD

from tawatur.cli import app
from tawatur.desk import Settings, serving
from tawatur.desk.beside import beside
from tawatur.errors import OptionError, RecordError, TawaturError
from tawatur.store.record import Record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.tawatur"
    with Record(path, create=True):
        pass
    return path


def run(path: Path, *words: str, given: str = "") -> str:
    """What `tawatur account` prints. Raises what it ends with."""
    ended = CliRunner().invoke(app, ["account", *words, "--record", str(path)], input=given)
    if ended.exception is not None:
        raise ended.exception
    return ended.stdout


def test_accounts_are_made_listed_changed_and_removed(path: Path) -> None:
    run(path, "add", "ليلى", "--role", "editor", given=PASSWORD + "\n")
    for words, given in ((("add", "ليلى"), PASSWORD), (("add", "سامي"), "short"), (("change", "ليلى"), "")):
        with pytest.raises(OptionError):
            run(path, *words, given=given + "\n")
    assert run(path, "token", "ليلى", "cron").startswith("tawatur_")
    (listed,) = json.loads(run(path, "list", "--json"))
    assert (listed["name"], listed["role"], listed["tokens"]) == ("ليلى", "editor", ["cron"])
    run(path, "change", "ليلى", "--role", "admin")
    assert "admin" in run(path, "list")
    run(path, "token", "ليلى", "cron", "--remove")
    run(path, "remove", "ليلى")
    assert run(path, "list") == ""
    for gone in (("remove", "ليلى"), ("token", "ليلى", "x")):
        with pytest.raises(TawaturError, match="no such account"):
            run(path, *gone)


def test_without_a_record_there_is_nobody(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="there is no record here"):
        run(tmp_path / "none.tawatur", "list")
    assert not beside(tmp_path / "none.tawatur").exists()


@pytest.mark.parametrize(
    "options",
    [
        ["--host", "0.0.0.0"],
        ["--host", "::"],
        ["--host", "203.0.113.7"],
        ["--host", "desk.example.org"],
        ["--address", "https://desk.example.org"],
        ["--accounts"],
    ],
)
def test_a_desk_that_others_can_reach_starts_with_accounts_alone(path: Path, options: list[str]) -> None:
    ended = CliRunner().invoke(app, ["serve", "--record", str(path), *options])
    assert isinstance(ended.exception, OptionError)
    assert "has no accounts" in str(ended.exception)
    assert "tawatur account add" in str(ended.exception)


@pytest.mark.parametrize(
    "address", ["desk.example.org", "ftp://a.example", "https://a.example/path", "https://u:p@a.example"]
)
def test_an_address_in_public_is_one(path: Path, address: str) -> None:
    with pytest.raises(OptionError, match="give it as https"):
        serving.check(path, Settings(accounts=True, address=address))


def test_who_would_open_it_to_others_without_asking_is_refused(path: Path) -> None:
    with pytest.raises(OptionError, match="can be reached by others"):
        serving.check(path, Settings(host="0.0.0.0"))
    assert serving.check(path, Settings(host="::1")) == 0


def test_a_port_that_is_taken_is_said_in_a_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OptionError, match="choose another --port"):
            serving.listen("127.0.0.1", port)


def test_a_page_is_sent_at_once_and_its_body_does_not_wait_for_word_that_its_head_arrived() -> None:
    with serving.listen("127.0.0.1", 0) as listening, socket.create_connection(listening.getsockname()):
        connection, _ = listening.accept()
        with connection:
            assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_the_page_on_the_desk_has_every_command_of_accounts_and_every_option() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "desk.md").read_text(encoding="utf-8")
    told = CliRunner().invoke(app, ["account", "--help"], env={"COLUMNS": "200"}).stdout
    for command in ("add", "list", "change", "remove", "token"):
        assert command in told
        assert f"tawatur account {command} " in page
    options = CliRunner().invoke(app, ["serve", "--help"], env={"COLUMNS": "200"}).stdout
    for option in ("--port", "--lang", "--address", "--accounts", "--workers", "--no-model"):
        assert option in options
        assert f"`{option}" in page or f" {option} " in page
