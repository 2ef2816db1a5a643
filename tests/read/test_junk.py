"""Junk: what is set aside of a page's text, and what is not."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.read.document import Document
from tawatur.read.junk import read_junk
from tawatur.record.types import Report

FIRST = "افتتح وزير النقل والبنية التحتية، أمس في العاصمة، خط القطار الجديد الذي يربط الميناء القديم بالمدينة الصناعية."
SECOND = "وقال الوزير إن المشروع سيخدم سكان المنطقة كلها خلال السنوات العشر القادمة، وسيوفر آلاف فرص العمل للشباب."
THIRD = "وأضاف أن المرحلة الثانية من الخط تبدأ العام المقبل، على أن تنتهي الأعمال فيها خلال ثلاثة أعوام على الأكثر."


def junk(*lines: str, title: str | None = None, authors: list[str] | None = None) -> list[str]:
    text = "\n\n".join(lines)
    report = Report("r", "r", text, hashlib.sha256(text.encode()).hexdigest(), title=title, authors=authors or [])
    document = Document(report)
    read_junk(document)
    assert all(text[j.start : j.end] == j.text for j in report.junk)
    return [j.text for j in report.junk]


def test_a_report_alone_has_no_junk() -> None:
    assert junk(FIRST, SECOND, THIRD) == []
    assert junk(FIRST) == []


def test_a_title_repeated_is_junk_and_its_first_place_is_not() -> None:
    title = "خط قطار جديد يربط الميناء بالمدينة"
    assert junk(title, FIRST, title, SECOND, THIRD, title=title) == [title]
    assert junk(title, FIRST, SECOND, title=title) == []
    assert junk("خط قطارٍ جديد يربط «الميناء» بالمدينة", title, FIRST, SECOND, title=title) == [title]


@pytest.mark.parametrize(
    "line",
    [
        "اقرأ أيضا: أزمة المياه تتفاقم في القرى الجبلية",
        "إقرأ أيضاً: أزمة المياه تتفاقم في القرى الجبلية",
        "للمزيد: أزمة المياه تتفاقم",
        "شاهد.. لحظة سقوط الجسر",
        "قد يهمك/ أزمة المياه تتفاقم في القرى",
        "تابعونا على تويتر وفيسبوك",
        "لمتابعة آخر الأخبار اشتركوا في قناتنا على تلغرام",
        "يمكنكم الآن متابعة آخر الأخبار من خلال حسابنا",
        "اضغط هنا للاشتراك",
        "شارك هذا الخبر مع أصدقائك",
        "فيسبوك تويتر واتساب تلغرام",
        "مصدر الصورة: غيتي",
        "محرر@outlet.example www.outlet.example",
        "desk@outlet.example",
        "https://outlet.example/news/1",
    ],
)
def test_lines_of_the_page_between_paragraphs(line: str) -> None:
    assert junk(FIRST, line, SECOND, THIRD) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "شاهد المئات من سكان المدينة القطار الجديد وهو يعبر الجسر الكبير.",
        "تابع الوزير قائلا إن العمل مستمر.",
        "للمزيد من الأمان وضعت الشركة حواجز جديدة على جانبي الطريق.",
        "تعليقات الوزير أثارت جدلا واسعا بين النواب.",
        "أخبار القطار الجديد شغلت سكان المدينة طوال الأسبوع الماضي.",
        "المزيد من العمال سيصلون إلى الموقع في الأيام المقبلة.",
        "وقال مدير الشركة إن الأرقام لا تعكس بالضرورة حجم العمل.",
    ],
)
def test_sentences_that_begin_with_such_words(line: str) -> None:
    assert junk(FIRST, line, SECOND, THIRD) == []


def test_a_comments_widget_ends_the_report() -> None:
    rest = ["تعليقات", "جاري تحميل التعليقات", "جسر يسقط في المدينة", "سقط جسر قديم في المدينة صباح أمس دون إصابات ..."]
    assert junk(FIRST, SECOND, *rest) == ["\n\n".join(rest)]


def test_disclaimer_and_rights() -> None:
    line = "الآراء المنشورة تعبر عن رأي أصحابها ولا تعبر بالضرورة عن رأي الشعلة"
    assert junk(FIRST, SECOND, THIRD, line) == [line]
    assert junk(FIRST, SECOND, "جميع الحقوق محفوظة للشعلة") == ["جميع الحقوق محفوظة للشعلة"]


def test_links_take_the_headlines_under_them() -> None:
    links = ["مواضيع ذات صلة", "أزمة المياه تتفاقم", "جسر يسقط في المدينة"]
    assert junk(FIRST, SECOND, *links, THIRD) == ["\n\n".join(links)]


def test_section_label_over_the_title() -> None:
    assert junk("اقتصاد", "قطار جديد يربط الميناء", FIRST, SECOND, title="قطار جديد يربط الميناء") == ["اقتصاد"]


def test_link_to_itself_at_the_end_of_a_paragraph() -> None:
    tail = "رابط الخبر بصحيفة الشعلة: قطار جديد"
    assert junk(FIRST, SECOND + " " + tail) == [tail]


def test_tags_after_the_last_sentence() -> None:
    assert junk(FIRST, SECOND + " سمات قطار ميناء مدينة") == ["سمات قطار ميناء مدينة"]
    assert junk(FIRST, SECOND, "كلمات مفتاحية: قطار، ميناء") == ["كلمات مفتاحية: قطار، ميناء"]


def test_messages_to_the_writer_end_the_report() -> None:
    rest = ["للتواصل مع الكاتب أرسل رسالة SMS", "تبدأ بالرمز (12) ثم مسافة", "88000 - Stc"]
    assert junk(FIRST, SECOND, THIRD, *rest) == ["\n\n".join(rest)]


def test_the_page_s_tools_before_the_byline() -> None:
    assert junk("Next Previous الشعلة – عدن", FIRST, SECOND, authors=["الشعلة"]) == ["Next Previous"]


class TestHeadings:
    """Where paragraphs end in a stop, short lines without one between them are headings or headlines of others."""

    def test_a_sub_heading(self) -> None:
        assert junk(FIRST, SECOND, "فرص العمل", THIRD) == ["فرص العمل"]

    def test_headlines_of_other_reports_in_a_row(self) -> None:
        links = ["أزمة المياه تتفاقم في القرى الجبلية", 'المعارضة: "لن نقبل"', "من يدفع ثمن المياه؟"]
        assert junk(FIRST, SECOND, *links, THIRD) == links

    def test_a_heading_that_opens_with_a_noun_in_waw(self) -> None:
        assert junk(FIRST, "وعود قديمة", SECOND, THIRD) == ["وعود قديمة"]

    @pytest.mark.parametrize(
        "line",
        [
            "وأشار إلى أهمية المشروع",
            "كما حضر الافتتاح عدد من النواب",
            "قال الوزير ذلك للصحافيين",
            "لكن العمل لم يبدأ بعد",
        ],
    )
    def test_prose_without_its_stop(self, line: str) -> None:
        assert junk(FIRST, SECOND, line, THIRD) == []

    def test_a_list_after_a_colon(self) -> None:
        assert junk(FIRST, "وشملت المحطات:", "الميناء القديم", "ساحة المدينة", THIRD) == []

    def test_bullets(self) -> None:
        assert junk(FIRST, SECOND, "- الميناء القديم", "- ساحة المدينة", "- المنطقة الصناعية", THIRD) == []

    def test_a_report_whose_paragraphs_have_no_stops(self) -> None:
        assert junk(FIRST[:-1], SECOND[:-1], "فرص العمل", THIRD[:-1]) == []

    def test_questions_of_an_interview(self) -> None:
        asked = ["متى بدأ العمل؟", FIRST, "من يدفع؟", SECOND, "ومتى ينتهي؟", THIRD, "هل من جديد؟", FIRST]
        assert junk(FIRST, *asked) == []

    def test_byline_and_date_line_are_the_report_s_own(self) -> None:
        head = ["قطار جديد", FIRST, "الثلاثاء 2 أبريل, 2019 04:08", "سامر حداد"]
        assert junk(*head, SECOND, THIRD, title="قطار جديد", authors=["سامر حداد"]) == []


def test_what_is_junk_counts_for_nothing() -> None:
    text = "\n".join([FIRST, "اقرأ أيضا: واشنطن تفرض عقوبات في مايو 2019", SECOND])
    document = Document(Report("r", "r", text, ""))
    assert document.hits("month")
    read_junk(document)
    assert not document.hits("month")
    assert [s.junk for s in document.sentences].count(True) == 1


@given(st.text(max_size=150))
def test_any_text(text: str) -> None:
    junk(text, title=text[:20])


@given(
    st.lists(st.sampled_from([FIRST, SECOND, "تعليقات", "اقرأ أيضا", "قطار", "؟", "Next", "@a", "أخبار", "سمات", "ـ"]))
)
def test_any_page(lines: list[str]) -> None:
    junk(*lines, title="قطار")
