"""What a sentence or clause is about: the noun phrase at its beginning, up to its verb or after it."""

from __future__ import annotations

from tawatur.read.document import Sentence
from tawatur.read.statements.agreement import gender_of
from tawatur.read.statements.clauses import Clauses
from tawatur.read.statements.cues import Cue
from tawatur.read.statements.history import Turn
from tawatur.read.statements.phrases import Phrase, PhraseReader
from tawatur.read.statements.scene import Scene
from tawatur.read.statements.speakers import Speakers


class Topics:
    """Finds what the sentences and clauses of one document are about."""

    def __init__(self, scene: Scene, speakers: Speakers, clauses: Clauses) -> None:
        self.scene = scene
        self.speakers = speakers
        self.clauses = clauses

    def of(self, sentence: Sentence, end: int | None = None) -> Turn | None:
        """The subject of a sentence: the noun phrase at its beginning, or after its first verb."""
        scene, limit = self.scene, min(end or sentence.last, sentence.last)
        reader = PhraseReader(scene, limit, nominal=True)
        start = self._start(sentence, limit)
        for at in range(start, min(start + 4, limit)):
            if reader.speaker_starts(at) or (at == start + 1 and self._definite_noun(at)):
                phrase = reader.read(at)
                return self.speakers.identify(phrase, gender_of(phrase, scene))
        return None

    def onward(self, sentence: Sentence) -> Turn | None:
        """The subject of a sentence that may speak in the next: not those without a name who are told to have been
        killed, hurt or taken."""
        turn = self.of(sentence)
        if turn is None or turn.speaker in self.scene.entities:
            return turn
        start = self._start(sentence, sentence.last)
        return None if self.scene.hit("comes-to-harm", start) is not None else turn

    def _start(self, sentence: Sentence, limit: int) -> int:
        """The first token of a sentence's own clause, behind openers and an adjunct."""
        return self.clauses.after_adjunct(self.clauses.after_openers(sentence), limit)

    def _definite_noun(self, at: int) -> bool:
        """Whether a word with the article stands where a subject does: "وأصدر البلدان بيانا"."""
        scene = self.scene
        adjunct = at in scene.times or scene.hit("cue-adjunct", at) is not None
        return scene.tokens[at].form.startswith("ال") and not adjunct and scene.is_verb(at - 1)

    def up_to(self, start: int, cue: Cue) -> Turn | None:
        """Whom the noun phrase means that stands between the start of a clause and its verb."""
        phrase = self.phrase(start, cue)
        return self.speakers.identify(phrase, cue.gender) if phrase is not None else None

    def phrase(self, start: int, cue: Cue) -> Phrase | None:
        """The noun phrase from the start of a clause, where it reaches up to the verb."""
        scene, reader = self.scene, PhraseReader(self.scene, cue.first, nominal=True)
        start = self.clauses.after_commas(start, cue.first)
        if start >= cue.first:
            return None
        opened = scene.hit("clause-opener", start) or scene.hit("fronting", start)
        start = opened.last + 1 if opened is not None and opened.last + 1 < cue.first else start
        if (cue.conjunction and scene.hit("fronting", start - 1) is None) or not (
            reader.speaker_starts(start) or scene.tokens[start].form.startswith("ال")
        ):
            return None
        phrase = reader.read(start)
        at = phrase.full_end
        while at < cue.first and (scene.is_comma(at) or self._passes(at)):
            at = scene.times[at] + 1 if at in scene.times else at + 1
        if at < cue.first and not scene.is_comma(cue.first - 1) and not (at == cue.first - 1 and at in scene.opening):
            return None
        return phrase

    def _passes(self, at: int) -> bool:
        scene = self.scene
        return (
            at in scene.times
            or scene.manner(at) is not None
            or any(scene.hit(kind, at) is not None for kind in ("clause-opener", "cue-adjunct"))
        )
