"""Searching on the desk: words in any form, phrases, filters that hold together, advice when nothing is found."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from fastapi.testclient import TestClient
from lxml import html


def found(reader: TestClient, **asked: str) -> html.HtmlElement:
    answer = reader.get("/search", params=asked)
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def hits(page: html.HtmlElement) -> list[str]:
    return [words(p) for p in page.xpath("//li[@class='hit']/p[1]")]


def test_a_word_is_found_in_any_form_and_marked(reader: TestClient) -> None:
    page = found(reader, q="تثبيت استقرار")
    assert hits(page)
    marks = {m.text for m in page.xpath("//mark")}
    assert "الاستقرار" in marks
    assert marks & {"لتثبيت", "بتثبيت", "تثبيت"}


def test_a_phrase_is_found_as_it_stands(reader: TestClient) -> None:
    assert all("مجلس الأمن" in hit for hit in hits(found(reader, q="«مجلس الأمن»")))
    assert not hits(found(reader, q="«الأمن مجلس»"))


def test_filters_hold_together(reader: TestClient) -> None:
    everywhere = hits(found(reader, q="بلينكن"))
    in_one = found(reader, q="بلينكن", outlet="outlet-d.example")
    assert 0 < len(hits(in_one)) < len(everywhere)
    assert all("outlet-d.example" in words(p) for p in in_one.xpath("//p[@class='whence']"))
    later = hits(found(reader, q="بلينكن", since="2023-01-01"))
    assert 0 < len(later) < len(everywhere)
    assert not hits(found(reader, q="بلينكن", outlet="outlet-d.example", since="2023-01-01"))


def test_every_facet_leads_to_what_it_counts(reader: TestClient) -> None:
    page = found(reader, q="التحالف")
    for item in page.xpath("//aside//li")[:12]:
        (link,) = item.xpath("./a/@href")
        number = int(item.xpath("./span[@class='n']")[0].text)
        narrowed = html.fromstring(reader.get(link).text)
        assert len(hits(narrowed)) == min(20, number), link


def test_a_filter_can_be_dropped(reader: TestClient) -> None:
    page = found(reader, q="بلينكن", verdict="changed", entity="marrakesh")
    chips = page.xpath("//ul[@class='chips']//a/@href")
    assert [sorted(parse_qs(urlsplit(chip).query)) for chip in chips] == [["entity", "q"], ["q", "verdict"]]
    assert "مراكش" in words(page.xpath("//ul[@class='chips']")[0])


def test_a_result_leads_to_its_place_in_the_report(reader: TestClient) -> None:
    page = found(reader, q="بلينكن")
    first = html.fromstring(reader.get(page.xpath("//p[@class='whence']/a/@href")[0]).text)
    shown = "".join(first.xpath("//*[contains(@class, 'asked')]//text()"))
    assert " ".join(shown.split()) == hits(page)[0]


def test_nothing_found_says_what_to_try(reader: TestClient) -> None:
    page = found(reader, q="«بلينكن ظظظ»", verdict="changed", lang="en")
    tries = {words(li): li.xpath("./a/@href") for li in page.xpath("//ul[@class='tries']/li")}
    assert "The same without “changed”" in tries
    assert "The same without quotation marks" in tries
    assert "Look for it among the names" in tries


def test_nothing_asked_finds_nothing_and_says_how(reader: TestClient) -> None:
    page = found(reader, lang="en")
    assert not hits(page)
    assert "Type a word" in words(page)


def test_what_cannot_be_looked_for_does_no_harm(reader: TestClient) -> None:
    for asked in ('"', "NEAR(", "* OR -", "\x00", "a" * 5000, "<script>alert(1)</script>"):
        answer = reader.get("/search", params={"q": asked, "since": "2022-13-99", "at": "-5"})
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text


def test_pages_of_results_go_on(reader: TestClient) -> None:
    first = found(reader, q="في")
    following = first.xpath("//a[@rel='next']/@href")
    assert following
    second = html.fromstring(reader.get(following[0]).text)
    assert hits(second)
    assert not set(hits(first)) & set(hits(second))
