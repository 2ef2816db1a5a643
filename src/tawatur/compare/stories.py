"""Stories: reports of one happening, by what they copy, the events and the names they share, and time."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tawatur.compare.corpus import Corpus
from tawatur.compare.countries import country_of
from tawatur.compare.days import gap
from tawatur.compare.fingerprints import Words
from tawatur.compare.linkage import Link, link_all
from tawatur.compare.profiles import Names
from tawatur.record.schema import SCHEMA
from tawatur.record.types import Event, Interval, Reading, Story

ENOUGH = 0.5
ALMOST = 0.42  # what the better half of a report's links with a story must come to, where no one is enough
SEVERAL = 2  # links at least
MUCH = 0.3  # of a link's score that comes from copied text
NEAR = 3  # days within which reports may be of one happening, where they share no dated event
LATER = 10  # days after which only an event that both date makes two reports one story's
LONG = 50  # reports a name may stand in and still bring them together
FEW = 6.0  # weight that every report is thought to have beside its own: one name in common is little
HEAD = 0.4  # share of a report that holds its news
BACKGROUND = 200  # reports of other things that stand behind any few: what all of these name is not common for that
# Whose events exclude each other: two meetings of one body on two days, two attacks in one place.
PARTIES = {
    "meeting": ("body",),
    "designation": ("authority",),
    "incident": ("place", "actor"),
    "visit": ("visitor",),
    "funding": ("donor",),
}
_WEIGHTS = {"place": 0.5, "work": 0.1}


@dataclass(slots=True)
class Outline:
    """A report as stories are made: its names, its words, its dated events, and of its main event the kind, the day
    and what it names."""

    names: frozenset[str]
    words: frozenset[str]
    anchors: frozenset[tuple[str, str, date]]
    around: frozenset[tuple[str, str, date]]  # the same of the countries in which they are
    main: tuple[str, Interval, frozenset[str]] | None


def find_stories(
    corpus: Corpus, merged: Names, copied: Mapping[tuple[str, str], float], words: Mapping[str, Words]
) -> list[Story]:
    """Every report in one story; `merged` names entities over reports, `copied` the share of text two reports share,
    `words` those of each report.

    The weights were set on half of benchmarks/stories/pairs.tsv: the words of the whole report say most.
    """
    outlines = {name: _outline(name, reading, merged, words[name]) for name, reading in corpus}
    types = {merged[name, e.id]: e.type for name, reading in corpus for e in reading.entities}
    names = _Weighed({n: o.names for n, o in outlines.items()}, types, BACKGROUND)
    said = _Weighed({n: o.words for n, o in outlines.items()}, {}, BACKGROUND)
    links = []
    for a, b in _pairs(corpus, outlines, copied):
        left, right = outlines[a], outlines[b]
        why = {
            "copied": 2 * copied.get((min(a, b), max(a, b)), 0.0),
            "names": 0.5 * names.cosine(a, b),
            "words": 2 * said.cosine(a, b),
            "events": _events(left, right),
        }
        apart = corpus.days_apart(a, b) or 0
        far = apart > LATER and not why["events"]
        links.append(Link(a, b, sum(why.values()), far or _other_lead(left, right, why["copied"]), why))
    groups = _left_over(link_all(list(corpus.readings), links, ENOUGH, ENOUGH * 0.6), links)
    home = {name: i for i, names in enumerate(groups) for name in names}
    inside: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        if home[link.a] == home[link.b] and link.score >= ENOUGH:
            inside[home[link.a]].append(link)
    return [_story(corpus, names, inside[i], outlines) for i, names in enumerate(groups)]


def _outline(name: str, reading: Reading, merged: Names, words: Words) -> Outline:
    junk = reading.report.junk
    mentions = [m for m in reading.mentions if not any(j.start < m.end and m.start < j.end for j in junk)]
    names = frozenset(merged[name, m.entity] for m in mentions if (name, m.entity) in merged)
    head = HEAD * len(reading.report.text)
    news = reading.report.published
    anchors = frozenset(a for e in reading.events for a in _anchors(name, e, merged, news if e.start <= head else None))
    return Outline(names, frozenset(words.keys), anchors, _around(anchors), _main(name, reading, merged))


def _around(anchors: frozenset[tuple[str, str, date]]) -> frozenset[tuple[str, str, date]]:
    """Anchors of the countries: one outlet names the town, another the land."""
    countries = ((kind, country_of(entity), day) for kind, entity, day in anchors)
    return frozenset((kind, country, day) for kind, country, day in countries if country)


def _events(a: Outline, b: Outline) -> float:
    """Dated events in common, or at least of one kind on one day in one country."""
    return 0.4 * min(2, len(a.anchors & b.anchors)) or (0.25 if a.around & b.around else 0.0)


def _main(name: str, reading: Reading, merged: Names) -> tuple[str, Interval, frozenset[str]] | None:
    """The event a report says most of, where it has a day."""
    told = [e for e in reading.events if not SCHEMA.kinds[e.kind].state and e.kind != "statistic"]
    if not told:
        return None
    event = max(told, key=lambda e: (sum(max(1, len(_listed(v))) for v in e.slots.values()), -e.start, e.id))
    day = day_of(event)
    news = reading.report.published
    if day and news and gap(day, Interval(news, None)) > NEAR:
        return None  # what is past is not what the report is for
    parties = {merged.get((name, str(v))) for s in PARTIES.get(event.kind, ()) for v in _listed(event.slots.get(s))}
    return (event.kind, day, frozenset(p for p in parties if p)) if day else None


def day_of(event: Event) -> Interval | None:
    """An event's date where it is a week or less."""
    found = event.slots.get("date")
    if isinstance(found, Interval) and found.first and found.last and (found.last - found.first).days < 7:
        return found
    return None


def _anchors(name: str, event: Event, merged: Names, news: date | None) -> list[tuple[str, str, date]]:
    """An event's kind and day with each thing it names; `news` is the day of what a report tells first undated."""
    found = day_of(event)
    day = found.first if found else None if "date" in event.slots or event.kind not in PARTIES else news
    return [(event.kind, entity, day) for entity in _named(name, event, merged)] if day else []


def _named(name: str, event: Event, merged: Names) -> set[str]:
    slots = [s.name for s in SCHEMA.kinds[event.kind].slots.values() if s.type == "entities"]
    named = {merged.get((name, str(v))) for s in slots for v in _listed(event.slots.get(s))}
    return {entity for entity in named if entity}


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


class _Weighed:
    """Names or words of reports, the rarer in all the heavier."""

    def __init__(self, sets: Mapping[str, frozenset[str]], types: Mapping[str, str], background: int) -> None:
        counts = Counter(item for items in sets.values() for item in items)
        self._sets = sets
        self._squares = {
            item: (_WEIGHTS.get(types.get(item, ""), 1.0) * math.log(1 + (len(sets) + background) / n)) ** 2
            for item, n in counts.items()
        }
        self._sizes = {name: self._sum(items) for name, items in sets.items()}

    def _sum(self, items: frozenset[str]) -> float:
        return math.fsum(self._squares[i] for i in items)

    def cosine(self, a: str, b: str) -> float:
        """How much two reports share, from 0 to 1."""
        size = math.sqrt((self._sizes[a] + FEW) * (self._sizes[b] + FEW))
        return self._sum(self._sets[a] & self._sets[b]) / size if size else 0.0


def _pairs(
    corpus: Corpus, outlines: Mapping[str, Outline], copied: Mapping[tuple[str, str], float]
) -> list[tuple[str, str]]:
    """Reports that share a dated event, a passage, or a name within a few days; never all with all."""
    blocks: dict[object, list[str]] = defaultdict(list)
    for name, outline in outlines.items():
        day = corpus.day(name)
        for anchor in outline.anchors:
            blocks[anchor].append(name)
        for entity in outline.names:
            if day:
                for window in (day.toordinal() // (NEAR + 1), day.toordinal() // (NEAR + 1) + 1):
                    blocks[entity, window].append(name)
    pairs = {(min(p), max(p)) for p in copied}
    for key, names in blocks.items():
        near = len(key) == 2 if isinstance(key, tuple) else False
        if len(names) > LONG and near:
            continue
        for i, b in enumerate(names):
            for a in names[max(0, i - LONG) : i]:
                apart = corpus.days_apart(a, b)
                if not near or apart is None or apart <= NEAR:
                    pairs.add((min(a, b), max(a, b)))
    return sorted(pairs)


def _left_over(groups: Sequence[Sequence[str]], links: Sequence[Link]) -> list[list[str]]:
    """A report that no single other one holds joins the story of which several are near it: the shortest reports name
    little, and no two of them the same."""
    home = {name: i for i, names in enumerate(groups) for name in names}
    near: dict[str, dict[int, list[Link]]] = defaultdict(lambda: defaultdict(list))
    for link in links:
        for one, other in ((link.a, link.b), (link.b, link.a)):
            if len(groups[home[one]]) == 1 and len(groups[home[other]]) > 1:
                near[one][home[other]].append(link)
    grown = [list(names) for names in groups]
    for name in sorted(near):
        score, story = max((_nearness(found), -i) for i, found in near[name].items())
        if score >= ALMOST:
            grown[-story].append(name)
            grown[home[name]] = []
    return [sorted(names) for names in grown if names]


def _nearness(links: Sequence[Link]) -> float:
    """The mean of the better half of a report's links with a story, nothing where one says that they cannot be one."""
    if any(x.apart for x in links) or len(links) < SEVERAL:
        return 0.0
    best = sorted((x.score for x in links), reverse=True)[: max(SEVERAL, (len(links) + 1) // 2)]
    return math.fsum(best) / len(best)


def _other_lead(a: Outline, b: Outline, copied: float) -> bool:
    """Two reports that tell most of events of one kind, by one party, days apart tell two happenings; where the one
    has much of its text from the other, one of the two days was read from a clause beside."""
    if a.main is None or b.main is None or a.main[0] != b.main[0] or not a.main[2] & b.main[2]:
        return False
    apart = gap(a.main[1], b.main[1])
    one_more = apart == 1 and len(a.anchors & b.anchors) > 1
    return apart > (LATER if copied >= MUCH else 0) and not one_more


def _story(corpus: Corpus, names: Sequence[str], links: Sequence[Link], outlines: Mapping[str, Outline]) -> Story:
    ordered = corpus.in_order(set(names))
    why = {f"{x.a} {x.b}": round(x.score, 2) for x in links}
    first = ordered[0]
    day = _day(outlines[first]) or corpus.day(first)
    return Story(f"story-{day or 'undated'}-{first}", ordered, dict(why))


def _day(outline: Outline) -> date | None:
    return outline.main[1].first if outline.main else None
