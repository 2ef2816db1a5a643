"""A watchlist's file, opened: packed or not, its hash, its encoding; read twice as a stream, never held whole."""

from __future__ import annotations

import codecs
import gzip
import hashlib
import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, cast

from tawatur.errors import ListError
from tawatur.language.detect import known_share
from tawatur.text.encodings import ONE_BYTE, PLAUSIBLE, marked

MOST_BYTES = 4_000_000_000  # unpacked: a small .gz must not fill the disk or the day
_BLOCK = 1 << 20
_HEAD = 1 << 16
_SAMPLE = 200_000  # bytes of lines that are not ASCII, by which a one-byte encoding is told
# Under these names a decoder takes the mark itself away.
_WITH_MARK = {
    "utf-8": "utf-8-sig",
    "utf-32-le": "utf-32",
    "utf-32-be": "utf-32",
    "utf-16-le": "utf-16",
    "utf-16-be": "utf-16",
}
_ARABIC = re.compile(r"[\u0621-\u064a]{2,}")


@dataclass(slots=True)
class ListFile:
    """A file that may be a watchlist: `head` its first bytes unpacked, `sha256` and `size` of all of them, `modified`
    the day the file was last written; `broken` the first byte that is no UTF-8, with a sample of what is not ASCII."""

    path: Path
    head: bytes
    sha256: str
    size: int
    modified: date
    broken: int | None
    sample: bytes

    @contextmanager
    def binary(self) -> Iterator[IO[bytes]]:
        """The file's bytes, unpacked. Raises ListError where it cannot be read."""
        with reading(self.path), _open(self.path) as file:
            yield file

    @contextmanager
    def text(self) -> Iterator[IO[str]]:
        """The file's text with its line ends as they are. Raises ListError for an encoding that cannot be told."""
        encoding = self._encoding()
        with self.binary() as file, io.TextIOWrapper(file, encoding, newline="") as text:
            try:
                yield text
            except UnicodeDecodeError as error:
                raise ListError(
                    self.path, f"is not in {encoding.upper()} as it says ({error.reason}); save it again as UTF-8"
                ) from error

    def _encoding(self) -> str:
        if mark := marked(self.head):
            return _WITH_MARK[mark[0]]
        if self.broken is None:
            return "utf-8"
        best = max(ONE_BYTE, key=lambda e: arabic_share(self.sample.decode(e, "replace")))
        if arabic_share(self.sample.decode(best, "replace")) < PLAUSIBLE:
            raise ListError(
                self.path,
                f"is neither UTF-8 (broken at byte {self.broken}) nor Arabic in Windows-1256; save it again as UTF-8",
            )
        return best


def open_list(path: Path) -> ListFile:
    """Read a file through once. Raises ListError where it is missing, empty, damaged or too large."""
    digest, decoder = hashlib.sha256(), codecs.getincrementaldecoder("utf-8")()
    head, sample, size, broken = b"", bytearray(), 0, None
    with reading(path):
        if path.is_dir():
            raise ListError(path, "is a folder; give the list's file")
        modified = date.fromtimestamp(path.stat().st_mtime)
        with _open(path) as file:
            while block := file.read(_BLOCK):
                digest.update(block)
                head = head or block[:_HEAD]
                if broken is None:
                    broken = _first_broken(decoder, block, size)
                if len(sample) < _SAMPLE and not block.isascii():
                    sample += b"\n".join(line for line in block.split(b"\n") if not line.isascii())[:_SAMPLE]
                size += len(block)
                if size > MOST_BYTES:
                    raise ListError(path, f"is larger than {MOST_BYTES // 10**9} GB unpacked; give the list alone")
    if broken is None and _first_broken(decoder, b"", size, last=True) is not None:
        broken = size
    if not head.strip(b"\x00\xef\xbb\xbf\xff\xfe \t\r\n"):
        raise ListError(path, "is empty; download the list again")
    return ListFile(path, head, digest.hexdigest(), size, modified, broken, bytes(sample))


def _first_broken(decoder: codecs.IncrementalDecoder, block: bytes, before: int, last: bool = False) -> int | None:
    try:
        decoder.decode(block, last)
    except UnicodeDecodeError as error:
        return before + error.start
    return None


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turns what goes wrong with a file into ListError."""
    try:
        yield
    except FileNotFoundError as error:
        raise ListError(path, "does not exist; check the name") from error
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise ListError(path, "is a damaged or cut-off .gz file; download it again") from error
    except OSError as error:
        raise ListError(path, f"cannot be read ({error.strerror or error}); check its permissions") from error


def _open(path: Path) -> IO[bytes]:
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    return cast(IO[bytes], gzip.open(path, "rb")) if packed else path.open("rb")


def arabic_share(text: str) -> float:
    """The share of a text's Arabic words that carry the article or are function words: in names read through the right
    encoding one in five, in another alphabet read through an Arabic one hardly any."""
    return known_share(_ARABIC.findall(text))
