"""The occasions of a report: which interview, medium or document a speaker's words came through, beyond the sentence
that names it."""

from __future__ import annotations

from tawatur.read.document import Sentence
from tawatur.read.statements.chains import Chain, Chains
from tawatur.read.statements.clauses import Clauses
from tawatur.read.statements.cues import Cue
from tawatur.read.statements.history import History, Told
from tawatur.read.statements.scene import Scene

_AHEAD = 30  # tokens of a sentence that tells on what occasion something was said
_BESIDE = 6  # tokens after a verb of saying within which it says that it was said earlier


class Occasions:
    """Brings the chains of one document's statements to the statements that share their occasion."""

    def __init__(self, scene: Scene, history: History, chains: Chains, clauses: Clauses) -> None:
        self.scene = scene
        self.history = history
        self.chains = chains
        self.clauses = clauses

    def announced(self, sentence: Sentence, told: list[Told], cues: dict[int, Cue], within: bool = False) -> None:
        """A sentence of its own tells on what occasion a speaker's words before it were spoken: "جاء ذلك في بيان",
        "وجاءت تصريحات الوزيرة خلال مقابلة مع صحيفة ...". `within`: a clause of a sentence that is read already does."""
        lead = self.clauses.after_openers(sentence)
        ends = [at for at in range(lead + 1, sentence.last) if self.scene.is_sign(at - 1)] if within else [lead]
        hit = next((found for at in ends if (found := self.scene.hit("announced", at)) is not None), None)
        if hit is None or not told:
            return
        first, end = hit.last, min(hit.last + _AHEAD, sentence.last)
        end = next((at for at in range(first + 1, end) if at in cues), end)
        chain = self.chains.between(first, end)
        speaker = self._speaker(first + 1, end, told)
        said = self._run(told, speaker)
        if not chain.via or not said:
            return
        for statement in said:
            statement.via, statement.whole, statement.onward = list(chain.via), chain.whole, chain.carries
        self._remember(speaker, chain)

    def _speaker(self, first: int, end: int, told: list[Told]) -> str | None:
        """Who spoke on an occasion: the person it names, else the last speaker."""
        named = (self.scene.mentions[at][0] for at in range(first, end) if at in self.scene.mentions)
        persons = [m.entity for m in named if m.type == "person"]
        parts = (self.scene.name_part(at) for at in range(first, end))
        known = [p for p in (*persons, *parts) if p is not None]
        last = next((t for t in reversed(told) if not t.nested), told[-1])
        return known[0] if known else last.turn.speaker

    def _run(self, told: list[Told], speaker: str | None) -> list[Told]:
        """The last statements of a speaker that nobody else's interrupt and that have no chain of their own."""
        found: list[Told] = []
        for statement in reversed([t for t in told if not t.nested]):
            if statement.turn.speaker != speaker or statement.via:
                break
            found.append(statement)
        return found

    def _remember(self, speaker: str | None, chain: Chain) -> None:
        turn = self.history.latest()
        if turn is not None and turn.speaker == speaker and chain.carries:
            turn.via, turn.carries = list(chain.via), True

    def carry(self, told: list[Told]) -> None:
        """An interview holds for everything its speaker says in the report, an agency's relay for what he says after
        it; what was said earlier has another occasion ("وكان الوزير قد قال")."""
        spoken = [t for t in told if not t.nested and self.scene.type_of(t.turn.speaker) == "person"]
        anchors = [t for t in spoken if t.whole or t.onward]
        bare = [t for t in spoken if not (t.via or self._earlier(t))]
        for statement in bare:
            own = [a for a in anchors if a.turn.speaker == statement.turn.speaker]
            before = [a for a in own if a.start < statement.start]
            after = [a for a in own if a.whole and a.start > statement.start]
            anchor = before[-1] if before else after[0] if after else None
            if anchor is not None:
                statement.via = list(anchor.via)
                self._nested(told, statement)

    def _nested(self, told: list[Told], outer: Told) -> None:
        """What others say within a statement comes through its chain too."""
        for inner in told:
            if inner.nested and outer.start <= inner.start and inner.end <= outer.end:
                if inner.turn.speaker == outer.turn.speaker and not inner.via:
                    inner.via = list(outer.via)
                elif inner.via[-1:] == [outer.turn.speaker]:
                    inner.via = [*inner.via, *outer.via]

    def _earlier(self, told: Told) -> bool:
        """Whether a statement was made on an occasion before the one that the report tells of."""
        if told.cue is None:
            return False
        document = self.scene.document
        cue, sentence = document.token_at(told.cue.start), document.sentences[told.sentence]
        for at in range(sentence.first, min(cue + _BESIDE, sentence.last)):
            hit = self.scene.hit("earlier", at)
            if hit is not None and (hit.data.get("ago") or (hit.last < cue and at <= sentence.first + 1)):
                return True
        return False
