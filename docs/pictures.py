"""Makes the pictures of the desk's pages in docs/pictures: `make pictures`, or python docs/pictures.py [--out FOLDER].

Every page in Arabic, and the story in English and in the dark, over a fresh record of examples/.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests" / "desk" / "browser")]

from desk_served import Things, serving, things_of  # noqa: E402 - what the tests in the browser serve and look at

from tawatur import work  # noqa: E402
from tawatur.store.record import Record  # noqa: E402

WIDTH, TALLEST = 1280, 1700  # pixels


def pages(of: Things) -> dict[str, str]:
    """The nine pages by the names of their pictures."""
    return {
        "stories": "/?",
        "story": f"/story/{quote(of.story)}?",
        "report": f"/report/{quote(of.report)}?",
        "body": f"/entity/{quote(of.body)}?",
        "entity": f"/entity/{quote(of.person)}?",
        "search": f"/search?q={quote('التحالف الدولي')}&",
        "add": "/add?",
        "questions": "/questions?",
        "brief": f"/brief/{quote(of.story)}?",
    }


def picture(browser: Browser, address: str, lang: str, scheme: str, path: Path, width: int = WIDTH) -> None:
    """One page as a picture, as tall as it is up to a limit."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale=lang)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}lang={lang}")
    page.evaluate("document.fonts.ready")
    height = page.evaluate("document.documentElement.scrollHeight")
    page.screenshot(path=path, clip={"x": 0, "y": 0, "width": width, "height": min(height, TALLEST)}, full_page=True)
    context.close()


def graph(browser: Browser, address: str, path: Path) -> None:
    """The chain graph of a story alone."""
    page = browser.new_page(viewport={"width": WIDTH, "height": 900})
    page.goto(f"{address}lang=en")
    page.evaluate("document.fonts.ready")
    page.locator("svg.graph").first.screenshot(path=path)
    page.close()


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--out", type=Path, default=ROOT / "docs" / "pictures")
    args.add_argument("--all", action="store_true", help="every page in both languages, wide, narrow and in the dark")
    given = args.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "examples.tawatur"
        with Record(path, create=True) as record:
            work.take_in(record, [str(ROOT / "examples")])
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        with serving(path) as served:
            for name, at in pages(things_of(path)).items():
                picture(browser, served.url + at, "ar", "light", given.out / f"{name}.png")
                if name == "story":
                    graph(browser, served.url + at, given.out / "graph.png")
                if name == "story" or given.all:
                    picture(browser, served.url + at, "en", "light", given.out / f"{name}-en.png")
                if given.all:
                    picture(browser, served.url + at, "ar", "dark", given.out / f"{name}-dark.png")
                    picture(browser, served.url + at, "ar", "light", given.out / f"{name}-narrow.png", 390)
        browser.close()


if __name__ == "__main__":
    main()
