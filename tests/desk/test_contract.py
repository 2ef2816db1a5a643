"""The API keeps what its description says, whatever is asked of it: requests made up from the description, against a
desk over the examples. `make test-all` runs it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable

from tawatur.desk import create_app
from tawatur.desk.adding.process import ReaderProcess
from tawatur.desk.api.document import openapi

schemathesis = pytest.importorskip("schemathesis", reason="make test-server installs it")
checks = pytest.importorskip("schemathesis.checks")
conforms = pytest.importorskip("schemathesis.specs.openapi.checks")
HOST = "http://127.0.0.1"
# Not asked: that what fits the schema is never refused (an id that the record does not have is), and what needs
# several requests.
CHECKS = [
    checks.not_a_server_error,
    conforms.status_code_conformance,
    conforms.content_type_conformance,
    conforms.response_schema_conformance,
    conforms.response_headers_conformance,
    conforms.negative_data_rejection,
    conforms.unsupported_method,
]


OPERATIONS = [(path, method) for path, methods in openapi()["paths"].items() for method in methods]


@pytest.fixture(scope="module")
def api(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    path = tmp_path_factory.mktemp("contract") / "examples.tawatur"
    shutil.copy(made, path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ReaderProcess, "ensure", lambda self: None)
        app = create_app(path)
        yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, headers={"host": "127.0.0.1"})


@pytest.mark.server
@pytest.mark.parametrize(("path", "method"), OPERATIONS, ids=lambda part: part)
@pytest.mark.parametrize("mode", ["positive", "negative"])
def test_every_answer_is_as_described(api: Any, path: str, method: str, mode: str) -> None:
    operation = api[path][method]
    mode_ = schemathesis.GenerationMode(mode)

    @settings(
        max_examples=10,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode_))
    def holds(case: Any) -> None:
        case.call_and_validate(base_url=HOST, checks=CHECKS)

    with suppress(Unsatisfiable):  # nothing can be wrong with a request that takes nothing
        holds()
