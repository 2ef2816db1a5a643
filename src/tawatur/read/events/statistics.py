"""Events of kind statistic: a measure with its value, place and period."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.entities import known
from tawatur.read.events.arguments import antecedent, subject
from tawatur.read.events.clauses import FINITE, Clause
from tawatur.read.events.context import Context
from tawatur.read.events.groups import group
from tawatur.read.events.incident_triggers import demonyms
from tawatur.read.events.phrases import Phrase
from tawatur.read.events.slots import Draft, date_of, places_in
from tawatur.read.events.status import status_of
from tawatur.record.types import Event, Quantity

_NOT = frozenset({"year", "day", "hour", "month", "week", "time", "minute"})
_PEOPLE = frozenset(
    {"person", "refugee", "child", "migrant", "family", "citizen", "woman", "student", "voter", "worker"}
)
_MASS = 10_000  # people from this number on are a statistic and no crowd
_HARMS = frozenset({"killed", "hurt"})


def find(document: Document, context: Context) -> list[Event]:
    """The statistics of a report, without ids: each value once."""
    hits = document.hits("event.statistic")
    if not hits or not context.quantities:
        return []
    measures = {h.first for h in document.hits("event.measure")}
    harmed = {h.first for h in document.hits("event.incident-noun") if h.data["is"] in _HARMS}
    found: list[Event] = []
    taken: set[int] = set()
    for hit in hits:
        event = _read(document, context, hit, measures, harmed, taken)
        if event is not None:
            found.append(event)
    return found


def _read(
    document: Document, context: Context, hit: Hit, measures: set[int], harmed: set[int], taken: set[int]
) -> Event | None:
    clause = context.clause_at(hit.first)
    if clause is None or hit.first in context.mention_tokens:
        return None
    finite = hit.features.get("form") in FINITE
    if (finite and hit.first not in context.verbs) or (
        not finite and not hit.data.get("masdar") and not hit.data.get("follow")
    ):
        return None
    if hit.data["frame"] == "share":
        return _share(document, context, clause, hit, harmed, taken)
    measure = (
        _measure(context, clause, hit, finite) if not hit.data.get("follow") else _followed(context, hit, measures)
    )
    value = _value(context, clause, hit, measure)
    if measure is None or value is None or value.start in taken:
        return None
    tokens = range(measure.first, measure.last)
    if (
        measure.first in context.quantity_tokens
        or measure.first in context.verbs
        or (len(tokens) == 1 and _owned(context, measure.first))
    ):
        return None
    if (value.number.unit == "person" and any(i in harmed for i in tokens)) or not (
        any(i in measures for i in tokens) or _changed_by_share(hit, value)
    ):
        return None
    aged = any(m.type == "person" for m in context.within(context.mentions, measure.start, measure.end))
    if value.number.unit == "year" and aged:
        return None  # one person's age
    taken.add(value.start)
    return _draft(document, context, clause, hit, measure, value)


def _share(
    document: Document, context: Context, clause: Clause, hit: Hit, harmed: set[int], taken: set[int]
) -> Event | None:
    """A share of something, or people in the mass, and what is said of them."""
    words = range(hit.first, min(clause.sentence.last, hit.first + 16))
    value = next((context.quantity_tokens[i] for i in words if i in context.quantity_tokens), None)
    if value is None or value.start in taken or value.ordinal:
        return None
    after = document.token_at(value.end)
    mark = context.particles.get(after)
    share = value.number.unit == "percent" and mark is not None and mark.data["class"] == "partitive"
    mass = bool(hit.data.get("mass")) and value.number.unit in _PEOPLE and value.number.value >= _MASS
    if not (share or (mass and clause.tense != "past")) or any(i in harmed for i in range(after - 2, after)):
        return None
    taken.add(value.start)
    named = subject(context, clause)
    if named is not None and named.last <= hit.first:
        measure = Phrase(named.first, hit.last + 1, named.start, hit.end)
    else:
        last = min(clause.last, after + 8)
        first = after if mass and after < last else hit.first
        measure = Phrase(first, last, document.tokens[first].start, min(document.tokens[last - 1].end, clause.end))
    return _draft(document, context, clause, hit, measure, value)


def _followed(context: Context, hit: Hit, measures: set[int]) -> Phrase | None:
    """The measure told before in the sentence, whose new value a word gives (... لتبلغ 74 دولارا)."""
    sentence = context.document.sentences[context.document.tokens[hit.first].sentence]
    before = [i for i in range(sentence.first, hit.first) if i in measures]
    return _short(context, group(context, before[0], hit.first)) if before else None


def _owned(context: Context, index: int) -> bool:
    """Whether a word carries a possessive pronoun (عددها): its measure stands elsewhere."""
    return any(h.features.get("suffix") for h in context.document.hits("event.measure") if h.first == index)


def _changed_by_share(hit: Hit, value: Quantity) -> bool:
    return hit.data["frame"] == "change" and value.number.unit == "percent"


def _measure(context: Context, clause: Clause, hit: Hit, finite: bool) -> Phrase | None:
    """What is measured: the subject of the verb, or the genitive of the masdar."""
    if not finite:
        return group(context, hit.last + 1, clause.last) if not hit.analysis.article else None
    if clause.verb is not None and clause.verb.first == hit.first:
        return _short(context, subject(context, clause) or antecedent(context, clause))
    return _short(context, group(context, hit.last + 1, clause.last))


def _short(context: Context, found: Phrase | None) -> Phrase | None:
    if found is None:
        return None
    last = next((i for i in range(found.first + 1, found.last) if i in context.quantity_tokens), found.last)
    last = min(last, found.first + 8)
    if last == found.last:
        return found
    return Phrase(found.first, last, found.start, context.document.tokens[last - 1].end)


def _value(context: Context, clause: Clause, hit: Hit, measure: Phrase | None) -> Quantity | None:
    """The first quantity after the verb and the measure that is no length of time; ages are measured in years."""
    begin = max(hit.end, measure.end if measure is not None else 0)
    ages = hit.data["frame"] == "level"
    for quantity in context.within(context.quantities, begin, clause.end):
        if not quantity.ordinal and (quantity.number.unit not in _NOT or (ages and quantity.number.unit == "year")):
            near = context.document.token_at(quantity.start) - context.document.token_at(begin)
            return quantity if near <= 20 else None
    return None


def _draft(document: Document, context: Context, clause: Clause, hit: Hit, measure: Phrase, value: Quantity) -> Event:
    start, end = min(measure.start, hit.start), max(clause.end, value.end)
    draft = Draft(context, "statistic", start, end)
    draft.spans("measure", [document.span(measure.start, measure.end)])
    draft.value("value", value.number)
    named = places_in(context, clause.first, clause.last)
    inside = [m for m in context.within(context.mentions, measure.start, measure.end) if m.type == "place"]
    for mention in (named or inside)[:2]:
        known(document, mention.entity)
        draft.entities("place", [mention.entity], (mention.start, mention.end))
    if not named and not inside:
        lands = [land for index, land in demonyms(document).items() if measure.first <= index < measure.last]
        for land in lands[:1]:
            known(document, land)
            draft.entities("place", [land], (measure.start, measure.end))
    if (time := date_of(context, clause, hit.start)) is not None:
        draft.value("period", time.interval, (time.start, time.end))
    status = "done" if clause.negated else status_of(context, clause, None)
    draft.event.status = status if status in ("planned", "denied") else "done"
    return draft.event
