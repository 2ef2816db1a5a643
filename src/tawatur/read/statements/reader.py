"""The reading of statements, sentence by sentence: cues, contents, extents, speakers, chains, in one pass."""

from __future__ import annotations

from tawatur.read.document import Document, Sentence
from tawatur.read.statements.chains import Chain, Chains
from tawatur.read.statements.contents import COLON, NOUN, PREPOSITION, QUOTE, THAT, Content, ContentFinder
from tawatur.read.statements.cues import FINITE, MASDAR, PARTICIPLE, Cue, Frame, find_cues
from tawatur.read.statements.extents import Extent, Extents
from tawatur.read.statements.history import History, Turn
from tawatur.read.statements.phrases import Phrase, PhraseReader
from tawatur.read.statements.scene import Scene
from tawatur.read.statements.sources import Source, Sources
from tawatur.read.statements.speakers import Speakers
from tawatur.read.statements.subjects import Subjects
from tawatur.read.statements.told import Told
from tawatur.record.types import Span


class StatementReader:
    """Reads all statements of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.scene = Scene(document)
        self.history = History()
        self.speakers = Speakers(self.scene, self.history)
        self.chains = Chains(self.scene)
        self.extents = Extents(self.scene)
        self.cues = {c.first: c for c in find_cues(document) if self._attributes(c)}
        self.subjects = Subjects(self.scene, self.speakers, self.history)
        self.sources = Sources(self.scene, self.speakers, self.chains, self.history, self.cues)
        self.told: list[Told] = []

    def _attributes(self, cue: Cue) -> bool:
        """Whether a word of saying is not part of something else: نقلا عن, or the noun متحدثة."""
        if self.scene.hit("attribution", cue.first) is not None:
            return False
        return cue.form != PARTICIPLE or self.scene.hit("voice", cue.first) is None

    def read(self) -> list[Told]:
        for sentence in self.document.live_sentences():
            self._sentence(sentence)
        self._whole_interviews()
        return self.told

    def _sentence(self, sentence: Sentence) -> None:
        sources = self.sources.of(sentence)
        taken = {at for s in sources for at in range(s.first, s.end)}
        found: list[tuple[Cue, Content, Phrase | None]] = []
        bare: list[Cue] = []
        for at in range(sentence.first, sentence.last):
            if at in taken and at not in self.cues:
                continue
            cue = self._reading_cue(at, sentence) or self.cues.get(at)
            if cue is None or at in taken or not self.subjects.asserted(cue):
                continue
            content = self._content(cue, sentence)
            if content is None:
                bare.append(cue)
            elif self._plausible(cue, content):
                found.append((cue, content, content.subject))
        label = self._label(sentence)
        cuts = self._cuts(sentence, [c for c, _, _ in found], sources)
        first = len(self.told)
        if label is not None and not found[:1]:
            self.told.append(label)
        main: Told | None = None
        for cue, content, _ in found:
            told = self._tell(cue, content, sentence, cuts, main, sources, bare)
            if told is None:
                continue
            self.told.append(told)
            if not told.nested and not self._aside(cue):
                main = told
                self._remember(told, cue)
        self._attribute(sentence, sources, first, cuts)
        self._loose_quotes(sentence, first)
        if len(self.told) == first:
            self._topic(sentence)

    def _aside(self, cue: Cue) -> bool:
        """Whether a cue stands in a relative clause, so that the sentence is not its speaker's."""
        return self.scene.hit("relative", cue.first - 1) is not None

    def _reading_cue(self, at: int, sentence: Sentence) -> Cue | None:
        """ "وجاء في البيان أن": the document is the subject."""
        hit = self.scene.hit("reading", at)
        if hit is None or hit.last + 1 >= sentence.last:
            return None
        medium = self.scene.hit("medium", hit.last + 1)
        begins = at == sentence.first or self.scene.is_comma(at - 1) or hit.analysis.conjunction
        if medium is None or not begins:
            return None
        phrase = PhraseReader(self.scene, sentence.last).read(medium.first)
        frame = Frame({"that", "quote"}, weak=False, opening=False)
        start = self.scene.tokens[hit.first].start
        cue = Cue(hit.first, phrase.end - 1, start, medium.end, FINITE, frame, [], bool(hit.analysis.conjunction), True)
        cue.document = phrase
        return cue

    def _content(self, cue: Cue, sentence: Sentence) -> Content | None:
        limit = sentence.last
        quote = self.scene.within.get(cue.first)
        if quote is not None:
            limit = min(limit, self.document.token_at(max(quote.inner_end - 1, quote.start)) + 1)
        content = ContentFinder(self.scene, cue, limit, self.cues).find()
        if content is None and "quote" in cue.frame.takes:
            content = self._before(cue, limit)
        return content

    def _before(self, cue: Cue, limit: int) -> Content | None:
        """A quotation that its verb follows: "..."، يقول المحلل."""
        at = cue.first - 1
        while at >= 0 and self.scene.is_comma(at):
            at -= 1
        quote = self.scene.closing.get(at) if at >= 0 else None
        if quote is None or not self.extents.is_speech(quote):
            return None
        first = self.document.token_at(quote.start)
        reader = PhraseReader(self.scene, limit)
        subject = None
        for to in range(cue.last + 1, min(cue.last + 3, limit)):
            if reader.speaker_starts(to):
                subject = reader.read(to)
                break
        return Content(first, quote.start, QUOTE, cue.first, subject)

    def _plausible(self, cue: Cue, content: Content) -> bool:
        near = content.marker - cue.last <= 2
        if cue.form == MASDAR:
            prefix = cue.prefixed and content.mode in (THAT, PREPOSITION)
            subject = content.subject
            named = subject is not None and (content.mode == THAT or self._named_subject(content))
            close = subject is not None and content.marker - subject.full_end <= 2
            return (prefix and near) or (named and close and content.mode in (THAT, PREPOSITION))
        dropped = content.subject is None and cue.form == FINITE and cue.document is None
        present = all(f.get("form") == "present" for f in cue.features)
        if dropped and present and (cue.frame.explicit or content.mode == NOUN):
            return False
        if dropped and cue.frame.explicit and not cue.conjunction:
            return False
        if cue.form == FINITE and cue.frame.opening and not (cue.conjunction or cue.first == 0):
            return False
        if cue.frame.weak and not (near or content.mode in (QUOTE, COLON) or content.subject is not None):
            return False
        return True

    def _cuts(self, sentence: Sentence, cues: list[Cue], sources: list[Source]) -> list[int]:
        scene, cuts = self.scene, []
        for cue in cues:
            before = cue.first - 1
            if cue.form == PARTICIPLE:
                cuts.append(cue.first)
            elif cue.form == FINITE and before >= sentence.first:
                lead = self.subjects.lead(cue, sentence)
                if cue.conjunction or lead != cue.first or scene.is_comma(before):
                    cuts.append(lead)
        cuts.extend(s.first for s in sources if scene.is_comma(s.first - 1) or s.end >= sentence.last - 2)
        return cuts

    def _tell(
        self,
        cue: Cue,
        content: Content,
        sentence: Sentence,
        cuts: list[int],
        main: Told | None,
        sources: list[Source],
        bare: list[Cue],
    ) -> Told | None:
        extent = self.extents.of(content, sentence, cuts)
        if extent is None or extent.end - extent.start < 3:
            return None
        outer = next((t for t in reversed(self.told) if t.start <= cue.start and cue.end <= t.end), None)
        turn = self._turn(cue, content, sentence, main, outer, bare)
        if turn is None:
            if outer is not None or cue.form != FINITE or content.mode not in (THAT, QUOTE, COLON):
                return None
            turn = Turn(None)
        if outer is not None and content.mode == NOUN and not cue.frame.np_of and not self._named_subject(content):
            return None
        chain = self._chain(cue, content, sentence, main if cue.form == PARTICIPLE else None, turn)
        self._medium_after(chain, extent, sentence)
        relay = next((s for s in sources if s.relay and cue.last < s.first < content.first), None)
        if relay is not None:
            via = [turn.speaker, *chain.via] if turn.speaker else chain.via
            turn, chain.via = relay.turn, [*relay.turn.via, *via]
        if outer is not None and turn.speaker != outer.turn.speaker:
            chain.via = [*chain.via, *([outer.turn.speaker] if outer.turn.speaker else []), *outer.via]
        span = self._cue_span(cue, content, bare)
        quotes = [(extent.follow.inner_start, extent.follow.inner_end)] if extent.follow else []
        turn = Turn(turn.speaker, turn.gender, turn.plural, list(chain.via), chain.carries, turn.source)
        return Told(
            extent.start,
            extent.end,
            extent.direct,
            span,
            turn,
            chain.via,
            sentence.index,
            cue.first,
            chain.whole,
            cue.frame.denies,
            outer is not None,
            quotes,
        )

    def _named_subject(self, content: Content) -> bool:
        subject = content.subject
        return subject is not None and (subject.first in self.scene.mentions or subject.first in self.scene.roles)

    def _turn(
        self, cue: Cue, content: Content, sentence: Sentence, main: Told | None, outer: Told | None, bare: list[Cue]
    ) -> Turn | None:
        if cue.document is not None:
            return self.speakers.identify(cue.document)
        relayed = self.subjects.relayed(cue, content, sentence)
        if relayed is not None:
            return relayed
        if content.subject is not None:
            return self.speakers.identify(content.subject, cue.gender)
        if outer is not None:
            return self.subjects.nested(cue, sentence, outer)
        return self.subjects.silent(cue, sentence, main, bare)

    def _chain(self, cue: Cue, content: Content, sentence: Sentence, main: Told | None, turn: Turn) -> Chain:
        end = content.marker if content.marker > cue.last else min(cue.last + 10, sentence.last)
        chain = self.chains.between(cue.last + 1, end)
        fronted = (
            self.chains.between(sentence.first, cue.first) if main is None and self._first(cue, sentence) else Chain()
        )
        merged = list(dict.fromkeys([*turn.via, *chain.via, *fronted.via]))
        if turn.via and chain.via and turn.carries:
            merged = list(chain.via)
        if main is not None:
            merged = merged or list(main.via)
        return Chain(merged, chain.carries or turn.carries, chain.whole)

    def _medium_after(self, chain: Chain, extent: Extent, sentence: Sentence) -> None:
        """A medium named after what was said: "...، في تصريح لرويترز"."""
        at = self.document.token_at(extent.end)
        while at < sentence.last and self.scene.is_sign(at):
            at += 1
        if at + 1 < sentence.last and self.scene.hit("medium-preposition", at) and self.scene.hit("medium", at + 1):
            after = self.chains.between(at, min(at + 10, sentence.last))
            chain.via = list(dict.fromkeys([*chain.via, *after.via]))
            chain.carries |= after.carries
            chain.whole |= after.whole

    def _first(self, cue: Cue, sentence: Sentence) -> bool:
        return not any(at in self.cues for at in range(sentence.first, cue.first))

    def _cue_span(self, cue: Cue, content: Content, bare: list[Cue]) -> Span:
        start, end = cue.start, cue.end
        lead = next((b for b in bare if cue.form == PARTICIPLE and 0 < cue.first - b.last <= 5), None)
        if lead is not None:
            start = lead.start
        if content.subject is not None and content.subject.voice is None:
            medium = self.scene.hit("medium", content.subject.first)
            if medium is not None and medium.first == cue.last + 1:
                end = medium.end
        return self.document.span(start, end)

    def _remember(self, told: Told, cue: Cue) -> None:
        turn = told.turn
        turn.gender = cue.gender if cue.form == FINITE and not cue.plural else turn.gender
        turn.plural = turn.plural or cue.plural
        if turn.speaker is None:
            return
        self.history.add(turn)
        if turn.source:
            self.history.source = turn
        if turn.carries and not told.whole and told.via[:1] and told.via[0] not in self.scene.entities:
            self.history.document = turn

    def _label(self, sentence: Sentence) -> Told | None:
        """A headline's "بوريطة: ..."."""
        scene, first = self.scene, sentence.first
        reader = PhraseReader(scene, sentence.last)
        if not reader.speaker_starts(first) or sentence.last - first > 40:
            return None
        phrase = reader.read(first)
        at = phrase.end
        if at >= sentence.last - 1 or scene.tokens[at].form != ":" or at - first > 8:
            return None
        name = scene.mentions.get(first)
        if name is not None and name[0].type == "place" and sentence.paragraph > 0:
            return None
        content = Content(at + 1, scene.tokens[at + 1].start, COLON, at, phrase)
        extent = self.extents.of(content, sentence, [])
        if extent is None or (self.scene.tokens[sentence.last - 1].form == "." and sentence.paragraph > 0):
            return None
        turn = self.speakers.identify(phrase)
        cue = self.document.span(scene.tokens[first].start, scene.tokens[at].end)
        return Told(extent.start, extent.end, extent.direct, cue, turn, [], sentence.index, first)

    def _attribute(self, sentence: Sentence, sources: list[Source], first: int, cuts: list[int]) -> None:
        for source in sources:
            mains = [t for t in self.told[first:] if not (t.start <= self.scene.tokens[source.first].start < t.end)]
            if source.own:
                continue
            near = self._cut_by(source, mains)
            if near:
                self._lengthen(near, source)
                continue
            if mains and self._governs(source, mains, sentence):
                if not source.relay:
                    self._lengthen(mains, source)
                continue
            told = self._own_sentence(sentence, source, cuts)
            if told is not None:
                self.told.append(told)
                self.history.source = source.turn
                self.history.add(source.turn)
                if source.issued and source.turn.via:
                    self.history.document = source.turn

    def _cut_by(self, source: Source, mains: list[Told]) -> list[Told]:
        start = self.scene.tokens[source.first].start
        close = [t for t in mains if 0 <= start - t.end <= 4 and not t.nested]
        if not close:
            return []
        return [t for t in mains if t.turn.speaker == close[-1].turn.speaker]

    def _governs(self, source: Source, mains: list[Told], sentence: Sentence) -> bool:
        """Whether an attribution before or between the words of a statement belongs to it."""
        start = self.scene.tokens[source.first].start
        return any(t.start > start for t in mains)

    def _lengthen(self, mains: list[Told], source: Source) -> None:
        turn = source.turn
        for told in mains:
            if source.relay and told.turn.speaker and self._is_medium(told.turn.speaker):
                told.via = [*turn.via, told.turn.speaker, *told.via]
                told.turn = Turn(turn.speaker, turn.gender, turn.plural, list(told.via), True)
                continue
            links = list(turn.via)
            if turn.speaker and turn.speaker != told.turn.speaker and not (links and not source.issued):
                links = [*links, turn.speaker]
            told.via = list(dict.fromkeys([*told.via, *links]))
        if turn.speaker and not any(t.turn.source for t in mains):
            self.history.source = turn

    def _is_medium(self, speaker: str) -> bool:
        entity = self.scene.entities.get(speaker)
        return entity is not None and entity.type == "work"

    def _own_sentence(self, sentence: Sentence, source: Source, cuts: list[int]) -> Told | None:
        scene = self.scene
        lead = self.subjects.after_openers(sentence)
        if source.first <= lead + 1 and source.end < sentence.last:
            extent, marker = self._after_source(sentence, source, cuts)
        else:
            extent, marker = self._before_source(sentence, source, lead), source.first
        if extent is None or extent.end - extent.start < 12:
            return None
        turn = source.turn
        cue = self.document.span(scene.tokens[source.first].start, source.cue_end)
        return Told(extent.start, extent.end, extent.direct, cue, turn, list(turn.via), sentence.index, source.first)

    def _after_source(self, sentence: Sentence, source: Source, cuts: list[int]) -> tuple[Extent | None, int]:
        scene, at = self.scene, source.end
        while at < sentence.last and (scene.is_comma(at) or at in scene.times):
            at = scene.times[at] + 1 if at in scene.times else at + 1
        if at < sentence.last and (at in scene.resumed or scene.hit("complementiser", at) is not None):
            at += 1
        if at >= sentence.last:
            return None, at
        content = Content(at, scene.tokens[at].start, THAT, at, None)
        return self.extents.of(content, sentence, [c for c in cuts if c > at]), at

    def _before_source(self, sentence: Sentence, source: Source, lead: int) -> Extent | None:
        scene = self.scene
        own = scene.hit("own-voice", lead)
        if own is not None:
            lead = own.last + 1
            for at in range(lead, min(lead + 8, source.first)):
                if scene.hit("complementiser", at) is not None:
                    lead = at + 1
                    break
        breaks = [
            at
            for at in range(lead + 1, source.first - 3)
            if scene.hit("statement-break", at) is not None and scene.is_comma(at - 1)
        ]
        said = [t.end for t in self.told if t.sentence == sentence.index]
        if breaks:
            hit = scene.hit("statement-break", breaks[-1])
            lead = hit.last + 1 if hit else lead
        if lead >= source.first or any(end > scene.tokens[lead].start for end in said):
            return None
        start = scene.tokens[lead].start + (1 if scene.conjunction(lead) else 0)
        end = scene.tokens[source.first].start
        content = Content(lead, start, THAT, lead, None)
        quote = scene.opening.get(lead)
        if quote is not None and quote.end <= end and not scene.text[quote.end : end].strip(" ،,.؛"):
            return Extent(quote.inner_start, quote.inner_end, True)
        del content
        return self.extents.trimmed(start, end)

    def _loose_quotes(self, sentence: Sentence, first: int) -> None:
        """A paragraph that is nothing but a quotation goes on with the last speaker's words."""
        scene = self.scene
        quote = scene.opening.get(sentence.first)
        if quote is None or len(self.told) > first or any(t.start <= quote.start < t.end for t in self.told):
            return
        rest = scene.text[quote.end : max(sentence.end, quote.end)].strip(" .،,")
        if rest or not self.extents.is_speech(quote):
            return
        if quote.inner_end - quote.inner_start < 40:
            return
        turn = self.history.latest()
        if turn is None:
            return
        via = list(turn.via) if turn.carries else []
        self.told.append(
            Told(quote.inner_start, quote.inner_end, True, None, turn, via, sentence.index, sentence.first)
        )

    def _topic(self, sentence: Sentence) -> None:
        turn = self.subjects.topic(sentence)
        if turn is not None:
            self.history.add(Turn(turn.speaker, None, turn.plural, [], False, spoke=False))

    def _whole_interviews(self) -> None:
        """An interview holds for everything its speaker says in the report."""
        whole = {t.turn.speaker: t.via for t in self.told if t.whole and t.turn.speaker and not t.nested}
        for told in self.told:
            if not told.via and not told.nested and told.turn.speaker in whole:
                told.via = list(whole[told.turn.speaker])
