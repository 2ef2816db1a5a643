"""The files of a model on disk, and whether they are the ones that were made."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

META, NETWORK, PIECES = "ner.json", "ner.onnx", "pieces.json.gz"
SHIPPED = Path(__file__).with_name("weights")


class ModelError(Exception):
    """A model that cannot be used: one sentence, what and where."""


def described(folder: Path, pinned: str | None = None) -> dict[str, Any]:
    """What ner.json of a folder says of its model.

    Raises ModelError where a file is missing, where one's SHA-256 is another than ner.json says, or where that of
    ner.json itself is another than `pinned`.
    """
    text = _content(folder / META)
    if pinned is not None:
        _compare(folder / META, text, pinned)
    try:
        meta: dict[str, Any] = json.loads(text)
        sums = {name: str(meta["sha256"][name]) for name in (NETWORK, PIECES)}
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{folder / META} does not describe a model ({type(error).__name__}: {error})") from None
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
