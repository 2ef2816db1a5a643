"""Tellings that weigh the same stand for each other: what is found is the same, and copies cost as their number."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import product
from operator import itemgetter
from time import process_time

import pytest
from compare_making import day, persons, reading
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.compare.comparison import uncollected
from tawatur.compare.events.marks import Marks
from tawatur.compare.facts.claims import Claim
from tawatur.compare.facts.grounds import contradict, surely
from tawatur.compare.facts.making import facts_of
from tawatur.compare.facts.origins import Lineage
from tawatur.compare.facts.sources import Source, source_of
from tawatur.compare.facts.weighed import weighed
from tawatur.compare.passages import Passages
from tawatur.record.types import Copy, Evidence, Fact, Place

TEXT = "مقتل أشخاص في هجوم على سوق سلوان صباح اليوم"
MARKS = Marks(towns=frozenset({"salwan"}), names=frozenset({"market"}), lead=True)
FIRST = date(2021, 5, 2)


def source(name: str, outlet: str | None, published: date = FIRST) -> Source:
    return source_of(name, reading(name, "خبر", published.isoformat(), (), outlet=outlet))


def claim(name: str, value: object, of: str = "incident.killed", marks: Marks = MARKS, **more: object) -> Claim:
    where = Evidence(0, len(TEXT), TEXT, name, "e1")
    said = {"status": "done", "voice": None, "day": FIRST} | more
    return Claim("event-1", of, None, value, name, "e1", evidence=[where], where=where, marks=marks, **said)  # type: ignore[arg-type]


def passage(names: Sequence[str]) -> Copy:
    return Copy("copy-1", [Place(0, len(TEXT), TEXT, n) for n in names])


OUTLETS = ("النهر", "الجبل", None)
REPORTS = [f"r{i}" for i in range(8)]
found_marks = st.builds(
    Marks,
    days=st.sampled_from([None, (5.0, 5.0)]),
    towns=st.sampled_from([frozenset(), frozenset({"salwan"})]),
    names=st.sampled_from([frozenset(), frozenset({"market"})]),
    numbers=st.sampled_from([{}, {"count": 12.0}]),
    lead=st.booleans(),
)


@st.composite
def told(draw: st.DrawFn) -> tuple[list[Claim], list[Claim], Lineage]:
    """Two values, told in some of eight reports by some outlets and voices, and what text these share."""
    outlets = {name: draw(st.sampled_from(OUTLETS)) for name in REPORTS}
    of = draw(st.sampled_from(["incident.killed", "incident.place"]))

    def tellings(value: object) -> list[Claim]:
        voices = st.sampled_from([None, "salim", "nura"])
        some = draw(st.lists(st.tuples(st.sampled_from(REPORTS), found_marks, voices), min_size=1, max_size=6))
        return [claim(name, value, of, marks, voice=voice) for name, marks, voice in some]

    shares = {
        (a, b): share
        for a, b in product(REPORTS, REPORTS)
        if a < b and (share := draw(st.sampled_from([0.0, 0.0, 0.15, 0.6])))
    }
    copied = passage(draw(st.lists(st.sampled_from(REPORTS), min_size=1, unique=True)))
    lineage = Lineage({n: source(n, o) for n, o in outlets.items()}, Passages([copied]), shares)
    return tellings(persons(9)), tellings(persons(4)), lineage


@settings(max_examples=40)
@given(told())
def test_what_stands_for_others_finds_what_each_of_them_finds(found: tuple[list[Claim], list[Claim], Lineage]) -> None:
    v, w, lineage = found
    each = [(x, y) for c, d in product(v, w) for x, y in product(weighed([c], lineage), weighed([d], lineage))]
    together = list(product(weighed(v, lineage), weighed(w, lineage)))
    assert any(contradict(x, y, lineage) for x, y in together) == any(contradict(x, y, lineage) for x, y in each)
    for least, apart in product((0.5, 1.5, 2.5), (True, False)):
        assert any(surely(x, y, lineage, least, apart) for x, y in together) == any(
            surely(x, y, lineage, least, apart) for x, y in each
        )


def made(value: Callable[[int], Claim], many: int) -> tuple[list[Fact], float]:
    """The facts of the tellings of so many reports, every second one a copy of the other, and the time they took."""
    claims = [value(i) for i in range(many)]
    names = [c.report for c in claims]
    shares = {pair: 0.9 for reach in (1, 2) for pair in zip(names, names[reach:], strict=False)}
    days = {c.report: c.day for c in claims}
    lineage = Lineage(
        {n: source(n, f"outlet {n}", days[n] or FIRST) for n in names}, Passages([passage(names)]), shares
    )
    with uncollected():
        began = process_time()
        return facts_of(claims, lineage), process_time() - began


VALUES: dict[str, Callable[[int], Claim]] = {
    "tolls": lambda i: claim(f"r{i:05}", persons((9, 40)[i % 2])),
    "tolls of other events": lambda i: claim(f"r{i:05}", persons((9, 12)[i % 2]), marks=Marks()),
    "days": lambda i: claim(f"r{i:05}", day(("2021-05-01", "2021-05-09")[i % 2]), "incident.date"),
    "types": lambda i: claim(f"r{i:05}", ("explosion", "arrest")[i % 2], "incident.type"),
    "denials": lambda i: claim(
        f"r{i:05}", "attack", "incident.type", Marks(), status=("done", "denied")[i % 2], denies=True, undone=True
    ),
    "a body and its men": lambda i: claim(
        f"r{i:05}", persons(9), voice=("league", "salim")[i % 2], behalf="league", day=FIRST + timedelta(i % 2 * 30)
    ),
}


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES.keys())
def test_ten_times_as_many_copies_of_two_values_cost_ten_times_as_much(value: Callable[[int], Claim]) -> None:
    few, small = min((made(value, 200) for _ in range(3)), key=itemgetter(1))
    many, large = made(value, 2_000)
    assert [f.verdict for f in many] == [f.verdict for f in few]
    assert large < 25 * small + 0.05
