"""The short names by which a report goes on to speak of a person."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.read.document import Document
from tawatur.read.mentions.candidates import Candidate
from tawatur.read.mentions.titles import Ground, ground_of
from tawatur.text.folding import source_offset
from tawatur.text.words import WORD, Token, analyses


def short_names(document: Document, found: list[Candidate]) -> Iterator[Candidate]:
    """Later mentions by a part of a person's full name (بلينكن), anywhere in the report."""
    ground = ground_of(document)
    parts: dict[str, bool] = {}
    for candidate in found:
        if candidate.type == "person":
            parts.update(_parts(document.text[candidate.start : candidate.end], ground))
    if not parts:
        return
    endings = tuple(parts)
    pairs = _pairs(document, found, ground)
    covered = [(c.start, c.end) for c in found]
    spans = iter(covered)
    current = next(spans, None)
    for sentence in document.live_sentences():
        for token in document.tokens[sentence.first : sentence.last]:
            while current is not None and current[1] <= token.start:
                current = next(spans, None)
            if token.kind != WORD or token.index in ground.titles or (current is not None and current[0] < token.end):
                continue
            if not token.form.endswith(endings):
                continue
            found_part = _short(token.form, parts)
            if found_part is None or not (parts[found_part[0]] or token.index - 1 in ground.verbs):
                continue
            letters = found_part[1]
            start = token.start + source_offset(token.text, letters)
            yield Candidate(_with_first_part(document, token, pairs, start), token.end, "person", "short name", 1)


def _pairs(document: Document, found: list[Candidate], ground: Ground) -> set[tuple[str, str]]:
    """The last two words of every full name of three and more: تشاوش أوغلو."""
    forms = [
        [ground.words.folded(w) for w in document.text[c.start : c.end].split()] for c in found if c.type == "person"
    ]
    return {(words[-2], words[-1]) for words in forms if len(words) > 2}


def _with_first_part(document: Document, token: Token, pairs: set[tuple[str, str]], start: int) -> int:
    if token.index and start == token.start:
        before = document.tokens[token.index - 1]
        if (before.form, token.form) in pairs and document.text[before.end : token.start].isspace():
            return before.start
    return start


def _parts(name: str, ground: Ground) -> dict[str, bool]:
    """The family name of a full name, which may stand for it, and whether it does so without a verb before it."""
    forms = [ground.words.folded(w) for w in name.replace("-", " ").split()]
    last = forms[-1]
    if len(forms) < 2:
        return {last: True} if ground.words.plain(last) == "unknown" and len(last) > 3 else {}
    if ground.words.plain(forms[-2]) in ("prefix", "joint") or len(last) < 3:
        return {}
    if ground.words.plain(last) == "common":
        return {}
    return {last: ground.words.inside(last) not in ("weak", "given") or last.startswith("ال")}


def _short(form: str, parts: dict[str, bool]) -> tuple[str, int] | None:
    """The family name that a word is, its proclitics aside, and how many letters these have."""
    if form in parts:
        return form, 0
    for a in analyses(form):
        if a.letters and not a.article and a.rest in parts:
            return a.rest, a.letters
    return None
