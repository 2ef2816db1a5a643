"""The short names by which a report goes on to speak of a person or a body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from tawatur.read.document import Document
from tawatur.read.mentions.acronyms import acronyms
from tawatur.read.mentions.candidates import Candidate
from tawatur.read.mentions.ground import Ground, ground_of
from tawatur.read.mentions.words import NameWords
from tawatur.text.folding import source_offset
from tawatur.text.words import WORD, Token, analyses, spaced

Where = Literal["anywhere", "verb", "said"]  # it stands for the person: wherever, after a verb, after a verb of saying
_FOREIGN = 3.0  # shape of a first name that is hardly an Arabic one: كارتر


def short_names(document: Document, found: list[Candidate]) -> Iterator[Candidate]:
    """Later mentions by a part of a person's full name (بلينكن, بن علي) or by the acronym of a body, wherever."""
    yield from acronyms(document, found)
    ground = ground_of(document)
    parts: dict[str, Where] = {}
    pairs: set[tuple[str, str]] = set()
    for candidate in found:
        if candidate.type == "person":
            forms = [ground.words.folded(w) for w in _words(document, candidate)]
            parts.update(_parts(forms, ground))
            if len(forms) > 2:
                pairs.add((forms[-2], forms[-1]))
    if not parts and not pairs:
        return
    endings = tuple({*parts, *(last for _, last in pairs)})
    spans = iter([(c.start, c.end) for c in found])
    current = next(spans, None)
    for sentence in document.live_sentences():
        for token in document.tokens[sentence.first : sentence.last]:
            while current is not None and current[1] <= token.start:
                current = next(spans, None)
            if token.kind != WORD or token.index in ground.titles or (current is not None and current[0] < token.end):
                continue
            if token.form.endswith(endings):
                start = _start(document, token, parts, pairs, ground)
                if start is not None:
                    yield Candidate(start, token.end, "person", "short name", 1)


def _words(document: Document, candidate: Candidate) -> list[str]:
    return document.text[candidate.start : candidate.end].replace("-", " ").split()


def _start(
    document: Document, token: Token, parts: dict[str, Where], pairs: set[tuple[str, str]], ground: Ground
) -> int | None:
    """Where the short name begins that ends with a token, or None."""
    before = document.tokens[token.index - 1] if token.index else None
    if before is not None and before.kind == WORD and spaced(document.text[before.end : token.start]):
        letters = _pair(document, before, token, pairs, ground)
        if letters is not None:
            return before.start + source_offset(before.text, letters)
        if ground.words.bearing(before.form):
            return None  # مجموعة بولوريه is no man
    following = document.tokens[token.index + 1] if token.index + 1 < len(document.tokens) else None
    if following is not None and following.form in ground.words.sets["younger"]:
        return None  # ترامب الابن is another man
    found = _short(token.form, parts)
    if found is not None and found[0] in ground.words.spelt and ground.words.spelt_given(token) is None:
        return None  # على is no علي
    if found is None or not _placed(token, parts[found[0]], ground):
        return None
    return token.start + source_offset(token.text, found[1])


def _pair(document: Document, first: Token, last: Token, pairs: set[tuple[str, str]], ground: Ground) -> int | None:
    """How many letters of proclitics stand before the last two words of a full name (تشاوش أوغلو, بن علي), or None."""
    if (first.form, last.form) in pairs:
        letters = 0
    else:
        readings = (a.letters for a in analyses(first.form) if a.letters and (a.rest, last.form) in pairs)
        letters = next(readings, -1)
    joined = letters >= 0 and first.form[letters:] in ground.words.sets["of_father"]
    if letters < 0 or (joined and not letters and _named(document, first.index - 1, ground)):
        return None
    return letters


def _named(document: Document, i: int, ground: Ground) -> bool:
    """Whether a word may be the first name of another person: فيصل before بن خالد."""
    if i < 0 or document.tokens[i].kind != WORD or i in ground.verbs:
        return False
    return ground.words.inside(document.tokens[i].form) in ("given", "weak", "family", "unknown")


def _placed(token: Token, where: Where, ground: Ground) -> bool:
    if where == "anywhere":
        return True
    return token.index in ground.told if where == "said" else token.index - 1 in ground.verbs


def _parts(forms: list[str], ground: Ground) -> dict[str, Where]:
    """The part of a full name that may stand for it, and where it does so: the family name, mostly the last word."""
    words = ground.words
    if len(forms) == 1:
        return {forms[0]: "anywhere"} if words.plain(forms[0]) == "unknown" and _one_name(forms[0], words) else {}
    if forms[0] in words.sets["family_first"] and len(forms[0]) > 2:
        return {forms[0]: "anywhere" if words.plain(forms[0]) != "common" else "said"}
    last = forms[-1]
    if words.plain(forms[-2]) in ("prefix", "joint") or len(last) < 3 or last in words.sets["younger"]:
        return {}
    if words.plain(last) == "common":
        return {last: "said"} if len(forms) == 2 else {}
    kind = words.inside(last)
    if last.startswith("ال") or kind not in ("weak", "given"):
        return {last: "anywhere"}
    return {last: "anywhere" if kind == "given" and words.shape(last) > _FOREIGN else "verb"}


def _one_name(form: str, words: NameWords) -> bool:
    """Whether a lone unknown word is likely a name wherever it stands: with the article only as a family's from a place
    or a trade (الخبيتي), for الوسام and الدائنون are things and people."""
    definite = form.startswith(words.affixes["with_article"]) and not form.endswith(words.affixes["relation"])
    return len(form) > 3 and not definite


def _short(form: str, parts: dict[str, Where]) -> tuple[str, int] | None:
    """The family name that a word is, its proclitics aside, and how many letters these have."""
    if form in parts:
        return form, 0
    for a in analyses(form):
        if a.letters and not a.article and a.rest in parts:
            return a.rest, a.letters
    return None
