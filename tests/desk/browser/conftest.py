"""A real browser before a real server."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from desk_served import Served, Things, serving, things_of

if TYPE_CHECKING:  # only `make test-browser` installs it
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as the system has it."""
    from playwright.sync_api import sync_playwright

    assert CHROMIUM, "there is no chromium here; `make test-browser` installs it as root"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def served(record: Path) -> Iterator[Served]:
    """A desk of this test alone, over a fresh record of the examples."""
    with serving(record) as running:
        yield running


@pytest.fixture(scope="session")
def library(made: Path) -> Iterator[Served]:
    """A desk that no test changes."""
    with serving(made) as running:
        yield running


@pytest.fixture(scope="session")
def things(made: Path) -> Things:
    """Things of the examples."""
    return things_of(made)


@pytest.fixture(params=["ar", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    """Every test in both languages."""
    chosen: str = request.param
    return chosen


@pytest.fixture
def page(browser: Browser, lang: str) -> Iterator[Page]:
    """A browser's page whose reader chose the language. What goes wrong in it fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale=lang)
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("console", lambda m: wrong.append(m.text) if m.type == "error" and "status of 4" not in m.text else None)
    opened.on("pageerror", lambda e: wrong.append(str(e)))
    yield opened
    context.close()
    assert wrong == []
