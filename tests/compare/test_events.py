"""When two reports tell one event."""

from compare_making import day, event, persons, reading
from hypothesis import given
from hypothesis import strategies as st

from tawatur.compare.comparison import compare
from tawatur.compare.corpus import Corpus
from tawatur.compare.events.features import at_most, score_of
from tawatur.compare.events.finding import EVER, NEAR, WEEKS, keys_of, order_of
from tawatur.compare.events.linkage import Link, link_all
from tawatur.compare.events.merging import Wholes, find_links, group, pair_of
from tawatur.compare.events.sight import Known, Sight
from tawatur.compare.events.sighting import sights
from tawatur.compare.events.told import tellings_of
from tawatur.compare.passages import Passages
from tawatur.record.types import Entity, Interval, MergedEntity, Number, Reading, Span


def together(*readings: Reading) -> list[list[tuple[str, str]]]:
    return [e.same for e in compare(readings).events if len(e.same) > 1]


def meeting(name: str, text: str = "اجتمعت الرابطة الإقليمية للمياه في سلوان", **slots: object) -> Reading:
    given = {"body": ["league"], "place": ["salwan"], "date": day("2021-05-01"), **slots}
    return event(reading(name, text), "meeting", text, **{k: v for k, v in given.items() if v is not None})


def attack(name: str, text: str = "قتل عشرة أشخاص في هجوم على سوق سلوان", **slots: object) -> Reading:
    given = {"type": "attack", "place": ["salwan"], "date": day("2021-05-01"), "killed": persons(10), **slots}
    return event(reading(name, text), "incident", text, **given)


def sights_for(readings: list[Reading]) -> dict[str, Sight]:
    """What comparing sees of these readings, their entities being one by their ids, their story one."""
    merged = {(r.report.id, e.id): e.id for r in readings for e in r.entities}
    entities = [MergedEntity(e.id, e.type, e.name, []) for e in readings[0].entities]
    told = {name: tellings_of(r) for name, r in Corpus(readings)}
    return sights(told, merged, Known.of(entities), dict.fromkeys((r.report.id for r in readings), "story"))


def test_one_body_one_place_one_day() -> None:
    assert together(meeting("a"), meeting("b")) == [[("a", "e1"), ("b", "e1")]]


def test_another_body_is_another_meeting() -> None:
    assert together(meeting("a"), meeting("b", "عقد مجلس الزراعة جلسته في سلوان", body=["مجلس الزراعة"])) == []


def test_another_day_is_another_meeting() -> None:
    assert together(meeting("a"), meeting("b", date=day("2021-06-01"))) == []


def test_late_april_holds_the_29th() -> None:
    late, exact = day("2021-04-21/2021-04-30"), day("2021-04-29")
    assert len(together(meeting("a", date=late), meeting("b", date=exact))) == 1


def test_a_session_numbered_otherwise_is_another() -> None:
    assert together(meeting("a", session=Number(3, "session")), meeting("b", session=Number(4, "session"))) == []


def test_a_toll_that_rises_is_one_event() -> None:
    later = attack("b", "ارتفع عدد القتلى في هجوم سوق سلوان إلى 14", killed=persons(14))
    assert len(together(attack("a"), later)) == 1


def test_a_protest_is_no_attack() -> None:
    other = attack("b", "تظاهر مئات السكان في سلوان", type="protest", killed=persons(0))
    assert together(attack("a"), other) == []


def test_the_toll_of_a_season_is_not_that_of_a_day() -> None:
    words = "سقط 300 قتيل في سلوان منذ مطلع السنة"
    season = attack("b", words, date=day("2021-01-01/2021-05-01"), killed=persons(300))
    assert together(attack("a"), season) == []


def test_states_of_one_body_merge_within_twelve_months() -> None:
    def members(name: str, published: str, count: int) -> Reading:
        text = f"تضم الرابطة الإقليمية للمياه {count} عضوا"
        slots = {"body": ["league"], "count": Number(count, "member"), "as_of": day(published)}
        return event(reading(name, text, published), "membership", text, "ongoing", **slots)

    assert len(together(members("a", "2021-05-02", 20), members("b", "2021-11-02", 21))) == 1
    assert together(members("a", "2021-05-02", 20), members("b", "2022-11-02", 21)) == []


def test_commitments_merge_by_their_aims() -> None:
    def commitment(name: str, aim: str) -> Reading:
        text = f"تلتزم الرابطة الإقليمية للمياه {aim}"
        at = text.index(aim)
        slots = {"body": ["league"], "aim": [Span(at, at + len(aim), aim)]}
        return event(reading(name, text), "commitment", text, "ongoing", **slots)

    assert len(together(commitment("a", "حماية الأنهار المشتركة"), commitment("b", "بحماية الأنهار المشتركة"))) == 1
    assert together(commitment("a", "حماية الأنهار المشتركة"), commitment("b", "تدريب المهندسين الشباب")) == []


def test_two_counts_of_one_report_are_one_event() -> None:
    text = "أدرجت سلوان 10 أشخاص و4 كيانات على القائمة"
    found = reading("a", text)
    event(found, "designation", text, authority=["salwan"], target=["أشخاص"], count=persons(10))
    event(found, "designation", "4 كيانات", authority=["salwan"], target=["كيانات"], count=Number(4, "entity"))
    assert together(found) == [[("a", "e1"), ("a", "e2")]]


def test_two_attacks_of_one_report_stay_two() -> None:
    text = "هجوم على جسر سلوان. وفي المساء هجوم على محطة سلوان"
    found = reading("a", text)
    for words, target in (("هجوم على جسر سلوان", "جسر"), ("هجوم على محطة سلوان", "محطة")):
        event(found, "incident", words, type="attack", target=[target], place=["salwan"], date=day("2021-05-01"))
    assert together(found) == []


def test_the_embassy_of_a_country_and_its_embassy() -> None:
    def opening(name: str, body: str) -> Reading:
        text = f"افتتحت {body} أمس"
        return event(reading(name, text), "founding", text, body=[body], date=Interval(None, None))

    assert len(together(opening("a", "سفارة فرنسا في سلوان"), opening("b", "السفارة الفرنسية في سلوان"))) == 1


def test_why_is_kept() -> None:
    merged = next(e for e in compare([meeting("a"), meeting("b")]).events)
    assert merged.why[0]["a"] == "a e1"
    assert merged.why[0]["features"]["entities"] > 0


def test_what_is_apart_is_never_joined_through_a_third() -> None:
    links = [Link("a", "b", 3), Link("b", "c", 3), Link("a", "c", 0, apart=True)]
    assert link_all("abc", links, 1, 0) == [["a", "b"], ["c"]]


def test_two_days_are_never_joined_through_reports_that_give_none() -> None:
    first, second = attack("a"), attack("b", "هجوم سلوان في اليوم الثالث", date=day("2021-05-03"))
    undated = attack("c", "هجوم على سوق سلوان يقتل عشرة أشخاص")
    del undated.events[0].slots["date"]
    assert not any({("a", "e1"), ("b", "e1")} <= set(same) for same in together(first, second, undated))


@given(st.permutations(range(6)))
def test_the_order_of_links_does_not_matter(order: list[int]) -> None:
    links = [
        Link("a", "b", 3),
        Link("b", "c", 2),
        Link("c", "d", 2),
        Link("a", "d", -1),
        Link("d", "e", 2),
        Link("a", "e", 1.5),
    ]
    assert link_all("abcde", [links[i] for i in order], 1.2, 0.5) == link_all("abcde", links, 1.2, 0.5)


def test_a_word_or_two_in_common_make_no_event() -> None:
    def killing(name: str, text: str) -> Reading:
        return event(reading(name, text), "incident", "قتل الأبرياء", type="killing", target=["الأبرياء"])

    assert together(killing("a", "نددوا بقتل الأبرياء"), killing("b", "هدف الحادث قتل الأبرياء")) == []


def test_a_man_is_struck_once_in_a_while() -> None:
    named = attack("a", "هجوم على سليم الحداد في سلوان", target=["salim"], killed=persons(1))
    later = event(
        reading("b", "تحدث الوزير. ثم ذكر محاولة قتل سليم الحداد", "2021-05-20"),
        "incident", "محاولة قتل سليم الحداد", type="attack", target=["salim"], date=day("2021-05-01"),
    )  # fmt: skip
    assert len(together(named, later)) == 1


def test_who_denies_an_attack_speaks_of_that_attack() -> None:
    told = attack("a", "هجوم سليم الحداد على سوق سلوان", actor=["salim"], target=["سوق سلوان"])
    denied = event(
        reading("b", "نفت نورة القاضي الهجوم على سوق سلوان"), "incident", "الهجوم على سوق سلوان", "denied",
        type="attack", actor=["nura"], target=["سوق سلوان"], place=["salwan"], date=day("2021-05-01"),
    )  # fmt: skip
    assert len(together(told, denied)) == 1


def test_of_the_days_of_many_tellings_the_usual_one_counts() -> None:
    days = ["2021-05-01", "2021-05-01", "2021-05-02", "2021-05-03"]
    seen = sights_for([attack(name, date=day(d)) for name, d in zip("abcd", days, strict=True)])
    wholes = Wholes(seen)
    assert wholes.between("c e1", "a e1") is False  # a night has two days
    wholes.join("a e1", "b e1", "a e1")
    wholes.join("a e1", "c e1", "a e1")
    assert wholes.between("a e1", "d e1")


def test_an_event_is_held_by_one_link_fewer_than_it_has_tellings() -> None:
    tellings = [attack(f"r{i}", f"قتل عشرة أشخاص في هجوم على سوق سلوان كما قال الشاهد {i}") for i in range(9)]
    merged = next(e for e in compare(tellings).events if len(e.same) > 1)
    assert (len(merged.same), len(merged.why)) == (9, 8)


def test_copies_are_each_compared_once() -> None:
    seen = sights_for([attack(f"r{i:03}") for i in range(200)])
    links = find_links(seen.values(), Passages([]))
    assert len(links) == 199
    assert [len(g) for g in group(seen, links)] == [200]


def test_a_country_brings_together_what_is_near_a_person_what_is_far() -> None:
    (sight,) = sights_for([attack("a", target=["salim"])]).values()
    reach = keys_of(sight)
    assert reach["incident|entity|salim"] == EVER
    assert set(reach.values()) <= {NEAR, WEEKS, EVER}


@given(st.permutations(range(5)), st.lists(st.sampled_from(["salwan", "nahrin"]), min_size=5, max_size=5))
def test_no_score_exceeds_its_bound(order: list[int], places: list[str]) -> None:
    told = [attack(f"r{i}", place=[places[i]], date=day(f"2021-05-0{1 + i // 2}")) for i in order]
    seen = sorted(sights_for(told).values(), key=order_of)
    for i, a in enumerate(seen):
        for b in seen[:i]:
            pair = pair_of(a, b, Passages([]))
            assert at_most(pair) + 0.01 >= score_of(pair)
            assert score_of(pair) == score_of(pair_of(b, a, Passages([])))


def blast(name: str, text: str) -> Reading:
    return attack(name, text, type="bombing", killed=None)


def test_the_second_explosion_is_not_the_first() -> None:
    first = blast("a", "وقع الانفجار الأول في سوق سلوان صباح السبت")
    second = blast("b", "وقع الانفجار الثاني في سوق سلوان صباح السبت")
    again = blast("c", "هز سوق سلوان انفجار ثان استهدف مسعفين في موقع الانفجار الأول")
    assert together(first, second) == []
    assert together(first, second, again) == [[("b", "e1"), ("c", "e1")]]


def received(name: str, text: str, *guests: str, **slots: object) -> Reading:
    return meeting(name, text, body=None, attended=["salim", *guests], **slots)


def test_guests_received_in_turn_are_two_meetings() -> None:
    known = [
        received("a", "استقبل سليم الحداد في سلوان نورة القاضي", "nura"),
        received("b", "استقبل سليم الحداد في سلوان عمر البحري", "omar"),
    ]
    for one in known:
        one.entities.append(Entity("omar", "person", {"ar": "عمر البحري", "en": None}))
    assert together(*known) == []
    at_a_summit = [
        received("a", "قمة في سلوان بحضور سليم الحداد ونورة القاضي", "nura", level="summit"),
        received("b", "قمة في سلوان بحضور سليم الحداد وعمر البحري", "omar", level="summit"),
    ]
    for one in at_a_summit:
        one.entities.append(Entity("omar", "person", {"ar": "عمر البحري", "en": None}))
    assert len(together(*at_a_summit)) == 1


def test_a_conference_may_be_described_otherwise_a_council_not() -> None:
    described = meeting("b", "عقد مؤتمر دولي لدعم المياه في سلوان", body=["مؤتمر دولي لدعم المياه"], attended=["salim"])
    named = meeting("a", attended=["salim"])
    assert len(together(named, described)) == 1
    assert together(named, meeting("b", "عقد مجلس الزراعة جلسته في سلوان", body=["مجلس الزراعة"])) == []


def test_a_sum_that_is_rounded_is_that_sum() -> None:
    def asked(name: str, text: str, amount: float) -> Reading:
        given = {"amount": Number(amount, "USD"), "recipient": ["salwan"]}
        return event(reading(name, text), "funding", text, "planned", "league", **given)

    exact = asked("a", "الرابطة الإقليمية للمياه تطلب 2.96 مليار دولار لإغاثة سلوان", 2.96e9)
    assert len(together(exact, asked("b", "الرابطة الإقليمية للمياه: إغاثة سلوان تحتاج 3 مليارات دولار", 3e9))) == 1
    assert together(exact, asked("b", "الرابطة الإقليمية للمياه: إغاثة سلوان تحتاج 5 مليارات دولار", 5e9)) == []


def one_story(*readings: Reading) -> list[list[str]]:
    """The tellings that are one event, where all these reports are of one story."""
    seen = sights_for(list(readings))
    return [keys for keys in group(seen, find_links(seen.values(), Passages([]))) if len(keys) > 1]


def test_who_denies_what_his_story_is_of_need_not_say_where_it_was() -> None:
    def denied(name: str, text: str, **slots: object) -> Reading:
        slots = {"type": "attack", "actor": ["league"], **slots}
        return event(reading(name, text), "incident", text, "denied", "league", **slots)

    told = attack("a", target=["سوق الخضار"], actor=["league"])
    assert len(one_story(told, denied("b", "نفت الرابطة أن يكون لها ضلوع في أي هجوم"))) == 1
    assert one_story(told, denied("b", "نفت الرابطة قصف قافلة إغاثة", target=["قافلة إغاثة"])) == []


def test_two_speakers_who_count_the_dead_in_turn_speak_of_one_event() -> None:
    text = "قالت الشرطة إن هجوم سوق سلوان أودى بحياة سبعة. وقال الأطباء إن عدد القتلى أكبر من ذلك بكثير"
    found = reading("a", text)
    slots = {"type": "attack", "place": ["salwan"], "date": day("2021-05-01")}
    event(found, "incident", "هجوم سوق سلوان أودى بحياة سبعة", "done", "الشرطة المحلية", killed=persons(7), **slots)
    event(found, "incident", "عدد القتلى أكبر من ذلك", "done", "أطباء المستشفى", type="attack", killed=persons(20))
    assert one_story(found) == [["a e1", "a e2"]]


def test_a_guest_who_meets_several_in_one_town_meets_each_apart() -> None:
    both = received("a", "يلتقي سليم الحداد في سلوان نورة القاضي", "nura", level="bilateral")
    alone = received("b", "يجري الحداد محادثات حول كل الملفات", date=None)
    assert one_story(both, alone) == []
    assert len(one_story(both, received("b", "نورة القاضي في لقاء مع سليم الحداد", "nura", level="bilateral"))) == 1


def test_a_meeting_that_is_put_off_is_one_plan() -> None:
    def put_off(then: str, **slots: object) -> Reading:
        found = reading("a", "تأجل اجتماع وزراء المياه العرب المقرر الأربعاء. وسيعقد اللقاء في مطلع آب")
        first = {"attended": ["وزراء المياه العرب"], "date": day("2021-05-05"), "level": "ministerial"}
        event(found, "meeting", "تأجل اجتماع وزراء المياه العرب المقرر الأربعاء", "cancelled", **first)
        return event(found, "meeting", "وسيعقد اللقاء في مطلع آب", "planned", date=day(then), **slots)

    assert together(put_off("2021-08-01/2021-08-10")) == [[("a", "e1"), ("a", "e2")]]
    assert together(put_off("2021-08-01/2021-08-10", attended=["وزراء المياه العرب"])) == [[("a", "e1"), ("a", "e2")]]
    assert together(put_off("2021-08-01/2021-08-10", attended=["salim", "nura"])) == []
    (dated,) = [
        f
        for f in compare([put_off("2021-08-01"), meeting("b")]).facts
        if f.property == "meeting.date" and len(f.values) > 1
    ]
    assert dated.values[0].reports == ["a"]


def test_a_quarter_that_no_list_has_may_lie_in_the_town() -> None:
    def struck(name: str, text: str, place: str) -> Reading:
        found = attack(name, text, place=[place], target=["سوق الخضار"])
        found.entities.append(Entity("kabul", "place", {"ar": "كابول", "en": None}))
        found.entities.append(Entity("quarter", "place", {"ar": "شارع النخيل", "en": None}))
        return found

    known = struck("a", "هجوم على سوق الخضار في كابول", "kabul")
    assert len(together(known, struck("b", "سوق الخضار بشارع النخيل يتعرض لهجوم", "quarter"))) == 1


def test_a_meeting_of_one_level_in_one_town_on_one_day_is_told_by_all_who_tell_it() -> None:
    """One report says that the council of the league met, another that the league did: the town is one fact."""
    guests = ["وزراء خارجية الرابطة"]
    council = meeting(
        "a",
        "يعقد مجلس الرابطة على مستوى الوزراء اجتماعا في سلوان",
        level="ministerial",
        attended=guests,
        body=["مجلس الرابطة"],
    )
    league = meeting(
        "b", "عقد وزراء الرابطة الإقليمية للمياه اجتماعا طارئا في سلوان", level="ministerial", attended=guests
    )
    made = compare([council, league])
    assert [len(e.same) for e in made.events] == [2]
    assert [f.verdict for f in made.facts if f.property == "meeting.place"] == ["agreed"]


def in_story(*readings: Reading) -> list[list[str]]:
    """The events of readings that are of one story."""
    seen = sights_for(list(readings))
    return [keys for keys in group(seen, find_links(seen.values(), Passages([]))) if len(keys) > 1]


def test_what_two_reports_of_one_story_open_with_is_one_happening() -> None:
    text, other = "أخرج رجال الإطفاء عشرة من سكان نزل في سلوان", "التهمت النيران مبنى من ثلاثة طوابق في سلوان"
    rescue = event(reading("a", text), "incident", text, type="other", place=["salwan"], count=persons(10))
    blaze = event(reading("b", other), "incident", other, type="other", place=["salwan"])
    assert in_story(rescue, blaze) == [["a e1", "b e1"]]
    late = event(reading("b", "وقال شهود. " * 60 + other), "incident", other, type="other", place=["salwan"])
    assert in_story(rescue, late) == []


def test_an_agreement_is_one_by_whatever_words_each_tells_what_it_provides_for() -> None:
    def pact(name: str, text: str, aim: str, body: str = "league") -> Reading:
        return event(reading(name, text), "commitment", text, "ongoing", body=[body], aim=[Span(0, 1, aim)])

    leave = pact("a", "توصلت الرابطة إلى اتفاق على سحب خبرائها من سلوان", "سحب خبرائها من سلوان")
    go = pact("b", "يقضي الاتفاق بخروج مهندسي الرابطة من سلوان قبل الشتاء", "خروج مهندسي الرابطة من سلوان")
    assert in_story(leave, go) == [["a e1", "b e1"]]
    pledge = pact("b", "تعهدت الرابطة بترميم سد سلوان", "ترميم سد سلوان")
    assert in_story(leave, pledge) == []


def test_the_suspect_whom_one_report_names_is_he_whom_the_other_describes() -> None:
    def arrest(name: str, text: str, target: str) -> Reading:
        return event(reading(name, text), "incident", text, type="arrest", target=[target])

    named = arrest("a", "أوقفت الشرطة سليم الحداد", "salim")
    assert in_story(named, arrest("b", "قبض على المشتبه به بعد ساعات", "المشتبه به")) == [["a e1", "b e1"]]
    assert in_story(named, arrest("b", "قبض على زوجة المشتبه به بعد ساعات", "زوجة المشتبه به")) == []


def test_men_and_women_whom_a_report_counts_are_those_of_the_one_accident() -> None:
    text = "أصيب 22 شخصا في حريق مبنى في سلوان، بينهم 9 رجال و 5 نساء"
    told = reading("a", text)
    for words, number in (("أصيب 22 شخصا في حريق مبنى في سلوان", 22), ("9 رجال", 9), ("5 نساء", 5)):
        event(told, "incident", words, type="other", place=["salwan"], count=persons(number))
    assert in_story(told) == [["a e1", "a e2", "a e3"]]


def test_six_weeks_and_since_a_day_are_one_time() -> None:
    since = attack("a", date=Interval(day("2021-03-18").first, None))
    weeks = attack("b", date=day("2021-03-19/2021-05-02"))
    assert len(together(since, weeks)) == 1
