"""The brief of a story: what happened, how sure it is, what changed, where reports disagree, who has it from whom."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.record.schema import ATTENDANCE
from tawatur.record.types import Fact, MergedEvent, Story
from tawatur.tell import labels
from tawatur.tell.chains import chain_lines, copy_lines
from tawatur.tell.cited import cut, facts_with_sentences, references
from tawatur.tell.lines import (
    event_title,
    fact_rows,
    ids,
    qualified,
    quotation,
    single_label,
    single_line,
    told_by,
    whence,
)
from tawatur.tell.page import PARTED, Line, Page, Piece, joined
from tawatur.tell.said import rejected_in, ruled
from tawatur.tell.sections import Part, Sections, Turned, sections, worded
from tawatur.tell.story import best_origins, days_of, events_of, facts_of, headline, outlets_of, subject_title, titled
from tawatur.tell.view import View

CHANGED = "changed"


def brief(view: View, story: str | None) -> Page:
    """The brief of one story, or of all stories of the record, one after the other."""
    view.new_page()
    if story is not None:
        return _story_page(view, view.story_of(story))
    stories = sorted(view.comparison.stories, key=lambda s: (-len(s.reports), s.id))
    if not stories:
        return Page(view.lang, view.label("no_story"))
    page = _story_page(view, stories[0])
    for other in stories[1:]:
        following = _story_page(view, other)
        page.heading(following.title, 1)
        page.blocks.extend(following.blocks)
    return page


def _story_page(view: View, story: Story) -> Page:
    events = events_of(view, story)
    title, whose = titled(view, story, events)
    page = Page(view.lang, title)
    facts = facts_of(view, story, events)
    page.paragraph(_summary(view, story, facts))
    if len(story.reports) > 1:
        page.paragraph([Piece(view.label("count_rests"), "muted")])
    _headline(view, page, story, events, whose)
    found = sections(view, story, events, facts)
    for verdict, chosen in found.loud.items():
        turned = found.turned if verdict == CHANGED else []
        if chosen or turned:
            page.heading(view.label(verdict))
            facts_with_sentences(view, page, chosen)
            _turned(view, page, turned)
    _known(view, page, found.known, set(story.reports))
    _singles(view, page, found)
    _rejected(view, page, story)
    _chains(view, page, story)
    shown = {r for f in facts if f.verdict != "single" for v in f.values for r in v.reports}
    references(view, page, shown | set(story.reports))
    return page


def _headline(view: View, page: Page, story: Story, events: list[MergedEvent], whose: str | None) -> None:
    """The outlets' own headline where the page has another title; else whose words the title is, and what it is of."""
    found = headline(view, story, events)
    if whose is not None:
        about = [Piece(event_title(view, events[0])), Piece(PARTED, "muted")] if events else []
        page.paragraph([*about, *whence(view, whose), Piece(" "), *view.refs([whose])])
    elif found is not None:
        title, report = found
        page.paragraph([Piece(title, "quote"), Piece(" "), *view.refs([report])])


def _summary(view: View, story: Story, facts: list[Fact]) -> Line:
    days = days_of(view, story)
    outlets, best = outlets_of(view, story), best_origins(story, facts)
    counts = (("reports", len(story.reports)), ("outlets", len(outlets)), ("best_origins", best))
    parts = [[Piece(view.counted(key, count))] for key, count in counts]
    if days:
        first, last = labels.day(days[0], view.lang), labels.day(days[-1], view.lang)
        parts.append([Piece(first if first == last else f"{first} – {last}")])
    parts.append([Piece(story.id, "words")])
    return [*joined(parts), Piece(" "), *view.refs(story.reports)]


def _turned(view: View, page: Page, turned: Sequence[Turned]) -> None:
    """A row an event that was planned and then called off: what was said of it in turn, each with a sentence."""
    for one in turned:
        steps = [
            [Piece(f"{labels.word('statuses', now, view.lang)} "), *view.refs(list(dict.fromkeys(r for r, _ in told)))]
            for now, told in one.steps
        ]
        title = [Piece(event_title(view, one.event), "strong"), Piece(": ", "strong")]
        said = [quotation(view, report, cut(telling)) for _, [(report, telling), *_] in one.steps]
        page.row(labels.kind_label(one.event.kind, view.lang), [*title, *joined(steps, view.arrow)], said)


def _known(view: View, page: Page, parts: Sequence[Part], reports: set[str]) -> None:
    """What several reports tell, and who was not there, though one alone says so."""
    if not any(part.facts for part in parts):
        return
    page.heading(view.label("known"))
    for part in parts:
        page.heading([Piece(part.title), *(ids(part.event) if part.event is not None else ())], 3)
        missing = [f for f in part.alone if f.property == ATTENDANCE and f.values[0].value == "absent"]
        fact_rows(view, page, [*part.facts, *missing])
        if part.event is not None and part.first is not None:
            for name, line in worded(view, part.event, reports):
                page.row(labels.property_label(name, view.lang), line)
            page.row(view.label("evidence"), quotation(view, part.first[0], cut(part.first[1])))


def _singles(view: View, page: Page, found: Sections) -> None:
    for key, chosen in (("singles", found.singles), ("background", found.background)):
        if chosen:
            page.heading(view.label(key))
        for report, telling in chosen:
            line = [*single_line(view, report, telling), *told_by(view, report, telling), Piece(" ")]
            merged = view.merged(report, telling.id)
            line += [*view.refs([report]), *(ids(merged) if merged is not None else ())]
            page.row(single_label(view, telling), line,
                     [quotation(view, report, cut(telling))])  # fmt: skip


def _rejected(view: View, page: Page, story: Story) -> None:
    """What people rejected, apart from all that counts."""
    found = rejected_in(view, set(story.reports))
    if found:
        page.heading(view.label("rejected"))
    for fact in found:
        ruling = fact.ruling or next(v.ruling for v in fact.values if v.ruling is not None)
        title = subject_title(view, fact)
        values = [[*qualified(view, fact, value), Piece(" "), *view.refs(value.reports)] for value in fact.values]
        line = [Piece(f"{title}: ", "muted"), *joined(values), *ids(fact)]
        page.row(labels.property_label(fact.property, view.lang), line, [ruled(view, ruling)])


def _chains(view: View, page: Page, story: Story) -> None:
    lines = chain_lines(view, story.reports) + copy_lines(view, story.reports)
    if lines:
        page.heading(view.label("chains"))
        for line in lines:
            page.paragraph(line)
