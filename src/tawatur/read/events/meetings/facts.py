"""What one telling of a meeting says of it: its own body and parties, then all that belongs to it."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import doer, noun_phrase
from tawatur.read.events.context import Context
from tawatur.read.events.lists import enumerate_spans
from tawatur.read.events.meetings.doers import pronoun_of
from tawatur.read.events.meetings.inside import add_doers, add_inside
from tawatur.read.events.meetings.parties import held_by, verb_parties
from tawatur.read.events.meetings.parts import read_part
from tawatur.read.events.meetings.setting import read_setting, read_topic
from tawatur.read.events.meetings.told import Facts, Telling
from tawatur.read.events.pairs import dual, names_two, two_before, two_of
from tawatur.read.events.people import impersonal, people_of
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
    if not telling.verb:
        add_doers(context, telling, facts)
    _add_for_counterpart(context, telling, facts)
    read_setting(context, telling, owned, facts)
    return facts


def _own(context: Context, telling: Telling, facts: Facts, led: bool) -> None:
    """Body, people and parties that stand at the telling itself; where somebody leads it, "with" is beside him."""
    where = (telling.hit.start, telling.hit.end)
    facts.add("body", telling.body, where)
    facts.add("attended", telling.people, where)
    if telling.verb:
        verb_parties(context, telling, facts)
        if telling.hit.data.get("topic"):
            _verb_topic(context, telling, facts)
        return
    _planned_by(context, telling, facts)
    with_whom = held_by(context, telling) if not led else None
    if with_whom is not None and names_two(context, with_whom):
        facts.add("attended", two_of(context, with_whom), (with_whom.start, with_whom.end))
    elif with_whom is None and dual(context, telling.hit):
        facts.add("attended", two_before(context, telling.first), where)
        telling.level = telling.level or ("bilateral" if len(facts.of("attended")) == 2 else None)
    if with_whom is not None and not impersonal(context, with_whom) and not names_two(context, with_whom):
        met = people_of(context, with_whom)
        facts.add("attended", met, (with_whom.start, with_whom.end))
        if telling.hit.data.get("pair") and len(met) <= 2:
            telling.level = telling.level or "bilateral"
    if with_whom is not None and _one_behind(context, telling):
        owner = pronoun_of(context, telling)
        facts.add("attended", [owner] if owner is not None else [], where)
    add_inside(context, telling, facts, with_whom is not None)


def _add_for_counterpart(context: Context, telling: Telling, facts: Facts) -> None:
    """Add him whose counterpart is the only one told (خلال اتصال هاتفي مع نظيره ...)."""
    alone = [where for slot, found, where in facts.values if slot == "attended" and found]
    if len(alone) != 1 or len(facts.of("attended")) != 1:
        return
    first = context.document.token_at(alone[0][0])
    named = (h for h in context.document.hits("visit.visitor") if h.first == first and h.data.get("counterpart"))
    if any("suffix" in h.features for h in named) and (one := pronoun_of(context, telling)) is not None:
        facts.add("attended", [one] if one not in facts.of("attended") else [], (telling.hit.start, telling.hit.end))


def _one_behind(context: Context, telling: Telling) -> bool:
    """Whether a pronoun stands for one who meets (قمته مع ..., القمة بينه وبين ...)."""
    form = context.document.tokens[telling.first].form
    own = bool(telling.hit.data.get("own")) and not definite(form) and not dual(context, telling.hit)
    return own or any(
        i in context.by_first("meeting.between") for i in range(telling.last + 1, min(telling.limit, telling.last + 9))
    )


def _planned_by(context: Context, telling: Telling, facts: Facts) -> None:
    """Those who agree or intend to meet will be there (اتفق الرئيسان على عقد قمة)."""
    clause = telling.clause
    near = [
        h for h in context.document.hits("meeting.pledge") if clause.first <= h.first < telling.first <= h.last + 16
    ]
    mark = context.particles.get(telling.first - 1)
    inside = mark is not None and (mark.data.get("place") or mark.data.get("during") or mark.data.get("aside"))
    if not near or inside:
        return
    facts.pledged = True
    verb = clause.verb is not None and clause.verb.first == near[-1].first
    who = doer(context, clause) if verb else None
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
    if what is not None and what.first not in context.words.people:
        facts.topics.extend(enumerate_spans(context, what.first, clause.sentence.last))
