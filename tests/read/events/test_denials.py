"""What is denied, and what is only spoken of by who denies something."""

from __future__ import annotations

import pytest
from prepared import events_of
from tests.read.incidents_told import told


def statuses(text: str, kind: str = "incident") -> list[str]:
    return [e.status for e in events_of(text, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "لكن حركة طالبان تنكر ضلوعها في أي هجوم على السوق في مدينة غزني.",
        "وكانت حركة طالبان نفت مسؤوليتها عن هجوم 4 مارس على السوق في مدينة غزني.",
        "قال الوزير إن ما يتردد عن مقتل قائد الجيش في غزني محض شائعات.",
    ],
)
def test_it_is_denied(text: str) -> None:
    assert statuses(text) == ["denied"]


@pytest.mark.parametrize(
    "text",
    [
        "نفى الوزير أي عبث بالأدلة في موقع الهجوم على السوق في غزني.",
        "نفى شاب قتل ثلاثة جنود في غزني أن يكون قد خطط لذلك.",
        "نفى الوزير علمه بالهجوم على السوق في غزني.",
        "انتشرت شائعات بعد الهجوم على السوق في غزني.",
    ],
)
def test_who_denies_something_else_speaks_of_it(text: str) -> None:
    assert "denied" not in statuses(text)


def test_a_payment_that_is_denied_is_denied() -> None:
    assert statuses("نفت السعودية دفع 20 مليون دولار للبنان.", "funding") == ["denied"]


def test_the_wounded_have_their_own_bound_and_the_dead_theirs() -> None:
    (attack,) = told("أطلق مسلح النار في سوق في مدينة غزني موقعا ثلاثة قتلى وخمسة جرحى على الأقل.")
    assert [(attack.slots[s].value, attack.slots[s].bound) for s in ("killed", "count")] == [
        (3, "exact"),
        (5, "at_least"),
    ]


def test_a_toll_told_elsewhere_says_where() -> None:
    text = "وقع هجوم على سوق في مدينة غزني صباح الأحد. وقالت الشرطة إن الهجوم أدى إلى مقتل تسعة أشخاص."
    (attack,) = told(text)
    assert [text[s.start : s.end] for s in attack.evidence["killed"]] == ["تسعة أشخاص"]


def test_the_dead_of_a_war_are_not_those_of_an_attack() -> None:
    text = "وقع هجوم على سوق في مدينة غزني صباح الأحد. وقتل 5 آلاف شخص في هجمات على غزني منذ بدء الحرب."
    assert all("killed" not in e.slots for e in told(text) if e.text.startswith("هجوم"))
