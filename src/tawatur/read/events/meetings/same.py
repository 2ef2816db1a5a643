"""Whether two places of a report speak of one meeting: nothing that is told speaks against it, and enough for it."""

from __future__ import annotations

from tawatur.read.events.context import Context
from tawatur.read.events.meetings.called import alike
from tawatur.read.events.meetings.gathered import APART, Meeting
from tawatur.read.events.meetings.standing import in_future, is_ahead, would_be
from tawatur.read.events.meetings.told import Facts, Telling
from tawatur.read.events.slots import country_of_place
from tawatur.record.types import Interval
from tawatur.text.words import undefined

_LEVELS_APART = tuple({"summit", level} for level in ("ministerial", "political-directors", "working-group"))


def _other_people(context: Context, meeting: Meeting, facts: Facts) -> bool:
    """Whether those who meet are named, and are others than those of a meeting of two known already."""
    known = {v for v in meeting.values("attended") if v in context.types}
    here = {v for v in facts.of("attended") if v in context.types}
    if meeting.values("body") or facts.of("body") or len(known) != 2 or not here:
        return False
    return not here & known or (len(here) == 2 and here != known)


def same(context: Context, meeting: Meeting, telling: Telling, facts: Facts) -> bool:
    """Whether a telling speaks of a meeting known already."""
    level = meeting.level
    if telling.level in APART or level in APART:
        if telling.level is not None and telling.level != level:
            return False
        if telling.level is None and level == "press-conference":
            return telling.definite and _same_noun(context, meeting, telling)
    if _by_which(context, meeting, telling, facts):
        return True
    if not may_be_same(context, meeting, telling, facts):
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


def _by_which(context: Context, meeting: Meeting, telling: Telling, facts: Facts) -> bool:
    """Whether a noun says in what kind of meeting two met of whom a verb of its clause tells (بحث الوزير مع نظيره في
    اتصال هاتفي)."""
    mark = context.particles.get(telling.first - 1)
    if telling.verb or telling.definite or mark is None or not (mark.data.get("place") or mark.data.get("during")):
        return False
    there = meeting.values("attended")
    tells = any(t.verb and t.clause is telling.clause for t, _ in meeting.told)
    return tells and len(there) > 1 and set(facts.of("attended")) <= there and not telling.body


def may_be_same(context: Context, meeting: Meeting, telling: Telling, facts: Facts) -> bool:
    """Whether nothing that is told speaks against it: another body, other people, another day or place."""
    body, known = set(facts.of("body")), meeting.values("body")
    if body and known and not alike(context, body, known):
        return False
    if _other_session(context, meeting, telling) or _held_elsewhere(context, meeting, facts):
        return False
    if {telling.level, meeting.level} in _LEVELS_APART:
        return False
    if not _comes_back(telling, facts) and _other_people(context, meeting, facts):
        return False
    if facts.begun and not any(f.begun for _, f in meeting.told) and any(in_future(f) for _, f in meeting.told):
        return False  # talks that will be held, and those that were
    if _after_call(context, meeting, telling, facts):
        return False
    if not telling.definite and facts.pledged != any(f.pledged for _, f in meeting.told):
        return False
    if not _compatible(meeting.date, facts.date.interval if facts.date else None):
        return False
    return telling.place is None or not meeting.values("place") or telling.place in meeting.values("place")


def _after_call(context: Context, meeting: Meeting, telling: Telling, facts: Facts) -> bool:
    """Whether a telling is of a meeting to come and the known one is a call that was made (هاتفه واقترح عقد لقاء)."""
    called = [is_ahead(context, t, f) for t, f in meeting.told if t.hit.data.get("call")]
    here = telling.definite or telling.hit.data.get("call")
    return bool(called) and not any(called) and not here and is_ahead(context, telling, facts)


def _held_elsewhere(context: Context, meeting: Meeting, facts: Facts) -> bool:
    """Whether a telling says that its meeting was held on a day of its own in another country than the known one (القمة
    التي عقدت في الأردن العام الماضي)."""
    if facts.holding is None or facts.date is None or facts.date.interval == meeting.date:
        return False
    here = {country_of_place(context, v) for slot in ("place", "host") for v in facts.of(slot)}
    there = {country_of_place(context, v) for slot in ("place", "host") for v in meeting.values(slot)}
    return "" not in here | there and bool(here and there) and not here & there


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
    held = any((t.verb and t.clause.tense == "past") or _over(context, t) for t, _ in meeting.told)
    return {"next": held or not ahead, "last": ahead}.get(telling.other, True)


def _over(context: Context, telling: Telling) -> bool:
    """Whether what a clause in the past tells came after a meeting (قال بعد لقاء مع ...، والاجتماع المقبل مقرر)."""
    after = (h.last for h in context.document.hits("event.background") if h.data["sort"] == "after")
    return telling.clause.tense == "past" and telling.first - 1 in after


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


def called_so(context: Context, meeting: Meeting, telling: Telling) -> bool:
    """Whether a definite noun that names nothing more is the noun that a meeting was told with (the preparatory
    meeting and not the summit behind الاجتماع)."""
    bare = telling.definite and not telling.verb and not (telling.body or telling.people or telling.place)
    return bare and not meeting.told[0][0].verb and meeting.told[0][0].hit.entry is telling.hit.entry


def _compatible(a: Interval | None, b: Interval | None) -> bool:
    if a is None or b is None or None in (a.first, a.last, b.first, b.last):
        return True
    return a.first <= b.last and b.first <= a.last  # type: ignore[operator]
