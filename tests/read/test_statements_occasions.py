"""On what occasion something was said: chains that go on with a speaker, and where they end."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur.read.reading import read
from tawatur.record.types import Report, Statement


def statements(text: str, outlet: str | None = None) -> list[Statement]:
    return read(Report("r", "r", text, "0", published=date(2018, 4, 18), outlet=outlet)).statements


def chains(text: str) -> list[list[str]]:
    return [s.via for s in statements(text)]


def told(text: str) -> list[tuple[str, str | None, list[str]]]:
    return [(s.text, s.speaker, s.via) for s in statements(text)]


@pytest.mark.parametrize(
    ("text", "via"),
    [
        # words to a medium are an interview: all that the person says in the report
        (
            "دعا أنطونيو غوتيريس إلى الهدوء في المدينة. وقال غوتيريس لوكالة رويترز إن الهدنة قريبة. "
            "وفي رده على سؤال، قال غوتيريس إن المساعدات تصل.",
            ["reuters"],
        ),
        # a sentence of its own tells the occasion
        (
            "قال أنطونيو غوتيريس إن الهدنة قريبة. جاء ذلك في تصريح لوكالة رويترز. وأكد غوتيريس أن المساعدات تصل.",
            ["reuters"],
        ),
        # an agency that passes on his words goes on doing so
        (
            "ونقلت وكالة رويترز عن أنطونيو غوتيريس قوله إن الهدنة قريبة. وأضاف أن المساعدات تصل. "
            "وقال غوتيريس إن الطرق مفتوحة.",
            ["reuters"],
        ),
        ("قال أنطونيو غوتيريس إن الهدنة قريبة، بحسب ما نقلت عنه وكالة رويترز. وقال إن الطرق مفتوحة.", ["reuters"]),
        ("قال أنطونيو غوتيريس إن الهدنة قريبة، وفق ما ذكرت وكالة رويترز. وأضاف أن الطرق مفتوحة.", ["reuters"]),
        ("أعلن أنطونيو غوتيريس في بيان أن الهدنة قريبة. وأضاف غوتيريس أن الطرق مفتوحة.", ["بيان"]),
        ("كتب أنطونيو غوتيريس في تغريدة أن الهدنة قريبة. وأضاف أن الطرق مفتوحة.", ["تغريدة"]),
        ("قال أنطونيو غوتيريس في عدد من التغريدات إن الهدنة قريبة.", ["التغريدات"]),
        ("أعرب أنطونيو غوتيريس عن قلقه على المدنيين في حديث لوكالة رويترز.", ["reuters"]),
    ],
)
def test_a_chain_goes_on_with_its_speaker(text: str, via: list[str]) -> None:
    found = chains(text)
    assert found
    assert all(chain == via for chain in found), found


@pytest.mark.parametrize(
    "text",
    [
        "قال أنطونيو غوتيريس لوكالة رويترز إن الهدنة قريبة. وكان غوتيريس قد قال إن الطرق مغلقة.",
        "قال أنطونيو غوتيريس لوكالة رويترز إن الهدنة قريبة. وقال وزير الدفاع إن الطرق مغلقة.",
        "قال أنطونيو غوتيريس إن الهدنة قريبة، وفق ما ذكرت وكالة رويترز. وأكد أن الطرق مغلقة.",
    ],
)
def test_another_occasion_or_speaker_has_no_chain(text: str) -> None:
    assert chains(text) == [["reuters"], []]


def test_the_day_of_a_newspapers_name_is_a_day() -> None:
    assert chains("قال وزير الدفاع للصحفيين، الأحد، إن الطريق مغلق.") == [[]]


def test_a_statement_that_is_relayed_is_a_link_of_its_own() -> None:
    assert chains("قال وزير الدفاع في تصريحات نقلتها وكالة رويترز إن الطريق مغلق.") == [["تصريحات", "reuters"]]


def test_after_somebodys_words_is_no_chain() -> None:
    assert chains("قال وزير الدفاع بعد تصريحات السفير إن الطريق مغلق.") == [[]]


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("وأفاد بيان رسمي صادر عن وزارة الصحة أن المخزون يكفي.", "wzarh-alshh", ["بيان رسمي"]),
        (
            "نشر الوزير تغريدة للناشط فارس المنصوري، جاء فيها “لن نترك هذه المدينة للغرباء أبدا”.",
            "fars-almnswry",
            ["تغريدة"],
        ),
        ("وعلمت الصحيفة من مصادر مطلعة أن المشروع سيتوقف.", "مصادر مطلعة", ["الصحيفة"]),
        ("ذكرت وكالة رويترز نقلا عن مصدر أمني لم تكشف هويته، أن الطريق مغلق.", "مصدر أمني", ["reuters"]),
    ],
)
def test_whose_words_a_document_or_a_medium_tells(text: str, speaker: str, via: list[str]) -> None:
    ((_, who, chain),) = told(text)
    assert (who, chain) == (speaker, via)


def test_an_agency_without_a_source_tells_itself() -> None:
    assert told("وعلمت الصحيفة أن المشروع سيتوقف.") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقال لزملائه إن الطريق مغلق.", None),
        ("وشدد أمامهم على أن الطريق مغلق.", None),
        ("وقال خلال زيارته للمصنع والاستماع للعمال إن الطريق مغلق.", None),
        ("نددت 14 نقابة مهنية بينها نقابة الأطباء بالقرار.", "14 نقابة مهنية"),
        ("قال مصدر لـ«المدى» إن الطريق مغلق.", "مصدر"),
        ("وكتب الروائي سالم الغانم على تويتر: «هذه مدينة لا تنام أبدا».", "salm-alghanm"),
        ("وكان أنطونيو غوتيريس يؤكد حتى الخميس أن الطريق مغلق.", "antonio-guterres"),
    ],
)
def test_whom_words_go_to_does_not_speak(text: str, speaker: str | None) -> None:
    assert [s.speaker for s in statements(text)] == [speaker]


def test_an_agencys_verb_is_not_its_speakers() -> None:
    text = "ونقلت وكالة رويترز عن أنطونيو غوتيريس قوله إن الهدنة قريبة. وأضاف أن الطرق مفتوحة."
    assert {s.speaker for s in statements(text)} == {"antonio-guterres"}


def test_a_speech_brings_nobody_up() -> None:
    text = (
        "قال أنطونيو غوتيريس: «الهدنة قريبة من المدينة. والوزير لا يصدق ذلك. الطرق كلها مفتوحة اليوم». "
        "وأضاف أن المساعدات تصل."
    )
    assert {s.speaker for s in statements(text)} == {"antonio-guterres"}


def test_several_are_who_they_were_called() -> None:
    text = "وقال محامون إن الحكم باطل، فيما نفى المعلمون التهم وأغلقت السلطات المدرسة."
    assert [(s.speaker, s.text) for s in statements(text)] == [("محامون", "الحكم باطل"), ("المعلمون", "التهم")]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("اعتبرت فرنسا إغلاق الميناء رسالة إلى التجار.", ["إغلاق الميناء رسالة إلى التجار"]),
        ("توقع وزير الزراعة محصولا وفيرا هذا العام.", ["محصولا وفيرا هذا العام"]),
        ("نفى وزير الزراعة ما تردد عن استقالته.", ["ما تردد عن استقالته"]),
        ("حذرت وزارة الزراعة، وحملت المزارعين المسؤولية.", ["المزارعين المسؤولية"]),
        ("قالت النساء إن الشارع مظلم، مؤكدات أنه يحتاج إلى إنارة.", ["الشارع مظلم", "يحتاج إلى إنارة"]),
        ("قال وزير الزراعة إن الموسم جيد، سائلا الله أن يحفظ البلاد.", ["الموسم جيد", "يحفظ البلاد"]),
        ("قد يتأخر الموسم، لكن الأسعار قد ترتفع، بحسب محللين.", ["الأسعار قد ترتفع"]),
        ("طالبت وزارة الزراعة، المزارعين الكبار بتوفير البذور.", ["توفير البذور"]),
        ("فرضت البلدية قيودا مشددة على بيع المياه.", []),
        ("شهدت المدينة وقفة تطالب بالتعويض.", []),
        ("أطلقت الوزارة حملة بعنوان «بلادنا خضراء من جديد».", []),
        ("استُبعد اللاعب من الفريق.", []),
    ],
)
def test_what_is_said_and_what_is_not(text: str, contents: list[str]) -> None:
    assert [s.text for s in statements(text)] == contents


def test_what_is_said_next_is_a_statement_of_its_own() -> None:
    text = "قال وزير الزراعة إن الموسم جيد قبل أن يضيف «سنزيد المساحات في العام المقبل»."
    assert [(s.text, s.kind) for s in statements(text)] == [
        ("الموسم جيد", "indirect"),
        ("سنزيد المساحات في العام المقبل", "direct"),
    ]


def test_three_words_that_describe_are_speech() -> None:
    found = statements("قال وزير الزراعة إن القرار «ذات صبغة تجارية» في أساسه.")
    assert [(s.text, s.kind) for s in found][1:] == [("ذات صبغة تجارية", "direct")]


def test_a_quotation_left_open_goes_on_past_those_within_it() -> None:
    (statement,) = statements("وقالت ليلى «وجدت الموظفين يعملون «ليلا» ونهارا، ولم أنتظر طويلا.")
    assert statement.kind == "direct"
    assert statement.text.startswith("وجدت")


def test_an_aside_between_dashes_is_passed_over() -> None:
    assert told("قال مصدر مسؤول في البلدية - رفض ذكر اسمه - إن الطريق مغلق.") == [
        ("الطريق مغلق", "مصدر مسؤول في البلدية", [])
    ]
