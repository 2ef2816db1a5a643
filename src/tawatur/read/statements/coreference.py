"""Whom a description without a name points back at: the speaker before, a title's bearer, a body of that sort."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.holders import Holders
from tawatur.read.statements.history import History, Turn, carried
from tawatur.read.statements.phrases import Phrase
from tawatur.read.statements.scene import Scene
from tawatur.text.folding import fold

_GENERIC = 6  # tokens: the longest phrase that only points back (المسؤول الدبلوماسي المغربي)


def bare(form: str) -> str:
    """A folded word without its article."""
    return form[2:] if form.startswith("ال") and len(form) > 4 else form


def head_of(text: str) -> str:
    """The first word of a name or phrase, folded, without its article."""
    words = fold(text).split()
    return bare(words[0]) if words else ""


class Coreference:
    """Resolves descriptions within one document."""

    def __init__(self, scene: Scene, history: History) -> None:
        self.scene = scene
        self.history = history
        self.holders = Holders(scene.document)

    def resolve(self, phrase: Phrase, gender: str | None) -> Turn | None:
        """Whom a description without a name points back at."""
        voice = phrase.voice
        if voice is None or not self.definite(phrase):
            return None
        if voice.data.get("person"):
            person = self._by_title(phrase)
            if person is not None:
                return Turn(person, gender)
            if voice.data.get("back") and self._points(voice) and phrase.end - phrase.first <= _GENERIC:
                if self._another(phrase):
                    return None
                plural = voice.features.get("number") == "plural"
                turn = self.history.last(gender if not plural else None, plural, True)
                if turn is not None and (voice.data.get("generic") or plural or self._is_person(turn)):
                    return carried(turn)
            return None
        return self._institution(phrase, gender)

    def _points(self, voice: Hit) -> bool:
        return voice.analysis.article or bool(voice.data.get("pronoun"))

    def _is_person(self, turn: Turn) -> bool:
        entity = self.scene.entities.get(turn.speaker or "")
        return entity is not None and entity.type == "person"

    def _another(self, phrase: Phrase) -> bool:
        """Whether a description with a preposition brings somebody new (المتحدث باسم الجيش). After the words of a named
        person it describes him (المشرف على الملف)."""
        scene = self.scene
        found = [h for at in range(phrase.first, phrase.end) if (h := scene.hit("phrase-preposition", at)) is not None]
        if not found:
            return False
        latest = self.history.latest()
        entity = scene.entities.get(latest.speaker or "") if latest else None
        office = phrase.voice is not None and bool(phrase.voice.data.get("office"))
        return office or entity is None or entity.type != "person" or any(h.data.get("another") for h in found)

    def definite(self, phrase: Phrase) -> bool:
        voice = phrase.voice
        if voice is None:
            return False
        if self._points(voice):
            return True
        for at in range(voice.last + 1, phrase.end):
            if self.scene.hit("phrase-preposition", at) is not None:
                return False
            if self.scene.tokens[at].form.startswith("ال"):
                return True
        return False

    def _by_title(self, phrase: Phrase) -> str | None:
        """The person whose title the phrase repeats: وزير الخارجية after وزير الشؤون الخارجية ناصر بوريطة."""
        scene = self.scene
        words = [t.form for t in scene.tokens[phrase.first : phrase.end] if t.kind == "word"]
        words[0] = words[0][1:] if scene.conjunction(phrase.first) else words[0]
        return self.holders.holder(words, scene.tokens[phrase.first].start)

    def _institution(self, phrase: Phrase, gender: str | None) -> Turn | None:
        """ "الوزارة", "الحركة" alone: the body of that sort named last."""
        scene, voice = self.scene, phrase.voice
        if voice is None or not voice.analysis.article or phrase.end - phrase.first > 2:
            return None
        head = bare(voice.analysis.rest)
        for turn in reversed(self.history.turns):
            entity = scene.entities.get(turn.speaker or "")
            name = (entity.name.get("ar") or "") if entity else turn.speaker or ""
            if head == head_of(name):
                return Turn(turn.speaker, gender, turn.plural, list(turn.via) if turn.carries else [], turn.carries)
        start = scene.tokens[phrase.first].start
        for at in sorted((a for a in scene.mentions if scene.tokens[a].start < start), reverse=True):
            mention = scene.mentions[at][0]
            before = bare(scene.tokens[at - 1].form) if at else ""
            if mention.type in ("organisation", "work") and head in (head_of(mention.text), before):
                return Turn(mention.entity, gender)
        return None
