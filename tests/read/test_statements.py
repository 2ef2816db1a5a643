"""Who says what, through whom: the grammar of attribution in news Arabic."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.read.document import Document
from tawatur.read.statements import read_statements
from tawatur.record.types import Entity, Mention, Report, Role, Statement

NAMES = {  # the names of these tests: id, type
    "سلمى الحداد": ("salma", "person"),
    "كريم الصافي": ("karim", "person"),
    "الحداد": ("salma", "person"),
    "الصافي": ("karim", "person"),
    "وزارة الصحة": ("ministry", "organisation"),
    "فرنسا": ("france", "place"),
    "تونس": ("tunisia", "place"),
    "باريس": ("france", "place"),
    "رويترز": ("reuters", "work"),
    "حماس": ("hamas", "organisation"),
}
ROLES = {"وزيرة الخارجية سلمى الحداد": ("salma", "وزيرة الخارجية")}


def read(text: str) -> list[Statement]:
    document = Document(Report(id="r", file="r.txt", text=text, text_sha256="", outlet="بلادي"))
    reading = document.reading
    reading.entities = [Entity(i, t, {"ar": n}) for n, (i, t) in NAMES.items() if n not in ("الحداد", "الصافي")]
    taken: set[int] = set()
    for name, (entity, kind) in NAMES.items():
        for start in _places(text, name):
            if start not in taken:
                span = document.span(start, start + len(name))
                reading.mentions.append(Mention(span.start, span.end, span.text, kind, entity))
                taken.update(range(start, start + len(name)))
    for words, (person, title) in ROLES.items():
        for start in _places(text, words):
            span = document.span(start, start + len(words))
            reading.roles.append(Role(span.start, span.end, span.text, person, title, None))
    read_statements(document)
    return reading.statements


def _places(text: str, word: str) -> list[int]:
    return [i for i in range(len(text)) if text.startswith(word, i)]


def told(text: str) -> list[tuple[str, str | None, list[str]]]:
    return [(s.text, s.speaker, s.via) for s in read(text)]


def one(text: str) -> Statement:
    found = read(text)
    assert len(found) == 1, [s.text for s in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("قالت وزارة الصحة إن الوضع مستقر.", "الوضع مستقر"),
        ("وأكدت وزارة الصحة أنها سترسل فريقا إلى المنطقة.", "سترسل فريقا إلى المنطقة"),
        ("أفادت وزارة الصحة بأن المستشفى عاد إلى العمل.", "المستشفى عاد إلى العمل"),
        ("شدد كريم الصافي على أن الاتفاق ملزم.", "الاتفاق ملزم"),
        ("أشار كريم الصافي إلى أهمية الحوار بين الطرفين.", "أهمية الحوار بين الطرفين"),
        ("أعلنت وزارة الصحة، الثلاثاء، افتتاح ثلاثة مراكز جديدة.", "افتتاح ثلاثة مراكز جديدة"),
        ("كشف كريم الصافي عن خطة لتوسيع الميناء.", "خطة لتوسيع الميناء"),
        ("حذر كريم الصافي السكان من الاقتراب من النهر.", "الاقتراب من النهر"),
        ("دعت فرنسا إلى هدنة فورية في الإقليم.", "هدنة فورية في الإقليم"),
        ("تعهد كريم الصافي بإعادة بناء المدرسة.", "إعادة بناء المدرسة"),
        ("أدانت فرنسا الهجوم على القافلة.", "الهجوم على القافلة"),
        ("رحبت تونس بقرار اللجنة.", "قرار اللجنة"),
        ("وصف كريم الصافي القرار بأنه متسرع.", "القرار بأنه متسرع"),
    ],
)
def test_the_frames_of_verbs(text: str, content: str) -> None:
    assert one(text).text == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('قال كريم الصافي: "لن نغادر المدينة".', "لن نغادر المدينة"),
        ("قال كريم الصافي “نعمل ليلا ونهارا لإنهاء الأزمة”.", "نعمل ليلا ونهارا لإنهاء الأزمة"),
        ("وأضاف كريم الصافي أن «المدارس ستفتح أبوابها يوم الأحد».", "المدارس ستفتح أبوابها يوم الأحد"),
        ('قال كريم الصافي: "انتهى العمل. سنعود غدا إلى الموقع".', "انتهى العمل. سنعود غدا إلى الموقع"),
        ('"لن نترك أرضنا مهما حدث"، يقول كريم الصافي.', "لن نترك أرضنا مهما حدث"),
    ],
)
def test_direct_speech(text: str, content: str) -> None:
    statement = one(text)
    assert (statement.kind, statement.text, statement.speaker) == ("direct", content, "karim")


def test_a_quotation_inside_an_indirect_statement_is_one_of_its_own() -> None:
    outer, inner = read('قال كريم الصافي إن الاتفاق "لا يخدم مصالح الطرفين" في شيء.')
    assert (outer.kind, inner.kind) == ("indirect", "direct")
    assert inner.text == "لا يخدم مصالح الطرفين"
    assert inner.speaker == outer.speaker == "karim"
    assert inner.cue == outer.cue


def test_marks_of_distance_are_no_statement() -> None:
    assert one('قال كريم الصافي إن "الانتصار" بعيد المنال في هذه الظروف.').kind == "indirect"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قالت وزيرة الخارجية سلمى الحداد إن الزيارة مؤجلة.", "salma"),
        ("قال المتحدث باسم الحكومة، كريم الصافي، إن الزيارة مؤجلة.", "karim"),
        ("كريم الصافي، رئيس اللجنة، قال إن الزيارة مؤجلة.", "karim"),
        ("وكانت وزارة الصحة قد أعلنت أن الحملة تبدأ غدا.", "ministry"),
        ("أعلنت باريس أن الزيارة مؤجلة.", "france"),
        ("قالت حركة حماس إن الوفد وصل إلى القاهرة.", "hamas"),
        ("قال مسؤول كبير في وزارة الصحة إن العدد مرشح للارتفاع.", "مسؤول كبير في وزارة الصحة"),
        ("أفادت مصادر طبية بأن العدد مرشح للارتفاع.", "مصادر طبية"),
        ("ذكر شهود عيان أن الحريق اندلع فجرا.", "شهود عيان"),
        ("ويرى محللون أن الأزمة ستطول.", "محللون"),
    ],
)
def test_who_speaks(text: str, speaker: str) -> None:
    assert one(text).speaker == speaker


def speakers(text: str) -> list[str | None]:
    return [s.speaker for s in read(text)]


def test_a_dropped_subject_is_the_last_speaker_who_agrees() -> None:
    text = (
        "قالت سلمى الحداد إن الطريق مفتوح.\nوقال كريم الصافي إن الجسر مغلق.\nوأضافت أن العمل جار.\nوأوضح أن الأمر مؤقت."
    )
    assert speakers(text) == ["salma", "karim", "salma", "karim"]


def test_a_participle_goes_on_with_the_speech() -> None:
    first, second = read("أكدت سلمى الحداد أن الطريق مفتوح، مشيرة إلى تحسن الطقس.")
    assert (first.text, second.text) == ("الطريق مفتوح", "تحسن الطقس")
    assert second.speaker == "salma"


def test_a_verb_with_a_participle_is_one_cue() -> None:
    statement = one("واستطردت سلمى الحداد مؤكدة أن الطريق مفتوح.")
    assert statement.speaker == "salma"
    assert statement.cue is not None
    assert statement.cue.text == "واستطردت سلمى الحداد مؤكدة"


def test_a_description_points_back_at_the_last_speaker() -> None:
    assert speakers("قال كريم الصافي إن الطريق مفتوح. وأضاف المتحدث ذاته أن العمل جار.") == ["karim", "karim"]
    text = "التقت وزيرة الخارجية سلمى الحداد الوفد. وقال كريم الصافي إن اللقاء مثمر. وقالت الوزيرة إن الحوار مستمر."
    assert speakers(text) == ["karim", "salma"]


def test_who_urges_somebody_to_something_says_it() -> None:
    assert told("وحض كريم الصافي سكان الميناء على إخلاء المنازل القديمة.") == [("إخلاء المنازل القديمة", "karim", [])]


def test_whom_one_calls_upon_does_not_call() -> None:
    text = "قال كريم الصافي إن الوضع صعب. وطالب المجتمع الدولي باتخاذ موقف واضح."
    assert speakers(text) == ["karim", "karim"]


@pytest.mark.parametrize(
    ("text", "content", "speaker", "via"),
    [
        ("ارتفع عدد المصابين إلى عشرين، بحسب وزارة الصحة.", "ارتفع عدد المصابين إلى عشرين", "ministry", []),
        ("ارتفع عدد المصابين إلى عشرين، وفق بيان لوزارة الصحة.", "ارتفع عدد المصابين إلى عشرين", "ministry", ["بيان"]),
        ("وبحسب وزارة الصحة، فإن عدد المصابين بلغ عشرين.", "عدد المصابين بلغ عشرين", "ministry", []),
        ("توقفت الرحلات منذ الصباح، وفق مصادر ملاحية.", "توقفت الرحلات منذ الصباح", "مصادر ملاحية", []),
    ],
)
def test_sources_outside_a_verb(text: str, content: str, speaker: str, via: list[str]) -> None:
    assert told(text) == [(content, speaker, via)]


def test_a_plan_is_no_source() -> None:
    assert read("تعمل اللجنة وفق خطة واضحة لإعادة الإعمار.") == []


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("قالت وزارة الصحة في بيان إن الحملة تبدأ غدا.", "ministry", ["بيان"]),
        ("قال كريم الصافي في مؤتمر صحفي إن الحملة تبدأ غدا.", "karim", ["مؤتمر صحفي"]),
        ("قال كريم الصافي لرويترز إن الحملة تبدأ غدا.", "karim", ["reuters"]),
        ("قال كريم الصافي في مقابلة مع رويترز إن الحملة تبدأ غدا.", "karim", ["reuters"]),
        ("ذكرت رويترز، نقلا عن مصادر أمنية، أن الحدود أغلقت.", "مصادر أمنية", ["reuters"]),
        ("ونقلت رويترز عن كريم الصافي قوله إن الحدود أغلقت.", "karim", ["reuters"]),
        ("أعلنت وزارة الصحة في بيان أن الحملة تبدأ غدا، وفق ما نقلته رويترز.", "ministry", ["بيان", "reuters"]),
        ("أعلن بيان لوزارة الصحة أن الحملة تبدأ غدا.", "ministry", ["بيان"]),
        ("أدانت تونس على لسان كريم الصافي قصف المستشفى.", "tunisia", ["karim"]),
    ],
)
def test_chains(text: str, speaker: str, via: list[str]) -> None:
    statement = one(text)
    assert (statement.speaker, statement.via) == (speaker, via)


def test_a_document_speaks_for_who_issued_it() -> None:
    text = "قالت وزارة الصحة في بيان إن الحملة تبدأ غدا. وجاء في البيان أن اللقاح مجاني. وأضاف أن الكمية كافية."
    assert [(s.speaker, s.via) for s in read(text)] == [("ministry", ["بيان"])] * 3


def test_the_same_source() -> None:
    text = "أغلقت الحدود مساء، بحسب مصادر أمنية. ووفق المصدر نفسه، فإن الإغلاق مؤقت."
    assert speakers(text) == ["مصادر أمنية", "مصادر أمنية"]


def test_an_interview_holds_for_all_that_its_speaker_says() -> None:
    text = "قال كريم الصافي إن الطريق مفتوح. وأضاف كريم الصافي، في حوار مع رويترز، أن العمل جار."
    assert [s.via for s in read(text)] == [["reuters"], ["reuters"]]


def test_a_statement_within_anothers_comes_through_him() -> None:
    inner = read("قال كريم الصافي إن تونس دعت إلى اجتماع عاجل.")[1]
    assert (inner.text, inner.speaker, inner.via) == ("اجتماع عاجل", "tunisia", ["karim"])


def test_denials_say_so() -> None:
    assert one("نفت وزارة الصحة وجود نقص في الأدوية.").denies
    assert not one("أكدت وزارة الصحة وجود نقص في الأدوية.").denies


@pytest.mark.parametrize(
    "text",
    [
        "لم تعلن وزارة الصحة عن موعد الحملة.",
        "ومن المتوقع أن تعلن وزارة الصحة عن موعد الحملة.",
        "يذكر أن الحملة بدأت العام الماضي.",
        "وتجدر الإشارة إلى أن الحملة بدأت العام الماضي.",
        "زار الوفد مدينة ساحلية في الجنوب.",
        "تحمل المسيرة اسم الشهيد.",
    ],
)
def test_what_is_no_statement(text: str) -> None:
    assert read(text) == []


def test_a_headline_with_a_name_and_a_colon() -> None:
    statement = read("كريم الصافي: لن نقبل بالشروط الجديدة\n\nعقد الوفد لقاء أمس.")[0]
    assert (statement.text, statement.speaker) == ("لن نقبل بالشروط الجديدة", "karim")


@pytest.mark.parametrize(
    "tail", ["، بينما غادر الوفد القاعة.", "، الأمر الذي أغضب الحضور.", "، وهو ما نفاه الطرف الآخر."]
)
def test_what_the_outlet_adds_is_not_said(tail: str) -> None:
    assert one(f"قال كريم الصافي إن الاتفاق ملزم{tail}").text == "الاتفاق ملزم"


def test_a_name_in_marks_is_no_speech() -> None:
    assert [s.kind for s in read('قالت سلمى الحداد إن مبادرة "طريق البحر" تتقدم، وإن "طريق البحر" للجميع.')] == [
        "indirect"
    ]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("مدينة (وكالة) -- قالت سلمى الحداد إن الطريق مفتوح.", "الطريق مفتوح", "salma"),
        ("قالت متحدثة باسم الشرطة إن الطريق مفتوح.", "الطريق مفتوح", "متحدثة باسم الشرطة"),
        ("أكد مالك العربي النجار أن الطريق مفتوح.", "الطريق مفتوح", "مالك العربي النجار"),
        ("أعلن الجيش الذي يقاتل في الشمال، استعادة بلدتين.", "استعادة بلدتين", "الجيش"),
        ("قالت وزارة الصحة، التي تتابع الحادث، إن العدد ثابت.", "العدد ثابت", "ministry"),
        ("قال قاض في محكمة المدينة إن الجلسة تأجلت.", "الجلسة تأجلت", "قاض في محكمة المدينة"),
    ],
)
def test_subjects_of_many_shapes(text: str, content: str, speaker: str) -> None:
    assert [(s.text, s.speaker) for s in read(text)] == [(content, speaker)]


def test_a_source_may_go_on_in_participles() -> None:
    first, second = read("توقفت الرحلات منذ الصباح، بحسب كريم الصافي، موضحا أن السبب هو الضباب.")
    assert (first.text, second.text) == ("توقفت الرحلات منذ الصباح", "السبب هو الضباب")
    assert first.speaker == second.speaker == "karim"


def test_somebody_who_cannot_be_told_is_left_open() -> None:
    assert speakers("وقالوا إن الطريق مفتوح.") == [None]


def test_the_minister_of_one_thing_is_not_the_minister_of_another() -> None:
    text = "التقت وزيرة الخارجية سلمى الحداد الوفد. وقالت وزيرة التعليم إن المدارس جاهزة."
    assert speakers(text) == ["وزيرة التعليم"]


WORDS: Sequence[str] = [
    "قال", "وأضاف", "إن", "أن", "بأن", "كريم الصافي", "وزارة الصحة", "،", ".", ":", '"', "“", "”", "«", "بحسب", "بيان",
    "نقلا عن", "مشيرا إلى", "الذي", "البيان", "المصدر", "(", ")", "\n", "في", "رويترز", "كما", "دعا", "ب", "هم", "وهو",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join) | st.text(max_size=60))
def test_any_text_gives_spans_of_it(text: str) -> None:
    statements = read(text)
    assert [s.start for s in statements] == sorted(s.start for s in statements)
    for statement in statements:
        assert text[statement.start : statement.end] == statement.text
        assert statement.cue is None or text[statement.cue.start : statement.cue.end] == statement.cue.text


ROUND_TWO = [
    # a verb after its subject in what another says; its stand is a statement of its own
    (
        "وقال كريم الصافي إن سلمى الحداد أبدت مخاوف من التأخير.",
        [
            ("سلمى الحداد أبدت مخاوف من التأخير", "karim", []),
            ("مخاوف من التأخير", "salma", ["karim"]),
        ],
    ),
    (
        "أعلن كريم الصافي أن وزيرة الخارجية، سلمى الحداد، أعربت خلال اللقاء عن أملها في الحل.",
        [
            ("وزيرة الخارجية، سلمى الحداد، أعربت خلال اللقاء عن أملها في الحل", "karim", []),
            ("أملها في الحل", "salma", ["karim"]),
        ],
    ),
    # whom one speaks to is no part of who speaks
    ("وقال كريم الصافي للصحفيين إن الطريق مفتوح.", [("الطريق مفتوح", "karim", [])]),
    ("وأوضح كريم الصافي لـ«رويترز»، أن الطريق مفتوح.", [("الطريق مفتوح", "karim", ["reuters"])]),
    # an agency that only passes on is a link of the chain
    ("وذكرت رويترز أن كريم الصافي أكد أن الطريق مفتوح.", [("الطريق مفتوح", "karim", ["reuters"])]),
    ("وانتقد كريم الصافي، وفقا لما نقلته رويترز، إغلاق الطريق.", [("إغلاق الطريق", "karim", ["reuters"])]),
    # two who speak together are words
    ("وأعلنت فرنسا وتونس إغلاق الطريق.", [("إغلاق الطريق", "فرنسا وتونس", [])]),
    # a name given in passing
    ("وقال أحد الشهود، واسمه كريم الصافي، إن الطريق مفتوح.", [("الطريق مفتوح", "karim", [])]),
    # what shows is not said
    ("وأغلقت البلدية الطريق، ما يؤكد أن الأزمة مستمرة.", []),
    # "but" ends a noun phrase and brings the next voice
    (
        "أعلن كريم الصافي إغلاق الطريق لكنه عاد بعد ساعات.",
        [("إغلاق الطريق", "karim", [])],
    ),
    # an adverb like a participle says nothing
    ("وأكد كريم الصافي مجددا أن الطريق مفتوح.", [("الطريق مفتوح", "karim", [])]),
    # who only takes up himself makes one statement
    ("وقال كريم الصافي إنه يرحب بالقرار.", [("يرحب بالقرار", "karim", [])]),
]


@pytest.mark.parametrize(("text", "expected"), ROUND_TWO)
def test_voices_inside_voices(text: str, expected: list[tuple[str, str | None, list[str]]]) -> None:
    assert told(text) == expected
