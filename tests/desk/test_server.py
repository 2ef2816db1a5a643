"""Real servers: started as a user starts them, ended in the middle, with several processes. `make test-all` runs it."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from visiting import give_accounts

from tawatur.desk.beside import beside
from tawatur.desk.beside.file import DeskFile
from tawatur.store.record import Record

pytestmark = pytest.mark.server
MANY = 240
TAWATUR = Path(sys.executable).with_name("tawatur")
CITIES = ("القاهرة", "الخرطوم", "تونس", "بغداد", "عمّان", "الرباط")


@contextmanager
def serving(record: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server and its address."""
    command = [str(TAWATUR), "serve", "--record", str(record), "--port", "0", *options]
    environment = os.environ | {"TAWATUR_NO_MODEL": "1", "COLUMNS": "500"}
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
    try:
        assert server.stderr is not None
        said = server.stderr.readline()
        found = re.search(r"http://[^:]+:(\d+)/", said)
        assert found is not None, said
        yield server, f"http://127.0.0.1:{found[1]}"
    finally:
        if server.poll() is None:
            server.kill()
        server.wait()
        server.stderr.close()  # type: ignore[union-attr]


def ask(address: str, body: Any = None, **headers: str) -> tuple[int, Any]:
    """Status and JSON of an answer."""
    data = None if body is None else json.dumps(body).encode()
    asked = urllib.request.Request(address, data, {"content-type": "application/json", **headers})
    for _ in range(100):
        try:
            with urllib.request.urlopen(asked, timeout=20) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            with error:
                return error.code, json.load(error)
        except OSError:  # it is not up yet
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")


def until(found: Callable[[], Any], seconds: float = 240) -> Any:
    """What is found, once it is."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if value := found():
            return value
        time.sleep(0.05)
    raise AssertionError("it did not come about")


def reports() -> list[dict[str, str]]:
    return [
        {
            "file": f"r{n}",
            "outlet": f"صحيفة {n % 7}",
            "text": f"وصل وزير الخارجية السوداني علي الصادق إلى {CITIES[n % 6]}، يوم {n % 28 + 1} أبريل 2023، في زيارة "
            f"تستغرق {n + 2} أيام. وقال إن {n + 10} مسؤولا رافقوه.",
        }
        for n in range(MANY)
    ]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.tawatur"
    with Record(path, create=True):
        pass
    return path


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_a_server_ended_in_the_middle_loses_nothing_that_it_confirmed(path: Path, end: signal.Signals) -> None:
    with serving(path) as (server, address):
        status, job = ask(f"{address}/api/v1/add", {"reports": reports()})
        assert status == 202
        until(lambda: ask(f"{address}/api/v1/add/{job['id']}")[1]["read"] >= 10)
        status, made = ask(f"{address}/api/v1/decisions", {"kind": "junk", "report": "r0", "start": 0, "end": 4})
        assert status == 201
        server.send_signal(end)
        assert server.wait(20) == (0 if end is signal.SIGTERM else -9)
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    db.close()
    with Record(path) as record:
        kept = record.reports()
        assert 10 <= len(kept) < MANY
        assert all(record.readings_of([name]) for name in kept), "no report without its reading"
        assert record.decisions.all()[0].id == made["decision"]["id"]
    with serving(path) as (_, address):
        done = until(lambda: (j := ask(f"{address}/api/v1/add/{job['id']}")[1])["state"] == "done" and j)
        assert len(done["outcome"]["added"]) + len(done["outcome"]["known"]) == MANY
        assert ask(f"{address}/api/v1/reports?limit=1")[1]["total"] == MANY
        assert ask(f"{address}/api/v1/facts?limit=1")[1]["total"] > 0


def test_several_processes_are_one_desk(path: Path) -> None:
    with give_accounts(path, "editor") as file:
        token = file.accounts.give_token("editor", "test")
    bearer = {"authorization": f"Bearer {token}"}
    with serving(path, "--workers", "2", "--accounts") as (server, address):
        assert ask(f"{address}/api/v1/facts")[0] == 401
        jobs = [ask(f"{address}/api/v1/add", {"reports": [one]}, **bearer)[1]["id"] for one in reports()[:8]]
        for ident in jobs:
            until(lambda ident=ident: ask(f"{address}/api/v1/add/{ident}", **bearer)[1]["state"] == "done")
        seen = {ask(f"{address}/api/v1/reports?limit=1", **bearer)[1]["total"] for _ in range(20)}
        assert seen == {8}
        with DeskFile(beside(path)) as file:
            file.accounts.remove("editor")
        assert {ask(f"{address}/api/v1/facts", **bearer)[0] for _ in range(20)} == {401}
        server.send_signal(signal.SIGTERM)
        assert server.wait(20) == 0
