"""One thing whose name a writer slipped in, lengthened by a word, or gave alone in several reports."""

from compare_making import reading, role

from tawatur.compare.corpus import Corpus
from tawatur.compare.entities.merging import merge_entities
from tawatur.compare.entities.wordings import adds_a_word
from tawatur.record.types import Entity, Mention, Reading

MATTER = ("الرابطة الإقليمية للمياه", "هيئة الوادي الأخضر", "مجلس قبائل الصحراء")


def named(report: str, name: str, *also: str, published: str = "2021-05-02") -> Reading:
    """A report that names a person, and these bodies beside him."""
    found = reading(report, f"ذكر التقرير {name} مرة", published, entities=())
    found.entities += [Entity(body, "organisation", {"ar": body, "en": None}) for body in also]
    found.entities.append(Entity(f"{report}-{name}", "person", {"ar": name, "en": None}))
    return found


def minister(report: str, name: str, title: str = "وزير الري", land: str = "peru") -> Reading:
    found = named(report, name)
    found.report.text = f"{title} {name}"
    found.entities.append(Entity(land, "place", {"ar": land, "en": None}))
    return role(found, found.report.text, f"{report}-{name}", title, land)


def in_munich(report: Reading) -> Reading:
    """The report, which names the city."""
    report.entities.append(Entity("munich", "place", {"ar": "ميونخ", "en": None}))
    report.mentions.append(Mention(0, 5, "ميونخ", "place", "munich"))
    return report


def persons(*readings: Reading) -> list[int]:
    """In how many reports each person stands, the most first."""
    merged = merge_entities(Corpus(readings))[0]
    return sorted((len(e.same) for e in merged if e.type == "person"), reverse=True)


def test_a_minister_whose_name_is_written_with_a_wrong_letter_is_the_minister() -> None:
    assert persons(minister("a", "زلفيكار دوماني"), minister("b", "زلفيكار بوماني")) == [2]
    assert persons(minister("a", "زلفيكار دوماني"), minister("b", "زلفيكار دومناي")) == [2]
    assert persons(minister("a", "زلفيكار دوماني"), minister("b", "زلفيكار بوماني", "مدرب", "kenya")) == [1, 1]


def test_a_name_that_others_have_is_no_slip_of_another() -> None:
    assert persons(minister("a", "أحمد دوماني"), minister("b", "حمد دوماني")) == [1, 1]
    assert persons(minister("a", "حسن دوماني"), minister("b", "حسين دوماني")) == [1, 1]


def test_a_word_joined_by_and_names_the_same_body() -> None:
    assert adds_a_word("هيئة المنافسة البريطانية", "هيئة المنافسة والأسواق البريطانية")
    assert not adds_a_word("مديرية أمن الوادي", "مديرية أمن شمال الوادي")
    assert not adds_a_word("الجبهة الشعبية لتحرير الوادي", "الجبهة الشعبية الديمقراطية لتحرير الوادي")
    assert not adds_a_word("جامعة الدول العربية", "مجلس جامعة الدول العربية")
    assert not adds_a_word("جمعية الثقافة والفنون", "جمعية الثقافة والفنون بجدة")
    assert not adds_a_word("مستشفى الملك فهد", "مستشفى الملك فهد التخصصي")
    assert not adds_a_word("جهاز المخابرات البريطاني", "جهاز المخابرات الداخلية البريطاني")
    assert not adds_a_word("هيئة المنافسة", "هيئة المنافسة البريطانية")


def test_a_word_that_begins_with_the_letter_of_and_is_not_joined_by_it() -> None:
    assert not adds_a_word("مجلس رعاية الشباب", "مجلس رعاية الشباب الفاضل")
    assert not adds_a_word("مجلس رعاية الشباب", "مجلس رعاية الشباب الواعد")
    assert not adds_a_word("مجلس رعاية الشباب", "مجلس رعاية الشباب ووزارة")


def test_rank_reach_and_task_part_no_bodies_of_one_matter() -> None:
    assert adds_a_word("هيئة الثقافة", "هيئة الثقافة الوطنية")
    assert not adds_a_word("وكالة الاستخبارات", "وكالة الاستخبارات المركزية")
    assert adds_a_word("هيئة الصادرات الزراعية", "هيئة تنمية الصادرات الزراعية")
    assert adds_a_word("جمعية البر", "جمعية البر الخيرية")
    assert adds_a_word("لجنة فض النزاع", "لجنة فض النزاع المشكلة")
    assert adds_a_word("الواحة الأخضر", "بنك الواحة الأخضر")
    assert not adds_a_word("وزارة الواحة", "جمعية وزارة الواحة")
    assert not adds_a_word("لجنة فض النزاع", "لجنة فض النزاع السوداني")
    assert not adds_a_word("جبهة التغيير", "جبهة التغيير الديمقراطية")


def test_bodies_named_with_and_without_their_rank_are_one_in_one_matter_only() -> None:
    def bodies(*readings: Reading) -> list[int]:
        merged = merge_entities(Corpus(readings))[0]
        return sorted(len(e.same) for e in merged if "القوارب" in (e.name.get("ar") or ""))

    short, long = "رابطة القوارب", "رابطة القوارب الوطنية"
    assert bodies(named("a", "زلفيكار دوماني", *MATTER, short), named("b", "هانيا بيرو", *MATTER, long)) == [2]
    assert bodies(named("a", "زلفيكار دوماني", short), named("b", "هانيا بيرو", long)) == [1, 1]


def test_who_is_called_by_one_name_everywhere_is_one_person() -> None:
    assert persons(named("a", "أرسطو"), named("b", "أرسطوطاليس", published="2024-01-09")) == [2]
    assert persons(named("a", "أبي نواس"), named("b", "أبو نواس"), named("c", "نواس")) == [2, 1]
    assert persons(named("a", "فرويد"), named("b", "سيغموند فرويد"), named("c", "مايا فرويد")) == [2, 1]


def test_another_spelling_in_close_company_needs_no_place() -> None:
    late = "2021-05-06"
    assert persons(named("a", "زلفيكار دوماني", *MATTER), named("b", "زلفيكار بوماني", *MATTER, published=late)) == [2]


def test_who_is_called_by_one_word_is_one_where_all_whom_it_fits_are_one_another() -> None:
    """What two things lack to be one may come later, with a report that is joined to the one of them."""
    first = named("a", "كواباتا", *MATTER[:2])
    later = in_munich(named("b", "كواباتا", MATTER[1], published="2021-06-02"))
    link = in_munich(named("c", "كواباتا", MATTER[0]))
    assert persons(first, later, link) == [2, 1]
    assert persons(first, later, link, in_munich(named("d", "كواباتا", MATTER[1]))) == [4]
