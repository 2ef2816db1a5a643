"""What every page of the desk does: the reader's language and digits, errors in a sentence, nothing from elsewhere."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
import yaml
from fastapi.testclient import TestClient

from tawatur.desk.links import outside
from tawatur.store.between import FACT
from tawatur.store.record import Record


@pytest.fixture(scope="module")
def fact(made: Path) -> str:
    with Record(made) as record:
        return record.between.all(FACT)[0].ident


def test_pages_run_in_the_direction_of_the_readers_language(reader: TestClient, fact: str) -> None:
    assert '<html lang="ar" dir="rtl"' in reader.get(f"/fact/{fact}").text
    assert '<html lang="en" dir="ltr"' in reader.get(f"/fact/{fact}?lang=en").text


def test_a_choice_is_kept_and_leads_back(reader: TestClient, fact: str) -> None:
    chosen = reader.post("/habits", data={"lang": "en", "back": f"/fact/{fact}"}, follow_redirects=False)
    assert chosen.headers["location"] == f"/fact/{fact}"
    assert 'lang="en"' in reader.get(f"/fact/{fact}").text
    reader.cookies.clear()


@pytest.mark.parametrize("back", ["//elsewhere.example/", "https://elsewhere.example/", "/\\elsewhere.example"])
def test_a_choice_never_leads_to_another_site(reader: TestClient, back: str) -> None:
    chosen = reader.post("/habits", data={"lang": "en", "back": back}, follow_redirects=False)
    assert chosen.headers["location"] == "/"
    reader.cookies.clear()


def test_digits_are_the_readers_but_quotations_keep_their_own(reader: TestClient, fact: str) -> None:
    plain = reader.get(f"/fact/{fact}").text
    reader.post("/habits", data={"digits": "arab"})
    indic = reader.get(f"/fact/{fact}").text
    reader.cookies.clear()
    quoted = re.compile(r"<q [^>]*>(.*?)</q>", re.S)
    assert quoted.findall(plain) == quoted.findall(indic)
    assert re.search(r"<bdi>\[[٠-٩]+\]</bdi>", indic)


def test_what_is_not_there_is_said_in_both_languages(reader: TestClient) -> None:
    for lang, words in (("ar", "ليس في السجل"), ("en", "The record does not have")):
        answer = reader.get(f"/fact/none?lang={lang}")
        assert answer.status_code == 404
        assert words in answer.text


def test_a_page_asks_nothing_of_other_sites_and_runs_no_script_of_its_own(reader: TestClient, fact: str) -> None:
    page = reader.get(f"/fact/{fact}").text
    assert re.findall(r"<(?:script|link|img)[^>]+(?:src|href)=\"(?!/)", page) == []
    assert re.findall(r"<script(?![^>]*src=)|\sstyle=|\son\w+=", page) == []


def test_an_address_that_runs_a_script_is_none() -> None:
    assert outside("javascript:alert(1)") is None
    assert outside("https://news.example/1") == "https://news.example/1"


def test_every_word_stands_in_both_languages() -> None:
    words = yaml.safe_load(files("tawatur.desk").joinpath("words.yml").read_text(encoding="utf-8"))
    assert [key for key, of in words.items() if set(of) != {"ar", "en"}] == []
