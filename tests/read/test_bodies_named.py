"""Bodies by what they are: the police of a town, a family's company, one that is called by a name in marks."""

import pytest
from entities_read import read

from tawatur.read.mentions import read_mentions
from tawatur.read.quantities import read_quantities

CASES = [
    ("وقالت شرطة لندن إن التحقيق بدأ", "شرطة لندن"),
    ("درس في جامعة جورج واشنطن", "جامعة جورج واشنطن"),
    ("افتتح المعرض في مركز الملك عبد العزيز الدولي للمؤتمرات", "مركز الملك عبد العزيز الدولي للمؤتمرات"),
    ("وشاركت القوات الجوية الملكية السعودية في التمرين", "القوات الجوية الملكية السعودية"),
    ("وشاركت قوات مشاة البحرية البريطانية في التمرين", "قوات مشاة البحرية البريطانية"),
    ("ووجه مجلس الوزراء المكلف وزارة التجارة بذلك", "مجلس الوزراء"),
    ("أحيل إلى مجلس النواب للمناقشة", "مجلس النواب"),
    ("أقر مجلس الشيوخ الأميركي المنقسم القانون", "مجلس الشيوخ الأميركي"),
    ("وصل وفد الهيئة الملكية للجبيل", "الهيئة الملكية للجبيل"),
    ('وينتمي المنفذون إلى مجموعة تسمى "فجر الشرق"', "فجر الشرق"),
    ("أشاد رئيس مجموعة الجريسي بالمنطقة، وقال عبدالرحمن الجريسي إنها جميلة", "مجموعة الجريسي"),
]


@pytest.mark.parametrize(("text", "name"), CASES)
def test_a_body(text: str, name: str) -> None:
    assert name in [m.text for m in read(text).reading.mentions if m.type == "organisation"]


def test_the_police_alone_is_no_name() -> None:
    assert not read("أغلقت الشرطة وشرطة الحدود الطريق").reading.mentions


def test_a_town_known_for_its_club_is_the_club_where_sport_is_spoken_of() -> None:
    assert [m.entity for m in read("فاز المنتخب الأول، ثم خسر ساوثامبتون المباراة").reading.mentions] == [
        "southampton-fc"
    ]
    assert not read("أبحرت السفينة ساوثامبتون فجرا").reading.mentions


def test_a_definite_word_between_a_first_name_and_a_position_is_a_family() -> None:
    found = read("وقال عبدالله العذبة، رئيس التحرير، إن الأمر واضح").reading.mentions
    assert [m.text for m in found] == ["عبدالله العذبة"]
    found = read("وقال محمد الثلاثاء، رئيس التحرير، إن الأمر واضح").reading.mentions
    assert "محمد الثلاثاء" not in [m.text for m in found]


@pytest.mark.parametrize(("outlet", "unit"), [("okaz", "SAR"), ("BBC", None)])
def test_riyals_of_a_saudi_newspaper(outlet: str, unit: str | None) -> None:
    document = read("بلغت التكلفة 300 ريال", outlet)
    read_quantities(document)
    assert [q.number.unit for q in document.reading.quantities] == [unit]


@pytest.mark.parametrize(
    ("text", "named"),
    [("وأعلنت مالي انسحابها من الكتلة.", ["mali"]), ("وقدمت الشركة دعما ماليا.", []), ("وأعلن خبير مالي ذلك.", [])],
)
def test_a_state_whose_name_is_a_word_is_named_by_what_it_does(text: str, named: list[str]) -> None:
    document = read(text)
    read_mentions(document)
    assert [m.entity for m in document.reading.mentions] == named


@pytest.mark.parametrize("name", ["شارع الحبيب بورقيبة", "شارع محمد الخامس", "ميدان مصطفى محمود", "حي جمال عبد الناصر"])
def test_a_street_that_is_called_after_somebody_is_a_place(name: str) -> None:
    found = read(f"تجمع المئات في {name} أمس").reading.mentions
    assert [(m.text, m.type) for m in found] == [(name, "place")]


def test_who_is_in_the_street_is_no_street() -> None:
    found = read("وفي الشارع قال محمد العلي إن المتجر مغلق").reading.mentions
    assert [(m.text, m.type) for m in found] == [("محمد العلي", "person")]


CALLED_AFTER = [
    ("نقل المصاب إلى مستشفى الملك نايف التخصصي أمس", "مستشفى الملك نايف التخصصي", "organisation"),
    (
        "أعلنت مؤسسة الأمير سعود بن ماجد للتنمية الإنسانية ذلك",
        "مؤسسة الأمير سعود بن ماجد للتنمية الإنسانية",
        "organisation",
    ),
    ("نفذت مؤسسة سعيد بن ماجد للأعمال الخيرية المشروع", "مؤسسة سعيد بن ماجد للأعمال الخيرية", "organisation"),
    ("فتح صندوق الأمير ماجد بن نايف لتنمية المرأة بابه", "صندوق الأمير ماجد بن نايف لتنمية المرأة", "organisation"),
    (
        "فازت بجائزة خادم الحرمين الشريفين الملك سعود بن فهد للترجمة",
        "جائزة خادم الحرمين الشريفين الملك سعود بن فهد للترجمة",
        "other",
    ),
    ("وقعت مدينة الملك سعود بن فهد للعلوم والتقنية اتفاقا", "مدينة الملك سعود بن فهد للعلوم والتقنية", "organisation"),
    ("وفاز الكاتب بجائزة الشيخ ماجد بن سعود للكتاب", "جائزة الشيخ ماجد بن سعود للكتاب", "other"),
    ("خسر الفريق نهائي كأس الأمير سعود بن ماجد", "كأس الأمير سعود بن ماجد", "other"),
    ("هبطت الطائرة في قاعدة الملك نايف الجوية", "قاعدة الملك نايف الجوية", "place"),
    ("وفي مدينة الملك نايف الاقتصادية مصانع", "مدينة الملك نايف الاقتصادية", "place"),
    ("وعقد اللقاء في مجمع الملك عبد الحميد للاتصالات", "مجمع الملك عبد الحميد للاتصالات", "place"),
    ("زار الوفد مدرسة عمر بن ماجد الابتدائية", "مدرسة عمر بن ماجد الابتدائية", "place"),
    ("واستهدف التفجير مسجد علي بن أبي طالب", "مسجد علي بن أبي طالب", "place"),
    ("وبدأ مشروع الملك نايف لتوسعة المسجد", "مشروع الملك نايف لتوسعة المسجد", "other"),
]


@pytest.mark.parametrize(("text", "name", "kind"), CALLED_AFTER)
def test_what_is_called_after_somebody_is_one_name(text: str, name: str, kind: str) -> None:
    assert [(m.text, m.type) for m in read(text).reading.mentions] == [(name, kind)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وقال مدير مستشفى الملك نايف الدكتور خالد العلي ذلك", ["مستشفى الملك نايف", "خالد العلي"]),
        ("وأعلن مكتب الرئيس سعيد الخالدي ذلك", ["سعيد الخالدي"]),
        ("وخسر قاعدة الرئيس سعيد الخالدي في الشمال", ["سعيد الخالدي"]),
        ("وصل محامي سعيد الخالدي إلى المحكمة", ["سعيد الخالدي"]),
        ("نقل الطفل إلى مستشفى الملك نايف لتلقي العلاج", ["مستشفى الملك نايف"]),
        ("وحضر أمير المنطقة سعود بن نايف الدكتور خالد العلي", ["سعود بن نايف", "خالد العلي"]),
    ],
)
def test_who_stands_behind_a_noun_for_himself_is_a_person(text: str, names: list[str]) -> None:
    assert [m.text for m in read(text).reading.mentions] == names


def test_a_preposition_that_is_written_like_a_name_is_none() -> None:
    found = read("وقال خالد علي إن الطريق مغلق. ثم مر على الجسر، وقال علي إنه عاد").reading.mentions
    assert [m.text for m in found] == ["خالد علي", "علي"]
