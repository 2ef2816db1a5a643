"""Whom a word of part in a meeting speaks of: who does it, who is told after it, who leads or speaks for others."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import antecedent, carried_subject, noun_phrase, subject
from tawatur.read.events.clauses import Clause
from tawatur.read.events.complements import complements
from tawatur.read.events.context import Context
from tawatur.read.events.meetings.told import Facts, Telling
from tawatur.read.events.people import people_of, persons
from tawatur.read.events.phrases import Phrase, of_mention, proclitic
from tawatur.read.events.visitors import visitor_of

_FAR = 30  # tokens from "represented" to the end of who did


def who_has_part(context: Context, telling: Telling, hit: Hit) -> Phrase | None:
    """Whom a word of part speaks of."""
    if hit.data["by"] == "delegation":
        return _leader(context, telling, hit)
    return _after(context, telling, hit) if hit.data["by"] == "after" else _doer(context, telling, hit)


def _after(context: Context, telling: Telling, hit: Hit) -> Phrase | None:
    limit = context.document.sentences[context.document.tokens[hit.first].sentence].last
    first = hit.last + 1
    if (
        hit.first < telling.first <= first + 1 and hit.data["slot"] != "on_sidelines_of"
    ):  # ومن أبرز المشاركين في الاجتماع ...
        first = behind_meeting(telling)
    return noun_phrase(context, first, limit)


def behind_meeting(telling: Telling) -> int:
    """The token behind a meeting's noun, its adjectives and whose it is."""
    return max(telling.of.last if telling.of is not None else 0, telling.behind)


def _doer(context: Context, telling: Telling, hit: Hit) -> Phrase | None:
    """The subject of a verb of part; where the meeting stands between verb and subject, what follows the meeting."""
    clause = context.clause_at(hit.first)
    if clause is None:
        return None
    ruled = hit.first > telling.last if clause.verb is None else clause.verb.first != hit.first
    if ruled and hit.data.get("of_country"):
        return _right_before(context, hit) or envoy(context, hit)
    if ruled:
        return _describing(context, telling, clause, hit)
    who = subject(context, clause)
    if hit.data.get("of_country"):  # they represent their country: it is the object
        ahead = telling.first > hit.first
        return noun_phrase(context, telling.last + 1, clause.last) if ahead else envoy(context, hit)
    if who is not None and who.first <= telling.first < who.last:
        who = _behind_object(context, telling, who, clause)
        if who is None and _is_held(context, telling, hit):
            return None
    elif who is None and telling.clause is clause and telling.first > hit.last:
        who = noun_phrase(context, behind_meeting(telling), clause.last)
    elif who is None and clause.opener == "relative" and _inside_it(context, hit):  # القمة التي شارك فيها الرئيس
        who = noun_phrase(context, hit.last + 2, clause.last)
    elif who is None and clause.opener == "relative":
        return antecedent(context, clause) if telling.clause is clause else None
    if who is not None or clause.opener is None:
        return who
    if telling.first > hit.last:  # البحرين التي استضافت الدورة السابقة
        return antecedent(context, clause) or carried_subject(context, clause)
    expected = hit.data["slot"] == "absent" or (hit.data["slot"] == "host" and clause.opener == "that")
    return _who_was_to_come(context, telling, clause) if expected else None


def _is_held(context: Context, telling: Telling, hit: Hit) -> bool:
    """Whether a verb of holding without a subject of its own is the passive, of the definite meeting behind it with
    which it agrees (وستعقد القمة المقبلة في ...; but: وسيعقد القمة)."""
    if not hit.data.get("holds") or not telling.definite or "object" in hit.features:
        return False
    feminine = context.document.tokens[telling.first].form.endswith(context.letters.feminine)
    return bool(hit.features.get("gender") == "f") is feminine


def _inside_it(context: Context, hit: Hit) -> bool:
    """Whether a pronoun behind a verb says that it is done in what its relative clause speaks of (شارك فيها)."""
    mark = context.particles.get(hit.last + 1)
    return mark is not None and bool(mark.data.get("inside"))


def _leader(context: Context, telling: Telling, hit: Hit) -> Phrase | None:
    """Who leads a country's delegation (ترأس وفد بلاده إلى القمة الوزير): he attends, and does not lead the meeting."""
    clause = context.clause_at(hit.first)
    if clause is None:
        return None
    who = subject(context, clause)
    if who is not None and who.first < hit.first:
        return who if persons(context, who) else None
    whose = noun_phrase(context, hit.last, clause.last)
    last = whose.last if whose is not None else hit.last + 1
    last = next((i for i in range(hit.last + 1, last) if i in context.role_tokens), last)  # وفد بلاده وزير الخارجية
    if telling.clause is clause and telling.first > hit.last:
        last = max(last, behind_meeting(telling))
    behind = noun_phrase(context, last, clause.last) or carried_subject(context, clause)
    return behind if behind is not None and persons(context, behind) else None


def _who_was_to_come(context: Context, telling: Telling, clause: Clause) -> Phrase | None:
    """Of whom a clause without a subject goes on to speak (كان مقررا أن يحضر الاجتماع الوزير، لكنه غاب عنه)."""
    who = carried_subject(context, clause)
    if who is not None and who.first <= telling.first < who.last:
        return _behind_object(context, telling, who, telling.clause)
    return who


def _behind_object(context: Context, telling: Telling, whole: Phrase, clause: Clause) -> Phrase | None:
    """The subject behind the meeting as object: in its phrase by the article (حضر الاجتماع الرئيس), or after it."""
    behind = noun_phrase(context, behind_meeting(telling), clause.last)
    if behind is not None and persons(context, behind):
        return behind
    return noun_phrase(context, max(whole.last, telling.last + 1), clause.last)


def _describing(context: Context, telling: Telling, clause: Clause, hit: Hit) -> Phrase | None:
    """The subject of a verb that only describes the meeting (قال ذلك في مؤتمر صحفي عقده الوزير): people behind it, else
    those of whom the clause speaks."""
    who = subject(context, clause)
    if any(i in context.verbs for i in range(telling.last + 1, hit.first)) or hit.first < telling.first:
        return who
    behind = noun_phrase(context, hit.last + 1, clause.last)
    if behind is not None and people_of(context, behind):
        return behind
    if who is not None and people_of(context, who):
        return who
    return _whose_words(context, who) or carried_subject(context, clause)


def _whose_words(context: Context, who: Phrase | None) -> Phrase | None:
    """The person named in a subject that is no person (جاءت تصريحات الوزير فلان خلال مؤتمر صحفي عقده)."""
    named = context.within(context.mentions, who.start, who.end) if who is not None else []
    return next((of_mention(context, m) for m in named if m.type == "person"), None)


def _right_before(context: Context, hit: Hit) -> Phrase | None:
    """The person named right before a verb (الوزير يغيب وفلان يمثل بلاده)."""
    until = context.document.tokens[hit.first].start
    named = context.within(context.mentions, context.document.tokens[hit.first - 1].start, until) if hit.first else []
    return of_mention(context, named[-1]) if named and named[-1].type == "person" else None


def envoy(context: Context, hit: Hit) -> Phrase | None:
    """The person who represents the country behind a verb (ومثل الجزائر الوزير)."""
    country = context.mention_tokens.get(hit.last + 1)
    if country is None or country.type != "place":
        return None
    limit = min(hit.first + _FAR, context.document.sentences[context.document.tokens[hit.first].sentence].last)
    behind = noun_phrase(context, context.document.token_at(country.end), limit)
    return behind if behind is not None and persons(context, behind) else None


def add_brought(context: Context, telling: Telling, hit: Hit, who: Phrase | None, facts: Facts) -> None:
    """Add those with whom a meeting brings somebody together, people behind ب, and himself where only a pronoun stands
    for him (جمع الوزير أمس بنظيره، جمعه بنظيره); `who`: whom the word speaks of."""
    clause = context.clause_at(hit.first)
    if clause is None or not hit.data.get("brings"):
        return
    for found in complements(context, who.last if who is not None else hit.last + 1, clause.last):
        letter = found.letter == context.letters.at and found.phrase.first not in context.firsts("meeting.part")
        met = persons(context, found.phrase) if letter else []
        if met:
            one = pronoun_of(context, telling) if who is None else None
            facts.add("attended", met + ([one] if one is not None else []), (found.phrase.start, found.phrase.end))
        if met or found.bare:
            return


def pronoun_of(context: Context, telling: Telling) -> str | None:
    """Whom a pronoun at the meeting's noun or verb stands for: the last person named before it in its sentence, else of
    whom the clause speaks that it only leads to (وقبيل اجتماعه مع نظيره، أكد الوزير أن ...), else who speaks."""
    clause, sentence = telling.clause, telling.clause.sentence
    named = [m for m in context.within(context.mentions, sentence.start, telling.hit.start) if m.type == "person"]
    if named:
        return named[-1].entity
    after = context.clauses[clause.index + 1] if clause.index + 1 < len(context.clauses) else None
    leads = clause.verb is None and after is not None and after.sentence is sentence and after.opener is None
    who = subject(context, after) if leads and after is not None else None
    return next(iter(persons(context, who)), None) if who is not None else context.speaker_at(clause)


def goes_there(context: Context, telling: Telling) -> Phrase | None:
    """Who makes the visit of which a meeting is the purpose (زيارة الرئيس إلى روما للاجتماع مع نظيره)."""
    behind = context.particles.get(telling.last + 1)
    purpose = proclitic(context, telling.begins)[1] == context.letters.for_
    if not purpose or behind is None or not behind.data.get("party"):
        return None
    visits = context.document.hits("event.visit", within=telling.clause.sentence)
    told = [h for h in visits if telling.clause.first <= h.first < telling.first and h.data["frame"] != "none"]
    who = visitor_of(context, told[-1], telling.clause) if told else None
    return who if who is not None and who.last <= telling.first and persons(context, who) else None
