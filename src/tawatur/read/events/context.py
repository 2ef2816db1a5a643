"""What the finders of events share about one document: its clauses, and what the layers below found, by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TypeVar

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document, Sentence
from tawatur.read.entities import capitals, known
from tawatur.read.events.clauses import FINITE, Clause, attach_verbs, segment
from tawatur.read.events.finite import particles, verbs
from tawatur.read.events.reference import References
from tawatur.read.events.unequalled import dating
from tawatur.record.types import Mention, Quantity, Role, Span, Time
from tawatur.text.folding import fold
from tawatur.text.words import WORD, definite, undefined

S = TypeVar("S", bound=Span)

PLAIN = frozenset(
    {
        "clause.verb",
        "particle",
        "own-letter",
        "event.status",
        "event.background",
        "event.not-before",
        "meeting.topic",
        "meeting.part",
        "meeting.adjective",
        "manner",
        "event.incident-company",
    }
)


class WordHits:
    """The listed noun that begins at a token, the reading with the most proclitics where there are several (بدعم is
    دعم behind a preposition, though a list has the whole); looked up when asked for, as few tokens are."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        self._hits = hits
        self._firsts = [h.first for h in hits]
        self._known: dict[int, Hit | None] = {}

    def get(self, index: int) -> Hit | None:
        """The noun at a token's index, None where no list has one."""
        if index not in self._known:
            self._known[index] = self._find(index)
        return self._known[index]

    def __contains__(self, index: int) -> bool:
        return self.get(index) is not None

    def __getitem__(self, index: int) -> Hit:
        found = self.get(index)
        if found is None:
            raise KeyError(index)
        return found

    def _find(self, index: int) -> Hit | None:
        best: Hit | None = None
        at = bisect_left(self._firsts, index)
        while at < len(self._hits) and self._hits[at].first == index:
            hit = self._hits[at]
            at += 1
            if hit.entry.kind in PLAIN or hit.features.get("form") in FINITE:
                continue
            if best is None or hit.analysis.letters > best.analysis.letters:
                best = hit
        return best


class Context:
    """One document's clauses and an index over times, mentions, quantities, roles and statements.

    `particles` and `verbs` give the closed-class word and the finite verb that stand at a token's index.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.reading = document.reading
        self.particles: dict[int, Hit] = particles(document)
        self.verbs: dict[int, Hit] = verbs(document, self.particles)
        self.clauses: list[Clause] = segment(document, self.particles, self.verbs)
        attach_verbs(document, self.clauses, self.particles, self.verbs)
        self._clause_firsts = [c.first for c in self.clauses]
        self.times: Sequence[Time] = dating(document)
        self.mentions: Sequence[Mention] = sorted(self.reading.mentions, key=lambda s: s.start)
        self.quantities: Sequence[Quantity] = sorted(self.reading.quantities, key=lambda s: s.start)
        self.roles: Sequence[Role] = sorted(self.reading.roles, key=lambda s: s.start)
        self._starts = {
            id(spans): [s.start for s in spans] for spans in (self.times, self.mentions, self.quantities, self.roles)
        }
        self.capitals = _capitals(document)
        self.types = {e.id: e.type for e in self.reading.entities}
        self.proclitics: dict[int, tuple[str, str, int]] = {}
        self.own_letters = {h.first: h for h in document.hits("own-letter")}
        self.class_words = {i for h in document.hits("class-word") for i in range(h.first, h.last + 1)}
        self.status_hits = self._status_hits(document)
        self.backgrounds = document.hits("event.background")
        self.word_hits = WordHits(document.all_hits)
        self.people_words = {
            i
            for h in document.hits("people-word")
            if not h.data.get("plural_only") or h.features.get("number") == "plural"
            for i in range(h.first, h.last + 1)
        }
        self.references = References(self)
        self.pronouns = tuple(
            ending
            for ending, features in document.language.data("paradigms")["possessive_pronouns"].items()
            if features["suffix"] != "1"
        )
        self.meeting_adjectives = {i for h in document.hits("meeting.adjective") for i in range(h.first, h.last + 1)}
        self.other_sessions = {h.first: str(h.data["when"]) for h in document.hits("meeting.other-session")}
        self.body_words = {h.first for h in document.hits("meeting.body") if h.features.get("suffix") != "1"}
        self.of_sport = {document.tokens[h.first].sentence for h in document.hits("sport-word")}
        letters = document.language.data("events/letters")
        self.levels = {h.first: h for h in document.hits("meeting.level")}
        self.two_words = {h.first: h for h in document.hits("two-word")}
        self.between = {h.first: h for h in document.hits("meeting.between")}
        self.offices = {(undefined(fold(r.title).split()[0]), r.of): r.person for r in self.roles if r.title.strip()}
        self.pledges = document.hits("meeting.pledge")
        self.part_of = [h.first for h in document.hits("group.parent")]
        self.we = {h.first for h in document.hits("commitment.we")}
        self.accusing = document.hits("event.incident-accuse")
        self.accused = {h.first for h in document.hits("commitment.accused")}
        self.own_country = {h.first for h in document.hits("commitment.own")}
        self.state_words = {h.first for h in document.hits("commitment.state")}
        self.titles = {fold(r.title): r.person for r in self.roles}
        self.part_firsts = {h.first for h in document.hits("meeting.part")}
        self.attending = {h.first for h in document.hits("meeting.attending")}
        self.refusals = {h.first for h in document.hits("meeting.refusal")}
        self.part_states = {h.first for h in document.hits("meeting.part") if h.data.get("state")}
        self.part_verbs = frozenset(i for i in self.part_firsts if i in self.verbs)
        self.topic_firsts = {h.first for h in document.hits("meeting.topic")}
        self.media = {h.first for h in document.hits("medium")}
        self.member_lasts = {h.last for h in document.hits("membership.of")}
        self.for_letter, self.at_letter = str(letters["for"]), str(letters["at"])
        self.both, self.hers = str(letters["both"]), str(letters["hers"])
        self.of_people, self.of_persons = tuple(letters["of_people"]), tuple(letters["of_persons"])
        self.some, self.on = frozenset(letters["some"]), str(letters["upon"])
        self.relation = tuple(letters["relation"])
        self.plural_noun = str(letters["plural_noun"])
        self.may = str(letters["may"])
        self.feminine, self.feminine_dual = str(letters["feminine"]), tuple(letters["feminine_dual"])
        self.people_endings = tuple(letters["people"])
        self.accusative = str(letters["accusative"])
        self.rare_feminine = tuple(letters["rare_feminine"])
        self.qualifying = frozenset(letters["qualifying"])
        self.hamzas = frozenset(letters["hamzas"])
        self.nations = {h.first for h in document.hits("demonym")}
        self.dual_noun, self.plural_people = str(letters["dual_noun"]), str(letters["plural_people"])
        self.voices = {h.first for h in document.hits("voice") if h.data.get("person")} | {
            document.token_at(r.start) for r in self.roles
        }
        titles = [h for h in document.hits("title") if h.data.get("position", True)]
        officials = {h.first for h in titles if not h.data.get("profession")}
        delegates = {h.first for h in document.hits("visit.visitor")}
        self.visitors = delegates | officials
        self.sites = {h.first for h in document.hits("visit.site")}
        self.people = (
            self.voices
            | self.people_words
            | delegates
            | self.body_words
            | {h.first for h in document.hits("collective")}
        )
        self.says = {h.first for h in document.hits("say")}
        self.participants = {h.first for h in document.hits("meeting.participants")}
        self.attributions = {h.first for h in document.hits("attribution", "saying")}
        self.countries = {h.start for h in document.hits("name") if h.data.get("class") == "country"}
        self.mention_tokens = {document.token_at(m.start): m for m in self.mentions}
        self.time_tokens = {document.token_at(t.start): t for t in self.times}
        self.role_tokens = {document.token_at(r.start): r for r in self.roles}
        self.part_tokens = {
            h.first
            for h in document.hits("meeting.part")
            if h.data["by"] in ("after", "before") and not h.data.get("holds")
        }
        self.after_parts = {
            h.first
            for h in document.hits("meeting.part")
            if h.data["slot"] in ("attended", "chair", "convener")
            and h.data["by"] == "after"
            and not h.data.get("holds")
        }
        self.meeting_heads = {h.first for h in document.hits("event.meeting")}
        self.quantity_tokens = {document.token_at(q.start): q for q in self.quantities}
        self.number_words = {h.first for h in document.hits("number", "number-word")}

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
            and not (h.analysis.letters and h.first in self.own_letters)  # كاملة is no ك with a word of hope
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
