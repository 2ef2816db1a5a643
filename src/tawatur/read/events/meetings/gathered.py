"""A meeting as far as a report has told it, and whether that is enough for it to be one."""

from __future__ import annotations

from dataclasses import dataclass, field

from tawatur.read.events.context import Context
from tawatur.read.events.meetings.told import Facts, Telling
from tawatur.read.events.told import SURE
from tawatur.record.types import Event, Interval

APART = frozenset({"press-conference", "bilateral"})
_SETTING = frozenset({"date", "place", "host", "session", "chair"})
_SAYING = frozenset({"body", "attended", "date", "place", "host", "session", "convener", "chair"})


@dataclass(eq=False)
class Meeting:
    """A meeting as far as the report has told it."""

    told: list[tuple[Telling, Facts]] = field(default_factory=list)

    def values(self, slot: str) -> set[str]:
        return {v for _, facts in self.told for v in facts.of(slot)}

    @property
    def level(self) -> str | None:
        return next((t.level for t, _ in self.told if t.level), None)

    @property
    def by_the_way(self) -> bool:
        """Whether it is only told as another session than the one spoken of."""
        return all(t.other or t.hit.data.get("needs") == "session" for t, _ in self.told)

    @property
    def date(self) -> Interval | None:
        return next((f.date.interval for _, f in self.told if f.date is not None), None)

    @property
    def sure(self) -> bool:
        """Whether the learned model is sure that one of the words that tell it tells a meeting."""
        return any(t.likely >= SURE for t, _ in self.told)


def conditional(context: Context, telling: Telling) -> bool:
    """Whether the meeting is only supposed (إذا لم تجر محادثات)."""
    mark = context.particles.get(telling.clause.first)
    return mark is not None and bool(mark.data.get("conditional"))


def informative(context: Context, event: Event, meeting: Meeting) -> bool:
    """Whether a report says enough of a meeting for it to be one: whose it is, who was there, or that it is held."""
    slots = event.slots
    if event.status == "cancelled" and "body" in slots and meeting.level == "summit":
        return True  # تأجيل القمة العربية
    if _only_called(meeting) and not set(slots) & {"attended", "place", "date"}:
        return False
    held = any(f.holding is not None for _, f in meeting.told)
    needs = meeting.told[0][0].hit.data.get("needs")
    if needs == "party" and "attended" not in slots:
        return False
    if meeting.by_the_way and meeting.level not in APART and "attended" not in slots:
        return len(_SETTING & set(slots)) >= (1 if held else 2)
    there = [str(v) for v in slots.get("attended", [])]  # type: ignore[union-attr]
    if meeting.told[0][0].verb:
        return _met(context, there, meeting) or "body" in slots
    if not held and set(slots) <= {"attended", "level", "topic"} and meeting.level != "press-conference":
        return sum(v in context.types for v in there) >= 1 and len(there) >= 2
    known = len(_SAYING & set(slots))
    if needs == "holding" and not held:
        return known >= 2
    if "level" in slots and "topic" in slots:
        return True
    if not set(slots) & (_SAYING - {"date"}):
        return held and not meeting.told[0][0].definite and "date" in slots  # عقد أمس اجتماع طارئ
    return known >= 1 and (held or known >= 2 or "body" in slots or "attended" in slots)


def _met(context: Context, there: list[str], meeting: Meeting) -> bool:
    """Whether those who meet are told by a verb: two and more, one of them and more by name or all by office."""
    if any(v[0].isdigit() for v in there):
        return False
    met = len(there) >= 2 and sum(v in context.types for v in there) >= 1 + (len(there) > 2)
    met = met or (len(there) >= 2 and any(f.officials for _, f in meeting.told))
    return met or (any(f.together for _, f in meeting.told) and bool(there))


def surely_told(context: Context, event: Event, meeting: Meeting) -> bool:
    """Whether a report says something of a meeting that the learned model is sure of, though not enough by itself: of
    several (لقاءات) only with whom or whose."""
    if meeting.told[0][0].plural or meeting.told[0][0].verb:
        there = event.slots.get("attended", [])
        return "body" in event.slots or any(v in context.types for v in there)  # type: ignore[union-attr]
    return bool(set(event.slots) & (_SAYING | {"level", "topic"}))


def _only_called(meeting: Meeting) -> bool:
    """Whether a meeting's body is only what it is called by itself."""
    named = [t.called for t, f in meeting.told if f.of("body")]
    return bool(named) and all(named)
