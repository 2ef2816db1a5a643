"""Pages as one HTML file: no script, nothing loaded from elsewhere, everything from a report escaped."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, Template

from tawatur.tell.page import Heading, Page, Paragraph, Reference, Row, harmless

_KINDS = {Heading: "heading", Row: "row", Paragraph: "paragraph", Reference: "reference"}


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("tawatur.tell", "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["harmless"] = harmless
    return environment.get_template("page.html")


def to_html(page: Page) -> str:
    """The page as a standalone HTML document."""
    blocks = [(_KINDS[type(block)], block) for block in page.blocks]
    return _template().render(page=page, blocks=blocks, direction="rtl" if page.lang == "ar" else "ltr") + "\n"
