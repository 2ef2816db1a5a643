"""One entity for every spelling, over all reports; two namesakes stay two.

Profiles (an entity as one report knows it) become things in steps, the surest first: what people decided, ids of
lists, one name, spellings and wordings of one name, names shortened, family names. Every joining is a sum of named
features and is kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tawatur.compare.corpus import Corpus
from tawatur.compare.entities.clusters import Clusters
from tawatur.compare.entities.judgements import apply_decisions
from tawatur.compare.entities.likeness import FEATURES, Namesakes, enough, likeness, same_id
from tawatur.compare.entities.meeting import block_names
from tawatur.compare.entities.naming import Name
from tawatur.compare.entities.profiles import Key, Profile, ids_of, profiles
from tawatur.compare.entities.shortened import join_family_names, join_shortened
from tawatur.compare.entities.spellings import join_spellings
from tawatur.compare.entities.statistics import Statistics
from tawatur.compare.entities.tallies import merged_entities
from tawatur.compare.entities.wordings import join_wordings
from tawatur.record.decisions import Decision
from tawatur.record.types import MergedEntity

_AT_MOST = 30  # things of one name that a profile is compared with


def merge_entities(
    corpus: Corpus, decisions: Sequence[Decision] = (), statistics: Statistics | None = None
) -> tuple[list[MergedEntity], dict[Key, str], list[int]]:
    """Every entity of all reports once, the merged id of each report's own, and the decisions that were overruled.

    `statistics` are those of the corpus, where the caller has them.
    """
    statistics = statistics or Statistics(reading for _, reading in corpus)
    found = profiles(corpus, statistics)
    clusters = Clusters(found)
    overruled = apply_decisions(decisions, corpus.readings, found, clusters)
    join_all(found, clusters, statistics.namesakes)
    merged = merged_entities(clusters.all())
    return merged, {key: m.id for m in merged for key in m.same}, overruled


def join_all(
    found: Mapping[Key, Profile],
    clusters: Clusters,
    namesakes: Namesakes,
    spellings: Iterable[tuple[Name, Name]] | None = None,
) -> None:
    """Join the profiles that are one thing, step by step. `spellings`: the pairs of names that are looked at as one
    name's spellings, where they were looked for among more profiles than these."""
    _join_listed(found, clusters)
    for block in _blocks(found, clusters):
        _join_block(block, clusters, namesakes)
    join_spellings(found, clusters, namesakes, spellings)
    join_wordings(found, clusters, namesakes)
    join_shortened(found, clusters, namesakes)
    join_family_names(found, clusters)


def _join_listed(found: Mapping[Key, Profile], clusters: Clusters) -> None:
    """What the lists or Wikidata know by one id is one."""
    first: dict[str, Key] = {}
    for key in sorted(found):
        for ident in ids_of(found[key]):
            if not clusters.join(first.setdefault(ident, key), key, {"same_id": FEATURES[same_id]}):
                first[ident] = key  # people parted them: what comes later goes with the later


def _blocks(found: Mapping[Key, Profile], clusters: Clusters) -> Iterable[list[Key]]:
    """Things of one name, each by one of its profiles that bears it; what is new first."""
    blocks: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(found):
        for name in block_names(found[key]):
            blocks[name].append(key)
    things = (clusters.each(blocks[name]) for name in sorted(blocks))
    return (sorted(block, key=clusters.is_settled) for block in things if len(block) > 1)


def _join_block(block: Sequence[Key], clusters: Clusters, namesakes: Namesakes) -> None:
    """Join each thing with the thing of the block that it is most like, if it is like enough."""
    heads: list[Key] = []
    for key in block:
        thing = clusters.thing(key)
        others = [h for h in heads[-_AT_MOST:] if not clusters.met_before(h, key)]
        rated = [(likeness(clusters.thing(h), thing, namesakes), h) for h in others]
        for why, head in sorted(rated, key=lambda r: (-sum(r[0].values()), r[1])):
            if enough(why) and clusters.join(head, key, why):
                break
        else:
            heads.append(key)
