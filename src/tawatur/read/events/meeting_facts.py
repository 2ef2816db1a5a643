"""What one telling of a meeting says of it: who held, led, attended, missed and called it, where, when, about what."""

from __future__ import annotations

from dataclasses import dataclass, field

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import antecedent, carried_subject, direct_object, noun_phrase, subject
from tawatur.read.events.clauses import Clause
from tawatur.read.events.context import Context
from tawatur.read.events.lists import enumerate_spans, is_masdar
from tawatur.read.events.meeting_cues import Telling, held_by
from tawatur.read.events.phrases import Phrase, conjuncts, phrase, proclitic, words
from tawatur.read.events.slots import bodies_in, places_in, values
from tawatur.record.types import Mention, Number, Span, Time

COUNTED = frozenset({"country", "member", "person", "organisation", "delegation", "participant", "leader", "minister"})
Where = tuple[int, int]


@dataclass(slots=True)
class Facts:
    """Slot values with where they stand; `calls` where somebody only asks for the meeting."""

    values: list[tuple[str, list[str], Where]] = field(default_factory=list)
    topics: list[Span] = field(default_factory=list)
    date: Time | None = None
    count: tuple[Number, Where] | None = None
    holding: Hit | None = None
    calls: bool = False
    begun: bool = False

    def add(self, slot: str, found: list[str], where: Where) -> None:
        if found:
            self.values.append((slot, found, where))

    def of(self, slot: str) -> list[str]:
        """All values of a slot."""
        return [v for name, found, _ in self.values if name == slot for v in found]


def facts_of(context: Context, telling: Telling, owned: list[Hit]) -> Facts:
    """Read a telling and the words of part and topic that belong to it."""
    facts = Facts()
    _own(context, telling, facts, any(h.data.get("slot") in ("chair", "host") for h in owned))
    for hit in owned:
        if hit.entry.kind == "meeting.part":
            _part(context, telling, hit, facts)
        else:
            _topic(context, telling, hit, facts)
    _when_and_where(context, telling, owned, facts)
    return facts


def _own(context: Context, telling: Telling, facts: Facts, led: bool) -> None:
    """Body, people and parties that stand at the telling itself; where somebody leads it, "with" is beside him."""
    where = (telling.hit.start, telling.hit.end)
    facts.add("body", telling.body, where)
    facts.add("attended", telling.people, where)
    if telling.verb:
        _verb_parties(context, telling, facts)
        return
    with_whom = held_by(context, telling) if not led else None
    if with_whom is not None and not _impersonal(context, with_whom):
        met = _people_of(context, with_whom)
        facts.add("attended", met, (with_whom.start, with_whom.end))
        if telling.hit.data.get("pair") and len(met) <= 2:
            telling.level = telling.level or "bilateral"
    if _speaks_inside(context, telling, with_whom is not None):
        _add_speaker(context, telling, facts)


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
    for who in (doer, other):
        if who is None or who.first in context.participants:
            continue
        for value in values(context, who):
            kind = context.types.get(value)
            body = kind == "organisation" or (kind is None and who.first in context.body_words)
            facts.add("body" if body and other is None else "attended", [value], (who.start, who.end))
    if doer is not None and other is not None and _one_each(context, doer, other):
        telling.level = telling.level or "bilateral"


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


def _people_of(context: Context, who: Phrase) -> list[str]:
    """`attending`, without parts that are no people: neither named nor headed by a noun of people."""
    return [
        value
        for part in conjuncts(context, who)
        for value in values(context, part)
        if value in context.types or not is_masdar(context, part.first)
    ]


def _impersonal(context: Context, who: Phrase) -> bool:
    """Whether the words after "with" are no party (بالتزامن مع, التعامل مع): neither named nor a listed voice."""
    named = context.within(context.mentions, who.start, who.end)
    return not named and who.first not in context.people


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
    found = _people(context, who) if who is not None else []
    if found and who is not None:
        facts.add("attended", found, (who.start, who.end))
    elif (speaker := context.speaker_at(clause)) is not None:
        facts.add("attended", [speaker], (clause.start, clause.end))


def _people(context: Context, who: Phrase) -> list[str]:
    return [v for v in values(context, who) if context.types.get(v) == "person"]


def _part(context: Context, telling: Telling, hit: Hit, facts: Facts) -> None:
    data = hit.data
    if data.get("holds") and facts.holding is None:
        facts.holding, telling.holds = hit, True
    if data.get("holds") and hit.features.get("form") == "past":
        facts.begun = True
    if data["by"] == "none":
        return
    if data.get("calls"):
        if telling.definite or hit.first > telling.first:
            return
        facts.calls = True
    if data["by"] == "before":
        _absentee(context, telling, facts)
        return
    if data.get("replaces") and data["slot"] == "stand_in":
        _stands_in(context, hit, facts)
        return
    who = _after(context, telling, hit) if data["by"] == "after" else _doer(context, telling, hit)
    if who is None or who.first <= telling.first < who.last:
        return
    _fill(context, telling, hit, who, facts)


def _after(context: Context, telling: Telling, hit: Hit) -> Phrase | None:
    limit = context.document.sentences[context.document.tokens[hit.first].sentence].last
    first = hit.last + 1
    if (
        hit.first < telling.first <= first + 1 and hit.data["slot"] != "on_sidelines_of"
    ):  # ومن أبرز المشاركين في الاجتماع ...
        first = telling.of.last if telling.of is not None else telling.last + 1
    return noun_phrase(context, first, limit)


def _doer(context: Context, telling: Telling, hit: Hit) -> Phrase | None:
    """The subject of a verb of part; where the meeting stands between verb and subject, what follows the meeting."""
    clause = context.clause_at(hit.first)
    if clause is None or (clause.verb is not None and clause.verb.first != hit.first):
        return None if clause is None or not clause.verb else subject(context, clause)
    who = subject(context, clause)
    if hit.data.get("of_country"):  # they represent their country: it is the object
        return noun_phrase(context, telling.last + 1, clause.last) if telling.first > hit.first else None
    if who is not None and who.first <= telling.first < who.last:
        who = noun_phrase(context, max(who.last, telling.last + 1), clause.last)
    elif who is None and telling.clause is clause and telling.first > hit.last:
        after = telling.of.last if telling.of is not None else telling.last + 1
        who = noun_phrase(context, after, clause.last)
    elif who is None and clause.opener == "relative":
        return antecedent(context, clause) if telling.clause is clause else None
    return who or (carried_subject(context, clause) if telling.first > hit.last and clause.opener is not None else None)


def _fill(context: Context, telling: Telling, hit: Hit, who: Phrase, facts: Facts) -> None:
    slot, where = str(hit.data["slot"]), (who.start, who.end)
    if slot == "on_sidelines_of":
        inner = context.within(context.mentions, who.start, who.end)
        named = inner[0].entity if inner and inner[0].start == who.start else words(context, who)
        facts.add(slot, [named], where)
        return
    _count(context, who, slot, facts)
    listed = _named_among(context, who)
    if listed:
        facts.add(slot, listed, where)
        return
    for value in attending(context, who) if slot in ("attended", "absent", "convener") else values(context, who):
        target = _target(context, hit, who, value)
        counted = facts.count is not None and facts.count[1][0] == who.start and target == "attended"
        if target is not None and not (counted and value not in context.types):
            facts.add(target, [value], where)
    if slot in ("chair", "attended") and hit.data["by"] == "subject":
        beside = _beside(context, telling, hit)
        if beside is not None:
            facts.add(slot, values(context, beside), (beside.start, beside.end))
    if slot == "attended":
        _acting(context, telling, hit, who, facts)
    if hit.data.get("replaces") and slot == "absent":
        before = subject(context, telling.clause)
        if before is not None:
            facts.add("stand_in", _people(context, before), (before.start, before.end))


def _target(context: Context, hit: Hit, who: Phrase, value: str) -> str | None:
    """The slot that one value of a part goes to: a city that hosts is the place, a body that holds a meeting its body;
    None where it fills none."""
    slot, kind = str(hit.data["slot"]), context.types.get(value)
    if who.first in context.participants or (slot == "host" and kind is None):
        return None
    if slot == "host" and kind == "place" and not _country(context, who, value):
        return "place"
    if hit.data.get("place_only") and kind != "place":
        return None
    if slot == "attended" and hit.data.get("holds"):
        named = kind in ("organisation", "other")
        return "body" if named or (kind is None and who.first in context.body_words) else slot
    return slot


def _named_among(context: Context, who: Phrase) -> list[str]:
    """The names that stand for a phrase of words: عدة منظمات من بينها ..."""
    if context.within(context.mentions, who.start, who.end):
        return []
    document = context.document
    for hit in document.hits("membership.among"):
        if who.last <= hit.first <= who.last + 1:
            after = noun_phrase(context, hit.last + 1, document.sentences[document.tokens[hit.first].sentence].last)
            return [v for v in values(context, after) if v in context.types] if after is not None else []
    return []


def _acting(context: Context, telling: Telling, hit: Hit, who: Phrase, facts: Facts) -> None:
    """Ministers and leaders of a body who hold a meeting: its level, and the body named in the phrase."""
    level = context.levels.get(who.first)
    if level is None or not hit.data.get("holds") or level.features.get("number") == "singular":
        return
    telling.level = telling.level or level.data["level"]
    bodies = [m.entity for m in context.within(context.mentions, who.start, who.end) if m.type == "organisation"]
    facts.add("body", bodies[:1], (who.start, who.end))


def attending(context: Context, who: Phrase) -> list[str]:
    """`values`, where people without names that stand together are one value with what is said of them
    (وزراء ومسؤولون من عدة بلدان)."""
    found: list[str] = []
    parts = conjuncts(context, who)
    first = 0
    for number, part in enumerate(parts):
        value = values(context, part)[0] if values(context, part) else ""
        if value in context.types:
            first = number + 1
            found.append(value)
            continue
        following = parts[number + 1] if number + 1 < len(parts) else None
        if following is not None and following.first - part.last == 0 and proclitic(context, following.first)[0]:
            continue  # وزراء ومسؤولون
        if is_masdar(context, parts[first].first) and parts[first].first not in context.people:
            first = number + 1
            continue
        found.append(words(context, _with_complement(context, parts[first]._replace(last=part.last, end=part.end))))
        first = number + 1
    return found


def _with_complement(context: Context, part: Phrase) -> Phrase:
    """A phrase of words with the prepositional phrase that says which people (من عدة بلدان, لدى الأمم المتحدة)."""
    mark = context.particles.get(part.last)
    belongs = part.last - 1 in context.member_lasts
    closes = mark is not None and (mark.data["class"] == "partitive" or mark.data.get("which") or belongs)
    if mark is None or not closes:
        return part
    document = context.document
    after = noun_phrase(context, mark.last + 1, document.sentences[document.tokens[part.first].sentence].last)
    if after is None or after.last - part.first > 14:
        return part
    return part._replace(last=after.last, end=after.end)


def _beside(context: Context, telling: Telling, hit: Hit) -> Phrase | None:
    """Who does it with the subject (يترأس الوزير المؤتمر مع نظيره)."""
    return held_by(context, telling) if telling.clause is context.clause_at(hit.first) else None


def _country(context: Context, who: Phrase, value: str) -> bool:
    return any(
        m.start in context.countries and m.entity == value for m in context.within(context.mentions, who.start, who.end)
    )


def _count(context: Context, who: Phrase, slot: str, facts: Facts) -> None:
    if slot != "attended" or facts.count is not None:
        return
    for quantity in context.within(context.quantities, who.start - 1, who.end + 40):
        if quantity.start < who.end and not quantity.ordinal and quantity.number.unit in COUNTED:
            facts.count = (
                quantity.number,
                (who.start if quantity.start - who.start <= 1 else quantity.start, quantity.end),
            )
            return


def _absentee(context: Context, telling: Telling, facts: Facts) -> None:
    """Who could not come: the person that the clause of the meeting has as its subject."""
    for clause in reversed(context.clauses[: telling.clause.index + 1][-3:]):
        who = subject(context, clause)
        found = _people(context, who) if who is not None else []
        if who is not None and found:
            facts.add("absent", found, (who.start, who.end))
            return


def _stands_in(context: Context, hit: Hit, facts: Facts) -> None:
    """Who stands in (the verb's subject or who speaks) and for whom (the first person after it)."""
    clause = context.clause_at(hit.first)
    if clause is None:
        return
    who = subject(context, clause) or antecedent(context, clause)
    found = _people(context, who) if who is not None else []
    if not found and (speaker := context.speaker_of(clause.sentence)) is not None:
        found = [speaker]
    absent = [m for m in context.within(context.mentions, hit.end, clause.end) if m.type == "person"]
    if found and absent and absent[0].entity not in found:
        facts.add("stand_in", found, (clause.start, clause.end))
        facts.add("absent", [absent[0].entity], (absent[0].start, absent[0].end))


def _topic(context: Context, telling: Telling, hit: Hit, facts: Facts) -> None:
    clause = context.clause_at(hit.first)
    if clause is None or (facts.topics and hit.first < telling.first):
        return
    first = hit.last + 1
    if hit.features.get("form") and clause.verb is not None and clause.verb.first == hit.first:
        if clause.opener == "relative":
            return
        what = direct_object(context, clause)
        who = subject(context, clause)
        if who is not None and what is not who and _acts(context, who, telling):
            _discussants(context, telling, who, facts)
        elif what is None and who is not None:
            what = who
        if what is None and telling.first > hit.first:
            what = noun_phrase(context, telling.of.last if telling.of is not None else telling.last + 1, clause.last)
        if what is None:
            return
        first = what.first
    sentence = clause.sentence
    while first < sentence.last and context.document.tokens[first].kind == "sign":
        first += 1
    if first >= sentence.last or first <= telling.first < first + 2:
        return
    facts.topics.extend(s for s in enumerate_spans(context, first, sentence.last) if s not in facts.topics)


def _discussants(context: Context, telling: Telling, who: Phrase, facts: Facts) -> None:
    """Those who discuss were there, unless the meeting itself is the subject."""
    if not who.first <= telling.first < who.last and who.first not in context.participants:
        facts.add("attended", _people_of(context, who), (who.start, who.end))


def _acts(context: Context, who: Phrase, telling: Telling) -> bool:
    """Whether a phrase is who discusses rather than what is discussed."""
    if who.first <= telling.first < who.last or who.first in context.voices or who.first in context.participants:
        return True
    return bool(context.within(context.mentions, who.start, who.end)) or who.first in context.people_words


def _when_and_where(context: Context, telling: Telling, owned: list[Hit], facts: Facts) -> None:
    stop = min(
        (h.first for h in owned if h.entry.kind == "meeting.topic" and h.first > telling.last), default=telling.limit
    )
    stop = max(telling.last + 1, min(stop, telling.limit))
    facts.date = _date(context, telling, stop)
    found = _places(context, telling, stop) if not facts.of("place") else []
    if len(found) > 1 and found[1].start - found[0].end > 12:
        found = found[:1]
    for mention in found[:2]:
        if telling.of is None or not telling.of.start <= mention.start < telling.of.end:
            facts.add("place", [mention.entity], (mention.start, mention.end))
    for body, seat in bodies_in(context, telling.last + 1, min(stop, telling.last + 9)):
        slot = "place" if seat or telling.level in ("press-conference", "bilateral") else "body"
        if not facts.of(slot) and not any(w[0] <= body.start < w[1] for _, _, w in facts.values):
            facts.add(slot, [body.entity], (body.start, body.end))
    if telling.place is not None and not facts.of("place"):
        facts.add("place", [telling.place], (telling.hit.start, telling.hit.end))
    _purpose(context, telling, facts, stop)
    facts.topics = [
        t for t in facts.topics if not any(o is not t and o.start <= t.start and t.end <= o.end for o in facts.topics)
    ]


def _date(context: Context, telling: Telling, stop: int) -> Time | None:
    """The first date behind the meeting's noun, else the last ahead of it in its clause."""
    tokens, clause = context.document.tokens, telling.clause
    stop = max(telling.last + 1, _said_up_to(context, telling, stop))
    own = telling.verb or telling.holds or clause.verb is None or clause.verb.first in context.says
    if not own:  # the date may be another event's: only one right behind the noun is the meeting's
        at = telling.of.last if telling.of is not None else telling.last + 1
        stop = max(at, min(stop, at + 6))
    behind = context.within(context.times, telling.hit.end, tokens[stop - 1].end)
    ahead = context.within(context.times, max(clause.start, telling.after), telling.hit.start) if own else []
    for time in (*behind, *reversed(ahead)):
        if time.interval.first is not None or time.interval.last is not None:
            return time
    return None


def _said_up_to(context: Context, telling: Telling, stop: int) -> int:
    """The token before which the clause still speaks of the meeting: its next verb that says no part of it."""
    for index in range(telling.of.last if telling.of is not None else telling.last + 1, stop):
        if context.inside_name(context.document.tokens[index].start):
            continue
        part = index in context.part_firsts
        if not part and (index in context.verbs or (proclitic(context, index)[1] and is_masdar(context, index))):
            return index
    return stop


def _places(context: Context, telling: Telling, stop: int) -> list[Mention]:
    """Places behind the noun, as far as the clause speaks of the meeting: up to its next verb; where another verb
    rules the clause, only right at the noun."""
    clause = telling.clause
    last = _said_up_to(context, telling, stop)
    ruled = not (telling.verb or telling.holds) and clause.verb is not None and clause.verb.first < telling.first
    if ruled and clause.verb is not None and clause.verb.first not in context.says:
        at = telling.of.last if telling.of is not None else telling.last + 1
        last = min(last, at + 4)
    found = places_in(context, telling.last + 1, last)
    if not found and telling.verb:
        found = places_in(context, clause.first, telling.first)
    return found


def _purpose(context: Context, telling: Telling, facts: Facts, stop: int) -> None:
    """What the meeting is for: ل and a verbal noun behind it and behind whose meeting it is."""
    tokens = context.document.tokens
    for index in range(telling.of.last if telling.of is not None else telling.last + 1, min(stop, telling.clause.last)):
        if index in context.verbs:
            return
        if context.inside_name(tokens[index].start):
            continue
        conjunction, preposition, _ = proclitic(context, index)
        if preposition == context.for_letter and not conjunction and is_masdar(context, index):
            if index in context.meeting_heads:
                continue
            facts.topics.extend(enumerate_spans(context, index, telling.clause.sentence.last))
            return
