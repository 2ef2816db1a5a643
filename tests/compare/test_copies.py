"""What counts as a copied passage, and where it begins and ends."""

from array import array

from compare_making import reading

from tawatur.compare.comparison import Part, compare
from tawatur.compare.copies import Marks, Shares, candidate_pairs
from tawatur.compare.copying.align import align
from tawatur.compare.fingerprints import prints, word_key, words_of
from tawatur.record.types import Copy, Reading, Span
from tawatur.text.folding import fold

PASSAGE = "بدأت الفرق الفنية صباحا إصلاح السد القديم الذي تضرر بعد أمطار استمرت أياما في أعالي الوادي"


def passages(a: str, b: str) -> list[tuple[str, str]]:
    left, right = reading("a", a, entities=()), reading("b", b, entities=())
    found = align(words_of(left), words_of(right))
    return [(a[slice(*p.a)], b[slice(*p.b)]) for p in found]


def found(*readings: Reading) -> list[Copy]:
    return compare(readings, only=Part.copies).copies


def test_a_passage_is_found_with_both_ends() -> None:
    a = f"قال الوزير كلاما طويلا. {PASSAGE}، كما زار المدينة."
    b = f"وجاء في الخبر: {PASSAGE}. ولم يعلق أحد."
    assert passages(a, b) == [(PASSAGE, PASSAGE)]


def test_marks_around_a_passage_are_no_part_of_it() -> None:
    assert passages(f"قال: “{PASSAGE}”.", f'وأضاف "{PASSAGE}" أمس.') == [(PASSAGE, PASSAGE)]


def test_spelling_habits_change_nothing() -> None:
    other = PASSAGE.replace("إصلاح", "اصلاح").replace("أيام", "ايام").replace("السد", "السدّ")
    assert passages(f"خبر أول: {PASSAGE}", f"خبر آخر: {other}") == [(PASSAGE, other)]


def test_a_name_of_two_parts_is_one_word_written_together_or_apart() -> None:
    apart = f"وقع المدير عبد العزيز أبو زهرة {PASSAGE}"
    together = f"أما عبدالعزيز أبوزهرة {PASSAGE}"
    assert passages(apart, together) == [(f"عبد العزيز أبو زهرة {PASSAGE}", f"عبدالعزيز أبوزهرة {PASSAGE}")]
    assert len(words_of(reading("a", "عبد\nالعزيز", entities=()))) == 2


def test_a_turn_that_comes_again_days_later_is_no_copy() -> None:
    turn = "أصيب عامل بجروح بالغة حين سقط جدار قديم قرب السوق"

    def shared(text: str, later: str) -> int:
        left = reading("a", f"قبل أسبوع {text}", "2021-05-02", entities=())
        right = reading("b", f"وذكر شاهد: {text}، ثم غادر", later, entities=())
        return len(align(words_of(left), words_of(right)))

    assert [shared(turn, f"2021-05-{day}") for day in ("02", "04", "09")] == [1, 1, 0]
    assert shared(f"{PASSAGE} و{turn}", "2021-05-09") == 1


def test_a_form_filled_in_on_another_day_is_no_copy() -> None:
    form = (
        "أغلقت بورصة الحبوب أمس على ارتفاع قدره {0} نقطة بعد جلسة هادئة شهدت إقبال المطاحن الصغيرة على الشراء فيما بلغ"
        " عدد الأكياس التي بيعت {1} كيسا وتوزعت على تجار السوق القديم والسوق الجديد وأصحاب المخازن القريبة من الميناء"
    )

    def shared(*second: object, at: str) -> int:
        left = reading("a", form.format(12, 840), "2021-05-02", entities=())
        right = reading("b", form.format(*second), at, entities=())
        return len(align(words_of(left), words_of(right)))

    assert [shared(31, 910, at=f"2021-05-{d}") for d in ("02", "12")] == [1, 0]
    assert shared(12, 840, at="2021-05-12") == 1


def test_a_form_of_words_with_holes_comes_again_unless_a_number_is_the_same() -> None:
    form = (
        "أخمدت فرق الإطفاء حريقا {0} بعد بلاغ ورد إلى غرفة العمليات عند الظهر وتم {1} تبريد الموقع ومنع امتداد النيران"
        " إلى المنازل المجاورة {2} دون إصابات وباشرت لجنة مختصة التحقيق في أسباب الحادث"
    )

    def shared(more: str, at: str) -> int:
        one = form.format("اندلع في مخزن للأخشاب", "خلال دقائق معدودة", "فيما انتهت المهمة مساء")
        other = form.format("شب داخل ورشة لإصلاح المحركات", "بعد ساعات من العمل الشاق", "وسط البلدة القديمة كلها")
        left, right = reading("a", one + more, "2021-05-02", entities=()), reading("b", other + more, at, entities=())
        return len(align(words_of(left), words_of(right)))

    assert [shared("", f"2021-05-{d}") for d in ("02", "12")] == [1, 0]
    assert shared(" وقدرت الخسائر بنحو 48500 دينار", "2021-05-12") == 1


def test_a_short_passage_needs_another_near_it() -> None:
    short = "تجولت لجنة الحقول بين مزارع الزيتون صباح الأربعاء الماضي"

    def shared(words: int) -> list[str]:
        alphabet = "بجدرزسشطعغفقكم"
        one, other = (" ".join(f"{x}{alphabet[n % 14]}{alphabet[n // 14]}" for n in range(words)) for x in "حخ")
        return [x[0] for x in passages(f"{PASSAGE}. {one} {short} ثم", f"{PASSAGE}. {other} {short} أيضا")]

    assert passages(f"هنا {short} ثم", f"هناك {short} أيضا") == []
    assert [shared(12), shared(60)] == [[PASSAGE, short], [PASSAGE]]


def test_a_man_with_all_that_he_is_says_little() -> None:
    titled = "سليم الحداد نورة القاضي الرابطة الإقليمية للمياه رويترز سلوان نهرين"

    def shared(more: str) -> int:
        left, right = reading("a", f"استقبل {titled} {more} صباحا"), reading("b", f"ودع {titled} {more} ليلا")
        return len(align(words_of(left), words_of(right)))

    assert shared("ثم افتتح معرض الخزف") == 0
    assert shared("ثم افتتح معرض الخزف وورشة صباغة القماش اليدوي قرب النهر") == 1


def test_who_is_spoken_of_in_the_next_sentence_is_no_end_of_a_passage() -> None:
    a, b = f"{PASSAGE}. وزار سليم الحداد المدينة", f"{PASSAGE}. وغادر سليم الحداد القرية"
    found = align(words_of(reading("a", a)), words_of(reading("b", b)))
    assert [a[slice(*p.a)] for p in found] == [PASSAGE]


def test_words_written_in_two_ways_are_one_at_the_ends() -> None:
    a, b = f"أعلن الأمريكي دونالد ترامب أمس: {PASSAGE}", f"قال الأميركي دونالد ترمب أمس: {PASSAGE}"
    assert passages(a, b) == [(a.partition(" ")[2], b.partition(" ")[2])]
    assert word_key(fold("ولم")) == word_key(fold("لم"))


def test_digits_of_any_shape_are_one() -> None:
    a = "وصلت إلى المخيم ٢٥ شاحنة محملة بالدقيق والأدوية والخيام القادمة من الميناء"
    assert passages(a, a.replace("٢٥", "25")) == [(a, a.replace("٢٥", "25"))]


def test_words_put_in_and_words_replaced_are_tolerated_inside() -> None:
    b = PASSAGE.replace("صباحا", "في وقت مبكر").replace("القديم الذي", "القديم في القرية الذي")
    assert passages(f"أولا {PASSAGE} ثم", f"ثانيا {b} بعد") == [(PASSAGE, b)]


def test_seven_words_are_no_passage() -> None:
    seven = " ".join(PASSAGE.split()[:7])
    assert passages(f"هنا {seven} وهناك", f"ولكن {seven} أيضا") == []


def test_a_clitic_that_one_side_has_is_left_out_at_the_edge() -> None:
    a = "تعهد المجلس بإصلاح الطرق الجبلية المغلقة وتعويض المزارعين المتضررين قبل نهاية موسم الزراعة المقبل"
    b = "تقوم الخطة على إصلاح الطرق الجبلية المغلقة وتعويض المزارعين المتضررين قبل نهاية موسم الزراعة المقبل"
    assert [x[0].split()[0] for x in passages(a, b)] == ["إصلاح"]


def test_two_words_of_the_next_sentence_are_left_out() -> None:
    a, b = f"{PASSAGE}. وقال الوزير شيئا", f"{PASSAGE}. وقال المدير غيره"
    assert passages(a, b) == [(PASSAGE, PASSAGE)]


def test_names_and_dates_alone_are_coincidence() -> None:
    names = "سليم الحداد نورة القاضي سلوان نهرين رويترز الرابطة الإقليمية للمياه"
    assert align(words_of(reading("a", f"التقى {names} اليوم")), words_of(reading("b", f"غاب {names} أمس"))) == []


def test_junk_is_never_copied() -> None:
    a, b = reading("a", f"خبر. {PASSAGE}", entities=()), reading("b", f"آخر. {PASSAGE}", entities=())
    a.report.junk = [Span(5, len(a.report.text), a.report.text[5:])]
    assert found(a, b) == []


def test_one_object_holds_all_places() -> None:
    texts = {n: f"{before}: {PASSAGE}." for n, before in zip("abc", ("عاجل", "قال مراسلنا", "ورد الآن"), strict=True)}
    copies = found(*(reading(n, t, entities=()) for n, t in texts.items()))
    assert [[(p.report, p.text) for p in c.places] for c in copies] == [[(n, PASSAGE) for n in "abc"]]


def test_the_share_of_the_shorter_report() -> None:
    readings = {"a": reading("a", PASSAGE, entities=()), "b": reading("b", f"{PASSAGE}. " * 3, entities=())}
    copies = found(*readings.values())
    assert Shares(copies, {n: len(r.report.text) for n, r in readings.items()})["a", "b"] == 1.0


def test_fingerprints_do_not_depend_on_the_process() -> None:
    words = words_of(reading("a", "أربع كلمات في صف", entities=()))
    assert prints(words) == prints(words)
    assert len(prints(words)) == 1


def test_a_formula_in_many_reports_pairs_neighbours_only() -> None:
    names = [f"r{i:03}" for i in range(100)]
    pairs = candidate_pairs(Marks.counted({n: array("Q", [1, 2]) for n in names}))
    assert len(pairs) < 100 * 15  # not 100 * 99 / 2


def test_keys_join_clitics_and_inflections() -> None:
    assert word_key("والمدينه") == word_key("بالمدينه") == word_key("مدينه")
    assert word_key("2014") == "2014"


def test_a_key_is_one_with_clitics_and_without_though_the_word_begins_like_one() -> None:
    for word in ("فبراير", "بغداد", "لبنان", "كوريا", "فريق", "والد"):
        assert len({word_key(fold(clitic + word)) for clitic in ("", "و", "ب", "وب", "ل")}) == 1


def test_an_address_is_not_cut_at_its_dots() -> None:
    a, b = f"{PASSAGE} www.example.org/news، ثم عاد الوزير", f"{PASSAGE} www.example.org/news: قال المدير"
    assert [x[0][-20:] for x in passages(a, b)] == ["www.example.org/news"]


def test_all_places_of_a_passage_begin_and_end_alike() -> None:
    texts = {
        "a": f"صباحا أكد المدير العام أن {PASSAGE} بحسب البيان الرسمي.",
        "b": f"ليلا أكد المدير العام أن {PASSAGE} بحسب البيان الرسمي.",
        "c": f"في تقرير سابق أن {PASSAGE} وقد عاد الهدوء.",
    }
    copies = found(*(reading(n, t, entities=()) for n, t in texts.items()))
    for copy in copies:
        assert len({p.text.split()[0] for p in copy.places}) == len({p.text.split()[-1] for p in copy.places}) == 1
    assert {p.report for copy in copies for p in copy.places} == {"a", "b", "c"}


def test_the_end_of_a_passage_is_not_taken_from_another_that_runs_on() -> None:
    told = "وصف المحافظ المشاركة الواسعة في هذا الملتقى الزراعي"
    more = "المشاركة الواسعة في هذا الملتقى الزراعي دليل على عناية الأهالي بالأرض وحرصهم على تسويق منتجاتهم في القرى"
    a = f"{PASSAGE}. {told} بأنها كبيرة جدا، وأضاف في كلمة أمام حشد من الحاضرين جاؤوا إلى هناك: {more}."
    b = f"{PASSAGE}. وصرح المحافظ بأن {more}."
    assert [x for x in passages(a, b) if x[0].startswith("المشاركة") and x[0].endswith("القرى") and x[0] == x[1]]


def test_a_long_row_of_words_is_found_among_scraps_of_the_same_formula() -> None:
    def princes(*names: str) -> str:
        return " ".join(f"وصاحب السمو الملكي الأمير {name} بن عبدالعزيز" for name in names)

    row = princes("سطام بن طلال", "منصور بن ثامر", "رائد بن بدر")
    received = princes("سلمان بن ماجد", "محمد بن نايف", "محمد بن مشعل")
    a = f"استقبل الملك اليوم في القصر {received} ثم {row} وجمعا من المواطنين"
    first = princes("متعب بن تركي", "ماجد بن محمد", "سعود بن بندر", "فيصل بن فيصل")
    rest = princes(
        *("سعود بن ماجد", "خالد بن تركي", "فهد بن تركي", "سلمان بن مشعل", "خالد بن فهد"),
        *("سعود بن خالد", "نايف بن مشعل", "فهد بن سعود", "متعب بن فهد", "سعود بن سعود"),
    )
    b = f"شارك في العزاء مساء أمس {first} كما حضر {row} وعدد من الأعيان {rest}"
    assert any(row in passage for passage, _ in passages(a, b))
