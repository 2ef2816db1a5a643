"""The files of a model on disk, and whether they are the ones that were made."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

FILES = ("model.onnx", "pieces.tsv", "normalise.tsv")
SHIPPED = Path(__file__).with_name("weights")


class ModelError(Exception):
    """A model that cannot be used: one sentence, what and where."""


def described(folder: Path, pinned: str | None = None) -> dict[str, Any]:
    """What meta.json of a folder says of its model.

    Raises ModelError where a file is missing, where one's SHA-256 is another than meta.json says, or where that of
    meta.json itself is another than `pinned`.
    """
    text = _content(folder / "meta.json")
    if pinned is not None:
        _compare(folder / "meta.json", text, pinned)
    try:
        meta: dict[str, Any] = json.loads(text)
        sums = {name: str(meta["sha256"][name]) for name in FILES}
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(
            f"{folder / 'meta.json'} does not describe a model ({type(error).__name__}: {error})"
        ) from None
    for name, expected in sums.items():
        _compare(folder / name, _content(folder / name), expected)
    return meta


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ModelError(f"{path} cannot be read ({error.strerror})") from None


def _compare(path: Path, content: bytes, expected: str) -> None:
    if hashlib.sha256(content).hexdigest() != expected:
        raise ModelError(f"{path} is not the file that was made: its SHA-256 is another")
