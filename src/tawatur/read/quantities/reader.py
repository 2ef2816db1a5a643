"""Puts quantities together: a number or a range of two, its head, the words that bound it."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.numerals import Numeral, numerals, rounded
from tawatur.read.quantities.bounds import EXACT, MORE_THAN, Bounds
from tawatur.read.quantities.heads import PERCENT, PERSON, Head, Heads
from tawatur.read.quantities.labels import Labels
from tawatur.record.types import Number, Quantity
from tawatur.text.words import NUMBER, SIGN, definite

_DASHES = frozenset("-–—‑−")
_MARKS = frozenset("\"'“”«»‹›")
_NEAR = 8  # words between counts of one row
_PART = 2  # tokens before a number in which "among them" stands


class Reader:
    """Reads the quantities of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        self.numbers = numerals(document)
        self.heads = Heads(document)
        self.labels = Labels(document)
        self.bounds = Bounds(document, self.heads)
        self._roles: dict[tuple[int, str], Hit] = {
            (h.last if h.data["role"] in ("between", "from") else h.first, h.data["role"]): h
            for h in document.hits("time-word")
            if h.data["role"] in ("between", "from", "to")
        }
        self._or = document.firsts("number-or")
        self._befalls = {h.last for h in document.hits("befalls")}
        self._again = document.firsts("same-again")
        self._others = document.firsts("other-people")
        self._among = {h.last for h in document.hits("among-counted")}
        self._people = frozenset(document.language.data("counting")["others"])
        self._unit: str | None = None
        self._first = self._last = -1  # tokens of the quantity before
        self._parts = document.firsts("number-part")
        self._prepositions = {h.last for h in document.hits("phrase-preposition")}
        self._changes = document.firsts("change")

    def read(self) -> list[Quantity]:
        """All quantities, in order of the text."""
        found: list[Quantity] = []
        skip = -1
        for numeral in self.numbers.all:
            if numeral.first <= skip or self.labels.is_taken(numeral):
                continue
            quantity, last = self._quantity(numeral)
            if quantity is not None and (not found or quantity.start >= found[-1].end):
                found.append(quantity)
                self._unit, self._first, self._last = quantity.number.unit, numeral.first, last
                skip = last
        taken = [(q.start, q.end) for q in found]
        found += [q for q in self._duals() if not any(s < q.end and q.start < e for s, e in taken)]
        return sorted(found, key=lambda q: q.start)

    def _quantity(self, numeral: Numeral) -> tuple[Quantity | None, int]:
        session = self.labels.session(numeral)
        if session is not None:
            start, unit = session
            return self._make(start, numeral.end, Number(numeral.value, unit), ordinal=True), numeral.last
        if numeral.ordinal:
            return None, numeral.last
        other = self._range_end(numeral)
        if other is not None:
            return self._range(numeral, other)
        head = self.heads.find(numeral)
        if head is None or (head.unit is None and head.end == numeral.end):
            if self.labels.is_label(numeral) or not self._stands_alone(numeral):
                return None, numeral.last
            head = head or self._headless(numeral)
        if numeral.value == 1 and head.start >= numeral.start and head.unit != PERCENT:
            return None, numeral.last
        return self._counted(numeral, head), max(numeral.last, head.last)

    def _headless(self, numeral: Numeral) -> Head:
        unit = PERSON if self._befallen(numeral) else self._unit if self._continues(numeral) else None
        toward = self._toward(numeral)
        unit = toward.unit if toward is not None else unit
        return Head(unit, numeral.start, numeral.end, numeral.last)

    def _counted(self, numeral: Numeral, head: Head) -> Quantity:
        start, end, last = min(numeral.start, head.start), max(numeral.end, head.end), max(numeral.last, head.last)
        unit = self._unit if last in self._again or self._more_of_them(numeral, last) else head.unit
        more, end, last = self.bounds.fraction(last, end)
        start, bound = self.bounds.before(numeral.first, start, MORE_THAN if numeral.loose else EXACT)
        if bound == EXACT:
            end, bound = self.bounds.after(last + 1, end)
        return self._make(start, end, Number(numeral.value + more, unit, bound))

    def _make(self, start: int, end: int, number: Number, *, ordinal: bool = False) -> Quantity:
        span = self.document.span(start, end)
        return Quantity(span.start, span.end, span.text, number, ordinal)

    # -- ranges ---------------------------------------------------------------------------------

    def _range_end(self, numeral: Numeral) -> Numeral | None:
        """The upper end of a range that a number begins: بين 14 و30 عاما، 5-7 أيام، ثلاثة أو أربعة."""
        at = numeral.last + 1
        if at >= len(self.tokens) or self.heads.after(numeral) is not None:
            return None
        before, following = numeral.first - 1, self.numbers.by_first.get(at)
        if (before, "between") in self._roles:
            other = following or self.numbers.by_first.get(at + 1)
            if other is not None and other.joined:
                return other
        if (at, "to") in self._roles and not self._tells_change(numeral.first):
            return self._larger(numeral, self._roles[at, "to"].last + 1)
        if at in self._or:
            return self._larger(numeral, at + 1)
        dash = self.tokens[at].kind == SIGN and self.tokens[at].form in _DASHES
        other = self._larger(numeral, at + 1) if dash else None
        return other if other is not None and self.heads.after(other) is not None else None

    def _larger(self, numeral: Numeral, index: int) -> Numeral | None:
        other = self.numbers.by_first.get(index)
        if other is None or other.ordinal or self.labels.is_taken(other):
            return None
        return other if other.value > numeral.value else None

    def _tells_change(self, index: int) -> bool:
        """ارتفع من 45 إلى 52: two numbers, not a range."""
        return any(i in self._changes for i in range(max(index - 8, 0), index))

    def _range(self, low: Numeral, high: Numeral) -> tuple[Quantity | None, int]:
        head = self.heads.after(high) or self._headless(low)
        between = self._roles.get((low.first - 1, "between")) or self._roles.get((low.first - 1, "from"))
        start = between.start if between else low.start
        value = rounded(low.value * self._scale(low, high))
        first = between.first if between else low.first
        start, bound = self.bounds.before(first, start, EXACT)
        number = Number(value, head.unit, bound, high.value)
        last = max(high.last, head.last)
        return self._make(start, max(high.end, head.end), number), last

    def _scale(self, low: Numeral, high: Numeral) -> float:
        """بين 5 و7 ملايين: the scale of the upper end holds for the lower one too."""
        for scale in (1e12, 1e9, 1e6, 1e3):
            if high.last > high.first and high.value >= scale and low.value < 1000:
                return scale
        return 1.0

    # -- numbers without a noun -----------------------------------------------------------------

    def _befallen(self, numeral: Numeral) -> bool:
        """Whether it happened to people: قتل 25 وأصيب 900."""
        first = numeral.first
        bound = self.bounds.at(first - 1)
        at = bound.first if bound else first
        return any(i in self._befalls for i in range(max(at - 3, 0), at))

    def _continues(self, numeral: Numeral) -> bool:
        """Whether a number carries on a count: 18 شخصا في بولندا و6 في ليتوانيا."""
        near = (
            numeral.first - self._last <= _NEAR
            and self._last >= 0
            and self.bounds.same_sentence(self._last, numeral.first)
        )
        bound = self.bounds.at(numeral.first - 1)
        joined = numeral.joined or (bound is not None and bool(bound.analysis.conjunction))
        return near and joined and self.heads.is_closed(numeral.last + 1)

    def _more_of_them(self, numeral: Numeral, last: int) -> bool:
        """Whether "others" are more of the people just counted: قتل سبعة جنود وأصيب ثمانية آخرون."""
        if last not in self._others or self._unit not in self._people or self._last < 0:
            return False
        some = any(i in self._among for i in range(self._first - _PART, self._first))
        return not some and self.bounds.same_sentence(self._last, numeral.first)

    def _toward(self, numeral: Numeral) -> Head | None:
        """The head of what a number changes to: من 30 إلى 20 فردا."""
        to = self._roles.get((numeral.last + 1, "to"))
        other = self.numbers.by_first.get(to.last + 1) if to is not None else None
        return self.heads.after(other) if other is not None else None

    def _stands_alone(self, numeral: Numeral) -> bool:
        """Whether a number without a noun still counts something."""
        if self._is_part(numeral):
            return False
        if numeral.loose or self.bounds.at(numeral.first - 1) is not None or self._befallen(numeral):
            return True
        if self._continues(numeral) or self._toward(numeral) is not None:
            return True
        if self.heads.is_of(numeral.last + 1) and numeral.value > 1 and not numeral.article:
            return True
        if numeral.value < 3 or (numeral.article and not numeral.digits):
            return False
        before = numeral.first - 1
        if before < 0 or self.tokens[before].sentence != self.tokens[numeral.first].sentence:
            return not numeral.digits or numeral.value >= 1000
        if self.tokens[before].kind != "word":
            return not numeral.digits and numeral.value >= 1000
        return not numeral.digits or self.labels.follows_counting_word(numeral)

    def _is_part(self, numeral: Numeral) -> bool:
        """Whether a number is the part that is spelt like it: خمس الميزانية."""
        after = numeral.last + 1
        if numeral.first not in self._parts or numeral.last > numeral.first or after >= len(self.tokens):
            return False
        token = self.tokens[after]
        return definite(token.form) and not self.labels.covered(token.start, token.end)

    # -- duals ----------------------------------------------------------------------------------

    def _duals(self) -> list[Quantity]:
        """شخصين، فلسطينيان، دولتان: two, where the noun is indefinite and not in construct."""
        data = self.document.language.data("counting")
        endings = tuple(data["dual"])
        plurals = {h.first for h in self.document.hits("unit") if h.features.get("number") == "plural"}
        found: list[Quantity] = []
        for hit in self.document.hits("unit", "demonym"):
            if hit.features.get("number") not in ("dual", "d") or hit.analysis.article or hit.data.get("loose"):
                continue
            if not self.tokens[hit.last].form.endswith(endings) or hit.first in plurals:  # جنديين, not لاجئين
                continue
            if self._governed(hit, str(data["nominative"])):
                continue
            if hit.entry.kind == "demonym" and not self._is_noun(hit):
                continue
            if self.labels.covered(hit.start, hit.end) or self._counts_before(hit.first):
                continue
            start, bound = self.bounds.before(hit.first, hit.start, EXACT)
            more, end, last = self.bounds.fraction(hit.last, hit.end)
            if bound == EXACT:
                end, bound = self.bounds.after(last + 1, end)
            found.append(self._make(start, end, Number(2 + more, self.heads.unit_of(hit), bound)))
        return _first_of_each(found)

    def _governed(self, hit: Hit, nominative: str) -> bool:
        """Whether a preposition stands before what ends like a dual in the nominative: على ⟨بطلان⟩ القرار."""
        if not self.tokens[hit.last].form.endswith(nominative):
            return False
        before = hit.first - 1
        while before > 0 and self.tokens[before].kind == SIGN and self.tokens[before].form in _MARKS:
            before -= 1
        return bool(hit.analysis.preposition) or before in self._prepositions

    def _is_noun(self, hit: Hit) -> bool:
        """A dual adjective of nationality is a noun where no noun stands before it that it could belong to."""
        before = self.tokens[hit.first - 1] if hit.first else None
        if before is None or before.kind == SIGN or hit.first - 1 in self._befalls:
            return True
        return not any(h.features.get("number") in ("dual", "d") for h in self.heads.at(hit.first - 1))

    def _counts_before(self, index: int) -> bool:
        return index > 0 and (index - 1 in self.numbers.by_last or self.tokens[index - 1].kind == NUMBER)


def _first_of_each(found: list[Quantity]) -> list[Quantity]:
    kept: list[Quantity] = []
    for quantity in found:
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return kept
