"""Quoted passages as HTML: the words of a report, isolated, with the link to where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from tawatur.desk import links
from tawatur.desk.lines import written
from tawatur.desk.words import Wording
from tawatur.tell.page import harmless
from tawatur.tell.passage import Passage
from tawatur.tell.view import View


def quoted(passage: Passage, view: View, say: Wording) -> Markup:
    """A passage as a list item. Written by hand, not as a template: a page has hundreds of them."""
    head = view.heads[passage.report]
    words = escape(harmless(passage.text) + (" [...]" if passage.cut else ""))
    whence = f"<bdi>{escape(harmless(view.outlet(passage.report)))}</bdi>{say.word('comma')}{say.day(head.published)}"
    place = escape(links.report(passage.report, passage.start, passage.end))
    by = written(passage.by, view, say) if passage.by else ""
    return Markup(
        f'<li class="passage"><q dir="auto" lang="{escape(head.language)}">{words}</q> '
        f'<span class="whence"><a href="{place}">{whence}</a>{by}</span></li>'
    )


def opening(passages: Sequence[Passage], view: View, say: Wording) -> Markup:
    """What opens to these passages; nothing where there are none."""
    if not passages:
        return Markup("")
    inside = "".join(quoted(passage, view, say) for passage in passages)
    told = escape(say.counted("sentences", len(passages)))
    return Markup(f'<details class="opens"><summary>{told}</summary><ul>{inside}</ul></details>')
