"""Whether what stands beside a word of an incident makes it one, and one that is told and not only spoken of."""

from __future__ import annotations

from tawatur.read.events.context import Context
from tawatur.read.events.governed import background
from tawatur.read.events.incidents.record import Incident
from tawatur.read.events.incidents.status import in_background, status
from tawatur.read.events.incidents.triggers import VIOLENT, Nouns
from tawatur.read.events.status import cue_in, status_by_date
from tawatur.read.events.told import SURE

_DONE_TO = frozenset({"arrest", "kidnapping", "siege", "takeover", "dismantlement", "seizure"})
_CERTAIN = 0.9  # how probable, for it to be one though its words could be general, or what it must have is not found
_GENERAL = frozenset({"", "anchor", "carrier"})  # needs that do not tell one sense of a word from another
_ILLNESS = 6  # tokens from a word of hurt to the illness it is of
_HELD = frozenset({"arrest", "kidnapping", "abuse", "seizure"})
_OF_PLACES = frozenset({"siege", "takeover"})
_PARTIES = frozenset({"actor", "target"})
_NEAR = 8  # tokens from a carrying verb to the incident noun it carries


def stands(one: Incident) -> bool:
    """Whether what stands beside a trigger makes it an incident, or else the learned model does; a definite noun alone
    takes up what is told elsewhere, and somebody's attacks are not one."""
    if one.trigger.matter and not (_of_news(one) or _certain(one)):
        return False  # spoken of in passing: بعد الانسحاب من الاتفاق، الرئيس الذي انتخب
    if one.trigger.weak:
        return _adds_harm(one) or (_certain(one) and bool(one.anchors & {"number", "target"}))
    if _sure(one):
        return True
    if one.certain:  # by its own words, or by those of another that it was joined with
        return _complete(one)
    if one.trigger.needs == "carrier":
        return "carrier" in one.anchors
    return one.trigger.needs == "anchor" and _particular(one)


def _sure(one: Incident) -> bool:
    """Whether the learned model is sure that a word tells one: of the type that the word tells where what it needs for
    that is missing (وقع أمرا, which nobody fell into)."""
    if one.likely < SURE or _in_general(one) or (one.definite and (one.several or not one.anchors)):
        return False
    return one.certain or one.trigger.needs in _GENERAL or one.type == one.likely_type or _certain(one)


def _certain(one: Incident) -> bool:
    """Whether the learned model all but knows that a word tells an incident of its type."""
    return one.likely >= _CERTAIN and _alike(one.type, one.likely_type)


def _alike(type_: str, likely: str) -> bool:
    """Whether a type may be what the model calls by another: all violence, and what is done to those who are held."""
    held = type_ == "other" and likely in _HELD | {"killing"}  # a trial, a release; deaths
    return type_ == likely or (type_ in VIOLENT and likely in VIOLENT) or held


def _in_general(one: Incident) -> bool:
    """Whether several are told of with their doers and sufferers alone (هجمات الحركة)."""
    return one.several and not one.anchors - _PARTIES - {"present"}


def _adds_harm(one: Incident) -> bool:
    """Whether a word of hurt or death is told for its own sake: of a number, at a place, on a day, by somebody."""
    harmed = one.trigger.harm in ("hurt", "killed") and "number" in one.anchors
    return harmed and (bool(one.anchors & {"place", "date", "actor"}) or _counted_dead(one))


def _complete(one: Incident) -> bool:
    """Whether a word that needs nothing, or has what it needs, is told with something beside it."""
    by_itself = one.trigger.hit.data["frame"] in ("happen", "bare") and not one.trigger.matter
    return bool(one.anchors) or by_itself


def _particular(one: Incident) -> bool:
    """Whether what stands beside a word that is often said in general makes it a particular one: a verb of happening,
    its day and its number, or two of who did it, who suffered it and where."""
    if one.trigger.harm == "killed" and one.trigger.frame == "bare":
        return one.killed is not None
    if one.anchors & {"happened", "goes-on"} or (one.trigger.hit.data.get("placed") and "place" in one.anchors):
        return True
    carried = "carrier" in one.anchors and not one.trigger.hit.analysis.conjunction
    if one.definite and not (carried or one.anchors & {"actor", "date", "number"}):
        return False  # what is told elsewhere, or in general: يتعرضون للعنف والقتل
    if one.anchors & {"number", "carrier", "date", "victim"} and len(one.anchors - {"present"}) > 1:
        return True
    return len(_apart(one)) > 1 and not _in_general(one)


def _apart(one: Incident) -> set[str]:
    """Which of doer, sufferer and place are told, a place that only names one of them left out (تفجير كابول)."""
    told = one.anchors & {"actor", "target", "place"}
    parties = [span for slot in ("actor", "target") for span in one.evidence.get(slot, ())]
    if any(a < end and start < b for start, end in one.evidence.get("place", ()) for a, b in parties):
        return told - {"place"}
    return told


def _counted_dead(one: Incident) -> bool:
    """Whether the dead are told by their number (كلفت الحملة 40 قتيلا)."""
    return one.trigger.needs == "counted" and one.trigger.harm == "killed"


def _of_news(one: Incident) -> bool:
    """Whether what is of public life is told for its own sake: by a verb of its own or by one that carries it, and by
    a relative clause or another noun only where its day is given."""
    own = any(start > one.trigger.hit.start for start, _ in one.evidence.get("date", ()))  # not that of who says so
    if own and one.date is not None and one.date.first is not None and one.date.first == one.date.last:
        return True
    if one.trigger.finite:
        return one.trigger.clause.opener != "relative"
    return one.told or bool(one.trigger.hit.data.get("passing"))


def may_join(one: Incident) -> bool:
    """Whether a word that does not stand alone can still add to another: not where what it needs is missing."""
    return one.certain or one.trigger.needs in ("", "anchor", "carrier", "victim")


def is_told(context: Context, nouns: Nouns, one: Incident) -> bool:
    """Whether an incident is told, not only spoken of; sets its status."""
    clause, trigger = one.trigger.clause, one.trigger
    denied = cue_in(context, clause) == "denied"
    if clause.negated and not denied and _disowned(context, nouns, one):
        one.status = "denied"
    elif (
        (clause.negated and not denied and not in_background(context, nouns, one))
        or not stands(one)
        or not _whole(context, nouns, one)
    ):
        return False
    first = trigger.hit.first
    if one.type in ("arrest", "seizure") and not one.actor and clause.sentence.index in context.words.sport_sentences:
        return False  # ضبط المدرب إيقاع الفريق
    call = nouns.cue("call", first - 6, first)
    if call is not None and one.type == "other" and trigger.harm == "held":
        return False  # للمطالبة بالإفراج عن ...
    if call is not None and trigger.matter and not (call.data.get("threat") or call.first in nouns.cues["does"]):
        return False  # دعا إلى إجراء انتخابات
    if nouns.cue("unreal", max(clause.sentence.first, first - 6), first) is not None:
        return False
    if trigger.finite:
        if _only_wished(context, one):
            return False
        present = clause.tense == "present" and trigger.form != "past"  # تسلم, which may be of سلم
        at_war = one.type == "conflict" and any(context.types.get(value) for value in one.actor)
        if present and not (at_war or one.itself or one.anchors & {"date", "place", "number", "target"}):
            return False
    elif _aimed_at(context, one) and not _is_to_be(context, one):
        return False
    if one.status == "done":
        one.status = status(context, nouns, one)
    return True


def _aimed_at(context: Context, one: Incident) -> bool:
    """Whether a noun behind ل only says what is to be done (لقصف المواقع، لاعتقال ناشطين), and neither does a verb
    carry it (تعرض لقصف) nor is it what a noun is of (إدانته لاعتقال ...)."""
    trigger = one.trigger
    first = trigger.hit.first
    held = trigger.harm == "held" and trigger.frame == "of-target" and not _of_noun(context, first)
    aim = trigger.hit.analysis.preposition == context.letters.for_ and bool(trigger.needs or trigger.matter or held)
    return aim and "carrier" not in one.anchors


def _is_to_be(context: Context, one: Incident) -> bool:
    """Whether what is only aimed at is told all the same, the learned model being certain: it is to come."""
    if not _certain(one) or one.trigger.harm == "held":
        return False
    one.status = status_by_date(context, one.date) or "planned"
    return True


def _of_noun(context: Context, first: int) -> bool:
    """Whether a noun with a pronoun stands right before a token, or a word that puts it in the background."""
    before = context.document.tokens[first - 1].form if first else ""
    return before.endswith(context.pronouns) or background(context, max(0, first - 3), first) is not None


def _only_wished(context: Context, one: Incident) -> bool:
    """Whether a present follows the bare "that", which makes it what somebody wants, allows or fears (أن يقتل), or a
    word by which it only may be so (قد تدخل القوات المدينة)."""
    if one.trigger.hit.features.get("form") != "present":
        return False
    before = one.trigger.hit.first - 1
    mark = context.particles.get(before)
    return mark is not None and bool(
        mark.data.get("wish") or context.document.tokens[before].form.endswith(context.letters.may)
    )


def _disowned(context: Context, nouns: Nouns, one: Incident) -> bool:
    """Whether a negated verb says that somebody named did not do it (لم تشن القوات غارات، لم يقصف الجيش المدينة)."""
    clause = one.trigger.clause
    verb = clause.verb
    marks = () if verb is None else [context.particles.get(i) for i in range(verb.first - 2, verb.first)]
    if not any(mark is not None and mark.data.get("past") for mark in marks):
        return False  # what nobody does is no denial of what was
    inside = any(clause.start <= start < clause.end for start, _ in one.evidence.get("actor", ()))
    if verb is None or one.type not in VIOLENT or one.killed is not None or not inside:
        return False
    if one.trigger.finite:
        struck = bool(one.target or one.place) and one.trigger.frame in ("act", "either")
        return struck and verb.first == one.trigger.hit.first and any(context.types.get(value) for value in one.actor)
    carrier = nouns.cues["carrier"].get(verb.first)
    carried = carrier is not None and carrier.data["subject"] == "actor" and one.trigger.hit.first - verb.first <= _NEAR
    return carried and any(context.types.get(value) for value in one.actor)


def _fired(nouns: Nouns, one: Incident) -> bool:
    """Whether it was a gun that was fired, and no rocket, which may be a test."""
    return "fire" in nouns.classes(one.trigger.hit.first, one.trigger.hit.last + 6)


def _describes(context: Context, one: Incident) -> bool:
    """Whether a verb only says of a noun before it who holds it (المناطق التي يسيطر عليها، مناطق تسيطر عليها ...)."""
    trigger, after = one.trigger, one.trigger.hit.last + 1
    by = str(trigger.hit.data.get("preposition", ""))
    if trigger.clause.opener == "relative":
        return True
    if not by or after >= len(context.document.tokens):
        return False
    form = context.document.tokens[after].form
    return form.startswith(by[:-1]) and form.endswith(context.pronouns) and form != by


def _whole(context: Context, nouns: Nouns, one: Incident) -> bool:
    """Whether nothing is missing that such an incident must have: somebody arrested, something taken or shot at."""
    last = one.trigger.hit.last
    if one.trigger.harm == "hurt" and nouns.cue("nature", last + 1, last + _ILLNESS) is not None:
        return False  # أصيب بجرثومة
    if one.trigger.needs == "strife" and not (one.actor or (one.place and not one.trigger.finite)):
        return False
    by_itself = one.trigger.frame == "bare" and bool(one.actor or one.place)  # الانقلاب الذي قاده ...
    by_itself = by_itself or (one.type in _OF_PLACES and one.trigger.finite and bool(one.place))
    if one.type in _DONE_TO and not (by_itself or one.target or one.count or _certain(one)):
        return False
    if one.trigger.hit.data.get("against") and not (one.target or one.killed or one.count or _fired(nouns, one)):
        return False
    if one.type == "takeover" and one.trigger.form == "present" and _describes(context, one):
        return False
    return one.type == "other" or one.count is None or one.count.unit not in ("km2", "km", "hectare")
