"""Numbers with what they count, as a reader of either language expects them."""

from importlib.resources import files

import pytest

from tawatur.language.fast_yaml import parse
from tawatur.record.types import Number
from tawatur.tell.amounts import amount, unit_named, which_of


@pytest.mark.parametrize(
    ("number", "en", "ar"),
    [
        (Number(80, "country", "more_than"), "more than 80 countries", "أكثر من 80 دولة"),
        (Number(1, "person"), "1 person", "شخص"),
        (Number(2, "person"), "2 people", "شخصان"),
        (Number(2, "person", "more_than"), "more than 2 people", "أكثر من شخصين"),
        (Number(43, "percent"), "43%", "43٪"),
        (Number(14, "year", "exact", 30), "14–30 years", "14–30 سنة"),
        (Number(52, "person", "at_least"), "at least 52 people", "52 شخصا على الأقل"),
        (Number(32), "32", "32"),
    ],
)
def test_numbers_keep_their_bound_and_their_unit(number: Number, en: str, ar: str) -> None:
    assert (amount(number, "en"), amount(number, "ar")) == (en, ar)


@pytest.mark.parametrize(
    ("number", "en", "ar"),
    [
        (Number(700_000_000, "USD"), "700 million USD", "700 مليون دولار"),
        (Number(3_000_000_000, "USD", "more_than"), "more than 3 billion USD", "أكثر من 3 مليارات دولار"),
        (Number(2_000_000, "EUR", "about"), "about 2 million EUR", "نحو مليوني يورو"),
        (Number(2_000_000), "2 million", "مليونان"),
        (Number(1_500_000_000, "MAD"), "1.5 billion MAD", "1.5 مليار درهم مغربي"),
        (Number(1_234_567, "person"), "1,234,567 people", "1,234,567 شخصا"),
    ],
)
def test_great_numbers_are_said_as_newspapers_say_them_and_lose_nothing(number: Number, en: str, ar: str) -> None:
    assert (amount(number, "en"), amount(number, "ar")) == (en, ar)


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("delegation", ["وفد", "وفدان", "3 وفود", "11 وفدا", "100 وفد"]),
        ("tank", ["دبابة", "دبابتان", "3 دبابات", "11 دبابة", "100 دبابة"]),
        ("teacher", ["معلم", "معلمان", "3 معلمين", "11 معلما", "100 معلم"]),
        ("hospital", ["مستشفى", "مستشفيان", "3 مستشفيات", "11 مستشفى", "100 مستشفى"]),
        ("port", ["ميناء", "ميناءان", "3 موانئ", "11 ميناء", "100 ميناء"]),
        ("lawyer", ["محام", "محاميان", "3 محامين", "11 محاميا", "100 محام"]),
    ],
)
def test_what_is_counted_in_arabic_has_the_form_that_its_number_asks_for(unit: str, said: list[str]) -> None:
    assert [amount(Number(n, unit), "ar") for n in (1, 2, 3, 11, 100)] == said


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        *[(form, "person") for form in ("شخص", "شخصان", "أشخاص", "شخصا")],
        *[(noun, "person") for noun in ("قتيل", "قتلى", "قتيلا", "جريح", "جرحى", "رهينة", "رهائن", "مدني", "مدنيين")],
        ("شرطي", "police officer"),
        ("مسلح", "militant"),
        ("تلاميذ", "student"),
        ("صاروخ", "missile"),
        ("كلم", "km"),
    ],
)
def test_a_unit_is_known_by_every_noun_that_reports_count_it_by(words: str, unit: str) -> None:
    assert unit_named(words) == unit


@pytest.mark.parametrize("words", ["rson", "policeman", "hostage", "كما", "منهما"])
def test_what_no_report_counts_by_is_no_unit(words: str) -> None:
    assert unit_named(words) is None


def test_forms_are_listed_only_of_units_that_reports_count_and_of_currencies() -> None:
    listed = parse(files("tawatur.tell").joinpath("units.yml").read_text(encoding="utf-8"))["units"]
    counted = parse(files("tawatur.language").joinpath("arabic/units.yml").read_text(encoding="utf-8"))["entries"]
    assert {unit for unit in listed if not unit.isupper()} <= {entry["unit"] for entry in counted}


def test_a_session_is_told_by_its_number_and_not_as_so_many_sessions() -> None:
    assert amount(which_of("meeting.session", Number(34, "session")), "ar") == "34"
