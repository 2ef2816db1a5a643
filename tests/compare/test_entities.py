"""One entity for every spelling; namesakes apart."""

from dataclasses import astuple, replace

from compare_making import reading, role, span

from tawatur.compare.corpus import Corpus, person_words
from tawatur.compare.entities.merging import merge_entities
from tawatur.record.types import Entity, Mention, MergedEntity, Reading


def one(name: str, ident: str, arabic: str, kind: str = "person", published: str = "2021-05-02") -> Reading:
    """A report that names one person and the league."""
    found = reading(name, f"ذكر التقرير {arabic} مرة", published, entities=())
    found.entities.append(Entity("league", "organisation", {"ar": "الرابطة الإقليمية للمياه", "en": None}))
    found.entities.append(Entity(ident, kind, {"ar": arabic, "en": None}))
    return found


def same(*readings: Reading) -> list[int]:
    """How many reports each merged entity stands in."""
    merged = [e for e in merge_entities(Corpus(readings))[0] if e.id != "league"]
    return sorted((len(e.same) for e in merged), reverse=True)


def merged_persons(*readings: Reading) -> list[MergedEntity]:
    return [e for e in merge_entities(Corpus(readings))[0] if e.type == "person"]


def test_an_id_of_a_list_is_one_thing() -> None:
    a, b = (one(r, "imf", name, "organisation") for r, name in (("a", "صندوق النقد الدولي"), ("b", "صندوق النقد")))
    assert same(a, b) == [2]


def test_a_thing_of_the_lists_is_called_as_they_call_it_however_often_reports_do_otherwise() -> None:
    people = [one(r, "antony-blinken", "أنتوني بلينكن") for r in "a"]
    people += [one(r, "antwny-blynkn", "انتوني بلينكن") for r in "bcd"]
    (merged,) = merged_persons(*people)
    assert (merged.id, merged.name["ar"]) == ("antony-blinken", "أنتوني بلينكن")


def test_a_name_is_one_thing_whatever_its_ids() -> None:
    assert same(one("a", "salim-haddad", "سليم الحداد"), one("b", "salim-al-hadad", "سليم الحداد")) == [2]


def test_vowels_and_doubtful_consonants_do_not_part_a_person() -> None:
    assert same(one("a", "x", "أنطوان غراهام"), one("b", "y", "انتوان جراهام")) == [2]


def test_short_arabic_names_keep_their_vowels() -> None:
    assert same(one("a", "x", "محمد علي"), one("b", "y", "محمود علوي")) == [1, 1]


def test_abd_and_what_follows_is_one_part_of_a_name() -> None:
    assert same(
        one("a", "x", "عبد العزيز"), one("b", "y", "محمد بن ناصر عبد العزيز"), one("c", "z", "فهد عبد العزيز")
    ) == [1, 1, 1]
    assert same(one("a", "x", "خالد آل حسن"), one("b", "y", "خالد بن فهد آل حسن")) == [2]


def test_abdallah_is_one_name_glued_or_apart() -> None:
    assert same(one("a", "x", "عبدالله النجار"), one("b", "y", "عبد الله النجار")) == [2]
    assert same(one("a", "x", "سعد بن عبدالله النجار"), one("b", "y", "سعد بن عبد الله النجار")) == [2]


def test_a_word_before_god_s_name_is_one_name_with_it() -> None:
    assert person_words("سمير نصر الله") == person_words("سمير نصرالله") == ("سمير", "نصرالله")
    assert person_words("نصر الله") == person_words("نصرالله")
    assert same(one("a", "x", "نصر الله"), one("b", "y", "نصر الله", published="2023-05-04")) == [1, 1]


def test_what_leads_to_a_name_is_a_name_where_nothing_follows() -> None:
    assert same(one("a", "x", "تاي سون إل"), one("b", "y", "تاي كيونغ سون")) == [1, 1]


def test_two_lines_of_fathers_are_two_men() -> None:
    cousins = ("ماجد بن راشد بن ناصر", "ماجد بن راشد بن خالد بن ناصر")
    assert same(one("a", "x", cousins[0]), one("b", "y", cousins[1])) == [1, 1]
    assert same(one("a", "x", "ماجد راشد الناصر"), one("b", "y", "ماجد بن راشد بن خالد الناصر")) == [2]


def test_other_words_are_another_person() -> None:
    assert same(one("a", "x", "سليم الحداد"), one("b", "y", "سالم النجار")) == [1, 1]


def test_a_family_name_is_the_man_named_in_full_those_days() -> None:
    assert same(one("a", "x", "سليم الحداد"), one("b", "y", "الحداد", published="2021-05-04")) == [2]


def test_a_family_name_a_year_later_is_not() -> None:
    assert same(one("a", "x", "سليم الحداد"), one("b", "y", "الحداد", published="2022-05-04")) == [1, 1]


def test_a_name_in_full_and_shortened_is_one_person_those_days() -> None:
    full, short = one("a", "x", "سليم كمال بن يوسف الحداد"), one("b", "y", "سليم الحداد")
    assert same(full, short) == [2]
    assert same(full, one("b", "y", "سليم الحداد", published="2022-05-02")) == [1, 1]
    assert same(full, one("b", "y", "كمال النجار")) == [1, 1]


def test_a_shortened_name_that_two_men_bear_joins_neither() -> None:
    two = one("a", "x", "سليم كمال الحداد"), one("b", "y", "سليم يوسف الحداد")
    assert same(*two, one("c", "z", "سليم الحداد")) == [1, 1, 1]


def test_a_first_name_alone_is_nobodys_family_name() -> None:
    assert same(one("a", "x", "كمال سليم"), one("b", "y", "سليم"), one("c", "z", "سليم الحداد")) == [1, 1, 1]


def test_a_family_name_in_another_matter_is_another_man() -> None:
    a, b = one("a", "x", "سليم الحداد"), one("b", "y", "الحداد")
    b.entities.pop(0)
    assert same(a, b) == [1, 1]


def test_a_family_name_of_two_men_is_neither() -> None:
    assert same(one("a", "x", "سليم الحداد"), one("b", "y", "كمال الحداد"), one("c", "z", "الحداد")) == [1, 1, 1]


def test_namesakes_with_other_positions_in_other_countries_are_two() -> None:
    text = "وزير الري في سلوان سليم الحداد"
    a = role(reading("a", text, entities=("salim", "salwan")), text, "salim", "وزير الري", "salwan")
    text = "قائد شرطة نهرين سليم الحداد"
    b = role(reading("b", text, entities=("salim", "nahrin")), text, "salim", "قائد شرطة", "nahrin")
    b.entities[0].id = b.roles[0].person = "other-salim"
    people = [e for e in merge_entities(Corpus([a, b]))[0] if e.type == "person"]
    assert [len(p.same) for p in people] == [1, 1]


def test_the_id_most_reports_give_is_kept_and_the_fullest_usual_name() -> None:
    merged, ids, _ = merge_entities(
        Corpus([one("a", "s", "سليم الحداد"), one("b", "s", "سليم الحداد"), one("c", "t", "سليم حداد")])
    )
    assert [(e.id, e.name["ar"]) for e in merged if e.type == "person"] == [("s", "سليم الحداد")]
    assert ids["c", "t"] == "s"


def test_a_letter_more_in_the_name_of_one_minister() -> None:
    def called(report: str, ident: str, name: str, title: str, country: str) -> Reading:
        found = one(report, ident, name)
        text = found.report.text = f"{title} {name}"
        found.entities.append(Entity(country, "place", {"ar": country, "en": None}))
        return role(found, text, ident, title, country)

    a = called("a", "x", "جيرار كولوم", "وزير الداخلية", "france")
    b = called("b", "y", "جيرار كولومب", "وزير الداخلية", "france")
    assert len(merged_persons(a, b)) == 1
    assert len(merged_persons(a, called("b", "y", "جيرار كولومب", "مدرب", "mali"))) == 2


def body(report: str, name: str, text: str, published: str = "2021-05-02") -> Reading:
    """A report that names a body in a text of one sentence, and the countries given in it."""
    found = reading(report, f"{name} {text}", published, entities=())
    found.entities.append(Entity(f"{report}-body", "organisation", {"ar": name, "en": None}))
    found.mentions.append(Mention(0, len(name), name, "organisation", f"{report}-body"))
    return found


def bodies(*readings: Reading) -> list[int]:
    return sorted((len(e.same) for e in merge_entities(Corpus(readings))[0] if e.type == "organisation"), reverse=True)


def test_a_ministry_without_a_country_is_of_the_country_that_the_sentence_says() -> None:
    tunis = body("a", "وزارة الداخلية", "في تونس أعلنت ذلك.")
    assert bodies(tunis, body("b", "وزارة الداخلية التونسية", "أعلنت ذلك.")) == [2]
    assert bodies(tunis, body("b", "وزارة الداخلية", "في فرنسا أعلنت ذلك.")) == [1, 1]
    assert bodies(tunis, body("b", "وزارة الداخلية", "أعلنت ذلك.")) == [1, 1]


def test_two_parliaments_that_nobody_places_are_not_one() -> None:
    assert bodies(body("a", "مجلس النواب", "أقر القانون."), body("b", "مجلس النواب", "رفض القانون.")) == [1, 1]


def test_a_parliament_of_one_chamber_is_that_chamber() -> None:
    lebanese = body("a", "البرلمان اللبناني", "أقر القانون.")
    assert bodies(lebanese, body("b", "مجلس النواب", "في لبنان رفض القانون.")) == [2]
    assert bodies(body("a", "البرلمان الأردني", "أقر."), body("b", "مجلس النواب", "في الأردن رفض.")) == [1, 1]


def test_a_word_that_begins_with_a_glide_is_not_one_that_begins_with_a_vowel() -> None:
    assert bodies(body("a", "جامعة الإمام", "فتحت."), body("b", "جامعة اليمامة", "أغلقت.")) == [1, 1]


def test_an_army_is_one_however_its_nation_is_spelt() -> None:
    assert bodies(body("a", "الجيش الأمريكي", "قصف."), body("b", "الجيش الأميركي", "قصف.")) == [2]
    assert bodies(body("a", "الجيش السوري", "قصف."), body("b", "الجيش التركي", "قصف.")) == [1, 1]


def test_an_institute_that_is_alone_in_the_world_needs_no_country() -> None:
    name = "المعهد الدولي للدراسات الاستراتيجية"
    assert bodies(body("a", name, "قال ذلك."), body("b", name, "أعلن ذلك.")) == [2]


def test_a_son_is_not_his_uncle_who_has_his_name() -> None:
    nephew, uncle = one("a", "x", "سلطان بن سلمان بن عبد العزيز"), one("b", "y", "سلطان بن عبد العزيز")
    assert same(nephew, uncle) == [1, 1]


def test_a_name_in_latin_letters_is_the_name_in_arabic_ones() -> None:
    assert same(one("a", "x", "سليم الحداد"), one("b", "y", "Salim Haddad")) == [2]
    assert same(one("a", "x", "سليم الحداد"), one("b", "y", "Karim Haddad")) == [1, 1]


def test_a_name_that_many_bear_needs_more_than_the_name() -> None:
    crowd = [
        one(f"c{i}{j}", f"c{i}{j}", f"{first} {last}", published=f"2021-0{1 + i}-11")
        for i, first in enumerate(("محمد", "أحمد", "علي", "سعد", "فهد", "بدر"))
        for j, last in enumerate(("الحربي", "العتيبي", "القحطاني", "الغامدي", "الزهراني", "الشهري"))
    ]
    for report in crowd:
        report.entities.pop(0)  # no company
    again = one("z", "z", "محمد الحربي", published="2022-03-01")
    again.entities.pop(0)
    assert max(same(*crowd, again)) == 1
    rare = [one(n, n, "غسقان الدملوجي", published=d) for n, d in (("y1", "2021-01-01"), ("y2", "2022-03-01"))]
    assert max(same(*crowd, *rare)) == 2


def test_a_place_whose_name_several_countries_have_is_of_the_country_that_is_spoken_of() -> None:
    told = ("في اليمن شهدت معارك.", "في السعودية شهدت مهرجانا.", "اليمنية هادئة.", "هادئة.")
    reports = [body(f"r{i}", "الجوف", text) for i, text in enumerate(told)]
    for report in reports:
        report.entities[0].id, report.entities[0].type = "al-jawf", "place"
        report.mentions[0] = replace(report.mentions[0], type="place", entity="al-jawf")
    merged = merge_entities(Corpus(reports))[0]
    assert sorted([name for name, _ in e.same] for e in merged) == [["r0", "r2"], ["r1"], ["r3"]]


def test_a_place_is_one_however_its_words_are_parted() -> None:
    assert same(one("a", "x", "كفر باطنا", "place"), one("b", "y", "كفربطنا", "place")) == [2]
    assert same(one("a", "x", "مخيم الوارفة", "place"), one("b", "y", "الوارفة", "place")) == [2]
    assert same(one("a", "x", "دير علا", "place"), one("b", "y", "دير عالي", "place")) == [1, 1]


def test_a_name_given_in_two_scripts_is_either() -> None:
    assert same(one("a", "x", "ديلي نيوز Daily News", "work"), one("b", "y", "ديلي نيوز", "work")) == [2]


def test_a_resolution_is_told_by_its_number() -> None:
    assert same(one("a", "x", "القرار 2401", "other"), one("b", "y", "قرار مجلس الأمن رقم ٢٤٠١", "other")) == [2]
    assert same(one("a", "x", "القرار 2401", "other"), one("b", "y", "القرار 2254", "other")) == [1, 1]


def test_a_body_is_of_the_country_of_the_place_beside_it_or_of_those_who_speak_of_it_before() -> None:
    beside = body("a", "وزارة الصحة", "في فلسطين ذكرت أن إسرائيل ردت.")
    where = span(beside.report.text, "فلسطين")
    beside.mentions.append(Mention(where.start, where.end, where.text, "place", "palestine"))
    assert bodies(beside, body("b", "وزارة الصحة الفلسطينية", "أعلنت ذلك.")) == [2]
    before = body("c", "وزارة الدفاع", "")
    text = "نقلت وكالات روسية عن وزارة الدفاع أن آلافا عادوا إلى سوريا."
    where = span(text, "وزارة الدفاع")
    before.report.text, before.mentions[0] = text, Mention(*astuple(where), "organisation", "c-body")
    assert bodies(before, body("d", "وزارة الدفاع الروسية", "أعلنت ذلك.")) == [2]


def test_a_son_whose_father_is_named_is_no_one_whose_name_goes_on() -> None:
    prince, singer = one("a", "x", "غسقان بن دملوج"), one("b", "y", "غسقان دملوج كليب")
    assert same(prince, singer) == [1, 1]


def test_a_body_is_one_in_another_order_form_or_language_of_its_words() -> None:
    for one_name, other in (
        ("المنظمة الدولية للطيران المدني", "منظمة الطيران المدني الدولي"),
        ("حركة أمل", "Amal Movement"),
        ("الهيئة الوطنية للانتخابات", "National Elections Authority"),
    ):
        assert same(one("a", "x", one_name, "organisation"), one("b", "y", other, "organisation")) == [2]


def test_a_word_often_left_out_of_a_body_s_name_parts_it_only_in_another_matter() -> None:
    names = ("لجنة حقوق الإنسان القطرية", "اللجنة الوطنية القطرية لحقوق الإنسان")
    near, far = (
        [one("a", "x", names[0], "organisation"), one("b", "y", names[1], "organisation", published=day)]
        for day in ("2022-05-05", "2024-05-05")
    )
    assert same(*near) == [2]
    for report in far:  # nobody else is named in both
        report.entities[:] = [e for e in report.entities if e.id != "league"]
    assert same(*far) == [1, 1]
    others = ("لجنة حقوق الإنسان القطرية", "لجنة حقوق الطفل القطرية")
    assert same(one("a", "x", others[0], "organisation"), one("b", "y", others[1], "organisation")) == [1, 1]


def test_the_name_of_a_father_is_no_family_name() -> None:
    assert same(one("a", "x", "ماجد بن راشد"), one("b", "y", "راشد")) == [1, 1]
    assert same(one("a", "x", "ماجد بن راشد"), one("b", "y", "بن راشد")) == [2]


def test_a_body_is_one_with_and_without_the_region_of_its_town_or_whose_it_is() -> None:
    for short, full in (
        ("شرطة مكة", "شرطة منطقة مكة المكرمة"),
        ("أمانة الأحساء", "أمانة محافظة الأحساء"),
        ("وكالة زوركان", "وكالة زوركان الخاصة"),
        ("زوركان مولز", "مجموعة زوركان مولز"),
    ):
        assert same(one("a", "x", short, "organisation"), one("b", "y", full, "organisation")) == [2], full
    assert same(one("a", "x", "ذا زوركان", "work"), one("b", "y", "زوركان", "work")) == [2]
    teaching = (one("a", "x", "وزارة التعليم", "organisation"), one("b", "y", "وزارة التعليم العالي", "organisation"))
    assert same(*teaching) == [1, 1]


def of_place(name: str, arabic: str, *lands: str) -> Reading:
    """A report that names a place that no list knows, and countries."""
    text = " ثم ".join((arabic, *(LANDS[land] for land in lands)))
    found = reading(name, text, entities=())
    for ident, kind, words in (("x", "place", arabic), *((land, "place", LANDS[land]) for land in lands)):
        found.entities.append(Entity(ident, kind, {"ar": words, "en": None}))
        at = text.index(words)
        found.mentions.append(Mention(at, at + len(words), words, kind, ident))
    return found


LANDS = {"peru": "بيرو", "kenya": "كينيا", "oman": "عمان"}


def test_a_village_of_one_country_is_none_of_another() -> None:
    def villages(*readings: Reading) -> int:
        return sum("x" in dict(e.same).values() for e in merge_entities(Corpus(readings))[0])

    assert villages(of_place("a", "حلبون", "peru"), of_place("b", "حلبون", "peru", "oman")) == 1
    assert villages(of_place("a", "حلبون", "peru"), of_place("b", "حلبون", "kenya")) == 2
    assert villages(of_place("a", "حلبون", "peru"), of_place("b", "حلبون")) == 1


def test_a_body_with_a_word_more_or_less_is_one_where_reports_are_of_one_matter() -> None:
    bank = one("a", "x", "بنك زوركان تيبولي", "organisation")
    assert same(bank, one("b", "y", "زوركان تيبولي", "organisation")) == [2]
    far = one("b", "y", "زوركان تيبولي", "organisation", published="2021-09-02")
    far.entities = [e for e in far.entities if e.id != "league"]
    assert same(bank, far) == [1, 1]
    assert same(bank, one("b", "y", "بنك زوركان ماردين", "organisation")) == [1, 1]


def test_a_conference_called_by_its_place_is_that_of_its_days() -> None:
    def held(name: str, day: str) -> Reading:
        return one(name, "x", "مؤتمر برلين", "other", day)

    assert same(held("a", "2021-05-02"), held("b", "2021-05-20")) == [2]
    assert same(held("a", "2021-05-02"), held("b", "2021-12-02")) == [1, 1]


def test_a_law_that_every_state_has_is_of_nobody_knows_which() -> None:
    assert same(one("a", "x", "قانون مكافحة الإرهاب", "other"), one("b", "y", "قانون مكافحة الإرهاب", "other")) == [
        1,
        1,
    ]
