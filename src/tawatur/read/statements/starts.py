"""Where a noun phrase that can speak begins."""

from __future__ import annotations

from tawatur.read.statements.scene import Scene
from tawatur.text.affixes import without_clitics
from tawatur.text.words import NUMBER

_SHORT_QUOTE = 4  # words: a quotation this short inside a noun phrase is a name or a word kept at a distance


def words_in(scene: Scene, start: int, end: int) -> int:
    """How many words stand in [start, end) of the text."""
    return sum(1 for t in scene.document.tokens_in(start, end) if t.kind != "sign")


class Starts:
    """Tells where noun phrases begin, up to a token."""

    def __init__(self, scene: Scene, limit: int) -> None:
        self.scene = scene
        self.limit = limit

    def speaker_starts(self, at: int) -> bool:
        """Whether a noun phrase that can speak begins here."""
        scene = self.scene
        if at >= self.limit:
            return False
        if scene.tokens[at].kind == NUMBER:
            return self._counted(at)
        if scene.name_at(at) or at in scene.roles or scene.name_part(at):
            return True
        quote = scene.opening.get(at)
        if quote is not None:
            return (
                at + 1 < self.limit and self.short_quote(at) and (scene.name_at(at + 1) is not None or self._titled(at))
            )
        hit = scene.hit("voice", at) or scene.hit("same-source", at)
        if hit is not None and not hit.analysis.preposition:
            accusative = hit.analysis.rest.endswith("ا") and "suffix" not in hit.features
            governed = scene.hit("before-accusative", at - 1) is not None
            return governed or not (accusative and "noun" in hit.data)  # أشخاصا is an object
        medium = scene.hit("medium", at)
        if medium is None or medium.analysis.preposition:
            return False
        return without_clitics(scene.tokens[at].form).startswith("ال") or medium.data.get("class") in (
            "document",
            "paper",
        )

    def _counted(self, at: int) -> bool:
        """Whether a number counts those who speak: "⟨14⟩ نقابة"."""
        hit = self.scene.hit("voice", at + 1) if at + 1 < self.limit else None
        return hit is not None and not hit.analysis.letters

    def _titled(self, at: int) -> bool:
        """Whether a document's name stands in marks and more behind it: "وأكد «⟨إعلان طنجة⟩» ضرورة"."""
        scene, quote = self.scene, self.scene.opening[at]
        medium, after = scene.hit("medium", at + 1), scene.after_quote(quote)
        document = medium is not None and medium.data.get("class") == "document"
        return document and after < self.limit and scene.is_word(after)

    def short_quote(self, at: int) -> bool:
        """Whether a quotation of a few words begins at a token."""
        quote = self.scene.opening.get(at)
        return quote is not None and words_in(self.scene, quote.inner_start, quote.inner_end) <= _SHORT_QUOTE
