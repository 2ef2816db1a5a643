"""What the learned model adds to the lists: a word that may be said in general tells an incident where it is sure."""

from __future__ import annotations

from datetime import date

import pytest
from tagging import Told

from tawatur.read.reading import read
from tawatur.record.types import Event, Report

AIMED = "دأبت الميليشيات على استهداف المدينة."
BROKEN_UP = "كانت الشرطة فرقت في كولونيا تظاهرة احتجاج لأنها تضمنت رموزا محظورة."
SPOKEN_OF = "وصف الناجون القصف بالعنيف."


def incidents(text: str, **events: str | tuple[str, float]) -> list[Event]:
    report = Report("r", "r", text, "", published=date(2020, 6, 15))
    return [e for e in read(report, tagger=Told({}, events)).events if e.kind == "incident"]


@pytest.mark.parametrize(
    ("text", "word", "kind"), [(AIMED, "استهداف", "incident.airstrike"), (BROKEN_UP, "تظاهرة", "incident.protest")]
)
def test_a_word_that_needs_more_beside_it_tells_an_incident_where_the_model_is_sure(
    text: str, word: str, kind: str
) -> None:
    assert incidents(text) == []
    assert [word in e.text for e in incidents(text, **{word: kind})] == [True]
    assert incidents(text, **{word: (kind, 0.4)}) == []


def test_what_the_list_calls_a_word_stands_whatever_the_model_calls_it() -> None:
    [event] = incidents(AIMED, استهداف="incident.other")
    assert event.slots["type"] == "attack"


def test_a_word_that_the_model_takes_for_another_kind_of_event_is_no_incident() -> None:
    assert incidents(AIMED, استهداف="designation") == []


def test_a_definite_noun_alone_takes_up_what_is_told_and_tells_nothing_new() -> None:
    assert incidents(SPOKEN_OF, القصف="incident.airstrike") == []
