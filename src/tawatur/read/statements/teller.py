"""From a cue with its content to a statement: extent, speaker, chain, cue span."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tawatur.read.document import Sentence
from tawatur.read.statements.chains import Chain, Chains, medium_words
from tawatur.read.statements.cues import FINITE, PARTICIPLE, Cue
from tawatur.read.statements.extents import Extent, Extents
from tawatur.read.statements.history import Told, Turn, carried
from tawatur.read.statements.markers import NOUN, PREPOSITION, Content
from tawatur.read.statements.phrases import Phrase
from tawatur.read.statements.plausible import named_subject
from tawatur.read.statements.relays import Relays
from tawatur.read.statements.scene import Scene
from tawatur.read.statements.sources import Source
from tawatur.read.statements.speakers import Speakers
from tawatur.read.statements.subjects import Subjects
from tawatur.record.types import Span

_SHORTEST = 3  # characters that can be said


@dataclass(slots=True)
class Candidate:
    """A cue and where its content begins."""

    cue: Cue
    content: Content


@dataclass(slots=True)
class Clause:
    """What is known of the sentence that is being read: where another voice takes over (`cuts`, tokens), its
    attributions, its cues without content, and its last statement that is no aside."""

    sentence: Sentence
    cuts: list[int]
    sources: list[Source]
    bare: list[Cue]
    main: Told | None = None


class Teller:
    """Builds the statements of one document."""

    def __init__(
        self,
        scene: Scene,
        speakers: Speakers,
        subjects: Subjects,
        relays: Relays,
        chains: Chains,
        extents: Extents,
        cues: dict[int, Cue],
    ) -> None:
        self.scene = scene
        self.speakers = speakers
        self.subjects = subjects
        self.relays = relays
        self.chains = chains
        self.extents = extents
        self.cues = cues

    def tell(self, candidate: Candidate, clause: Clause, told: list[Told]) -> Told | None:
        """The statement of a cue, or None where it is none after all. `told`: the report's statements so far."""
        cue, content = candidate.cue, candidate.content
        extent = self.extents.of(content, clause.sentence, [*clause.cuts, *self._clause_ends(cue, content, clause)])
        if extent is None or extent.end - extent.start < _SHORTEST or self._points(content, extent):
            return None
        outer = next((t for t in reversed(told) if t.start <= cue.start and cue.end <= t.end), None)
        if outer is not None and outer.start == cue.start and outer.stance:
            return None  # عبر عن ⟦أمله في أن⟧
        if outer is not None and content.mode == NOUN and not (cue.frame.np_of or named_subject(self.scene, content)):
            return None
        if self._describes(cue, content, clause, outer) or self._of_the_noun_before(cue, content):
            return None
        turn = self._turn(cue, content, clause, outer)
        if turn is None:
            if outer is not None or cue.form != FINITE or content.mode == NOUN or not cue.conjunction:
                return None
            turn = Turn(None)  # somebody says so, but nothing tells who
        return self._told(candidate, clause, extent, turn, outer)

    def _clause_ends(self, cue: Cue, content: Content, clause: Clause) -> list[int]:
        """Where a relative clause ends with a noun phrase that is said: "لندن، التي تتهم موسكو بالتجسس⟨، أكثر من"."""
        scene = self.scene
        if scene.hit("relative", cue.first - 1) is None or content.mode not in (NOUN, PREPOSITION):
            return []
        commas = (at for at in range(content.first, clause.sentence.last - 1) if scene.is_comma(at))
        ends = next((at for at in commas if not scene.conjunction(at + 1)), None)
        return [] if ends is None else [ends]

    def _points(self, content: Content, extent: Extent) -> bool:
        """Whether a content only points at what was told already: "وأعلن المتحدث ذلك"."""
        pointing = self.scene.hit("demonstrative", content.first) is not None
        return pointing and extent.end <= self.scene.tokens[content.first].end

    def _describes(self, cue: Cue, content: Content, clause: Clause, outer: Told | None) -> bool:
        """Whether a participle describes its noun and attributes nothing: "كلاب كاشفة عن المخدرات". One that has
        somebody for its object speaks: "قطعت العلاقات ⟨متهمة إياها⟩ ب"."""
        behind = self.scene.hit("cue-adjunct", cue.last + 1)
        if behind is not None and behind.data.get("object"):
            return False
        alone = clause.main is None and outer is None and not clause.bare
        beside = cue.form == PARTICIPLE and not self.scene.is_sign(cue.first - 1)
        return alone and beside and content.mode == PREPOSITION

    def _of_the_noun_before(self, cue: Cue, content: Content) -> bool:
        """Whether what is said is the noun that a relative clause speaks of, and nothing behind its verb: "المبلغ الذي
        تعهد به المانحون يغطي"."""
        scene = self.scene
        relative = scene.hit("relative", cue.first - 1) is not None
        return relative and content.mode == NOUN and scene.hit("taken-up", cue.last + 1) is not None

    def _told(self, candidate: Candidate, clause: Clause, extent: Extent, turn: Turn, outer: Told | None) -> Told:
        cue, content, sentence = candidate.cue, candidate.content, clause.sentence
        chain = self._chain(cue, content, clause, turn)
        self._medium_after(chain, extent, sentence)
        relay = next((s for s in clause.sources if s.relay and cue.last < s.first < content.first), None)
        if relay is not None:
            chain.via = [*relay.turn.via, *([turn.speaker] if turn.speaker else []), *chain.via]
            turn = relay.turn
        if outer is not None and turn.speaker != outer.turn.speaker:
            chain.via = [*chain.via, *([outer.turn.speaker] if outer.turn.speaker else []), *outer.via]
        quotes = [(extent.follow.inner_start, extent.follow.inner_end)] if extent.follow else []
        turn = replace(turn, via=list(chain.via), carries=chain.carries, spoke=True)
        return Told(
            extent.start,
            extent.end,
            extent.direct,
            self._cue_span(cue, content, clause.bare),
            turn,
            chain.via,
            sentence.index,
            whole=chain.whole,
            onward=cue.frame.source is not None and bool(chain.via) and turn.carries,
            denies=cue.frame.denies,
            nested=outer is not None,
            quotes=quotes,
            follows=cue.form == PARTICIPLE and clause.main is None and not clause.bare,
            stance=content.mode in (NOUN, PREPOSITION),
        )

    def _turn(self, cue: Cue, content: Content, clause: Clause, outer: Told | None) -> Turn | None:
        if cue.document is not None:
            return self._of_document(cue.document, cue, clause)
        relayed = self.relays.of(cue, content, clause.sentence)
        if relayed is not None:
            return relayed
        if content.subject is not None:
            return self._again(self.speakers.identify(content.subject, cue.gender), cue)
        if outer is not None:
            return self.subjects.nested(cue, clause.sentence, outer)
        if cue.form == PARTICIPLE and clause.main is None and not clause.bare:
            source = self._source_before(cue, clause)
            if source is not None:
                return source.turn
        turn = self.subjects.silent(cue, clause.sentence, clause.main, clause.bare)
        return self._again(turn, cue) if turn is not None and cue.frame.adds else turn

    def _of_document(self, phrase: Phrase, cue: Cue, clause: Clause) -> Turn:
        """Who says what stands in a document: its issuer, else the source before it in its sentence: "التقى الوزيران
        حسب ما أعلنت البلدية، وجاء في بيان أن"."""
        turn = self.speakers.identify(phrase)
        source = self._source_before(cue, clause)
        if turn.via or source is None:
            return turn
        return Turn(source.turn.speaker, None, source.turn.plural, [medium_words(self.scene, phrase.first)], True)

    def _source_before(self, cue: Cue, clause: Clause) -> Source | None:
        """The last attribution before a cue that tells who speaks."""
        return next((s for s in reversed(clause.sources) if s.end <= cue.first and s.turn.speaker), None)

    def _again(self, turn: Turn, cue: Cue) -> Turn:
        """A speaker named anew who only goes on with a speech is heard through the same medium (وقال فلان) or document
        (وأضاف فلان)."""
        latest = self.speakers.history.latest()
        if latest is None or latest.speaker != turn.speaker or turn.via or not latest.via:
            return turn
        if latest.passed and cue.frame.adds:
            return replace(turn, via=list(latest.via), passed=True)
        if not latest.carries:
            return turn
        medium = latest.via[0] in self.scene.entities
        return carried(latest) if cue.frame.adds or (medium and cue.conjunction) else turn

    def _chain(self, cue: Cue, content: Content, clause: Clause, turn: Turn) -> Chain:
        sentence = clause.sentence
        main = clause.main if cue.form == PARTICIPLE else None
        end = content.marker if content.marker > cue.last else min(cue.last + 10, sentence.last)
        chain = self.chains.between(cue.last + 1, end, told=cue.frame.tells)
        leads = main is None and not any(at in self.cues for at in range(sentence.first, cue.first))
        fronted = self.chains.between(sentence.first, cue.first) if leads else Chain()
        chain.via = [v for v in chain.via if v != turn.speaker]
        merged = list(dict.fromkeys([*turn.via, *chain.via, *fronted.via]))
        if turn.via and chain.via and turn.carries:
            merged = list(chain.via)
        if main is not None:
            merged = merged or list(main.via)
        return Chain(merged, chain.carries or turn.carries, chain.whole)

    def _medium_after(self, chain: Chain, extent: Extent, sentence: Sentence) -> None:
        """A medium named after what was said: "...، في تصريح لرويترز"."""
        at = self.scene.document.token_at(extent.end)
        while at < sentence.last and self.scene.is_sign(at):
            at += 1
        that = self.scene.hit("statement-break", at) if at < sentence.last else None
        if that is not None and that.data.get("explains"):
            at = that.last  # "...، وذلك ⟨في⟩ بيان"
        leads = self.scene.hit("medium-preposition", at) if at + 1 < sentence.last else None
        if leads is not None and (leads.data.get("through") or self.scene.hit("medium", at + 1)):
            after = self.chains.between(at, min(at + 10, sentence.last))
            chain.via = list(dict.fromkeys([*chain.via, *after.via]))
            chain.carries |= after.carries
            chain.whole |= after.whole

    def _cue_span(self, cue: Cue, content: Content, bare: list[Cue]) -> Span:
        start, end = cue.start, cue.end
        finite = (b for b in bare if b.form == FINITE and not b.frame.opening)
        lead = next((b for b in finite if cue.form == PARTICIPLE and 0 < cue.first - b.last <= 5), None)
        if lead is not None:
            start = lead.start
        if content.subject is not None and content.subject.voice is None:
            medium = self.scene.hit("medium", content.subject.first)
            if medium is not None and medium.first == cue.last + 1:
                end = medium.end
        return self.scene.document.span(start, end)
