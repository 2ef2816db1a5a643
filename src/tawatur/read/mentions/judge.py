"""What the learned model makes of what lists and patterns propose, and they of what it proposes.

The model's guideline (ANERcorp's) is not the record's: it knows no ministries and armies, and takes club names that no
list has. So its silence speaks only against persons and places that a pattern guessed, and its own names have to pass
what the lists know. Thresholds were set on annotated reports and on some hundred read by eye (docs/decisions/0004).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from tawatur.read.document import Document
from tawatur.read.mentions.candidates import LIST, Candidate
from tawatur.read.mentions.doubted import undoubted
from tawatur.read.mentions.ground import Ground, ground_of
from tawatur.read.mentions.learned import learned
from tawatur.read.mentions.tags import Tags, tags_of
from tawatur.text.words import analyses

MODEL = "model"
_ALONE = 0.75  # how sure the model must be where nothing else speaks
_LONGER = {"person": 0.8}  # ... where it makes a known name longer; else
_MUCH_LONGER = 0.9
_ONE_WORD = 0.9  # ... and the person or the place has one word
_COMMON = 0.98  # ... and the words are common ones
_NEEDED = {  # how much of a name the model must see in what these sources guess
    "shape": 0.3,
    "row": 0.3,
    "age": 0.3,
    "verb": 0.3,
    "settlement": 0.3,
    "pattern person": 0.25,
    "title": 0.1,
}
_BASE = {LIST: 0.97, "pattern": 0.9, "title": 0.9, "facility": 0.9}  # how often a source is right by itself
_GUESS = 0.7
_NAMED = frozenset(("given", "family"))
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
    found = undoubted(document, found, _names(document))
    names = judge.named_in_full(list(_names(document)), found)
    others = [kept for c in found if c.by != MODEL and (kept := judge.other(c, names)) is not None]
    own = judge.named_in_full([c for c in found if c.by == MODEL], found)
    return [*others, *(kept for c in own if (kept := judge.own(c, others)) is not None)]


@lru_cache(maxsize=2)
def _names(document: Document) -> tuple[Candidate, ...]:
    return tuple(learned(document))


class _Judge:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.tags: Tags = tags_of(document)
        self.ground: Ground = ground_of(document)

    def named_in_full(self, own: list[Candidate], found: list[Candidate]) -> list[Candidate]:
        """Names of the model, persons where they are the last word of a person's full name: كولفن after ماري كولفن."""
        full = [self._words(c) for c in found if c.type == "person"]
        last = {words[-1] for words in full if len(words) > 1}
        return [c._replace(type="person") if len(w := self._words(c)) == 1 and w[0] in last else c for c in own]

    def _words(self, candidate: Candidate) -> list[str]:
        return self.ground.words.folded(self.document.text[candidate.start : candidate.end]).split()

    def other(self, candidate: Candidate, own: Sequence[Candidate]) -> Candidate | None:
        """What is left of a candidate of lists and patterns."""
        first, last = self._tokens(candidate)
        seen = self.tags.named(first, last)
        needed = _NEEDED.get(candidate.by, _NEEDED.get(f"{candidate.by} {candidate.type}", 0.0))
        if seen < needed and not (candidate.by == "title" and self._known(first)) and not self._all_known(first, last):
            return None
        base = _BASE.get(candidate.by, _GUESS)
        candidate = candidate._replace(confidence=base)
        if candidate.type == "person" and candidate.entity is None:
            return self._retyped(self._cut(candidate, own), own)
        return candidate

    def own(self, candidate: Candidate, others: list[Candidate]) -> Candidate | None:
        """A name of the model that counts: it is sure of it, and contradicts nothing that is known better."""
        met = [c for c in others if c.meets(candidate)]
        if any(c.holds(candidate) for c in met):
            return candidate
        if not met:
            return self._alone(candidate)
        if any(self._better(c, candidate) for c in met) or sum(c.type == "organisation" for c in met) > 1:
            return None
        return candidate if candidate.confidence >= _LONGER.get(candidate.type, _MUCH_LONGER) else None

    def _better(self, other: Candidate, name: Candidate) -> bool:
        """Whether another candidate that meets a longer name of the model is better: it reaches beyond; a list knows
        it as another thing than a person, as a place to which words were added (جدة السعودية), as a body whose class
        word came before it (منظمة هيومان رايتس ووتش)."""
        if not name.holds(other):
            return True
        if other.by != LIST:
            return False
        if name.type == "person":
            return other.type != "person" or self._common(self._tokens(name)[0])
        edge = other.start == name.start if name.type == "place" else other.end == name.end
        return edge and other.type == name.type

    def _alone(self, candidate: Candidate) -> Candidate | None:
        """A name that nothing else proposes. The model must be surer of a word that lists know as a common one; what
        the lists left out where it stands is no name there, but for organisations (clubs that are called as things)."""
        first, last = self._tokens(candidate)
        listed = next((h for h in self.document.hits("name") if h.first == first and h.last == last), None)
        if listed is not None:
            if not candidate.type == listed.data["type"] in ("organisation", "work"):
                return None
            candidate = candidate._replace(entity=str(listed.data["id"]))
        if first - 1 in self.ground.honoured:  # مركز الملك سلمان
            return None
        if candidate.type == "organisation" and (self._position(first, last) or self._described(first, last)):
            return None
        latin = first == last and self.document.tokens[first].text.isascii()
        common = all(self._common(i) for i in range(first, last + 1))
        body = last > first and candidate.type == "organisation"
        least = _ONE_WORD if first == last and candidate.type in ("person", "place") else _ALONE
        if listed is None and (latin or (common and not body)):
            least = _COMMON
        return candidate if candidate.confidence >= least else None

    def _position(self, i: int, last: int) -> bool:
        """Whether a position begins at a word, and no body (المفوض الأوروبي للطاقة; المؤسسة is who founds, too)."""
        return last > i in self.ground.titles and i not in self.document.firsts("org-head")

    def _described(self, first: int, last: int) -> bool:
        """Whether words are only the kind of a body (بنك), or with what it is like (المنظمة الدولية), and no name."""
        words, forms = self.ground.words, [token.form for token in self.document.tokens[first : last + 1]]
        if len(forms) == 1:
            return any(h.first == h.last == first for h in self.document.hits("org-head"))
        if forms[0] not in words.sets["described"]:
            return False
        article, relation = words.affixes["article"], words.affixes["relation"]
        return all(f.startswith(article) and f.endswith(relation) for f in forms[1:]) and not any(
            first < i <= last for i in self.ground.demonyms
        )

    def _common(self, i: int) -> bool:
        """Whether the lists know a word as another one, as it stands or in the accusative (بلاغا), or it is an
        adjective with the article."""
        form, words = self.document.tokens[i].form, self.ground.words
        if words.plain(form) in ("given", "family"):
            return False
        bare = (a.rest for a in analyses(form) if not a.article and a.letters)
        if form.endswith(words.affixes["tanween"]) and words.plain(form[:-1]) == "common":
            return True
        if form.endswith(words.affixes["nationals"]):
            return True
        if words.plain(form) == "unknown" and any(words.plain(rest) == "common" for rest in bare):
            return True
        adjective = form.startswith(words.affixes["with_article"]) and form.endswith(words.affixes["relation"])
        return words.plain(form) == "common" or i in self.ground.verbs or adjective

    def _tokens(self, candidate: Candidate) -> tuple[int, int]:
        return self.document.token_at(candidate.start), self.document.token_at(candidate.end - 1)

    def _known(self, i: int) -> bool:
        return self.ground.words.first(self.document.tokens[i].form)[0] == "given"

    def _all_known(self, first: int, last: int) -> bool:
        """Whether every word is in a list of first names or family names."""
        words = self.ground.words
        kinds = [words.inside(token.form) for token in self.document.tokens[first : last + 1]]
        return last > first and words.first(self.document.tokens[first].form)[0] == "given" and {*kinds[1:]} <= _NAMED

    def _cut(self, candidate: Candidate, own: Sequence[Candidate]) -> Candidate:
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

    def _nothing(self, i: int) -> bool:
        return self.tags.named(i, i) < _NONE and not self._known(i)

    def _retyped(self, candidate: Candidate, own: Sequence[Candidate]) -> Candidate:
        """A guessed person that the model is sure is something else."""
        for c in own:
            if (c.start, c.end) == (candidate.start, candidate.end) and c.type != candidate.type:
                first, _ = self._tokens(c)
                if c.confidence >= _OTHER and candidate.by in ("title", "shape") and not self._known(first):
                    return candidate._replace(type=c.type)
        return candidate
