"""What is claimed of one thing: values, origins, verdicts."""

from datetime import date, timedelta

from compare_making import day, event, persons, reading, role, span

from tawatur.compare.comparison import compare
from tawatur.compare.facts.numbers import numbers_agree, rounded
from tawatur.record.types import Fact, Number, Reading, Span


def facts(of: str, *readings: Reading) -> list[Fact]:
    return [f for f in compare(readings).facts if f.property == of]


def members(name: str, published: str, number: Number, **more: object) -> Reading:
    text = f"خبر {name}: تضم الرابطة الإقليمية للمياه {number.value} عضوا"
    found = reading(name, text, published)
    return event(found, "membership", text, "ongoing", body=["league"], count=number, **more)


def test_one_report_is_single() -> None:
    (fact,) = facts("membership.count", members("a", "2021-05-02", Number(20, "member")))
    assert (fact.subject, fact.verdict, len(fact.values)) == ("league", "single", 1)


def test_two_outlets_agree() -> None:
    number = Number(20, "member")
    (fact,) = facts("membership.count", members("a", "2021-05-02", number), members("b", "2021-05-03", number))
    assert fact.verdict == "agreed"
    assert [o.reports for o in fact.values[0].origins] == [["a"], ["b"]]
    assert fact.values[0].as_of == day("2021-05-02/2021-05-03")


def test_more_than_80_fits_84() -> None:
    (fact,) = facts(
        "membership.count",
        members("a", "2021-05-02", Number(80, "member", "more_than")),
        members("b", "2021-05-02", Number(84, "member")),
    )
    assert (fact.verdict, len(fact.values)) == ("agreed", 2)


def test_a_count_that_changes_with_the_years() -> None:
    (fact,) = facts(
        "membership.count",
        members("a", "2021-05-02", Number(84, "member")),
        members("b", "2023-05-02", Number(85, "member")),
    )
    assert fact.verdict == "changed"


def test_two_counts_of_one_day_are_disputed() -> None:
    (fact,) = facts(
        "membership.count",
        members("a", "2021-05-02", Number(84, "member")),
        members("b", "2021-05-02", Number(91, "member")),
    )
    assert fact.verdict == "disputed"


def attack(name: str, killed: Number, at: str, voice: str | None = None, status: str = "done") -> Reading:
    text = {
        "a": f"هجوم على سوق في سلوان: مقتل {killed.value} أشخاص",
        "b": f"سلوان تشهد هجوما جديدا والحصيلة حتى الآن {killed.value} قتلى",
    }[name]
    found = reading(name, text, published_at=at)
    slots = {
        "type": "attack",
        "place": ["salwan"],
        "date": day("2021-05-02"),
        "killed": killed,
        "target": ["سوق الخضار"],
    }
    return event(found, "incident", text, status, voice, **slots)


def test_a_toll_that_rises_has_changed() -> None:
    early, late = attack("a", persons(3), "2021-05-02T08:00:00Z"), attack("b", persons(9), "2021-05-02T15:00:00Z")
    (fact,) = facts("incident.killed", late, early)
    assert fact.verdict == "changed"
    assert [v.value.value for v in fact.values if isinstance(v.value, Number)] == [3, 9]


def test_a_toll_that_falls_is_disputed() -> None:
    early, late = attack("a", persons(9), "2021-05-02T08:00:00Z"), attack("b", persons(3), "2021-05-02T15:00:00Z")
    assert facts("incident.killed", early, late)[0].verdict == "disputed"


def test_a_denial_disputes_and_is_no_origin() -> None:
    told = attack("a", persons(3), "2021-05-02T08:00:00Z")
    text = "نفت الشرطة وقوع هجوم على سوق الخضار في سلوان"
    denied = reading("b", text, published_at="2021-05-02T09:00:00Z")
    slots = {"type": "attack", "place": ["salwan"], "date": day("2021-05-02"), "target": ["سوق الخضار"]}
    event(denied, "incident", "هجوم على سوق الخضار في سلوان", "denied", **slots)
    (fact,) = facts("incident.type", told, denied)
    assert (fact.verdict, fact.values[0].reports) == ("disputed", ["a"])


def test_what_merely_did_not_happen_is_no_denial() -> None:
    told, negated = (
        attack("a", persons(3), "2021-05-02T08:00:00Z"),
        attack("b", persons(3), "2021-05-02T09:00:00Z", status="denied"),
    )
    assert [f.verdict for f in facts("incident.type", told, negated)] == ["single"]


def test_a_denial_says_nothing_of_the_day_and_the_dead() -> None:
    told, denied = (
        attack("a", persons(3), "2021-05-02T08:00:00Z"),
        attack("b", persons(3), "2021-05-02T09:00:00Z", status="denied"),
    )
    for of in ("incident.killed", "incident.date", "incident.place"):
        assert facts(of, told, denied)[0].verdict == "single"


def test_part_of_a_toll_does_not_dispute_the_whole() -> None:
    whole = attack("a", persons(9), "2021-05-02T08:00:00Z")
    part = attack("b", Number(4, "journalist", "exact"), "2021-05-02T09:00:00Z")
    assert [(f.qualifier, f.verdict) for f in facts("incident.killed", whole, part)] == [
        (None, "single"),
        ("journalist", "single"),
    ]


def test_a_first_toll_is_overtaken() -> None:
    first = attack("a", Number(4, "person", "at_least"), "2021-05-02T08:00:00Z")
    later = attack("b", persons(25), "2021-05-02T15:00:00Z")
    assert facts("incident.killed", first, later)[0].verdict == "changed"


def test_two_counts_of_one_meeting_on_its_day_are_disputed() -> None:
    def meeting(name: str, count: int, at: str, status: str) -> Reading:
        text = f"اجتماع الرابطة الإقليمية للمياه في سلوان ({name})"
        slots = {"body": ["league"], "place": ["salwan"], "date": day("2021-05-02"), "count": persons(count)}
        return event(reading(name, text, published_at=at), "meeting", text, status, **slots)

    early, late = (
        meeting("a", 60, "2021-05-02T08:00:00Z", "planned"),
        meeting("b", 79, "2021-05-02T15:00:00Z", "done"),
    )
    assert facts("meeting.count", early, late)[0].verdict == "disputed"


def test_what_is_only_denied_is_no_fact() -> None:
    assert facts("incident.killed", attack("a", persons(3), "2021-05-02T08:00:00Z", status="denied")) == []


def test_one_speaker_on_one_occasion_is_one_origin() -> None:
    a, b = (attack(n, persons(3), "2021-05-02T08:00:00Z", voice="salim") for n in "ab")
    (fact,) = facts("incident.killed", a, b)
    assert (fact.verdict, fact.values[0].origins[0].why) == ("repeated", "speaker")


def test_a_second_speaker_of_one_report_confirms_nothing_by_himself() -> None:
    slots = {"type": "attack", "place": ["salwan"], "date": day("2021-05-02"), "killed": persons(3)}
    found = attack("a", persons(3), "2021-05-02T08:00:00Z", voice="salim")
    event(found, "incident", "مقتل 3 أشخاص", "done", "nura", **slots)
    assert len(facts("incident.place", found)[0].values[0].origins) == 1
    other = attack("b", persons(3), "2021-05-02T08:00:00Z", voice="nura")
    (fact,) = facts("incident.place", found, other)
    assert [o.reports for o in fact.values[0].origins] == [["a"], ["a", "b"]]


def test_one_agency_is_one_origin() -> None:
    def carried(name: str) -> Reading:
        text = {"a": "مقتل 3 أشخاص بهجوم في سلوان وفق رويترز", "b": "نقلت رويترز أن هجوم سلوان خلف 3 قتلى"}[name]
        slots = {"type": "attack", "place": ["salwan"], "date": day("2021-05-02"), "killed": persons(3)}
        return event(reading(name, text), "incident", text, "done", "شهود", ["wire"], **slots)

    (fact,) = facts("incident.killed", carried("a"), carried("b"))
    assert [o.why for o in fact.values[0].origins] == ["agency"]


def test_a_copied_sentence_is_one_origin() -> None:
    sentence = "انهار جسر المشاة القديم في سلوان بعد أمطار غزيرة وأدى ذلك إلى مقتل 3 أشخاص كانوا يعبرونه صباحا"

    def told(name: str, before: str) -> Reading:
        slots = {"type": "other", "place": ["salwan"], "date": day("2021-05-02"), "killed": persons(3)}
        return event(reading(name, before + sentence), "incident", sentence, **slots)

    (fact,) = facts("incident.killed", told("a", "عاجل. "), told("b", "كتب مراسلنا أن الحادث وقع مبكرا. "))
    assert (fact.verdict, fact.values[0].origins[0].why) == ("repeated", "copy")


def test_attendance_planned_then_absent_has_changed() -> None:
    def meeting(name: str, published: str, status: str, slot: str) -> Reading:
        text = f"اجتماع الرابطة الإقليمية للمياه في سلوان ({name}) وسليم الحداد"
        slots = {"body": ["league"], "place": ["salwan"], "date": day("2021-05-02"), slot: ["salim"]}
        return event(reading(name, text, published), "meeting", text, status, **slots)

    before, after = meeting("a", "2021-04-28", "planned", "attended"), meeting("b", "2021-05-02", "ongoing", "absent")
    (fact,) = facts("meeting.attendance", before, after)
    assert (fact.qualifier, fact.verdict, [v.value for v in fact.values]) == ("salim", "changed", ["planned", "absent"])
    came = meeting("c", "2021-05-02", "ongoing", "attended")
    assert facts("meeting.attendance", before, came)[0].verdict == "agreed"


def test_a_meeting_that_one_denies_is_disputed() -> None:
    def met(name: str, text: str, status: str) -> Reading:
        slots = {"attended": ["salim", "nura"], "place": ["salwan"], "date": day("2021-05-02")}
        return event(reading(name, text), "meeting", text, status, **slots)

    told = met("a", "اجتمع سليم الحداد مع نورة القاضي في سلوان أمس", "done")
    denied = met("b", "نفى مكتب نورة القاضي لقاءها في سلوان سليم الحداد", "denied")
    assert {(f.qualifier, f.verdict) for f in facts("meeting.attendance", told, denied)} == {
        ("salim", "disputed"),
        ("nura", "disputed"),
    }


def test_hosts_are_a_fact_each_and_places_values_of_one() -> None:
    text = "اجتماع في سلوان ونهرين"
    found = event(
        reading("a", text), "meeting", text, body=["league"], place=["salwan", "nahrin"], host=["salwan", "nahrin"]
    )
    assert len(facts("meeting.host", found)) == 2
    assert [len(f.values) for f in facts("meeting.place", found)] == [2]


def test_two_units_counted_in_one_breath_are_two_facts() -> None:
    text = "أدرجت سلوان 10 أشخاص و4 كيانات على القائمة"
    found = reading("a", text)
    event(found, "designation", text, authority=["salwan"], target=["أشخاص"], count=persons(10))
    event(found, "designation", "4 كيانات", authority=["salwan"], target=["كيانات"], count=Number(4, "entity"))
    assert [f.qualifier for f in facts("designation.count", found)] == [None, "entity"]


def test_one_office_by_two_wordings_is_one_title() -> None:
    text = "وزير الري السلواني سليم الحداد"
    a = role(reading("a", text), text, "salim", "وزير الري السلواني", "salwan")
    text = "وزير الري والموارد المائية سليم الحداد"
    b = role(reading("b", text), text, "salim", "وزير الري والموارد المائية", "salwan")
    (fact,) = facts("role.title", a, b)
    assert (fact.subject, fact.verdict, len(fact.values)) == ("salim", "agreed", 1)


def test_a_minister_who_is_an_ambassador_too_has_two_titles() -> None:
    text = "وزير الري سليم الحداد، وهو سفير سابق"
    found = reading("a", text)
    role(found, "وزير الري سليم الحداد", "salim", "وزير الري", "salwan")
    role(found, "سليم الحداد، وهو سفير", "salim", "سفير", "salwan")
    assert len(facts("role.title", found)) == 2


def test_origins_of_many_tellings_take_no_time() -> None:
    text = {"a": "سليم الحداد وزير الري"}["a"]
    many = [role(reading(f"r{i:04}", text), text, "salim", "وزير الري") for i in range(400)]
    for i, found in enumerate(many):
        found.report.published = date(2021, 1, 1) + timedelta(days=i * 30)
    (fact,) = facts("role.title", *many)
    assert len(fact.values[0].origins) == 400


def test_evidence_points_at_what_stands_there() -> None:
    a = members("a", "2021-05-02", Number(20, "member"))
    (fact,) = facts("membership.count", a)
    (evidence,) = fact.values[0].evidence
    assert (evidence.report, evidence.event) == ("a", "e1")
    assert a.report.text[evidence.start : evidence.end] == evidence.text


def test_a_statistic_is_told_of_its_place() -> None:
    text = "بلغ معدل البطالة في سلوان 12 بالمئة"
    measure = Span(4, 16, text[4:16])
    found = event(
        reading("a", text), "statistic", text, measure=[measure], value=Number(12, "percent"), place=["salwan"]
    )
    (fact,) = facts("statistic.value", found)
    assert (fact.subject, fact.qualifier) == ("salwan", measure.text)


def test_numbers_and_their_bounds() -> None:
    agree = [
        (Number(84), Number(80, bound="more_than")),
        (Number(80), Number(80, bound="more_than")),
        (Number(5, bound="less_than"), Number(5)),
        (Number(80), Number(80, bound="at_least")),
        (Number(52), Number(50, bound="about")),
        (Number(68), Number(70, bound="nearly")),
        (Number(14, high=30), Number(20)),
    ]
    differ = [
        (Number(79), Number(80, bound="more_than")),
        (Number(60), Number(50, bound="about")),
        (Number(72), Number(70, bound="nearly")),
        (Number(5, bound="less_than"), Number(6)),
    ]
    assert all(numbers_agree(a, b) and numbers_agree(b, a) for a, b in agree)
    assert not any(numbers_agree(a, b) or numbers_agree(b, a) for a, b in differ)


def test_a_number_is_rounded_to_its_last_digit() -> None:
    one = [(71.4e6, 71e6), (297.0, 300.0), (2.55, 2.5), (1.993e9, 2e9)]
    two = [(4.548, 4.619), (1.23e9, 1.25e9), (1260.0, 1270.5), (49.0, 51.0)]
    assert all(rounded(Number(a, "USD"), Number(b, "USD")) for a, b in one)
    assert not any(rounded(Number(a, "USD"), Number(b, "USD")) for a, b in two)


def test_one_kind_of_thing_on_one_day_in_one_country_may_be_two_things() -> None:
    def arrest(name: str, text: str, target: str) -> Reading:
        slots = {"type": "arrest", "date": day("2021-05-02"), "target": [target]}
        return event(reading(name, text), "incident", text, **slots)

    a = arrest("a", "أوقفت الشرطة ضابطا سابقا في الميناء", "ضابط سابق في الميناء")
    b = arrest("b", "اعتقال ثلاثة من مهربي السجائر عند المعبر", "مهربي السجائر")
    assert {f.verdict for f in facts("incident.date", a, b)} == {"single"}


def test_a_title_before_a_superiors_name_is_not_his() -> None:
    text = "وقال مستشار الرئيس سليم الحداد إن الوضع هادئ"
    assert facts("role.title", role(reading("a", text), "مستشار الرئيس سليم الحداد", "salim", "مستشار الرئيس")) == []
    text = "وبقي أمام سليم الحداد شهر واحد"
    assert facts("role.title", role(reading("a", text), "أمام سليم الحداد", "salim", "أمام")) == []


def struck(name: str, text: str, at: str, **slots: object) -> Reading:
    given = {"type": "airstrike", "place": ["salwan"], **slots}
    return event(reading(name, text, at), "incident", text, "done", **given)


def test_a_town_that_is_struck_again_is_no_agreement() -> None:
    a = struck("a", "طائرات مجهولة تغير على أطراف سلوان", "2021-05-02")
    again = struck("b", "غارة جديدة تصيب مخازن للوقود في سلوان", "2021-05-03")
    assert {f.verdict for f in facts("incident.place", a, again)} == {"single"}
    slots = {"date": day("2021-05-02"), "killed": persons(14)}
    told, anew = (
        struck("a", "طائرات الرابطة الإقليمية للمياه تغير على مخازن الوقود في سلوان وتقتل 14", "2021-05-02", **slots),
        struck("b", "مقتل 14 في غارة للرابطة الإقليمية للمياه على مخازن للوقود في سلوان", "2021-05-03", **slots),
    )
    assert [f.verdict for f in facts("incident.place", told, anew)] == ["agreed"]


def test_who_left_is_no_member() -> None:
    text = "انسحبت سلوان من الرابطة الإقليمية للمياه"
    left = event(reading("a", text), "membership", text, "cancelled", body=["league"], members=["salwan"])
    assert facts("membership.members", left) == []


def test_what_is_measured_is_measured_anew_on_the_next_day() -> None:
    def closed(name: str, at: str) -> Reading:
        text = f"بورصة {name}: مؤشر الحبوب في سلوان يغلق على ارتفاع"
        measure = span(text, "مؤشر الحبوب")
        return event(reading(name, text, at), "statistic", text, place=["salwan"], measure=[measure], period=day(at))

    days = facts("statistic.period", closed("a", "2021-05-02"), closed("b", "2021-05-03"))
    assert [f.verdict for f in days] == ["single", "single"]


class TestAlteredCopies:
    """One text in several outlets, but for a number."""

    TEXT = (
        "أعلنت إدارة الموانئ صباح الأحد أن حريقا كبيرا اندلع في مستودع للأخشاب قرب رصيف سلوان وأن رجال الإطفاء أخمدوه"
        " بعد ساعات. مقتل {} عمال في حريق المستودع. وفتحت النيابة تحقيقا واسعا في ظروف الحادث وأسبابه"
    )

    def told(self, name: str, killed: int, at: str, outlet: str | None = None) -> Reading:
        text = self.TEXT.format(killed)
        found = reading(name, text, published_at=at, outlet=outlet or name)
        slots = {"type": "fire", "place": ["salwan"], "date": day("2021-05-02"), "killed": persons(killed)}
        event(found, "incident", f"مقتل {killed} عمال في حريق المستودع", **slots)
        told = found.events[0]
        told.evidence["killed"] = [Span(told.start + 5, told.start + 5 + len(f"{killed} عمال"), f"{killed} عمال")]
        return found

    def killed(self, *readings: Reading) -> Fact:
        (fact,) = facts("incident.killed", *readings)
        return fact

    def test_a_number_that_one_outlet_changed_is_disputed_and_no_second_source(self) -> None:
        fact = self.killed(
            self.told("a", 4, "2021-05-02T08:00:00Z"),
            self.told("b", 40, "2021-05-02T09:00:00Z"),
            self.told("c", 4, "2021-05-02T10:00:00Z"),
        )
        assert fact.verdict == "disputed"
        assert [(v.reports, v.altered) for v in fact.values] == [(["a", "c"], False), (["b"], True)]

    def test_a_count_that_all_take_over_later_has_changed(self) -> None:
        fact = self.killed(
            self.told("a", 4, "2021-05-02T08:00:00Z"),
            self.told("b", 6, "2021-05-02T12:00:00Z"),
            self.told("c", 6, "2021-05-02T12:30:00Z"),
        )
        assert (fact.verdict, [v.altered for v in fact.values]) == ("changed", [False, False])

    def test_a_toll_that_rises_in_a_text_handed_on_has_changed(self) -> None:
        fact = self.killed(self.told("a", 2, "2021-05-02T08:00:00Z"), self.told("b", 9, "2021-05-02T08:30:00Z"))
        assert (fact.verdict, [v.altered for v in fact.values]) == ("changed", [False, False])

    def test_a_toll_that_falls_in_a_text_handed_on_is_altered(self) -> None:
        fact = self.killed(self.told("a", 9, "2021-05-02T08:00:00Z"), self.told("b", 2, "2021-05-02T08:30:00Z"))
        assert (fact.verdict, [v.altered for v in fact.values]) == ("disputed", [False, True])

    def test_an_outlet_that_counts_anew_in_its_own_text_has_altered_nothing(self) -> None:
        fact = self.killed(
            self.told("a", 4, "2021-05-02T08:00:00Z", "البيان"), self.told("b", 6, "2021-05-02T12:00:00Z", "البيان")
        )
        assert (fact.verdict, [v.altered for v in fact.values]) == ("changed", [False, False])

    def test_an_agency_may_correct_its_own_text(self) -> None:
        fact = self.killed(
            self.told("a", 4, "2021-05-02T08:00:00Z", "البيان"), self.told("b", 6, "2021-05-02T12:00:00Z", "رويترز")
        )
        assert not any(v.altered for v in fact.values)


def test_each_of_several_values_stands_where_it_is_named() -> None:
    text = "وزراء عشر دول يلتقون غدا. ينعقد الاجتماع بمشاركة الوزير سالم"
    found = reading("a", text, "2021-05-02")
    told = event(found, "meeting", "ينعقد الاجتماع بمشاركة الوزير سالم", "planned", attended=["وزراء عشر دول", "سالم"])
    told.events[-1].evidence = {"attended": [Span(0, 13, text[:13])]}
    stands = {f.qualifier: [e.text for e in f.values[0].evidence] for f in facts("meeting.attendance", told)}
    assert stands == {"وزراء عشر دول": ["وزراء عشر دول"], "سالم": ["ينعقد الاجتماع بمشاركة الوزير سالم"]}


def test_the_only_doer_by_name_and_by_description_is_one_fact() -> None:
    def raid(name: str, by: str) -> Reading:
        text = f"داهمت {by} مخزنا للسلاح في سلوان"
        slots = {"type": "raid", "place": ["salwan"], "date": day("2021-05-01"), "target": ["مخزنا للسلاح"]}
        actor = "league" if by in text and by == "الرابطة الإقليمية للمياه" else by
        return event(reading(name, text), "incident", text, actor=[actor], **slots)

    body = raid("a", "الرابطة الإقليمية للمياه")
    (fact,) = facts("incident.actor", body, raid("b", "دوريات الرابطة"))
    assert (fact.verdict, [v.value for v in fact.values]) == ("agreed", ["league", "دوريات الرابطة"])
    assert len(facts("incident.actor", body, raid("b", "فرقة ملثمين"))) == 2
