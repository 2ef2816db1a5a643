"""A network in ONNX Runtime: on the CPU, one thread, made anew in every process.

Knows nothing of what the network is for.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray


class Session:
    """One ONNX file. The runtime's own session is made at the first run of a process: it may be pickled and forked."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._process = 0
        self._made: Any = None

    def __getstate__(self) -> dict[str, Any]:
        return {"_path": self._path, "_process": 0, "_made": None}

    def run(self, **inputs: list[int]) -> list[NDArray[np.float32]]:
        """The network's outputs, in its order, for these rows of integers."""
        if self._process != os.getpid():
            self._made, self._process = _make(self._path), os.getpid()
        rows = {name: np.asarray(row, dtype=np.int64) for name, row in inputs.items()}
        outputs: list[NDArray[np.float32]] = self._made.run(None, rows)
        return outputs


def _make(path: Path) -> Any:
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # many reports are read by many processes
    options.log_severity_level = 3
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
