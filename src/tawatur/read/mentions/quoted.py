"""Names in quotation marks after a word that says what they name: صحيفة "الوطن", مجموعة "الطيف"."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.read.document import Document
from tawatur.read.mentions.candidates import Candidate
from tawatur.read.mentions.words import NameWords, name_words
from tawatur.text.words import WORD, analyses

_OPEN = frozenset("\"“«‹„”'‘")
_CLOSE = frozenset("\"”»›“'’")
_LONGEST = 5  # words in the marks


def quoted(document: Document) -> Iterator[Candidate]:
    """The words in the marks; with the word before them where they are named together (kind `with_head`)."""
    words = name_words(document.language)
    tokens = document.tokens
    for sentence in document.live_sentences():
        for i in range(sentence.first + 1, sentence.last - 1):
            if tokens[i].form not in _OPEN or tokens[i - 1].kind != WORD or tokens[i + 1].start != tokens[i].end:
                continue
            close = next(
                (j for j in range(i + 2, min(i + _LONGEST + 2, sentence.last)) if tokens[j].form in _CLOSE), None
            )
            if close is None or any(tokens[j].form in "،,.:؛" for j in range(i + 1, close)):
                continue
            head = i - 1
            kind = _head(tokens[head].form, words)
            if tokens[head].form in words.called:  # مجموعة تسمى "فجر الشرق"
                head -= 1
                kind = _head(tokens[head].form, words)
            if kind is None and head > sentence.first and tokens[head].form.startswith("ال"):
                head -= 1
                kind = _head(tokens[head].form, words)
            if kind is not None and not _adjective(document, i + 1, close, words):
                yield Candidate(tokens[i + 1].start, tokens[close - 1].end, kind, "quoted", 2)


def _adjective(document: Document, first: int, close: int, words: NameWords) -> bool:
    """Whether a single word without article in the marks only describes: منظمة "إرهابية"."""
    form = document.tokens[first].form
    described = form.endswith(words.affixes["relation"]) and not form.startswith("ال")
    return close == first + 1 and described and words.plain(form) == "common"


def _head(form: str, words: NameWords) -> str | None:
    return next((words.quoted[a.rest] for a in analyses(form) if a.rest in words.quoted), None)
