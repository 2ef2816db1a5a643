"""What is passed over between a cue and its content: adverbs, times, asides, phrases that a preposition leads, relative
clauses."""

from __future__ import annotations

from tawatur.read.statements.cues import Cue
from tawatur.read.statements.markers import Found
from tawatur.read.statements.phrases import PhraseReader
from tawatur.read.statements.scene import Scene
from tawatur.text.affixes import definite

_NAME_REACH = 9  # tokens of who passed on what is told
_UNNAMED = 7  # tokens of what says that a source will not be named
_DASHES = ("-", "–", "—")
PRONOUNS = ("ه", "ها", "هم", "هن", "كم", "نا", "ي")
_BETWEEN_DASHES = 12  # tokens


class Adjuncts:
    """Passes over what is neither the subject of one cue nor its content, within the tokens before `limit`."""

    def __init__(
        self,
        scene: Scene,
        cue: Cue,
        limit: int,
        reader: PhraseReader,
        found: Found,
        others: dict[int, Cue],
        asides: dict[int, int],
    ) -> None:
        self.scene = scene
        self.takes = cue.frame.takes
        self.limit = limit
        self.reader = reader
        self.found = found
        self.others = others
        self.asides = asides  # attributions between commas, first token to end

    def past(self, at: int) -> int | None:
        """The token after what begins here and is passed over: a comma, a time, an adverb, an aside, a bracket, a
        phrase that a preposition leads, who put out the document that speaks."""
        scene = self.scene
        if scene.is_comma(at):
            return at + 1
        if self._abbreviated(at):
            return at + 2
        if self._to_him(at):
            return at + 1
        unnamed = self._past_unnamed(at)
        if unnamed is not None:
            return unnamed
        issued = scene.hit("issued-by", at)
        if issued is not None and self.found.subject is not None:
            return issued.last + 1 if issued.data.get("own") else self._past_issuer(issued.last + 1)
        if at in self.asides:
            return self.asides[at]
        apart = self._past_aside(at)
        if apart is not None:
            return apart
        if at in scene.times:
            return scene.times[at] + 1
        if self._to_medium(at):
            return self._past_medium(at + 1)
        adjunct, manner = scene.hit("cue-adjunct", at), scene.manner(at)
        if adjunct is not None or manner is not None:
            self.found.pronoun |= adjunct is not None and bool(adjunct.data.get("object"))
            return adjunct.last + 1 if adjunct is not None else manner
        if (
            self.found.subject is not None
            and self.found.subject.full_end == at
            and scene.hit("attached", at) is not None
        ):
            return max(self.reader.read(at + 1).end, at + 1)
        return self._past_signs(at) if scene.is_sign(at) else self._past_phrase(at)

    def _past_signs(self, at: int) -> int | None:
        """The token after words between dashes or in brackets: "قال مصدر ⟨- فضل عدم ذكر اسمه -⟩ إن"."""
        tokens = self.scene.tokens
        if tokens[at].form in _DASHES:
            ahead = range(at + 2, min(at + _BETWEEN_DASHES, self.limit))
            return next((to + 1 for to in ahead if tokens[to].form in _DASHES), None)
        if tokens[at].form == "(":
            return next((to + 1 for to in range(at, min(at + 12, self.limit)) if tokens[to].form == ")"), None)
        return None

    def _past_unnamed(self, at: int) -> int | None:
        """The token after what says that a source will not be named: "كشف مسؤول، ⟨رفض الكشف عن هويته،⟩ عن خطة"."""
        scene, opens = self.scene, self.scene.hit("unnamed", at)
        if opens is None or not opens.data.get("opens") or self.found.subject is None:
            return None
        behind = (scene.hit("unnamed", to) for to in range(at + 1, min(at + _UNNAMED, self.limit)))
        return next((hit.last + 1 for hit in behind if hit is not None and not hit.data.get("opens")), None)

    def _past_issuer(self, at: int) -> int:
        """The token after whoever put out a document that says something: "أفاد بيان صادر عن ⟨الوزارة⟩ أن"."""
        return max(self.reader.read(at).end, at)

    def _past_aside(self, at: int) -> int | None:
        """The token after an aside between commas that names a document and tells more of it, where what is said is a
        noun phrase: "وأكد الوزير، ⟨في رسالة بعث بها لفلان، مفوض اللاجئين،⟩ أهمية الزيارة"."""
        scene = self.scene
        leads = scene.is_comma(at - 1) and scene.hit("medium-preposition", at) and scene.hit("medium", at + 1)
        if "np" not in self.takes or not leads:
            return None
        for to in range(at + 2, self.limit - 1):
            if scene.hit("complementiser", to) or to in scene.opening or to in self.others:
                return None
            after = to + 1
            if scene.is_comma(to) and not self._describing(after):
                return after
        return None

    def _describing(self, at: int) -> bool:
        """Whether what follows a comma goes on describing who was named before it."""
        scene = self.scene
        known = (scene.mentions, scene.roles, scene.times)
        kinds = ("voice", "relative", "phrase-preposition", "clause-preposition")
        return any(at in places for places in known) or any(scene.hit(kind, at) is not None for kind in kinds)

    def _abbreviated(self, at: int) -> bool:
        """Whether a title is a letter with a full stop: "قال ⟨م.⟩ فلان"."""
        tokens = self.scene.tokens
        letter = self.scene.is_word(at) and len(tokens[at].form) == 1 and at + 2 < self.limit
        return letter and tokens[at + 1].form == "." and at + 2 in self.scene.mentions

    def _to_him(self, at: int) -> bool:
        """Whether a pronoun says to whom the words go: "قال ⟨لي⟩ المخرج"."""
        form = self.scene.tokens[at].form
        return form[:1] == "ل" and form[1:] in PRONOUNS

    def _past_phrase(self, at: int) -> int | None:
        """The token after a prepositional phrase that begins here."""
        scene = self.scene
        preposition = scene.hit("clause-preposition", at) or scene.hit("phrase-preposition", at)
        if preposition is not None and preposition.last + 1 in scene.times:
            return scene.times[preposition.last + 1] + 1
        if preposition is not None:
            return max(self.reader.read(preposition.last + 1).end, preposition.last + 1)
        name = scene.mentions.get(at)
        if name is not None and scene.name_at(at) is None:
            return name[1] + 1
        hit = scene.hit("medium", at) or scene.hit("voice", at)
        if hit is not None and hit.analysis.preposition:
            return self.reader.read(at).end
        return None

    def _to_medium(self, at: int) -> bool:
        """Whether a lone ل leads to whom was spoken to: "وأضاف لـ«الصحيفة»، أن"."""
        alone = len(self.scene.tokens[at].form) == 1 and self.scene.clitic(at, "ل") and at + 1 < self.limit
        return alone and (at + 1 in self.scene.opening or at + 1 in self.scene.mentions)

    def _past_medium(self, at: int) -> int:
        quote = self.scene.opening.get(at)
        if quote is not None and self.reader.short_quote(at):
            return self.scene.after_quote(quote)
        return self.scene.mentions[at][1] + 1 if at in self.scene.mentions else at

    def past_relative(self, at: int) -> int:
        """The token after a relative clause: at its comma or at the complementiser it leads to."""
        passed = self.scene.hit("passed-by", at) is not None
        for to in range(at + 1, self.limit):
            if passed and to in self.scene.mentions and to - at <= _NAME_REACH:
                return self._described(self.scene.mentions[to][1] + 1)
            quoted = to in self.scene.opening and not (passed and self._named(to))
            if self.scene.is_comma(to) or self.scene.hit("complementiser", to) is not None or quoted:
                return to
            if self.scene.tokens[to].form == ":":
                return to
        return self.limit

    def _named(self, at: int) -> bool:
        """Whether a quotation that begins at a token is a name in marks: موقع "تويتر"."""
        quote, name = self.scene.opening[at], self.scene.mentions.get(at + 1)
        return name is not None and self.scene.tokens[name[1]].end >= quote.inner_end

    def _described(self, at: int) -> int:
        """The token after the definite adjectives of a name before a token: وكالة الأنباء اليمنية ⟨الرسمية⟩."""
        while at < self.limit and definite(self.scene.tokens[at].form):
            at += 1
        return at
