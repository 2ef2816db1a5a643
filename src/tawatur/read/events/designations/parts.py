"""What a sentence tells of a designation: authority, list, targets, number, date, places, reasons."""

from __future__ import annotations

from dataclasses import dataclass, field

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.events.arguments import antecedent, subject
from tawatur.read.events.clauses import HARD, Clause
from tawatur.read.events.context import Context
from tawatur.read.events.groups import group
from tawatur.read.events.incidents.triggers import demonyms
from tawatur.read.events.phrases import Phrase, proclitic, words
from tawatur.read.events.slots import places_in, values
from tawatur.record.types import Interval, Mention, Number, Span
from tawatur.text.words import SIGN

_KINDS = (
    "",
    "-impose",
    "-strike",
    "-list",
    "-as",
    "-capital",
    "-reason",
    "-with",
    "-again",
    "-planned",
    "-onto",
    "-against",
    "-unreal",
    "-on-whom",
    "-ranking",
)
_BREAKS = frozenset({"that", "relative", "subordinate", "negation", "auxiliary"})
_CUTS = frozenset({"،", "(", ")", ":", "و"})
_NAMES = frozenset({"person", "organisation", "place"})


class Cues:
    """The words of designation.yml by the token they begin at."""

    def __init__(self, document: Document) -> None:
        self.at = {
            kind.removeprefix("-") or "trigger": {h.first: h for h in document.hits(f"event.designation{kind}")}
            for kind in _KINDS
        }
        self.at["list"] = {i: h for i, h in self.at["list"].items() if not self._ranks(h)}
        self.demonyms = demonyms(document)
        self.at_like = {
            str(f) for e in document.language.entries.get("event.designation-like", ()) for f in e.data["forms"]
        }

    def _ranks(self, hit: Hit) -> bool:
        """Whether a list only ranks or numbers those on it (قائمة أفضل الجامعات)."""
        return any(i in self.at["ranking"] for i in range(hit.last + 1, hit.last + 3))

    def within(self, kind: str, first: int, last: int) -> list[Hit]:
        """The cues of a kind that begin among tokens [first, last), in order."""
        cues = self.at[kind]
        return [cues[i] for i in range(first, last) if i in cues] if cues else []


@dataclass(slots=True)
class Designation:
    """A designation as the sentences of a report tell it."""

    clause: Clause
    start: int
    end: int
    authority: list[str] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    target: list[str] = field(default_factory=list)
    count: Number | None = None
    date: Interval | None = None
    place: list[str] = field(default_factory=list)
    reason: list[Span] = field(default_factory=list)
    status: str = "done"
    evidence: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    more: list[tuple[str, Number, int, int]] = field(default_factory=list)

    def add(self, slot: str, found: list[str], span: tuple[int, int]) -> None:
        """Add what names a slot, each once, with where it stands."""
        known = getattr(self, slot)
        fresh = [v for v in found if v not in known]
        known.extend(fresh)
        if fresh:
            self.evidence.setdefault(slot, []).append(span)


def by(context: Context, cues: Cues, told: Designation, clause: Clause, trigger: Hit) -> None:
    """Who designates: the subject of the verb that does or announces it, or the adjective of the sanctions."""
    sentence = clause.sentence
    for imposer in cues.within("impose", sentence.first, sentence.last):
        if "object" in imposer.features and (after := group(context, imposer.last + 1, sentence.last)) is not None:
            told.add("authority", values(context, after), (after.start, after.end))
            return
    for adjective in range(trigger.last + 1, min(trigger.last + 3, sentence.last)):
        if adjective in cues.demonyms and trigger.data["frame"] == "impose":
            token = context.document.tokens[adjective]
            told.add("authority", [cues.demonyms[adjective]], (token.start, token.end))
            return
    named = _nearest_subject(context, cues, clause, trigger.first)
    if named is not None and named.first < trigger.first < named.last:
        named = group(context, named.first, trigger.first)
    if named is not None and not cues.within("trigger", named.first, named.last):
        told.add(
            "authority", _authority(context, named, trigger.first, trigger.analysis.article), (named.start, named.end)
        )


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
        return found
    end = context.document.tokens[min(limit, named.last + 4)].start
    after = [m for m in context.within(context.mentions, named.start, max(end, named.end)) if m.type in _NAMES]
    return [after[0].entity] if after else [] if article else found


def with_whom(context: Context, cues: Cues, told: Designation, first: int, last: int) -> None:
    """Those who designate together with the authority: the names after "together with"."""
    for cue in cues.within("with", first, last):
        end = region_end(context, cues, cue.last + 1, last, stop_at_list=False)
        for part in parts(context, cue.last + 1, end):
            if part.first in context.quantity_tokens:
                return
            found = [v for v in values(context, _short(context, part)) if v in context.types]
            told.add("authority", found, (part.start, part.end))


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
    reason = cues.at["reason"].get(index)
    return stop_at_list and (index in cues.at["against"] or (reason is not None and not reason.data.get("include")))


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
            found = values(context, _short(context, part))
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
    described = words(context, _short(context, part))
    if told.count is None:
        told.count = number
        told.add("target", [described], (part.start, part.end))
    elif told.count != number and number.unit != told.count.unit:
        told.more.append((described, number, part.start, part.end))


def _short(context: Context, part: Phrase) -> Phrase:
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
