"""Pages as HTML: one Jinja environment, everything from a report escaped and without characters that steer a line."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from tawatur import __version__
from tawatur.desk import links
from tawatur.desk.articles import Article
from tawatur.desk.habits import Habits, habits_of, keep_visit
from tawatur.desk.lines import decided, unlinked, written
from tawatur.desk.opening import Desk
from tawatur.desk.packing import Packed, gzipped
from tawatur.desk.quoting import opening, quoted
from tawatur.desk.sentences import said
from tawatur.desk.words import Wording
from tawatur.tell.lines import DIFFERING
from tawatur.tell.page import PARTED, harmless

_PLAIN = "/:@!$&'()*+,;=~"  # what stands in an address as it is
_HERE = Markup("\0")  # the place of an article in its frame; no other text on a page has this character


def desk_of(request: Request) -> Desk:
    """The desk that serves this request."""
    desk: Desk = request.app.state.desk
    return desk


def reader_of(request: Request) -> Habits:
    """What the reader of this request chose."""
    return habits_of(request, desk_of(request).settings.lang)


def page(
    request: Request, template: str, status: int = 200, article: Article[Any] | None = None, **context: Any
) -> Response:
    """A page in the reader's language; where most of it is an `article`, the template is the frame around it, and puts
    `article_here` where it stands.

    Every template has `say` (Wording), `habits`, `links`, `here` (the address asked for), `record` (the file's name)
    and what `extras` of the application's state give (signed-in user, token against forged forms).
    """
    habits = reader_of(request)
    shared = {
        "say": Wording(habits.lang, habits.digits),
        "habits": habits,
        "here": quote(request.url.path, safe=_PLAIN) + (f"?{request.url.query}" if request.url.query else ""),
        "record": desk_of(request).path.name,
        "request": request,
        "article": article,
        "article_here": _HERE,
    }
    for extra in request.app.state.extras:
        shared |= extra(request)
    text = _environment().get_template(template).render(shared | context)
    response = HTMLResponse(text, status) if article is None else _framed(request, text, article)
    keep_visit(response, habits)
    for cookie in request.app.state.once:
        if cookie in request.cookies:
            response.delete_cookie(cookie)
    return response


def _framed(request: Request, frame: str, article: Article[Any]) -> Response:
    """A frame with its article, packed for who takes it so."""
    before, _, behind = frame.partition(_HERE)
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return HTMLResponse(b"".join((before.encode(), article.html.data, behind.encode())))
    body = gzipped([Packed.of(before), article.html, Packed.of(behind)])
    return HTMLResponse(body, headers={"content-encoding": "gzip", "vary": "Accept-Encoding"})


def part(request: Request, template: str, **context: Any) -> Markup:
    """A part of a page in the reader's language, the same for all readers of that language and those digits: its
    templates have `say`, `habits` and `links` alone."""
    habits = reader_of(request)
    shared = {"say": Wording(habits.lang, habits.digits), "habits": habits}
    return Markup(_environment().get_template(template).render(shared | context))


def _unsteered(value: object) -> object:
    """What a template puts on a page; what is marked up already was made of harmless pieces."""
    return harmless(value) if type(value) is str else value


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("tawatur.desk", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        undefined=StrictUndefined,
        finalize=_unsteered,  # also where a template forgets it
    )
    environment.filters["harmless"] = harmless
    environment.globals |= {
        "links": links,
        "written": written,
        "unlinked": unlinked,
        "decided": decided,
        "said": said,
        "differing": DIFFERING,
        "parted": PARTED,
        "quoted": quoted,
        "opening": opening,
        "static": static,
        "version": __version__,
    }
    return environment


@cache
def static(name: str) -> str:
    """The address of a file of `static/`, which changes when the file does: browsers may keep it for good."""
    content = files(__package__).joinpath("static", name).read_bytes()
    return f"/static/{name}?{hashlib.sha256(content).hexdigest()[:10]}"
