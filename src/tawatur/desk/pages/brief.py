"""The brief of a story or of chosen facts: as a page that prints well, as Markdown, as a table."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from enum import StrEnum
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from tawatur.desk.errors import STATUS
from tawatur.desk.rendering import desk_of, page, reader_of
from tawatur.desk.words import Wording
from tawatur.errors import OptionError
from tawatur.record.types import Fact
from tawatur.tell import pages as told
from tawatur.tell.export import export_csv
from tawatur.tell.fact import find
from tawatur.tell.lines import fact_line
from tawatur.tell.page import Page
from tawatur.tell.render import render
from tawatur.tell.selection import selection
from tawatur.tell.short import shortened
from tawatur.tell.story import events_of, facts_of, subject_title
from tawatur.tell.view import View
from tawatur.work import viewing

router = APIRouter()
MOST = 200  # facts of one selection
CHOSEN = "facts"  # what a selection is called as a file


class Form(StrEnum):
    """How a brief is taken away."""

    html = "html"
    markdown = "md"
    csv = "csv"


@router.get("/brief")
def of_facts(
    request: Request,
    fact: Annotated[list[str], Query(max_length=MOST)] = [],  # noqa: B006 - FastAPI makes a new one
    form: Annotated[Form, Query(alias="as")] = Form.html,
) -> Response:
    """The brief of facts that a reader chose. Raises AskedError where one is not there."""
    if not fact:
        reader = reader_of(request)
        sentence = Wording(reader.lang, reader.digits).word("choose_none")
        return page(request, "error.html", STATUS[OptionError.code], code=OptionError.code, sentence=sentence)
    with desk_of(request).reading() as record:
        chosen = list(dict.fromkeys(fact))
        view = viewing.of_facts(record, chosen, reader_of(request).lang)
        facts = [find(view, ident) for ident in chosen]
        return _answer(request, view, selection(view, facts), facts, form, CHOSEN)


@router.get("/choose/{ident:path}")
def choose(request: Request, ident: str) -> Response:
    """The facts of a story, to choose from for a brief. Raises AskedError where there is no story."""
    with desk_of(request).reading() as record:
        view = viewing.of_story(record, ident, reader_of(request).lang)
        groups: dict[str, list[Fact]] = {}
        for fact in _facts(view, ident):
            groups.setdefault(subject_title(view, fact), []).append(fact)
        return page(request, "choose.html", view=view, ident=ident, groups=groups, fact_line=partial(fact_line, view))


@router.get("/brief/{ident:path}")
def of_story(
    request: Request, ident: str, form: Annotated[Form, Query(alias="as")] = Form.html, whole: bool = False
) -> Response:
    """The brief of a story: as a page what fits two printed ones, unless it is asked for as a `whole`. Raises
    AskedError where there is no story."""
    with desk_of(request).reading() as record:
        view = viewing.of_story(record, ident, reader_of(request).lang)
        facts = _facts(view, ident) if form is Form.csv else []
        return _answer(request, view, told.brief(view, ident), facts, form, ident, whole)


def _facts(view: View, ident: str) -> list[Fact]:
    story = view.story_of(ident)
    return facts_of(view, story, events_of(view, story))


def _answer(
    request: Request, view: View, brief: Page, facts: Sequence[Fact], form: Form, name: str, whole: bool = True
) -> Response:
    if form is Form.html:
        ways = {other.value: _way(request, other) for other in Form}
        shown, left = (brief, 0) if whole else shortened(brief)
        ident = None if name == CHOSEN else name
        return page(request, "brief.html", view=view, told=shown, left=left, ways=ways, ident=ident)
    if form is Form.markdown:
        return _file(render(brief, "markdown"), "text/markdown", f"{name}.md")
    out = io.StringIO()
    export_csv(view, out, facts)
    return _file("\ufeff" + out.getvalue(), "text/csv", f"{name}.csv")  # spreadsheets take UTF-8 by its mark


def _way(request: Request, form: Form) -> str:
    url = request.url.include_query_params(**{"as": form.value})
    return f"{url.path}?{url.query}"


def _file(content: str, kind: str, name: str) -> Response:
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", name)
    headers = {"Content-Disposition": f'attachment; filename="{plain}"'}
    return Response(content, media_type=f"{kind}; charset=utf-8", headers=headers)
