"""How far a meeting has come: planned, going on, held, refused or called off."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.clauses import FINITE
from tawatur.read.events.context import Context
from tawatur.read.events.meetings.told import Facts, Telling
from tawatur.read.events.phrases import proclitic
from tawatur.read.events.status import cue_in, not_before, status_by_date
from tawatur.record.types import Interval

_BEHIND = 2  # words from a meeting's noun to the adjective that says it is awaited


def _refused(context: Context, main: Telling) -> bool:
    """Whether the meeting is the object of a verb of refusing."""
    verb = main.clause.verb
    if verb is None or verb.first not in context.firsts("meeting.refusal") or main.verb or verb.first > main.first:
        return False
    mark = context.particles.get(main.first - 1)
    return (mark is None or mark.data["class"] == "demonstrative") and not proclitic(context, main.first)[1]


def _tense(context: Context, main: Telling, facts: Facts) -> str | None:
    """The tense in which the meeting is told: of its clause's verb where that says a part in it, else of the verb that
    holds it; None where none is."""
    verb = main.clause.verb
    if _only_where(context, main):
        return "future" if main.clause.tense == "future" and verb is not None and verb.first < main.first else None
    held = facts.holding
    if held is not None and verb is not None and held.first == verb.first and held.features.get("form") == "past":
        return "past"
    if _described(main):
        return main.hit.features.get("form")
    says = main.verb or (verb is not None and verb.first in context.firsts("meeting.part"))
    if not says and held is not None and (held.features.get("form") in FINITE or "tense" in held.data):
        return str(held.data.get("tense") or held.features["form"])
    return main.clause.tense if main.verb or facts.holding is not None else None


def _only_where(context: Context, main: Telling) -> bool:
    """Whether a meeting is only where or when something is said or done, so that the verb before it does not hold it
    (قال في مؤتمر صحفي، بدا خلال اللقاء), and no relative clause behind it says that it is held."""
    mark = context.particles.get(main.first - 1)
    verb = main.clause.verb
    inside = mark is not None and bool(mark.data.get("during") or mark.data.get("place"))
    if main.verb or mark is None or not inside or verb is None or verb.first > main.first:
        return False
    if verb.first in context.firsts("meeting.part") and not mark.data.get("during"):
        return False
    after = context.clauses[main.clause.index + 1] if main.clause.index + 1 < len(context.clauses) else None
    return after is None or after.opener != "relative"


def _may_be(context: Context, main: Telling, facts: Facts) -> bool:
    """Whether a meeting only may be held, or its holding is what something is done for (قد يعقد، جهود لعقد القمة)."""
    held = main.hit if main.verb else facts.holding
    if held is None:
        return False
    if held.features.get("form") == "present":
        return context.document.tokens[held.first - 1].form.endswith(context.letters.may)
    return held.features.get("form") not in FINITE and held.analysis.preposition == context.letters.for_


def _takes_time(context: Context, main: Telling, facts: Facts) -> bool:
    """Whether a meeting told in the present goes on: its verb is of what takes its time (تجري محادثات), or somebody
    says of himself that he is at it (قال إنه يجتمع بحكومته)."""
    if main.clause.opener == "that" or (facts.holding is not None and facts.holding.data.get("state")):
        return True
    firsts = {h.first for h in context.document.hits("durative", within=main.clause.sentence)}
    held, verb = facts.holding, main.clause.verb
    return (held is not None and held.first in firsts) or (verb is not None and verb.first in firsts)


def _was_so(context: Context, main: Telling, facts: Facts) -> bool:
    """Whether what a meeting is said to be is said of the past (كانت المفاوضات مستمرة)."""
    if facts.holding is None or not facts.holding.data.get("state"):
        return False
    cues = context.document.hits("tense-cue", within=main.clause.sentence)
    return any(h.data.get("auxiliary") and h.last == main.first - 1 for h in cues)


def _called_off(context: Context, telling: Telling) -> bool:
    """Whether a word of calling off governs a known meeting's noun, no threat and not denied (أعلن إلغاء القمة)."""
    known = telling.definite and not telling.clause.negated
    return known and _off(context, telling) is not None and not _off_by_threat(context, telling)


def _off_by_threat(context: Context, telling: Telling) -> bool:
    """Whether a meeting's being called off is only threatened, asked for or denied (هدد بإلغاء القمة)."""
    off = _off(context, telling)
    if off is None:
        return False
    threats = context.document.hits("meeting.threat", within=telling.clause.sentence)
    return any(telling.clause.first <= h.first < off.first for h in threats)


def _off(context: Context, telling: Telling) -> Hit | None:
    """The word of calling off that governs a meeting's noun."""
    if telling.verb:
        return None
    cues = (h for h in context.status_hits if h.data["status"] == "cancelled")
    return next((h for h in cues if h.last == telling.first - 1), None)


def would_be(context: Context, telling: Telling) -> bool:
    """Whether a meeting not known yet is told by what it would bring (قال إن اجتماعا مع الرئيس من شأنه أن ...)."""
    if telling.definite or telling.verb:
        return False
    would = context.document.hits("meeting.would", within=telling.clause.sentence)
    near = (h for h in would if telling.last < h.first < telling.limit)
    return any(not any(i in context.verbs for i in range(telling.last + 1, h.first)) for h in near)


def is_ahead(context: Context, telling: Telling, facts: Facts) -> bool:
    """Whether a telling says that its meeting is to come, is asked for or called off."""
    called = facts.calls or facts.pledged or in_future(facts)
    cue = cue_in(context, telling.clause, telling.first)
    return called or cue in ("planned", "cancelled") or _awaited(context, telling)


def in_future(facts: Facts) -> bool:
    """Whether the meeting is told in the future."""
    held = facts.holding
    return held is not None and "future" in (held.features.get("form"), held.data.get("tense"))


def _described(telling: Telling) -> bool:
    """Whether a verb of meeting only describes what another verb tells (وصل في زيارة يلتقي خلالها نظيره)."""
    verb = telling.clause.verb
    return telling.verb and verb is not None and verb.first != telling.first


def status(
    context: Context, told: list[tuple[Telling, Facts]], date: Interval | None, main: Telling, facts: Facts
) -> str:
    """The status of a meeting told in several places, on a day where one is told; `main` with `facts` the telling whose
    clause is its span."""
    cues = {c for t, _ in told[:3] if (c := cue_in(context, t.clause, t.first)) is not None}
    if (off := _not_held(context, told, main, facts)) is not None:
        return off
    awaited = _awaited(context, main)
    by_date = status_by_date(context, date)
    if by_date is not None and not (by_date == "done" and (awaited or facts.calls or facts.pledged)):
        return by_date  # the day of a pledge is not that of the meeting
    tense = _tense(context, main, facts)
    maybe = _may_be(context, main, facts) or (would_be(context, main) and tense != "past")
    if any(f.calls or f.pledged for _, f in told) or awaited or maybe:
        return "planned"
    today = date is not None
    begun = any(f.begun or (t.clause.tense == "past" and f.of("attended") and not _described(t)) for t, f in told)
    past = tense == "past" or (main.clause.tense == "past" and bool(facts.of("chair") or facts.of("attended")))
    if past and cue_in(context, main.clause, main.first) != "planned":
        cues.discard("planned")  # what was planned for a meeting that is held (وكان من المقرر أن يحضره ...)
    if tense == "future" or "planned" in cues:
        return "ongoing" if begun and tense == "present" else "planned"
    if tense == "present" and not _was_so(context, main, facts):
        ahead = today or _described(main) or _to_be_held(main, facts) or not _takes_time(context, main, facts)
        return "ongoing" if begun or not ahead or "ongoing" in cues else "planned"
    said = tense is None and cue_in(context, main.clause, main.first) == "ongoing"  # المفاوضات المستمرة بين ...
    goes_on = said or (today and (_opening(context, told) or "ongoing" in cues))
    return "ongoing" if goes_on else "done"


def _not_held(context: Context, told: list[tuple[Telling, Facts]], main: Telling, facts: Facts) -> str | None:
    """The status of a meeting that is called off, denied or refused, or threatened with it; None of another."""
    if _off_by_threat(context, main):
        return "planned"
    cue = cue_in(context, main.clause, main.first)
    if cue in ("cancelled", "denied"):
        return cue
    verb = main.clause.verb
    cancels = verb is not None and any(
        h.first == verb.first and h.data["status"] == "cancelled" for h in context.status_hits
    )
    if cancels or any(_called_off(context, telling) for telling, _ in told):
        return "cancelled"
    held = facts.holding is not None and verb is not None and facts.holding.first == verb.first
    if (main.clause.negated and (main.verb or held)) or _refused(context, main):
        return "planned" if not_before(context, main.clause) else "denied"
    return None


def _opening(context: Context, told: list[tuple[Telling, Facts]]) -> bool:
    """Whether a meeting is told to begin."""
    return any(
        (f.holding is not None and f.holding.data.get("opens") and not _only_where(context, t))
        or any(h.data.get("opens") and t.clause.first <= h.first < t.clause.last for h in context.status_hits)
        for t, f in told
    )


def _to_be_held(telling: Telling, facts: Facts) -> bool:
    """Whether a meeting not known yet is described as one that is held (في قمة تعقد في باريس)."""
    held = facts.holding
    return held is not None and not telling.definite and held.first == telling.last + 1


def _awaited(context: Context, telling: Telling) -> bool:
    """Whether an adjective right behind the noun says that the meeting is still to come (لقاؤه المرتقب)."""
    near = range(telling.last + 1, telling.last + 1 + _BEHIND)
    found = [h for h in context.document.hits("meeting.awaited", within=telling.clause.sentence) if h.first in near]
    between = range(telling.last + 1, found[0].first) if found else range(0)
    return bool(found) and not telling.verb and all(i in context.words.meeting_adjectives for i in between)
