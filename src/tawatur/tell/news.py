"""What a report brings to a record: what is new, told again, changed and disputed, and whose text it has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tawatur.record.codec.comparison import dump_copy, dump_fact
from tawatur.record.types import Copy, Fact
from tawatur.tell import labels
from tawatur.tell.lines import event_title, given, ids, of_whom, one_or_other, verdict, whence
from tawatur.tell.page import Line, Page, Piece
from tawatur.tell.view import View

_CHANGED, _DISPUTED = "changed", "disputed"


@dataclass(slots=True)
class News:
    """What one report brought. `new`: facts that nobody told before; `again`: told before by others, and now by this
    one too; `changed`, `disputed`: facts that are so now, or have one more value; `copies`: passages that it shares."""

    report: str
    new: list[Fact] = field(default_factory=list)
    again: list[Fact] = field(default_factory=list)
    changed: list[Fact] = field(default_factory=list)
    disputed: list[Fact] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)

    @property
    def facts(self) -> list[Fact]:
        """All facts that are told of."""
        return [*self.disputed, *self.changed, *self.new, *self.again]


def news_of(report: str, was: Iterable[Fact], now: Iterable[Fact], copies: Sequence[Copy]) -> News:
    """What a report brought: the facts that were and those that are instead of them, told apart."""
    before = {fact.id: fact for fact in was}
    found = News(report, copies=list(copies))
    for fact in now:
        old = before.get(fact.id)
        if not any(report in value.reports for value in fact.values) and fact.verdict == (old and old.verdict):
            continue
        more = old is None or old.verdict != fact.verdict or len(old.values) < len(fact.values)
        if fact.verdict == _DISPUTED and more:
            found.disputed.append(fact)
        elif fact.verdict == _CHANGED and more:
            found.changed.append(fact)
        else:
            (found.new if old is None and fact.verdict == "single" else found.again).append(fact)
    return found


def news_json(news: News) -> dict[str, Any]:
    """What a report brought, as JSON; facts and copies as record.md writes them."""
    kinds = ("new", "again", "changed", "disputed")
    return {
        "report": news.report,
        **{kind: [dump_fact(fact) for fact in getattr(news, kind)] for kind in kinds},
        "copies": [dump_copy(copy) for copy in news.copies],
    }


def news_page(view: View, news: News) -> Page:
    """The page of what a report brought; what is disputed or has changed first, what is told again only counted."""
    view.new_page()
    head = view.readings[news.report].report
    page = Page(view.lang, head.title or news.report)
    page.paragraph(whence(view, news.report, news.report))
    _copied(view, page, news)
    for kind in (_DISPUTED, _CHANGED, "new"):
        facts: list[Fact] = getattr(news, kind)
        if facts:
            page.heading(view.label("news_new" if kind == "new" else kind))
        for fact in facts:
            page.row(labels.property_label(fact.property, view.lang), _line(view, fact))
    if news.again:
        page.paragraph([Piece(view.counted("told_again", len(news.again)), "muted")])
    return page


def _copied(view: View, page: Page, news: News) -> None:
    """The reports with which it shares most text, the one that has it first in front."""
    others: dict[str, float] = {}
    for copy in news.copies:
        share = max((p.share for p in copy.places if p.report == news.report), default=0.0)
        for place in copy.places:
            if place.report != news.report:
                others[place.report] = others.get(place.report, 0.0) + share
    if others:
        other = max(sorted(others), key=lambda name: others[name])
        told = f"{labels.percent(min(1.0, others[other]), view.lang)} {view.label('share')}"
        page.row(view.label("news_copied"), [Piece(f"{other} ", "name"), Piece(told, "muted")])


def _line(view: View, fact: Fact) -> Line:
    """What a fact is of, its values with the reports that give them, and the verdict."""
    subject = event_title(view, view.events[fact.subject]) if fact.subject in view.events else view.title(fact.subject)
    values = []
    for value in fact.values:
        line = [*of_whom(view, fact), *given(view, fact, value)]
        values.append([*line, Piece(f" [{value.reports[0]}{', …' if len(value.reports) > 1 else ''}]", "muted")])
    told = one_or_other(view, fact, values)
    return [Piece(f"{subject}: ", "strong"), *told, *verdict(view, fact), *ids(fact)]
