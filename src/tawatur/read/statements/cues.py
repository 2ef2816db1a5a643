"""Cues: the words of a document that attribute something to somebody, and the frame of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tawatur.language.forms import Features
from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.text.folding import fold

if TYPE_CHECKING:
    from tawatur.read.statements.phrases import Phrase

FINITE, PARTICIPLE, MASDAR = "finite", "participle", "masdar"
_DAMMA, _FIRST_SYLLABLES = "\u064f", 5  # letters and signs of a past in which a passive has its first vowel
_PRONOUNS = {"ه": "m", "ها": "f"}
_BARE, _SELF = "ا", "أ"  # how the past of اعتقد begins, and what I do (أعتقد)
_CIRCUMSTANTIAL = ("ا", "ه", "ين", "ات")  # of a participle that goes on with a speech: مضيفا، مضيفة، مضيفين، مضيفات


@dataclass(slots=True)
class Frame:
    """What a verb of saying governs (language/arabic/cues.yml says what the keys mean)."""

    takes: set[str] = field(default_factory=set)
    addressee: bool = False
    tells: bool = False
    keeps_object: bool = False
    adds: bool = False
    report: bool = False
    denies: bool = False
    source: str | None = None
    asked: str | None = None
    source_only: bool = False
    explicit: bool = False
    noun: bool = False
    weak: bool = True
    opening: bool = True
    np_of: str | None = None
    patient: bool = False
    needs_object: str | None = None

    def taken_up(self, form: str) -> str | None:
        """The gender of the pronoun by which a word names whom the verb passes on (نقلت عنه، عنها); None for others."""
        return next((g for end, g in _PRONOUNS.items() if self.source and form == self.source + end), None)

    def add(self, data: dict[str, Any]) -> None:
        takes = data.get("takes")
        self.takes.update(fold(str(t)) for t in (takes if isinstance(takes, list) else ()))
        self.addressee |= bool(data.get("object"))
        self.tells |= bool(data.get("tells"))
        self.keeps_object |= bool(data.get("keeps_object"))
        self.noun |= bool(data.get("homograph"))
        self.explicit |= bool(data.get("explicit"))
        self.adds |= bool(data.get("adds"))
        self.patient |= bool(data.get("patient"))
        self.report |= bool(data.get("report"))
        self.denies |= bool(data.get("denies"))
        self.source = fold(str(data["source"])) if data.get("source") else self.source
        self.asked = fold(str(data["asked"])) if data.get("asked") else self.asked
        self.source_only |= bool(data.get("source_only"))
        self.weak &= bool(data.get("weak"))
        self.opening &= bool(data.get("opening"))
        self.needs_object = str(data["needs_object"]) if data.get("needs_object") else self.needs_object
        self.np_of = str(data["np_of"]) if data.get("np_of") else self.np_of


@dataclass(slots=True)
class Cue:
    """A word (or phrase) of saying: tokens [first, last], offsets with its conjunction, its frame and features."""

    first: int
    last: int
    start: int
    end: int
    form: str
    frame: Frame
    features: list[Features]
    conjunction: bool
    suffix: bool = False
    prefixed: bool = False
    document: Phrase | None = None

    @property
    def plural(self) -> bool:
        return any(f.get("number") in ("p", "d") for f in self.features)

    @property
    def gender(self) -> str | None:
        """The gender its form shows: m, f, or None where it can be both."""
        found = {f["gender"] for f in self.features if "gender" in f}
        return found.pop() if len(found) == 1 else None


def find_cues(document: Document) -> list[Cue]:
    """The verbs, participles and verbal nouns of saying of a document, in order; of one word its likeliest form."""
    grouped: dict[int, list[Hit]] = {}
    for hit in document.hits("say"):
        grouped.setdefault(hit.first, []).append(hit)
    cues: list[Cue] = []
    for first in sorted(grouped):
        cue = _cue(document, grouped[first])
        if cue is not None and (not cues or cue.first > cues[-1].last):
            cues.append(cue)
    return cues


def _cue(document: Document, hits: Sequence[Hit]) -> Cue | None:
    last = max(h.last for h in hits)
    groups: dict[str, list[Hit]] = {FINITE: [], PARTICIPLE: [], MASDAR: []}
    for hit in hits:
        form = _form(document, hit)
        if hit.last == last and form is not None:
            groups[form].append(hit)
    form = next((f for f in (FINITE, PARTICIPLE, MASDAR) if groups[f]), None)
    if form is None:
        return None
    frame = Frame()
    for hit in groups[form]:
        frame.add(hit.data)
    head = groups[form][0]
    token = document.tokens[head.first]
    return Cue(
        head.first,
        last,
        token.start,
        head.end,
        form,
        frame,
        [h.features for h in groups[form]],
        bool(head.analysis.conjunction),
        all("object" in h.features or "suffix" in h.features for h in groups[form]),
        head.analysis.preposition == "ب",
    )


def _form(document: Document, hit: Hit) -> str | None:
    """Finite verb, participle or verbal noun; None for what cannot attribute (first person, a participle as a noun)."""
    features, word = hit.features, document.tokens[hit.first].form
    form = features.get("form") or ("participle" if hit.data.get("features") == "participle" else "past")
    if form == "masdar":
        return MASDAR
    past = hit.data.get("verb", {}).get("past", "")
    if str(past).startswith(_BARE) and document.text[hit.start : hit.end].lstrip("وف").startswith(_SELF):
        return None  # أعتقد: I think; اعتقد: he thought
    if hit.analysis.preposition == "ل" and form == "present":
        return FINITE  # عاد ليعلن
    if hit.analysis.preposition or hit.analysis.article:
        return None
    if form == "past" and _DAMMA in document.tokens[hit.first].text[:_FIRST_SYLLABLES]:
        return None  # استُبعد: a passive
    if form != "participle" and document.tokens[hit.last].text.endswith("ة"):
        return None  # دعوة is no verb with its object
    if form == "participle":
        suffixed = hit.first == hit.last and document.tokens[hit.last].text.endswith("ه")  # أمله is no آملة
        return PARTICIPLE if word.endswith(_CIRCUMSTANTIAL) and not suffixed else None
    if form in ("present", "future") and word.endswith("وا"):
        return None  # a subjunctive: أن يقولوا
    return None if features.get("person") == "1" or form in ("jussive", "passive-participle") else FINITE
