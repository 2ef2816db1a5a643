"""Whose words an agency, a paper or a document passes on: the source behind the voice that the verb has."""

from __future__ import annotations

from tawatur.read.document import Sentence
from tawatur.read.statements.chains import Chains, medium_words
from tawatur.read.statements.cues import Cue
from tawatur.read.statements.fronted import Fronted
from tawatur.read.statements.history import History, Turn
from tawatur.read.statements.markers import Content
from tawatur.read.statements.phrases import Phrase, PhraseReader
from tawatur.read.statements.scene import Scene
from tawatur.read.statements.speakers import Speakers


class Relays:
    """Finds whose words the verbs of one document pass on."""

    def __init__(self, scene: Scene, speakers: Speakers, history: History, chains: Chains, fronted: Fronted) -> None:
        self.scene = scene
        self.speakers = speakers
        self.history = history
        self.chains = chains
        self.fronted = fronted

    def of(self, cue: Cue, content: Content, sentence: Sentence) -> Turn | None:
        """Whose words an agency passes on: "نقلت الوكالة عن مسؤول قوله"."""
        if cue.frame.source is None:
            return None
        scene, reader = self.scene, PhraseReader(self.scene, sentence.last)
        for at in range(cue.last + 1, content.marker):
            gender = cue.frame.taken_up(scene.tokens[at].form)
            if gender is not None and content.subject is not None:  # "ونقل عنه كتاب قوله": whoever was spoken of
                known = self.history.last(gender, False, False)
                by = self.speakers.identify(content.subject, cue.gender).speaker
                return Turn(known.speaker, gender, known.plural, [by] if by else []) if known is not None else None
            first = self._source(cue, at)
            if first is None:
                continue
            behind = reader.read(first)
            if behind.end == first:
                return None
            turn = self.speakers.identify(behind)
            agency = self._agency(cue, content, behind, sentence)
            return Turn(
                turn.speaker, turn.gender, turn.plural, [*turn.via, *([agency] if agency else [])], bool(agency)
            )
        return self._own_words(cue, content)

    def _source(self, cue: Cue, at: int) -> int | None:
        """The token at which whoever is passed on begins behind the preposition here, or "on the tongue of"."""
        tongue = self.scene.hit("attribution", at)
        if tongue is not None and tongue.data.get("voice") and tongue.last > at:
            return tongue.last + 1
        return at + 1 if self.scene.tokens[at].form == cue.frame.source else None

    def _own_words(self, cue: Cue, content: Content) -> Turn | None:
        """Whose words a medium passes on where only their pronoun names him: "نقلت الصحيفة ⟨قوله⟩"."""
        scene = self.scene
        said = (at for at in range(cue.last + 1, content.marker) if scene.hit("saying", at) is not None)
        word = next((scene.tokens[at].text for at in said), "")
        gender = "f" if word.endswith("ها") else "m" if word.endswith("ه") else None
        if gender is None or content.subject is None:
            return None
        by, known = self.speakers.identify(content.subject, cue.gender).speaker, self.history.last(gender, False, True)
        if known is None or by is None or scene.type_of(by) != "work":
            return None
        named = (m for m, _ in scene.mentions.values() if m.entity == by)
        own = self._own(content.subject) or any(self.chains.is_own(m) for m in named)
        return Turn(known.speaker, gender, known.plural, [] if own else [by], True)

    def _own(self, phrase: Phrase) -> bool:
        """Whether a phrase names the report's own outlet, which is no link of a chain."""
        named = (self.scene.mentions.get(at) for at in range(phrase.first, phrase.end))
        return any(found is not None and self.chains.is_own(found[0]) for found in named)

    def _agency(self, cue: Cue, content: Content, behind: Phrase, sentence: Sentence) -> str | None:
        if content.subject is not None and content.subject.first < behind.first:
            medium = self.scene.hit("medium", content.subject.first)
            if medium is not None and medium.data.get("class") == "document":
                return medium_words(self.scene, content.subject.first)
            if self._own(content.subject):
                return None
            return self.speakers.identify(content.subject, cue.gender).speaker
        for at in range(behind.end, content.marker):
            found = self.scene.mentions.get(at)
            if found is not None and found[0].type in ("work", "organisation"):
                return found[0].entity
        fronted = self.fronted.before(cue, sentence)
        if fronted is not None:
            return fronted.speaker
        turn = self.history.last(cue.gender, cue.plural, False)
        return turn.speaker if turn is not None and cue.gender == "f" else None
