"""Date lines of heads, and the day a text calls today."""

from datetime import date

import pytest

from tawatur.intake.days import days
from tawatur.intake.report import day

LINES = {
    "الخميس 14 مارس 2019 - 09:15": date(2019, 3, 14),
    "14 آذار/مارس 2019": date(2019, 3, 14),
    "14 آذار / مارس 2019 الساعة 10:00 بتوقيت غرينتش": date(2019, 3, 14),
    "الأحد ٣ نونبر ٢٠٢٤": date(2024, 11, 3),
    "03/11/2024": date(2024, 11, 3),
    "2024-11-03T08:30:00+01:00": date(2024, 11, 3),
    "نشر في: 3 غشت 2021، آخر تحديث 10:05 م": date(2021, 8, 3),
    "السبت 7 أوت 2021": date(2021, 8, 7),
    "الثلاثاء 2 فيفري 2021 - 11h30": date(2021, 2, 2),
    "مايو 3, 2021, 5:59 م": date(2021, 5, 3),
    "May 3, 2021 10:20 AM": date(2021, 5, 3),
    "الأربعاء 20 رمضان 1440 هـ - 25 مايو 2019 م": date(2019, 5, 25),
    "الجمعة 1 محرم 1441 هـ": date(2019, 8, 31),
}


@pytest.mark.parametrize(("line", "expected"), LINES.items())
def test_date_lines(line: str, expected: date) -> None:
    assert days().of_line(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "في 29 مارس 2019 وقع البلدان اتفاقا",
        "31 فبراير 2022",
        "مارس 2019",
        "الثلاثاء",
        "سنة 2019",
        "خسائر بقيمة 12.05.2019 دولار",
        "",
    ],
)
def test_lines_that_are_no_date_lines(line: str) -> None:
    assert days().of_line(line) is None


def test_the_day_a_text_calls_today() -> None:
    assert days().of_text("افتتح اليوم الاثنين 6 ماي 2019 المعرض") == date(2019, 5, 6)
    assert days().of_text("وقالت اليوم (الاثنين) 6 أيار 2019") == date(2019, 5, 6)
    assert days().of_text("اختتمت يومه الأحد 5 ماي 2019 الدورة") == date(2019, 5, 5)
    assert days().of_text("بدأت الحرب في 6 ماي 2019، واليوم لا أحد يذكرها") is None


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2021-05-03", date(2021, 5, 3)),
        ("2021-05-03T23:30:00+04:00", date(2021, 5, 3)),
        ("Mon, 03 May 2021 18:58:55 GMT", date(2021, 5, 3)),
        ("2021-13-45", None),
        ("أمس", None),
        ("", None),
    ],
)
def test_dates_of_feeds(given: str, expected: date | None) -> None:
    assert day(given) == expected
