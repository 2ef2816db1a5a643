"""Stories as reports come in: each joins the story it is nearest to as a whole, and may make two stories one.

Single-pass clustering with centroids, as in the detection of topics as they come in (Yang, Pierce and Carbonell, "A
study of retrospective and on-line event detection", 1998). What a report adds to a story touches only stories with
which it has a link, so that one more report costs what those cost, and gives what the whole would give.

A story and a report (or two stories) are compared by the mean of all their pairs: words, titles and names are vectors,
and the mean of products is the product of means. So nothing chains: that one report of a long war is near another
does not make the war a story.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tawatur.compare.events.ties import Side, Ties, parted
from tawatur.compare.stories.link import (
    A_DAY,
    ENOUGH,
    FAR,
    NAMES,
    NOTHING,
    TITLE,
    UNDATED,
    WORDS,
    StoryLink,
    apart,
)
from tawatur.compare.stories.sketch import Days, Sketch, common_weight

NO_TIES = Ties()
ON_AVERAGE = -0.25  # from which a report is of a story, two stories are one


@dataclass(slots=True)
class Whole:
    """A story as a whole: the sums of its reports' vectors, and how many of them are of each day. That of one report
    has the vectors of its sketch: most stories stay so, and it is only one of several that changes."""

    reports: list[str] = field(default_factory=list)
    words: dict[str, float] = field(default_factory=dict)
    title: dict[str, float] = field(default_factory=dict)
    names: dict[str, float] = field(default_factory=dict)
    days: Counter[Days] = field(default_factory=Counter)
    sides: set[Side] = field(default_factory=set)  # of what people parted

    @classmethod
    def of(cls, one: Sketch) -> Whole:
        """A story of one report."""
        days = one.days
        return cls([one.report], one.words, one.title, one.names, Counter([days] if days else []))

    def take(self, other: Whole) -> None:
        """Have the reports of another too."""
        if len(self.reports) == 1:
            self.words, self.title, self.names = dict(self.words), dict(self.title), dict(self.names)
        self.reports += other.reports
        for mine, its in ((self.words, other.words), (self.title, other.title), (self.names, other.names)):
            for key, weight in its.items():
                mine[key] = mine.get(key, 0.0) + weight
        self.days.update(other.days)
        self.sides |= other.sides


def on_average(a: Whole, b: Whole) -> float:
    """The mean score of the pairs between two stories, by words, titles, names and days."""
    alike = (
        WORDS * common_weight(a.words, b.words)
        + TITLE * common_weight(a.title, b.title)
        + NAMES * common_weight(a.names, b.names)
    )
    return alike / (len(a.reports) * len(b.reports)) + A_DAY * _days_apart(a.days, b.days) + NOTHING


def _days_apart(a: Counter[Days], b: Counter[Days]) -> float:
    pairs = sum(a.values()) * sum(b.values())
    days = sum(n * m * min(FAR, apart(day, other)) for day, n in a.items() for other, m in b.items())
    return days / pairs if pairs else UNDATED


class Grouping:
    """Stories that grow. `stories`: those there are (all, or the ones that a new report has links with); `ties`: what
    people said of them."""

    def __init__(
        self, sketches: Mapping[str, Sketch], stories: Iterable[Sequence[str]] = (), ties: Ties = NO_TIES
    ) -> None:
        self._sketches = sketches
        self._ties = ties
        self._wholes: dict[str, Whole] = {}  # by their first report
        self._home: dict[str, str] = {}
        for reports in stories:
            for report in reports:
                self._put(report)
                if report != reports[0]:
                    self._join(reports[0], report)

    def add(self, report: str, links: Sequence[StoryLink]) -> None:
        """Put a report, the next in time, where it belongs; `links` are its own with reports that are there."""
        self._put(report)
        for other in self._ties.tied(report):
            if other in self._home and self._home[other] != self._home[report]:
                self._join(self._home[other], self._home[report])
        best: dict[str, float] = {}
        mine = self._wholes[self._home[report]]
        for one in links:
            story = self._home[one.a if one.b == report else one.b]
            if one.score >= ENOUGH and story != self._home[report] and self._may_join(mine, story):
                best[story] = max(one.score, best.get(story, one.score))
        rated = sorted((-on_average(mine, self._wholes[s]), -best[s], s) for s in best)
        if not rated or -rated[0][0] < ON_AVERAGE:
            return
        self._join(rated[0][2], self._home[report])
        for _, _, story in rated[1:]:
            here = self._home[report]
            if not self._may_join(self._wholes[here], story):
                continue
            if on_average(self._wholes[here], self._wholes[story]) >= ON_AVERAGE:
                self._join(here, story)

    def all(self) -> list[list[str]]:
        """Every story's reports."""
        return [list(whole.reports) for whole in self._wholes.values()]

    def _put(self, report: str) -> None:
        self._home[report] = report
        self._wholes[report] = whole = Whole.of(self._sketches[report])
        if sides := self._ties.sides(report):
            whole.sides |= sides

    def _may_join(self, mine: Whole, story: str) -> bool:
        return not mine.sides or not parted(mine.sides, self._wholes[story].sides)

    def _join(self, a: str, b: str) -> None:
        large, small = (a, b) if len(self._wholes[a].reports) >= len(self._wholes[b].reports) else (b, a)
        gone = self._wholes.pop(small)
        self._wholes[large].take(gone)
        for report in gone.reports:
            self._home[report] = large
