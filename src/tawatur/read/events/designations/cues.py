"""The words of designations in a report, and what is gathered of one designation."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.events.clauses import FINITE, Clause
from tawatur.read.events.context import Context
from tawatur.read.events.incidents.triggers import demonyms
from tawatur.read.events.phrases import proclitic
from tawatur.record.types import Interval, Number, Span
from tawatur.text.words import WORD

_KINDS = (
    "-impose",
    "-strike",
    "-list",
    "-as",
    "-capital",
    "-reason",
    "-with",
    "-again",
    "-planned",
    "-onto",
    "-against",
    "-unreal",
    "-on-whom",
    "-ranking",
    "-decision",
    "-manner",
    "-comment",
    "-among",
    "-punishing",
)
_OF_LIST = 12  # tokens from a list to the word that says whom it punishes (القائمة المعتمدة للداعمين للإرهاب)


class Cues:
    """The words of designation.yml by the token they begin at."""

    def __init__(self, context: Context) -> None:
        document, self._context = context.document, context
        self.at = {kind.removeprefix("-"): document.by_first(f"event.designation{kind}") for kind in _KINDS}
        self.at["trigger"] = _triggers(document, context.verbs)
        plain = document.firsts("function-word")
        ends = {t.index for t in document.tokens if t.kind != WORD}
        self._open = plain | ends | {len(document.tokens)}
        self._sentences = [t.sentence for t in document.tokens]
        self.at["list"] = {i: h for i, h in self.at["list"].items() if not self._ranks(h) and self._punishes(h)}
        self.demonyms = demonyms(document)
        self.at_like = {
            str(f) for e in document.language.entries.get("event.designation-like", ()) for f in e.data["forms"]
        }

    def _ranks(self, hit: Hit) -> bool:
        """Whether a list only ranks or numbers those on it (قائمة أفضل الجامعات)."""
        return any(i in self.at["ranking"] for i in range(hit.last + 1, hit.last + 3))

    def _punishes(self, hit: Hit) -> bool:
        """Whether a list is one of those who are punished, watched for or banned (قائمة الإرهاب): by the words behind
        it, or where it has none by those of the report; no list of something else (القائمة الآسيوية) is."""
        known, sentence = self.at["punishing"], self._sentences[hit.first]
        if any(i in known and self._sentences[i] == sentence for i in range(hit.first, hit.last + _OF_LIST)):
            return True
        return bool(known) and ("suffix" in hit.features or hit.last + 1 in self._open)

    def governs(self, cue: Hit) -> bool:
        """Whether a noun of backing has the sanctions right behind it (دعمه لفرض العقوبات); any other word of the lists
        need not."""
        after = cue.last + 1
        if not cue.data.get("governs") or after in self.at["trigger"] or after in self.at["impose"]:
            return True
        context = self._context
        return after < len(context.document.tokens) and proclitic(context, after)[1] == context.letters.for_

    def within(self, kind: str, first: int, last: int) -> list[Hit]:
        """The cues of a kind that begin among tokens [first, last), in order."""
        cues = self.at[kind]
        return [cues[i] for i in range(first, last) if i in cues] if cues else []


def _triggers(document: Document, verbs: Container[int]) -> dict[int, Hit]:
    """The words that tell a designation by the token they begin at: of several the longest, else the finite form where
    one of `verbs` stands (شطب is a noun, too), unless it may be a noun by its ending (إضافة, أضافه), else the last."""
    found: dict[int, Hit] = {}
    for hit in document.hits("event.designation"):
        known = found.get(hit.first)
        finite = known is not None and known.features.get("form") in FINITE and "object" not in known.features
        if known is None or hit.last > known.last or (hit.last == known.last and not (finite and hit.first in verbs)):
            found[hit.first] = hit
    return found


@dataclass(slots=True)
class Designation:
    """A designation as the sentences of a report tell it; `about` is the time its sentence speaks of, of whatever."""

    clause: Clause
    start: int
    end: int
    authority: list[str] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    target: list[str] = field(default_factory=list)
    count: Number | None = None
    date: Interval | None = None
    about: Interval | None = None
    place: list[str] = field(default_factory=list)
    reason: list[Span] = field(default_factory=list)
    status: str = "done"
    evidence: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    more: list[tuple[str, Number, int, int]] = field(default_factory=list)

    def add(self, slot: str, found: list[str], span: tuple[int, int]) -> None:
        """Add what names a slot, each once, with where it stands."""
        known = getattr(self, slot)
        fresh = [v for v in found if v not in known]
        known.extend(fresh)
        if fresh:
            self.evidence.setdefault(slot, []).append(span)
