"""A body, a person, a place on the desk: what is told of it, each line opening to its sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from tawatur.store.record import Record


def opened(reader: TestClient, address: str) -> html.HtmlElement:
    answer = reader.get(address)
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def section(page: html.HtmlElement, key: str) -> html.HtmlElement:
    (found,) = page.xpath(f"//section[h2[@id='{key}']]")
    return found


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_a_body_has_its_members_on_a_plot_and_in_words(reader: TestClient) -> None:
    members = section(opened(reader, "/entity/global-coalition?lang=en"), "members")
    assert [t.text for t in members.xpath(".//svg//g[contains(@class, 'dot')]/text")] == ["80", "84", "85"]
    assert "84 members" in words(members)
    assert "ويضم التحالف 84 دولة ومنظمة" in words(members)
    assert "NATO" in words(members)


def test_time_runs_in_the_reading_direction(reader: TestClient) -> None:
    def places(lang: str) -> list[float]:
        page = opened(reader, f"/entity/global-coalition?lang={lang}")
        return [float(c.get("cx")) for c in page.xpath("//svg//circle")]

    english, arabic = places("en"), places("ar")
    assert english == sorted(english)
    assert arabic == sorted(arabic, reverse=True)


def test_meetings_say_who_came_and_who_stayed_away(reader: TestClient) -> None:
    meetings = section(opened(reader, "/entity/global-coalition?lang=en"), "meetings").xpath(
        ".//li[contains(@class, 'meeting')]"
    )
    assert ["11 May 2022" in words(m) for m in meetings] == [True, False]
    first = meetings[0]
    assert "Antony Blinken" in words(first.xpath(".//div[contains(@class, 'stayed_away')]")[0])
    assert "Victoria Nuland" in words(first.xpath(".//div[contains(@class, 'came')]")[0])
    assert "Marrakesh" in words(first)


def test_the_day_of_the_founding_is_not_the_day_on_which_it_was_told(reader: TestClient) -> None:
    founded = section(opened(reader, "/entity/global-coalition?lang=en"), "founded")
    assert "2014" in words(founded)
    assert not founded.xpath(".//span[@class='when']")


def test_every_line_leads_to_its_sentence_in_the_report(reader: TestClient) -> None:
    page = opened(reader, "/entity/global-coalition")
    places = [h for h in page.xpath("//li[contains(@class, 'passage')]//a/@href") if h.startswith("/report/")]
    assert len(places) > 10
    for place in sorted(set(places))[:6]:
        assert opened(reader, place).xpath("//*[@id='at']")


def test_a_name_stands_in_every_spelling(reader: TestClient) -> None:
    spellings = section(opened(reader, "/entity/global-coalition"), "spellings")
    found = [s.text for s in spellings.xpath(".//bdi[@class='spelling']")]
    assert "التحالف الدولي ضد داعش" in found
    assert "التحالف الدولي لهزيمة تنظيم داعش" in found


def test_relations_are_named(reader: TestClient) -> None:
    related = section(opened(reader, "/entity/antony-blinken?lang=en"), "related")
    assert "meeting: place" in words(related)
    assert "position:" in words(related)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_entity_has_a_page(reader: TestClient, made: Path, lang: str) -> None:
    with Record(made) as record:
        idents = [row.id for row in record.shelf.entities().rows]
    for ident in idents:
        answer = reader.get(f"/entity/{ident}?lang={lang}")
        assert answer.status_code == 200, ident
        assert len(answer.content) < 300_000


def test_no_such_entity_is_said(reader: TestClient) -> None:
    assert reader.get("/entity/nobody").status_code == 404


def test_names_are_listed_by_type_and_found_by_a_word(reader: TestClient) -> None:
    page = opened(reader, "/entities?type=person")
    names = [words(n) for n in page.xpath("//ul[contains(@class, 'namelist')]//a[@class='name']")]
    assert "أنتوني بلينكن" in names
    assert "مراكش" not in names
    found = opened(reader, "/entities?find=بلينك")
    assert [words(n) for n in found.xpath("//a[@class='name']")] == ["أنتوني بلينكن"]
    assert [words(n) for n in opened(reader, "/entities?find=Blinken").xpath("//a[@class='name']")] == ["أنتوني بلينكن"]


def test_a_name_that_is_not_there_gets_advice(reader: TestClient) -> None:
    assert "جرب" in words(opened(reader, "/entities?find=ظظظ"))


def test_the_list_goes_on_and_back(reader: TestClient) -> None:
    first = opened(reader, "/entities")
    ahead = first.xpath("//a[@rel='next']/@href")[0]
    second = opened(reader, ahead)
    names = [words(n) for p in (first, second) for n in p.xpath("//a[@class='name']")]
    assert len(names) == len(set(names))
    back = opened(reader, second.xpath("//a[@rel='prev']/@href")[0])
    assert [words(n) for n in back.xpath("//a[@class='name']")] == [words(n) for n in first.xpath("//a[@class='name']")]


def decided(editor: TestClient, address: str, legend: str, **given: str) -> None:
    page = opened(editor, address)
    form = next(f for f in page.xpath("//form[@action='/decide']") if words(f.xpath(".//legend")[0]) == legend)
    fields = {i.get("name"): i.get("value") or "" for i in form.xpath(".//input[@name]")}
    assert editor.post("/decide", data={**fields, **given}).status_code == 200


def test_two_names_are_made_one(editor: TestClient) -> None:
    assert editor.get("/entity/victoria-nuland").status_code == 200
    decided(editor, "/entity/antony-blinken", "اجعلهما واحدا", b="فيكتوريا نولاند", why="للتجربة")
    page = opened(editor, "/entity/antony-blinken")
    assert "فيكتوريا نولاند" in [s.text for s in section(page, "spellings").xpath(".//bdi[@class='spelling']")]


def test_one_name_is_made_two(editor: TestClient) -> None:
    page = opened(editor, "/entity/antony-blinken")
    before = len(section(page, "references").xpath(".//li"))
    members = page.xpath("//select[@name='a_member']/option/@value")
    decided(editor, "/entity/antony-blinken", "اجعلهما اثنين", a_member=members[0], b_member=members[-1])
    assert len(section(opened(editor, "/entity/antony-blinken"), "references").xpath(".//li")) < before


def test_a_bound_is_an_arrow_on_the_plot_and_not_a_point(editor: TestClient, record: Path) -> None:
    with Record(record) as kept:
        count = next(e for e in kept.readings_of(["02-outlet-b"])["02-outlet-b"].events if e.kind == "membership")
    told = {"kind": "correct", "layer": "events", "report": "02-outlet-b", "event": count.id, "field": "count"}
    place = {"start": str(count.start), "end": str(count.end), "bound": "more_than", "low": "80", "unit": "country"}
    page = opened(editor, "/entity/global-coalition")
    before = len(page.xpath("//svg[@class='plot']//path[@class='bound']"))
    token = page.xpath("//form[@action='/decide']//input[@name='form_token']/@value")
    answer = editor.post("/decide", data={**told, **place, "back": "/", "form_token": token[0]})
    assert answer.status_code == 200, answer.text
    plot = opened(editor, "/entity/global-coalition").xpath("//svg[@class='plot']")[0]
    assert len(plot.xpath(".//path[@class='bound']")) == before + 1
    assert "80" in [t.text for t in plot.xpath(".//g[contains(@class, 'dot')]/text")]
