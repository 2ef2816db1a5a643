"""What holds for every page in a real browser, in both languages: it can be read by all, and nothing sticks out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from desk_served import Served, Things

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PAGES: dict[str, Callable[[Things], str]] = {
    "stories": lambda t: "/",
    "story": lambda t: f"/story/{quote(t.story)}",
    "report": lambda t: f"/report/{quote(t.report)}",
    "body": lambda t: f"/entity/{quote(t.body)}",
    "person": lambda t: f"/entity/{quote(t.person)}",
    "names": lambda t: "/entities",
    "fact": lambda t: f"/fact/{t.fact}",
    "search": lambda t: "/search?q=" + quote("التحالف الدولي"),
    "nothing found": lambda t: "/search?q=" + quote("زرافة بنفسجية"),
    "adding": lambda t: "/add",
    "decisions": lambda t: "/decisions",
    "questions": lambda t: "/questions",
    "brief": lambda t: f"/brief/{quote(t.story)}",
    "not there": lambda t: "/story/none",
}
WIDTHS = (1280, 390)


def _address(library: Served, things: Things, name: str, lang: str) -> str:
    path = PAGES[name](things)
    return f"{library.url}{path}{'&' if '?' in path else '?'}lang={lang}"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_reads_well_for_everybody(
    page: Page, asked: list[str], library: Served, things: Things, lang: str, name: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    answer = page.goto(_address(library, things, name, lang))
    assert answer is not None
    assert answer.status == (404 if name == "not there" else 200)
    assert page.locator("html").get_attribute("dir") == ("rtl" if lang == "ar" else "ltr")
    assert asked
    assert [url for url in asked if not url.startswith((library.url, "data:"))] == []
    found = Axe().run(page).response["violations"]
    assert [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in found] == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_sticks_out_at_the_side(
    page: Page, library: Served, things: Things, lang: str, name: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(_address(library, things, name, lang))
    beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert beyond <= 0


@pytest.mark.parametrize("name", [name for name in PAGES if name not in ("adding", "not there")])
def test_a_page_is_whole_without_javascript(bare: Page, library: Served, things: Things, lang: str, name: str) -> None:
    bare.goto(_address(library, things, name, lang))
    plain = bare.locator("main").inner_text()
    assert len(plain.split()) > 5
