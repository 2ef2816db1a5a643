"""What a meeting is about, when and where it is held."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import direct_object, noun_phrase, subject
from tawatur.read.events.context import Context
from tawatur.read.events.lists import enumerate_spans, is_masdar
from tawatur.read.events.meetings.told import Facts, Telling
from tawatur.read.events.people import people_of
from tawatur.read.events.phrases import Phrase, proclitic
from tawatur.read.events.slots import bodies_in, places_in, seat
from tawatur.record.types import Mention, Time
from tawatur.text.words import SIGN, definite


def read_topic(context: Context, telling: Telling, hit: Hit, facts: Facts) -> None:
    clause = context.clause_at(hit.first)
    verbal = bool(hit.features.get("form"))
    if clause is None or (hit.first < telling.first and (facts.topics or not verbal)):
        return
    first = hit.last + 1
    if hit.features.get("form") and clause.verb is not None and clause.verb.first == hit.first:
        if clause.opener == "relative":
            return
        what = direct_object(context, clause)
        who = subject(context, clause)
        if who is not None and (cut := _before_quotation(context, who)) is not None:
            who, what = cut, noun_phrase(context, cut.last, clause.last)
        if who is not None and what is not who and _acts(context, who, telling):
            _discussants(context, telling, who, facts)
        elif what is None and who is not None:
            what = who
        if what is None and telling.first > hit.first:
            what = noun_phrase(context, telling.of.last if telling.of is not None else telling.last + 1, clause.last)
        if what is None:
            return
        first = what.first
    sentence = clause.sentence
    while first < sentence.last and context.document.tokens[first].kind == SIGN:
        first += 1
    if first >= sentence.last or (telling.first < first + 2 and first <= telling.last):  # جدول أعمال الاجتماع
        return
    facts.topics.extend(s for s in enumerate_spans(context, first, sentence.last) if s not in facts.topics)


def _before_quotation(context: Context, who: Phrase) -> Phrase | None:
    """Those who meet, cut off from the quotation of what they discuss (بحث الوزراء "سبل التعاون")."""
    level, tokens = context.by_first("meeting.level").get(who.first), context.document.tokens
    after = level.last + 1 if level is not None else who.last
    if after >= who.last or tokens[after].kind != SIGN or not definite(tokens[after - 1].form):
        return None
    return who._replace(last=after, end=tokens[after - 1].end)


def _discussants(context: Context, telling: Telling, who: Phrase, facts: Facts) -> None:
    """Those who discuss were there, unless the meeting itself is the subject."""
    level = context.by_first("meeting.level").get(who.first)
    alone = level is not None and level.data["level"] == telling.level and who.last == level.last + 1  # الوزراء
    if (
        not who.first <= telling.first < who.last
        and who.first not in context.firsts("meeting.participants")
        and not alone
    ):
        facts.add("attended", people_of(context, who), (who.start, who.end))


def _acts(context: Context, who: Phrase, telling: Telling) -> bool:
    """Whether a phrase is who discusses rather than what is discussed."""
    if (
        who.first <= telling.first < who.last
        or who.first in context.words.voices
        or who.first in context.firsts("meeting.participants")
    ):
        return True
    return bool(context.within(context.mentions, who.start, who.end)) or who.first in context.words.people_words


def read_setting(context: Context, telling: Telling, owned: list[Hit], facts: Facts) -> None:
    stop = min(
        (h.first for h in owned if h.entry.kind == "meeting.topic" and h.first > telling.last), default=telling.limit
    )
    stop = max(telling.last + 1, min(stop, telling.limit))
    facts.date = _date(context, telling, stop, facts)
    nowhere = bool(facts.of("place")) or bool(telling.hit.data.get("call"))  # a call is at no place
    found = [] if nowhere else _places(context, telling, stop)
    if telling.verb and telling.hit.data.get("topic"):  # بحث معه الوضع في إدلب
        found = [m for m in found if not any(t.start <= m.start < t.end for t in facts.topics)]
    if len(found) > 1 and found[1].start - found[0].end > 12:
        found = found[:1]
    for mention in found[:2]:
        if telling.of is None or not telling.of.start <= mention.start < telling.of.end:
            facts.add("place", [seat(context, mention)], (mention.start, mention.end))
    for body, in_seat in bodies_in(context, telling.last + 1, min(stop, telling.last + 9)):
        slot = "place" if in_seat or telling.level in ("press-conference", "bilateral") else "body"
        if not facts.of(slot) and not any(w[0] <= body.start < w[1] for _, _, w in facts.values):
            facts.add(slot, [body.entity], (body.start, body.end))
    if telling.place is not None and not facts.of("place"):
        facts.add("place", [telling.place], (telling.hit.start, telling.hit.end))
    _purpose(context, telling, facts, stop)
    facts.topics = [
        t for t in facts.topics if not any(o is not t and o.start <= t.start and t.end <= o.end for o in facts.topics)
    ]


def _of_main_verb(context: Context, telling: Telling, facts: Facts) -> bool:
    """Whether a day ahead of a definite noun is that of its clause's verb, for a relative clause says that the meeting
    is held (تحدث أمس عن القمة التي عقدت في جدة), unless it is where that is said or done."""
    verb, held, mark = telling.clause.verb, facts.holding, context.particles.get(telling.first - 1)
    relative = held is not None and held.first > telling.last and verb is not None and verb.first < telling.first
    inside = mark is not None and bool(mark.data.get("place") or mark.data.get("during"))
    return relative and telling.definite and not telling.verb and not inside


def _date(context: Context, telling: Telling, stop: int, facts: Facts) -> Time | None:
    """The first date behind the meeting's noun, else the last ahead of it in its clause."""
    tokens, clause = context.document.tokens, telling.clause
    stop = max(telling.last + 1, _said_up_to(context, telling, stop))
    mark = context.particles.get(telling.first - 1)
    later = mark is not None and bool(mark.data.get("ends_list"))  # قال أمس بعد لقاء: the day is that of saying
    says = clause.verb is not None and clause.verb.first in context.firsts("say") and not later
    led = clause.verb is not None and clause.verb.first in context.firsts("meeting.part")  # يترأس الوزير غدا اجتماعا
    own = telling.verb or telling.holds or clause.verb is None or says or led
    if not own:  # the date may be another event's: only one right behind the noun is the meeting's
        at = telling.of.last if telling.of is not None else telling.last + 1
        stop = max(at, min(stop, at + 6))
    behind = context.within(context.times, telling.hit.end, tokens[stop - 1].end)
    own = own and not _of_main_verb(context, telling, facts)
    ahead = context.within(context.times, max(clause.start, telling.after), telling.hit.start) if own else []
    for time in (*behind, *reversed(ahead)):
        if (time.interval.first is not None or time.interval.last is not None) and not _counted_from(context, time):
            return time
    return None


def _counted_from(context: Context, time: Time) -> bool:
    """Whether a time only says from when on or until when something was so (للمرة الأولى منذ 2010)."""
    mark = context.particles.get(context.document.token_at(time.start) - 1)
    return mark is not None and bool(mark.data.get("ends_list"))


def _said_up_to(context: Context, telling: Telling, stop: int) -> int:
    """The token before which the clause still speaks of the meeting: its next verb that says no part of it."""
    for index in range(telling.of.last if telling.of is not None else telling.last + 1, stop):
        if context.inside_name(context.document.tokens[index].start):
            continue
        part = index in context.firsts("meeting.part")
        if not part and (index in context.verbs or (proclitic(context, index)[1] and is_masdar(context, index))):
            return index
    return stop


def _places(context: Context, telling: Telling, stop: int) -> list[Mention]:
    """Places behind the noun, as far as the clause speaks of the meeting: up to its next verb; where another verb
    rules the clause, only right at the noun."""
    clause = telling.clause
    last = _said_up_to(context, telling, stop)
    ruled = not (telling.verb or telling.holds) and clause.verb is not None and clause.verb.first < telling.first
    if ruled and clause.verb is not None and clause.verb.first not in context.firsts("say"):
        at = telling.of.last if telling.of is not None else telling.last + 1
        last = min(last, at + 4)
    found = places_in(context, telling.last + 1, last)
    if not found and telling.verb:
        found = places_in(context, clause.first, telling.first)
    elif not found and clause.verb is not None and clause.verb.first in context.words.part_verbs:
        between = places_in(context, clause.verb.last + 1, telling.first)  # انطلق في مدينة مراكش، اليوم، الاجتماع
        found = [m for m in between if m.start >= telling.after and not context.roles_over(m.start)]
    return found


def _purpose(context: Context, telling: Telling, facts: Facts, stop: int) -> None:
    """What the meeting is for: ل and a verbal noun behind it and behind whose meeting it is."""
    tokens = context.document.tokens
    for index in range(telling.of.last if telling.of is not None else telling.last + 1, min(stop, telling.clause.last)):
        conjunction, preposition, _ = proclitic(context, index)
        if index in context.verbs or (index in context.firsts("say") and preposition != context.letters.for_):
            return  # ...، متعهدا بالتبرع لدعم, but: لإعلان الأسعار
        if context.inside_name(tokens[index].start):
            continue
        if preposition == context.letters.for_ and not conjunction and is_masdar(context, index):
            if index in context.firsts("event.meeting"):
                continue
            facts.topics.extend(enumerate_spans(context, index, telling.clause.sentence.last))
            return
