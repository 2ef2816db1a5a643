"""The lines that several pages share: a fact's values, an event's slots, a verdict, a quotation with its reference."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tawatur.record.schema import ATTENDANCE, SCHEMA
from tawatur.record.types import Event, Evidence, Fact, Interval, MergedEvent, Number, SlotValue, Span, Value
from tawatur.tell import labels
from tawatur.tell.amounts import which_of
from tawatur.tell.page import PARTED, Line, Page, Piece, joined
from tawatur.tell.view import View

_WORDS = {("meeting", "level"): "levels", ("incident", "type"): "incident_types"}

DIFFERING = ("disputed", "changed")  # verdicts on values that differ
_TELLING = 5  # words
_WORDS_OF_TITLE = 10
_SAYS = 4  # letters of a filler that tells something


def verdict(view: View, fact: Fact) -> Line:
    """A verdict's word, and how many independent origins stand behind it; where values differ, each has its own."""
    shown = labels.word("verdicts", fact.verdict, view.lang)
    line = [Piece(" — ", "muted"), Piece(shown, "verdict", fact.verdict)]
    if count := origin_count(fact):
        line.append(Piece(f"{view.label('comma')}{view.counted('origins', count)}", "muted"))
    if fact.ruling is not None and fact.ruling.accepted:
        when = labels.day(date.fromisoformat(fact.ruling.signed.at[:10]), view.lang)
        by = view.label("accepted_by").format(who=fact.ruling.signed.by, day=when)
        line.append(Piece(view.label("comma") + by, "muted"))
    return line


def origin_count(fact: Fact) -> int:
    """Independent origins behind a fact: of its best value, or of all where all values hold together; 0 where one
    report tells it, or where values differ: what stands behind one of them says nothing of the others."""
    if fact.verdict == "single" or fact.verdict in DIFFERING:
        return 0
    if fact.verdict != "agreed":
        return max((len(v.origins) for v in fact.values), default=0)
    groups: list[set[str]] = []
    for origin in (o for v in fact.values for o in v.origins):
        met = [g for g in groups if g & set(origin.reports)]
        groups = [g for g in groups if g not in met] + [set(origin.reports).union(*met)]
    return max([len(groups), *(len(v.origins) for v in fact.values)])


def fact_line(view: View, fact: Fact) -> Line:
    """All values of a fact with their days and references, then its verdict."""
    values = []
    for value in fact.values:
        values.append([*given(view, fact, value), Piece(" "), *view.refs(value.reports)])
    return [*of_whom(view, fact), *one_or_other(view, fact, values), *verdict(view, fact)]


def given(view: View, fact: Fact, value: Value) -> Line:
    """One value of a fact; of several with the days on which it is given, and with its origins where they differ or it
    has one alone beside others that are agreed upon."""
    notes = []
    if value.as_of and len(fact.values) > 1:
        notes.append(labels.interval(value.as_of, view.lang))
    alone = fact.verdict == "agreed" and len(fact.values) > 1 and len(value.origins) == 1
    if alone or (fact.verdict in DIFFERING and value.origins):
        notes.append(view.counted("origins", len(value.origins)))
    line = view.fact_value(fact, value)
    return [*line, Piece(f" ({view.label('comma').join(notes)})", "muted")] if notes else line


def of_whom(view: View, fact: Fact) -> Line:
    """Whom or what the values of a fact are of, before them; nothing where they say it themselves."""
    units = {value.value.unit for value in fact.values if isinstance(value.value, Number)}
    if not fact.qualifier or fact.qualifier in units:
        return []
    return [*view.name(fact.qualifier), Piece(" — ")]


def qualified(view: View, fact: Fact, value: Value) -> Line:
    """One value of a fact, after whom or what it is of."""
    return [*of_whom(view, fact), *view.fact_value(fact, value)]


def ids(*named: Fact | MergedEvent) -> Line:
    """The ids of facts, by which they are opened, and of events, by which they are joined and split."""
    return [piece for one in named for piece in (Piece(" "), Piece(one.id, "fact", one.id))]


def one_or_other(view: View, fact: Fact, values: list[Line]) -> Line:
    """The values of a fact: what has changed after what it was, else side by side."""
    return joined(values, view.arrow if fact.verdict == "changed" else PARTED)


def fact_rows(view: View, page: Page, facts: list[Fact]) -> None:
    """A row a fact; facts of one property that the same reports tell with the same verdict share a row."""
    groups: dict[tuple[str, str, tuple[str, ...]], list[Fact]] = {}
    for fact in facts:
        if idle(view, fact):
            continue
        company = fact.property == ATTENDANCE
        alone = len(fact.values) != 1 or not (company or SCHEMA.facts_of(fact.property) == "each")
        reports = (fact.id,) if alone else tuple(fact.values[0].reports)
        reports += (str(fact.values[0].value),) if company and not alone else ()
        groups.setdefault((fact.property, fact.verdict, reports), []).append(fact)
    for (name, _, _), group in groups.items():
        line = fact_line(view, group[0])
        if len(group) > 1:
            values = [view.name(f.qualifier) if f.qualifier else view.fact_value(f, f.values[0]) for f in group]
            said = [Piece(" — "), *view.fact_value(group[0], group[0].values[0])] if group[0].qualifier else []
            line = [
                *joined(values),
                *said,
                Piece(" "),
                *view.refs(group[0].values[0].reports),
                *verdict(view, group[0]),
            ]
        page.row(labels.property_label(name, view.lang), [*line, *ids(*group)])


def idle(view: View, fact: Fact) -> bool:
    """What a reader could not use: no word of the list, the type that the heading has, a target that is one word."""
    value = fact.values[0].value if fact.values else None
    if value == "other" or (fact.property == "incident.type" and len(fact.values) == 1):
        return True
    words = fact.property in ("incident.target", "incident.actor") and value not in view.entities
    return words and isinstance(value, str) and len(value.split()) == 1


def _says_nothing(slot: str, value: SlotValue) -> bool:
    """Fillers that are cut to a particle or a letter or two."""
    return slot in ("actor", "target") and isinstance(value, list) and all(
        isinstance(v, str) and not v.isascii() and len(v) < _SAYS for v in value
    )  # fmt: skip


def slot_line(view: View, report: str, event: Event, slot: str, value: SlotValue) -> Line:
    """One slot of a telling."""
    group = _WORDS.get((event.kind, slot))
    if isinstance(value, str):
        return [Piece(labels.word(group, value, view.lang) if group else value)]
    if isinstance(value, Interval | Number):
        told = which_of(f"{event.kind}.{slot}", value)
        return view.value(told, [Evidence(s.start, s.end, s.text, report, event.id) for s in _stands(event, slot)])
    return joined([_item(view, report, item) for item in value])


def _stands(event: Event, slot: str) -> list[Span]:
    """Where a slot of a telling may stand: in its clause, or where else the report fills it."""
    return [event, *event.evidence.get(slot, ())]


def _item(view: View, report: str, item: str | Span) -> Line:
    if isinstance(item, Span):
        return [Piece(item.text, "quote")]
    return view.name(view.local(report, item))


def event_line(view: View, report: str, event: Event, leave: tuple[str, ...] = (), quiet: bool = False) -> Line:
    """A telling in one line: its status (not for a state, nor if `quiet`) and its slots."""
    status = labels.word("statuses", event.status, view.lang)
    usual = quiet or (SCHEMA.kinds[event.kind].state and event.status == "ongoing")
    slots = [[Piece(f"{label}: ", "muted"), *line] for label, line in event_slots(view, report, event, leave)]
    return [*([] if usual else [Piece(f"{status} ", "strong")]), *joined(slots, view.label("between_slots"))]


def event_slots(view: View, report: str, event: Event, leave: tuple[str, ...] = ()) -> list[tuple[str, Line]]:
    """The slots of a telling that say something, each with its label."""
    return [
        (SCHEMA.slot(event.kind, slot).labels[view.lang], slot_line(view, report, event, slot, value))
        for slot, value in event.slots.items()
        if slot not in leave and value != "other" and not _says_nothing(slot, value)
    ]


def single_label(view: View, event: Event) -> str:
    """What a telling is of in a word: its kind, of an incident its type."""
    return (
        labels.word("incident_types", _type(event), view.lang)
        if _type(event)
        else labels.kind_label(event.kind, view.lang)
    )


def single_line(view: View, report: str, event: Event) -> Line:
    """A telling in one line after that word; what is done needs no status."""
    return event_line(view, report, event, ("type",), event.status == "done")


def telling_line(view: View, report: str, event: Event) -> Line:
    """A telling in one line after that word, and who tells it; what neither type nor slot says is told in its words."""
    slots = event_slots(view, report, event, ("type",))
    vague = not slots or (event.kind == "incident" and not _type(event))
    words = [Piece(" "), Piece(_in_words([event]), "quote")] if vague else []
    return [*event_line(view, report, event, ("type",)), *words, *told_by(view, report, event)]


def _type(event: Event) -> str:
    """The type of an incident where it says something."""
    kind = event.slots.get("type")
    return kind if event.kind == "incident" and isinstance(kind, str) and kind != "other" else ""


def told_by(view: View, report: str, event: Event) -> Line:
    """Who tells it: the chain of the statement, nothing for the outlet's own voice."""
    statement = view.voice(report, event)
    chain = view.chain(report, statement) if statement else []
    return [Piece(f" — {view.label('told_by')} ", "muted"), *chain] if chain else []


def whence(view: View, report: str, where: str = "") -> Line:
    """A report's outlet and day, and after them `where` it is found (its address, file or name)."""
    line = [Piece(view.outlet(report), "words"), Piece(view.label("comma")), Piece(view.day(report))]
    return [*line, Piece(PARTED), Piece(where, "words")] if where else line


def quotation(view: View, report: str, span: Span) -> Line:
    """A quotation with its reference; what is too short to tell anything stands in its sentence."""
    text = span.text if len(span.text.split()) >= _TELLING else view.sentence(report, span)
    return [Piece(" ".join(text.split()), "quote"), Piece(" "), *view.refs([report])]


def event_title(view: View, merged: MergedEvent, dated: bool = True, worded: bool = True) -> str:
    """What an event is called: its kind (or type, or level), whose it is, where and, if `dated`, when, by its
    best-told slots; if `worded`, an incident of no type also in words of a report, without which it could be any."""
    tellings = view.tellings(merged)
    parts = [labels.kind_label(merged.kind, view.lang)]
    typed = merged.kind != "incident" or _most(tellings, "type") not in (None, "other")
    for slot, group in (("level", "levels"), ("type", "incident_types")):
        value = _most(tellings, slot)
        if isinstance(value, str) and value != "other":
            parts = [labels.word(group, value, view.lang)]
    for slot in ("body", "authority", "donor", "visitor", "recipient", "place"):
        value = _most(tellings, slot)
        if isinstance(value, list) and value:
            report = next(r for r, e in tellings if e.slots.get(slot) == value)
            named = [view.title(view.local(report, str(v))) for v in value[:2] if isinstance(v, str)]
            parts.append(view.label("comma").join(n for n in named if n not in parts))
    when = _most(tellings, "date")
    if dated and isinstance(when, Interval) and (when.first or when.last):
        parts.append(labels.interval(when, view.lang))
    if worded and not typed and tellings:  # last: behind it numbers would change their side
        parts.append(view.label("worded_as").format(_in_words([event for _, event in tellings])))
    return PARTED.join(p for p in parts if p)


def _in_words(tellings: Sequence[Event]) -> str:
    """The shortest clause that tells an event and says something, its first words."""
    told = [" ".join(event.text.split()) for event in tellings]
    words = min((t for t in told if len(t.split()) >= _TELLING), key=len, default=max(told, key=len)).split()
    return " ".join(words[:_WORDS_OF_TITLE]) + (" ..." if len(words) > _WORDS_OF_TITLE else "")


def _most(tellings: list[tuple[str, Event]], slot: str) -> SlotValue | None:
    values = [e.slots[slot] for _, e in tellings if slot in e.slots]
    return max(values, key=values.count) if values else None
