"""How far an event has come, as of the day of its report (a Wednesday)."""

from datetime import date

import pytest
from incidents_told import PUBLISHED, best
from prepared import events_of

from tawatur.record.types import Event


def of_kind(text: str, kind: str) -> Event:
    return events_of(text, kind, published=PUBLISHED)[0]


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير إن بلاده ستتخذ قرارا الليلة بشأن الهجوم الذي وقع قرب دمشق.",
        "وقالت المندوبة إن فرنسا سترد على الهجوم الذي استهدف السفارة في بيروت.",
        "وتريد فرنسا محاسبة الجماعة على استخدامها أسلحة كيماوية ضد المدنيين في حلب.",
        "وتتوقع الشرطة إصدار بيان بعد الهجوم الذي استهدف حافلة في حلب.",
        "أكد البيان ضرورة الحوار، مشددا على إدانة الهجوم الذي استهدف السفارة في بيروت.",
        "لن تشارك الحكومة في المحادثات بسبب الهجوم الذي استهدف السفارة في بيروت.",
    ],
)
def test_what_a_plan_only_speaks_of_has_been(text: str) -> None:
    assert best(text).status == "done"


@pytest.mark.parametrize(
    "text",
    [
        "تستعد تركيا لشن هجوم على مواقع المسلحين في حلب.",
        "ستشن القوات التركية هجوما على مواقع المسلحين في حلب.",
        "وتعتزم القوات التركية تنفيذ عملية عسكرية في حلب.",
        "ستبدأ القوات العراقية قريبا عملية عسكرية في الموصل.",
        "ومن المقرر اليوم الأربعاء أن ينظم العمال إضرابا في تونس.",
    ],
)
def test_what_is_planned_itself_is_planned(text: str) -> None:
    assert best(text).status == "planned"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("شارك آلاف الطلاب أمس في مسيرة بالخليل قبيل ذكرى 15 مايو.", "done"),
        ("دعت النقابة إلى مسيرة في تونس في 15 مايو.", "planned"),
        ("وقع الهجوم الذي نفذه مسلحون على السفارة في بيروت.", "done"),
        ("نفت إيران مسؤوليتها عن الهجوم على السفارة في بيروت.", "denied"),
        ("وما زالت القوات تحاصر مدينة حلب.", "ongoing"),
    ],
)
def test_incidents(text: str, status: str) -> None:
    assert best(text).status == status


def test_a_war_since_whose_outbreak_something_is_told_goes_on() -> None:
    war = of_kind("فر كثيرون منذ اندلاع الحرب الأهلية في سوريا عام 2011.", "incident")
    assert (war.status, war.slots["date"].first, war.slots["date"].last) == ("ongoing", date(2011, 1, 1), None)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ('وأضاف ماكرون في مؤتمر صحفي مع ميركل في بروكسل اليوم "سنواصل العمل معا".', "done"),
        ("وبدا الرئيس دونالد ترامب خلال المؤتمر الصحفي في واشنطن اليوم متفائلا.", "done"),
        ("قال المتحدث إن اجتماعا مع كوريا الشمالية قد يُعقد خلال الأسابيع المقبلة.", "planned"),
        ("إن ماكرون سيجري في وقت لاحق محادثات مع نظيره دونالد ترامب.", "planned"),
        ("وفي نيويورك يعقد مجلس الأمن جلسة عامة بطلب من بريطانيا.", "planned"),
        ("وتجري الولايات المتحدة محادثات مباشرة مع كوريا الشمالية.", "ongoing"),
        ("وقال إن مجلس الأمن لن يلتئم في جلسة عامة قبل الثلاثاء.", "planned"),
    ],
)
def test_meetings(text: str, status: str) -> None:
    assert of_kind(text, "meeting").status == status


def test_a_summit_that_is_awaited_is_planned_whatever_day_stands_beside_it() -> None:
    text = "أعلن دونالد ترامب الأحد الماضي أن القمة المرتقبة مع كيم جونغ أون في سنغافورة ستكون تاريخية."
    assert of_kind(text, "meeting").status == "planned"


def test_what_one_will_not_attend_is_planned_all_the_same() -> None:
    text = "أعلن البيت الأبيض أن دونالد ترامب لن يتوجه إلى القدس الأسبوع المقبل لحضور افتتاح السفارة الأميركية."
    assert of_kind(text, "founding").status == "planned"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("يبلغ عدد سكان الأردن عشرة ملايين نسمة.", "ongoing"),
        ("وارتفعت الصادرات في الأردن بنسبة 5 بالمئة عام 2016.", "done"),
    ],
)
def test_figures(text: str, status: str) -> None:
    assert of_kind(text, "statistic").status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("أعلنت قطر تبرعها بمبلغ 50 مليون دولار لدعم اليمن.", "planned"),
        ("أعلنت قطر تبرعها بمبلغ 50 مليون دولار، سلمت للأمم المتحدة، لدعم اليمن.", "done"),
    ],
)
def test_money_that_was_handed_over_is_given(text: str, status: str) -> None:
    assert of_kind(text, "funding").status == status
