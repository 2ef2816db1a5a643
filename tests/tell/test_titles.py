"""What a story is called: as a newspaper would, never by a figure's kind or an id."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tawatur.record.types import Event, MergedEvent, Story
from tawatur.tell.brief import brief
from tawatur.tell.lines import event_title
from tawatur.tell.render.text import to_text
from tawatur.tell.story import events_of, titled
from tawatur.tell.view import View

Make = Callable[[str], View]


def title(view: View) -> tuple[str, str | None]:
    (story,) = view.comparison.stories
    return titled(view, story, events_of(view, story))


def without(view: View, kind: str) -> None:
    view.comparison.events = [e for e in view.comparison.events if e.kind != kind]


def untitled(view: View) -> None:
    for name in list(view.heads):
        view.heads[name] = view.readings[name].report = replace(view.heads[name], title=None)


def test_a_meeting_that_most_tell_is_named_by_who_met_where(make_view: Make) -> None:
    assert title(make_view("ar")) == ("اجتماع · الاتحاد · مراكش · 11 مايو 2022", None)


@pytest.mark.parametrize("kept", ["membership", "incident"])
def test_what_labels_say_badly_is_called_as_the_first_outlet_calls_it(make_view: Make, kept: str) -> None:
    view = make_view("ar")
    for kind in {"meeting", "membership", "incident"} - {kept}:
        without(view, kind)
    found, report = title(view)
    assert report is not None
    assert found == view.heads[report].title


def test_a_meeting_that_one_report_of_three_tells_does_not_name_their_story(make_view: Make) -> None:
    view = make_view("ar")
    view.comparison.events = [MergedEvent("m1", "meeting", [("a", "e1")])]
    view.comparison.stories = [Story("story-1", ["a", "b", "b"])]
    view.comparison.stories[0].reports = ["a", "b", "c"]
    view.heads["c"] = view.heads["b"]
    assert title(view)[0] == view.heads["a"].title


def test_without_any_title_the_first_sentence_stands_for_it_and_no_id(make_view: Make) -> None:
    view = make_view("ar")
    untitled(view)
    for kind in ("meeting", "membership", "incident"):
        without(view, kind)
    assert title(view) == ("يعقد الاتحاد اجتماعا في مراكش يوم 11 مايو بحضور سالم.", "a")
    assert to_text(brief(view, "story-1")).splitlines()[0].endswith("بحضور سالم.")


def told_as(view: View, kind: str, *clauses: str) -> str:
    """What an incident is called that reports tell in these clauses."""
    same = []
    for i, (name, clause) in enumerate(zip("abc", clauses, strict=False)):
        event = Event(0, len(clause), clause, f"o{i}", "incident", "done", {"type": kind})
        view._events[name, event.id] = event
        same.append((name, event.id))
    return event_title(view, MergedEvent("other-1", "incident", same))


def test_an_incident_of_no_type_is_called_in_words_of_a_report(make_view: Make) -> None:
    long = "طردت الحكومة أمس ثلاثة وعشرين دبلوماسيا قالت إنهم ضباط غير معلنين في جهاز الاستخبارات"
    short = "طردت الحكومة ثلاثة وعشرين دبلوماسيا"
    assert told_as(make_view("ar"), "other", long, short, "طردتهم") == f"حادث · «{short}»"
    assert told_as(make_view("en"), "other", short) == f"incident · “{short}”"
    first = "طردت الحكومة أمس ثلاثة وعشرين دبلوماسيا قالت إنهم ضباط غير ..."
    assert told_as(make_view("ar"), "other", long) == f"حادث · «{first}»"
    assert told_as(make_view("ar"), "attack", long) == "هجوم"


def test_what_is_named_in_two_slots_is_named_once(make_view: Make) -> None:
    view = make_view("ar")
    given = Event(0, 4, "منحت", "o1", "funding", "done", {"recipient": ["لبنان"], "place": ["لبنان"]})
    view._events["a", "o1"] = given
    assert event_title(view, MergedEvent("other-1", "funding", [("a", "o1")])) == "تمويل · لبنان"
