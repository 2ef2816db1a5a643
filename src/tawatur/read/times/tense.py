"""The tense of the clause around a word, as far as times need it: does it tell of what was or of what will be?"""

from __future__ import annotations

from tawatur.read.document import Document
from tawatur.text.words import WORD

PAST, PRESENT, FUTURE = "past", "present", "future"
_PLAN = "plan"
_FORMS = {"past": PAST, "present": PRESENT, "future": FUTURE}
_COMMAS = frozenset("،,")
_REACH = 30  # words; a verb further away does not govern the time


class Tenses:
    """Reads the tense at a token from the nearest word before it that shows one, in its own clause."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tokens = document.tokens
        self._evidence: dict[int, str] | None = None
        data = document.language.data("clitics")
        self._future, self._present = tuple(data["future"]), tuple(data["present"])
        self._article = str(data["article"])
        self._pronouns = tuple(data["object_pronouns"])

    def _prepare(self) -> dict[int, str]:
        """What each word shows, gathered when the first time asks."""
        document = self._document
        evidence: dict[int, str] = {}
        self._other = other = document.firsts("function-word")  # بين is seldom "he made clear"
        for hit in document.all_hits:
            form = hit.features.get("form")
            if form in _FORMS and not (hit.analysis.article or hit.analysis.preposition or hit.first in other):
                if form != PAST and "object" in hit.features:
                    continue  # mostly a relative clause, or a noun with a pronoun (توجهه)
                if form == PAST or hit.first not in evidence:
                    evidence[hit.first] = _FORMS[form]
        self._auxiliaries: set[int] = set()
        for hit in document.hits("tense-cue"):
            evidence[hit.first] = hit.data["tense"]
            if hit.data.get("auxiliary"):
                self._auxiliaries.add(hit.first)
        ends = (h for h in document.hits("event.status") if h.data["status"] == "cancelled")
        self._called_off = {self._tokens[h.first].sentence for h in ends}
        self._leads = {h.first for h in document.hits("time-word") if h.data["role"] in ("in", "from", "to")}
        self._clauses = document.firsts("clause-start")
        self._nouns = document.firsts("not-verb")
        self._that = document.firsts("complementiser")
        self._to = {h.first for h in document.hits("time-word") if h.data["role"] == "to"}
        return evidence

    def at(self, index: int) -> str | None:
        """PAST, PRESENT, FUTURE or None where nothing shows it."""
        if self._evidence is None:
            self._evidence = self._prepare()
        sentence = self._tokens[index].sentence
        for at in range(index - 1, max(index - _REACH, -1), -1):
            if self._tokens[at].sentence != sentence:
                break
            found = self._shown(at) if at != index - 1 or at not in self._leads else None
            if found == _PLAN:
                return FUTURE if any(i in self._to for i in range(at + 1, index)) else None
            if found is not None:
                return self._auxiliary(at, found)
            if at in self._clauses:
                break
        return self._after(index)

    def _after(self, index: int) -> str | None:
        """The tense of what follows a time that opens its clause: وفي حزيران، رفض ...; سيعقد."""
        sentence = self._tokens[index].sentence
        for at in range(index + 1, min(index + 8, len(self._tokens))):
            if self._tokens[at].sentence != sentence or at in self._clauses:
                return None
            found = self._shown(at)
            if found is not None:
                return found if found != _PLAN else None
            if self._tokens[at].form in _COMMAS and at > index + 1 and self._is_plain(at + 1):
                return PAST  # after a time and a comma the verb comes first
        return None

    def _is_plain(self, index: int) -> bool:
        """Whether a token is a word of three to six letters that could be a verb of the past."""
        if index >= len(self._tokens) or self._tokens[index].kind != WORD:
            return False
        form = self._tokens[index].form
        return 3 <= len(form) <= 6 and index not in self._other and not form.startswith(self._article)

    def _auxiliary(self, at: int, found: str) -> str:
        """كان يعقد, لم يعقد are past, but not the day of what is called off (إلغاء ما كان مقررا الخميس); what is to be
        (من المقرر أن يعقد) is future."""
        before = self._shown(at - 1) if at else None
        if found == PRESENT and at > 1 and at - 1 in self._that and self._shown(at - 2) == FUTURE:
            return FUTURE
        if found == FUTURE and self._tokens[at].sentence in self._called_off:
            return FUTURE
        return PAST if before == PAST and found != PAST and at - 1 in self._auxiliaries else found

    def _shown(self, index: int) -> str | None:
        return (self._evidence or {}).get(index) or self._by_letters(index)

    def _by_letters(self, index: int) -> str | None:
        form = self._tokens[index].form
        if index in self._nouns or len(form) < 4:
            return None
        if form.startswith(self._future):
            return FUTURE
        # A verb with a pronoun mostly opens a relative clause (سجن يديره ...) and does not govern the day after it.
        return PRESENT if form.startswith(self._present) and not form.endswith(self._pronouns) else None
