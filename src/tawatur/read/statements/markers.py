"""What opens what is said, at a token: the complementiser, a quotation, a colon, a preposition, a noun phrase."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.read.statements.cues import Cue
from tawatur.read.statements.phrases import Phrase
from tawatur.read.statements.scene import Scene
from tawatur.read.statements.starts import words_in

THAT, QUOTE, COLON, NOUN, PREPOSITION = "that", "quote", "colon", "noun", "preposition"
_NAME_QUOTE = 4  # words: a shorter quotation that the sentence goes on after is a name or a word at a distance
_JUDGED = 10  # tokens between a verb of judging and the words in which it judges


@dataclass(slots=True)
class Content:
    """Where a content begins: its first token and offset, what opens it (at token `marker`), and the subject found."""

    first: int
    start: int
    mode: str
    marker: int
    subject: Phrase | None


@dataclass(slots=True)
class Found:
    """What stands between a cue and its content as far as it is read: the subject, the first token of an object,
    whether a pronoun is the object (متهمة إياها ب), whether a second noun is joined to the subject."""

    subject: Phrase | None = None
    object_at: int | None = None
    pronoun: bool = False
    joined: bool = False


class Markers:
    """Finds what opens the content of one cue, within the tokens before `sentence_end`."""

    def __init__(self, scene: Scene, cue: Cue, sentence_end: int, found: Found) -> None:
        self.scene = scene
        self.cue = cue
        self.takes = cue.frame.takes
        self.sentence_end = sentence_end
        self.found = found

    def at(self, at: int) -> Content | None:
        """The content that a word or sign at a token opens."""
        return self._that(at) or self._quotation(at) or self._preposition(at)

    def _that(self, at: int) -> Content | None:
        scene = self.scene
        hit = scene.hit("complementiser", at)
        if hit is None or at + 1 >= self.sentence_end:
            return None
        if at - 1 > self.cue.last and scene.hit("not-that", at - 1) is not None:
            return None
        if "that" not in self.takes and not self._governed(at):
            return None
        first = at + 1
        if scene.tokens[first].form == ":":
            first += 1
        if first >= self.sentence_end:
            return None
        return self._with_object(Content(first, scene.tokens[first].start, THAT, at, self.found.subject))

    def _governed(self, at: int) -> bool:
        hit = self.scene.hit("complementiser", at)
        if hit is not None and hit.analysis.preposition and hit.analysis.preposition in self.takes:
            return True
        return self.scene.tokens[at - 1].form in self.takes

    def _quotation(self, at: int) -> Content | None:
        scene = self.scene
        if scene.tokens[at].form == ":" and ({"quote", "that"} & self.takes):
            first = at + 1
            if (
                first >= self.sentence_end
                or scene.tokens[first].kind == "number"
                or scene.tokens[at - 1].kind == "number"
            ):
                return None
            if self.found.object_at is not None and first not in scene.opening:
                return None  # وذكر أسماء ثلاثة رجال: ...
            if scene.hit("complementiser", first) is not None and first + 1 < self.sentence_end:
                first += 1
            return Content(first, scene.tokens[first].start, COLON, at, self.found.subject)
        quote = scene.opening.get(at)
        if quote is None or at in scene.named or self._titled(at):
            return None
        if self.cue.frame.keeps_object and at - self.cue.last > _JUDGED and not scene.is_comma(at - 1):
            return None  # يعتبر ... is held for something, and nobody says so
        if "quote" in self.takes and (self._is_speech(at) or scene.tokens[at - 1].form in "،:"):
            hit = scene.hit("complementiser", at + 1)
            if hit is None or at + 2 >= self.sentence_end:
                return Content(at, scene.tokens[at].start, QUOTE, at, self.found.subject)
        return None

    def _titled(self, at: int) -> bool:
        """Whether the word before a quotation says that it is a name: "نشرت الصحيفة تقريرا بعنوان "..."."""
        return self.scene.ending("titled", at - 1, 1, floor=self.cue.last + 1) is not None

    def _is_speech(self, at: int) -> bool:
        """Whether a quotation is what is said, and no name within the subject."""
        scene = self.scene
        quote = scene.opening[at]
        if words_in(scene, quote.inner_start, quote.inner_end) > _NAME_QUOTE:
            return True
        after = scene.after_quote(quote)
        if after >= self.sentence_end:
            return True
        if scene.verbal(at + 1):
            return True
        return scene.tokens[after].form in ".،؛,!؟?" and (at + 1) not in scene.mentions

    def _preposition(self, at: int) -> Content | None:
        scene, form = self.scene, self.scene.tokens[at].form
        if form in self.takes and at + 1 < self.sentence_end:
            inside = scene.hit("medium-preposition", at) and scene.hit("medium", at + 1)
            if inside or scene.hit("clause-preposition", at) or scene.hit("cue-adjunct", at):
                return None
            first = at + 1
            if scene.hit("complementiser", first) is not None and first + 1 < self.sentence_end:
                return Content(first + 1, scene.tokens[first + 1].start, THAT, at, self.found.subject)
            return self._with_object(Content(first, scene.tokens[first].start, PREPOSITION, at, self.found.subject))
        if scene.manner(at) is not None:
            return None
        for letter in ("ب", "ل"):
            if letter in self.takes and scene.clitic(at, letter) and (letter == "ب" or self._next_to(at)):
                if len(form) == 1 and at + 1 < self.sentence_end:
                    content = Content(at + 1, scene.tokens[at + 1].start, PREPOSITION, at, self.found.subject)
                else:
                    content = Content(at, scene.after_letters(at, 1), PREPOSITION, at, self.found.subject)
                return self._with_object(content)
        return None

    def _next_to(self, at: int) -> bool:
        """Whether a word stands right after the verb, its subject or its object."""
        described = self.found.object_at is not None and at - 2 == self.found.object_at
        return (
            described
            or at - 1 in (self.cue.last, self.found.object_at)
            or (self.found.subject is not None and self.found.subject.end == at)
        )

    def _with_object(self, content: Content) -> Content:
        """What is said of somebody includes whom it is said of: وصف ⟦المحتجين بأنهم مشاغبون⟧."""
        quote = self.scene.opening.get(content.first)
        if content.mode == THAT and quote is not None and self._is_speech(content.first):
            return content  # اتهمت الشركة بأنها "...": a quotation of its own
        if self.cue.frame.keeps_object and self.found.object_at is not None:
            content.first, content.start = self.found.object_at, self.scene.tokens[self.found.object_at].start
        return content

    def noun_begins(self, at: int) -> bool:
        scene = self.scene
        of = self.cue.frame.np_of
        if at in scene.opening and (of is None or (of == "any" and self.found.subject is not None)):
            return True
        if not scene.is_word(at) or scene.conjunction(at) or scene.clitic(at, "ب") or scene.clitic(at, "ل"):
            return False
        if scene.hit("what", at) is not None and of is None:
            return self.found.subject is not None and scene.hit("clause-opener", at + 1) is None
        if self.found.subject is None and scene.hit("demonstrative", at) is not None:
            return False
        if of == "any" and self.found.subject is None and not self.cue.plural:
            return False
        if of == "judged" and (self.found.subject is None or any(f.get("form") != "past" for f in self.cue.features)):
            return False  # "تعتبر المدينة ..." is held for something, and nobody says so
        if of in ("stance", "address", "harm"):
            return scene.hit(of, at) is not None
        if of == "claim" and scene.hit("claim-word", at) is not None and self.found.subject is not None:
            return self.found.object_at is None
        if of in ("blame", "claim"):
            return any(scene.hit("blame-word", to) for to in range(at, min(at + 14, self.sentence_end)))
        kinds = ("phrase-preposition", "clause-preposition", "relative", "clause-opener", "complementiser", "saying")
        return not any(scene.hit(kind, at) for kind in kinds)
