"""What speaks for two persons' names being one, and what against: named features, each a number."""

from __future__ import annotations

from tawatur.names.align import Alignment
from tawatur.names.persons import Person

ENOUGH_BITS = 30.0  # more agreement says no more
USUAL_BITS = 10.0  # a part that says less is a usual name
USUAL_FIRST, LEFT_OUT = 4.6, 0.35  # bits of a first name such as Mohammed; its share

SWAPPED_BITS = 14.0  # two names that together say less are given names both
VERY_USUAL_BITS = 7.0  # and one that says less, a very usual one
RATHER_USUAL_BITS = 12.0
FAR, NEITHER = 0.65, 0.75  # likeness below which the other part has little in common; and where neither part is sure
DISTANT, DISTANT_STEP = 0.9, 0.06  # likeness below which a sound is only near, and how fast that speaks against
SHORT, SHORT_ALIKE = 4.0, 0.93  # the length of a word that is met by chance; the likeness that it needs alone


class Evidence:
    """Two names and how their parts answer to each other: whether the first name of each stays alone, and the last; how
    many names the one has that has fewer, and the other; the bits that each pair says."""

    __slots__ = ("a", "b", "fewest", "first_left", "found", "last_left", "most", "said")

    def __init__(self, a: Person, b: Person, found: Alignment) -> None:
        self.a, self.b, self.found = a, b, found
        self.first_left = 0 in found.left_a, 0 in found.left_b
        self.last_left = a.names - 1 in found.left_a, b.names - 1 in found.left_b
        self.fewest, self.most = (a.names, b.names) if a.names < b.names else (b.names, a.names)
        self.said = [p.likeness * p.bits for p in found.pairs]


def agreeing_parts(e: Evidence) -> float:
    """Tens of bits that the agreeing parts say."""
    return min(ENOUGH_BITS, sum(e.said)) / 10


def rare_part(e: Evidence) -> float:
    """Tens of bits of the rarest part that agrees."""
    return max(e.said, default=0.0) / 10


def all_parts_agree(e: Evidence) -> float:
    return float(not e.found.left_a and not e.found.left_b and bool(e.found.pairs))


def spelling_differs(e: Evidence) -> float:
    """How far the parts that answer to each other are from sounding the same."""
    return sum([1 - p.likeness for p in e.found.pairs if p.how != "initial"])


def other_given_name(e: Evidence) -> float:
    return 1 - e.found.near if e.fewest > 1 and all(e.first_left) else 0.0


def other_family_name(e: Evidence) -> float:
    return 1 - e.found.near if e.fewest > 1 and all(e.last_left) else 0.0


def other_middle_name(e: Evidence) -> float:
    """Parts that stay alone on both sides, beside the first and the last."""
    both = min(len(e.found.left_a), len(e.found.left_b))
    return float(max(0, both - all(e.first_left) - all(e.last_left)))


def other_father(e: Evidence) -> float:
    """Both say whose son it is, and of another."""
    mine = [i for i in e.found.left_a if i and e.a.pieces[i].family]
    theirs = [j for j in e.found.left_b if j and e.b.pieces[j].family]
    return float(bool(mine and theirs) and 1 in mine and 1 in theirs)


def father_agrees(e: Evidence) -> float:
    """Both say whose son it is, and of the same father: a whole name, whatever house follows."""
    if e.found.left_a and e.found.left_b:
        return 0.0
    sons = [p for p in e.found.pairs if p.a == (1,) and p.b == (1,)]
    return float(bool(sons) and e.a.pieces[1].family and e.b.pieces[1].family and not any(e.first_left))


def father_is_son(e: Evidence) -> float:
    """One's given name is the name of the other's father, and the other way round: Hamdan bin Mohammed."""
    places = {(p.a, p.b) for p in e.found.pairs}
    if ((0,), (1,)) not in places or ((1,), (0,)) not in places:
        return 0.0
    return float(e.a.pieces[1].family and e.b.pieces[1].family)


def nothing_agrees(e: Evidence) -> float:
    return float(not e.found.pairs)


def given_name_missing(e: Evidence) -> float:
    """Only one side has the first name; of the most usual ones, that stand before others and are left out, less."""
    if not any(e.first_left) or all(e.first_left) or e.fewest == 1:
        return 0.0
    first = (e.a if e.first_left[0] else e.b).pieces[0]
    return LEFT_OUT if first.word.bits < USUAL_FIRST else 1.0


def father_for_son(e: Evidence) -> float:
    """The first name that one side has not is followed by "son of": the other name is the father's."""
    if not given_name_missing(e):
        return 0.0
    side = e.a if e.first_left[0] else e.b
    return float(side.names > 1 and side.pieces[1].family)


def same_number(e: Evidence) -> float:
    """A ruler's number, with the name that it goes with, is a whole name."""
    return float(bool(e.a.number) and e.a.number == e.b.number and not any(e.first_left))


def family_name_missing(e: Evidence) -> float:
    return float(any(e.last_left) and not all(e.last_left) and e.fewest > 1)


def middle_name_missing(e: Evidence) -> float:
    """Parts between the first and the last that one side has."""
    if e.a.names < 3 and e.b.names < 3:
        return 0.0
    left = sum(0 < i < e.a.names - 1 for i in e.found.left_a) + sum(0 < j < e.b.names - 1 for j in e.found.left_b)
    return float(min(3, left))


def one_part_only(e: Evidence) -> float:
    return 0.0 if same_number(e) else float(e.fewest == 1 < e.most)


def usual_part_only(e: Evidence) -> float:
    """One part against several: how usual a name it is."""
    if not one_part_only(e) or not e.found.pairs:
        return 0.0
    return max(0.0, USUAL_BITS - e.found.pairs[0].bits) / 10


def given_part_only(e: Evidence) -> float:
    """One part against several, and not the family name."""
    if not one_part_only(e) or not e.found.pairs:
        return 0.0
    pair = e.found.pairs[0]
    return float(max(pair.a) != e.a.names - 1 or max(pair.b) != e.b.names - 1)


def order_differs(e: Evidence) -> float:
    places = [p.b for p in e.found.pairs]
    return float(places != sorted(places))


def initials_fit(e: Evidence) -> float:
    return float(sum(p.how == "initial" for p in e.found.pairs))


def initials_only(e: Evidence) -> float:
    """Nothing but initials agree."""
    return float(bool(e.found.pairs) and all(p.how == "initial" for p in e.found.pairs))


def initial_for_family_name(e: Evidence) -> float:
    """An initial stands for a given name; for a family name it says little: Vladimir P. Kononov is not Putin."""
    if e.fewest < 2 and e.most > 1:
        return 0.0
    ends = (e.a.names - 1, e.b.names - 1)
    return float(any(p.how == "initial" and (p.a[-1] == ends[0] or p.b[-1] == ends[1]) for p in e.found.pairs))


def usual_names_swapped(e: Evidence) -> float:
    """Two given names that many bear, the other way round: Muhammad the son of Ali is not Ali the son of Muhammad."""
    if e.a.names != 2 or e.b.names != 2 or [p.b for p in e.found.pairs] != [(1,), (0,)]:
        return 0.0
    return float(sum(p.bits for p in e.found.pairs) < SWAPPED_BITS)


def usual_beside_unlike(e: Evidence) -> float:
    """Of two parts one is usual, and the other only near in sound: how far it is from sounding the same."""
    if len(e.found.pairs) != 2 or e.a.names != 2 or e.b.names != 2:
        return 0.0
    usual, other = sorted(e.found.pairs, key=lambda p: p.likeness, reverse=True)
    far = other.likeness < FAR or usual.likeness < NEITHER
    if usual.bits >= (RATHER_USUAL_BITS if far else VERY_USUAL_BITS) or other.how != "sound":
        return 0.0
    return min(1.0, max(0.0, (DISTANT - other.likeness) / DISTANT_STEP))


def short_and_unlike(e: Evidence) -> float:
    """A short word for each whole name is met by chance, unless it sounds the same."""
    if e.a.names != 1 or e.b.names != 1 or not e.found.pairs:
        return 0.0
    length = min(e.a.pieces[0].word.length, e.b.pieces[0].word.length)
    return float(length < SHORT and e.found.pairs[0].likeness < SHORT_ALIKE)


def number_for_bare_name(e: Evidence) -> float:
    """A ruler with his number, and nothing but a name that many bear."""
    side = e.b if e.a.number and not e.b.number else e.a if e.b.number and not e.a.number else None
    return float(side is not None and side.names == 1)


def other_number(e: Evidence) -> float:
    """Rulers of one name: the sixth is not the fifth."""
    return float(e.a.number != e.b.number and bool(e.a.number and e.b.number))


def number_missing(e: Evidence) -> float:
    return float(bool(e.a.number) != bool(e.b.number))


def number_for_name(e: Evidence) -> float:
    """A ruler's number against another's family name: Abdullah II, Abdullah al-Attiyah."""
    left = e.found.left_b if e.a.number and not e.b.number else e.found.left_a if e.b.number and not e.a.number else []
    return float(bool(left))


def other_generation(e: Evidence) -> float:
    return float(e.a.generation != e.b.generation and bool(e.a.generation and e.b.generation))


def generation_missing(e: Evidence) -> float:
    return float(bool(e.a.generation) != bool(e.b.generation))
