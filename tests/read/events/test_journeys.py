"""Tours and their stations, visitors without a name, and the meetings that a visitor holds where he is."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import events_of

from tawatur.record.types import Event

SATURDAY = date(2018, 4, 28)


def told(text: str, kind: str = "visit") -> list[Event]:
    return events_of(text, kind, published=SATURDAY)


def places(text: str) -> list[list[object]]:
    return [list(e.slots["place"]) for e in told(text)]  # type: ignore[arg-type]


def test_a_tour_visits_all_that_it_covers() -> None:
    text = "تحدث وزير الخارجية الأمريكي مايك بومبيو خلال جولته التي تشمل السعودية والأردن عن الملف."
    assert places(text) == [["saudi-arabia", "jordan"]]


def test_a_city_is_no_station_in_another_country() -> None:
    text = "وصل الوزير الأمريكي مايك بومبيو إلى الرياض السبت. وبعدها يتوجه بومبيو إلى الأردن."
    assert places(text) == [["riyadh"], ["jordan"]]


def test_a_city_and_its_country_are_one_visit() -> None:
    text = "وصل الوزير الأمريكي مايك بومبيو إلى الرياض السبت. وكان بومبيو قد زار السعودية."
    assert len(told(text)) == 1


def test_visitors_may_come_for_a_body() -> None:
    (visit,) = told("وقال الوزير إن ممثلين عن الأمم المتحدة سيتوجهون إلى تونس في سبتمبر المقبل.")
    assert visit.slots["visitor"] == ["ممثلين عن الأمم المتحدة"]
    assert visit.status == "planned"


def test_who_is_on_his_way_is_visiting() -> None:
    (visit,) = told("وتحدث الوزير الأمريكي مايك بومبيو وهو في طريقه إلى الأردن إلى الصحفيين.")
    assert visit.status == "ongoing"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("وصل الوزير الروسي سيرغي لافروف إلى تونس والتقى الرئيس الباجي قائد السبسي.", ["tunis", "tunisia"]),
        ("وصل الوزير الروسي سيرغي لافروف إلى تونس. والتقى لافروف الرئيس الباجي قائد السبسي.", ["tunis", "tunisia"]),
        ("سيتوجه الوزير الروسي سيرغي لافروف إلى الأردن حيث سيلتقي أيمن الصفدي.", ["jordan"]),
        ("وصل الوزير الروسي سيرغي لافروف إلى الأردن بعد لقائه الرئيس الباجي قائد السبسي.", []),
        ("وصل الوزير الروسي سيرغي لافروف إلى الأردن. والتقى الملك سلمان الرئيس الباجي قائد السبسي.", []),
    ],
)
def test_a_visitor_meets_where_he_is(text: str, place: list[str]) -> None:
    (meeting,) = told(text, "meeting")
    found = list(meeting.slots.get("place", []))  # type: ignore[arg-type]
    assert bool(found) == bool(place)
    assert set(found) <= set(place)
