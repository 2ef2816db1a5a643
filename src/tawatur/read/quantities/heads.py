"""What a number counts: the noun, currency or measure beside it, and the unit it stands for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tawatur.language.lexicon import Hit
from tawatur.language.outlets import outlet_home
from tawatur.read.document import Document
from tawatur.read.numerals import Numeral, numerals
from tawatur.text.words import SIGN, WORD

_QUOTES = frozenset("\"'“”„«»‹›‘’")
_BRACKETS = frozenset(")]")
_MONEY_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}
_PERCENT_SIGNS = frozenset("%٪")
# "84 countries and organisations" are members of what counts them.
_TOGETHER = frozenset({"country", "organisation", "institution", "entity", "association"})
_PLURAL = 6  # letters of a plural of people that no list knows, at least
PERSON, MEMBER, PERCENT = "person", "member", "percent"


@dataclass(slots=True, frozen=True)
class Head:
    """What is counted: its unit (None: not told), and the offsets it adds to the quantity's span."""

    unit: str | None
    start: int
    end: int
    last: int


class Heads:
    """Finds heads in one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        self._units: dict[int, list[Hit]] = {}
        for hit in document.hits("unit", "money", "percent", "demonym"):
            self._units.setdefault(hit.first, []).append(hit)
        self._them = document.by_first("of-them")
        self._of = {h.first for h in document.hits("time-word") if h.data["role"] == "of"}
        self._closed = document.firsts("function-word", "number", "bound", "bound-after", "numbered")
        self._stops = document.firsts("function-word", "clause-start")
        self._verbs = {h.first for h in document.all_hits if h.features.get("form") in ("past", "present", "future")}
        data = document.language.data("counting")
        self._nisba = tuple(data["nisba"])
        self._people = {kind: tuple(endings) for kind, endings in data["people"].items()}
        clitics = document.language.data("clitics")
        self._article = str(clitics["article"])
        self._leading = tuple(clitics["before_article"])
        self._countries: Counter[str] | None = None

    def find(self, numeral: Numeral) -> Head | None:
        """The head of a number: after it, or before it where the number follows its noun (الأعضاء الخمسة)."""
        if not numeral.article:
            return self.after(numeral) or self.before(numeral) or self.unknown(numeral)
        # قادة دول التكتل الـ28 بيانا: what precedes a definite number comes first
        found = self.before(numeral) or self.after(numeral) or self.unknown(numeral)
        if found is None and numeral.loose:  # يحتاج الملايين إلى الماء
            return Head(PERSON, numeral.start, numeral.end, numeral.last)
        return found

    def after(self, numeral: Numeral) -> Head | None:
        """The noun after a number: 84 دولة ومنظمة، 5 من عناصره، 43 بالمئة، 25 فلسطينيا."""
        at = numeral.last + 1
        while at < len(self.tokens) and self.tokens[at].form in _QUOTES | _BRACKETS and at <= numeral.last + 2:
            at += 1
        if at >= len(self.tokens) or self.tokens[at].sentence != self.tokens[numeral.last].sentence:
            return self._sign_before(numeral)
        hit = self.unit_at(at, definite=numeral.loose or numeral.article or numeral.value >= 1000)
        if hit is not None:
            return self._joined(self._head(hit, self.unit_of(hit)))
        them = self._them.get(at)
        if them is not None:
            return Head(PERSON if them.data["person"] else None, numeral.start, numeral.end, numeral.last)
        if at in self._of:
            counted = self.unit_at(at + 1, definite=True, plural=True)
            if counted is not None:
                return self._head(counted, self.unit_of(counted))
            return self._among(numeral, at + 1) or self._some_of(numeral, at + 1)
        return self._sign_before(numeral) or self._origin(at, numeral)

    def _among(self, numeral: Numeral, index: int) -> Head | None:
        """أربع من عشر محافظات: both numbers count the same."""
        whole = numerals(self.document).by_first.get(index)
        head = self.after(whole) if whole is not None and whole.value > numeral.value else None
        return Head(head.unit, numeral.start, numeral.end, numeral.last) if head is not None and head.unit else None

    def _some_of(self, numeral: Numeral, index: int) -> Head | None:
        """The people that no list knows of whom some are counted, by the ending of their sound plural with a pronoun
        or the article (15 من مناصريه، 11 من السائحين)."""
        token = self.tokens[index] if index < len(self.tokens) else None
        if token is None or token.kind != WORD or len(token.form) < _PLURAL or index in self._closed:
            return None
        definite = token.form.startswith(self._article)
        endings = self._people["definite"] if definite else self._people["owned"]
        return Head(PERSON, token.start, token.end, index) if token.form.endswith(endings) else None

    def is_of(self, index: int) -> bool:
        """Whether a token is من."""
        return index in self._of

    def is_closed(self, index: int) -> bool:
        """Whether a token is a word that no number counts (a preposition, a pronoun, an adverb)."""
        return index in self._closed

    def unit_at(self, index: int, *, definite: bool = False, plural: bool = False) -> Hit | None:
        """The longest unit at a token, the first listed of equals; bare of conjunction and preposition."""
        best: Hit | None = None
        for hit in self._units.get(index, ()):
            if hit.analysis.conjunction or hit.analysis.preposition or (hit.analysis.article and not definite):
                continue
            if plural and hit.features.get("number") not in ("plural", "p"):
                continue
            if best is None or (hit.last, _rank(hit)) > (best.last, _rank(best)):
                best = hit
        return best

    def at(self, index: int) -> list[Hit]:
        """Every unit at a token."""
        return self._units.get(index, [])

    def unit_of(self, hit: Hit) -> str | None:
        """The unit a hit stands for."""
        kind = hit.entry.kind
        if kind == "percent":
            return PERCENT
        if kind == "demonym":
            return PERSON
        if kind == "money":
            return str(hit.data["iso"]) if hit.data["iso"] else self._currency(hit)
        return str(hit.data["unit"])

    def _head(self, hit: Hit, unit: str | None) -> Head:
        return Head(unit, hit.start, hit.end, hit.last)

    def _joined(self, head: Head) -> Head:
        """A second head after و: دولة ومنظمة, قتيلا وجريحا."""
        for hit in self._units.get(head.last + 1, ()):
            if not hit.analysis.conjunction or hit.analysis.preposition or hit.analysis.article:
                continue
            unit = self.unit_of(hit)
            if unit == head.unit:
                return Head(unit, head.start, hit.end, hit.last)
            if unit in _TOGETHER and head.unit in _TOGETHER:
                return Head(MEMBER, head.start, hit.end, hit.last)
        return head

    def _origin(self, index: int, numeral: Numeral) -> Head | None:
        """A relative adjective straight after a number names persons, even one no list knows (12 موصليا)."""
        token = self.tokens[index]
        if token.kind != WORD or len(token.form) < 6 or numeral.value < 2 or numeral.ordinal:
            return None
        if not token.form.endswith(self._nisba[0]) or token.form.startswith(self._article):
            return None
        return Head(PERSON, token.start, token.end, index)

    def unknown(self, numeral: Numeral) -> Head | None:
        """A noun that no list knows is still counted: 500 مدعو. Its unit is not told."""
        index = numeral.last + 1
        if index < len(self.tokens) and self.tokens[index].form in _BRACKETS:
            index += 1
        if index >= len(self.tokens) or self.tokens[index].sentence != self.tokens[numeral.last].sentence:
            return None
        token = self.tokens[index]
        if token.kind != WORD or len(token.form) < 3 or index in self._closed or index in self._verbs:
            return None
        if token.form.startswith(self._leading):
            return None
        definite = token.form.startswith(self._article)
        if definite and not (numeral.loose or numeral.article or numeral.value >= 1000):
            return None
        if (numeral.article and definite) or numeral.value < 2 or not "\u0621" <= token.form[0] <= "\u064a":
            return None
        return Head(None, token.start, token.end, index)

    def _sign_before(self, numeral: Numeral) -> Head | None:
        sign = self.tokens[numeral.first - 1] if numeral.first else None
        if sign is None or sign.kind != SIGN:
            return None
        unit = _MONEY_SIGNS.get(sign.form) or (PERCENT if sign.form in _PERCENT_SIGNS else None)
        return Head(unit, sign.start, numeral.end, numeral.last) if unit else None

    def before(self, numeral: Numeral) -> Head | None:
        """The noun that a definite number follows: الدول الخمس، أعضاء التحالف الدولي الـ 85؛ دولة واحدة."""
        if numeral.rank == "one-of":
            return None
        if numeral.value == 1 and not numeral.article and not numeral.digits:
            hit = self._ending(numeral.first - 1)
            one = hit is not None and hit.features.get("number") == "singular" and not hit.analysis.article
            return self._head(hit, self.unit_of(hit)) if one and hit is not None else None
        if not numeral.article or numeral.ordinal or numeral.value < 2:
            return None
        sentence = self.tokens[numeral.first].sentence
        for at in range(numeral.first - 1, max(numeral.first - 6, -1), -1):
            token = self.tokens[at]
            if token.sentence != sentence or (token.kind == SIGN and token.form not in _QUOTES) or at in self._stops:
                return None
            hit = self._ending(at)
            if hit is None or hit.features.get("number") not in ("plural", "p") or hit.entry.kind == "demonym":
                continue
            if hit.analysis.article or "suffix" in hit.features or at < numeral.first - 1:
                return self._head(hit, self.unit_of(hit))
        return None

    def _ending(self, index: int) -> Hit | None:
        found = [h for h in self._units.get(index, ()) if h.last == index]
        return max(found, key=lambda h: (h.features.get("number") in ("plural", "p"), _rank(h)), default=None)

    def _currency(self, hit: Hit) -> str | None:
        """Whose ريال or دينار it is: the one country of those that use the word which the report speaks of most, or
        else the outlet's own."""
        by_country: dict[str, str] = hit.data.get("by_country") or {}
        if self._countries is None:
            counts: Counter[str] = Counter()
            for name in self.document.hits("name", "demonym"):
                counts[str(name.data.get("of") or name.data.get("id"))] += 1
            self._countries = counts
        told = sorted(((self._countries[c], iso) for c, iso in by_country.items() if self._countries[c]), reverse=True)
        if not told or (len(told) > 1 and told[0][0] == told[1][0]):
            return by_country.get(outlet_home(self.document.language, self.document.report.outlet) or "")
        return told[0][1]


def _rank(hit: Hit) -> int:
    return {"demonym": 0, "unit": 1, "money": 2, "percent": 3}[hit.entry.kind]
