"""Who speaks where something else stands beside the subject: objects, adverbs, titles of others, media, gatherings."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur.read.reading import read
from tawatur.record.types import Report


def told(text: str) -> list[tuple[str, str | None, list[str]]]:
    found = read(Report("r", "r", text, "0", published=date(2018, 4, 18))).statements
    return [(s.text, s.speaker, s.via) for s in found]


def speakers(text: str) -> list[str | None]:
    return [speaker for _, speaker, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the only noun of a verb that needs an object is the object
        ("قالت تركيا إن الحدود آمنة واتهمت فرنسا بتجاهل الأزمة.", ("فرنسا بتجاهل الأزمة", "turkey")),
        ("أكدت تركيا أن الحوار مفيد، وكانت قد وصفت الاتفاق بأنه هش.", ("الاتفاق بأنه هش", "turkey")),
        # nor do bodies, or foreigners in the accusative, call where the sentence has its speaker
        ("قالت تركيا إن الوضع صعب، ودعت المنظمات الدولية إلى إرسال المساعدات.", ("إرسال المساعدات", "turkey")),
        ("قال دونالد ترامب إن الخطة جاهزة ودعا المنظمات الدولية إلى دعمها.", ("دعمها", "donald-trump")),
        ("أعلنت تركيا أن المخبر جاهز ودعت خبراء أجانب إلى زيارته.", ("زيارته", "turkey")),
        # a verb in the plural has its subject before it
        ("قال شاهد إن كبار الضباط، بينهم قائد الفرقة، حذروا الحكومة من الانهيار.", ("الانهيار", "كبار الضباط")),
    ],
)
def test_whom_a_verb_is_addressed_to_does_not_speak(text: str, expected: tuple[str, str]) -> None:
    assert expected in [(content, speaker) for content, speaker, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("انتقدت الحكومة القرار.", "القرار", "الحكومة"),
        ("وصفت الشرطة المحلية الحادث بالمتعمد.", "الحادث بالمتعمد", "الشرطة المحلية"),
        ("وأدان الرئيس التصعيد العسكري.", "التصعيد العسكري", "الرئيس"),
        ("اتهم الجيش المعارضة بقصف المدينة.", "المعارضة بقصف المدينة", "الجيش"),
        ("وصف رئيس الوزراء الحادث بأنه هجوم.", "الحادث بأنه هجوم", "رئيس الوزراء"),
        ("حثت السلطات المحلية الناس على مغادرة القرية.", "مغادرة القرية", "السلطات المحلية"),
        (
            "حذر مسؤول كبير في الأمم المتحدة إسرائيل من عرقلة المساعدات.",
            "عرقلة المساعدات",
            "مسؤول كبير في الأمم المتحدة",
        ),
        ("اتهمت الشرطة 43 شخصا بينهم أجانب بتلقي أموال.", "43 شخصا بينهم أجانب بتلقي أموال", "الشرطة"),
        ("ويتهم داعمو الهدنة الجيش بخرقها.", "الجيش بخرقها", "داعمو الهدنة"),
    ],
)
def test_where_a_subject_ends_and_its_object_begins(text: str, content: str, speaker: str) -> None:
    assert told(text) == [(content, speaker, [])]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("وتابع المدير بانتباه شديد أن العمل مستمر.", "العمل مستمر", "المدير"),
        ('هتف المصلون بصوت واحد "لا نريد حربا ولا نريد فتنة".', "لا نريد حربا ولا نريد فتنة", "المصلون"),
        ("واستبعد الوزير بطريقة حاسمة التحالف مع خصومه.", "التحالف مع خصومه", "الوزير"),
        ("ولا تزال فرنسا تتهم باستمرار تركيا بتدبير الهجوم.", "تركيا بتدبير الهجوم", "france"),
        ("وأكدت القمة من جهة ثانية على إدانتها العنف.", "إدانتها العنف", "القمة"),
        ("وكانت روسيا شددت مرات عدة على براءتها.", "براءتها", "russia"),
        # but what belongs to somebody is no adverb
        ("وأشادت الشركة باهتمام الوزارة بالمشروع.", "اهتمام الوزارة بالمشروع", "الشركة"),
    ],
)
def test_how_something_is_said_is_no_part_of_who_says_it(text: str, content: str, speaker: str) -> None:
    assert told(text) == [(content, speaker, [])]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "أفاد مسؤولون بإدارة الرئيس الأميركي دونالد ترامب أن اللقاء قريب.",
            "مسؤولون بإدارة الرئيس الأميركي دونالد ترامب",
        ),
        ("قال متحدث باسم الأمين العام أنطونيو غوتيريس إن التحقيق بدأ.", "متحدث باسم الأمين العام أنطونيو غوتيريس"),
        ("وأكد المكتب الإعلامي لسفارة فرنسا عدم صحة الخبر.", "المكتب الإعلامي لسفارة فرنسا"),
        ("وأعلن المكتب الإعلامي لرئيس الوزراء اللبناني أن الزيارة غدا.", "المكتب الإعلامي لرئيس الوزراء اللبناني"),
        ("والتقى رئيس الوزراء البولندي، الذي قال إن أوروبا متضامنة.", "رئيس الوزراء البولندي"),
        ("وقالت الشرطة إنها تحقق. وأكدت والدته أن ابنها بريء.", "والدته"),
        ("ويضمن القانون الحرية، لكن مراقبين يؤكدون أن التسامح يتراجع.", "مراقبين"),
        ("قال م. سمير القحطاني إن العقود جاهزة.", "smyr-alqhtany"),
        ("ولفت إمام المسجد الكبير سمير القحطاني إلى أهمية الموسوعة.", "smyr-alqhtany"),
        ("وكان مشروع القرار يدعو إلى إنشاء آلية مستقلة.", "مشروع القرار"),
        ("وأكدت قبائل المحافظة رفضها للحرب.", "قبائل المحافظة"),
        ("قال مسؤول كبير بالأمم المتحدة لمجلس الأمن الدولي إن الوضع خطير.", "مسؤول كبير بالأمم المتحدة"),
        ("قال مسؤول عسكري لـCNN إن الصواريخ وصلت.", "مسؤول عسكري"),
    ],
)
def test_the_whole_description_of_a_speaker(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("وقال مسؤولون لوسائل إعلام محلية إن الهجوم فشل.", "مسؤولون", ["وسائل إعلام محلية"]),
        ("وقال المسؤولون في إفادة صحفية إن الخطة جاهزة.", "المسؤولون", ["إفادة صحفية"]),
        (
            'وقال متحدث باسم الشركة "السيد سمير سيمثل العمال في الحفل" حسبما نقلت عنه وكالة فرانس برس.',
            "متحدث باسم الشركة",
            ["afp"],
        ),
    ],
)
def test_through_what_it_came(text: str, speaker: str, via: list[str]) -> None:
    assert [(s, v) for _, s, v in told(text)] == [(speaker, via)]


def test_the_paper_is_the_one_that_was_heard_before() -> None:
    text = "قالت صحيفة الأهرام إن السد جاهز. ونقلت عن مهندس قوله إن العمل متعب. وأضافت الصحيفة أن الحفل غدا."
    assert speakers(text)[-1] == speakers(text)[0]


def test_who_is_passed_on_by_a_pronoun() -> None:
    text = "قال دونالد ترامب إن الوقت حان. ونقل عنه كتاب جديد قوله إن السلطة متعبة."
    assert told(text)[-1][1:] == ("donald-trump", ["كتاب جديد"])


def test_a_gathering_says_what_those_say_who_meet() -> None:
    text = "دعت دول المنظمة إلى وقف القتال. وأكدت القمة أن الحل سياسي. وقالت الدول الـ57 الأعضاء إن الهدنة هشة."
    assert speakers(text) == ["دول المنظمة", "دول المنظمة", "دول المنظمة"]


def test_the_states_of_a_body_are_not_the_body() -> None:
    assert speakers("دعت دول الأمم المتحدة إلى وقف القتال.") == ["دول الأمم المتحدة"]


@pytest.mark.parametrize(
    "text",
    [
        "تنظر المحكمة في مجزرة يتهم القائد بالمشاركة فيها.",
        "وفي رأي كاتب المقال هذا التحرك يظهر أن الإنسانية باقية.",
        "غير أني أعتقد أن الطريق طويل.",
    ],
)
def test_nobody_says_so(text: str) -> None:
    assert told(text) == []


def test_things_show_but_do_not_say() -> None:
    text = "قالت تركيا إن الإجراءات المشددة تشير إلى أن مسؤولا كبيرا وصل."
    assert told(text) == [("الإجراءات المشددة تشير إلى أن مسؤولا كبيرا وصل", "turkey", [])]


def test_what_a_relative_clause_says_ends_with_it() -> None:
    text = "وتشمل الإجراءات، تأييدا لفرنسا التي تتهم تركيا بالتجسس، أكثر من مئة موظف."
    assert told(text) == [("تركيا بالتجسس", "france", [])]


def test_the_antecedent_of_a_relative_clause_is_its_object_where_a_subject_follows() -> None:
    text = "وشهدت البلدة هجوما، وهي التهمة التي تتهم فرنسا الجيش بارتكابها."
    assert [s for _, s, _ in told(text)] == ["france"]


def test_a_participle_that_is_a_noun_of_people_too() -> None:
    text = "رحبت فرنسا بالاتفاق، داعية الاتحاد الأوروبي إلى دعمه."
    assert told(text) == [("الاتفاق", "france", []), ("دعمه", "france", [])]


def test_what_a_relative_clause_says_of_its_noun_is_no_statement() -> None:
    text = "قال المنسق إن المبلغ الذي تعهد به المانحون في روما لا يغطي سوى ثلث الاحتياجات."
    (said,) = read(Report("r", "r", text, "0")).statements
    assert (said.speaker, said.via) == ("المنسق", [])


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        # what is not excluded is said to be possible
        ("ولم يستبعد دونالد ترامب أن تؤجل الانتخابات.", "تؤجل الانتخابات", "donald-trump"),
        ("لم تستبعد تركيا إرسال قوات إلى الحدود.", "إرسال قوات إلى الحدود", "turkey"),
        # a style of address with a pronoun is whom it was said of
        ("قال دونالد ترامب: «نرحب بكم». وأضاف سيادته أن العمل مستمر.", "العمل مستمر", "donald-trump"),
        # who has somebody for the object of a participle speaks
        ("قطعت تركيا علاقاتها بقطر متهمة إياها بتمويل مسلحين.", "تمويل مسلحين", "turkey"),
    ],
)
def test_who_holds_possible_or_accuses(text: str, content: str, speaker: str) -> None:
    assert (content, speaker) in [(c, s) for c, s, _ in told(text)]


def test_an_interview_spoken_of_again_was_given_to_the_same_medium() -> None:
    text = "قال دونالد ترامب في مقابلة مع صحيفة «الأهرام» إن الحل بعيد. وأضاف في المقابلة التي نشرت أمس أن العمل صعب."
    assert [via for _, _, via in told(text)] == [["al-ahram"], ["al-ahram"]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # what is set against it is said by the same speaker
        (
            "قال دونالد ترامب إن الأسعار ارتفعت، أما الأجور فبقيت كما هي.",
            [("الأسعار ارتفعت، أما الأجور فبقيت كما هي", "donald-trump")],
        ),
        # unless it is another who says something
        (
            "قال دونالد ترامب إن الحل قريب، أما تركيا فقالت إنه بعيد.",
            [("الحل قريب", "donald-trump"), ("بعيد", "turkey")],
        ),
        # "either" is no "as for"
        (
            "قال دونالد ترامب إن الشركة ستغلق، إما بسبب الديون وإما بقرار من القضاء.",
            [("الشركة ستغلق، إما بسبب الديون وإما بقرار من القضاء", "donald-trump")],
        ),
    ],
)
def test_what_is_put_ahead_of_its_verb_goes_on_with_what_is_said(text: str, said: list[tuple[str, str]]) -> None:
    assert [(c, s) for c, s, _ in told(text)] == said


def test_where_it_was_said_is_no_part_of_who_said_it() -> None:
    assert speakers('تعهد القادة في "إعلان الدوحة" بمكافحة الفقر.') == ["القادة"]
    assert speakers("وقال نائب المدير في سياق آخر إن العمل بدأ.") == ["نائب المدير"]
    assert speakers("وذكر بيان للجنة أن القرار نافذ.") == ["اللجنة"]


def test_a_style_of_address_without_a_name_says_what_it_says() -> None:
    assert [content for content, _, _ in told("قال سمو (الأحد) إن العمل بدأ.")] == ["العمل بدأ"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وأفاد حوالي 46 في المئة من المشاركين بأن السبب هو السعر.", "حوالي 46 في المئة من المشاركين"),
        ("وأشار 57 في المئة منهم إلى أن العمل متعب.", "57 في المئة منهم"),
        ("وصرحت نسبة 16 في المئة من العمال بأن الأجر قليل.", "نسبة 16 في المئة من العمال"),
        ("وقال نصف السكان إن الطريق مغلق.", "نصف السكان"),
        ("وقال أكثر من ثلث الطلاب (35 في المئة) إن الامتحان صعب.", "أكثر من ثلث الطلاب (35 في المئة)"),
    ],
)
def test_so_many_of_those_who_were_asked_say_so(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "وقال وزير النقل فلان الفلاني إن المطار مفتوح. وأوضح بعدها أن الرحلات بدأت.",
        "وقال وزير النقل فلان الفلاني إن المطار مفتوح. وأكد وقتها أن الرحلات بدأت.",
        "وقال وزير النقل فلان الفلاني إن المطار مفتوح. وطلب منا أن نحضر باكرا.",
        "وقال وزير النقل فلان الفلاني إن المطار مفتوح. وتحدث كثيرا عن الرحلات.",
        'وقال وزير النقل فلان الفلاني إن المطار مفتوح. وأضاف في بيان صادر عنه: "الرحلات بدأت صباح اليوم".',
    ],
)
def test_when_and_to_whom_and_how_something_is_said_is_not_who_says_it(text: str) -> None:
    first, second = speakers(text)
    assert first == second


def test_a_name_right_behind_its_verb_keeps_a_first_letter_that_looks_like_and() -> None:
    assert speakers("ولاحظ واضعو التقرير أن الأسعار ارتفعت.") == ["واضعو التقرير"]


def test_what_a_report_is_said_according_to_keeps_its_article() -> None:
    assert speakers("ووفقا للأرقام المعلنة، بلغ الإنتاج ذروته.") == ["الأرقام المعلنة"]


def test_a_document_that_was_put_out_on_a_day_is_not_put_out_by_the_day() -> None:
    assert speakers("وقال بيان رسمي الأحد إن القمة ستعقد في موعدها.") == ["بيان رسمي"]


def test_sources_of_another_sort_are_not_those_who_spoke_before() -> None:
    text = "وقالت مصادر عسكرية إن الجبهة هادئة. وأكدت المصادر الطبية أن المستشفى ممتلئ. وأضافت المصادر أن الأدوية نفدت."
    assert speakers(text) == ["مصادر عسكرية", "المصادر الطبية", "المصادر الطبية"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("وأخبرت قناة الجزيرة مشاهديها أن المطار أغلق.", ("al-jazeera", [])),
        ("وأبلغ المتحدث قناة الجزيرة أن المطار أغلق.", ("المتحدث", ["al-jazeera"])),
    ],
)
def test_a_medium_tells_its_viewers_and_is_told_by_others(text: str, said: tuple[str, list[str]]) -> None:
    assert [t[1:] for t in told(text)] == [said]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("انتهت العملية في الجبل، حسب بيان نشرته الأمم المتحدة، الثلاثاء.", "united-nations"),
        ("انتهت العملية في الجبل، حسب بيان نشرته الوزارة، الثلاثاء.", "الوزارة"),
        ("انتهت العملية في الجبل، وفقا لتقرير نشرته رويترز.", "تقرير"),
        ("وذكر تقرير حول حزب الله أن التنظيم يخزن السلاح.", "تقرير"),
        ("وأفاد تقرير لحزب الله بأن الطريق مفتوح.", "hezbollah"),
        ("وحذر بيان عن الأمم المتحدة من أن الوضع خطير.", "united-nations"),
        ("واقترح بيان على الأمم المتحدة أن ترسل مراقبين.", "بيان"),
    ],
)
def test_a_document_speaks_for_who_put_it_out_and_not_for_what_it_is_about(text: str, speaker: str) -> None:
    assert speaker in speakers(text)


@pytest.mark.parametrize("site", ['"تويتر"', "تويتر"])
def test_where_a_document_stands_does_not_speak(site: str) -> None:
    text = f'وكان حزب الله أعلن الأربعاء في بيان نشره على حسابه على موقع {site}، "بدء مرحلة جديدة في الجنوب كله".'
    assert told(text) == [("بدء مرحلة جديدة في الجنوب كله", "hezbollah", ["بيان", "twitter"])]


def test_those_who_were_killed_do_not_speak_in_the_next_sentence() -> None:
    text = "وقالت تركيا إن الحدود آمنة. ولقي عشرون متظاهرا مصرعهم. واتهمت باريس بالتدخل في شؤونها."
    assert speakers(text) == ["turkey", "turkey"]
    assert speakers("ولقي عشرون متظاهرا مصرعهم أمس. واتهم الحكومة بالتقصير.") == [None]
