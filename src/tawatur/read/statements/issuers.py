"""Who put out a document that says something: بيان لوزارة ...، تقرير صادر عن ..."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.statements.kinds import is_medium
from tawatur.read.statements.phrases import Phrase, PhraseReader
from tawatur.read.statements.scene import Scene
from tawatur.record.types import Mention
from tawatur.text.affixes import definite

_ISSUER = 16  # tokens of who a document is issued by
_BESIDE = 4  # tokens after a document's name in which its issuer may stand (لوكالة "...")


class Issuers:
    """Finds the issuers of one document's documents."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def of(self, at: int, end: int) -> str | Phrase | None:
        """Who put out a document that stands at a token, an entity or a noun phrase: بيان لوزارة ...، بيان صادر
        عن ...، بيان الوزارة."""
        scene = self.scene
        medium = scene.hit("medium", at)
        first = medium.last + 1 if medium else at + 1
        known = medium is not None and (medium.analysis.article or definite(scene.tokens[at].form))
        owned = not known  # "نصح التقرير الدول": no report of the countries'
        while first < end and first not in scene.mentions and self._describes(first, owned):
            first += 1
        for to in range(first, min(first + 9, end)):
            passed = scene.hit("passed-by", to)
            if scene.hit("complementiser", to) or scene.is_comma(to) or (passed and not self._publishes(passed)):
                return None
            issued = scene.hit("issued-by", to) or passed
            if issued is not None and issued.data.get("own"):
                return None
            if issued is None and self._about(to, medium):
                return None
            start = issued.last + 1 if issued else to
            if start >= end:
                return None
            if start in scene.times:
                continue  # بيان رسمي الأحد
            beside = issued is not None or (start == first and owned)
            found = scene.mentions.get(start)
            if start == first and not beside and self._object(start, found):
                return None
            if medium is not None and medium.data.get("to") and issued is None and scene.tokens[start].form[:1] == "ل":
                return None  # "برقية لفلان": whom it goes to
            if found is not None and (beside or found[0].start > scene.tokens[start].start or found[0].type != "place"):
                return found[0].entity
            hit = scene.hit("voice", start)
            if hit is not None and (beside or hit.analysis.preposition == "ل"):
                phrase = PhraseReader(scene, end, nominal=True).read(start)
                return Phrase(phrase.first, phrase.end, hit, phrase.end)
        return None

    def _about(self, at: int, medium: Hit | None) -> bool:
        """Whether a preposition leads to what or to whom a document speaks: "تقرير ⟨حول⟩ الحزب"; "بيان ⟨عن⟩ الوزارة" is
        by it."""
        hit = self.scene.hit("phrase-preposition", at)
        about = hit.data.get("about") if hit is not None else None
        paper = medium is not None and medium.data.get("class") == "paper"
        return about == "all" or (about == "paper" and paper)

    def _publishes(self, hit: Hit) -> bool:
        """Whether who passed a document on put it out: a body that is no medium: "بيان ⟨نشرته⟩ الوزارة"."""
        if not hit.data.get("publishes"):
            return False
        name, voice = self.scene.mentions.get(hit.last + 1), self.scene.hit("voice", hit.last + 1)
        if name is not None:
            return name[0].type == "organisation"
        return voice is not None and not is_medium(voice)

    def until(self, at: int) -> int:
        """The token up to which the issuer of a document may stand that is read up to a token: before a comma or أن
        after صادر عن, else close to it."""
        scene, last = self.scene, len(self.scene.tokens)
        if at >= last or scene.hit("issued-by", at) is None:
            return min(at + _BESIDE, last)
        ahead = range(at, min(at + _ISSUER, last))
        ends = (to for to in ahead if scene.is_comma(to) or scene.hit("complementiser", to) or to in scene.opening)
        return next(ends, ahead.stop)

    def _describes(self, at: int, owned: bool) -> bool:
        """Whether a word describes the document before it: بيان رسمي، البيان الختامي."""
        scene = self.scene
        if scene.hit("issued-by", at) is not None:
            return False
        if scene.hit("source-adjective", at) is not None:
            return True
        return not owned and scene.hit("voice", at) is None and definite(scene.tokens[at].form)

    def _object(self, at: int, found: tuple[Mention, int] | None) -> bool:
        """Whether what stands right after "the document" is what it speaks of: اتهم البيان إدارة الرئيس."""
        hit = self.scene.hit("voice", at)
        if found is not None:
            return found[0].start == self.scene.tokens[at].start
        return hit is not None and not hit.analysis.letters
