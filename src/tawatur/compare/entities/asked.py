"""What a user means by a name: the entities of a comparison that it fits, in any spelling and either script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from tawatur.compare.corpus import name_words
from tawatur.errors import AskedError
from tawatur.names import match
from tawatur.record.types import Comparison, Entity, Mention, MergedEntity, Reading

AT = "@"  # NAME@REPORT: as that report has it
_SHOWN = 8
_LONGEST = 60  # letters of what a user gave, in a message
_MATCHED = ("person", "organisation")  # what is compared across spellings and scripts


Member = tuple[str, str]  # report, entity there
_Words = frozenset[str]


@dataclass(slots=True)
class Asked:
    """What was asked for: the entity, and those of its members that may be meant: all, or the one of NAME@REPORT."""

    words: str
    entity: MergedEntity
    members: list[Member]


@dataclass(slots=True)
class _Bearer:
    """What an entity, or one member of it, is called: its names in full, and how texts write it."""

    type: str
    names: set[str]
    texts: set[str]

    def named(self, words: _Words) -> bool:
        return words in _in_words(self.names)

    def spelt(self, words: _Words) -> bool:
        return words in _in_words(self.texts)

    def abbreviated(self, letters: str) -> bool:
        return any(letters == _initials(name) for name in self.names)

    def has_abbreviation(self, letters: str) -> bool:
        return any(letters in name.split() for name in self.names)

    def has_parts(self, words: _Words) -> bool:
        return any(words <= name for name in _in_words(self.names | self.texts))

    def sounds(self, words: str) -> bool:
        full = self.names | {t for t in self.texts if " " in t}
        return self.type in _MATCHED and any(match(words, n).same for n in full)


@dataclass(slots=True)
class Finder:
    """The names of all entities of a comparison, ready to be asked."""

    comparison: Comparison
    readings: Mapping[str, Reading]
    _mentions: dict[Member, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    _members: dict[Member, _Bearer] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for report, reading in self.readings.items():
            for mention in reading.mentions:
                self._mentions[report, mention.entity].append(mention)
            for entity in reading.entities:
                member = (report, entity.id)
                texts = {m.text for m in self._mentions.get(member, ())}
                self._members[member] = _Bearer(entity.type, {n for n in entity.name.values() if n}, texts)

    def one(self, words: str) -> Asked:
        """The one entity that is meant. Raises AskedError where none fits, or several do: then it lists them."""
        found = self.every(words)
        if len(found) > 1:
            fits = [a.entity for a in found[:_SHOWN]]
            choices = "; ".join(f"{_title(e)}, {e.type}, {_reports(e)} ({e.id})" for e in fits)
            raise AskedError(
                f"{shown(words)}: {len(found)} names fit: {choices}; ask for one of them, by its id in brackets."
            )
        return found[0]

    def every(self, words: str) -> list[Asked]:
        """All that may be meant, at least one. Raises AskedError where nothing fits."""
        name, _, report = words.rpartition(AT)
        if not words.strip() or (AT in words and not name.strip()):
            raise AskedError("The name is empty; give a name in any spelling, an id, or NAME@REPORT.")
        if name:
            return [self._within(words, name, report)]
        found = self.all(words)
        if not found:
            raise AskedError(
                f"{shown(words)}: no report of this record names it; `tawatur search` finds words in sentences."
            )
        return [Asked(words, e, list(e.same)) for e in found]

    def all(self, words: str) -> list[MergedEntity]:
        """Every entity that a name fits, those of most reports first.

        By id; else by the name in full (then also those of its type that a report spells so), by a spelling in a
        report, by capitals as an abbreviation, by parts of a name, by sound in any script: the first of these that fits
        anything.
        """
        for entity in self.comparison.entities:
            if entity.id == words:
                return [entity]
        wanted = frozenset(name_words(words))
        called = [(e, self._bearer(e)) for e in self.comparison.entities]
        types = {e.type for e, bearer in called if bearer.named(wanted)}
        for fits in _ways(words, wanted, lambda b: b.named(wanted) or (b.type in types and b.spelt(wanted))):
            if found := [e for e, bearer in called if fits(bearer)]:
                return sorted(found, key=lambda e: (-len(e.same), e.id))
        return []

    def meant(self, asked: Asked) -> list[Member]:
        """Those members that the words mean: that are called so in their own report, not only through what the
        comparison, or a person, joined them with. All where the words are no member's own."""
        if own := [m for m in asked.members if m[1] == asked.words]:
            return own
        wanted = frozenset(name_words(asked.words))
        for fits in _ways(asked.words, wanted, lambda b: b.named(wanted) or b.spelt(wanted)):
            if found := [m for m in asked.members if fits(self._members[m])]:
                return found
        return asked.members

    def mention(self, member: Member, words: str) -> Mention | None:
        """The first mention of a report's entity, by these words where it has one; None of one that is only meant (a
        country by its adjective)."""
        wanted = name_words(words)
        order = sorted(self._mentions.get(member, ()), key=lambda m: (name_words(m.text) != wanted, m.start))
        return order[0] if order else None

    def name(self, member: Member) -> str:
        """What its own report calls an entity."""
        report, ident = member
        return next(_title(e) for e in self.readings[report].entities if e.id == ident)

    def _bearer(self, entity: MergedEntity) -> _Bearer:
        texts = {m.text for member in entity.same for m in self._mentions.get(member, ())}
        return _Bearer(entity.type, {n for n in entity.name.values() if n}, texts)

    def _within(self, words: str, name: str, report: str) -> Asked:
        if report not in self.readings:
            raise AskedError(
                f"{shown(words)}: there is no report {shown(report)} in the record; `tawatur sources` lists them."
            )
        wanted = name_words(name)
        here = {m.entity for m in self.readings[report].mentions if name_words(m.text) == wanted}
        here |= {
            e.id for e in self.readings[report].entities if wanted in {name_words(n) for n in e.name.values() if n}
        }
        if len(here) != 1:
            count = "no name" if not here else f"{len(here)} things called"
            raise AskedError(
                f"{shown(words)}: {report} has {count} {shown(name)}; `tawatur show` prints it with its names marked."
            )
        pair = (report, here.pop())
        merged = next(e for e in self.comparison.entities if pair in e.same)  # it has every entity of every report
        return Asked(words, merged, [pair])


def sides(finder: Finder, a: Asked, b: Asked, different: bool) -> tuple[list[Member], list[Member]]:
    """The members on both sides of "these are one" or "these are two"; none is on both.

    Raises AskedError where nothing tells the two sides apart.
    """
    left, right = finder.meant(a), finder.meant(b)
    both = set(left) & set(right)
    if len(left) > len(right):
        left = [m for m in left if m not in both]
    else:
        right = [m for m in right if m not in both]
    if left and right:
        return left, right
    said = f"{shown(a.words)}, {shown(b.words)}: both are {_title(a.entity)} ({a.entity.id})"
    if different:
        raise AskedError(f"{said}, in the same reports; say which is which by NAME{AT}REPORT.")
    raise AskedError(f"{said} already; nothing to decide.")


def shown(words: str) -> str:
    """Words that a user gave, for a message: on one line, cut after 60 letters."""
    line = " ".join(words[: 2 * _LONGEST].split())
    return line if len(line) <= _LONGEST and len(words) <= 2 * _LONGEST else f"{line[:_LONGEST]}…"


def _ways(words: str, wanted: _Words, called: Callable[[_Bearer], bool]) -> list[Callable[[_Bearer], bool]]:
    """The ways in which a name can fit, the surest first; none where it has no word."""
    if not wanted:
        return []
    letters = words.strip()
    ways = [called, lambda b: b.spelt(wanted)]
    if letters.isascii() and letters.isalpha() and letters.isupper() and len(letters) > 1:
        ways += [lambda b: b.abbreviated(letters), lambda b: b.has_abbreviation(letters)]
    return [*ways, lambda b: b.has_parts(wanted), lambda b: b.sounds(words)]


def _in_words(names: Iterable[str]) -> set[_Words]:
    return {frozenset(name_words(n)) for n in names}


def _initials(name: str) -> str:
    """The capitals that a name is abbreviated by; what is an abbreviation itself stays: United Nations, US Navy."""
    words = (w for w in name.split() if w.isascii() and w[0].isupper())
    return "".join(w if w.isupper() else w[0] for w in words)


def _title(entity: Entity | MergedEntity) -> str:
    return entity.name.get("ar") or entity.name.get("en") or entity.id


def _reports(entity: MergedEntity) -> str:
    count = len({r for r, _ in entity.same})
    return "1 report" if count == 1 else f"{count} reports"
