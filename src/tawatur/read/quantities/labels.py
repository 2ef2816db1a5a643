"""Numbers that count nothing: in names and times, articles of laws, clock times, scores; and ordinals of sessions."""

from __future__ import annotations

from bisect import bisect_right

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.numerals import Numeral
from tawatur.text.words import NUMBER, SIGN, analyses

_DASHES = frozenset("-–—‑−")
_GLUE = _DASHES | frozenset(":/.+_")
_REACH = 4  # words between a session's noun and its ordinal (القمة العربية العادية التاسعة والعشرون)


class Labels:
    """Tells numbers that name something from numbers that count."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        spans = [(t.start, t.end) for t in document.reading.times]
        spans += [(m.start, m.end) for m in document.reading.mentions]
        spans += [(h.start, h.end) for h in document.hits("number-name")]
        spans += [(j.start, j.end) for j in document.report.junk]
        self._spans = _merged(spans)
        self._starts = [s for s, _ in self._spans]
        self._numbered = {h.last for h in document.hits("numbered")}
        self._sessions: dict[int, Hit] = {h.last: h for h in document.hits("numbered-session")}
        self._counting = {h.last for h in document.hits("counting-word", "bound")}
        self._names = {m.end for m in document.reading.mentions}
        self._article = str(document.language.data("clitics")["article"])

    def covered(self, start: int, end: int) -> bool:
        """Whether a stretch touches a time, a mention, a name of numbers or junk."""
        i = bisect_right(self._starts, start) - 1
        if i >= 0 and start < self._spans[i][1]:
            return True
        return i + 1 < len(self._spans) and self._spans[i + 1][0] < end

    def is_taken(self, numeral: Numeral) -> bool:
        """Whether a number belongs to something else for certain."""
        return self.covered(numeral.start, numeral.end) or self._is_glued(numeral)

    def _is_glued(self, numeral: Numeral) -> bool:
        """كوفيد-19, 10:30, 2-1, أ/21: signs tie the number to a word or number without a space."""
        first, last = numeral.first, numeral.last
        if first >= 2 and self._ties(first - 1) and self.tokens[first - 1].end == self.tokens[first].start:
            before, sign = self.tokens[first - 2], self.tokens[first - 1]
            if before.end == sign.start and not (before.kind == NUMBER and sign.form in _DASHES):
                return True
        if last + 2 < len(self.tokens) and self._ties(last + 1, ":/"):
            return self.tokens[last + 2].kind == NUMBER and self.tokens[last + 1].start == self.tokens[last].end
        return False

    def _ties(self, index: int, signs: str | frozenset[str] = _GLUE) -> bool:
        token = self.tokens[index]
        return token.kind == SIGN and token.form in signs

    def is_label(self, numeral: Numeral) -> bool:
        """Whether a number without a head is the name of the noun before it, a year in brackets, half of a score."""
        first, last = numeral.first, numeral.last
        if first and first - 1 in self._numbered:
            return True
        if first and self.tokens[first - 1].end in self._names and numeral.digits:
            return True
        if numeral.digits and 1900 <= numeral.value <= 2100 and first - 1 not in self._counting:
            return True
        if first and numeral.digits and self._ties(first - 1, _DASHES | {"(", "/"}):
            return True
        return numeral.digits and last + 1 < len(self.tokens) and self._ties(last + 1, _DASHES | {"/", ":"})

    def follows_counting_word(self, numeral: Numeral) -> bool:
        """Whether digits alone follow a word that expects a number (بلغ، إلى، عددهم)."""
        if any(at in self._counting for at in range(numeral.first - 1, max(numeral.first - 5, -1), -1)):
            return not 1800 <= numeral.value <= 2150 or numeral.first - 1 in self._counting
        return numeral.value > 1000 and not 1800 <= numeral.value <= 2150

    def session(self, numeral: Numeral) -> tuple[int, str] | None:
        """Start and unit of the session, edition or term that is numbered: الدورة الـ73، القمة العربية التاسعة."""
        if not (numeral.ordinal or numeral.article or self._numbers_alone(numeral)):
            return None
        sentence = self.tokens[numeral.first].sentence
        for at in range(numeral.first - 1, max(numeral.first - 1 - _REACH, -1), -1):
            if self.tokens[at].sentence != sentence:
                return None
            hit = self._sessions.get(at)
            if hit is not None:
                return self._numbers(hit, numeral)
            if not self.tokens[at].form.startswith(self._article):
                return None
        return None

    def _numbers_alone(self, numeral: Numeral) -> bool:
        """Whether digits without an article number the session before them: no noun that they could count follows."""
        hit = self._sessions.get(numeral.first - 1)
        if hit is None or not hit.data.get("bare") or not numeral.digits or numeral.last + 1 >= len(self.tokens):
            return False
        after = self.tokens[numeral.last + 1]
        return after.kind == SIGN or any(a.preposition or a.article for a in analyses(after.form))

    def _numbers(self, hit: Hit, numeral: Numeral) -> tuple[int, str] | None:
        if not hit.analysis.article and "suffix" not in hit.features:
            return None
        least = int(hit.data.get("least", 1))
        return (hit.start, str(hit.data["unit"])) if numeral.value >= least else None


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
