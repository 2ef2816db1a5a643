"""What a page rests on is known to the write that changes it: a page that no write touched says what it says anew."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur import work
from tawatur.errors import AskedError
from tawatur.record.types import Event, MergedEvent
from tawatur.store.between import EVENT, FACT
from tawatur.store.kept import Recent
from tawatur.store.objects import event_of
from tawatur.store.record import Record
from tawatur.store.shelf.rows import Filters
from tawatur.store.touched import KEPT, MadeOf
from tawatur.tell.portraits.portrait import portrait
from tawatur.work import comparing, deciding, viewing


def entity(record: Record, ident: str) -> viewing.AboutEntity:
    """What a page of an entity rests on is known once it is made."""
    found = viewing.of_entity(record, ident, "ar")
    portrait(found.view, ident, found.spelt)
    return found


LOOKS: dict[str, Callable[[Record, str], Any]] = {
    "story": lambda record, ident: viewing.of_story(record, ident, "ar"),
    "entity": lambda record, ident: entity(record, ident),
    "report": lambda record, name: viewing.of_reports(record, [name], "ar"),
    "fact": lambda record, ident: viewing.of_fact(record, ident, "ar"),
    "event": lambda record, ident: viewing.of_event(record, ident, "ar"),
}
ASKED = ("مراكش", "المغرب", '"التحالف الدولي"', "وزير الخارجية", "كوسكو")
CONCERNS = """اختتام اجتماع التحالف الدولي ضد داعش في مراكش

outlet-k.example
الخميس 12 ماي 2022 - 09:00

اختتم التحالف الدولي ضد داعش اجتماعه الوزاري المنعقد بمدينة مراكش يوم 11 ماي 2022، بحضور ناصر بوريطة.
"""
CONCERNS_NOT = """ملعب جديد في كوسكو

outlet-k.example
الأربعاء 2 مارس 2011 - 09:00

دشن رئيس بلدية كوسكو ملعبا في حي سان بلاس يوم 2 مارس 2011.
"""
Pages = dict[tuple[str, str], MadeOf]


@pytest.fixture(autouse=True)
def _one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports are compared as those that come to a large record are."""
    monkeypatch.setattr(comparing, "SMALL", 0)
    monkeypatch.setattr(comparing, "DEARER", 0)


def idents(record: Record, every: int = 16) -> list[tuple[str, str]]:
    """All stories and reports, and of the rest one in so many."""
    found = [(kind, ident) for kind in ("fact", "event") for ident in record.between.idents(kind)[::every]]
    found += [("entity", row.id) for row in record.shelf.entities(most=100).rows[::every]]
    found += [("story", ident) for ident in record.between.idents("story")]
    return found + [("report", name) for name in record.reports()]


def look(record: Record, pages: list[tuple[str, str]]) -> Pages:
    """What these pages are made of, those that there are."""
    found = {}
    for kind, ident in pages:
        with suppress(AskedError):
            found[kind, ident] = LOOKS[kind](record, ident).made_of
    return found


def filters(record: Record) -> list[Filters]:
    """Every way to narrow a list, by some of the values that there are."""
    facets = record.shelf.story_facets(Filters(), 50)
    some = [Filters(words=words) for words in ASKED]
    some += [Filters(outlet=c.value) for c in facets.outlets[:2]] + [Filters(kind=c.value) for c in facets.kinds[:3]]
    some += [Filters(verdict=c.value) for c in facets.verdicts]
    some += [Filters(since=c.value, until=c.value) for c in facets.days[:2]]
    some += [Filters(entity=c.value) for c in (*facets.persons[:1], *facets.places[:1])]
    return [Filters(), *some, *(Filters(words=ASKED[0], kind=c.value) for c in facets.kinds[:2])]


def listed(record: Record, some: list[Filters]) -> dict[Any, Any]:
    """The lists as pages have them: kept, where they hold."""
    shelf = record.shelf
    return {
        one: (shelf.stories(one), shelf.story_facets(one), record.finding.sentences(one) if one != Filters() else None)
        for one in some
    }


def anew(record: Record, some: list[Filters]) -> dict[Any, Any]:
    """The lists as a desk has them that was begun just now."""
    from tawatur.store import finding
    from tawatur.store.shelf import stories

    finding._HITS._lists = Recent(20_000_000)
    stories._HELD._lists = Recent(20_000_000)
    return listed(record, some)


def story_of(record: Record, report: str) -> str:
    ident = record.shelf.story_of(report)
    assert ident is not None
    return ident


def widest(record: Record) -> MergedEvent:
    """The event that most reports tell."""
    return max((event_of(row) for row in record.between.all(EVENT)), key=lambda e: len({r for r, _ in e.same}))


def timed(record: Record) -> tuple[str, Event]:
    """A report and an event of it."""
    for name, reading in record.readings().items():
        if reading.events:
            return name, reading.events[0]
    raise AssertionError("no report tells an event")


def take_in(record: Record, text: str) -> None:
    folder = record.path.parent / "came"
    folder.mkdir(exist_ok=True)
    source = folder / f"{len(list(folder.iterdir()))}.txt"
    source.write_text(text, encoding="utf-8")
    work.take_in(record, [str(source)], workers=1)


def split_story(record: Record) -> None:
    ident = story_of(record, next(iter(record.reports())))
    reports = viewing.of_story(record, ident, "ar").story_of(ident).reports
    if len(reports) > 1:
        deciding.split_story(record, ident, [reports[-1]])


def join_stories(record: Record) -> None:
    some = record.between.idents("story")[:2]
    if len(some) == 2:
        deciding.join_stories(record, *some)


def split_event(record: Record) -> None:
    event = widest(record)
    if len({report for report, _ in event.same}) > 1:
        deciding.split_event(record, event.id, [event.same[0]])


def one_name(record: Record) -> None:
    a, b = (row.id for row in record.shelf.entities(type_="person", most=2).rows)
    deciding.decide(record, a, b, False)


def remove(record: Record) -> None:
    record.remove(list(record.reports())[1])
    work.bring_up_to_date(record)


def junk(record: Record) -> None:
    name, event = timed(record)
    deciding.mark_junk(record, name, event.start, event.end, True)


def no_event(record: Record) -> None:
    name, event = timed(record)
    deciding.delete(record, name, "events", event.start, event.end, event=event.id)


def undo(record: Record) -> None:
    last = next((d for d in record.decisions.standing()[::-1] if d.kind != "remove"), None)
    if last is not None:
        deciding.take_back(record, last.id)


DEEDS: dict[str, Callable[[Record], object]] = {
    "a report that concerns": lambda record: take_in(record, CONCERNS),
    "a report that does not": lambda record: take_in(record, CONCERNS_NOT),
    "a report goes": remove,
    "a fact is not so": lambda record: deciding.judge(record, record.between.idents(FACT)[0], False),
    "a fact is so": lambda record: deciding.judge(record, record.between.idents(FACT)[-1], True),
    "names are one": one_name,
    "a story is two": split_story,
    "stories are one": join_stories,
    "an event is two": split_event,
    "a stretch is junk": junk,
    "an event is none": no_event,
    "taken back": undo,
}


@pytest.mark.parametrize("deed", sorted(DEEDS))
def test_what_a_deed_did_not_touch_is_what_it_is_anew(desk: Record, deed: str) -> None:
    holds(desk, deed)


@settings(max_examples=2, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=st.lists(st.sampled_from(sorted(DEEDS)), min_size=2, max_size=4))
def test_nor_what_deeds_after_each_other_did_not_touch(examples: Path, tmp_path: Path, deeds: list[str]) -> None:
    path = tmp_path / f"{len(list(tmp_path.iterdir()))}.tawatur"
    path.write_bytes(examples.read_bytes())
    with Record(path) as record:
        for deed in deeds:
            holds(record, deed)


def holds(record: Record, deed: str) -> None:
    work.comparison(record)
    before, some = idents(record), filters(record)
    was, state = look(record, before), record.touched.revision()
    listed(record, some)
    DEEDS[deed](record)
    now, changes = look(record, before), record.touched.since(state)
    if changes is None:
        return
    untouched = [page for page in was if changes.keys.isdisjoint(was[page].keys)]
    assert [page for page in untouched if was[page] != now.get(page)] == []
    kept = listed(record, some)
    assert kept == anew(record, some)


def test_a_report_touches_what_it_concerns_and_little_else(desk: Record) -> None:
    was, state = look(desk, idents(desk)), desk.touched.revision()
    take_in(desk, CONCERNS_NOT)
    changes = desk.touched.since(state)
    assert changes is not None
    touched = [page for page in was if not changes.keys.isdisjoint(was[page].keys)]
    assert len(touched) * 10 < len(was)


def test_of_writes_long_ago_or_to_come_nothing_is_known(desk: Record) -> None:
    state = desk.touched.revision()
    assert desk.touched.since(state + 1) is None
    with desk.writing() as db:
        db.execute("UPDATE revision SET number = number + ?", (KEPT,))
    assert desk.touched.since(state) is None


def test_comparing_all_anew_touches_everything(desk: Record) -> None:
    state = desk.touched.revision()
    work.compare_anew(desk)
    assert desk.touched.since(state) is None
    with desk.writing() as db:
        assert db.execute("SELECT count(*) FROM touched WHERE revision > ?", (state,)).fetchone() == (1,)
