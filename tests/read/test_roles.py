"""A named person with a position, where title and name stand together."""

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from tawatur.read.document import Document
from tawatur.read.mentions import read_mentions
from tawatur.read.roles import read_roles
from tawatur.record.types import Report


def roles(text: str) -> list[tuple[str, str, str | None]]:
    document = Document(Report("r", "r", text, ""))
    read_mentions(document)
    read_roles(document)
    return [(r.text, r.title, r.of) for r in document.reading.roles]


CASES = [
    ("قال وزير الخارجية القطري خالد السالم إن", "وزير الخارجية القطري خالد السالم", "وزير الخارجية القطري", "qatar"),
    ("أكد وزير الدفاع، سمير حداد، أن", "وزير الدفاع، سمير حداد", "وزير الدفاع", None),
    ("قال سمير حداد، وزير خارجية تونس، إن", "سمير حداد، وزير خارجية تونس", "وزير خارجية تونس", "tunisia"),
    (
        "سمير حداد سفير الأردن لدى الأمم المتحدة",
        "سمير حداد سفير الأردن لدى الأمم المتحدة",
        "سفير الأردن لدى الأمم المتحدة",
        "jordan",
    ),
    (
        "الأمين العام لحزب الله حسن نصر الله",
        "الأمين العام لحزب الله حسن نصر الله",
        "الأمين العام لحزب الله",
        "hezbollah",
    ),
    (
        "المتحدث باسم البيت الأبيض جون ميلر",
        "المتحدث باسم البيت الأبيض جون ميلر",
        "المتحدث باسم البيت الأبيض",
        "white-house",
    ),
    ("مع نظيره العراقي سمير حداد", "نظيره العراقي سمير حداد", "نظيره العراقي", "iraq"),
    ("للرئيس التونسي سمير حداد", "لرئيس التونسي سمير حداد", "الرئيس التونسي", "tunisia"),
    ("لقاء الوزير الأردني مع الرئيس سمير حداد", "الرئيس سمير حداد", "الرئيس", "jordan"),
    (
        "وأوضح المتحدث الإعلامي بأمانة منطقة الرياض سمير حداد أن",
        "المتحدث الإعلامي بأمانة منطقة الرياض سمير حداد",
        "المتحدث الإعلامي بأمانة منطقة الرياض",
        "amanh-mntqh-alryad",
    ),
    ("قال محامي ترامب سمير حداد إن", "محامي ترامب سمير حداد", "محامي ترامب", "united-states"),
    ("وظهر العاهل السعودي الملك سمير حداد", "العاهل السعودي الملك سمير حداد", "العاهل السعودي الملك", "saudi-arabia"),
    (
        "استقبل أمير منطقة عسير مدير عام مطار أبها سمير حداد",
        "مدير عام مطار أبها سمير حداد",
        "مدير عام مطار أبها",
        "abha",
    ),
    (
        "قال سمير حداد، وهو متحدث باسم حزب الله، إن",
        "سمير حداد، وهو متحدث باسم حزب الله",
        "متحدث باسم حزب الله",
        "hezbollah",
    ),
    (
        "قال سمير حداد (55 عاما)، وزير خارجية تونس، إن",
        "سمير حداد (55 عاما)، وزير خارجية تونس",
        "وزير خارجية تونس",
        "tunisia",
    ),
    ("وصل المبعوث الخاص إلى اليمن سمير حداد", "المبعوث الخاص إلى اليمن سمير حداد", "المبعوث الخاص إلى اليمن", None),
    (
        "وصل سفير خادم الحرمين الشريفين لدى الأردن سمير حداد",
        "سفير خادم الحرمين الشريفين لدى الأردن سمير حداد",
        "سفير خادم الحرمين الشريفين لدى الأردن",
        "saudi-arabia",
    ),
    (
        "قالت حركة حماس إن رئيس المكتب السياسي سمير حداد",
        "رئيس المكتب السياسي سمير حداد",
        "رئيس المكتب السياسي",
        "hamas",
    ),
    ("أشادت إيران بالاتفاق، لكن وزير خارجيتها سمير حداد", "وزير خارجيتها سمير حداد", "وزير خارجيتها", "iran"),
    (
        "نائب رئيس مجلس الوزراء ووزير الخارجية الكويتي سمير حداد",
        "نائب رئيس مجلس الوزراء ووزير الخارجية الكويتي سمير حداد",
        "نائب رئيس مجلس الوزراء ووزير الخارجية الكويتي",
        "kuwait",
    ),
    ("وقال الجيش اليمني إن العميد سمير حداد", "العميد سمير حداد", "العميد", "aljysh-alymny"),
    (
        "رئيس الوزراء المنتهية ولايته سمير حداد",
        "رئيس الوزراء المنتهية ولايته سمير حداد",
        "رئيس الوزراء المنتهية ولايته",
        None,
    ),
    ("الرئيس الفلسطيني #محمود_عباس", "الرئيس الفلسطيني #محمود_عباس", "الرئيس الفلسطيني", "palestine"),
    ("رئيس الوزراء السيد سمير حداد", "رئيس الوزراء السيد سمير حداد", "رئيس الوزراء", None),
    (
        "رئيس هيئة الأركان العامة الفريق أول ركن سمير حداد",
        "رئيس هيئة الأركان العامة الفريق أول ركن سمير حداد",
        "رئيس هيئة الأركان العامة",
        None,
    ),
    (
        "وزير المالية الأردني (بالوكالة) سمير حداد",
        "وزير المالية الأردني (بالوكالة) سمير حداد",
        "وزير المالية الأردني",
        "jordan",
    ),
]


@pytest.mark.parametrize(("text", "span", "title", "of"), CASES)
def test_title_and_name(text: str, span: str, title: str, of: str | None) -> None:
    assert roles(text) == [(span, title, of)]


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير إن",
        "الدكتور سمير حداد",
        "السيد سمير حداد",
        "وزراء خارجية الدول الأعضاء",
        "وزير الخارجية الأميركي في الرباط",
        # a word like a title
        "وهذا مطلب رئيسي لسمير حداد",
        "وندد أحد مساعدي سمير حداد بالتقارير",
        "وصل القطار المقرر مع سمير حداد",
        "سمير حداد وهو زعيم استثنائي في رأيه",
    ],
)
def test_no_role(text: str) -> None:
    assert roles(text) == []


def test_a_title_without_country_takes_that_of_the_same_person() -> None:
    found = roles("التقى الرئيس الأردني سمير حداد. وقال الرئيس سمير حداد إن")
    assert [of for _, _, of in found] == ["jordan", "jordan"]


def test_a_deputy_belongs_to_the_body_before_him() -> None:
    assert roles("أدرجت حزب الله، ونائبه سمير حداد")[-1][2] == "hezbollah"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="وزيرالخجةمدحسن ،.\n", max_size=80))
def test_any_text(text: str) -> None:
    for span, _, _ in roles(text):
        assert span in text


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("وقع انفجار بمدينة كيسمايو. وقال قائد شرطة المدينة سمير حداد إن التحقيق بدأ.", "kismayo"),
        ("زار الوفد محافظة البصرة. وقال رئيس المحافظة سمير حداد إن العمل بدأ.", "basra"),
        ("زار الوفد مدينة البصرة. وقال وزير الدولة سمير حداد إن العمل بدأ.", None),
    ],
)
def test_a_class_word_takes_up_what_was_named(text: str, of: str | None) -> None:
    assert [found for _, _, found in roles(text)] == [of]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an office held by one, told within the title of another
        (
            "قال سعد الحديثي، المتحدث باسم رئيس الوزراء العراقي، حيدر العبادي، إن",
            [("المتحدث باسم رئيس الوزراء العراقي", "iraq"), ("رئيس الوزراء العراقي", "iraq")],
        ),
        # "and" joins another to the one whose title it is
        ("جاء سمير حداد مؤسس شركة أمازون، وبيل غيتس بعده", [("مؤسس شركة أمازون", "amazon")]),
        # a calling belongs to no body named before
        ("رفضت حركة حماس القرار. وقالت القاضية سونيا سوتومايور إن", [("القاضية", None)]),
        # how somebody is addressed is no position, an institution is no founder
        ("زار المهندس علي القحطاني المصنع", []),
        ("تتبع الطائرة مؤسسة مملوكة لرجل الأعمال سمير حداد", [("رجل الأعمال", None)]),
    ],
)
def test_whose_title_it_is(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(title, of) for _, title, of in roles(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a position in apposition behind a name that has a title before it
        (
            "وافتتح المعرض السفير سمير حداد، مدير الإدارة العربية في وزارة الخارجية التونسية، مساء اليوم.",
            ["السفير", "مدير الإدارة العربية في وزارة الخارجية التونسية"],
        ),
        (
            "وتحدث الرئيس سمير حداد، القائد الأعلى للقوات المسلحة، عن الحدود.",
            ["الرئيس", "القائد الأعلى للقوات المسلحة"],
        ),
        # of another, whom a verb of two joins with him
        ("استقبل الوزير سمير حداد، سفير الأردن، صباح اليوم.", ["الوزير"]),
        # a rank of a service between a position and the name
        ("أعلن مساعد وزير الخارجية القطري، السفير سمير حداد، أن المفاوضات بدأت.", ["مساعد وزير الخارجية القطري"]),
        ("قال مستشار الرئاسة، المحامي سمير حداد، إن الرد قريب.", ["مستشار الرئاسة"]),
        (
            "قال سمير حداد، المتحدث الرسمي ومدير مكتب الصحافة في الوزارة، إن العمل مستمر.",
            ["المتحدث الرسمي ومدير مكتب الصحافة في الوزارة"],
        ),
        # two that share what they are of
        (
            "قال سمير حداد، الرئيس والمدير التنفيذي لشركة «نسيج»، إن الأرباح زادت.",
            ["الرئيس والمدير التنفيذي لشركة «نسيج»"],
        ),
        # whom a body is led by does not hold what its member is
        (
            "وقال سمير حداد، عضو اللجنة العليا برئاسة الوزير خالد السالم، إن العمل مستمر.",
            ["عضو اللجنة العليا", "الوزير"],
        ),
    ],
)
def test_positions_beside_one_another(text: str, expected: list[str]) -> None:
    assert [title for _, title, _ in roles(text)] == expected


def test_a_diplomat_is_of_the_body_told_behind_his_name() -> None:
    text = "ناقش الوفد الوضع في تونس. وأكد السفير سمير حداد، الأمين العام المساعد لجامعة الدول العربية، وصول الوفود."
    assert [of for _, _, of in roles(text)] == ["arab-league", "arab-league"]


def test_an_adjective_of_a_body_says_whose_an_envoy_is() -> None:
    assert [of for _, _, of in roles("التقى الوفد المبعوث الأممي سمير حداد في جنيف.")] == ["united-nations"]


def test_whose_a_position_was_is_not_whose_the_present_one_is() -> None:
    text = "قال الأمين العام للمنظمة سمير حداد إن اللقاء مثمر. وكان حداد، وزير خارجية تونس السابق، في الرباط."
    assert [of for _, _, of in roles(text)] == [None, "tunisia"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a joined word of standing begins another man
        (
            "وحضر سمير حداد، الناطق باسم القائد العام للقوات المسلحة، والسيد خالد السالم.",
            ["الناطق باسم القائد العام للقوات المسلحة"],
        ),
        # in construct with a name: his lawyer, and a deed
        ("وقال محامي سمير حداد إن الجلسة أجلت.", []),
        ("ودعا إلى مهاجمة سمير حداد في البرلمان.", []),
        ("واتهم سلفه سمير حداد بالتقصير.", ["سلفه"]),
    ],
)
def test_whose_a_position_is_not(text: str, expected: list[str]) -> None:
    assert [title for _, title, _ in roles(text)] == expected
