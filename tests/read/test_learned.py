"""What the learned model's names become: the record's extents and types, and one decision with lists and patterns."""

from __future__ import annotations

import pytest
from tagging import Told

from tawatur.read.document import Document
from tawatur.read.mentions import read_mentions
from tawatur.read.mentions.candidates import Candidate, combine
from tawatur.read.mentions.tags import tags_of
from tawatur.read.reading import read as read_report
from tawatur.read.roles import read_roles
from tawatur.record.types import Report

UNLISTED = "زوركان تيبولي"


def read(text: str, **names: str | tuple[str, float]) -> Document:
    document = Document(Report("r", "r", text, ""), tagger=Told({k.replace("_", " "): v for k, v in names.items()}))
    read_mentions(document)
    return document


def found(document: Document) -> list[tuple[str, str]]:
    return [(m.text, m.type) for m in document.reading.mentions]


def test_a_name_that_no_list_has_and_no_pattern_sees() -> None:
    text = "حضرت الحفل زوركان أمس."
    assert found(read(text)) == []
    document = read(text, زوركان="PERS")
    assert found(document) == [("زوركان", "person")]
    assert document.reading.mentions[0].by == ("model",)
    assert document.reading.mentions[0].confidence == 0.99


def test_a_name_that_the_model_is_not_sure_of_is_none() -> None:
    assert found(read("حضرت الحفل زوركان أمس.", زوركان=("PERS", 0.5))) == []


@pytest.mark.parametrize(
    ("text", "tagged", "name"),
    [
        ("جاء ذلك بحضور وزوركان في القاعة.", "وزوركان", "زوركان"),
        ("جاء ذلك لزوركان في القاعة.", "لزوركان", "زوركان"),
        ("جاء وناصر إلى القاعة.", "وناصر", "ناصر"),
        ("تحدث وليد عن ذلك.", "وليد", "وليد"),
        ("تحدث بلينكن عن ذلك.", "بلينكن", "بلينكن"),
        ("وصلت المساعدات إلى مدينة زوركان أمس.", "مدينة زوركان", "زوركان"),
    ],
)
def test_what_stands_before_a_name_is_no_part_of_it(text: str, tagged: str, name: str) -> None:
    kind = "LOC" if "مدينة" in text else "PERS"
    assert name in [m.text for m in read(text, **{tagged: kind}).reading.mentions]


def test_what_stood_inside_a_full_name_is_whole_elsewhere() -> None:
    text = "وصل هارفي واينستين أمس. وتحدث واينستين إلى الصحافة، ثم رد محاميه على لواينستين."
    document = read(text, هارفي_واينستين="PERS", واينستين="PERS")
    assert [m.text for m in document.reading.mentions][:2] == ["هارفي واينستين", "واينستين"]
    assert len({m.entity for m in document.reading.mentions}) == 1


def test_a_body_that_ends_in_its_town_does_not_make_the_towns_proclitic_a_part_of_the_name() -> None:
    text = "زار الوفد جمعية الإبداع بحائل. وأقيم الحفل أمس بحائل."
    document = read(text, جمعية_الإبداع_بحائل="ORG", بحائل="LOC")
    assert ("حائل", "place") in found(document)


def test_an_adjective_of_nationality_is_no_name_whatever_the_model_says() -> None:
    assert found(read("حضرت سيدة فلبينية ورجلان هولنديان.", فلبينية="LOC")) == []


def test_a_month_is_no_person() -> None:
    document = Document(Report("r", "r", "وقع ذلك في أيار الماضي.", ""), tagger=Told({"أيار": "PERS"}))
    assert read_report(document.report, tagger=document.tagger).mentions == []


def test_a_full_name_once_then_the_family_name_alone_is_one_person() -> None:
    document = read(f"وصل {UNLISTED} أمس. وتحدث تيبولي إلى الصحافة.", **{UNLISTED: "PERS"})
    assert found(document) == [(UNLISTED, "person"), ("تيبولي", "person")]
    assert len({m.entity for m in document.reading.mentions}) == 1


def test_a_title_before_a_name_of_the_model_is_a_role() -> None:
    document = read(f"قال وزير المالية {UNLISTED} إن الميزانية جاهزة.", **{UNLISTED: "PERS"})
    read_roles(document)
    assert [(r.title, r.text) for r in document.reading.roles] == [("وزير المالية", f"وزير المالية {UNLISTED}")]


def test_a_particle_at_the_end_of_a_name_needs_what_follows() -> None:
    document = read("التقى أدريانا فون در زوركان الوفد.", **{"أدريانا فون در": "PERS"})
    assert found(document)[0][0] == "أدريانا فون در زوركان"


def test_a_position_is_no_body_whatever_the_model_says() -> None:
    document = read("وصل المفوض الأوروبي للطاقة أمس.", **{"المفوض الأوروبي للطاقة": "ORG"})
    assert found(document) == []


def test_a_body_whose_head_is_a_woman_who_founds_too_is_a_body() -> None:
    document = read("وصلت المؤسسة العربية للبستنة أمس.", **{"المؤسسة العربية للبستنة": "ORG"})
    assert found(document) == [("المؤسسة العربية للبستنة", "organisation")]


def test_a_name_with_a_hyphen_is_whole() -> None:
    document = read("التقى كيم جونغ-أون الوفد.", كيم_جونغ="PERS", أون="PERS")
    assert found(document)[0][0] == "كيم جونغ-أون"


def test_two_names_that_and_joins_are_two() -> None:
    document = read("شارك خالد المري وسالم الدوسري في المباراة.", **{"خالد المري وسالم الدوسري": "PERS"})
    assert found(document) == [("خالد المري", "person"), ("سالم الدوسري", "person")]


def test_a_list_knows_better_what_a_name_is_and_where_it_ends() -> None:
    document = read("زار وفد قطاع غزة.", غزة="ORG")
    assert found(document) == [("قطاع غزة", "place")]
    assert document.reading.mentions[0].by == ("list", "model")


def test_a_pattern_that_ran_on_is_cut_where_the_model_sees_nothing() -> None:
    text = "قال الجنرال خالد فوتيل قائد القيادة إن القوات جاهزة."
    assert ("خالد فوتيل", "person") in found(read(text, خالد_فوتيل="PERS"))


def test_a_guess_needs_the_model() -> None:
    text = "وقال مزغون تيبولي إن الأمر انتهى."
    guessed = Document(Report("r", "r", text, ""))
    read_mentions(guessed)
    assert found(guessed) == [("مزغون تيبولي", "person")]
    assert found(read(text)) == []
    assert found(read(text, مزغون_تيبولي="PERS")) == [("مزغون تيبولي", "person")]


def test_ministries_stand_though_the_model_knows_none() -> None:
    assert ("وزارة الصحة", "organisation") in found(read("أعلنت وزارة الصحة ذلك."))


def test_a_name_after_the_word_for_a_newspaper_is_a_medium() -> None:
    assert found(read("ذكرت صحيفة زوركان تيبولي ذلك.", زوركان_تيبولي="ORG")) == [("زوركان تيبولي", "work")]


def test_sources_that_agree_are_surer_than_one() -> None:
    one, other = Candidate(0, 5, "person", "title", 2, None, 0.9), Candidate(0, 5, "person", "model", 1, None, 0.8)
    [both] = combine([one, other])
    assert both.by == "title,model"
    assert both.confidence == pytest.approx(0.98)
    assert combine([one, other._replace(start=2)])[0].by == "title,model"


def test_a_reading_says_what_it_was_made_with() -> None:
    with_model = read_report(Report("r", "r", "نص قصير.", ""), tagger=Told({}))
    without = read_report(Report("r", "r", "نص قصير.", ""))
    assert (with_model.model, without.model) == ("told", None)
    assert with_model.program == without.program is not None


def test_junk_is_not_tagged() -> None:
    document = Document(Report("r", "r", f"خبر قصير.\n{UNLISTED}", ""), tagger=Told({UNLISTED: "PERS"}))
    document.mark_junk([document.span(10, 10 + len(UNLISTED))])
    assert tags_of(document).names == []


def test_a_word_that_the_report_has_with_a_proclitic_is_a_name_as_it_stands() -> None:
    document = read("رأى بارون أباه. قال الطفل لبارون شيئا.", بارون="PERS")
    assert [m.text for m in document.reading.mentions][:1] == ["بارون"]


def test_what_leads_to_a_name_in_a_row_or_a_particle_is_no_part_of_it() -> None:
    row = read("حضر الحفل تيبولي وزور هابسن أمس.", تيبولي="PERS", وزور_هابسن="PERS")
    assert found(row) == [("تيبولي", "person"), ("زور هابسن", "person")]
    document = read("اتهم رولان فان زوركان. ورأوا بفان زوركان خصما.", رولان_فان_زوركان="PERS", بفان_زوركان="PERS")
    assert [m.text for m in document.reading.mentions][1] == "فان زوركان"
    assert len({m.entity for m in document.reading.mentions}) == 1


def test_the_body_that_somebody_has_is_no_part_of_its_name() -> None:
    assert found(read("طلب التصويت له ولحزبه زوركان والنماء.", ولحزبه_زوركان_والنماء="ORG")) == [
        ("زوركان والنماء", "organisation")
    ]


def test_a_family_name_is_no_place_beside_the_full_name() -> None:
    text = "وصل كمال البغدادي أمس، ورد مندوب البغدادي."
    document = read(text, كمال_البغدادي="PERS", البغدادي="LOC")
    assert [m.type for m in document.reading.mentions] == ["person", "person"]


def test_an_adverb_with_its_mark_is_no_first_name() -> None:
    assert found(read("ارتفعت الأسعار رويداً رويداً.")) == []


def test_a_common_word_that_ran_into_a_name_known_in_full_is_no_part_of_it() -> None:
    text = "وصل زوركان تيبولي أمس. وأدان اختطاف تيبولي خصومه، ثم عاد جناحا تيبولي."
    tagged = {"زوركان_تيبولي": "PERS", "اختطاف_تيبولي": "PERS", "جناحا_تيبولي": "PERS"}
    document = read(text, **tagged)
    assert [m.text for m in document.reading.mentions] == ["زوركان تيبولي", "تيبولي", "تيبولي"]
    assert len({m.entity for m in document.reading.mentions}) == 1


def test_the_kind_of_a_body_alone_is_no_name_nor_is_what_it_is_like() -> None:
    assert found(read("وقال بنك إن الأسعار ترتفع.", بنك="ORG")) == []
    assert found(read("وأكدت المنظمة الدولية ذلك.", المنظمة_الدولية="ORG")) == []
    assert found(read("وخفض البنك المركزي الفائدة.", البنك_المركزي="ORG")) == [("البنك المركزي", "organisation")]
