"""What words must stand in company with to tell an incident (`with` in the lists): a vote with a parliament, a closure
with a border. Without it the word tells something else, or nothing; and so it does beside what `without` names (a rank
that is taken, no town)."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.events.clauses import HARD

_NAMED = "named"  # the class of a quotation mark, which opens the name of an operation, a drill
_MARKS = frozenset("\"“”„«‹'‘")
_AHEAD = 6  # tokens behind a word among which its company stands, unless `reach` says otherwise


class Company:
    """The words of `event.incident-company` by the token they begin at, by what they are (office, pact ...)."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.at: dict[int, set[str]] = {}
        for hit in document.hits("event.incident-company"):
            self.at.setdefault(hit.first, set()).update(hit.data["is"])
        for token in document.tokens:
            if token.form in _MARKS:
                self.at[token.index] = {_NAMED}

    def kept(self, hit: Hit) -> bool:
        """Whether one of the company that a word needs stands with it, in its sentence and up to a hard mark, and none
        that makes it something else; true for a word that needs none."""
        wanted, unwanted = hit.data.get("with"), hit.data.get("without")
        if not (wanted or unwanted):
            return True
        near = [self.at[i] for i in self._around(hit) if i in self.at]
        if unwanted and any(found & set(unwanted) for found in near):
            return False
        return not wanted or any(found & set(wanted) for found in near)

    def _around(self, hit: Hit) -> list[int]:
        """The tokens from a word to its `reach` behind it, and before it to as many as `around` says, nearest first."""
        tokens = self.document.tokens
        sentence = self.document.sentences[tokens[hit.first].sentence]
        found: list[int] = []
        ahead = min(sentence.last, hit.last + 1 + hit.data.get("reach", _AHEAD))
        back = max(sentence.first, hit.first - hit.data.get("around", 0))
        for side in (range(hit.last + 1, ahead), range(hit.first - 1, back - 1, -1)):
            for index in side:
                if tokens[index].form in HARD:
                    break
                found.append(index)
        return found
