"""Who is a member of a body: by the word for members, and by names in brackets behind it."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import antecedent, carried_subject, subject
from tawatur.read.events.clauses import Clause
from tawatur.read.events.context import Context
from tawatur.read.events.members.drafts import COUNTED, among, standing
from tawatur.read.events.phrases import Phrase
from tawatur.read.events.slots import Draft, body_values, stood_for
from tawatur.record.types import Event, Mention, Quantity
from tawatur.text.words import SIGN


def belonging(context: Context, hit: Hit) -> list[Event]:
    """أعضاء التحالف الـ85، الدول الأعضاء في المركز: ...، 5 أعضاء في المجلس هم ...، العضو في المجلس."""
    clause = context.clause_at(hit.first)
    if clause is None:
        return []
    whose, behind = _owner(context, hit, clause)
    if whose is None:
        return []
    body = whose.entity
    quantity = _counted_around(context, hit, whose)
    members = (
        among(context, behind, clause.sentence.last)
        if hit.features.get("number") == "plural" or hit.data.get("states")
        else []
    )
    start = quantity.start if quantity is not None else hit.start
    draft = standing(
        context, clause, body, (min(start, hit.start), members[-1].end if members else max(whose.end, hit.end))
    )
    if hit.data.get("states") or len(members) >= 2:
        draft.entities("members", [m.entity for m in members])
        return [draft.event] if len(members) >= 2 else []
    around = quantity is not None and quantity.start <= hit.start and quantity.end > whose.end  # أعضاء التحالف الـ85
    if quantity is not None and (hit.data.get("under") or around or quantity.start >= whose.end):
        draft.event.end = max(quantity.end, whose.end)
        draft.event.text = context.document.text[draft.event.start : draft.event.end]
        draft.value("count", quantity.number)
        return [draft.event]
    return _single(context, hit, clause, body, whose)


def _owner(context: Context, hit: Hit, clause: Clause) -> tuple[Mention | None, int]:
    """The body after the word, and the token behind it."""
    for index in range(hit.last + 1, min(clause.sentence.last, hit.last + 8)):
        mention = context.mention_tokens.get(index)
        if mention is not None:
            if mention.type not in ("organisation", "other"):
                return None, index
            return mention, context.document.token_at(mention.end)
        known = stood_for(context, index) if index not in context.particles else None
        if known is not None and known.type == "organisation":
            return known, index + 1
        if context.document.tokens[index].form in ".؛:،" or index in context.verbs:
            return None, index
    return None, hit.last


def _counted_around(context: Context, hit: Hit, whose: Mention) -> Quantity | None:
    """The number right before the word for members, or right after the body's name (الـ85)."""
    for quantity in context.within(context.quantities, hit.start - 60, whose.end + 9):
        if "،" in context.document.text[min(quantity.end, hit.start) : max(quantity.start, whose.end)]:
            continue
        if not quantity.ordinal and quantity.number.unit in COUNTED | {"person", None}:
            return quantity
    return None


def _single(context: Context, hit: Hit, clause: Clause, body: str, whose: Mention) -> list[Event]:
    """One member: a country beside "the member of" the body, or somebody who "was a member"."""
    if hit.features.get("number") == "plural" or hit.analysis.preposition:
        return []
    tokens = context.document.tokens
    new = _become(context, hit, clause)
    if new is not None:
        draft = standing(context, clause, body, (min(clause.start, new.start), max(whose.end, hit.end)))
        draft.entities("members", body_values(context, new), (new.start, new.end))
        return [draft.event]
    before = hit.first - 1
    if before >= clause.sentence.first and tokens[before].form == "،":
        before -= 1
    named = [
        m for m in context.within(context.mentions, clause.sentence.start, hit.start) if m.end >= tokens[before].end
    ]
    if hit.analysis.article and named and named[-1].type == "place" and named[-1].start in context.words.country_starts:
        draft = standing(context, clause, body, (named[-1].start, whose.end))
        draft.entities("members", [named[-1].entity])
        return [draft.event]
    beside = bool(named) and named[-1].end >= tokens[hit.first - 1].start and clause.verb is None
    if not named and hit.first - 1 in context.firsts("membership.among"):
        named = _told_by_pronoun(context, clause, hit)  # تركيا، وهي عضو في الحلف
        beside = bool(named)
    if not hit.analysis.article and beside:
        draft = standing(context, clause, body, (named[-1].start, whose.end))
        draft.entities("members", [named[-1].entity])
        return [draft.event] if named[-1].type == "person" or named[-1].start in context.words.country_starts else []
    mark = context.particles.get(hit.first - 1)
    if mark is None or mark.data["class"] != "auxiliary":
        return []
    persons = [m for m in context.within(context.mentions, clause.sentence.start, hit.start) if m.type == "person"]
    if not persons:
        return []
    draft = Draft(context, "membership", tokens[mark.first].start, whose.end)
    draft.entities("body", [body])
    draft.entities("members", [persons[-1].entity], (persons[-1].start, persons[-1].end))
    draft.event.status = "done"
    return [draft.event]


def _become(context: Context, hit: Hit, clause: Clause) -> Phrase | None:
    """Who is said to have become a member (كازاخستان التي أصبحت العضو في المنظمة): named, as its verb's subject."""
    verb = clause.verb
    if verb is None or verb.first not in context.firsts("membership.become"):
        return None
    who = subject(context, clause) if clause.opener != "relative" else antecedent(context, clause)
    if who is None or who.first <= hit.first < who.last:
        who = antecedent(context, clause) or carried_subject(context, clause)
    if who is None or clause.negated:
        return None
    named = all(v in context.types for v in body_values(context, who))
    return who if named else None


def _told_by_pronoun(context: Context, clause: Clause, hit: Hit) -> list[Mention]:
    """The name that a pronoun right before a word for members takes up: it ends right before it, marks between."""
    first = hit.first - 2
    while first > clause.sentence.first and context.document.tokens[first].kind == SIGN:
        first -= 1
    ends = context.document.tokens[first].end
    return [m for m in context.within(context.mentions, clause.sentence.start, ends) if m.end == ends]


def bracketed(context: Context) -> list[Event]:
    """A body with its members in brackets after its name: خماسية باريس (الولايات المتحدة، فرنسا ...)."""
    found: list[Event] = []
    tokens = context.document.tokens
    for index, mention in context.mention_tokens.items():
        after = context.document.token_at(mention.end)
        if mention.type not in ("organisation", "other") or after >= len(tokens) or tokens[after].form != "(":
            continue
        close = next((i for i in range(after, min(after + 60, len(tokens))) if tokens[i].form == ")"), None)
        clause = context.clause_at(index)
        if close is None or clause is None:
            continue
        inside = context.within(context.mentions, tokens[after].start, tokens[close].end)
        if len(inside) >= 3 and all(m.type in ("place", "organisation", "person") for m in inside):
            draft = standing(context, clause, mention.entity, (mention.start, tokens[close].end))
            draft.entities("members", [m.entity for m in inside])
            found.append(draft.event)
    return found
