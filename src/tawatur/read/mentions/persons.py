"""Names of persons: after a title, or from a first name on; and the short names that a report uses afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.read.document import Document
from tawatur.read.mentions.candidates import Candidate
from tawatur.read.mentions.titles import Ground, ground_of, titles
from tawatur.text.folding import source_offset
from tawatur.text.words import WORD, Token, analyses

_LONGEST = 8  # words of a name
_POSSESSED = ("ته", "ها", "هم", "هما")
_NAMED = ("given", "weak", "family")


def persons(document: Document) -> Iterator[Candidate]:
    """Every stretch of words that reads as a person's name."""
    ground = ground_of(document)
    after_title = {
        t.name for t in titles(document, ground) if t.name is not None and t.hit.features.get("number") != "plural"
    }
    for sentence in document.live_sentences():
        i = sentence.first
        while i < sentence.last:
            found = _person(document, i, i in after_title, ground)
            if found is None:
                i += 1
                continue
            start, last = found
            yield Candidate(start, document.tokens[last].end, "person", "title" if i in after_title else "pattern", 2)
            i = last + 1


def _person(document: Document, i: int, introduced: bool, ground: Ground) -> tuple[int, int] | None:
    """Start offset and last token of a name that begins at a token, or None."""
    token, words = document.tokens[i], ground.words
    if token.kind != WORD or not "\u0621" <= token.form[:1] <= "\u064a":
        return None
    kind, letters = words.spelt_given(token) or words.first(token.form)
    if kind in ("common", "unknown", "family", "weak") and _fathered(document, i, ground):
        kind, letters = "given", letters if kind == "weak" else 0
    if kind == "common" or kind == "joint" or (introduced and letters and kind == "weak"):
        return None
    if not introduced and (kind not in ("given", "prefix", "weak") or i in ground.names):
        return None
    if introduced and (i in ground.verbs or i in ground.names or (token.form.startswith("ال") and kind == "unknown")):
        return None
    if i in ground.titles and (introduced is False or letters == 0) and not _fathered(document, i, ground):
        return None
    last, _ = _extend(document, i, ground, kind)
    article = token.form.startswith("ال") and kind == "family"
    if article and (last > i or i - 1 not in ground.titles or token.form.endswith(("ين", "ون", "ات"))):
        return None
    if last == i and i in ground.demonyms:
        return None
    if last == i and kind == "unknown" and (token.form[0] == "ل" or not _nameable(token)):
        return None
    if kind == "unknown" and ("\u064b" in token.text or not _plausible(token) or token.form.endswith(_POSSESSED)):
        return None
    if last == i and not (introduced and kind in ("given", "family", "unknown") and _plausible(token)):
        return None
    spelt = words.spelt_given(token) is not None
    if (
        (kind == "weak" or spelt)
        and not introduced
        and words.inside(document.tokens[i + 1].form) not in ("given", "family")
    ):
        return None
    if kind == "prefix" and not introduced and not _kunya(document, i, ground):
        return None
    return token.start + source_offset(token.text, letters), last


def _extend(document: Document, i: int, ground: Ground, kind: str) -> tuple[int, int]:
    """The last token of the name that begins at token i, and how many parts it has."""
    last, parts, kunya = i, 1, False
    if kind == "prefix":
        second = _next(document, i, ground)
        if second is None:
            return i, 0
        last = second
    while last - i < _LONGEST:
        n = _next(document, last, ground)
        if n is None:
            break
        form = document.tokens[n].form
        under = "given" if ground.words.spelt_given(document.tokens[n]) == ("given", 0) else ground.words.inside(form)
        if under in ("joint", "prefix"):
            beyond = _next(document, n, ground)
            if beyond is not None and ground.words.inside(document.tokens[beyond].form) in ("joint", "prefix"):
                n, beyond = beyond, _next(document, beyond, ground)
            if beyond is None or (
                under == "joint"
                and _stops(document, beyond, ground, parts)
                and (form not in ground.words.sets["son"] or beyond in ground.verbs)
            ):
                break
            last, parts, kunya = beyond, parts + 1, under == "prefix"
        elif not _stops(document, n, ground, parts, kunya):
            last, parts = n, parts + 1
        else:
            break
    return last, parts


def _next(document: Document, i: int, ground: Ground) -> int | None:
    """The word that stands beside a token (a hyphen without spaces may join them), if it is no verb."""
    tokens, n = document.tokens, i + 1
    if n < len(tokens) and tokens[n].form == "-" and tokens[n].start == tokens[i].end:
        n += 1
        if n < len(tokens) and tokens[n].start != tokens[n - 1].end:
            return None
    elif n < len(tokens) and not document.text[tokens[i].end : tokens[n].start].isspace():
        return None
    if n >= len(tokens) or tokens[n].kind != WORD or tokens[n].sentence != tokens[i].sentence:
        return None
    return (
        n
        if "\u0621" <= tokens[n].form[:1] <= "\u064a" and "\n" not in document.text[tokens[i].end : tokens[n].start]
        else None
    )


def _stops(document: Document, n: int, ground: Ground, parts: int, kunya: bool = False) -> bool:
    """Whether a word cannot be a further part of a name that has `parts` parts."""
    token, words = document.tokens[n], ground.words
    form, kind = token.form, words.inside(token.form)
    if words.spelt_given(token) == ("given", 0):
        return False
    if n in ground.titles and kind not in _NAMED:
        return True
    if n in ground.names and not (kind in _NAMED and "class" in ground.names[n].data and parts == 1):
        return True
    if kind in ("given", "family"):
        return parts > 5
    if kind == "weak":
        return n in ground.verbs or parts > 4
    nisba = form.startswith("ال") and form.endswith("ي") and len(form) > 5
    if kind == "common":
        return not (nisba and n in ground.demonyms and (parts == 1 or (parts == 2 and kunya)))
    if n in ground.verbs or parts > 3 or form.startswith("و") or form.endswith((*_POSSESSED, "يه")):
        return True
    if parts > 1 and _no_third_part(token, nisba):
        return True
    return not _plausible(token) or any(
        a.letters and (a.article or words.plain(a.rest) != "unknown") for a in analyses(form)
    )


def _no_third_part(token: Token, nisba: bool) -> bool:
    """Whether an unknown word is too doubtful for a third part of a name: built like a noun of its own, an adverb, a
    dual or plural, a word with pronoun or proclitic."""
    form = token.form
    if form.startswith("ال"):
        return not nisba
    return form[0] in "بلفك" or form.endswith(("ين", "ات", "ا", "ون"))


def _plausible(token: Token) -> bool:
    """Whether an unknown word may be part of a name: long enough, not built like a verb of the present or future."""
    form = token.form
    return len(form) > 2 and not form.startswith(("ي", "سي", "ست", "وال", "بال", "فال", "كال", "لل", "وي", "است"))


def _fathered(document: Document, i: int, ground: Ground) -> bool:
    """Whether a word is followed by "son of", so that it is a first name whatever else it means."""
    tokens, words = document.tokens, ground.words
    form = tokens[i].form
    if i + 1 >= len(tokens) or tokens[i + 1].form not in words.sets["father"] or words.among(form, "city"):
        return False
    if _next(document, i, ground) is None or form in words.sets["function"]:
        return False
    return i not in ground.standing and i not in ground.verbs and not form.startswith("ال") and form[0] != "و"


def _nameable(token: Token) -> bool:
    """Whether an unknown word after a title may be a name: not inflected as an adverb, a plural or with a pronoun."""
    endings = ("ه", "ها", "هم", "وا", "ون", "ين", "ات", "يا", "را", "كا", "لا", "نا", "ما", "دا")
    return _plausible(token) and not ("\u064b" in token.text or token.form.endswith(endings))


def _kunya(document: Document, i: int, ground: Ground) -> bool:
    """Whether a name of prefix and one word (أبو بكر, عبد الله) is one: its second word is a name."""
    n = _next(document, i, ground)
    if n is None:
        return False
    form = document.tokens[n].form
    definite = form.startswith("ال") and document.tokens[i].form in ground.words.sets["servant"]
    return ground.words.inside(form) in ("given", "family", "weak") or definite


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
            letters = _short(token.form, parts)
            if letters is None or not (parts[token.form[letters:]] or token.index - 1 in ground.verbs):
                continue
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
    if len(forms) < 2:
        return {}
    last = forms[-1]
    if ground.words.plain(forms[-2]) in ("prefix", "joint") or len(last) < 3:
        return {}
    if ground.words.plain(last) == "common":
        return {}
    return {last: ground.words.inside(last) not in ("weak", "given") or last.startswith("ال")}


def _short(form: str, parts: dict[str, bool]) -> int | None:
    if form in parts:
        return 0
    for a in analyses(form):
        if a.letters and not a.article and a.rest in parts:
            return a.letters
    return None
