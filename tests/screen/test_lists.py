"""Watchlists in the formats of their publishers: what of an entry is read, and whence the list's date is."""

from __future__ import annotations

import gzip
import os
from datetime import date, datetime
from pathlib import Path

import pytest

from tawatur.record.types import Interval
from tawatur.record.watchlists import Birth, Entry, Watchlist
from tawatur.screen.identity import plain_stem
from tawatur.screen.lists import load_list
from tawatur.screen.spelling import listed_names, natural

LISTS = Path(__file__).parent / "lists"


def read(name: str) -> Watchlist:
    return load_list(LISTS / name)


def texts(entry: Entry, weak: bool = False) -> list[str]:
    return [n.text for n in entry.names if n.weak is weak]


def test_the_un_list_has_names_in_every_script_and_says_which_are_weak() -> None:
    watchlist = read("un.xml")
    man, _, charity = watchlist.entries
    assert (watchlist.id, watchlist.day, watchlist.dated_by) == ("un-consolidated", date(2026, 11, 2), "list")
    assert (man.id, man.kind, man.countries, man.programmes) == ("YEi.901", "person", ["Yemen"], ["Yemen"])
    assert texts(man) == ["SALIM NASIR AL-GHAMRAWI", "سالم ناصر الغمراوي", "Salem Nasser el-Ghamraoui"]
    assert texts(man, weak=True) == ["Abu Turab", "أبو تراب", "Abou Tourab"]
    assert (man.listed, man.amended) == (date(2015, 4, 14), date(2019, 5, 1))
    assert "interpol" not in (man.reason or "").lower()
    assert texts(charity) == [
        "HARVEST CHARITY OF THE VALLEY",
        "جمعية حصاد الوادي",
        "Valley Harvest Foundation",
        "Valley Harvest Fund",
    ]
    assert texts(charity, weak=True) == ["HCV"]
    assert charity.countries == ["Libya"]


def test_births_are_days_years_or_from_year_to_year() -> None:
    first, second, _ = read("un.xml").entries
    assert first.births == [
        Birth(Interval(date(1974, 7, 17), date(1974, 7, 17))),
        Birth(Interval(date(1976, 1, 1), date(1978, 12, 31))),
    ]
    assert second.births == [Birth(Interval(date(1951, 1, 1), date(1951, 12, 31)), about=True)]


def test_ofac_finds_aliases_and_addresses_beside_it() -> None:
    man, charity, ship = read("sdn.csv").entries
    assert texts(man) == ["AL-GHAMRAWI, Salim Nasir", "EL-GHAMRAOUI, Salem"]
    assert texts(man, weak=True) == ["ABU TURAB", "ABU 'ABD AL-'AZIZ'"[:-1]]
    assert (man.programmes, man.countries) == (["SDGT", "YEMEN"], ["Yemen", "Oman"])
    assert [str(b.days.first) for b in man.births] == ["1974-07-17", "1976-01-01"]
    assert (charity.kind, charity.countries, texts(charity)[1]) == (
        "organisation",
        ["Libya"],
        "VALLEY HARVEST FOUNDATION",
    )
    assert ship.kind == "vessel"
    assert natural(man.names[0], man.kind) == "Salim Nasir AL-GHAMRAWI"


def test_ofac_without_its_companions_says_so(tmp_path: Path) -> None:
    (tmp_path / "sdn.csv").write_bytes((LISTS / "sdn.csv").read_bytes())
    watchlist = load_list(tmp_path / "sdn.csv")
    assert [(n.code, n.values) for n in watchlist.notes] == [
        ("no_companion", ("alt.csv",)),
        ("no_companion", ("add.csv",)),
    ]


def test_a_list_without_a_date_has_that_of_its_file_or_of_the_user(tmp_path: Path) -> None:
    path = tmp_path / "sdn.csv"
    path.write_bytes((LISTS / "sdn.csv").read_bytes())
    then = datetime(2026, 3, 1, 12).timestamp()
    os.utime(path, (then, then))
    by_file, by_user = load_list(path), load_list(path, date(2025, 1, 1))
    assert (by_file.day, by_file.dated_by) == (date(2026, 3, 1), "file")
    assert (by_user.day, by_user.dated_by) == (date(2025, 1, 1), "user")
    assert load_list(LISTS / "un.xml", date(2025, 1, 1)).day == date(2026, 11, 2)


def test_follow_the_money_joins_sanctions_and_leaves_out_what_is_only_linked() -> None:
    watchlist = read("ftm.jsonl")
    man, charity, house = watchlist.entries
    assert (watchlist.id, watchlist.day) == ("ftm-xx_sanctions", date(2026, 11, 9))
    assert texts(man, weak=True) == ["Abu Turab"]
    assert {"سالم ناصر الغمراوي", "Salem el-Ghamraoui"} <= set(texts(man))
    assert man.programmes == ["sanction", "Valley order"]
    assert (man.reason, man.listed) == ("Commander in the north.", date(2015, 4, 14))
    assert (charity.kind, house.kind, house.listed) == ("organisation", "unknown", date(2020, 2, 3))
    assert len(watchlist.entries) == 3
    assert [(n.code, n.values) for n in watchlist.notes] == [("only_linked", ("1",))]


def test_a_table_of_ones_own_is_known_by_its_headers() -> None:
    watchlist = read("own.csv")
    man, company, house = watchlist.entries
    assert (man.id, man.kind, man.countries) == ("7", "person", ["اليمن"])
    assert texts(man) == ["سالم ناصر الغمراوي", "Salem El Ghamraoui", "Salim Nasir Al Ghamrawi"]
    assert texts(man, weak=True) == ["أبو تراب"]
    assert man.births[0].days.first == date(1974, 1, 1)
    assert (company.kind, house.kind) == ("organisation", "unknown")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_comes_in_any_encoding_and_separator(tmp_path: Path, encoding: str, separator: str) -> None:
    path = tmp_path / "mine.csv"
    rows = [("name", "Date"), ("سالم الغمراوي", "2026-10-01"), ("راشد الطويلي", "2026-09-01")]
    path.write_bytes("\r\n".join(separator.join(row) for row in rows).encode(encoding))
    watchlist = load_list(path)
    assert [e.names[0].text for e in watchlist.entries] == ["سالم الغمراوي", "راشد الطويلي"]
    assert (watchlist.day, watchlist.dated_by) == (date(2026, 10, 1), "list")


@pytest.mark.parametrize("name", ["un.xml", "ftm.jsonl", "own.csv"])
def test_a_packed_list_is_the_same_list_whatever_its_name(tmp_path: Path, name: str) -> None:
    plain, packed = read(name), tmp_path / "download"
    packed.write_bytes(gzip.compress((LISTS / name).read_bytes()))
    again = load_list(packed)
    assert (again.sha256, again.entries) == (plain.sha256, plain.entries)


def test_a_newer_copy_of_a_list_is_the_same_list() -> None:
    names = ["customers.csv", "customers-2026-03-01.csv.gz", "customers_20260301.csv", "customers 2026-03.csv"]
    assert {plain_stem(Path(n)) for n in names} == {"customers"}


@pytest.mark.parametrize(
    ("raw", "kind", "names"),
    [
        ("Fazel Rahim; Fazil Rahim", "person", ["Fazel Rahim", "Fazil Rahim"]),
        ("Agha Jan Alizai اغا جان", "person", ["Agha Jan Alizai", "اغا جان"]),
        ("عبد الحق (Abdul Haq; Abdel Hak)", "person", ["عبد الحق", "Abdul Haq", "Abdel Hak"]),
        ("(Sheikh) Musa Hilal", "person", ["Sheikh Musa Hilal"]),
        ("Lahbib Idrissi ould El\n             Bachir", "person", ["Lahbib Idrissi ould El Bachir"]),
        ("Safia Hadad, born 1 Jan. 1953 (passport no. 1, expiry 2024.)", "person", ["Safia Hadad"]),
        ("Abdurezak, Abdelrazaq, Abdrazzak", "person", ["Abdurezak", "Abdelrazaq", "Abdrazzak"]),
        ("AL-TURKI, Hassan", "person", ["AL-TURKI, Hassan"]),
        ("RELIEF FOUNDATION (INDONESIA)", "organisation", ["RELIEF FOUNDATION INDONESIA"]),
        ("HARAKAT UL-ANSAR / HUA", "organisation", ["HARAKAT UL-ANSAR", "HUA"]),
        ("  ", "person", []),
        ("-", "person", []),
    ],
)
def test_what_lists_crowd_into_one_field_is_taken_apart(raw: str, kind: str, names: list[str]) -> None:
    assert [n.text for n in listed_names(raw, kind)] == names
