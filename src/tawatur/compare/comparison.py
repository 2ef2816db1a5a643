"""The stages of comparing, in order: each takes the readings and what the stages before it found."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.compare.claims import claims
from tawatur.compare.copies import find_copies, shares
from tawatur.compare.corpus import Corpus
from tawatur.compare.entities import merge_entities
from tawatur.compare.events import merge_events
from tawatur.compare.facts import find_facts
from tawatur.compare.fingerprints import words_of
from tawatur.compare.origins import Lineage
from tawatur.compare.passages import Passages
from tawatur.compare.sight import sights
from tawatur.compare.stories import find_stories
from tawatur.record.decisions import Decision
from tawatur.record.types import Comparison, Reading


def compare(readings: Sequence[Reading], decisions: Sequence[Decision] = ()) -> Comparison:
    """What stands between reports. The same for any order of the readings.

    `decisions`: those of people that stand, on which entities are one and which are two.
    """
    corpus = Corpus(readings)
    words = {name: words_of(reading) for name, reading in corpus}
    copies = find_copies(corpus.readings, words)
    sizes = {name: len(r.report.text) - sum(j.end - j.start for j in r.report.junk) for name, r in corpus}
    copied = shares(copies, sizes)
    passages = Passages(copies)
    entities, merged, _ = merge_entities(corpus, decisions)
    stories = find_stories(corpus, merged, copied, words)
    seen = sights(corpus, merged, entities, {name: s.id for s in stories for name in s.reports})
    events = merge_events(corpus, seen, passages)
    names = {e.id: e.name.get("ar") or e.name.get("en") or e.id for e in entities}
    told = claims(corpus, seen, events, merged, names)
    facts = find_facts(told, Lineage(corpus, passages, copied, merged), corpus)
    return Comparison(copies, stories, entities, events, facts)
