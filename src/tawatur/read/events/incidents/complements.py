"""What stands behind the words beside an incident's: after "by", "against", a preposition, with what is listed."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import subject
from tawatur.read.events.clauses import Clause
from tawatur.read.events.context import Context
from tawatur.read.events.groups import clitic_group, groups, listed, skip_marks
from tawatur.read.events.incidents.triggers import Nouns, Trigger
from tawatur.read.events.phrases import Phrase, proclitic
from tawatur.text.folding import fold_word

_NEAR = 5  # tokens from an incident noun to the verb of who imposed or laid it (الحصار الخانق الذي تفرضه ...)
_ARMS = 4  # tokens from what was fired or laid to the verb of who did it (قذيفة هاون أطلقتها ...)
_APART = frozenset({"subordinate", "negation", "auxiliary"})  # particles behind which something else is told


def with_listed(context: Context, found: list[Phrase], limit: int, after_verb: bool = True) -> list[Phrase]:
    """A group after a verb or noun with those coordinated to it."""
    return listed(context, found[0].first, limit) if found and after_verb else found


def after_preposition(context: Context, nouns: Nouns, preposition: str, first: int, limit: int) -> list[Phrase]:
    """The groups after the next standing preposition of that form."""
    for index in range(first - 1, min(limit, first + 18)):
        if index >= first and index in context.verbs:
            break
        if index in nouns.cues["on"]:
            continue
        if context.document.tokens[index].form == fold_word(preposition):
            mark = context.particles.get(index + 1)
            side = mark is not None and mark.data.get("place") and mark.last == index + 1  # على شمال مالي
            return listed(context, index + 1 + bool(side), limit)
        if index >= first and proclitic(context, index)[1] == preposition:
            return clitic_group(context, index, limit)
    return []


def by_whom(context: Context, nouns: Nouns, trigger: Trigger, limit: int) -> Hit | None:
    """The word before who did it (برصاص، على يد; of a noun's incident also شنه)."""
    first = trigger.hit.last + 1
    cues = nouns.cues["agent"]
    found = (cues[i] for i in range(first, limit) if i in cues and not cues[i].data.get("nobody"))
    return next(
        (
            cue
            for cue in found
            if not (trigger.finite and (_of_another_noun(nouns, trigger, cue) or _of_cause(context, trigger, cue)))
            and not (_was(context, cue) or _in_whose_it_was(trigger, cue) or _of_something_else(context, trigger, cue))
        ),
        None,
    )


def _of_another_noun(nouns: Nouns, trigger: Trigger, cue: Hit) -> bool:
    """Whether a word of doing belongs to a noun behind a verb, and that is not what the verb's deed was done with (جرح
    ثلاثة بقذيفة أطلقتها ...)."""
    arms = {"weapon", "missile", "bomb"} & nouns.classes(cue.first - _ARMS, cue.first)
    return bool(cue.data.get("of_noun")) and (not arms or trigger.arms_hit or not trigger.bodily)


def _of_cause(context: Context, trigger: Trigger, cue: Hit) -> bool:
    """Whether a word of doing speaks of what an incident comes of (استدعت سفيرها إثر تصريحات من قبل مسؤولين)."""
    told = (h for h in context.document.hits("event.background") if trigger.hit.last < h.first and h.last < cue.first)
    return any(h.data["sort"] in ("cause", "after") for h in told)


def _of_something_else(context: Context, trigger: Trigger, cue: Hit) -> bool:
    """Whether a word of doing that may be of much else stands far from an incident noun, or behind a preposition."""
    if not cue.data.get("near") or trigger.finite:
        return False
    between = (context.particles.get(i) for i in range(trigger.hit.last + 1, cue.first))
    apart = any(mark is not None and mark.data["class"] != "relative" for mark in between)
    return apart or cue.first - trigger.hit.last > _NEAR


def _in_whose_it_was(trigger: Trigger, cue: Hit) -> bool:
    """Whether a word says in whose hands something was before another took it (سيطر الجيش على آخر بلدة في يد ...)."""
    return bool(cue.data.get("fell")) and trigger.finite and trigger.frame == "act" and trigger.needs != "hands"


def _was(context: Context, cue: Hit) -> bool:
    """Whether a cue says whose something was before (موقع كان في قبضة المتمردين)."""
    mark = context.particles.get(cue.first - 1)
    return mark is not None and mark.data["class"] == "auxiliary" and bool(mark.data.get("past"))


def accused(context: Context, nouns: Nouns, clause: Clause, cue: Hit, limit: int) -> list[Phrase]:
    """Whom a word of accusing names: the object of its verb (اتهم الوزير | إسرائيل بأنها), else what follows it (متهما
    الجماعة بأنها)."""
    if clause.verb is None or clause.verb.first != cue.first:
        toward = nouns.cues["from"].get(cue.last + 1)  # أصابع الاتهام نحو ...
        return listed(context, (cue if toward is None else toward).last + 1, limit)
    named = groups(context, cue.last + 1, limit)[0]
    ahead = subject(context, clause)
    told = ahead is not None and ahead.last <= cue.first
    alone = len(named) == 1 and "object" not in cue.features  # واتهم الجيش بالهجوم: him, whoever accuses him
    own = named if told or alone else named[1:]
    return with_listed(context, own[:1], limit)


def against(context: Context, nouns: Nouns, first: int, limit: int) -> list[Phrase]:
    """Who or what it was done to, after "against" (على، ضد، استهدف)."""
    near = min(limit, first + 8)
    behind = range(first, _before_aside(context, nouns, first, near))
    hit = next((h for i in behind if i not in nouns.cues["on"] and (h := nouns.cues["against"].get(i))), None)
    if hit is not None:
        return listed(context, hit.last + 1, limit)
    return struck(context, nouns, first, limit)


def struck(context: Context, nouns: Nouns, first: int, limit: int) -> list[Phrase]:
    """Who or what an incident struck, after a verb of it (انفجار ... استهدف مركزا)."""
    carriers = nouns.cues["carrier"]
    for index in range(first, limit):
        if index in carriers and carriers[index].data.get("object") == "target":
            return listed(context, skip_marks(context, index + 1, limit), limit)
    return []


def _before_aside(context: Context, nouns: Nouns, first: int, last: int) -> int:
    """The token up to which a noun's own complements stand: before "while" (كمين أثناء تنقلها على طريق), and before the
    verb of its doer (هجومين نفذ أحدهما انتحاري على دراجة)."""
    for index in range(first, last):
        mark, carrier = context.particles.get(index), nouns.cues["carrier"].get(index)
        if carrier is not None and index in context.verbs and carrier.data["subject"] == "actor":
            own = "object" in carrier.features and index + 1 in nouns.cues["against"]  # هجوم شنته على قرية
            return last if own else index
        if mark is not None and (mark.data.get("during") or mark.data["class"] in _APART):
            return index
    return last


def governed(context: Context, first: int) -> bool:
    """Whether a preposition governs the word at a token."""
    mark = context.particles.get(first - 1)
    return bool(proclitic(context, first)[1]) or (
        mark is not None and mark.data["class"] in ("preposition", "partitive")
    )
