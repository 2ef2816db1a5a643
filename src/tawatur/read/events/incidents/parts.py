"""What a single word tells of an incident: its type, who, where, when and how many."""

from __future__ import annotations

from tawatur.read.events.adjoining import definite, further_kind
from tawatur.read.events.clauses import Clause
from tawatur.read.events.context import Context
from tawatur.read.events.incidents.arguments import arguments
from tawatur.read.events.incidents.counts import count, counted_before, counted_group, first_counted
from tawatur.read.events.incidents.foiled import foiled
from tawatur.read.events.incidents.means import set_means
from tawatur.read.events.incidents.names import named_by
from tawatur.read.events.incidents.needs import complete, forceful, harmless
from tawatur.read.events.incidents.order import set_in_order
from tawatur.read.events.incidents.reach import by_the_way, occasions, reach
from tawatur.read.events.incidents.record import Arguments, Incident
from tawatur.read.events.incidents.setting import when, where
from tawatur.read.events.incidents.triggers import VIOLENT, Nouns, Trigger
from tawatur.read.events.lists import is_masdar
from tawatur.read.events.phrases import Phrase, words
from tawatur.read.events.slots import is_money

_CAUSE = 6  # tokens behind what belongs to a death in which its cause may stand
_ITSELF = 9  # tokens from a word of killing to "himself" (قتل المسلح (58 عاما) نفسه)
_BLOWS = VIOLENT | {"arrest", "kidnapping", "siege", "takeover"}
_TIMES = frozenset({"year", "month", "week", "day", "hour", "minute"})
_MEMORY = 4  # tokens from "anniversary" to what it is of


def part(context: Context, nouns: Nouns, trigger: Trigger, limit: int, begin: int) -> Incident:
    """The incident that a trigger tells, from the words up to token `limit`, its subject before it, and the dead and
    hurt from token `begin` on (خمسة قتلى في انفجار)."""
    tokens = context.document.tokens
    first = trigger.clause.first if trigger.finite else trigger.hit.first
    last = _region_end(context, nouns, trigger, limit)
    opens = trigger.clause.verb is not None and trigger.clause.verb.first == trigger.hit.first
    start = trigger.clause.start if trigger.finite and opens else tokens[first_counted(context, trigger)].start
    found = Incident(trigger, trigger.type, start, max(tokens[last - 1].end, trigger.hit.end))
    natural = nouns.cue("nature", trigger.hit.last + 1, min(trigger.clause.sentence.last, last + _CAUSE)) is not None
    if trigger.type == "killing" and trigger.frame in ("suffer", "happen") and natural:
        found.type = "other"  # لقي ثلاثة مصرعهم جراء البرد
    found.likely, found.likely_type = trigger.likely, trigger.likely_type
    behind = nouns.classes(trigger.hit.last + 1, trigger.hit.last + _ITSELF)
    found.itself = found.type == "killing" and "self" in behind
    found.armed, found.word = trigger.arms, (trigger.hit.start, trigger.hit.end)
    found.last = trigger.clause.sentence.index
    found.definite = not trigger.finite and (definite(context, trigger.hit.first) or _that(context, trigger.hit.last))
    set_in_order(context, nouns, found)
    found.recalls = trigger.bodily and nouns.cue("recall", trigger.hit.last + 1, last) is not None
    who = arguments(context, nouns, trigger, last)
    foiled(context, nouns, found, who, last)
    who.target = [g for at, g in enumerate(who.target) if not _no_party(context, nouns, found.type, g, at > 0)]
    _place_for_doer(context, found, who)
    if trigger.needs == "strife" or trigger.hit.data.get("alone"):
        who.target = []
    _name(context, nouns, found, who)
    count(context, nouns, found, who, last)
    if trigger.harm == "killed" and len(who.target) > 1:
        found.groups = [g for part in who.target if (g := counted_group(context, nouns, part)) is not None]
    if not trigger.finite and trigger.tells_harm and "number" not in found.anchors:
        counted_before(context, nouns, found, begin)
    limit = max(trigger.hit.last + 1, reach(context, nouns, trigger, limit))
    beside = occasions(context, nouns, trigger, limit) | by_the_way(context, nouns, trigger, limit)
    if trigger.finite:
        first = _opening(context, trigger.clause)
    if nouns.cue("memory", trigger.hit.first - _MEMORY, trigger.hit.first) is None:
        when(context, nouns, found, (first, limit), beside)
    where(context, nouns, found, who, (first, limit), beside)
    set_means(context, nouns, found, who, last)
    found.certain = complete(context, nouns, trigger, who, last)
    if harmless(context, nouns, trigger, who):
        found.certain, found.likely = False, 0.0
    return found


def _that(context: Context, last: int) -> bool:
    """Whether a relative clause speaks of a definite noun behind an incident noun (إطلاق الرصاص الذي وقع)."""
    mark = context.particles.get(last + 1)
    return mark is not None and mark.data["class"] == "relative" and definite(context, last)


def _place_for_doer(context: Context, found: Incident, who: Arguments) -> None:
    """A town in the genitive of an incident noun is where it happened (هجوم باريس), not who did it."""
    doing = found.trigger.frame == "of-target" or found.trigger.bloodless
    if found.trigger.finite or doing or found.type in ("airstrike", "military-campaign"):
        return
    for group in list(who.actor):
        mention = context.mention_tokens.get(group.first)
        if mention is not None and mention.type == "place" and group.first == found.trigger.hit.last + 1:
            who.actor.remove(group)


def _region_end(context: Context, nouns: Nouns, trigger: Trigger, limit: int) -> int:
    """The token after the clause of a trigger, the relative clauses on it, and the clause that goes on with its verb
    (انفجار، نفذه انتحاري، استهدف مركزا)."""
    last = trigger.clause.last
    for clause in context.clauses[trigger.clause.index + 1 :]:
        if clause.sentence is not trigger.clause.sentence:
            break
        goes_on = not trigger.finite and clause.opener is None and _carries(nouns, clause)
        if clause.opener != "relative" and not goes_on:
            break
        last = clause.last
    last = max(trigger.hit.last + 1, min(last, limit))
    while last > trigger.hit.last + 1 and context.document.tokens[last - 1].kind == "sign":
        last -= 1
    return last


def _opening(context: Context, clause: Clause) -> int:
    """The first token of what opens the sentence of a clause without a verb of its own: a day, a place
    (والسبت، فجر ...، وفي دمشق، قتل ...)."""
    before = context.clauses[clause.index - 1] if clause.index else None
    same = before is not None and before.sentence is clause.sentence
    opens = same and before is not None and (before.first == clause.sentence.first or before.opener == "that")
    return before.first if opens and before is not None and before.verb is None else clause.first


def _carries(nouns: Nouns, clause: Clause) -> bool:
    """Whether the verb of a clause says what an incident did (استهدف، هز، أسفر)."""
    carrier = nouns.cues["carrier"].get(clause.verb.first) if clause.verb is not None else None
    return carrier is not None and carrier.data["subject"] == "none"


def _name(context: Context, nouns: Nouns, found: Incident, who: Arguments) -> None:
    for slot, parts in (("actor", who.actor), ("target", who.target)):
        head: Phrase | None = None
        for before, group in zip((None, *parts), parts, strict=False):
            head = _shared_head(context, head, before, group)
            if (
                group.first in nouns.cues["agent"]
                or _money(context, group)
                or _span_of_time(context, group)
                or (slot == "actor" and head is None and not _could_act(context, nouns, group))
            ):
                continue
            nation = slot == "actor" and (not found.trigger.finite or _by_arms(context, group))
            named = [_shared(context, head, group)] if head is not None else []
            named = named or (_its_fighters(context, nouns, group) if slot == "actor" else [])
            named = named or named_by(context, nouns, group, nation, found.trigger.arms_hit)
            getattr(found, slot).extend(v for v in named if v not in getattr(found, slot))
            if named:
                found.anchors.add(slot)
                found.evidence.setdefault(slot, []).append((group.start, group.end))


def _shared_head(context: Context, head: Phrase | None, before: Phrase | None, group: Phrase) -> Phrase | None:
    """The words that a group, an adjective alone, shares with the one before it (القوات العراقية | والكردية: القوات),
    which may share them itself."""
    if before is None or not further_kind(context, before, group):
        return None
    if head is None and before.last - before.first > 1:
        head = before._replace(last=before.last - 1, end=context.document.tokens[before.last - 2].end)
    return head


def _shared(context: Context, head: Phrase, adjective: Phrase) -> str:
    """The words that two parts share with the adjective of the second, which keeps its article behind a construct
    (قوات تركية، قوات المقاومة التهامية)."""
    if head.last - head.first > 1:
        return f"{words(context, head)} {context.document.text[adjective.start : adjective.end]}"
    return f"{words(context, head)} {words(context, adjective)}"


def _its_fighters(context: Context, nouns: Nouns, group: Phrase) -> list[str]:
    """The body whose people do something, where they are several (مقاتلو التنظيم)."""
    mention = context.mention_tokens.get(group.first + 1)
    whose = mention is not None and mention.type == "organisation" and mention.end == group.end
    people = nouns.at.get(group.first, set()) & {"person", "force"} and group.first not in nouns.singular
    return [mention.entity] if whose and people and mention is not None else []


def _no_party(context: Context, nouns: Nouns, kind: str, group: Phrase, listed: bool) -> bool:
    """Whether a group is none to which something is done: a pronoun that stands alone, an adverb, what is abstract and
    listed behind those who suffered it (قتل الجنود | وقرار المحكمة) or no blow can strike (قصف | تمهيدا ل...), or
    something else that was done (احتجاز القوافل | وتضييق الخناق)."""
    if group.first in context.mention_tokens:
        return False
    if listed and is_masdar(context, group.first) and not nouns.at.get(group.first):
        return group.first not in context.words.people
    cue = nouns.cues["no-party"].get(group.first)
    if cue is None:
        return False
    if cue.data.get("alone"):
        return group.last - group.first == 1
    if cue.data.get("unhurt"):
        return kind in _BLOWS
    return listed or bool(cue.data.get("at_all"))


def _money(context: Context, group: Phrase) -> bool:
    """Whether a group is a sum: what was taken, and nobody it was taken from (سرقة 30 مليون يورو)."""
    quantity = context.quantity_tokens.get(group.first)
    return quantity is not None and is_money(quantity.number.unit)


def _span_of_time(context: Context, group: Phrase) -> bool:
    """Whether a group is how long, or how old somebody is (سُجن ثلاث سنوات، اعتقل فلان (44 عاما))."""
    quantity = context.quantity_tokens.get(group.first)
    timed = group.first in context.words.numbers and any(t.start <= group.start < t.end for t in context.times)
    return timed or (quantity is not None and quantity.number.unit in _TIMES)  # منذ ما يزيد على | سبع سنوات


def _by_arms(context: Context, group: Phrase) -> bool:
    """Whether a group is the adjective of the arms that it was done with (بنيران إسرائيلية)."""
    return any(h.last == group.first - 1 for h in context.document.hits("event.incident-by-arms"))


def _could_act(context: Context, nouns: Nouns, group: Phrase) -> bool:
    """Whether a group names somebody who does things: a name, a force, people, a nation."""
    if nouns.no_doer(group.first) and group.first not in context.mention_tokens:
        return False
    if group.first in context.quantity_tokens or any(i in nouns.demonyms for i in range(group.first, group.last)):
        return True
    return forceful(context, nouns, [group])
