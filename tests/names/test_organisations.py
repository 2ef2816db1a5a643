"""Names of organisations: kinds of body and common words are translated, what distinguishes decides."""

from __future__ import annotations

import pytest

from tawatur.names import match

SAME = [
    ("وزارة الخارجية الأمريكية", "US Department of State"),
    ("وزارة الخارجية المغربية", "Moroccan Ministry of Foreign Affairs"),
    ("وزارة الدفاع الروسية", "Russian Defense Ministry"),
    ("البنك المركزي المصري", "Central Bank of Egypt"),
    ("مصرف سوريا المركزي", "Central Bank of Syria"),
    ("بنك مصر", "Banque Misr"),
    ("البنك الأهلي المصري", "National Bank of Egypt"),
    ("الجبهة الشعبية لتحرير فلسطين", "Popular Front for the Liberation of Palestine"),
    ("حزب العدالة والتنمية", "Justice and Development Party"),
    ("الحزب الديمقراطي الكردستاني", "Kurdistan Democratic Party"),
    ("جبهة التحرير الوطني", "National Liberation Front"),
    ("جبهة التحرير الوطني", "Front de libération nationale"),
    ("الجيش السوري الحر", "Free Syrian Army"),
    ("الجيش الوطني الليبي", "Libyan National Army"),
    ("قوات الدعم السريع", "Rapid Support Forces"),
    ("قوات الدعم السريع", "RSF"),
    ("قوات سوريا الديمقراطية", "Syrian Democratic Forces"),
    ("قوات سوريا الديمقراطية", "SDF"),
    ("هيئة تحرير الشام", "Hayat Tahrir al-Sham"),
    ("جبهة النصرة", "Jabhat al-Nusra"),
    ("جبهة النصرة", "Nusra Front"),
    ("حركة حماس", "Hamas"),
    ("حزب الله", "Hezbollah"),
    ("حزب الله", "Hizballah"),
    ("أنصار الله", "Ansar Allah"),
    ("كتائب عز الدين القسام", "Izz ad-Din al-Qassam Brigades"),
    ("سرايا القدس", "Saraya al-Quds"),
    ("الهلال الأحمر الفلسطيني", "Palestine Red Crescent Society"),
    ("الهلال الأحمر القطري", "Qatar Red Crescent"),
    ("أرامكو السعودية", "Saudi Aramco"),
    ("الخطوط الجوية القطرية", "Qatar Airways"),
    ("مؤسسة النفط الليبية", "Libyan Oil Corporation"),
    ("شركة نفط الكويت", "Kuwait Oil Company"),
    ("جامعة القاهرة", "Cairo University"),
    ("جامعة الدول العربية", "Arab League"),
    ("منظمة التعاون الإسلامي", "Organisation of Islamic Cooperation"),
    ("مجلس التعاون الخليجي", "Gulf Cooperation Council"),
    ("الاتحاد الأوروبي", "European Union"),
    ("الاتحاد الافريقي", "الاتحاد الأفريقي"),
    ("حزب الليكود", "Likud"),
    ("الحرس الثوري", "Revolutionary Guard"),
    ("وكالة الأناضول", "Anadolu Agency"),
    ("قناة الجزيرة", "Al Jazeera"),
    ("صحيفة الأهرام", "Al-Ahram"),
    ("لواء فاطميون", "Fatemiyoun Brigade"),
    ("جماعة الإخوان المسلمين", "Muslim Brotherhood"),
    ("UNIFIL", "اليونيفيل"),
]
OTHER = [
    ("وزارة الخارجية السعودية", "Qatari Ministry of Foreign Affairs"),
    ("وزارة الخارجية الأمريكية", "US Department of Defense"),
    ("وزارة الدفاع الروسية", "وزارة الخارجية الروسية"),
    ("بنك قطر الوطني", "National Bank of Kuwait"),
    ("البنك المركزي العراقي", "Central Bank of Libya"),
    ("البنك المركزي المصري", "البنك الأهلي المصري"),
    ("الجبهة الشعبية لتحرير فلسطين", "Democratic Front for the Liberation of Palestine"),
    ("حزب العدالة والتنمية", "Freedom and Justice Party"),
    ("جبهة التحرير الوطني", "جبهة القوى الاشتراكية"),
    ("الجيش السوري الحر", "الجيش العربي السوري"),
    ("الجيش الوطني الليبي", "الجيش الوطني السوري"),
    ("حركة حماس", "حركة فتح"),
    ("حركة الجهاد الإسلامي", "حركة المقاومة الإسلامية"),
    ("كتائب القسام", "كتائب الأقصى"),
    ("كتائب حزب الله", "حزب الله"),
    ("جامعة القاهرة", "جامعة عين شمس"),
    ("جامعة الملك سعود", "King Abdulaziz University"),
    ("شركة نفط الكويت", "Iraq Oil Company"),
    ("شركة نفط الكويت", "Kuwait Airways"),
    ("الهلال الأحمر القطري", "الهلال الأحمر الفلسطيني"),
    ("الاتحاد الأوروبي", "African Union"),
    ("القاعدة في جزيرة العرب", "القاعدة في بلاد المغرب الإسلامي"),
    ("مجلس النواب الليبي", "مجلس النواب اليمني"),
    ("مجلس النواب", "مجلس الشيوخ"),
    ("هيئة تحرير الشام", "حركة أحرار الشام"),
    ("لواء فاطميون", "لواء زينبيون"),
    ("الخطوط الجوية القطرية", "الخطوط الجوية الكويتية"),
    ("الحزب الشيوعي العراقي", "Iraqi Islamic Party"),
    ("الحزب الديمقراطي الكردستاني", "Patriotic Union of Kurdistan"),
    ("قوات الدعم السريع", "قوات سوريا الديمقراطية"),
    ("نادي الهلال", "نادي الأهلي"),
    ("اللواء 55", "اللواء 53"),
    ("World Bank", "البنك الإسلامي للتنمية"),
    ("World Health Organization", "World Trade Organization"),
    ("منظمة الصحة العالمية", "World Trade Organization"),
    ("صندوق النقد الدولي", "صندوق النقد العربي"),
]


@pytest.mark.parametrize(("a", "b"), SAME, ids=lambda name: name)
def test_one_body_in_two_languages(a: str, b: str) -> None:
    found = match(a, b)
    assert found.same


@pytest.mark.parametrize(("a", "b"), OTHER, ids=lambda name: name)
def test_bodies_that_differ_in_a_word_stay_two(a: str, b: str) -> None:
    found = match(a, b)
    assert not found.same
    assert found.kind == "organisation"


def test_the_country_speaks_against() -> None:
    against = match("وزارة الخارجية السعودية", "Qatari Foreign Ministry").speaks_against
    place = next(r for r in against if r.code == "other_place")
    assert set(place.words) == {"السعودية", "Qatari"}


def test_an_acronym_is_made_of_the_words_or_their_translations() -> None:
    assert match("FLN", "Front de libération nationale").same
    assert match("الوكالة الدولية للطاقة الذرية", "IAEA").parts[-1].how == "acronym"


def test_three_letters_and_short_words_are_met_by_chance() -> None:
    assert not match("CIA", "Africada Insurance Company").same
    assert not match("هيئة تحرير الشام", "ASL").same
    assert not match("تنظيم القاعدة", "GAD S.A").same
    assert not match("وزارة الخزانة", "Elehssan").same
    assert not match("إيرباص", "Erpac").same


def test_letters_spelt_out_are_an_acronym() -> None:
    assert match("بي بي سي", "BBC").same


def test_words_of_a_body_stand_side_by_side() -> None:
    parts = {(p.a, p.b): p.how for p in match("البنك المركزي المصري", "Central Bank of Egypt").parts}
    assert parts["المصري", "Egypt"] == "translated"
    assert parts["المركزي", "Central"] == "translated"
