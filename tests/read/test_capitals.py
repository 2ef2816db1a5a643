"""A capital's name means the city, or the government that sits there."""

import pytest
from entities_read import entities, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أجرى مباحثات في برلين وفيينا وباريس", ["berlin", "vienna", "paris"]),
        ("احترقت حافلة في العاصمة الإيطالية، روما، مساء أمس", ["rome"]),
        ("تعادلت مدينتا موسكو ونيويورك في الازدحام", ["moscow", "new-york"]),
        ("اشتكى ركاب قطارات لندن من البطء", ["london"]),
        ("قضت محكمة جنايات القاهرة بغرامة", ["cairo"]),
        ("هبوط مروحية فوق نيروبي", ["nairobi"]),
        ("قال الصندوق، ومقره واشنطن، إن القرض أقر", ["washington"]),
        ("استمرت مشاورات لندن يومين", ["london"]),
        ('اتفاقية "هلسنكي" للبيئة', ["helsinki"]),
        ("مراسل الواحة – الرياض:\nوصلت الشحنة", ["riyadh"]),
        ("افتتح المعرض في #فيينا مساء أمس", ["vienna"]),
        ("يصل الوفد نيروبي (كينيا) غدا", ["nairobi", "kenya"]),
        ("جاءت كوبنهاغن، عاصمة الدنمارك، أولا", ["copenhagen", "denmark"]),
        ("تعطلت عاصمة فنزويلا، كاراكاس، ساعات", ["venezuela", "caracas"]),
        ("استمرت الأمطار حتى غطت طوكيو اليابانية", ["tokyo"]),
        ("المباراة التي استضافتها لشبونة", ["lisbon"]),
        ("الواحة – نيويورك/لندن\nنزلت أسعار الذهب", ["new-york", "london"]),
    ],
)
def test_a_place_where_something_is_is_the_city(text: str, expected: list[str]) -> None:
    assert [e for e in entities(text) if e != "italy"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("التوتر بين موسكو وواشنطن", ["russia", "united-states"]),
        ("قال المسؤول، واشنطن لن تتراجع", ["united-states"]),
        ("طالبت #موسكو بالرد", ["russia"]),
        ("نزاع بين السودان ومصر، القاهرة ترفض", ["sudan", "egypt", "egypt"]),
        ("اتهمت باريس ولندن وبرلين الحكومة", ["france", "united-kingdom", "germany"]),
        ("الخلاف بين أنقرة وحلب", ["turkey", "aleppo"]),
    ],
)
def test_who_acts_is_the_government(text: str, expected: list[str]) -> None:
    assert entities(text) == expected


def test_a_word_with_its_own_lam_keeps_it_after_li() -> None:
    def name(text: str) -> str | None:
        return read(text).reading.entities[0].name["ar"]

    assert name("طالبت بتقرير للجنة الاحتراف") == "لجنة الاحتراف"
    assert name("عين رئيسا للجنة العسكرية المركزية") == "اللجنة العسكرية المركزية"
    assert name("اجتماع للمجلس الوطني السوري") == "المجلس الوطني السوري"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل إلى العاصمة الأردنية عمان والتقى وزراء عمانيين في فندقها", "amman"),
        ("اتفق الأردن والسعودية وعمان والكويت على الخطة", "oman"),
        ("وصل وزير الأردن إلى سلطنة عمان", "oman"),
        ("وصل وزير مصري إلى الأردن والتقى نظيره في عمان", "amman"),
    ],
)
def test_amman_and_oman_are_told_apart_by_the_words_beside(text: str, expected: str) -> None:
    assert [e for e in entities(text) if e in ("amman", "oman")] == [expected]


def test_where_somebody_was_born_and_what_comes_of_it_are_no_capitals() -> None:
    assert entities("عادت إلى مسقط رأسها ولا تعلم ما سيؤول إليه الأمر") == []
