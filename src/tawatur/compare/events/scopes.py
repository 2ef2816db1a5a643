"""What a number of an event counts, and over how much, by the words around it: the dead or the wounded, all or some of
them, of one day or of many, a level or a change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from tawatur.compare.corpus import nations
from tawatur.language.loader import load
from tawatur.record.types import Event, Number, Quantity, Reading, Span, Statement
from tawatur.text.folding import fold
from tawatur.text.sentences import enclosing
from tawatur.text.stems import light_stem
from tawatur.text.words import SIGN, analyses, tokenize

_REMEMBERED = 1 << 16  # words
NEAR, BEFORE, AFTER = 3, 6, 2  # words to both sides of a number in which what it counts is looked for
RISING = 8  # words before a number in which it is said to have become that
UNEQUALLED = 6  # words before "since" in which it is said to be the worst, the first
ALEF = "\u0627"  # the ending of a noun behind its number
SHORT = 4  # letters of a word of which none is its ending


@dataclass(slots=True, frozen=True)
class Scope:
    """`kind` and `fighters` as language data names them, None where no word tells; `heads` are the stems of the noun
    that is counted; `part` of another number, or of several incidents, `since` many days, a `change` rather than a
    level, or `compared` with."""

    kind: str | None = None
    fighters: bool = False
    heads: frozenset[str] = frozenset()
    part: bool = False
    since: bool = False
    change: bool = False
    compared: bool = False
    some: bool = False  # the noun names more than persons: civilians, children, those of one land
    risen: bool = False  # it is said to have become this (ارتفع إلى)
    parts: frozenset[float] = frozenset()  # numbers of the same sentence that count some of these


class Scopes(Mapping[str, Scope]):
    """The scope of every number among an event's slots whose place in the text is known, by slot; worked out when it is
    asked for, since most events are never held against others by their numbers."""

    def __init__(self, reading: Reading, event: Event) -> None:
        self._text, self._quantities = reading.report.text, reading.quantities
        numbers = ((slot, value) for slot, value in event.slots.items() if isinstance(value, Number))
        places = {slot: _place(reading, event, slot, value) for slot, value in numbers}
        self._places = {slot: place for slot, place in places.items() if place is not None}
        self._found: dict[str, Scope] = {}

    def __getitem__(self, slot: str) -> Scope:
        if slot not in self._found:
            self._found[slot] = _scope(self._text, self._places[slot], self._quantities)
        return self._found[slot]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def involvement(reading: Reading, event: Event) -> bool:
    """Whether a denial is one of having a part in something, not of the thing: the sentence says so."""
    return not _lists()["involvement"].isdisjoint(_words_around(reading, event))


def occurrence(reading: Reading, event: Event) -> bool:
    """Whether a denial is one of the thing itself, not of who did it: the sentence says so."""
    return not _lists()["occurrence"].isdisjoint(_words_around(reading, event))


def denial(reading: Reading, event: Event) -> bool:
    """Whether somebody denies what a telling denies (نفى), beside whom it merely did not happen: his statement does, or
    the sentence says so."""
    told = statement_of(reading, event)
    if told is not None and told.denies:
        return True
    words, lists = _words_around(reading, event), _lists()
    return any(
        w in lists["denial"] and before not in lists["negation"] for before, w in zip(["", *words], words, strict=False)
    )


def statement_of(reading: Reading, event: Event) -> Statement | None:
    """The statement that tells an event; None where the outlet does."""
    index = event.statement
    return reading.statements[index] if index is not None and 0 <= index < len(reading.statements) else None


def _words_around(reading: Reading, event: Event) -> list[str]:
    """The words of the sentence that tells an event."""
    start, end = enclosing(reading.report.text, event.start, event.end)
    return _words(reading.report.text[start:end])


def _place(reading: Reading, event: Event, slot: str, number: Number) -> Quantity | None:
    spans: Sequence[Span] = event.evidence.get(slot) or [event]
    for span in (*spans, event):
        for quantity in reading.quantities:
            if quantity.number == number and quantity.start < span.end and span.start < quantity.end:
                return quantity
    return None


def _scope(text: str, place: Quantity, quantities: Sequence[Quantity]) -> Scope:
    start, end = enclosing(text, place.start, place.end)
    before = _words(text[start : place.start])
    after = _words(text[place.end : end])
    head = [w for w in _words(place.text) if not w.isdecimal()] or _dead_of(text[start : place.start])
    words = _lists()
    near, clause = before[-2:], _clause(text[place.end : end])
    level = any(w in words["to"] for w in before[-1:])
    return Scope(
        _kind([*head, *reversed(before[-NEAR:]), *clause[:AFTER], *reversed(before[-BEFORE:-NEAR])]),
        _fighters(head, after) or _of_fighters(text, place, quantities, start, head),
        frozenset(map(_noun, head)),
        _partial(near, after, head) or _separate([*before, *after]),
        _sums_up(before, after),
        any(w in words["change"] for w in near) and not level,
        any(w in words["compared"] for w in before[-1:]),
        bool(head) and not any(w in words["whole"] or light_stem(w) in words["whole"] for w in head),
        level and any(w in words["change"] for w in before[-RISING:]),
        frozenset(
            q.number.value
            for q in quantities
            if place.end <= q.start < end
            and q.number.value < place.number.value
            and any(w in words["part"] for w in _words(text[place.end : q.start])[-2:])
        ),
    )


def _dead_of(before: str) -> list[str]:
    """Of whose dead a number without a noun is, where the words before it say so (عدد القتلى الإيرانيين ... إلى 7)."""
    tokens = [t for t in tokenize(before) if t.kind != SIGN][-BEFORE:]
    of = nations(tokens)
    return [of[i] for i in range(1, len(tokens)) if i in of and _bare(tokens[i - 1].form) in _kinds()]


def _of(after: Sequence[str]) -> Sequence[str]:
    """The words that may say whose men were counted: the one behind the number, or two behind "of"."""
    return after[1:3] if any(w in _lists()["of"] for w in after[:1]) else after[:1]


def _partial(near: Sequence[str], after: Sequence[str], head: Sequence[str]) -> bool:
    """Whether the words around a number say that it counts some of a whole; fifty other persons who were wounded are
    all who were."""
    lists = _lists()
    others = any(w in lists["whole"] for w in head) and any(w in lists["others"] for w in after[:1])
    some = any(w in lists["some"] for w in after[:1]) and not others
    return any(w in lists["part"] for w in near) or some or _besides(after)


def _separate(words: Sequence[str]) -> bool:
    """Whether what is told is several things that happened apart, whose dead are not those of one of them."""
    lists = _lists()
    return any(word in lists["separate"] and before not in lists["unlike"] for before, word in pairwise(words))


def _besides(after: Sequence[str]) -> bool:
    """Whether the words behind a number name one more person, whom it does not count (إضافة إلى السائق)."""
    lists = _lists()
    for i, word in enumerate(after):
        if word in lists["besides"]:
            behind = [w for w in after[i + 1 : i + 3] if w not in lists["besides_of"]]
            if any(w in lists["one"] or light_stem(w) in lists["one"] for w in behind[:1]):
                return True
    return False


def _clause(text: str) -> list[str]:
    """The words before the next clause: a word that is looked for after "and" opens one."""
    found = []
    for token in tokenize(text):
        if token.kind != SIGN:
            if _opens(token.form):
                break
            found.append(_bare(token.form))
    return found


@lru_cache(_REMEMBERED)
def _opens(form: str) -> bool:
    return _bare(form) != form and bool(analyses(form)[-1].conjunction)


def _kind(words: Sequence[str]) -> str | None:
    known = _kinds()
    return next((kind for w in words if (kind := known.get(w) or known.get(light_stem(w)))), None)


def _fighters(head: Sequence[str], after: Sequence[str]) -> bool:
    """Whether those who are counted fought: by their noun, by whose men they were, or as fallen in somebody's ranks."""
    words = _lists()
    said = any(w in words["fighters"] or light_stem(w) in words["fighters"] for w in (*head, *_of(after)))
    return said or any(w in words["ranks"] for w in after[:2])


def _of_fighters(text: str, place: Quantity, quantities: Sequence[Quantity], start: int, head: Sequence[str]) -> bool:
    """Whether "others" are counted beside fighters (قتل سبعة من مسلحي الجماعة وأصيب 15 آخرون): others of them."""
    if not any(w in _lists()["others"] for w in head):
        return False
    before = [q for q in quantities if start <= q.start and q.end <= place.start]
    if not before:
        return False
    first = before[-1]
    words = [w for w in _words(first.text) if not w.isdecimal()]
    return _fighters(words, _words(text[first.end : place.start]))


def _noun(word: str) -> str:
    """The stem of a noun that is counted, without the ending of one that stands behind its number (15 مدنيا)."""
    return light_stem(word[:-1] if word.endswith(ALEF) and len(word) > SHORT else word)


def _sums_up(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether the words around a number say that it sums up many days."""
    words, lists = [*before, *after], _lists()
    for i, word in enumerate(words):
        if word in lists["since"] and not _today(words, i, len(before)):
            span: int | None = i
        elif word in lists["within"]:
            span = next((k for k in range(i + 1, min(i + 4, len(words))) if words[k] in lists["spans"]), None)
        else:
            continue
        if span is not None and not _unequalled(words[:i]) and not _later_on(words[span + 1 : span + 3]):
            return True
    return False


def _unequalled(before: Sequence[str]) -> bool:
    """Whether what follows says since when nothing was like it (أدمى يوم منذ سنوات)."""
    return any(w in _lists()["most"] for w in before[-UNEQUALLED:])


def _later_on(behind: Sequence[str]) -> bool:
    """Whether a span was how long after it something came (بعد ثلاثة أيام على مقتل)."""
    lists = _lists()
    return any(w in lists["upon"] for w in behind[:1]) or (
        any(w in lists["of"] for w in behind[:1]) and _kind(behind[1:]) is not None
    )


def _today(words: Sequence[str], i: int, number: int) -> bool:
    """Whether "since" is of one day (منذ صباح الأحد), or of what that goes on in which so many fell on one day (قتل
    اثنان الجمعة خلال الاحتجاجات التي يشهدها القطاع منذ أسابيع). `i`: its place; `number`: that of the number."""
    lists, behind = _lists(), words[i + 1 : i + 5]
    if any(w in lists["day"] for w in behind[:2]):
        return not any(w in lists["past"] or w.isdecimal() for w in behind)
    relative = next((k for k in range(number, i) if words[k] in lists["relative"]), None)
    return relative is not None and any(w in lists["day"] for w in words[:relative])


def _words(text: str) -> list[str]:
    return [_bare(t.form) for t in tokenize(text) if t.kind != SIGN]


@lru_cache(_REMEMBERED)
def _bare(form: str) -> str:
    """A word without the proclitics before a word that is looked for."""
    known = _looked_for()
    if form in known:
        return form
    return next((a.rest for a in analyses(form) if a.rest in known), form)


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    data = load("arabic").data("counted")
    return {name: frozenset(fold(str(w)) for w in words) for name, words in data.items() if isinstance(words, list)}


@cache
def _kinds() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for kind, words in load("arabic").data("counted")["kinds"].items():
        for word in words:
            found.setdefault(fold(str(word)), kind)
    for word, kind in list(found.items()):
        found.setdefault(light_stem(word), kind)
    return found


@cache
def _looked_for() -> frozenset[str]:
    return frozenset(_kinds()).union(*_lists().values())
