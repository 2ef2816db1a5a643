"""Summits and the talks beside them: what is one meeting, what is none, who came, who came for whom, and when."""

from __future__ import annotations

from datetime import date

import pytest
from prepared import events_of, filled
from tagging import Told

from tawatur.record.types import Event, Interval

DAY = date(2018, 4, 18)


def told(text: str, kind: str = "meeting") -> list[Event]:
    return events_of(text, kind, published=DAY)


def one(text: str, kind: str = "meeting") -> Event:
    (event,) = told(text, kind)
    return event


@pytest.mark.parametrize(
    "text",
    [
        "بلغ ثلاثة متسلقين قمة جبل توبقال يوم الأحد.",  # a mountain has a summit too
        "يأمل المنظمون أن يطلق عليها قمة النخيل.",  # what something is called is no meeting beside it
        "قال الوزير في الحوار الذي أجرته قناة الجزيرة إن الأزمة ستنتهي.",
    ],
)
def test_what_is_no_meeting(text: str) -> None:
    assert told(text) == []


def test_a_summit_that_is_given_a_name_is_one_meeting() -> None:
    text = (
        "اختتمت القمة العربية التي استضافتها مدينة الدمام أعمالها. وأعلن الملك تسمية قمة الدمام بـ«قمة القدس»، متعهدا"
        " بالتبرع لدعم المدارس."
    )
    assert one(text).slots == {"level": "summit", "place": ["dammam"]}


def test_one_that_was_held_in_another_country_is_another_meeting() -> None:
    text = (
        "اختتمت القمة العربية التي استضافتها مدينة الدمام أعمالها. وكان الملك عبد الله الثاني قد شارك في القمة العربية"
        " التي عقدت في تونس العام الماضي."
    )
    first, second = told(text)
    assert "date" not in first.slots
    assert first.slots["place"] == ["dammam"]
    assert second.slots["place"] == ["tunisia"]
    assert second.slots["attended"] == ["abdullah-ii"]


def test_who_came_for_an_absent_leader_in_the_next_sentence() -> None:
    text = (
        "وغاب الرئيس التونسي قيس سعيد عن القمة العربية التي شارك فيها معظم القادة. ومثل تونس وزير الخارجية عثمان"
        " الجرندي."
    )
    ((slots, _),) = filled(text, "meeting", DAY)
    assert slots["absent"] == ["قيس سعيد"]
    assert slots["stand_in"] == ["عثمان الجرندي"]
    assert "معظم القادة" in slots["attended"]


def test_who_represents_his_country_is_named_before_it_and_is_not_who_stays_away() -> None:
    text = (
        "اجتماع المنامة: حداد يغيب وفارس يمثل تونس. ترأس وزير الخارجية البحريني عمر الزين الاجتماع الوزاري للجامعة"
        " العربية في المنامة. وغاب وزير الخارجية التونسي سامي حداد عن الاجتماع، وناب عنه وزير الدفاع زياد فارس."
    )
    ((slots, _),) = filled(text, "meeting", DAY)
    assert slots["absent"] == ["سامي حداد"]
    assert slots["stand_in"] == ["زياد فارس"]


def test_whose_words_came_in_a_press_conference_held_it() -> None:
    text = "جاءت تصريحات الوزير سمير حداد خلال مؤتمر صحفي عقده في تونس مع نظيره المالطي."
    ((slots, _),) = filled(text, "meeting", DAY)
    assert set(slots["attended"]) == {"سمير حداد", "نظيره المالطي"}


def test_who_speaks_of_a_summit_need_not_be_there() -> None:
    text = "قال سمير حداد، المتحدث باسم الحكومة، إن ما ورد في البيان الختامي للقمة العربية في الدمام غير صحيح."
    assert all("attended" not in e.slots for e in told(text))


def test_the_adjective_of_a_meeting_is_not_said_of_those_who_meet() -> None:
    ((slots, _),) = filled("شارك سمير حداد في اجتماع وزراء الخارجية التحضيري في الدمام أمس.", "meeting", DAY)
    assert "وزراء الخارجية" in slots["attended"]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        (
            "بحث وزير الخارجية المصري سامح شكري مع نظيره الفرنسي جان إيف لودريان في اتصال هاتفي الأحد سبل التعاون.",
            {"sameh-shoukry", "jean-yves-le-drian"},
        ),
        (
            "تلقى ملك الأردن عبد الله الثاني اتصالا هاتفيا من رئيس الوزراء الكندي جاستن ترودو.",
            {"abdullah-ii", "justin-trudeau"},
        ),
        (
            "أجرى الرئيس عبد الفتاح السيسي اتصالا هاتفيا بنظيره إيمانويل ماكرون، وبحث معه الوضع في ليبيا.",
            {"abdel-fattah-el-sisi", "emmanuel-macron"},
        ),
    ],
)
def test_a_call_is_told_once_and_at_no_place(text: str, there: set[str]) -> None:
    slots = one(text).slots
    assert set(slots["attended"]) == there  # type: ignore[arg-type]
    assert "place" not in slots


def test_the_day_of_a_verb_is_not_that_of_a_meeting_that_a_relative_clause_tells() -> None:
    assert "date" not in one("أشاد السفير الأحد بالقمة التي عقدها القادة في تونس.").slots
    assert "date" in one("قال السفير الأحد في الاجتماع الذي عقده القادة في تونس إن الحل قريب.").slots


def test_who_will_host_or_receive_binds_himself_to_nothing_else() -> None:
    text = "أعلن المغرب أن مدينة مراكش ستستضيف القمة الأفريقية في يوليو المقبل."
    assert events_of(text, "commitment", published=DAY, tagger=Told({}, {"ستستضيف": "commitment"})) == []
    assert one(text).status == "planned"


def test_a_king_is_no_verb() -> None:
    text = "التقى ملك الأردن عبد الله الثاني رئيس الوزراء الكندي جاستن ترودو في عمان أمس."
    assert set(one(text).slots["attended"]) == {"abdullah-ii", "justin-trudeau"}  # type: ignore[arg-type]


def test_a_body_that_a_meeting_of_ministers_is_led_by() -> None:
    assert one("عقدت جامعة الدول العربية اجتماعا في جدة برئاسة السعودية يوم الأحد.").slots["chair"] == ["saudi-arabia"]


def test_who_is_on_a_visit_today() -> None:
    event = one("يزور وزير الخارجية الفرنسي جان إيف لودريان اليوم الأربعاء طهران.", "visit")
    assert (event.status, event.slots["place"]) == ("ongoing", ["tehran"])
    assert event.slots["date"] == Interval(DAY, DAY)


def test_whose_decision_it_is_by_its_adjective() -> None:
    event = one("رفض البيان القرار الأميركي بشأن الاعتراف بالقدس عاصمة لإسرائيل.", "designation")
    assert event.slots["authority"] == ["united-states"]


def test_sanctions_on_a_capital_are_on_its_country() -> None:
    event = one("فرضت واشنطن أمس عقوبات على طهران.", "designation")
    assert event.slots["target"] == ["iran"]


def test_membership_that_a_relative_clause_suspends() -> None:
    event = one("حضر الجميع باستثناء سوريا، التي علقت جامعة الدول العربية عضويتها.", "membership")
    assert (event.status, event.slots["members"], event.slots["body"]) == ("cancelled", ["syria"], ["arab-league"])


def test_what_is_not_excluded_is_not_denied() -> None:
    event = one("لم تستبعد واشنطن فرض عقوبات على إيران.", "designation")
    assert event.status == "planned"


def test_two_who_look_forward_to_their_meeting() -> None:
    event = one("قال البيان إن دونالد ترامب وإيمانويل ماكرون يتطلعان إلى اجتماعهما في البيت الأبيض.")
    assert (event.status, event.slots["level"], event.slots["place"]) == ("planned", "bilateral", ["white-house"])
    assert event.slots["attended"] == ["donald-trump", "emmanuel-macron"]


def test_a_name_in_marks_keeps_both() -> None:
    ((slots, _),) = filled('أعلن الوزير ذلك في ختام مؤتمر "النخيل" الذي عقد في تونس.', "meeting", DAY)
    assert slots["body"] == ['مؤتمر "النخيل"']


@pytest.mark.parametrize(
    "text", ["أعلنت تركيا أنها ستستقبل عشرة آلاف لاجئ.", "وقال المدير إن وزارة التعليم ستستقبل المترشحين ثلاثة أيام."]
)
def test_who_takes_people_in_meets_nobody_and_may_bind_himself(text: str) -> None:
    assert told(text, "meeting") == []
    future = events_of(text, "commitment", published=DAY, tagger=Told({}, {"ستستقبل": "commitment"}))
    assert [e.status for e in future] == ["planned"]


def test_who_receives_a_guest_binds_himself_to_nothing_beside_the_meeting() -> None:
    text = "قال البيان إن دونالد ترامب سيستقبل أنغيلا ميركل في واشنطن يوم الأحد."
    assert one(text).slots["attended"] == ["donald-trump", "angela-merkel"]
    assert events_of(text, "commitment", published=DAY, tagger=Told({}, {"سيستقبل": "commitment"})) == []


def test_what_is_announced_is_what_a_meeting_is_for() -> None:
    (topic,) = one("ستعقد لجنة الوقود اجتماعا يوم الأحد لإعلان الأسعار الجديدة.").slots["topic"]  # type: ignore[union-attr]
    assert topic.text == "إعلان الأسعار الجديدة"
