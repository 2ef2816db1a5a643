"""A list that cannot be read whole is refused in one sentence that names the file: no traceback, no half of a list."""

from __future__ import annotations

import gzip
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.errors import ListError
from tawatur.screen.lists import load_list

LISTS = Path(__file__).parent / "lists"
UN, OFAC, FTM = ((LISTS / name).read_bytes() for name in ("un.xml", "sdn.csv", "ftm.jsonl"))
DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
FILE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
ENTRY = b"<INDIVIDUAL><FIRST_NAME>%s</FIRST_NAME></INDIVIDUAL>"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n", "is empty"),
        (UN[: len(UN) // 2], "cut-off XML at line"),
        (UN + b"<more/>", "broken or cut-off XML"),
        (b"<CONSOLIDATED_LIST>" + ENTRY % b"A B" + b"</CONSOLIDATED_LIST>", "no REFERENCE_NUMBER"),
        (b"<CONSOLIDATED_LIST><INDIVIDUALS/></CONSOLIDATED_LIST>", "has no entries"),
        (DOCTYPE + b"<CONSOLIDATED_LIST>" + ENTRY % b"&b;" + b"</CONSOLIDATED_LIST>", "DOCTYPE"),
        (FILE + b"<CONSOLIDATED_LIST>" + ENTRY % b"&a;" + b"</CONSOLIDATED_LIST>", "DOCTYPE"),
        (b"<sdnList xmlns='x'><sdnEntry/></sdnList>", "OFAC's XML"),
        (b"<?xml version='1.0'?><rss></rss>", "XML with the root <rss>"),
        (b"<!DOCTYPE html><html><body>503 Service Unavailable</body></html>", "is a web page"),
        (b"\n<HTML><head><title>Access denied</title>", "is a web page"),
        (OFAC[: OFAC.index(b'OF THE VALLEY"')], "cannot be read as CSV"),
        (OFAC.replace(b',"vessel"', b""), "11 columns at line 3, where OFAC's list has 12"),
        ((LISTS / "alt.csv").read_bytes(), "aliases or addresses alone"),
        (FTM[:-40], "line 6 breaks off"),
        (FTM.replace(b'"schema":"Person"', b'"type":"Person"'), "line 1 is no FollowTheMoney entity"),
        (FTM + b"not json\n", "line 7 is no JSON"),
        (b'{"a": 1}', "is no FollowTheMoney entity"),
        (b'[{"id": "x"}]', "one JSON array"),
        (b"first,last\nA,B\n", "no column `name`"),
        (b"just a line of words", "no column `name`"),
        (b"name\n", "has no entries"),
        (b"name,id\nA B,1\nC D,1\n", "two different entries under the id 1"),
        (b"id,name\n1,A B\n2,\n", "line 3 has no name"),
        (b"name,id\nSmith, John,1\n", "line 2 has 3 columns and the header 2"),
        (b'name,id\n"A B,1\nC D,2\n', "check its quotation marks"),
        ("name\nМинистр Иванов\n".encode("cp1251"), "is neither UTF-8"),
        ("name\nسالم".encode("utf-16")[:-1], "is not in UTF-16"),
        (b"PK\x03\x04" + b"\x00" * 50, "is a spreadsheet or zip file"),
        (b"%PDF-1.7 ...", "is a PDF"),
        (b"\x00\x01\x02\x03" * 30, "is a binary file"),
        (gzip.compress(UN)[:-500], "cut-off .gz"),
    ],
)
def test_every_broken_list_has_its_sentence(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "a.list"
    path.write_bytes(data)
    with pytest.raises(ListError, match=r"^.*a\.list: [^\n]+\.$") as error:
        load_list(path)
    assert says in str(error.value)


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    for path, says in ((tmp_path / "none", "does not exist"), (tmp_path, "is a folder")):
        with pytest.raises(ListError, match=says):
            load_list(path)


def test_an_entry_that_stands_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("name,id\nA B,1\nA B,1\n", encoding="utf-8")
    assert len(load_list(path).entries) == 1


def read_or_refused(path: Path) -> bool:
    try:
        return bool(load_list(path).entries)
    except ListError as error:
        return str(error).startswith(f"{path}: ") and "\n" not in str(error)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    start=st.sampled_from([b"", UN[:900], OFAC[:120], FTM[:200], b"name,id\n", b"\x1f\x8b", b"\xff\xfe", b"{", b"<"]),
    rest=st.binary(max_size=300),
)
def test_any_bytes_are_a_list_or_a_sentence(tmp_path: Path, start: bytes, rest: bytes) -> None:
    path = tmp_path / "garbage"
    path.write_bytes(start + rest)
    assert read_or_refused(path)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cell=st.text(max_size=60))
def test_any_text_is_a_name_or_none(tmp_path: Path, cell: str) -> None:
    path = tmp_path / "own.csv"
    quoted = '"' + cell.replace('"', '""') + '"'
    path.write_bytes(f"name,id\nA B,1\n{quoted},2\n".encode("utf-8", "surrogatepass"))
    assert read_or_refused(path)


def test_reading_takes_time_in_line_with_length(tmp_path: Path) -> None:
    def seconds(rows: int) -> float:
        path = tmp_path / f"{rows}.csv"
        with path.open("w", encoding="utf-8") as file:
            file.write("name,id,reason\n")
            file.writelines(f"Salim {i} al-Ghamrawi,{i},{'x' * 200}\n" for i in range(rows))
        start = time.process_time()
        assert len(load_list(path).entries) == rows
        return time.process_time() - start

    seconds(1_000)
    assert seconds(3_000) < 12 * max(seconds(750), 0.02)


@pytest.mark.parametrize("crowded", ["(a" * 60_000, "a;" * 60_000, "a.k.a. 'x" * 12_000, "[" * 100_000, "سa" * 50_000])
def test_no_field_takes_more_time_than_its_length(tmp_path: Path, crowded: str) -> None:
    path = tmp_path / "a.csv"
    start = time.process_time()
    path.write_text(f'name,id,alias\nA B,1,"{crowded}"\n', encoding="utf-8")
    assert load_list(path).entries
    row = f'1,"A B","individual","X",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"{crowded}"\n'
    path.write_text(row, encoding="utf-8")
    assert load_list(path).entries
    assert time.process_time() - start < 8
