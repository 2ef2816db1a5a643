"""What travels packed is, unpacked, what is read by who takes nothing packed."""

from __future__ import annotations

import gzip

from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from tawatur.desk.packing import Packed, gzipped

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.lists(TEXTS, max_size=5))
def test_parts_packed_one_by_one_are_one_file(parts: list[str]) -> None:
    assert gzip.decompress(gzipped([Packed.of(part) for part in parts])).decode() == "".join(parts)


def test_a_page_is_the_same_packed_or_not(reader: TestClient) -> None:
    for address in ("/?lang=en", "/search?q=مراكش&lang=ar", "/entity/global-coalition?lang=ar", "/report/01-outlet-a"):
        reader.get(address)
        plain, packed = (reader.get(address, headers={"accept-encoding": how}) for how in ("identity", "gzip"))
        assert plain.status_code == packed.status_code == 200
        assert "content-encoding" not in plain.headers
        assert packed.headers["content-encoding"] == "gzip"
        assert {plain.headers["vary"], packed.headers["vary"]} == {"Accept-Encoding"}
        assert _unsigned(plain.text) == _unsigned(packed.text)
        assert "\0" not in packed.text


def _unsigned(page: str) -> list[str]:
    """A page without the tokens of its forms."""
    return [line for line in page.splitlines() if "form_token" not in line]
