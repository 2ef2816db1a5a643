"""What the finders of events share about one document: its clauses, and what the layers below found, by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TypeVar

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document, Sentence
from tawatur.read.entities import capitals, known
from tawatur.read.events.clauses import Clause, attach_verbs, segment
from tawatur.read.events.finite import particles, verbs
from tawatur.read.events.letters import letters
from tawatur.read.events.reference import References
from tawatur.read.events.unequalled import dating
from tawatur.read.events.words import Words
from tawatur.record.types import Mention, Quantity, Role, Span, Time
from tawatur.text.folding import fold
from tawatur.text.words import WORD, definite, undefined

S = TypeVar("S", bound=Span)


class Context:
    """One document's clauses and an index over times, mentions, quantities, roles and statements.

    `particles` and `verbs` give the closed-class word and the finite verb that stand at a token's index.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.firsts, self.by_first = document.firsts, document.by_first
        self.reading = document.reading
        self.letters = letters(document.language)
        self.particles: dict[int, Hit] = particles(document)
        self.verbs: dict[int, Hit] = verbs(document, self.particles)
        self.clauses: list[Clause] = segment(document, self.particles, self.verbs)
        attach_verbs(document, self.clauses, self.particles, self.verbs)
        self._clause_firsts = [c.first for c in self.clauses]
        self.words = Words(document, self.verbs)
        self.times: Sequence[Time] = dating(document)
        self.mentions: Sequence[Mention] = sorted(self.reading.mentions, key=lambda s: s.start)
        self.quantities: Sequence[Quantity] = sorted(self.reading.quantities, key=lambda s: s.start)
        self.roles: Sequence[Role] = sorted(self.reading.roles, key=lambda s: s.start)
        self._starts = {
            id(spans): [s.start for s in spans] for spans in (self.times, self.mentions, self.quantities, self.roles)
        }
        self.mention_tokens = {document.token_at(m.start): m for m in self.mentions}
        self.time_tokens = {document.token_at(t.start): t for t in self.times}
        self.role_tokens = {document.token_at(r.start): r for r in self.roles}
        self.quantity_tokens = {document.token_at(q.start): q for q in self.quantities}
        self.titles = {fold(r.title): r.person for r in self.roles}
        self.offices = {(undefined(fold(r.title).split()[0]), r.of): r.person for r in self.roles if r.title.strip()}
        self.capitals = _capitals(document)
        self.types = {e.id: e.type for e in self.reading.entities}
        self.proclitics: dict[int, tuple[str, str, int]] = {}
        self.status_hits = self._status_hits(document)
        self.pronouns = tuple(
            ending
            for ending, features in document.language.data("paradigms")["possessive_pronouns"].items()
            if features["suffix"] != "1"
        )
        self.references = References(self)

    def clause_at(self, token: int) -> Clause | None:
        """The clause that holds a token (by index), None in junk."""
        i = bisect_right(self._clause_firsts, token) - 1
        return self.clauses[i] if i >= 0 and token < self.clauses[i].last else None

    def relative_after(self, clause: Clause) -> Clause | None:
        """The relative clause right behind a clause, in its sentence."""
        after = self.clauses[clause.index + 1] if clause.index + 1 < len(self.clauses) else None
        if after is None or after.opener != "relative" or after.sentence is not clause.sentence:
            return None
        return after

    def _status_hits(self, document: Document) -> list[Hit]:
        """The words that say how far something has come, which are no particles, but for those that begin with one."""
        found = document.hits("event.status")
        affirmed = {h.last for h in found if h.data.get("affirms")}  # لم يستبعد denies nothing
        return [
            h
            for h in found
            if (h.first not in self.particles or any(h.data.get(k) for k in ("ahead", "opens", "still", "affirms")))
            and (h.first not in affirmed or h.data.get("affirms"))
            and not (h.analysis.letters and h.first in self.by_first("own-letter"))  # كاملة is no ك with a word of hope
        ]

    def marks_before(self, clause: Clause, token: int) -> list[Hit]:
        """The particles of a clause before a token of it."""
        return [m for i in range(clause.first, token) if (m := self.particles.get(i)) is not None]

    def within(self, spans: Sequence[S], start: int, end: int) -> list[S]:
        """Those of `context.times`, `.mentions`, `.quantities` or `.roles` that lie inside [start, end)."""
        starts = self._starts[id(spans)]
        return [s for s in spans[bisect_left(starts, start) : bisect_left(starts, end)] if s.end <= end]

    def roles_over(self, offset: int) -> list[Role]:
        """The roles that cover an offset."""
        at = bisect_right(self._starts[id(self.roles)], offset)
        return [r for r in self.roles[max(0, at - 3) : at] if r.end > offset]

    def inside_name(self, offset: int) -> bool:
        """Whether an offset lies in a name, its clitic included."""
        at = bisect_right(self._starts[id(self.mentions)], offset + 2)
        return any(m.end > offset for m in self.mentions[max(0, at - 3) : at])

    def name_over(self, start: int, end: int) -> str | None:
        """The type of a name that overlaps [start, end)."""
        at = bisect_left(self._starts[id(self.mentions)], end)
        return next((m.type for m in self.mentions[max(0, at - 3) : at] if m.end > start), None)

    def closed(self, index: int) -> bool:
        """Whether nothing can be governed by a word any more: it is a name, definite, or carries a pronoun."""
        token = self.document.tokens[index]
        if (
            token.kind != WORD
            or definite(token.form)
            or any(
                m.start < token.end and token.start < m.end
                for m in self.within(self.mentions, token.start - 60, token.end)
            )
        ):
            return True
        return token.form.endswith(self.pronouns) and fold(token.text[-1]) == token.text[-1]

    def speaker_of(self, sentence: Sentence) -> str | None:
        """The person whose words the sentence's first cue introduces."""
        for statement in self.reading.statements:
            if statement.cue is not None and sentence.start <= statement.cue.start < sentence.end:
                return statement.speaker if self.types.get(statement.speaker or "") == "person" else None
        return None

    def speaker_at(self, clause: Clause) -> str | None:
        """The person who speaks in a clause: of the statement whose cue stands in it, else that contains it."""
        for statement in self.reading.statements:
            cue = statement.cue
            if cue is not None and clause.start <= cue.start < clause.end:
                return statement.speaker if self.types.get(statement.speaker or "") == "person" else None
        index = self.statement_at(clause.start, clause.end)
        speaker = self.reading.statements[index].speaker if index is not None else None
        return speaker if self.types.get(speaker or "") == "person" else None

    def statement_at(self, start: int, end: int) -> int | None:
        """Index of the innermost statement whose content tells [start, end): in which it begins, else that holds the
        greater part of it (an event's clause may begin with the "that" before the content). None for the outlet's own
        voice."""
        spans = [
            (s.end - s.start, i, s) for i, s in enumerate(self.reading.statements) if s.start < end and start < s.end
        ]
        inner = [(length, i) for length, i, s in spans if s.start <= start]
        if not inner:
            half = (end - start) / 2
            inner = [(length, i) for length, i, s in spans if min(end, s.end) - max(start, s.start) > half]
        return min(inner)[1] if inner else None


def _capitals(document: Document) -> dict[int, str]:
    """The capitals that are called by their country alone (العاصمة القطرية), by token; they become known entities."""
    named = {document.token_at(m.start) for m in document.reading.mentions}
    peoples = {h.first: str(h.data["of"]) for h in document.hits("demonym")}
    found: dict[int, str] = {}
    for hit in document.hits("capital-word"):
        city = capitals(document.language).get(peoples.get(hit.last + 1, ""))
        if city is not None and hit.last + 2 not in named:
            found[hit.first] = known(document, city)
    return found
