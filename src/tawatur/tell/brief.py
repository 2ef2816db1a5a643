"""The brief of a story: what happened, how sure it is, what changed, where reports disagree, who has it from whom."""

from __future__ import annotations

from collections import defaultdict

from tawatur.record.schema import SCHEMA
from tawatur.record.types import Event, Fact, MergedEvent, Span, Story
from tawatur.tell import labels
from tawatur.tell.chains import chain_lines, copy_lines
from tawatur.tell.cited import cut, facts_with_sentences, references
from tawatur.tell.lines import event_line, event_title, fact_rows, quotation, told_by
from tawatur.tell.page import Line, Page, Piece, joined
from tawatur.tell.story import LOUD, events_of, facts_of, headline, past
from tawatur.tell.view import View
from tawatur.text.stems import search_tokens


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
    page = Page(view.lang, event_title(view, events[0]) if events else story.id)
    facts = facts_of(view, story, events)
    page.paragraph(_summary(view, story, facts))
    if len(story.reports) > 1:
        page.paragraph([Piece(view.label("count_rests"), "muted")])
    _headline(view, page, story, events)
    for kind in LOUD:
        chosen = [f for f in facts if f.verdict == kind]
        if chosen:
            page.heading(view.label(kind))
            facts_with_sentences(view, page, chosen)
    _known(view, page, events, facts, story)
    _singles(view, page, events, story)
    _chains(view, page, story)
    shown = {r for f in facts if f.verdict != "single" for v in f.values for r in v.reports}
    references(view, page, shown | set(story.reports))
    return page


def _headline(view: View, page: Page, story: Story, events: list[MergedEvent]) -> None:
    found = headline(view, story, events)
    if found is not None:
        title, report = found
        page.paragraph([Piece(title, "quote"), Piece(" "), *view.refs([report])])


def _summary(view: View, story: Story, facts: list[Fact]) -> Line:
    days = sorted(d for r in story.reports if (d := view.readings[r].report.published))
    outlets = {view.readings[r].report.outlet for r in story.reports} - {None}
    inside = set(story.reports)
    best = max((sum(bool(inside & set(o.reports)) for o in v.origins) for f in facts for v in f.values), default=0)
    counts = (("reports", len(story.reports)), ("outlets", len(outlets)), ("best_origins", best))
    parts = [[Piece(view.counted(key, count))] for key, count in counts]
    if days:
        first, last = labels.day(days[0], view.lang), labels.day(days[-1], view.lang)
        parts.append([Piece(first if first == last else f"{first} – {last}")])
    parts.append([Piece(story.id, "muted")])
    return [*joined(parts), Piece("  "), *view.refs(story.reports)]


def _known(view: View, page: Page, events: list[MergedEvent], facts: list[Fact], story: Story) -> None:
    reports = set(story.reports)
    told = [e for e in events if len({r for r, _ in e.same if r in reports}) > 1]
    by_subject: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.verdict not in (*LOUD, "single"):
            by_subject[fact.subject].append(fact)
    subjects = [e.id for e in told if SCHEMA.kinds[e.kind].subject == "event"]
    subjects += sorted((s for s in by_subject if s not in view.events), key=lambda s: (-len(by_subject[s]), s))
    if not any(by_subject[s] for s in subjects):
        return
    page.heading(view.label("known"))
    for subject in subjects:
        if by_subject[subject] or subject in view.events:
            title = event_title(view, view.events[subject]) if subject in view.events else view.title(subject)
            page.heading(title, 3)
            fact_rows(view, page, by_subject[subject])
            if subject in view.events:
                _spans(view, page, view.events[subject], reports)
                report, telling = next(t for t in view.tellings(view.events[subject]) if t[0] in reports)
                page.row(view.label("evidence"), quotation(view, report, cut(telling)))


def _spans(view: View, page: Page, event: MergedEvent, reports: set[str]) -> None:
    """What yields no facts but is part of the event: its agenda, reasons, purposes, as the reports word them."""
    found: dict[str, dict[str, tuple[Span, list[str]]]] = defaultdict(dict)
    for report, telling in view.tellings(event):
        for slot, value in telling.slots.items():
            if report in reports and SCHEMA.slot(telling.kind, slot).type == "spans" and isinstance(value, list):
                for span in value:
                    if isinstance(span, Span):
                        key = " ".join(search_tokens(span.text))
                        found[slot].setdefault(key, (span, []))[1].append(report)
    for slot, spans in found.items():
        lines = [[Piece(span.text, "quote"), Piece(" "), *view.refs(told)] for span, told in spans.values()]
        page.row(labels.property_label(f"{event.kind}.{slot}", view.lang), joined(lines))


def _singles(view: View, page: Page, events: list[MergedEvent], story: Story) -> None:
    reports = set(story.reports)
    rows: list[tuple[str, Event]] = []
    for event in events:
        tellings = [(r, e) for r, e in view.tellings(event) if r in reports]
        if len({r for r, _ in tellings}) == 1:
            rows.extend(tellings)
    before = [row for row in rows if past(view, story, row[1])]
    for key, chosen in (("singles", [row for row in rows if row not in before]), ("background", before)):
        if chosen:
            page.heading(view.label(key))
        for report, telling in sorted(chosen, key=lambda p: (view.number[p[0]], p[1].start)):
            _single(view, page, report, telling)


def _single(view: View, page: Page, report: str, telling: Event) -> None:
    """What one report tells: what it is, its slots, who says it, its words."""
    kind = telling.slots.get("type")
    named = telling.kind == "incident" and isinstance(kind, str) and kind != "other"
    label = labels.word("incident_types", str(kind), view.lang) if named else labels.kind_label(telling.kind, view.lang)
    line = event_line(view, report, telling, ("type",) if named else (), telling.status == "done")
    page.row(label, [*line, *told_by(view, report, telling), Piece(" "), *view.refs([report])],
             [quotation(view, report, cut(telling))])  # fmt: skip


def _chains(view: View, page: Page, story: Story) -> None:
    lines = chain_lines(view, story.reports) + copy_lines(view, story.reports)
    if lines:
        page.heading(view.label("chains"))
        for line in lines:
            page.paragraph(line)
