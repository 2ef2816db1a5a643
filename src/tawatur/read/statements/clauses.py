"""Clauses around a cue: whether it attributes at all, where its clause and its sentence's own words begin."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.document import Sentence
from tawatur.read.statements.cues import FINITE, PARTICIPLE, Cue
from tawatur.read.statements.scene import Scene

_SO = "ف"
_FRONTED = 12  # tokens from the word that puts a subject ahead to its verb


class Clauses:
    """Reads the order of words in the sentences of one document."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def asserted(self, cue: Cue) -> bool:
        """Whether a cue says that something was said: not denied, not wished for, not in the future."""
        if self.scene.hit("own-voice", cue.first) is not None:
            return False
        if cue.form == PARTICIPLE:
            return not any(self.scene.hit("copula", at) for at in range(max(cue.first - 2, 0), cue.first))
        if cue.form != FINITE:
            return True
        if all(f.get("form") == "future" for f in cue.features) and cue.features:
            return False
        if cue.frame.noun and not self._verb_position(cue):
            return False
        if self._inferred(cue):
            return False
        past = any(f.get("form") == "past" for f in cue.features) or not cue.features
        for back in range(max(cue.first - 3, 0), cue.first):
            hit = self.scene.hit("not-said", back)
            if hit is None or hit.last != cue.first - 1:
                continue
            if hit.data.get("then") and cue.frame.adds:
                return True  # قبل أن يضيف
            if not past or hit.data.get("negates"):
                return False
        return True

    def _inferred(self, cue: Cue) -> bool:
        """Whether something shows and nobody says: "ما يؤكد أن"; not the ما of وفق ما."""
        if not cue.frame.report or not all(f.get("form") == "present" for f in cue.features):
            return False
        scene, before = self.scene, cue.first - 1
        return bool(scene.ending("inference", before, 2)) and not scene.ending("attribution", before, 2)

    def _verb_position(self, cue: Cue) -> bool:
        """Whether a word that may be a noun too stands where a verb can: at the start of a clause, or after a name."""
        if cue.conjunction or cue.first == 0 or cue.gender == "f" or cue.plural:
            return True
        if any(f.get("form") == "present" for f in cue.features):
            return True
        scene, before = self.scene, cue.first - 1
        sentence = scene.sentence(cue.first)
        if sentence is None or cue.first == sentence.first or scene.is_sign(before) or before in scene.named:
            return True
        kinds = ("clause-opener", "relative", "statement-break", "sentence-opener", "attribution")
        if scene.tokens[before].form.startswith("ال"):
            return True
        return any(scene.ending(kind, before, 3) for kind in kinds) or before in scene.time_ends

    def lead(self, cue: Cue, sentence: Sentence) -> int:
        """The first token of the words that lead over to a cue (فيما، كما، من جانبه، كان قد)."""
        at = cue.first
        for _ in range(3):
            for back in range(max(at - 4, sentence.first), at):
                hits = [self.scene.hit(k, back) for k in ("statement-break", "sentence-opener", "clause-opener")]
                if any(h is not None and h.last == at - 1 and not h.data.get("pronoun") for h in hits):
                    at = back
                    break
            else:
                break
        return at

    def after_openers(self, sentence: Sentence) -> int:
        """The first token of a sentence after what only joins it to the one before."""
        at = sentence.first
        while at < sentence.last:
            hit = self.scene.hit("sentence-opener", at)
            if hit is not None:
                at = hit.last + 1
            elif self.scene.is_comma(at):
                at += 1
            else:
                break
        return self._after_dateline(at, sentence)

    def _after_dateline(self, at: int, sentence: Sentence) -> int:
        """The token after "مدينة (وكالة) --" at the start of a report."""
        tokens = self.scene.tokens
        if sentence.paragraph > 4 or at != sentence.first:
            return at
        for to in range(at + 1, min(at + 14, sentence.last - 2)):
            if tokens[to].form in ")" and tokens[to + 1].form in "-–—:":
                while to + 1 < sentence.last and tokens[to + 1].kind == "sign":
                    to += 1
                return to + 1
        return at

    def clause_start(self, cue: Cue, sentence: Sentence) -> int:
        scene = self.scene
        for at in range(cue.first - 1, sentence.first, -1):
            quote = scene.opening.get(at)
            opened = quote is not None and quote.end > scene.tokens[cue.first].start
            first_in = opened and at + 1 == cue.first and scene.tokens[at - 1].form != ":"
            if scene.hit("complementiser", at) is not None or scene.tokens[at].form == ":" or (opened and not first_in):
                return at + 1
            for kind in ("statement-break", "clause-opener", "fronting"):
                hit = scene.hit(kind, at)
                if hit is not None and hit.last < cue.first - 1:
                    return hit.last + 1
            but = self.contrast(at)
            if but is not None and but.last < cue.first - 1:
                return but.last + 1
        return self.after_openers(sentence)

    def fronting(self, cue: Cue, sentence: Sentence) -> int | None:
        """Where the word stands that puts a cue's subject ahead of "so" and the cue: "⟨أما⟩ فرنسا فقالت"."""
        scene = self.scene
        if not (cue.conjunction and scene.tokens[cue.first].form.startswith(_SO)):
            return None
        for at in range(cue.first - 2, max(cue.first - _FRONTED, sentence.first - 1), -1):
            if scene.hit("fronting", at) is not None:
                return at
            if scene.is_verb(at) or scene.hit("complementiser", at) is not None:
                return None
        return None

    def contrast(self, at: int) -> Hit | None:
        """ "But" at a token, where no pronoun on it takes up the subject of the clause before."""
        hit = self.scene.hit("sentence-opener", at)
        return hit if hit is not None and hit.data.get("contrast") and not hit.data.get("resumes") else None

    def after_commas(self, at: int, end: int) -> int:
        """The first token from here on, before `end`, that is no comma and begins no time."""
        scene = self.scene
        while at < end and (scene.is_comma(at) or at in scene.times):
            at = scene.times[at] + 1 if at in scene.times else at + 1
        return at

    def after_adjunct(self, start: int, limit: int) -> int:
        """The token after a time or a prepositional phrase before the verb: "وفي الشهر الماضي فرضت"."""
        scene = self.scene
        kinds = ("phrase-preposition", "clause-preposition", "medium-preposition", "fronted-preposition")
        led = next((hit for kind in kinds if (hit := scene.hit(kind, start)) is not None), None)
        time = start if led is None else led.last + 1
        if time in scene.times and time < limit:
            after = scene.times[time] + 1
            return after + 1 if after < limit and scene.is_comma(after) else after
        if led is None:
            return start
        return next((at + 1 for at in range(start, min(start + 20, limit)) if scene.is_comma(at)), limit)
