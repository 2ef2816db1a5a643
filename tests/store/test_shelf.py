"""Lists of stories, entities and facts: what they say, how they are narrowed, and that pages of them hold together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tawatur import work
from tawatur.record.types import Comparison, Reading
from tawatur.store.record import Record
from tawatur.store.shelf.rows import Filters, Rows
from tawatur.tell.story import best_origins, days_of, events_of, facts_of, headline
from tawatur.work import viewing

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FILED = {("09-outlet-c", "saudi-arabia")}  # stands in the dateline alone


@pytest.fixture(scope="module")
def record(listed: Record) -> Record:
    return listed


def pages(ask: Callable[[str | None], Rows[Any]]) -> list[Any]:
    """All rows of a list, page by page to its end, and the same back to its beginning."""
    found: list[Any] = []
    page = ask(None)
    seen = [page.rows]
    assert page.newer is None
    while True:
        found += page.rows
        if page.older is None:
            break
        page = ask(page.older)
        seen.append(page.rows)
    for rows in seen[-2::-1]:
        assert page.newer is not None
        page = ask(page.newer)
        assert page.rows == rows
    assert page.newer is None
    assert len(found) == page.total
    return found


def test_a_row_says_of_a_story_what_its_page_says(record: Record) -> None:
    rows = record.shelf.stories().rows
    assert rows
    for row in rows:
        view = viewing.of_story(record, row.id, "ar")
        story = view.story_of(row.id)
        events = events_of(view, story)
        facts = facts_of(view, story, events)
        days = days_of(view, story)
        title = headline(view, story, events)
        assert title is not None
        assert row.heading("ar") == title[0]
        assert (row.reports, row.facts, row.origins) == (len(story.reports), len(facts), best_origins(story, facts))
        assert (row.first, row.last) == (str(days[0]), str(days[-1]))
        assert {c.value: c.many for c in row.verdicts} == Counter(f.verdict for f in facts)
        assert {c.value: c.many for c in row.kinds} == Counter(e.kind for e in events)
        outlets = Counter(view.heads[name].outlet for name in story.reports)
        assert {c.value: c.many for c in row.outlets} == {k: n for k, n in outlets.items() if k}


def test_the_newest_stories_stand_first_on_pages_that_hold_together(record: Record) -> None:
    everything = record.shelf.stories().rows
    assert [row.last for row in everything] == sorted((row.last for row in everything), reverse=True, key=str)
    for size in (1, 2, 3):
        assert pages(lambda at, n=size: record.shelf.stories(Filters(), at, n)) == list(everything)  # type: ignore[misc]


def test_each_value_of_a_facet_finds_as_many_stories_as_it_says(record: Record) -> None:
    fields = {"outlets": "outlet", "kinds": "kind", "verdicts": "verdict", "persons": "entity", "places": "entity"}
    for narrowed in (Filters(), Filters(words="داعش"), Filters(since="2023-01-01")):
        facets = record.shelf.story_facets(narrowed)
        for name, field in fields.items():
            counts = getattr(facets, name)
            assert counts
            for count in counts:
                assert record.shelf.stories(replace(narrowed, **{field: count.value})).total == count.many


def test_stories_are_found_by_words_days_and_change(record: Record) -> None:
    rows = record.shelf.stories().rows
    assert record.shelf.stories(Filters(words="لا كلمة كهذه هنا")).total == 0
    last = rows[0].last
    assert {r.id for r in record.shelf.stories(Filters(since=last)).rows} == {r.id for r in rows if r.last == last}
    changed = min(row.changed_at for row in rows)
    expected = {row.id for row in rows if row.changed_at > changed}
    assert {row.id for row in record.shelf.stories(Filters(changed=changed)).rows} == expected


def test_entities_are_listed_with_how_many_reports_name_them(
    record: Record, readings: dict[str, Reading], compared: Comparison
) -> None:
    listed = pages(lambda at: record.shelf.entities(at=at, most=7))
    assert {row.id for row in listed} == {entity.id for entity in compared.entities}
    assert [row.reports for row in listed] == sorted((row.reports for row in listed), reverse=True)
    by_id = {entity.id: entity for entity in compared.entities}
    for row in listed:
        entity = by_id[row.id]
        same = [(name, local) for name, local in entity.same if (name, entity.id) not in FILED]
        assert (row.type, row.name, row.reports) == (entity.type, entity.name, len({name for name, _ in same}))
        assert row.mentions == sum(m.entity == local for name, local in same for m in readings[name].mentions)
        assert record.shelf.entity(row.id) == row
    assert record.shelf.entity("no-such") is None


def test_an_entity_is_found_by_the_beginning_of_any_word_of_its_names(record: Record, compared: Comparison) -> None:
    for entity in compared.entities:
        for name in filter(None, entity.name.values()):
            for asked in (name, name[:3], name.split()[-1], name.upper()):
                found = pages(lambda at, words=asked: record.shelf.entities(words=words, at=at, most=50))  # type: ignore[misc]
                assert entity.id in {row.id for row in found}, asked
    assert record.shelf.entities(words="؟").total == 0


def test_facts_are_listed_by_verdict_and_unsure_joinings_with_the_least_sure_first(
    record: Record, compared: Comparison
) -> None:
    for verdict, many in Counter(fact.verdict for fact in compared.facts).items():
        found = pages(lambda at, asked=verdict: record.shelf.facts(asked, at, 5))  # type: ignore[misc]
        assert {row.id for row in found} == {fact.id for fact in compared.facts if fact.verdict == verdict}
        assert len(found) == many
    doubts = pages(lambda at: record.shelf.unsure(1.1, at, 4))
    assert len(doubts) == sum(len(entity.why) for entity in compared.entities)
    assert [d.confidence for d in doubts] == sorted(d.confidence for d in doubts)


def test_a_place_in_a_list_that_is_none_is_its_beginning(record: Record) -> None:
    first = record.shelf.stories(most=1)
    for at in ("", "+", "x", "+a:b", "+1", "-:", "+1:" + "9" * 40, "+nan:1", "\x00"):
        found = record.shelf.stories(at=at, most=1)
        assert found.total == first.total
        assert found.rows in (first.rows, [], ())


def test_every_write_makes_another_revision_and_reading_makes_none(tmp_path: Path) -> None:
    with Record(tmp_path / "r.tawatur", create=True) as record:
        before = record.shelf.revision()
        record.shelf.stories()
        assert record.shelf.revision() == before
        work.take_in(record, [str(EXAMPLES / "01-outlet-a.txt")], workers=1)
        assert record.shelf.revision().number > before.number
        (row,) = record.shelf.stories().rows
        assert record.shelf.changed(row.id) is not None
        assert record.shelf.changed("no-such") is None


def test_a_town_that_a_report_is_only_filed_from_leads_to_no_story(tmp_path: Path) -> None:
    told = {
        "a": "الرباط (وكالات) - افتتح وزير الصحة مستشفى جديدا في فاس يوم 2 مارس 2022.",
        "b": "طنجة: افتتح وزير الصحة مستشفى جديدا في طنجة يوم 5 مارس 2022.",
    }
    for name, text in told.items():
        (tmp_path / f"{name}.txt").write_text(f"مستشفى جديد\n\noutlet-z.example\n\n{text}\n", encoding="utf-8")
    with Record(tmp_path / "r.tawatur", create=True) as record:
        work.take_in(record, [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], workers=1)
        work.comparison(record)
        filed = {reading.report.dateline for reading in record.readings().values()}
        places = {str(c.name and c.name["ar"]) for c in record.shelf.story_facets().places}
        beside = {str(c.name and c.name["ar"]) for row in record.shelf.stories().rows for c in row.places}
        assert record.shelf.entity("rabat") is None
    assert filed == {"الرباط", "طنجة"}
    assert {"فاس", "طنجة"} <= places
    assert "الرباط" not in places | beside
