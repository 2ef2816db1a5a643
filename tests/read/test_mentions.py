"""What is a name in an Arabic report, and what is not."""

import hypothesis.strategies as st
import pytest
from entities_read import read
from hypothesis import given, settings

from tawatur.read.document import Document
from tawatur.read.mentions import read_mentions
from tawatur.record.types import Report


def mentions(text: str) -> list[tuple[str, str]]:
    document = Document(Report("r", "r", text, ""))
    read_mentions(document)
    return [(m.text, m.type) for m in document.reading.mentions]


def names(text: str) -> list[str]:
    return [name for name, _ in mentions(text)]


PLACES = [
    ("زار الوفد المغرب ومصر", ["المغرب", "مصر"]),
    ("وصل إلى دولة الكويت قادما من مملكة البحرين", ["دولة الكويت", "مملكة البحرين"]),
    ("قال مسؤول في الولايات المتحدة الأميركية", ["الولايات المتحدة الأميركية"]),
    ("قال مسؤول في الولايات المتحدة", ["الولايات المتحدة"]),
    ("رحبت السعودية بالقرار", ["السعودية"]),
    ("غادر العاصمة السعودية الرياض", ["الرياض"]),
    ("رحبت الحكومة السعودية بالقرار", []),
    ("صدر القرار في سورية", ["سورية"]),
    ("تقدمت قوات سورية نحو المدينة", []),
    ("التقى دبلوماسيا روسيا في المطار", []),
    ("قدم دعما ماليا وخبرة مالية", []),
    ("انتشرت القوات في مالي", ["مالي"]),
    ("بعد صلاة المغرب", []),
    ("في القارة الإفريقية ومنطقة الساحل", ["القارة الإفريقية", "الساحل"]),
    ("على ساحل البحر", []),
    ("اجتماع في مدينة مراكش", ["مراكش"]),
    ("شمال شرق سوريا", ["سوريا"]),
    ("في شمال إفريقيا", ["شمال إفريقيا"]),
    ("توغلت في مدينة الباب شمالا", ["الباب"]),
    ("فتح الباب للحوار", []),
    ("قدم حجة قوية", []),
    ("انتقل إلى محافظة حجة اليمنية", ["حجة"]),
    ("لقبت بأنها (جدة أمريكا الأولى)", ["أمريكا"]),
    ("وصل إلى جدة أمس", ["جدة"]),
    ("نقل الخبر أمس", []),
    ("للمغرب وللبنان", ["لمغرب", "لبنان"]),
    ("وزارت القاهرة وبيروت", ["القاهرة", "بيروت"]),
    ("تستضيف باريس مؤتمرا وزاريا غدا", ["باريس"]),
    ("زار أبوجا وزاريا النيجيرية", ["أبوجا", "زاريا"]),
    ("احتجاجات في #كوريا_الجنوبية", ["كوريا_الجنوبية"]),
    ("قالت #الولايات_المتحدة الأميركية", ["الولايات_المتحدة الأميركية"]),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_places(text: str, expected: list[str]) -> None:
    assert names(text) == expected


ORGANISATIONS = [
    ("قالت وزارة الخارجية القطرية في بيان", ["وزارة الخارجية القطرية"]),
    ("أعلنت وزارة الصحة في بيان", ["وزارة الصحة"]),
    ("دانت الخارجية الأردنية الهجوم", ["الخارجية الأردنية"]),
    ("قصف الجيش التركي مواقع", ["الجيش التركي"]),
    ("قصفت القوات التركية مواقع", []),
    ("في مقر الأمم المتحدة", ["الأمم المتحدة"]),
    ("عناصر من تنظيم داعش", ["داعش"]),
    ("أعلن تنظيم الدولة الإسلامية مسؤوليته", ["تنظيم الدولة الإسلامية"]),
    ("هذا التنظيم المتطرف", []),
    ("أعلنت حركة طالبان", ["طالبان"]),
    ("قاعدة عسكرية في البلاد", []),
    ("اعتقال عنصر في تنظيم القاعدة", ["تنظيم القاعدة"]),
    ("انضم إلى التحالف الدولي ضد تنظيم داعش", ["التحالف الدولي ضد تنظيم داعش"]),
    ('اجتماع التحالف المناهض لتنظيم "داعش" اليوم', ['التحالف المناهض لتنظيم "داعش"']),
    ("يدرس في جامعة الملك سعود", ["جامعة الملك سعود"]),
    ("تقرير الهيئة العامة للإحصاء", ["الهيئة العامة للإحصاء"]),
    ("عضو في المجلس الوطني", ["المجلس الوطني"]),
    ("حركة الطيران في المطار", []),
    ("مجلس إدارة الشركة", []),
    ("شركة للنقل", []),
    ("اجتمعت لجنة التحقيق", []),
    ("قدمت منظمة الصحة العالمية دعما", ["منظمة الصحة العالمية"]),
    ("حلف شمال الأطلسي والشرطة الدولية (إنتربول)", ["حلف شمال الأطلسي", "الشرطة الدولية", "إنتربول"]),
    ("ملك لشركة Blue Harbour Trading في الميناء", ["Blue Harbour Trading"]),
    ("صباح الحرب ولا سلام في هذه الحال", []),
    ("طلب المجلس إيفاد بعثة لتقصي الحقائق", []),
    ("مول الصندوق الدولي للتنمية الزراعية المشروع", ["الصندوق الدولي للتنمية الزراعية"]),
    ("أعلن صندوق تنمية الموارد البشرية برنامجا هدفه التوظيف", ["صندوق تنمية الموارد البشرية"]),
]


@pytest.mark.parametrize(("text", "expected"), ORGANISATIONS)
def test_organisations(text: str, expected: list[str]) -> None:
    assert names(text) == expected


PERSONS = [
    ("قال الباحث سمير قنديل إن", ["سمير قنديل"]),
    ("وأكد وزير المالية، خالد الزعبي، أن", ["خالد الزعبي"]),
    ("التقى محمد بن راشد بن علي العامري", ["محمد بن راشد بن علي العامري"]),
    ("قال عبد الله أبو زيد للصحفيين", ["عبد الله أبو زيد"]),
    ("شارك محمد وأحمد في اللقاء", []),
    ("وقال السيد حسن الخطيب إن", ["حسن الخطيب"]),
    ("حصل على دعم كامل من الجميع", []),
    ("عقد لقاء سعيد في المدينة", []),
    ("أعلن المتحدث باسم الوزارة كيفين ماكلارن أن", ["كيفين ماكلارن"]),
    ("صباح الثلاثاء في تمام الثامنة", []),
    ("علي الحكومة أن ترد", []),
    ("قال علي حسين إن", ["علي حسين"]),
    ("اللواء فهد بن سالم الحارثي", ["فهد بن سالم الحارثي"]),
]


@pytest.mark.parametrize(("text", "expected"), PERSONS)
def test_persons(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_later_short_name_is_a_mention() -> None:
    assert names("قال الباحث سمير قنديل إن الوضع صعب.\nوأضاف قنديل أن الحل قريب.") == ["سمير قنديل", "قنديل"]


WORKS = [
    ('نقلت وكالة "رويترز" عن مصدر', [("رويترز", "work")]),
    ("ذكرت وكالة الأنباء السعودية (واس)", [("وكالة الأنباء السعودية", "work"), ("واس", "work")]),
    ("نقلت صحيفة الشرق الأوسط عن مصدر", [("الشرق الأوسط", "work")]),
    ("ذكرت وكالة أنباء الإمارات (وام)", [("وكالة أنباء الإمارات", "work"), ("وام", "work")]),
    ("وهي مهندسة وأم لطفلين", []),
    ("في الشرق الأوسط", [("الشرق الأوسط", "place")]),
    ('نشر موقع "النبأ اليوم" صورا', [("النبأ اليوم", "work")]),
    ("أعلنت شركة غوغل", [("غوغل", "organisation")]),
    ("إصابات بفيروس كوفيد-19", [("كوفيد-19", "other")]),
    ("بموجب قرار مجلس الأمن رقم 2254 (2015)", [("قرار مجلس الأمن رقم 2254 (2015)", "other")]),
    ("تنفيذا للقرار 1701", [("لقرار 1701", "other")]),
    ("أقر قانون مكافحة الفساد", [("قانون مكافحة الفساد", "other")]),
    ("اتخذ قرارا في 3 أيام", []),
    ('انطلقت عملية "الفجر الجديد" أمس', [("الفجر الجديد", "other")]),
]


@pytest.mark.parametrize(("text", "expected"), WORKS)
def test_works_and_others(text: str, expected: list[tuple[str, str]]) -> None:
    assert mentions(text) == expected


def test_the_clitic_stands_outside() -> None:
    text = "دعم للتحالف الدولي"
    document = Document(Report("r", "r", text, ""))
    read_mentions(document)
    (mention,) = document.reading.mentions
    assert mention.text == "لتحالف الدولي"
    assert document.reading.entities[0].id == "global-coalition"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80) | st.text(alphabet='ابنلويمحد ـ،"()#_\n-عبدالله', max_size=80))
def test_any_text_keeps_its_offsets(text: str) -> None:
    document = Document(Report("r", "r", text, ""))
    read_mentions(document)
    for mention in document.reading.mentions:
        assert text[mention.start : mention.end] == mention.text
    ids = {entity.id for entity in document.reading.entities}
    assert all(mention.entity in ids for mention in document.reading.mentions)


NAMED_ACTS = [
    ("انطلق مؤتمر بروكسل لدعم السلام اليوم", ["مؤتمر بروكسل لدعم السلام"]),
    ("نص اتفاق جدة على وقف القتال", ["اتفاق جدة"]),
    ("بعد إعلان واشنطن انسحابها", ["واشنطن"]),
    ("ينفذ اتفاق موسكو وأنقرة", ["موسكو", "أنقرة"]),
    ("برنامج كوريا الشمالية للأسلحة", ["كوريا الشمالية"]),
    ("قالت وكالة الأنباء الرسمية إن", []),
]


@pytest.mark.parametrize(("text", "expected"), NAMED_ACTS)
def test_acts_by_place(text: str, expected: list[str]) -> None:
    assert names(text) == expected


FULL_NAMES = [
    ("مثلته المسؤولة الثالثة في وزارته فيكتوريا نولاند", ["فيكتوريا نولاند"]),
    ("قال القيادي الكردي ماجد الخوري إنه", ["ماجد الخوري"]),
    ("دعا الدكتور ياسر عطية المزروعي إلى", ["ياسر عطية المزروعي"]),
    ("وأضاف إبراهيم بن محمد الجارالله أن", ["إبراهيم بن محمد الجارالله"]),
    ("قال المتحدث باسم الوزارة نيد برايس إن", ["نيد برايس"]),
    ("دعا الوزير ماجد عز الدين إلى", ["ماجد عز الدين"]),
    ("قال دونالد #ترمب إنه", ["دونالد #ترمب"]),
]


@pytest.mark.parametrize(("text", "expected"), FULL_NAMES)
def test_whole_names_of_persons(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_noun_before_a_foreign_name_is_none_of_it() -> None:
    assert names("أكد المحامي سيرغي سكريبال ذلك من أجل سلامة سيرغي") == ["سيرغي سكريبال"]
    assert names("تصنفها منظمة “إرهابية” اليوم") == []


def test_a_capital_is_its_government_but_not_in_sport() -> None:
    def entity(text: str) -> str:
        document = Document(Report("r", "r", text, ""))
        read_mentions(document)
        return document.reading.mentions[0].entity

    assert entity("أعلنت روما رفضها العقوبات") == "italy"
    assert entity("أعلنت روما ضم المهاجم بعد مباراة الأحد") == "rome"


def test_a_name_that_begins_like_a_conjunction_is_whole_where_no_clause_begins() -> None:
    assert names("بحثت وزيرة الدفاع الفرنسية فلورنس بارلي المشروع") == ["فلورنس بارلي"]
    assert names("سكت الوزير، فلورنس بارلي تكلمت") == ["لورنس بارلي"]


def test_a_blessing_is_no_part_of_a_name() -> None:
    assert names("وفي عهد الملك سالم بن راشد رحمه الله، ورعى الأمير فهد بن سالم حفظه الله الحفل") == [
        "سالم بن راشد",
        "فهد بن سالم",
    ]
    assert names("قال الدكتور سالم رحمة الله إن") == ["سالم رحمة الله"]


def test_the_masses_are_not_libya() -> None:
    assert names("زادت شعبيتهم الجماهيرية") == []


def test_a_council_with_the_article_is_the_council_named_before() -> None:
    document = Document(Report("r", "r", "دعا مجلس محافظة الأنبار إلى الهدوء. وأكد مجلس المحافظة ذلك.", ""))
    read_mentions(document)
    assert len({m.entity for m in document.reading.mentions if m.type == "organisation"}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "ترأس جلسة برئاسة وزير الخارجية المغربي",
        "عقد اجتماع برئاسة ولي العهد السعودي",
        "قضت محكمة بأحكام مشددة",
        "تفرق تجمع آلاف المتظاهرين في المدينة",
        "قمة تجمع الزعيم الكوري الشمالي والرئيس الأميركي",
        "تديرها شركة متخصصة بإدارة الأصول المالية",
        "استحوذت عليها شركة ألمانية كبيرة",
        "وصفها بأنها منظمة إرهابية خطيرة",
        "تشمل الخطة فئات من السكان",
    ],
)
def test_a_class_word_with_what_is_no_name_is_no_body(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قالت هيئة تنمية الصادرات إنها", "هيئة تنمية الصادرات"),
        ("تخرج في جامعة الملك سعود", "جامعة الملك سعود"),
        ("نشر مركز بحوث الصحراء دراسة", "مركز بحوث الصحراء"),
        ("دعا مجلس الشورى لاتخاذ القرارات المناسبة", "مجلس الشورى"),
        ("باعت شركة فيات سيارات", "فيات"),
    ],
)
def test_a_class_word_with_its_name_is_a_body(text: str, name: str) -> None:
    assert names(text) == [name]


def test_a_family_name_is_whose_the_report_named_in_full_not_that_of_the_lists() -> None:
    text = "قال مدير المصنع كيفن جونسون إن الآلات جديدة. وأضاف جونسون أنها وصلت."
    assert len({m.entity for m in read(text).reading.mentions}) == 1
    both = "التقى بوريس جونسون بكيفن جونسون. وقال جونسون إن اللقاء قصير."
    assert [m.entity for m in read(both).reading.mentions].count("boris-johnson") == 2


def test_a_first_name_that_tells_a_prince_or_a_president_does_so_after_his_title_alone() -> None:
    assert [m.entity for m in read("افتتح الأمير هاري المعرض").reading.mentions] == ["prince-harry"]
    assert "prince-harry" not in [m.entity for m in read("سجل هاري كين هدفا").reading.mentions]
    assert [m.entity for m in read("أعلن الرئيس هادي القرار").reading.mentions] == ["abdrabbuh-mansur-hadi"]


@pytest.mark.parametrize(
    "text",
    [
        "دخل الجنود مخيم سعيد الحلبوني أمس",
        "وصلت الشاحنات إلى قرية عبد الله ليلا",
        "قال الرئيس التنفيذي لشركة عواد كابيتال",
    ],
)
def test_what_bears_a_name_is_nobody(text: str) -> None:
    assert [m.text for m in read(text).reading.mentions if m.type == "person"] == []
