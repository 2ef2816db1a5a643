"""Where the targets of a designation stand: after its verb, after "on", before a participle, behind a pronoun."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.document import Sentence
from tawatur.read.events.arguments import antecedent, carried_subject, leading_phrase, noun_phrase, subject
from tawatur.read.events.clauses import FINITE, Clause
from tawatur.read.events.context import Context
from tawatur.read.events.designations.cues import Cues, Designation
from tawatur.read.events.designations.parts import counted, region_end, targets
from tawatur.read.events.groups import group, groups
from tawatur.read.events.phrases import Phrase, of_mention, proclitic
from tawatur.read.events.slots import values

_NEAR, _FAR = 9, 17  # tokens from a word of designation to whom it strikes, to what is recognised


def added(context: Context, told: Designation, first: int, last: int) -> None:
    """A further number of others, told after the list (... بالإضافة إلى 4 كيانات)."""
    for index in range(first, last):
        mark = context.particles.get(index)
        if told.count is None or mark is None or mark.first != index or mark.data["class"] != "join":
            continue
        quantity = context.quantity_tokens.get(mark.last + 1)
        part = group(context, mark.last + 1, last)
        if quantity is not None and part is not None and not quantity.ordinal:
            counted(context, told, part, quantity.number)


def after_aside(context: Context, cues: Cues, told: Designation, first: int, last: int) -> None:
    """The object after a long subject and its partners (أدرجت الوزارة بالتعاون مع ...، خمسة أشخاص على القائمة)."""
    counted = next_quantity(context, first, last)
    if counted is not None and context.document.tokens[counted - 1].form == "،":
        targets(context, told, counted, region_end(context, cues, counted, last))


def named_among(context: Context, cues: Cues, told: Designation, first: int, last: int) -> None:
    """Those of the targets who are named behind "among them" (12 شخصا على القائمة، بينهم فلان), up to a verb that tells
    something else."""
    last = next((i for i in range(first, last) if i in context.verbs), last)
    for among in cues.within("among", first, last) if told.target else ():
        end = region_end(context, cues, among.last + 1, last)
        targets(context, told, among.last + 1, end, names_only=True)
        if end > among.last + 1:
            told.end = max(told.end, context.document.tokens[end - 1].end)


def target_region(context: Context, cues: Cues, hit: Hit, sentence: Sentence) -> tuple[int, int]:
    """The tokens that name the targets; an empty range where they are not named."""
    if hit.data["frame"] == "listed":
        clause = context.clause_at(hit.first)
        begin = clause.first if clause is not None else sentence.first
        counted = next_quantity(context, begin, hit.first)
        return (counted, region_end(context, cues, counted, hit.first)) if counted is not None else (0, 0)
    first = _first_target(context, cues, hit, sentence.last)
    return (first, region_end(context, cues, first, sentence.last)) if first is not None else (0, 0)


def pointed_at(context: Context, first: int) -> bool:
    """Whether the targets are only pointed at (هؤلاء الأفراد): nothing new is told."""
    marks = (context.particles.get(i) for i in range(first, first + 2))
    return any(m is not None and m.data["class"] == "demonstrative" for m in marks)


def _first_target(context: Context, cues: Cues, hit: Hit, last: int) -> int | None:
    """The token where the targets begin: after "on" or "against", or the object of the verb."""
    frame = hit.data["frame"]
    if hit.data.get("bare_object") and hit.last + 1 in context.mention_tokens:
        return hit.last + 1  # اعتبار القدس عاصمة
    if frame in ("impose", "hold") or (frame == "lift" and hit.data["needs"] != "list"):
        for index in range(hit.last + 1, min(last, hit.last + (_FAR if frame == "hold" else _NEAR))):
            if index in cues.at["against"] or index in cues.at["strike"]:
                return index + 1 if index + 1 not in cues.at["manner"] else None
            recognised = frame == "hold" and index in context.mention_tokens
            if recognised and proclitic(context, index)[1] == context.letters.at:
                return index
        return _between(cues, hit) if frame == "impose" else None
    if hit.features.get("form") in FINITE:
        return _object_of(context, hit, last)
    found = group(context, hit.last + 1, last)
    return found.first if found is not None else None


def _between(cues: Cues, hit: Hit) -> int | None:
    """The token behind "on" between the verb of imposing and what it imposes (فرضت واشنطن على القطاع عقوبات)."""
    imposers = [h for h in cues.within("impose", max(0, hit.first - _FAR), hit.first) if not h.data.get("announce")]
    if not imposers:
        return None
    inside = range(imposers[-1].last + 1, hit.first - 1)
    return next((i + 1 for i in inside if i in cues.at["against"]), None)


def behind_list(context: Context, cues: Cues, told: Designation, hit: Hit, last: int) -> None:
    """The number of targets right behind the list they are put on (أدرجت الوزارة على قائمتها السوداء ثلاثة أشخاص)."""
    for on in cues.within("list", hit.last + 1, min(last, hit.last + _FAR)):
        first = next_quantity(context, on.last + 1, min(last, on.last + 3))
        if first is not None and not told.target:
            targets(context, told, first, region_end(context, cues, first, last))


def _object_of(context: Context, hit: Hit, last: int) -> int | None:
    """Where the object of a verb begins: its only noun group where the subject stands before it or is dropped."""
    after, stop = groups(context, hit.last + 1, last)
    clause = context.clause_at(hit.first)
    named = subject(context, clause) if clause is not None else None
    if after and named is not None and named.last <= hit.first:
        return after[0].first
    if len(after) >= 2:
        return after[1].first
    further = noun_phrase(context, stop, last) if after else None
    if further is not None and further.first > after[0].last:
        return further.first
    return after[0].first if after else None


def next_quantity(context: Context, first: int, last: int) -> int | None:
    return next((i for i in range(first, last) if i in context.quantity_tokens), None)


def behind_pronoun(context: Context, cues: Cues, told: Designation, hit: Hit, clause: Clause) -> None:
    """The one named last before a clause that takes him up (وفرضت عليها عقوبات), other than the authority."""
    around = range(max(clause.first, hit.first - 4), min(clause.last, hit.last + 5))
    if told.target or hit.data["frame"] == "lift" or not any(i in cues.at["on-whom"] for i in around):
        return
    named = context.within(context.mentions, clause.sentence.start, context.document.tokens[clause.first].start)
    whom = [m for m in named if m.type in ("place", "organisation", "person") and m.entity not in told.authority]
    if whom:
        told.add("target", [whom[-1].entity], (whom[-1].start, whom[-1].end))


def listed_before(context: Context, told: Designation, hit: Hit, clause: Clause) -> Phrase | None:
    """Whom the pronoun on a verb takes up: of whom its relative clause speaks, else of whom its clause is or one before
    (كان فلان على القوائم وأدرجته الوزارة على قائمتها); who lists him stands behind the verb."""
    doer = noun_phrase(context, hit.last + 1, clause.last)
    who = values(context, doer) if doer is not None else []
    if doer is not None and any(v in context.types for v in who):
        told.authority, told.evidence["authority"] = who, [(doer.start, doer.end)]
    ahead = leading_phrase(context, clause, hit.first)
    return (
        antecedent(context, clause) or ahead or carried_subject(context, clause) or _first_named(context, clause, told)
    )


def _first_named(context: Context, clause: Clause, told: Designation) -> Phrase | None:
    """The person or body named first in the sentence before a clause."""
    before = context.document.sentences[max(0, clause.sentence.index - 1)]
    named = context.within(context.mentions, before.start, before.end)
    whom = [m for m in named if m.type in ("person", "organisation") and m.entity not in told.authority]
    if not whom or before.paragraph != clause.sentence.paragraph:
        return None
    return of_mention(context, whom[0])
