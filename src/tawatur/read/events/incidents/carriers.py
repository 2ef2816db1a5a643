"""What the verb that carries an incident noun says (شن هجوما، تعرضت لقصف): whose doing it is, whom it struck."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.adjoining import definite
from tawatur.read.events.arguments import antecedent, subject
from tawatur.read.events.clauses import FINITE, HARD, SOFT, Clause
from tawatur.read.events.context import Context
from tawatur.read.events.governed import background, negated
from tawatur.read.events.groups import after_aside, group
from tawatur.read.events.incidents.calls import called, does
from tawatur.read.events.incidents.complements import accused
from tawatur.read.events.incidents.names import named_by
from tawatur.read.events.incidents.record import LASTING, Incident
from tawatur.read.events.incidents.triggers import Nouns, Trigger
from tawatur.read.events.incidents.understood import left_out
from tawatur.read.events.phrases import Phrase
from tawatur.read.events.slots import seat, values
from tawatur.read.events.status import cue_in
from tawatur.text.words import SIGN

_GOVERNED = 2  # tokens between a verb and the noun that is its subject or object
_NEAR, _FAR = 6, 12  # tokens from a carrying verb to its noun, from that of the clause
_OBJECT = 20  # tokens from a verb to its object
_QUALIFIED = 3  # tokens before a verb in which the noun begins that it qualifies
_OFFICIAL = frozenset({"arrest", "seizure", "dismantlement", "takeover", "raid"})


def carried(context: Context, nouns: Nouns, one: Incident) -> None:
    """What the verb that carries an incident noun says: whose doing it is, whom or where it struck."""
    trigger = one.trigger
    if trigger.finite:
        return
    clause = trigger.clause
    before = _carrier_before(context, nouns, one)
    after = nouns.cue("carrier", trigger.hit.last + 1, min(trigger.hit.last + 9, clause.sentence.last))
    _called_for(context, nouns, one)
    if _blamed(nouns, trigger):
        one.anchors |= {"carrier", "accused"}
        one.claimed = True
        _take(context, nouns, one, "actor")
        return
    if before is None and after is None:
        one.told = _near_carrier_noun(nouns, trigger) or _heads_line(context, one)
        if one.told or _has_been(context, nouns, one):
            one.anchors.add("carrier")
        elif not one.actor and (_by_office(context, nouns, one) or does(nouns, trigger)):
            one.told = True
            _take(context, nouns, one, "actor")
        return
    one.told = any(c is not None and not c.data.get("attempt") and _beside(context, c, one) for c in (before, after))
    one.anchors.add("carrier")
    carrier = before or after
    one.claimed = before is not None and bool(before.data.get("claim"))
    if carrier is not None:
        _by_tense(context, carrier, one)
    role = before.data["subject"] if before is not None and not _is_doer(before, one) else "none"
    if before is not None and role == "actor" and background(context, before.last + 1, trigger.hit.first) == "after":
        role = "none"  # تشن السلطات منذ الانقلاب ...
    one.done = role == "actor" and before is not None and _did(nouns, before)
    if before is not None and before.data.get("begun") and not one.actor:
        by = _begun_by(context, nouns, before, one)
        if by is not None:
            _take(context, nouns, one, "actor", by)
    if role != "none" and not getattr(one, role):
        said = _who_did(context, nouns, before, clause) if role == "actor" and before is not None else None
        _take(context, nouns, one, role, said)


def _did(nouns: Nouns, carrier: Hit) -> bool:
    """Whether a verb says that its subject did what the noun after it tells (قام بقصف ...)."""
    return carrier.features.get("form") == "past" and carrier.first in nouns.cues["does"]


def _called_for(context: Context, nouns: Nouns, one: Incident) -> None:
    """Note that somebody asks for an incident, threatens with it or denies it, which tells of it."""
    trigger = one.trigger
    call = called(context, nouns, trigger)
    if (call is not None and one.type in ("protest", "other")) or cue_in(context, trigger.clause) == "denied":
        one.anchors.add("carrier")
    if call is not None and call.data.get("threat") and trigger.hit.analysis.preposition != "ل":  # not what is avenged
        one.anchors.add("carrier")
        if not one.actor and call.features.get("form") in FINITE:
            _take(context, nouns, one, "actor")


def _blamed(nouns: Nouns, trigger: Trigger) -> bool:
    """Whether somebody owns up to an incident, disowns it or is accused of it."""
    first, clause = trigger.hit.first, trigger.clause
    claim = nouns.cue("claim", max(clause.first, first - 4), first)
    accused = nouns.cue("accuse", max(clause.first, first - 10), first) is not None
    claimed = claim is not None and (accused or not claim.data.get("accused"))
    return claimed or trigger.pronoun or (accused and bool(trigger.hit.analysis.preposition))


def _who_did(context: Context, nouns: Nouns, carrier: Hit, clause: Clause) -> Phrase | None:
    """The indefinite noun right before a verb that is not the clause's own: of him it speaks (اعتقال شاب نفذ هجوما)."""
    own = clause.verb is not None and clause.verb.first == carrier.first
    if own or carrier.features.get("form") not in FINITE or carrier.analysis.conjunction:
        return None
    for index in range(carrier.first - 1, max(clause.first, carrier.first - _QUALIFIED) - 1, -1):
        if index in context.particles or context.document.tokens[index].kind == SIGN:
            return None
        if nouns.at.get(index, set()) & {"person", "force"} and not definite(context, index):
            found = group(context, index, carrier.first)
            return found if found is not None and found.last == carrier.first else None
    return None


def _by_office(context: Context, nouns: Nouns, one: Incident) -> bool:
    """Whether it is an act of office that a verb before it tells (أعلنت الشرطة توقيف ...), and no view of one."""
    verb = one.trigger.clause.verb
    if verb is None or one.type not in _OFFICIAL or verb.first >= one.trigger.hit.first:
        return False
    return verb.first in nouns.cues["does"] or verb.first not in context.firsts("say")


def _by_tense(context: Context, carrier: Hit, one: Incident) -> None:
    """Note whether a carrying verb says that the incident has been or goes on."""
    form = carrier.features.get("form")
    if carrier.data.get("begins") and one.type in LASTING - {"abuse"} and _beside(context, carrier, one):
        one.anchors.add("goes-on")  # تستمر العمليات العسكرية
    if form == "past" and _governs(context, carrier, one):
        one.anchors.add("happened")
    ahead = range(carrier.last + 1, one.trigger.hit.first)
    apart = negated(context, carrier.first) or any(context.document.tokens[i].form in SOFT for i in ahead)
    if form != "present" or one.status != "done" or apart:
        return
    if _only_may_be(context, carrier.first - 1):
        one.status = "planned"
    else:
        one.anchors.add("present")


def _only_may_be(context: Context, before: int) -> bool:
    """Whether the word before a present makes it what may be, or what somebody wants, expects or fears (قد تشن هجوما،
    يخشى أن تشن هجوما), and not what came before something else (قبل أن تشن هجوما)."""
    mark = context.particles.get(before)
    if mark is None:
        return False
    if mark.data.get("wish"):
        return not any(h.last == mark.first - 1 for h in context.document.hits("event.not-before", "event.background"))
    return context.document.tokens[before].form.endswith(context.letters.may)


def _governs(context: Context, carrier: Hit, one: Incident) -> bool:
    """Whether nothing stands between a carrying verb and its noun, in either order (وقع الانفجار، انفجار هز ...)."""
    return one.type not in ("abuse", "conflict", "takeover") and _beside(context, carrier, one)


def _beside(context: Context, carrier: Hit, one: Incident) -> bool:
    hit = one.trigger.hit
    between = range(carrier.last + 1, hit.first) if carrier.first < hit.first else range(hit.last + 1, carrier.first)
    return len(between) <= _GOVERNED and not any(i in context.particles or i in context.verbs for i in between)


def _right_behind_verb(context: Context, nouns: Nouns, one: Incident) -> bool:
    """Whether an incident noun stands behind the verb of its clause, with a preposition and a time between at most
    (وتمكنت خلال يومين من السيطرة على ...), and that cannot be its own passive (استخدم في الهجوم)."""
    verb, first = one.trigger.clause.verb, one.trigger.hit.first
    if verb is None or not verb.first < first or nouns.cues["carrier"].get(verb.first, verb).data.get("used"):
        return False
    at = verb.last + 1
    while at < first:
        time, mark = context.time_tokens.get(at), context.particles.get(at)
        if time is not None:
            at = max(at + 1, context.document.token_at(time.end))
        elif mark is not None or at in nouns.cues["carrier-noun"] or at in context.quantity_tokens:
            at = (mark.last if mark is not None else at) + 1
        else:
            return False
    return True


def _is_doer(carrier: Hit, one: Incident) -> bool:
    """Whether a carrier is a participle that stands for the doer himself (كشفت الشرطة هوية منفذ الهجوم)."""
    at_once = carrier.last + 1 == one.trigger.hit.first
    return carrier.features.get("form") not in FINITE and at_once and one.definite


def _carrier_before(context: Context, nouns: Nouns, one: Incident) -> Hit | None:
    """The verb before an incident noun that carries it: one near it, or the verb of its clause
    (وقع في وقت متأخر من أمس حادث)."""
    clause, first = one.trigger.clause, one.trigger.hit.first
    near = nouns.cue("carrier", max(clause.first, first - _NEAR), first)
    if near is not None and near.data.get("able") and one.type not in _OFFICIAL:
        return None
    verb = clause.verb
    if near is not None or verb is None or not first - _OBJECT <= verb.first < first:
        return near
    carrier = nouns.cues["carrier"].get(verb.first)
    if carrier is not None and carrier.data["subject"] == "actor":
        return carrier if _its_object(context, carrier, one) else None
    return carrier if verb.first >= first - _FAR else None


def _its_object(context: Context, carrier: Hit, one: Incident) -> bool:
    """Whether an incident noun is the object of a verb that takes one, behind a subject of many words (شنت قوات
    التحالف المدعومة من الولايات المتحدة هجوما)."""
    hit = one.trigger.hit
    free = not (hit.analysis.letters or hit.analysis.article or hit.first - 1 in context.particles)
    return free and bool(carrier.data.get("done")) and "object" not in carrier.features


def _begun_by(context: Context, nouns: Nouns, carrier: Hit, one: Incident) -> Phrase | None:
    """Who begins what a noun tells: the subject of the verb of beginning before it (بدأت القوات حملة). Nobody begins an
    accident: who is said to take one up attends to it (باشرت الفرق حريقا)."""
    hit, clause = one.trigger.hit, one.trigger.clause
    if one.disaster or clause.verb is None or clause.verb.first != carrier.first or hit.analysis.letters:
        return None
    found = group(context, carrier.last + 1, hit.first)
    if found is None:
        found = subject(context, clause)
        ahead = found is not None and found.last <= carrier.first and not hit.analysis.article
        return found if ahead and after_aside(context, carrier.last + 1, hit.first + 1) == hit.first else None
    return found if after_aside(context, found.last, hit.first + 1) == hit.first else None


def _has_been(context: Context, nouns: Nouns, one: Incident) -> bool:
    """Whether what is told happened after an incident, which therefore has been (فر السكان بعد اشتباكات في ...)."""
    trigger = one.trigger
    cue = nouns.cue("past", trigger.hit.first - 1, trigger.hit.first)
    mark = context.particles.get(cue.first) if cue is not None else None
    means = cue is not None and mark is not None and mark.first < cue.first  # من خلال استهداف ...
    return cue is not None and trigger.clause.tense == "past" and not means


def _heads_line(context: Context, one: Incident) -> bool:
    """Whether an indefinite noun begins a line without a verb, as a headline tells what happened (انفجار في سوق)."""
    trigger, clause = one.trigger, one.trigger.clause
    if (
        one.definite
        or trigger.type == "conflict"
        or (clause.verb is not None and clause.verb.first < trigger.hit.first)
    ):
        return False
    tokens = context.document.tokens
    before = trigger.hit.first - 1
    return before < clause.sentence.first or tokens[before].form in HARD


def _near_carrier_noun(nouns: Nouns, trigger: Trigger) -> bool:
    cue = nouns.cue("carrier-noun", trigger.hit.first - 3, trigger.hit.first)
    return cue is not None and (trigger.hit.analysis.preposition != "ل" or bool(cue.data.get("to")))


def _take(context: Context, nouns: Nouns, one: Incident, slot: str, said: Phrase | None = None) -> None:
    """The subject of the clause (or `said`) fills a slot; of an accusation, its object. Only who can act is a doer."""
    clause, first = one.trigger.clause, one.trigger.hit.first
    accuse = nouns.cue("accuse", clause.first, first)
    if said is not None:
        found: Phrase | None = said
    elif accuse is not None:
        found = next(iter(accused(context, nouns, clause, accuse, first)), None)  # متهما الجماعة بالوقوف وراء الهجوم
    else:
        found = subject(context, clause)
    whole = found is None or found.first < first < found.last
    if said is None and accuse is None and clause.verb is not None and whole:
        found = group(context, clause.verb.last + 1, first)
    if found is not None and found.first >= first:
        found = antecedent(context, clause)  # البلاد التي تشهد صراعا
    if found is None and accuse is None and slot == "actor" and _right_behind_verb(context, nouns, one):
        found = left_out(context, nouns, clause)
    if found is None or found.last > first:
        return
    if slot == "place" and (land := _land(context, found)) is not None:
        one.place.append(land)
        one.anchors.add(slot)
        return
    if slot == "actor" and (
        nouns.no_doer(found.first)
        or not (
            nouns.classes(found.first, found.last) & {"force", "person"}
            or context.within(context.mentions, found.start, found.end)
        )
    ):
        return
    if slot == "place":
        named = _towns(context, found)
    else:  # عشرات من المتظاهرين: whom the number counts
        counted = found.first in context.quantity_tokens
        named = named_by(context, nouns, found) if counted else values(context, found)
    getattr(one, slot).extend(dict.fromkeys(named))
    if not named:
        return
    one.evidence.setdefault(slot, []).append((found.start, found.end))
    one.anchors.add(slot)


def _towns(context: Context, found: Phrase) -> list[str]:
    """The places that a noun phrase names (شهدت مقديشو هجوما), a capital as the town."""
    named = {context.document.token_at(m.start): m for m in context.within(context.mentions, found.start, found.end)}
    first = named.get(found.first)
    if first is not None and first.type == "place":
        return [seat(context, first)]
    return [v for v in values(context, found) if context.types.get(v) == "place"]


def _land(context: Context, found: Phrase) -> str | None:
    """The place that a noun stands for (البلاد, المدينة), where the report named it."""
    return context.references.entity(found.first) if found.first not in context.mention_tokens else None
