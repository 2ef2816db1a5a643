"""Who has a part in a meeting: who holds, leads, attends, misses and calls it, and who stands in for whom."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import antecedent, carried_subject, noun_phrase, subject
from tawatur.read.events.context import Context
from tawatur.read.events.lists import is_masdar
from tawatur.read.events.meeting_cues import Facts, Telling, held_by
from tawatur.read.events.pairs import names_two, two_of
from tawatur.read.events.phrases import Phrase, conjuncts, proclitic, words
from tawatur.read.events.slots import values

COUNTED = frozenset({"country", "member", "person", "organisation", "delegation", "participant", "leader", "minister"})


def read_part(context: Context, telling: Telling, hit: Hit, facts: Facts) -> None:
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
    if slot == "attended" and names_two(context, who):
        facts.add(slot, two_of(context, who), where)
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
            facts.add("stand_in", persons(context, before), (before.start, before.end))


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
        if number < first:
            continue
        value = values(context, part)[0] if values(context, part) else ""
        if value in context.types:
            first = number + 1
            found.append(value)
            continue
        countries = _of_countries(context, parts, number)
        if countries > number:
            found.append(words(context, part._replace(last=parts[countries].last, end=parts[countries].end)))
            first = countries + 1
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


def _of_countries(context: Context, parts: list[Phrase], number: int) -> int:
    """The index of the last of the countries whose ministers or leaders a part begins (وزراء خارجية مصر والأردن)."""
    level = context.levels.get(parts[number].first)
    if level is None or level.features.get("number", "plural") != "plural":
        return number
    last = number
    while last + 1 < len(parts) and context.types.get(values(context, parts[last + 1])[0]) == "place":
        last += 1
    return last


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
        found = persons(context, who) if who is not None else []
        if who is not None and found:
            facts.add("absent", found, (who.start, who.end))
            return


def _stands_in(context: Context, hit: Hit, facts: Facts) -> None:
    """Who stands in (the verb's subject or who speaks) and for whom (the first person after it)."""
    clause = context.clause_at(hit.first)
    if clause is None:
        return
    who = subject(context, clause) or antecedent(context, clause)
    found = persons(context, who) if who is not None else []
    if not found and (speaker := context.speaker_of(clause.sentence)) is not None:
        found = [speaker]
    absent = [m for m in context.within(context.mentions, hit.end, clause.end) if m.type == "person"]
    if found and absent and absent[0].entity not in found:
        facts.add("stand_in", found, (clause.start, clause.end))
        facts.add("absent", [absent[0].entity], (absent[0].start, absent[0].end))


def persons(context: Context, who: Phrase) -> list[str]:
    return [v for v in values(context, who) if context.types.get(v) == "person"]


def people_of(context: Context, who: Phrase) -> list[str]:
    """`attending`, without parts that are no people: neither named nor headed by a noun of people."""
    return [
        value
        for part in conjuncts(context, who)
        for value in values(context, part)
        if value in context.types or _are_people(context, part)
    ]


def _are_people(context: Context, part: Phrase) -> bool:
    """Whether words without a name speak of people: a noun of people, a plural of people, a number of them."""
    form = context.document.tokens[part.first].form
    own = form.endswith(context.pronouns) and part.last - part.first == 1
    if own or is_masdar(context, part.first):
        return False
    counted = context.quantity_tokens.get(part.first)
    if counted is not None:
        return counted.number.unit in COUNTED
    return part.first in context.people or form.endswith(context.of_people)


def impersonal(context: Context, who: Phrase) -> bool:
    """Whether the words after "with" are no party (بالتزامن مع, التعامل مع): neither named nor a listed voice."""
    named = context.within(context.mentions, who.start, who.end)
    return not named and who.first not in context.people
