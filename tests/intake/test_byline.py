"""Bylines and datelines: which part is the place, which the outlet, which a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.intake.byline import clean, read_byline, text_dateline

BYLINES = [
    # byline, the report's outlet, dateline, authors
    ("بيروت - رويترز", None, "بيروت", ["رويترز"]),
    ("رويترز - بيروت", None, "بيروت", ["رويترز"]),
    ("القاهرة – أ ف ب", None, "القاهرة", ["أ ف ب"]),
    ("عمان: هالة منصور", None, "عمان", ["هالة منصور"]),
    ("هالة منصور ـ عمان", None, "عمان", ["هالة منصور"]),
    ("هالة منصور من عمان", None, "عمان", ["هالة منصور"]),
    ("هالة منصور (عمان)", None, "عمان", ["هالة منصور"]),
    ("&nbsp;هالة منصور، سامر حداد (عمان)", None, "عمان", ["هالة منصور", "سامر حداد"]),
    ("«البيان» من دبي", None, "دبي", ["البيان"]),
    ("لندن: «الحياة»", None, "لندن", ["الحياة"]),
    ("كتب - سامر حداد:", None, None, ["سامر حداد"]),
    ("عواصم - وكالات", None, None, ["وكالات"]),
    ("خاص - إيلاف", None, None, ["إيلاف"]),
    ("سامر حداد", None, None, ["سامر حداد"]),
    ("الرياض - واس", "alriyadh", "الرياض", ["واس"]),
    ("دبي - الرياض", "alriyadh", "دبي", ["الرياض"]),
    ("المدينة - جدة", "almadina", "جدة", ["المدينة"]),
    ("اليوم - الدمام", "alyaum", "الدمام", ["اليوم"]),
    ("ستراسبورغ (فرنسا) - فرانس برس", None, "ستراسبورغ (فرنسا)", ["فرانس برس"]),
    ("عدن، صنعاء: سامر حداد", None, "عدن، صنعاء", ["سامر حداد"]),
    ("القدس المحتلة - سامر حداد", None, "القدس المحتلة", ["سامر حداد"]),
    # places no list has, told by the convention of the byline
    ("زمردية - سامر حداد", None, "زمردية", ["سامر حداد"]),
    ("زمردية: رويترز", None, "زمردية", ["رويترز"]),
    ("سامر حداد (زمردية)", None, "زمردية", ["سامر حداد"]),
]


@pytest.mark.parametrize(("text", "outlet", "dateline", "authors"), BYLINES)
def test_bylines(text: str, outlet: str | None, dateline: str | None, authors: list[str]) -> None:
    found = read_byline(clean(text), outlet)
    assert found.dateline == dateline
    assert found.authors == authors


OPENINGS = [
    ("مراكش (المغرب): افتتح الملتقى السنوي للسياحة", "مراكش (المغرب)", "افتتح"),
    ("دبي، الإمارات العربية المتحدة (CNN)-- قال الوزير إن", "دبي، الإمارات العربية المتحدة", "قال"),
    ("الدوحة، قطر (CNN)— أعلنت الشركة", "الدوحة، قطر", "أعلنت"),
    ("جنيف (رويترز) - قالت المنظمة الدولية", "جنيف", "قالت"),
    ("الرباط 11 ماي 2022 (ومع) - انطلقت أشغال الدورة", "الرباط", "انطلقت"),
    ("جنيف في 12 مايو / وام / أكدت الدولة", "جنيف", "أكدت"),
    ("غزة - «القدس العربي»: شيع المئات", "غزة", "شيع"),
    ("سامر حداد- سبق- الرياض: كشفت الأمانة", "الرياض", "كشفت"),
    ("عواصم – وكالات: ارتفعت الأسعار", None, "ارتفعت"),
    ("(CNN)-- ضربت عاصفة ثلجية", None, "ضربت"),
]


@pytest.mark.parametrize(("text", "dateline", "news"), OPENINGS)
def test_datelines_that_open_a_text(text: str, dateline: str | None, news: str) -> None:
    found = text_dateline(text)
    assert found is not None
    assert found[0].dateline == dateline
    assert text[found[1] :].startswith(news)


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير: لن نقبل بأي تغيير في الاتفاق",
        "العاهل الأردني - الذي يزور باريس - التقى الرئيس",
        "أعلنت المنظمة في جنيف - بعد ساعات من الجلسة - أن",
        "شهدت أسواق دبي (الإمارات) ارتفاعا في الأسعار",
        "",
    ],
)
def test_texts_that_open_with_their_news(text: str) -> None:
    assert text_dateline(text) is None


@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    read_byline(clean(text), "sabq")
    found = text_dateline(text)
    assert found is None or 0 < found[1] <= len(text)
