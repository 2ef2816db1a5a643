"""What a conference is called, where it belongs to no body: its noun with what it is for (المؤتمر الدولي للمانحين)."""

from __future__ import annotations

from tawatur.read.events.context import Context
from tawatur.read.events.meetings.told import Telling
from tawatur.read.events.phrases import Phrase, phrase, proclitic
from tawatur.text.folding import source_offset
from tawatur.text.words import SIGN, definite, nisba, undefined

_LONG = 12  # words of a name


def name_of(context: Context, telling: Telling, index: int) -> Phrase | None:
    """The name of a conference whose adjectives end before token `index`: its noun with a genitive and what follows
    behind ل (مؤتمر إعلان التبرعات لليمن), None where neither stands there."""
    if not telling.hit.data.get("named") or telling.level is not None or telling.session is not None:
        return None
    last = limit = min(telling.clause.last, telling.first + _LONG)
    tokens = context.document.tokens
    whose = proclitic(context, index)[1] == context.letters.for_
    if not whose and (definite(tokens[telling.last].form) or nisba(tokens[index].form)):
        return None
    at = index
    while at < limit:
        behind = proclitic(context, at)[1] == context.letters.for_ or _for_sake(context, at)
        if not (behind or at == index) or tokens[at].kind == SIGN:
            break
        if at in context.particles and not _for_sake(context, at):
            break
        begin = context.particles[at].last + 1 if at in context.particles else at
        part = phrase(context, begin, limit)
        if part.last <= part.first or (context.inside_name(part.start) and not behind):
            break
        last, at = part.last, part.last
    if at == index or last <= index:
        return None
    head = tokens[telling.last]  # المؤتمر of أعمال المؤتمر
    start = head.start + source_offset(head.text, proclitic(context, telling.last)[2])
    return Phrase(telling.last, last, start, tokens[last - 1].end)


def _for_sake(context: Context, index: int) -> bool:
    mark = context.particles.get(index)
    return mark is not None and mark.first == index and bool(mark.data.get("sake"))


def alike(context: Context, one: set[str], other: set[str]) -> bool:
    """Whether two sets of bodies have one in common, or a name of words that is another, shortened."""
    if one & other:
        return True
    texts = [[_content(v) for v in values if v not in context.types] for values in (one, other)]
    return any(a <= b or b <= a for a in texts[0] for b in texts[1])


def fullest(context: Context, bodies: list[str]) -> list[str]:
    """Bodies without names of words that a longer one holds; of those with the same words the first."""
    told: dict[frozenset[str], str] = {}
    for body in bodies:
        if body not in context.types:
            told.setdefault(_content(body), body)
    kept = {body for words, body in told.items() if not any(words < other for other in told)}
    return [body for body in bodies if body in context.types or body in kept]


def _content(name: str) -> frozenset[str]:
    return frozenset(undefined(w) for w in name.split())
