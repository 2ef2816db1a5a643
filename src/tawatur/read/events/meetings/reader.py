"""Meetings: summits, sessions, talks, press conferences; one object for each, gathered from all that a report says."""

from __future__ import annotations

from tawatur.read.document import Document
from tawatur.read.events.context import Context
from tawatur.read.events.meetings.called import alike, fullest
from tawatur.read.events.meetings.cues import tellings
from tawatur.read.events.meetings.facts import facts_of
from tawatur.read.events.meetings.gathered import APART, Meeting, conditional, informative, surely_told
from tawatur.read.events.meetings.owners import aside, owned_by
from tawatur.read.events.meetings.standing import in_future, is_ahead, status, would_be
from tawatur.read.events.meetings.told import Facts, Telling
from tawatur.read.events.slots import Draft
from tawatur.read.events.told import SURE
from tawatur.record.types import Event, Interval, SlotValue, Time
from tawatur.text.folding import fold
from tawatur.text.words import undefined

_LEVELS_APART = tuple({"summit", level} for level in ("ministerial", "political-directors", "working-group"))


def find(document: Document, context: Context) -> list[Event]:
    """All meetings of a report, without ids."""
    told = tellings(context)
    owned = owned_by(context, told)
    meetings: list[Meeting] = []
    for number, telling in enumerate(told):
        facts = facts_of(context, telling, owned[number])
        latest = [m for m in reversed(meetings) if m.level != "press-conference"]
        latest += [m for m in reversed(meetings) if m.level == "press-conference"]
        latest.sort(key=lambda m: (m is not meetings[0] and m.by_the_way, not _called_so(context, m, telling)))
        occasion = aside(context, telling)
        latest = [m for m in latest if not (occasion and any(t.clause is telling.clause for t, _ in m.told))]
        known = next((m for m in latest if _same(context, m, telling, facts)), None)
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
    return all(_may_be_same(context, known, telling, facts) for telling, facts in meeting.told)


def _is_one(telling: Telling, facts: Facts) -> bool:
    """Whether one meeting is told: the plural of sittings is one where it is planned, held by somebody with a named
    party (عقد المبعوث لقاءات مع ...), or the numbered session of a body (بدأت اجتماعات الدورة السادسة للمجلس)."""
    if not telling.plural or facts.pledged:
        return True
    return facts.holding is not None and (len(set(facts.of("attended"))) >= 2 or telling.session is not None)


def _other_people(context: Context, meeting: Meeting, facts: Facts) -> bool:
    """Whether those who meet are named, and are others than those of a meeting of two known already."""
    known = {v for v in meeting.values("attended") if v in context.types}
    here = {v for v in facts.of("attended") if v in context.types}
    if meeting.values("body") or facts.of("body") or len(known) != 2 or not here:
        return False
    return not here & known or (len(here) == 2 and here != known)


def _same(context: Context, meeting: Meeting, telling: Telling, facts: Facts) -> bool:
    """Whether a telling speaks of a meeting known already."""
    level = meeting.level
    if telling.level in APART or level in APART:
        if telling.level is not None and telling.level != level:
            return False
        if telling.level is None and level == "press-conference":
            return telling.definite and _same_noun(context, meeting, telling)
    if not _may_be_same(context, meeting, telling, facts):
        return False
    if telling.hit.data.get("alone") and not facts.of("attended") and not _same_noun(context, meeting, telling):
        return False
    body, known = set(facts.of("body")), meeting.values("body")
    where = set(facts.of("place")) & meeting.values("place")
    if (body and known and alike(context, body, known)) or (
        where and facts.date is not None and meeting.date == facts.date.interval
    ):
        return True
    if _told_thinly(context, meeting, telling, facts) or _would_be_it(context, meeting, telling, facts):
        return True
    who = set(facts.of("attended"))
    if (telling.verb or who) and not _comes_back(telling, facts):
        shared = who & meeting.values("attended")
        return len(shared) >= 2 or (telling.definite and not telling.verb and (bool(shared) or level not in APART))
    return telling.definite or (telling.place is not None and telling.place in meeting.values("place"))


def _may_be_same(context: Context, meeting: Meeting, telling: Telling, facts: Facts) -> bool:
    """Whether nothing that is told speaks against it: another body, other people, another day or place."""
    body, known = set(facts.of("body")), meeting.values("body")
    if body and known and not alike(context, body, known):
        return False
    if _other_session(context, meeting, telling) or {telling.level, meeting.level} in _LEVELS_APART:
        return False
    if not _comes_back(telling, facts) and _other_people(context, meeting, facts):
        return False
    if facts.begun and not any(f.begun for _, f in meeting.told) and any(in_future(f) for _, f in meeting.told):
        return False  # talks that will be held, and those that were
    if not telling.definite and facts.pledged != any(f.pledged for _, f in meeting.told):
        return False
    if not _compatible(meeting.date, facts.date.interval if facts.date else None):
        return False
    return telling.place is None or not meeting.values("place") or telling.place in meeting.values("place")


def _other_session(context: Context, meeting: Meeting, telling: Telling) -> bool:
    """Whether a telling is of another session than a known meeting: by its number, by the one before (القمة السابقة),
    or by the one to come where the known one is held (القمة المقبلة)."""
    number = telling.session.value if telling.session is not None else None
    numbers = {t.session.value for t, _ in meeting.told if t.session is not None}
    if number is not None and numbers and number not in numbers and not telling.hit.data.get("part"):
        return True
    if telling.hit.data.get("needs") == "session" and telling.sort != meeting.told[0][0].sort:
        return True
    if not telling.other or any(t.other == telling.other for t, _ in meeting.told):
        return False
    ahead = _to_come(context, meeting)
    return {"next": not ahead, "last": ahead}.get(telling.other, True)


def _to_come(context: Context, meeting: Meeting) -> bool:
    """Whether a meeting known already is still to come."""
    published, date = context.document.report.published, meeting.date
    if published is not None and date is not None and date.first is not None:
        return date.first > published
    return any(is_ahead(context, t, f) for t, f in meeting.told) or not any(f.begun for _, f in meeting.told)


def _told_thinly(context: Context, meeting: Meeting, telling: Telling, facts: Facts) -> bool:
    """Whether a meeting is told twice by one noun, on one day, and neither telling names others or another place."""
    if telling.verb or telling.plural or meeting.told[0][0].verb or telling.level != meeting.level:
        return False
    date = facts.date.interval if facts.date is not None else None
    if date is None or date.first is None or date.first != date.last or meeting.date != date:
        return False
    within = (_one_in_other(set(facts.of(slot)), meeting.values(slot)) for slot in ("attended", "place", "body"))
    return meeting.told[0][0].hit.entry is telling.hit.entry and all(within)


def _would_be_it(context: Context, meeting: Meeting, telling: Telling, facts: Facts) -> bool:
    """Whether a telling says what the meeting that is to come would bring (القمة المقررة ... اجتماع من شأنه أن)."""
    if not would_be(context, telling) or not any(is_ahead(context, t, f) for t, f in meeting.told):
        return False
    return _one_in_other(set(facts.of("attended")), meeting.values("attended"))


def _one_in_other(one: set[str], other: set[str]) -> bool:
    return one <= other or other <= one


def _comes_back(telling: Telling, facts: Facts) -> bool:
    """Whether a telling only adds who came to the meeting told before (حضر اللقاء ...)."""
    return facts.listed and telling.definite and not telling.verb


def _same_noun(context: Context, meeting: Meeting, telling: Telling) -> bool:
    """Whether a telling comes back with the noun that the meeting was told with (المؤتمر after مؤتمر صحفي)."""
    tokens = context.document.tokens
    first = meeting.told[0][0].first
    return undefined(tokens[telling.first].form) == undefined(tokens[first].form)


def _called_so(context: Context, meeting: Meeting, telling: Telling) -> bool:
    """Whether a definite noun that names nothing more is the noun that a meeting was told with (the preparatory
    meeting and not the summit behind الاجتماع)."""
    bare = telling.definite and not telling.verb and not (telling.body or telling.people or telling.place)
    return bare and not meeting.told[0][0].verb and meeting.told[0][0].hit.entry is telling.hit.entry


def _compatible(a: Interval | None, b: Interval | None) -> bool:
    if a is None or b is None or None in (a.first, a.last, b.first, b.last):
        return True
    return a.first <= b.last and b.first <= a.last  # type: ignore[operator]


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
    leads = bool(facts.of("chair")) and verb is not None and verb.first in context.part_verbs
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
