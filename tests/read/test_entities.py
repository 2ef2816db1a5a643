"""One thing, one entity; and the entities that word lists know."""

from tawatur.read.document import Document
from tawatur.read.entities import catalogue, known, mention_at, mentions_in
from tawatur.read.mentions import read_mentions
from tawatur.record.types import Report


def read(text: str) -> Document:
    document = Document(Report("r", "r", text, ""))
    read_mentions(document)
    return document


def entities(text: str) -> list[str]:
    return [m.entity for m in read(text).reading.mentions]


def test_spellings_of_one_country_are_one_entity() -> None:
    assert set(entities("أمريكا وأميركا والولايات المتحدة والولايات المتحدة الأميركية")) == {"united-states"}


def test_every_demonym_belongs_to_a_listed_entity() -> None:
    language = read("").language
    ids = set(catalogue(language))
    assert [e.data["of"] for e in language.entries["demonym"] if e.data["of"] not in ids] == []


def test_a_country_reached_through_its_adjective() -> None:
    document = read("الوزير الأردني")
    assert known(document, "jordan") == "jordan"
    assert known(document, "jordan") == "jordan"
    assert [e.id for e in document.reading.entities] == ["jordan"]
    assert document.reading.entities[0].name == {"ar": "الأردن", "en": "Jordan"}


def test_a_capital_that_acts_is_its_government() -> None:
    assert entities("أعلنت موسكو دعمها لاتفاق بين طهران وأنقرة") == ["russia", "iran", "turkey"]
    assert entities("وصل إلى موسكو") == ["moscow"]
    assert entities("بموسكو") == ["moscow"]


def test_short_and_full_names_of_a_person() -> None:
    found = entities("أعلن رئيس اللجنة، ماجد الخوري، القرار. وأضاف الخوري أن ماجد الخوري لن يستقيل")
    assert len(found) == 3
    assert len(set(found)) == 1


def test_joined_and_parted_abd_is_one_name() -> None:
    assert len(set(entities("قال عبد الرحمن السالمي. وقال عبدالرحمن السالمي"))) == 1


def test_a_second_name_in_brackets() -> None:
    assert len(set(entities("تقرير المركز الوطني لأبحاث المناخ (CNRM Institute)"))) == 1


def test_a_ministry_with_and_without_its_country() -> None:
    assert len(set(entities("قالت وزارة الزراعة التونسية. وأضافت وزارة الزراعة"))) == 1


def test_amman_and_oman() -> None:
    assert entities("في الأردن، قال مسؤول في عمان") == ["jordan", "amman"]
    assert entities("زار سلطنة عمان") == ["oman"]


def test_mentions_by_offset() -> None:
    document = read("زار المغرب ثم تونس")
    mention = mention_at(document, 6)
    assert mention is not None
    assert mention.entity == "morocco"
    assert mention_at(document, 0) is None
    assert [m.entity for m in mentions_in(document, 0, 18)] == ["morocco", "tunisia"]
    assert [m.entity for m in mentions_in(document, 10, 18)] == ["tunisia"]
