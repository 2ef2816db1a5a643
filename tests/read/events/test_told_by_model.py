"""What the learned model adds to the lists: a word that may be said in general tells an incident where it is sure."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import events_of
from tagging import Told

from tawatur.record.types import Event

AIMED = "دأبت الميليشيات على استهداف المدينة."
BROKEN_UP = "كانت الشرطة فرقت في كولونيا تظاهرة احتجاج لأنها تضمنت رموزا محظورة."
SPOKEN_OF = "وصف الناجون القصف بالعنيف."
KNOWN = "وصف الناجون القصف على بلدة كفرنبل بالعنيف."
DEAD = "قال الطبيب إن 11 شخصا توفوا في هذه الظروف."
GREATEST = "اعتبر هذا الهجوم على القاعدة الأكثر دموية منذ هزيمة التنظيم عام 2017."
WEAPONS = "تورطت شركات في برنامج الأسلحة الكيميائية السوري."
PARTLY = "واعتقل نصف المشتبه بهم."
PASSED = "تحدث السفير عن مستقبل البلاد بعد استقالة رئيس الوزراء."


def incidents(text: str, **events: str | tuple[str, float]) -> list[Event]:
    return events_of(text, "incident", published=date(2020, 6, 15), tagger=Told({}, events))


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


def test_a_definite_noun_with_its_place_tells_what_is_told_nowhere_else() -> None:
    [event] = incidents(KNOWN, القصف="incident.airstrike")
    assert (event.slots["place"], event.slots["target"]) == (["kafranbel"], ["kafranbel"])


def test_counted_dead_are_told_by_a_word_that_else_only_adds_to_another_where_the_model_is_all_but_certain() -> None:
    assert incidents(DEAD, توفوا=("incident.killing", 0.8)) == []
    [event] = incidents(DEAD, توفوا=("incident.killing", 0.95))
    assert event.slots["killed"].value == 11


def test_since_when_nothing_was_greater_is_not_when_it_happened() -> None:
    [event] = incidents(GREATEST, الهجوم="incident.attack")
    assert "date" not in event.slots


def test_whom_an_arrest_took_may_be_missing_where_the_model_is_all_but_certain() -> None:
    assert incidents(PARTLY, واعتقل=("incident.arrest", 0.8)) == []
    assert [e.slots["type"] for e in incidents(PARTLY, واعتقل=("incident.arrest", 0.95))] == ["arrest"]


def test_what_is_of_public_life_and_told_in_passing_is_told_where_the_model_is_all_but_certain() -> None:
    assert incidents(PASSED, استقالة=("incident.other", 0.8)) == []
    assert len(incidents(PASSED, استقالة=("incident.other", 0.95))) == 1


def test_chemical_weapons_tell_an_attack_only_where_the_model_takes_them_for_one() -> None:
    assert incidents(WEAPONS, شركات="designation") == []
    assert len(incidents(WEAPONS, الأسلحة="incident.attack")) == 1
