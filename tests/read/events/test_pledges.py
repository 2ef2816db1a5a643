"""What a country says that it will do, threatens to do, or goes on doing; and what pledges nothing."""

from __future__ import annotations

import pytest
from prepared import aims, prepared

from tawatur.read.events import commitments
from tawatur.record.types import Event


def pledges(text: str) -> list[Event]:
    return commitments.find(*prepared(text, statements=True))


@pytest.mark.parametrize(
    ("text", "body", "aim"),
    [
        ("وقالت الوزارة إن موسكو سترد بحزم على طرد دبلوماسييها.", "russia", "سترد بحزم على طرد دبلوماسييها"),
        ("وأكد الأردن أنه سيرسل فريقا طبيا إلى بيروت.", "jordan", "سيرسل فريقا طبيا إلى بيروت"),
        ("الأردن، الذي زاره الوزير، سيرسل فريقا طبيا إلى بيروت.", "jordan", "سيرسل فريقا طبيا إلى بيروت"),
        ("وقال وزير الخارجية القطري خالد العطية إن بلاده ستدرب أطباء.", "qatar", "ستدرب أطباء"),
    ],
)
def test_what_a_country_will_do_is_planned(text: str, body: str, aim: str) -> None:
    (event,) = pledges(text)
    assert (event.slots["body"], aims(event), event.status) == ([body], [aim], "planned")


@pytest.mark.parametrize(
    ("text", "body", "aim", "status"),
    [
        ("هددت باريس بقصف مواقع الجيش.", "france", "قصف مواقع الجيش", "planned"),
        ('توعدت طهران بـ"رد قاس" على الغارة.', "iran", "رد قاس", "planned"),
        ("تعهدت تركيا برد قوي على القصف.", "turkey", "رد قوي على القصف", "planned"),
        ("تعهدت تركيا بمواصلة جهود الإغاثة.", "turkey", "مواصلة جهود الإغاثة", "ongoing"),
        ("وأكدت السعودية استمرارها في دعم اليمن.", "saudi-arabia", "دعم اليمن", "ongoing"),
        ("وشدد المبعوث على استمرار قطر في دعم اليمن.", "qatar", "دعم اليمن", "ongoing"),
    ],
)
def test_threatened_deeds_are_planned_and_what_is_kept_up_goes_on(text: str, body: str, aim: str, status: str) -> None:
    (event,) = pledges(text)
    assert (event.slots["body"], event.status) == ([body], status)
    assert aims(event)[0].startswith(aim)


@pytest.mark.parametrize(
    "text",
    [
        "سيرسل المدرب لاعبيه إلى الملعب.",
        "ولن ترد موسكو على هذا الكلام.",
        "وترد موسكو على الرسائل كل يوم.",
        "ستقدم تونس عشرة ملايين دولار إلى اللاجئين.",
        "توعدت حركة الشباب بالانتقام لمقتل زعيمها.",
        "الفيضان يهدد بانهيار السد.",
        "وندد الوزير باستمرار إيران في دعم الجماعة.",
        "وأكد الوزير أن استمرار إيران في دعم الجماعة مرفوض.",
        "واجتمع الوزراء العرب في تونس، الأحد، لإقرار مشاريع القوانين التي سترفع إلى البرلمان.",
    ],
)
def test_what_pledges_nothing(text: str) -> None:
    assert pledges(text) == []
