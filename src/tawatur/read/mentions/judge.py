"""What the learned model makes of what lists and patterns propose, and they of what it proposes.

The model's guideline (ANERcorp's) is not the record's: it knows no ministries and armies, and takes club names that no
list has. So its silence speaks only against persons and places that a pattern guessed, and its own names have to pass
what the lists know. Thresholds were set on annotated reports and on some hundred read by eye (docs/decisions/0004).
"""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.read.document import Document
from tawatur.read.mentions.candidates import Candidate
from tawatur.read.mentions.tags import Tags, tags_of
from tawatur.read.mentions.titles import Ground, ground_of

MODEL = "model"
_ALONE = {"person": 0.6, "place": 0.75, "organisation": 0.6}  # how sure the model must be where nothing else speaks
_KNOWN_OTHERWISE = 0.85  # ... and the words are in a list as something else
_NEVER = 2.0
_NEEDED = {  # how much of a name the model must see in what these sources guess
    "shape": 0.3,
    "row": 0.3,
    "age": 0.3,
    "verb": 0.3,
    "settlement": 0.3,
    "pattern person": 0.25,
    "title": 0.1,
}
_BASE = {"list": 0.97, "pattern": 0.9, "title": 0.9, "facility": 0.9}  # how often a source is right by itself
_GUESS = 0.7
_LONGER = {"person": 0.8, "place": 0.9, "organisation": 0.9}  # ... where it makes a known name longer
_OTHER = 0.8  # ... to say that a guess is of another type
_NONE = 0.1  # a word is in no name


def judged(document: Document, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that are worth a decision, in the extent and of the type that the model and the lists agree on.

    Without a model all, as they are.
    """
    found = list(candidates)
    if document.tagger is None:
        return found
    judge = _Judge(document)
    own = [c for c in found if c.by == MODEL]
    others = [kept for c in found if c.by != MODEL and (kept := judge.other(c, own)) is not None]
    return [*others, *(c for c in own if judge.own(c, others))]


class _Judge:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.tags: Tags = tags_of(document)
        self.ground: Ground = ground_of(document)

    def other(self, candidate: Candidate, own: list[Candidate]) -> Candidate | None:
        """What is left of a candidate of lists and patterns."""
        first, last = self._tokens(candidate)
        seen = self.tags.named(first, last)
        needed = _NEEDED.get(candidate.by, _NEEDED.get(f"{candidate.by} {candidate.type}", 0.0))
        if seen < needed and not (candidate.by == "title" and self._known(first)):
            return None
        base = _BASE.get(candidate.by, _GUESS)
        candidate = candidate._replace(confidence=base)
        if candidate.type == "person" and candidate.entity is None:
            return self._retyped(self._cut(candidate, own), own)
        if candidate.type == "organisation" and candidate.entity is None:
            return self._without_tail(candidate, own)
        return candidate

    def own(self, candidate: Candidate, others: list[Candidate]) -> bool:
        """Whether a name of the model counts: it is sure, and contradicts nothing that is known better."""
        met = [c for c in others if c.meets(candidate)]
        if any(c.holds(candidate) for c in met):
            return True
        if not met:
            return candidate.confidence >= self._alone(candidate)
        if any(c.start < candidate.start or c.end > candidate.end for c in met):
            return False
        return candidate.confidence >= _LONGER.get(candidate.type, _NEVER)

    def _alone(self, candidate: Candidate) -> float:
        """How sure the model must be of a name that nothing else proposes: surer where a list knows the words as
        something else, or left them out where they stand."""
        first, last = self._tokens(candidate)
        left_out = [h for h in self.document.hits("name") if h.first == first and h.last == last]
        if any(h.data.get("class") == "country" for h in left_out):
            return _NEVER
        token = self.document.tokens[first]
        common = first == last and (self.ground.words.plain(token.form) == "common" or first in self.ground.verbs)
        least = _ALONE.get(candidate.type, _NEVER)
        return max(least, _KNOWN_OTHERWISE) if common or left_out or token.text.isascii() else least

    def _tokens(self, candidate: Candidate) -> tuple[int, int]:
        return self.document.token_at(candidate.start), self.document.token_at(candidate.end - 1)

    def _known(self, i: int) -> bool:
        return self.ground.words.first(self.document.tokens[i].form)[0] == "given"

    def _cut(self, candidate: Candidate, own: list[Candidate]) -> Candidate:
        """A person whose pattern ran on, or began too early, where the model sees a person inside and nothing there."""
        inside = [c for c in own if candidate.holds(c) and c.type == "person"]
        if len(inside) != 1:
            return candidate
        first, last = self._tokens(candidate)
        while last > first and self.document.tokens[last].start >= inside[0].end and self._nothing(last):
            last -= 1
        while first < last and self.document.tokens[first].end <= inside[0].start and self._nothing(first):
            first += 1
        start = max(candidate.start, self.document.tokens[first].start)
        return candidate._replace(start=start, end=self.document.tokens[last].end)

    def _without_tail(self, candidate: Candidate, own: list[Candidate]) -> Candidate:
        """A body whose pattern ran on, where the model is sure of one that ends before, and sees nothing there."""
        inside = [c for c in own if candidate.holds(c) and c.type == "organisation"]
        first, last = self._tokens(candidate)
        if len(inside) != 1 or inside[0].confidence < _OTHER:
            return candidate
        while last > first and self.document.tokens[last].start >= inside[0].end and self._nothing(last):
            last -= 1
        return candidate._replace(end=min(candidate.end, self.document.tokens[last].end))

    def _nothing(self, i: int) -> bool:
        return self.tags.named(i, i) < _NONE and not self._known(i)

    def _retyped(self, candidate: Candidate, own: list[Candidate]) -> Candidate:
        """A guessed person that the model is sure is something else."""
        for c in own:
            if (c.start, c.end) == (candidate.start, candidate.end) and c.type != candidate.type:
                first, _ = self._tokens(c)
                if c.confidence >= _OTHER and candidate.by in ("title", "shape") and not self._known(first):
                    return candidate._replace(type=c.type)
        return candidate
