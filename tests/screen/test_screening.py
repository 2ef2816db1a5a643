"""Names against lists: who is found in which spelling, who is not, and what a person is told to decide by."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tawatur.record.types import Interval
from tawatur.record.watchlists import Birth, Hit, Subject
from tawatur.screen import screening
from tawatur.screen.lists import load_list
from tawatur.screen.screening import Screener
from tawatur.screen.subjects import typed

LISTS = Path(__file__).parent / "lists"


@pytest.fixture(scope="module")
def un() -> Screener:
    return Screener([load_list(LISTS / "un.xml")])


def ask(screener: Screener, name: str, kind: str | None = None) -> list[Hit]:
    (subject,) = typed([name], kind)
    return screener.hits(subject)


def codes(hit: Hit) -> tuple[set[str], set[str]]:
    return {r.code for r in hit.speaks_for}, {r.code for r in hit.speaks_against}


@pytest.mark.parametrize(
    "name", ["سالم ناصر الغمراوي", "سالم الغمراوي", "Salem al-Ghamrawi", "Salim Nasser El Ghamraoui", "GHAMRAWI, Salem"]
)
def test_a_listed_man_is_found_in_any_spelling_and_script(un: Screener, name: str) -> None:
    (hit,) = ask(un, name)
    assert hit.entry.id == "YEi.901"
    assert not hit.weak
    assert hit.pairs[0].speaks_for
    assert hit.watchlist.day == date(2026, 11, 2)


@pytest.mark.parametrize("name", ["سعيد الغمراوي", "سالم ناصر البغدادي", "نور الدين بن ناصر", "شركة الغمراوي للتجارة"])
def test_a_namesake_is_no_hit(un: Screener, name: str) -> None:
    assert ask(un, name) == []


def test_every_name_of_the_entry_that_matches_is_told_the_best_first(un: Screener) -> None:
    (hit,) = ask(un, "سالم ناصر الغمراوي")
    assert {p.listed.text for p in hit.pairs} >= {"سالم ناصر الغمراوي", "SALIM NASIR AL-GHAMRAWI"}
    assert hit.score == hit.pairs[0].score == max(p.score for p in hit.pairs)


def test_a_name_that_the_list_calls_weak_makes_a_weak_hit(un: Screener) -> None:
    (hit,) = ask(un, "أبو تراب")
    assert hit.weak
    assert "weak_name" in codes(hit)[1]


def test_persons_and_organisations_do_not_cross(un: Screener) -> None:
    assert [h.entry.id for h in ask(un, "جمعية حصاد الوادي")] == ["QDe.903"]
    assert ask(un, "جمعية حصاد الوادي", "person") == []
    assert ask(un, "سالم ناصر الغمراوي", "organisation") == []


def test_a_list_that_leaves_the_kind_open_says_so() -> None:
    (hit,) = ask(Screener([load_list(LISTS / "own.csv")]), "Lantern House", "organisation")
    assert "open_kind" in codes(hit)[1]


def test_ofac_names_are_turned_into_the_order_they_are_said_in() -> None:
    (hit,) = ask(Screener([load_list(LISTS / "sdn.csv")]), "سالم الغمراوي", "person")
    assert hit.pairs[0].listed.text == "EL-GHAMRAOUI, Salem"


def subject(births: list[Birth] | None = None, countries: list[str] | None = None, title: str = "") -> Subject:
    positions = [title] if title else []
    return Subject("s", "person", ["سالم ناصر الغمراوي"], births or [], countries or [], positions)


def years(first: int, last: int | None = None, about: bool = False) -> Birth:
    return Birth(Interval(date(first, 1, 1), date(last or first, 12, 31)), about)


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (years(1974), "birth_agrees"),
        (years(1975), "birth_agrees"),  # a year apart: calendars
        (years(1979), "birth_agrees"),  # 1976 to 1978
        (years(1980, 1981, about=True), "birth_agrees"),
        (years(1955), "birth_differs"),
        (years(1990, 1991, about=True), "birth_differs"),
    ],
)
def test_years_of_birth_speak_for_or_against(un: Screener, known: Birth, said: str) -> None:
    (hit,) = un.hits(subject([known]))
    assert said in codes(hit)[0] | codes(hit)[1]


def test_a_position_and_its_country_speak_too(un: Screener) -> None:
    (same,) = un.hits(subject(countries=["yemen"], title="القائد العسكري"))
    (other,) = un.hits(subject(countries=["morocco"], title="وزير الثقافة"))
    assert codes(same)[0] >= {"country_agrees", "position_agrees"}
    assert "country_differs" in codes(other)[1]
    assert "position_agrees" not in codes(other)[0]


def test_an_id_of_a_hit_is_the_same_in_every_version_of_the_list(un: Screener) -> None:
    older = Screener([load_list(LISTS / "un-older.xml")])
    assert ask(un, "سالم ناصر الغمراوي")[0].id == ask(older, "سالم ناصر الغمراوي")[0].id


@pytest.mark.parametrize("name", ["", " ", "a", "ا", "١٢٣", "😀", "\u200f\u202e", "س" * 10_000, "x y " * 2_000])
def test_odd_names_find_nothing_and_break_nothing(un: Screener, name: str) -> None:
    assert [hit for s in typed([name]) for hit in un.hits(s)] == []


def test_a_hit_on_one_part_of_a_name_says_so(un: Screener) -> None:
    (kunya,) = ask(un, "أبا تراب", "person")
    (full,) = ask(un, "سالم الغمراوي", "person")
    assert "one_word" in codes(kunya)[1]
    assert "one_word" not in codes(full)[1]


def test_two_entries_that_answer_alike_are_told(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("name,id\nSalim al-Ghamrawi,1\nSalem el-Ghamraoui,2\nRashid al-Tuwaili,3\n", encoding="utf-8")
    screener = Screener([load_list(own)])
    assert [("several_entries" in codes(h)[1]) for h in ask(screener, "سالم الغمراوي")] == [True, True]
    assert "several_entries" not in codes(ask(screener, "راشد الطويلي")[0])[1]


@pytest.fixture
def nothing_set_aside() -> Iterator[None]:
    gc.unfreeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("nothing_set_aside")
def test_many_names_are_set_aside_from_what_is_searched_for_garbage_and_few_are_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lists = [load_list(LISTS / "un.xml")]
    Screener(lists)
    assert gc.get_freeze_count() == 0
    monkeypatch.setattr(screening, "_MANY", 1)
    assert Screener(lists).hits(subject())
    assert gc.get_freeze_count() > 0


def test_a_name_that_the_list_has_in_cyrillic_only_is_found(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("name,kind\nРамзан Кадыров,person\n", encoding="utf-8")
    screener = Screener([load_list(own)])
    for name in ("Ramzan Kadyrov", "رمضان قديروف", "Рамзан Кадыров"):
        assert [h.entry.names[0].text for h in ask(screener, name)] == ["Рамзан Кадыров"]
