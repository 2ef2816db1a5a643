"""What a reader of the pages finds: what changed first, every line with its reference, nothing unescaped."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable

import pytest

from tawatur.errors import AskedError
from tawatur.record.types import Evidence, MergedEntity, Origin
from tawatur.tell import pages
from tawatur.tell.export import COLUMNS, export_csv, export_jsonl
from tawatur.tell.graph import Edge, of_reports
from tawatur.tell.render import render
from tawatur.tell.view import View

Make = Callable[[str], View]


def shown(text: str) -> str:
    """Text without the marks that only steer direction."""
    return re.sub("[\u2066-\u2069\u200e\u200f]", "", text)


def test_the_brief_says_what_changed_before_all_else(make_view: Make) -> None:
    text = shown(render(pages.brief(make_view("en"), None), "text"))
    assert text.index("Changed") < text.index("Said by one report only") < text.index("References")
    assert "more than 80 countries (20 April 2022, 1 origin) [1] → 84 members (11 May 2022, 1 origin) [2]" in text
    assert "planned (20 April 2022, 1 origin) [1] → absent (11 May 2022, 1 origin) [2]" in text


def test_the_brief_says_that_what_was_planned_was_called_off(make_view: Make) -> None:
    view = make_view("en")
    view.readings["b"].events[0].status = "cancelled"
    text = shown(render(pages.brief(view, None), "text"))
    assert "planned [1] → cancelled [2]" in text
    assert text.index("Changed") < text.index("planned [1] → cancelled [2]") < text.index("References")
    assert "→ done" not in shown(render(pages.brief(make_view("en"), None), "text"))


def test_the_brief_gives_the_voice_and_chain_of_what_one_report_tells(make_view: Make) -> None:
    text = shown(render(pages.brief(make_view("en"), "story-1"), "text"))
    assert "attack" in text
    assert "said by «ليلى» → «بيان» [2]" in text
    assert "«ليلى» ← «بيان»" in shown(render(pages.brief(make_view("ar"), "story-1"), "text"))


def test_numbers_stay_as_the_report_words_them_in_arabic(make_view: Make) -> None:
    assert "«أكثر من 80 دولة»" in shown(render(pages.brief(make_view("ar"), None), "text"))


def test_a_name_has_its_original_beside_it_once(make_view: Make) -> None:
    text = shown(render(pages.brief(make_view("en"), None), "text"))
    assert text.count("Marrakesh (مراكش)") <= 1


def test_every_format_has_every_reference(make_view: Make) -> None:
    for how in ("text", "markdown", "html"):
        out = shown(render(pages.brief(make_view("ar"), None), how))
        assert "outlet-a.example" in out
        assert "وسيلة غير مسماة" in out


def test_html_is_escaped_and_loads_nothing(make_view: Make) -> None:
    html = render(pages.report(make_view("ar"), "a"), "html")
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "http" not in html
    assert 'dir="rtl"' in html


def test_markdown_escapes_what_a_report_could_smuggle_in(make_view: Make) -> None:
    assert "<script" not in render(pages.report(make_view("en"), "a"), "markdown")


def test_markdown_sets_in_bold_without_a_space_inside(make_view: Make) -> None:
    for page in (pages.report(make_view("en"), "a"), pages.brief(make_view("ar"), None)):
        bold = re.findall(r"\*\*(.+?)\*\*", render(page, "markdown"))
        assert bold
        assert [words for words in bold if words != words.strip()] == []


@pytest.mark.parametrize("how", ["text", "markdown", "html"])
def test_nothing_in_a_report_steers_a_terminal_or_a_line(make_view: Make, how: str) -> None:
    view = make_view("ar")
    report = view.readings["a"].report
    report.title = "عنوان \x1b[31m\x07\u202e\u2066"
    out = render(pages.report(view, "a"), how)
    assert not set(out) & set("\x1b\x07\u202e")
    assert out.count("\u2066") == 0


def test_quotations_are_isolated_in_a_terminal(make_view: Make) -> None:
    text = render(pages.brief(make_view("ar"), None), "text")
    assert text.count("\u2068") == text.count("\u2069") > 0


def test_a_dossier_tells_meetings_and_every_spelling_with_its_sentence(make_view: Make) -> None:
    page = shown(render(pages.dossier(make_view("en"), "union"), "text"))
    assert "20 April 2022" in page
    assert "Meetings" in page
    assert "named 2 times [1][2]" in page
    assert "«يعقد الاتحاد اجتماعا" in page


def test_a_fact_opens_to_sentences_and_reasons(make_view: Make) -> None:
    text = shown(render(pages.fact(make_view("en"), "f1"), "text"))
    assert "no link found" in text
    assert "«يضم الاتحاد 84 عضوا»" in text
    assert pages.fact_json(make_view("en"), "f1")["verdict"] == "changed"
    with pytest.raises(AskedError, match="f9"):
        pages.fact(make_view("en"), "f9")


def test_a_fact_shows_its_chains_as_a_tree_and_as_data(make_view: Make) -> None:
    view = make_view("en")
    value = view.comparison.facts[0].values[0]
    value.reports, value.evidence = ["a", "b"], [Evidence(0, 1, "ي", "b", "e3"), Evidence(0, 1, "ي", "a", "e1")]
    value.origins = [Origin(["a", "b"], "speaker", [], "ليلى")]
    text = shown(render(pages.fact(view, "f1"), "text"))
    assert "same speaker, same occasion: «ليلى» [1][2]" in text
    assert "«ليلى» → «بيان» → outlet not named [2]" in text
    assert "[1] → [2] 26% of the report" in text
    assert "an outlet's own word is one origin" in text
    graph = pages.fact_json(view, "f1")["values"][0]["chains"]
    kinds = [(e["kind"], e["share"]) for e in graph["edges"]]
    assert kinds.count(("said", None)) == 2
    assert ("copied", 0.26) in kinds
    ids = {n["id"] for n in graph["nodes"]}
    assert all(e["source"] in ids and e["target"] in ids for e in graph["edges"])


def test_chains_run_in_the_direction_of_the_language(make_view: Make) -> None:
    view = make_view("ar")
    value = view.comparison.facts[0].values[0]
    value.evidence, value.origins = [Evidence(0, 1, "ي", "b", "e3")], [Origin(["b"], "none", [], "ليلى")]
    assert "«ليلى» ← «بيان» ← وسيلة غير مسماة [2]" in shown(render(pages.fact(view, "f1"), "text"))


def test_a_story_has_its_graph(make_view: Make) -> None:
    graph = of_reports(make_view("en"), ["a", "b"])
    assert {n.kind for n in graph.nodes} == {"speaker", "document", "outlet", "report"}
    assert Edge("report:a", "report:b", "copied", 0.26) in graph.edges


def test_who_denies_a_fact_stands_with_it(make_view: Make) -> None:
    view = make_view("en")
    view.comparison.facts[0].denials = [Evidence(0, 9, view.readings["a"].report.text[:9], "a", "e1")]
    assert "denied by" in shown(render(pages.fact(view, "f1"), "text"))


def test_sources_tell_who_copies_whom(make_view: Make) -> None:
    text = shown(render(pages.sources(make_view("en")), "text"))
    assert "[1] = [2]: 1 copied passage" in text
    assert "ليلى" in text


def test_export_is_lossless_and_safe_for_spreadsheets(make_view: Make) -> None:
    view, out = make_view("en"), io.StringIO()
    export_jsonl(view, [], out)
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [line["record"] for line in lines] == ["report", "report", "comparison"]
    view.comparison.facts[0].values[0].evidence[0].text = "=HYPERLINK()"
    table = io.StringIO()
    export_csv(view, table)
    rows = list(csv.reader(io.StringIO(table.getvalue())))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == 1 + 5
    assert rows[1][-1] == "'=HYPERLINK()"


def test_a_long_list_of_names_has_those_of_two_reports_and_tells_how_many_more(make_view: Make) -> None:
    view = make_view("en")
    report = next(iter(view.readings))
    view.comparison.entities += [
        MergedEntity(f"man-{n}", "person", {"ar": f"رجل {n}", "en": None}, [(report, f"man-{n}")]) for n in range(70)
    ]
    short, whole = render(pages.entities(view), "text"), render(pages.entities(view, whole=True), "text")
    assert "man-7" not in short
    assert "more names, each in one report only (--all shows them)" in short
    assert "man-7" in whole
    assert "more names" not in whole


def test_a_place_that_a_report_names_only_through_its_adjective_is_told_so(make_view: Make) -> None:
    view = make_view("en")
    first, second = sorted(view.readings)
    view.comparison.entities.append(
        MergedEntity("atlantis", "place", {"ar": "أطلانطس", "en": "Atlantis"}, [(first, "x"), (second, "x")])
    )
    assert "2 reports, in 2 reports only through an adjective or officials" in render(pages.entities(view), "text")


def test_a_report_says_why_it_is_of_its_story(make_view: Make) -> None:
    told: dict[str, tuple[str, ...]] = {
        "en": (
            "2 reports",
            "surest with",
            "[1]",
            "40% of the shorter one's text",
            "Marrakesh",
            "11 May 2022",
            "3 days apart",
        ),
        "ar": ("تقريران", "أقرب ما يكون إلى", "[1]", "40٪", "مراكش", "11 مايو 2022", "بينهما 3 أيام"),
    }
    for lang, parts in told.items():
        view = make_view(lang)
        place = view.comparison.entities[1].id
        why = {"beside": "a", "copied": 0.4, "names": [place], "events": [["meeting", place, "2022-05-11"]], "days": 3}
        view.comparison.stories[0].why = {"b": why}
        page = shown(render(pages.report(view, "b"), "text"))
        assert [part for part in parts if part not in page] == []


def test_a_report_alone_in_its_story_says_nothing_of_it(make_view: Make) -> None:
    assert "surest with" not in shown(render(pages.report(make_view("en"), "b"), "text"))
