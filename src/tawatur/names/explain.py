"""What is shown of a match: parts side by side, and reasons with the words they are about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tawatur.names import body_features
from tawatur.names.bodies import Compared
from tawatur.names.features import Evidence
from tawatur.names.persons import Piece
from tawatur.names.terms import Term
from tawatur.names.vocabulary import DIGITS, FIELD, FIRM, GENERAL, HEAD, PLACE, PLAIN
from tawatur.names.weights import FEATURES


@dataclass(frozen=True, slots=True)
class Part:
    """Words that answer to each other, None where one side has none; their likeness 0 to 1, and how it was found:

    equal, known (usual spellings of one name), sound, joined, initial, translated, acronym, title, alone.
    """

    a: str | None
    b: str | None
    likeness: float
    how: str


@dataclass(frozen=True, slots=True)
class Reason:
    """What speaks for or against: a stable code, which pages have words for, its weight, and the words concerned."""

    code: str
    weight: float
    words: tuple[str, ...] = ()


def turned(part: Part) -> Part:
    """The same part seen from the other name."""
    return Part(part.b, part.a, part.likeness, part.how)


def person_parts(e: Evidence, from_b: bool) -> list[Part]:
    """The parts of two persons' names, in the order of the first, or of the second; titles and numbers last."""
    placed = [
        (
            p.b[0] if from_b else p.a[0],
            Part(_said(e.a.pieces, p.a), _said(e.b.pieces, p.b), round(p.likeness, 3), p.how),
        )
        for p in e.found.pairs
    ]
    of_a = [(i, Part(e.a.pieces[i].text, None, 0.0, "alone")) for i in e.found.left_a]
    of_b = [(j, Part(None, e.b.pieces[j].text, 0.0, "alone")) for j in e.found.left_b]
    own, other = (of_b, of_a) if from_b else (of_a, of_b)
    parts = [part for _, part in sorted((*placed, *own), key=lambda item: item[0])] + [part for _, part in other]
    for a, b in ((e.a.number_text, e.b.number_text), (e.a.generation_text, e.b.generation_text)):
        if a or b:
            alike = float(bool(a and b) and e.a.number == e.b.number and e.a.generation == e.b.generation)
            parts.append(Part(a or None, b or None, alike, "number"))
    parts += [Part(p.text, None, 0.0, "title") for p in e.a.pieces[e.a.names :]]
    return parts + [Part(None, p.text, 0.0, "title") for p in e.b.pieces[e.b.names :]]


def _said(pieces: Sequence[Piece], places: Sequence[int]) -> str:
    return " ".join(pieces[i].text for i in places)


def person_reasons(e: Evidence) -> list[Reason]:
    """The features of two persons' names that say something, with their weights."""
    return [
        Reason(feature.__name__, round(weight * value, 2), _WORDS.get(feature.__name__, _none)(e))
        for feature, weight in FEATURES.items()
        if (value := feature(e))
    ]


def _none(e: Evidence) -> tuple[str, ...]:
    return ()


def _agreeing(e: Evidence) -> tuple[str, ...]:
    return tuple(_said(e.a.pieces, p.a) for p in e.found.pairs)


def _rarest(e: Evidence) -> tuple[str, ...]:
    best = max(e.found.pairs, key=lambda p: p.likeness * p.bits)
    return (_said(e.a.pieces, best.a), _said(e.b.pieces, best.b))


def _spelt(e: Evidence) -> tuple[str, ...]:
    unlike = [p for p in e.found.pairs if p.likeness < 0.9]
    return tuple(text for p in unlike for text in (_said(e.a.pieces, p.a), _said(e.b.pieces, p.b)))


def _first(e: Evidence) -> tuple[str, ...]:
    return tuple(p[0].text for p, left in zip((e.a.pieces, e.b.pieces), e.first_left, strict=True) if left)


def _last(e: Evidence) -> tuple[str, ...]:
    sides = zip((e.a, e.b), e.last_left, strict=True)
    return tuple(person.pieces[person.names - 1].text for person, left in sides if left)


def _alone(e: Evidence) -> tuple[str, ...]:
    return tuple(e.a.pieces[i].text for i in e.found.left_a) + tuple(e.b.pieces[j].text for j in e.found.left_b)


def _numbers(e: Evidence) -> tuple[str, ...]:
    return tuple(text for text in (e.a.number_text, e.b.number_text) if text)


def _generations(e: Evidence) -> tuple[str, ...]:
    return tuple(text for text in (e.a.generation_text, e.b.generation_text) if text)


_WORDS: dict[str, Callable[[Evidence], tuple[str, ...]]] = {
    "agreeing_parts": _agreeing,
    "all_parts_agree": _agreeing,
    "rare_part": _rarest,
    "usual_part_only": _agreeing,
    "given_part_only": _agreeing,
    "one_part_only": _alone,
    "spelling_differs": _spelt,
    "other_given_name": _first,
    "given_name_missing": _first,
    "other_family_name": _last,
    "family_name_missing": _last,
    "other_middle_name": _alone,
    "middle_name_missing": _alone,
    "other_number": _numbers,
    "number_missing": _numbers,
    "number_for_name": _numbers,
    "other_generation": _generations,
    "generation_missing": _generations,
}


def body_parts(c: Compared) -> list[Part]:
    """The terms of two organisations' names side by side; what stays alone after them."""
    parts = [Part(x.text, y.text, round(alike, 3), how) for x, y, alike, how in c.pairs]
    if c.acronym:
        return [*parts, Part(_terms(c.left_a), _terms(c.left_b), 1.0, "acronym")]
    parts += [Part(t.text, None, 0.0, "alone") for t in c.left_a]
    return parts + [Part(None, t.text, 0.0, "alone") for t in c.left_b]


def _terms(terms: Sequence[Term]) -> str | None:
    return " ".join(t.text for t in terms) or None


def body_reasons(c: Compared) -> list[Reason]:
    """The features of two organisations' names that say something, with their weights."""
    found = []
    for feature, weight in body_features.FEATURES.items():
        if value := feature(c):
            sorts = _SORTS.get(feature.__name__, ())
            if feature.__name__.endswith("agree"):
                words = tuple(x.text for x, *_ in c.pairs if not sorts or x.sort in sorts)
            else:
                words = tuple(t.text for t in (*c.left_a, *c.left_b) if t.sort in sorts)
            found.append(Reason(feature.__name__, round(weight * value, 2), words))
    return found


_SORTS: dict[str, tuple[str, ...]] = {
    "distinguishing_words_agree": (PLAIN, PLACE, DIGITS),
    "fields_agree": (FIELD,),
    "general_words_agree": (HEAD, FIRM, GENERAL),
    "other_name": (PLAIN, FIELD, PLACE, GENERAL),
    "name_missing": (PLAIN, FIELD),
    "other_place": (PLACE,),
    "place_missing": (PLACE,),
    "other_number": (DIGITS,),
    "number_missing": (DIGITS,),
    "other_kind_of_body": (HEAD, FIRM),
    "only_kind_missing": (HEAD,),
    "firm_kind_missing": (FIRM,),
    "kind_of_body_missing": (HEAD,),
    "general_word_missing": (GENERAL,),
}
