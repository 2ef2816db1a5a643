"""Denials held against what others tell: by whom, of what, and when."""

from compare_making import event, reading

from tawatur.compare.comparison import compare
from tawatur.record.types import Reading


def told(name: str, text: str, at: str, status: str = "done", voice: str | None = None, **slots: object) -> Reading:
    found = reading(name, text, at[:10], outlet=name, published_at=at)
    return event(found, "incident", text, status, voice, **({"type": "attack", "place": ["salwan"]} | slots))


def verdicts(*readings: Reading) -> list[str]:
    return [f.verdict for f in compare(readings).facts if f.property == "incident.actor"]


def test_who_is_accused_by_a_description_and_denies_it_disputes_it() -> None:
    actor = ["قوات الحاكم"]
    accused = told("a", "هجوم سلوان الذي شنته قوات الحاكم", "2021-05-03T08:00:00Z", actor=actor)
    denied = told("b", "نفت قوات الحاكم شن هجوم سلوان", "2021-05-03T10:00:00Z", "denied", "قوات الحاكم", actor=actor)
    assert verdicts(accused, denied) == ["disputed"]


def test_what_is_told_days_after_a_denial_is_hardly_what_was_denied() -> None:
    denied = told(
        "b", "نفت الرابطة الإقليمية شن هجوم سلوان", "2021-05-03T10:00:00Z", "denied", "league", actor=["league"]
    )
    later = told("a", "هجوم الرابطة على سلوان", "2021-05-12T08:00:00Z", actor=["league"])
    assert "disputed" not in verdicts(denied, later)
