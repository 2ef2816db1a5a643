"""What is kept for the next page: what was used last, no more than there is room for."""

from __future__ import annotations

from tawatur.store.kept import Kept, Recent


def test_what_was_used_last_stays_and_what_takes_the_place_of_another_takes_its_room() -> None:
    kept: Recent[str] = Recent(10)
    for key in "abc":
        kept.put(key, key, 4 if key != "c" else 2)
    assert kept.get("a") == "a"
    kept.put("d", "d", 4)
    assert [kept.get(key) for key in "abcd"] == ["a", None, "c", "d"]
    kept.put("a", "other", 1)
    kept.put("e", "e", 3)
    assert [kept.get(key) for key in "acde"] == ["other", "c", "d", "e"]
    kept.put("f", "f", 11)
    assert [kept.get(key) for key in "acdef"] == [None] * 5


def test_what_is_too_large_is_made_each_time_and_drives_nothing_out() -> None:
    kept: Kept[str] = Kept(10)
    made: list[str] = []

    def make(text: str) -> str:
        made.append(text)
        return text

    for text in ("few", "very many letters", "few", "very many letters"):
        assert kept.get("name", text, lambda text=text: make(text)) == text  # type: ignore[misc]
    assert made == ["few", "very many letters", "very many letters"]
    assert len(kept) == 1
