"""A report on the desk: its text as published, its layers, what each mark is, and its twins in other reports."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from tawatur import work
from tawatur.desk import create_app
from tawatur.desk.settings import Settings
from tawatur.record.types import Reading, Report
from tawatur.store.record import Record
from tawatur.tell.marks.layers import PART

NAME = "03-outlet-c"
SWITCHES = "//form[@class='layers']//button"


def opened(reader: TestClient, address: str) -> html.HtmlElement:
    answer = reader.get(address)
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def text_of(page: html.HtmlElement) -> str:
    return "\n".join(p.text_content() for p in page.xpath("//section[contains(@class, 'text')]/p[not(@class)]"))


def words(text: str) -> str:
    return " ".join(text.split())


def desk_over(tmp_path: Path, text: str, **about: object) -> TestClient:
    given = tmp_path / "report.txt"
    given.write_text(text, encoding="utf-8")
    with Record(tmp_path / "one.tawatur", create=True) as record:
        work.take_in(record, [str(given)], workers=1, **about)
        work.comparison(record)
    return TestClient(create_app(tmp_path / "one.tawatur", Settings("ar")), base_url="http://127.0.0.1")


def test_the_text_stands_as_it_was_published(reader: TestClient, made: Path) -> None:
    with Record(made) as record:
        published = record.reports()[NAME].text
    page = opened(reader, f"/report/{NAME}")
    assert words(text_of(page)) == words(published)


def test_every_layer_has_a_switch_that_hides_it(reader: TestClient) -> None:
    page = opened(reader, f"/report/{NAME}")
    times = next(b for b in page.xpath(SWITCHES) if "الأزمنة" in b.text_content())
    assert times.get("aria-pressed") == "true"
    without = opened(reader, f"/report/{NAME}?layers={times.get('value')}")
    assert not without.xpath("//a[contains(@href, 'mark=times')]")
    assert without.xpath("//a[contains(@href, 'mark=mentions')]")
    assert words(text_of(without)) == words(text_of(page))
    again = next(b for b in without.xpath(SWITCHES) if "الأزمنة" in b.text_content())
    assert again.get("aria-pressed") == "false"
    assert opened(reader, f"/report/{NAME}?layers={again.get('value')}").xpath("//a[contains(@href, 'mark=times')]")


def test_hiding_all_layers_leaves_the_text(reader: TestClient) -> None:
    page = opened(reader, f"/report/{NAME}?layers=")
    assert not page.xpath("//section[contains(@class, 'text')]//a")


def test_every_mark_of_a_report_opens(reader: TestClient) -> None:
    for name in (NAME, "06-outlet-g"):
        for key in {h for h in opened(reader, f"/report/{name}").xpath("//a/@href") if "?mark=" in h}:
            page = opened(reader, f"/report/{name}{key}")
            panel = page.xpath("//section[contains(@class, 'opened')]")
            assert panel, key
            assert page.xpath("//*[@id='at']"), key
            assert not re.search("لم يقرأ في هذا الموضع شيء", panel[0].text_content()), key


def test_a_name_leads_to_its_entity_and_to_what_rests_on_it(reader: TestClient) -> None:
    page = opened(reader, f"/report/{NAME}?lang=en")
    mark = next(
        a.get("href")
        for a in page.xpath("//a")
        if words(a.text_content()) == "أنتوني بلينكن" and "mark" in a.get("href")
    )
    panel = opened(reader, f"/report/{NAME}{mark.replace('#at', '')}&lang=en").xpath(
        "//section[contains(@class, 'opened')]"
    )[0]
    assert "/entity/antony-blinken" in panel.xpath(".//a/@href")
    assert any(h.startswith("/fact/") for h in panel.xpath(".//a/@href"))


def test_a_number_says_what_it_means(reader: TestClient) -> None:
    page = opened(reader, f"/report/{NAME}?lang=en")
    mark = next(h for h in page.xpath("//a/@href") if "mark=quantities" in h).replace("#at", "")
    panel = opened(reader, f"/report/{NAME}{mark}&lang=en").xpath("//section[contains(@class, 'opened')]")[0]
    assert "more than 80 countries" in panel.text_content()


def test_where_one_clause_lies_in_another_both_can_be_reached(reader: TestClient) -> None:
    page = opened(reader, f"/report/{NAME}")
    inner = [h for h in page.xpath("//a/@href") if "mark=quantities" in h][-1].replace("#at", "")  # خمسة أشخاص
    around = opened(reader, f"/report/{NAME}{inner}").xpath("//section[contains(@class, 'opened')]//a/@href")
    assert any("mark=events" in h for h in around)


def test_a_passage_that_nothing_marks_can_be_shown(reader: TestClient) -> None:
    page = opened(reader, f"/report/{NAME}?at=0-5")
    assert page.xpath("//*[@id='at']")[0].text_content() == "وزراء"


def test_a_copied_passage_stands_beside_its_twin(reader: TestClient) -> None:
    page = opened(reader, f"/report/{NAME}")
    mark = next(h for h in page.xpath("//a/@href") if "mark=copies" in h).replace("#at", "")
    twin = next(h for h in opened(reader, f"/report/{NAME}{mark}").xpath("//a/@href") if h.startswith("/twins/"))
    sides = opened(reader, twin).xpath("//section//p[@class='passage']")
    assert len(sides) == 2
    assert "السبل الكفيلة بتثبيت الاستقرار" in words(sides[0].text_content())
    assert "السبل الكفيلة بتثبيت الاستقرار" in words(sides[1].text_content())


def test_a_place_that_cannot_be_is_said_to_be(reader: TestClient) -> None:
    assert reader.get(f"/report/{NAME}?mark=times:9-3").status_code == 422
    assert reader.get(f"/report/{NAME}?at=x").status_code == 422
    assert reader.get("/report/nowhere").status_code == 404
    assert "لم يقرأ" in reader.get(f"/report/{NAME}?mark=times:9000-9003").text


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_hostile_report_is_shown_and_does_nothing(tmp_path: Path, lang: str) -> None:
    hostile = "عنوان </p><script>alert(1)</script>\n\nقال \u202eناصر بوريطة\u202c إن <img src=x onerror=alert(1)> "
    hostile += "84 دولة\x07 شاركت.\n"
    with desk_over(tmp_path, hostile, outlet='"><script>x</script>', published="2022-05-11") as reader:
        answer = reader.get(f"/report/report?lang={lang}")
        assert "<script>" not in answer.text.replace('<script src="/static', "")
        assert "<img" not in answer.text
        assert not set(answer.text) & set("\u202e\u202c\x07\x00")
        assert "84 دولة" in unescape(re.sub("<[^>]*>", "", answer.text))


def test_a_report_on_one_line_of_a_million_letters_comes_in_parts(tmp_path: Path) -> None:
    line = "شارك وفد في اجتماع مراكش وقال ناصر بوريطة إن 84 دولة حضرت، " * 17_000
    record = tmp_path / "long.tawatur"
    with Record(record, create=True) as kept:
        kept.add(Reading(Report("long", "long", line, "0" * 64, published=date(2022, 5, 11))))
    with TestClient(create_app(record), base_url="http://127.0.0.1") as reader:
        answer = reader.get("/report/long?at=500000-500010")
        assert answer.status_code == 200
        assert len(answer.text) < PART + 20_000
        assert html.fromstring(answer.text).xpath("//*[@id='at']")
        assert "[...]" in answer.text


def test_no_page_of_a_report_is_heavy(reader: TestClient, made: Path) -> None:
    with Record(made) as record:
        names = list(record.reports())
    assert max(len(reader.get(f"/report/{name}").content) for name in names) < 300_000


def corrected(editor: TestClient, address: str, legend: str, **given: str) -> html.HtmlElement:
    """Fill in the form under that legend and send it; gives the page that it leads back to."""
    page = opened(editor, address)
    form = next(
        f for f in page.xpath("//form[@action='/decide']") if words(f.xpath(".//legend")[0].text_content()) == legend
    )
    fields = {i.get("name"): i.get("value") or "" for i in form.xpath(".//input[@name and not(@type='checkbox')]")}
    for select in form.xpath(".//select"):
        fields[select.get("name")] = next((o.get("value") for o in select.xpath("./option[@selected]")), "")
    answer = editor.post("/decide", data={**fields, **given})
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


def meaning_of(page: html.HtmlElement) -> str:
    return words(page.xpath("//section[contains(@class, 'opened')]//dl")[0].text_content())


def test_a_number_is_corrected_where_it_stands(editor: TestClient) -> None:
    address = f"/report/{NAME}?mark=quantities:6-25&lang=en"
    assert "more than 80 countries" in meaning_of(opened(editor, address))
    page = corrected(editor, address, "number", bound="exact", low="79", unit="country", why="قرأت البيان")
    assert "79 countries" in meaning_of(page)


def test_a_day_is_corrected_where_it_stands(editor: TestClient) -> None:
    page = corrected(
        editor, f"/report/{NAME}?mark=times:714-725&lang=en", "date", first="2022-05-08", last="2022-05-08"
    )
    assert "8 May 2022" in meaning_of(page)


def test_an_event_gets_what_the_machine_missed(editor: TestClient) -> None:
    mark = f"/report/{NAME}?mark=events:689-786&lang=en"
    assert "number6 people" in meaning_of(corrected(editor, mark, "number", low="6", unit="person"))


def test_a_false_name_is_taken_out(editor: TestClient) -> None:
    address = f"/report/{NAME}?mark=mentions:98-104"
    assert opened(editor, address).xpath("//section[contains(@class, 'opened')]//dl")
    corrected(editor, address, "ليس اسما هنا")
    assert not opened(editor, address).xpath("//section[contains(@class, 'opened')]//dl")
    assert "mark=mentions:98-104" not in editor.get(f"/report/{NAME}").text


def test_junk_is_marked_and_unmarked(editor: TestClient) -> None:
    corrected(editor, f"/report/{NAME}?mark=events:689-786", "ليس من التقرير")
    assert "mark=junk:689-786" in editor.get(f"/report/{NAME}").text
    corrected(editor, f"/report/{NAME}?mark=junk:689-786", "هو من التقرير")
    assert "mark=junk:689-786" not in editor.get(f"/report/{NAME}").text


def test_any_passage_is_marked_as_junk_by_its_words(editor: TestClient) -> None:
    page = opened(editor, f"/report/{NAME}")
    text = words(page.xpath("//section[contains(@class, 'text')]")[0].text_content()).split()
    (form,) = page.xpath("//form[.//input[@name='from_words']]")
    fields = {i.get("name"): i.get("value") or "" for i in form.xpath(".//input[@name]")}

    def send(first: str, last: str, kind: str = "junk") -> int:
        given = fields | {"from_words": first, "to_words": last, "kind": kind}
        given["seen"] = opened(editor, f"/report/{NAME}").xpath("//input[@name='seen']")[0].get("value")
        return editor.post("/decide", data=given).status_code

    first, last = " ".join(text[-30:-22]), " ".join(text[-4:])
    assert send("كلمات لم ترد", "") == 404
    assert send(text[0], "كلمات لم ترد") == 404
    assert send(first, last) == 200
    marked = words(
        "".join(
            opened(editor, f"/report/{NAME}").xpath("//section//*[contains(concat(' ', @class, ' '), ' j ')]/text()")
        )
    )
    assert " ".join(text[-20:-10]) in marked
    assert send(first, last, "not-junk") == 200
    assert not opened(editor, f"/report/{NAME}").xpath("//a[contains(@href, 'mark=junk')]")


def test_a_bare_passage_is_marked_where_an_address_shows_it(editor: TestClient) -> None:
    (form,) = opened(editor, f"/report/{NAME}?at=3-40").xpath("//section//form[.//input[@name='start']]")
    fields = {i.get("name"): i.get("value") or "" for i in form.xpath(".//input[@name]")} | {"kind": "junk"}
    assert editor.post("/decide", data=fields).status_code == 200
    assert "mark=junk:3-40" in editor.get(f"/report/{NAME}").text


def test_each_mark_is_reached_once_by_the_keyboard_and_no_link_is_empty(reader: TestClient) -> None:
    page = opened(reader, f"/report/{NAME}")
    links = page.xpath("//section[contains(@class, 'text')]//a")
    stops = [a.get("href") for a in links if a.get("tabindex") != "-1"]
    assert len(stops) == len(set(stops))
    assert set(stops) == {a.get("href") for a in links}
    assert all(a.text_content().strip() for a in links)


def test_an_event_of_which_nothing_but_its_kind_was_read_is_listed_in_its_words(tmp_path: Path) -> None:
    with desk_over(tmp_path, "خبر\n\nعاد السكان إلى القرية بعد تشريد أكثر من 900 عائلة.\n", outlet="x") as desk:
        page = opened(desk, "/report/report")
    listed = [words(item.text_content()) for item in page.xpath("//ul[@class='told']/li")]
    assert any("عائلة تشريد أكثر من 900 عائلة" in item for item in listed), listed
