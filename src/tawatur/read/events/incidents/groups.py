"""The dead of one incident told by groups (ثلاثة موظفين وأربعة حراس): an object each, as two counts are."""

from __future__ import annotations

from dataclasses import replace

from tawatur.read.events.incidents.record import Incident


def by_group(one: Incident) -> list[Incident]:
    """The incident once for each group of those killed, in order; alone where they are of one kind."""
    if len(one.groups) < 2 or one.killed is None or one.killed != one.groups[0][1]:
        return [one]
    named = {value for values, *_ in one.groups for value in values}
    rest = [value for value in one.target if value not in named]
    first = replace(one, target=[*one.groups[0][0], *rest])
    others = {slot: spans for slot, spans in one.evidence.items() if slot not in ("killed", "count")}
    return [
        first,
        *(
            replace(one, target=list(values), killed=number, count=None, start=start, end=end, evidence=others)
            for values, number, start, end in one.groups[1:]
        ),
    ]
