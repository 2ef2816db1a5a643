"""Who speaks and through what, by the order of words in the clause: pronouns, objects, documents, joined names."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur.read.reading import read
from tawatur.record.types import Report


def told(text: str) -> list[tuple[str, str | None, list[str]]]:
    found = read(Report("r", "r", text, "0", published=date(2018, 4, 18))).statements
    return [(s.text, s.speaker, s.via) for s in found]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # a title that ends like a plural is no addressee
        ("حذر الأمين العام للأمم المتحدة أنطونيو غوتيريس من أن المجاعة تقترب.", "antonio-guterres"),
        # a verb with its object, so the noun after it is the subject
        ("يقيم هناك فتح الله غولن الذي تتهمه أنقرة بالوقوف وراء الانقلاب.", "turkey"),
        # a place after a complete phrase is the object
        ("وتتهم أجهزة الأمن الأوكرانية موسكو بالتجسس على السفارة.", "أجهزة الأمن الأوكرانية"),
        # a report with the article is nobody's own
        ("ونصح التقرير الدول النامية بتطوير المهارات.", "التقرير"),
        # nor has a document that is described as definite its object for an author
        ("واتهم البيان الختامي إدارة الرئيس الأميركي دونالد ترامب بتشجيع العنف.", "البيان الختامي"),
        # the verb of a concession is no name
        ("يرى البنك الدولي عكس ذلك، وإن أضاف أن الوقت يكفي.", "world-bank"),
        # an indefinite accusative is an object
        ("ونقلت الوكالة جزءًا من الخطاب، وقالت إن الحضور كان كبيرا.", "الوكالة"),
        # the name that a pronoun gives
        ("وأكد متحدث آخر باسم الشركة هو المهندس سمير القحطاني أن العمل مستمر.", "smyr-alqhtany"),
        # the verb of a relative clause is no part of the document's name
        ("وقالت دراسة جديدة قام بها باحثون من اليابان إن المشي مفيد.", "دراسة جديدة"),
        # the subject of a participle may follow it
        ("زاد الإنتاج، مؤكدا مدير المصنع سمير القحطاني استمرار النمو.", "smyr-alqhtany"),
        # a pronoun before the verb
        ("يحاكم بنيامين نتنياهو منذ عام، لكنه ينفي التهم الموجهة إليه.", "benjamin-netanyahu"),
        ("يواجه بنيامين نتنياهو اتهامات، وهو ينفي ارتكاب أي مخالفة.", "benjamin-netanyahu"),
        # the subject after a day at the head of the sentence
        ("وفي الشهر الماضي فرضت كندا رسوما على الشركات، متهمة إياها بالإغراق.", "canada"),
    ],
)
def test_the_subject(text: str, speaker: str) -> None:
    assert speaker in [s for _, s, _ in told(text)]
    assert len({s for _, s, _ in told(text)}) == 1


def test_a_verb_of_a_document_is_its_authors() -> None:
    text = "وقدم محام لبناني شكوى أمام المحكمة يتهم فيها المصرف بالاحتيال."
    assert told(text) == [("المصرف بالاحتيال", "محام لبناني", ["شكوى"])]
    text = "نشر دونالد ترامب مجموعة تغريدات طالب فيها السلطات المكسيكية بوقف القافلة."
    assert told(text) == [("وقف القافلة", "donald-trump", ["تغريدات"])]
    text = "وأصدرت وزارة الدفاع الروسية بيانًا مشتركًا أكدت فيه أن الهدنة قائمة."
    assert told(text) == [("الهدنة قائمة", "russia-defence-ministry", ["بيان مشترك"])]


def test_what_a_document_says_goes_on_by_its_issuer() -> None:
    text = "قالت الحكومة الإسبانية إن الحركة فشلت. وذكر بيان صادر عن حركة حماس أن الحوار مستمر. وأضافت أنها تنتظر الرد."
    assert [s for _, s, _ in told(text)] == ["الحكومة الإسبانية", "hamas", "hamas"]


def test_two_titles_and_two_names_between_commas() -> None:
    text = "تعهد الرئيس الفرنسي، إيمانويل ماكرون، ونظيره الأميركي، دونالد ترامب، الأحد، بعقوبات جديدة على الشركة."
    assert told(text) == [("عقوبات جديدة على الشركة", "إيمانويل ماكرون ودونالد ترامب", [])]


def test_whom_somebody_accuses_does_not_accuse() -> None:
    text = "قال بنيامين نتنياهو إن الرد قريب، بعد قصف مواقع واتهام إيران بإطلاق الصواريخ."
    assert {s for _, s, _ in told(text)} == {"benjamin-netanyahu"}


@pytest.mark.parametrize(
    "text",
    [
        "جاءت الغارات، ردا على هجوم وقع أمس، بعد منتصف الليل.",
        "فاز الفريق بعدد اثني عشر هدفا على ضيفه.",
        "يعتبر حفل المعايدة واحدا ضمن مجموعة من الاحتفالات التي تقيمها الشركة تحت مظلة فعاليات «نحن نهتم بكم جميعا».",
        "وكانت الولايات المتحدة قد تبنت القانون المثير للجدل بعد خمسة أعوام على حادثة اعتداء مواطن على دبلوماسي.",
    ],
)
def test_words_that_attribute_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وأفاد مصدر أمني بمقتل سبعة عمال في الانهيار.", ("مقتل سبعة عمال في الانهيار", "مصدر أمني", [])),
        ("أبان مدير النادي سمير القحطاني أن الموسم انتهى.", ("الموسم انتهى", "smyr-alqhtany", [])),
        ("ووجه سيرغي لافروف الشكر لمصر على دورها.", ("الشكر لمصر على دورها", "sergey-lavrov", [])),
        (
            "وجهت وزارة الدفاع الروسية أصابع الاتهام إلى كييف.",
            ("أصابع الاتهام إلى كييف", "russia-defence-ministry", []),
        ),
        ("وطمأن وزير الصحة السكان بأن الدواء متوفر.", ("الدواء متوفر", "وزير الصحة", [])),
    ],
)
def test_verbs_of_saying(text: str, expected: tuple[str, str, list[str]]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وأسفر الانفجار، وفق وكالة رويترز، عن إصابة سبعة عمال من المصنع المجاور ونقلهم إلى المستشفى.",
            ("عن إصابة سبعة عمال من المصنع المجاور ونقلهم إلى المستشفى", "reuters", []),
        ),
        (
            "أصيب جنديان بجروح، على ما أعلنت وزارة الدفاع لوكالة رويترز.",
            ("أصيب جنديان بجروح", "wzarh-aldfaa", ["reuters"]),
        ),
        (
            "حكمت المحكمة على الصحافيين، وذلك في إطار قضية التمويل، وفق ما نقلت وكالة رويترز.",
            ("حكمت المحكمة على الصحافيين، وذلك في إطار قضية التمويل", "reuters", []),
        ),
        ("وبحسب «وكالة سبوتنيك» فإن الدار تأسست قديما.", ("الدار تأسست قديما", "وكالة سبوتنيك", [])),
        ("وصرح لوران فابيوس لإذاعة «فرانس انتر» «سأكون هناك قريبا».", ("سأكون هناك قريبا", "laurent-fabius", None)),
    ],
)
def test_attributions(text: str, expected: tuple[str, str, list[str] | None]) -> None:
    found = told(text)
    assert [t[:2] for t in found] == [expected[:2]]
    assert expected[2] is None or found[0][2] == expected[2]


def test_an_attribution_of_its_own_belongs_to_the_words_before_it() -> None:
    text = "قال مسؤول عسكري «جرح جندي قرب البوابة الشرقية صباحا». بحسب وكالة رويترز."
    assert told(text) == [("جرح جندي قرب البوابة الشرقية صباحا", "مسؤول عسكري", ["reuters"])]


def test_whose_occasion_it_was() -> None:
    text = "قال سيرغي لافروف إن الوضع صعب. جاء ذلك في اجتماع لدونالد ترامب مع وزرائه، حيث قال: «ندرس الوضع مع قادتنا»."
    assert [s for _, s, _ in told(text)] == ["sergey-lavrov", "donald-trump"]


def test_an_adjunct_after_the_source_is_not_what_was_told() -> None:
    text = "قتل سبعة عمال في الانهيار، بحسب ما أعلنت الشرطة، في أسوأ حادث من نوعه في المنطقة هذا العام وما قبله."
    assert told(text)[0][0] == "قتل سبعة عمال في الانهيار"


def test_a_clause_after_somebodys_words_has_its_own_source() -> None:
    text = "أعلنت مصر استمرار فتح المعبر أربعة أيام، إلا أنها أغلقته بعد مقتل عمال فيه، بحسب مصادر أمنية."
    assert [(t[1]) for t in told(text)] == ["egypt", "مصادر أمنية"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("تعهد البيت الأبيض أمس «بنهاية سريعة» للحرب هناك.", ["«بنهاية سريعة» للحرب هناك"]),
        ("وقال إيمانويل ماكرون في باريس «سنضرب» في مثل هذه الظروف.", ["«سنضرب» في مثل هذه الظروف"]),
        (
            "قال سيرغي لافروف إن العقوبات التي فرضت أمس «تستهدف الشعب الروسي».",
            ["العقوبات التي فرضت أمس «تستهدف الشعب الروسي»", "تستهدف الشعب الروسي"],
        ),
        (
            "قال سيرغي لافروف إن الغارات على المدينة، ردا على هجوم في دوما «لم تتجاوز الخطوط الحمراء التي وضعناها».",
            [
                "الغارات على المدينة، ردا على هجوم في دوما «لم تتجاوز الخطوط الحمراء التي وضعناها»",
                "لم تتجاوز الخطوط الحمراء التي وضعناها",
            ],
        ),
    ],
)
def test_short_quotations_and_adjuncts(text: str, expected: list[str]) -> None:
    assert [t[0] for t in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("أفاد مصدر بوزارة الداخلية بمقتل سبعة عمال في الانهيار.", "مصدر بوزارة الداخلية"),
        ("أفاد مصدر أمني بوزارة الداخلية أن سبعة عمال قتلوا.", "مصدر أمني بوزارة الداخلية"),
        ("أعلن مصدر بالبيت الأبيض بأن الرئيس مريض.", "مصدر بالبيت الأبيض"),
    ],
)
def test_where_a_nameless_source_belongs(text: str, speaker: str) -> None:
    assert [s for _, s, _ in told(text)] == [speaker]


def test_an_embassy_that_speaks_is_a_body() -> None:
    text = "اعتبرت السفارة الروسية أن القرار خطأ. وتقع السفارة الأمريكية في وسط المدينة."
    reading = read(Report("r", "r", text, "0", published=date(2018, 4, 18)))
    bodies = [m.text for m in reading.mentions if m.type == "organisation"]
    assert bodies == ["السفارة الروسية"]


def test_pointing_at_what_was_told_says_nothing_new() -> None:
    assert told("أغلق المعبر أمس. وأعلن المتحدث باسم الحكومة ذلك.") == []


def test_a_feminine_verb_passes_over_a_minister_who_only_was_the_object() -> None:
    text = "وصفت الحكومة الخطوة بأنها عدائية. وقامت بمنع الوزير السابق نادر الكيلاني من السفر. وأكدت أن الملف مغلق."
    assert told(text)[-1][:2] == ("الملف مغلق", "الحكومة")


def test_a_title_that_looks_like_an_adjective_begins_the_object() -> None:
    found = told("ومنعت السلطات التونسية الصحافي كمال العبيدي من السفر. وأكدت أن القرار قضائي.")
    assert found == [("القرار قضائي", "السلطات التونسية", [])]


@pytest.mark.parametrize("comma", ["", "،"])
def test_a_state_between_commas_is_accused_and_describes_nobody(comma: str) -> None:
    found = told(f"واتهم السفير الكندي لدى الأمم المتحدة، بيتر بولارد، إيران{comma} بتسليح الجماعة.")
    assert found == [(f"إيران{comma} بتسليح الجماعة", "bytr-bwlard", [])]


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        # of whom something is asked does not ask
        ("وطلب الوزير من اللجنة تقديم تقريرها قبل نهاية الشهر.", "الوزير", "تقديم تقريرها قبل نهاية الشهر"),
        # "and" begins no word in the midst of a name
        ("واتهمت هيومن رايتس ووتش الشرطة بارتكاب انتهاكات.", "human-rights-watch", "الشرطة بارتكاب انتهاكات"),
        # who knows of something, and the beginning of a week
        ("وقال مصدر مطلع في الشركة إن المفاوضات متعثرة.", "مصدر مطلع في الشركة", "المفاوضات متعثرة"),
        ("وقال المصدر مطلع الأسبوع إن المفاوضات متعثرة.", "المصدر", "المفاوضات متعثرة"),
        # that a source will not be named is none of its words
        ("وكشف مسؤول كبير، رفض الكشف عن هويته، عن خطة لسحب القوات.", "مسؤول كبير", "خطة لسحب القوات"),
        ("وحذر دبلوماسي غربي فضل عدم ذكر اسمه من انهيار الهدنة.", "دبلوماسي غربي", "انهيار الهدنة"),
        ("وطلب الوزير من اللجنة ذكر أسمائهم في التقرير.", "الوزير", "ذكر أسمائهم في التقرير"),
    ],
)
def test_what_stands_between_a_speaker_and_his_words(text: str, speaker: str, said: str) -> None:
    assert [(s, who) for s, who, _ in told(text)] == [(said, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "وأيدت اللجنة طلب المغرب تنظيم البطولة المقبلة.",
        "وناقشت الجمعية رد تونس على الأسئلة.",
    ],
)
def test_a_noun_in_construct_behind_a_verb_and_its_subject_says_nothing(text: str) -> None:
    assert told(text) == []


def test_a_verb_that_looks_like_a_noun_still_says() -> None:
    assert [s for _, s, _ in told("وطلب المغرب من الاتحاد تنظيم البطولة المقبلة.")] == ["morocco"]


@pytest.mark.parametrize(
    "text",
    [
        "واختتمت القمة أعمالها باعتماد «إعلان طنجة» الذي أكد ضرورة الحوار.",
        "واختتمت القمة أعمالها، وأكد «إعلان طنجة» ضرورة الحوار.",
    ],
)
def test_a_document_called_after_a_town_speaks_itself(text: str) -> None:
    assert [(said, speaker) for said, speaker, _ in told(text)] in (
        [("ضرورة الحوار", "إعلان طنجة")],
        [("ضرورة الحوار", "aalan-tnjh")],  # where the marks make it a name
    )


def test_on_whose_tongue_an_agency_passes_on() -> None:
    text = "ونقلت وكالة رويترز على لسان مسؤول تونسي قوله إن المحادثات مستمرة."
    assert told(text) == [("المحادثات مستمرة", "مسؤول تونسي", ["reuters"])]


def test_where_a_sentence_turns_to_a_town_the_town_says_nothing() -> None:
    text = "قال بنيامين نتنياهو إن المحادثات مستمرة. وعن زيارته إلى باريس، قال إنها كانت مثمرة."
    assert [s for _, s, _ in told(text)] == ["benjamin-netanyahu", "benjamin-netanyahu"]


def test_the_article_behind_a_preposition_is_written_out() -> None:
    assert told("وذكر بيان للهيئة أن العمل مستمر.") == [("العمل مستمر", "الهيئة", ["بيان"])]


def test_a_day_is_no_part_of_a_title() -> None:
    text = "قال سمير القحطاني رئيس البلدية السعودي الاثنين إن المشروع كبير."
    reading = read(Report("r", "r", text, "0", published=date(2018, 4, 18)))
    assert [r.title for r in reading.roles] == ["رئيس البلدية السعودي"]


def test_one_who_has_two_titles_speaks_once() -> None:
    text = "وقد غرّد المستشار بالديوان الملكي السعودي، والمشرف على مركز البحوث، سمير القحطاني، قائلاً إن المشروع كبير."
    assert [s for _, s, _ in told(text)] == ["smyr-alqhtany"]


def test_a_feminine_verb_goes_back_to_the_paper_and_not_to_its_source() -> None:
    text = "وذكرت وكالة رويترز نقلا عن مصدر تونسي أن الحكومة بحثت الأمر. وقالت في تقرير إن القرار قريب."
    assert [s for _, s, _ in told(text)] == ["مصدر تونسي", "reuters"]
