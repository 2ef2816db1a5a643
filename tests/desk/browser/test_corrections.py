"""A person corrects the record with the mouse and the keyboard; it stays corrected, and can be taken back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from desk_served import Served, Things

from tawatur import work
from tawatur.record.types import Reading
from tawatur.store.between import EVENT, FACT, STORY
from tawatur.store.record import Record

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser
one_process = pytest.mark.xdist_group("intake")  # the desk that reads is begun by one worker of the tests
WHY = "خطأ في القراءة"


def kinds(path: Path) -> list[str]:
    """The decisions that stand."""
    with Record(path) as record:
        return [d.kind for d in record.decisions.standing()]


def reading_of(path: Path, name: str) -> Reading:
    with Record(path) as record:
        return record.readings_of([name])[name]


def form(page: Page, kind: str, field: str | None = None) -> Locator:
    """The form of a decision of this kind, all that hides it opened."""
    found = page.locator(f'form[action="/decide"]:has(input[name=kind][value="{kind}"])')
    if field is not None:
        found = found.filter(has=page.locator(f'input[name=field][value="{field}"]'))
    page.evaluate("document.querySelectorAll('details.correct').forEach(d => { d.open = true })")
    return found.first


def send(page: Page, sent: Locator) -> None:
    """Fill in why, and send a form."""
    sent.locator("input[name=why]").fill(WHY)
    sent.locator("button").last.click()
    page.wait_for_selector("#notice")


def open_mark(page: Page, served: Served, report: str, layer: str, start: int, end: int, lang: str) -> None:
    page.goto(f"{served.url}/report/{quote(report)}?mark={layer}:{start}-{end}&lang={lang}")


def test_a_fact_is_rejected_and_restored(page: Page, served: Served, things: Things, lang: str) -> None:
    page.goto(f"{served.url}/fact/{things.fact}?lang={lang}")
    page.evaluate("document.querySelectorAll('details.correct').forEach(d => { d.open = true })")
    chosen = page.locator('form[action="/decide"]:has(input[name=fact])').first
    chosen.locator("input[name=why]").fill(WHY)
    chosen.locator('button[value="fact-rejected"]').click()
    assert page.locator("#notice").is_visible()
    assert kinds(served.path) == ["fact-rejected"]
    page.goto(f"{served.url}/decisions?lang={lang}")
    assert page.get_by_text(WHY).is_visible()
    page.locator('form:has(input[value="undo"]) button').first.click()
    page.wait_for_selector("#notice")
    assert kinds(served.path) == []
    with Record(served.path) as record:
        assert record.between.named(FACT, [things.fact])


def test_a_day_is_corrected_where_it_stands(page: Page, served: Served, things: Things, lang: str) -> None:
    time = reading_of(served.path, things.report).times[0]
    open_mark(page, served, things.report, "times", time.start, time.end, lang)
    sent = form(page, "correct", "date")
    sent.locator("input[name=first]").fill("2022-05-03")
    sent.locator("input[name=last]").fill("2022-05-03")
    send(page, sent)
    corrected = next(t for t in reading_of(served.path, things.report).times if t.start == time.start)
    assert str(corrected.interval.first) == "2022-05-03"


def test_a_number_is_corrected_and_stays_so_when_all_is_read_again(
    page: Page, served: Served, things: Things, lang: str
) -> None:
    quantity = reading_of(served.path, things.report).quantities[0]
    open_mark(page, served, things.report, "quantities", quantity.start, quantity.end, lang)
    sent = form(page, "correct", "number")
    sent.locator("input[name=low]").fill("83")
    send(page, sent)
    with Record(served.path) as record:
        work.reread(record, workers=1)
    corrected = next(q for q in reading_of(served.path, things.report).quantities if q.start == quantity.start)
    assert corrected.number.value == 83


def test_a_speaker_is_corrected(page: Page, served: Served, things: Things, lang: str) -> None:
    statement = next(s for s in reading_of(served.path, things.report).statements if s.speaker)
    open_mark(page, served, things.report, "statements", statement.start, statement.end, lang)
    sent = form(page, "correct", "speaker")
    sent.locator("input[name=value]").fill("مصدر حكومي")
    send(page, sent)
    corrected = next(s for s in reading_of(served.path, things.report).statements if s.start == statement.start)
    assert corrected.speaker == "مصدر حكومي"


def test_the_kind_of_an_event_is_corrected(page: Page, served: Served, things: Things, lang: str) -> None:
    event = reading_of(served.path, things.report).events[0]
    open_mark(page, served, things.report, "events", event.start, event.end, lang)
    sent = form(page, "correct", "kind")
    sent.locator("select[name=value]").select_option("visit")
    send(page, sent)
    assert any(e.kind == "visit" for e in reading_of(served.path, things.report).events)


def test_a_false_name_is_taken_away(page: Page, served: Served, things: Things, lang: str) -> None:
    mention = reading_of(served.path, things.report).mentions[0]
    open_mark(page, served, things.report, "mentions", mention.start, mention.end, lang)
    send(page, form(page, "delete"))
    left = reading_of(served.path, things.report).mentions
    assert all((m.start, m.end) != (mention.start, mention.end) for m in left)


def test_what_is_not_the_report_is_marked_and_unmarked(page: Page, served: Served, things: Things, lang: str) -> None:
    event = reading_of(served.path, things.report).events[-1]
    open_mark(page, served, things.report, "events", event.start, event.end, lang)
    send(page, form(page, "junk"))
    junk = reading_of(served.path, things.report).report.junk
    assert any(j.start <= event.start and event.end <= j.end for j in junk)
    open_mark(page, served, things.report, "junk", event.start, event.end, lang)
    send(page, form(page, "not-junk"))
    assert not any(j.start <= event.start < j.end for j in reading_of(served.path, things.report).report.junk)


def test_two_names_are_made_one_and_two_again(page: Page, served: Served, things: Things, lang: str) -> None:
    page.goto(f"{served.url}/entity/{quote(things.person)}?lang={lang}")
    sent = form(page, "same")
    sent.locator("input[name=b]").fill("ناصر بوريطة")
    send(page, sent)
    assert kinds(served.path) == ["same"]
    page.locator("#notice form button").click()
    page.wait_for_selector("#notice")
    assert kinds(served.path) == []
    page.goto(f"{served.url}/entity/{quote(things.body)}?lang={lang}")
    send(page, form(page, "different"))
    assert kinds(served.path) == ["different"]


def test_events_and_stories_are_joined_and_separated(page: Page, served: Served, things: Things, lang: str) -> None:
    at = f"{served.url}/regroup/{quote(things.story)}?lang={lang}"
    page.goto(at)
    send(page, form(page, "same-event"))
    page.goto(at)
    parted = form(page, "different-events")
    parted.locator("input[name=tellings]").first.check()
    send(page, parted)
    page.goto(at)
    parted = form(page, "different-stories")
    parted.locator("input[name=reports]").first.check()
    send(page, parted)
    assert kinds(served.path) == ["same-event", "different-events", "different-stories"]


def test_questions_are_worked_through_with_the_keyboard(page: Page, served: Served, lang: str) -> None:
    page.goto(f"{served.url}/questions?lang={lang}&of=facts")
    asked = page.locator(".question").count()
    assert asked > 0
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('form.answers') !== null")
    page.keyboard.press("y")
    page.wait_for_selector("#notice")
    assert kinds(served.path) == ["fact-accepted"]
    with page.expect_navigation():  # the notice of the answer stands there already
        page.keyboard.press("u")
    assert page.locator("#notice").inner_text()
    page.goto(f"{served.url}/decisions?lang={lang}")
    assert kinds(served.path) == []


def test_two_people_are_told_of_each_other(
    page: Page, browser: Browser, served: Served, things: Things, lang: str
) -> None:
    address = f"{served.url}/fact/{things.fact}?lang={lang}"
    page.goto(address)
    other = browser.new_page()
    other.goto(address)
    for reader, kind in ((other, "fact-rejected"), (page, "fact-accepted")):
        reader.evaluate("document.querySelectorAll('details.correct').forEach(d => { d.open = true })")
        reader.locator(f'form[action="/decide"] button[value="{kind}"]').first.click()
        reader.wait_for_load_state()
    other.close()
    assert kinds(served.path) == ["fact-rejected"]
    assert page.locator("article form button").is_visible()


@one_process
def test_a_report_is_added_and_read_while_one_looks(page: Page, intake: Served, lang: str) -> None:
    page.goto(f"{intake.url}/add?lang={lang}")
    page.fill(
        "#text", "الرباط (المغرب) - استقبل وزير الخارجية المغربي ناصر بوريطة، اليوم الخميس، نظيره الأردني أيمن الصفدي."
    )
    page.fill("#text-title", "بوريطة يستقبل الصفدي")
    page.fill("#text-outlet", f"outlet-{lang}.example")
    page.fill("#text-published", "2022-05-12")
    page.locator("section:has(#text) form button").click()
    page.wait_for_selector("#job li a", timeout=90_000)
    page.locator("#job li a").first.click()
    assert "بوريطة يستقبل الصفدي" in page.locator("h1").inner_text()


@one_process
def test_files_are_added_and_what_cannot_be_read_is_told(page: Page, intake: Served, lang: str, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.jsonl", tmp_path / "bad.jsonl"
    line = {"file": f"نبأ {lang}", "text": "زار وزير الخارجية الفرنسي تونس يوم الجمعة.", "published": "2022-05-13"}
    good.write_text(json.dumps(line, ensure_ascii=False), encoding="utf-8")
    bad.write_text("{not json", encoding="utf-8")
    page.goto(f"{intake.url}/add?lang={lang}")
    page.set_input_files("#files", [str(good), str(bad)])
    page.locator("section:has(#files) form button").click()
    page.wait_for_selector("#job li > bdi", timeout=90_000)
    assert "bad.jsonl" in page.locator("#job li > bdi").first.inner_text()
    assert page.locator("#job li a").count() == 1


@pytest.mark.parametrize(("kind", "most"), [("brief", 2), ("story", 3)])
def test_few_pages_are_printed(
    page: Page, library: Served, things: Things, lang: str, kind: str, most: int, tmp_path: Path
) -> None:
    page.goto(f"{library.url}/{kind}/{quote(things.story)}?lang={lang}")
    printed = tmp_path / "printed.pdf"
    page.pdf(path=printed, prefer_css_page_size=True)
    assert 0 < printed.read_bytes().count(b"/Type /Page\n") <= most


def test_the_record_has_what_was_decided(page: Page, served: Served, things: Things, lang: str) -> None:
    with Record(served.path) as record:
        assert record.between.all(EVENT)
        assert record.between.all(STORY)
    page.goto(f"{served.url}/story/{quote(things.story)}?lang={lang}")
    assert page.locator(f'a[href="/regroup/{quote(things.story)}"]').is_visible()
