"""Which hits of the word list tell an incident, read as a verb or as a noun; generic mentions are left out."""

from __future__ import annotations

from tawatur.language.lexicon import Hit, longest
from tawatur.read.events.clauses import FINITE, NOMINAL
from tawatur.read.events.context import Context
from tawatur.read.events.finite import passive
from tawatur.read.events.incidents.asked import asked
from tawatur.read.events.incidents.triggers import HARMS, Nouns, Trigger, reach_of
from tawatur.read.events.told import most_probable, unlikely
from tawatur.text.words import SIGN, WORD

_COUNTED = 6  # tokens from a word of harm to the counted dead or hurt it tells of
_OF_PLAY = frozenset({"attack", "airstrike", "raid", "conflict", "siege", "takeover", "military-campaign"})

# What tells, among the words behind a verb or noun, that what it needs may stand there.
_PEOPLE = frozenset({"person", "killed", "hurt", "held"})
_MET_BY = {
    "casualty": HARMS,
    "victim": _PEOPLE,
    "beaten": _PEOPLE,
    "perished": _PEOPLE,
    "shelled": frozenset({"arm"}),
    "uncovered": frozenset({"cell"}),
    "judged": frozenset({"tribunal"}),
}


def _needed(nouns: Nouns, hit: Hit) -> bool:
    """Whether what a reading of a word needs beside it is missing (ضبط طنا, ضبط شخصين)."""
    needs = hit.data.get("needs", "")
    wanted = _MET_BY.get(needs, {needs})
    return bool(needs) and not wanted & nouns.classes(hit.last + 1, hit.last + 1 + reach_of(hit))


def triggers(context: Context, nouns: Nouns) -> list[Trigger]:
    """The triggers of a document in order of the text, generic mentions left out."""
    document = context.document
    words = document.hits("event.incident-generic")
    generic = {h.last: h for h in words}
    known = {i: h for i, h in generic.items() if not h.data.get("alleged")}
    named = {t.index for m in context.mentions for t in document.tokens_in(m.start, m.end)}
    named -= {i for i, m in context.mention_tokens.items() if m.type == "other"}  # a protest may have a name
    found: list[Trigger] = []
    possible = [h for h in document.hits("event.incident") if _possible(context, nouns, h, named)]
    # a verb where it can be one, then a reading that has what it needs, then the one that the model takes it for
    possible.sort(key=lambda h: (h.features.get("form") not in FINITE, _needed(nouns, h), _otherwise(context, h)))
    for hit in longest(possible):
        clause = context.clause_at(hit.first)
        if (
            clause is None
            or _spoken_of(context, hit, known if hit.data.get("needs") == "meddled" else generic)
            or _in_words(nouns, hit)
        ):
            continue
        if clause.sentence.index in context.words.sport_sentences and (
            "matter" in hit.data or str(hit.data["type"]) in _OF_PLAY
        ):
            continue
        finite = hit.features.get("form") in FINITE or (not hit.features and hit.data["frame"] == "act")
        vowelled = finite and passive(document.tokens[hit.first], hit)
        likely, of = most_probable(document, hit, "incident") or (0.0, "")
        trigger = Trigger(hit, clause, finite, vowelled, likely, of)
        if (wish := asked(context, nouns, trigger)) is not None and wish.data.get("refuses"):
            continue
        if not (found and (_counts_for(found[-1], trigger) or _only_needed(nouns, found[-1], trigger))):
            found.append(trigger)
    return found


def _counts_for(before: Trigger, after: Trigger) -> bool:
    """Whether counted dead or hurt are those that the word right before them tells of (سقوط 5 قتلى)."""
    same = before.clause.sentence is after.clause.sentence and before.needs != "counted"
    return after.needs == "counted" and same and before.harm != "" and after.hit.first - before.hit.last <= _COUNTED


def _only_needed(nouns: Nouns, before: Trigger, after: Trigger) -> bool:
    """Whether what is of public life is only what the word before it needs (التدخل في الانتخابات)."""
    near = after.hit.first - before.hit.last <= reach_of(before.hit) and before.clause.sentence is after.clause.sentence
    return near and bool(after.matter) and before.needs in nouns.at.get(after.hit.first, ())


def _possible(context: Context, nouns: Nouns, hit: Hit, named: set[int]) -> bool:
    """Whether a hit can be what its form says: verbs stand where a verb can, nouns not inside a name."""
    if hit.first in named or hit.first in context.time_tokens or not nouns.company.kept(hit):
        return False
    if hit.data.get("doubtful") and unlikely(context.document, hit, "incident"):
        return False
    if hit.features.get("form") in FINITE:
        return _verb_there(context, hit)
    return _noun_there(context, nouns, hit)


def _verb_there(context: Context, hit: Hit) -> bool:
    """Whether a word with the form of a verb stands where one can."""
    if hit.features["form"] == "jussive" and hit.features.get("person") == "1":
        return False
    verb = hit.first in context.verbs or not (hit.data.get("cuts", True) or _governed(context, hit.first))
    return verb and not hit.analysis.preposition and not hit.analysis.article


def _noun_there(context: Context, nouns: Nouns, hit: Hit) -> bool:
    """Whether a noun or phrase can be what its form says."""
    if hit.analysis.article and "suffix" in hit.features:
        return False  # الاحتجاجي is no احتجاجي
    if hit.features.get("number") == "dual" and not _two(context, nouns, hit):
        return False
    unless = hit.data.get("unless")
    if unless and unless in nouns.classes(hit.last + 1, hit.last + 2):
        return False  # انتهاك القرار
    if hit.data["type"] == "takeover" and "no-land" in nouns.classes(hit.last + 1, hit.last + 3):
        return False  # السيطرة على الحريق
    if hit.first in context.mention_tokens and hit.data["type"] != "protest":
        return False
    if "suffix" in hit.features and hit.first in context.verbs:
        return False
    if hit.data.get("needs") == "counted":
        return _is_counted(context, hit)
    bent = "suffix" in hit.features or hit.features.get("number") == "dual"
    if bent and nouns.at.get(hit.first, set()) & {"killed", "hurt"}:
        return False  # قتلى is no form of قتل
    return not (hit.analysis.article and hit.data.get("bare"))


def _governed(context: Context, index: int) -> bool:
    """Whether a preposition or the like stands right before a word, which is then no verb."""
    before = context.particles.get(index - 1)
    return before is not None and before.data["class"] in NOMINAL


def _otherwise(context: Context, hit: Hit) -> bool:
    """Whether the learned model takes a word for another type of incident, or for none."""
    said = most_probable(context.document, hit, "incident")
    return said is not None and said[1] != hit.data["type"]


def _two(context: Context, nouns: Nouns, hit: Hit) -> bool:
    """Whether a word spelt like two of what it names can be that: without its last letter only before what they are of
    and without the article (الإعلام الحربي، معسكر تدريبي في ... are adjectives)."""
    if hit.analysis.rest.endswith(nouns.dual) or hit.first != hit.last:
        return True
    after, tokens = hit.last + 1, context.document.tokens
    free = after < len(tokens) and tokens[after].kind == WORD and after not in context.particles
    return free and after not in context.verbs and not hit.analysis.article


def _in_words(nouns: Nouns, hit: Hit) -> bool:
    """Whether an attack is one of words (هجوم حاد على ...)."""
    return str(hit.data["type"]) in _OF_PLAY and nouns.cue("verbal", hit.last + 1, hit.last + 3) is not None


def _is_counted(context: Context, hit: Hit) -> bool:
    """Whether a number stands with a noun (7 قتلى)."""
    near = context.within(context.quantities, hit.start - 60, hit.end + 40)
    return any(q.start <= hit.start and hit.end <= q.end for q in near)


def _spoken_of(context: Context, hit: Hit, generic: dict[int, Hit]) -> bool:
    """Whether a noun stands after a word that makes it general (مكافحة الهجمات، but not أدان الوزير | الهجوم)."""
    if hit.features.get("form") in FINITE:
        return False
    before = hit.first - 1
    if before in context.verbs:
        return False  # أمر بحبس ...
    while before >= 0 and context.document.tokens[before].kind == SIGN:
        before -= 1
    if (of := generic.get(before)) is not None:
        return not (of.data.get("head") and of.analysis.article)
    mark, ahead = context.particles.get(before), generic.get(before - 1)
    return ahead is not None and not ahead.data.get("head") and mark is not None and not mark.data.get("place")
