"""Stories of a whole corpus: reports outlined, weighed, brought together, scored and grouped, in order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tawatur.compare.corpus import Corpus
from tawatur.compare.entities.profiles import Names
from tawatur.compare.events.ties import Ties
from tawatur.compare.fingerprints import Words
from tawatur.compare.stories.grouping import NO_TIES, Grouping
from tawatur.compare.stories.link import COPIED, ENOUGH, FAR, StoryLink, days_apart, link
from tawatur.compare.stories.meeting import Meeting
from tawatur.compare.stories.outline import outline
from tawatur.compare.stories.sketch import Sketch, commonness, sketch
from tawatur.record.types import Story

TOLD = 0.1  # share of a report in copied text from which it meets the other for that alone
_SHOWN = 5  # names and events in common that an explanation tells


def find_stories(
    corpus: Corpus,
    merged: Names,
    copied: Mapping[tuple[str, str], float],
    words: Mapping[str, Words],
    ties: Ties = NO_TIES,
) -> list[Story]:
    """Every report in one story; `merged` names entities over reports, `copied` the share of text two reports share,
    `words` those of each report."""
    outlines = {name: outline(name, reading, merged, words[name]) for name, reading in corpus}
    common = commonness(outlines.values())
    sketches = {name: sketch(outlines.pop(name), common) for name in list(outlines)}  # one or the other is held
    before = _copied_before(copied, corpus, sketches)
    meeting, grouping = Meeting(), Grouping(sketches, ties=ties)
    found: dict[str, list[StoryLink]] = {}
    for name, one in sketches.items():
        met = dict.fromkeys([*meeting.add(one, common.words), *before[name]])
        links = [link(sketches[other], one, copied.get((min(other, name), max(other, name)), 0.0)) for other in met]
        found[name] = [x for x in links if x.score >= ENOUGH]
        grouping.add(name, found[name])
    home = {name: i for i, names in enumerate(grouping.all()) for name in names}
    inside: dict[int, list[StoryLink]] = defaultdict(list)
    for links in found.values():
        for x in links:
            if home[x.a] == home[x.b]:
                inside[home[x.a]].append(x)
    stories = (story_of(corpus.in_order(names), inside[i], sketches) for i, names in enumerate(grouping.all()))
    return sorted(stories, key=lambda s: corpus.rank[s.reports[0]])


def _copied_before(
    copied: Mapping[tuple[str, str], float], corpus: Corpus, sketches: Mapping[str, Sketch]
) -> Mapping[str, list[str]]:
    """The earlier reports of about the same days with which each report has text in common."""
    before: dict[str, list[str]] = defaultdict(list)
    for pair, share in copied.items():
        if share < TOLD:
            continue
        first, second = sorted(pair, key=lambda n: corpus.rank[n])
        if days_apart(sketches[first], sketches[second]) <= FAR:
            before[second].append(first)
    return before


def story_of(reports: Sequence[str], links: Iterable[StoryLink], sketches: Mapping[str, Sketch]) -> Story:
    """A story of these reports, in order of time; `why` has for each of several the strongest of the links inside."""
    strongest: dict[str, StoryLink] = {}
    for one in sorted(links, key=lambda x: (-x.score, x.a, x.b)):
        strongest.setdefault(one.a, one)
        strongest.setdefault(one.b, one)
    first = reports[0]
    day = sketches[first].when
    why = {name: explained(name, strongest[name], sketches) for name in reports if name in strongest}
    return Story(f"story-{day or 'undated'}-{first}", list(reports), why)


def explained(report: str, strongest: StoryLink, sketches: Mapping[str, Sketch]) -> dict[str, Any]:
    """Why a report is of a story: the report it is surest with, how sure, and what the two have in common.

    `features` of the score are logarithms of odds; `copied` is a share of text, `names` are the rarest in common,
    `events` dated ones (kind, what, day), `days` those between the two, None where one has none.
    """
    other = strongest.b if strongest.a == report else strongest.a
    a, b = sketches[report], sketches[other]
    shared = sorted(a.names.keys() & b.names.keys(), key=lambda n: (-a.names[n] * b.names[n], n))
    return {
        "beside": other,
        "score": round(strongest.score, 2),
        "features": {name: round(value, 2) for name, value in strongest.why.items()},
        "copied": round(strongest.features[0] / COPIED, 2),
        "names": shared[:_SHOWN],
        "events": [[kind, entity, day.isoformat()] for kind, entity, day in sorted(a.events & b.events)[:_SHOWN]],
        "days": days_apart(a, b) if a.day and b.day else None,
    }
