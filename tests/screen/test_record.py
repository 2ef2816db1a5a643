"""A record against lists: the sentences of a hit, what reports know of a man, decisions that hold and are undone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tawatur import work
from tawatur.errors import AskedError
from tawatur.record.watchlists import Hit, Screening
from tawatur.store.record import Record
from tawatur.work import watchlists

LISTS = Path(__file__).parent / "lists"
TODAY = date(2026, 11, 22)
FIRST = """أعلنت وزارة الداخلية اليمنية، الأربعاء، القبض على القائد العسكري سالم ناصر الغمراوي (48 عاما) في صنعاء.
وقال وزير الداخلية اليمني إن الغمراوي قاد مجموعة مسلحة. وأضاف أن التحقيق مستمر.
"""
SECOND = "قال القائد العسكري سالم ناصر الغمراوي إن قواته انسحبت من المدينة. وأكدت جمعية حصاد الوادي ذلك في بيان.\n"


@pytest.fixture
def record(tmp_path: Path) -> Record:
    for name, text in (("a", FIRST), ("b", SECOND)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    opened = Record(tmp_path / "r.tawatur", create=True)
    work.take_in(opened, [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], published="2022-05-11", workers=1)
    return opened


def screened(record: Record, name: str = "un.xml", every: bool = False) -> Screening:
    return watchlists.screen_record(record, [watchlists.watchlist(LISTS / name)], TODAY, every)


def man(screening: Screening) -> Hit:
    (hit,) = [h for h in screening.hits if h.entry.id == "YEi.901"]
    return hit


def test_a_hit_has_the_sentences_of_every_report_that_names_the_man(record: Record) -> None:
    hit = man(screened(record))
    readings = record.readings()
    assert [s.report for s in hit.sentences] == ["a", "a", "b"]  # the family name alone is he too
    assert hit.spelled == ["سالم ناصر الغمراوي"]
    assert all(readings[s.report].report.text[s.start : s.end] == s.text for s in hit.sentences)
    assert hit.sentences[0].text.startswith("أعلنت وزارة الداخلية")


def test_what_the_reports_know_speaks_with_the_names(record: Record) -> None:
    hit = man(screened(record))
    assert {b.days.first.year for b in hit.subject.births if b.days.first} == {1973}
    assert "birth_agrees" in {r.code for r in hit.speaks_for}


def test_a_rejected_hit_is_asked_no_more_and_shown_on_demand(record: Record) -> None:
    hit = man(screened(record))
    decision = watchlists.decide_hit(
        record, [watchlists.watchlist(LISTS / "un.xml")], hit.id, False, "another man", "Amal"
    )
    after = screened(record)
    assert after.rejected == 1
    assert all(h.id != hit.id for h in after.hits)
    shown = man(screened(record, every=True))
    assert shown.decided == decision
    assert (decision.kind, decision.made_by, decision.why) == ("hit-rejected", "Amal", "another man")
    assert "سالم" in decision.subject


def test_an_accepted_hit_stays_and_says_who_accepted_it(record: Record) -> None:
    hit = man(screened(record))
    watchlists.decide_hit(record, [watchlists.watchlist(LISTS / "un.xml")], hit.id, True, None, "Amal")
    assert man(screened(record)).decided is not None
    assert screened(record).rejected == 0


def test_a_decision_holds_through_re_reading_and_is_taken_back_by_another(record: Record) -> None:
    hit = man(screened(record))
    decision = watchlists.decide_hit(record, [watchlists.watchlist(LISTS / "un.xml")], hit.id, False, None, "Amal")
    work.reread(record, workers=1)
    assert screened(record).rejected == 1
    record.decisions.undo(decision.id, "Amal")
    assert man(screened(record)).decided is None


def test_a_rejected_hit_comes_back_where_the_entry_changed(record: Record) -> None:
    old = screened(record, "un-older.xml")
    watchlists.decide_hit(record, [watchlists.watchlist(LISTS / "un-older.xml")], man(old).id, False, None, "Amal")
    assert screened(record, "un-older.xml").rejected == 1
    again = man(screened(record))
    assert [r.code for r in again.since] == ["entry_changed"]
    assert again.since[0].values == ("2026-08-02",)


def test_a_rejected_hit_comes_back_where_reports_spell_the_name_anew(record: Record, tmp_path: Path) -> None:
    hit = man(screened(record))
    watchlists.decide_hit(record, [watchlists.watchlist(LISTS / "un.xml")], hit.id, False, None, "Amal")
    (tmp_path / "c.txt").write_text(
        SECOND.replace("سالم ناصر الغمراوي", "سالم ناصر الغمراوى ثم عاد القائد العسكري سالم بن ناصر الغمراوي"),
        encoding="utf-8",
    )
    work.take_in(record, [str(tmp_path / "c.txt")], published="2022-05-12", workers=1)
    after = screened(record)
    assert [r.code for h in after.hits if h.entry.id == "YEi.901" for r in h.since] == ["names_changed"]


def test_a_hit_that_is_not_there_is_told(record: Record) -> None:
    with pytest.raises(AskedError, match="no such hit"):
        watchlists.decide_hit(record, [watchlists.watchlist(LISTS / "un.xml")], "hit-0000000000", True, None)


def test_an_organisation_is_found_with_its_sentence(record: Record) -> None:
    (hit,) = [h for h in screened(record).hits if h.entry.kind == "organisation"]
    assert hit.entry.id == "QDe.903"
    assert "جمعية حصاد الوادي" in hit.sentences[0].text
