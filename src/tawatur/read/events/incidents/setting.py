"""When and where an incident happened: the date and the place that stand nearest to its word."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tawatur.read.events.adjoining import definite
from tawatur.read.events.context import Context
from tawatur.read.events.governed import behind
from tawatur.read.events.incidents.asked import discussed
from tawatur.read.events.incidents.record import LASTING, Arguments, Incident
from tawatur.read.events.incidents.telling import DayOf, day_told, whose_day
from tawatur.read.events.incidents.triggers import VIOLENT, Nouns, Trigger
from tawatur.read.events.phrases import proclitic
from tawatur.read.events.slots import nearest, seat
from tawatur.read.events.status import cue_in
from tawatur.record.types import Interval, Time
from tawatur.text.words import SIGN

_ADJECTIVES = 2  # behind a word for land, among which is that of its country
_INSIDE = frozenset({"demonstrative", "partitive"})  # particles that may stand inside a noun phrase
_CHAIN = 5  # tokens over which a genitive goes on
_QUOTES = frozenset("\"“”„«»‹›‘’'([{#_-")
_SINCE = 6  # tokens from "since" to the time of what it names (منذ هزيمة التنظيم قبل ثلاثة أعوام)
_TIES = ("relations", "ties", "recognised")  # what passes between states: with whom is not where


def when(context: Context, nouns: Nouns, found: Incident, region: tuple[int, int], beside: set[int]) -> None:
    """The date nearest to the trigger in its region (tokens [first, limit), without those `beside` it), after it rather
    than before it; open where it says since when."""
    tokens, trigger = context.document.tokens, found.trigger
    first, limit = region
    apart = None if trigger.finite else behind(context, trigger.clause.first, trigger.hit.first)
    if apart is None or apart.data["sort"] not in ("cause", "after"):
        apart = discussed(context, nouns, trigger)
    if apart is not None:
        first = max(first, apart.first)  # اتهم الخميس الجماعة ... بشأن الهجوم
    dated = [
        t
        for t in context.within(context.times, tokens[first].start, tokens[limit - 1].end)
        if (t.interval.first or t.interval.last)
        and context.document.token_at(t.start) not in beside
        and not _of_another(context, nouns, trigger, t)
    ]
    best = nearest(dated, trigger.hit.start)
    found.since = nouns.cue("since", trigger.hit.last + 1, limit) is not None
    if best is None and apart is None:
        best = _with_carrier(context, nouns, found)
        if trigger.lasting:
            best = best if best is not None and _since_then(context, nouns, best) else None
        elif best is None and (said := day_told(context, nouns, found)) is not None:
            found.anchors.add("date")  # it is told for its own sake, though perhaps not of its day
            whose = whose_day(context, nouns, found)
            found.doubted = whose is DayOf.doubted
            best = said if whose is not DayOf.words else None
    if best is None:
        return
    found.date = _opened(context, nouns, found, best)
    found.anchors.add("date")
    found.evidence.setdefault("date", []).append((best.start, best.end))


def _of_another(context: Context, nouns: Nouns, trigger: Trigger, time: Time) -> bool:
    """Whether a time is not the incident's: since when nothing was greater (الأعنف منذ هزيمة التنظيم عام 2019), a
    single day of a war that is not the one since which it is fought."""
    index = context.document.token_at(time.start)
    if trigger.lasting and time.precision == "day" and nouns.cue("since", index - 3, index) is None:
        return True
    since = nouns.cue("since", max(trigger.hit.last + 1, index - _SINCE), index)
    if since is None:
        return False
    return nouns.cue("superlative", max(trigger.clause.sentence.first, since.first - 8), since.first) is not None


def _since_then(context: Context, nouns: Nouns, time: Time) -> bool:
    """Whether "since" stands before a time, or is part of it."""
    index = context.document.token_at(time.start)
    return nouns.cue("since", index - 1, index + 1) is not None


def _with_carrier(context: Context, nouns: Nouns, found: Incident) -> Time | None:
    """The time between the verb that carries an incident noun and the noun (شهدت المدينة في أكتوبر 2016 هجوما)."""
    verb, first = found.trigger.clause.verb, found.trigger.hit.first
    if found.trigger.finite or verb is None or not verb.first < first or verb.first not in nouns.cues["carrier"]:
        return None
    tokens = context.document.tokens
    dated = [
        t
        for t in context.within(context.times, tokens[verb.first].end, tokens[first].start)
        if t.interval.first or t.interval.last
    ]
    return dated[-1] if dated else None


def _opened(context: Context, nouns: Nouns, found: Incident, time: Time) -> Interval:
    """The interval of a date: from it on where the incident is said to go on since then."""
    index = context.document.token_at(time.start)
    hit = found.trigger.hit
    mark = nouns.cue("since", max(index - 5, hit.last + 1) if index > hit.first else index - 5, index)
    since = mark is not None and not mark.data.get("ahead")
    since = since or (found.type in LASTING and index in nouns.cues["since"])  # اشتباكات منذ أربعة أشهر
    carriers = nouns.cues["carrier"]
    begun = any(i in carriers and carriers[i].data.get("begins") for i in range(index - 3, index))
    published, first = context.document.report.published, time.interval.first
    if since and time.precision == "day" and first and published and first > published:
        first = first - timedelta(days=7)  # "since Friday" is the last one
        time = replace(time, interval=Interval(first, time.interval.last and first))
    if _is_past_day(context, nouns, found, time) and first and time.interval.last:
        week = timedelta(days=7)
        return Interval(first - week, time.interval.last - week)
    if since and found.type not in LASTING and first and published and first < published:
        return Interval(first, published)
    days = _lasting(context, nouns, found)
    if days and time.interval.first == time.interval.last and first is not None:
        return Interval(first, first + timedelta(days=days - 1))
    if nouns.cue("until", index - 3, index) is not None and found.type in LASTING:
        return Interval(None, time.interval.last)
    if (since or begun) and found.type in LASTING:
        found.status = "ongoing"
        return Interval(time.interval.first, None)
    return time.interval


def _is_past_day(context: Context, nouns: Nouns, found: Incident, time: Time) -> bool:
    """Whether a weekday that was read as the coming one is the last one: nobody plans what is told as violence."""
    published, first = context.document.report.published, time.interval.first
    if found.type not in VIOLENT or time.precision != "day" or published is None or first is None:
        return False
    if any(c.isdigit() for c in time.text) or not any(time.start <= day < time.end for day in nouns.weekdays):
        return False
    clause = found.trigger.clause
    return 1 < (first - published).days < 7 and clause.tense != "future" and not cue_in(context, clause)


def _lasting(context: Context, nouns: Nouns, found: Incident) -> int:
    """For how many days, where it says so (لمدة ثلاثة أيام)."""
    first = found.trigger.hit.last + 1
    cue = nouns.cue("lasting", first, min(first + 9, found.trigger.clause.sentence.last))
    quantity = context.quantity_tokens.get(cue.last + 1) if cue is not None else None
    return int(quantity.number.value) if quantity is not None and quantity.number.unit == "day" else 0


def where(
    context: Context, nouns: Nouns, found: Incident, who: Arguments, region: tuple[int, int], beside: set[int]
) -> None:
    """The first place after the trigger, neither doer nor beside it, with those coordinated; else one before it."""
    first, limit = region
    taken = {i for g in who.actor for i in range(g.first, g.last)}
    struck = {i for g in who.target for i in range(g.first, g.last)}
    if found.trigger.matter in _TIES:
        taken |= struck
    places: dict[int, tuple[str, int, int]] = {}
    for index in range(found.trigger.hit.last + 1, limit):
        if index in nouns.cues["not-where"]:
            if places or index > found.trigger.hit.last + 2:
                break
            continue
        if places and index > max(places) + 3:
            break
        place = _place_at(context, index) or _land_at(context, nouns, index)
        if place is None or index in taken or index in beside or not _is_where(nouns, found.trigger, index):
            continue
        if (
            index in struck
            or _said_where(context, nouns, found.trigger, index)
            or _with_it(context, nouns, places, index)
        ):
            places[index] = place
    if not places:
        places = {
            i: p
            for i in range(first, found.trigger.hit.first)
            if _located(context, i) and (p := _place_at(context, i) or _land_at(context, nouns, i))
        }
    if not places and (land := _land_of_war(context, nouns, found.trigger)) is not None:
        places = land
        found.anchors.add("carrier")  # it names a war
    for value, start, end in places.values():
        found.place.append(value)
        found.evidence.setdefault("place", []).append((start, end))
    found.place = list(dict.fromkeys(found.place))
    if places:
        found.anchors.add("place")


def _land_of_war(context: Context, nouns: Nouns, trigger: Trigger) -> dict[int, tuple[str, int, int]] | None:
    """The country that a war is named by (الحرب اليمنية); none of one between two (النزاع الإسرائيلي الفلسطيني)."""
    index = trigger.hit.last + 1
    named = trigger.lasting and not trigger.finite and index in nouns.demonyms and index + 1 not in nouns.demonyms
    if not named or not definite(context, index) or not definite(context, trigger.hit.first):
        return None
    token = context.document.tokens[index]
    return {index: (nouns.demonyms[index], token.start, token.end)}


def _is_where(nouns: Nouns, trigger: Trigger, index: int) -> bool:
    """Whether a name is no source, goal or owner (من اليمن, ميليشيات إيران); of soldiers who come and go it is (سحبت
    قواتها من سوريا، أرسلت تعزيزات إلى الأنبار)."""
    apart = index - 1 in nouns.cues["from"] and not trigger.hit.data.get("moves")
    return not apart and "force" not in nouns.at.get(index - 1, ())


def _with_it(context: Context, nouns: Nouns, places: dict[int, tuple[str, int, int]], index: int) -> bool:
    """Whether a name is listed with the place before it, or says in what place that lies (في حلب وإدلب، في مدينة الباب
    بمحافظة حلب)."""
    if not places:
        return False
    tokens = context.document.tokens
    first = context.document.token_at(places[max(places)][2] - 1) + 1
    return all(
        tokens[i].kind == SIGN
        or i in context.words.class_words
        or i in context.particles
        or "place" in nouns.at.get(i, ())
        for i in range(first, index)
    )


def _said_where(context: Context, nouns: Nouns, trigger: Trigger, index: int) -> bool:
    """Whether what stands between an incident's word and a name says where: a preposition before the name or before
    what is of it (في سوق المدينة), a verb of what it struck, or nothing; a name that only says whose something is, who
    does it or with whom, is none (ودعم لندن، عمال الفلبين، تصنفها أنقرة، مناورات مع سول)."""
    first, tokens = trigger.hit.last + 1, context.document.tokens
    for at in range(index, max(first, index - _CHAIN), -1):
        preposition, joined = proclitic(context, at)[1], proclitic(context, at)[0]
        if preposition:
            stands = at in context.words.class_words or at == index or at in nouns.cues["land"]
            return stands and (preposition == context.letters.at or at < index)
        mark = context.particles.get(at - 1)
        if mark is not None and (mark.data["class"] not in _INSIDE or at == index or at in context.words.class_words):
            named = at == index or (at in context.mention_tokens and bool(proclitic(context, index)[0]))
            beside = named and mark.data.get("party")
            return mark.data["class"] in ("preposition", "partitive") and not beside
        if at - 1 in context.verbs:
            return _strikes(context, nouns, at - 1)
        if (joined and at < index) or (tokens[at - 1].kind == SIGN and tokens[at - 1].form not in _QUOTES):
            return False
    return index - first < _CHAIN


def _strikes(context: Context, nouns: Nouns, index: int) -> bool:
    """Whether a verb is one of what an incident struck (انفجار هز المدينة), or of the incident itself, told of what
    stands before it (الحرب التي تجتاح اليمن)."""
    carrier, verb, clause = nouns.cues["carrier"].get(index), context.verbs[index], context.clause_at(index)
    if carrier is not None and ("object" in carrier.data or carrier.data["subject"] in ("target", "place")):
        return True
    relative = clause is not None and clause.opener == "relative" and "object" not in verb.features
    return relative and verb.entry.kind == "event.incident"


def _place_at(context: Context, index: int) -> tuple[str, int, int] | None:
    """The place named at a token, or that a class word with the article stands for (القطاع, المدينة)."""
    mention = context.mention_tokens.get(index)
    if mention is not None:
        located = mention.type == "place" and proclitic(context, index)[1] != "ل"
        return (seat(context, mention), mention.start, mention.end) if located else None
    token = context.document.tokens[index]
    if any(context.mention_tokens[i].type == "place" for i in (index + 1, index + 2) if i in context.mention_tokens):
        return None  # its name follows: العاصمة الليبية طرابلس
    entity = context.references.entity(index) if index in context.words.class_words else None
    if entity is not None and context.types.get(entity) == "place":
        return entity, token.start, token.end
    return None


def _land_at(context: Context, nouns: Nouns, index: int) -> tuple[str, int, int] | None:
    """The country whose land, coast, waters or sky is told of by its adjective (في المياه الإقليمية اليمنية); none
    where it is that of two (الحدود التركية السورية)."""
    if index not in nouns.cues["land"] or not definite(context, index):
        return None
    tokens = context.document.tokens
    for at in range(index + 1, min(index + 1 + _ADJECTIVES, len(tokens))):
        if not definite(context, at) or proclitic(context, at)[0] or at in context.particles:
            return None
        if at in nouns.demonyms:
            several = at + 1 < len(tokens) and at + 1 in nouns.demonyms
            return None if several else (nouns.demonyms[at], tokens[index].start, tokens[at].end)
    return None


def _located(context: Context, index: int) -> bool:
    mark = context.particles.get(index - 1)
    return mark is not None and bool(mark.data.get("place"))
