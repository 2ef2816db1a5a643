"""A page made of a part of the record says what it says when it is made of the whole."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

import pytest

from tawatur.errors import AskedError
from tawatur.store.record import Record
from tawatur.tell import pages
from tawatur.tell.entities import places_of
from tawatur.tell.page import Page
from tawatur.tell.portraits.portrait import Portrait, portrait
from tawatur.tell.view import View
from tawatur.work import gathering, viewing


@pytest.fixture(scope="module")
def record(listed: Record) -> Record:
    return listed


@pytest.fixture(scope="module")
def whole(record: Record) -> View:
    return viewing.of_all(record, "ar")


def said(view: View, page: Page | Portrait) -> Any:
    """All that a page says, with the names of reports for their numbers: a part numbers its own reports."""
    names = {f"[{number}]": name for name, number in view.cited.items()}

    def plain(o: Any) -> Any:
        if isinstance(o, dict):
            if o.get("role") == "ref":
                return names[o["text"]]
            return {k: plain(v) for k, v in o.items() if k != "number"}
        if isinstance(o, list | tuple):
            return sorted(map(plain, o), key=str) if o and all(_is_ref(p) for p in o) else [plain(v) for v in o]
        if isinstance(o, str):
            for number, name in sorted(names.items(), key=lambda n: -len(n[0])):
                o = o.replace(number, f"<{name}>")
        return o

    return plain(asdict(page))


def _is_ref(o: Any) -> bool:
    return isinstance(o, dict) and o.get("role") == "ref"


def test_a_story_says_the_same(record: Record, whole: View) -> None:
    assert whole.comparison.stories
    for story in whole.comparison.stories:
        part = viewing.of_story(record, story.id, "ar")
        whole.lead_with(story.reports)
        assert said(part, pages.brief(part, story.id)) == said(whole, pages.brief(whole, story.id))
    whole.lead_with(())


def test_a_report_says_the_same(record: Record, whole: View) -> None:
    for name in whole.readings:
        part = viewing.of_reports(record, [name], "ar")
        assert said(part, pages.report(part, name)) == said(whole, pages.report(whole, name))
        assert [c.id for c in part.comparison.copies] == [c.id for c, _ in unique(whole, name)]


def unique(view: View, name: str) -> list[tuple[Any, Any]]:
    of = {p.id: (p, q) for p, q in view.copied_in(name)}
    return [of[c.id] for c in view.comparison.copies if c.id in of]


def test_a_fact_says_the_same(record: Record, whole: View) -> None:
    assert whole.comparison.facts
    for fact in whole.comparison.facts:
        part = viewing.of_fact(record, fact.id, "ar")
        assert said(part, pages.fact(part, fact.id)) == said(whole, pages.fact(whole, fact.id))


def test_an_entity_says_the_same(record: Record, whole: View) -> None:
    assert whole.comparison.entities
    for entity in whole.comparison.entities:
        found = viewing.of_entity(record, entity.id, "ar")
        told = [portrait(view, entity.id, found.spelt) for view in (found.view, whole)]
        for one in told:
            one.entity = replace(one.entity, same=[], why=[])  # a part has those of its reports
        assert said(found.view, told[0]) == said(whole, told[1])


def test_a_name_is_counted_in_all_reports(record: Record, whole: View) -> None:
    for entity in whole.comparison.entities:
        filed = "09-outlet-c" if entity.id == "saudi-arabia" else None  # it stands in the dateline alone
        every = {text: [p for p in some if p[0] != filed] for text, some in places_of(whole, entity.id).items()}
        places = {text: some for text, some in every.items() if some}
        spelt = {s.text: s for s in record.shelf.spellings(entity.id, 100)}
        assert {text: s.mentions for text, s in spelt.items()} == {text: len(p) for text, p in places.items()}
        for text, one in spelt.items():
            assert (one.report, one.start, one.end) in {(report, m.start, m.end) for report, m in places[text]}


def test_older_reports_that_name_an_entity_are_a_page_of_their_own(
    record: Record, whole: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(viewing, "NAMING", 1)
    monkeypatch.setattr(viewing, "BESIDE", 0)
    entity = max(whole.comparison.entities, key=lambda e: len({r for r, _ in e.same}))
    read, before = [], None
    while True:
        found = viewing.of_entity(record, entity.id, "ar", before)
        assert found.spelt == record.shelf.spellings(entity.id, viewing.SPELT)
        read += [name for name in found.view.readings if any(name == r for r, _ in entity.same)][:1]
        before = found.older
        if before is None:
            break
    assert read == record.between.newest({r for r, _ in entity.same})


def test_an_event_has_its_tellings_and_its_facts(record: Record, whole: View) -> None:
    assert whole.comparison.events
    for event in whole.comparison.events:
        part = viewing.of_event(record, event.id, "ar")
        assert part.tellings(part.events[event.id]) == whole.tellings(event)
        assert part.facts_of[event.id] == whole.facts_of[event.id]


def test_what_is_not_there_is_said(record: Record) -> None:
    for make in (viewing.of_story, viewing.of_fact, viewing.of_event, viewing.of_entity):
        with pytest.raises(AskedError, match="no-such: there is no such"):
            make(record, "no-such", "ar")
    with pytest.raises(AskedError, match="no-such: there is no report"):
        viewing.of_reports(record, ["no-such"], "ar")


def test_of_very_many_reports_a_page_reads_some_and_says_how_many_it_leaves_out(
    record: Record, whole: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(viewing, "READ", 2)
    monkeypatch.setattr(viewing, "NAMING", 2)
    monkeypatch.setattr(viewing, "BESIDE", 0)
    monkeypatch.setattr(gathering, "AROUND", 0)
    monkeypatch.setattr(gathering, "CITED", 1)
    story = max(whole.comparison.stories, key=lambda s: len(s.reports))
    part = viewing.of_story(record, story.id, "ar", most=2)
    assert list(part.readings) == story.reports[-2:]
    assert part.left_out == len(story.reports) - 2
    assert pages.brief(part, story.id).blocks
    entity = max(whole.comparison.entities, key=lambda e: len({r for r, _ in e.same}))
    named = viewing.of_entity(record, entity.id, "ar").view
    assert len(named.readings) == 2
    assert named.left_out == len({r for r, _ in entity.same}) - 2
    assert pages.dossier(named, entity.id).blocks
    for fact in whole.comparison.facts:
        part = viewing.of_fact(record, fact.id, "ar")
        assert pages.fact(part, fact.id).blocks
