"""Which telling of a meeting each word of part and topic belongs to."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.clauses import FINITE, Clause
from tawatur.read.events.context import Context
from tawatur.read.events.meetings.told import Telling
from tawatur.text.words import definite

_NEXT = 2  # sentences behind a meeting's within which a pronoun may be it
NEAR = 240  # tokens within which a sentence without its noun may go on with a meeting


def owned_by(context: Context, told: list[Telling]) -> list[list[Hit]]:
    """For each telling, the words of part and topic that belong to it: the nearest telling of the same clause, else
    the last one before them in their sentence."""
    owned: list[list[Hit]] = [[] for _ in told]
    by_sentence: dict[int, list[int]] = {}
    for i, telling in enumerate(told):
        if not aside(context, telling):
            by_sentence.setdefault(telling.clause.sentence.index, []).append(i)
    for hit in _outer(context.document.hits("meeting.part", "meeting.topic")):
        clause = context.clause_at(hit.first)
        if clause is None or (hit.features.get("form") in FINITE and hit.first not in context.verbs):
            continue
        sentence = clause.sentence
        near = by_sentence.get(sentence.index, [])
        here = [i for i in near if _rules(told[i], clause) and not (told[i].first <= hit.first <= told[i].last)]
        before = [i for i in near if told[i].first < hit.first]
        if hit.data.get("before"):  # a verbal noun of holding governs the meeting's noun (عقد اجتماع)
            here, before = [i for i in here if 0 < told[i].first - hit.last <= 2], []
        if here:
            index = min(here, key=lambda i: abs(told[i].first - hit.first) + (3 if told[i].first < hit.first else 0))
        elif before and _may_leave(context, hit, told[before[-1]]):
            index = before[-1]
        elif (earlier := _last_before(told, hit)) is not None and (
            _goes_on(context, hit, sentence.index, told[earlier])
            or (not near and _part_goes_on(context, hit, clause, told[earlier], owned[earlier]))
        ):
            index = earlier
        else:
            continue
        owned[index].append(hit)
    return owned


def _rules(telling: Telling, clause: Clause) -> bool:
    """Whether a clause is the telling's own, or one that its adverbial opens (وخلال الاجتماع، استعرض الوزراء ...)."""
    own = telling.clause
    return own is clause or (
        own.verb is None and own.index + 1 == clause.index and own.sentence is clause.sentence and clause.opener is None
    )


def _outer(hits: list[Hit]) -> list[Hit]:
    """Hits that no longer hit covers; `hits` in order of the text."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.first, -h.last)):
        if not kept or hit.last > kept[-1].last or (hit.first, hit.last) == (kept[-1].first, kept[-1].last):
            kept.append(hit)
    return kept


def _may_leave(context: Context, hit: Hit, telling: Telling) -> bool:
    """Whether a word in another clause than the meeting's still speaks of it."""
    clause = context.clause_at(hit.first)
    if clause is None:
        return False
    if clause.opener == "relative" and clause.index == telling.clause.index + 1:
        return hit.entry.kind == "meeting.part" or hit.features.get("form") in FINITE or bool(hit.data.get("concludes"))
    if awaited_in(context, telling.clause, clause):
        return hit.entry.kind == "meeting.part"
    behind = clause.opener in (None, "and", "subordinate") and clause.index == telling.clause.index + 1
    if behind and _says_of_it(context, hit, clause):
        return True
    return (
        hit.entry.kind == "meeting.part"
        and hit.data["by"] in ("after", "before", "clause", "delegation")
        and not hit.data.get("holds")
        and hit.data["slot"] in ("stand_in", "absent", "attended", "convener")
    )


def awaited_in(context: Context, clause: Clause, later: Clause) -> bool:
    """Whether a clause with "that" tells what a relative clause without a verb, right behind that of a meeting, only
    expects of it (القمة التي كان من المقرر أن تعقد في تونس)."""
    if later.opener != "that" or later.index != clause.index + 2 or later.sentence is not clause.sentence:
        return False
    between = context.clauses[clause.index + 1]
    return between.opener == "relative" and between.verb is None


def _says_of_it(context: Context, hit: Hit, clause: Clause) -> bool:
    """Whether a joined clause says who came or did not: a pronoun is the meeting (وغاب عنها), or it denies."""
    if hit.entry.kind != "meeting.part" or hit.data["slot"] not in ("attended", "absent") or hit.data.get("holds"):
        return False
    if clause.verb is None or clause.verb.first != hit.first:
        return False
    behind = context.particles.get(hit.last + 1)
    pronoun = behind is not None and context.document.tokens[behind.last].form.endswith(context.pronouns)
    return clause.negated or pronoun


def _part_goes_on(context: Context, hit: Hit, clause: Clause, telling: Telling, owned: list[Hit]) -> bool:
    """Whether the sentence behind that of a meeting, without its noun, says who came or did not: a pronoun is the
    meeting (وكان مقررا أن يحضره), somebody is absent (وغاب الرئيس), or the sentence has said such before."""
    if hit.entry.kind != "meeting.part" or hit.data["slot"] not in ("attended", "absent", "stand_in"):
        return False
    here, there = clause.sentence.index, telling.clause.sentence.index
    tokens = context.document.tokens
    if any(tokens[h.first].sentence == here for h in owned):
        return _says_of_it(context, hit, clause) or hit.data["by"] in ("after", "clause")
    if not 0 < here - there <= _NEXT or hit.data.get("holds") or hit.data.get("needs"):
        return False
    own = clause.verb is not None and clause.verb.first == hit.first
    opens = hit.first - clause.sentence.first <= 1
    alone = opens and (hit.data["slot"] == "absent" or bool(hit.data.get("of_country")))
    return own and ("object" in hit.features or alone or (_says_of_it(context, hit, clause) and not clause.negated))


def _goes_on(context: Context, hit: Hit, sentence: int, telling: Telling) -> bool:
    """Whether a sentence without a meeting's noun goes on with its agenda: its participants are the subject (ministers
    of a meeting of ministers), or it is a passive that begins with "as well"."""
    if hit.entry.kind != "meeting.topic":
        return False
    document = context.document
    own = document.sentences[sentence]
    if any(own.first <= h.first < hit.first + 3 for h in document.hits("meeting.participants", within=own)):
        return True
    levels = (context.by_first("meeting.level").get(i) for i in range(own.first, hit.first + 3))
    if any(_all_of(context, level, telling.level) for level in levels):
        return True
    holds = [h for h in document.hits("meeting.part", within=own) if h.data.get("passive") and h.first < hit.first]
    return bool(holds) and hit.first - own.first < 5


def _all_of(context: Context, level: Hit | None, of: str | None) -> bool:
    """Whether a word is the definite plural of those who meet at a level, where that is known, nothing said of which
    (الوزراء)."""
    if level is None or of not in (None, level.data["level"]) or level.features.get("number") == "singular":
        return False
    form = context.document.tokens[level.last].form
    return definite(form) and (level.last + 1 in context.verbs or level.first - 1 in context.verbs)


def _last_before(told: list[Telling], hit: Hit) -> int | None:
    for index in range(len(told) - 1, -1, -1):
        if told[index].first < hit.first and told[index].level != "press-conference":
            return index if hit.first - told[index].first < NEAR else None
    return None


def aside(context: Context, telling: Telling) -> bool:
    """Whether the meeting is only named as the occasion of another (على هامش القمة, على هامش انعقاد الدورة)."""
    held = telling.first - 1 in context.firsts("meeting.part") and telling.first - 1 not in context.particles
    mark = context.particles.get(telling.first - 1 - held)
    return mark is not None and bool(mark.data.get("aside"))
