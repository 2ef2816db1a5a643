"""What follows a verb or a noun in its clause, one after the other: noun phrases, bare or behind a preposition.

Adverbials, times and relative clauses may stand between a verb and whom it takes for its object (التقى الوزير الذي يزور
البلاد، أمس في مقر الحكومة، نظيره): they are passed over, not mistaken for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import NamedTuple

from tawatur.language.lexicon import Hit
from tawatur.read.events.clauses import HARD, SOFT
from tawatur.read.events.context import Context
from tawatur.read.events.phrases import Phrase, phrase, proclitic
from tawatur.text.words import SIGN

_ENDS = frozenset({"that", "subordinate", "negation"})


class Complement(NamedTuple):
    """A noun phrase with what governs it: a particle, a letter written onto its first word, or nothing (None, "")."""

    mark: Hit | None
    letter: str
    phrase: Phrase

    @property
    def bare(self) -> bool:
        """Whether nothing governs it."""
        return self.mark is None and not self.letter

    @property
    def party(self) -> bool:
        """Whether it says with or between whom."""
        return self.mark is not None and bool(self.mark.data.get("party"))


def complements(context: Context, first: int, limit: int, through: Set[int] = frozenset()) -> Iterator[Complement]:
    """The complements among tokens [first, limit), up to the next clause of its own. A relative clause is passed over
    as far as its comma; one whose verb stands at a token of `through` goes on with what is told."""
    index: int | None = first
    while index is not None and index < limit:
        mark = context.particles.get(index)
        if mark is not None and not context.inside_name(context.document.tokens[index].start):
            if mark.data["class"] in _ENDS or index in context.words.attributions:
                return
            if mark.data["class"] == "relative":
                index = _behind_relative(context, mark.last + 1, limit, through)
                continue
            governs = mark.data["class"] in ("preposition", "partitive")
            found = _phrase_at(context, mark.last + 1, limit) if governs else None
            if found is not None:
                yield Complement(mark, "", found)
            index = found.last if found is not None else mark.last + 1
            continue
        behind = _passed_over(context, index, through)
        if behind != index:
            index = behind
            continue
        found = _phrase_at(context, index, limit)
        if found is not None:
            yield Complement(None, proclitic(context, index)[1], found)
        index = found.last if found is not None else index + 1


def _passed_over(context: Context, index: int, through: Set[int]) -> int | None:
    """The token behind a mark, a time or a verb of `through` that stands at a token; the token itself where none does,
    None where what is told ends."""
    token = context.document.tokens[index]
    if token.kind == SIGN:
        return None if token.form in HARD else index + 1
    if index in context.time_tokens:
        return max(index + 1, context.document.token_at(context.time_tokens[index].end))
    if index in context.verbs and index not in context.mention_tokens:
        return context.verbs[index].last + 1 if index in through else None
    return index


def _phrase_at(context: Context, first: int, limit: int) -> Phrase | None:
    """The noun phrase that begins right at a token, the preposition written onto it passed over."""
    if first >= limit or first in context.time_tokens or first in context.particles:
        return None
    if first in context.verbs and first not in context.mention_tokens:
        return None
    found = phrase(context, first, limit)
    return found if found.first < found.last else None


def _behind_relative(context: Context, first: int, limit: int, through: Set[int]) -> int | None:
    """The token behind a relative clause that begins at `first`: after its first comma, where no verb follows it; the
    clause's own first token where its verb is one of `through` or it has none; None where nothing comes back."""
    tokens = context.document.tokens
    verb = next((i for i in range(first, min(limit, first + 3)) if i in context.verbs), None)
    if through and (verb is None or verb in through):
        return first
    for index in range(first, limit - 1):
        form = tokens[index].form
        if tokens[index].kind != SIGN:
            continue
        if form in HARD:
            return None
        if form in SOFT:
            after = index + 1
            goes_on = after in context.verbs and after not in context.mention_tokens
            return None if goes_on else after
    return None
