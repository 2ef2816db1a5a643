"""Who meets whom: the subject and the object of a verb of meeting, and those "with" whom a meeting is held."""

from __future__ import annotations

from tawatur.read.events.arguments import antecedent, carried_subject, noun_phrase, pronoun_ahead, subject
from tawatur.read.events.complements import Complement, complements
from tawatur.read.events.context import Context
from tawatur.read.events.delegations import told_before
from tawatur.read.events.lists import is_masdar
from tawatur.read.events.meetings.told import Facts, Telling
from tawatur.read.events.pairs import dual, names_two, two_before, two_of
from tawatur.read.events.people import people_of, persons
from tawatur.read.events.phrases import Phrase, phrase, proclitic
from tawatur.read.events.slots import body_values, values
from tawatur.read.events.visitors import whole
from tawatur.text.words import definite

_ADVERB = 12  # characters of an adverb between who discusses and "with"


def held_by(context: Context, telling: Telling) -> Phrase | None:
    """The parties of a meeting: what follows مع or بين, whatever stands between (اجتماع عقده أمس في جدة مع ...)."""
    for index in range(telling.last + 1, min(telling.limit, telling.last + 9)):
        between = context.by_first("meeting.between").get(index)
        if between is not None:
            return noun_phrase(context, between.last + 1, telling.limit, governed=True)
    through = frozenset() if telling.verb else context.words.part_verbs
    first = telling.of.last if telling.hit.data.get("to") and telling.of is not None else telling.last + 1
    for found in complements(context, first, telling.limit, through):
        if found.bare and found.phrase.first in context.words.part_states:  # المفاوضات مستمرة بين ...
            continue
        if telling.hit.data.get("direct") and found.bare and people_of(context, found.phrase):
            return found.phrase
        if found.party or (telling.hit.data.get("call") and _calls(context, found)) or _meets(context, telling, found):
            return whole(context, found.phrase)
        if _apart(context, telling, found) or _about(context, found) or _other_noun(context, telling, found):
            return None
    return None


def _calls(context: Context, found: Complement) -> bool:
    """Whether a complement says who called (من) or was called (ب): somebody named."""
    governed = found.letter == context.letters.at
    governed = governed or (found.mark is not None and found.mark.data["class"] == "partitive")
    return governed and any(v in context.types for v in people_of(context, found.phrase))


def _meets(context: Context, telling: Telling, found: Complement) -> bool:
    """Whether a complement behind ب or ل is whom one meets (اجتماعه بالرئيس، استقبال الملك للرئيس): a person, and no
    place or part."""
    letters = {context.letters.at: "at", context.letters.for_: "to"}
    if not telling.hit.data.get(letters.get(found.letter, "")) or found.phrase.first in context.firsts("meeting.part"):
        return False
    return any(context.types.get(v) == "person" for v in people_of(context, found.phrase))


def only_of_object(context: Context, telling: Telling, other: Phrase) -> bool:
    """Whether "with" belongs to what is discussed (ناقش الوزير الاتفاق مع إيران): a country behind the object."""
    if not all(context.types.get(v) == "place" for v in values(context, other)):
        return False
    who = subject(context, telling.clause)
    people = who is not None and who.first > telling.last and bool(people_of(context, who))
    behind = who.last if people and who is not None else telling.last + 1
    return context.document.tokens[behind].end + _ADVERB < other.start


def discussed(context: Context, telling: Telling) -> bool:
    """Whether the meeting is the subject of a verb of discussing: what stands behind it is its topic."""
    verb = telling.clause.verb
    behind = verb is not None and verb.first < telling.first and verb.first in context.firsts("meeting.topic")
    return behind and telling.definite and not telling.verb


def _apart(context: Context, telling: Telling, found: Complement) -> bool:
    """Whether another noun phrase begins right behind a definite noun (يبحث الاجتماع مسار التعاون بين ...)."""
    first = found.phrase.first
    if found.bare and discussed(context, telling):
        return True
    own = not telling.verb and telling.definite and found.bare and first == telling.last + 1
    if _adverb(context, found.phrase):  # محادثته صباحا مع ...
        return False
    return own and not definite(context.document.tokens[first].form) and first not in context.mention_tokens


def _adverb(context: Context, part: Phrase) -> bool:
    """Whether a phrase is one word in the accusative that a preposition follows (صباحا)."""
    form = context.document.tokens[part.first].form
    alone = part.last - part.first == 1 and part.last in context.particles
    return alone and form.endswith(context.letters.accusative) and not definite(form)


def _about(context: Context, found: Complement) -> bool:
    """Whether a complement says what the meeting is about, or who has a part in it: what follows is said of that."""
    first = found.mark.first if found.mark is not None else found.phrase.first
    return first in context.firsts("meeting.topic") or first in context.words.after_parts


def _other_noun(context: Context, telling: Telling, found: Complement) -> bool:
    """Whether another noun governs what follows (خلال اللقاء استعراض العلاقات بين ...)."""
    first = found.phrase.first
    away = first > telling.last + 1
    return away and not definite(context.document.tokens[first].form) and is_masdar(context, first)


def verb_parties(context: Context, telling: Telling, facts: Facts) -> None:
    """Add those who meet, as a verb of meeting tells them: subject, object or "with" whom."""
    clause = telling.clause
    doer, other = _doer_and_other(context, telling)
    if doer is None and (speaker := context.speaker_at(clause)) is not None:
        facts.add("attended", [speaker], (clause.start, clause.end))
    if other is None:
        _with_body(context, telling, facts)
    if other is None and (dual(context, telling.hit) or (doer is not None and names_two(context, doer))):
        facts.add("attended", _the_two(context, telling, doer), (clause.start, clause.end))
    sides = [who for who in (doer, other) if who is not None]
    facts.officials = len(sides) == 2 and any(_official(context, who) for who in sides)
    facts.officials = facts.officials and all(_official(context, who) or people_of(context, who) for who in sides)
    if telling.hit.data.get("person_object") and _takes_in(context, doer, other):
        return
    among = not telling.hit.data.get("person_object") and doer is not None and _plural(context, doer)
    facts.together = doer is not None and (dual(context, telling.hit) or among)
    for who in (doer, other):
        if who is None or names_two(context, who):
            continue
        if who.first in context.firsts("meeting.participants") and not context.within(
            context.mentions, who.start, who.end
        ):
            continue
        people = people_of(context, who) if who is other else []
        for value in people or values(context, who):
            kind = context.types.get(value)
            body = kind == "organisation" or (kind is None and who.first in context.words.body_words)
            facts.add("body" if body and other is None else "attended", [value], (who.start, who.end))
            if kind is None and other is None and not body:
                facts.add("body", _body_of(context, who), (who.start, who.end))
    if doer is not None and other is not None and _one_each(context, doer, other):
        telling.level = telling.level or "bilateral"


def _takes_in(context: Context, doer: Phrase | None, other: Phrase | None) -> bool:
    """Whether a place or a body takes people in, of whom none is named or holds an office (ستستقبل البلاد ألف لاجئ،
    تستقبل المدارس الطلاب), or something that is nobody takes in what is nobody: nobody meets anybody."""
    if (
        doer is None
        or doer.first in context.words.visitors
        or (other is not None and other.first in context.words.visitors)
    ):
        return False
    if other is None:
        return not persons(context, doer)
    house = all(context.types.get(v) in ("place", "organisation") for v in values(context, doer))
    named = any(context.types.get(v) in ("person", "organisation") for v in values(context, other))
    return (house or doer.first in context.words.body_words) and not named


def _official(context: Context, who: Phrase) -> bool:
    """Whether a phrase names somebody, or begins with an office or a delegation and says whose (وزير خارجية اليمن)."""
    named = bool(context.within(context.mentions, who.start, who.end))
    counterpart = who.last - who.first > 1 or context.document.tokens[who.first].form.endswith(context.pronouns)
    counterpart = counterpart or told_before(context, who.first) is not None
    return named or (who.first in context.words.visitors and counterpart)


def _body_of(context: Context, who: Phrase) -> list[str]:
    """The body whose members meet (ستجتمع دول الاتحاد الأوروبي، يجتمع سفراء الحلف)."""
    hit = context.words.nouns.get(who.first)
    if hit is None or hit.features.get("number") != "plural":
        return []
    behind = body_values(context, noun_phrase(context, who.first + 1, who.last) or who)
    return [v for v in behind if context.types.get(v) == "organisation"][:1]


def _doer_and_other(context: Context, telling: Telling) -> tuple[Phrase | None, Phrase | None]:
    """The phrases of the two sides. A verb that needs an object and has one phrase alone has the subject of the clause
    before it (وصل الوزير إلى الرياض والتقى نظيره)."""
    clause = telling.clause
    own = clause.verb is not None and clause.verb.first == telling.first
    doer = subject(context, clause) if own else noun_phrase(context, telling.last + 1, clause.last)
    doer = _named_behind(context, telling, doer) or doer
    discusses = own and bool(telling.hit.data.get("topic")) and pronoun_ahead(context, clause)
    if discusses and doer is not None and doer.first > telling.first and not people_of(context, doer):
        doer = None  # إنه سيناقش المسألة مع ...
    carried = (antecedent(context, clause) or carried_subject(context, clause)) if own else None
    if telling.hit.data["frame"] != "object":
        return doer or carried, held_by(context, telling)
    other = _met(context, telling, doer)
    if not own and other is None and doer is not None and people_of(context, doer):
        return _of_clause(context, telling), doer  # غادر الوزير بعد زيارة التقى خلالها نظيره
    if other is None and doer is not None and doer.first > telling.last and not dual(context, telling.hit):
        behind = complements(context, doer.last, telling.limit)
        alone = not any(f.bare and not _adverb(context, f.phrase) for f in behind)  # مؤكدا أن ...
        if alone and carried is not None and people_of(context, carried) and carried.last <= telling.first:
            return carried, doer
    doer = doer or carried or (None if own else _of_clause(context, telling))
    return doer, other or held_by(context, telling)


def _named_behind(context: Context, telling: Telling, doer: Phrase | None) -> Phrase | None:
    """Him whom a comma names behind a title without a name, before whom he meets (استقبل العاهل، الملك فلان، نظيره)."""
    if doer is None or doer.first < telling.last or doer.first not in context.words.visitors:
        return None
    behind = next(complements(context, doer.last, telling.limit), None)
    if behind is None or not behind.bare or behind.phrase.first != doer.last + 1:
        return None
    named = persons(context, behind.phrase)
    if not named or persons(context, doer) not in ([], named):
        return None
    return behind.phrase if _met(context, telling, behind.phrase) is not None else None


def _of_clause(context: Context, telling: Telling) -> Phrase | None:
    """The people of whom a clause speaks in which a verb of meeting only describes something."""
    clause = telling.clause
    who = subject(context, clause) or antecedent(context, clause)
    if who is None or who.last > telling.first or not people_of(context, who):
        who = carried_subject(context, clause)
    return who if who is not None and people_of(context, who) else None


def _met(context: Context, telling: Telling, doer: Phrase | None) -> Phrase | None:
    """The people who are the object, adverbials before them passed over: bare, or behind ب (التقى بنظيره)."""
    first = max(telling.last + 1, doer.last if doer is not None else 0)
    behind = None
    for found in complements(context, first, telling.limit):
        if found.party:
            return None
        described, behind = behind == found.phrase.first and _adjective(context, found), found.phrase.last
        if described:  # في القدس المحتلة رئيس الوزراء
            continue
        if found.mark is not None or found.letter not in ("", context.letters.at):
            continue
        if found.phrase.first in context.words.after_parts:
            continue
        met = people_of(context, found.phrase)
        if met and (found.bare or context.types.get(met[0]) != "place"):
            return found.phrase
        if found.bare:
            return None
    return None


def _adjective(context: Context, found: Complement) -> bool:
    """Whether a complement is one definite word that is no name and no noun of people: said of what is before it."""
    one = found.bare and found.phrase.last - found.phrase.first == 1
    first = found.phrase.first
    named = first in context.words.people or first in context.mention_tokens
    return one and definite(context.document.tokens[first].form) and not named


def _the_two(context: Context, telling: Telling, doer: Phrase | None) -> list[str]:
    """The two whom a dual takes up, unless its subject names them."""
    if doer is None or names_two(context, doer):
        return two_of(context, doer) if doer is not None else two_before(context, telling.first)
    named = [v for v in values(context, doer) if v in context.types]
    behind = doer.first > telling.first
    return [] if len(named) >= 2 or behind else two_before(context, telling.first)


def _plural(context: Context, doer: Phrase) -> bool:
    """Whether a phrase begins with a plural of people (وزراء المالية العرب)."""
    hit = context.by_first("meeting.level").get(doer.first) or context.words.nouns.get(doer.first)
    if hit is not None and hit.entry.kind == "meeting.level" and "number" not in hit.features:
        return True
    return hit is not None and doer.first in context.words.people and hit.features.get("number") in ("plural", "dual")


def _with_body(context: Context, telling: Telling, facts: Facts) -> None:
    """The body somebody meets with, written onto the preposition (يجتمع بحكومته)."""
    index = telling.last + 1
    if index < telling.limit and index in context.words.body_words and proclitic(context, index)[1]:
        whose = phrase(context, index, telling.clause.last)
        facts.add("body", values(context, whose), (whose.start, whose.end))


def _one_each(context: Context, one: Phrase, other: Phrase) -> bool:
    return len(values(context, one)) == 1 == len(values(context, other))
