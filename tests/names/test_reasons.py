"""Every reason that a match can give has its words in both languages."""

from __future__ import annotations

from importlib.resources import files

import yaml

from tawatur.names import body_features, match, weights


def test_every_reason_has_a_label_in_both_languages() -> None:
    labels = yaml.safe_load(files("tawatur.tell").joinpath("labels.yml").read_text(encoding="utf-8"))["name_reasons"]
    codes = {f.__name__ for f in (*weights.FEATURES, *body_features.FEATURES)} | {"as_written", "no_letters"}
    assert codes <= set(labels)
    assert all(set(label) == {"ar", "en"} for label in labels.values())


def test_the_score_is_what_the_reasons_say() -> None:
    found = match("أحمد علي صالح", "Ahmed Saleh")
    assert {r.code for r in found.speaks_for} >= {"agreeing_parts", "rare_part"}
    assert [(p.a, p.b) for p in found.parts] == [("أحمد", "Ahmed"), ("علي", None), ("صالح", "Saleh")]
    assert next(r for r in found.speaks_against if r.code == "middle_name_missing").words == ("علي",)
