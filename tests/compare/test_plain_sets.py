"""What a record keeps of a telling comes back as it was, sets of whatever they hold among it."""

from __future__ import annotations

import json

from tawatur.compare.events.marks import Marks
from tawatur.compare.plain import pack, unpack
from tawatur.record.types import Number


def test_the_numbers_of_two_other_attacks_of_a_report_are_kept() -> None:
    others = frozenset({frozenset({("killed", Number(3, "person"))}), frozenset({("killed", Number(15, "person"))})})
    marks = Marks(towns=frozenset({"salwan", "nahrin"}), rivals=others)
    kept = json.loads(json.dumps(pack(marks)))
    assert unpack(kept) == marks
    assert kept == json.loads(json.dumps(pack(unpack(kept))))
