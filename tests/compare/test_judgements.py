"""What people decide about entities holds, whatever the features say and however the reports are read again."""

from __future__ import annotations

from collections.abc import Sequence

from compare_making import reading
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.compare.corpus import Corpus
from tawatur.compare.entities.clusters import Clusters
from tawatur.compare.entities.judgements import apply_decisions
from tawatur.compare.entities.merging import merge_entities
from tawatur.compare.entities.profiles import profiles
from tawatur.record.decisions import DIFFERENT, SAME, Decision
from tawatur.record.types import Entity, Mention, Reading

MEN = ("سليم الحداد", "سليم حداد", "سالم النجار", "نورة القاضي")


def report(name: str, *persons: str, ids: Sequence[str] | None = None) -> Reading:
    """A report that mentions these persons, under ids of its own."""
    text = " ثم ".join(persons)
    found = reading(name, text, entities=())
    for i, person in enumerate(persons):
        ident = ids[i] if ids else f"{name}-{i}"
        start = text.index(person)
        found.entities.append(Entity(ident, "person", {"ar": person, "en": None}))
        found.mentions.append(Mention(start, start + len(person), person, "person", ident))
    return found


def side(of: Reading, at: int = 0) -> dict[str, object]:
    m = of.mentions[at]
    place = {"report": of.report.file.removesuffix(".txt"), "start": m.start, "end": m.end, "text": m.text}
    return {"name": m.text, "type": "person", "listed": None, "places": [place]}


def decision(ident: int, kind: str, a: dict[str, object], b: dict[str, object]) -> Decision:
    return Decision(ident, "2026-01-01T00:00:00+00:00", "سلمى", kind, "", {"a": a, "b": b}, None, None)


def sizes(readings: Sequence[Reading], *decisions: Decision) -> list[int]:
    return sorted((len(e.same) for e in merge_entities(Corpus(readings), decisions)[0]), reverse=True)


def test_one_name_that_people_say_is_two_is_two() -> None:
    a, b = report("a", "سليم الحداد"), report("b", "سليم الحداد")
    assert sizes([a, b]) == [2]
    assert sizes([a, b], decision(1, DIFFERENT, side(a), side(b))) == [1, 1]


def test_two_names_that_people_say_are_one_are_one_and_say_why() -> None:
    a, b = report("a", "سليم الحداد"), report("b", "نورة القاضي")
    (entity,) = merge_entities(Corpus([a, b]), [decision(7, SAME, side(a), side(b))])[0]
    assert [(w.features, w.confidence) for w in entity.why] == [({"decision 7": 1.0}, 1.0)]


def test_no_chain_of_likenesses_joins_what_people_parted() -> None:
    a, b, c = report("a", "سليم الحداد"), report("b", "سليم الحداد"), report("c", "سليم الحداد")
    parted = decision(1, DIFFERENT, side(a), side(b))
    assert sizes([a, b, c], parted) == [2, 1]


def test_a_decision_finds_its_persons_under_other_ids_and_other_readings() -> None:
    a, b = report("a", "سليم الحداد"), report("b", "سليم الحداد")
    parted = decision(1, DIFFERENT, side(a), side(b))
    again = [report("a", "سليم الحداد", ids=["x"]), report("b", "سليم الحداد", ids=["y"])]
    assert sizes(again, parted) == [1, 1]
    shorter = again[0].mentions[0]
    shorter.end, shorter.text = shorter.end - 3, shorter.text[:-3]  # read with another extent
    assert sizes(again, parted) == [1, 1]


def test_where_its_reports_are_gone_a_decision_holds_by_name() -> None:
    a, b = report("a", "سليم الحداد"), report("b", "سالم النجار")
    joined = decision(1, SAME, side(a), side(b))
    assert sizes([report("c", "سليم الحداد"), report("d", "سالم النجار")], joined) == [2]


def test_of_two_decisions_that_contradict_each_other_the_later_stands_and_the_earlier_is_named() -> None:
    a, b = report("a", "سليم الحداد"), report("b", "سليم الحداد")
    one, two = (decision(i, k, side(a), side(b)) for i, k in ((1, SAME), (2, DIFFERENT)))
    assert merge_entities(Corpus([a, b]), [one, two])[2] == [1]
    assert sizes([a, b], one, two) == [1, 1]
    later = decision(3, SAME, side(a), side(b))
    assert merge_entities(Corpus([a, b]), [two, later])[2] == [2]
    assert sizes([a, b], two, later) == [2]


def test_two_that_are_both_one_with_a_third_are_parted_by_the_last_word() -> None:
    a, b, c = (report(n, MEN[i]) for n, i in (("a", 0), ("b", 2), ("c", 3)))
    chain = [decision(1, SAME, side(a), side(b)), decision(2, SAME, side(b), side(c))]
    assert sizes([a, b, c], *chain) == [3]
    assert sizes([a, b, c], *chain, decision(3, DIFFERENT, side(a), side(c))) == [2, 1]
    assert merge_entities(Corpus([a, b, c]), [*chain, decision(3, DIFFERENT, side(a), side(c))])[2] == [1]


REPORTS = [report(f"r{i}", *MEN[: 1 + i % 4]) for i in range(6)]
MENTIONS = [(r, i) for r in REPORTS for i in range(len(r.mentions))]
Pointed = tuple[Reading, int]
one_of = st.sampled_from(MENTIONS)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([SAME, DIFFERENT]), one_of, one_of), max_size=12))
def test_no_standing_different_is_ever_violated(
    drawn: list[tuple[str, tuple[Reading, int], tuple[Reading, int]]],
) -> None:
    made = [decision(i, kind, side(*a), side(*b)) for i, (kind, a, b) in enumerate(drawn, 1)]
    corpus = Corpus(REPORTS)
    entities, merged, overruled = merge_entities(corpus, made)
    for (kind, (x, i), (y, j)), one in zip(drawn, made, strict=True):
        if one.id in overruled:
            continue
        keys = [(r.report.file.removesuffix(".txt"), r.mentions[k].entity) for r, k in ((x, i), (y, j))]
        if keys[0] != keys[1]:
            assert (merged[keys[0]] == merged[keys[1]]) == (kind == SAME)
    assert sum(len(e.same) for e in entities) == len(MENTIONS)
    assert all(len(e.why) == len(e.same) - 1 for e in entities)


def test_the_overruled_are_found_without_comparing_all() -> None:
    a, b = report("a", "سليم الحداد"), report("b", "سليم الحداد")
    corpus = Corpus([a, b])
    found = profiles(corpus)
    made = [decision(1, SAME, side(a), side(b)), decision(2, DIFFERENT, side(a), side(b))]
    assert apply_decisions(made, corpus.readings, found, Clusters(found)) == [1]
