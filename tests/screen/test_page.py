"""What a user reads of a screening: why a hit is weak, what was not used, what there is more of."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tawatur import work
from tawatur.record.watchlists import Screening, Subject, Watchlist
from tawatur.screen.lists import load_list
from tawatur.screen.screening import screen
from tawatur.store.record import Record
from tawatur.tell import pages
from tawatur.tell.render import render
from tawatur.tell.view import View
from tawatur.work import watchlists

TODAY = date(2026, 11, 22)
FIRST = "قال وزير الخارجية المغربي ناصر بوريطة إن الاجتماع سيعقد في الرباط. {}\n"


def own(folder: Path, lines: str) -> list[Watchlist]:
    (folder / "own.csv").write_text(lines, encoding="utf-8")
    return [load_list(folder / "own.csv")]


def shown(screening: Screening, lang: str = "ar", view: View | None = None, refused: list[str] | None = None) -> str:
    text = render(pages.screening_page(screening, lang, view, refused), "text")
    return re.sub("[\u2066-\u2069\u200e\u200f]", "", text)


def record(folder: Path, more: str) -> Record:
    (folder / "a.txt").write_text(FIRST.format(more), encoding="utf-8")
    opened = Record(folder / "r.tawatur", create=True)
    work.take_in(opened, [str(folder / "a.txt")], published="2022-05-11", workers=1)
    return opened


def test_a_hit_by_an_acronym_only_is_weak_and_says_so(tmp_path: Path) -> None:
    lists = own(tmp_path, "name,kind\nEHRF,organisation\nEastern Harvest Relief Foundation,organisation\n")
    screening = watchlists.screen_names(lists, ["Eastern Harvest Relief Foundation"], "organisation", TODAY)
    assert [(h.entry.names[0].text, h.weak) for h in screening.hits] == [
        ("Eastern Harvest Relief Foundation", False),
        ("EHRF", True),
    ]
    assert "ضعيف: اختصار فقط" in shown(screening)
    assert "لا يطابق إلا اختصار تشترك فيه جهات كثيرة" in shown(screening)
    assert "only an acronym matches" in shown(screening, "en")


def test_a_short_spelling_of_the_reports_makes_a_weak_hit_that_names_the_fuller_one(tmp_path: Path) -> None:
    opened = record(tmp_path, "وأضاف بوريطة أن الاجتماع مهم.")
    screening = watchlists.screen_record(opened, own(tmp_path, "name,kind\nBourita,person\n"), TODAY)
    (hit,) = screening.hits
    assert (hit.weak, hit.spelled) == (True, ["بوريطة"])
    assert "ضعيف: جزء من الاسم فقط" in shown(screening)
    assert "only a part of the name matches: بوريطة; the reports have a fuller one: ناصر بوريطة" in shown(
        screening, "en"
    )


def test_a_short_spelling_is_no_hit_where_the_list_knows_a_fuller_name(tmp_path: Path) -> None:
    opened = record(tmp_path, "وأضاف بوريطة أن الاجتماع مهم.")
    listed = own(tmp_path, "name,alias,kind\nAhmed Bourita,Bourita,person\n")
    assert watchlists.screen_record(opened, listed, TODAY).hits == []


def test_three_sentences_of_a_name_are_shown_once_and_the_rest_counted(tmp_path: Path) -> None:
    told = " ".join(f"وأكد ناصر بوريطة ذلك للمرة {word}." for word in ("الأولى", "الثانية", "الثالثة", "الرابعة"))
    opened = record(tmp_path, told)
    lists = own(tmp_path, "name,kind,id\nNasser Bourita,person,1\nNasir Bourita,person,2\n")
    screening = watchlists.screen_record(opened, lists, TODAY)
    view = View(opened.readings(), work.comparison(opened), "ar")
    text = shown(screening, view=view)
    assert [len(h.sentences) for h in screening.hits] == [5, 5]
    assert text.count("الشاهد") == 3
    assert text.count("للمرة الأولى") == 1
    assert "+ جملتان، كلها مع --json" in text


def test_countries_are_said_in_the_language_of_the_page(tmp_path: Path) -> None:
    lists = own(tmp_path, "name,kind,nationality\nSalim al-Ghamrawi,person,Philippines\n")
    man = Subject("s", "person", ["سالم الغمراوي"], countries=["north-korea", "yemen"])
    screening = screen(lists, [man], {}, TODAY)
    assert "منصبه في بلد غير بلد القائمة: كوريا الشمالية، اليمن، وفي القائمة الفلبين" in shown(screening)
    assert "of another country: North Korea, Yemen, on the list Philippines" in shown(screening, "en")


def test_scripts_without_a_name_of_their_own_are_other_scripts(tmp_path: Path) -> None:
    (watchlist,) = own(tmp_path, "name\nสมชาย ใจดี\nनरेंद्र मोदी\n4711\n")
    page = render(pages.watchlist_page(watchlist, TODAY, "ar"), "text")
    assert "كتابة أخرى 2" in page
    assert "بلا حروف 1" in page
    assert "Zyyy" not in page + render(pages.watchlist_page(watchlist, TODAY, "en"), "text")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        (" ", "اسم فارغ"),
        ("😀", "«😀» بلا حروف"),
        ("س" * 10_000, "أطول من 300 حرف"),
        ("習近平", "«習近平» بغير العربية واللاتينية والسيريلية"),
    ],
)
def test_a_name_that_cannot_be_compared_is_said_at_the_top(tmp_path: Path, name: str, says: str) -> None:
    lists = own(tmp_path, "name\nSalim al-Ghamrawi\n")
    text = shown(watchlists.screen_names(lists, [name, "سالم الغمراوي"], None, TODAY))
    assert "اسم واحد · قائمة واحدة · تطابق واحد" in text
    assert text.index(says) < text.index("كل تطابق سؤال")
    assert len(max(text.splitlines(), key=len)) < 300


def test_a_refused_list_stands_in_the_headline_and_at_the_top(tmp_path: Path) -> None:
    lists = own(tmp_path, "name\nSalim al-Ghamrawi\n")
    screening = watchlists.screen_names(lists, ["محمد السادس"], None, TODAY)
    text = shown(screening, refused=["un.xml: is cut off."])
    assert "بلا تطابق · قائمة واحدة لم تستعمل" in text.splitlines()[0]
    assert text.index("un.xml: is cut off.") < text.index("لا تطابق في هذه القوائم")
