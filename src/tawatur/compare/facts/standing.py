"""Which of some origins a report stands for: the matching by which those are counted that count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def left_over(reports: Mapping[int, Sequence[str]]) -> Iterator[tuple[int, int]]:
    """The origins for which no report stands that stands for no other, each with the one that it goes with: that for
    which its first report stands. `reports`: of each origin (by its number), the reports that give it. They are matched
    (augmenting paths, Kuhn 1955)."""
    stands: dict[str, int] = {}
    held: dict[int, str] = {}
    for group in sorted(reports, key=lambda g: (-len(reports[g]), g)):
        if not _stand(group, reports, stands, held):
            yield stands[reports[group][0]], group


def _stand(group: int, reports: Mapping[int, Sequence[str]], stands: dict[str, int], held: dict[int, str]) -> bool:
    """Whether a report stands for one more origin, others giving way where a further one stands for them. `stands`: for
    which origin each report does; `held`: the report of each origin."""
    by: dict[str, int] = {}  # for which origin each report is wanted, the shortest way first
    wanting = [group]
    for origin in wanting:
        for report in reports[origin]:
            if report in by:
                continue
            by[report] = origin
            if report in stands:
                wanting.append(stands[report])
                continue
            free: str | None = report
            while free is not None:
                taken = by[free]
                stands[free] = taken
                before = held.get(taken)
                held[taken] = free
                free = before
            return True
    return False
