"""Persons named in full in one report and shortened in another: Khalid bin Fahd Al Hasan, Khalid Al Hasan, Al Hasan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise

from tawatur.compare.clusters import Clusters
from tawatur.compare.corpus import name_words, person_words
from tawatur.compare.likeness import Why, enough, likeness
from tawatur.compare.profiles import Key, Name, Profile
from tawatur.language.loader import load
from tawatur.text.folding import fold

SHORTENED = 0.75  # needs a sign beside it: a position, company, the same days and place
ONE_WORD = 0.6  # needs company and the same days, or a position besides
_AT_MOST = 40  # fuller names, or things of one word, that one is compared with


def join_shortened(profiles: Mapping[Key, Profile], clusters: Clusters) -> None:
    """Join persons whose name is another's shortened, its first and last parts kept: if only one can be meant."""
    blocks: dict[tuple[str, str], dict[Name, list[Key]]] = defaultdict(lambda: defaultdict(list))
    for key in sorted(profiles):
        for name in profiles[key].names if profiles[key].type == "person" else ():
            if len(name) > 1:
                blocks[name[0], name[-1]][name].append(key)
    for block in (blocks[ends] for ends in sorted(blocks) if len(blocks[ends]) > 1):
        for short in sorted(block, key=lambda n: (-len(n), n)):  # the longest first: they say which of two is meant
            fuller = [n for n in sorted(block) if is_shortened(short, n)][:_AT_MOST]
            for key in clusters.each(block[short]) if fuller else ():
                _join_fuller(
                    profiles[key], [(n, k) for n in fuller for k in clusters.each(block[n])], profiles, clusters
                )


def _join_fuller(
    short: Profile, fuller: Iterable[tuple[Name, Key]], profiles: Mapping[Key, Profile], clusters: Clusters
) -> None:
    fits: dict[Key, Why] = {}
    names: set[Name] = set()
    fathers = [father(text) for text in short.written]
    for name, key in fuller:
        if any(f and name[1] != f for f in fathers):
            continue  # Khalid bin Abdulaziz is not Khalid Al Faisal bin Abdulaziz
        why = _rated(short.key, key, {"name_shortened": SHORTENED}, clusters)
        if enough(why) and not another_father(short, profiles[key]) and clusters.may_join(short.key, key):
            fits[key] = why
            names.add(name)
    if fits and _one_line(names):
        for key, why in fits.items():
            clusters.join(key, short.key, why)


def _rated(a: Key, b: Key, found: Why, clusters: Clusters) -> Why:
    why = likeness(clusters.thing(a), clusters.thing(b), {})
    why.pop("same_name", None)
    return {**found, **why}


def is_shortened(short: Name, full: Name) -> bool:
    """Whether all parts of a name stand in the other in their order, the first and the last at its ends."""
    if not 1 < len(short) < len(full) or (short[0], short[-1]) != (full[0], full[-1]):
        return False
    rest = iter(full)
    return all(part in rest for part in short)


def _one_line(names: set[Name]) -> bool:
    """Whether of any two names one is the other shortened: then they can all be one man's."""
    ordered = sorted(names, key=len)
    return all(is_shortened(a, b) for a, b in pairwise(ordered))


def another_father(a: Profile, b: Profile) -> bool:
    """Whether both are called somebody's son and the fathers are two: Sultan bin Salman bin Abdulaziz is the nephew of
    Sultan bin Abdulaziz."""
    fathers = [{f for t in p.written if (f := father(t))} for p in (a, b)]
    return bool(fathers[0] and fathers[1]) and not fathers[0] & fathers[1]


@cache
def father(name: str) -> str | None:
    """What stands after the first word for "son of" in a person's name, folded; None where the name has none.

    The name of a house (آل, or a word with the article) is no father's.
    """
    words = [fold(w) for w in name.split()]
    for i, word in enumerate(words[:-1]):
        if word in _filiation() and i > 0:
            parts = person_words(" ".join(name.split()[i + 1 :]))
            return parts[0] if parts and name_words(words[i + 1])[:1] == (words[i + 1],) else None
    return None


@cache
def _filiation() -> frozenset[str]:
    return frozenset(fold(str(w)) for w in load("arabic").data("spelling")["filiation"])


def join_family_names(profiles: Mapping[Key, Profile], clusters: Clusters) -> None:
    """A report that gives a person's family name only means the one whom reports of the matter name in full; where none
    does, reports of one matter that give it mean one person."""
    full: dict[str, list[Key]] = defaultdict(list)
    first_names = set()
    for key in sorted(profiles):
        for name in profiles[key].names if profiles[key].type == "person" else ():
            if len(name) > 1:
                full[name[-1]].append(key)
                first_names.add(name[0])
    alone: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(profiles):
        profile = profiles[key]
        if not profile.one_word or any(n[0] in first_names for n in profile.names):
            continue
        whole = [k for name in profile.names for k in full.get(name[0], ())]
        if not _join_only(key, whole, clusters):
            for name in profile.names:
                _join_only(key, alone[name[0]], clusters)
                alone[name[0]].append(key)


def _join_only(key: Key, others: Sequence[Key], clusters: Clusters) -> bool:
    """Join a person with the one thing among others that the reports speak for; not where two fit."""
    fits: dict[Key, Why] = {}
    for other in clusters.each(others)[-_AT_MOST:]:
        why = _rated(key, other, {"family_name": ONE_WORD}, clusters)
        if enough(why) and clusters.may_join(key, other):
            fits[other] = why
    if len(fits) != 1:
        return False
    ((other, why),) = fits.items()
    return clusters.join(other, key, why)
