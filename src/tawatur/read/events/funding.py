"""Events of kind funding: who gives how much to whom, and what for."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.entities import known
from tawatur.read.events.arguments import antecedent, carried_subject, subject
from tawatur.read.events.clauses import FINITE, HARD, Clause
from tawatur.read.events.context import Context
from tawatur.read.events.groups import group, listed
from tawatur.read.events.phrases import Phrase, proclitic
from tawatur.read.events.slots import Draft, date_of, values
from tawatur.read.events.status import cue_in, status_of
from tawatur.record.types import Event, Quantity, Span
from tawatur.text.words import SIGN

_MONEY = frozenset(
    [
        "USD",
        "EUR",
        "SAR",
        "AED",
        "MAD",
        "GBP",
        "KWD",
        "QAR",
        "BHD",
        "OMR",
        "EGP",
        "JOD",
        "IQD",
        "SYP",
        "LBP",
        "DZD",
        "TND",
        "LYD",
        "SDG",
        "YER",
        "TRY",
        "IRR",
        "RUB",
        "CNY",
        "JPY",
        "INR",
        "PKR",
        "CHF",
    ]
)
_FAR = 16


def find(document: Document, context: Context) -> list[Event]:
    """The fundings of a report, without ids."""
    hits = document.hits("event.funding")
    if not hits:
        return []
    cues = {kind: {h.first: h for h in document.hits(f"event.funding-{kind}")} for kind in ("not", "to", "for")}
    found = [e for q in _sums(context) if (e := _sum(document, context, cues, hits, q)) is not None]
    found += [e for h in hits if h.data["frame"] == "back" and (e := _backing(document, context, h)) is not None]
    return _once(found)


def _sums(context: Context) -> list[Quantity]:
    """Sums of money, and bare millions, in order."""
    return [
        q
        for q in context.quantities
        if not q.ordinal and (q.number.unit in _MONEY or (q.number.unit is None and q.number.value >= 1e5))
    ]


def _sum(
    document: Document, context: Context, cues: dict[str, dict[int, Hit]], hits: list[Hit], money: Quantity
) -> Event | None:
    """The funding that a sum is given in, None where it is no gift."""
    index = document.token_at(money.start)
    clause = context.clause_at(index)
    if clause is None:
        return None
    first, last = _reach(context, clause, index)
    near = [h for h in hits if first <= h.first < last and _usable(context, h)]
    before = [h for h in near if h.last < index]
    after = [h for h in near if h.first > index]
    strong = [h for h in before if not h.data.get("weak")] or [
        h for h in after if h.data["frame"] == "money" and h.first - index <= 8
    ]
    if money.number.unit is None:
        strong = [h for h in strong if h.data["frame"] == "give"]
    weak = [h for h in before if h.data.get("weak")]
    if not (strong or (weak and _has_purpose(cues, index, last))):
        return None
    if any(first <= i < last for i in cues["not"]):
        return None
    if clause.negated and not any(clause.first <= h.first < index for h in document.hits("event.funding-only")):
        return None
    event = _draft(document, context, cues, strong + weak, money, clause, last)
    return event if event.slots.keys() & {"donor", "recipient"} else None


def _reach(context: Context, clause: Clause, index: int) -> tuple[int, int]:
    """The tokens that can tell what a sum is: its clause, and the one before it where that only announces."""
    return max(clause.sentence.first, min(clause.first, index), index - _FAR), min(clause.last, clause.sentence.last)


def _usable(context: Context, hit: Hit) -> bool:
    if hit.features.get("form") in FINITE:
        return hit.first in context.verbs
    return hit.first not in context.mention_tokens


def _has_purpose(cues: dict[str, dict[int, Hit]], first: int, last: int) -> bool:
    return any(i in cues["for"] for i in range(first, last))


def _draft(
    document: Document,
    context: Context,
    cues: dict[str, dict[int, Hit]],
    words: list[Hit],
    money: Quantity,
    clause: Clause,
    last: int,
) -> Event:
    end = context.document.tokens[last - 1].end
    draft = Draft(context, "funding", clause.start, max(clause.end, money.end))
    giving = next((h for h in words if h.features.get("form") in FINITE), words[0])
    for slot, parts in _parties(context, clause, giving, money).items():
        for part in parts:
            if (
                part.first in context.class_words
                or context.within(context.mentions, part.start, part.end)
                or _some(part, context)
            ):
                _fill(document, draft, slot, values(context, part), (part.start, part.end))
    draft.value("amount", money.number, (money.start, money.end))
    after = document.token_at(money.end)
    _recipients(document, context, cues, draft, after, last)
    draft.spans("purpose", _purposes(context, cues, after, last))
    if (time := date_of(context, clause, money.start)) is not None:
        draft.value("period", time.interval, (time.start, time.end))
    _fill(document, draft, "place", [m.entity for m in _places(context, after, last)], (money.start, end))
    draft.event.status = _status(context, clause, giving)
    return draft.event


def _some(part: Phrase, context: Context) -> bool:
    """Whether a short indefinite phrase may name a giver (بعض الدول, دول مانحة)."""
    return part.last - part.first <= 3 and part.first not in context.verbs


def _status(context: Context, clause: Clause, giving: Hit) -> str:
    """Pledged is planned; a habit in the present is ongoing."""
    status = "done" if clause.negated else status_of(context, clause, None, "ongoing")
    tense = clause.tense
    if status == "ongoing" and (giving.features.get("form") not in FINITE or _expected(context, clause)):
        return "planned"  # works on, means to, is expected to give
    if status == "done" and tense == "past" and giving.data.get("verb", {}).get("present") == "يتعهد":
        return "planned"
    return status


def _expected(context: Context, clause: Clause) -> bool:
    """Whether the clause says what is expected (يتوقع أن تعلن ...)."""
    if clause.opener != "that" or clause.index == 0:
        return False
    return cue_in(context, context.clauses[clause.index - 1]) == "planned"


def _fill(document: Document, draft: Draft, slot: str, found: list[str], span: tuple[int, int]) -> None:
    for value in found:
        known(document, value)
    draft.entities(slot, [v for v in found if v], span)


def _parties(context: Context, clause: Clause, giving: Hit, money: Quantity) -> dict[str, list[Phrase]]:
    """Who gives, or where the verb says so who receives."""
    who = subject(context, clause) or antecedent(context, clause) or carried_subject(context, clause)
    if who is None or who.start <= money.start < who.end:
        return {}
    return {"recipient" if giving.data["frame"] == "receive" else "donor": [who]}


def _recipients(
    document: Document, context: Context, cues: dict[str, dict[int, Hit]], draft: Draft, first: int, last: int
) -> None:
    """Who receives: after "to" or "for the benefit of"."""
    for index in range(first, min(last, first + 12)):
        part = None
        if index in cues["to"]:
            part = group(context, cues["to"][index].last + 1, last)
        elif proclitic(context, index)[1] == "ل" and index not in cues["for"]:
            part = _after_clitic(context, index, last)
        if part is not None and (found := _party(context, part)):
            _fill(document, draft, "recipient", found, (part.start, part.end))
            return


def _after_clitic(context: Context, index: int, last: int) -> Phrase | None:
    mention = context.mention_tokens.get(index)
    letters = proclitic(context, index)[2]
    start = mention.start if mention is not None else context.document.tokens[index].start + letters
    end = index + 1
    following = group(context, end, last) if mention is None and end < last else None
    stop = following.last if following is not None else (context.document.token_at(mention.end) if mention else end)
    return Phrase(index, max(stop, end), start, context.document.tokens[max(stop, end) - 1].end)


def _party(context: Context, part: Phrase) -> list[str]:
    """The values of a part that holds a name or a word for people or lands."""
    named = context.within(context.mentions, part.start, part.end)
    return values(context, part) if named or part.first in context.class_words else []


def _purposes(context: Context, cues: dict[str, dict[int, Hit]], first: int, last: int) -> list[Span]:
    """What it is for: the words after "in order to" or after ل with a masdar, up to the next mark."""
    found: list[Span] = []
    tokens = context.document.tokens
    for index in range(first, last):
        begin = cues["for"][index].last + 1 if index in cues["for"] else None
        if (
            begin is None
            and index not in cues["to"]
            and proclitic(context, index)[1] == "ل"
            and index not in context.mention_tokens
        ):
            begin = index
        if begin is None or begin >= last or (found and found[-1].end > tokens[begin].start):
            continue
        end = begin + 1
        while end < last and tokens[end].form not in HARD | {"،"} and end not in cues["for"]:
            end += 1
        while end > begin + 1 and tokens[end - 1].kind == SIGN:
            end -= 1
        start = tokens[begin].start + (proclitic(context, begin)[2] if begin == index else 0)
        if end - begin > 1:
            found.append(context.document.span(start, tokens[end - 1].end))
    return found


def _places(context: Context, first: int, last: int):  # type: ignore[no-untyped-def]
    from tawatur.read.events.slots import places_in

    return places_in(context, first, last)


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
    _fill(document, draft, "donor", donor[:1], (who.start, who.end))
    _fill(document, draft, "recipient", recipient, (whom[0].start, whom[-1].end))
    draft.event.status = status_of(context, clause, None, "ongoing")
    return draft.event


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
