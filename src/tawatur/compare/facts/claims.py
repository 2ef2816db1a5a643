"""Claims: each slot of each event, and each position of a person, as something said of a subject by one report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tawatur.compare.corpus import alike, stems
from tawatur.compare.events.marks import DOERS, Marks, marks_of
from tawatur.compare.events.offices import Office
from tawatur.compare.events.scopes import Scope
from tawatur.compare.events.sight import COUNTS, SAME_WORDS, Mouth, Ref, Sight
from tawatur.compare.events.sureness import surely_one
from tawatur.compare.families import is_person
from tawatur.record.schema import ATTENDANCE, SCHEMA
from tawatur.record.types import Event, Evidence, Interval, MergedEvent, Number, Span

MANY = 3  # numbers that one report gives for one slot of one event, from which they are not of one thing
TITLE = "role.title"
ACTOR, TYPE = "incident.actor", "incident.type"
_ATTENDED = {"planned": "planned", "ongoing": "attended", "done": "attended", "denied": "attended"}

NO_MARKS = Marks()
RawValue = Ref | Interval | Number | str


@dataclass(slots=True)
class Claim:
    """What one report says: `value` of a property of `subject`. `qualifier` as facts have it."""

    subject: str
    of: str  # the property, `kind.slot`
    qualifier: Ref | str | None
    value: RawValue
    report: str
    event: str | None
    status: str
    voice: str | None
    day: date | None
    evidence: list[Evidence]
    where: Span  # the event's own span: where the whole is told
    group: frozenset[str] = field(default_factory=frozenset)  # fillers named together with this one
    scope: Scope | None = None  # what a number counts
    when: Interval | None = None  # the days of which the event tells
    former: bool = False  # of a title: held once
    several: bool = False  # its report gives more numbers for one slot of one event: those of parts, or of other things
    part: int = 0  # of the event: tellings of one part are surely of one event
    behalf: str | None = None  # the body that the voice is, or speaks for
    office: Office | None = None  # the organ of a state that it is, or speaks for
    called: frozenset[str] = frozenset()  # stems of what the voice is called
    states: frozenset[str] = frozenset()  # countries that the voice is, or an organ of, or speaks for
    source: Mouth | None = None  # whom the outlet quotes right behind what it tells itself
    marks: Marks = NO_MARKS  # what tells its event from others
    denies: bool = False  # of a denial: somebody is said to deny it
    moved: bool = False  # it was put off to its day
    undone: bool = False  # of a denial: what is denied is that it was at all

    @property
    def placed(self) -> bool:
        """Whether it is known where in the report its value stands."""
        own = (self.where.start, self.where.end)
        return self.scope is not None or any((e.start, e.end) != own for e in self.evidence)

    @property
    def sums_up(self) -> bool:
        """Whether it gives a number over many days."""
        return self.scope is not None and self.scope.since

    @property
    def state(self) -> bool:
        kind = self.of.partition(".")[0]
        return kind in SCHEMA.kinds and SCHEMA.kinds[kind].state


def unworded(claim: Claim) -> Claim:
    """A claim as it is kept and handed on: of where it stands, its words are left out."""
    return replace(claim, where=Span(claim.where.start, claim.where.end, ""))


def claims_of_event(event: MergedEvent, members: Sequence[Sight]) -> list[Claim]:
    """What the tellings of one event claim; `members` are the tellings in order of `event.same`.

    Where one of them gives the day firmly, a day that stands doubtfully with another is no claim.
    """
    dated = any(m.when and m.firm for m in members)
    parts = surely_one(event, members)
    found = []
    keys = {m.key for m in members}
    for sight in members:
        marks = marks_of(sight, keys)
        corrects = _corrects(sight, members)
        for subject, qualifier in _subjects(event, members, sight):
            for claim in _event_claims(subject, qualifier, sight, corrects):
                if sight.firm or not dated or not claim.of.endswith(".date"):
                    claim.part, claim.marks, claim.undone = parts[sight.key], marks, sight.undone
                    claim.denies = sight.denies or corrects is not None
                    found.append(claim)
    _mark_several(found)
    return _with_accused(found)


def _with_accused(claims: Sequence[Claim]) -> list[Claim]:
    """Who denies an attack that another lays at his door denies that he did it, not that it was."""
    accused: dict[str, Ref] = {}  # by his id, or a description that names his country
    for claim in claims:
        if claim.of == ACTOR and claim.status != "denied" and isinstance(claim.value, Ref):
            for word in (claim.value.id, claim.value.text, *claim.value.stems):
                if word:
                    accused.setdefault(word, claim.value)
    found = []
    for claim in claims:
        actor = accused.get(claim.voice or "") if claim.status == "denied" and claim.of == TYPE else None
        found.append(replace(claim, of=ACTOR, value=actor) if actor else claim)
    return found


def _mark_several(claims: Sequence[Claim]) -> None:
    """Marks the numbers of a report that gives two in one voice, or three in all, for one slot of an event, unless each
    is another speaker's. The whole is not one of them, of which the others count some by another name (25 dead, nine
    journalists among them); nor are those of many days beside those of one."""
    numbers: dict[tuple[str, str, bool], dict[Number, set[str | None]]] = defaultdict(lambda: defaultdict(set))
    for claim in claims:
        if isinstance(claim.value, Number) and not claim.state:
            numbers[claim.report, claim.of, claim.sums_up][claim.value].add(claim.voice)
    for claim in claims:
        value = claim.value
        if isinstance(value, Number):
            told = numbers.get((claim.report, claim.of, claim.sums_up), {})
            others = {n: voices for n, voices in told.items() if n != value and not _some_of(n, value)}
            in_turn = None not in set().union(*told.values()) and sum(map(len, told.values())) == len(told)
            several = len(others) + 1 >= MANY and not in_turn
            claim.several = several or any(claim.voice in voices for voices in others.values())


def _some_of(few: Number, whole: Number) -> bool:
    """Whether a number counts some of those whom the other counts as persons."""
    return whole.unit == "person" != few.unit and is_person(few.unit) and few.value < whole.value


def _subjects(event: MergedEvent, members: Sequence[Sight], sight: Sight) -> Iterator[tuple[str, Ref | str | None]]:
    """Of whom an event's facts are told: the merged event, its bodies, or the place of a statistic."""
    kind = SCHEMA.kinds[event.kind]
    if kind.subject == "event":
        yield event.id, None
    elif kind.subject == "body":
        for one in sight.refs.get("body", ()):
            yield _body([one, *(r for m in members for r in m.refs.get("body", ()) if r.same(one))]), None
    else:
        measure = sight.event.slots.get("measure")
        spans = [m.text for m in measure if isinstance(m, Span)] if isinstance(measure, list) else []
        text = " ".join(spans) or None
        for one in sight.refs.get("place", ())[:1]:
            yield one.id or one.text, Ref(None, text, stems(text) - one.stems) if text else None


def _body(same: Sequence[Ref]) -> str:
    """What a body is called that several tellings name: its id, else, of its wordings, the usual one."""
    named = sorted(r.id for r in same if r.id)
    texts = Counter(r.text for r in same)
    return named[0] if named else min(texts, key=lambda t: (-texts[t], t))


def _corrects(sight: Sight, members: Sequence[Sight]) -> str | None:
    """The number that a denial corrects: its voice gives another in its place (not thirty died, five did)."""
    if sight.event.status != "denied":
        return None
    said = [m.event for m in members if (m.report, m.voice) == (sight.report, sight.voice)]
    for slot in COUNTS:
        told = [e.slots[slot] for e in said if e.status != "denied" and slot in e.slots]
        if slot in sight.event.slots and any(number != sight.event.slots[slot] for number in told):
            return slot
    return None


def _event_claims(subject: str, qualifier: Ref | str | None, sight: Sight, corrects: str | None) -> Iterator[Claim]:
    event = sight.event
    for slot, value in event.slots.items():
        rule = SCHEMA.slot(event.kind, slot)
        if (
            rule.facts == "none"
            or not (_touches(event, slot, sight.blame, corrects) or _denies_himself(sight, slot))
            or (rule.facts == "attendance" and event.status not in _ATTENDED)
            or (event.kind == "membership" and event.status == "cancelled")  # who left is no member
        ):
            continue
        for one in _values(sight, slot, value):
            claim = Claim(
                subject, f"{event.kind}.{slot}", qualifier, one, sight.report, event.id, event.status, sight.voice,
                sight.day, _evidence(sight.report, event, slot, one), event,
            )  # fmt: skip
            if rule.facts == "attendance" and isinstance(one, Ref):
                claim.of, claim.qualifier = ATTENDANCE, one
                claim.value = "absent" if slot == "absent" else _ATTENDED[event.status]
            claim.scope, claim.when = sight.scopes.get(slot), sight.when
            claim.behalf, claim.office, claim.moved = sight.behalf, sight.office, sight.moved
            claim.called, claim.states, claim.source = sight.called, sight.states, sight.source
            if isinstance(one, Ref):
                claim.group = frozenset(r.id or r.text for r in sight.refs.get(slot, ()))
            yield claim


def _touches(event: Event, slot: str, blame: bool, corrects: str | None) -> bool:
    """Who denies an incident denies that it was, or who did it: neither its day and place nor its dead, unless he gives
    another number of these (`corrects`): then he denies that one. Who denies that he had a part in it denies no more
    than that."""
    kind = SCHEMA.kinds[event.kind]
    if event.status != "denied" or not kind.denied:
        return True
    denied = corrects or next((s for s in kind.denied if event.slots.get(s)), None)
    return slot == denied and not (blame and slot == "type")


def _denies_himself(sight: Sight, slot: str) -> bool:
    """Whether who denies what he is said to give or to do fills this slot: he denies that it was he, too."""
    doers = sight.refs.get(slot, ()) if slot in DOERS and sight.event.status == "denied" else ()
    return any(r.id is not None and r.id in (sight.voice, sight.behalf) for r in doers)


def _values(sight: Sight, slot: str, value: object) -> Sequence[RawValue]:
    if slot in sight.refs:
        return sight.refs[slot]
    if isinstance(value, list):
        return [Ref(None, v.text, stems(v.text)) for v in value if isinstance(v, Span)]
    if isinstance(value, Interval):
        return [value] if value.first or value.last else []
    return [value] if isinstance(value, Number | str) else []


def _evidence(report: str, event: Event, slot: str, value: RawValue) -> list[Evidence]:
    """The spans that fill the slot where they stand outside the event's own, else the event's own."""
    spans: Sequence[Span] = event.evidence.get(slot) or ()
    aims = event.slots.get(slot)
    if isinstance(value, Ref) and isinstance(aims, list):
        spans = [v for v in aims if isinstance(v, Span) and v.text == value.text] or spans
        if spans and len(aims) > 1:
            spans = _of_one(event, spans, value)
    return [Evidence(s.start, s.end, s.text, report, event.id) for s in (spans or [event])]


def _of_one(event: Event, spans: Sequence[Span], value: Ref) -> Sequence[Span]:
    """Of the spans of a slot with several values, those that name this one; where the event's own does, that one."""
    naming = [span for span in spans if value.stems & stems(span.text)]
    return naming or ([event] if value.stems & stems(event.text) else spans)


def sorted_into(refs: Sequence[Ref]) -> dict[int, list[int]]:
    """Indexes of refs by the first one they say the same as."""
    found: dict[int, list[int]] = defaultdict(list)
    for i, one in enumerate(refs):
        head = next((h for h in found if _same(refs[h], one)), i)
        found[head].append(i)
    return dict(found)


def _same(a: Ref, b: Ref) -> bool:
    if a.id is not None or b.id is not None:
        return a.id == b.id
    return alike(a.stems, b.stems) >= SAME_WORDS
