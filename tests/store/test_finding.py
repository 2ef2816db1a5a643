"""Sentences are found by words in any inflection and by what stands in them; no query breaks the search."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tawatur.record.types import Comparison, Reading
from tawatur.store import finding
from tawatur.store.record import Record
from tawatur.store.shelf.rows import Filters

COALITION = "التحالف الدولي"


@pytest.fixture(scope="module")
def record(listed: Record) -> Record:
    return listed


def places(record: Record, filters: Filters) -> set[tuple[str, int, int]]:
    """Where all sentences stand that are found, page by page."""
    found: list[tuple[str, int, int]] = []
    at: int | None = 0
    while at is not None:
        page = record.finding.sentences(filters, at, 7)
        found += [(hit.report, hit.start, hit.end) for hit in page.rows]
        at = page.after
    assert len(found) == len(set(found)) == page.total
    return set(found)


def test_words_are_found_in_any_inflection_and_marked_where_they_stand(record: Record) -> None:
    found = record.finding.sentences(Filters(words="تحالف"))
    assert found.total > 5
    for hit in found.rows:
        assert hit.text == record.texts([hit.report])[hit.report][hit.start : hit.end]
        assert hit.marks
        assert all("حالف" in hit.text[start:end] for start, end in hit.marks)
        assert hit.story == record.shelf.story_of(hit.report)


def test_words_as_they_were_typed_stand_before_words_that_are_only_akin(record: Record) -> None:
    found = [hit.text for hit in record.finding.sentences(Filters(words="التحالف الدولي"), most=50).rows]
    as_typed = ["الدولي" in text or "للتحالف الدولي" in text for text in found]
    assert as_typed == sorted(as_typed, reverse=True)
    assert not all(as_typed), "akin words are found too"


def test_what_is_in_quotes_stands_together(record: Record) -> None:
    phrase, words = (record.finding.sentences(Filters(words=w)).total for w in (f'"{COALITION}"', COALITION))
    assert 0 < phrase < words


def test_the_newest_of_all_sentences_on_a_filter_stand_first(record: Record) -> None:
    found = record.finding.sentences(Filters(since="2000-01-01"), most=500)
    days = [hit.day for hit in found.rows]
    assert days == sorted(days, key=str, reverse=True)
    assert found.total == len(days)


def test_filters_hold_together_with_words(record: Record, readings: dict[str, Reading]) -> None:
    everything = places(record, Filters(words=COALITION))
    for outlet in {r.report.outlet for r in readings.values()} - {None}:
        expected = {p for p in everything if readings[p[0]].report.outlet == outlet}
        assert places(record, Filters(words=COALITION, outlet=outlet)) == expected
    days = sorted({str(r.report.published) for r in readings.values() if r.report.published})
    for first, last in pairwise(days):
        expected = {p for p in everything if first <= str(readings[p[0]].report.published) <= last}
        assert places(record, Filters(words=COALITION, since=first, until=last)) == expected


def test_a_kind_of_event_finds_the_sentences_that_its_clauses_stand_in(
    record: Record, readings: dict[str, Reading]
) -> None:
    for kind in {event.kind for reading in readings.values() for event in reading.events}:
        told = {(n, e.start, e.end) for n, r in readings.items() for e in r.events if e.kind == kind}
        found = places(record, Filters(kind=kind))
        assert found
        assert all(any(n == m and a < e and s < b for m, s, e in told) for n, a, b in found)
        assert all(any(n == m and a < e and s < b for n, a, b in found) for m, s, e in told)


def test_an_entity_finds_the_sentences_that_name_it(
    record: Record, readings: dict[str, Reading], compared: Comparison
) -> None:
    for entity in compared.entities:
        named = {
            (name, m.start, m.end) for name, local in entity.same for m in readings[name].mentions if m.entity == local
        }
        found = places(record, Filters(entity=entity.id))
        assert all(any(n == m and a <= s and e <= b for m, s, e in named) for n, a, b in found)
        filed = {"09-outlet-c"} if entity.id == "saudi-arabia" else set()  # it stands in the dateline alone
        assert {n for n, _, _ in found} == {n for n, _, _ in named} - filed


def test_a_verdict_finds_the_sentences_that_hold_such_facts(record: Record, compared: Comparison) -> None:
    verdicts = {fact.verdict for fact in compared.facts}
    assert {"single", "changed"} <= verdicts
    for verdict in verdicts:
        told = {
            (e.report, e.start, e.end)
            for fact in compared.facts
            if fact.verdict == verdict
            for e in (*(e for v in fact.values for e in v.evidence), *fact.denials)
        }
        found = places(record, Filters(verdict=verdict))
        assert found
        assert all(any(n == m and a < e and s < b for m, s, e in told) for n, a, b in found)
        assert all(any(n == m and a < e and s < b for n, a, b in found) for m, s, e in told)


def test_each_value_of_a_facet_finds_as_many_sentences_as_it_says(record: Record) -> None:
    facets = record.finding.sentences(Filters(words=COALITION)).facets
    fields = {"outlets": "outlet", "kinds": "kind", "verdicts": "verdict", "persons": "entity", "places": "entity"}
    for name, field in fields.items():
        counts = getattr(facets, name)
        assert counts
        for count in counts:
            assert record.finding.sentences(Filters(words=COALITION, **{field: count.value})).total == count.many
    for day in facets.days:
        assert record.finding.sentences(Filters(words=COALITION, since=day.value, until=day.value)).total == day.many


def test_of_very_many_sentences_the_newest_are_shown_and_all_are_counted(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = record.finding.sentences(Filters(words=COALITION))
    monkeypatch.setattr(finding, "LOOKED", 5)
    some = record.finding.sentences(Filters(words=COALITION))
    assert (some.total, some.facets.counted, some.ranked) == (every.total, 5, False)
    assert len(some.rows) == 5
    assert some.after is None


def test_what_holds_no_words_finds_nothing(record: Record) -> None:
    for words in ("", " ", "؟!،", '"', '""', "« »", "\x00", "\ud800"):
        assert record.finding.sentences(Filters(words=words)).total == 0


ODD = [
    '"',
    "«",
    "AND",
    "OR",
    "NOT",
    "NEAR",
    "stems:",
    "*",
    "^",
    "(",
    ")",
    "-",
    "{a b}:",
    "\x00",
    "\ud800",
    "ال",
    COALITION,
]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(st.sampled_from(ODD), st.text(max_size=8)), max_size=12).map(" ".join))
@example("ا" * 10_000)
@example("داعش " * 5_000)
@example('"' + "داعش " * 5_000)
def test_no_query_breaks_the_search(record: Record, words: str) -> None:
    found = record.finding.sentences(Filters(words=words))
    assert found.total >= len(found.rows)
    record.shelf.stories(Filters(words=words))
    record.shelf.entities(words=words)
