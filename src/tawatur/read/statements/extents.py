"""How far what is said goes: to the end of its quotation, of its sentence, or to where another voice begins."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.read.document import Sentence
from tawatur.read.statements.markers import COLON, NOUN, PREPOSITION, QUOTE, THAT, Content
from tawatur.read.statements.scene import Scene
from tawatur.read.statements.starts import words_in
from tawatur.text.quotes import Quote

_STRONG = frozenset("؛;")
_TRIM = " \t\u00a0،,؛;:.\u200f\u200e-–—"
_INDEFINITE = ("ية", "ا", "ًا")  # endings of an adjective or accusative without the article
_LATIN = 0x24F  # the last Latin letter
_TITLE = 9  # words of a name in quotation marks
_DISTANCE = 2  # words: a quotation this short is a word kept at a distance, no speech
_NAME = 3  # words: one this short is speech only where its words make more than a name


@dataclass(slots=True)
class Extent:
    """The stretch [start, end) of the text that is said, and whether it is a quotation."""

    start: int
    end: int
    direct: bool
    follow: Quote | None = None  # a speech of its own right after it


class Extents:
    """Extents of contents in one document; `cuts` are the tokens of a sentence where another voice takes over."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._said = [scene.text[q.inner_start : q.inner_end] for q in scene.quotes]

    def of(self, content: Content, sentence: Sentence, cuts: list[int]) -> Extent | None:
        scene = self.scene
        quote = self._opened_before(content) or scene.opening.get(content.first)
        if quote is not None:
            direct = self._whole(quote, content, sentence, cuts)
            if direct is not None:
                return direct
        end = self._end(content, sentence, cuts)
        extent = self.trimmed(content.start, end)
        follow = next((q for q in scene.quotes if q.start == end), None)
        if extent is not None and follow is not None and self._separate(follow, sentence):
            extent.follow = follow
        return extent

    def trimmed(self, start: int, end: int) -> Extent | None:
        text = self.scene.text
        while end > start and text[end - 1] in _TRIM:
            end -= 1
        while start < end and text[start] in _TRIM:
            start += 1
        return Extent(start, end, False) if start < end else None

    def _opened_before(self, content: Content) -> Quote | None:
        """The quotation whose mark stands before the complementiser: "أن السعودية ..."."""
        quote = self.scene.within.get(content.first)
        if quote is None or quote is self.scene.opening.get(content.first):
            return None
        return quote if quote.inner_start >= self.scene.tokens[max(content.marker - 1, 0)].start else None

    def _whole(self, quote: Quote, content: Content, sentence: Sentence, cuts: list[int]) -> Extent | None:
        """The quotation that is all of a content; None where the sentence goes on saying it outside the marks."""
        scene = self.scene
        words = words_in(scene, quote.inner_start, quote.inner_end)
        after = scene.after_quote(quote)
        ended = after >= len(scene.tokens) or after >= sentence.last or after in cuts
        ended = ended or scene.tokens[after].form in "،,.؛;!؟?:)…" or scene.conjunction(after)
        if content.mode in (NOUN, PREPOSITION) and words <= _DISTANCE:
            return None
        if words <= _DISTANCE and not ended:
            return None
        if ended or (content.mode in (QUOTE, COLON) and words > _NAME):
            return Extent(max(quote.inner_start, content.start), quote.inner_end, True)
        return None

    def _end(self, content: Content, sentence: Sentence, cuts: list[int]) -> int:
        scene, tokens = self.scene, self.scene.tokens
        around = scene.within.get(content.first)
        limit = sentence.last
        if around is not None and around.start < content.start:
            limit = min(limit, scene.after_quoted(around))
        at = content.first
        while at < limit:
            quote = scene.opening.get(at)
            if quote is not None:
                if at > content.first and self._separate(quote, sentence):
                    return quote.start
                past = scene.after_quote(quote)
                if past >= limit and (around is None or quote.start > around.start):
                    return quote.end
                at = max(past, at + 1)
                continue
            if at > content.first and (at in cuts or self._breaks(at, content)):
                return tokens[at].start
            at += 1
        return tokens[limit - 1].end

    def _separate(self, quote: Quote, sentence: Sentence) -> bool:
        """Whether a quotation within a content is a speech of its own: it has sentences of its own and follows none of
        the words that lead over to it."""
        inside = self.scene.text[quote.inner_start : quote.inner_end - 1]
        return (
            quote.end > sentence.end
            and ". " in inside
            and self.scene.text[quote.start - 1].isspace()
            and (len(inside) > 80)
        )

    def _breaks(self, at: int, content: Content) -> bool:
        scene = self.scene
        opener = scene.hit("sentence-opener", at)
        if opener is not None and opener.data.get("contrast") and content.mode in (NOUN, PREPOSITION):
            return True
        if content.mode in (NOUN, PREPOSITION) and (self._medium_named(at) or self._explains(at)):
            return True
        if content.mode in (NOUN, PREPOSITION) and self._told_to(at):
            return True
        if content.mode == NOUN and self._next_verb(at, content):
            return True
        if not scene.is_comma(at - 1):
            return False
        if opener is not None and opener.data.get("contrast") and self._of_words(opener.last + 1):
            return True
        breaks = scene.hit("statement-break", at)
        if breaks is not None and breaks.data.get("beside") and content.mode == THAT and self._quoted_on(at):
            return False
        if (breaks is not None and not breaks.data.get("before_cue")) or (
            opener is not None and opener.data.get("apart")
        ):
            return True
        if scene.hit("medium-preposition", at) is not None and scene.hit("medium", at + 1) is not None:
            return True
        return content.mode in (NOUN, PREPOSITION) and scene.hit("clause-preposition", at) is not None

    def _of_words(self, at: int) -> bool:
        """Whether what follows "but" is about somebody's words, so that the newsroom says it: "لكن تصريحات الوزير"."""
        hit = self.scene.hit("medium", at) if at < len(self.scene.tokens) else None
        return hit is not None and hit.data.get("class") in ("interview", "speech") and not hit.analysis.preposition

    def _told_to(self, at: int) -> bool:
        """Whether the words say to which medium it was said: "أعرب عن قلقه ⟨في حديث لصحيفة ...⟩"."""
        scene, hit = self.scene, self.scene.hit("medium-preposition", at)
        medium = scene.hit("medium", hit.last + 1) if hit is not None and hit.last + 1 < len(scene.tokens) else None
        if medium is None or medium.data.get("class") != "interview" or medium.analysis.article:
            return False
        ahead = range(medium.last + 1, min(medium.last + 5, len(scene.tokens)))
        named = any(to in scene.mentions and scene.mentions[to][0].type == "work" for to in ahead)
        return named or any((v := scene.hit("voice", to)) is not None and v.data.get("medium") for to in ahead)

    def _next_verb(self, at: int, content: Content) -> bool:
        """Whether a verb goes on with the newsroom's own words after a noun phrase that has no verb: "نفى المدير
        التهم ⟨وأغلقت⟩ السلطات المصنع"."""
        scene = self.scene
        if not (scene.conjunction(at) and scene.is_verb(at)):
            return False
        before = range(content.first, at)
        clauses = ("relative", "complementiser")
        return not any(scene.verbal(to) or any(scene.hit(kind, to) for kind in clauses) for to in before)

    def _quoted_on(self, at: int) -> bool:
        """Whether a quotation after an adjunct goes on with what is said, with no comma between."""
        scene, sentence = self.scene, self.scene.sentence(at)
        for to in range(at, sentence.last if sentence is not None else at):
            if scene.is_comma(to):
                return False
            if to in scene.opening:
                return self.is_speech(scene.opening[to])
        return False

    def _explains(self, at: int) -> bool:
        """Whether a clause that begins at a token explains a noun phrase: "...؛ لأنها"، "... وذلك بعد"."""
        scene = self.scene
        hit = scene.hit("statement-break", at)
        return scene.tokens[at - 1].form in _STRONG or (hit is not None and bool(hit.data.get("explains")))

    def _medium_named(self, at: int) -> bool:
        """Whether the words say by which medium: "أعلن مسؤوليته عن الهجوم ⟦عبر وكالة ...⟧"."""
        scene, hit = self.scene, self.scene.hit("medium-preposition", at)
        if hit is None or not hit.data.get("through"):
            return False
        named = (scene.mentions.get(to) for to in range(hit.last + 1, min(hit.last + 5, len(scene.tokens))))
        return any(found is not None and found[0].type == "work" for found in named)

    def speeches(self, start: int, end: int) -> list[Quote]:
        """The quotations within [start, end) that are speech: no names, no words kept at a distance."""
        found: list[Quote] = []
        for quote in self.scene.quotes:
            if quote.start < start or quote.end > end + 1:
                continue
            if found and quote.end <= found[-1].end:
                continue
            if self.is_speech(quote):
                found.append(quote)
        return found

    def is_speech(self, quote: Quote) -> bool:
        scene = self.scene
        words = words_in(scene, quote.inner_start, quote.inner_end)
        if words <= _DISTANCE:
            return False
        inner = scene.text[quote.inner_start : quote.inner_end]
        if self._said.count(inner) > 1 and words <= 5:
            return False
        if words <= _TITLE and self._titled(quote):
            return False
        first, last = scene.document.token_at(quote.inner_start), scene.document.token_at(quote.inner_end - 1)
        named = sum(1 for at in range(first, last + 1) if at in scene.named)
        if named and named >= last - first:
            return False
        return words > _NAME or self._more_than_name(first, last)

    def _titled(self, quote: Quote) -> bool:
        """Whether a quotation is the name of what stands right before it: وسم "..."، حملة "..."."""
        return self.scene.ending("titled", self.scene.document.token_at(quote.start) - 1, 1) is not None

    def _qualified(self, first: int, last: int) -> bool:
        """Whether words without the article end in an adjective, as few names do: "ذات صبغة تجارية"."""
        tokens = [self.scene.tokens[at] for at in range(first, last + 1) if self.scene.is_word(at)]
        plain = all(not t.form.startswith("ال") and t.text[0].isalpha() and ord(t.text[0]) > _LATIN for t in tokens)
        named = any(at in self.scene.named for at in range(first, last + 1))
        return plain and not named and tokens[-1].text.endswith(_INDEFINITE) and self.scene.hit("voice", first) is None

    def _more_than_name(self, first: int, last: int) -> bool:
        scene = self.scene
        if scene.hit("clause-opener", first) is not None or scene.verbal(first):
            return True
        if self._qualified(first, last):
            return True
        for at in range(first, last + 1):
            if at > first and scene.conjunction(at):
                return True
            if scene.hit("phrase-preposition", at) or scene.hit("complementiser", at):
                return True
        return False
