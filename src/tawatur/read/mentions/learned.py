"""The learned model as a source of mentions: its names, as the record has them.

The model's fourth type (currencies, creeds, brands) is nothing of ours.
"""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.read.document import Document
from tawatur.read.mentions.candidates import Candidate
from tawatur.read.mentions.ground import Ground, ground_of
from tawatur.read.mentions.shape import beside
from tawatur.read.mentions.tags import Name, tags_of
from tawatur.read.mentions.trimming import NAMED, proclitics, trimmed
from tawatur.read.mentions.words import before
from tawatur.text.folding import fold
from tawatur.text.words import WORD

_INSIDE = frozenset("-.")
_HALF = 0.25  # how much of a name the model must see in a word beside one


def learned(document: Document) -> Iterator[Candidate]:
    """The names that the model finds."""
    ground = ground_of(document)
    names = [n for n in tags_of(document).names if n.type != "other"]  # its fourth type is nothing of ours
    found = []
    for name in joined(document, [part for n in names for part in _parts(document, n, ground)], ground):
        kept = trimmed(document, name, ground)
        if kept is not None and not _elsewhere(document, *kept):
            end = document.tokens[kept[1]].end
            kind = "work" if name.type == "organisation" and _medium(document, name, ground) else name.type
            found.append(Candidate(kept[0], end, kind, "model", 1, None, name.confidence))
    yield from _agreed(document, found)


def _medium(document: Document, name: Name, ground: Ground) -> bool:
    """Whether the word before a name, or its own first word, says that it is a newspaper or station."""
    previous = before(document, name.first)
    first = name.first < name.last and ground.words.among(document.tokens[name.first].form, "medium")
    return first or (previous is not None and ground.words.among(previous.form, "medium"))


def _elsewhere(document: Document, start: int, last: int) -> bool:
    """Whether a time stands there (names of months are names of persons too), or a word goes on in a hashtag."""
    end = document.tokens[last].end
    hashed = document.text[end : end + 1] == "_" or document.text[start - 1 : start] == "_"
    return hashed or any(t.start <= start < t.end for t in document.reading.times)


def _agreed(document: Document, found: list[Candidate]) -> Iterator[Candidate]:
    """One type for one name, the one of which the model is surest in the whole report, and the confidence of the place
    where it shows best."""
    sums: dict[str, dict[str, float]] = {}
    surest: dict[str, float] = {}
    for c in found:
        name = fold(document.text[c.start : c.end])
        types = sums.setdefault(name, {})
        types[c.type] = types.get(c.type, 0.0) + c.confidence
        surest[name] = max(surest.get(name, 0.0), c.confidence)
    for c in found:
        name = fold(document.text[c.start : c.end])
        types = sums[name]
        yield c._replace(type=max(types, key=lambda kind: (types[kind], kind)), confidence=surest[name])


def _parts(document: Document, name: Name, ground: Ground) -> Iterator[Name]:
    """A person's name without the verb that it ran into, and two names that "and" joins as two."""
    if name.type != "person":
        yield name
        return
    first = name.first
    for i in range(name.first + 1, name.last + 1):
        form = document.tokens[i].form
        kind = ground.words.plain(form)
        if i in ground.verbs and kind not in NAMED:
            yield name._replace(first=first, last=i - 1)
            return
        joins = kind not in NAMED and form.startswith(ground.words.affixes["and"])
        if joins and ground.words.plain(form[1:]) in NAMED:
            yield name._replace(first=first, last=i - 1)
            first = i
    yield name._replace(first=first)


def joined(document: Document, names: list[Name], ground: Ground) -> list[Name]:
    """Names with a hyphen or stop inside (كيم جونغ-أون, جي.ام.ار: the model learned from words without), and places of
    two words that no list has (دشتي برتشي), as one."""
    found: list[Name] = []
    for name in names:
        held = found[-1] if found else None
        if held is not None and held.type == name.type and _one(document, held, name, ground):
            found[-1] = Name(held.first, name.last, held.type, min(held.confidence, name.confidence))
        else:
            found.append(name)
    found = [_with_part_to_come(document, name, ground) for name in found]
    taken = {i for n in found for i in range(n.first, n.last + 1)}
    return [_with_neighbours(document, _with_tail(document, name), taken, ground) for name in found]


def _one(document: Document, a: Name, b: Name, ground: Ground) -> bool:
    if _hyphened(document, a.last, b.first):
        return True
    if a.type != "place" or beside(document, a.last) != b.first or b.first != a.last + 1:
        return False
    return not (
        a.first in ground.names or b.first in ground.names or proclitics(document, document.tokens[b.first], ground)
    )


def _hyphened(document: Document, left: int, right: int) -> bool:
    """Whether a hyphen or stop without spaces stands between two words."""
    tokens = document.tokens
    if right != left + 2 or tokens[left + 1].form not in _INSIDE or tokens[right].kind != WORD:
        return False
    return tokens[left].end + 1 == tokens[right].start


def _with_tail(document: Document, name: Name) -> Name:
    last = name.last
    while last + 2 < len(document.tokens) and _hyphened(document, last, last + 2):
        last += 2
    return name._replace(last=last)


def _with_part_to_come(document: Document, name: Name, ground: Ground) -> Name:
    """A person's name with the words that a particle at its end needs: أنا فون دير ⟨مولن⟩."""
    if name.type != "person":
        return name
    last = name.last
    while (n := beside(document, last)) is not None and n == last + 1:
        if ground.words.plain(document.tokens[last].form) != "joint":
            break
        last = n
    return name._replace(last=last)


def _with_neighbours(document: Document, name: Name, taken: set[int], ground: Ground) -> Name:
    """A person's name with the word before or after it that the model half saw, or that is a first name."""
    if name.type != "person":
        return name
    tags = tags_of(document)

    def half(i: int) -> bool:
        explained = i in taken or i in ground.verbs or i in ground.titles | ground.demonyms or i in ground.names
        return not explained and tags.typed(i, i, "person") >= _HALF

    i, n = name.first - 1, beside(document, name.last)
    given = i >= 0 and ground.words.plain(document.tokens[i].form) == "given" and i not in ground.titles | taken
    before_it = i >= 0 and beside(document, i) == name.first and i not in ground.verbs
    if before_it and (given or half(i)) and not proclitics(document, document.tokens[name.first], ground):
        name = name._replace(first=i)
    if n is not None and half(n) and not proclitics(document, document.tokens[n], ground):
        name = name._replace(last=n)
    return name
