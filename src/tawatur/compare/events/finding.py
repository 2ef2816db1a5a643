"""How tellings of one event find each other: by what they name, the nearest in time first.

A key that says much (a person, a body) reaches far; one that says little (a country, a single word) a few days.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable
from hashlib import blake2b

from tawatur.compare.countries import place_classes
from tawatur.compare.events.sight import Ref, Sight
from tawatur.compare.events.timing import exclude, put_off
from tawatur.record.types import Number

WINDOW = 40  # tellings found by one key that each is compared with: the nearest before it, in `order_of`
EVER = 1_000_000  # days
WEEKS = 10  # days
NEAR = 3  # days
ENOUGH_WORDS = 5  # of a telling that is known again by its words
Order = tuple[int, str]  # a telling's place among those that one key finds
_STATES = frozenset({"membership", "group", "founding", "commitment"})


def keys_of(sight: Sight) -> dict[str, int]:
    """What a telling is found by, and within how many days: its kind with each thing it names, by id or in words, with
    its story, and what a statistic measures by its number."""
    kind, slots = sight.kind, sight.event.slots
    keys: dict[str, int] = {}
    for refs in sight.refs.values():
        for ref in refs:
            what = f"entity|{ref.id}" if ref.id else f"words|{' '.join(sorted(ref.stems))}"
            keys[f"{kind}|{what}"] = EVER if kind in _STATES else _reach(ref)
    value = slots.get("value")
    if isinstance(value, Number):
        keys[f"{kind}|value|{value.value:g}"] = EVER
    told = f"story|{sight.story}" if sight.story else f"report|{sight.report}"
    keys[f"{kind}|{slots.get('type', '')}|{told}"] = EVER  # one that gives the day and one that gives none
    return keys


def _reach(ref: Ref) -> int:
    if ref.id:
        scale = place_classes().get(ref.id)
        return EVER if scale is None else NEAR if scale == "country" else WEEKS
    return WEEKS if len(ref.stems) > 1 else NEAR


def day_of(sight: Sight) -> int:
    """The day tellings are ordered by: the event's own, else its report's; 0 where neither is known."""
    if sight.when and sight.when.first:
        return sight.when.first.toordinal()
    return sight.day.toordinal() if sight.day else 0


def order_of(sight: Sight) -> Order:
    """The order of the tellings that one key finds: by day, those of a day by their keys."""
    return day_of(sight), sight.key


def may_be_one(a: Sight, b: Sight) -> bool:
    """Whether two tellings of one kind are worth a comparison: not where the days they give exclude each other."""
    if put_off(a, b):
        return True
    return not (a.said and b.said and a.firm and b.firm and exclude(a.kind, a.said, b.said))


class Neighbours:
    """The last tellings under each key, as they are added in order."""

    def __init__(self) -> None:
        self._last: dict[str, deque[tuple[Order, Sight]]] = defaultdict(lambda: deque(maxlen=WINDOW))

    def before(self, sight: Sight) -> Iterable[Sight]:
        """Those that a telling is compared with, each once. From now on later tellings find it."""
        order, found = order_of(sight), dict[str, Sight]()
        for key, reach in keys_of(sight).items():
            last = self._last[key]
            first = self.first(key, order, reach) if last else order
            for place, other in reversed(last):
                if place < first:
                    break
                found[other.key] = other
            last.append((order, sight))
        return [other for other in found.values() if may_be_one(sight, other)]

    def first(self, key: str, order: Order, reach: int) -> Order:
        """The place from which a telling in this place is compared with others under a key that reaches so far."""
        return order[0] - reach, ""


class Twins:
    """The first tellings of what is told again word for word, with the same slots."""

    def __init__(self) -> None:
        self._first: dict[str, Sight] = {}

    def first(self, sight: Sight) -> Sight | None:
        """The telling that this one repeats, where there is one; else it is kept as the first of its words."""
        if len(sight.words) < ENOUGH_WORDS:
            return None
        first = self._first.setdefault(twin_key(sight), sight)
        return first if first is not sight and first.report != sight.report else None


def twin_key(sight: Sight) -> str:
    """What tellings have in common that say the same word for word: kind, status, words and slots."""
    slots = {
        slot: sorted(r.id or " ".join(sorted(r.stems)) for r in sight.refs[slot]) if slot in sight.refs else value
        for slot, value in sorted(sight.event.slots.items())
        if slot in sight.refs or not isinstance(value, list)
    }
    told = repr((sight.kind, sight.event.status, sorted(sight.words), slots))
    return blake2b(told.encode(), digest_size=8).hexdigest()
