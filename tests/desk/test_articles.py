"""What is kept of pages is what the record says now, and a page is made anew only where that is something else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from visiting import form_token

from tawatur import work
from tawatur.desk import create_app, handed
from tawatur.desk.handed import Handed
from tawatur.desk.pages import entity, report, search, stories, story
from tawatur.store import finding
from tawatur.store.finding import Finding
from tawatur.store.held import Held
from tawatur.store.record import Record
from tawatur.store.shelf import stories as shelf_stories
from tawatur.store.shelf.stories import Stories
from tawatur.work import comparing

STORY = "/story/story-2022-05-11-01-outlet-a?lang=en"
ENTITY = "/entity/global-coalition?lang=en"
REPORT = "/report/01-outlet-a?lang=en"
PAGES = (STORY, ENTITY, REPORT)
LISTS = ("/?lang=en", "/search?q=مراكش&lang=en")
CONCERNS = """اختتام اجتماع التحالف الدولي ضد داعش في مراكش

outlet-k.example
الخميس 12 ماي 2022 - 09:00

اختتم التحالف الدولي ضد داعش اجتماعه الوزاري المنعقد بمدينة مراكش يوم 11 ماي 2022، بحضور ناصر بوريطة.
"""
CONCERNS_NOT = """ملعب جديد في كوسكو

outlet-k.example
الأربعاء 2 مارس 2011 - 09:00

دشن رئيس بلدية كوسكو ملعبا في حي سان بلاس يوم 2 مارس 2011.
"""
Made = Counter[str]


@pytest.fixture(autouse=True)
def _one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports are compared as those that come to a large record are."""
    monkeypatch.setattr(comparing, "SMALL", 0)
    monkeypatch.setattr(comparing, "DEARER", 0)


@pytest.fixture
def articles(monkeypatch: pytest.MonkeyPatch) -> Made:
    """How often an article of each kind of page was made."""
    counted: Made = Counter()

    def counting(name: str, make: Callable[..., Any]) -> Callable[..., Any]:
        def make_and_count(*given: Any) -> Any:
            counted[name] += 1
            return make(*given)

        return make_and_count

    for room in (entity, report, search, stories, story):
        name = room.__name__.rpartition(".")[2]
        monkeypatch.setattr(room, "_article", counting(name, room._article))
    return counted


def take_in(record: Path, folder: Path, text: str) -> None:
    source = folder / "added.txt"
    source.write_text(text, encoding="utf-8")
    with Record(record) as changed:
        work.take_in(changed, [str(source)], workers=1)
        work.comparison(changed)


def bare(client: TestClient, address: str) -> str:
    """A page without what is of this request alone."""
    return re.sub(r'name="(form_token|seen)" value="[^"]*"', "", client.get(address).text)


def says_what_is_so(client: TestClient, record: Path) -> bool:
    """Whether this desk says of the record what one says that never looked at it before."""
    with TestClient(create_app(record), base_url="http://127.0.0.1") as fresh:
        return all(bare(client, address) == bare(fresh, address) for address in (*PAGES, *LISTS))


def test_a_page_is_made_once_for_all_who_read_it(editor: TestClient, articles: Made) -> None:
    for _ in range(3):
        for address in (*PAGES, *LISTS):
            assert editor.get(address).status_code == 200
    assert articles == {"entity": 1, "report": 1, "search": 1, "stories": 1, "story": 1}


def test_each_reader_has_his_own_language_digits_and_forms(editor: TestClient, articles: Made) -> None:
    for address in PAGES:
        first, again = (editor.get(address).text for _ in range(2))
        assert first != again  # the tokens of its forms
        assert bare(editor, address.replace("lang=en", "lang=ar")) != bare(editor, address)
        editor.cookies.set("digits", "arab")
        assert bare(editor, address.replace("lang=en", "lang=ar")) != bare(editor, address)
        editor.cookies.delete("digits")
    assert articles == {"entity": 4, "report": 4, "story": 4}


def test_a_report_changes_the_pages_that_it_concerns(editor: TestClient, record: Path, tmp_path: Path) -> None:
    before = [bare(editor, address) for address in (*PAGES, *LISTS)]
    take_in(record, tmp_path, CONCERNS)
    now = [bare(editor, address) for address in (*PAGES, *LISTS)]
    assert all(was != said for was, said in zip(before, now, strict=True))
    assert says_what_is_so(editor, record)


def test_a_report_that_does_not_concern_a_page_leaves_it(
    editor: TestClient, articles: Made, record: Path, tmp_path: Path
) -> None:
    before = [bare(editor, address) for address in PAGES]
    take_in(record, tmp_path, CONCERNS_NOT)
    assert [bare(editor, address) for address in PAGES] == before
    assert articles == {"entity": 1, "report": 1, "story": 1}
    assert says_what_is_so(editor, record)


def test_a_decision_changes_the_pages_that_show_what_it_is_on(editor: TestClient, record: Path) -> None:
    before = [bare(editor, address) for address in (*PAGES, *LISTS)]
    with Record(record) as opened:
        told = next(s for s in opened.comparison().stories if s.id in STORY)  # type: ignore[union-attr]
    form = {"form_token": form_token(editor, "/add"), "kind": "remove", "report": told.reports[1], "back": "/decisions"}
    assert editor.post("/decide", data=form, follow_redirects=False).status_code == 303
    assert editor.get("/decisions").status_code == 200  # tells the notice
    with Record(record) as opened:
        work.comparison(opened)
    now = [bare(editor, address) for address in (*PAGES, *LISTS)]
    assert [was != said for was, said in zip(before, now, strict=True)] == [True] * 5
    assert says_what_is_so(editor, record)


def test_what_one_process_made_the_others_show(record: Path, tmp_path: Path, articles: Made) -> None:
    folder = tmp_path / "handed"
    folder.mkdir()
    apps = [create_app(record, handed=folder) for _ in range(2)]
    with (
        TestClient(apps[0], base_url="http://127.0.0.1") as one,
        TestClient(apps[1], base_url="http://127.0.0.1") as two,
    ):
        said = [bare(one, address) for address in PAGES]
        assert [bare(two, address) for address in PAGES] == said
        assert articles == {"entity": 1, "report": 1, "story": 1}
        take_in(record, tmp_path, CONCERNS)
        now = [bare(two, address) for address in PAGES]
        assert all(was != is_now for was, is_now in zip(said, now, strict=True))
        assert [bare(one, address) for address in PAGES] == now
        assert articles == {"entity": 2, "report": 2, "story": 2}
        assert says_what_is_so(one, record)


def test_a_list_is_looked_for_by_one_process_for_all(
    record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = Counter[str]()
    for lists, name in ((Finding, "_sentences"), (Stories, "_rows"), (Stories, "_facets")):
        look = getattr(lists, name)
        monkeypatch.setattr(lists, name, lambda *given, look=look, name=name: looked.update([name]) or look(*given))
    folder = tmp_path / "handed"
    folder.mkdir()

    def process() -> list[str]:
        """What a process that begins now shows."""
        monkeypatch.setattr(shelf_stories, "_HELD", Held(1_000_000, lambda changes: changes.stories))
        monkeypatch.setattr(finding, "_HITS", Held(1_000_000, lambda changes: changes.searched))
        with TestClient(create_app(record, handed=folder), base_url="http://127.0.0.1") as client:
            return [bare(client, address) for address in LISTS]

    said = process()
    assert process() == said
    assert looked == {"_sentences": 1, "_rows": 1, "_facets": 1}
    take_in(record, tmp_path, CONCERNS)
    assert process() != said
    assert looked == {"_sentences": 2, "_rows": 2, "_facets": 2}


def test_what_is_handed_on_is_bounded_and_may_be_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handed, "_LOOKED", 1)
    some = Handed(tmp_path, most=2500)
    for number in range(9):
        some.put(("page", number), "x" * 1000)
    assert some.get(("page", 0)) is None
    assert some.get(("page", 8)) == "x" * 1000
    assert len(list(tmp_path.iterdir())) == 2
    for file in tmp_path.iterdir():
        file.write_bytes(b"\x80")
    assert some.get(("page", 8)) is None
    gone = Handed(tmp_path / "gone")
    gone.put("page", "x")
    assert gone.get("page") is None
