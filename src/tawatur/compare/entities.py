"""One entity for every spelling, over all reports; two namesakes stay two.

Profiles (an entity as one report knows it) are brought together by id, name and spelling; a pair is the same by a sum
of named features, and says which.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from hashlib import blake2b

from tawatur.compare.corpus import Corpus, name_words, person_words, stems
from tawatur.compare.groups import Groups
from tawatur.compare.shortened import join_shortened
from tawatur.language.loader import load
from tawatur.record.types import Entity, MergedEntity, Reading

Key = tuple[str, str]  # report, entity id there
Names = Mapping[Key, str]
NEAR = 7  # days within which a family name alone is the man of the other reports
ENOUGH = 1.0
NEARLY_LONG = 5  # letters of a word that may differ in one
SPELLED_LONG = 6  # letters of a word in whose spelling vowels do not count


@dataclass(slots=True)
class Profile:
    """An entity as one report knows it: its names as folded words, and the positions it holds there."""

    key: Key
    entity: Entity
    names: set[tuple[str, ...]]
    heads: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    day: date | None = None  # of its report

    @property
    def only_family_name(self) -> bool:
        return self.entity.type == "person" and all(len(n) == 1 for n in self.names)


def same_id(a: Profile, b: Profile) -> float:
    return float(
        a.entity.id == b.entity.id or (a.entity.wikidata is not None and a.entity.wikidata == b.entity.wikidata)
    )


def same_name(a: Profile, b: Profile) -> float:
    """One name in folded spelling; not of places, which lists know by id (Oman and Amman fold to one)."""
    if "place" in (a.entity.type, b.entity.type):
        return 0.0
    return float(any(len(n) > 1 or a.entity.type != "person" for n in a.names & b.names))


def same_spelling(a: Profile, b: Profile) -> float:
    """Persons whose whole names differ in doubtful consonants, and in vowel letters of long words only."""
    if a.entity.type != "person" or b.entity.type != "person":
        return 0.0
    pairs = ((x, y) for x in a.names for y in b.names if len(x) == len(y) > 1)
    return float(any(all(_one_spelling(v, w) for v, w in zip(x, y, strict=True)) for x, y in pairs))


def _one_spelling(a: str, b: str) -> bool:
    """Mahmud is not Muhammad: in a short word every letter counts, but for what is heard as one."""
    if len(a) == len(b) and _sounds(a) == _sounds(b):
        return True
    return min(len(a), len(b)) >= SPELLED_LONG and _skeleton(a) == _skeleton(b)


def nearly_spelled(a: Profile, b: Profile) -> float:
    """Persons in whose names one long word differs in a letter, added or changed: for holders of one position only."""
    if a.entity.type != "person" or b.entity.type != "person" or not a.heads & b.heads or same_spelling(a, b):
        return 0.0
    return float(any(_one_letter(x, y) for x in a.names for y in b.names if len(x) == len(y) > 1))


def _one_letter(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    other = [(v, w) for v, w in zip(a, b, strict=True) if not _one_spelling(v, w)]
    return len(other) == 1 and min(map(len, other[0])) >= NEARLY_LONG and _edits(*other[0]) == 1


def _edits(a: str, b: str) -> int:
    """1 where one letter is added, lost or changed, 2 for more."""
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rests = {(a[start + 1 :], b[start + 1 :]), (a[start:], b[start + 1 :]), (a[start + 1 :], b[start:])}
    return 1 if any(x == y for x, y in rests) else 2


def same_position(a: Profile, b: Profile) -> float:
    return float(bool(a.heads & b.heads))


def another_position_elsewhere(a: Profile, b: Profile) -> float:
    """Namesakes: other positions in other countries."""
    return float(
        bool(a.heads and b.heads and a.countries and b.countries)
        and not (a.heads & b.heads or a.countries & b.countries)
    )


def another_type(a: Profile, b: Profile) -> float:
    return float(a.entity.type != b.entity.type)


FEATURES: dict[Callable[[Profile, Profile], float], float] = {
    same_id: 1.0,
    same_name: 1.0,
    same_spelling: 1.0,
    nearly_spelled: 0.7,
    same_position: 0.3,
    another_position_elsewhere: -1.5,
    another_type: -0.6,
}


def same_entity(a: Profile, b: Profile) -> tuple[float, dict[str, float]]:
    """The score of two profiles (the same from `ENOUGH` on) and the features that make it."""
    why = {f.__name__: weight * value for f, weight in FEATURES.items() if (value := f(a, b))}
    return sum(why.values()), why


def merge_entities(corpus: Corpus) -> tuple[list[MergedEntity], dict[Key, str]]:
    """Every entity of all reports once, and the merged id of each report's own."""
    profiles = {p.key: p for name, reading in corpus for p in _profiles(name, reading)}
    groups: Groups[Key] = Groups(profiles)
    for block in _blocks(profiles.values()):
        _join_block(block, groups)
    join_shortened(list(profiles.values()), groups)
    _join_family_names(profiles, groups, corpus)
    merged = _merged([[profiles[k] for k in keys] for keys in groups.all()])
    return merged, {key: m.id for m in merged for key in m.same}


def _profiles(name: str, reading: Reading) -> Iterable[Profile]:
    types = {e.id: e.type for e in reading.entities}
    for entity in reading.entities:
        texts = [n for n in (entity.name.get("ar"), entity.name.get("en")) if n]
        texts += [a for a in entity.aliases if entity.type == "person"] if not texts else []
        parts = person_words if entity.type == "person" else name_words
        profile = Profile((name, entity.id), entity, {w for t in texts if (w := parts(t))})
        profile.day = reading.report.published
        for role in reading.roles:
            if role.person == entity.id:
                profile.heads |= set(sorted(stems(role.title), key=role.title.find)[:1])
                if role.of and types.get(role.of) == "place":
                    profile.countries.add(role.of)
        yield profile


def _skeletons(profile: Profile) -> set[tuple[str, ...]]:
    return {tuple(_skeleton(w) for w in n) for n in profile.names if len(n) > 1}


@cache
def _sounds(word: str) -> str:
    """A word in folded letters, its doubtful consonants made one."""
    return word.translate(str.maketrans(load("arabic").data("spelling")["doubtful"]))


@cache
def _skeleton(word: str) -> str:
    """A word without vowel letters, its doubtful consonants made one."""
    vowels = "".join(load("arabic").data("spelling")["vowels"])
    return _sounds(word).translate(str.maketrans("", "", vowels)) or word


def _blocks(profiles: Iterable[Profile]) -> Iterable[list[Profile]]:
    """Profiles that share an id, a name or a spelling."""
    blocks: dict[tuple[str, str], list[Profile]] = defaultdict(list)
    for profile in profiles:
        keys = {("id", profile.entity.id)} | {("name", " ".join(n)) for n in profile.names}
        if profile.entity.wikidata:
            keys.add(("wikidata", profile.entity.wikidata))
        if profile.entity.type == "person":
            keys |= {("spelling", " ".join(s)) for s in _skeletons(profile)}
            keys |= {(f"position {h}", n[0][:2]) for h in profile.heads for n in profile.names if len(n) > 1}
        for key in keys:
            blocks[key].append(profile)
    return (blocks[key] for key in sorted(blocks))


def _join_block(block: Sequence[Profile], groups: Groups[Key]) -> None:
    """Join each profile with the first group of the block that it fits: one comparison a group, not a pair."""
    found: list[Profile] = []
    for profile in sorted(block, key=lambda p: p.key):
        for other in found:
            if groups.find(other.key) == groups.find(profile.key):
                break
            if same_entity(profile, other)[0] >= ENOUGH:
                groups.join(profile.key, other.key)
                break
        else:
            found.append(profile)


def _join_family_names(profiles: Mapping[Key, Profile], groups: Groups[Key], corpus: Corpus) -> None:
    """A report that gives a person's family name only means the one whom reports of the matter name in full."""
    full: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles.values():
        for name in profile.names:
            if profile.entity.type == "person" and len(name) > 1:
                full[name[-1]].append(profile)
    first_names = {n[0] for p in profiles.values() for n in p.names if len(n) > 1}
    for profile in profiles.values():
        if not profile.only_family_name or any(n[0] in first_names for n in profile.names):
            continue
        others = (o for name in profile.names for o in full.get(name[0], ()))
        near = {groups.find(o.key) for o in others if near_in_time(profile, o) and _one_matter(profile, o, corpus)}
        if len(near) == 1:
            groups.join(profile.key, near.pop())


def near_in_time(a: Profile, b: Profile) -> bool:
    return a.day is not None and b.day is not None and abs((a.day - b.day).days) <= NEAR


def _one_matter(a: Profile, b: Profile, corpus: Corpus) -> bool:
    """Whether two reports name one body, person or programme beside the person in question."""
    left, right = (
        {e.id for e in corpus.readings[p.key[0]].entities if e.type not in ("place", "work") and e.id != p.entity.id}
        for p in (a, b)
    )
    return bool(left & right)


def _merged(clusters: Sequence[Sequence[Profile]]) -> list[MergedEntity]:
    """Clusters under ids: the id most reports give; of two clusters that want one id, the larger has it."""
    taken: dict[str, MergedEntity] = {}
    for cluster in sorted(clusters, key=lambda c: (-len(c), c[0].key)):
        ids = Counter(p.entity.id for p in cluster)
        best = min(ids, key=lambda i: (-ids[i], i))
        if best in taken:
            mark = " ".join(min(p.key for p in cluster))
            best = f"{best}-{blake2b(mark.encode(), digest_size=3).hexdigest()}"
        types = Counter(p.entity.type for p in cluster)
        same = sorted(p.key for p in cluster)
        taken[best] = MergedEntity(best, min(types, key=lambda t: (-types[t], t)), _name(cluster), same)
    return [taken[i] for i in sorted(taken)]


def _name(cluster: Sequence[Profile]) -> dict[str, str | None]:
    """The usual name in each language, the fuller of two as usual."""
    name: dict[str, str | None] = {}
    for language in ("ar", "en"):
        found = Counter(n for p in cluster if (n := p.entity.name.get(language)))
        name[language] = min(found, key=lambda n: (-found[n], -len(n), n)) if found else None
    return name
