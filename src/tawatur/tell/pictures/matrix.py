"""Facts by outlets: who says it, who says otherwise, who said something else before, in whose reports it is not found,
and who does not tell of it at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tawatur.record.types import Fact, Story, Value
from tawatur.tell.lines import idle, qualified
from tawatur.tell.page import Line
from tawatur.tell.story import LOUD
from tawatur.tell.view import View

ROWS, COLUMNS, VALUES = 28, 10, 3
SAYS, OTHERWISE, EARLIER, DENIES, SILENT, AWAY = "says", "otherwise", "earlier", "denies", "silent", "away"
_FIRST = (SAYS, OTHERWISE, EARLIER, SILENT)  # what a cell is of an outlet that gives several values


@dataclass(slots=True)
class Cell:
    """What one outlet says of one fact: its `stance` and the values it gives, with the numbers of its reports; `more`
    had no room. `silent`: its reports tell of the event, or name the body, the person, the place, and no such fact was
    read there; `away`: they do not."""

    stance: str
    said: list[tuple[Line, Line]]
    more: int = 0


@dataclass(slots=True)
class Row:
    """A fact, with the value that the others are held against, and a cell an outlet."""

    fact: Fact
    value: Line
    cells: list[Cell]


@dataclass(slots=True)
class Group:
    """The rows of one event, body, person or place, by its id."""

    subject: str
    rows: list[Row]


@dataclass(slots=True)
class Matrix:
    """`outlets` are shown by name, in the order of their first reports; `more_facts` and `more_outlets` had no room."""

    outlets: list[str]
    groups: list[Group]
    more_facts: int = 0
    more_outlets: int = 0


def matrix(view: View, story: Story, facts: Sequence[Fact], rows: int = ROWS, columns: int = COLUMNS) -> Matrix | None:
    """The matrix of a story's facts that two of its outlets tell or that are disputed or have changed, loud ones first
    within an event, in the order in which their subjects come; None where its reports are of one outlet."""
    inside = [r for r in story.reports if r in view.number]
    outlets: dict[str, str] = {}
    for report in sorted(inside, key=lambda r: view.number[r]):
        outlets.setdefault(view.outlet_key(report), view.outlet(report))
    if len(outlets) < 2:
        return None
    told = {f.id: _outlets(view, f) & set(outlets) for f in facts}
    chosen = [f for f in facts if not idle(view, f) and told[f.id] and (len(told[f.id]) > 1 or f.verdict in LOUD)]
    if not chosen:
        return None
    counts = Counter(o for f in chosen for o in told[f.id])
    most = sorted(outlets, key=lambda o: -counts[o])[:columns]
    shown = [o for o in outlets if o in most]
    chosen.sort(key=lambda f: (f.verdict not in LOUD, -len(told[f.id])))
    order = {f.subject: i for i, f in reversed(list(enumerate(facts)))}
    groups: dict[str, Group] = {}
    for fact in chosen[:rows]:
        groups.setdefault(fact.subject, Group(fact.subject, [])).rows.append(_row(view, fact, shown))
    return Matrix(
        [outlets[o] for o in shown],
        sorted(groups.values(), key=lambda g: order[g.subject]),
        max(0, len(chosen) - rows),
        len(outlets) - len(shown),
    )


def _outlets(view: View, fact: Fact) -> set[str]:
    named = [*(r for v in fact.values for r in v.reports), *(d.report for d in fact.denials)]
    return {view.outlet_key(r) for r in named if r in view.number}


def _row(view: View, fact: Fact, outlets: Sequence[str]) -> Row:
    leading = _leading(fact)
    about = _about(view, fact.subject)
    cells = [_cell(view, fact, leading, outlet, outlet in about) for outlet in outlets]
    return Row(fact, qualified(view, fact, leading), cells)


def _about(view: View, subject: str) -> set[str]:
    """The outlets whose reports tell of an event, or name a body, a person, a place."""
    whole = view.events.get(subject) or view.entities.get(subject)
    return {view.outlet_key(r) for r, _ in whole.same if r in view.readings} if whole else set()


def _leading(fact: Fact) -> Value:
    """What the others are held against: of what has changed the last value, which stands last, else the one with the
    most origins."""
    if fact.verdict == "changed":
        return fact.values[-1]
    return max(fact.values, key=lambda v: (len(v.origins), len(v.reports)))


def _cell(view: View, fact: Fact, leading: Value, outlet: str, about: bool) -> Cell:
    said = []
    stance = SILENT
    for value in fact.values:
        reports = [r for r in value.reports if r in view.number and view.outlet_key(r) == outlet]
        if reports:
            own = replace(value, evidence=[e for e in value.evidence if e.report in reports])
            said.append((view.fact_value(fact, own), view.refs(reports)))
            stance = min(stance, _stance(fact, leading, value), key=_FIRST.index)
    denials = [d.report for d in fact.denials if d.report in view.number and view.outlet_key(d.report) == outlet]
    if denials and not said:
        return Cell(DENIES, [([], view.refs(denials))])
    if not said and not about:
        return Cell(AWAY, [])
    return Cell(stance, said[:VALUES], max(0, len(said) - VALUES))


def _stance(fact: Fact, leading: Value, value: Value) -> str:
    if value is leading or fact.verdict not in LOUD:
        return SAYS
    return EARLIER if fact.verdict == "changed" else OTHERWISE
