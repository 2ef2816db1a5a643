"""The words of funding.yml in a document, by the token they begin at."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.events.context import Context
from tawatur.read.events.phrases import proclitic

KINDS = ("not", "to", "for", "from", "announce", "stop", "handed", "people", "sum", "same", "goods", "carrier", "aid")


class Cues:
    """The words of funding.yml by the token they begin at."""

    def __init__(self, document: Document) -> None:
        self.at = {kind: {h.first: h for h in document.hits(f"event.funding-{kind}")} for kind in KINDS}
        self.words = {i for h in document.hits("event.funding") for i in range(h.first, h.last + 1)}
        self.demonyms = {h.first for h in document.hits("demonym")}

    def within(self, kind: str, first: int, last: int) -> Hit | None:
        """The first cue of a kind that begins among tokens [first, last)."""
        return next((self.at[kind][i] for i in range(first, last) if i in self.at[kind]), None)

    def by(self, context: Context, index: int) -> bool:
        """Whether a sum at a token is behind the letter of "with", or behind the word for a sum that is (بمبلغ)."""
        tokens, letter = context.document.tokens, context.at_letter
        if (
            proclitic(context, index)[1] == letter
            or tokens[index].form.startswith(letter)
            or tokens[index - 1].form == letter
        ):
            return True
        return any(i in self.at["sum"] and proclitic(context, i)[1] == letter for i in range(max(0, index - 4), index))
