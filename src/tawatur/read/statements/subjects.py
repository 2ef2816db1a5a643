"""Who a cue's subject is when no noun phrase follows it: who stands before it, an outer voice, the last voice."""

from __future__ import annotations

from tawatur.read.document import Sentence
from tawatur.read.statements.clauses import Clauses
from tawatur.read.statements.cues import FINITE, MASDAR, PARTICIPLE, Cue
from tawatur.read.statements.fronted import Fronted
from tawatur.read.statements.history import History, Told, Turn, carried
from tawatur.read.statements.phrases import PhraseReader
from tawatur.read.statements.scene import Scene
from tawatur.read.statements.speakers import Speakers
from tawatur.read.statements.topics import Topics
from tawatur.text.affixes import definite

_NO_NOUN = (  # kinds of words that are no noun that a verb describes
    "voice",
    "medium",
    "clause-opener",
    "sentence-opener",
    "statement-break",
    "complementiser",
    "relative",
    "cue-adjunct",
    "attribution",
    "source-adjective",
    "phrase-preposition",
    "not-said",
)


class Subjects:
    """Finds the subjects of one document that do not stand after their verb."""

    def __init__(
        self, scene: Scene, speakers: Speakers, history: History, clauses: Clauses, topics: Topics, fronted: Fronted
    ) -> None:
        self.scene = scene
        self.speakers = speakers
        self.history = history
        self.clauses = clauses
        self.topics = topics
        self.fronted = fronted

    def _of_content(self, cue: Cue, outer: Told) -> Turn | None:
        """The subject that what is said begins with, for a later verb in it: "أن الوزير شكر ... وعبر عن ..."."""
        first = self.scene.document.token_at(outer.start)
        reader = PhraseReader(self.scene, cue.first, nominal=True)
        if cue.form != FINITE or cue.plural or not reader.speaker_starts(first):
            return None
        turn = self.speakers.identify(reader.read(first), None)
        return turn if turn.speaker in self.scene.entities and not turn.plural else None

    def _several(self, cue: Cue, outer: Told) -> Turn | None:
        """Those whom one speaker tells of, where a participle is theirs: "أن التجار أخفوا السلع، ⟨مدعين⟩ أن"."""
        first = self.scene.document.token_at(outer.start)
        reader = PhraseReader(self.scene, cue.first, nominal=True)
        turn = self.speakers.identify(reader.read(first)) if reader.speaker_starts(first) else None
        return turn if turn is not None and turn.plural else None

    def nested(self, cue: Cue, sentence: Sentence, outer: Told) -> Turn | None:
        """The subject of a verb of saying inside what another says."""
        before = self.scene.hit("complementiser", cue.first - 1)
        if before is not None and self.scene.tokens[cue.first - 1].form.endswith(("ه", "ها")):
            return None if outer.start == cue.start else outer.turn  # قال إنه يرحب ب: one statement
        if cue.form == PARTICIPLE:
            return (self._several(cue, outer) if cue.plural and not outer.turn.plural else None) or outer.turn
        topic = self.fronted.before(cue, sentence)
        if topic is None and (cue.conjunction or self.clauses.lead(cue, sentence) < cue.first):
            topic = self._of_content(cue, outer)
        return topic

    def silent(self, cue: Cue, sentence: Sentence, main: Told | None, bare: list[Cue]) -> Turn | None:
        """The subject of a verb, participle or verbal noun that has none after it."""
        if cue.form == PARTICIPLE:
            return self._of_participle(cue, sentence, main, bare)
        if cue.form == MASDAR:
            return (main.turn if main else None) or self.topics.of(sentence)
        known = self.fronted.before(cue, sentence)
        if known is None and self._describes_noun(cue, sentence):
            return None
        return (
            known
            or self._of_sentence(cue, sentence, main)
            or self._named_first(cue, sentence, main)
            or self.speakers.dropped(cue)
        )

    def in_speech(self, sentence: Sentence) -> bool:
        """Whether a sentence begins within a quotation, so that whoever speaks was named before it."""
        quote = self.scene.within.get(sentence.first)
        return quote is not None and quote.start < self.scene.tokens[sentence.first].start

    def _describes_noun(self, cue: Cue, sentence: Sentence) -> bool:
        """Whether a verb in the present describes the noun without the article right before it, so that nobody speaks:
        "شهدت المدينة وقفة ⟨تطالب⟩ بالتعويض"."""
        scene, before = self.scene, cue.first - 1
        present = bool(cue.features) and all(f.get("form") == "present" for f in cue.features)
        if not present or cue.conjunction or before <= sentence.first or not scene.is_word(before):
            return False
        led = any(scene.ending(kind, before, 3) for kind in _NO_NOUN)
        known = before in scene.named or before in scene.time_ends
        return not (led or known or definite(scene.tokens[before].form))

    def _of_participle(self, cue: Cue, sentence: Sentence, main: Told | None, bare: list[Cue]) -> Turn | None:
        if main is not None and (cue.plural or cue.gender is None or main.turn.gender in (None, cue.gender)):
            return main.turn
        if main is None and not bare and self.in_speech(sentence):
            return self.history.latest()
        lead = next((b for b in reversed(bare) if b.first < cue.first and b.form == FINITE), None)
        if lead is not None:
            found = self._after(lead, cue.first)
            return found or self.fronted.before(lead, sentence) or self.speakers.dropped(lead)
        return main.turn if main else self.topics.of(sentence) or self.history.latest()

    def _of_sentence(self, cue: Cue, sentence: Sentence, main: Told | None) -> Turn | None:
        """The sentence's own voice: who spoke in it already, the noun that a pronoun takes up, the name before."""
        if main is not None and main.turn.gender in (None, cue.gender) and not cue.plural:
            return carried(main.turn)
        if main is None and self.scene.hit("complementiser", cue.first - 1) is not None:
            topic = self.topics.of(sentence, cue.first)
            if topic is not None:
                return topic
        if not cue.conjunction and cue.first > self.clauses.after_openers(sentence) + 1:
            return self._named_before(cue, sentence)
        return None

    def _named_first(self, cue: Cue, sentence: Sentence, main: Told | None) -> Turn | None:
        """The subject of the sentence's first verb, which a second verb shares: "زار الوزير المصنع وأكد أن"."""
        if main is not None or cue.frame.adds or cue.first <= self.clauses.after_openers(sentence) + 1:
            return None
        topic = self.topics.of(sentence, cue.first)
        if topic is None:
            return None
        other = self.history.last(cue.gender, False, True) if topic.gender is None else None
        if other is not None and other.gender == "f" and self.scene.type_of(topic.speaker) == "person":
            return carried(other)  # the verb is feminine and somebody feminine has spoken; the topic need not be she
        if topic.gender not in (None, cue.gender) or (cue.plural and not topic.plural):
            return None
        return topic

    def _named_before(self, cue: Cue, sentence: Sentence) -> Turn | None:
        """The name nearest before a verb within its sentence: "... ترامب ...، وهو قرار قال إنه"."""
        scene = self.scene
        if cue.plural:
            return None
        types = ("person", "organisation", "work") if cue.gender == "m" else ("place", "organisation", "person", "work")
        lead = self.clauses.after_openers(sentence)  # no name of a dateline
        for at in range(cue.first - 1, max(sentence.first, lead - 1), -1):
            found = scene.mentions.get(at)
            if found is None or found[0].type not in types or scene.name_at(at) is None:
                continue
            if found[0].type == "work" and any(scene.hit("medium", to) for to in range(sentence.first, at)):
                continue  # where it was said
            if found[0].type != "person" and scene.hit("phrase-preposition", at - 1) is not None:
                continue
            heard = (t.gender for t in self.history.turns if t.speaker == found[0].entity and t.gender is not None)
            if next(heard, cue.gender) != cue.gender:
                continue  # "حضر فلان مسيرة تطالب ب": not he
            return Turn(found[0].entity)
        return None

    def _after(self, lead: Cue, end: int) -> Turn | None:
        """The subject after a verb that has no content of its own: "واستطردت نولاند مؤكدة"."""
        reader = PhraseReader(self.scene, end, nominal=True)
        for at in range(lead.last + 1, min(lead.last + 3, end)):
            if reader.speaker_starts(at):
                return self.speakers.identify(reader.read(at), lead.gender)
        return None
