"""Joining and separating stories and events on their page, and choosing facts for a brief."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from fastapi.testclient import TestClient
from visiting import form_token

from tawatur.store.between import EVENT, STORY
from tawatur.store.record import Record


def stories(path: Path) -> dict[str, list[str]]:
    with Record(path) as record:
        return {row.ident: row.body["reports"] for row in record.between.all(STORY)}


def largest(path: Path) -> str:
    found = stories(path)
    return max(found, key=lambda ident: len(found[ident]))


def test_two_stories_are_made_one_and_taken_apart(editor: TestClient, record: Path) -> None:
    before = stories(record)
    one = largest(record)
    page = editor.get(f"/regroup/{one}").text
    other = re.findall(r'<option value="([^"]+)"', page[page.index('name="b"') :])[0]
    sent = {"form_token": form_token(editor, "/add"), "kind": "same-story", "a": one, "b": other}
    assert editor.post("/decide", data=sent, follow_redirects=False).status_code == 303
    joined = next(reports for reports in stories(record).values() if set(before[one]) <= set(reports))
    assert set(joined) == {*before[one], *before[other]}
    away = before[one][0]
    sent = {
        "form_token": form_token(editor, "/add"),
        "kind": "different-stories",
        "story": largest(record),
        "reports": away,
    }
    assert editor.post("/decide", data=sent, follow_redirects=False).status_code == 303
    assert all(away not in reports or set(reports) != set(joined) for reports in stories(record).values())


def test_the_page_shows_every_event_and_telling_that_can_be_moved(editor: TestClient, record: Path) -> None:
    ident = largest(record)
    page = editor.get(f"/regroup/{ident}?lang=en").text
    with Record(record) as opened:
        events = opened.between.of_reports(EVENT, stories(record)[ident])
    kinds = Counter(row.body["kind"] for row in events)
    for row in events:
        assert (f'<option value="{row.ident}"' in page) == (kinds[row.body["kind"]] > 1)
        if len(row.body["same"]) > 1:
            assert all(f'value="{s["event"]}@{s["report"]}"' in page for s in row.body["same"])


def test_facts_are_chosen_by_ticking_them(reader: TestClient, made: Path) -> None:
    page = reader.get(f"/choose/{largest(made)}?lang=en").text
    facts = re.findall(r'name="fact" value="([^"]+)"', page)
    assert len(facts) == len(set(facts)) > 10
    brief = reader.get("/brief", params={"fact": facts[:3], "lang": "en"}).text
    assert all(fact in brief for fact in facts[:3])
