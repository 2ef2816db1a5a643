"""Whose an institution is, or a place whose name several countries have, where its name does not say it: the country
that the report gives it, or the body that it is a part of."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache

from tawatur.compare.corpus import nations, stems
from tawatur.compare.countries import country_of, homonym, surely_in
from tawatur.compare.entities.institutions import institution_words, kind_words, may_have
from tawatur.language.loader import load
from tawatur.record.types import Entity, Mention, Reading
from tawatur.text.sentences import sentences
from tawatur.text.words import SIGN, tokenize

PART_OF = "of "  # before the id of a body that an institution is a part of: it has no country of its own
_HALF = 0.5  # of what a report names that is of one country, and
_AHEAD = 2.0  # times as much as of the next: it is the report's country
_FEW_REPORTS = 12  # of a paper, below which it has no country
_MUCH = 0.4  # of a paper's reports that are about one country, and as far ahead: it is the paper's country
_FEW = 3  # places named, below which a report has no country
_CLEARLY, _MOST = 6, 0.75  # places named, and of all of them, that settle which country a report is about
_HEAD = 1500  # characters at whose end a report has said whose affairs it tells
_BESIDE = 16  # characters between an institution and the place that it is in
_BETWEEN = 24  # and the body that it is a part of


def seat(reading: Reading, entity: Entity, home: str | None, paper: str | None = None) -> str | None:
    """The country of an institution that its name does not place, where the report says so, or None; or the body that
    the report says it is a part of, where the lists give that no country (the political bureau of Hamas).

    By a position in it (the Tunisian minister of the interior), by what stands right beside it, by the one country of
    the sentences that name it, or by `home`, the country that the report is about. A `paper` of another country may as
    well mean its own. No country is meant that cannot have such an institution.
    """
    name = entity.name.get("ar") or ""
    home, paper = (c if c and may_have(name, c) else None for c in (home, paper))
    held = {c for c in _held(reading, entity) if may_have(name, c)}
    if len(held) == 1:
        return held.pop()
    mine = [m for m in reading.mentions if m.entity == entity.id]
    for beside in (_owner, _beside):
        found = {c for m in mine if (c := beside(reading, m))}
        if len(found) == 1:
            return found.pop()
    said = Counter[str]()
    spoken_of = [{c for c in _around(reading, m) if may_have(name, c)} for m in mine]
    for around in spoken_of:
        said.update(around if len(around) == 1 else ())
    if not said and paper and any(paper in around for around in spoken_of):
        return paper  # a paper at home says whose what is abroad is
    named = _having(name, countries_named(reading))
    told = home_of(named + _having(name, _nations_named(reading.report.text[:_HEAD])))
    if said:
        (first, count), *others = said.most_common(2)
        best: str | None = first
        if others and others[0][1] == count:  # two are spoken of beside it: the one that the report is about
            best = told if told and said[told] == count else None
        return best if best and (paper in (None, best) or home == best) else None
    spoken = named + _having(name, _nations_named(reading.report.text))
    if len(spoken) == 1:  # the only country that it speaks of
        return next((c for c in spoken if paper in (None, c)), None)
    if named[home or ""] < max(_CLEARLY, _MOST * sum(named.values())):  # what the lists place does not settle it
        home = told or _of_title(name, reading) or paper
    return home if paper in (None, home) else None


def _of_title(name: str, reading: Reading) -> str | None:
    """The only country that a report's title names, itself, its nation or a place in it, where it can have an
    institution of this name."""
    tokens = [t for t in tokenize(reading.report.title or "") if t.kind != SIGN and t.form]
    named = set(nations(tokens).values())
    for hit in load("arabic").lexicon.match(tokens):
        if hit.entry.kind == "name" and hit.data.get("type") == "place":
            named.add(surely_in(hit.data["id"]) or "")
    return next((c for c in named if len(named) == 1 and country_of(c) == c and may_have(name, c)), None)


def _having(name: str, named: Counter[str]) -> Counter[str]:
    """Of countries, those that can have an institution of this name."""
    return Counter({c: n for c, n in named.items() if may_have(name, c)})


def homonym_seat(reading: Reading, entity: Entity, home: str | None, paper: str | None = None) -> str | None:
    """The country of a place, or a body, whose name several countries have: the one that its sentences name, or that
    the report names most, or that it or its paper is of. None where nothing says which."""
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


def _owner(reading: Reading, mention: Mention) -> str | None:
    """The country of the body that stands right after a mention as what it is a part of (لجنة الاحتراف بالاتحاد
    السعودي); of one that has none, the body itself, where the lists know it (مجلس الشورى لحزب الله)."""
    after, _ = _joined(reading, mention, "part_of", _BETWEEN)
    if after is None or after.type != "organisation":
        return None
    name = next(e.name.get("ar") or "" for e in reading.entities if e.id == after.entity)
    country = countries_of_all().get(after.entity) or institution_words(name)[1]
    return country or (f"{PART_OF}{after.entity}" if after.entity in _bodies() else None)


def _beside(reading: Reading, mention: Mention) -> str | None:
    """The country of a place that stands right after a mention with a preposition: the ministry of health in Gaza; the
    place itself where it is called a state of a union: the senate of the state of Florida."""
    after, words = _joined(reading, mention, "inside", _BESIDE)
    if after is None or after.type != "place":
        return None
    of_union = country_of(after.entity) != after.entity and any(w in kind_words("of_union") for w in words)
    return f"{PART_OF}{after.entity}" if of_union else surely_in(after.entity)


def _joined(reading: Reading, mention: Mention, by: str, most: int) -> tuple[Mention | None, list[str]]:
    """The mention next behind another, at most so many letters away, where only words of a kind join them; those
    words."""
    after = next((m for m in reading.mentions if m.start >= mention.end), None)
    if after is None or after.start - mention.end > most:
        return None, []
    words = _letters(reading.report.text[mention.end : after.start])
    return (after, words) if words and all(w in kind_words(by) for w in words) else (None, [])


def _letters(between: str) -> list[str]:
    """The folded words of a piece of text, its signs left out."""
    return [t.form for t in tokenize(between) if t.kind != SIGN and t.form]


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
            of = role.of if role.of and country_of(role.of) == role.of else countries_of_all().get(role.person)
            found.update({of} if of else ())
    return found


@cache
def _bodies() -> frozenset[str]:
    """The ids of all bodies of the lists."""
    entries = (e.data for e in load("arabic").entries.get("name", ()) if e.data.get("type") == "organisation")
    return frozenset(d["id"] for d in entries)


@cache
def countries_of_all() -> dict[str, str]:
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
                of = countries_of_all()
                around = {of[m.entity] for m in reading.mentions if first <= m.start < last and m.entity in of}
            if len(around) > 1:  # who speaks of it before: Russian agencies, of the ministry of defence
                before = {c for i, c in found.items() if first + tokens[i].end <= mention.start}
                around = before if len(before) == 1 else around
            return {c for c in around if country_of(c) == c}
    return set()


def countries_named(reading: Reading) -> Counter[str]:
    """How often each country is named in a report: itself, a place in it, a person or body that the lists give it."""
    of = countries_of_all()
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
