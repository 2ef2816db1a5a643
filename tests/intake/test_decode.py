"""Bytes to text: what is told, what is refused, and that nothing is changed."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.errors import SourceError
from tawatur.intake.decode import decode

TEXT = "أعلنت وزارة الخارجية في بيان أن الوفد وصل إلى العاصمة.\r\nوقال الوزير إن المحادثات بدأت على هامش القمة.\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256", "iso8859-6"]
)
def test_every_encoding_gives_the_same_text(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_the_mark_of_big_endian_utf16_is_dropped() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")) == TEXT


def test_line_ends_and_odd_spaces_stay() -> None:
    text = "  سطر أول\r\n\r\n\tسطر ثان\u00a0\u200f\rسطر ثالث  "
    assert decode(text.encode()) == text


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t ", b"\x00\x00", b"\xff\xfe"])
def test_empty_is_said_to_be_empty(data: bytes) -> None:
    with pytest.raises(SourceError, match="is empty"):
        decode(data)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00" + bytes(range(256)) * 4,
        b"PK\x03\x04\x14\x00\x08\x00" + bytes(range(32)) * 20,
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 3,
    ],
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"\.txt"):
        decode(data)


def test_other_one_byte_alphabets_are_not_taken_for_arabic() -> None:
    with pytest.raises(SourceError, match="byte 0"):
        decode("Министр иностранных дел заявил, что переговоры продолжатся".encode("cp1251"))
    with pytest.raises(SourceError, match="UTF-8"):
        decode("La réunion a été présidée par le ministre à Genève".encode("cp1252"))


def test_utf16_that_breaks_off_says_where() -> None:
    with pytest.raises(SourceError, match="byte"):
        decode(b"\xff\xfe" + TEXT.encode("utf-16-le")[:-1])


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_one_sentence(data: bytes) -> None:
    with suppress(SourceError):
        assert decode(data).strip()


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=100))
def test_utf8_with_its_mark_never_changes_the_text(text: str) -> None:
    if text.strip() and not any(c in text for c in "\ufffe\uffff\ufeff"):
        assert decode(b"\xef\xbb\xbf" + text.encode()) == text
