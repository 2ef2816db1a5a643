"""Every reason that is told has its words in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import tawatur
from tawatur.names import body_features, weights
from tawatur.screen.changes import FIELDS
from tawatur.tell import labels

SOURCE = Path(tawatur.__file__).parent / "screen"


def test_every_reason_of_the_matcher_has_its_words() -> None:
    words = labels.group("name_reasons")
    codes = [f.__name__ for f in (*weights.FEATURES, *body_features.FEATURES)]
    assert [code for code in codes if set(words.get(code, {})) != {"ar", "en"}] == []


def test_every_reason_of_a_hit_and_note_of_a_list_has_its_words() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.glob("*.py"))
    words = {
        key: said
        for group in ("hit_reasons", "list_notes", "not_compared_for")
        for key, said in labels.group(group).items()
    }
    codes = set(re.findall(r'Reason\(\s*"(\w+)"', text))
    assert len(codes) >= 12
    assert [code for code in sorted(codes) if set(words.get(code, {})) != {"ar", "en"}] == []


def test_every_field_that_can_change_has_its_words() -> None:
    assert set(FIELDS) == set(labels.group("entry_fields"))
