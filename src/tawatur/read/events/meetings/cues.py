"""Where a report speaks of a meeting: every noun and verb that does, with what stands at it (body, parties, level)."""

from __future__ import annotations

from itertools import pairwise

from tawatur.language.lexicon import Hit, longest
from tawatur.read.events.arguments import subject
from tawatur.read.events.clauses import OPENING, Clause
from tawatur.read.events.context import Context
from tawatur.read.events.meetings.described import adjective, describe
from tawatur.read.events.meetings.owners import awaited_in
from tawatur.read.events.meetings.parties import held_by, only_of_object
from tawatur.read.events.meetings.told import Telling
from tawatur.read.events.people import people_of
from tawatur.read.events.phrases import Phrase, proclitic
from tawatur.read.events.slots import values
from tawatur.read.events.told import SURE, likely, sure
from tawatur.text.words import SIGN, nisba

_BESIDE = 3  # words behind a noun among which one says which session it is
_REACH = 40  # characters from a session's noun to the end of its number
_NAMING = 9  # tokens from a word of naming to the name
_SERIES = frozenset({"summit", "ministerial"})


def tellings(context: Context) -> list[Telling]:
    """All tellings of a report in order of the text."""
    document, hits = context.document, _hits(context)
    found: list[Telling] = []
    for number, hit in enumerate(hits):
        clause = context.clause_at(hit.first)
        if clause is None or (clause.sentence.index in context.words.sport_sentences and "level" not in hit.data):
            continue
        following = next((h.first for h in hits[number + 1 :]), len(document.tokens))
        limit = min(_reach(context, clause), following)
        telling = Telling(hit, clause, hit.first, hit.last, max(limit, hit.last + 1), hit.data.get("level"))
        telling.behind, telling.begins = hit.last + 1, hit.first
        telling.likely = likely(document, hit, "meeting")
        telling.verb = hit.entry.kind == "event.meeting.verb"
        if not telling.verb and (_adjective_alike(context, hit) or not describe(context, telling)):
            continue
        if not _has_needed(context, telling) or not _a_session(context, telling, found):
            continue
        ahead = found[-1] if found else None
        if ahead is not None:
            telling.after = ahead.after if _part_of(context, ahead, telling) else ahead.hit.end
        found.append(telling)
    return _whole(context, found)


def _hits(context: Context) -> list[Hit]:
    """The nouns and verbs that may tell meetings, in order of the text."""
    document = context.document
    by_sentence: dict[int, list[Hit]] = {}
    for hit in document.hits("event.meeting"):
        by_sentence.setdefault(document.tokens[hit.first].sentence, []).append(hit)
    heights = document.firsts("meeting.height")
    taken = [h for row in by_sentence.values() for h in longest(row)]
    nouns = [
        h
        for h in taken
        if context.name_over(h.start, h.end) not in ("organisation", "place", "work")
        and (h.data.get("needs") != "model" or sure(document, h, "meeting"))
        and (h.data.get("needs") != "session" or _numbered(context, h))
        and not (h.last + 1 in heights and h.data.get("level") == "summit")
        and not _only_called(context, h)
    ]
    verbs = [h for h in document.hits("event.meeting.verb") if context.verbs.get(h.first) is not None]
    verbs = [h for h in verbs if h.data.get("needs") != "body" or _body_meets(context, h)]
    return sorted([*nouns, *verbs], key=lambda h: h.start)


def _whole(context: Context, found: list[Telling]) -> list[Telling]:
    """Tellings without those of a part of the meeting told right behind, which takes their number."""
    after = [*found[1:], None]
    for telling, whole in pairwise(found):
        if _part_of(context, telling, whole):
            whole.begins = telling.begins
        if not telling.hit.data.get("part") and _part_of(context, telling, whole):  # الدورة العاشرة لقمة الاتحاد
            whole.session = whole.session or telling.session
    return [t for t, following in zip(found, after, strict=False) if not _part_of(context, t, following)]


def _has_needed(context: Context, telling: Telling) -> bool:
    """Whether a verb that tells a meeting only "with" somebody has him beside it."""
    if telling.hit.data.get("needs") != "with":
        return True
    who = subject(context, telling.clause)
    if who is not None and who.first in context.firsts("event.meeting"):
        return False  # تتواصل المفاوضات
    other = held_by(context, telling)
    if other is None or only_of_object(context, telling, other):
        return False
    return not telling.hit.data.get("speech") or _talks(context, telling, other)


def _numbered(context: Context, hit: Hit) -> bool:
    """Whether a number or a word of another session stands by a noun and its adjective (الدورة العادية العاشرة)."""
    near = range(hit.last + 1, hit.last + 1 + _BESIDE)
    ordinals = (q for q in context.within(context.quantities, hit.start - 3, hit.end + _REACH) if q.ordinal)
    return any(i in context.words.other_sessions for i in near) or any(q.start <= hit.end + _REACH for q in ordinals)


def _a_session(context: Context, telling: Telling, told: list[Telling]) -> bool:
    """Whether a noun that may number much else (الدورة) is a session: of a body, or another one of what meets in a
    summit or conference told before, whose level and body it takes."""
    if telling.hit.data.get("needs") != "session":
        return True
    if telling.session is None and not telling.other:
        return False
    if telling.of is not None:
        named = any(context.types.get(v) == "organisation" for v in telling.body)
        return named or (bool(telling.body) and telling.of.first in context.words.body_words)
    series = next((t for t in reversed(told) if (t.level in _SERIES or t.body) and not t.other), None)
    if series is None or proclitic(context, telling.behind)[1] == context.letters.for_:
        return False
    telling.level, telling.sort = telling.level or series.level, series.sort
    telling.body, telling.called = series.body, bool(series.body)
    return True


def _talks(context: Context, telling: Telling, other: Phrase) -> bool:
    """Whether those with whom one talks are somebody in office (تحدث مع نظيره), or named where the model is sure."""
    if other.first in context.firsts("medium") or context.name_over(other.start, other.end) == "work":
        return False
    person = any(context.types.get(v) == "person" for v in people_of(context, other))
    return other.first in context.words.visitors and person if telling.likely < SURE else person


def _body_meets(context: Context, hit: Hit) -> bool:
    """Whether the subject of a verb of being held is a body, which meets (ينعقد المجلس), and no meeting."""
    clause = context.clause_at(hit.first)
    if clause is None or clause.verb is None or clause.verb.first != hit.first:
        return False
    who = subject(context, clause)
    if who is None or who.first in context.firsts("event.meeting"):
        return False
    return who.first in context.words.body_words or any(
        context.types.get(v) == "organisation" for v in values(context, who)
    )


def _only_called(context: Context, hit: Hit) -> bool:
    """Whether a noun is what a meeting is called, in quotation marks or behind a pronoun, and not that meeting itself
    (تسمية قمة الظهران بـ"قمة القدس"، أن يطلق عليها قمة القدس)."""
    tokens, sentence = context.document.tokens, context.document.tokens[hit.first].sentence
    near = range(max(context.document.sentences[sentence].first, hit.first - _NAMING), hit.first)
    naming = [h for h in context.document.hits("meeting.naming") if h.first in near]
    if not naming or hit.analysis.article:
        return False
    before = hit.first - 1
    quoted = tokens[before].kind == SIGN and tokens[before].form in OPENING
    owned = before >= naming[-1].first and tokens[before].text.endswith(context.pronouns)
    return quoted or owned


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
    words = [i for i in between if not adjective(context, telling, i)]
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
