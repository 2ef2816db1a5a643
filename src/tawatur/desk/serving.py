"""Running a desk: in this process, or in several that share its socket."""

from __future__ import annotations

import gc
import json
import os
import re
import signal
import socket
import sys
from contextlib import ExitStack, suppress
from dataclasses import asdict
from pathlib import Path
from secrets import randbelow
from tempfile import TemporaryDirectory

import uvicorn
from fastapi import FastAPI
from uvicorn.supervisors import Multiprocess

from tawatur.desk.app import create_app
from tawatur.desk.beside import DeskFile, beside
from tawatur.desk.security.addresses import is_loopback
from tawatur.desk.settings import Settings
from tawatur.errors import OptionError
from tawatur.store.record import Record
from tawatur.work.comparing import SMALL, is_current, settle

_GIVEN = "TAWATUR_DESK"  # what the processes of a desk are told: the record and its settings
_PUBLIC = re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?/?")
_MOST_AT_ONCE = 256  # requests; more are told to come again
_ENDING_SECONDS = 10
_COLLECTED = (20_000, 20, 50)  # much is kept between pages: looking through it for garbage is worth a while's wait
_SILENT_SECONDS = 120  # of a process that starts or works on a busy machine; after these it is thought dead


def check(record: Path, settings: Settings) -> int:
    """How many accounts a desk has that is about to be opened to others; 0 where it asks nobody.

    Raises OptionError where it would be open to others and has none, or its address in public is none; RecordError
    where there is no record.
    """
    if settings.address is not None and not _PUBLIC.fullmatch(settings.address):
        raise OptionError(f"serve: --address {settings.address}: give it as https://desk.example.org, without a path.")
    with Record(record):
        pass
    if not settings.accounts and not is_loopback(settings.host):
        raise OptionError(f"serve: {settings.host} can be reached by others; there the desk asks for accounts.")
    if not settings.accounts:
        return 0
    with DeskFile(beside(record)) as file:
        count = len(file.accounts.all())
    if not count:
        raise OptionError(
            f"serve: {settings.address or settings.host} can be reached by others, and the desk has no accounts; make "
            f"one with `tawatur account add NAME --record {record} --role admin`."
        )
    return count


def compared(record: Path) -> bool:
    """Whether all that stands between the record's reports is made; of a small record it is made now, of a large one
    by the process beside the desk. Raises RecordError."""
    with Record(record) as opened:
        if not is_current(opened) and opened.count() <= SMALL:
            settle(opened)
        return is_current(opened)


def listen(host: str, port: int) -> socket.socket:
    """The socket of a desk. Raises OptionError where it cannot be had."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listening = socket.create_server((host, port), family=family, backlog=512)
    except OSError as error:
        raise OptionError(f"serve: {host}:{port} cannot be had ({error.strerror}); choose another --port.") from error
    # Connections take this over. Without it a page's body waits for the word that its head arrived: 40 ms a page.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def run(record: Path, settings: Settings, listening: socket.socket, workers: int = 1) -> None:
    """Serve until SIGTERM or Ctrl-C, then finish what was begun."""
    with ExitStack() as stack:
        handed = None
        if workers > 1:
            handed = stack.enter_context(TemporaryDirectory(prefix="tawatur-desk-", ignore_cleanup_errors=True))
            os.environ["PYTHONHASHSEED"] = str(randbelow(1 << 32))  # what they hand each other is known by hashes
        os.environ[_GIVEN] = json.dumps({"record": str(record), "settings": asdict(settings), "handed": handed})
        _serve(settings, listening, workers)


def _serve(settings: Settings, listening: socket.socket, workers: int) -> None:
    config = uvicorn.Config(
        "tawatur.desk.serving:application",
        factory=True,
        workers=workers,
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=_MOST_AT_ONCE,
        timeout_graceful_shutdown=_ENDING_SECONDS,
        timeout_worker_healthcheck=_SILENT_SECONDS,
        # A proxy on this machine says who asked; nobody else is believed.
        proxy_headers=settings.address is not None,
        forwarded_allow_ips="127.0.0.1,::1",
    )
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # uvicorn hands the signal on when it has finished
    with suppress(KeyboardInterrupt), listening:
        if workers == 1:
            uvicorn.Server(config).run(sockets=[listening])
        else:
            Multiprocess(config, sockets=[listening]).run()


def application() -> FastAPI:
    """The application of one process of a desk, as the process that began it was told."""
    gc.set_threshold(*_COLLECTED)
    given = json.loads(os.environ[_GIVEN])
    handed = Path(given["handed"]) if given["handed"] is not None else None
    return create_app(Path(given["record"]), Settings(**given["settings"]), handed)
