"""Who a cue's subject is when no noun phrase follows it: a topic, an antecedent, an outer voice, the last voice."""

from __future__ import annotations

from tawatur.read.document import Sentence
from tawatur.read.statements.chains import Chains, medium_words
from tawatur.read.statements.clauses import Clauses
from tawatur.read.statements.cues import FINITE, MASDAR, PARTICIPLE, Cue
from tawatur.read.statements.history import History, Told, Turn, carried
from tawatur.read.statements.markers import Content
from tawatur.read.statements.phrases import Phrase, PhraseReader, resumed
from tawatur.read.statements.scene import Scene
from tawatur.read.statements.speakers import Speakers
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
_BACK = 10  # tokens between a relative pronoun and the noun it speaks of


class Subjects:
    """Finds the subjects that do not stand after their verb."""

    def __init__(self, scene: Scene, speakers: Speakers, history: History, chains: Chains) -> None:
        self.chains = chains
        self.scene = scene
        self.speakers = speakers
        self.history = history
        self.clauses = Clauses(scene)

    def relayed(self, cue: Cue, content: Content, sentence: Sentence) -> Turn | None:
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
            if scene.tokens[at].form != cue.frame.source:
                continue
            behind = reader.read(at + 1)
            if behind.end == at + 1:
                return None
            turn = self.speakers.identify(behind)
            agency = self._agency(cue, content, behind, sentence)
            return Turn(
                turn.speaker, turn.gender, turn.plural, [*turn.via, *([agency] if agency else [])], bool(agency)
            )
        return self._own_words(cue, content)

    def _own_words(self, cue: Cue, content: Content) -> Turn | None:
        """Whose words a medium passes on where only their pronoun names him: "نقلت الصحيفة ⟨قوله⟩"."""
        scene = self.scene
        said = (at for at in range(cue.last + 1, content.marker) if scene.hit("saying", at) is not None)
        word = next((scene.tokens[at].text for at in said), "")
        gender = "f" if word.endswith("ها") else "m" if word.endswith("ه") else None
        if gender is None or content.subject is None:
            return None
        by, known = self.speakers.identify(content.subject, cue.gender).speaker, self.history.last(gender, False, True)
        medium = scene.entities.get(by or "")
        if known is None or medium is None or medium.type != "work":
            return None
        named = (m for m, _ in self.scene.mentions.values() if m.entity == medium.id)
        own = self._own(content.subject) or any(self.chains.is_own(m) for m in named)
        return Turn(known.speaker, gender, known.plural, [] if own else [medium.id], True)

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
        fronted = self.before(cue, sentence)
        if fronted is not None:
            return fronted.speaker
        turn = self.history.last(cue.gender, cue.plural, False)
        return turn.speaker if turn is not None and cue.gender == "f" else None

    def embedded(self, cue: Cue, sentence: Sentence) -> Turn | None:
        """The subject of a clause after أن that stands before its verb: "أن الرئيس، فلان، أعرب عن ..."."""
        if cue.form != FINITE or cue.conjunction:
            return None
        start = self.clauses.clause_start(cue, sentence)
        quoted = start in self.scene.opening
        before = start - 1 - quoted
        opens = before in self.scene.opening or self.scene.tokens[before].form == ":"
        if before < 0 or (self.scene.hit("complementiser", before) is None and not opens):
            return None
        return self._topic_from(start + quoted, cue)

    def inanimate(self, cue: Cue, sentence: Sentence) -> bool:
        """Whether a verb of showing has a thing before it for a subject, so nobody says so: "الإجراءات تشير إلى"."""
        if not cue.frame.report or cue.form != FINITE or cue.conjunction:
            return False
        scene, start = self.scene, self.clauses.clause_start(cue, sentence)
        if start < cue.first and scene.hit("demonstrative", start) is not None:
            start += 1
        phrase = self._topic_phrase(start, cue) if all(f.get("form") == "present" for f in cue.features) else None
        if phrase is None or phrase.voice is not None or scene.hit("medium", phrase.first) is not None:
            return False
        named = phrase.first in scene.named or scene.name_part(phrase.first)
        return not named and self.speakers.identify(phrase).speaker not in scene.entities

    def of_content(self, cue: Cue, outer: Told) -> Turn | None:
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
        topic = self.before(cue, sentence)
        if topic is None and (cue.conjunction or self.clauses.lead(cue, sentence) < cue.first):
            topic = self.of_content(cue, outer)
        return topic

    def silent(self, cue: Cue, sentence: Sentence, main: Told | None, bare: list[Cue]) -> Turn | None:
        """The subject of a verb, participle or verbal noun that has none after it."""
        if cue.form == PARTICIPLE:
            return self._of_participle(cue, sentence, main, bare)
        if cue.form == MASDAR:
            return (main.turn if main else None) or self.topic(sentence)
        known = self.before(cue, sentence)
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
        hits = (scene.hit(kind, at) for kind in _NO_NOUN for at in range(max(before - 3, 0), before + 1))
        led = any(hit is not None and hit.last == before for hit in hits)
        return not (
            led or before in scene.named or before in scene.times.values() or definite(scene.tokens[before].form)
        )

    def _of_participle(self, cue: Cue, sentence: Sentence, main: Told | None, bare: list[Cue]) -> Turn | None:
        if main is not None and (cue.plural or cue.gender is None or main.turn.gender in (None, cue.gender)):
            return main.turn
        if main is None and not bare and self.in_speech(sentence):
            return self.history.latest()
        lead = next((b for b in reversed(bare) if b.first < cue.first and b.form == FINITE), None)
        if lead is not None:
            found = self._after(lead, cue.first, sentence)
            return found or self.before(lead, sentence) or self.speakers.dropped(lead)
        return main.turn if main else self.topic(sentence) or self.history.latest()

    def _of_sentence(self, cue: Cue, sentence: Sentence, main: Told | None) -> Turn | None:
        """The sentence's own voice: who spoke in it already, the noun that a pronoun takes up, the name before."""
        if main is not None and main.turn.gender in (None, cue.gender) and not cue.plural:
            return carried(main.turn)
        if main is None and self.scene.hit("complementiser", cue.first - 1) is not None:
            topic = self.topic(sentence, cue.first)
            if topic is not None:
                return topic
        if not cue.conjunction and cue.first > self.clauses.after_openers(sentence) + 1:
            return self._named_before(cue, sentence)
        return None

    def _named_first(self, cue: Cue, sentence: Sentence, main: Told | None) -> Turn | None:
        """The subject of the sentence's first verb, which a second verb shares: "زار الوزير المصنع وأكد أن"."""
        if main is not None or cue.frame.adds or cue.first <= self.clauses.after_openers(sentence) + 1:
            return None
        topic = self.topic(sentence, cue.first)
        other = self.history.last(cue.gender, False, True) if topic is not None and topic.gender is None else None
        entity = self.scene.entities.get(topic.speaker or "") if topic is not None else None
        if other is not None and other.gender == "f" and entity is not None and entity.type == "person":
            return carried(other)  # the verb is feminine and somebody feminine has spoken; the topic need not be she
        if topic is None or topic.gender not in (None, cue.gender) or (cue.plural and not topic.plural):
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

    def _after(self, lead: Cue, end: int, sentence: Sentence) -> Turn | None:
        """The subject after a verb that has no content of its own: "واستطردت نولاند مؤكدة"."""
        reader = PhraseReader(self.scene, end, nominal=True)
        for at in range(lead.last + 1, min(lead.last + 3, end)):
            if reader.speaker_starts(at):
                return self.speakers.identify(reader.read(at), lead.gender)
        return None

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
            topic = self.topic(sentence, at)
            return Turn(topic.speaker if topic else None, None, False, [medium_words(scene, at)], True)
        start = self.clauses.clause_start(cue, sentence)
        return self._topic_from(start, cue)

    def _in_document(self, cue: Cue, sentence: Sentence) -> Turn | None:
        """Whose document the sentence tells of before a verb with a pronoun: "قدم محام شكوى أمام المحكمة يتهم فيها"."""
        topic = self.topic(sentence, cue.first)
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
        topic = self.topic(sentence, end)
        return topic if topic is not None and topic.speaker in self.scene.entities else None

    def _antecedent(self, at: int, sentence: Sentence) -> Turn | None:
        scene, reader = self.scene, PhraseReader(self.scene, at)
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

    def _topic_from(self, start: int, cue: Cue) -> Turn | None:
        """Whom the noun phrase means that stands between the start of a clause and its verb."""
        phrase = self._topic_phrase(start, cue)
        return self.speakers.identify(phrase, cue.gender) if phrase is not None else None

    def _topic_phrase(self, start: int, cue: Cue) -> Phrase | None:
        """The noun phrase from the start of a clause, where it reaches up to the verb."""
        scene, reader = self.scene, PhraseReader(self.scene, cue.first, nominal=True)
        while start < cue.first and (scene.is_comma(start) or start in scene.times):
            start = scene.times[start] + 1 if start in scene.times else start + 1
        if start >= cue.first:
            return None
        opened = scene.hit("clause-opener", start)
        start = opened.last + 1 if opened is not None and opened.last + 1 < cue.first else start
        if cue.conjunction or not (reader.speaker_starts(start) or scene.tokens[start].form.startswith("ال")):
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

    def topic(self, sentence: Sentence, end: int | None = None) -> Turn | None:
        """The subject of a sentence: the noun phrase at its beginning, or after its first verb."""
        scene, limit = self.scene, min(end or sentence.last, sentence.last)
        reader = PhraseReader(scene, limit, nominal=True)
        start = self.clauses.after_adjunct(self.clauses.after_openers(sentence), limit)
        for at in range(start, min(start + 4, limit)):
            if reader.speaker_starts(at) or (at == start + 1 and self._definite_noun(at)):
                return self.speakers.identify(reader.read(at))
        return None

    def _definite_noun(self, at: int) -> bool:
        """Whether a word with the article stands where a subject does: "وأصدر البلدان بيانا"."""
        scene = self.scene
        adjunct = at in scene.times or scene.hit("cue-adjunct", at) is not None
        return scene.tokens[at].form.startswith("ال") and not adjunct and scene.is_verb(at - 1)
