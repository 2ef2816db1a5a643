"""What a user means by a name: the entities of a comparison that it fits, in any spelling and either script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tawatur.compare.corpus import name_words
from tawatur.errors import AskedError
from tawatur.names import match
from tawatur.record.types import Comparison, Mention, MergedEntity, Reading

AT = "@"  # NAME@REPORT: as that report has it
_SHOWN = 8
_MATCHED = ("person", "organisation")  # what is compared across spellings and scripts


@dataclass(slots=True)
class Asked:
    """What was asked for: the entity, and its members (report, entity there) that are meant: all, or the one that
    NAME@REPORT names."""

    words: str
    entity: MergedEntity
    members: list[tuple[str, str]]


@dataclass(slots=True)
class Finder:
    """The names of all entities of a comparison, ready to be asked."""

    comparison: Comparison
    readings: Mapping[str, Reading]
    _mentions: dict[tuple[str, str], list[Mention]] = field(default_factory=lambda: defaultdict(list))
    _written: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        merged = {pair: e.id for e in self.comparison.entities for pair in e.same}
        for report, reading in self.readings.items():
            for mention in reading.mentions:
                self._mentions[report, mention.entity].append(mention)
                if (ident := merged.get((report, mention.entity))) is not None:
                    self._written[ident].add(mention.text)

    def one(self, words: str) -> Asked:
        """The one entity that is meant. Raises AskedError where none fits, or several do: then it lists them."""
        name, _, report = words.rpartition(AT)
        if name:
            return self._within(words, name, report)
        found = self.all(words)
        if not found:
            raise AskedError(f"{words}: no report of this record names it; `tawatur search` finds words in sentences.")
        if len(found) > 1:
            choices = "; ".join(f"{_title(e)}, {e.type}, {_reports(e)} ({e.id})" for e in found[:_SHOWN])
            raise AskedError(f"{words}: {len(found)} names fit: {choices}; ask for one of them, by its id in brackets.")
        return Asked(words, found[0], list(found[0].same))

    def all(self, words: str) -> list[MergedEntity]:
        """Every entity that a name fits, those of most reports first.

        By id; else by the name in full, by a spelling in a report, by parts of a name, by sound in any script: the
        first of these that fits anything.
        """
        for entity in self.comparison.entities:
            if entity.id == words:
                return [entity]
        wanted = frozenset(name_words(words))
        names = {e.id: {frozenset(name_words(n)) for n in e.name.values() if n} for e in self.comparison.entities}
        spelt = {e.id: {frozenset(name_words(t)) for t in self._written[e.id]} for e in self.comparison.entities}
        tiers: tuple[Callable[[MergedEntity], bool], ...] = (
            lambda e: wanted in names[e.id],
            lambda e: wanted in spelt[e.id],
            lambda e: any(wanted <= n for n in names[e.id] | spelt[e.id]),
            lambda e: e.type in _MATCHED and any(match(words, n).same for n in self._all_names(e)),
        )
        for fits in tiers if wanted else ():
            if found := [e for e in self.comparison.entities if fits(e)]:
                return sorted(found, key=lambda e: (-len(e.same), e.id))
        return []

    def _all_names(self, entity: MergedEntity) -> set[str]:
        return {n for n in entity.name.values() if n} | {t for t in self._written[entity.id] if " " in t}

    def _within(self, words: str, name: str, report: str) -> Asked:
        if report not in self.readings:
            raise AskedError(f"{words}: there is no report {report} in the record; `tawatur sources` lists them.")
        wanted = name_words(name)
        here = {m.entity for m in self.readings[report].mentions if name_words(m.text) == wanted}
        here |= {
            e.id for e in self.readings[report].entities if wanted in {name_words(n) for n in e.name.values() if n}
        }
        if len(here) != 1:
            count = "no name" if not here else f"{len(here)} things called"
            raise AskedError(f"{words}: {report} has {count} {name}; `tawatur show` prints it with its names marked.")
        pair = (report, here.pop())
        merged = next(e for e in self.comparison.entities if pair in e.same)  # it has every entity of every report
        return Asked(words, merged, [pair])

    def spelt(self, asked: Asked) -> list[tuple[str, str]]:
        """Those members that have the name as it was asked for."""
        wanted = name_words(asked.words)
        return [m for m in asked.members if any(name_words(x.text) == wanted for x in self._mentions[m])]

    def first_mention(self, member: tuple[str, str]) -> Mention | None:
        """The first mention of a report's entity; None of one that is only meant (a country by its adjective)."""
        return min(self._mentions.get(member, ()), key=lambda m: m.start, default=None)


def parted(finder: Finder, a: Asked, b: Asked) -> tuple[Sequence[tuple[str, str]], Sequence[tuple[str, str]]]:
    """The members on both sides of "these are two": where both are one entity now, those that have each spelling.

    Raises AskedError where nothing tells the two sides apart.
    """
    left, right = a.members, b.members
    if a.entity.id == b.entity.id:
        left, right = (finder.spelt(x) if len(x.members) > 1 else x.members for x in (a, b))
        left, right = left or a.members, right or b.members
        both = set(left) & set(right)
        if len(left) > len(right):
            left = [m for m in left if m not in both]
        else:
            right = [m for m in right if m not in both]
        if not left or not right:
            raise AskedError(
                f"{a.words}, {b.words}: both are {_title(a.entity)} ({a.entity.id}), in the same reports; say which is "
                f"which by NAME{AT}REPORT."
            )
    return left, right


def _title(entity: MergedEntity) -> str:
    return entity.name.get("ar") or entity.name.get("en") or entity.id


def _reports(entity: MergedEntity) -> str:
    count = len({r for r, _ in entity.same})
    return "1 report" if count == 1 else f"{count} reports"
