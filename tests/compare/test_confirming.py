"""What several origins say is agreed where they are surely independent, and surely tell of one incident."""

from compare_making import day, event, reading

from tawatur.compare.comparison import compare
from tawatur.compare.facts.standing import left_over
from tawatur.record.types import Fact, Reading

BOMBING = "انفجار عبوة في سوق الخضار بمدينة سلوان"
PRINTED = (
    f"{BOMBING} صباح الأحد بينما كان الباعة يفتحون دكاكينهم وفق ما قال قائد الشرطة في مؤتمر قصير أمام البلدية. "
    "وأضاف شاهد من أصحاب الدكاكين أن العبوة كانت داخل صندوق للفاكهة تركه رجل ملثم قرب الباب الشرقي ثم انصرف."
)


def attack(
    name: str, text: str, words: str, published: str = "2021-05-02", outlet: str = "", **more: object
) -> Reading:
    found = reading(name, text, published, outlet=outlet or name)
    return event(found, "incident", words, type="bombing", place=["salwan"], target=["سوق الخضار"], **more)


def places(*readings: Reading) -> list[Fact]:
    return [f for f in compare(readings).facts if f.property == "incident.place"]


def test_two_reports_that_tell_it_as_their_news_agree() -> None:
    one = attack("a", f"{BOMBING} صباح الأحد.", BOMBING, date=day("2021-05-02"))
    other = attack("b", "هز انفجار سوق الخضار في سلوان اليوم.", "هز انفجار سوق الخضار في سلوان", date=day("2021-05-02"))
    assert [f.verdict for f in places(one, other)] == ["agreed"]


def test_what_a_report_of_other_days_says_in_passing_confirms_no_incident() -> None:
    """A town is struck again and again: who comes back to it a week later may mean another day."""
    one = attack("a", f"{BOMBING} صباح الأحد.", BOMBING)
    before = "افتتحت البلدية مدرسة جديدة في الحي الغربي بحضور الأهالي، وقال مديرها إن التسجيل يبدأ الشهر المقبل. " * 4
    later = attack(
        "b", f"{before}وكان انفجار قد أصاب سوق الخضار في سلوان.", "انفجار قد أصاب سوق الخضار في سلوان", "2021-05-09"
    )
    assert "agreed" not in [f.verdict for f in places(one, later)]


def test_an_outlet_confirms_nobody_whom_it_quoted_before() -> None:
    one = attack("a", f"{BOMBING} وفق سليم الحداد.", BOMBING, outlet="النهار", voice="salim", date=day("2021-05-02"))
    again = attack(
        "b", "هز انفجار سوق الخضار في سلوان.", "هز انفجار سوق الخضار في سلوان", outlet="النهار", date=day("2021-05-02")
    )
    assert [f.verdict for f in places(one, again)] == ["repeated"]
    elsewhere = attack(
        "b", "هز انفجار سوق الخضار في سلوان.", "هز انفجار سوق الخضار في سلوان", outlet="المساء", date=day("2021-05-02")
    )
    assert [f.verdict for f in places(one, elsewhere)] == ["agreed"]


def test_two_speakers_of_one_report_are_one_origin_however_often_it_is_printed() -> None:
    def printed(name: str) -> Reading:
        found = attack(name, PRINTED, BOMBING, voice="قائد الشرطة المحلية", date=day("2021-05-02"))
        words = "العبوة كانت داخل صندوق للفاكهة"
        return event(
            found, "incident", words, voice="شاهد من الباعة", type="bombing", place=["salwan"], target=["سوق الخضار"]
        )

    found = places(printed("a"), printed("b"))
    assert [f.verdict for f in found] == ["repeated"]
    assert [len(v.origins) for f in found for v in f.values] == [1]


def test_an_origin_is_left_over_for_which_no_report_stands_alone() -> None:
    assert list(left_over({0: ["a", "b"], 1: ["b"]})) == []
    assert list(left_over({0: ["a"], 1: ["a"]})) == [(0, 1)]
