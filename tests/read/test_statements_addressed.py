"""Speakers with a style of address, pronouns of whom they speak to, pointing words; and which way an attribution looks.
The sentences are written for this."""

from __future__ import annotations

import pytest

from tawatur.read.reading import read
from tawatur.record.types import Report


def told(text: str) -> list[tuple[str, str | None, list[str]]]:
    found = read(Report("r", "r", text, "0")).statements
    return [(s.text, s.speaker, s.via) for s in found]


@pytest.mark.parametrize(
    "text",
    [
        "أكد معالي وزير الخارجية الأستاذ عادل الجبير أن الموسم جيد.",
        "أكد وزير الخارجية عادل الجبير أن الموسم جيد. وأضاف معاليه أن الأسعار ثابتة.",
        "أكد وزير الخارجية عادل الجبير أن الموسم جيد. وشدد معالي وزير الخارجية على أن الأسعار ثابتة.",
    ],
)
def test_a_style_of_address_stands_before_whoever_speaks(text: str) -> None:
    assert {speaker for _, speaker, _ in told(text)} == {"adel-al-jubeir"}


def test_to_whom_somebody_speaks_is_not_who_speaks() -> None:
    assert told("قال لي وزير الخارجية عادل الجبير إن الموسم جيد.") == [("الموسم جيد", "adel-al-jubeir", [])]


def test_who_speaks_as_he_speaks_elsewhere_is_the_one_before() -> None:
    text = "دافع وزير الخارجية عادل الجبير عن الخطة. وقال متحدثا لقناة الجزيرة إن الموسم جيد."
    assert [speaker for _, speaker, _ in told(text)] == ["adel-al-jubeir"]


def test_a_pointing_word_goes_with_its_noun() -> None:
    assert told("وقالت هذه المنظمة إن الموسم جيد.") == [("الموسم جيد", "المنظمة", [])]


def test_the_words_of_a_speaker_end_before_the_day_and_the_medium() -> None:
    assert [s for _, s, _ in told("وأوضح متحدث باسم الشركة الثلاثاء أن الموسم جيد.")] == ["متحدث باسم الشركة"]
    assert [s for _, s, _ in told("وأوضح خبراء في الزراعة لصحيفة محلية أن الموسم جيد.")] == ["خبراء في الزراعة"]


def test_a_blessing_says_nothing() -> None:
    assert told("وقد صح عنه صلى الله عليه وسلم أنه كان كريما.") == []


def test_an_attribution_joined_by_and_leads_to_what_follows() -> None:
    text = "ارتفع الطلب في البلاد كثيرا هذا العام، ووفقا لوزارة التجارة، تعد المدينة سوقا كبيرة."
    assert [content for content, _, _ in told(text)] == ["تعد المدينة سوقا كبيرة"]


def test_a_definite_noun_before_a_name_is_not_what_it_is_called_by() -> None:
    text = "أعلن الوزير أن مشاريع كهذه تساعد فيها الحكومة بوينغ. وأعلنت الحكومة خفض الضرائب."
    assert [speaker for _, speaker, _ in told(text)][1:] == ["الحكومة"]


@pytest.mark.parametrize(
    "text",
    [
        "وأبلغ وزير الخارجية عادل الجبير رويترز أن الموسم جيد.",
        'وأبلغ وزير الخارجية عادل الجبير وكالة "رويترز" بأن الموسم جيد.',
        "وكان وزير الخارجية عادل الجبير أبلغ رويترز في وقت سابق أن الموسم جيد.",
        'وأبلغ "رويترز" وزير الخارجية عادل الجبير أن الموسم جيد.',
    ],
)
def test_a_medium_that_is_told_is_heard_through_and_does_not_speak(text: str) -> None:
    assert told(text) == [("الموسم جيد", "adel-al-jubeir", ["reuters"])]


def test_who_tells_a_medium_ends_before_its_name() -> None:
    assert told("وفي مايو أبلغت مصادر محلية رويترز أن الموسم جيد.") == [("الموسم جيد", "مصادر محلية", ["reuters"])]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("لكن مسؤولا في البلدية قال إن الموسم جيد.", "مسؤولا في البلدية"),
        ("إلا أن مصدرا في البلدية أكد أن الموسم جيد.", "مصدرا في البلدية"),
        ("غير أن دبلوماسيا أوروبيا قال إن الموسم جيد.", "دبلوماسيا أوروبيا"),
    ],
)
def test_a_particle_that_puts_its_subject_into_the_accusative_leaves_it_the_speaker(text: str, speaker: str) -> None:
    before = "زار وزير الخارجية عادل الجبير المصنع. "
    assert told(before + text) == [("الموسم جيد", speaker, [])]


def test_an_object_in_the_accusative_is_still_no_speaker() -> None:
    assert told("عين الوزير مسؤولا في البلدية. وقال إن الموسم جيد.")[-1][1] != "مسؤولا في البلدية"
