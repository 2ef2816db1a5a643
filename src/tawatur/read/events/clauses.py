"""Clauses: a sentence cut where finite verbs, relative pronouns and subordinators begin one, with each clause's verb.

The cut is flat: a relative clause ends where the next clause begins. Half-open ranges throughout: tokens
[first, last) of the document, offsets [start, end) of the text.
"""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document, Sentence
from tawatur.read.events.letters import letters
from tawatur.text.words import SIGN

FINITE = frozenset({"past", "present", "future", "jussive"})
HARD = frozenset(".؛;:!?؟…")
DASHES = frozenset("-–—")
SOFT = DASHES | frozenset("،,")
OPENING = frozenset("\"“”„«‹›‘'([")
CLOSING = frozenset("\"“”»›’')]")
OPENERS = frozenset({"that", "relative", "subordinate"})
TOPIC = "topic"  # the class of the particle that puts the subject ahead of "so" and its verb
NOMINAL = frozenset({"preposition", "partitive", "demonstrative"})  # particles before a noun, never before a verb


class Clause:
    """A clause: tokens [first, last), offsets [start, end) without the marks around it.

    `opener` is the class of the particle that begins it (that, relative, subordinate, topic), "and" where a conjunction
    and a verb do, else None. `verb` is its first finite verb, None in a clause of nouns; `negated` where a negation
    stands before that verb; `tense` past, present, future, jussive or None.
    """

    __slots__ = ("end", "first", "index", "last", "negated", "opener", "sentence", "start", "tense", "verb")

    def __init__(self, index: int, sentence: Sentence, first: int, last: int, opener: str | None) -> None:
        self.index = index
        self.sentence = sentence
        self.first = first
        self.last = last
        self.opener = opener
        self.start = 0
        self.end = 0
        self.verb: Hit | None = None
        self.tense: str | None = None
        self.negated = False

    def __repr__(self) -> str:
        return f"Clause({self.index}, {self.start}-{self.end}, {self.opener}, {self.tense})"


def segment(document: Document, marks: dict[int, Hit], finite: dict[int, Hit]) -> list[Clause]:
    """The clauses of all sentences that are not junk, in order."""
    found: list[Clause] = []
    tokens = document.tokens
    so = letters(document.language).so
    for sentence in document.live_sentences():
        first, opener = sentence.first, None
        for index in range(sentence.first, sentence.last):
            if index not in marks and index not in finite and index and tokens[index - 1].kind != SIGN:
                continue
            begins = _begins(document, index, marks, finite)
            if begins == "and" and opener == TOPIC and _letter(index, marks, finite) == so:
                begins = None  # أما فرنسا | فتعهدت
            if begins is not None and index > first:
                _close(document, found, sentence, first, index, opener)
                first, opener = index, begins or None
            elif begins:
                opener = opener or begins
        _close(document, found, sentence, first, sentence.last, opener)
    return found


def _letter(index: int, marks: dict[int, Hit], finite: dict[int, Hit]) -> str:
    """The conjunction written onto the verb or the particle at a token."""
    hit = finite.get(index) or marks.get(index)
    return hit.analysis.conjunction if hit is not None else ""


def _begins(document: Document, index: int, marks: dict[int, Hit], finite: dict[int, Hit]) -> str | None:
    """How a clause begins at a token: the opener's class, "and", "" after a hard mark, None where none begins."""
    token = document.tokens[index]
    mark = marks.get(index)
    if mark is not None:
        if mark.first == index and mark.data["class"] in OPENERS | {TOPIC}:
            return str(mark.data["class"])
        joins = mark.first == index and mark.analysis.conjunction
        denies = mark.data["class"] == "negation" and mark.last + 1 in finite
        if joins and (denies or mark.data["class"] == "auxiliary"):
            return "and"
        return None
    verb = finite.get(index)
    if verb is not None and verb.analysis.conjunction:
        return "and"
    if index == 0:
        return None
    at = index - 1
    while at > 0 and document.tokens[at].form in OPENING:
        at -= 1
    before = document.tokens[at].form
    if before in HARD and token.kind != SIGN:
        return ""
    return "" if verb is not None and before in SOFT else None


def _close(
    document: Document, found: list[Clause], sentence: Sentence, first: int, last: int, opener: str | None
) -> None:
    tokens = document.tokens
    inner_first, inner_last = first, last
    while inner_first < inner_last and tokens[inner_first].kind == SIGN and tokens[inner_first].form not in '"“«‹(':
        inner_first += 1
    while inner_last > inner_first and tokens[inner_last - 1].form in HARD | SOFT:
        inner_last -= 1
    if inner_first == inner_last:
        return
    clause = Clause(len(found), sentence, first, last, opener)
    clause.start, clause.end = tokens[inner_first].start, tokens[inner_last - 1].end
    found.append(clause)


def attach_verbs(document: Document, clauses: list[Clause], marks: dict[int, Hit], finite: dict[int, Hit]) -> None:
    """Set each clause's verb, tense and negation. An auxiliary that is a verb of its own becomes the verb of a clause
    that has no other, and no particle any more."""
    own = [i for i, mark in marks.items() if mark.data.get("full")]
    full = {h.first: h for h in document.all_hits if h.first in own and h.features.get("form") in FINITE} if own else {}
    affirmed = {h.last for h in document.hits("event.status") if h.data.get("affirms")}  # لم يستبعد
    for clause in clauses:
        alone = [i for i in full if clause.first <= i < clause.last]
        if alone and not any(i in finite for i in range(clause.first, clause.last)):
            finite[alone[0]] = full[alone[0]]
            del marks[alone[0]]
        for index in range(clause.first, clause.last):
            verb = finite.get(index)
            if verb is None:
                continue
            clause.verb = verb
            clause.tense = verb.features.get("form")
            if clause.tense == "present" and _in_the_past(clause, index, marks):
                clause.tense = "past"
            before = [marks[i].data["class"] for i in range(max(clause.first, index - 2), index) if i in marks]
            clause.negated = "negation" in before and index not in affirmed
            break


def _in_the_past(clause: Clause, verb: int, marks: dict[int, Hit]) -> bool:
    """Whether a past auxiliary begins the clause of a present verb (كان الشيوخ يعقدون اجتماعا)."""
    ahead = (marks[i].data for i in range(clause.first, verb) if i in marks)
    return any(data["class"] == "auxiliary" and data.get("past") for data in ahead)
