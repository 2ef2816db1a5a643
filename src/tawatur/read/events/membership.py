"""Membership: how many members a body has, and who they are."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.events.arguments import antecedent, carried_subject, doer, noun_phrase, subject
from tawatur.read.events.clauses import SOFT, Clause
from tawatur.read.events.complements import complements
from tawatur.read.events.context import Context
from tawatur.read.events.described import described_as, heads
from tawatur.read.events.phrases import Phrase, phrase, words
from tawatur.read.events.slots import Draft, body_values, stood_for
from tawatur.record.types import Event, Interval, Mention, Quantity
from tawatur.text.words import SIGN

COUNTED = frozenset({"member", "country", "organisation"})


def find(document: Document, context: Context) -> list[Event]:
    """All memberships of a report, one for each body and value, without ids."""
    found: list[Event] = []
    for hit in document.hits("membership.count"):
        found += _counted(context, hit)
    for hit in document.hits("membership.of"):
        found += _belonging(context, hit)
    for hit in document.hits("membership.change"):
        found += _change(context, hit)
    found += _bracketed(context)
    return distinct(found)


def _counted(context: Context, hit: Hit) -> list[Event]:
    """يضم التحالف 84 دولة، منها ...: the subject is the body."""
    clause = context.clause_at(hit.first)
    if clause is None:
        return []
    quantity = _count_after(context, hit.last + 1, clause.last) or _behind_relative(context, clause)
    if quantity is None:
        return []
    first_counted = min(context.document.token_at(quantity.start), clause.last)
    whose = None
    if hit.last + 1 < first_counted:
        whose = noun_phrase(context, hit.last + 1, first_counted)
    beside = whose is None and (whose := _right_before(context, hit)) is not None
    whose = whose or _before(context, clause, hit)
    whose = whose or antecedent(context, clause) or carried_subject(context, clause)
    body = _body(context, whose)
    if body is None and whose is not None:
        body = described_as(context, whose, heads(context)) or _by_words(context, hit, whose)
    if body is None or whose is None:
        return []
    members = _among(context, context.document.token_at(quantity.end), clause.sentence.last)
    end = members[-1].end if members else max(quantity.end, clause.end)
    event = _draft(
        context,
        clause,
        body,
        (whose.start if beside or clause.opener == "relative" else min(hit.start, clause.start), end),
    )
    event.value("count", quantity.number)
    event.entities("members", [m.entity for m in members])
    return [event.event]


def _count_after(context: Context, first: int, last: int) -> Quantity | None:
    tokens = context.document.tokens
    if first >= last:
        return None
    for quantity in context.within(context.quantities, tokens[first].start, tokens[min(last, first + 10) - 1].end):
        if quantity.number.unit in COUNTED and not quantity.ordinal:
            return quantity
    return None


def _behind_relative(context: Context, clause: Clause) -> Quantity | None:
    """The number that comes back to a clause after the comma of a relative clause (يضم التحالف، الذي تأسس عام 2014،
    85 عضوا)."""
    after = context.clauses[clause.index + 1] if clause.index + 1 < len(context.clauses) else None
    if after is None or after.opener != "relative" or after.sentence is not clause.sentence:
        return None
    document = context.document
    for quantity in context.within(context.quantities, after.start, after.end):
        before = document.token_at(quantity.start) - 1
        if context.particles.get(before) is not None and context.particles[before].data["class"] == "partitive":
            before -= 1
        if quantity.number.unit in COUNTED and not quantity.ordinal and document.tokens[before].form in SOFT:
            return quantity
    return None


def _before(context: Context, clause: Clause, hit: Hit) -> Phrase | None:
    first = clause.first
    mark = context.particles.get(first)
    if mark is not None:
        first = mark.last + 1
    return noun_phrase(context, first, hit.first) if first < hit.first else None


def _body(context: Context, whose: Phrase | None) -> str | None:
    if whose is None:
        return None
    found = body_values(context, whose)
    if len(found) == 1 and context.types.get(found[0]) in ("organisation", "other"):
        return found[0]
    return None


def _by_words(context: Context, hit: Hit, whose: Phrase) -> str | None:
    """The words of a body without a name (البرلمان المكون من 329 عضوا)."""
    bodies = {h.first for h in context.document.hits("founding.body")}
    told = (hit.data.get("only_members") and whose.first in context.body_words) or (
        whose.first in bodies and whose.last - whose.first > 1
    )
    last = whose.last
    while last > whose.first and last - 1 in context.particles:
        last -= 1
    end = context.document.tokens[last - 1].end
    return words(context, whose._replace(last=last, end=end)) if told and last > whose.first else None


def _right_before(context: Context, hit: Hit) -> Phrase | None:
    """The body that ends right before a word of its members (التحالف الدولي المكون من ...)."""
    if not hit.data.get("only_members"):
        return None
    tokens = context.document.tokens
    for index in range(hit.first - 1, max(-1, hit.first - 6), -1):
        if index in context.mention_tokens or index in context.body_words:
            found = phrase(context, index, hit.first)
            return found if found.last == hit.first else None
        if tokens[index].kind == SIGN or index in context.particles or index in context.verbs:
            return None
    return None


def _among(context: Context, first: int, last: int) -> list[Mention]:
    """The names listed after a word like "among them", in the rest of the sentence."""
    tokens = context.document.tokens
    for hit in context.document.hits("membership.among"):
        if first <= hit.first < last and hit.first - first < 14:
            return _listed(context, hit.last + 1, last)
    for index in range(first, min(last, first + 4)):
        if tokens[index].form == ":":
            return _listed(context, index + 1, last)
    return []


def _listed(context: Context, first: int, last: int) -> list[Mention]:
    """Names one after another from a token on, commas, conjunctions and up to three other words between them."""
    tokens = context.document.tokens
    found: list[Mention] = []
    gap, index = 0, first
    while index < last and gap <= (3 if found else 2):
        mention = context.mention_tokens.get(index)
        if mention is not None:
            found.append(mention)
            index = max(index + 1, context.document.token_at(mention.end))
            gap = 0
            continue
        if tokens[index].form in ".؛" or index in context.verbs:
            break
        gap += 0 if tokens[index].kind == SIGN else 1
        index += 1
    kinds = {m.type for m in found}
    if found and "person" in kinds:  # the office beside a name (أمين عام الحزب ونائبه) is no member
        found = [m for m in found if m.type == "person"]
    return found


def _belonging(context: Context, hit: Hit) -> list[Event]:
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
        _among(context, behind, clause.sentence.last)
        if hit.features.get("number") == "plural" or hit.data.get("states")
        else []
    )
    start = quantity.start if quantity is not None else hit.start
    draft = _draft(
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
        draft = _draft(context, clause, body, (min(clause.start, new.start), max(whose.end, hit.end)))
        draft.entities("members", body_values(context, new), (new.start, new.end))
        return [draft.event]
    before = hit.first - 1
    if before >= clause.sentence.first and tokens[before].form == "،":
        before -= 1
    named = [
        m for m in context.within(context.mentions, clause.sentence.start, hit.start) if m.end >= tokens[before].end
    ]
    if hit.analysis.article and named and named[-1].type == "place" and named[-1].start in context.countries:
        draft = _draft(context, clause, body, (named[-1].start, whose.end))
        draft.entities("members", [named[-1].entity])
        return [draft.event]
    beside = bool(named) and named[-1].end >= tokens[hit.first - 1].start and clause.verb is None
    if not named and any(h.first == hit.first - 1 for h in context.document.hits("membership.among")):
        named = _told_by_pronoun(context, clause, hit)  # تركيا، وهي عضو في الحلف
        beside = bool(named)
    if not hit.analysis.article and beside:
        draft = _draft(context, clause, body, (named[-1].start, whose.end))
        draft.entities("members", [named[-1].entity])
        return [draft.event] if named[-1].type == "person" or named[-1].start in context.countries else []
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
    if verb is None or not any(h.first == verb.first for h in context.document.hits("membership.become")):
        return None
    who = subject(context, clause) if clause.opener != "relative" else antecedent(context, clause)
    if who is None or who.first <= hit.first < who.last:
        who = antecedent(context, clause) or carried_subject(context, clause)
    if who is None or clause.negated:
        return None
    named = all(context.types.get(v) in ("place", "organisation") for v in body_values(context, who))
    return who if named else None


def _told_by_pronoun(context: Context, clause: Clause, hit: Hit) -> list[Mention]:
    """The name that a pronoun right before a word for members takes up: it ends right before it, marks between."""
    first = hit.first - 2
    while first > clause.sentence.first and context.document.tokens[first].kind == SIGN:
        first -= 1
    ends = context.document.tokens[first].end
    return [m for m in context.within(context.mentions, clause.sentence.start, ends) if m.end == ends]


def _change(context: Context, hit: Hit) -> list[Event]:
    """انضمت الدولة إلى التحالف."""
    clause = context.clause_at(hit.first)
    if clause is None or clause.sentence.index in context.of_sport:
        return []
    if not hit.data.get("nominal") and context.verbs.get(hit.first) is None:
        return []
    behind = [m for m in context.within(context.mentions, hit.end, clause.end) if m.type in ("organisation", "other")]
    who = noun_phrase(context, hit.last + 1, clause.last) if hit.data.get("nominal") else doer(context, clause)
    admits = clause.verb is not None and any(
        h.first == clause.verb.first for h in context.document.hits("membership.admit", within=clause.sentence)
    )
    if not behind and hit.data.get("nominal") and admits:  # وافقت المنظمة على انضمام ...
        behind = [m for m in context.within(context.mentions, clause.start, hit.start) if m.type == "organisation"][:1]
    into = _into(context, hit, clause) if not behind and not hit.data.get("nominal") else None
    if not (behind or into) or who is None or clause.negated:
        return []
    body = behind[0].entity if behind else words(context, into) if into is not None else ""
    end = behind[0].end if behind else into.end if into is not None else clause.end
    members = [v for v in body_values(context, who) if (v in context.types or _people(context, who)) and v != body]
    if not members:
        return []
    draft = Draft(context, "membership", clause.start, max(clause.end, end))
    draft.entities("body", [body])
    draft.entities("members", members, (who.start, who.end))
    draft.event.status = "planned" if clause.tense == "future" else "done"
    return [draft.event]


def _into(context: Context, hit: Hit, clause: Clause) -> Phrase | None:
    """The body without a name that somebody joins (انضمت البلاد إلى المبادرة الإقليمية لمكافحة القرصنة)."""
    bodies = {h.first for h in context.document.hits("founding.body", "membership.joined", within=clause.sentence)}
    for found in complements(context, hit.last + 1, clause.last):
        if not found.bare and found.phrase.first in bodies and found.phrase.last - found.phrase.first > 1:
            return found.phrase
    return None


def _people(context: Context, who: Phrase) -> bool:
    """Whether words without a name tell who joins: people, or a number of them."""
    return who.first in context.people or who.first in context.visitors


def _bracketed(context: Context) -> list[Event]:
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
            draft = _draft(context, clause, mention.entity, (mention.start, tokens[close].end))
            draft.entities("members", [m.entity for m in inside])
            found.append(draft.event)
    return found


def _draft(context: Context, clause: Clause, body: str, where: tuple[int, int]) -> Draft:
    draft = Draft(context, "membership", *where)
    draft.entities("body", [body])
    draft.event.status = "ongoing"
    published = context.document.report.published
    if published is not None:
        draft.value("as_of", Interval(published, published))
    return draft


def distinct(events: list[Event]) -> list[Event]:
    """One event for each body, count and list of members."""
    kept: list[Event] = []
    for event in events:
        same = [
            o
            for o in kept
            if o.slots["body"] == event.slots["body"]
            and o.slots.get("count") == event.slots.get("count")
            and (o.slots.get("members") == event.slots.get("members") or "members" not in event.slots)
        ]
        if not same and ("count" in event.slots or "members" in event.slots):
            kept.append(event)
    return kept
