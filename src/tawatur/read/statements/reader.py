"""The reading of statements, sentence by sentence: cues, contents, extents, speakers, chains, in one pass."""

from __future__ import annotations

from bisect import bisect_left

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document, Sentence
from tawatur.read.statements.chains import Chains
from tawatur.read.statements.clauses import Clauses
from tawatur.read.statements.contents import ContentFinder
from tawatur.read.statements.cues import FINITE, PARTICIPLE, Cue, Frame, find_cues
from tawatur.read.statements.extents import Extents
from tawatur.read.statements.fronted import Fronted
from tawatur.read.statements.history import History, Told, Turn
from tawatur.read.statements.loose import headline, loose_quotation
from tawatur.read.statements.markers import Content
from tawatur.read.statements.occasions import Occasions
from tawatur.read.statements.phrases import Phrase, PhraseReader
from tawatur.read.statements.plausible import plausible, quotation_before
from tawatur.read.statements.relays import Relays
from tawatur.read.statements.scene import Scene
from tawatur.read.statements.sources import Source, Sources
from tawatur.read.statements.speakers import Speakers
from tawatur.read.statements.subjects import Subjects
from tawatur.read.statements.tails import Tails
from tawatur.read.statements.teller import Candidate, Clause, Teller
from tawatur.read.statements.topics import Topics

_THERE = 20  # tokens between a document and what it says, "which says in it"
_ADJUNCT = 5  # tokens between "but" and the verb
_MARKS = 2  # characters that may close a quotation after what is said


class StatementReader:
    """Reads all statements of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.scene = Scene(document)
        blessings = (h for h in document.hits("particle") if h.data["class"] == "pause" and h.last > h.first)
        self.formulas = {at for h in blessings for at in range(h.first + 1, h.last + 1)}  # صلى الله عليه وسلم
        self.history = History()
        self.speakers = Speakers(self.scene, self.history)
        chains = Chains(self.scene)
        self.extents = Extents(self.scene)
        self.cues = {c.first: c for c in find_cues(document) if self._attributes(c)}
        self.places = sorted({*self.cues, *self.scene.places("reading")})
        self.clauses = Clauses(self.scene)
        self.topics = Topics(self.scene, self.speakers, self.clauses)
        self.fronted = Fronted(self.scene, self.speakers, self.clauses, self.topics)
        self.subjects = Subjects(self.scene, self.speakers, self.history, self.clauses, self.topics, self.fronted)
        relays = Relays(self.scene, self.speakers, self.history, chains, self.fronted)
        self.sources = Sources(self.scene, self.speakers, chains, self.history, self.cues)
        self.teller = Teller(self.scene, self.speakers, self.subjects, relays, chains, self.extents, self.cues)
        self.tails = Tails(self.scene, self.clauses, self.topics, self.extents, self.history)
        self.occasions = Occasions(self.scene, self.history, chains, self.clauses)
        self.told: list[Told] = []

    def _attributes(self, cue: Cue) -> bool:
        """Whether a word of saying is not part of something else: نقلا عن, or the noun متحدثة."""
        named = self.scene.named.get(cue.first)
        if named is not None and not (cue.start == named.start and self._leads(cue)):
            return False
        if self.scene.hit("attribution", cue.first) or self._passes_on(cue) or self._idiom(cue):
            return False
        if cue.form == FINITE and self._governed(cue):
            return False
        beside = cue.first > 0 and self.scene.is_comma(cue.first - 1)  # "...، داعية الحكومة إلى": no preacher
        return cue.form != PARTICIPLE or beside or self.scene.hit("voice", cue.first) is None

    def _governed(self, cue: Cue) -> bool:
        """Whether a preposition stands before what looks like a verb, so that it is a noun: عن أمله."""
        scene, before = self.scene, cue.first - 1
        if cue.conjunction or scene.hit("phrase-preposition", before) is None:
            return False
        opener = scene.hit("clause-opener", before - 1)
        return opener is None or opener.last < before

    def _passes_on(self, cue: Cue) -> bool:
        """Whether a verb only says who passed a document on (بيان نقلته وكالة ...), and is no وفق ما نقلته."""
        if self.scene.hit("passed-by", cue.first) is None:
            return False
        return self.scene.ending("attribution", cue.first - 1, 2) is None

    def _idiom(self, cue: Cue) -> bool:
        """Whether a word is part of a preposition (ردا على) or of a number (اثني عشر)."""
        scene = self.scene
        preposition = scene.hit("clause-preposition", cue.first)
        return cue.first in scene.counted or (preposition is not None and preposition.last > cue.last)

    def _leads(self, cue: Cue) -> bool:
        sentence = self.scene.sentence(cue.first)
        return sentence is not None and cue.first == sentence.first

    def read(self) -> list[Told]:
        """All statements in the order of their cues, quotations inside them not yet told apart."""
        for sentence in self.document.live_sentences():
            self._sentence(sentence)
        self.occasions.carry(self.told)
        return self.told

    def _sentence(self, sentence: Sentence) -> None:
        self.occasions.announced(sentence, self.told, self.cues)
        sources = self.sources.of(sentence)
        found, bare = self._candidates(sentence, sources)
        clause = Clause(sentence, self._cuts(sentence, [c.cue for c in found], sources), sources, bare)
        first = len(self.told)
        if not found:
            self._append(headline(self.scene, self.speakers, self.extents, sentence))
        for candidate in found:
            told = self.teller.tell(candidate, clause, self.told)
            if told is None:
                continue
            self.told.append(told)
            self._drop_relay(told, candidate.cue, sentence)
            if not told.nested and not self._aside(candidate.cue):
                clause.main = told
                self._remember(told, candidate)
        if len(self.told) > first:
            self.occasions.announced(sentence, self.told, self.cues, within=True)
        before = [t for t in self.told[:first] if t.sentence == sentence.index - 1]
        self.told.extend(self.tails.attribute(clause, self.told[first:], before))
        if len(self.told) == first:
            self._append(loose_quotation(self.scene, self.extents, self.history, sentence, self.told))
        if len(self.told) == first:
            self._topic(sentence)

    def _drop_relay(self, told: Told, cue: Cue, sentence: Sentence) -> None:
        """Drop what a medium says that only passes on another: "ذكرت الوكالة أن الوزير أعلن"."""
        outer = next((t for t in reversed(self.told[:-1]) if t.start <= cue.start and cue.end <= t.end), None)
        if outer is None or not told.nested or outer.end - told.end > _MARKS or outer.direct:
            return
        if self.scene.type_of(outer.turn.speaker) != "work" or not self.fronted.embedded(cue, sentence):
            return
        if self.scene.document.token_at(outer.start) == self.clauses.clause_start(cue, sentence):
            self.told.remove(outer)

    def _append(self, told: Told | None) -> None:
        if told is not None:
            self.told.append(told)

    def _candidates(self, sentence: Sentence, sources: list[Source]) -> tuple[list[Candidate], list[Cue]]:
        """The cues of a sentence with their contents, and those that have none."""
        taken = {at for s in sources for at in range(s.first, s.end)}
        found: list[Candidate] = []
        bare: list[Cue] = []
        first, last = bisect_left(self.places, sentence.first), bisect_left(self.places, sentence.last)
        for at in self.places[first:last]:
            cue = None if at in taken else self._reading_cue(at, sentence) or self.cues.get(at)
            if cue is None or not self.clauses.asserted(cue) or self.fronted.inanimate(cue, sentence):
                continue
            if cue.first in self.formulas:
                continue
            fronted = self.fronted.embedded(cue, sentence)
            content = self._content(cue, sentence.last, sources, fronted, self._continues(cue, found))
            if content is None:
                bare.append(cue)
            elif plausible(self.scene, cue, content, fronted):
                found.append(Candidate(cue, content))
        return found, bare

    def _aside(self, cue: Cue) -> bool:
        """Whether a cue stands in a relative clause, so that the sentence is not its speaker's."""
        return self.scene.hit("relative", cue.first - 1) is not None

    def _reading_cue(self, at: int, sentence: Sentence) -> Cue | None:
        """ "وجاء في البيان أن": the document is the subject."""
        hit = self.scene.hit("reading", at)
        if hit is None or hit.last + 1 >= sentence.last:
            return None
        if hit.data.get("pronoun"):
            return self._read_there(hit, sentence)
        medium = self.scene.hit("medium", hit.last + 1)
        begins = at == sentence.first or self.scene.is_comma(at - 1) or hit.analysis.conjunction
        if medium is None or not begins:
            return None
        phrase = PhraseReader(self.scene, sentence.last).read(medium.first)
        return self._of_document(hit, phrase, phrase.end - 1, medium.end, bool(hit.analysis.conjunction))

    def _of_document(self, hit: Hit, document: Phrase, last: int, end: int, conjunction: bool = False) -> Cue:
        """A cue up to a token and an offset whose subject is a document."""
        frame, start = Frame({"that", "quote"}, weak=False, opening=False), self.scene.tokens[hit.first].start
        return Cue(hit.first, last, start, end, FINITE, frame, [], conjunction, suffix=True, document=document)

    def _read_there(self, hit: Hit, sentence: Sentence) -> Cue | None:
        """What a document before its cue says: "نشر تغريدة للناشط فلان، ⟨جاء فيها⟩ ..."."""
        scene = self.scene
        back = range(hit.first - 1, max(hit.first - _THERE, sentence.first - 1), -1)
        at = next((to for to in back if scene.hit("medium", to) is not None), None)
        if at is None:
            return None
        return self._of_document(hit, PhraseReader(scene, hit.first, nominal=True).read(at), hit.last, hit.end)

    def _continues(self, cue: Cue, found: list[Candidate]) -> bool:
        """Whether a verb may go on with the speaker of a verb before it in its sentence: "قال الوزير إن ... ودعا"."""
        before = (c.cue for c in found if c.cue.form == FINITE and c.cue.first < cue.first)
        return cue.conjunction and any(b.gender is None or cue.gender in (None, b.gender) for b in before)

    def _content(self, cue: Cue, limit: int, sources: list[Source], fronted: bool, continued: bool) -> Content | None:
        quote = self.scene.within.get(cue.first)
        if quote is not None:
            limit = min(limit, self.scene.after_quoted(quote))
        asides = {s.first: s.end for s in sources if s.first > cue.last and not s.relay}
        content = ContentFinder(self.scene, cue, limit, self.cues, fronted, asides, continued).find()
        if content is None and "quote" in cue.frame.takes:
            content = quotation_before(self.scene, cue, limit, self.extents.is_speech)
        return content

    def _cuts(self, sentence: Sentence, cues: list[Cue], sources: list[Source]) -> list[int]:
        scene, cuts, embedded = self.scene, list[int](), False
        for cue in cues:
            before = cue.first - 1
            if cue.form == PARTICIPLE:
                cuts.append(cue.first)
            elif cue.form == FINITE and before >= sentence.first:
                lead = self.clauses.lead(cue, sentence)
                if self.fronted.embedded(cue, sentence):
                    embedded = embedded or cue.first not in scene.within
                    continue
                if embedded and self._taken_up(lead, cue):
                    continue
                contrast = self.clauses.fronting(cue, sentence)
                contrast = contrast if contrast is not None else self._contrast(cue, sentence)
                then = scene.hit("not-said", before - 1)
                if then is not None and then.data.get("then") and then.last == before:
                    cuts.append(then.first)  # "... ⟨قبل أن⟩ يضيف"
                elif contrast is not None:
                    cuts.append(contrast)
                elif cue.conjunction or lead != cue.first or scene.is_comma(before):
                    cuts.append(lead)
        cuts.extend(s.first for s in sources if scene.is_comma(s.first - 1) or s.end >= sentence.last - 2)
        return cuts

    def _contrast(self, cue: Cue, sentence: Sentence) -> int | None:
        """Where "but" leads to a cue with nothing but adjuncts between: "لكن بعد ساعات أعلن"."""
        for at in range(max(cue.first - _ADJUNCT, sentence.first), cue.first):
            hit = self.clauses.contrast(at)
            if hit is not None:
                between = range(hit.last + 1, cue.first)
                return None if any(self.scene.hit("complementiser", to) for to in between) else at
        return None

    def _taken_up(self, lead: int, cue: Cue) -> bool:
        """Whether a pronoun takes up the subject of the clause before: "ولكنه أبدى"."""
        hits = (self.scene.hit("sentence-opener", at) for at in range(lead, cue.first))
        return any(hit is not None and hit.data.get("resumes") for hit in hits)

    def _remember(self, told: Told, candidate: Candidate) -> None:
        turn, cue = told.turn, candidate.cue
        subject = candidate.content.subject
        document = subject is not None and self.scene.hit("medium", subject.first) is not None
        passes = cue.frame.source is not None or turn.source  # "نقلت الوكالة عن الوزير", "ذكرت نقلا عن مصدر"
        relayed = passes and bool(told.via)  # the agency's verb
        if cue.form == FINITE and not cue.plural and not relayed:
            turn.gender = None if document else cue.gender
        turn.plural = turn.plural or cue.plural
        if turn.speaker is None:
            return
        if turn.source and subject is not None and told.via[:1] and told.via[0] in self.scene.entities:
            self.history.add(Turn(told.via[0], cue.gender))  # who passes a source on may go on by itself
        self.history.add(turn)
        if turn.source:
            self.history.source = turn
        if turn.carries and not told.whole and told.via[:1] and told.via[0] not in self.scene.entities:
            self.history.document = turn

    def _topic(self, sentence: Sentence) -> None:
        if self.subjects.in_speech(sentence):
            return  # whom it is about says nothing
        turn = self.topics.onward(sentence)
        if turn is not None:
            self.history.add(Turn(turn.speaker, turn.gender, turn.plural, [], False, spoke=False))
