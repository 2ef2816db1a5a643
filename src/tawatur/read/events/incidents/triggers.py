"""Words that tell an incident, and the nouns beside them, by what they name."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.events.clauses import FINITE, Clause
from tawatur.read.events.incidents.company import Company
from tawatur.read.events.letters import letters

CUES = (
    "agent",
    "against",
    "carrier",
    "carrier-noun",
    "since",
    "not-where",
    "call",
    "asked",
    "topic",
    "judged",
    "from-air",
    "from-ground",
    "does",
    "goes-on",
    "doing",
    "superlative",
    "nature",
    "lasting",
    "past",
    "claim",
    "unreal",
    "from",
    "other-time",
    "occasion",
    "another",
    "nth",
    "rising",
    "accuse",
    "until",
    "verbal",
    "accident",
    "recall",
    "some",
    "memory",
    "on",
    "dealt",
    "manner",
    "no-party",
    "land",
    "bound",
)
# Tokens from a verb or noun to what it needs, where that may stand further than others.
REACH = {"fire": 9, "missile": 9, "relations": 16, "death": 10}
_OF_VERB = 14  # where it is the object of a verb, whose subject and place may stand before it
_SORTS = frozenset({"meddled", "strife", "aid", "gate", "troops", "relations", "envoy", "missile", "prison"})
HARMS = frozenset({"killed", "hurt", "held", "moved"})  # what a number of people may count
VIOLENT = frozenset({"attack", "bombing", "airstrike", "raid", "killing", "conflict"})


class Trigger(NamedTuple):
    """A word that tells an incident, in its clause; `finite` where it is that clause's verb or another finite one.

    `likely`: how probable the learned model thinks it that the word tells one (0 to 1; 0 without a model);
    `likely_type`: the type it takes it for.
    """

    hit: Hit
    clause: Clause
    finite: bool
    passive: bool = False  # its vowel says so (سُجن)
    likely: float = 0.0
    likely_type: str = ""

    @property
    def type(self) -> str:
        """The type of incident, as schema.yml names them."""
        return str(self.hit.data["type"])

    @property
    def frame(self) -> str:
        """Whose name stands where (incident.yml)."""
        frame = str(self.hit.data["frame"])
        return "suffer" if self.passive and frame in ("act", "either") and "preposition" not in self.hit.data else frame

    @property
    def form(self) -> str:
        """The form of a verb (past, present ...), or ""."""
        return str(self.hit.features.get("form", ""))

    @property
    def needs(self) -> str:
        """What must stand beside the word, or ""."""
        return str(self.hit.data.get("needs", ""))

    @property
    def harm(self) -> str:
        """What a number beside it counts, or ""."""
        return str(self.hit.data.get("harm", ""))

    @property
    def weak(self) -> bool:
        """Whether the word only adds to an incident that another one tells."""
        return bool(self.hit.data.get("weak"))

    @property
    def blast(self) -> bool:
        """Whether the word tells an explosion, which may be an accident."""
        return bool(self.hit.data.get("blast"))

    @property
    def arms_hit(self) -> bool:
        """Whether it is arms that it was done to (اعتراض صاروخ)."""
        return self.needs in ("missile", "shot-down", "bomb", "arms", "goods")

    @property
    def bloodless(self) -> bool:
        """Whether it is done without a blow: meddling, stirring up strife, keeping aid out (meddling.yml), what is of
        public life."""
        return self.needs in ("meddled", "strife", "aid") or bool(self.matter)

    @property
    def matter(self) -> str:
        """What of public life it is, where its words say so (office, vote, law, pact ...), or ""."""
        return str(self.hit.data.get("matter", ""))

    @property
    def lasting(self) -> bool:
        """Whether it is a war, which goes on for years."""
        return bool(self.hit.data.get("lasting"))

    @property
    def network(self) -> bool:
        """Whether it is an attack on networks."""
        return bool(self.hit.data.get("network"))

    @property
    def sort(self) -> str:
        """What sort of happening of no violence it is, where its words say so, or ""."""
        return self.matter or (self.needs if self.needs in _SORTS else "")

    @property
    def pronoun(self) -> bool:
        """Whether the word only takes up an attack told before, as whose doing it is claimed (مسؤوليته عنه)."""
        return bool(self.hit.data.get("claim"))

    @property
    def arms(self) -> bool:
        """Whether the word tells of a bomb or an attack, and not only of who was hurt."""
        return self.type in VIOLENT - {"killing", "conflict"} and not (self.harm or self.blast or self.pronoun)

    @property
    def among(self) -> bool:
        """Whether the words say of some who are named before them that they are among the dead or hurt."""
        return bool(self.hit.data.get("among"))

    @property
    def bodily(self) -> bool:
        """Whether the word says that people died or were hurt."""
        return self.harm in ("killed", "hurt")

    @property
    def tells_harm(self) -> bool:
        """Whether the word tells violence or a disaster, whose words tell one event together."""
        alone = self.type == "other" and self.frame in ("bare", "happen") and not self.matter
        return self.type in VIOLENT or alone


class Nouns:
    """Nouns of the incident lists by the token they begin at, by what they name (killed, person, force ...)."""

    def __init__(self, document: Document) -> None:
        self.at: dict[int, set[str]] = {}
        self.singular: set[int] = set()
        for hit in document.hits("event.incident-noun"):
            for index in range(hit.first, hit.last + 1):
                self.at.setdefault(index, set()).add(hit.data["is"])
            if hit.features.get("number") == "singular":
                self.singular.add(hit.first)
        for hit in document.hits("title"):
            self.at.setdefault(hit.first, set()).add("officer")
        self.company = Company(document)
        self.dual = letters(document.language).dual
        self.demonyms = demonyms(document)
        self.weekdays = [h.start for h in document.hits("weekday")]
        self.cues = {kind: _cues(document, f"event.incident-{kind}") for kind in CUES}
        self.deeds = {h.first for h in document.hits("event.incident") if h.features.get("form") not in FINITE}

    def cue(self, kind: str, first: int, last: int) -> Hit | None:
        """The first cue of a kind (agent, against, carrier ...) that begins among tokens [first, last)."""
        cues = self.cues[kind]
        return next((cues[i] for i in range(first, last) if i in cues), None) if cues else None

    def no_doer(self, index: int) -> bool:
        """Whether the noun at a token does nothing: what is abstract (أزمة، قرار), an incident itself (قصف التحالف)."""
        return index in self.cues["no-party"] or (index in self.deeds and index not in self.at)

    def classes(self, first: int, last: int) -> set[str]:
        """What the nouns among tokens [first, last) name."""
        found: set[str] = set()
        for index in range(first, last):
            found |= self.at.get(index, set())
        return found


def demonyms(document: Document) -> dict[int, str]:
    """Adjectives of nationality by token, with their country's id; a name that looks like one (سوريا) is none."""
    named = {m.start for m in document.reading.mentions}
    return {h.first: str(h.data["of"]) for h in document.hits("demonym") if h.start not in named}


def _cues(document: Document, kind: str) -> dict[int, Hit]:
    """The cues of a kind by token; a verb's form under an article or preposition is a noun (التواصل)."""
    return {
        h.first: h
        for h in document.hits(kind)
        if h.features.get("form") not in FINITE or not (h.analysis.article or h.analysis.preposition)
    }


def reach_of(hit: Hit) -> int:
    """Tokens from a word to what it needs."""
    object_far = hit.features.get("form") in FINITE and hit.data["frame"] != "happen" and "object" not in hit.features
    of_verb = _OF_VERB if object_far else 0
    return max(REACH.get(str(hit.data.get("needs", "")), 5), of_verb)
