"""What a thing is called over all its reports, and the id that it goes by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Any

from tawatur.compare.profiles import Key, Profile
from tawatur.record.types import Belonging, MergedEntity

LANGUAGES = ("ar", "en")


class Tally:
    """The members of a thing, and how many of them have each id, type and name."""

    __slots__ = ("ids", "members", "names", "types")

    def __init__(self, members: Iterable[Profile] = ()) -> None:
        self.members: list[Key] = []
        self.ids: Counter[str] = Counter()
        self.types: Counter[str] = Counter()
        self.names: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES}
        for profile in members:
            self.members.append(profile.key)
            self.ids[profile.entity.id] += 1
            self.types[profile.type] += 1
            for language, names in self.names.items():
                if name := profile.entity.name.get(language):
                    names[name] += 1

    def take(self, other: Tally) -> None:
        """Count the members of another thing with these."""
        self.members += other.members
        self.ids.update(other.ids)
        self.types.update(other.types)
        for language, names in self.names.items():
            names.update(other.names[language])

    @property
    def id(self) -> str:
        """The id that most reports give; of two such the first."""
        return _most(self.ids)

    @property
    def type(self) -> str:
        """The type that most reports give."""
        return _most(self.types)

    @property
    def name(self) -> dict[str, str | None]:
        """The usual name in each language, the fuller of two as usual."""
        return {
            language: min(found, key=lambda n: (-found[n], -len(n), n)) if found else None
            for language, found in self.names.items()
        }

    @property
    def mark(self) -> str:
        """What tells a thing from another that wants the same id: a hash of its first member's place."""
        return blake2b(" ".join(min(self.members)).encode(), digest_size=3).hexdigest()

    def dump(self) -> dict[str, Any]:
        """The tally as JSON has it."""
        return {"members": self.members, "ids": self.ids, "types": self.types, "names": self.names}

    @classmethod
    def load(cls, raw: dict[str, Any]) -> Tally:
        """The tally that `dump` gave."""
        found = cls()
        found.members = [(report, ident) for report, ident in raw["members"]]
        found.ids, found.types = Counter(raw["ids"]), Counter(raw["types"])
        found.names = {language: Counter(raw["names"][language]) for language in LANGUAGES}
        return found


def merged_entities(things: Iterable[tuple[Tally, Sequence[Belonging]]]) -> list[MergedEntity]:
    """Things under ids: the id most reports give; of two things that want one id, the larger has it."""
    taken: dict[str, MergedEntity] = {}
    for tally, why in sorted(things, key=lambda t: (-len(t[0].members), min(t[0].members))):
        best = tally.id
        if best in taken:
            best = f"{best}-{tally.mark}"
        reasons = sorted(why, key=lambda b: b.member)
        taken[best] = MergedEntity(best, tally.type, tally.name, sorted(tally.members), reasons)
    return [taken[i] for i in sorted(taken)]


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda i: (-counts[i], i))
