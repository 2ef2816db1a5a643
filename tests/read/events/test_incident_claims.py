"""Whose doing an attack is said to be: claims, denials and accusations beside the attack that they take up."""

from __future__ import annotations

import pytest
from tests.read.incidents_told import told

LEAD = "قتل تسعة أشخاص في تفجير استهدف سوقا في مدينة غزني. "


@pytest.mark.parametrize(
    "denial",
    [
        "ونفت حركة طالبان أي صلة لها بالتفجير.",
        "ونفت حركة طالبان أي دور لها في الهجوم.",
        "ونفت حركة طالبان مسؤوليتها عنه.",
        "ونفت حركة طالبان مسؤوليتها عن الهجوم.",
    ],
)
def test_who_disowns_an_attack_did_not_do_it(denial: str) -> None:
    attack, disowned = told(LEAD + denial)
    assert (attack.status, attack.slots.get("actor")) == ("done", None)
    assert (disowned.status, disowned.slots["actor"]) == ("denied", ["taliban"])
    assert [disowned.slots[s] for s in ("type", "target")] == ["bombing", attack.slots["target"]]
    assert "killed" not in disowned.slots


@pytest.mark.parametrize(
    "said",
    [
        "وأعلنت حركة طالبان مسؤوليتها عنه.",
        "واتهمت الشرطة حركة طالبان بالوقوف وراء الهجوم.",
        "وقال قائد الشرطة إن المنفذ قتل، متهما حركة طالبان بالوقوف وراء التفجير.",
    ],
)
def test_who_owns_up_to_an_attack_or_is_accused_is_its_doer(said: str) -> None:
    assert any(e.slots.get("actor") == ["taliban"] for e in told(LEAD + said))
    assert all(e.status == "done" for e in told(LEAD + said))


def test_claim_and_denial_in_one_sentence_are_two_voices() -> None:
    found = told("تبنى تنظيم داعش الهجوم على مقر الشرطة في غزني أمس، بينما نفت حركة طالبان مسؤوليتها عنه.")
    assert [(e.status, e.slots["actor"]) for e in found] == [("done", ["isis"]), ("denied", ["taliban"])]


@pytest.mark.parametrize(
    "text",
    ["وأكد الوزير مسؤوليته عنه في الفترة الماضية.", "ولم تعلن أي جهة مسؤوليتها عنه."],
)
def test_a_pronoun_without_an_attack_takes_up_none(text: str) -> None:
    assert told(text) == []
