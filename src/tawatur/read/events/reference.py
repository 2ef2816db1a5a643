"""What definite nouns stand for: "the coalition", "the group", "the president" after the name was told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.read.holders import Holders
from tawatur.record.types import Mention
from tawatur.text.words import WORD, Token, analyses, definite, undefined

if TYPE_CHECKING:
    from tawatur.read.events.context import Context

_ARTICLE = "ال"
_LONGEST = 4  # words of a description


class References:
    """Remembers, for every head noun of a name or of the title before it, the entities named so and where."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._named: dict[str, list[tuple[int, str]]] = {}
        self._offices: set[str] = set()
        self._holders = Holders(context.document)
        self._note_names()
        self._note_roles()

    def _note_names(self) -> None:
        document = self._context.document
        for mention in self._context.mentions:
            if mention.type == "person":
                continue
            first = document.token_at(mention.start)
            self._note(_bare(document.tokens[first], mention.start), mention)
            if _governed(document.tokens[first], mention.start):
                continue  # مقر البنك بجدة
            for before in (first - 1, first - 2):
                form = document.tokens[max(before, 0)].form
                acting = before in self._context.words.people_words and not definite(form)  # حكومة فلان
                if acting or (before in self._context.words.class_words and before == first - 1):
                    self._note(undefined(form), mention)

    def _note_roles(self) -> None:
        document = self._context.document
        for role in self._context.roles:
            title = document.tokens_in(role.start, role.start + len(role.title))
            if title and title[0].kind == WORD:
                office = undefined(title[0].form[role.start - title[0].start :])
                self._offices.add(office)
                self._add(office, role.start, role.person)

    def _description(self, token: int) -> list[str]:
        """A definite noun and the words with article that go on with it: الوزير الأميركي."""
        tokens = self._context.document.tokens
        words = [undefined(tokens[token].form)]
        for following in tokens[token + 1 : token + _LONGEST]:
            if following.kind != WORD or not following.form.startswith(_ARTICLE):
                break
            words.append(following.form)
        return words

    def _note(self, head: str, mention: Mention) -> None:
        self._add(head, mention.start, mention.entity)

    def _add(self, head: str, start: int, entity: str) -> None:
        if len(head) > 2:
            self._named.setdefault(head, []).append((start, entity))

    def holder(self, first: int, last: int, letters: int = 0) -> str | None:
        """The person told before tokens [first, last) whose office they repeat (وزير الخارجية الأميركي), or who is
        named by it only later; the first word begins behind `letters` letters of proclitics."""
        tokens = [t for t in self._context.document.tokens[first:last] if t.kind == WORD]
        if not tokens or len(tokens) > _LONGEST:
            return None
        folded = [undefined(tokens[0].form[letters:]), *(t.form for t in tokens[1:])]
        start = tokens[0].start
        return self._holders.holder(folded, start, sure=True) or self._holders.named_later(folded, start, sure=True)

    def entity(self, token: int) -> str | None:
        """The entity that a definite noun at a token stands for: the last one named with that noun before it, else
        the first one named so anywhere."""
        form = self._context.document.tokens[token].form
        if not definite(form):
            return None
        named = self._named.get(undefined(form), [])
        start = self._context.document.tokens[token].start
        person = self._holders.holder(self._description(token), start) if undefined(form) in self._offices else None
        if person is not None:
            return person
        before = [entity for where, entity in named if where < start]
        return before[-1] if before else named[0][1] if named else None


def _governed(token: Token, start: int) -> bool:
    """Whether a preposition is written onto a name."""
    letters = start - token.start
    return any(a.letters == letters and a.preposition for a in analyses(token.form)) if letters else False


def _bare(token: Token, start: int) -> str:
    """A name's first word without its article, which after a preposition has no alef (لل)."""
    letters = start - token.start
    word = token.form[letters:]
    return word[1:] if letters and token.form[letters - 1 : letters + 1] == "لل" else undefined(word)
