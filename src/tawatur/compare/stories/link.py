"""The score of two reports: how surely they tell one happening, by named features."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.compare.days import gap
from tawatur.compare.stories.sketch import Days, Sketch, common_weight

ENOUGH = 1.5  # from which two reports may be of one story
FAR = 10  # days beyond which only an event that both date makes two reports one story's
UNDATED = 3  # days two reports are thought to be apart where one has no day
MUCH = 0.3  # share of a report in copied text from which one of two days was read from a clause beside
# Logarithms of odds, fitted by logistic regression to the pairs for tuning of benchmarks/stories and rounded.
WORDS, TITLE, NAMES, COPIED, EVENTS, AROUND, A_DAY, NOTHING = 14.0, 3.5, 2.0, 1.5, 0.4, 0.3, -0.5, -3.5
OTHER_DAY = -9.0  # what both tell most of is of one kind, by one party, on two days


FEATURES = ("copied", "words", "title", "names", "events", "days", "other day")


@dataclass(slots=True)
class StoryLink:
    """Two reports that may tell one happening: the sum of `features` (in the order of `FEATURES`), in logarithms of
    odds."""

    a: str
    b: str
    score: float
    features: tuple[float, ...]

    @property
    def why(self) -> dict[str, float]:
        """What speaks for and against it, by name."""
        return {name: value for name, value in zip(FEATURES, self.features, strict=True) if value}


def link(a: Sketch, b: Sketch, copied: float = 0.0) -> StoryLink:
    """The score of two reports; `copied` is the share of the shorter one's text that both have."""
    events = len(a.events & b.events) if a.events and b.events else 0
    around = not events and a.around and b.around and a.around & b.around
    days = days_apart(a, b)
    features = (
        COPIED * copied,
        WORDS * common_weight(a.words, b.words),
        TITLE * common_weight(a.title, b.title),
        NAMES * common_weight(a.names, b.names),
        EVENTS * min(2, events) if events else AROUND if around else 0.0,
        A_DAY * min(days, FAR),
        OTHER_DAY if (days > FAR and not events) or _other_day(a, b, copied) else 0.0,
    )
    return StoryLink(a.report, b.report, sum(features) + NOTHING, features)


def apart(a: Days, b: Days) -> int:
    """Days between two reports: a meeting announced weeks before is near what is reported of it on its day."""
    return min(abs(a[0] - b[0]), abs(a[1] - b[1]))


def days_apart(a: Sketch, b: Sketch) -> int:
    """Days between two reports, `UNDATED` where one has none."""
    return apart(a.days, b.days) if a.days and b.days else UNDATED


def _other_day(a: Sketch, b: Sketch, copied: float) -> bool:
    """Two reports that tell most of events of one kind, by one party, days apart tell two happenings; where the one
    has much of its text from the other, one of the two days was read from a clause beside."""
    if a.main is None or b.main is None or a.main[0] != b.main[0] or not a.main[2] & b.main[2]:
        return False
    days = gap(a.main[1], b.main[1])
    one_more = days == 1 and len(a.events & b.events) > 1
    return days > (FAR if copied >= MUCH else 0) and not one_more
