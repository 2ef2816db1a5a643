"""Tellings of a record that are grouped anew meet as they would among all."""

from __future__ import annotations

import random
from pathlib import Path

from compare_making import day, event, reading

from tawatur.compare.events.finding import WINDOW, Neighbours, order_of
from tawatur.store.record import Record
from tawatur.work import comparing
from tawatur.work.keeping.near import Near
from tawatur.work.keeping.windows import Windows


def test_tellings_meet_as_they_would_among_all_that_a_record_has(tmp_path: Path) -> None:
    chance = random.Random(3)
    readings = []
    for i in range(WINDOW + 25):
        text = f"قتل {i + 2} أشخاص في هجوم على سوق سلوان حسبما جاء في خبر {i}"
        one = reading(f"r{i}", text, f"2021-05-0{chance.choice('234')}", entities=("salwan",))
        one.report.text_sha256 = str(i)
        on = day(f"2021-05-0{chance.choice('12')}")
        readings.append(event(one, "incident", text[:30], type="attack", place=["salwan"], date=on))
    with Record(tmp_path / "r.tawatur", create=True) as record:
        for one in readings:
            record.add(one)
        comparing.compare_anew(record)
        seen = sorted(Near(record).sights.of_reports([f"r{i}" for i in range(len(readings))]).values(), key=order_of)
        every = Neighbours()
        met = {sight.key: {other.key for other in every.before(sight)} for sight in seen}
        some = sorted(chance.sample(seen, len(seen) // 2), key=order_of)
        windows, among = Windows(record.tellings), {sight.key for sight in some}
        assert {s.key: {o.key for o in windows.before(s)} for s in some} == {s.key: met[s.key] & among for s in some}
    assert max(map(len, met.values())) < len(seen) - 1
