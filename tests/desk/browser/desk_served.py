"""A desk that runs, and what is on it: for tests in the browser and for the pictures in docs/."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from tawatur.desk import create_app
from tawatur.store.between import FACT, STORY
from tawatur.store.record import Record

DEADLINE = 20.0  # seconds in which a server must answer


@dataclass(frozen=True)
class Served:
    """A desk that runs: its address and its record."""

    url: str
    path: Path


@contextmanager
def serving(path: Path) -> Iterator[Served]:
    """A desk over a record, on a free port of the loopback address, until the block ends."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(path), "127.0.0.1", port, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + DEADLINE
    while not server.started:
        assert time.monotonic() < until, "the desk did not start"
        time.sleep(0.02)
    yield Served(f"http://127.0.0.1:{port}", path)
    server.should_exit = True
    thread.join()


@dataclass(frozen=True)
class Things:
    """What a record has, for addresses: its largest story, one of its reports, a body, a person, a disputed fact."""

    story: str
    report: str
    body: str
    person: str
    fact: str


def things_of(path: Path) -> Things:
    """Things of a record, the most told ones."""
    with Record(path) as record:
        story = max(record.between.all(STORY), key=lambda row: len(row.body["reports"]))
        by_kind: dict[str, list[str]] = {"organisation": [], "person": []}
        for ident, body in record.between.things().items():
            by_kind.get(body["type"], []).append(ident)
        body, person = (max(by_kind[kind], key=record.between.size_of) for kind in ("organisation", "person"))
        fact = next(row.ident for row in record.between.all(FACT) if row.body["verdict"] == "disputed")
    return Things(story.ident, story.body["reports"][-1], body, person, fact)
