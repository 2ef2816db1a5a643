"""What several origins say is agreed where they are surely independent, and surely tell of one incident."""

from compare_making import day, event, reading, span

from tawatur.compare.comparison import compare
from tawatur.compare.facts.standing import left_over
from tawatur.record.types import Fact, Reading, Statement

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


def test_an_outlet_that_leads_with_what_it_has_from_a_speaker_does_not_confirm_him() -> None:
    """News begin with what happened, and the next sentence tells who said so."""
    said = attack("a", f"{BOMBING} وفق سليم الحداد.", BOMBING, voice="salim", date=day("2021-05-02"))

    def leads(speaker: str, between: str = "") -> Reading:
        words = "هز انفجار سوق الخضار في سلوان"
        found = attack("b", f"{words}. {between}وتوقع أن تغلق السوق يومين.", words, date=day("2021-05-02"))
        content = span(found.report.text, "تغلق السوق يومين")
        found.statements.append(Statement(content.start, content.end, content.text, "indirect", None, speaker, []))
        return found

    assert [f.verdict for f in places(said, leads("salim"))] == ["repeated"]
    assert [f.verdict for f in places(said, leads("nura"))] == ["agreed"]
    assert [f.verdict for f in places(said, leads("salim", "وأقفلت المدارس أبوابها في الحي القديم. " * 8))] == [
        "agreed"
    ]


def test_a_clause_in_the_same_words_is_one_sentence_that_both_took_over() -> None:
    sentence = "أصيب حارسان ليليان عندما انفجرت عبوة مخبأة داخل عربة خضار قرب الباب الشمالي لسوق سلوان"
    other = "أعلنت البلدية أن انفجارا هز سوق سلوان وأوقع جريحين بين الحراس"
    told = attack("a", f"{sentence} فجر الأحد.", sentence, date=day("2021-05-02"))
    taken = attack("b", f"اهتزت المدينة. {sentence} وفق السكان.", sentence, date=day("2021-05-02"))
    own = attack("b", f"{other}.", other, date=day("2021-05-02"))
    assert "agreed" not in [f.verdict for f in places(told, taken)]
    assert [f.verdict for f in places(told, own)] == ["agreed"]


def test_a_clause_in_nearly_the_same_words_confirms_nothing_though_no_passage_is_one() -> None:
    told = "أصيب حارسان ليليان عندما انفجرت عبوة مخبأة داخل عربة خضار قرب الباب الشمالي لسوق سلوان"
    turned = "قرب الباب الشمالي لسوق سلوان انفجرت عبوة مخبأة داخل عربة خضار فجرا أصيب حارسان ليليان"
    first = attack("a", f"{told}.", told, date=day("2021-05-02"))
    taken = attack("b", f"اهتزت المدينة. {turned}.", turned, date=day("2021-05-02"))
    assert "agreed" not in [f.verdict for f in places(first, taken)]
    quoted = attack("b", f"وقال شاهدان: {turned}.", turned, voice="شاهد", date=day("2021-05-02"))
    speaks = attack("a", f"وقال قائد: {told}.", told, voice="قائد الشرطة", date=day("2021-05-02"))
    assert [f.verdict for f in places(speaks, quoted)] == ["agreed"]


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


def test_what_somebody_makes_known_of_his_own_deed_is_not_confirmed_by_who_repeats_it() -> None:
    def taken(name: str, text: str, **more: object) -> Reading:
        found = reading(name, text, outlet=name)
        slots = {"type": "takeover", "actor": ["league"], "target": ["سوق الخضار"], "place": ["salwan"]}
        return event(found, "incident", text, date=day("2021-05-02"), **slots, **more)

    announced = taken("a", "سيطر حراس الرابطة الإقليمية للمياه على سوق الخضار في سلوان", voice="league")
    own = taken("b", "سيطر مسلحو الرابطة الإقليمية للمياه اليوم على سوق الخضار بسلوان")
    witness = taken("c", "رجال الرابطة الإقليمية للمياه سيطروا على سوق الخضار في سلوان", voice="nura")
    assert [f.verdict for f in places(announced, own)] == ["repeated"]
    assert [f.verdict for f in places(announced, witness)] == ["agreed"]


def quoting(name: str, voice: str) -> Reading:
    text = {"a": f"{BOMBING} صباح الأحد.", "b": "هز انفجار سوق الخضار في سلوان اليوم."}[name]
    words = {"a": BOMBING, "b": "هز انفجار سوق الخضار في سلوان"}[name]
    return attack(name, text, words, voice=voice, date=day("2021-05-02"))


def test_speakers_of_whom_one_is_described_more_fully_are_one() -> None:
    assert [f.verdict for f in places(quoting("a", "شرطة المرور"), quoting("b", "شرطة المرور المحلية"))] == ["repeated"]
    assert [f.verdict for f in places(quoting("a", "شرطة المرور"), quoting("b", "شاهد من الباعة"))] == ["agreed"]


def test_the_media_of_one_land_are_one_voice() -> None:
    television, media = quoting("a", "التلفزيون المغربي"), quoting("b", "وسائل إعلام مغربية")
    assert [f.verdict for f in places(television, media)] == ["repeated"]
    abroad = quoting("b", "وسائل إعلام تونسية")
    assert [f.verdict for f in places(television, abroad)] == ["agreed"]


def talks(name: str, text: str, published: str, **more: object) -> Reading:
    found = reading(name, text, published, outlet=name)
    return event(found, "meeting", text.rstrip("."), attended=["salim", "nura"], level="bilateral", **more)


def levels(*readings: Reading) -> list[str]:
    return [f.verdict for f in compare(readings).facts if f.property == "meeting.level"]


def test_reports_of_one_day_that_name_who_met_agree() -> None:
    one = talks("a", "التقى سليم الحداد نورة القاضي في سلوان.", "2021-05-03", place=["salwan"])
    other = talks("b", "عقد سليم الحداد ونورة القاضي لقاء بسلوان.", "2021-05-04", place=["salwan"])
    assert levels(one, other) == ["agreed"]


def test_who_meets_again_weeks_later_may_have_met_another_time() -> None:
    one = talks("a", "التقى سليم الحداد نورة القاضي في سلوان.", "2021-05-03", place=["salwan"])
    later = talks("b", "عقد سليم الحداد ونورة القاضي لقاء بسلوان.", "2021-05-24", place=["salwan"])
    assert "agreed" not in levels(one, later)
    dated = {"place": ["salwan"], "date": day("2021-05-03")}
    assert levels(
        talks("a", "التقى سليم الحداد نورة القاضي في سلوان.", "2021-05-03", **dated),
        talks("b", "عقد سليم الحداد ونورة القاضي لقاء بسلوان.", "2021-05-24", **dated),
    ) == ["agreed"]


def test_sanctions_that_are_planned_and_others_that_were_imposed_do_not_agree() -> None:
    def sanctions(name: str, text: str, status: str, published: str = "2021-05-02") -> Reading:
        found = reading(name, text, published, outlet=name)
        return event(found, "designation", text, status, authority=["league"], target=["salim"])

    def targets(*readings: Reading) -> list[str]:
        return [f.verdict for f in compare(readings).facts if f.property == "designation.target"]

    imposed = sanctions("a", "فرضت الرابطة الإقليمية للمياه عقوبات على سليم الحداد", "done")
    again = sanctions("b", "عقوبات من الرابطة الإقليمية للمياه على سليم الحداد", "done", "2021-05-04")
    planned = sanctions("b", "ستفرض الرابطة الإقليمية للمياه عقوبات على سليم الحداد", "planned", "2021-05-04")
    assert targets(imposed, again) == ["agreed"]
    assert "agreed" not in targets(imposed, planned)


def test_an_undated_visit_is_not_that_of_half_a_year_before() -> None:
    def visit(name: str, text: str, published: str, **more: object) -> Reading:
        found = reading(name, text, published, outlet=name)
        return event(found, "visit", text, visitor=["salim"], place=["nahrin"], **more)

    def visitors(*readings: Reading) -> list[str]:
        return [f.verdict for f in compare(readings).facts if f.property == "visit.visitor"]

    dated = visit("a", "زار سليم الحداد نهرين في نوفمبر", "2021-11-20", date=day("2021-11-01/2021-11-30"))
    assert visitors(dated, visit("b", "زيارة سليم الحداد إلى نهرين", "2021-11-25")) == ["agreed"]
    assert "agreed" not in visitors(dated, visit("b", "زيارة سليم الحداد إلى نهرين", "2022-05-25"))
