"""Stories: a report finds those of its days by rare words, dated events and copied text; the stories with which it has
links are grouped anew in order of time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from tawatur.compare.plain import pack, unpack
from tawatur.compare.stories import carry_ids
from tawatur.compare.stories.finding import TOLD
from tawatur.compare.stories.finding import story_of as told
from tawatur.compare.stories.grouping import Grouping
from tawatur.compare.stories.link import ENOUGH, FAR, StoryLink, days_apart, link
from tawatur.compare.stories.meeting import NEAR, NEAREST, Meeting, found_by, needed
from tawatur.compare.stories.outline import Outline, outline
from tawatur.compare.stories.sketch import Sketch, sketch
from tawatur.record.types import Story
from tawatur.store.between import STORY
from tawatur.store.objects import story_of, story_row
from tawatur.work.keeping.commonness import Counts, count, kept_commonness
from tawatur.work.keeping.copies import copies_among, partners, shares_among
from tawatur.work.keeping.hashes import mark
from tawatur.work.keeping.near import Near

_MOST = 100  # reports that are grouped anew; stories of more grow, and are not parted
Shares = Mapping[tuple[str, str], float]


@dataclass(slots=True)
class Stories:
    """What changed: stories that are no more, and those that came instead of them or were made anew."""

    gone: list[Story] = field(default_factory=list)
    made: list[Story] = field(default_factory=list)

    @property
    def moved(self) -> set[str]:
        """The reports whose story has another id now."""
        before = {name: s.id for s in self.gone for name in s.reports}
        return {name for s in self.made for name in s.reports if before.get(name, s.id) != s.id}


def outline_of(near: Near, name: str) -> Outline:
    """The outline of a report."""
    return outline(name, near.reading(name), near.around.merged(name), near.words(name))


def keys(one: Sketch) -> tuple[list[int], list[int]]:
    """The words and the events by which a report is found, as hashes."""
    words, events = found_by(one)
    return [mark("story word", w) for w in words], [mark("story event", e) for e in events]


def keys_and_day(one: Sketch) -> list[tuple[int, int]]:
    """All that a report is found by, with its day."""
    return [(key, _day(one)) for some in keys(one) for key in some]


def _day(one: Sketch) -> int:
    return one.day.toordinal() if one.day else 0


def put_sketches(near: Near, sketches: Iterable[Sketch]) -> None:
    """Keep the sketches of reports, and what they are found by."""
    listed = list(sketches)
    rows = near.record.between.rows(one.report for one in listed)
    near.record.meetings.put_sketches((rows[one.report], pack(one)) for one in listed)
    near.record.meetings.put_keys(sorted((k, day, rows[one.report]) for one in listed for k, day in keys_and_day(one)))


def sketches_of(near: Near, names: Iterable[str]) -> dict[str, Sketch]:
    """The sketches of reports, as they are kept."""
    rows = near.record.between.rows(names).values()
    kept: list[Sketch] = [unpack(raw) for raw in near.record.meetings.sketches(rows).values()]
    return {one.report: one for one in kept}


def add_story(near: Near, name: str) -> Stories:
    """Put a new report into the story that it is of."""
    meetings, between = near.record.meetings, near.record.between
    own = outline_of(near, name)
    count(meetings, [own])
    mine = sketch(own, kept_commonness(meetings, [own]))
    found = _met(near, mine)
    met = found | partners(near, {name})
    put_sketches(near, [mine])
    sketches = sketches_of(near, met) | {name: mine}
    shares = shares_among(near, copies_among(near, {name, *met}))
    links = [
        link(sketches[other], mine, _share(shares, other, name))
        for other in sorted(met)
        if other in found or _told(mine, sketches[other], shares)
    ]
    strong = [x for x in links if x.score >= ENOUGH]
    met_in = {x.a for x in strong} | set(near.story_ties.tied(name))
    touched = {row.ident: story_of(row) for row in between.of_reports(STORY, met_in)}
    return _regroup(near, touched, sketches, {name: strong})


def regroup_stories(near: Near, names: Iterable[str]) -> Stories:
    """Group the stories of these reports anew, as people decided on them."""
    touched = {row.ident: story_of(row) for row in near.record.between.of_reports(STORY, names)}
    return _regroup(near, touched, {}, {}, whole=True)


def drop_story(near: Near, name: str) -> Stories:
    """Take a report out of its story, and group what is left of that anew."""
    if name in near.readings:
        count(near.record.meetings, [outline_of(near, name)], -1)
    touched = {row.ident: story_of(row) for row in near.record.between.of_reports(STORY, [name])}
    return _regroup(near, touched, {}, {}, name)


def _met(near: Near, mine: Sketch) -> set[str]:
    """The reports that may be of one story with a report, by what they are found by."""
    meetings = near.record.meetings
    words, events = keys(mine)
    within = NEAR if mine.day else None
    shared = Counter(row for key in words for row in meetings.nearest(key, _day(mine), NEAREST, within))
    rows = {row for row, common in shared.items() if common >= needed(mine)}
    rows.update(row for key in events for row in meetings.nearest(key, _day(mine), NEAREST))
    return set(near.record.between.names(rows).values())


def _told(a: Sketch, b: Sketch, shares: Shares) -> bool:
    """Whether two reports of about the same days share enough text to meet for that alone."""
    return _share(shares, a.report, b.report) >= TOLD and days_apart(a, b) <= FAR


def _share(shares: Shares, a: str, b: str) -> float:
    return shares.get((min(a, b), max(a, b)), 0.0)


def _regroup(
    near: Near,
    touched: Mapping[str, Story],
    known: Mapping[str, Sketch],
    links: Mapping[str, Sequence[StoryLink]],
    gone: str | None = None,
    whole: bool = False,
) -> Stories:
    """Group the reports of touched stories anew, with those that come with links of their own."""
    reports = {name for story in touched.values() for name in story.reports} - {gone}
    new = set(links)
    missing = reports - known.keys()
    sketches = dict(known) | sketches_of(near, missing)
    order = sorted(reports | new, key=near.rank)
    if len(order) <= _MOST or gone is not None or whole:
        made = _in_order(near, order, sketches)
    else:
        made = _grown(near, touched, sketches, links)
    old = dict(touched)
    before = sorted(old.values(), key=lambda s: near.rank(s.reports[0]))
    carried, _ = carry_ids(before, made, datetime.now(UTC), lambda ident: near.record.between.has(STORY, ident))
    fresh = {s.id: s for s in carried}
    near.record.between.replace(
        STORY, old.keys() - fresh.keys(), [story_row(s) for i, s in fresh.items() if old.get(i) != s]
    )
    near.place({name: s.id for s in fresh.values() for name in s.reports})
    return Stories([s for i, s in old.items() if fresh.get(i) != s], [s for i, s in fresh.items() if old.get(i) != s])


def _in_order(near: Near, order: Sequence[str], sketches: Mapping[str, Sketch]) -> list[Story]:
    """The stories of these reports, as if each came in order of time."""
    shares = shares_among(near, copies_among(near, order)) if len(order) > 1 else {}
    common = Counts(near.record.meetings, "word")
    common.ask({word for name in order for word in found_by(sketches[name])[0]})
    meeting, grouping = Meeting(), Grouping(sketches, ties=near.story_ties)
    found: list[StoryLink] = []
    for i, name in enumerate(order):
        one = sketches[name]
        copied = [o for o in order[:i] if _told(sketches[o], one, shares)]
        links = [
            link(sketches[o], one, _share(shares, o, name)) for o in dict.fromkeys([*meeting.add(one, common), *copied])
        ]
        strong = [x for x in links if x.score >= ENOUGH]
        found += strong
        grouping.add(name, strong)
    home = {name: i for i, names in enumerate(grouping.all()) for name in names}
    rank = {name: i for i, name in enumerate(order)}
    return [
        told(
            sorted(names, key=lambda n: rank[n]),
            [x for x in found if home[x.a] == home[x.b] == i],
            sketches,
        )
        for i, names in enumerate(grouping.all())
    ]


def _grown(
    near: Near,
    touched: Mapping[str, Story],
    sketches: Mapping[str, Sketch],
    links: Mapping[str, Sequence[StoryLink]],
) -> list[Story]:
    """Large stories with what comes to them; of the reports that were there, why they belong stays as it was."""
    grouping = Grouping(sketches, [story.reports for story in touched.values()], near.story_ties)
    for name, own in links.items():
        grouping.add(name, own)
    why = {name: reason for story in touched.values() for name, reason in story.why.items()}
    made = []
    for names in grouping.all():
        inside = [x for own in links.values() for x in own if x.a in names and x.b in names]
        story = told(sorted(names, key=near.rank), inside, sketches)
        story.why = {n: why.get(n) or story.why[n] for n in story.reports if n in why or n in story.why}
        made.append(story)
    return made
