"""The words of funding.yml in a document, by the token they begin at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.events.context import Context
from tawatur.read.events.phrases import proclitic
from tawatur.read.quantities.heads import PERSON

KINDS = (
    "not", "to", "for", "from", "announce", "stop", "handed", "people", "sum", "same", "goods", "carrier", "aid",
    "helping", "figure", "term", "by",
)  # fmt: skip
_BETWEEN = 3  # tokens from a word of helping to who is helped (لدعم الشعب السوداني)


class Cues:
    """The words of funding.yml by the token they begin at."""

    def __init__(self, document: Document) -> None:
        self.at = {kind: document.by_first(f"event.funding-{kind}") for kind in KINDS}
        self.words = {i for h in document.hits("event.funding") for i in range(h.first, h.last + 1)}
        self.demonyms = {h.first: str(h.data["of"]) for h in document.hits("demonym")}
        names = (h for h in document.hits("name") if h.data.get("class") == "country")
        self._lands = {h.first: str(h.data["id"]) for h in names}  # inside a longer name, too (مؤتمر دعم لبنان)
        self.donors = {h.first for h in document.hits("event.funding-people") if h.data.get("donor")}
        counted = frozenset(document.language.data("counting")["others"])
        self._people = {h.first for h in document.hits("unit") if h.data["unit"] in counted | {PERSON}}
        self._helped: Mapping[int, str] | None = None

    def are_people(self, index: int) -> bool:
        """Whether the word at a token is one for people or their bodies: who may give and take."""
        return index in self.at["people"] or index in self._people

    def only_people(self, index: int) -> bool:
        """Whether the word at a token is one for people who are counted, and none of those that are often given to."""
        return index in self._people and index not in self.at["people"]

    def within(self, kind: str, first: int, last: int) -> Hit | None:
        """The first cue of a kind that begins among tokens [first, last)."""
        return next((self.at[kind][i] for i in range(first, last) if i in self.at[kind]), None)

    def helped(self, context: Context) -> Mapping[int, str]:
        """The lands and bodies for which a report says that others gather money, by the token of what says so: behind
        "to support", "rebuilding"."""
        if self._helped is None:
            self._helped = dict(self._find_helped(context))
        return self._helped

    def pledged_together(self, context: Context) -> bool:
        """Whether a report speaks of the pledges of a conference, or of donors in general."""
        pledges = (
            h for h in context.document.hits("event.funding") if h.data.get("pledge") and "form" not in h.features
        )
        return any(h.last + 1 in context.firsts("event.meeting") or h.last + 1 in self.donors for h in pledges)

    def _find_helped(self, context: Context) -> Iterator[tuple[int, str]]:
        for cue in self.at["helping"].values():
            for index in range(cue.last + 1, cue.last + 1 + _BETWEEN):
                mention = context.mention_tokens.get(index)
                named = mention.entity if mention is not None else self._lands.get(index) or self.demonyms.get(index)
                if named is not None:
                    yield index, named
                    break
                if index not in context.words.class_words and index not in self.at["people"]:
                    break

    def by(self, context: Context, index: int) -> bool:
        """Whether a sum at a token is behind the letter of "with", or behind the word for a sum that is (بمبلغ)."""
        tokens, letter = context.document.tokens, context.letters.at
        if (
            proclitic(context, index)[1] == letter
            or tokens[index].form.startswith(letter)
            or tokens[index - 1].form == letter
        ):
            return True
        return any(i in self.at["sum"] and proclitic(context, i)[1] == letter for i in range(max(0, index - 4), index))
