"""Whose an institution is: the country in its name, or the one that the report gives it.

Every state has a ministry of the interior and a house of representatives; a name without a country is nobody's until
the report says whose (Toponym and organisation namesakes; the rule is ours).
"""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache

from tawatur.compare.corpus import name_words, nations, stems
from tawatur.compare.countries import country_of, homonym, surely_in
from tawatur.language.loader import load
from tawatur.record.types import Entity, Mention, Reading
from tawatur.text.folding import fold
from tawatur.text.sentences import sentences
from tawatur.text.words import SIGN, tokenize

_HALF = 0.5  # of what a report names that is of one country, and
_AHEAD = 2.0  # times as much as of the next: it is the report's country
_SHORT = 2  # words
_FEW_REPORTS = 12  # of a paper, below which it has no country
_MUCH = 0.4  # of a paper's reports that are about one country, and as far ahead: it is the paper's country
_FEW = 3  # places named, below which a report has no country
_CLEARLY, _MOST = 6, 0.75  # places named, and of all of them, that settle which country a report is about
_HEAD = 1500  # characters at whose end a report has said whose affairs it tells
_REMEMBERED = 1 << 16  # names of which what was made of them is kept
_BESIDE = 16  # characters between an institution and the place that it is in


@lru_cache(_REMEMBERED)
def institution_words(name: str) -> tuple[tuple[str, ...], str | None]:
    """An organisation's folded words without the country in them, and that country: the Russian foreign ministry.

    A name with two countries in it keeps them as words and has no country of its own.
    """
    tokens = [t for t in tokenize(name) if t.kind != SIGN and t.form]
    found = nations(tokens)
    words = tuple(_synonyms().get(w, w) for w in name_words(name))
    if len(words) != len(tokens) or len(set(found.values())) > 1:
        return tuple(found.get(i, w) for i, w in enumerate(words)), None
    rest = [w for i, w in enumerate(words) if i not in found]
    if len(rest) > 1 and rest[0] in _kind("left_out"):
        rest = rest[1:]
    return tuple(rest) or words, next(iter(found.values()), None)


@lru_cache(_REMEMBERED)
def numbered_words(name: str) -> tuple[str, ...]:
    """The folded words of a work or other thing; of what its number alone tells, that word and the number: a
    resolution of the Security Council."""
    words = name_words(name)
    numbers = [w for w in words if w.isdecimal() and len(w) > _SHORT]
    if len(numbers) == 1 and words[0] in _kind("numbered"):
        return words[0], f"{int(numbers[0])}"
    return words


@lru_cache(_REMEMBERED)
def place_words(name: str) -> tuple[str, ...]:
    """A place's folded words without what it is as often named without: the camp of Yarmouk."""
    words = name_words(name)
    return words[1:] if len(words) > 1 and words[0] in _kind("place_left_out") else words


@lru_cache(_REMEMBERED)
def of_every_state(name: str) -> bool:
    """Whether every state has an institution of this name: it begins with such a word and names nothing of its own."""
    words = name_words(name)
    if not words or words[0] not in _kind("state"):
        return False
    if any(w in _kind("beyond") for w in words[1:]):
        return len(words) == _SHORT  # the International Federation: of what?
    tokens = [t for t in tokenize(name) if t.kind != SIGN and t.form]
    for i, token in enumerate(tokens):
        token.index = i
    return not any(h.entry.kind in ("name", "demonym") for h in load("arabic").lexicon.match(tokens))


@cache
def _synonyms() -> dict[str, str]:
    listed = load("arabic").data("names/institutions")["synonyms"]
    return {fold(str(word)): fold(str(other)) for word, other in listed.items()}


@cache
def _kind(kind: str) -> frozenset[str]:
    return frozenset(fold(str(w)) for w in load("arabic").data("names/institutions")[kind])


def chamber(words: tuple[str, ...], country: str | None) -> tuple[str, ...] | None:
    """The words of the one chamber of a country's parliament, where these are the parliament's; else None."""
    parliament, chambers = _chambers()
    return chambers.get(country or "") if words == parliament else None


@cache
def _chambers() -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    data = load("arabic").data("names/institutions")
    found = {country: institution_words(name)[0] for country, name in data["chambers"].items()}
    return institution_words(data["parliament"])[0], found


def seat(reading: Reading, entity: Entity, home: str | None, paper: str | None = None) -> str | None:
    """The country of an institution that its name does not place, where the report says so, or None.

    By a position in it (the Tunisian minister of the interior), by the one country of the sentences that name it, or by
    `home`, the country that the report is about. A `paper` of another country may as well mean its own.
    """
    held = _held(reading, entity)
    if len(held) == 1:
        return held.pop()
    mine = [m for m in reading.mentions if m.entity == entity.id]
    beside = {c for m in mine if (c := _beside(reading, m))}
    if len(beside) == 1:
        return beside.pop()
    said = Counter[str]()
    for mention in mine:
        around = _around(reading, mention)
        said.update(around if len(around) == 1 else ())
    if said:
        (best, count), *others = said.most_common(2)
        alone = (not others or others[0][1] < count) and (paper in (None, best) or home == best)
        return best if alone else None
    named = countries_named(reading)
    if named[home or ""] < max(_CLEARLY, _MOST * sum(named.values())):  # what the lists place does not settle it
        home = home_of(named + _nations_named(reading.report.text[:_HEAD])) or paper
    return home if paper in (None, home) else None


def homonym_seat(reading: Reading, entity: Entity, home: str | None, paper: str | None = None) -> str | None:
    """The country of a place whose name places of several countries bear: the one that its sentences name, or that the
    report names most, or that it or its paper is of. None where nothing says which."""
    theirs = homonym(entity.id)
    said = Counter[str]()
    for mention in reading.mentions:
        if mention.entity == entity.id:
            said.update(_around(reading, mention) & theirs)
    if not said:
        named = countries_named(reading) + _nations_named(reading.report.text[:_HEAD])
        said.update({c: n for c, n in named.items() if c in theirs})
    if said:
        (best, count), *others = said.most_common(2)
        return best if not others or others[0][1] < count else None
    return next((c for c in (home, paper) if c in theirs), None)


def _beside(reading: Reading, mention: Mention) -> str | None:
    """The country of a place that stands right after a mention with a preposition: the ministry of health in Gaza."""
    after = next((m for m in reading.mentions if m.start >= mention.end), None)
    if after is None or after.type != "place" or after.start - mention.end > _BESIDE:
        return None
    words = [fold(w) for w in reading.report.text[mention.end : after.start].split()]
    return surely_in(after.entity) if words and all(w in _kind("inside") for w in words) else None


@lru_cache(maxsize=4)
def _nations_named(text: str) -> Counter[str]:
    """How often each country is named in a text, by its name or the adjective of its nation."""
    tokens = [t for t in tokenize(text) if t.kind != SIGN and t.form]
    return Counter(c for c in nations(tokens).values() if country_of(c) == c)


def _held(reading: Reading, entity: Entity) -> set[str]:
    """The countries of those who hold positions in the institution: the deputy head of the council of ministers."""
    wanted = stems(entity.name.get("ar") or "")
    inside = [m for m in reading.mentions if m.entity == entity.id]
    found: set[str] = set()
    for role in reading.roles:
        if len(wanted & stems(role.title)) > 1 or any(role.start <= m.start and m.end <= role.end for m in inside):
            of = role.of if role.of and country_of(role.of) == role.of else _countries_of_all().get(role.person)
            found.update({of} if of else ())
    return found


@cache
def _countries_of_all() -> dict[str, str]:
    """The country of every person and body that the lists give one, by id."""
    entries = (e.data for e in load("arabic").entries.get("name", ()) if e.data.get("of"))
    return {d["id"]: d["of"] for d in entries if country_of(d["of"]) == d["of"]}


def _around(reading: Reading, mention: Mention) -> set[str]:
    """The countries in the sentence of a mention."""
    text = reading.report.text
    start = text.rfind("\n", 0, mention.start) + 1
    end = text.find("\n", mention.end)
    for first, last in sentences(text, start, len(text) if end < 0 else end):
        if first <= mention.start < last:
            tokens = [t for t in tokenize(text[first:last]) if t.kind != SIGN and t.form]
            found = nations(tokens)
            inside = (m for m in reading.mentions if m.type == "place" and first <= m.start and m.end <= last)
            around = set(found.values()) | {c for m in inside if (c := surely_in(m.entity))}
            if not around:  # who is named beside it: a senator whom McCain answers
                of = _countries_of_all()
                around = {of[m.entity] for m in reading.mentions if first <= m.start < last and m.entity in of}
            if len(around) > 1:  # who speaks of it before: Russian agencies, of the ministry of defence
                before = {c for i, c in found.items() if first + tokens[i].end <= mention.start}
                around = before if len(before) == 1 else around
            return {c for c in around if country_of(c) == c}
    return set()


def countries_named(reading: Reading) -> Counter[str]:
    """How often each country is named in a report: itself, a place in it, a person or body that the lists give it."""
    of = _countries_of_all()
    named = (surely_in(m.entity) if m.type == "place" else of.get(m.entity) for m in reading.mentions)
    return Counter(c for c in named if c)


def home_of(named: Counter[str]) -> str | None:
    """The country that a report is about: most of what it names is of it. None where there is none such."""
    if sum(named.values()) < _FEW:
        return None
    (best, count), *others = named.most_common(2)
    ahead = not others or count >= _AHEAD * others[0][1]
    return best if ahead and count >= _HALF * sum(named.values()) else None


def paper_of(about: Counter[str]) -> str | None:
    """The country of a paper, by how many of its reports are about each: about one far more than about any other."""
    (best, count), *others = about.most_common(2)
    first = not others or count >= _AHEAD * others[0][1]
    total = sum(about.values())
    return best if total >= _FEW_REPORTS and first and count >= _MUCH * total else None
