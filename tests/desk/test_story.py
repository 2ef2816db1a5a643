"""What a reader sees of stories: the list, the page of one, what opens on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html
from selecting import chosen

from tawatur import work
from tawatur.desk import create_app
from tawatur.desk.articles import Article, Articles
from tawatur.desk.packing import Packed
from tawatur.desk.pages import stories
from tawatur.store.record import Record
from tawatur.store.touched import REPORT, MadeOf, row_key

MARRAKESH = "story-2022-05-11-01-outlet-a"


def seen(text: str) -> str:
    """A page's words in a row, without its markup."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


def page(client: TestClient, address: str) -> html.HtmlElement:
    response = client.get(address)
    assert response.status_code == 200, response.text
    return html.document_fromstring(response.text)


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


# The list


def test_the_list_has_the_newest_story_first_under_its_day(reader: TestClient) -> None:
    tree = page(reader, "/?lang=en")
    assert [words(h) for h in chosen(tree, ".of-day h2")] == ["8 June 2023", "19 May 2023", "12 May 2022"]
    last = chosen(tree, ".item")[-1]
    assert "مراكش تستعد لاحتضان اجتماع التحالف الدولي" in words(last)
    assert "6 reports" in words(last)
    assert "4 origins" in words(last)
    assert chosen(last, "h3 a")[0].get("href") == f"/story/{MARRAKESH}"


def test_what_is_disputed_or_changed_is_marked_with_a_word_and_a_number(reader: TestClient) -> None:
    marks = [words(v) for v in chosen(page(reader, "/?lang=en"), ".item .verdict")]
    assert marks == ["changed 1", "disputed 1", "changed 2"]


@pytest.mark.parametrize(
    ("asked", "count"),
    [("outlet=outlet-h.example", 1), ("verdict=disputed", 1), ("entity=morocco", 2), ("kind=designation", 1),
     ("since=2023-01-01", 2), ("until=2022-12-31", 1), ("q=نولاند", 1), ("outlet=nobody", 0)],
)  # fmt: skip
def test_the_list_is_narrowed(reader: TestClient, asked: str, count: int) -> None:
    tree = page(reader, f"/?lang=en&{asked}")
    assert len(chosen(tree, ".item")) == count
    (chip,) = chosen(tree, ".chosen .chip")
    assert chip.get("href") == "/"
    if not count:
        assert "No story in the record is like that" in words(tree)


def test_facets_keep_what_is_chosen_already(reader: TestClient) -> None:
    tree = page(reader, "/?lang=en&verdict=changed")
    outlets = [a.get("href") for a in chosen(tree, ".facets a") if "outlet=outlet-b" in a.get("href")]
    assert outlets == ["/?outlet=outlet-b.example&verdict=changed"]
    hidden = {i.get("name"): i.get("value") for i in chosen(tree, ".dates input[type=hidden]")}
    assert hidden == {"verdict": "changed"}


def test_values_that_a_facet_leaves_out_are_one_link_away(reader: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "FACET", 2)
    tree = page(reader, "/?lang=en&verdict=changed")
    assert len(chosen(tree, "#facet_outlets li")) == 2
    (more,) = chosen(tree, "#facet_outlets .more a")
    assert more.get("href") == "/?verdict=changed&facets=all#facet_outlets"
    every = page(reader, more.get("href"))
    assert len(chosen(every, "#facet_outlets li")) > 2
    assert not chosen(every, "#facet_outlets .more")


def test_a_day_that_is_none_is_said(reader: TestClient) -> None:
    response = reader.get("/?since=yesterday")
    assert response.status_code == 422
    assert "2022-05-11" in response.text


def test_nothing_is_new_at_the_first_visit_and_what_changed_is_at_the_second(made: Path) -> None:
    with TestClient(create_app(made), base_url="http://127.0.0.1") as client:
        assert not chosen(page(client, "/"), ".fresh")
        client.cookies.clear()
        long_ago = (datetime.now(UTC) - timedelta(days=3)).isoformat(timespec="seconds")
        client.cookies.set("here", long_ago)
        tree = page(client, "/?lang=en")
        assert len(chosen(tree, ".item.fresh .fresh-mark")) == 3
        assert "3 stories changed since your last visit" in words(tree)
        assert len(chosen(page(client, "/?lang=en&changed=visit"), ".item")) == 3


def test_an_empty_record_leads_to_adding(tmp_path: Path) -> None:
    path = tmp_path / "empty.tawatur"
    with Record(path, create=True) as record:
        work.comparison(record)
    with TestClient(create_app(path), base_url="http://127.0.0.1") as client:
        assert chosen(page(client, "/?lang=en"), '.list a[href="/add"]')


# A story


def test_a_story_begins_with_what_happened_how_sure_and_what_changed(reader: TestClient) -> None:
    tree = page(reader, f"/story/{MARRAKESH}?lang=en")
    assert (
        words(chosen(tree, "h1")[0]) == "Ministerial meeting Global Coalition to Defeat ISIS Marrakesh 11 May 2022 done"
    )
    assert "4 independent origins for its best-attested facts" in words(chosen(tree, ".counts")[0])
    assert [words(h) for h in chosen(tree, ".body h2")] == [
        "Disputed",
        "Changed",
        "Timeline",
        "Told by several",
        "Said by one report only",
    ]
    cards = [words(c) for c in chosen(tree, ".card")]
    assert cards[0].index("60 delegations [5] 1 origin") < cards[0].index("79 delegations [4]")
    assert any("84 members" in c and "85 members" in c for c in cards[1:])
    assert all(chosen(c, "blockquote mark") for c in chosen(tree, ".card"))


def test_a_verdict_is_a_word_and_a_number(reader: TestClient) -> None:
    tree = page(reader, f"/story/{MARRAKESH}?lang=en")
    rows = {words(chosen(d, ".prop")[0]): words(chosen(d, ".how")[0]) for d in chosen(tree, "#known details.fact")}
    assert rows["date"] == "agreed 4 origins"
    assert rows["amount"] == "repeated 1 origin"
    assert "single" in rows.values()


def test_a_fact_stands_with_a_sentence_and_opens_to_all_of_them(reader: TestClient) -> None:
    tree = page(reader, f"/story/{MARRAKESH}?lang=en")
    (row,) = [d for d in chosen(tree, "#known details.fact") if words(chosen(d, ".prop")[0]) == "date"]
    assert len(chosen(row, "blockquote")) == 1
    opened = reader.get(row.get("hx-get"))
    assert opened.status_code == 200
    inside = html.fragment_fromstring(opened.text, create_parent="div")
    assert len(chosen(inside, "blockquote mark")) >= 4
    assert [words(li) for li in chosen(inside, ".origins > li")][1].startswith("copied passage")
    assert "said by وزارة الخارجية المغربية" in words(inside)
    assert "in the outlet's own voice" in words(inside)
    assert "planned" in words(inside)
    assert chosen(row, 'a[href^="/fact/"]')  # without a script it is a page of its own


def test_a_fact_that_a_story_does_not_have_is_said(reader: TestClient) -> None:
    assert reader.get(f"/opened/fact-none?story={MARRAKESH}").status_code == 404
    assert reader.get("/opened/fact-none?story=none").status_code == 404
    assert reader.get("/story/none").status_code == 404


def test_planned_and_done_are_different_words_and_shapes_in_time(reader: TestClient) -> None:
    tree = page(reader, f"/story/{MARRAKESH}?lang=en")
    titles = [words(t) for t in chosen(tree, "svg.timeline a.mark > title")]
    assert any(t.startswith("done · ministerial meeting") and "announced on 22 April 2022" in t for t in titles)
    told = [a.get("class") for a in chosen(tree, "svg.timeline a.dot")]
    assert "dot planned" in told
    assert "dot done" in told
    listed = [words(li) for li in chosen(tree, "#timeline .in-words li")]
    assert len(listed) >= len(titles)
    assert any(li.startswith("11 May 2022 ministerial meeting") and "[1]" in li for li in listed)


def test_pictures_are_told_to_who_does_not_see_them(reader: TestClient) -> None:
    tree = page(reader, f"/story/{MARRAKESH}?lang=ar")
    for svg in chosen(tree, "svg.timeline, svg.graph"):
        assert svg.get("role") == "group"  # not an image: what is in it can be followed
        for told in ("aria-labelledby", "aria-describedby"):
            assert words(tree.get_element_by_id(svg.get(told)))
    assert chosen(tree, "#chains details li")
    assert all(words(td) for td in chosen(tree, "table.matrix td"))


def test_a_copy_is_an_edge_with_its_share(reader: TestClient) -> None:
    tree = page(reader, f"/story/{MARRAKESH}?lang=en")
    shares = [words(t) for t in chosen(tree, "svg.graph text.share")]
    assert shares
    assert all(re.fullmatch(r"\d+%", share) for share in shares)
    assert "outlet-b.example" in words(chosen(tree, "svg.graph")[0])


def test_the_matrix_says_who_says_otherwise(reader: TestClient) -> None:
    tree = page(reader, f"/story/{MARRAKESH}?lang=en")
    (row,) = [tr for tr in chosen(tree, "table.matrix tr.disputed") if "number" in words(tr)]
    stances = [td.get("class") for td in chosen(row, "td")]
    assert sorted(stances) == ["otherwise", "says", "silent", "silent", "silent"]
    assert "says otherwise" in words(row)


def test_a_reader_who_chose_arabic_digits_has_them_in_pictures_too(made: Path) -> None:
    with TestClient(create_app(made), base_url="http://127.0.0.1") as client:
        client.cookies.set("digits", "arab")
        tree = page(client, f"/story/{MARRAKESH}?lang=ar")
        drawn = " ".join(words(t) for t in chosen(tree, "svg text.date, svg text.tick, svg text.share, svg .dot text"))
        assert re.search("[٠-٩]", drawn)
        assert not re.search("[0-9]", drawn)


def test_every_link_within_the_page_leads_somewhere(reader: TestClient) -> None:
    for lang in ("ar", "en"):
        tree = page(reader, f"/story/{MARRAKESH}?lang={lang}")
        ids = [e.get("id") for e in tree.iter() if e.get("id")]
        assert len(ids) == len(set(ids))
        wanted = {a.get("href")[1:] for a in chosen(tree, 'a[href^="#"]')} - {"main"}
        assert wanted <= set(ids)


def test_no_style_or_script_stands_in_the_page(reader: TestClient) -> None:
    tree = page(reader, f"/story/{MARRAKESH}")
    assert not chosen(tree, "[style], style")
    assert not [s for s in chosen(tree, "script") if not s.get("src")]


def test_a_page_is_small_enough(reader: TestClient) -> None:
    assert len(reader.get(f"/story/{MARRAKESH}").content) < 300_000


def test_what_reports_say_cannot_break_the_page(tmp_path: Path) -> None:
    path = tmp_path / "hostile.tawatur"
    text = 'عقد الاتحاد الأوروبي قمة في بروكسل يوم 11 مايو 2022 <img src=x onerror=alert(1)>"\u202e بحضور 30 وفدا.'
    source = tmp_path / "hostile.jsonl"
    source.write_text(
        "".join(
            f'{{"file": "r{i}", "outlet": "<b>{i}</b>", "title": "قمة </title><script>x</script>", '
            f'"published": "2022-05-1{i}", "text": {text.replace(chr(34), chr(92) + chr(34)).join((chr(34),) * 2)}}}\n'
            for i in (1, 2)
        ),
        encoding="utf-8",
    )
    with Record(path, create=True) as record:
        work.take_in(record, [str(source)], workers=1)
        found = work.comparison(record)
    with TestClient(create_app(path), base_url="http://127.0.0.1") as client:
        for address in ("/", *(f"/story/{story.id}" for story in found.stories)):
            raw = client.get(address).text
            assert "<script>x" not in raw
            assert "<img src=x" not in raw
            assert "<b>1</b>" not in raw
            assert "\u202e" not in raw


def test_a_kept_page_is_made_anew_when_the_record_changes(record: Path) -> None:
    with TestClient(create_app(record), base_url="http://127.0.0.1") as client:
        assert "6 reports" in seen(client.get(f"/story/{MARRAKESH}?lang=en").text)
        with Record(record) as changed:
            changed.remove("05-outlet-e-2", "me", "twice")
            work.comparison(changed)
        assert "5 reports" in seen(client.get(f"/story/{MARRAKESH}?lang=en").text)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Record]:
    with Record(tmp_path / "empty.tawatur", create=True) as opened:
        yield opened


def test_articles_are_kept_up_to_a_size_the_last_read_ones(empty: Record) -> None:
    kept, made = Articles(most=40), []

    def article(name: str) -> Article[str]:
        made.append(name)
        return Article(name, Packed.of("x" * 4), name)

    for name in ("a", "b", "a", "c", "a", "b"):
        kept.get(name, empty.touched, lambda name=name: (name, lambda: article(name)))  # type: ignore[misc]
    assert made == ["a", "b", "c", "b"]


def test_an_article_holds_over_writes_that_do_not_concern_it(empty: Record) -> None:
    kept = Articles()
    looked, made = list[object](), list[object]()

    def asked(rests: object) -> object:
        def look() -> tuple[object, Callable[[], Article[object]]]:
            looked.append(rests)
            return rests, make

        def make() -> Article[object]:
            made.append(rests)
            return Article("title", Packed.of("html"), rests)

        return kept.get("page", empty.touched, look).about

    def write(kind: str, key: str) -> None:
        with empty.writing() as db:
            db.execute("INSERT INTO touching VALUES (?, ?)", (kind, key))

    a, same, b, c = (MadeOf(number, [row_key(REPORT, "mine")]) for number in (1, 1, 2, 3))
    found = [asked(a), asked(c)]  # nothing was written
    write(REPORT, "another's")
    found.append(asked(c))  # what was written is nothing of it
    write(REPORT, "mine")
    found.append(asked(same))  # it is looked at again, and says what it said
    write(REPORT, "mine")
    assert [*found, asked(b)] == [a, a, a, a, b]
    assert (looked, made) == ([a, same, b], [a, b])
    write(REPORT, "mine")
    assert asked("rests on no rows") == "rests on no rows"
    write(REPORT, "another's")
    assert asked("rests on others") == "rests on others"
