"""Who was at a meeting in or after which something is said or done: the speaker, both who act together, the caller."""

from __future__ import annotations

from tawatur.read.events.arguments import antecedent, direct_object, doer, noun_phrase, pronoun_ahead, subject
from tawatur.read.events.clauses import FINITE, Clause
from tawatur.read.events.complements import complements
from tawatur.read.events.context import Context
from tawatur.read.events.meetings.doers import goes_there
from tawatur.read.events.meetings.told import Facts, Telling
from tawatur.read.events.people import country_of, people_of, persons
from tawatur.read.events.phrases import proclitic
from tawatur.read.events.slots import values


def add_inside(context: Context, telling: Telling, facts: Facts, party: bool) -> None:
    """Add those who do or say something in a meeting; `party`: its own words name somebody already."""
    if not party and not facts.of("attended"):
        _two_inside(context, telling, facts)
    if _speaks_inside(context, telling, party):
        _add_speaker(context, telling, facts)


def add_doers(context: Context, telling: Telling, facts: Facts) -> None:
    """Add the other side where a meeting has one alone, and both of a call that names nobody."""
    if len(facts.of("attended")) == 1:
        _add_himself(context, telling, facts)
        _add_doer(context, telling, facts)
    if telling.hit.data.get("call") and len(facts.of("attended")) < 2:
        _add_called(context, telling, facts)


def _add_himself(context: Context, telling: Telling, facts: Facts) -> None:
    """Add who says of himself that he meets another (قال إنه سيواصل المحادثات مع ...، مستعد لإجراء ...)."""
    clause = telling.clause
    held = facts.holding
    own = held is not None and (_held_by_noun(facts) or (clause.verb is not None and clause.verb.first == held.first))
    if not own or not pronoun_ahead(context, clause):
        return
    index = context.statement_at(clause.start, clause.end)
    one = context.reading.statements[index].speaker if index is not None else None
    mark = context.particles[clause.first]
    if clause.verb is not None and clause.verb.first > mark.last + 2:
        return  # "أنه ليس هناك"
    hers = context.document.tokens[mark.last].form.endswith(context.letters.hers)
    if one in context.types and (context.types[one] == "person") != hers and one not in facts.of("attended"):
        facts.add("attended", [one], (clause.start, clause.end))


def _add_doer(context: Context, telling: Telling, facts: Facts) -> None:
    """Who comes to meet another, who speaks or acts after talks with him (قال عقب لقاء مع نظيره), or holds them by a
    noun (تسعى إلى مواصلة المحادثات مع ...)."""
    clause = telling.clause
    goer = goes_there(context, telling)
    if goer is not None:
        facts.add("attended", persons(context, goer)[:1], (goer.start, goer.end))
        return
    verb = clause.verb
    if verb is None or verb.first > telling.first or (telling.definite and not _held_by_noun(facts)):
        return
    if not (_behind(context, telling) or _held_by_noun(facts)):
        return
    who = doer(context, clause)
    if who is None or who.first <= telling.first < who.last:
        return
    own = country_of(context, context.speaker_at(clause)) if who.first in context.firsts("commitment.own") else []
    met = own or [v for v in people_of(context, who) if v in context.types]
    if len(met) == 1 and met[0] not in facts.of("attended"):
        facts.add("attended", met, (who.start, who.end))


def _behind(context: Context, telling: Telling) -> bool:
    """Whether a meeting is told as that after which something is said (عقب لقاء)."""
    return any(h.last == telling.first - 1 for h in context.document.hits("meeting.behind"))


def _held_by_noun(facts: Facts) -> bool:
    """Whether a verbal noun says that the meeting is held or goes on (مواصلة المحادثات)."""
    held = facts.holding
    return held is not None and held.features.get("form") not in FINITE and bool(held.data.get("before"))


def _add_called(context: Context, telling: Telling, facts: Facts) -> None:
    """Those between whom a call is in which one says or does something to the other (هنأ الرئيس نظيره في اتصال)."""
    clause, mark = telling.clause, context.particles.get(telling.first - 1)
    inside = mark is not None and (mark.data.get("place") or mark.data.get("during"))
    if not (inside or _behind(context, telling)) or clause.verb is None or clause.verb.first > telling.first:
        return
    who, whom = doer(context, clause), direct_object(context, clause)
    if whom is None:
        to = (context.letters.for_, context.letters.at)
        after = complements(context, clause.verb.last + 1, telling.first)
        whom = next((f.phrase for f in after if f.letter in to and persons(context, f.phrase)), None)
    if who is None or whom is None or telling.first in range(whom.first, whom.last):
        return
    met = [persons(context, side)[:1] for side in (who, whom)]
    if all(met) and met[0] != met[1]:
        facts.add("attended", [*met[0], *met[1]], (who.start, who.end))
        telling.level = telling.level or "bilateral"


def _speaks_inside(context: Context, telling: Telling, party: bool) -> bool:
    """Whether the clause tells what somebody does "in" the meeting: speaks, or holds it with a party; or is an
    adverbial before what somebody says (وفي ختام مؤتمر ...، قال الرئيس)."""
    clause = telling.clause
    if clause.verb is None and _saying(context, clause) is not None:
        mark = context.particles.get(telling.first - 1)
        return mark is not None and bool(mark.data.get("place") or mark.data.get("during"))
    first = clause.verb.last + 1 if clause.verb is not None else clause.first
    if first > telling.first:
        return False
    between = [context.particles[i] for i in range(first, telling.first) if i in context.particles]
    inside = any(m.data.get("place") or m.data.get("during") for m in between)
    if proclitic(context, telling.begins)[1] == context.letters.for_:
        return False  # في البيان الختامي للقمة
    says = clause.verb is not None and clause.verb.first in context.firsts("say")
    return inside and (says or party or telling.level == "press-conference")


def _two_inside(context: Context, telling: Telling, facts: Facts) -> None:
    """Those who do something together in a meeting that names no party (اتفق الرئيس ونظيره خلال لقاء على ...)."""
    clause, mark = telling.clause, context.particles.get(telling.first - 1)
    if mark is None or not mark.data.get("during") or telling.body or telling.definite or clause.verb is None:
        return
    who = subject(context, clause)
    met = persons(context, who) if who is not None and who.last < telling.first else []
    if len(met) > 1 and who is not None:
        facts.add("attended", met, (who.start, who.end))
        telling.level = telling.level or ("bilateral" if len(met) == 2 else None)


def _its_own(context: Context, telling: Telling, facts: Facts) -> bool:
    """Whether the meeting in which a body speaks is its own (دعت الجامعة، في الاجتماع الطارئ، إلى ...)."""
    whose = telling.body or telling.people or telling.place or facts.of("attended")
    conference = telling.hit.data.get("named")
    apart = telling.level in ("press-conference", "bilateral", "summit")
    return telling.definite and not (whose or conference or apart)


def _saying(context: Context, clause: Clause) -> Clause | None:
    """The clause of saying right behind an adverbial."""
    after = context.clauses[clause.index + 1] if clause.index + 1 < len(context.clauses) else None
    if after is None or after.sentence is not clause.sentence or after.opener is not None or after.verb is None:
        return None
    return after if after.verb.first in context.firsts("say") else None


def _add_speaker(context: Context, telling: Telling, facts: Facts) -> None:
    clause = telling.clause
    if clause.verb is None:
        clause = _saying(context, clause) or clause
    who = subject(context, clause) if clause.verb is not None else noun_phrase(context, clause.first, telling.first)
    who = who or antecedent(context, clause)
    found = persons(context, who) if who is not None else []
    if found and who is not None:
        facts.add("attended", found, (who.start, who.end))
    elif who is not None and _its_own(context, telling, facts):
        bodies = [v for v in values(context, who) if context.types.get(v) == "organisation"]
        facts.add("body", bodies[:1], (who.start, who.end))
    elif (speaker := context.speaker_at(clause)) is not None:
        facts.add("attended", [speaker], (clause.start, clause.end))
