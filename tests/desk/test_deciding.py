"""Correcting the record on its pages: decisions, their history, undoing, two people at once."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from visiting import HOST, form_token, give_accounts, sign_in, visitor

from tawatur.desk import create_app
from tawatur.desk.deeds import DEED, deed_of
from tawatur.errors import OptionError
from tawatur.intake.report import Came
from tawatur.intake.sources import intake_bytes
from tawatur.record import decisions as kinds_of_decisions
from tawatur.record.decisions import HIT_ACCEPTED, HIT_REJECTED
from tawatur.record.types import Span
from tawatur.store.between import FACT
from tawatur.store.objects import fact_of
from tawatur.store.record import Record
from tawatur.work import bring_up_to_date, deciding
from tawatur.work.taking import take_reports


def decide(client: TestClient, **fields: Any) -> Any:
    """The answer to a form of the desk."""
    return client.post("/decide", data={"form_token": form_token(client, "/add"), **fields}, follow_redirects=False)


def standing(path: Path) -> list[tuple[str, str]]:
    with Record(path) as record:
        return [(d.kind, d.made_by) for d in record.decisions.standing()]


def first(path: Path, layer: str) -> str:
    with Record(path) as record:
        return record.between.all(layer)[0].ident


def test_a_fact_is_rejected_told_about_and_restored(editor: TestClient, record: Path) -> None:
    fact = first(record, FACT)
    answer = decide(editor, kind="fact-rejected", fact=fact, why="خلط بين اجتماعين", back="/decisions")
    assert (answer.status_code, answer.headers["location"]) == (303, "/decisions")
    page = editor.get("/decisions?lang=en").text
    assert "Decision 1 is kept" in page
    assert "خلط بين اجتماعين" in page
    assert "Decision 1 is kept" not in editor.get("/decisions?lang=en").text, "a notice is told once"
    with Record(record) as opened:
        assert opened.decisions.standing()[0].kind == "fact-rejected"
        assert not opened.between.named(FACT, [fact])
    decide(editor, kind="undo", decision=1)
    assert standing(record) == []
    with Record(record) as opened:
        assert opened.between.named(FACT, [fact])
    decide(editor, kind="undo", decision=2)
    assert [kind for kind, _ in standing(record)] == ["fact-rejected"]


def test_every_correction_is_a_form(editor: TestClient, record: Path) -> None:
    with Record(record) as opened:
        readings = opened.readings()
        story = next(s for s in opened.comparison().stories if len(s.reports) > 2)  # type: ignore[union-attr]
        event = next(e for e in opened.comparison().events if len({r for r, _ in e.same}) > 2)  # type: ignore[union-attr]
        other = next(e for e in opened.comparison().events if e.kind == event.kind and e.id != event.id)  # type: ignore[union-attr]
    report, reading = next(
        (n, r) for n, r in readings.items() if r.times and r.mentions and r.quantities and r.statements
    )
    time, mention, quantity, statement = (
        reading.times[0],
        reading.mentions[0],
        reading.quantities[0],
        reading.statements[0],
    )
    with Record(record) as opened:
        persons = [row.id for row in opened.shelf.entities("person").rows]

    def at(kind: str, one: Any, **more: Any) -> dict[str, Any]:
        return {"kind": kind, "report": report, "start": one.start, "end": one.end, **more}

    for fields in (
        at("correct", time, layer="times", field="date", value="2022-05-10"),
        at("correct", quantity, layer="quantities", field="number", value="83 member"),
        at("correct", statement, layer="statements", field="speaker", value=""),
        at("delete", mention, layer="mentions", every="true"),
        at("junk", Span(0, 5, "")),
        at("not-junk", Span(0, 5, "")),
        {"kind": "different-stories", "story": story.id, "reports": story.reports[:1]},
        {"kind": "different-events", "event": event.id, "tellings": ["@".join(reversed(event.same[0]))]},
        {"kind": "same-event", "a": event.id, "b": other.id},
        {"kind": "different", "a": persons[0], "b": persons[1]},
    ):
        answer = decide(editor, **fields)
        assert answer.status_code == 303, (fields, re.findall(r"<p dir=.auto.>(.*?)</p>", answer.text))
    kinds = [kind for kind, _ in standing(record)]
    assert kinds[-4:] == ["different-stories", "different-events", "same-event", "different"]
    assert kinds[:6] == ["correct", "correct", "correct", "delete", "junk", "not-junk"]


def test_what_cannot_be_decided_is_said_and_nothing_is_kept(editor: TestClient, record: Path) -> None:
    for fields, status in (
        ({"kind": "nothing of the kind"}, 422),
        ({}, 422),
        ({"kind": "fact-accepted"}, 422),
        ({"kind": "fact-accepted", "fact": "fact-none"}, 404),
        ({"kind": "same-story", "a": "x", "b": "y"}, 404),
        ({"kind": "undo", "decision": "-1"}, 422),
        ({"kind": "undo", "decision": "7"}, 404),
        ({"kind": "fact-accepted", "fact": first(record, FACT), "value": "99"}, 422),
        ({"kind": "fact-accepted", "fact": "x", "extra": "1"}, 422),
        ({"kind": "junk", "report": "none", "start": "5", "end": "2"}, 404),
    ):
        assert decide(editor, **fields).status_code == status, fields
    assert standing(record) == []


def test_two_people_never_overwrite_each_other_silently(record: Path) -> None:
    give_accounts(record, "editor", "admin")
    fact = first(record, FACT)
    with visitor(record) as one, visitor(record) as two:
        sign_in(one, "editor")
        sign_in(two, "admin")
        mine = {"kind": "fact-rejected", "fact": fact, "seen": 0, "back": "/decisions"}
        assert decide(one, **mine, why="الرقم من بيان آخر").status_code == 303
        refused = decide(two, **mine | {"kind": "fact-accepted"})
        assert refused.status_code == 409
        assert "الرقم من بيان آخر" in refused.text
        assert standing(record) == [("fact-rejected", "editor")]
        again = dict(re.findall(r'name="(kind|fact|seen|back)" value="([^"]*)"', refused.text.rpartition("/decide")[2]))
        assert (again["kind"], again["fact"], again["seen"]) == ("fact-accepted", fact, "1")
        assert decide(two, **again).status_code == 303
        assert ("fact-accepted", "admin") in standing(record)


def test_decisions_are_signed_by_who_made_them_whatever_a_form_says(record: Path) -> None:
    give_accounts(record, "editor", "reader")
    with visitor(record) as client:
        sign_in(client, "editor")
        fact = first(record, FACT)
        assert decide(client, kind="fact-accepted", fact=fact, by="somebody else").status_code == 422
        decide(client, kind="fact-accepted", fact=fact)
        client.cookies.clear()
        sign_in(client, "reader")
        assert decide(client, kind="undo", decision=1).status_code == 403
        assert 'action="/decide"' not in client.get("/decisions").text
    assert standing(record) == [("fact-accepted", "editor")]


def test_only_an_admin_removes_a_report_for_good(record: Path) -> None:
    give_accounts(record, "editor", "admin")
    with Record(record) as opened:
        name = next(iter(opened.reports()))
    with visitor(record) as client:
        sign_in(client, "editor")
        assert decide(client, kind="remove", report=name).status_code == 403
        client.cookies.clear()
        sign_in(client, "admin")
        assert decide(client, kind="remove", report=name, why="طلب صاحبه").status_code == 303
        page = client.get("/decisions").text
        assert "طلب صاحبه" in page
        assert 'value="undo"' not in page
    with Record(record) as opened:
        assert name not in opened.reports()


@pytest.mark.parametrize(("lang", "said"), [("ar", "العدد: 60 وفدا"), ("en", "number: 60 delegations")])
def test_what_was_decided_is_told_in_the_readers_language(record: Path, lang: str, said: str) -> None:
    with Record(record) as opened:
        (event,) = [e for e in opened.readings_of(["04-outlet-d"])["04-outlet-d"].events if e.kind == "meeting"]
        place = ("04-outlet-d", "events", event.start, event.end, "count", "60 delegation")
        made = deciding.correct(opened, *place, by="ليلى", event=event.id)
        deciding.take_back(opened, made.decision.id, by="سامي")
    with TestClient(create_app(record), base_url="http://127.0.0.1") as client:
        page = re.sub(r"<[^>]+>|\s+", " ", client.get(f"/decisions?lang={lang}").text)
        page = " ".join(page.split())
    assert page.count(said) == 2  # it, and what takes it back
    assert "60 delegation " not in page
    assert "count =" not in page


def test_the_history_is_paged_from_the_newest(editor: TestClient, record: Path) -> None:
    with Record(record) as opened:
        for number in range(120):
            shown = {"ar": f"قصة رقم {number}.", "en": f"story {number}."}
            opened.decisions.add("same-story", "story-a = story-b", {"shown": shown}, "ليلى")
    page = editor.get("/decisions").text
    assert "قصة رقم 119." in page
    assert "قصة رقم 69." not in page
    assert "قصة رقم 69." in editor.get("/decisions?before=71").text


ENVOY = "التقى وزير الخارجية السوداني علي الصادق، يوم الاثنين 3 أبريل 2023، في الخرطوم المبعوث الأممي فولكر بيرتس."
SPELT = "أعلن وزير الدفاع يوم الاثنين 3 أبريل 2023 أن الجيش عاد. وحضر فولكر برتس والوزير علي محمد الصادق."  # he?


@pytest.mark.parametrize("answer", ["same", "different"])
def test_unsure_names_are_asked_about_until_somebody_answers(tmp_path: Path, answer: str) -> None:
    path = tmp_path / "a.tawatur"
    with Record(path, create=True) as record:
        given = [intake_bytes(name, text.encode(), Came()) for name, text in (("a.txt", ENVOY), ("b.txt", SPELT))]
        take_reports(record, [report for reports in given for report in reports], workers=1)
    with TestClient(create_app(path), base_url=HOST) as client:
        page = client.get("/questions").text
        form = dict(re.findall(r'name="([ab]_member)" value="([^"]*)"', page.partition('class="answers"')[2]))
        assert sorted(value.partition("@")[2] for value in form.values()) == ["a", "b"]
        assert decide(client, kind=answer, **form, back="/questions").status_code == 303
        assert 'class="sheet question"' not in client.get("/questions").text
        decide(client, kind="undo", decision=1)
        assert 'class="sheet question"' in client.get("/questions").text


def test_disputed_facts_are_asked_about_until_somebody_says_which_value_is_so(editor: TestClient, record: Path) -> None:
    page = editor.get("/questions?of=disputed-fact&lang=en").text
    fact = re.findall(r'name="fact" value="([^"]*)"', page)[0]
    decide(editor, kind="fact-accepted", fact=fact, value=0)
    assert fact not in editor.get("/questions?of=disputed-fact").text


def test_a_decision_that_fits_no_more_is_asked_about(editor: TestClient, record: Path) -> None:
    fact = first(record, FACT)
    decide(editor, kind="fact-accepted", fact=fact)
    with Record(record) as opened:
        for report in {e.report for v in fact_of(opened.between.named(FACT, [fact])[0]).values for e in v.evidence}:
            opened.remove(report, "ليلى")
        bring_up_to_date(opened)
    page = editor.get("/questions?of=lost-decision&lang=en").text
    assert "the report is in the record no more" in page
    assert decide(editor, kind="undo", decision=1).status_code == 303
    assert "the report is in the record no more" not in editor.get("/questions?of=lost-decision&lang=en").text


@pytest.mark.parametrize("at", ["x", "unsure-names:x", "unsure-names:" + "9" * 30, "\u202e", "lost-decision:-1"])
def test_a_place_in_a_list_that_is_none_is_said(editor: TestClient, at: str) -> None:
    assert editor.get("/questions", params={"at": at}).status_code in (200, 422)


def test_every_kind_of_decision_of_the_record_can_be_made_here_but_hits_of_watchlists() -> None:
    every = {v for k, v in vars(kinds_of_decisions).items() if k.isupper() and isinstance(v, str)}
    here = set(DEED.json_schema()["discriminator"]["mapping"])
    assert every - here == {HIT_ACCEPTED, HIT_REJECTED}
    assert here <= every


def test_a_deed_says_what_is_wrong_with_it() -> None:
    with pytest.raises(OptionError, match="start"):
        deed_of({"kind": "junk", "report": "a", "start": "x", "end": 3})
    with pytest.raises(OptionError, match="kind"):
        deed_of({})
