"""Persons named in full in one report and shortened in another: Khalid bin Fahd Al Hasan, Khalid Al Hasan, Al Hasan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import pairwise

from tawatur.compare.entities.clusters import Clusters
from tawatur.compare.entities.kin import given_names
from tawatur.compare.entities.likeness import Namesakes, Why, common_name, enough, likeness
from tawatur.compare.entities.meeting import end_blocks
from tawatur.compare.entities.naming import Name, is_filiation, lineage
from tawatur.compare.entities.profiles import Key, Profile

# What a shorter name weighs: how many signs beside it (a position, company, the same days and place) make one of two.
WEIGHTS = {"name_shortened": 0.75, "name_begun": 0.5, "family_name": 0.6, "kin_name": 0.75, "only_bearer": 0.1}
_RARE = 0.01  # expected namesakes below which the one fuller name that fits is its only bearer's
_ONE_MATTER = frozenset(("in_company", "same_setting", "near_in_time"))  # reports of one matter
_ONE_MATTERS = (frozenset(("in_company", "same_setting")), frozenset(("in_company", "near_in_time")))  # less surely
_CLOSE = frozenset(("in_close_company", "near_in_time"))  # the most surely without a place
_FEW_BEARERS = 3  # of a first name: where more bear it, one of them holds any position that somebody else does
_AT_MOST = 40  # fuller names, or things of one word, that one is compared with


def join_shortened(profiles: Mapping[Key, Profile], clusters: Clusters, namesakes: Namesakes) -> None:
    """Join persons whose name is another's shortened: if only one can be meant."""
    blocks: dict[tuple[str, ...], dict[Name, list[Key]]] = defaultdict(lambda: defaultdict(list))
    for key in sorted(profiles):
        for name in profiles[key].names if profiles[key].type == "person" else ():
            if len(name) > 1:
                for end in end_blocks(name):
                    blocks[end][name].append(key)
    for ends in sorted(blocks):
        block = blocks[ends]
        feature, fits = ("name_shortened", is_shortened) if ends[0] == "ends" else ("name_begun", is_begun)
        for short in sorted(block, key=lambda n: (-len(n), n)):  # the longest first: they say which of two is meant
            fuller = [n for n in sorted(block) if fits(short, n)][:_AT_MOST]
            found = {feature: WEIGHTS[feature]}
            if feature == "name_begun" and (common := common_name(namesakes(short))):
                found["common_name"] = common
            elif feature == "name_shortened" and len(fuller) == 1 and namesakes(short) < _RARE:
                found["only_bearer"] = WEIGHTS["only_bearer"]
            for key in clusters.each(block[short]) if fuller else ():
                others = [(n, k) for n in fuller for k in clusters.each(block[n])]
                _join_fuller(profiles[key], others, found, profiles, clusters)


def _join_fuller(
    short: Profile, fuller: Sequence[tuple[Name, Key]], found: Why, profiles: Mapping[Key, Profile], clusters: Clusters
) -> None:
    fits: dict[Key, Why] = {}
    names: set[Name] = set()
    if not any(clusters.may_join(short.key, key) for _, key in fuller):
        return
    for name, key in fuller:  # also those that were compared before: of two that fit, either may be meant
        if any(name[1] != f for f in short.fathers):
            continue  # Khalid bin Abdulaziz is not Khalid Al Faisal bin Abdulaziz
        if short.fathers and "name_begun" in found and not profiles[key].fathers:
            continue  # nor is Abdullah bin Abdulaziz Abdullah Abdulaziz Kulaib
        if another_father(short.fathers, profiles[key].fathers) or clusters.parted(short.key, key):
            continue
        if any(of_other_line(a, b) for a in short.written for b in profiles[key].written):
            continue
        if enough(why := _rated(short.key, key, found, clusters)):
            fits[key] = why
            names.add(name)
    if fits and _one_line(names):
        for key, why in fits.items():
            clusters.join(key, short.key, why)


def _rated(a: Key, b: Key, found: Why, clusters: Clusters) -> Why:
    why = likeness(clusters.thing(a), clusters.thing(b), _nobody_else)
    why.pop("same_name", None)
    return {**found, **why}


def _nobody_else(name: Name) -> float:
    return 0.0


def is_shortened(short: Name, full: Name) -> bool:
    """Whether all parts of a name stand in the other in their order, the first and the last at its ends."""
    if not 1 < len(short) < len(full) or (short[0], short[-1]) != (full[0], full[-1]):
        return False
    rest = iter(full)
    return all(part in rest for part in short)


def is_begun(short: Name, full: Name) -> bool:
    """Whether a name goes on where another ends: Carlos Eduardo, Carlos Eduardo Oliveira."""
    return 1 < len(short) < len(full) and full[: len(short)] == short


def _one_line(names: set[Name]) -> bool:
    """Whether of any two names one is the other shortened: then they can all be one man's."""
    ordered = sorted(names, key=len)
    return all(is_shortened(a, b) or is_begun(a, b) for a, b in pairwise(ordered))


def another_father(a: AbstractSet[str], b: AbstractSet[str]) -> bool:
    """Whether both are called somebody's son and the fathers are two: Sultan bin Salman bin Abdulaziz is the nephew of
    Sultan bin Abdulaziz."""
    return bool(a and b) and a.isdisjoint(b)


def of_other_line(a: str, b: str) -> bool:
    """Whether two names tell two lines of fathers: Faisal bin Bandar bin Khalid is not Faisal bin Bandar bin Fahd."""
    return any(x != y for x, y in zip(lineage(a), lineage(b), strict=False))


@dataclass(slots=True)
class _Bearers:
    """Persons by a word of their name: those whose family name it is, whose father's, whose first; and by full name."""

    full: dict[str, list[Key]] = field(default_factory=lambda: defaultdict(list))
    of_fathers: dict[str, list[Key]] = field(default_factory=lambda: defaultdict(list))
    given: dict[str, list[Key]] = field(default_factory=lambda: defaultdict(list))
    whole: dict[Name, list[Key]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def among(cls, profiles: Mapping[Key, Profile]) -> _Bearers:
        found = cls()
        for key in sorted(profiles):
            for name in profiles[key].names if profiles[key].type == "person" else ():
                if len(name) > 1:
                    family = found.of_fathers if _ends_with_father(profiles[key], name) else found.full
                    family[name[-1]].append(key)
                    found.given[name[0]].append(key)
                    found.whole[name].append(key)
        return found


def join_family_names(profiles: Mapping[Key, Profile], clusters: Clusters) -> None:
    """A report that gives a person's family name only means the one whom reports of the matter name in full; where none
    does, reports of one matter that give it mean one person. A first name (الشيخ تميم) needs the position beside it, or
    whose relative he is."""
    bearers = _Bearers.among(profiles)
    alone: dict[tuple[str, bool], list[Key]] = defaultdict(list)  # the son of Salman is not Salman; Ben Brown is Brown
    for key in sorted(profiles):
        profile = profiles[key]
        if not profile.one_word:
            continue
        called = [(name[0], _calls_a_son(profile) and name[0] in given_names()) for name in profile.names]
        of_kin = [k for name in profile.kin.names for k in bearers.whole.get(name, ())]
        kin = {"kin_name": WEIGHTS["kin_name"]}
        if not _join_fitting(key, of_kin, kin, clusters, (frozenset(),)):
            _join_by_word(key, profile, bearers, [k for c in called for k in alone.get(c, ())], clusters)
        for c in called:
            alone[c].append(key)


def _join_by_word(key: Key, profile: Profile, bearers: _Bearers, alone: Sequence[Key], clusters: Clusters) -> None:
    words = [name[0] for name in profile.names]
    known = {"full": bearers.full, "given": bearers.given}
    others = {kind: [k for w in words for k in found.get(w, ())] for kind, found in known.items()}
    first_names = len(clusters.each(others["given"]))
    if _calls_a_son(profile):  # Ben Ali; of a father's name alone it would be the father
        others["full"] += [k for w in words for k in bearers.of_fathers.get(w, ())]
    found = {"family_name": WEIGHTS["family_name"]}
    one = not first_names and len(clusters.each(others["full"])) == 1
    only = {"only_bearer": WEIGHTS["only_bearer"]} if one else {}
    if _join_fitting(key, others["full"], found | only, clusters, _settling("full", first_names)):
        return
    if not _join_fitting(key, alone, found, clusters, _settling("alone", first_names)):
        _join_fitting(key, others["given"], found, clusters, _settling("given", first_names))


def _ends_with_father(profile: Profile, name: Name) -> bool:
    """Whether the last part of a full name is the name of a father: Salman, of Muhammad bin Salman."""
    return lineage(profile.spelt.get(name, ""))[-1:] == name[-1:]


def _calls_a_son(profile: Profile) -> bool:
    """Whether a person is called by "son of" and a name."""
    return any(is_filiation(text.split()[0]) for text in profile.entity.name.values() if text)


def _settling(kind: str, bearers: int) -> Sequence[frozenset[str]]:
    """What must speak for a word alone being the name of somebody who is called so in full, of one whom another report
    calls by that word alone, or of one whose given name it is: any of these sets, whole. `bearers`: how many different
    persons have the word for their given name; a word that nobody has for it is a family name."""
    if not bearers and kind != "given":
        return (frozenset(),)
    position = "same_office" if bearers > _FEW_BEARERS else "same_position"
    if kind == "full":
        return frozenset((position,)), _ONE_MATTER, _CLOSE
    held = frozenset((position, "in_company")), frozenset((position, "near_in_time"))
    if kind == "given":
        return held
    matter = _ONE_MATTERS if bearers <= _FEW_BEARERS else (_CLOSE,)
    return *held, *matter, frozenset(("same_kin",))


def _join_fitting(
    key: Key, others: Sequence[Key], found: Why, clusters: Clusters, settling: Sequence[frozenset[str]]
) -> bool:
    """Join a person with what the reports speak for among others, by one of the `settling` sets of features at least:
    one thing, or several that are one another; no choice is made between two. Whether all of it was joined."""
    fits: dict[Key, Why] = {}
    among = clusters.each(others)[-_AT_MOST:]
    if not any(clusters.may_join(key, other) for other in among):
        return False
    for other in among:
        if clusters.parted(key, other):
            continue
        why = _rated(key, other, found, clusters)
        if _settled(why, settling):
            fits[other] = why
    best = {other: why for other, why in fits.items() if "same_kin" in why} or fits
    if not best or (len(best) > 1 and not _one_another(list(best), found, clusters, settling)):
        return False
    joined = [clusters.join(other, key, why) for other, why in best.items()]
    return all(joined)


def _one_another(those: Sequence[Key], found: Why, clusters: Clusters, settling: Sequence[frozenset[str]]) -> bool:
    """Whether the things that a name fits are one another by the same signs, then it is no choice between two. One of
    them at most is known by a full name, and none where the word is a given name, which fathers and sons have."""
    full = sum(any(len(name) > 1 for name in clusters.thing(other).names) for other in those)
    if full > (frozenset() in settling):
        return False
    for i, other in enumerate(those):
        for more in those[i + 1 :]:
            if clusters.parted(other, more):
                return False
            if not _settled(_rated(other, more, found, clusters), settling):
                return False
    return True


def _settled(why: Why, settling: Sequence[frozenset[str]]) -> bool:
    """Whether enough speaks for two being one, and any of these sets of features, whole."""
    return enough(why) and any(signs <= why.keys() for signs in settling)
