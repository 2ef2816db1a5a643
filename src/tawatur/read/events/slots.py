"""What fills slots: entities or words of a phrase, dates, places, numbers, topics; and the draft that holds them."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.read.entities import capitals, catalogue, countries, known, lands
from tawatur.read.events.clauses import Clause
from tawatur.read.events.context import Context
from tawatur.read.events.delegations import told_before
from tawatur.read.events.phrases import Phrase, conjuncts, proclitic, words
from tawatur.record.types import Event, Interval, Mention, Number, Span, Time
from tawatur.text.folding import fold
from tawatur.text.words import definite, undefined

_CAPITAL = 2  # words of العاصمة القطرية
OUTLET = -1  # `Event.statement` of a draft that the outlet tells in its own voice


class Draft:
    """An event being filled. What is added from outside its own span becomes evidence of that slot."""

    def __init__(self, context: Context, kind: str, start: int, end: int) -> None:
        self.context = context
        self.event = Event(start, end, context.document.text[start:end], "", kind, "done")

    def told_at(self, start: int, end: int) -> None:
        """Note the words by which the event is told: their statement is its own."""
        found = self.context.statement_at(start, end)
        self.event.statement = OUTLET if found is None else found

    def entities(self, slot: str, values: list[str], span: tuple[int, int] | None = None) -> None:
        """Add entity ids or words to a slot, each once; `span` is where the text says so."""
        known = self.event.slots.setdefault(slot, [])
        if isinstance(known, list):
            fresh = [v for v in values if v not in known]
            known.extend(fresh)  # type: ignore[arg-type]
            if fresh:
                self.prove(slot, span)
        if not known:
            del self.event.slots[slot]

    def value(self, slot: str, value: Interval | Number | str | None, span: tuple[int, int] | None = None) -> None:
        """Set a slot that holds one value, unless it is set already or `value` is None."""
        if value is not None and slot not in self.event.slots:
            self.event.slots[slot] = value
            self.prove(slot, span)

    def spans(self, slot: str, spans: list[Span]) -> None:
        """Add spans (topics, aims, purposes ...) to a slot, each once."""
        known = self.event.slots.setdefault(slot, [])
        if isinstance(known, list):
            known.extend(s for s in spans if s not in known)  # type: ignore[misc]
        for span in spans:
            self.prove(slot, (span.start, span.end))
        if not known:
            del self.event.slots[slot]

    def prove(self, slot: str, span: tuple[int, int] | None) -> None:
        """Note where the text says what fills a slot, if that is outside the event's own span."""
        if span is not None and not (self.event.start <= span[0] and span[1] <= self.event.end):
            found = self.context.document.span(*span)
            known = self.event.evidence.setdefault(slot, [])
            if found not in known:
                known.append(found)


def seat(context: Context, mention: Mention) -> str:
    """The entity of a name that says where something is: the capital itself, where the name was read as the government
    that is called by it (انفجار في كابل)."""
    document = context.document
    city = catalogue(document.language).get(capitals(document.language).get(mention.entity, ""))
    if city is None:
        return mention.entity
    called = {fold(n) for n in (str(city.name["ar"]), *city.aliases)}
    behind = document.text[mention.start - 1 : mention.start] == context.letters.for_  # للقاهرة: no alif is written
    if fold(mention.text) not in called and not (behind and fold(mention.text) in {n[1:] for n in called}):
        return mention.entity
    return known(document, city.id)


def country_of_place(context: Context, place: str) -> str:
    """The id of the country that a place is or that the lists put it in; "" where they do not say."""
    language = context.document.language
    return place if place in countries(language) else lands(language).get(place, "")


def values(context: Context, whole: Phrase) -> list[str]:
    """Entity ids or words of each coordinated part of a phrase: a person named in it; the name it consists of but for
    class words, titles and adjectives; else its words."""
    return [value for part in conjuncts(context, whole) if (value := _value(context, part))]


def body_values(context: Context, whole: Phrase) -> list[str]:
    """`values`, where a definite noun stands for the body named so before (التحالف), and what people of a body do
    together is the body's doing (أعضاء التحالف, وزراء التحالف)."""
    found: list[str] = []
    for part in conjuncts(context, whole):
        first = part.first
        while first < part.last - 1 and (first in context.words.people_words or _pointing(context, first)):
            first += 1
        inner = part._replace(first=first, start=context.document.tokens[first].start) if first > part.first else part
        value = _value(context, inner)
        if value not in context.types:
            value = context.references.entity(first) or (value if first == part.first else _value(context, part))
        found.append(value)
    return list(dict.fromkeys(found))


def _pointing(context: Context, index: int) -> bool:
    mark = context.particles.get(index)
    return mark is not None and mark.data["class"] == "demonstrative"


def _value(context: Context, part: Phrase) -> str:
    if part.last - part.first == 1 and _pointing(context, part.first):
        return ""  # ذلك
    if part.first in context.capitals and part.last - part.first <= _CAPITAL:
        return context.capitals[part.first]
    named = context.within(context.mentions, part.start, part.end)
    if (role := context.role_tokens.get(part.first)) is not None:  # the title may go on behind the phrase's end
        return role.person
    for mention in named:
        if mention.type == "person" and _is_that_person(context, part.first, mention):
            return mention.entity
    if named and _only_class_words(context, part.first, context.document.token_at(named[0].start)):
        return named[0].entity
    if (whole := _apposed(context, part)) is not None:
        return whole
    letters = proclitic(context, part.first)[2]
    person = context.references.holder(part.first, part.last, letters) if part.first in context.words.voices else None
    if person is not None:
        return person
    if part.last - part.first == 1 and (delegation := told_before(context, part.first)) is not None:
        return delegation
    told = words(context, part)
    head = undefined(context.document.tokens[part.first].form)
    office = next((p for m in named if (p := context.offices.get((head, m.entity))) is not None), None)
    return office or context.titles.get(fold(context.document.text[part.start : part.end])) or told


def _apposed(context: Context, part: Phrase) -> str | None:
    """The body of which the definite noun right before its name says what it is (المتمردون الحوثيون): a definite noun
    has nobody behind it to whom it belongs."""
    mention = context.mention_tokens.get(part.first + 1)
    noun = context.document.tokens[part.first].form[proclitic(context, part.first)[2] :]
    bodies = mention is not None and mention.type == "organisation" and mention.end == part.end
    return mention.entity if bodies and mention is not None and definite(noun) else None


def _is_that_person(context: Context, first: int, mention: Mention) -> bool:
    """Whether a phrase with a person's name means the person (الرئيس فلان, رئيس الحكومة فلان) and not what is called
    after him or his (قصر الملك فلان, نجل فلان)."""
    tokens = context.document.tokens
    starts = tokens[first].end > mention.start or first in context.role_tokens
    return starts or first in context.words.people or context.closed(first) or tokens[first].kind == "sign"


def _only_class_words(context: Context, first: int, last: int) -> bool:
    """Whether what stands before a name says only what sort of thing it is (مدينة, دولة, تنظيم)."""
    tokens = context.document.tokens
    return all(
        i in context.words.class_words or tokens[i].kind == "sign" or i in context.words.numbers
        for i in range(first, last)
    )


def stood_for(context: Context, index: int) -> Mention | None:
    """What a definite noun at a token stands for (التحالف), as a mention that is the noun; None where for nothing."""
    known = context.references.entity(index)
    token = context.document.tokens[index]
    return (
        Mention(token.start, token.end, token.text, context.types.get(known, ""), known) if known is not None else None
    )


def time_in(context: Context, start: int, end: int) -> Time | None:
    """The first time with a date inside [start, end)."""
    return next((t for t in context.within(context.times, start, end) if t.interval.first or t.interval.last), None)


def date_of(context: Context, clause: Clause, near: int) -> Time | None:
    """The date that belongs to what stands at offset `near` of a clause: the nearest one in the clause, the one after
    it before the one ahead of it."""
    dated = [t for t in context.within(context.times, clause.start, clause.end) if t.interval.first or t.interval.last]
    return nearest(dated, near)


def nearest(times: Iterable[Time], near: int) -> Time | None:
    """The time nearest to an offset, the one after it before the one ahead of it."""
    return min(times, key=lambda t: (t.start - near) if t.start >= near else (near - t.end) * 2, default=None)


def is_money(unit: str | None) -> bool:
    """Whether a unit is a currency (ISO 4217)."""
    return unit is not None and len(unit) == 3 and unit.isupper()


def money_in(context: Context, start: int, end: int) -> bool:
    """Whether a sum is told inside [start, end)."""
    return any(is_money(q.number.unit) for q in context.within(context.quantities, start, end))


def places_in(context: Context, first: int, last: int) -> list[Mention]:
    """Names of places that stand after a preposition of place (في, ب) among tokens [first, last), in order."""
    found: list[Mention] = []
    for mention in context.within(context.mentions, *_offsets(context, first, last)):
        joined = bool(found) and _joined_to(context, found[-1], mention)
        if mention.type == "place" and (joined or _located(context, mention, first)):
            found.append(mention)
    return found


def _joined_to(context: Context, one: Mention, other: Mention) -> bool:
    """Whether a name is joined by "and" to the one right before it (في سوريا والعراق)."""
    index = context.document.token_at(other.start)
    return context.document.token_at(one.end) == index and bool(proclitic(context, index)[0])


def bodies_in(context: Context, first: int, last: int) -> list[tuple[Mention, bool]]:
    """Names of organisations after a preposition of place among tokens [first, last), each with whether it is the seat
    that is meant (في مقر المنظمة)."""
    found: list[tuple[Mention, bool]] = []
    for mention in context.within(context.mentions, *_offsets(context, first, last)):
        if mention.type == "organisation" and _located(context, mention, first):
            mark = context.particles.get(context.document.token_at(mention.start) - 1)
            found.append((mention, mark is not None and bool(mark.data.get("seat"))))
    return found


def _offsets(context: Context, first: int, last: int) -> tuple[int, int]:
    tokens = context.document.tokens
    return (tokens[first].start, tokens[last - 1].end) if first < last else (0, 0)


def _located(context: Context, mention: Mention, first: int) -> bool:
    """Whether a preposition of place governs a name, class words and titles of places between them."""
    index = context.document.token_at(mention.start)
    while index >= first:
        if proclitic(context, index)[1] == context.letters.at:
            return True
        mark = context.particles.get(index - 1)
        if mark is not None:
            return bool(mark.data.get("place"))
        if index - 1 not in context.words.class_words:
            return False
        index -= 1
    return False


def topics(context: Context, whole: Phrase) -> list[Span]:
    """The coordinated parts of a phrase as spans, for slots that quote the text."""
    return [context.document.span(p.start, p.end) for p in conjuncts(context, whole)]
