"""What a sentence tells of a designation: its list, targets, number, places, reasons."""

from __future__ import annotations

from tawatur.read.events.clauses import HARD
from tawatur.read.events.context import Context
from tawatur.read.events.designations.cues import Cues, Designation
from tawatur.read.events.groups import group
from tawatur.read.events.phrases import Phrase, proclitic, words
from tawatur.read.events.slots import places_in, values
from tawatur.record.types import Mention, Number
from tawatur.text.words import SIGN

_BREAKS = frozenset({"that", "relative", "subordinate", "negation", "auxiliary"})
_CUTS = frozenset({"،", "(", ")", ":", "و"})


def _mentions(context: Context, first: int, last: int) -> list[Mention]:
    tokens = context.document.tokens
    return context.within(context.mentions, tokens[first].start, tokens[last - 1].end) if first < last else []


def on_list(context: Context, cues: Cues, told: Designation, first: int, last: int) -> None:
    """The list: the first one named."""
    for cue in cues.within("list", first, last):
        found = group(context, cue.first, last)
        if found is not None and not told.lists:
            told.add("lists", [words(context, found)], (found.start, found.end))


def region_end(context: Context, cues: Cues, first: int, last: int, stop_at_list: bool = True) -> int:
    """Where the words that name targets end: at a verb, a clause, a list, a reason, a full stop."""
    index = first
    while index < last:
        mention = context.mention_tokens.get(index)
        if mention is not None:
            index = max(index + 1, context.document.token_at(mention.end))
            continue
        if _ends_region(context, cues, index, first, stop_at_list):
            break
        index += 1
    return index


def _put_down_as(context: Context, cues: Cues, index: int) -> bool:
    """Whether what somebody is put down as begins at a token (كـ"منظمة إرهابية")."""
    known = cues.at["as"].get(index)
    alone = context.document.tokens[index].form in cues.at_like
    return alone or (known is not None and known.analysis.preposition != "")


def _ends_region(context: Context, cues: Cues, index: int, first: int, stop_at_list: bool) -> bool:
    form = context.document.tokens[index].form
    mark = context.particles.get(index)
    if form in HARD and form != ":":
        return True
    if index > first and (index in context.verbs or index in cues.at["trigger"]):
        return True
    if mark is not None and mark.data["class"] in _BREAKS:
        return True
    if index in cues.at["with"] or (index > first and _put_down_as(context, cues, index)):
        return True
    if index in cues.at["onto"] and index + 1 in cues.at["list"]:
        return True
    if index > first and index in cues.at["among"]:
        return True
    if index > first and _ends_in_setting(context, index):
        return True
    if index > first and index in cues.at["reason"] and form.startswith(context.letters.for_):
        return True
    reason = cues.at["reason"].get(index)
    return stop_at_list and (index in cues.at["against"] or (reason is not None and not reason.data.get("include")))


def _ends_in_setting(context: Context, index: int) -> bool:
    """Whether it is told here when they were designated (في 22 مارس) or in what step (، في إجراء ...), and no more
    whom."""
    mark = context.particles.get(index)
    if mark is None or not mark.data.get("place"):
        return False
    return index + 1 in context.time_tokens or context.document.tokens[index - 1].form == "،"


def targets(context: Context, told: Designation, first: int, last: int, names_only: bool = False) -> None:
    """Targets among tokens [first, last): persons named, other names that head a part, else the part's words; the
    places that such words name."""
    for part in parts(context, first, last):
        if not names_only and part.first > first and _breaks_list(context, part):
            return
        persons = [m for m in _mentions(context, part.first, part.last) if m.type == "person"]
        quantity = context.quantity_tokens.get(part.first)
        if quantity is not None and not quantity.ordinal:
            if not names_only:
                counted(context, told, part, quantity.number)
        elif persons:
            told.add("target", list(dict.fromkeys(m.entity for m in persons)), (part.start, part.end))
        else:
            found = values(context, short(context, part))
            if names_only:
                found = [v for v in found if v in context.types]
            told.add("target", found, (part.start, part.end))
        if not names_only and not persons:
            _places(context, told, part)


def _breaks_list(context: Context, part: Phrase) -> bool:
    """Whether a part after a comma is no further name or number, so that the list ended at the comma."""
    if context.document.tokens[part.first - 1].form != "،" or proclitic(context, part.first)[0]:
        return False
    return part.first not in context.mention_tokens and part.first not in context.quantity_tokens


def _places(context: Context, told: Designation, part: Phrase) -> None:
    for mention in places_in(context, part.first, part.last):
        if mention.entity not in told.target:
            told.add("place", [mention.entity], (mention.start, mention.end))


def counted(context: Context, told: Designation, part: Phrase, number: Number) -> None:
    """A number of targets; a second one of another kind is a designation of its own."""
    described = words(context, short(context, part))
    if told.count is None:
        told.count = number
        told.add("target", [described], (part.start, part.end))
    elif told.count != number and number.unit != told.count.unit:
        told.more.append((described, number, part.start, part.end))


def short(context: Context, part: Phrase) -> Phrase:
    """A part up to its tenth word: descriptions run on."""
    if part.last - part.first <= 10:
        return part
    last = part.first + 10
    return Phrase(part.first, last, part.start, context.document.tokens[last - 1].end)


def parts(context: Context, first: int, last: int) -> list[Phrase]:
    """The coordinated parts of a row of tokens, cut at commas, brackets, joining words and before "and"."""
    found: list[Phrase] = []
    begin = index = first
    while index <= last:
        mention = context.mention_tokens.get(index) if index < last else None
        if index == last or _cuts(context, index, begin):
            _close(context, found, begin, index)
            begin = index
        index = max(index + 1, context.document.token_at(mention.end)) if mention is not None else index + 1
    return found


def _cuts(context: Context, index: int, begin: int) -> bool:
    form = context.document.tokens[index].form
    mark = context.particles.get(index)
    if form in _CUTS or (mark is not None and mark.first == index and mark.data["class"] == "join"):
        return True
    return index > begin and bool(proclitic(context, index)[0])


def _close(context: Context, found: list[Phrase], first: int, last: int) -> None:
    tokens = context.document.tokens
    while first < last and (
        tokens[first].kind == SIGN
        or tokens[first].form in _CUTS
        or first in context.particles
        or first in context.time_tokens
    ):
        time = context.time_tokens.get(first)
        first = context.document.token_at(time.end) - 1 if time is not None else first
        first += 1
    while last > first and tokens[last - 1].kind == SIGN:
        last -= 1
    if first < last:
        mention = context.mention_tokens.get(first)
        start = mention.start if mention is not None else tokens[first].start + proclitic(context, first)[2]
        found.append(Phrase(first, last, start, tokens[last - 1].end))


def reasons(context: Context, cues: Cues, told: Designation, first: int, last: int) -> None:
    """Why: the words after "because of", or those of a description of the targets."""
    tokens = context.document.tokens
    for cue in cues.within("reason", first, last):
        begin = cue.first if cue.data.get("include") else cue.last + 1
        end = begin + 1
        while end < last and end not in cues.at["strike"] and not _ends_reason(context, end):
            end += 1
        while end > begin + 1 and tokens[end - 1].kind == SIGN:
            end -= 1
        start = tokens[begin].start
        if begin < last and not any(s.start <= start < s.end for s in told.reason):
            told.reason.append(context.document.span(start, tokens[end - 1].end))


def _ends_reason(context: Context, index: int) -> bool:
    token = context.document.tokens[index]
    mark = context.particles.get(index)
    if token.form in HARD or token.form == "،" or index in context.verbs:
        return True
    return mark is not None and mark.data["class"] in _BREAKS | {"preposition"} and not mark.data.get("place")
