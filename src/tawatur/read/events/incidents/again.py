"""Whether an incident told in a later sentence is one that the report told before."""

from __future__ import annotations

from tawatur.read.events.context import Context
from tawatur.read.events.incidents.alike import compatible, dates_agree, equal, share_words, vague, words_within
from tawatur.read.events.incidents.claims import disputed
from tawatur.read.events.incidents.order import takes_up
from tawatur.read.events.incidents.record import FAMILY, Incident
from tawatur.read.events.incidents.scenes import agree as places_agree
from tawatur.read.events.incidents.scenes import in_lead, in_one_town, near

_SCENE = frozenset({"attack", "bombing", "raid"})
_COUNTED = frozenset({"protest", "arrest", "kidnapping"})  # told again by the number of those who did or suffered it
_ONCE = frozenset({"takeover", "kidnapping", "siege"})  # taken up by a definite noun alone (منذ الانقلاب الفاشل)
_OF_PLACES = frozenset({"takeover", "siege"})
_PARTIES = ("actor", "target", "killed")
_STRAIGHT_ON = 2  # sentences in which an attack is told on (فجر نفسه ... اقتحموا المبنى)
_STEM = 5  # letters that forms of one word for people share


def told_again(context: Context, known: Incident, one: Incident) -> bool:
    """Whether two incidents of a report are one: nothing says otherwise, and something they share says so."""
    if not _of_one_sort(context, known, one):
        return False
    if one.trigger.pronoun:
        return known.type in FAMILY and known.status == one.status
    if not _agree(known, one):
        return False
    if one.recalls and known.trigger.tells_harm and places_agree(context, known.place, one.place):
        return True
    if _told_by_others(context, known, one) or _named_alike(context, known, one):
        return True
    if not _apart(context, known, one) and _shared(context, known, one):
        return True
    return places_agree(context, known.place, one.place) and _same_scene(context, known, one)


def only_spoken_of(context: Context, known: Incident, one: Incident) -> bool:
    """Whether a noun that names nobody, no day and no number may be of an incident told long before: it is none of its
    own then, and says nothing of that one for certain."""
    bare = not (one.trigger.finite or one.actor or one.target or one.date or one.killed or one.count)
    if not bare or one.another or not (one.definite or not one.place) or known.type not in FAMILY | {"protest"}:
        return False
    if known.type != one.type and (known.killed is None or "conflict" in (known.type, one.type)):
        return False
    return _of_one_sort(context, known, one) and _agree(known, one) and not _apart(context, known, one)


def _of_one_sort(context: Context, known: Incident, one: Incident) -> bool:
    """Whether what two incidents are called, whose doing they are said to be and their order let them be one."""
    alike = known.type == one.type or (known.type in FAMILY and one.type in FAMILY)
    if not (alike or (one.recalls and known.trigger.tells_harm)) or disputed(context, known, one):
        return False
    if one.type == "conflict" and one.trigger.lasting and not known.trigger.lasting:
        return False  # a war is none of the deeds that are told beside it
    apart = one.trigger.among or _other_sort(known, one) or _one_of_many(known, one)
    return takes_up(known, one) and not apart


def _agree(known: Incident, one: Incident) -> bool:
    """Whether neither how far two incidents have come nor their days or numbers tell them apart."""
    if any((known.status == s) != (one.status == s) for s in ("planned", "denied")):
        return False
    numbers = compatible(known.killed, one.killed) and compatible(known.count, one.count)
    return numbers and dates_agree(known.date, one.date)


def _named_alike(context: Context, known: Incident, one: Incident) -> bool:
    """Whether two of a type are one by who suffered them, who is to leave, or the word that names them."""
    if known.type != one.type:
        return False
    named = bool(set(known.target) & set(one.target) & set(context.types)) and not _other_deed(known, one)
    leaves = _withdrawal(known) and _withdrawal(one) and share_words(known.actor, one.actor)
    return named or leaves or _one_word(known, one) or _one_matter(context, known, one)


def _other_deed(known: Incident, one: Incident) -> bool:
    """Whether what was done to somebody is another thing (الإفراج عنه، محاكمته), or others did it."""
    words = known.type == "other" and known.trigger.hit.entry is not one.trigger.hit.entry
    doers = bool(known.actor and one.actor) and not share_words(known.actor, one.actor)
    return (words and known.trigger.harm != one.trigger.harm) or (doers and known.type in _OF_PLACES)


def _told_by_others(context: Context, known: Incident, one: Incident) -> bool:
    """Whether somebody tells of the disaster that the outlet has told of, by the same word and with no other day
    (قال المتحدث إن الفرق باشرت حريقا ...)."""
    hit, alike = one.trigger.hit, known.trigger.hit.entry is one.trigger.hit.entry
    disaster = known.disaster and not one.trigger.matter
    if not (alike and disaster) or one.another or one.several != known.several or one.date is not None:
        return False
    first = known.trigger.hit
    return context.statement_at(hit.start, hit.end) is not None and context.statement_at(first.start, first.end) is None


def _withdrawal(one: Incident) -> bool:
    """Whether somebody is to leave, of whom a report tells it by one word and another (سحب مقاتليه، انسحاب ...)."""
    return one.status == "planned" and bool(one.trigger.hit.data.get("moves"))


def _one_of_many(known: Incident, one: Incident) -> bool:
    """Whether a series of attacks in a country is told, and one in a town of it."""
    return known.several != one.several and bool(known.place and one.place) and not set(known.place) & set(one.place)


def _other_sort(known: Incident, one: Incident) -> bool:
    """Whether the words of two incidents name different things (طرد دبلوماسيين, إغلاق قنصلية; attacks on networks;
    who kills himself and whom he killed)."""
    sorts = one.type == "other" and known.trigger.sort != one.trigger.sort
    return sorts or known.trigger.network != one.trigger.network or known.itself != one.itself


def _same_scene(context: Context, known: Incident, one: Incident) -> bool:
    """Whether a verb without day, number or named sufferer goes on telling an attack (فجر نفسه ... اقتحموا المبنى)."""
    if known.type not in _SCENE or one.type not in _SCENE or not one.trigger.finite or known.status != one.status:
        return False
    if one.date or one.killed or one.count or {*one.target} & {*context.types} or not near(known, one):
        return False
    return one.status == "done" and (
        not one.actor or words_within(known.actor, one.actor) or _goes_on(context, known, one)
    )


def _goes_on(context: Context, known: Incident, one: Incident) -> bool:
    """Whether a report goes straight on with an attack, and names no other body or person for its doer."""
    sentences = [i.trigger.clause.sentence for i in (known, one)]
    if sentences[0].paragraph != sentences[1].paragraph or sentences[1].index - sentences[0].index > _STRAIGHT_ON:
        return False
    return not (set(known.actor) & set(context.types) and set(one.actor) & set(context.types))


def _one_word(known: Incident, one: Incident) -> bool:
    """The same word for something of the same day that nobody suffered by name (نكبة 1948)."""
    alike = known.date is not None and known.date == one.date and known.type == "other"
    return alike and known.trigger.hit.entry is one.trigger.hit.entry and not (known.target or one.target)


def _one_matter(context: Context, known: Incident, one: Incident) -> bool:
    """What is of public life taken up again by the same word, without another doer, sufferer or place."""
    if not one.trigger.matter or known.trigger.hit.entry is not one.trigger.hit.entry or _apart(context, known, one):
        return False
    return not (known.actor and one.actor and not share_words(known.actor, one.actor))


def _apart(context: Context, known: Incident, one: Incident) -> bool:
    """Whether other places or other sufferers tell two incidents apart."""
    if not places_agree(context, known.place, one.place):
        return True
    targets = bool(known.target and one.target) and not share_words(known.target, one.target)
    if known.type == one.type and one.type in _OF_PLACES and set(known.place) & set(one.place):
        return False
    return targets and not equal(known.killed, one.killed) and not _some_of(known, one)


def _shared(context: Context, known: Incident, one: Incident) -> bool:
    """Whether the dead are as many, or an incident is taken up without another doer: by a definite noun, by what names
    nobody and nothing new, or by what names a doer, a sufferer or a town of the known one."""
    if known.killed is not None and one.killed is not None and known.killed.value == one.killed.value:
        return True
    if known.type == one.type and known.type in _COUNTED and equal(known.count, one.count):
        return True
    if one.trigger.harm == "hurt" and equal(known.count, one.count) and not vague(one.count):
        return True  # إن ثلاثة آخرين أصيبوا
    if known.actor and one.actor and not share_words(known.actor, one.actor):
        return False
    if known.type not in FAMILY | {"protest"}:
        return _again(context, known, one)
    if not (one.definite or known.definite) and one.trigger.finite:
        return known.type == one.type and (bool(set(known.target) & set(one.target)) or _some_of(known, one))
    if not (known.type == one.type or known.killed or one.killed):
        return False
    if known.type != one.type and "conflict" in (known.type, one.type):
        same_day = one.definite and one.date is not None and known.date == one.date
        return same_day or _in_common(context, known, one)  # not whoever is killed while a war goes on
    if one.definite:
        return _taken_up(known, one) or _in_common(context, known, one)
    straight_on = known.definite and _goes_on(context, known, one)
    return straight_on or _adds_nothing(known, one) or _in_common(context, known, one)


def _taken_up(known: Incident, one: Incident) -> bool:
    """Whether a definite noun takes up what is still spoken of: an incident of the lead, or one told shortly before. By
    the name of another type it takes up the latter alone, and names doers, sufferers or the dead only where that was
    told right before and without them."""
    if known.type == one.type:
        return near(known, one) or in_lead(known)
    if one.sentence - known.last <= 1:
        return not any(getattr(known, slot) and getattr(one, slot) for slot in _PARTIES)
    return near(known, one) and not any(getattr(one, slot) for slot in _PARTIES)


def _adds_nothing(known: Incident, one: Incident) -> bool:
    """Whether a telling names nobody and no place, and, unless it stands near, neither dead nor a day not told yet."""
    if one.actor or one.target or one.place:
        return False
    told = (one.killed is None or known.killed is not None) and (one.date is None or known.date is not None)
    return near(known, one) or (told and in_lead(known))


def _again(context: Context, known: Incident, one: Incident) -> bool:
    """Whether a disaster, an arrest or what is done to places is taken up."""
    if words_within(known.target, one.target) or _some_of(known, one):
        return True
    again = one.trigger.tells_harm and known.trigger.tells_harm and not (one.target or one.date)
    again = again and (one.killed is None or (known.killed is None and one.definite))
    again = again and (one.definite or known.trigger.hit.entry is one.trigger.hit.entry)
    taken_up = one.definite and known.type == one.type and one.type in _ONCE
    taken_up = taken_up and not (one.trigger.finite or one.target or one.date or one.count)
    return again or taken_up or (known.date == one.date and bool(set(known.place) & set(one.place)))


def _in_common(context: Context, known: Incident, one: Incident) -> bool:
    """Whether a later telling names a doer, a sufferer or a town that the first one named."""
    if words_within(known.target, one.target) or words_within(known.actor, one.actor) or _some_of(known, one):
        return True
    as_many = one.definite or known.several == one.several
    return as_many and in_one_town(context, known.place, one.place)


def _some_of(known: Incident, one: Incident) -> bool:
    """Whether dozens of a people are told of, of whom a number is told too (عشرات الفلسطينيين، 52 فلسطينيا)."""
    if not (vague(known.killed) or vague(one.killed)):
        return False
    words = [{w[:_STEM] for v in i.target for w in v.split() if len(w) >= _STEM} for i in (known, one)]
    return bool(words[0] & words[1])
