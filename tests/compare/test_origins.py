"""On whose word a value rests: outlets, their correspondents, agencies, communiques, copies by the thousand."""

from datetime import date
from time import process_time

import pytest
from compare_making import day, event, persons, reading, role

from tawatur.compare.comparison import compare
from tawatur.record.types import Copy, Entity, Origin, Place, Reading

SLOTS = {"type": "attack", "place": ["salwan"], "date": day("2021-05-02"), "killed": persons(3)}
WORDINGS = (
    "مقتل 3 أشخاص في هجوم على سوق سلوان",
    "هجوم سلوان يودي بحياة 3 أشخاص صباح اليوم",
    "سقط 3 قتلى حين أطلق مجهول النار داخل سوق في سلوان",
)


def told(
    name: str, outlet: str | None, number: int, voice: str | None = None, more: str = "", **how: object
) -> Reading:
    found = reading(name, f"{WORDINGS[number]}. {more}", outlet=outlet)
    via = how.pop("via", ())
    for key, value in how.items():
        setattr(found.report, key, value)
    return event(found, "incident", WORDINGS[number], "done", voice, via, **SLOTS)  # type: ignore[arg-type]


def origins(*readings: Reading) -> list[Origin]:
    (fact,) = [f for f in compare(readings).facts if f.property == "incident.killed"]
    (value,) = fact.values
    return value.origins


def test_one_outlet_that_says_it_twice_is_one_origin() -> None:
    (one,) = origins(told("a", "النهر", 0), told("b", "النهر", 1), told("c", "النهر", 2))
    assert (one.reports, one.why) == (["a", "b", "c"], "none")
    assert len(origins(told("a", "النهر", 0), told("b", "الجبل", 1))) == 2


def test_reports_without_an_outlet_are_nobodys_own() -> None:
    assert len(origins(told("a", None, 0), told("b", None, 1))) == 2


def test_an_outlet_that_names_two_agencies_in_turn_has_two_origins() -> None:
    def by(name: str, number: int, agency: str) -> Reading:
        rest = (
            "وتتواصل أعمال رفع الأنقاض وسط انتشار لقوات الأمن في الشوارع المؤدية إلى السوق ومداخل الأحياء القديمة.",
            "ولم تعرف بعد دوافع ما جرى، فيما دعا سكان إلى زيادة الدوريات الليلية وتركيب مصابيح عند الأبواب الخلفية.",
        )[number]
        found = told(name, "النهر", number, more=f"وأوردت ذلك وكالة {agency}. {rest}")
        found.entities.append(Entity("agency", "work", {"ar": agency, "en": None}))
        return event(found, "visit", f"وأوردت ذلك وكالة {agency}", "done", "agency", visitor=["salim"])

    assert len(origins(by("a", 0, "رويترز"), by("b", 1, "فرانس برس"))) == 2
    assert len(origins(by("a", 0, "رويترز"), by("b", 1, "رويترز"))) == 1
    assert len(origins(by("a", 0, "رويترز"), by("b", 1, "فرانس برس"), told("c", "النهر", 2))) == 2


def test_an_outlets_correspondent_is_the_outlet() -> None:
    own, sent = told("a", "النهر", 0), told("b", "النهر", 1, voice="مراسلنا في سلوان")
    assert len(origins(own, sent)) == 1
    assert len(origins(told("a", "الجبل", 0, voice="مراسلنا في سلوان"), sent)) == 2


def test_one_communique_in_two_reports_is_a_document() -> None:
    a, b = (told(n, n, i, voice="salim", via=["بيان"]) for i, n in enumerate("ab"))
    assert [o.why for o in origins(a, b)] == ["document"]


def test_an_origin_says_whose_word_it_is() -> None:
    own, sent = told("a", "النهر", 0), told("b", "الجبل", 1, voice="مراسلنا في سلوان")
    quoted = told("c", "الوادي", 2, voice="salim")
    assert [(o.how, o.by) for o in origins(own, sent, quoted)] == [
        ("own_word", None),
        ("correspondent", None),
        (None, "salim"),
    ]
    signed = told("a", "النهر", 0, authors=["نورة القاضي"], dateline="سلوان")
    assert [o.how for o in origins(signed)] == ["correspondent"]


def test_an_agency_that_is_described_is_that_agency() -> None:
    described, again = (
        told("a", "النهر", 0, voice="وكالة الأنباء الرسمية السورية"),
        told("b", "الجبل", 1, voice="وكالة الأنباء الرسمية (سانا)"),
    )
    assert [o.why for o in origins(described, again)] == ["agency"]
    assert len(origins(described, told("b", "الجبل", 1, voice="وكالة الأنباء الرسمية الكويتية"))) == 2


def test_what_an_agency_signs_is_its_word_whomever_it_quotes() -> None:
    quoted = told("a", "النهر", 0, voice="salim", authors=["رويترز"])
    own = told("b", "الجبل", 1, authors=["رويترز"])
    assert [o.why for o in origins(quoted, own)] == ["agency"]
    assert len(origins(quoted, told("b", "الجبل", 1, authors=["فرانس برس"]))) == 2


def test_outlets_of_one_publisher_are_one() -> None:
    assert len(origins(told("a", "الشرق الأوسط", 0), told("b", "الاقتصادية", 1))) == 1


def test_one_speaker_of_last_week_spoke_again() -> None:
    a, b = (told(n, n, i, voice="salim") for i, n in enumerate("ab"))
    b.report.published = day("2021-05-08").first
    assert len(origins(a, b)) == 2


def test_thousands_of_copies_are_one_origin_and_take_time_as_their_number() -> None:
    from tawatur.compare.facts.claims import Claim
    from tawatur.compare.facts.origins import Lineage
    from tawatur.compare.facts.origins import origins as origins_of
    from tawatur.compare.facts.sources import source_of
    from tawatur.compare.passages import Passages
    from tawatur.record.types import Evidence, Span

    def time(many: int) -> float:
        one = told("a", None, 0)
        text, where = one.report.text, one.events[0]
        names = [f"r{i:05}" for i in range(many)]
        known = source_of("a", one)
        lineage = Lineage(
            {n: type(known)(n, *(getattr(known, s) for s in known.__slots__[1:])) for n in names},
            Passages([Copy("copy-1", [Place(0, len(text), text, n) for n in names])]),
            {},
        )
        span = Span(where.start, where.end, where.text)
        claims = [
            Claim("x", "incident.killed", None, persons(3), n, "e1", "done", None, one.report.published,
                  [Evidence(span.start, span.end, span.text, n, "e1")], span)
            for n in names
        ]  # fmt: skip
        began = process_time()
        (origin,) = origins_of(claims, lineage)
        assert (origin.why, len(origin.reports)) == ("copy", many)
        return process_time() - began

    small = time(500)
    assert time(5_000) < 25 * small + 0.05


def test_a_body_and_who_speaks_for_it_are_one_origin() -> None:
    spoken, itself = told("a", "النهر", 0, voice="salim"), told("b", "الجبل", 1, voice="league")
    assert len(origins(spoken, itself)) == 2
    role(spoken, "مقتل", "salim", "المتحدث باسم الرابطة", "league")
    assert [o.why for o in origins(spoken, itself)] == ["speaker"]
    described = told("c", "الوادي", 2, voice="متحدث باسم الرابطة الإقليمية للمياه")
    assert len(origins(itself, described)) == 1


def test_a_country_and_its_minister_are_one_origin() -> None:
    spoken, itself = told("a", "النهر", 0, voice="salim"), told("b", "الجبل", 1, voice="morocco")
    for one in (spoken, itself):
        one.entities.append(Entity("morocco", "place", {"ar": "المغرب", "en": None}))
    assert len(origins(spoken, itself)) == 2
    role(spoken, "مقتل", "salim", "وزير الداخلية المغربي", "morocco")
    assert [o.why for o in origins(spoken, itself)] == ["speaker"]


def test_a_ministry_and_its_minister_are_one_origin_and_two_ministries_are_two() -> None:
    minister = told("a", "النهر", 0, voice="وزير المياه المغربي")
    assert [o.why for o in origins(minister, told("b", "الجبل", 1, voice="وزارة المياه المغربية"))] == ["speaker"]
    assert len(origins(minister, told("b", "الجبل", 1, voice="وزارة المياه المصرية"))) == 2
    assert len(origins(minister, told("b", "الجبل", 1, voice="وزارة الصحة المغربية"))) == 2
    later = told("b", "الجبل", 1, voice="وزارة المياه المغربية")
    later.report.published = date(2021, 5, 12)
    assert len(origins(minister, later)) == 2


def test_a_ministry_speaks_for_its_country() -> None:
    country = told("a", "النهر", 0, voice="morocco")
    country.entities.append(Entity("morocco", "place", {"ar": "المغرب", "en": None}))
    assert len(origins(country, told("b", "الجبل", 1, voice="وزارة المياه المغربية"))) == 1
    assert len(origins(country, told("b", "الجبل", 1, voice="نقابة المعلمين المغربية"))) == 2


@pytest.mark.parametrize(
    ("called", "known"),
    [
        ("الدفاع المغربية", 1),
        ("المتحدث باسم الدفاع المغربية", 1),
        ("الدفاع المصرية", 2),
        ("الداخلية المغربية", 2),
        ("الدفاع المدني المغربي", 2),
    ],
)
def test_a_ministry_may_be_called_by_what_it_is_for_and_its_land_alone(called: str, known: int) -> None:
    ministry = told("a", "النهر", 0, voice="وزارة الدفاع المغربية")
    assert len(origins(ministry, told("b", "الجبل", 1, voice=called))) == known


def test_an_army_is_one_under_each_of_its_names() -> None:
    army = told("a", "النهر", 0, voice="الجيش المغربي")
    assert len(origins(army, told("b", "الجبل", 1, voice="المتحدث باسم القوات المسلحة المغربية"))) == 1
    assert len(origins(army, told("b", "الجبل", 1, voice="رئاسة الأركان المغربية"))) == 1
    assert len(origins(army, told("b", "الجبل", 1, voice="القوات المسلحة المصرية"))) == 2
    assert len(origins(army, told("b", "الجبل", 1, voice="الفصائل المغربية المسلحة"))) == 2


def test_an_agency_named_beside_what_is_told_is_where_it_comes_from() -> None:
    def beside(name: str, outlet: str, number: int, rest: str) -> Reading:
        found = reading(name, f"{WORDINGS[number]}{rest}", outlet=outlet)
        return event(found, "incident", WORDINGS[number], "done", **SLOTS)  # type: ignore[arg-type]

    padding = " وتتواصل أعمال رفع الأنقاض في الأحياء القديمة" * 4 + ".\n" + "وأغلقت المدارس أبوابها حتى الغد. " * 3
    wire = "، بحسب بيان نقلته رويترز." + padding
    assert [o.why for o in origins(beside("a", "النهر", 0, wire), told("b", "الجبل", 1, voice="wire"))] == ["agency"]
    elsewhere = "." + padding + "وفاز مصور رويترز بجائزة. " + padding
    assert len(origins(beside("a", "النهر", 0, elsewhere), told("b", "الجبل", 1, voice="wire"))) == 2


def test_two_who_speak_together_may_be_named_in_any_order() -> None:
    said = told("a", "النهر", 0, voice="روسيا وسوريا")
    assert [o.why for o in origins(said, told("b", "الجبل", 1, voice="سوريا وروسيا"))] == ["speaker"]
    assert len(origins(said, told("b", "الجبل", 1, voice="تركيا وسوريا"))) == 2


def test_every_origin_has_a_report_of_its_own() -> None:
    def by(name: str, *voices: str) -> Reading:
        found = told(name, name, "abc".index(name), voice=voices[0])
        for voice in voices[1:]:
            event(found, "incident", found.events[0].text, "done", voice, **SLOTS)  # type: ignore[arg-type]
        return found

    assert len(origins(by("a", "salim", "nura"))) == 1
    assert len(origins(by("a", "salim", "nura"), by("b", "salim"))) == 2
    assert len(origins(by("a", "salim", "nura", "league"), by("b", "salim", "nura", "league"))) == 2
    # "a" alone has salim; so "b" stands for nura and "c" for the league
    assert len(origins(by("a", "salim", "nura"), by("b", "nura", "league"), by("c", "league"))) == 3
