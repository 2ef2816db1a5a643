"""Events of kind statistic: a measure with its value, place and period."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.entities import known
from tawatur.read.events.arguments import antecedent, subject
from tawatur.read.events.clauses import FINITE, SOFT, Clause
from tawatur.read.events.context import Context
from tawatur.read.events.groups import group
from tawatur.read.events.incidents.complements import governed
from tawatur.read.events.incidents.triggers import demonyms
from tawatur.read.events.phrases import Phrase
from tawatur.read.events.slots import Draft, date_of, is_money, places_in
from tawatur.read.events.status import cue_in, status_of
from tawatur.record.types import Event, Interval, Quantity
from tawatur.text.words import SIGN

_NOT = frozenset({"year", "day", "hour", "month", "week", "time", "minute"})
_PEOPLE = frozenset(
    {"person", "refugee", "child", "migrant", "family", "citizen", "woman", "student", "voter", "worker"}
)
_NEAR = 6  # tokens from a measure to a verb after it that names none
_AHEAD = 10  # tokens from people in the mass to what is said of them
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
    for measure in _measures(context, clause, hit, finite, measures):
        value = _value(context, clause, hit, measure)
        if value is not None and value.start not in taken and _fits(context, hit, measure, value, measures, harmed):
            taken.add(value.start)
            return _draft(document, context, clause, hit, measure, value)
    return None


def _measures(context: Context, clause: Clause, hit: Hit, finite: bool, measures: set[int]) -> Iterator[Phrase]:
    """What may be measured, the likeliest first: the subject of the verb, its object (سجلت البلاد عجزا ...), what
    stands right before a verb that names nothing new (إيرادات بلغت ...)."""
    if hit.data.get("follow"):
        if (before := _followed(context, hit, measures, first=True)) is not None:
            yield before
        return
    told = _measure(context, clause, hit, finite)
    if told is not None:
        yield told
    if not finite or (told is not None and told.first not in context.quantity_tokens and _measured(told, measures)):
        return
    if hit.data["frame"] == "level" and (of := _object(context, clause, hit, measures)) is not None:
        yield of
    before = _followed(context, hit, measures, first=False)
    if before is not None and hit.first - before.last <= _NEAR:
        yield before


def _object(context: Context, clause: Clause, hit: Hit, measures: set[int]) -> Phrase | None:
    """The measure that a verb has as its object, or as one after where and when."""
    for index in range(hit.last + 1, min(clause.last, hit.last + 12)):
        if index in measures and not governed(context, index):
            return _short(context, group(context, index, clause.last))
    return None


def _measured(phrase: Phrase, measures: set[int]) -> bool:
    return any(i in measures for i in range(phrase.first, phrase.last))


def _fits(context: Context, hit: Hit, measure: Phrase, value: Quantity, measures: set[int], harmed: set[int]) -> bool:
    """Whether a phrase can be a measure, and of that value: no number, no verb, no dead, nobody's age."""
    tokens = range(measure.first, measure.last)
    if measure.first in context.quantity_tokens or measure.first in context.verbs:
        return False
    if len(tokens) == 1 and _owned(context, measure.first):
        return False
    if any(i in harmed for i in tokens) and value.number.unit in ("person", None):
        return False
    aged = any(m.type == "person" for m in context.within(context.mentions, measure.start, measure.end))
    if value.number.unit == "year" and aged:
        return False
    gifts = {h.first for h in context.document.hits("event.funding") if h.data.get("gift")}
    if is_money(value.number.unit) and hit.data["frame"] == "level" and any(i in gifts for i in tokens):
        return False  # بلغت التعهدات مليار دولار: money given
    return _measured(measure, measures) or _changed_by_share(hit, value)


def _share(
    document: Document, context: Context, clause: Clause, hit: Hit, harmed: set[int], taken: set[int]
) -> Event | None:
    """A share of something, or people in the mass, and what is said of them."""
    if (counted := _shared_before(context, clause, hit)) is not None and counted.start not in taken:
        taken.add(counted.start)
        of = document.token_at(counted.end)
        last = min(clause.last, max(of + 8, hit.last + 1))
        measure = Phrase(of, last, document.tokens[of].start, min(document.tokens[last - 1].end, clause.end))
        return _draft(document, context, clause, hit, measure, counted)
    words = range(hit.first, min(clause.sentence.last, hit.first + 16))
    ahead = range(hit.first - 1, max(clause.sentence.first, hit.first - _AHEAD) - 1, -1) if hit.data.get("mass") else ()
    near = ahead if hit.data.get("behind") else (*words, *ahead)
    if (
        hit.data.get("mass")
        and (before := _mass_before(context, clause, hit)) is not None
        and before.start not in taken
    ):
        near = (document.token_at(before.start),)  # 25 مليون شخص يحتاجون ...، بينهم 14 مليون طفل
    some = {h.last + 1 for h in document.hits("event.statistic-part", within=clause.sentence)}  # بينهم مليون طفل،
    told = (context.quantity_tokens[i] for i in near if i in context.quantity_tokens)
    value = next((q for q in told if document.token_at(q.start) not in some or _right_before(document, q, hit)), None)
    if value is None or value.start in taken or value.ordinal:
        return None
    after = document.token_at(value.end)
    mark = context.particles.get(after)
    share = value.number.unit == "percent" and mark is not None and mark.data["class"] == "partitive"
    mass = bool(hit.data.get("mass")) and value.number.unit in _PEOPLE and value.number.value >= _MASS
    mass = mass and clause.tense != "past"
    if not (share or mass) or any(i in harmed for i in range(after - 2, after)):
        return None
    taken.add(value.start)
    named = subject(context, clause)
    counted_named = named is not None and named.start <= value.start < named.end
    if named is not None and named.last <= hit.first and not (mass and counted_named):
        measure = Phrase(named.first, hit.last + 1, named.start, hit.end)
    else:
        after = _behind_part(context, hit, after) if mass else after
        last = _before_part(context, after, min(clause.last, after + 8))
        first = after if mass and after < last else hit.first
        measure = Phrase(first, last, document.tokens[first].start, min(document.tokens[last - 1].end, clause.end))
    if measure.start <= value.start < measure.end:
        measure = _with_negation(context, hit, measure)
    return _draft(document, context, clause, hit, measure, value)


def _behind_part(context: Context, hit: Hit, first: int) -> int:
    """Where what is said of people begins: behind the mark after them, and behind those of them who are counted beside
    it (3 ملايين شخص، بينهم مليون طفل، يحتاجون ...)."""
    tokens = context.document.tokens
    some = {h.first for h in context.document.hits("event.statistic-part")}
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
            if q.number.unit in _PEOPLE and q.number.value >= _MASS and not q.ordinal
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
    share = context.quantity_tokens.get(named.first) if named is not None and named.last <= hit.first else None
    mark = context.particles.get(context.document.token_at(share.end)) if share is not None else None
    of = mark is not None and mark.data["class"] == "partitive"
    return share if share is not None and share.number.unit == "percent" and of else None


def _followed(context: Context, hit: Hit, measures: set[int], first: bool) -> Phrase | None:
    """The first or the last measure told before in the sentence, whose value a word gives (... لتبلغ 74 دولارا)."""
    sentence = context.document.sentences[context.document.tokens[hit.first].sentence]
    before = [i for i in range(sentence.first, hit.first) if i in measures]
    if not before:
        return None
    begin = before[0] if first else before[-1]
    while begin - 1 in before:
        begin -= 1  # عدد السكان, not السكان
    return _short(context, group(context, begin, hit.first))


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
        mark = context.particles.get(hit.last + 1)
        if clause.opener == "relative" and mark is not None and mark.data.get("inside"):  # الذي بلغ فيه عدد ...
            return _short(context, group(context, mark.last + 1, clause.last))
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
    after = context.clauses[clause.index + 1 : clause.index + 2]
    told_on = (
        after and after[0].sentence is clause.sentence and after[0].verb is None and after[0].opener == "subordinate"
    )
    end = after[0].end if told_on else clause.end  # ارتفعت، بدورها، بنسبة ...
    for quantity in context.within(context.quantities, begin, end):
        if not quantity.ordinal and (quantity.number.unit not in _NOT or (ages and quantity.number.unit == "year")):
            near = context.document.token_at(quantity.start) - context.document.token_at(begin)
            return quantity if near <= 20 else None
    return None


def _draft(document: Document, context: Context, clause: Clause, hit: Hit, measure: Phrase, value: Quantity) -> Event:
    start, end = min(measure.start, hit.start, value.start), max(clause.end, value.end)
    draft = Draft(context, "statistic", start, end)
    draft.spans("measure", [document.span(measure.start, measure.end)])
    draft.value("value", value.number)
    named = places_in(context, clause.first, clause.last)
    inside = [m for m in context.within(context.mentions, measure.start, measure.end) if m.type == "place"]
    for mention in (named or inside)[:2]:
        known(document, mention.entity)
        draft.entities("place", [mention.entity], (mention.start, mention.end))
    who = subject(context, clause)
    of = context.mention_tokens.get(who.first) if who is not None else None
    if not named and not inside and of is not None and of.type == "place":  # سجلت اليابان عجزا
        draft.entities("place", [of.entity], (of.start, of.end))
    elif not named and not inside:
        lands = [land for index, land in demonyms(document).items() if measure.first <= index < measure.last]
        for land in lands[:1]:
            known(document, land)
            draft.entities("place", [land], (measure.start, measure.end))
    if (time := date_of(context, clause, hit.start)) is not None:
        draft.value("period", time.interval, (time.start, time.end))
    draft.event.status = _status(context, clause, hit, time.interval if time is not None else None)
    return draft.event


def _status(context: Context, clause: Clause, hit: Hit, period: Interval | None) -> str:
    """A figure is of what is now where a present or a word of lasting tells it without a time of its own (يبلغ عدد
    السكان، لا يزالون بلا مأوى), of what was measured elsewhere."""
    day = None if clause.tense == "past" else period  # what fell for delivery in August has fallen
    told = "done" if clause.negated else status_of(context, clause, day, before=hit.first)
    if told in ("planned", "denied"):
        return told
    present = clause.tense == "present" or (clause.verb is None and hit.features.get("form") == "present")
    lasts = cue_in(context, clause) == "ongoing" or any(
        clause.first <= h.first < clause.last for h in context.document.hits("lasting-state", within=clause.sentence)
    )
    return "ongoing" if period is None and (present or lasts) else "done"
