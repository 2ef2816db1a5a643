"""Bytes to text: UTF-8, UTF-16, UTF-32, Windows-1256 and ISO 8859-6, never guessed without evidence."""

from __future__ import annotations

import re

from tawatur.errors import SourceError
from tawatur.language.detect import known_share
from tawatur.text.encodings import ONE_BYTE, PLAUSIBLE, marked

_SAMPLE = 20_000
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_WORD = re.compile(r"[^\W\d_]+")


def decode(data: bytes) -> str:
    """The text of a file's bytes, without its byte order mark and with its line ends as they came.

    Raises SourceError for what is empty, binary or in no encoding that can be told.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise SourceError("is empty; give a file with a report's text")
    if mark := marked(data):
        encoding, length = mark
        return _checked(_strict(data[length:], encoding))
    sixteen = _without_mark(data)
    if sixteen:
        return _checked(_strict(data, sixteen))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _one_byte(data, error.start)


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without its mark: every second byte is then the high one, 06 for Arabic letters, 00 for Latin ones."""
    sample = data[:_SAMPLE]
    if len(sample) < 4 or len(data) % 2:
        return None
    first, second = (sum(b in (0x00, 0x06, 0x20) for b in sample[i::2]) / (len(sample) // 2) for i in (0, 1))
    if second > 0.8 and first < 0.5 and _high(sample[1::2]):
        return "utf-16-le"
    if first > 0.8 and second < 0.5 and _high(sample[0::2]):
        return "utf-16-be"
    return None


def _high(high_bytes: bytes) -> bool:
    return high_bytes.count(0x00) + high_bytes.count(0x06) > len(high_bytes) / 2


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"is marked as {encoding.upper()} but breaks off at byte {error.start}; save it again as UTF-8"
        ) from error


def _one_byte(data: bytes, broken: int) -> str:
    best, score = "", 0.0
    for encoding in ONE_BYTE:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        found = plausible_arabic(text[:_SAMPLE])
        if found > score:
            best, score = text, found
    if score < PLAUSIBLE or _binary(best):
        if data.count(b"\x00") or _binary(data[:_SAMPLE].decode("latin-1")):
            raise SourceError("is a binary file, not a text; give the report as .txt, .html or .jsonl")
        raise SourceError(
            f"is neither UTF-8 (broken at byte {broken}) nor Arabic in Windows-1256; save it again as UTF-8"
        )
    return _checked(best)


def plausible_arabic(text: str) -> float:
    """The share of words that are function words or carry the article; 0 where few letters are Arabic."""
    words: list[str] = _WORD.findall(text)
    letters = sum(len(w) for w in words)
    arabic = sum("\u0621" <= c <= "\u064a" for w in words for c in w)
    if not letters or arabic < 0.6 * letters:
        return 0.0
    return known_share(words)


def _binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    return len(_CONTROL.findall(sample)) > max(2, len(sample) // 200)


def _checked(text: str) -> str:
    if _binary(text):
        raise SourceError("is a binary file, not a text; give the report as .txt, .html or .jsonl")
    if not text.strip():
        raise SourceError("is empty; give a file with a report's text")
    return text
