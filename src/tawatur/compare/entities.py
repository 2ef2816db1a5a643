"""One entity for every spelling, over all reports; two namesakes stay two.

Profiles (an entity as one report knows it) become things in steps, the surest first: what people decided, ids of lists,
one name, spellings of one name, names shortened, family names. Every joining is a sum of named features and is kept.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from tawatur.compare.clusters import Clusters
from tawatur.compare.corpus import Corpus
from tawatur.compare.judgements import apply_decisions
from tawatur.compare.likeness import FEATURES, Thing, enough, likeness, same_id
from tawatur.compare.profiles import Key, Name, Profile, namesakes, profiles
from tawatur.compare.shortened import join_family_names, join_shortened
from tawatur.compare.spellings import join_spellings
from tawatur.record.decisions import Decision
from tawatur.record.types import Belonging, MergedEntity

_AT_MOST = 30  # things of one name that a profile is compared with


def merge_entities(
    corpus: Corpus, decisions: Sequence[Decision] = ()
) -> tuple[list[MergedEntity], dict[Key, str], list[int]]:
    """Every entity of all reports once, the merged id of each report's own, and the decisions that were overruled."""
    found = profiles(corpus)
    clusters = Clusters(found)
    overruled = apply_decisions(decisions, corpus, found, clusters)
    bearers = namesakes(found)
    _join_listed(found, clusters)
    for block in _blocks(found, clusters):
        _join_block(block, clusters, bearers)
    join_spellings(found, clusters, bearers)
    join_shortened(found, clusters, bearers)
    join_family_names(found, clusters)
    merged = _merged(clusters.all())
    return merged, {key: m.id for m in merged for key in m.same}, overruled


def _join_listed(found: Mapping[Key, Profile], clusters: Clusters) -> None:
    """What the lists or Wikidata know by one id is one."""
    first: dict[str, Key] = {}
    for key in sorted(found):
        profile = found[key]
        for ident in _ids(profile):
            if not clusters.join(first.setdefault(ident, key), key, {"same_id": FEATURES[same_id]}):
                first[ident] = key  # people parted them: what comes later goes with the later


def _ids(profile: Profile) -> list[str]:
    """The ids by which lists or Wikidata know a thing; one that places of several countries bear, with its country."""
    if profile.type == "place" and (profile.seat or profile.unplaced):
        return [] if profile.unplaced else [f"{profile.entity.id} {profile.seat}"]
    return [i for i in (profile.entity.id if profile.listed else None, profile.entity.wikidata) if i]


def _blocks(found: Mapping[Key, Profile], clusters: Clusters) -> Iterable[list[Key]]:
    """Things of one name, each by one of its profiles that bears it."""
    blocks: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(found):
        profile = found[key]
        if profile.one_word:
            continue
        for name in profile.names:  # listed places meet others by their sounds alone: other things bear their names
            if not (profile.listed and profile.type == "place" and name[0] != "~"):
                blocks[" ".join(name)].append(key)
    return (block for name in sorted(blocks) if len(block := clusters.each(blocks[name])) > 1)


def _join_block(block: Sequence[Key], clusters: Clusters, bearers: Mapping[Name, float]) -> None:
    """Join each thing with the thing of the block that it is most like, if it is like enough."""
    heads: list[Key] = []
    for key in block:
        heads = clusters.each(heads)
        if any(clusters.one(key, head) for head in heads):
            continue
        thing = clusters.thing(key)
        rated = [(likeness(clusters.thing(h), thing, bearers), h) for h in heads[-_AT_MOST:]]
        for why, head in sorted(rated, key=lambda r: (-sum(r[0].values()), r[1])):
            if enough(why) and clusters.join(head, key, why):
                break
        else:
            heads.append(key)


def _merged(things: Sequence[tuple[Thing, list[Belonging]]]) -> list[MergedEntity]:
    """Things under ids: the id most reports give; of two things that want one id, the larger has it."""
    taken: dict[str, MergedEntity] = {}
    for thing, why in sorted(things, key=lambda t: (-len(t[0].members), min(p.key for p in t[0].members))):
        ids = Counter(p.entity.id for p in thing.members)
        best = min(ids, key=lambda i: (-ids[i], i))
        if best in taken:
            mark = " ".join(min(p.key for p in thing.members))
            best = f"{best}-{blake2b(mark.encode(), digest_size=3).hexdigest()}"
        types = Counter(p.type for p in thing.members)
        same = sorted(p.key for p in thing.members)
        main = min(types, key=lambda t: (-types[t], t))
        taken[best] = MergedEntity(best, main, _name(thing.members), same, sorted(why, key=lambda b: b.member))
    return [taken[i] for i in sorted(taken)]


def _name(members: Sequence[Profile]) -> dict[str, str | None]:
    """The usual name in each language, the fuller of two as usual."""
    name: dict[str, str | None] = {}
    for language in ("ar", "en"):
        found = Counter(n for p in members if (n := p.entity.name.get(language)))
        name[language] = min(found, key=lambda n: (-found[n], -len(n), n)) if found else None
    return name
