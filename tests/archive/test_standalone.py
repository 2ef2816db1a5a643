"""A Spark cluster of a master and two workers: a run that is killed there goes on, and gives the rows of DuckDB."""

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
from archive_making import SPARK, rows

from tawatur.archive.comparing import Result, compare_archive
from tawatur.archive.duck import DuckEngine

pytestmark = pytest.mark.spark


@contextmanager
def started(log: Path, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process of Spark's; ended with its children."""
    import pyspark

    home = Path(pyspark.__file__).parent
    own = {"SPARK_LOCAL_IP": "127.0.0.1", "SPARK_HOME": str(home), "SPARK_DAEMON_MEMORY": "256m"}
    own["PYSPARK_PYTHON"] = sys.executable
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


def test_a_run_on_a_cluster_that_is_killed_goes_on_and_gives_the_rows_of_duckdb(
    master: str, readings: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "tawatur", "archive", "compare", "--in", str(readings), "--out", str(out)]
    command += ["--engine", "spark", "--master", master, "--partitions", "2", "--only", "entities"]
    for key, value in {**SPARK, "spark.executor.memory": "500m"}.items():
        command += ["--set", f"{key}={value}"]
    environment = os.environ | {"SPARK_LOCAL_IP": "127.0.0.1"}
    first = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, start_new_session=True)
    while not (out / "stages" / "named").exists() and first.poll() is None:
        time.sleep(0.05)
    time.sleep(0.3)  # into the stage after it
    os.killpg(first.pid, signal.SIGKILL)
    first.wait()
    done = {p.name: p.stat().st_mtime_ns for p in (out / "stages").iterdir()}
    ended = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    assert "named" in done
    assert {n: (out / "stages" / n).stat().st_mtime_ns for n in done if (out / "stages" / n).exists()} == done
    assert "called: " not in ended.stderr  # it was not made again
    engine = DuckEngine(tmp_path / "temp", workers=1)
    compare_archive(readings, tmp_path / "duck", engine, [Result.entities])
    engine.close()
    assert rows(out / "entities.parquet") == rows(tmp_path / "duck" / "entities.parquet")
