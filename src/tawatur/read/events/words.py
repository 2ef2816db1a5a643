"""The listed words of one document that many finders of events ask for: who people are, what takes part in a meeting,
by the token at which each begins unless said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.events.clauses import FINITE

_NO_NOUNS = frozenset(
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
        "event.incident-from-air",
        "event.incident-from-ground",
        "event.incident-judged",
    }
)
_OF_COMPANY = ("attended", "chair", "convener")


class Nouns:
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
            if hit.entry.kind in _NO_NOUNS or hit.features.get("form") in FINITE:
                continue
            if best is None or hit.analysis.letters > best.analysis.letters:
                best = hit
        return best


class Words:
    """The words of one document by what they are; each set is made when it is asked for first."""

    def __init__(self, document: Document, verbs: Mapping[int, Hit]) -> None:
        self._document = document
        self._verbs = verbs
        self.nouns = Nouns(document.all_hits)

    @cached_property
    def class_words(self) -> Set[int]:
        """All tokens of words that say what kind of thing a name names."""
        return _covered(self._document.hits("class-word"))

    @cached_property
    def classes_before_places(self) -> Set[int]:
        """The tokens of `class_words` that may stand before the name of a place: not those of organisations."""
        return _covered(h for h in self._document.hits("class-word") if h.data.get("of") != "organisation")

    @cached_property
    def meeting_adjectives(self) -> Set[int]:
        """All tokens of adjectives of meetings (وزاري، طارئ)."""
        return _covered(self._document.hits("meeting.adjective"))

    @cached_property
    def people_words(self) -> Set[int]:
        """All tokens of words of people; of a word that means them in the plural alone, its plurals."""
        listed = self._document.hits("people-word")
        return _covered(h for h in listed if not h.data.get("plural_only") or h.features.get("number") == "plural")

    @cached_property
    def sport_sentences(self) -> Set[int]:
        """The sentences, by index, that speak of sport."""
        return {self._document.tokens[i].sentence for i in self._document.firsts("sport-word")}

    @cached_property
    def other_sessions(self) -> Mapping[int, str]:
        """The words that tell of a session before or to come, and which it is."""
        return {h.first: str(h.data["when"]) for h in self._document.hits("meeting.other-session")}

    @cached_property
    def body_words(self) -> Set[int]:
        """Words of bodies that meet and speak, but for "our council"."""
        return {h.first for h in self._document.hits("meeting.body") if h.features.get("suffix") != "1"}

    @cached_property
    def voices(self) -> Set[int]:
        """Words of people who speak, and where the roles that the report gives begin."""
        listed = {h.first for h in self._document.hits("voice") if h.data.get("person")}
        return listed | {self._document.token_at(r.start) for r in self._document.reading.roles}

    @cached_property
    def visitors(self) -> Set[int]:
        """Words of officials and of delegations."""
        titles = (h for h in self._document.hits("title") if h.data.get("position", True))
        return {h.first for h in titles if not h.data.get("profession")} | self._document.firsts("visit.visitor")

    @cached_property
    def people(self) -> Set[int]:
        """Words of people of any kind: who speaks, delegates, bodies, troops and crowds."""
        listed = self._document.firsts("visit.visitor", "collective")
        return self.voices | self.people_words | self.body_words | listed

    @cached_property
    def country_starts(self) -> Set[int]:
        """The offsets at which names of countries begin."""
        return {h.start for h in self._document.hits("name") if h.data.get("class") == "country"}

    @cached_property
    def numbers(self) -> Set[int]:
        """Words of numbers, and of how many (عشرات)."""
        return self._document.firsts("number", "number-word")

    @cached_property
    def attributions(self) -> Set[int]:
        """Words that lead to whose words they are (بحسب، وفقا ل، قائلا)."""
        return self._document.firsts("attribution", "saying")

    @cached_property
    def member_lasts(self) -> Set[int]:
        """The last tokens of "member of"."""
        return {h.last for h in self._document.hits("membership.of")}

    @cached_property
    def part_states(self) -> Set[int]:
        """Words that say that a meeting goes on."""
        return {h.first for h in self._document.hits("meeting.part") if h.data.get("state")}

    @cached_property
    def part_verbs(self) -> Set[int]:
        """Finite verbs that lead to who takes part in a meeting."""
        return {i for i in self._document.firsts("meeting.part") if i in self._verbs}

    @cached_property
    def part_tokens(self) -> Set[int]:
        """Words beside which stands who takes part."""
        return {h.first for h in self._parts() if h.data["by"] in ("after", "before")}

    @cached_property
    def after_parts(self) -> Set[int]:
        """Words before those who came, who leads or who calls a meeting."""
        return {h.first for h in self._parts() if h.data["by"] == "after" and h.data["slot"] in _OF_COMPANY}

    def _parts(self) -> list[Hit]:
        return [h for h in self._document.hits("meeting.part") if not h.data.get("holds")]


def _covered(hits: Iterable[Hit]) -> Set[int]:
    return {i for h in hits for i in range(h.first, h.last + 1)}
