"""A report that comes in later finds the things that it names, as if all had been compared anew."""

from __future__ import annotations

import json
from collections.abc import Sequence

from compare_making import reading, role
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.compare.corpus import Corpus
from tawatur.compare.entities.joining import Joined, Kept, join_into
from tawatur.compare.entities.meeting import asks_of
from tawatur.compare.entities.merging import merge_entities
from tawatur.compare.entities.profiles import profiles, profiles_of
from tawatur.compare.entities.statistics import Statistics
from tawatur.compare.entities.tallies import Tally, ids_of_things
from tawatur.compare.entities.things import dump_thing, load_thing
from tawatur.record.types import Entity, Reading

NAMES = ("سليم الحداد", "سليم بن ناصر الحداد", "Salim al-Haddad", "الحداد", "نورة القاضي", "ناصر النجار")


def report(name: str, *persons: str) -> Reading:
    found = reading(name, f"قال الوزير {' ثم '.join(persons)} كلمة", entities=("league", "salwan"))
    for i, person in enumerate(persons):
        arabic = None if person.isascii() else person
        found.entities.append(Entity(f"{name}-{i}", "person", {"ar": arabic, "en": person if not arabic else None}))
    return found


class Store:
    """The smallest record of things: all under their keys."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        corpus = Corpus(readings)
        self.statistics = Statistics(readings)
        found = profiles(corpus, self.statistics)
        self.kept = {e.id: Kept.of(e.id, [found[k] for k in e.same]) for e in merge_entities(corpus)[0]}
        self.members = {e.id: list(e.same) for e in merge_entities(corpus)[0]}

    def add(self, later: Reading) -> list[Joined]:
        self.statistics.add(later)
        new = profiles_of(later.report.file.removesuffix(".txt"), later, self.statistics)
        asked = {key for profile in new for key in asks_of(profile)}
        joined = join_into([k for k in self.kept.values() if not asked.isdisjoint(k.keys)], new, self.statistics)
        for found in joined:
            before = [m for ident in found.was for m in self.members.pop(ident)]
            for ident in found.was:
                del self.kept[ident]
            ident = " ".join(found.added[0])
            self.kept[ident] = Kept(ident, found.thing, found.tally)
            self.members[ident] = [*before, *found.added]
        return joined

    @property
    def things(self) -> set[tuple[tuple[str, str], ...]]:
        return {tuple(sorted(m)) for m in self.members.values()}


def anew(readings: Sequence[Reading]) -> set[tuple[tuple[str, str], ...]]:
    return {tuple(e.same) for e in merge_entities(Corpus(readings))[0]}


def named(name: str, joined: Sequence[Joined]) -> Joined:
    return next(j for j in joined if j.tally.name["ar"] == name)


@given(st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=2, unique=True), min_size=2, max_size=5))
@settings(max_examples=40, deadline=None)
def test_the_last_report_finds_what_comparing_anew_finds(persons: list[list[str]]) -> None:
    readings = [report(f"r{i}", *theirs) for i, theirs in enumerate(persons)]
    store = Store(readings[:-1])
    store.add(readings[-1])
    assert {m for thing in store.things for m in thing} == {m for thing in anew(readings) for m in thing}
    last = f"r{len(persons) - 1}"
    assert {t for t in store.things if any(r == last for r, _ in t)} == {
        t for t in anew(readings) if any(r == last for r, _ in t)
    }


def test_a_body_with_a_word_less_finds_the_one_that_is_kept() -> None:
    def bank(name: str, arabic: str) -> Reading:
        found = reading(name, f"قال {arabic} ذلك", entities=("league", "salwan"))
        found.entities.append(Entity(f"{name}-bank", "organisation", {"ar": arabic, "en": None}))
        return found

    first, last = bank("a", "بنك زوركان تيبولي"), bank("b", "زوركان تيبولي")
    store = Store([first])
    store.add(last)
    assert store.things == anew([first, last])
    assert (("a", "a-bank"), ("b", "b-bank")) in store.things


def test_a_full_name_tells_whom_an_earlier_report_meant_by_the_family_name() -> None:
    earlier = report("a", "الحداد")
    store = Store([earlier])
    joined = named("سليم الحداد", store.add(report("b", "سليم الحداد")))
    assert joined.added == [("b", "b-0")]
    assert joined.was == ["a-0"]
    assert [w.features["family_name"] for w in joined.why] == [0.6]


def test_kept_things_are_joined_only_by_what_is_new() -> None:
    first, second = report("a", "سليم الحداد"), report("b", "سليم الحداد")
    store = Store([first])
    found = profiles(Corpus([first, second]))
    store.kept["other"] = Kept.of("other", [found["b", "b-0"]])
    store.members["other"] = [("b", "b-0")]
    store.add(report("c", "نورة القاضي"))
    assert (("a", "a-0"),) in store.things
    store.add(report("d", "سليم الحداد"))
    assert (("a", "a-0"), ("b", "b-0"), ("d", "d-0")) in store.things


def test_what_people_parted_stays_parted() -> None:
    one, other = report("a", "سليم الحداد"), report("b", "نورة القاضي")
    store = Store([one, other])
    for side, name in enumerate(("a-0", "b-0")):
        store.kept[name].thing.sides.add((7, side))
    third = report("c", "سليم الحداد")
    third.entities.append(Entity("c-9", "person", {"ar": "نورة القاضي", "en": None}))
    joined = store.add(third)
    assert named("سليم الحداد", joined).thing.sides == {(7, 0)}
    assert named("نورة القاضي", joined).thing.sides == {(7, 1)}


def test_things_tallies_and_statistics_are_kept_as_json() -> None:
    man = role(report("a", "سليم بن ناصر الحداد"), "الوزير", "a-0", "الوزير", "salwan")
    readings = [man, report("b", "سليم الحداد", "نورة القاضي")]
    store = Store(readings)
    for kept in store.kept.values():
        raw = json.loads(json.dumps(dump_thing(kept.thing)))
        assert dump_thing(load_thing(raw)) == json.loads(json.dumps(dump_thing(kept.thing)))
        assert Kept(kept.id, load_thing(raw), Tally.load(json.loads(json.dumps(kept.tally.dump())))).keys == kept.keys
    again = Statistics.load(json.loads(json.dumps(store.statistics.dump())))
    assert again.dump() == store.statistics.dump()
    again.remove(readings[1])
    assert again.dump() == Statistics(readings[:1]).dump()


def test_of_two_things_that_want_one_id_the_larger_has_it() -> None:
    found = profiles(Corpus([report("a", "سليم"), report("b", "سليم"), report("c", "سليم")]))
    for profile in found.values():
        profile.entity.id = "salim"
    few, many = Tally([found["a", "a-0"]]), Tally([found["b", "b-0"], found["c", "c-0"]])
    ids = ids_of_things([few, many])
    assert ids[1] == "salim"
    assert ids[0].startswith("salim-")
