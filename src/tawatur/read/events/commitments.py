"""Commitments: what a body has bound itself to, with its aims as spans."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.events.arguments import antecedent, carried_subject, doer, leading_phrase, noun_phrase
from tawatur.read.events.clauses import Clause
from tawatur.read.events.complements import complements
from tawatur.read.events.context import Context
from tawatur.read.events.lists import enumerate_spans, is_masdar
from tawatur.read.events.pairs import dual, names_two, two_before, two_of
from tawatur.read.events.people import country_of, offices_of
from tawatur.read.events.phrases import Phrase, proclitic
from tawatur.read.events.slots import Draft, body_values, money_in
from tawatur.record.types import Event, Span
from tawatur.text.words import SIGN

_ITSELF = ["self"]
_REACH = 5  # words from what binds to its aims
_ADVERBIAL = ("during", "place", "party", "aside")


def find(document: Document, context: Context) -> list[Event]:
    """All commitments, without ids."""
    found: list[Event] = []
    for hit in document.hits("event.commitment"):
        clause = context.clause_at(hit.first)
        if clause is not None:
            event = _by_verb(context, hit, clause)
            if event is not None:
                found.append(event)
    for hit in document.hits("event.commitment-noun"):
        clause = context.clause_at(hit.first)
        if clause is not None:
            event = _by_noun(context, hit, clause)
            if event is not None:
                found.append(event)
    return _apart(found)


def _by_verb(context: Context, hit: Hit, clause: Clause) -> Event | None:
    finite = hit.features.get("form") in ("past", "present", "future", "jussive")
    if finite and hit.first not in context.verbs:
        return None
    if not hit.data.get("formal") and dual(context, hit) and hit.features.get("form") == "past":
        return None  # سعيا is a noun far more often than a dual
    if hit.features.get("form") == "past" and "person" in hit.features:
        return None  # وعدنا is another verb
    if hit.data.get("future_only") and hit.features.get("form") != "future":
        return None
    before = [m for i in range(clause.first, hit.first) if (m := context.particles.get(i)) is not None]
    if not hit.data.get("formal") and any(m.data.get("past") or m.data["class"] == "negation" for m in before):
        return None  # what a body used to seek binds it no more
    if hit.data.get("past_only") and hit.features.get("form") != "past":
        return None
    body, where = _body(context, clause, hit)
    formal = bool(hit.data.get("formal"))
    two = where is not None and names_two(context, where)
    if hit.data.get("several") and len(body) < 2 and not two:
        return None
    people = dual(context, hit) or any(context.types.get(v) == "person" for v in body) if formal else False
    office = where is not None and (where.first in context.people or where.first in context.visitors)
    people = people or (formal and (office or two)) or _for_others(context, hit, body)
    acting = where is not None and where.first in context.people_words  # إدارة فلان: the person's government
    if not body or not (people or _is_body(context, body, formal or acting or bool(hit.data.get("persons")))):
        return None
    aim = _aim_after(context, hit, clause, where)
    if (
        aim is None
        or _to_meet(context, aim)
        or (hit.data.get("deed") and not _deed(context, hit, aim))
        or (not formal and aim in context.accused)
        or (hit.data.get("threat") and any(context.types.get(v) == "organisation" for v in body))
        or (clause.negated and clause.verb is not None and clause.verb.first == hit.first)
    ):
        return None
    status = _status(context, hit, clause, aim)
    start = where.start if where is not None and where.end <= hit.start and where.start >= clause.start else hit.start
    return _event(context, aim, body, where, start, status)


def _status(context: Context, hit: Hit, clause: Clause, aim: int) -> str:
    """A deed that is pledged or threatened is planned, what somebody has stood by or goes on with is ongoing, what he
    once promised done."""
    if hit.data.get("past_only"):
        return "done"
    kept = any(h.first in (aim, aim + 1) for h in context.document.hits("commitment.kept", within=clause.sentence))
    deed = hit.data.get("planned") or hit.data.get("threat") or hit.data.get("pledge")
    return "planned" if deed and not kept else "ongoing"


def _by_noun(context: Context, hit: Hit, clause: Clause) -> Event | None:
    """A noun of binding: with its own body (التزام المملكة ب), or with a pronoun, its carrier's subject."""
    needed = hit.data.get("carried")
    carried = any(
        clause.first <= h.first < hit.first and bool(h.data.get("continue")) == (needed is not None)
        for h in context.document.hits("commitment.carrier")
    )
    if hit.data.get("affirmed") and not carried:
        return None
    if "suffix" in hit.features or needed:
        if not carried:
            return None
        where = doer(context, clause)
        start = hit.start
    else:
        where = noun_phrase(context, hit.last + 1, clause.last)
        start = hit.start
        if hit.data.get("support"):
            return None
    body = _whose(context, clause, hit, where)
    people = "suffix" in hit.features
    delegates = people and where is not None and where.first in context.people
    if not body or not (delegates or _is_body(context, body, bool(hit.data.get("formal") or people))):
        return None
    aim = _aim_after(context, hit, clause, where)
    if aim is not None and hit.data.get("deed") and not _deed(context, hit, aim):
        return None
    if hit.data.get("support") and aim is not None:
        aim = hit.first if aim - hit.last <= 3 else None
    status = str(hit.data.get("status", "ongoing"))
    return _event(context, aim, body, where, start, status) if aim is not None else None


def _body(context: Context, clause: Clause, hit: Hit) -> tuple[list[str], Phrase | None]:
    """Whose commitment it is: the subject, what a relative clause speaks of, else the last subject."""
    if hit.data.get("speaker"):
        return _speaker(context, clause), None
    where = (
        noun_phrase(context, hit.last + 1, clause.last)
        if clause.verb is None or clause.verb.first == hit.first
        else None
    )
    named = where is not None and where.first in context.mention_tokens  # تركيا looks like a verbal noun
    if where is not None and not named and hit.data.get("direct") and is_masdar(context, where.first):
        where = None  # what follows is the aim: the subject is dropped (وستواصل دعم ...)
    if where is not None and hit.data["after"] == _ITSELF and _is_object(context, clause, where, named):
        where = None
    before = leading_phrase(context, clause, hit.first)
    if before is not None:
        where = before
    elif clause.opener == "relative":
        where = antecedent(context, clause)
    if where is None or where.first >= where.last:
        where = carried_subject(context, clause)
    return _whose(context, clause, hit, where), where


def _is_object(context: Context, clause: Clause, where: Phrase, named: bool) -> bool:
    """Whether what follows a verb is its object, its subject being a pronoun (إنه سيرسل مستشفى) or told ahead of a
    relative clause (الأردن، الذي ...، سيرسل مستشفى)."""
    mark = context.particles.get(clause.first)
    pronoun = mark is not None and mark.data["class"] == "that" and not mark.data.get("wish")
    ahead = clause.opener is None and clause.index > 0 and context.clauses[clause.index - 1].opener == "relative"
    resumed = ahead and context.clauses[clause.index - 1].sentence is clause.sentence
    return pronoun or resumed or not (named or where.first in context.own_country)


def _whose(context: Context, clause: Clause, hit: Hit, where: Phrase | None) -> list[str]:
    """Those who are bound: whom the phrase names, the two whom it or a dual takes up, the speaker of "we", the country
    of one who speaks of "his country"."""
    first_person = (
        any(i in context.we for i in range(clause.first, hit.first))
        or bool(hit.data.get("we"))
        or hit.features.get("person") == "1"
        or hit.features.get("suffix") == "1"
    )
    speaker = context.speaker_at(clause)
    if first_person:
        return [speaker] if speaker is not None else []
    if where is not None and where.first in context.own_country:
        return country_of(context, speaker)
    named = where is not None and context.within(context.mentions, where.start, where.end)
    if not named and where is not None and names_two(context, where):
        return two_of(context, where) or body_values(context, where)
    if dual(context, hit) and not (where is not None and len(body_values(context, where)) >= 2):
        return two_before(context, hit.first)
    return body_values(context, where) if where is not None else []


def _speaker(context: Context, clause: Clause) -> list[str]:
    """Who says what a participle goes on with (أكد ذلك، واعدا ب...): the speaker, else of whom its sentence is."""
    if (speaker := context.speaker_at(clause)) is not None:
        return [speaker]
    first = next(c for c in context.clauses if c.sentence is clause.sentence)
    who = doer(context, first)
    return body_values(context, who) if who is not None else []


def _for_others(context: Context, hit: Hit, body: list[str]) -> bool:
    """Whether a person with an office speaks as "we" for those whose officer he is."""
    return hit.features.get("person") == "1" and bool(body) and all(offices_of(context, v) for v in body)


def _deed(context: Context, hit: Hit, aim: int) -> bool:
    """Whether an aim begins with a verbal noun of a deed; where it must stand apart, with none of another event."""
    if any(h.first == aim for h in context.document.hits("commitment.thing")):
        return False
    if not hit.data.get("apart"):
        return is_masdar(context, aim)
    kinds = ("event.incident", "event.designation", "event.founding", "event.meeting", "event.visit")
    sentence = context.document.sentences[context.document.tokens[aim].sentence]
    told = {h.first for h in context.document.hits(*kinds, within=sentence)}
    return is_masdar(context, aim) and aim not in told


def _to_meet(context: Context, aim: int) -> bool:
    """Whether what is agreed upon is a meeting: that is planned, and no commitment."""
    return any(i in context.meeting_heads for i in range(aim, aim + 3))


def _aim_after(context: Context, hit: Hit, clause: Clause, where: Phrase | None) -> int | None:
    """The token at which the aims begin: behind the preposition that the word governs, a verbal noun after it."""
    first = hit.last + 1
    if where is not None and hit.last < where.first < min(clause.last, hit.last + 14):
        first = where.last
    limit = _window(context, first, clause.last)
    governed = hit.data["after"]
    that = context.particles.get(first)
    if first == clause.last and that is not None and that.data["class"] == "that" and that.analysis.letters == 0:
        return that.last + 1 if context.document.tokens[first].text.startswith(tuple(governed)) else None
    if governed == _ITSELF:
        to = hit.data.get("to")
        return hit.first if to is None or any(t.text == to for t in context.document.tokens[first:limit]) else None
    if governed == ["none"]:
        return first
    bare = True
    for index in range(first, limit):
        mark = context.particles.get(index)
        if mark is not None and mark.first == index and context.document.tokens[index].text in governed:
            return index + 1 if index + 1 < clause.last else None
        if (
            context.document.tokens[index].form in governed
            and index + 1 < limit
            and context.document.tokens[index + 1].kind == SIGN
        ):
            return index + 1  # بـ"رد صارم"
        if proclitic(context, index)[1] in governed and proclitic(context, index)[1]:
            return index
        alone = bare and mark is None and index not in context.mention_tokens and not any(proclitic(context, index)[:2])
        if hit.data.get("direct") and alone and is_masdar(context, index):
            return index
        passed = mark is not None and mark.data["class"] == "pause"
        bare = bare and (passed or context.document.tokens[index].kind == SIGN)
    return _behind_adverbials(context, first, clause.last, governed)


def _window(context: Context, first: int, last: int) -> int:
    """The token before which the aims must begin: five words on, names and times between them not counted."""
    words, index = 0, first
    while index < last and words < _REACH:
        time = context.time_tokens.get(index)
        named = context.role_tokens.get(index) or context.mention_tokens.get(index) or time
        words += 0 if named is not None or context.document.tokens[index].kind == SIGN else 1
        index = max(index + 1, context.document.token_at(named.end)) if named is not None else index + 1
    return min(index, last)


def _behind_adverbials(context: Context, first: int, limit: int, governed: list[str]) -> int | None:
    """The token at which the aims begin where adverbials stand before them (اتفقا خلال لقاء في باريس على ...)."""
    for found in complements(context, first, limit):
        if found.mark is not None and context.document.tokens[found.mark.first].text in governed:
            return found.phrase.first
        if found.letter and found.letter in governed:
            return found.phrase.first
        if found.mark is None or not any(found.mark.data.get(k) for k in _ADVERBIAL):
            return None
    return None


def _event(context: Context, aim: int, body: list[str], where: Phrase | None, start: int, status: str) -> Event | None:
    sentence = context.document.sentences[context.document.tokens[aim].sentence]
    spans = enumerate_spans(context, aim, sentence.last)
    if not spans or not _nominal(context, aim):
        return None
    if _of_money(context, spans[0]):
        return None  # money promised is funding
    draft = Draft(context, "commitment", start, spans[-1].end)
    draft.entities("body", body, (where.start, where.end) if where is not None else None)
    draft.spans("aim", spans)
    draft.event.status = status
    return draft.event


def _of_money(context: Context, aim: Span) -> bool:
    """Whether an aim speaks of a sum, by its number or as of one told before (بتقديم ثلث هذا المبلغ)."""
    told = any(aim.start <= h.start < aim.end for h in context.document.hits("event.funding-same"))
    return told or money_in(context, aim.start, aim.end)


def _nominal(context: Context, index: int) -> bool:
    token = context.document.tokens[index]
    return token.kind == SIGN or is_masdar(context, index) or index in context.mention_tokens or len(token.form) > 3


def _is_body(context: Context, values: list[str], persons: bool) -> bool:
    kinds = ("organisation", "place", "person") if persons else ("organisation", "place")
    named = [context.types[v] for v in values if v in context.types]
    return bool(named) and all(kind in kinds for kind in named)


def _apart(events: list[Event]) -> list[Event]:
    """Without those whose aims another one tells already."""
    kept: list[Event] = []
    for event in events:
        aims = event.slots["aim"]
        if not any(
            other.slots["aim"] == aims or (other.start <= event.start and event.end <= other.end) for other in kept
        ):
            kept.append(event)
    return kept
