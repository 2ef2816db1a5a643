"""What the pages look at: the readings and the comparison of a record, with the ways between them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property

from tawatur.errors import AskedError
from tawatur.record.types import (
    Comparison,
    Copied,
    Copy,
    Event,
    Evidence,
    Fact,
    Interval,
    Mention,
    MergedEntity,
    MergedEvent,
    Number,
    Reading,
    Report,
    Span,
    Statement,
    Story,
    Value,
)
from tawatur.tell import labels
from tawatur.tell.amounts import amount, which_of
from tawatur.tell.page import Line, Piece
from tawatur.tell.wording import counted_so, worded_so
from tawatur.text.sentences import enclosing
from tawatur.text.shown import written


class View:
    """A record, or a part of it, as pages read it.

    `number`: the place of each report in the order they were published; `cited`: the number by which pages name it, its
    own in the record (`numbers`), so that it is the same on all pages; the place where there is no record.

    `heads`: every report that can be named, also those that are cited and whose readings are not in this part;
    `left_out`: reports that tell of what is asked for, and are more than a page shows; `made_of`: what tells two states
    of a part apart while a program runs (None where nobody asks), or what gives it once the part was shown. `entities`
    by their ids and what each of a report's own is over all reports (`merged`), where the comparison has them not.
    """

    def __init__(
        self,
        readings: dict[str, Reading],
        comparison: Comparison,
        lang: str,
        heads: Mapping[str, Report] | None = None,
        left_out: int = 0,
        made_of: Callable[[], object] | object = None,
        entities: Mapping[str, MergedEntity] | None = None,
        merged: Mapping[tuple[str, str], str] | None = None,
        numbers: Mapping[str, int] | None = None,
    ) -> None:
        self.readings = readings
        self.comparison = comparison
        self.lang = lang
        self.heads = {**(heads or {}), **{name: reading.report for name, reading in readings.items()}}
        self.left_out = left_out
        self._made_of = made_of
        self._numbers = numbers
        self.lead_with(())
        self.entities = entities if entities is not None else {e.id: e for e in comparison.entities}
        self.events: dict[str, MergedEvent] = {e.id: e for e in comparison.events}
        self.entity_of = merged if merged is not None else {p: e.id for e in comparison.entities for p in e.same}
        self.facts_of: dict[str, list[Fact]] = defaultdict(list)
        for fact in comparison.facts:
            self.facts_of[fact.subject].append(fact)
        self._events = {(name, e.id): e for name, r in readings.items() for e in r.events}
        self._copies: dict[str, list[Copy]] = defaultdict(list)
        for copy in comparison.copies:
            for report in dict.fromkeys(p.report for p in copy.places):
                self._copies[report].append(copy)
        self.sources: dict[tuple[str, int, int], Statement | None] = {}  # whose words a stretch of a report is
        self._shown: set[str] = set()
        self._named: dict[str, list[tuple[str, Mention]]] = defaultdict(list)

    @property
    def made_of(self) -> object:
        """What tells two states of this part of a record apart while a program runs; None where nobody asked."""
        return self._made_of() if callable(self._made_of) else self._made_of

    def lead_with(self, reports: Iterable[str]) -> None:
        """Have these reports before all others, both in the order they were published."""
        first = set(reports)
        order = sorted(self.heads, key=lambda n: (n not in first, self.heads[n].published or date.max, n))
        self.number = {name: place for place, name in enumerate(order, 1)}
        self.cited = {name: self._numbers[name] for name in order} if self._numbers is not None else self.number
        self._names = {number: name for name, number in self.cited.items()}

    def label(self, key: str) -> str:
        """A page word in the page's language."""
        return labels.label(key, self.lang)

    def counted(self, key: str, count: int) -> str:
        """So many of a thing, in the page's language."""
        return labels.counted(key, count, self.lang)

    # Reports

    def refs(self, reports: list[str]) -> Line:
        """References to reports, in order of their numbers."""
        numbers = sorted({self.cited[r] for r in reports if r in self.cited})
        return [Piece(f"[{n}]", "ref", str(n)) for n in numbers]

    def name_at(self, number: int) -> str:
        """The report of that number."""
        return self._names[number]

    def report_named(self, name: str) -> str:
        """The report a user means by a name, its number or the start of its name."""
        if name in self.readings:
            return name
        if name.strip("[]").isdigit() and int(name.strip("[]")) in self._names:
            return self.name_at(int(name.strip("[]")))
        near = [n for n in self.readings if n.startswith(name.rsplit(".", 1)[0])]
        if len(near) == 1:
            return near[0]
        raise AskedError(f"{name}: there is no report of this name in the record; `tawatur sources` lists them.")

    def outlet(self, name: str) -> str:
        """A report's outlet, or the words for none."""
        return self.heads[name].outlet or self.label("unnamed_outlet")

    def outlet_key(self, name: str) -> str:
        """What a report's outlet is known by; the report itself where it names none."""
        return self.heads[name].outlet or f"[{self.cited[name]}]"

    def copies_of(self, reports: Sequence[str]) -> list[Copy]:
        """The copied passages that stand in two or more of these reports, each once."""
        among = set(reports)
        found = {c.id: c for name in reports for c in self._copies.get(name, ())}
        return [c for c in found.values() if len({p.report for p in c.places} & among) > 1]

    def copied_in(self, name: str) -> list[tuple[Copy, Copied]]:
        """The copied passages of a report, each of its places with the copy it is of, in the order of the text."""
        places = [(copy, place) for copy in self._copies.get(name, ()) for place in copy.places if place.report == name]
        return sorted(places, key=lambda pair: (pair[1].start, pair[1].end, pair[0].id))

    @property
    def arrow(self) -> str:
        """From the one who has it first to the next, in the direction that the language is read in."""
        return labels.arrow(self.lang)

    def day(self, name: str) -> str:
        """The day a report was published."""
        published = self.heads[name].published
        return labels.day(published, self.lang) if published else self.label("undated")

    def sentence(self, report: str, span: Span) -> str:
        """The sentence that a span stands in; the span itself where it crosses sentences."""
        text = self.heads[report].text
        start, end = enclosing(text, span.start, span.end)
        return text[start:end]

    # Names

    def title(self, ident: str) -> str:
        """The name of an entity in the reader's language where a source gives it, else as the reports write it."""
        entity = self.entities.get(ident)
        if entity is None:
            return ident
        return entity.name.get(self.lang) or entity.name.get("ar") or entity.name.get("en") or ident

    def name(self, ident: str) -> Line:
        """A name as a piece; at its first appearance on a page with the original beside it."""
        shown = self.title(ident)
        original = (self.entities[ident].name.get("ar") if ident in self.entities else None) or shown
        line = [Piece(shown, "name" if ident in self.entities else "quote", ident)]
        if original != shown and ident not in self._shown:
            line += [Piece(" (", "muted"), Piece(original, "name"), Piece(")", "muted")]
        self._shown.add(ident)
        return line

    def new_page(self) -> None:
        """Start counting first appearances anew."""
        self._shown.clear()

    def local(self, report: str, ident: str) -> str:
        """The merged id of what a report calls `ident`; words stay words."""
        return self.entity_of.get((report, ident), ident)

    def local_name(self, report: str, ident: str) -> str:
        """What a report calls an entity of its own."""
        entity = next((e for e in self.readings[report].entities if e.id == ident), None)
        return (entity.name.get("ar") or entity.name.get("en") or ident) if entity else ident

    def named(self, ident: str) -> list[tuple[str, Mention]]:
        """Every mention of an entity with its report, in order of publication."""
        if not self._named:
            for report in sorted(self.readings, key=lambda n: self.number[n]):
                for mention in self.readings[report].mentions:
                    self._named[self.local(report, mention.entity)].append((report, mention))
        return self._named.get(ident, [])

    def spellings(self, ident: str) -> list[str]:
        """Every spelling of an entity in the reports, the most used first."""
        counts = Counter(self.written(report, mention) for report, mention in self.named(ident))
        return sorted(counts, key=lambda text: (-counts[text], text))

    def written(self, report: str, mention: Span) -> str:
        """A mention's name as it is written alone."""
        return written(self.readings[report].report.text, mention.start, mention.text)

    # Events and statements

    def event(self, report: str, ident: str) -> Event:
        """A report's own event."""
        return self._events[report, ident]

    def telling(self, report: str, ident: str | None) -> Event | None:
        """A report's own event; None where the report is only cited, or tells a position."""
        return self._events.get((report, ident)) if ident is not None else None

    def tellings(self, merged: MergedEvent) -> list[tuple[str, Event]]:
        """Every report's telling of a merged event, in order of publication."""
        pairs = [(r, self._events[r, e]) for r, e in merged.same if (r, e) in self._events]
        return sorted(pairs, key=lambda p: self.number.get(p[0], 0))

    def merged(self, report: str, ident: str) -> MergedEvent | None:
        """What a report's own event is over all reports."""
        return self._merged.get((report, ident))

    @cached_property
    def _merged(self) -> dict[tuple[str, str], MergedEvent]:
        return {told: event for event in self.comparison.events for told in event.same}

    def voice(self, report: str, event: Event) -> Statement | None:
        """The statement that tells an event, or None for the outlet's own voice."""
        statements = self.readings[report].statements
        if event.statement is None or not 0 <= event.statement < len(statements):
            return None
        return statements[event.statement]

    def chain(self, report: str, statement: Statement) -> Line:
        """Who says it and through whom: speaker, document, agency; where the report names none, that it does not."""
        out: Line = []
        for link in filter(None, [statement.speaker, *statement.via]):
            out += ([Piece(self.arrow, "muted")] if out else []) + self.name(self.local(report, link))
        return out or [Piece(self.label("no_speaker"), "muted")]

    def story_of(self, ident: str | None) -> Story:
        """The story of that id. Raises AskedError where there is none."""
        for story in self.comparison.stories:
            if story.id == ident:
                return story
        ids = ", ".join(s.id for s in self.comparison.stories[:8])
        raise AskedError(f"{ident}: there is no such story; the record has {ids or 'none'}.")

    # Values

    def value(self, value: str | Interval | Number, evidence: Sequence[Evidence] = ()) -> Line:
        """A value in the reader's language; a number in Arabic in the words of the reports, where all of them that give
        it say it so."""
        if isinstance(value, Interval):
            return [Piece(labels.interval(value, self.lang))]
        if isinstance(value, Number):
            words = counted_so(value, evidence, self.readings, self.heads) if self.lang == "ar" else None
            return [Piece(words, "quote") if words else Piece(amount(value, self.lang))]
        return self.name(value)

    def fact_value(self, fact: Fact, value: Value) -> Line:
        """A fact's value: closed words of the schema by their labels, titles and aims as they stand, in quotation marks
        where all who give them say them so."""
        if not isinstance(value.value, str):
            return self.value(which_of(fact.property, value.value), value.evidence)
        group = {"meeting.level": "levels", "incident.type": "incident_types", "meeting.attendance": "attendance"}
        if fact.property in group:
            return [Piece(labels.word(group[fact.property], value.value, self.lang))]
        if fact.property in ("role.title", "commitment.aim"):
            quoted = worded_so(value.value, value.evidence, self.heads)
            return [Piece(value.value, "quote" if quoted else "words")]
        return self.name(value.value)
