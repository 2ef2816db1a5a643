"""Subjects that stand before their verb: the topic of its clause, the noun that a relative clause takes up."""

from __future__ import annotations

from tawatur.read.document import Sentence
from tawatur.read.statements.agreement import resumed
from tawatur.read.statements.chains import medium_words
from tawatur.read.statements.clauses import Clauses
from tawatur.read.statements.cues import FINITE, Cue
from tawatur.read.statements.history import Turn
from tawatur.read.statements.phrases import PhraseReader
from tawatur.read.statements.scene import Scene
from tawatur.read.statements.speakers import Speakers
from tawatur.read.statements.topics import Topics

_BACK = 10  # tokens between a relative pronoun and the noun it speaks of


class Fronted:
    """Finds the subjects of one document that stand before their verb."""

    def __init__(self, scene: Scene, speakers: Speakers, clauses: Clauses, topics: Topics) -> None:
        self.scene = scene
        self.speakers = speakers
        self.clauses = clauses
        self.topics = topics

    def before(self, cue: Cue, sentence: Sentence) -> Turn | None:
        """A subject that stands before its verb: topic of the clause, noun of a relative clause, or after كان."""
        scene, at = self.scene, cue.first - 1
        while at > sentence.first and (hit := scene.hit("clause-opener", at)) is not None and hit.last == at:
            at -= 1
        if at < sentence.first:
            return None
        if resumed(scene, cue):
            return self._in_document(cue, sentence)
        relative = scene.hit("relative", at)
        if relative is not None:
            if relative.data.get("where"):
                return self._of_whom(at, sentence) or self._named_topic(sentence, at)
            return None if relative.data.get("free") else self._antecedent(at, sentence)
        medium = scene.hit("medium", at)
        if medium is not None and medium.last == at and not cue.conjunction:
            topic = self.topics.of(sentence, at)
            return Turn(topic.speaker if topic else None, None, False, [medium_words(scene, at)], True)
        start = self.clauses.clause_start(cue, sentence)
        return self.topics.up_to(start, cue)

    def embedded(self, cue: Cue, sentence: Sentence) -> bool:
        """Whether the subject of a clause after أن stands before its verb: "أن الرئيس، فلان، أعرب عن ..."."""
        if cue.form != FINITE or cue.conjunction:
            return False
        start = self.clauses.clause_start(cue, sentence)
        quoted = start in self.scene.opening
        before = start - 1 - quoted
        opens = before in self.scene.opening or self.scene.tokens[before].form == ":"
        if before < 0 or (self.scene.hit("complementiser", before) is None and not opens):
            return False
        return self.topics.phrase(start + quoted, cue) is not None

    def inanimate(self, cue: Cue, sentence: Sentence) -> bool:
        """Whether a verb of showing has a thing before it for a subject, so nobody says so: "الإجراءات تشير إلى"."""
        if not cue.frame.report or cue.form != FINITE or cue.conjunction:
            return False
        scene, start = self.scene, self.clauses.clause_start(cue, sentence)
        if start < cue.first and scene.hit("demonstrative", start) is not None:
            start += 1
        phrase = self.topics.phrase(start, cue) if all(f.get("form") == "present" for f in cue.features) else None
        if phrase is None or phrase.voice is not None or scene.hit("medium", phrase.first) is not None:
            return False
        named = phrase.first in scene.named or scene.name_part(phrase.first)
        return not named and self.speakers.identify(phrase).speaker not in scene.entities

    def _in_document(self, cue: Cue, sentence: Sentence) -> Turn | None:
        """Whose document the sentence tells of before a verb with a pronoun: "قدم محام شكوى أمام المحكمة يتهم فيها"."""
        topic = self.topics.of(sentence, cue.first)
        places = range(cue.first - 1, sentence.first, -1)
        at = next((to for to in places if self.scene.hit("medium", to) is not None), None)
        if topic is None or at is None:
            return None
        return Turn(topic.speaker, topic.gender, topic.plural, [medium_words(self.scene, at)], True)

    def _of_whom(self, at: int, sentence: Sentence) -> Turn | None:
        """Whose occasion a sentence tells of before "where": "جاء ذلك في اجتماع ⟨لترامب⟩ مع وزرائه، حيث قال"."""
        for back in range(at - 1, sentence.first, -1):
            found = self.scene.mentions.get(back)
            if found is not None and found[0].type == "person" and self.scene.text[found[0].start - 1] == "ل":
                return Turn(found[0].entity)
        return None

    def _named_topic(self, sentence: Sentence, end: int) -> Turn | None:
        """The subject of a sentence up to a token, where it is a name."""
        topic = self.topics.of(sentence, end)
        return topic if topic is not None and topic.speaker in self.scene.entities else None

    def _antecedent(self, at: int, sentence: Sentence) -> Turn | None:
        scene, reader = self.scene, PhraseReader(self.scene, at)
        document = self._document_before(at, sentence)
        if document is not None:
            return Turn(document)
        for back in range(at - 1, max(at - _BACK, sentence.first) - 1, -1):
            medium = scene.hit("medium", back)
            if scene.name_at(back) or scene.hit("voice", back) or back in scene.roles or medium:
                back = self._compound(back, sentence)
                phrase = reader.read(back)
                if max(phrase.full_end, phrase.end) < at - 1:
                    return None
                if medium is not None and back not in scene.mentions:
                    return Turn(self.speakers.words(phrase))
                return self.speakers.identify(phrase)
            if scene.mentions.get(back) is not None:
                return Turn(scene.mentions[back][0].entity)
        return None

    def _document_before(self, at: int, sentence: Sentence) -> str | None:
        """The document that a relative clause speaks of, called after a town or in marks: «إعلان طنجة» الذي."""
        scene = self.scene
        quote = scene.closing.get(at - 1)
        last = at - 2 if quote is not None else at - 1
        first = scene.document.token_at(quote.inner_start) if quote is not None else last - 1
        if first <= sentence.first or first >= last:
            return None
        medium, named = scene.hit("medium", first), scene.named.get(last)
        if medium is None or medium.data.get("class") != "document" or medium.last >= last or medium.analysis.article:
            return None
        if quote is None and (named is None or named.type != "place" or scene.mentions.get(last) is None):
            return None
        start = scene.tokens[first].start if quote is None else quote.inner_start
        start += len(medium.analysis.conjunction + medium.analysis.preposition) if quote is None else 0
        return scene.text[start : scene.tokens[last].end]

    def _compound(self, at: int, sentence: Sentence) -> int:
        """The first token of the title whose last noun stands at a token: ⟨رئيس⟩ الوزراء."""
        scene = self.scene
        while at - 1 > sentence.first:
            before = scene.hit("voice", at - 1)
            whole = before is not None and not before.analysis.article and before.data.get("person")
            if not whole or at in scene.named:
                break
            at -= 1
        return at
