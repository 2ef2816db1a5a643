"""A Spark cluster of a master and two workers: a run that is killed there goes on, and gives the rows of DuckDB, all
results compared whole. What is Spark's on one machine is in the tests of engines, components and reading."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from archive_making import CLUSTER, QUICK_JAVA, Sessions, rows

from tawatur.archive.comparing import Result, compare_archive

pytestmark = pytest.mark.spark


@contextmanager
def started(log: Path, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process of Spark's; ended with its children."""
    import pyspark

    home = Path(pyspark.__file__).parent
    own = {"SPARK_LOCAL_IP": "127.0.0.1", "SPARK_HOME": str(home), "SPARK_DAEMON_MEMORY": "256m"}
    own |= {"PYSPARK_PYTHON": sys.executable, "SPARK_DAEMON_JAVA_OPTS": QUICK_JAVA}
    with log.open("wb") as out:
        run = [str(home / "bin" / "spark-class"), *words]
        process = subprocess.Popen(run, env=os.environ | own, stdout=out, stderr=out, start_new_session=True)
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(30)


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a master with two workers of one core."""
    folder = tmp_path_factory.mktemp("cluster")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"spark://127.0.0.1:{port}"
    deploy = "org.apache.spark.deploy"
    here = ("--host", "127.0.0.1", "--webui-port", "0")
    with ExitStack() as stack:
        log = folder / "master.log"
        stack.enter_context(started(log, f"{deploy}.master.Master", *here, "--port", str(port)))
        for i in range(2):
            more = ("--cores", "1", "--memory", "700m", "--work-dir", str(folder / f"work-{i}"), url)
            stack.enter_context(started(folder / f"worker-{i}.log", f"{deploy}.worker.Worker", *here, *more))
        until = time.monotonic() + 120
        while log.read_text(errors="replace").count("Registering worker") < 2:
            assert time.monotonic() < until, log.read_text(errors="replace")[-2_000:]
            time.sleep(0.2)
        yield url


def test_a_run_on_a_cluster_that_is_killed_goes_on_and_gives_all_rows_of_duckdb(
    master: str, sessions: Sessions, readings: Path, compared: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "tawatur", "archive", "compare", "--in", str(readings), "--out", str(out)]
    command += ["--engine", "spark", "--master", master, "--partitions", "2"]
    for key, value in CLUSTER.items():
        command += ["--set", f"{key}={value}"]
    run = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
    while not (out / "stages" / "named").exists() and run.poll() is None:
        time.sleep(0.05)
    time.sleep(0.3)  # into the stage after it
    os.killpg(run.pid, signal.SIGKILL)
    assert run.wait() == -signal.SIGKILL
    done = {p.name: p.stat().st_mtime_ns for p in (out / "stages").iterdir()}
    assert {"called", "named"} <= set(done)
    made: list[str] = []
    compare_archive(readings, out, sessions.at(master, 2), told=lambda name, _: made.append(name))
    assert done.keys().isdisjoint(made)
    assert {name: (out / "stages" / name).stat().st_mtime_ns for name in done} == done
    for result in Result:
        assert rows(out / f"{result}.parquet") == rows(compared / f"{result}.parquet")
