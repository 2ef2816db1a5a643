"""Heads of plain texts: title, outlet, authors, day, dateline, in the manner of several pages."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tawatur.intake.head import find_head

BODY = (
    "افتتح وزير النقل والبنية التحتية، أمس في العاصمة، خط القطار الجديد الذي يربط الميناء بالمدينة الصناعية، "
    "بحضور عدد من رجال الأعمال وممثلي الشركات المنفذة للمشروع.\n\n"
    "وقال الوزير إن المشروع سيخدم سكان المنطقة كلها خلال السنوات العشر القادمة، وسيوفر آلاف فرص العمل.\n"
)
TITLE = "افتتاح خط قطار جديد بين الميناء والمدينة الصناعية"


def test_a_title_over_the_text() -> None:
    head = find_head(f"{TITLE}\n\n{BODY}")
    assert head.title == TITLE
    assert (head.outlet, head.authors, head.published, head.dateline) == (None, [], None, None)


def test_a_text_that_starts_with_its_news_has_no_title() -> None:
    assert find_head(BODY).title is None


def test_section_label_is_no_title() -> None:
    assert find_head(f"اقتصاد\n\n{TITLE}\n\n{BODY}").title == TITLE


def test_a_line_over_the_title_that_lacks_its_subject() -> None:
    assert find_head(f"أخبار\nيربط الميناء بالمدينة الصناعية\n{TITLE}\n\n{BODY}").title == TITLE


def test_byline_with_outlet_and_person_and_a_date_line() -> None:
    head = find_head(f"{TITLE}\n\nالشعلة – سامر كمال حداد\nالأربعاء 3 أبريل 2019 - 12:00\n\n{BODY}")
    assert head.title == TITLE
    assert head.outlet == "الشعلة"
    assert head.authors == ["سامر كمال حداد"]
    assert head.published == date(2019, 4, 3)


def test_title_again_date_and_desk_after_the_lead() -> None:
    lead = "أعلنت وزارة النقل أن خط القطار الجديد سيفتتح يوم الأربعاء بحضور ممثلي الشركات المنفذة للمشروع الكبير."
    head = find_head(f"{TITLE}\n\n{lead}\n\n{TITLE}\nالثلاثاء 2 أبريل, 2019   04:08\nمركز الأخبار\n\n{BODY}\n(س ح)")
    assert head.title == TITLE
    assert head.published == date(2019, 4, 2)
    assert head.authors == ["مركز الأخبار", "س ح"]
    assert head.outlet is None


def test_dateline_and_agency_before_the_news() -> None:
    head = find_head(f"{TITLE}\n\nتونس (رويترز) - {BODY}")
    assert head.dateline == "تونس"
    assert head.authors == ["رويترز"]
    assert head.outlet is None


def test_day_in_the_dateline() -> None:
    head = find_head(f"{TITLE}\n\nالرباط 3 أبريل 2019 (ومع) - {BODY}")
    assert head.dateline == "الرباط"
    assert head.published == date(2019, 4, 3)


def test_outlet_that_signs_with_its_place() -> None:
    head = find_head(f"{TITLE}\nعين اليوم – أبها\n{BODY}", outlet="3alyoum", title=TITLE)
    assert head.dateline == "أبها"


def test_outlet_of_a_disclaimer() -> None:
    text = f"{TITLE}\n\n{BODY}\nجميع التعليقات تعبر عن رأي أصحابها ولا تعبر بالضرورة عن رأي الشعلة"
    assert find_head(text).outlet == "الشعلة"
    assert find_head(f"{BODY}\nالمقال يعبر عن رأي كاتبه ولا يعبر بالضرورة عن رأي الموقع").outlet is None
    assert find_head(f"{BODY}\nودافع الكاتب عن رأي الأغلبية في المجلس").outlet is None


def test_the_day_a_text_calls_today() -> None:
    assert find_head("انطلقت اليوم الأربعاء 3 أبريل 2019 أشغال الدورة. " + BODY).published == date(2019, 4, 3)
    assert find_head("انطلقت في 3 أبريل 2019 أشغال الدورة. " + BODY).published is None


def test_agencies_in_the_last_line_sign() -> None:
    assert find_head(f"{BODY}\nفرانس24/ أ ف ب", outlet="france24", title=TITLE).authors == ["فرانس24", "أ ف ب"]


def test_headlines_are_no_bylines() -> None:
    for title in ("رويترز: مقتل قائد كبير في غارة على دمشق", "الرياض - بغداد.. طريق المصالحة", "مصر: الحكومة تستقيل"):
        head = find_head(f"{title}\n\n{BODY}")
        assert head.title == title
        assert head.authors == []


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    find_head(text)


def test_agency_lines_with_place_date_and_agency() -> None:
    head = find_head(f"{TITLE}\nالرياض 28 رجب 1440 هـ الموافق 04 إبريل 2019 م واس\n{BODY}")
    assert (head.title, head.dateline, head.published) == (TITLE, "الرياض", date(2019, 4, 4))
    assert head.authors == ["واس"]
    assert find_head(f"أنقرة / سامر حداد / الأناضول\n{BODY}").dateline == "أنقرة"


def test_sources_named_at_the_end() -> None:
    head = find_head(f"الأخبار|سياسة\n{TITLE}\n{BODY}\nالمصدر : الجزيرة + وكالات")
    assert (head.title, head.outlet) == (TITLE, "الجزيرة")


def test_dateline_under_an_editor_s_note() -> None:
    note = "هذا المقال بقلم سامر حداد، والآراء الواردة أدناه تعبر عن رأي الكاتب، ولا تعكس بالضرورة وجهة نظر الشبكة."
    assert find_head(f"{note}\nبرلين، ألمانيا (CNN)-- {BODY}", outlet="CNN", title=TITLE).dateline == "برلين، ألمانيا"


def test_a_sentence_about_opinions_names_no_outlet() -> None:
    assert find_head(f"{BODY}\nوأضاف أن التصريحات لا تعبر عن رأي الحكومة ولا عن موقف البرلمان.").outlet is None
