"""Search: sentences with the words that were asked for, narrowed by outlet, day, kind of event, name and verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from tawatur.desk import links
from tawatur.desk.articles import Article
from tawatur.desk.packing import Packed
from tawatur.desk.rendering import desk_of, page, part, reader_of
from tawatur.desk.words import Wording
from tawatur.store.finding import PAGE, Hit, Hits
from tawatur.store.shelf.rows import Count, EntityRow, Facets, Filters
from tawatur.tell.page import harmless

router = APIRouter()
_QUOTES = str.maketrans("", "", '"“”«»')


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that the results can be narrowed to: what it is called, how many have it, where it leads to, and whether
    the results are narrowed to it."""

    label: str
    many: int
    to: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """A filter that holds: what it is, its value in words, and the same search without it."""

    facet: str
    label: str
    without: str


@router.get("/search")
def search(
    request: Request,
    q: str = "",
    outlet: str = "",
    since: str = "",
    until: str = "",
    kind: str = "",
    verdict: str = "",
    entity: str = "",
    at: int = 0,
) -> Response:
    """Sentences with these words. `q`: words, phrases in quotation marks; the rest narrows them; `at`: how many results
    come before this page. A day that is none is as if it were not given."""
    given = Filters(
        words=q.strip(),
        outlet=outlet or None,
        since=_day(since),
        until=_day(until),
        kind=kind or None,
        verdict=verdict or None,
        entity=entity or None,
    )
    desk, habits = desk_of(request), reader_of(request)
    with desk.reading() as record:

        def look() -> tuple[object, Callable[[], Article[None]]]:
            hits = record.finding.sentences(given, at)
            named = record.shelf.entity(given.entity) if given.entity else None
            return (hits, named), partial(_article, request, given, hits, named)

        asked = ("search", given, at, habits.lang, habits.digits)
        article = desk.articles.get(asked, record.touched, look)
    return page(request, "search.html", article=article)


def _article(request: Request, given: Filters, hits: Hits, named: EntityRow | None) -> Article[None]:
    habits = reader_of(request)
    say = Wording(habits.lang, habits.digits)
    name = say.named(named.name) if named else given.entity or ""
    plain = given.words.translate(_QUOTES)
    html = part(
        request,
        "_found.html",
        given=given,
        hits=hits,
        asked=given != Filters(),
        marked=marked,
        facets=list(_facets(given, hits.facets, say)),
        chosen=list(_chosen(given, name, say)),
        before=links.search(**_query(given), at=str(max(0, hits.at - PAGE))) if hits.at else None,
        after=links.search(**_query(given), at=str(hits.after)) if hits.after is not None else None,
        unquoted=links.search(**(_query(given) | {"q": plain})) if plain != given.words else None,
    )
    return Article(given.words, Packed.of(html), None)


def marked(hit: Hit) -> list[tuple[str, bool]]:
    """A sentence in stretches, each with whether it was asked for."""
    out: list[tuple[str, bool]] = []
    at = 0
    for start, end in hit.marks:
        out += [(harmless(hit.text[at:start]), False), (harmless(hit.text[start:end]), True)]
        at = end
    return [(text, found) for text, found in [*out, (harmless(hit.text[at:]), False)] if text]


def _day(given: str) -> str | None:
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError:
        return None


def _query(given: Filters) -> dict[str, str]:
    """The filters as an address has them."""
    return {
        "q": given.words,
        "outlet": given.outlet or "",
        "since": given.since or "",
        "until": given.until or "",
        "kind": given.kind or "",
        "verdict": given.verdict or "",
        "entity": given.entity or "",
    }


def _facets(given: Filters, found: Facets, say: Wording) -> Iterator[tuple[str, list[Choice]]]:
    """The facets of the results, each with its values that can be chosen."""

    def named(count: Count) -> str:
        return say.named(count.name or {}) or count.value

    table: tuple[tuple[str, str, Sequence[Count], Callable[[Count], str]], ...] = (
        ("facet_outlet", "outlet", found.outlets, lambda c: c.value),
        ("facet_kind", "kind", found.kinds, lambda c: say.kind(c.value)),
        ("facet_verdict", "verdict", found.verdicts, lambda c: say.of("verdicts", c.value)),
        ("facet_person", "entity", found.persons, named),
        ("facet_place", "entity", found.places, named),
    )
    for key, field, counts, label in table:
        held = getattr(given, field)
        choices = []
        for count in counts:
            chosen = held == count.value
            then = _query(given) | {field: "" if chosen else count.value}
            choices.append(Choice(label(count), count.many, links.search(**then), chosen))
        if choices:
            yield key, choices
    days = [
        Choice(say.day(c.value), c.many, _on(given, c.value), given.since == given.until == c.value) for c in found.days
    ]
    if days:
        yield "facet_day", days


def _on(given: Filters, day: str) -> str:
    """The search of one day alone; of all days where it is that already."""
    on = "" if given.since == given.until == day else day
    return links.search(**(_query(given) | {"since": on, "until": on}))


def _chosen(given: Filters, name: str, say: Wording) -> Iterator[Chosen]:
    table = (
        ("facet_outlet", "outlet", given.outlet or ""),
        ("since_day", "since", say.day(given.since) if given.since else ""),
        ("until_day", "until", say.day(given.until) if given.until else ""),
        ("facet_kind", "kind", say.kind(given.kind) if given.kind else ""),
        ("facet_verdict", "verdict", say.of("verdicts", given.verdict) if given.verdict else ""),
        ("facet_entity", "entity", name),
    )
    for key, field, label in table:
        if getattr(given, field):
            yield Chosen(key, label, links.search(**(_query(given) | {field: ""})))
