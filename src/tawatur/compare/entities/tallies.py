"""What a thing is called over all its reports, and the id that it goes by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Any

from tawatur.compare.entities.profiles import Key, Profile, listed_names
from tawatur.record.types import Belonging, MergedEntity

LANGUAGES = ("ar", "en")


class Tally:
    """How many members a thing has, which is the first, and how many of them have each id, type and name."""

    __slots__ = ("first", "ids", "names", "size", "types")

    def __init__(self, members: Sequence[Profile]) -> None:
        self.size = len(members)
        self.first: Key = min((p.key for p in members), default=("", ""))
        self.ids: Counter[str] = Counter()
        self.types: Counter[str] = Counter()
        self.names: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES}
        for profile in members:
            self.ids[profile.entity.id] += 1
            self.types[profile.type] += 1
            for language, names in self.names.items():
                if name := profile.entity.name.get(language):
                    names[name] += 1

    def take(self, other: Tally) -> None:
        """Count the members of another thing with these."""
        self.size += other.size
        self.first = min(self.first, other.first)
        self.ids.update(other.ids)
        self.types.update(other.types)
        for language, names in self.names.items():
            names.update(other.names[language])

    @property
    def id(self) -> str:
        """The id that most reports give, of those that lists know where there are any; of two such the first."""
        known = Counter({ident: many for ident, many in self.ids.items() if ident in listed_names()})
        return _most(known or self.ids)

    @property
    def type(self) -> str:
        """The type that most reports give."""
        return _most(self.types)

    @property
    def name(self) -> dict[str, str | None]:
        """The usual name in each language, that of the lists before others and the fuller of two as usual."""
        listed = listed_names().get(self.id, frozenset())
        return {
            language: min(found, key=lambda n: (n not in listed, -found[n], -len(n), n)) if found else None
            for language, found in self.names.items()
        }

    @property
    def mark(self) -> str:
        """What tells a thing from another that wants the same id: a hash of its first member's place."""
        return blake2b(" ".join(self.first).encode(), digest_size=3).hexdigest()

    def dump(self) -> dict[str, Any]:
        """The tally as JSON has it."""
        return {"size": self.size, "first": self.first, "ids": self.ids, "types": self.types, "names": self.names}

    @classmethod
    def load(cls, raw: dict[str, Any]) -> Tally:
        """The tally that `dump` gave."""
        found = cls(())
        found.size = raw["size"]
        found.first = (raw["first"][0], raw["first"][1])
        found.ids, found.types = Counter(raw["ids"]), Counter(raw["types"])
        found.names = {language: Counter(raw["names"][language]) for language in LANGUAGES}
        return found


def ids_of_things(tallies: Iterable[Tally]) -> list[str]:
    """The id of each thing: the one most of its reports give; of two things that want one id, the larger has it, the
    other with a mark. Ids stay the same where only things that want one id are asked for together."""
    taken: set[str] = set()
    found: dict[Key, str] = {}
    listed = list(tallies)
    for tally in sorted(listed, key=lambda t: (-t.size, t.first)):
        best = tally.id
        if best in taken:
            best = f"{best}-{tally.mark}"
        taken.add(best)
        found[tally.first] = best
    return [found[tally.first] for tally in listed]


def merged_entities(things: Iterable[tuple[Sequence[Profile], Sequence[Belonging]]]) -> list[MergedEntity]:
    """Things of these members under their ids, in order of these."""
    tallied = [(Tally(members), members, why) for members, why in things]
    named = zip(ids_of_things(t for t, _, _ in tallied), tallied, strict=True)
    merged = [
        MergedEntity(ident, t.type, t.name, sorted(p.key for p in members), sorted(why, key=lambda b: b.member))
        for ident, (t, members, why) in named
    ]
    return sorted(merged, key=lambda m: m.id)


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda i: (-counts[i], i))
