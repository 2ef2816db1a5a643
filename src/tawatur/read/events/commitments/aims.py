"""What a body binds itself to: where its aims begin behind a word, and what of that is none."""

from __future__ import annotations

from collections.abc import Set

from tawatur.language.lexicon import Hit
from tawatur.read.events.clauses import Clause
from tawatur.read.events.complements import complements
from tawatur.read.events.context import Context
from tawatur.read.events.lists import enumerate_spans, is_masdar
from tawatur.read.events.phrases import Phrase, proclitic
from tawatur.read.events.slots import Draft, money_in
from tawatur.record.types import Event, Span
from tawatur.text.words import SIGN

ITSELF = ["self"]
_REACH = 5  # words from what binds to its aims
_ADVERBIAL = ("during", "place", "party", "aside")


def aim_after(context: Context, hit: Hit, clause: Clause, where: Phrase | None, certain: bool = False) -> int | None:
    """The token at which the aims begin: behind the preposition that the word governs, a verbal noun after it; where
    the word surely binds, behind a relative clause too."""
    first = hit.last + 1
    if where is not None and hit.last < where.first < min(clause.last, hit.last + 14):
        first = where.last
    limit = _window(context, first, clause.last)
    governed = hit.data["after"]
    that = context.particles.get(first)
    if first == clause.last and that is not None and that.data["class"] == "that" and that.analysis.letters == 0:
        return that.last + 1 if context.document.tokens[first].text.startswith(tuple(governed)) else None
    if governed == ITSELF:
        to = hit.data.get("to")
        return hit.first if to is None or any(t.text == to for t in context.document.tokens[first:limit]) else None
    if governed == ["none"]:
        return first
    bare = True
    for index in range(first, limit):
        mark = context.particles.get(index)
        if mark is not None and mark.first == index and context.document.tokens[index].text in governed:
            return index + 1 if index + 1 < clause.last else None
        following = context.document.tokens[index + 1 : index + 2]
        if context.document.tokens[index].form in governed and following and following[0].kind == SIGN:
            return index + 1  # بـ"رد صارم"
        if proclitic(context, index)[1] in governed and proclitic(context, index)[1]:
            return index
        alone = bare and mark is None and index not in context.mention_tokens and not any(proclitic(context, index)[:2])
        if hit.data.get("direct") and alone and is_masdar(context, index):
            return index
        passed = mark is not None and mark.data["class"] == "pause"
        bare = bare and (passed or context.document.tokens[index].kind == SIGN)
    aim = _behind_adverbials(context, first, clause.last, governed)
    return aim if aim is not None or not certain else _behind_relative(context, clause, governed)


def _behind_relative(context: Context, clause: Clause, governed: list[str]) -> int | None:
    """The verbal noun behind its letter after a relative clause that says when it was pledged (تعهد خلال القمة التي
    جمعته برئيس البلاد بإغلاق الموقع)."""
    after = context.relative_after(clause)
    if after is None or after.verb is None:
        return None
    inside = range(after.verb.last + 1, after.last)
    return next((i for i in inside if proclitic(context, i)[1] in governed and is_masdar(context, i)), None)


def _window(context: Context, first: int, last: int) -> int:
    """The token before which the aims must begin: five words on, names and times between them not counted."""
    words, index = 0, first
    while index < last and words < _REACH:
        time = context.time_tokens.get(index)
        named = context.role_tokens.get(index) or context.mention_tokens.get(index) or time
        words += 0 if named is not None or context.document.tokens[index].kind == SIGN else 1
        index = max(index + 1, context.document.token_at(named.end)) if named is not None else index + 1
    return min(index, last)


def _behind_adverbials(context: Context, first: int, limit: int, governed: list[str]) -> int | None:
    """The token at which the aims begin where adverbials stand before them (اتفقا خلال لقاء في باريس على ...)."""
    for found in complements(context, first, limit):
        if found.mark is not None and context.document.tokens[found.mark.first].text in governed:
            return found.phrase.first
        if found.letter and found.letter in governed:
            return found.phrase.first
        if found.mark is None or not any(found.mark.data.get(k) for k in _ADVERBIAL):
            return None
    return None


def deed(context: Context, hit: Hit, aim: int) -> bool:
    """Whether an aim begins with a verbal noun of a deed; where it must stand apart, with none of another event."""
    if aim in context.firsts("commitment.thing"):
        return False
    if not hit.data.get("apart"):
        return is_masdar(context, aim)
    kinds = ("event.incident", "event.designation", "event.founding", "event.meeting", "event.visit")
    sentence = context.document.sentences[context.document.tokens[aim].sentence]
    told = {h.first for h in context.document.hits(*kinds, within=sentence)}
    return is_masdar(context, aim) and aim not in told


def to_meet(context: Context, aim: int) -> bool:
    """Whether what is agreed upon or will be done is a meeting: that is planned, and no commitment."""
    return any(i in context.firsts("event.meeting") for i in range(aim, aim + 3))


def without_meetings(context: Context, events: list[Event]) -> list[Event]:
    """Events without the commitments to host or to receive whom a meeting or a visit is told of (ستستضيف مراكش القمة,
    but: ستستقبل المدارس الطلاب)."""
    told = [e for e in events if e.kind in ("meeting", "visit")]
    hosting = context.document.firsts("event.meeting.verb") | context.firsts("meeting.part") if told else set()
    return [e for e in events if not (e.kind == "commitment" and _hosts(context, e, hosting, told))]


def _hosts(context: Context, commitment: Event, hosting: Set[int], told: list[Event]) -> bool:
    """Whether a commitment is to something with one of the verbs of hosting that tells one of these events."""
    aims = commitment.slots["aim"]
    start = aims[0].start if isinstance(aims, list) and isinstance(aims[0], Span) else commitment.start
    verb = context.document.token_at(start)
    return verb in hosting and verb in context.verbs and any(e.start <= start < e.end for e in told)


def event_of(
    context: Context, aim: int, body: list[str], where: Phrase | None, start: int, status: str
) -> Event | None:
    """A commitment of a body to the aims that begin at a token; None where they are none, or money (a funding)."""
    sentence = context.document.sentences[context.document.tokens[aim].sentence]
    spans = enumerate_spans(context, aim, sentence.last)
    if not spans or not _nominal(context, aim):
        return None
    if _of_money(context, spans[0]) or _of_sanctions(context, spans[0]):
        return None  # money promised is funding, sanctions are a designation
    draft = Draft(context, "commitment", start, spans[-1].end)
    draft.entities("body", body, (where.start, where.end) if where is not None else None)
    draft.spans("aim", spans)
    draft.event.status = status
    return draft.event


def _of_money(context: Context, aim: Span) -> bool:
    """Whether an aim speaks of a sum, by its number or as of one told before (بتقديم ثلث هذا المبلغ)."""
    told = any(aim.start <= h.start < aim.end for h in context.document.hits("event.funding-same"))
    return told or money_in(context, aim.start, aim.end)


def _of_sanctions(context: Context, aim: Span) -> bool:
    """Whether an aim is to impose sanctions (سيفرض عقوبات، بفرض عقوبات)."""
    first = context.document.token_at(aim.start)
    imposes = first in context.firsts("event.designation-impose")
    told = context.document.hits("event.designation") if imposes else ()
    return any(h.data["frame"] == "impose" and aim.start < h.start < aim.end for h in told)


def _nominal(context: Context, index: int) -> bool:
    """Whether an aim can begin at a token: with a noun, or with the negation of what is to come (لن يفرط)."""
    token, mark = context.document.tokens[index], context.particles.get(index)
    ahead = mark is not None and bool(mark.data.get("future"))
    return (
        ahead
        or token.kind == SIGN
        or is_masdar(context, index)
        or index in context.mention_tokens
        or len(token.form) > 3
    )
