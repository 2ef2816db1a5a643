"""Who designates: the subject of the verb that imposes or announces it, whose decision it is, who does it together."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.document import Sentence
from tawatur.read.entities import known
from tawatur.read.events.arguments import antecedent, noun_phrase, subject
from tawatur.read.events.clauses import FINITE, Clause
from tawatur.read.events.context import Context
from tawatur.read.events.designations.cues import Cues, Designation
from tawatur.read.events.designations.parts import parts, region_end, short
from tawatur.read.events.groups import group
from tawatur.read.events.people import country_of
from tawatur.read.events.phrases import Phrase, of_mention, proclitic
from tawatur.read.events.slots import values
from tawatur.read.mentions.words import name_words

_NAMES = frozenset({"person", "organisation", "place"})
_DECIDED = 12  # tokens from a decision to what is decided
_DOER = 10  # tokens from a masdar to what its doer does


def by(context: Context, cues: Cues, told: Designation, clause: Clause, trigger: Hit) -> None:
    """Who designates: the subject of the verb that does or announces it, or the adjective of the sanctions."""
    sentence = clause.sentence
    for imposer in cues.within("impose", sentence.first, sentence.last):
        if _with_object(context, imposer) and (after := group(context, imposer.last + 1, sentence.last)) is not None:
            told.add("authority", values(context, after), (after.start, after.end))
            return
    if (does := doer_of_masdar(context, cues, sentence, trigger)) is not None:
        told.add("authority", values(context, does), (does.start, does.end))
        return
    if (whose := _adjective_of(context, cues, clause, trigger)) is not None:
        token = context.document.tokens[whose]
        told.add("authority", [_owner(context, cues, whose)], (token.start, token.end))
        return
    if (decider := _decider(context, cues, clause, trigger)) is not None:
        told.add("authority", values(context, decider), (decider.start, decider.end))
        return
    ahead = cues.within("comment", max(clause.first, trigger.first - _DECIDED), trigger.first)
    if any(_comments(context, cues, cue) for cue in ahead):
        return
    named = _nearest_subject(context, cues, clause, trigger.first)
    if named is not None and _only_speaks(context, cues, clause, named, trigger):
        return
    if named is not None and named.first < trigger.first < named.last:
        named = group(context, named.first, trigger.first)
    if named is not None and named.first in context.firsts("commitment.own"):
        told.add("authority", country_of(context, _speaker(context, clause, named)), (named.start, named.end))
    elif named is not None and all(context.inside_name(t.start) for t in cues.within("trigger", *named[:2])):
        told.add(
            "authority", _authority(context, named, trigger.first, trigger.analysis.article), (named.start, named.end)
        )


def _comments(context: Context, cues: Cues, cue: Hit) -> bool:
    """Whether a word is a verb of commenting, and no preposition that is written like one (عبر سفارتها), or a noun of
    it with what is commented on."""
    return cue.first in context.verbs if cue.features.get("form") in FINITE else cues.governs(cue)


def _only_speaks(context: Context, cues: Cues, clause: Clause, named: Phrase, trigger: Hit) -> bool:
    """Whether a person only says something of sanctions that are known, which nobody imposes there (قال الوزير إن
    العقوبات ستستهدف ...)."""
    said = trigger.analysis.article and clause.opener == "that" and named.last <= clause.first
    people = said and all(context.types.get(v) == "person" for v in values(context, named))
    return people and not cues.within("impose", clause.first, clause.last)


def doer_of_masdar(context: Context, cues: Cues, sentence: Sentence, trigger: Hit) -> Phrase | None:
    """Who is named right behind the masdar of imposing or listing, before what he imposes or whom he lists (فرض واشنطن
    عقوبات على ...، إدراج المجلس ستة أشخاص على القائمة)."""
    imposes = trigger.data["frame"] == "impose"
    if imposes:
        nouns = (i for i in cues.within("impose", max(sentence.first, trigger.first - _DOER), trigger.first))
        imposer = next((i for i in nouns if i.last + 1 < trigger.first and i.first not in context.verbs), None)
        first, last = (imposer.last + 1, trigger.first) if imposer is not None else (0, 0)
    elif (
        trigger.data.get("needs") == "list" and trigger.first not in context.verbs and "suffix" not in trigger.features
    ):
        first, last = trigger.last + 1, min(sentence.last, trigger.last + _DOER)
    else:
        return None
    while first < last and first in context.words.class_words and first not in context.mention_tokens:
        first += 1  # دولة الإمارات
    named = context.mention_tokens.get(first)
    if named is None or named.type not in ("place", "organisation") or proclitic(context, first)[2]:
        return None
    behind = context.document.token_at(named.end)
    while behind in context.time_tokens:
        behind = context.document.token_at(context.time_tokens[behind].end)
    if imposes:
        return of_mention(context, named) if behind == trigger.first else None
    listed = behind in context.mention_tokens and not proclitic(context, behind)[0]
    return of_mention(context, named) if listed or behind in context.quantity_tokens else None


def _adjective_of(context: Context, cues: Cues, clause: Clause, trigger: Hit) -> int | None:
    """The adjective that says whose the sanctions are, or the decision on what is designated."""
    last = clause.sentence.last
    if trigger.data["frame"] == "impose":
        near = range(trigger.last + 1, min(trigger.last + 3, last))
        found = next((i for i in near if _owner(context, cues, i)), None)
    else:
        found = _of_lifted(context, cues, trigger, last) if trigger.data["frame"] == "lift" else None
    return found if found is not None else _deciding(context, cues, clause, trigger)


def _of_lifted(context: Context, cues: Cues, trigger: Hit, last: int) -> int | None:
    """The adjective of the sanctions that somebody lifts or welcomes the lifting of (رفع العقوبات ⟨الأميركية⟩)."""
    put = (
        t for t in cues.within("trigger", trigger.last + 1, min(last, trigger.last + 4)) if t.data["frame"] == "impose"
    )
    on = next(put, None)
    if on is None:
        return None
    return next((i for i in range(on.last + 1, min(on.last + 3, last)) if _owner(context, cues, i)), None)


def _owner(context: Context, cues: Cues, index: int) -> str:
    """Whose something is by the adjective at a token: a country's, or the body's that it means or that acts for a
    region (العقوبات الأممية، الأوروبية); empty where it is none."""
    words = name_words(context.document.language)
    body = words.bodily.get(context.document.tokens[index].form) or words.acting_for.get(cues.demonyms.get(index, ""))
    return known(context.document, body) if body else cues.demonyms.get(index, "")


def _speaker(context: Context, clause: Clause, named: Phrase) -> str | None:
    """Who says "his country" there: the person last named before it in the sentence, else who speaks."""
    before = context.within(context.mentions, clause.sentence.start, named.start)
    persons = [m.entity for m in before if m.type == "person"]
    return persons[-1] if persons else context.speaker_at(clause)


def _with_object(context: Context, imposer: Hit) -> bool:
    """Whether an imposing verb carries what it imposes (العقوبات التي فرضها المجلس), so that its doer follows."""
    if "object" in imposer.features:
        return True
    mark = context.particles.get(imposer.first - 1)
    return "suffix" in imposer.features and mark is not None and mark.data["class"] == "relative"


def _deciding(context: Context, cues: Cues, clause: Clause, trigger: Hit) -> int | None:
    """The adjective that says whose decision the designation is (القرار ⟨الأميركي⟩ بالاعتراف بالقدس عاصمة)."""
    begin = max(clause.sentence.first, trigger.first - _DECIDED)
    decisions = (d for d in cues.within("decision", begin, trigger.first) if d.first not in context.verbs)
    behind = (d.last + 1 for d in decisions if d.last + 1 < trigger.first)
    return next((i for i in behind if _owner(context, cues, i)), None)


def _decider(context: Context, cues: Cues, clause: Clause, trigger: Hit) -> Phrase | None:
    """Whose decision the designation is said to be by a noun before it (عقب قرار واشنطن فرض عقوبات)."""
    begin = max(clause.sentence.first, trigger.first - _DECIDED)
    imposers = cues.within("impose", begin, trigger.first)
    limit = trigger.first
    if imposers and imposers[-1].features.get("form") in FINITE:
        return None
    if imposers and not imposers[-1].data.get("announce"):
        limit = imposers[-1].first
    for decision in reversed(cues.within("decision", begin, limit)):
        if decision.first in context.verbs:
            continue
        who = noun_phrase(context, decision.last + 1, limit)
        if who is not None and any(v in context.types for v in values(context, who)):
            return who
    return None


def _nearest_subject(context: Context, cues: Cues, clause: Clause, limit: int) -> Phrase | None:
    """The subject of the clause, or of an earlier one of its sentence where it has none; of a relative clause what it
    speaks of, where that has a name (الجهة التي أدرجت الحزب is nobody who only says so)."""
    for at in range(clause.index, -1, -1):
        earlier = context.clauses[at]
        if earlier.sentence is not clause.sentence:
            return None
        found = subject(context, earlier)
        if found is not None and found.first in cues.at["impose"]:
            continue  # the masdar of imposing, not who imposes: سيعيد فرض عقوبات
        if found is not None and (at < clause.index or found.first != limit):
            return found
        if at == clause.index and clause.opener == "relative":
            whom = antecedent(context, clause)
            return whom if whom is not None and context.within(context.mentions, whom.start, whom.end) else None
    return None


def _authority(context: Context, named: Phrase, limit: int, article: bool) -> list[str]:
    """The names of a subject; the name that follows it where it is a paper (بيان لوزارة الخزانة)."""
    found = values(context, named)
    if any(v in context.types for v in found):
        return [v for v in found if v in context.types or _of_power(context, named)]
    end = context.document.tokens[min(limit, named.last + 4)].start
    after = [m for m in context.within(context.mentions, named.start, max(end, named.end)) if m.type in _NAMES]
    return [after[0].entity] if after else [] if article or not _of_power(context, named) else found


def _of_power(context: Context, named: Phrase) -> bool:
    """Whether words that name nobody speak of a state, a body or people, who can designate (الحكومة، محكمة); no
    agreement, law or visit can."""
    heads = (named.first, named.first + 1)  # هذه الدول
    known = (
        context.words.body_words
        | context.words.class_words
        | context.firsts("commitment.state")
        | context.words.people
        | context.firsts("demonym")
    )
    return any(i in known for i in heads)


def with_whom(context: Context, cues: Cues, told: Designation, first: int, last: int) -> None:
    """Those who designate together with the authority: the names after "together with"."""
    for cue in cues.within("with", first, last):
        end = region_end(context, cues, cue.last + 1, last, stop_at_list=False)
        for part in parts(context, cue.last + 1, end):
            if part.first in context.quantity_tokens:
                return
            found = [v for v in values(context, short(context, part)) if v in context.types]
            told.add("authority", found, (part.start, part.end))
