"""The whole of comparing: stories, stable ids, any order, any text."""

import json
from datetime import UTC, datetime

from compare_making import day, event, persons, reading
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.compare.comparison import Part, compare
from tawatur.compare.corpus import by_name
from tawatur.record.codec.comparison import dump_comparison, load_fact, load_merged_event, load_story
from tawatur.record.naming import published_at, report_name
from tawatur.record.types import Comparison, Interval, Reading, Report


def told(name: str, published: str, place: str = "salwan", when: str = "2021-05-01") -> Reading:
    text = {
        "salwan": f"قتل عشرة أشخاص في هجوم على سوق سلوان كما روى التقرير {name}",
        "nahrin": f"حريق يلتهم مخازن الحبوب بمرفأ نهرين ويوقع ضحايا، تقرير {name}",
    }[place]
    slots = {"type": "attack", "place": [place], "date": day(when), "killed": persons(10)}
    return event(reading(name, text, published, entities=(place, "salim")), "incident", text, **slots)


def test_reports_of_one_happening_are_a_story() -> None:
    found = compare([told("a", "2021-05-01"), told("b", "2021-05-02"), told("c", "2021-05-02", "nahrin")])
    assert [s.reports for s in found.stories] == [["a", "b"], ["c"]]


def test_the_same_place_a_month_later_is_another_story() -> None:
    found = compare([told("a", "2021-05-01"), told("b", "2021-06-02", when="2021-06-01")])
    assert [s.reports for s in found.stories] == [["a"], ["b"]]


def test_an_announcement_weeks_before_is_of_the_story() -> None:
    def meeting(name: str, published: str) -> Reading:
        text = f"اجتماع الرابطة الإقليمية للمياه في سلوان يوم 20 مايو، تقرير {name}"
        slots = {"body": ["league"], "place": ["salwan"], "date": day("2021-05-20")}
        return event(reading(name, text, published, entities=("league", "salwan")), "meeting", text, "planned", **slots)

    assert [s.reports for s in compare([meeting("a", "2021-04-25"), meeting("b", "2021-05-20")]).stories] == [
        ["a", "b"]
    ]


def test_any_order_of_readings_gives_the_same() -> None:
    readings = [told(n, f"2021-05-0{i}") for i, n in enumerate("dacb", 1)]
    first = json.dumps(dump_comparison(compare(readings)), ensure_ascii=False)
    assert json.dumps(dump_comparison(compare(readings[::-1])), ensure_ascii=False) == first


def test_ids_do_not_change_when_another_story_comes() -> None:
    before = compare([told("a", "2021-05-01"), told("b", "2021-05-02")])
    after = compare([told("a", "2021-05-01"), told("b", "2021-05-02"), told("c", "2021-05-02", "nahrin")])
    assert {s.id for s in before.stories} <= {s.id for s in after.stories}
    assert {e.id for e in before.events} <= {e.id for e in after.events}
    assert {f.id for f in before.facts} <= {f.id for f in after.facts}
    assert len({f.id for f in after.facts}) == len(after.facts)


def test_a_comparison_survives_its_json() -> None:
    found = dump_comparison(compare([told("a", "2021-05-01"), told("b", "2021-05-02")]))
    assert all(found[layer] for layer in ("stories", "events", "facts"))
    read = json.loads(json.dumps(found))
    stories, events, facts = map(load_story, read["stories"]), map(load_merged_event, read["events"]), read["facts"]
    again = dump_comparison(Comparison([], list(stories), [], list(events), list(map(load_fact, facts))))
    assert all(again[layer] == found[layer] for layer in ("stories", "events", "facts"))


def test_nothing_compares_to_nothing() -> None:
    assert compare([]).facts == []


def test_an_interval_without_sides_is_no_value() -> None:
    text = "أحدثت الرابطة الإقليمية للمياه مجموعة"
    found = event(reading("a", text), "founding", text, body=["league"], date=Interval(None, None))
    assert compare([found]).facts == []


def test_report_names_and_times() -> None:
    assert [report_name(f) for f in ("x/a.txt", "b.html", "c.v2", ".txt")] == ["a", "b", "c.v2", ".txt"]
    report = Report("a", "a", "", "", published_at="Mon, 14 May 2018 13:54:37 +0400")
    assert published_at(report) == datetime(2018, 5, 14, 9, 54, 37, tzinfo=UTC)
    report.published_at = "no time at all"
    assert published_at(report).year == 1


anything = st.text(max_size=60)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(anything, st.sampled_from(["meeting", "incident", "membership"])), max_size=4), anything)
def test_no_text_breaks_it_and_every_place_is_a_slice(texts: list[tuple[str, str]], word: str) -> None:
    readings = []
    for i, (text, kind) in enumerate(texts):
        found = Reading(Report(str(i), f"{i}.txt", text * 3, "", published_at=word))
        slots = {"incident": ["place", "target"], "meeting": ["body", "place"], "membership": ["body", "members"]}[kind]
        event(found, kind, text, **{slots[0]: [word], slots[1]: [text, word]})
        readings.append(found)
    compared = compare(readings)
    for copy in compared.copies:
        assert all(p.text == texts[int(p.report)][0].__mul__(3)[p.start : p.end] for p in copy.places)
    assert json.dumps(dump_comparison(compared))


def test_a_part_is_what_it_is_in_the_whole() -> None:
    readings = [told("a", "2021-05-01"), told("b", "2021-05-02"), told("c", "2021-05-02", "nahrin")]
    more = " وروى باعة السوق كيف دوى انفجار عنيف هز النوافذ ثم هرع المسعفون لنقل الجرحى نحو مستشفى يعاني نقص الدواء"
    for one in readings[:2]:
        one.report.text += more
    whole = compare(readings)
    for part in Part:
        alone = compare(readings, only=part)
        assert getattr(alone, part) == getattr(whole, part) != []
        assert sum(bool(getattr(alone, other)) for other in ("copies", "stories", "entities", "events", "facts")) == 1


def test_reports_of_one_file_stay_as_many_as_they_are() -> None:
    found = compare([told("a", "2021-05-01"), told("a", "2021-05-02"), told("a", "2021-05-02", "nahrin")])
    assert sorted(r for s in found.stories for r in s.reports) == ["a", "a-2", "a-3"]


def test_a_report_keeps_its_name_though_another_would_be_numbered_so() -> None:
    files = ["x/a.txt", "y/a.txt", "a-2.txt"]
    named = by_name(Reading(Report(f, f, f, f)) for f in files)
    assert {name: r.report.file for name, r in named.items()} == {"a": "x/a.txt", "a-2": "a-2.txt", "a-3": "y/a.txt"}
