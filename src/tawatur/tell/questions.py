"""Open questions as a page of text: what each is about, and how it is answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tawatur.tell import labels
from tawatur.tell.page import Line, Page, Piece


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a page shows it: its kind, what it is about, and the commands that answer it, by their label."""

    kind: str
    about: Line
    answers: Sequence[tuple[str, str]]


def questions(asked: Sequence[Asked], counts: Mapping[str, int], lang: str) -> Page:
    """The page of these open questions; `counts`: how many there are of each kind."""
    page = Page(lang, labels.label("questions", lang))
    if not asked:
        page.paragraph(labels.label("no_questions", lang))
    kind = None
    for one in asked:
        if one.kind != kind:
            kind = one.kind
            page.heading(f"{labels.word_of('question_kinds', kind, lang)} ({counts[kind]})")
        answers = [[Piece(f"{_answer(key, lang)}: "), Piece(told, "muted")] for key, told in one.answers]
        page.row("", one.about, answers)
    return page


def _answer(key: str, lang: str) -> str:
    """The label of an answer; of one value of several with its number."""
    word, _, number = key.rpartition("-")
    if not number.isdecimal():
        return labels.word_of("answers", key, lang)
    return f"{labels.word_of('answers', word, lang)} ({int(number) + 1})"
