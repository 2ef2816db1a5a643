"""Persons whose names differ in spelling or script and are one man's: names are told by tawatur.names, men by what the
reports say of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tawatur.compare.entities.clusters import Clusters
from tawatur.compare.entities.likeness import Namesakes, Why, common_name, enough, likeness
from tawatur.compare.entities.meeting import spelling_blocks
from tawatur.compare.entities.naming import Name
from tawatur.compare.entities.profiles import Key, Profile
from tawatur.compare.entities.shortened import another_father
from tawatur.compare.entities.slips import WEIGHT, is_slip, settled
from tawatur.compare.entities.things import Thing
from tawatur.names import THRESHOLD, match, pair_keys

CERTAIN = 0.97
FLOOR = 0.02  # names that the matcher finds less alike are not looked at
_NEIGHBOURS = 25  # names of a block that one is compared with
_HOLDERS = 8  # things of one name that are compared with those of another


@dataclass(slots=True)
class _Pair:
    a: Key
    b: Key
    alike: float
    common: float  # what the likeness loses where many bear such names
    slip: bool = False


def join_spellings(
    profiles: Mapping[Key, Profile],
    clusters: Clusters,
    namesakes: Namesakes,
    among: Iterable[tuple[Name, Name]] | None = None,
) -> None:
    """Join persons whose full names are spellings of one, the likest first, unless something speaks against it.
    `among`: the pairs of names that are looked at, where the caller has them."""
    holders: dict[Name, list[Key]] = defaultdict(list)
    written: dict[Name, str] = {}
    for key in sorted(profiles):
        profile = profiles[key]
        for name, text in profile.spelt.items():
            holders[name].append(key)
            written.setdefault(name, text)
    pairs = []
    for x, y in sorted(candidates(holders) | across_scripts(written) if among is None else among):
        left, right = (clusters.each(holders[n])[:_HOLDERS] for n in (x, y))
        two = [(a, b) for a in left for b in right if not clusters.one(a, b) and clusters.may_join(a, b)]
        score = match(written[x], written[y]).score if two else 0.0
        slip = bool(two) and score < THRESHOLD and is_slip(x, y, namesakes)
        if score >= FLOOR or slip:
            common = common_name(max(namesakes(x), namesakes(y)))
            pairs += [_Pair(a, b, score, common, slip) for a, b in two]
    rated = [(sum(_why(p, clusters, namesakes).values()), p) for p in pairs]
    for _, pair in sorted(rated, key=lambda r: (-r[0], r[1].a, r[1].b)):
        why = _why(pair, clusters, namesakes)  # what was joined since speaks too
        if enough(why) and ("slip" in why or _of_one(pair, clusters)):
            clusters.join(pair.a, pair.b, why)


def _why(pair: _Pair, clusters: Clusters, namesakes: Namesakes) -> Why:
    why = likeness(clusters.thing(pair.a), clusters.thing(pair.b), namesakes)
    for feature in ("same_name", "common_name"):  # of another of their names: weighed when it was compared
        why.pop(feature, None)
    if pair.common:
        why["common_name"] = pair.common
    elif pair.alike >= CERTAIN:  # as good as one name, which one man bears at all times and in all his positions
        for feature in ("far_in_time", "another_position"):
            why.pop(feature, None)
    if pair.slip and settled(clusters.thing(pair.a), clusters.thing(pair.b), why):
        return {"slip": WEIGHT, **why}
    return {"alike_name": name_weight(pair.alike), **why} if pair.alike >= FLOOR else {}


def name_weight(score: float) -> float:
    """What two names' likeness (names.match) weighs: 1 where they are certainly one name, 0.55 at the threshold; below
    it, as much as a position and company can make good."""
    if score >= CERTAIN:
        return 1.0
    return 0.1 + 0.9 * score if score >= THRESHOLD else 0.4 + 0.3 * score


def _of_one(pair: _Pair, clusters: Clusters) -> bool:
    """Whether the two things as wholes can be one: no two fathers, no name of the one that is none of the other; the
    names that a list gives one thing need not be like each other."""
    a, b = clusters.thing(pair.a), clusters.thing(pair.b)
    if another_father(a.fathers, b.fathers):
        return False
    names = {(x, y) for x in _met(a) for y in _met(b) if x != y}
    if not all(match(x, y).score >= FLOOR for x, y in sorted(names)[: 2 * _HOLDERS]):
        return False
    return not pair.common or _alike_in_one_script(a.written[:_HOLDERS], b.written[:_HOLDERS])


def _alike_in_one_script(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether some names in one script are like each other, where both have such; of names that many bear, what is
    alike in two scripts only (محمد المري and Mohamed Morsi) tells nothing."""
    pairs = [(x, y) for x in mine for y in theirs if x.isascii() == y.isascii()]
    return not pairs or any(x == y or match(x, y).score >= FLOOR for x, y in pairs)


def _met(thing: Thing) -> list[str]:
    """The first of a person's names as reports write them, without what a list calls him."""
    return list(dict.fromkeys(text for face in thing.faces if not face.listed for text in face.written))[:_HOLDERS]


def candidates(names: Iterable[Name]) -> set[tuple[Name, Name]]:
    """Pairs of full names that sound alike but for one word, which differs in a sound at most."""
    blocks: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    for name in sorted(names):
        for key in spelling_blocks(name):
            blocks[key].append(name)
    found: set[tuple[Name, Name]] = set()
    for block in blocks.values():
        found.update(neighbours(block))
    return found


def neighbours(block: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """The pairs of one block's names, sorted, that are looked at: each with those just after it."""
    for i, name in enumerate(block):
        yield from ((name, other) for other in block[i + 1 : i + 1 + _NEIGHBOURS])


def across_scripts(written: Mapping[Name, str]) -> set[tuple[Name, Name]]:
    """Pairs of a name in Latin letters and one in Arabic ones that may be one, by the matcher's keys."""
    latin = {name for name, text in written.items() if text.isascii()}
    if not latin:
        return set()
    blocks: dict[str, list[Name]] = defaultdict(list)
    for name, text in sorted(written.items()):
        for key in pair_keys(text):
            blocks[key].append(name)
    return {pair for block in blocks.values() for pair in of_two_scripts(block, latin)}


def of_two_scripts(block: Sequence[Name], latin: set[Name]) -> Iterator[tuple[Name, Name]]:
    """The pairs of one block's names, sorted, that are looked at: each in Latin letters with the first that are not."""
    for name in latin.intersection(block):
        for other in block[: 2 * _NEIGHBOURS]:
            if other not in latin:
                yield min(name, other), max(name, other)
