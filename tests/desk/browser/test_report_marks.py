"""A report in a real browser: marks open without a reload, layers go and come back, corrections are made where seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from desk_served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
REPORT = "/report/03-outlet-c"


def test_a_mark_opens_beside_the_text_without_a_reload(page: Page, library: Served, lang: str) -> None:
    page.goto(f"{library.url}{REPORT}?lang={lang}")
    page.evaluate("window.kept = true")
    page.locator(".text a", has_text="أكثر من ثمانين دولة").click()
    page.locator(".opened").wait_for()
    assert "80" in page.locator(".opened dl").first.inner_text()
    assert "mark=quantities" in page.url
    assert page.evaluate("window.kept") is True
    page.go_back()
    page.locator(".opened").wait_for(state="detached")


def test_a_layer_goes_and_comes_back_without_a_reload(page: Page, library: Served, lang: str) -> None:
    page.goto(f"{library.url}{REPORT}?lang={lang}")
    page.evaluate("window.kept = true")
    before = page.locator(".text a.t").count()
    page.locator("button.switch.t").click()
    page.locator("button.switch.t[aria-pressed=false]").wait_for()
    assert page.locator(".text a.t").count() == 0 < before
    page.locator("button.switch.t").click()
    page.locator("button.switch.t[aria-pressed=true]").wait_for()
    assert page.locator(".text a.t").count() == before
    assert page.evaluate("window.kept") is True


def test_joined_letters_stay_joined_where_a_mark_begins_inside_a_word(page: Page, library: Served, lang: str) -> None:
    """The width of للتحالف, marked from its second lam, is its width in one piece."""
    page.goto(f"{library.url}{REPORT}?lang={lang}")
    page.evaluate("document.fonts.ready")
    apart, whole = page.evaluate(
        """() => {
            const walker = document.createTreeWalker(document.querySelector('.text'), NodeFilter.SHOW_TEXT);
            const texts = [];
            while (walker.nextNode()) texts.push(walker.currentNode);
            const at = texts.findIndex(t => t.data.startsWith('لتحالف') && t.parentElement.closest('a.m'));
            const [before, marked] = [texts[at - 1], texts[at]];
            const mark = marked.parentElement.closest('a');
            const range = document.createRange();
            range.setStart(before, before.length - 1);
            range.setEnd(marked, 'لتحالف'.length);
            const copy = document.createElement('span');
            copy.textContent = 'للتحالف';
            copy.style.whiteSpace = 'nowrap';
            mark.parentElement.append(copy);
            return [range.getBoundingClientRect().width, copy.getBoundingClientRect().width];
        }"""
    )
    assert abs(apart - whole) < 1


def test_a_report_on_a_narrow_screen_shows_text_and_mark_together(page: Page, library: Served, lang: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{library.url}{REPORT}?lang={lang}&mark=quantities:727-737#at")
    mark, panel = page.locator("#at").bounding_box(), page.locator(".opened").bounding_box()
    assert mark is not None
    assert panel is not None
    assert 0 <= mark["y"] < mark["y"] + mark["height"] <= panel["y"]
