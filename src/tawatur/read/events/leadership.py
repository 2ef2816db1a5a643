"""Groups: bodies that are led by countries or organisations, with what they are part of and how many they are."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document, Sentence
from tawatur.read.events.arguments import antecedent, carried_subject, direct_object, noun_phrase, subject
from tawatur.read.events.clauses import Clause
from tawatur.read.events.context import Context
from tawatur.read.events.described import body_told, described_as, described_before, heads
from tawatur.read.events.phrases import Phrase, of_mention
from tawatur.read.events.slots import Draft, body_values, stood_for
from tawatur.record.types import Event, Mention, Span

_NEAR = 120  # characters between a word of leading and a phrase that belongs to the event's own words


def find(document: Document, context: Context) -> list[Event]:
    """All groups with who leads them, one for each body and telling, without ids."""
    parents = _parents(context)
    known = heads(context)
    found: list[Event] = []
    for hit in document.hits("event.group"):
        clause = context.clause_at(hit.first)
        if clause is None:
            continue
        event = _group(context, hit, clause, parents, known)
        if event is not None and all(o.slots["body"] != event.slots["body"] for o in found):
            found.append(event)
    led = {str(o.slots["body"]) for o in found}
    return [*found, *(_part(context, body, *at) for body, at in parents.items() if str([body]) not in led)]


def _part(context: Context, body: str, at: Span, parent: Mention) -> Event:
    """A body of which the report says only what it is part of (كتائب ...، الجناح العسكري لحركة ...)."""
    draft = Draft(context, "group", at.start, parent.end)
    draft.entities("body", [body])
    draft.entities("parent", [parent.entity])
    draft.event.status = "ongoing"
    return draft.event


def _group(
    context: Context, hit: Hit, clause: Clause, parents: dict[str, tuple[Span, Mention]], known: dict[str, str]
) -> Event | None:
    leads, body_at = _who_and_what(context, hit, clause)
    if body_at is None or (leads is None and hit.data["by"] != "before"):
        return None
    led_by = body_values(context, leads) if leads is not None else []
    persons = _presides(hit, clause) or hit.data["by"] == "after"
    kinds = ("place", "organisation", "person") if persons else ("place", "organisation")
    chairs = [v for v in led_by if context.types.get(v) in kinds]
    body = next((v for v in body_values(context, body_at) if context.types.get(v) in ("organisation", "other")), None)
    if body is None and (told := body_told(context, body_at)) in parents:
        body = told
    body = body or described_as(context, body_at, known) or _named_after(context, hit, clause)
    _, parent = parents.get(body or "", (None, None))
    if body is None or not (chairs or parent) or body in chairs:
        return None
    at = [p for p in (leads, body_at) if p is not None and abs(p.start - hit.start) < _NEAR]
    start, end = min([hit.start, *(p.start for p in at)]), max([hit.end, *(p.end for p in at)])
    draft = Draft(context, "group", start, end)
    draft.entities("body", [body])
    if parent is not None:
        draft.entities("parent", [parent.entity], (parent.start, parent.end))
    draft.entities("chair", chairs)
    past = hit.features.get("form") == "past" and "back" not in hit.data
    draft.event.status = "done" if past else "ongoing"
    return draft.event


def _presides(hit: Hit, clause: Clause) -> bool:
    """Whether a person may be the leader told: who now leads the body, in a present or a relative clause's verb."""
    return hit.features.get("form") == "present" and not hit.data.get("needs") and clause.tense == "present"


def _named_after(context: Context, hit: Hit, clause: Clause) -> str | None:
    """The body named a word or two behind a verb of leading (يقود ما يسمى بالجيش ...)."""
    last = context.document.tokens[min(hit.last + 4, clause.last - 1)].end
    named = context.within(context.mentions, hit.end, last) if hit.features.get("form") == "present" else []
    return next((m.entity for m in named[:1] if m.type == "organisation"), None)


def _who_and_what(context: Context, hit: Hit, clause: Clause) -> tuple[Phrase | None, Phrase | None]:
    """The phrases of the leaders and of the body they lead."""
    by = hit.data["by"]
    if by == "before":
        return _named_before(context, hit, clause), noun_phrase(context, hit.last + 1, clause.last, governed=True)
    if by == "after":
        return noun_phrase(context, hit.last + 1, clause.last), _named_before(context, hit, clause)
    if hit.data.get("needs") == "share":
        shares = [h for h in context.document.hits("group.share", within=clause.sentence) if h.first < hit.first]
        if not shares or context.clause_at(shares[-1].first) is not clause:
            return None, None
        return subject(context, clause), noun_phrase(context, hit.last + 1, clause.last)
    if hit.first not in context.verbs:
        return None, None
    if hit.data.get("back"):
        return noun_phrase(context, hit.last + 1, clause.last), antecedent(context, clause)
    leads = subject(context, clause) or antecedent(context, clause)
    if leads is None and clause.opener != "relative":
        leads = carried_subject(context, clause)
    return leads, direct_object(context, clause)


def _named_before(context: Context, hit: Hit, clause: Clause) -> Phrase | None:
    """The name that ends right before a word, brackets between them or none; else the country the sentence is of."""
    document = context.document
    named = context.within(context.mentions, clause.sentence.start, hit.start)
    if named and hit.first - document.token_at(named[-1].end) <= 1:
        return of_mention(context, named[-1])
    countries = [
        m
        for m in context.within(context.mentions, clause.sentence.start, clause.sentence.end)
        if m.start in context.words.country_starts
    ]
    if hit.data["by"] == "before" and len({m.entity for m in countries}) == 1:
        return of_mention(context, countries[0])
    return None


def _parents(context: Context) -> dict[str, tuple[Span, Mention]]:
    """What each body is said to be part of: the body before "of" with its place, and the one after it."""
    document = context.document
    found: dict[str, tuple[Span, Mention]] = {}
    for hit in document.hits("group.parent"):
        sentence = document.sentences[document.tokens[hit.first].sentence]
        parent = _parent(context, hit, sentence)
        if parent is None:
            continue
        told = described_before(context, hit.first)
        if told is not None:
            found.setdefault(body_told(context, told), (document.span(told.start, told.end), parent))
            continue
        before = [m for m in context.within(context.mentions, sentence.start, hit.start) if m.type == "organisation"]
        if before and hit.start - before[-1].end <= 3 and before[-1].entity != parent.entity:
            found.setdefault(before[-1].entity, (before[-1], parent))
    return found


def _parent(context: Context, hit: Hit, sentence: Sentence) -> Mention | None:
    """The body right behind the word: named, or a definite noun for one named before (التابعة للتحالف)."""
    after = [m for m in context.within(context.mentions, hit.end, sentence.end) if m.type == "organisation"]
    if after and after[0].start - hit.end <= 12:
        return after[0]
    known = stood_for(context, hit.last + 1) if hit.last + 1 < sentence.last else None
    return known if known is not None and known.type == "organisation" else None
