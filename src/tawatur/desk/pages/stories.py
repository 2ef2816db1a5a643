"""The list of stories: the newest first, narrowed by outlet, day, kind of event, person, place, verdict and words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from itertools import groupby

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from tawatur.desk import links
from tawatur.desk.articles import Article
from tawatur.desk.packing import Packed
from tawatur.desk.rendering import desk_of, page, part, reader_of
from tawatur.desk.words import Wording
from tawatur.errors import OptionError
from tawatur.record.schema import SCHEMA
from tawatur.store.shelf.rows import Count, Facets, Filters, Rows, StoryRow
from tawatur.tell.story import LOUD

router = APIRouter()
VISIT = "visit"  # as `changed`: since the reader's last visit
FACET = 9  # values of each
ALL = "all"  # as `facets`: many of each
_MANY = 200
_ORDER = (*LOUD, "agreed", "repeated", "single")


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that the list can be narrowed by, or no longer is: its words, whether they are a report's own, how many
    stories have it, and the list's address then."""

    words: str
    quoted: bool
    many: int
    to: str


@router.get("/")
def show(
    request: Request,
    q: str = "",
    outlet: str | None = None,
    kind: str | None = None,
    verdict: str | None = None,
    entity: str | None = None,
    since: str = "",
    until: str = "",
    changed: str = "",
    at: str | None = None,
    facets: str = "",
) -> Response:
    """The list. `q`: words in a report of the story; `since` and `until`: days; `changed`: `visit` for what changed
    since the reader's last one; `at`: where another page of the list begins; `facets`: `all` for many
    values of each, not the first alone. Raises OptionError."""
    reader = reader_of(request)
    say = Wording(reader.lang, reader.digits)
    before = reader.before.isoformat(timespec="seconds") if reader.before else None
    filters = Filters(
        q, outlet or None, _day(since), _day(until), kind or None, verdict or None, entity or None,
        before if changed == VISIT else None,
    )  # fmt: skip
    asked = {"q": q, "outlet": outlet, "kind": kind, "verdict": verdict, "entity": entity, "since": since,
             "until": until, "changed": changed}  # fmt: skip
    most = _MANY if facets == ALL else FACET
    desk = desk_of(request)
    with desk.reading() as record:
        found = record.shelf.stories(filters, at)
        new = frozenset(row.id for row in found.rows if _is_new(row, reader.before))

        def look() -> tuple[object, Callable[[], Article[int]]]:
            counted = record.shelf.story_facets(filters, most + 2)  # one of them may be chosen
            named = record.shelf.entity(entity) if entity else None
            name = say.named(named.name) if named else entity
            return (found, counted, name), partial(_article, request, asked, found, counted, name, new, most)

        key = ("stories", filters, tuple(asked.values()), at, new, most, reader.lang, reader.digits)
        article = desk.articles.get(key, record.touched, look)
        news = record.shelf.stories(Filters(changed=before), most=1).total if before and not changed else 0
    return page(request, "stories.html", article=article, news=news)


def _article(
    request: Request,
    asked: Mapping[str, str | None],
    found: Rows[StoryRow],
    facets: Facets,
    entity: str | None,
    new: frozenset[str],
    most: int,
) -> Article[int]:
    """The list; `entity`: what the one is called that it is narrowed by; `new`: stories that changed since the reader's
    last visit; `most`: values of a facet. Its frame needs how many there are."""
    reader = reader_of(request)
    say = Wording(reader.lang, reader.digits)
    html = part(
        request,
        "_stories.html",
        days=[(day, list(rows)) for day, rows in groupby(found.rows, key=lambda row: row.last)],
        asked={name: value for name, value in asked.items() if value},
        chosen=_chosen(say, asked, entity),
        facets=_facets(say, facets, asked),
        most=most,
        all_values=links.stories(**asked, facets=ALL) if most == FACET else None,
        newer=links.stories(**asked, at=found.newer) if found.newer else None,
        older=links.stories(**asked, at=found.older) if found.older else None,
        new=new,
        loud=_loud,
        named=lambda count: say.named(count.name or {}) or count.value,
    )
    return Article("", Packed.of(html), found.total)


def _day(given: str) -> str | None:
    if not given:
        return None
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError as error:
        raise OptionError(f"{given}: a day is written 2022-05-11.") from error


def _is_new(row: StoryRow, before: datetime | None) -> bool:
    """Whether a story changed since the reader's last visit; nothing is marked at the first one."""
    return before is not None and datetime.fromisoformat(row.changed_at) > before


def _loud(row: StoryRow) -> list[tuple[str, int]]:
    """The verdicts of a story that a reader must see, with how many of its facts have them."""
    return [(verdict, many) for verdict in LOUD if (many := row.of_verdict(verdict))]


def _chosen(say: Wording, asked: Mapping[str, str | None], entity: str | None) -> list[Choice]:
    """What the list is narrowed by, each with the list's address without it."""
    words = {
        "q": (asked["q"], True),
        "outlet": (asked["outlet"], True),
        "kind": (say.kind(asked["kind"] or ""), False),
        "verdict": (say.of("verdicts", asked["verdict"] or ""), False),
        "entity": (entity, True),
        "since": (say.word("from_day", day=say.day(asked["since"] or None)), False),
        "until": (say.word("to_day", day=say.day(asked["until"] or None)), False),
        "changed": (say.word("since_visit"), False),
    }
    return [
        Choice(str(text), quoted, 0, links.stories(**{**asked, name: None}))
        for name, (text, quoted) in words.items()
        if asked[name]
    ]


def _facets(say: Wording, facets: Facets, asked: Mapping[str, str | None]) -> dict[str, list[Choice]]:
    """What the list can be narrowed by further, by the key of its words."""

    def choices(name: str, counts: Sequence[Count], words: Callable[[Count], str], quoted: bool) -> list[Choice]:
        return [
            Choice(words(c), quoted, c.many, links.stories(**{**asked, name: c.value}))
            for c in counts
            if c.value != asked[name]
        ]

    verdicts = sorted(facets.verdicts, key=lambda c: _ORDER.index(c.value) if c.value in _ORDER else len(_ORDER))
    known = replace(facets, verdicts=verdicts, kinds=[c for c in facets.kinds if c.value in SCHEMA.kinds])
    found = {
        "facet_verdicts": choices("verdict", known.verdicts, lambda c: say.of("verdicts", c.value), False),
        "facet_outlets": choices("outlet", known.outlets, lambda c: c.value, True),
        "facet_kinds": choices("kind", known.kinds, lambda c: say.kind(c.value), False),
        "facet_persons": choices("entity", known.persons, lambda c: say.named(c.name or {}) or c.value, True),
        "facet_places": choices("entity", known.places, lambda c: say.named(c.name or {}) or c.value, True),
    }
    return {key: some for key, some in found.items() if some}
