"""Where a report speaks of a meeting: every noun and verb that does, with what stands at it (body, parties, level)."""

from __future__ import annotations

from itertools import pairwise

from tawatur.language.lexicon import Hit, longest
from tawatur.read.events.arguments import subject
from tawatur.read.events.clauses import Clause
from tawatur.read.events.context import Context
from tawatur.read.events.meetings.called import name_of
from tawatur.read.events.meetings.owners import awaited_in
from tawatur.read.events.meetings.parties import discussed, held_by, only_of_object
from tawatur.read.events.meetings.told import Telling
from tawatur.read.events.people import people_of
from tawatur.read.events.phrases import Phrase, phrase, proclitic, words
from tawatur.read.events.slots import body_values, values
from tawatur.read.events.told import SURE, likely, sure
from tawatur.text.words import SIGN, definite, nisba, undefined

_BESIDE = 3  # words behind a noun among which one says which session it is
_REACH = 40  # characters from a session's noun to the end of its number
_SERIES = frozenset({"summit", "ministerial"})


def tellings(context: Context) -> list[Telling]:
    """All tellings of a report in order of the text."""
    document = context.document
    by_sentence: dict[int, list[Hit]] = {}
    for hit in document.hits("event.meeting"):
        by_sentence.setdefault(document.tokens[hit.first].sentence, []).append(hit)
    taken = [h for row in by_sentence.values() for h in longest(row)]
    nouns = [
        h
        for h in taken
        if context.name_over(h.start, h.end) not in ("organisation", "place", "work")
        and (h.data.get("needs") != "model" or sure(document, h, "meeting"))
        and (h.data.get("needs") != "session" or _numbered(context, h))
    ]
    verbs = [h for h in document.hits("event.meeting.verb") if context.verbs.get(h.first) is not None]
    verbs = [h for h in verbs if h.data.get("needs") != "body" or _body_meets(context, h)]
    hits = sorted([*nouns, *verbs], key=lambda h: h.start)
    found: list[Telling] = []
    for number, hit in enumerate(hits):
        clause = context.clause_at(hit.first)
        if clause is None or (clause.sentence.index in context.of_sport and "level" not in hit.data):
            continue
        following = next((h.first for h in hits[number + 1 :]), len(document.tokens))
        limit = min(_reach(context, clause), following)
        telling = Telling(hit, clause, hit.first, hit.last, max(limit, hit.last + 1), hit.data.get("level"))
        telling.behind = hit.last + 1
        telling.likely = likely(document, hit, "meeting")
        telling.verb = hit.entry.kind == "event.meeting.verb"
        if not telling.verb and (_adjective_alike(context, hit) or not _describe(context, telling)):
            continue
        if not _has_needed(context, telling) or not _a_session(context, telling, found):
            continue
        ahead = found[-1] if found else None
        if ahead is not None:
            telling.after = ahead.after if _part_of(context, ahead, telling) else ahead.hit.end
        found.append(telling)
    after = [*found[1:], None]
    for telling, whole in pairwise(found):
        if not telling.hit.data.get("part") and _part_of(context, telling, whole):  # الدورة العاشرة لقمة الاتحاد
            whole.session = whole.session or telling.session
    return [t for t, following in zip(found, after, strict=False) if not _part_of(context, t, following)]


def _has_needed(context: Context, telling: Telling) -> bool:
    """Whether a verb that tells a meeting only "with" somebody has him beside it."""
    if telling.hit.data.get("needs") != "with":
        return True
    who = subject(context, telling.clause)
    if who is not None and who.first in context.meeting_heads:
        return False  # تتواصل المفاوضات
    other = held_by(context, telling)
    if other is None or only_of_object(context, telling, other):
        return False
    return not telling.hit.data.get("speech") or _talks(context, telling, other)


def _numbered(context: Context, hit: Hit) -> bool:
    """Whether a number or a word of another session stands by a noun and its adjective (الدورة العادية العاشرة)."""
    near = range(hit.last + 1, hit.last + 1 + _BESIDE)
    ordinals = (q for q in context.within(context.quantities, hit.start - 3, hit.end + _REACH) if q.ordinal)
    return any(i in context.other_sessions for i in near) or any(q.start <= hit.end + _REACH for q in ordinals)


def _a_session(context: Context, telling: Telling, told: list[Telling]) -> bool:
    """Whether a noun that may number much else (الدورة) is a session: of a body, or another one of what meets in a
    summit or conference told before, whose level and body it takes."""
    if telling.hit.data.get("needs") != "session":
        return True
    if telling.session is None and not telling.other:
        return False
    if telling.of is not None:
        named = any(context.types.get(v) == "organisation" for v in telling.body)
        return named or (bool(telling.body) and telling.of.first in context.body_words)
    series = next((t for t in reversed(told) if (t.level in _SERIES or t.body) and not t.other), None)
    if series is None or proclitic(context, telling.behind)[1] == context.for_letter:
        return False
    telling.level, telling.sort = telling.level or series.level, series.sort
    telling.body, telling.called = series.body, bool(series.body)
    return True


def _talks(context: Context, telling: Telling, other: Phrase) -> bool:
    """Whether those with whom one talks are somebody in office (تحدث مع نظيره), or named where the model is sure."""
    if other.first in context.media or context.name_over(other.start, other.end) == "work":
        return False
    person = any(context.types.get(v) == "person" for v in people_of(context, other))
    return other.first in context.visitors and person if telling.likely < SURE else person


def _body_meets(context: Context, hit: Hit) -> bool:
    """Whether the subject of a verb of being held is a body, which meets (ينعقد المجلس), and no meeting."""
    clause = context.clause_at(hit.first)
    if clause is None or clause.verb is None or clause.verb.first != hit.first:
        return False
    who = subject(context, clause)
    if who is None or who.first in context.meeting_heads:
        return False
    return who.first in context.body_words or any(context.types.get(v) == "organisation" for v in values(context, who))


def _adjective_alike(context: Context, hit: Hit) -> bool:
    """Whether a noun's dual in the construct state is far more often an adjective (الاجتماعي)."""
    return hit.features.get("number") == "dual" and nisba(context.document.tokens[hit.last].form)


def _part_of(context: Context, telling: Telling, after: Telling | None) -> bool:
    """Whether a noun only names a part of the meeting told right after it (الجلسة الافتتاحية لاجتماع ...)."""
    if after is None or telling.verb or after.verb or after.clause is not telling.clause:
        return False
    between = range(telling.last + 1, after.first)
    apart = context.document.hits("meeting.adjective", within=telling.clause.sentence)
    if any(h.data.get("apart") and h.first in between for h in apart):  # اجتماعا تحضيريا للقمة
        return False
    words = [i for i in between if not _adjective(context, telling, i)]
    return not words and (telling.of is None or telling.of.first >= after.first)


def _reach(context: Context, clause: Clause) -> int:
    """Where what a clause says of a meeting ends: its own end, relative clauses after it included."""
    last = clause.last
    for later in context.clauses[clause.index + 1 : clause.index + 4]:
        follows = later.opener == "relative" or awaited_in(context, clause, later)
        if later.sentence.index != clause.sentence.index or not follows:
            break
        last = later.last
    return last


def _describe(context: Context, telling: Telling) -> bool:
    """Read what stands at the noun; False where it is no meeting after all (an interview, a sports match)."""
    hit = telling.hit
    first = hit.first
    mark = context.particles.get(first - 1)
    pointed = mark is not None and mark.data["class"] == "demonstrative"
    telling.plural = hit.features.get("number") == "plural" and not hit.data.get("plural_ok")
    telling.definite = (
        pointed or bool(hit.data.get("own")) or hit.analysis.article or definite(context.document.tokens[hit.last].form)
    )
    index = telling.behind = _after_adjectives(context, telling)
    if _interview(context, index):
        return False
    preposition = proclitic(context, index)[1] if index < telling.clause.last else ""
    if index + 1 < telling.clause.last and context.document.tokens[index].form == context.for_letter:
        preposition, index = context.for_letter, index + 1
        while index + 1 < telling.clause.last and context.document.tokens[index].kind == SIGN:
            index += 1
    if hit.data.get("needs") == "work" and index not in context.mention_tokens:
        return False
    called = name_of(context, telling, index) if index < telling.clause.last else None
    if index < telling.clause.last and index not in context.time_tokens and _may_be_of(context, telling, index):
        cut = next((i for i in context.part_of if index < i < telling.clause.last), telling.clause.last)
        telling.of = phrase(context, index, cut)
        if telling.of.first < telling.of.last:
            _whose(context, telling, telling.of, preposition)
    if called is not None and not (telling.body or telling.place or telling.level):
        telling.of, telling.people = called._replace(first=index), []
        telling.body, telling.called = [words(context, called)], True
    if hit.data.get("of") in context.types and not telling.body:
        telling.body, telling.called = [str(hit.data["of"])], True
    return True


def _after_adjectives(context: Context, telling: Telling) -> int:
    """The token after the noun's adjectives and ordinals, whose level and number are taken."""
    document = context.document
    index = telling.last + 1
    while index < telling.clause.last:
        if index in context.quantity_tokens and context.quantity_tokens[index].ordinal:
            telling.session = context.quantity_tokens[index].number
            index = max(index + 1, document.token_at(context.quantity_tokens[index].end))
            continue
        level = context.levels.get(index)
        if level is not None and level.features.get("form") != "participle" and "number" in level.features:
            is_noun = level.data.get("plural_only") or index in context.mention_tokens
            if not is_noun:
                telling.level = telling.level or level.data["level"]
                index += 1
                continue
        if not _adjective(context, telling, index):
            break
        telling.other = telling.other or context.other_sessions.get(index, "")
        if index not in context.meeting_adjectives and nisba(document.tokens[index].form):
            telling.sort = undefined(document.tokens[index].form)
        index += 1
    for quantity in context.within(context.quantities, telling.hit.start - 3, document.tokens[index - 1].end):
        if quantity.ordinal:
            telling.session = telling.session or quantity.number
    return index


def _adjective(context: Context, telling: Telling, index: int) -> bool:
    """Whether a word agrees with the noun as an adjective does: definite after a definite one, listed otherwise."""
    token = context.document.tokens[index]
    if token.kind == SIGN:
        return token.form in '"“”«»'
    if any(
        q.ordinal and q.start <= token.start < q.end
        for q in context.within(context.quantities, telling.hit.start - 3, token.end + 30)
    ):
        return True  # القمة الثانية والثلاثون
    if index in context.mention_tokens or index in context.particles or index in context.verbs:
        return False
    if proclitic(context, index)[0] or proclitic(context, index)[1]:
        return False
    if index in context.meeting_adjectives or _other(context, telling, index):
        return True
    return telling.hit.analysis.article and nisba(token.form)


def _other(context: Context, telling: Telling, index: int) -> bool:
    """Whether an adjective that agrees with the noun says that it is another session (القمة السابقة, مؤتمر مماثل)."""
    alike = definite(context.document.tokens[index].form) == bool(telling.definite or telling.hit.analysis.article)
    return index in context.other_sessions and alike


def _interview(context: Context, index: int) -> bool:
    """Whether the noun is a talk with a medium (لقاء مع قناة ...)."""
    mark = context.particles.get(index)
    if mark is None:
        return False
    after = mark.last + 1
    mention = context.mention_tokens.get(after) or context.mention_tokens.get(after + 1)
    media = after in context.media
    return media or (mention is not None and mention.type == "work")


def _may_be_of(context: Context, telling: Telling, index: int) -> bool:
    """Whether the phrase at a token can say whose meeting it is: in the construct state, or after ل."""
    if index in context.particles or index in context.verbs or discussed(context, telling):
        return False
    if index in context.topic_firsts or index in context.part_firsts:
        return False
    preposition = proclitic(context, index)[1]
    if preposition:
        named = (
            index in context.mention_tokens
            or index in context.body_words
            or index in context.levels
            or definite(context.document.tokens[index].form)
        )
        return preposition == context.for_letter and (named or index + 1 in context.mention_tokens)
    return (not telling.hit.analysis.article and not telling.definite) or index in context.mention_tokens


def _whose(context: Context, telling: Telling, of: Phrase, preposition: str) -> None:
    """Sort whose meeting it is into body, people who meet, or the place it is called by."""
    levels = [context.levels[i] for i in range(of.first, of.last) if i in context.levels]
    people = next((h for h in levels if h.data.get("level") in ("ministerial", "summit", "political-directors")), None)
    if people is not None and people.first - of.first <= 1:
        telling.level = telling.level or people.data["level"]
        if people.features.get("number") != "singular":
            telling.people = values(context, of)
            inner = [m for m in context.within(context.mentions, of.start, of.end) if m.type == "organisation"]
            telling.body = [inner[0].entity] if inner else []
            if not inner and proclitic(context, of.last)[1] == context.for_letter:
                after = phrase(context, of.last, telling.clause.last)
                telling.body = [v for v in body_values(context, after) if context.types.get(v) == "organisation"][:1]
            return
    for value in body_values(context, of):
        kind = context.types.get(value)
        if kind in ("organisation", "other"):
            telling.body.append(value)
        elif kind == "place" and not preposition:
            telling.place = value
        elif kind in ("person", "place"):
            telling.people.append(value)
        elif kind is None and of.first in context.body_words:
            telling.body.append(value)
        elif preposition and kind is None:
            telling.people.append(value)
