"""Shares of something, and people in the mass of whom something is said."""

from __future__ import annotations

from collections.abc import Set

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.events.arguments import subject
from tawatur.read.events.clauses import SOFT, Clause
from tawatur.read.events.context import Context
from tawatur.read.events.phrases import Phrase
from tawatur.read.events.statistics.drafting import PEOPLE, statistic_of
from tawatur.read.events.statistics.measures import prepositional
from tawatur.record.types import Event, Quantity
from tawatur.text.words import SIGN

_AHEAD = 10  # tokens from people in the mass to what is said of them
_SAID = 8  # tokens of what is said of people in the mass
_MASS = 10_000  # people from this number on are a statistic and no crowd


def share(
    document: Document, context: Context, clause: Clause, hit: Hit, harmed: Set[int], taken: set[int]
) -> Event | None:
    """A share of something, or people in the mass, and what is said of them."""
    if (counted := _shared_before(context, clause, hit)) is not None and counted.start not in taken:
        taken.add(counted.start)
        of = document.token_at(counted.end)
        last = min(clause.last, max(of + 8, hit.last + 1))
        measure = Phrase(of, last, document.tokens[of].start, min(document.tokens[last - 1].end, clause.end))
        return statistic_of(document, context, clause, hit, measure, counted)
    value = _value_near(context, clause, hit, taken)
    if value is None or value.start in taken or value.ordinal:
        return None
    after = document.token_at(value.end)
    mark = context.particles.get(after)
    part = value.number.unit == "percent" and mark is not None and mark.data["class"] == "partitive"
    mass = bool(hit.data.get("mass")) and value.number.unit in PEOPLE and value.number.value >= _MASS
    mass = mass and clause.tense != "past"
    if not (part or mass) or any(i in harmed for i in range(after - 2, after)):
        return None
    taken.add(value.start)
    if mass and (told := _of_mass(context, clause, hit, value)):
        return statistic_of(document, context, clause, hit, told[0], value, *told[1:])
    measure = _said_of(context, clause, hit, value)
    if measure.start <= value.start < measure.end:
        measure = _with_negation(context, hit, measure)
    return statistic_of(document, context, clause, hit, measure, value)


def _value_near(context: Context, clause: Clause, hit: Hit, taken: set[int]) -> Quantity | None:
    """The number of which a word is said: behind it, or of people in the mass before it."""
    document = context.document
    words = range(hit.first, min(clause.sentence.last, hit.first + 16))
    ahead = range(hit.first - 1, max(clause.sentence.first, hit.first - _AHEAD) - 1, -1) if hit.data.get("mass") else ()
    near = ahead if hit.data.get("behind") else (*words, *ahead)
    before = _mass_before(context, clause, hit) if hit.data.get("mass") else None
    if before is not None and before.start not in taken:
        near = (document.token_at(before.start),)  # 25 مليون شخص يحتاجون ...، بينهم 14 مليون طفل
    some = {h.last + 1 for h in document.hits("event.statistic-part", within=clause.sentence)}  # بينهم مليون طفل،
    told = (context.quantity_tokens[i] for i in near if i in context.quantity_tokens and not _apart(document, hit, i))
    return next((q for q in told if document.token_at(q.start) not in some or _right_before(document, q, hit)), None)


def _apart(document: Document, hit: Hit, index: int) -> bool:
    """Whether one comma parts a number from the word before it, so that another clause tells it; two hold an aside."""
    commas = sum(document.tokens[i].form in SOFT for i in range(hit.last + 1, index))
    return commas == 1


def _said_of(context: Context, clause: Clause, hit: Hit, value: Quantity) -> Phrase:
    """What is said of a share: the subject with its verb, or the verb with what stands behind it."""
    document, named = context.document, subject(context, clause)
    if named is not None and named.last <= hit.first:
        return Phrase(named.first, hit.last + 1, named.start, hit.end)
    last = _before_part(context, hit.last + 1, min(clause.last, document.token_at(value.end) + 8))
    return Phrase(hit.first, last, hit.start, min(document.tokens[last - 1].end, clause.end))


def _of_mass(context: Context, clause: Clause, hit: Hit, value: Quantity) -> list[Phrase]:
    """What is said of people in the mass: the subject that has its verb behind it (عدد سكانه ...), the verb behind them
    with its complements (لا يحصلون على التعليم), or the verb before them and what stands behind them (يحتاج، إلى
    مساعدات); who they are where nothing but that they are is said (هناك ... نازح داخل البلاد)."""
    document, named = context.document, subject(context, clause)
    own = clause.verb is not None and clause.verb.first == hit.first
    counted = named is not None and named.start < value.end and value.start < named.end
    if named is not None and named.last <= hit.first and own and not counted:
        return [Phrase(named.first, hit.last + 1, named.start, hit.end)]
    after = _behind_part(context, hit, document.token_at(value.end))
    if hit.first >= after:
        said = next((i for i in range(after, hit.first) if i in context.verbs), hit.first)
        verb = _with_negation(context, hit, Phrase(said, said + 1, document.tokens[said].start, hit.end))
        return _closed(context, clause, verb.first, hit.last + 1 + _SAID)
    whole = bool(hit.data.get("masdar"))  # هناك
    nameless = after - 1 in document.firsts("event.statistic-people")  # شخص
    rest = _closed(context, clause, after if nameless else after - 1, after + _SAID)
    rest = [p for p in rest if p.last > after or whole]
    verb = Phrase(hit.first, hit.last + 1, hit.start, hit.end)
    if not rest:
        own_words = _closed(context, clause, hit.first, document.token_at(value.start))
        return [p._replace(start=hit.start) for p in own_words] or [verb]
    return rest if whole else [verb, *rest]


def _closed(context: Context, clause: Clause, first: int, limit: int) -> list[Phrase]:
    """The words from a token up to a mark, a preposition behind "and", the end of the clause or `limit`, without a
    preposition at their end; none where nothing is left."""
    tokens, last = context.document.tokens, first
    limit = min(limit, clause.sentence.last)
    while last < limit and tokens[last].kind != SIGN and tokens[last].start < clause.end:
        if last > first and prepositional(context, last) and context.particles[last].analysis.conjunction:
            break
        last += 1
    while last > first and prepositional(context, last - 1):
        last -= 1
    return [Phrase(first, last, tokens[first].start, tokens[last - 1].end)] if last > first else []


def _behind_part(context: Context, hit: Hit, first: int) -> int:
    """Where what is said of people begins: behind the mark after them, and behind those of them who are counted beside
    it (3 ملايين شخص، بينهم مليون طفل، يحتاجون ...)."""
    tokens = context.document.tokens
    some = context.document.firsts("event.statistic-part")
    while first < hit.first and tokens[first].kind == SIGN:
        first += 1
    if first in some:
        first = next((i + 1 for i in range(first, hit.first) if tokens[i].form in SOFT), first)
    return first


def _before_part(context: Context, first: int, last: int) -> int:
    """Where what is said of people ends: before a comma behind which some of them are counted (، بينهم 14 مليونا)."""
    tokens = context.document.tokens
    commas = (i for i in range(first + 1, last) if tokens[i].form in SOFT)
    return next((i for i in commas if any(j in context.quantity_tokens for j in range(i + 1, i + 4))), last)


def _right_before(document: Document, value: Quantity, hit: Hit) -> bool:
    """Whether a word is said of the number right before it (بينهم 11 مليون شخص في حاجة ...)."""
    return document.token_at(value.end) == hit.first


def _mass_before(context: Context, clause: Clause, hit: Hit) -> Quantity | None:
    """The people in the mass who are the subject of a verb behind them: others behind it are some of these."""
    named = subject(context, clause) if clause.verb is not None and clause.verb.first == hit.first else None
    if named is None or named.last > hit.first:
        return None
    return next(
        (
            q
            for q in context.within(context.quantities, named.start, hit.start)
            if q.number.unit in PEOPLE and q.number.value >= _MASS and not q.ordinal
        ),
        None,
    )


def _with_negation(context: Context, hit: Hit, measure: Phrase) -> Phrase:
    """A measure with the negation of its verb (⟨لا⟩ يغطي سوى 30% من الاحتياجات), without the "and" before it."""
    mark = context.particles.get(measure.first - 1)
    if mark is not None and mark.data["class"] == "negation":
        return Phrase(mark.first, measure.last, mark.start, measure.end)
    return measure._replace(start=hit.start) if measure.first == hit.first else measure


def _shared_before(context: Context, clause: Clause, hit: Hit) -> Quantity | None:
    """The share of people that a verb is said of (30 في المئة من السكان يعيشون ...)."""
    named = subject(context, clause) if clause.verb is not None and clause.verb.first == hit.first else None
    told = context.quantity_tokens.get(named.first) if named is not None and named.last <= hit.first else None
    mark = context.particles.get(context.document.token_at(told.end)) if told is not None else None
    of = mark is not None and mark.data["class"] == "partitive"
    return told if told is not None and told.number.unit == "percent" and of else None
