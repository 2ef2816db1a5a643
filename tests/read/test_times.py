"""What time expressions cover, for a report of Monday 14 May 2018 unless another day is given."""

from __future__ import annotations

from datetime import date

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.language.loader import load
from tawatur.read.document import Document
from tawatur.read.times import read_times
from tawatur.record.types import Report, Time
from tawatur.text.folding import fold

MONDAY = date(2018, 5, 14)


def times(text: str, published: date | None = MONDAY) -> list[Time]:
    document = Document(Report("r", "r", text, "0", published=published))
    read_times(document)
    return document.reading.times


def reading(text: str, published: date | None = MONDAY) -> list[tuple[str, str, str]]:
    return [(t.text, str(t.interval.first), str(t.interval.last)) for t in times(text, published)]


@pytest.mark.parametrize(
    ("text", "span", "first", "last"),
    [
        # days as they are named
        ("وصل الوفد في 11 ماي 2022.", "11 ماي 2022", "2022-05-11", "2022-05-11"),
        ("وصل الوفد يوم الخميس 3 أيار/مايو 2018.", "يوم الخميس 3 أيار/مايو 2018", "2018-05-03", "2018-05-03"),
        ("منذ الخامس من مارس الماضي", "الخامس من مارس الماضي", "2018-03-05", "2018-03-05"),
        ("بتاريخ 16/5/2017", "16/5/2017", "2017-05-16", "2017-05-16"),
        ("بتاريخ 2018-05-02", "2018-05-02", "2018-05-02", "2018-05-02"),
        ("بتاريخ 02.05.2018", "02.05.2018", "2018-05-02", "2018-05-02"),
        ("في ٢٠ شباط ٢٠١٨", "٢٠ شباط ٢٠١٨", "2018-02-20", "2018-02-20"),
        ("في 12/2/1439هـ", "12/2/1439هـ", "2017-11-01", "2017-11-01"),
        ("في 14 رمضان 1439", "14 رمضان 1439", "2018-05-29", "2018-05-29"),
        ("سيعقد في 20 من الشهر الجاري", "20 من الشهر الجاري", "2018-05-20", "2018-05-20"),
        ("أعلن في 30 مارس انطلاق الحملة، والثانية في 2 منه", "30 مارس", "2018-03-30", "2018-03-30"),
        # up to the day of the report
        ("مستمرة منذ عام 2011 وحتى الآن", "منذ عام 2011 وحتى الآن", "2011-01-01", "2018-05-14"),
        # days by their distance
        ("وصل أمس الأحد إلى تونس", "أمس الأحد", "2018-05-13", "2018-05-13"),
        ("وصل أول من أمس", "أول من أمس", "2018-05-12", "2018-05-12"),
        ("يغادر بعد غد", "بعد غد", "2018-05-16", "2018-05-16"),
        ("يغادر صباح غد الثلاثاء", "صباح غد الثلاثاء", "2018-05-15", "2018-05-15"),
        ("اجتمع مساء اليوم الاثنين", "مساء اليوم الاثنين", "2018-05-14", "2018-05-14"),
        ("اجتمع قبل 3 أيام", "قبل 3 أيام", "2018-05-11", "2018-05-11"),
        ("الأربعاء الماضي", "الأربعاء الماضي", "2018-05-09", "2018-05-09"),
        ("الخميس المقبل", "الخميس المقبل", "2018-05-17", "2018-05-17"),
        ("اندلع ليل السبت الأحد حريق", "ليل السبت الأحد", "2018-05-12", "2018-05-13"),
        # weekdays by the tense
        ("يستضيف المغرب الأربعاء اجتماعا", "الأربعاء", "2018-05-16", "2018-05-16"),
        ("استضاف المغرب الأربعاء اجتماعا", "الأربعاء", "2018-05-09", "2018-05-09"),
        ("قال إن المؤتمر سيعقد الجمعة", "الجمعة", "2018-05-18", "2018-05-18"),
        ("ومن المقرر أن يصل السبت", "السبت", "2018-05-19", "2018-05-19"),
        ("لم يعقد الاجتماع الجمعة", "الجمعة", "2018-05-11", "2018-05-11"),
        ("التقى الوزير الاثنين نظيره", "الاثنين", "2018-05-14", "2018-05-14"),
        # weeks, months, years
        ("زار عمان الأسبوع الماضي", "الأسبوع الماضي", "2018-05-07", "2018-05-13"),
        ("اندلعت منذ 6 أسابيع", "منذ 6 أسابيع", "2018-04-02", "2018-04-08"),
        ("في ديسمبر الماضي", "ديسمبر الماضي", "2017-12-01", "2017-12-31"),
        ("في شهر غشت المقبل", "شهر غشت المقبل", "2018-08-01", "2018-08-31"),
        ("قتل في كانون الثاني/يناير", "كانون الثاني/يناير", "2018-01-01", "2018-01-31"),
        ("في نيسان/ أبريل العام الفائت", "نيسان/ أبريل العام الفائت", "2017-04-01", "2017-04-30"),
        ("تأسس عام 1945", "عام 1945", "1945-01-01", "1945-12-31"),
        ("منذ عام 2014", "عام 2014", "2014-01-01", "2014-12-31"),
        ("هذا العام", "هذا العام", "2018-01-01", "2018-12-31"),
        ("قبل ثلاثة أعوام", "قبل ثلاثة أعوام", "2015-01-01", "2015-12-31"),
        ("العام قبل الماضي", "العام قبل الماضي", "2016-01-01", "2016-12-31"),
        ("وقعت حرب 2006", "2006", "2006-01-01", "2006-12-31"),
        ("خلال شهر رمضان", "شهر رمضان", "2018-05-16", "2018-06-14"),
        # parts
        ("أواخر مارس الماضي", "أواخر مارس الماضي", "2018-03-21", "2018-03-31"),
        ("مطلع الشهر الجاري", "مطلع الشهر الجاري", "2018-05-01", "2018-05-10"),
        ("منتصف 2017", "منتصف 2017", "2017-05-01", "2017-08-31"),
        ("الربع الأول من 2018", "الربع الأول من 2018", "2018-01-01", "2018-03-31"),
        ("النصف الثاني من العام الماضي", "النصف الثاني من العام الماضي", "2017-07-01", "2017-12-31"),
        ("في صيف 2014", "صيف 2014", "2014-06-01", "2014-08-31"),
        ("في ثمانينيات القرن الماضي", "ثمانينيات القرن الماضي", "1980-01-01", "1989-12-31"),
        ("في القرن التاسع عشر", "القرن التاسع عشر", "1801-01-01", "1900-12-31"),
        # intervals
        ("ما بين 2018 و2021", "ما بين 2018 و2021", "2018-01-01", "2021-12-31"),
        ("من 5 إلى 7 مايو 2018", "من 5 إلى 7 مايو 2018", "2018-05-05", "2018-05-07"),
        ("يومي 14 و15 نيسان 2018", "يومي 14 و15 نيسان 2018", "2018-04-14", "2018-04-15"),
        ("بين عامي 2011 و2014", "بين عامي 2011 و2014", "2011-01-01", "2014-12-31"),
        ("خلال الأيام العشرة الماضية", "الأيام العشرة الماضية", "2018-05-04", "2018-05-14"),
        ("حرب التحرير (1954-1962)", "1954-1962", "1954-01-01", "1962-12-31"),
        # feasts and anniversaries
        ("سيلتقيان بعد عيد الفطر", "عيد الفطر", "2018-06-15", "2018-06-17"),
        ("تحل الذكرى السبعين للنكبة", "الذكرى السبعين للنكبة", "2018-05-15", "2018-05-15"),
    ],
)
def test_resolved(text: str, span: str, first: str, last: str) -> None:
    assert (span, first, last) == reading(text)[0]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("المناطق التي تضررت في السابق", "في السابق"),
        ("أعلن قبل أشهر عن خطة", "قبل أشهر"),
        ("زار القاهرة مؤخرا", "مؤخرا"),
        ("في السنوات الأخيرة", "السنوات الأخيرة"),
        ("يعيشون هنا منذ آلاف السنين", "منذ آلاف السنين"),
    ],
)
def test_vague(text: str, span: str) -> None:
    assert reading(text) == [(span, "None", "None")]
    assert times(text)[0].precision == "vague"


@pytest.mark.parametrize(
    "text",
    [
        "ينظم المغرب كأس العالم 2030",
        "رؤية 2030",
        "الأمين العام للأمم المتحدة",
        "تيريزا ماي",
        "الرئيس رجب طيب أردوغان",
        "في نهاية المطاف",
        "قبل ساعات من تدشين السفارة",
        "نقلت قناة روسيا اليوم",
        "حركة 20 فبراير",
        "وأخيرا شكر الحاضرين",
        "كان المنزل قريبا من النهر",
        "في اليوم الأول من المعرض",
    ],
)
def test_no_time(text: str) -> None:
    assert times(text) == []


def test_the_hour_is_left_out() -> None:
    assert [t.text for t in times("في وقت سابق الاثنين، قال الجيش")] == ["الاثنين"]
    assert [t.text for t in times("عند الساعة 10:30 من مساء السبت")] == ["مساء السبت"]


def test_those_of_today_are_no_day() -> None:
    assert [t[0] for t in reading("بلغ عدد هؤلاء اليوم أكثر من مئة عضو")] == ["اليوم"]


def test_time_under_discussion() -> None:
    assert reading("وقع الاتفاق في 3 أبريل 2010، وفي اليوم التالي ألغي")[1] == (
        "اليوم التالي",
        "2010-04-04",
        "2010-04-04",
    )
    assert reading("تبدأ في 14 حزيران، والثانية في 19 منه")[1] == ("19 منه", "2018-06-19", "2018-06-19")
    announced = "ينظم في ماي المقبل لقاء. ولم تعلن الوزارة تاريخ عقده في شهر ماي"
    assert [r[1] for r in reading(announced, date(2022, 4, 20))] == ["2022-05-01", "2022-05-01"]


def test_without_a_day_of_publication_only_absolute_times_resolve() -> None:
    assert reading("وصل أمس", None) == [("أمس", "None", "None")]
    assert reading("وصل الأربعاء", None) == [("الأربعاء", "None", "None")]
    assert reading("في 11 ماي 2022", None) == [("11 ماي 2022", "2022-05-11", "2022-05-11")]


@pytest.mark.parametrize(
    "territory", ["EG", "SA", "MA", "DZ", "TN", "LB", "IQ", "SY", "JO", "AE", "LY", "SD", "MR", "YE"]
)
def test_every_month_name_of_cldr_is_known(territory: str) -> None:
    known = {fold(f): e.data["month"] for e in load("arabic").entries["month"] for f in e.data["forms"]}
    for number, name in Locale("ar", territory).months["format"]["wide"].items():
        assert known.get(fold(name)) == number, name


def test_every_weekday_name_of_cldr_is_known() -> None:
    known = {fold(f): e.data["weekday"] for e in load("arabic").entries["weekday"] for f in e.data["forms"]}
    for number, name in Locale("ar").days["format"]["wide"].items():
        assert known.get(fold(name)) == number


_WORDS = """
في من إلى بين و 14 2018 30 1439 مايو رمضان الأربعاء اليوم
أمس قبل منذ ثلاثة أعوام الماضي المقبل ليل شهر عام الربع الأول نهاية
/ - ( ) ، 99999 الذكرى عيد الفطر منه هـ القرن
"""
_PIECES = st.sampled_from(_WORDS.split())


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(st.text(), st.lists(_PIECES).map(" ".join), st.lists(_PIECES).map("".join)),
    st.one_of(st.none(), st.dates()),
)
def test_any_text_is_read(text: str, published: date | None) -> None:
    for found in times(text, published):
        assert found.text == text[found.start : found.end] != ""
        if found.interval.first and found.interval.last:
            assert found.interval.first <= found.interval.last


def test_the_weekday_beside_today_tells_the_day_of_a_page_that_was_taken_in_later() -> None:
    tuesday = date(2018, 5, 15)
    assert reading("وقع الانفجار اليوم الاثنين", tuesday) == [("اليوم الاثنين", "2018-05-14", "2018-05-14")]
    assert reading("وقع الانفجار اليوم (الاثنين)", tuesday)[0] == ("اليوم", "2018-05-14", "2018-05-14")
    assert reading("وقع الانفجار أمس الأحد", tuesday) == [("أمس الأحد", "2018-05-13", "2018-05-13")]
    assert reading("وقع الانفجار اليوم الثلاثاء", tuesday) == [("اليوم الثلاثاء", "2018-05-15", "2018-05-15")]


def test_the_weekday_beside_today_holds_on_a_page_taken_in_days_later() -> None:
    tuesday = date(2018, 5, 15)
    assert reading("وقع الانفجار اليوم الجمعة", tuesday) == [("اليوم الجمعة", "2018-05-11", "2018-05-11")]
    assert reading("وقع الانفجار أمس السبت", tuesday) == [("أمس السبت", "2018-05-12", "2018-05-12")]
    assert reading("وقع الانفجار اليوم الأربعاء", tuesday) == [("اليوم الأربعاء", "2018-05-16", "2018-05-16")]


def test_a_word_behind_two_prepositions_is_no_month() -> None:
    assert reading("غرقت السفينة في باب المندب") == []
    assert reading("غرقت السفينة في آب")[0][1:] == ("2017-08-01", "2017-08-31")


def test_a_year_behind_a_month_is_no_number_of_what_follows() -> None:
    assert reading("شهدت المدينة في أكتوبر 2016 هجوما", date(2018, 5, 15)) == [
        ("أكتوبر 2016", "2016-10-01", "2016-10-31")
    ]
    assert reading("قتل في أكتوبر، 2016 شخصا", date(2018, 5, 15))[0][0] == "أكتوبر"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("واتفق الوزراء على عقد اجتماعهم المقبل في واشنطن في سبتمبر.", "2018-09-01"),
        ("ومن المقرر أن تعقد القمة المقبلة في تونس في نوفمبر.", "2018-11-01"),
        ("ومن المقرر أن يعقد المؤتمر في تونس في نوفمبر.", "2018-11-01"),
        ("وعقدت القمة السابقة في تونس في نوفمبر.", "2017-11-01"),
    ],
)
def test_a_month_of_what_is_to_come_is_to_come(text: str, first: str) -> None:
    assert [start for _, start, _ in reading(text)] == [first]


def test_yesterday_is_known_to_the_day() -> None:
    found = times("وصل الوفد أمس، ويغادر يوم غد الثلاثاء، وكان وصل العام الماضي.")
    assert [t.precision for t in found] == ["day", "day", "year"]
