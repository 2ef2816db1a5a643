"""Events of kind funding: who gives how much to whom, and what for."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.entities import known
from tawatur.read.events.arguments import antecedent, carried_subject, subject
from tawatur.read.events.clauses import FINITE, Clause
from tawatur.read.events.context import Context
from tawatur.read.events.funding_parties import Cues, donors, given_to, givers, purposes, recipients
from tawatur.read.events.groups import group, listed
from tawatur.read.events.slots import Draft, date_of, places_in, values
from tawatur.read.events.status import cue_in, status_of
from tawatur.record.types import Event, Quantity, Span

_FAR = 16


def find(document: Document, context: Context) -> list[Event]:
    """The fundings of a report, without ids."""
    hits = document.hits("event.funding")
    if not hits:
        return []
    nouns = {h.first for h in hits if h.data["frame"] == "money"}
    hits = [h for h in hits if h.first not in nouns or "object" not in h.features]  # منحة is no منحه
    cues = Cues(document)
    found = [e for q in _sums(context) if (e := _sum(document, context, cues, hits, q)) is not None]
    found += [e for h in hits if h.data["frame"] == "back" and (e := _backing(document, context, h)) is not None]
    found += [
        e for h in hits if h.data["frame"] == "money" and (e := _aid(document, context, cues, hits, h)) is not None
    ]
    return _to_the_same(_once(found))


def _to_the_same(found: list[Event]) -> list[Event]:
    """Pledges that name no recipient go to whom the pledges before them went."""
    before: Event | None = None
    for event in found:
        if "recipient" in event.slots:
            before = event
        elif before is not None and event.status == "planned":
            event.slots["recipient"] = list(before.slots["recipient"])  # type: ignore[arg-type,assignment]
            event.evidence["recipient"] = before.evidence.get("recipient") or [
                Span(before.start, before.end, before.text)
            ]
    return found


def _sums(context: Context) -> list[Quantity]:
    """Sums of money, and bare millions, in order."""
    return [
        q
        for q in context.quantities
        if not q.ordinal and (_is_money(q.number.unit) or (q.number.unit is None and q.number.value >= 1e5))
    ]


def _is_money(unit: str | None) -> bool:
    """Whether a unit is a currency (ISO 4217)."""
    return unit is not None and len(unit) == 3 and unit.isupper()


def _sum(document: Document, context: Context, cues: Cues, hits: list[Hit], money: Quantity) -> Event | None:
    """The funding that a sum is given in, None where it is no gift."""
    index = document.token_at(money.start)
    clause = context.clause_at(index)
    if clause is None:
        return None
    first, last = _reach(context, clause, index)
    near = [h for h in hits if first <= h.first < last and _usable(context, h)]
    nominal = {
        h.first for h in near if "form" not in h.features and (clause.verb is None or clause.verb.first < h.first)
    }
    near = [h for h in near if "form" not in h.features or h.first not in nominal]  # تعتزم جمع مليون دولار
    before = [h for h in near if h.last < index]
    after = [h for h in near if h.first > index]
    strong = [h for h in before if not h.data.get("weak")] or [
        h for h in after if h.data["frame"] == "money" and h.first - index <= 8
    ]
    if money.number.unit is None:
        strong = [h for h in strong if h.data["frame"] == "give"]
    weak = [h for h in before if h.data.get("weak")]
    owned = any("form" not in h.features and h.last + 1 in context.mention_tokens for h in weak)
    meant = any(h.data["frame"] == "giving" for h in weak) and bool(purposes(context, cues, index, last))
    if not (strong or (weak and (owned or meant or _has_purpose(cues, index, last)))):
        return None
    if cues.within("not", first, last) is not None:
        return None
    if clause.negated and not any(clause.first <= h.first < index for h in document.hits("event.funding-only")):
        return None
    event = _draft(document, context, cues, strong + weak, money, clause, last)
    return event if event.slots.keys() & {"donor", "recipient"} or _of_his_country(context, clause) else None


def _of_his_country(context: Context, clause: Clause) -> bool:
    """Whether somebody tells what his country gives, though the report does not say which it is."""
    who = subject(context, clause)
    return who is not None and who.first in context.own_country


def _reach(context: Context, clause: Clause, index: int) -> tuple[int, int]:
    """The tokens that can tell what a sum is: its clause, and the one before it where that only announces."""
    return max(clause.sentence.first, min(clause.first, index), index - _FAR), min(clause.last, clause.sentence.last)


def _usable(context: Context, hit: Hit) -> bool:
    if hit.features.get("form") in FINITE:
        return hit.first in context.verbs
    return hit.first not in context.mention_tokens


def _has_purpose(cues: Cues, first: int, last: int) -> bool:
    return cues.within("for", first, last) is not None or cues.within("to", first, last) is not None


def _draft(
    document: Document,
    context: Context,
    cues: Cues,
    words: list[Hit],
    money: Quantity,
    clause: Clause,
    last: int,
) -> Event:
    draft = Draft(context, "funding", clause.start, max(clause.end, money.end))
    giving = next((h for h in words if h.features.get("form") in FINITE), words[0])
    after = document.token_at(money.end)
    side = "recipient" if giving.data["frame"] == "receive" else "donor"
    named = givers(context, cues, words, money, last)
    _fill(document, draft, "donor", named or (donors(context, cues, clause, money) if side == "donor" else None))
    if side == "recipient" and (who := subject(context, clause) or carried_subject(context, clause)) is not None:
        _fill(document, draft, "recipient", (values(context, who), (who.start, who.end)))
    draft.value("amount", money.number, (money.start, money.end))
    _fill(
        document,
        draft,
        "recipient",
        recipients(context, cues, after, last)
        or recipients(context, cues, giving.last, after)
        or (given_to(context, giving, after) if giving.data.get("whom") else None),
    )
    draft.spans("purpose", purposes(context, cues, after, last))
    time = date_of(context, clause, money.start)
    if time is not None and time.precision not in ("day", "week", "part-month"):
        draft.value("period", time.interval, (time.start, time.end))
    for place in places_in(context, after, last):
        if place.entity not in draft.event.slots.get("recipient", ()):  # type: ignore[operator]
            _fill(document, draft, "place", ([place.entity], (place.start, place.end)))
    draft.event.status = _status(context, cues, clause, words, giving)
    return draft.event


def _status(context: Context, cues: Cues, clause: Clause, words: list[Hit], giving: Hit) -> str:
    """Pledged or announced is planned, a habit in the present ongoing, money held back cancelled."""
    first = max(clause.sentence.first, giving.first - 4)
    if cues.within("stop", first, giving.first) is not None:
        return "cancelled"
    status = "done" if clause.negated else status_of(context, clause, None, "ongoing")
    tense = clause.tense
    if status == "ongoing" and (giving.features.get("form") not in FINITE or _expected(context, clause)):
        return "planned"  # works on, means to, is expected to give
    announced = cues.within("announce", max(clause.sentence.first, giving.first - 12), giving.first) is not None
    pledged = any(h.data.get("pledge") for h in words) or (announced and giving.features.get("form") not in FINITE)
    if status == "done" and tense != "present" and pledged and not clause.negated:
        return "planned"
    return status


def _expected(context: Context, clause: Clause) -> bool:
    """Whether the clause says what is expected (يتوقع أن تعلن ...)."""
    if clause.opener != "that" or clause.index == 0:
        return False
    before = context.clauses[clause.index - 1]
    pledges = (h for h in context.document.hits("event.funding", within=before.sentence) if h.data.get("pledge"))
    if before.verb is not None and any(h.first == before.verb.first for h in pledges):
        return True  # تعهد الوزير بأن تقدم بلاده ...
    return cue_in(context, before) == "planned"


def _fill(document: Document, draft: Draft, slot: str, found: tuple[list[str], tuple[int, int]] | None) -> None:
    if found is None:
        return
    for value in found[0]:
        known(document, value)
    draft.entities(slot, [v for v in found[0] if v], found[1])


def _backing(document: Document, context: Context, hit: Hit) -> Event | None:
    """Who finances whom, without a sum: both must be names."""
    clause = context.clause_at(hit.first)
    if clause is None or clause.negated:
        return None
    whom = listed(context, hit.last + 1, clause.last)
    who = subject(context, clause) or antecedent(context, clause) or group(context, clause.first, hit.first)
    if not whom or who is None or who.last > hit.first:
        return None
    donor = [v for v in values(context, who) if v in context.types]
    recipient = [v for part in whom for v in values(context, part) if v in context.types]
    if not donor or not recipient:
        return None
    draft = Draft(context, "funding", clause.start, clause.end)
    _fill(document, draft, "donor", (donor[:1], (who.start, who.end)))
    _fill(document, draft, "recipient", (recipient, (whom[0].start, whom[-1].end)))
    draft.event.status = status_of(context, clause, None, "ongoing")
    return draft.event


def _aid(document: Document, context: Context, cues: Cues, hits: list[Hit], money: Hit) -> Event | None:
    """Aid that is given without a sum (قدمت السعودية مساعدات لليمن): donor and recipient must be named."""
    clause = context.clause_at(money.first)
    if (
        clause is None
        or clause.negated
        or clause.verb is None
        or money.analysis.article
        or money.first in context.mention_tokens
    ):
        return None
    giving = next((h for h in hits if h.first == clause.verb.first and _gives_things(h)), None)
    near = money.first - clause.verb.last <= _FAR // 2 and money.first > clause.verb.first
    if giving is None or not near or money.data.get("weak") or "suffix" in money.features:
        return None
    if any(_is_money(q.number.unit) for q in context.within(context.quantities, clause.start, clause.end)):
        return None
    who = donors(context, cues, clause, document.span(money.start, money.end))
    whom = recipients(context, cues, money.last + 1, clause.last)
    if who is None or whom is None or not any(v in context.types for v in who[0]):
        return None
    draft = Draft(context, "funding", clause.start, clause.end)
    _fill(document, draft, "donor", who)
    _fill(document, draft, "recipient", whom)
    draft.spans("purpose", purposes(context, cues, money.last + 1, clause.last))
    for place in places_in(context, money.last + 1, clause.last):
        if place.entity not in draft.event.slots.get("recipient", ()):  # type: ignore[operator]
            _fill(document, draft, "place", ([place.entity], (place.start, place.end)))
    draft.event.status = _status(context, cues, clause, [giving], giving)
    return draft.event


def _gives_things(hit: Hit) -> bool:
    """Whether what a verb is said of may be aid without a sum."""
    return hit.data["frame"] == "give" and bool(not hit.data.get("weak") or hit.data.get("aid"))


def _once(found: list[Event]) -> list[Event]:
    """Fundings told again (one sum to one recipient) once."""
    kept: list[Event] = []
    for event in found:
        if not any(k.slots.get("amount") == event.slots.get("amount") and _one(k, event) for k in kept):
            kept.append(event)
    return kept


def _one(a: Event, b: Event) -> bool:
    return all(
        not (isinstance(x := a.slots.get(s), list) and isinstance(y := b.slots.get(s), list)) or any(v in y for v in x)
        for s in ("donor", "recipient")
    )
