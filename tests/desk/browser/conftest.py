"""A real browser before a real server."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from desk_served import Served, Things, serving, things_of

if TYPE_CHECKING:  # only `make test-browser` installs it
    from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request

    Windows = Callable[[str, bool], Page]
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
def intake(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A desk that reports are added to: the process that reads them, with its model, is begun once."""
    path = tmp_path_factory.mktemp("intake") / "examples.tawatur"
    shutil.copy(made, path)
    with serving(path) as running:
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


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Iterator[Windows]:
    """A window by language, with JavaScript or without; opening one takes Chromium as long as five pages."""
    opened: dict[tuple[str, bool], Page] = {}

    def window(lang: str, scripts: bool) -> Page:
        if (lang, scripts) not in opened:
            context = browser.new_context(locale=lang, java_script_enabled=scripts)
            opened[lang, scripts] = context.new_page()
        return opened[lang, scripts]

    yield window
    for page in opened.values():
        page.context.close()


@contextmanager
def cleared(window: Page) -> Iterator[Page]:
    """A window as if it had just been opened: wide, without a page, nothing known of the reader."""
    window.set_viewport_size({"width": 1280, "height": 900})
    window.context.clear_cookies()
    yield window
    window.goto("about:blank")


@pytest.fixture
def page(windows: Windows, lang: str) -> Iterator[Page]:
    """A browser's page whose reader chose the language. What goes wrong in it fails the test."""
    wrong: list[str] = []

    def said(message: ConsoleMessage) -> None:
        if message.type == "error" and "status of 4" not in message.text:
            wrong.append(message.text)

    def broke(error: Error) -> None:
        wrong.append(str(error))

    with cleared(windows(lang, True)) as opened:
        opened.on("console", said)
        opened.on("pageerror", broke)
        yield opened
        opened.remove_listener("console", said)
        opened.remove_listener("pageerror", broke)
    assert wrong == []


@pytest.fixture
def bare(windows: Windows, lang: str) -> Iterator[Page]:
    """A page of a browser without JavaScript."""
    with cleared(windows(lang, False)) as opened:
        yield opened


@pytest.fixture
def asked(page: Page) -> Iterator[list[str]]:
    """The addresses that the page asked for."""
    found: list[str] = []

    def heard(request: Request) -> None:
        found.append(request.url)

    page.on("request", heard)
    yield found
    page.remove_listener("request", heard)
