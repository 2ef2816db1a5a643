"""Who has a part in a meeting: who holds, leads, attends, misses and calls it, and who stands in for whom."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.entities import countries
from tawatur.read.events.arguments import antecedent, noun_phrase, subject
from tawatur.read.events.complements import complements
from tawatur.read.events.context import Context
from tawatur.read.events.meetings.doers import add_brought, behind_meeting, envoy, who_has_part
from tawatur.read.events.meetings.parties import held_by
from tawatur.read.events.meetings.told import Facts, Telling
from tawatur.read.events.pairs import names_two, two_of
from tawatur.read.events.people import COUNTED, attending, impersonal, people_of, persons, those_there
from tawatur.read.events.phrases import Phrase, words
from tawatur.read.events.slots import is_money, seat, values
from tawatur.text.words import definite


def read_part(context: Context, telling: Telling, hit: Hit, facts: Facts) -> None:
    data = hit.data
    if not _said_here(context, telling, hit):
        return
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
        _asked(context, telling, hit, facts)
    if data["by"] == "before":
        _absentee(context, telling, facts)
        return
    if data["by"] == "clause":
        _for_him(context, hit, facts)
        return
    if data.get("replaces") and data["slot"] == "stand_in":
        _stands_in(context, hit, facts)
        return
    who = who_has_part(context, telling, hit)
    add_brought(context, telling, hit, who, facts)
    if who is None or _gathers_money(context, telling, hit) or who.first <= telling.first < who.last:
        return
    if data["by"] == "subject" and _adverb(context, who):
        return
    _fill(context, telling, hit, who, facts)


def _gathers_money(context: Context, telling: Telling, hit: Hit) -> bool:
    """Whether what a verb gathers is money and no people (يجمع المؤتمر مليون دولار، جمع المؤتمر تبرعات)."""
    if not hit.data.get("holds") or hit.data["slot"] != "attended":
        return False
    first = hit.last + 1
    if telling.first == first:
        first = behind_meeting(telling)
    mention = context.mention_tokens.get(first)
    if mention is not None and mention.type == "place":  # جمع مؤتمر روما مليون دولار
        first = context.document.token_at(mention.end)
    quantity = context.quantity_tokens.get(first)
    if quantity is not None:
        return is_money(quantity.number.unit)
    return any(h.first == first and h.data["frame"] == "money" for h in context.document.hits("event.funding"))


def _said_here(context: Context, telling: Telling, hit: Hit) -> bool:
    """Whether what a word of part needs stands by it."""
    if hit.data.get("call") and not telling.hit.data.get("call"):
        return False
    needs = hit.data.get("needs")
    if needs == "attending":
        return _from_attending(context, hit)
    return needs != "presidency" or _takes_the_chair(context, telling, hit)


def _adverb(context: Context, who: Phrase) -> bool:
    """Whether a phrase is a single word of nobody: in the accusative, or a meeting (التأم الاجتماع تمهيدا للقمة)."""
    form = context.document.tokens[who.first].form
    if who.first in context.firsts("event.meeting") and who.last - who.first == 1:
        return True
    bare = who.last - who.first == 1 and form.endswith(context.letters.accusative) and not definite(form)
    return bare and who.first not in context.words.people and who.first not in context.mention_tokens


def _asked(context: Context, telling: Telling, hit: Hit, facts: Facts) -> None:
    """Whose meeting is asked for: the body that is asked for it (طلبت روسيا من مجلس الأمن عقد اجتماع)."""
    if telling.body:
        return
    for found in complements(context, hit.last + 1, telling.first):
        asked = [v for v in values(context, found.phrase) if context.types.get(v) == "organisation"]
        if found.mark is not None and found.mark.data["class"] == "partitive" and asked:
            facts.add("body", asked[:1], (found.phrase.start, found.phrase.end))
            return


def _from_attending(context: Context, hit: Hit) -> bool:
    """Whether a word of attending follows an excuse or a refusal in its clause."""
    clause = context.clause_at(hit.first)
    return clause is not None and any(hit.last < i < clause.last for i in context.firsts("meeting.attending"))


def _takes_the_chair(context: Context, telling: Telling, hit: Hit) -> bool:
    """Whether what somebody takes over is the presidency of the meeting (تسلم العراق رئاسة القمة)."""
    return any(hit.last < h.first and h.last == telling.first - 1 for h in context.document.hits("meeting.presidency"))


def _denied(context: Context, hit: Hit) -> bool:
    """Whether it is said that somebody did not come (لم يحضر الوزير)."""
    clause = context.clause_at(hit.first)
    own = clause is not None and clause.verb is not None and clause.verb.first == hit.first
    return own and clause is not None and clause.negated


def _fill(context: Context, telling: Telling, hit: Hit, who: Phrase, facts: Facts) -> None:
    slot = str(hit.data["slot"])
    if slot in ("attended", "absent"):
        who = _represented(context, who, facts)
    where = who.start, who.end
    if slot == "attended" and _money(context, who):  # جمع المؤتمر مليار دولار
        return
    if hit.data.get("represents") or hit.data.get("of_country"):
        came = attending(context, who)
        persons_there = [v for v in came if context.types.get(v) == "person"]
        facts.add("stand_in" if facts.of("absent") and persons_there else slot, persons_there or came, where)
        return
    if slot == "attended" and not hit.data.get("holds") and _denied(context, hit):
        facts.add("absent", attending(context, who), where)
        return
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
    for value in those_there(context, who, slot):
        target = _target(context, hit, who, value)
        counted = facts.count is not None and facts.count[1][0] == who.start and target == "attended"
        if target is not None and not (counted and value not in context.types):
            facts.add(target, [_city(context, who, value) if target == "place" else value], where)
    _others(context, telling, hit, who, facts)
    if hit.data.get("replaces") and slot == "absent":
        before = subject(context, telling.clause)
        if before is not None:
            facts.add("stand_in", persons(context, before), (before.start, before.end))


def _represented(context: Context, who: Phrase, facts: Facts) -> Phrase:
    """A phrase cut where it is said who came for a country (وغاب الرئيس، ومثل الجزائر الوزير), and he added."""
    for hit in context.document.hits("meeting.part"):
        if not (hit.data.get("of_country") and who.first < hit.first < who.last):
            continue
        behind = envoy(context, hit)
        if behind is not None:
            facts.add("stand_in", persons(context, behind)[:1], (behind.start, behind.end))
            return who._replace(last=hit.first, end=context.document.tokens[hit.first - 1].end)
    return who


def _money(context: Context, who: Phrase) -> bool:
    counted = context.quantity_tokens.get(who.first)
    return counted is not None and is_money(counted.number.unit)


def _city(context: Context, who: Phrase, value: str) -> str:
    """The place that a name in a phrase stands for: the capital itself, not its government (احتضنته الدوحة)."""
    named = context.within(context.mentions, who.start, who.end)
    return next((seat(context, m) for m in named if m.entity == value), value)


def _others(context: Context, telling: Telling, hit: Hit, who: Phrase, facts: Facts) -> None:
    """Add those who have a part beside the ones just added: guests of a host, who leads or attends with somebody."""
    slot = str(hit.data["slot"])
    if slot == "host":
        _guests(context, hit, who, facts)
    if slot in ("chair", "attended") and hit.data["by"] == "subject":
        beside = _beside(context, telling, hit)
        if beside is not None and not impersonal(context, beside):
            facts.add(slot, people_of(context, beside), (beside.start, beside.end))
    if slot == "attended":
        facts.listed = facts.listed or not hit.data.get("holds")
        _acting(context, telling, hit, who, facts)


def _guests(context: Context, hit: Hit, who: Phrase, facts: Facts) -> None:
    """Those whom a person hosts for a meeting, and himself (يستضيف الرئيس نظيريه في قمة ثلاثية)."""
    clause = context.clause_at(hit.first)
    hosts = persons(context, who)
    if clause is None or not hosts or who.first < hit.first:
        return
    for found in complements(context, who.last, clause.last):
        if found.bare and (met := persons(context, found.phrase)):
            facts.add("attended", [*hosts, *met], (found.phrase.start, found.phrase.end))
        return


def _target(context: Context, hit: Hit, who: Phrase, value: str) -> str | None:
    """The slot that one value of a part goes to: a city that hosts is the place, a body that holds a meeting its body;
    None where it fills none."""
    slot, kind = str(hit.data["slot"]), context.types.get(value)
    if who.first in context.firsts("meeting.participants") or (slot == "host" and kind is None):
        return None
    if slot == "host" and kind == "place" and not _country(context, who, value):
        return "place"
    if hit.data.get("place_only") and kind != "place":
        return None
    if slot == "attended" and hit.data.get("holds"):
        named = kind in ("organisation", "other")
        return "body" if named or (kind is None and who.first in context.words.body_words) else slot
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
    level = context.by_first("meeting.level").get(who.first)
    if level is None or not hit.data.get("holds") or level.features.get("number") == "singular":
        return
    telling.level = telling.level or level.data["level"]
    bodies = [m.entity for m in context.within(context.mentions, who.start, who.end) if m.type == "organisation"]
    facts.add("body", bodies[:1], (who.start, who.end))


def _beside(context: Context, telling: Telling, hit: Hit) -> Phrase | None:
    """Who does it with the subject (يترأس الوزير المؤتمر مع نظيره)."""
    return held_by(context, telling) if telling.clause is context.clause_at(hit.first) else None


def _country(context: Context, who: Phrase, value: str) -> bool:
    return value in countries(context.document.language) and _city(context, who, value) == value


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


def _for_him(context: Context, hit: Hit, facts: Facts) -> None:
    """Who came for one who was told before (وحضرت الوكيلة نيابة عنه): the subject of the clause."""
    clause = context.clause_at(hit.first)
    who = (subject(context, clause) or antecedent(context, clause)) if clause is not None else None
    if who is not None:
        facts.add("stand_in", persons(context, who), (who.start, who.end))


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
