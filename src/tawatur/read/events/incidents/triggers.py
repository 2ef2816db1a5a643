"""Words that tell an incident: which hits of the word list are one, read as a verb or as a noun."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.language.lexicon import Hit, longest
from tawatur.read.document import Document
from tawatur.read.events.clauses import FINITE, Clause, passive
from tawatur.read.events.context import Context
from tawatur.read.events.incidents.company import Company
from tawatur.read.events.told import probability
from tawatur.text.words import SIGN

CUES = (
    "agent",
    "against",
    "carrier",
    "carrier-noun",
    "since",
    "not-where",
    "call",
    "does",
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
)
_COUNTED = 6  # tokens from a word of harm to the counted dead or hurt it tells of
_OF_PLAY = frozenset({"attack", "airstrike", "raid", "conflict", "siege", "takeover", "military-campaign"})
# Tokens from a verb or noun to what it needs, where that may stand further than others.
REACH = {"fire": 9, "missile": 9, "relations": 16, "death": 10}
_OF_VERB = 14  # where it is the object of a verb, whose subject and place may stand before it
_SORTS = frozenset({"meddled", "strife", "aid", "gate", "troops", "relations", "envoy", "missile", "prison"})
HARMS = frozenset({"killed", "hurt", "held", "moved"})  # what a number of people may count
VIOLENT = frozenset({"attack", "bombing", "airstrike", "raid", "killing", "conflict"})


class Trigger(NamedTuple):
    """A word that tells an incident, in its clause; `finite` where it is that clause's verb or another finite one.

    `likely`: how probable the learned model thinks it that the word tells one, None without a model.
    """

    hit: Hit
    clause: Clause
    finite: bool
    passive: bool = False  # its vowel says so (سُجن)
    likely: float | None = None

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
        self.demonyms = demonyms(document)
        self.weekdays = [h.start for h in document.hits("weekday")]
        self.cues = {kind: _cues(document, f"event.incident-{kind}") for kind in CUES}

    def cue(self, kind: str, first: int, last: int) -> Hit | None:
        """The first cue of a kind (agent, against, carrier ...) that begins among tokens [first, last)."""
        cues = self.cues[kind]
        return next((cues[i] for i in range(first, last) if i in cues), None) if cues else None

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


# What tells, among the words behind a verb or noun, that what it needs may stand there.
_PEOPLE = frozenset({"person", "killed", "hurt", "held"})
_MET_BY = {
    "victim": _PEOPLE,
    "beaten": _PEOPLE,
    "perished": _PEOPLE,
    "shelled": frozenset({"arm"}),
    "uncovered": frozenset({"cell"}),
    "judged": frozenset({"tribunal"}),
}


def reach_of(hit: Hit) -> int:
    """Tokens from a word to what it needs."""
    object_far = hit.features.get("form") in FINITE and hit.data["frame"] != "happen" and "object" not in hit.features
    of_verb = _OF_VERB if object_far else 0
    return max(REACH.get(str(hit.data.get("needs", "")), 5), of_verb)


def _needed(nouns: Nouns, hit: Hit) -> bool:
    """Whether what a reading of a word needs beside it is missing (ضبط طنا, ضبط شخصين)."""
    needs = hit.data.get("needs", "")
    wanted = _MET_BY.get(needs, {needs})
    return bool(needs) and not wanted & nouns.classes(hit.last + 1, hit.last + 1 + reach_of(hit))


def triggers(context: Context, nouns: Nouns) -> list[Trigger]:
    """The triggers of a document in order of the text, generic mentions left out."""
    document = context.document
    words = document.hits("event.incident-generic")
    alleged = {h.last for h in words if h.data.get("alleged")}
    generic = {h.last for h in words}
    named = {t.index for m in context.mentions for t in document.tokens_in(m.start, m.end)}
    named -= {i for i, m in context.mention_tokens.items() if m.type == "other"}  # a protest may have a name
    found: list[Trigger] = []
    possible = [h for h in document.hits("event.incident") if _possible(context, nouns, h, named)]
    possible.sort(key=lambda h: (h.features.get("form") not in FINITE, _needed(nouns, h)))  # a verb where it can be one
    for hit in longest(possible):
        clause = context.clause_at(hit.first)
        if (
            clause is None
            or _spoken_of(context, hit, generic - alleged if hit.data.get("needs") == "meddled" else generic)
            or _in_words(nouns, hit)
        ):
            continue
        if clause.sentence.index in context.of_sport and ("matter" in hit.data or str(hit.data["type"]) in _OF_PLAY):
            continue
        finite = hit.features.get("form") in FINITE or (not hit.features and hit.data["frame"] == "act")
        vowelled = finite and passive(document.tokens[hit.first], hit)
        trigger = Trigger(hit, clause, finite, vowelled, probability(document, hit.first, hit.last, "incident"))
        if not (found and (_counts_for(found[-1], trigger) or _only_needed(nouns, found[-1], trigger))):
            found.append(trigger)
    return found


def _counts_for(before: Trigger, after: Trigger) -> bool:
    """Whether counted dead or hurt are those that the word right before them tells of (سقوط 5 قتلى)."""
    same = before.clause.sentence is after.clause.sentence and before.needs != "counted"
    return after.needs == "counted" and same and before.harm != "" and after.hit.first - before.hit.last <= _COUNTED


def _only_needed(nouns: Nouns, before: Trigger, after: Trigger) -> bool:
    """Whether what is of public life is only what the word before it needs (التدخل في الانتخابات)."""
    near = after.hit.first - before.hit.last <= reach_of(before.hit) and before.clause.sentence is after.clause.sentence
    return near and bool(after.matter) and before.needs in nouns.at.get(after.hit.first, ())


def _possible(context: Context, nouns: Nouns, hit: Hit, named: set[int]) -> bool:
    """Whether a hit can be what its form says: verbs stand where a verb can, nouns not inside a name."""
    if hit.first in named or hit.first in context.time_tokens or not nouns.company.kept(hit):
        return False
    if hit.analysis.article and "suffix" in hit.features:
        return False  # الاحتجاجي is no احتجاجي
    if hit.features.get("form") in FINITE:
        if hit.features["form"] == "jussive" and hit.features.get("person") == "1":
            return False
        return hit.first in context.verbs and not hit.analysis.preposition and not hit.analysis.article
    unless = hit.data.get("unless")
    if unless and unless in nouns.classes(hit.last + 1, hit.last + 2):
        return False  # انتهاك القرار
    if hit.data["type"] == "takeover" and "no-land" in nouns.classes(hit.last + 1, hit.last + 3):
        return False  # السيطرة على الحريق
    if hit.first in context.mention_tokens and hit.data["type"] != "protest":
        return False
    if "suffix" in hit.features and hit.first in context.verbs:
        return False
    if hit.data.get("needs") == "counted":
        return _is_counted(context, hit)
    bent = "suffix" in hit.features or hit.features.get("number") == "dual"
    if bent and nouns.at.get(hit.first, set()) & {"killed", "hurt"}:
        return False  # قتلى is no form of قتل
    return not (hit.analysis.article and hit.data.get("bare"))


def _in_words(nouns: Nouns, hit: Hit) -> bool:
    """Whether an attack is one of words (هجوم حاد على ...)."""
    return str(hit.data["type"]) in _OF_PLAY and nouns.cue("verbal", hit.last + 1, hit.last + 3) is not None


def _is_counted(context: Context, hit: Hit) -> bool:
    """Whether a number stands with a noun (7 قتلى)."""
    near = context.within(context.quantities, hit.start - 60, hit.end + 40)
    return any(q.start <= hit.start and hit.end <= q.end for q in near)


def _spoken_of(context: Context, hit: Hit, generic: set[int]) -> bool:
    """Whether a noun stands after a word that makes it general (مكافحة الهجمات)."""
    if hit.features.get("form") in FINITE:
        return False
    before = hit.first - 1
    if before in context.verbs:
        return False  # أمر بحبس ...
    while before >= 0 and context.document.tokens[before].kind == SIGN:
        before -= 1
    mark = context.particles.get(before)
    return before in generic or (before - 1 in generic and mark is not None and not mark.data.get("place"))
