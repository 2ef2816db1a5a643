"""Stories keep their ids from one comparison to the next; that they merged or split is told."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from tawatur.record.types import Story, StoryChange

MERGED, SPLIT = "merged", "split"


def carry_ids(
    before: Sequence[Story], after: Sequence[Story], when: datetime, is_others: Callable[[str], bool] = lambda _: False
) -> tuple[list[Story], list[StoryChange]]:
    """The stories of now with the ids of before, each with its history, and what became of stories since.

    An id stays with the largest part of its story's reports, of equal parts with that of its first report. Where it
    meets another id so, the larger story's is kept, of equal ones that of the first of `before`. A story that no id
    came to has its own. Both lists may be of a few stories only, if they hold all that shared a report; `is_others`
    says then whether an id is that of a story which is not among them.
    """
    now = {report: i for i, story in enumerate(after) for report in story.reports}
    parts = [Counter(now[r] for r in story.reports if r in now) for story in before]
    heirs: dict[int, list[int]] = defaultdict(list)
    for i, (story, part) in enumerate(zip(before, parts, strict=True)):
        if part:
            first = now[next(r for r in story.reports if r in now)]
            heirs[max(part, key=lambda n: (part[n], n == first, -n))].append(i)
    ids = _ids(before, after, heirs, is_others)
    changes = _merged(before, after, heirs, ids, when) + _split(before, parts, ids, when)
    carried = []
    for i, story in enumerate(after):
        own = [c for c in changes if ids[i] in c.after]
        past = [c for old in heirs.get(i, ()) for c in before[old].history]
        carried.append(replace(story, id=ids[i], history=_in_order([*past, *own])))
    return carried, changes


def _ids(
    before: Sequence[Story],
    after: Sequence[Story],
    heirs: Mapping[int, Sequence[int]],
    is_others: Callable[[str], bool],
) -> list[str]:
    kept = {
        i: before[min(olds, key=lambda old: (-len(before[old].reports), old))].id for i, olds in sorted(heirs.items())
    }
    taken = set(kept.values()) | {story.id for story in before}
    ids = []
    for i, story in enumerate(after):
        ident, number = kept.get(i, story.id), 1
        while i not in kept and (ident in taken or is_others(ident)):
            number += 1
            ident = f"{story.id}-{number}"
        taken.add(ident)
        ids.append(ident)
    return ids


def _merged(
    before: Sequence[Story],
    after: Sequence[Story],
    heirs: Mapping[int, Sequence[int]],
    ids: Sequence[str],
    when: datetime,
) -> list[StoryChange]:
    known = {report for story in before for report in story.reports}
    changes = []
    for i, olds in sorted(heirs.items()):
        if len(olds) > 1:
            new = next((r for r in after[i].reports if r not in known), None)
            changes.append(StoryChange(MERGED, [before[old].id for old in olds], [ids[i]], when.isoformat(), new))
    return changes


def _split(
    before: Sequence[Story], parts: Sequence[Mapping[int, int]], ids: Sequence[str], when: datetime
) -> list[StoryChange]:
    return [
        StoryChange(SPLIT, [story.id], [ids[i] for i in sorted(part, key=lambda i: (-part[i], i))], when.isoformat())
        for story, part in zip(before, parts, strict=True)
        if len(part) > 1
    ]


def _in_order(changes: Sequence[StoryChange]) -> list[StoryChange]:
    """Each change once, the first first."""
    once = {(c.when, c.kind, tuple(c.before), tuple(c.after)): c for c in changes}
    return [once[key] for key in sorted(once)]
