"""Whose an institution is, and what tells persons apart by what stands around them."""

from __future__ import annotations

from datetime import date

from compare_making import span

from tawatur.compare.corpus import Corpus
from tawatur.compare.entities.institutions import may_have
from tawatur.compare.entities.merging import merge_entities
from tawatur.compare.entities.profiles import profiles
from tawatur.compare.entities.seats import seat
from tawatur.record.types import Entity, Mention, Reading, Report


def report(name: str, text: str, *named: tuple[str, str, str], outlet: str | None = None, day: int = 2) -> Reading:
    """A report that names these (id, type, words) where the words first stand."""
    found = Reading(Report(name, f"{name}.txt", text, name, published=date(2021, 5, day), outlet=outlet))
    for ident, kind, words in named:
        at = span(text, words)
        found.entities.append(Entity(ident, kind, {"ar": words, "en": None}))
        found.mentions.append(Mention(at.start, at.end, at.text, kind, ident))
    return found


def things(kind: str, *readings: Reading) -> list[int]:
    merged = merge_entities(Corpus(readings))[0]
    return sorted((len(e.same) for e in merged if e.type == kind), reverse=True)


POLITICAL = ("organisation", "المجلس السياسي")


def council(text: str, *more: tuple[str, str, str]) -> str | None:
    found = report("a", text, ("x", "organisation", "مجلس الشورى"), *more)
    return seat(found, found.entities[0], "saudi-arabia", "saudi-arabia")


def test_a_part_of_a_body_is_no_institution_of_the_country_that_is_spoken_of() -> None:
    party = ("hezbollah", "organisation", "حزب الله")
    assert council("اجتمع مجلس الشورى التابع لتنظيم حزب الله أمس.", party) == "of hezbollah"
    assert council("اجتمع مجلس الشورى في الدوحة مع حزب الله.", party) == "saudi-arabia"
    told = [
        report(
            n,
            f"قرر المجلس السياسي ل{body} ذلك.",
            (n, "organisation", "المجلس السياسي"),
            (body_id, "organisation", body),
        )
        for n, body_id, body in (("a", "hezbollah", "حزب الله"), ("b", "hamas", "حماس"), ("c", "hezbollah", "حزب الله"))
    ]
    assert things("organisation", *told) == [2, 2, 1, 1]


def test_a_ministry_that_few_states_have_is_not_of_the_state_spoken_of() -> None:
    found = report(
        "a",
        "أوضحت وزارة الخزانة أن العقوبات على إيران باقية.",
        ("x", "organisation", "وزارة الخزانة"),
        ("iran", "place", "إيران"),
    )
    assert seat(found, found.entities[0], None) is None


def test_a_body_that_a_list_gives_a_country_is_of_it() -> None:
    told = report(
        "a", "قال المجلس السياسي الأعلى.", ("supreme-political-council", "organisation", "المجلس السياسي الأعلى")
    )
    assert [p.seat for p in profiles(Corpus([told])).values()] == ["yemen"]


def test_a_part_of_a_national_body_is_of_its_country() -> None:
    football = ("saff", "organisation", "الاتحاد السعودي لكرة القدم")
    found = report(
        "a", "أوضحت لجنة الاحتراف بالاتحاد السعودي لكرة القدم ذلك.", ("x", "organisation", "لجنة الاحتراف"), football
    )
    assert seat(found, found.entities[0], None) == "saudi-arabia"


def test_a_senate_is_of_no_country_that_has_none() -> None:
    assert may_have("مجلس الشيوخ", "united-states")
    assert not may_have("مجلس الشيوخ", "iran")
    assert may_have("وزارة الداخلية", "iran")
    heard = report("a", "قال أمام مجلس الشيوخ إن إيران لن تفعل ذلك.", ("x", "organisation", "مجلس الشيوخ"))
    assert seat(heard, heard.entities[0], "united-states", "united-states") == "united-states"


def test_a_state_of_a_union_has_institutions_of_its_own() -> None:
    florida = ("florida", "place", "فلوريدا")
    text = "أقر مجلس الشيوخ في ولاية فلوريدا القانون."
    found = report("a", text, ("x", "organisation", "مجلس الشيوخ"), florida)
    assert seat(found, found.entities[0], "united-states") == "of florida"


def test_a_body_of_the_lists_whose_name_several_countries_have_is_of_the_one_that_is_spoken_of() -> None:
    told = ("في ليبيا ردت حكومة الوفاق.", "في السودان عدلت حكومة الوفاق.", "الليبية حكومة الوفاق هادئة.")
    reports = [report(f"r{i}", text, ("gna", "organisation", "حكومة الوفاق")) for i, text in enumerate(told)]
    assert things("organisation", *reports) == [2, 1]


def test_a_word_alone_is_one_person_where_reports_name_the_same_people_however_they_spell_them() -> None:
    people = (("دنبار كولتير", "دنبر كولتر"), ("ساندور مولناري", "سندور مولنري"), ("إيلدا فوسكاري", "يلدا فوسكري"))
    told = [
        report(
            name,
            f"زار {alone} المدينة مع " + " و".join(p[i] for p in others) + ".",
            (f"{name}-x", "person", alone),
            *((f"{name}{n}", "person", p[i]) for n, p in enumerate(others)),
        )
        for i, (name, alone, others) in enumerate((("a", "تيميل", people[:2]), ("b", "تيميل", people[:2])))
    ]
    assert things("person", *told)[:3] == [2, 2, 2]


def test_the_country_of_their_paper_makes_no_one_man_of_two() -> None:
    towns = (("riyadh", "place", "الرياض"), ("jeddah", "place", "جدة"), ("dammam", "place", "الدمام"))
    paper = [report(f"p{i}", "خبر من الرياض وجدة والدمام.", *towns, outlet="واحة") for i in range(14)]
    short = report("a", "قال خالد الدملوج.", ("a", "person", "خالد الدملوج"), outlet="واحة")
    full = report("b", "قال خالد بن فهد الدملوج.", ("b", "person", "خالد بن فهد الدملوج"), outlet="واحة")
    assert things("person", *paper, short, full) == [1, 1]
    town = ("jeddah", "place", "جدة")
    short, full = (
        report(n, f"قال {who} في جدة.", (n, "person", who), town, outlet="واحة")
        for n, who in (("a", "خالد الدملوج"), ("b", "خالد بن فهد الدملوج"))
    )
    assert things("person", *paper, short, full) == [2]


def test_a_ministry_that_two_newspapers_of_one_country_leave_without_it_is_one() -> None:
    texts = ("وقالت وزارة الإسكان إن المشروع بدأ.", "وأعلنت وزارة الإسكان شروط القرض.")
    papers = ("okaz", "alriyadh")
    named = ("x", "organisation", "وزارة الإسكان")
    told = [report(p, t, named, outlet=p) for p, t in zip(papers, texts, strict=True)]
    assert things("organisation", *told) == [2]
    abroad = [report(p, t, named, outlet=p) for p, t in zip(("okaz", "BBC"), texts, strict=True)]
    assert things("organisation", *abroad) == [1, 1]


def test_an_airport_is_one_with_and_without_international() -> None:
    a = report("a", "أقلعت الطائرة من مطار الملك فهد.", ("x", "place", "مطار الملك فهد"))
    b = report("b", "وصلت إلى مطار الملك فهد الدولي.", ("y", "place", "مطار الملك فهد الدولي"))
    assert things("place", a, b) == [2]


def test_a_red_crescent_is_its_country_s_and_a_red_cross_where_there_is_none_the_international_one() -> None:
    crescent, cross = "الهلال الأحمر", "الصليب الأحمر"
    crescents = [
        report("a", f"قال {crescent} في السعودية إنه جاهز.", ("red-crescent", "organisation", crescent)),
        report("b", f"قال {crescent} في ليبيا إنه جاهز.", ("red-crescent", "organisation", crescent)),
        report("c", f"قال {crescent} السعودي ذلك.", ("saudi-red-crescent", "organisation", f"{crescent} السعودي")),
    ]
    for told, country in zip(crescents, (("saudi-arabia", "السعودية"), ("libya", "ليبيا")), strict=False):
        told.entities.append(Entity(country[0], "place", {"ar": country[1], "en": None}))
    assert things("organisation", *crescents) == [2, 1]
    crosses = [
        report("d", f"قال {cross} في اليمن إنه جاهز.", ("red-cross", "organisation", cross)),
        report("e", f"قال {cross} في المكسيك إنه جاهز.", ("red-cross", "organisation", cross)),
        report(
            "f", f"قالت اللجنة الدولية لل{cross[2:]} ذلك.", ("icrc", "organisation", f"اللجنة الدولية لل{cross[2:]}")
        ),
    ]
    assert things("organisation", *crosses) == [2, 1]


def test_a_ministry_is_of_the_only_country_spoken_of_or_of_its_paper_s_where_both_are() -> None:
    ministry = ("x", "organisation", "وزارة المالية")
    alone = report("a", "الميزانية السعودية جاهزة.\nقالت وزارة المالية ذلك.", ministry)
    assert seat(alone, alone.entities[0], None) == "saudi-arabia"
    two = report("b", "الميزانية السعودية والكويتية جاهزة.\nقالت وزارة المالية ذلك.", ministry)
    assert seat(two, two.entities[0], None) is None
    abroad = report("c", "قال سعوديون في اليونان إن وزارة المالية أجابت.", ministry, ("greece", "place", "اليونان"))
    assert seat(abroad, abroad.entities[0], "greece", "saudi-arabia") == "saudi-arabia"
    assert seat(abroad, abroad.entities[0], "greece", "egypt") is None


def court(text: str, title: str | None = None) -> str | None:
    found = report("a", text, ("x", "organisation", "المحكمة الإدارية العليا"))
    found.report.title = title
    return seat(found, found.entities[0], None)


def test_of_two_countries_spoken_of_beside_it_the_one_that_the_report_is_about_has_it() -> None:
    court_of = "قال محام كيني إن المحكمة الإدارية العليا أجلت الحكم على بيرو."
    assert court("ذكرت وكالات في بيرو وكينيا أن المحكمة الإدارية العليا أجلت الحكم.") is None
    assert court(f"{court_of} وفي كينيا اعتصم العمال الكينيون. ونقلت صحف كينيا ذلك.") == "kenya"


def test_a_title_that_names_one_country_says_whose_an_institution_is() -> None:
    text = "أجلت المحكمة الإدارية العليا الحكم. وعلقت بيرو وكينيا وفنلندا عليه."
    assert court(text) is None
    assert court(text, "حكم يوقف شركة النقل في كينيا") == "kenya"
    assert court(text, "كينيا وبيرو تتنازعان في نيروبي") is None
