"""What one telling of a meeting says of it: its own body and parties, then all that belongs to it."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import antecedent, carried_subject, direct_object, noun_phrase, subject
from tawatur.read.events.clauses import Clause
from tawatur.read.events.context import Context
from tawatur.read.events.lists import enumerate_spans
from tawatur.read.events.meeting_cues import Facts, Telling, held_by
from tawatur.read.events.meeting_parts import impersonal, people_of, persons, read_part
from tawatur.read.events.meeting_setting import read_setting, read_topic
from tawatur.read.events.pairs import dual, names_two, two_before, two_of
from tawatur.read.events.phrases import Phrase, phrase, proclitic
from tawatur.read.events.slots import values
from tawatur.text.words import SIGN, definite


def facts_of(context: Context, telling: Telling, owned: list[Hit]) -> Facts:
    """Read a telling and the words of part and topic that belong to it."""
    facts = Facts()
    _own(context, telling, facts, any(h.data.get("slot") in ("chair", "host") for h in owned))
    for hit in owned:
        if hit.entry.kind == "meeting.part":
            read_part(context, telling, hit, facts)
        else:
            read_topic(context, telling, hit, facts)
    read_setting(context, telling, owned, facts)
    return facts


def _own(context: Context, telling: Telling, facts: Facts, led: bool) -> None:
    """Body, people and parties that stand at the telling itself; where somebody leads it, "with" is beside him."""
    where = (telling.hit.start, telling.hit.end)
    facts.add("body", telling.body, where)
    facts.add("attended", telling.people, where)
    if telling.verb:
        _verb_parties(context, telling, facts)
        if telling.hit.data.get("topic"):
            _verb_topic(context, telling, facts)
        return
    _planned_by(context, telling, facts)
    with_whom = held_by(context, telling) if not led else None
    if with_whom is not None and names_two(context, with_whom):
        facts.add("attended", two_of(context, with_whom), (with_whom.start, with_whom.end))
    elif with_whom is None and dual(context, telling.hit):
        facts.add("attended", two_before(context, telling.first), where)
    if with_whom is not None and not impersonal(context, with_whom):
        met = people_of(context, with_whom)
        facts.add("attended", met, (with_whom.start, with_whom.end))
        if telling.hit.data.get("pair") and len(met) <= 2:
            telling.level = telling.level or "bilateral"
    if with_whom is not None and _one_behind(context, telling):
        owner = _owner(context, telling)
        facts.add("attended", [owner] if owner is not None else [], where)
    if _speaks_inside(context, telling, with_whom is not None):
        _add_speaker(context, telling, facts)


def _one_behind(context: Context, telling: Telling) -> bool:
    """Whether a pronoun stands for one who meets (قمته مع ..., القمة بينه وبين ...)."""
    form = context.document.tokens[telling.last].form
    own = bool(telling.hit.data.get("own")) and not definite(form) and not dual(context, telling.hit)
    return own or any(i in context.between for i in range(telling.last + 1, min(telling.limit, telling.last + 9)))


def _owner(context: Context, telling: Telling) -> str | None:
    """Whom a pronoun at the meeting's noun stands for: the last person named before it in its sentence, else who
    speaks."""
    sentence = telling.clause.sentence
    named = [m for m in context.within(context.mentions, sentence.start, telling.hit.start) if m.type == "person"]
    return named[-1].entity if named else context.speaker_at(telling.clause)


def _planned_by(context: Context, telling: Telling, facts: Facts) -> None:
    """Those who agree or intend to meet will be there (اتفق الرئيسان على عقد قمة)."""
    clause = telling.clause
    near = [h for h in context.pledges if clause.first <= h.first < telling.first <= h.last + 16]
    mark = context.particles.get(telling.first - 1)
    inside = mark is not None and (mark.data.get("place") or mark.data.get("during") or mark.data.get("aside"))
    if not near or inside:
        return
    facts.pledged = True
    verb = clause.verb is not None and clause.verb.first == near[-1].first
    who = subject(context, clause) or antecedent(context, clause) or carried_subject(context, clause) if verb else None
    if who is not None and who.first <= telling.first < who.last:
        who = None
    met = people_of(context, who) if who is not None and not names_two(context, who) else []
    if who is not None and (names_two(context, who) or (dual(context, near[-1]) and len(met) < 2)):
        met = two_of(context, who) or met
    elif who is None and dual(context, near[-1]):
        met = two_before(context, near[-1].first)
    facts.add("attended", [v for v in met if v in context.types or len(met) > 1], (clause.start, clause.end))


def _verb_topic(context: Context, telling: Telling, facts: Facts) -> None:
    """What is discussed: the noun phrase behind those with whom (بحث الوزير مع نظيره الأزمة)."""
    clause = telling.clause
    other = held_by(context, telling)
    first = other.last if other is not None else telling.last + 1
    while first < clause.last and context.document.tokens[first].kind == SIGN:
        first += 1
    what = noun_phrase(context, first, clause.last)
    if what is not None and what.first not in context.people:
        facts.topics.extend(enumerate_spans(context, what.first, clause.sentence.last))


def _verb_parties(context: Context, telling: Telling, facts: Facts) -> None:
    clause = telling.clause
    doer = subject(context, clause) or antecedent(context, clause) or carried_subject(context, clause)
    if clause.verb is None or clause.verb.first != telling.first:
        doer = noun_phrase(context, telling.last + 1, clause.last)
    other = None
    if telling.hit.data["frame"] == "object":
        other = direct_object(context, clause) or _object_behind(context, clause, doer, telling)
    other = other or held_by(context, telling)
    if doer is None and (speaker := context.speaker_at(clause)) is not None:
        facts.add("attended", [speaker], (clause.start, clause.end))
    if other is None:
        _with_body(context, telling, facts)
    if other is None and (dual(context, telling.hit) or (doer is not None and names_two(context, doer))):
        facts.add("attended", _the_two(context, telling, doer), (clause.start, clause.end))
    facts.together = doer is not None and (dual(context, telling.hit) or _plural(context, doer))
    for who in (doer, other):
        if who is None or names_two(context, who):
            continue
        if who.first in context.participants and not context.within(context.mentions, who.start, who.end):
            continue
        for value in values(context, who):
            kind = context.types.get(value)
            body = kind == "organisation" or (kind is None and who.first in context.body_words)
            facts.add("body" if body and other is None else "attended", [value], (who.start, who.end))
    if doer is not None and other is not None and _one_each(context, doer, other):
        telling.level = telling.level or "bilateral"


def _the_two(context: Context, telling: Telling, doer: Phrase | None) -> list[str]:
    """The two whom a dual takes up, unless its subject names them."""
    if doer is None or names_two(context, doer):
        return two_of(context, doer) if doer is not None else two_before(context, telling.first)
    named = [v for v in values(context, doer) if v in context.types]
    behind = doer.first > telling.first
    return [] if len(named) >= 2 or behind else two_before(context, telling.first)


def _plural(context: Context, doer: Phrase) -> bool:
    """Whether a phrase begins with a plural of people (وزراء المالية العرب)."""
    hit = context.levels.get(doer.first) or context.word_hits.get(doer.first)
    if hit is not None and hit.entry.kind == "meeting.level" and "number" not in hit.features:
        return True
    return hit is not None and doer.first in context.people and hit.features.get("number") in ("plural", "dual")


def _object_behind(context: Context, clause: Clause, doer: Phrase | None, telling: Telling) -> Phrase | None:
    """The object where adverbials stand before it (استقبل الملك في قصر السلام يوم أمس وزير الخارجية)."""
    index = max(telling.last + 1, doer.last if doer is not None else 0)
    met = noun_phrase(context, index, clause.last, governed=True)  # التقى الوزير بنظيره
    if met is not None and proclitic(context, index)[1] != context.for_letter:
        return met
    for _ in range(4):
        found = noun_phrase(context, index, clause.last)
        if found is not None and found.first not in context.meeting_heads:
            return found if context.within(context.mentions, found.start, found.end) else None
        ahead = [i for i in range(index, clause.last) if (m := context.particles.get(i)) is not None and m.first == i]
        if not ahead or context.particles[ahead[0]].data.get("party"):
            return None
        inner = noun_phrase(context, context.particles[ahead[0]].last + 1, clause.last)
        if inner is None or inner.last <= index:
            return None
        index = inner.last
    return None


def _with_body(context: Context, telling: Telling, facts: Facts) -> None:
    """The body somebody meets with, written onto the preposition (يجتمع بحكومته)."""
    index = telling.last + 1
    if index < telling.limit and index in context.body_words and proclitic(context, index)[1]:
        whose = phrase(context, index, telling.clause.last)
        facts.add("body", values(context, whose), (whose.start, whose.end))


def _one_each(context: Context, one: Phrase, other: Phrase) -> bool:
    return len(values(context, one)) == 1 == len(values(context, other))


def _speaks_inside(context: Context, telling: Telling, party: bool) -> bool:
    """Whether the clause tells what somebody does "in" the meeting: speaks, or holds it with a party."""
    clause = telling.clause
    first = clause.verb.last + 1 if clause.verb is not None else clause.first
    if first > telling.first:
        return False
    between = [context.particles[i] for i in range(first, telling.first) if i in context.particles]
    inside = any(m.data.get("place") or m.data.get("during") for m in between)
    says = clause.verb is not None and clause.verb.first in context.says
    return inside and (says or party or telling.level == "press-conference")


def _add_speaker(context: Context, telling: Telling, facts: Facts) -> None:
    clause = telling.clause
    who = subject(context, clause) if clause.verb is not None else noun_phrase(context, clause.first, telling.first)
    who = who or antecedent(context, clause)
    found = persons(context, who) if who is not None else []
    if found and who is not None:
        facts.add("attended", found, (who.start, who.end))
    elif (speaker := context.speaker_at(clause)) is not None:
        facts.add("attended", [speaker], (clause.start, clause.end))
