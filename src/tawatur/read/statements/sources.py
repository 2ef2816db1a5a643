"""Attributions outside the verb: بحسب بيان للوزارة، نقلا عن مصادر، وفق ما نقلته وكالة ..."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from tawatur.language.lexicon import Hit
from tawatur.read.document import Sentence
from tawatur.read.statements.chains import Chains, medium_words
from tawatur.read.statements.cues import FINITE, Cue, Frame
from tawatur.read.statements.history import History, Turn
from tawatur.read.statements.phrases import Phrase, PhraseReader
from tawatur.read.statements.scene import Scene
from tawatur.read.statements.speakers import Speakers

_TO_MEDIUM = 8  # tokens of whom a source spoke to, at the end of a sentence


@dataclass(slots=True)
class Source:
    """An attribution: tokens [first, end), the offset at which its cue ends, who is named.

    `relay`: it passes on another's words; `own`: it is "as he put it"; `issued`: false where a document is named and
    nobody who put it out.
    """

    first: int
    cue_end: int
    end: int
    turn: Turn
    relay: bool = False
    own: bool = False
    issued: bool = True
    quoted: bool = False  # a medium passes on the words of whoever speaks: "بحسب ما نقلت عنه وكالة ..."


class Sources:
    """Finds the attributions of a document's sentences."""

    def __init__(
        self, scene: Scene, speakers: Speakers, chains: Chains, history: History, cues: dict[int, Cue]
    ) -> None:
        self.scene = scene
        self.speakers = speakers
        self.chains = chains
        self.history = history
        self.cues = cues
        self.places = scene.places("attribution")

    def of(self, sentence: Sentence) -> list[Source]:
        found: list[Source] = []
        first, last = bisect_left(self.places, sentence.first), bisect_left(self.places, sentence.last)
        for at in self.places[first:last]:
            hit = self.scene.hit("attribution", at)
            if hit is None or at in self.scene.within or (found and at < found[-1].end):
                continue
            source = self._read(hit, sentence)
            if source is not None:
                found.append(source)
        return found

    def _read(self, hit: Hit, sentence: Sentence) -> Source | None:
        at, limit = hit.last + 1, sentence.last
        if hit.data.get("self"):
            return Source(hit.first, hit.end, hit.last + 1, Turn(None), own=True)
        if at >= limit:
            return None
        letter = hit.data.get("before")
        if letter and not self.scene.clitic(at, str(letter)):
            return None
        cue = self.cues.get(at) or self._said_it(at)
        if hit.data.get("tail") and (cue is None or not self.scene.is_comma(hit.first - 1)):
            return None
        if cue is not None:
            source = self._clause(hit, cue, limit)
            ends = source is not None and (source.end >= limit - 2 or self.scene.is_comma(source.end))
            return source if ends or not hit.data.get("tail") else None
        medium = self.scene.hit("medium", at)
        if medium is not None and at not in self.scene.mentions:
            return self._document(hit, medium, limit)
        reader = PhraseReader(self.scene, limit, nominal=True)
        start = at
        named = self.scene.mentions.get(at)
        voice = self.scene.hit("voice", at)
        if voice is not None and voice.data.get("no_source"):
            return None
        if named is None and voice is None and not (reader.speaker_starts(at) or reader.short_quote(at)):
            return None
        phrase = reader.read(start)
        if phrase.end <= start:
            return None
        turn = self.speakers.identify(Phrase(start, phrase.end, phrase.voice, phrase.full_end))
        return Source(hit.first, hit.end, phrase.full_end, turn, relay=bool(hit.data.get("relay")))

    def _said_it(self, at: int) -> Cue | None:
        """The verb of saying whose object is what was told (وفقا لما ذكرته منظمات)."""
        hit = self.scene.hit("said-it", at)
        if hit is None or "object" not in hit.features:
            return None
        start = self.scene.tokens[at].start
        return Cue(at, hit.last, start, hit.end, FINITE, Frame(), [hit.features], False, suffix=True)

    def _clause(self, hit: Hit, cue: Cue, limit: int) -> Source | None:
        """وفق ما نقلته وكالة ...، حسبما ذكر المتحدث"""
        reader = PhraseReader(self.scene, limit, nominal=True)
        at = cue.last + 1
        end = at
        turn = None
        for to in range(at, min(at + 6, limit)):
            medium = self.scene.hit("medium", to)
            if medium is not None and medium.analysis.preposition == "ب":
                return self._document(hit, medium, limit)
            if reader.speaker_starts(to):
                phrase = reader.read(to)
                turn, end = self.speakers.identify(phrase, cue.gender), phrase.full_end
                break
        if turn is None:
            return None
        source_at = next(
            (to for to in range(end, min(end + 8, limit)) if self.scene.tokens[to].form == cue.frame.source), None
        )
        if source_at is not None and reader.speaker_starts(source_at + 1):
            phrase = reader.read(source_at + 1)
            behind = self.speakers.identify(phrase)
            via = [turn.speaker] if turn.speaker else []
            turn, end = Turn(behind.speaker, behind.gender, behind.plural, via), phrase.full_end
        ends = (to for to in range(end, limit - 1) if self.scene.is_comma(to) and self.scene.conjunction(to + 1))
        chain = self.chains.between(end, next(ends, limit))
        if chain.via and limit - end <= _TO_MEDIUM:
            end = limit  # "على ما أعلنت الوزارة لوكالة رويترز."
        turn.via = turn.via + [v for v in chain.via if v not in turn.via]
        after = cue.last + 1
        quoted = after < limit and cue.frame.taken_up(self.scene.tokens[after].form) is not None
        return Source(hit.first, self.scene.tokens[cue.last].end, end, turn, quoted=quoted)

    def _document(self, hit: Hit, medium: Hit, limit: int) -> Source:
        scene, at = self.scene, medium.first
        phrase = PhraseReader(scene, limit, nominal=True).read(at)
        end = max(phrase.full_end, medium.last + 1)
        stop = next((to for to in range(end, limit) if scene.is_comma(to) or scene.hit("complementiser", to)), limit)
        issuer = self.speakers.issuer(at, stop)
        passed = self.chains.passed_on(at, stop)
        kind, word = str(medium.data.get("class")), medium_words(scene, at)
        cue_end = medium.end
        if issuer is not None:
            turn = Turn(issuer, None, False, [word], True)
        elif "suffix" in medium.features:
            turn = Turn(None, None, False, [word], True)  # وفقا لتقريرها: the sentence's own voice
        elif kind == "paper" or (not medium.analysis.article and kind != "document"):
            turn = Turn(self.speakers.words(Phrase(at, end, None, end)))
        else:
            known = self._known(medium)
            turn = Turn(known.speaker if known else None, None, bool(known and known.plural), [word], True)
        if passed is not None:
            turn.via.append(passed)
        return Source(hit.first, cue_end, stop if passed or issuer else end, turn, issued=issuer is not None)

    def _known(self, medium: Hit) -> Turn | None:
        if medium.analysis.article and self.history.document is not None:
            return self.history.document
        return self.history.turns[-1] if self.history.turns else None
