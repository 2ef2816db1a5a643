"""A brief is taken away as a page, as Markdown and as a table, with numbered citations."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tawatur.store.between import FACT, STORY
from tawatur.store.record import Record


@pytest.fixture(scope="module")
def story(made: Path) -> str:
    with Record(made) as record:
        return max(record.between.all(STORY), key=lambda row: len(row.body["reports"])).ident


@pytest.fixture(scope="module")
def loud(made: Path) -> list[str]:
    with Record(made) as record:
        return [row.ident for row in record.between.all(FACT) if row.body["verdict"] in ("disputed", "changed")]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_citation_of_a_brief_is_in_its_references(reader: TestClient, story: str, lang: str) -> None:
    page = reader.get(f"/brief/{story}?lang={lang}").text
    article = page[page.index("<article") : page.index("</article>")]
    body, references = re.split(r"<h2>(?:المراجع|References)</h2>", article)
    cited = set(re.findall(r'class="ref"[^>]*><bdi>\[(\d+)\]', body))
    listed = set(re.findall(r'id="ref-(\d+)"', references))
    assert cited
    assert cited <= listed


def test_a_brief_is_taken_away_as_markdown(reader: TestClient, story: str) -> None:
    answer = reader.get(f"/brief/{story}?as=md&lang=en")
    assert answer.headers["content-type"].startswith("text/markdown")
    assert answer.headers["content-disposition"].endswith('.md"')
    assert answer.text.startswith("# ministerial meeting")


def test_a_brief_is_taken_away_as_a_table(reader: TestClient, story: str) -> None:
    answer = reader.get(f"/brief/{story}?as=csv")
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert {row["verdict"] for row in rows} >= {"changed", "disputed", "agreed"}
    assert all(row["quotation"] and row["report"] for row in rows)


def test_chosen_facts_make_a_brief(reader: TestClient, loud: list[str]) -> None:
    page = reader.get("/brief", params={"fact": loud, "lang": "en"}).text
    assert f"{len(loud)} facts" in page
    assert all(ident in page for ident in loud)
    assert "References" in page


def test_a_fact_that_is_not_there_is_named(reader: TestClient, loud: list[str]) -> None:
    answer = reader.get("/brief", params={"fact": [loud[0], "fact-none"]})
    assert answer.status_code == 404
    assert "fact-none" in answer.text


def test_who_chose_no_fact_is_told_so_in_his_language(reader: TestClient) -> None:
    answer = reader.get("/brief?lang=en")
    assert answer.status_code == 422
    assert "Choose at least one" in answer.text
