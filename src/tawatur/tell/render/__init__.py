"""Pages written out: one file a format."""

from __future__ import annotations

from tawatur.tell.page import Page
from tawatur.tell.render.html import to_html
from tawatur.tell.render.markdown import to_markdown
from tawatur.tell.render.text import to_text


def render(page: Page, how: str, terminal: bool = False) -> str:
    """The page as "text" (in colour on a terminal), "markdown" or "html"."""
    if how == "html":
        return to_html(page)
    if how == "markdown":
        return to_markdown(page)
    return to_text(page, colour=terminal)
