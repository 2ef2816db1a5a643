"""Meetings: summits, sessions, talks, press conferences; one object for each, gathered from all that a report says."""

from __future__ import annotations

from tawatur.read.document import Document
from tawatur.read.events.context import Context
from tawatur.read.events.meetings.called import fullest
from tawatur.read.events.meetings.cues import tellings
from tawatur.read.events.meetings.facts import facts_of
from tawatur.read.events.meetings.gathered import Meeting, conditional, informative, surely_told
from tawatur.read.events.meetings.owners import aside, owned_by
from tawatur.read.events.meetings.same import called_so, may_be_same, same
from tawatur.read.events.meetings.standing import status
from tawatur.read.events.meetings.told import Facts, Telling
from tawatur.read.events.slots import Draft
from tawatur.read.events.told import SURE
from tawatur.record.types import Event, SlotValue, Time
from tawatur.text.folding import fold


def find(document: Document, context: Context) -> list[Event]:
    """All meetings of a report, without ids."""
    told = tellings(context)
    owned = owned_by(context, told)
    meetings: list[Meeting] = []
    for number, telling in enumerate(told):
        facts = facts_of(context, telling, owned[number])
        latest = [m for m in reversed(meetings) if m.level != "press-conference"]
        latest += [m for m in reversed(meetings) if m.level == "press-conference"]
        latest.sort(key=lambda m: (m is not meetings[0] and m.by_the_way, not called_so(context, m, telling)))
        occasion = aside(context, telling)
        latest = [m for m in latest if not (occasion and any(t.clause is telling.clause for t, _ in m.told))]
        known = next((m for m in latest if same(context, m, telling, facts)), None)
        if known is not None:
            known.told.append((telling, facts))
        elif _is_one(telling, facts) and (telling.likely >= SURE or not occasion):
            meetings.append(Meeting([(telling, facts)]))
    return [draft.event for _, draft in _told_enough(context, meetings)]


def _told_enough(context: Context, meetings: list[Meeting]) -> list[tuple[Meeting, Draft]]:
    """The meetings of which enough is told, in full or by the learned model's word; a definite noun that only the model
    is sure of takes up one that is told in full elsewhere (القمة in a title)."""
    full: list[tuple[Meeting, Draft]] = []
    rest: list[tuple[Meeting, Draft]] = []
    for meeting in (m for m in meetings if not conditional(context, _main(context, m)[0])):
        draft = _draft(context, meeting)
        (full if informative(context, draft.event, meeting) else rest).append((meeting, draft))
    for meeting, draft in rest:
        if not meeting.sure:
            continue
        known = next((of for f, of in full if _takes_up(context, f, meeting)), None)
        if known is not None:
            _spoken_of(known, meeting)
        elif surely_told(context, draft.event, meeting):
            full.append((meeting, draft))
    return full


def _spoken_of(draft: Draft, meeting: Meeting) -> None:
    """Note where a meeting is spoken of."""
    for telling, _ in meeting.told:
        draft.prove("topic", (telling.hit.start, telling.hit.end))


def _takes_up(context: Context, known: Meeting, meeting: Meeting) -> bool:
    """Whether a meeting is only told by a definite noun that may stand for a known one, or called by its place (قمة
    الظهران)."""
    if any(t.verb or not (t.definite or t.place) for t, _ in meeting.told) or meeting.level not in (None, known.level):
        return False
    if known.level == "press-conference" != meeting.level:
        return False
    return all(may_be_same(context, known, telling, facts) for telling, facts in meeting.told)


def _is_one(telling: Telling, facts: Facts) -> bool:
    """Whether one meeting is told: the plural of sittings is one where it is planned, held by somebody with a named
    party (عقد المبعوث لقاءات مع ...), or the numbered session of a body (بدأت اجتماعات الدورة السادسة للمجلس)."""
    if not telling.plural or facts.pledged:
        return True
    return facts.holding is not None and (len(set(facts.of("attended"))) >= 2 or telling.session is not None)


def _draft(context: Context, meeting: Meeting) -> Draft:
    main, facts = _main(context, meeting)
    draft = Draft(context, "meeting", *_span(context, main, facts))
    draft.told_at(main.hit.start, main.hit.end)
    for telling, told in meeting.told:
        for slot, found, where in told.values:
            draft.entities(slot, found, where)
        if told.count is not None:
            draft.value("count", *told.count)
        draft.value("session", telling.session)
        draft.spans("topic", told.topics)
    date = _sharpest([f.date for _, f in meeting.told if f.date is not None])
    if date is not None:
        draft.value("date", date.interval, (date.start, date.end))
    draft.value("level", meeting.level or _of_two(context, meeting))
    _settle(context, draft.event)
    _spoken_of(draft, meeting)
    draft.event.status = status(context, meeting.told, meeting.date, main, facts)
    return draft


def _of_two(context: Context, meeting: Meeting) -> str | None:
    """The level of talks that two hold and no body (الرئيسان سيجريان مباحثات)."""
    noun = any(t.hit.data.get("pair") and not t.verb for t, _ in meeting.told)
    there = meeting.values("attended")
    two = len(there) == 2 and all(v in context.types for v in there)
    return "bilateral" if noun and two and not meeting.values("body") else None


def _sharpest(dates: list[Time]) -> Time | None:
    """The first date told, or a later one that names fewer days within it (next month, then the 11th)."""
    best: Time | None = None
    for date in dates:
        inner, outer = date.interval, best.interval if best is not None else None
        if outer is None:
            best = date
        elif None not in (inner.first, inner.last, outer.first, outer.last) and inner != outer:
            within = outer.first <= inner.first and inner.last <= outer.last  # type: ignore[operator]
            best = date if within else best
    return best


def _main(context: Context, meeting: Meeting) -> tuple[Telling, Facts]:
    """The telling whose clause is the event's span: the first that says the meeting is held, else the fullest."""
    body = [(t, f) for t, f in meeting.told if not _in_title(context, t)] or meeting.told
    held = [(t, f) for t, f in (*body, *meeting.told) if _tells(context, t, f)]
    return held[0] if held else max(body, key=lambda o: len(o[1].values))


def _tells(context: Context, telling: Telling, facts: Facts) -> bool:
    """Whether a clause tells the meeting itself: that it is held, or who leads it."""
    verb = telling.clause.verb
    leads = bool(facts.of("chair")) and verb is not None and verb.first in context.words.part_verbs
    return facts.holding is not None or telling.verb or (leads and telling.clause.first <= telling.first)


def _in_title(context: Context, telling: Telling) -> bool:
    """Whether a telling stands in the report's title."""
    sentence, title = telling.clause.sentence, context.document.report.title
    return bool(title) and context.document.text[sentence.start : sentence.end].strip(" .") in str(title)


def _span(context: Context, telling: Telling, facts: Facts) -> tuple[int, int]:
    tokens = context.document.tokens
    tells = _tells(context, telling, facts)
    end = max(tokens[telling.last].end, tokens[telling.limit - 1].end if tells else 0)
    if not tells:
        ends = [w[1] for _, _, w in facts.values] + [s.end for s in facts.topics]
        if facts.date is not None:
            ends.append(facts.date.end)
        limit = tokens[telling.limit - 1].end
        return telling.hit.start, max([end, *(e for e in ends if e <= limit)])
    start = telling.clause.start
    while end > start and context.document.text[end - 1] in " ،.؛,\n":
        end -= 1
    return min(start, telling.hit.start), end


def _settle(context: Context, event: Event) -> None:
    """Who leads or stands in was there; who was absent was not, and another led for him."""
    slots = event.slots
    _drop_titles(context, slots)

    def listed(slot: str) -> list[str]:
        found = slots.get(slot)
        return found if isinstance(found, list) else []  # type: ignore[return-value]

    absent = listed("absent")
    stand_in = listed("stand_in")
    if absent:
        if any(a in listed("chair") for a in absent) and stand_in:
            slots["chair"] = [c for c in listed("chair") if c not in absent] + stand_in
        slots["attended"] = [a for a in listed("attended") if a not in absent]
    there = listed("attended")
    for value in (*listed("chair"), *stand_in):
        if value not in there and context.types.get(value) == "person":
            there = [*there, value]
    body = listed("body")
    if body:
        slots["body"] = fullest(context, body)
    there = _without_own_countries(context, [v for v in there if v not in body])
    if there:
        slots["attended"] = there
    else:
        slots.pop("attended", None)


def _without_own_countries(context: Context, there: list[str]) -> list[str]:
    """Those who were there without the countries that only stand for those who lead them, where two and more do."""
    persons = [v for v in there if context.types.get(v) == "person"]
    homes = {r.of for r in context.roles if r.person in persons}
    countries = [v for v in there if context.types.get(v) == "place"]
    return [v for v in there if v not in countries] if len(persons) > 1 and set(countries) <= homes else there


def _drop_titles(context: Context, slots: dict[str, SlotValue]) -> None:
    """Leave out a title alone (وزير الخارجية) where the person who holds it is listed by name."""
    for slot in ("attended", "chair", "convener"):
        found = slots.get(slot)
        if not isinstance(found, list):
            continue
        titles = {fold(r.title) for r in context.roles if r.person in found}
        kept = [v for v in found if v in context.types or not isinstance(v, str) or fold(v) not in titles]
        slots[slot] = kept  # type: ignore[assignment]
