"""Statements that an attribution outside a verb makes, and the links it adds to the chains of others."""

from __future__ import annotations

from tawatur.read.document import Sentence
from tawatur.read.statements.clauses import Clauses
from tawatur.read.statements.extents import Extent, Extents
from tawatur.read.statements.history import History, Told, Turn
from tawatur.read.statements.markers import THAT, Content
from tawatur.read.statements.scene import Scene
from tawatur.read.statements.sources import Source
from tawatur.read.statements.teller import Clause
from tawatur.read.statements.topics import Topics

_SHORTEST = 12  # characters of a sentence that is all attributed
_CLAUSE = 30  # characters of a clause after what somebody else says
_NEAR = 4  # characters between the end of a statement and the attribution that closes it


class Tails:
    """Applies the attributions of sentences (بحسب، وفق، نقلا عن) to what is said there."""

    def __init__(self, scene: Scene, clauses: Clauses, topics: Topics, extents: Extents, history: History) -> None:
        self.scene = scene
        self.clauses = clauses
        self.topics = topics
        self.extents = extents
        self.history = history

    def attribute(self, clause: Clause, told: list[Told], before: list[Told]) -> list[Told]:
        """The statements of the outlet's own sentences that a source carries; `told`, the sentence's statements by
        its verbs, get the link where the source belongs to them, and `before`, those of the sentence before, where
        nothing else stands in this one."""
        found: list[Told] = []
        for source in clause.sources:
            start = self.scene.tokens[source.first].start
            if before and self._alone(clause.sentence, source) and self.scene.type_of(source.turn.speaker) == "work":
                self._lengthen(self._last(before), source)  # "the source" is still who spoke, not who passed it on
                continue
            mains = [t for t in (*told, *found) if not t.start <= start < t.end]
            leads = self._leads(source, clause.sentence)
            closed = [] if leads else self._closed_by(start, mains)
            if source.own:
                continue
            if self._own_words_first(source, told):
                mains = []
            if closed:
                self._lengthen(closed, source)
                self._take_for_source(closed, source.turn)
            elif any(t.start > start for t in mains) and not self._closes(clause, source, mains):
                if not source.relay:
                    self._lengthen(mains, source)
                    self._take_for_source(mains, source.turn)
            else:
                own = self._own_sentence(clause, source, (*told, *found))
                if own is not None:
                    found.append(own)
                    self._remember(source)
        return found

    def _closes(self, clause: Clause, source: Source, mains: list[Told]) -> bool:
        """Whether an attribution closes the newsroom's own words, and others follow with a verb of their own: "التقى
        الوزيران، ⟨حسب ما أعلنت البلدية⟩، وأكدا أن"."""
        scene, lead = self.scene, self.clauses.after_openers(clause.sentence)
        after = self.clauses.after_commas(source.end, clause.sentence.last)
        apart = scene.is_comma(source.first - 1) and after > source.end and after < clause.sentence.last
        begun = any(t.start <= scene.tokens[source.first].start for t in mains)
        return apart and not begun and source.first > lead + 1 and scene.conjunction(after)

    def _leads(self, source: Source, sentence: Sentence) -> bool:
        """Whether an attribution joined by "and" leads to what follows it: "... البلاد، ⟨ووفقا للوزارة⟩، ارتفع ..."."""
        hit = self.scene.hit("attribution", source.first)
        joined = hit is not None and bool(hit.analysis.conjunction)
        return joined and any(not self.scene.is_sign(at) for at in range(source.end, sentence.last))

    def _last(self, told: list[Told]) -> list[Told]:
        """The last statement that is nobody's words within another's, with all that is said in it and by its voice."""
        last = next((t for t in reversed(told) if not t.nested), told[-1])
        return [t for t in told if t.turn.speaker == last.turn.speaker or last.start <= t.start < last.end]

    def _alone(self, sentence: Sentence, source: Source) -> bool:
        """Whether an attribution is all of a sentence: "... بوابة". بحسب فرانس برس."""
        signs = range(source.end, sentence.last)
        return source.first == sentence.first and all(self.scene.is_sign(at) for at in signs)

    def _own_words_first(self, source: Source, told: list[Told]) -> bool:
        """Whether a source of the sentence's own words speaks on in participles: "...، بحسب الوزير، موضحا أن"."""
        start = self.scene.tokens[source.first].start
        if not told or not all(t.start > start and t.follows for t in told):
            return False
        for statement in told:
            statement.turn, statement.via = source.turn, list(source.turn.via)
        return True

    def _remember(self, source: Source) -> None:
        self.history.source = source.turn
        self.history.add(source.turn)
        if source.issued and source.turn.via:
            self.history.document = source.turn

    def _closed_by(self, start: int, mains: list[Told]) -> list[Told]:
        """The statements of the voice whose words end right before an attribution."""
        close = [t for t in mains if 0 <= start - t.end <= _NEAR and not t.nested]
        return [t for t in mains if t.turn.speaker == close[-1].turn.speaker] if close else []

    def _lengthen(self, mains: list[Told], source: Source) -> None:
        turn = source.turn
        for told in mains:
            if source.relay and told.turn.speaker and self.scene.type_of(told.turn.speaker) == "work":
                told.via = [*turn.via, told.turn.speaker, *told.via]
                told.turn = Turn(turn.speaker, turn.gender, turn.plural, list(told.via), True)
                continue
            links = list(turn.via)
            if turn.speaker and turn.speaker != told.turn.speaker and not (links and not source.issued):
                links = [*links, turn.speaker]
            told.via = list(dict.fromkeys([*told.via, *links]))
            if source.quoted:
                told.onward = True
                told.turn.via, told.turn.carries = list(told.via), True
            elif self.scene.type_of(turn.speaker) == "work" and not told.turn.via:
                told.turn.via, told.turn.passed = list(told.via), True

    def _take_for_source(self, mains: list[Told], turn: Turn) -> None:
        """Whoever an attribution names is "the source" from here on, unless a source spoke already."""
        if turn.speaker and not any(t.turn.source for t in mains):
            self.history.source = turn

    def _own_sentence(self, clause: Clause, source: Source, told: tuple[Told, ...]) -> Told | None:
        scene, sentence = self.scene, clause.sentence
        lead = self.clauses.after_openers(sentence)
        if source.end < sentence.last and (
            source.first <= lead + 1 or self._leads(source, sentence) or self._within(source, lead, sentence)
        ):
            extent = self._after_source(sentence, source, clause.cuts)
        else:
            extent = self._before_source(source, lead, told)
        if extent is None or extent.end - extent.start < _SHORTEST:
            return None
        if source.turn.speaker is None and source.turn.via:
            topic = self.topics.of(sentence)
            source.turn.speaker = topic.speaker if topic else None
        cue = scene.document.span(scene.tokens[source.first].start, source.cue_end)
        via = list(source.turn.via)
        return Told(extent.start, extent.end, extent.direct, cue, source.turn, via, sentence.index)

    def _after_source(self, sentence: Sentence, source: Source, cuts: list[int]) -> Extent | None:
        """وبحسب المصدر، فإن ..."""
        scene, at = self.scene, self.clauses.after_commas(source.end, sentence.last)
        if at < sentence.last and (at in scene.resumed or scene.hit("complementiser", at) is not None):
            at += 1
        if at >= sentence.last:
            return None
        content = Content(at, scene.tokens[at].start, THAT, at, None)
        return self.extents.of(content, sentence, [c for c in cuts if c > at])

    def _within(self, source: Source, lead: int, sentence: Sentence) -> bool:
        """Whether an attribution between commas stands before the greater part of its clause: "وأسفر القصف، وفق المرصد،
        عن مقتل 14 جنديا"."""
        scene, tokens, at = self.scene, self.scene.tokens, self.clauses.after_commas(source.end, sentence.last)
        if at >= sentence.last or not (scene.is_comma(source.first - 1) and scene.is_comma(at - 1)):
            return False
        kinds = ("statement-break", "sentence-opener", "clause-preposition", "relative")
        if scene.conjunction(at) or any(scene.hit(kind, at) for kind in kinds) or at in scene.times:
            return False
        led = scene.hit("phrase-preposition", at)
        if led is not None and not led.data.get("object"):
            return False  # "...، بحسب الشرطة، في أعنف المعارك": an adjunct, not what the verb is about
        return tokens[sentence.last - 1].end - tokens[at].start > tokens[source.first].start - tokens[lead].start

    def _before_source(self, source: Source, lead: int, told: tuple[Told, ...]) -> Extent | None:
        """...، بحسب المصدر"""
        scene = self.scene
        lead = self._after_break(self._after_own_voice(lead, source), source)
        end = scene.tokens[source.first].start
        lead = self._after_told(lead, end, told)
        if lead >= source.first or any(t.start < end and t.end > scene.tokens[lead].start for t in told):
            return None
        start = scene.tokens[lead].start + (1 if scene.conjunction(lead) else 0)
        quote = scene.opening.get(lead)
        if quote is not None and quote.end <= end and not scene.text[quote.end : end].strip(" ،,.؛"):
            return Extent(quote.inner_start, quote.inner_end, True)
        return self.extents.trimmed(start, end)

    def _after_told(self, lead: int, end: int, told: tuple[Told, ...]) -> int:
        """The token after what somebody else says in the sentence, where a clause of the outlet's own follows it."""
        scene = self.scene
        before = [t for t in told if t.start < end and t.end > scene.tokens[lead].start]
        last = max((t.end for t in before), default=0)
        if not before or end - last < _CLAUSE:
            return lead
        at = scene.document.token_at(last - 1) + 1
        return at + 1 if scene.is_comma(at) else lead

    def _after_own_voice(self, lead: int, source: Source) -> int:
        own = self.scene.hit("own-voice", lead)
        if own is None:
            return lead
        for at in range(own.last + 1, min(own.last + 9, source.first)):
            if self.scene.hit("complementiser", at) is not None:
                return at + 1
        return own.last + 1

    def _after_break(self, lead: int, source: Source) -> int:
        scene = self.scene
        for at in range(source.first - 4, lead, -1):
            hit = scene.hit("statement-break", at)
            if hit is not None and scene.is_comma(at - 1) and hit.data.get("apart"):
                return hit.last + 1
            but = self.clauses.contrast(at)
            if but is not None and scene.is_comma(at - 1):
                return but.last + 1  # "...، لكن السعر قد يرتفع، بحسب محللين"
        return lead
