"""The weights that ship: the pinned ones, small enough, the same names for a sentence whatever is read beside it."""

from __future__ import annotations

import pytest

from tawatur_ner import Model
from tawatur_ner.artefact import SHIPPED

SENTENCES = [
    "قال وزير الخارجية المغربي ناصر بوريطة إن الاجتماع سيعقد في مراكش .",
    "وصل أنتوني بلينكن إلى الرباط يوم الأربعاء ، وفق ما ذكرته وكالة رويترز .",
    "أعلنت منظمة الصحة العالمية أن عدد المصابين في جنيف ارتفع",
    "سجل محمد صلاح هدفين في مرمى مانشستر سيتي",
    "ارتفعت الأسعار في السوق أمس",
]


@pytest.fixture(scope="module")
def shipped() -> Model:
    return Model.load()


def names(model: Model, sentence: str) -> list[tuple[str, str]]:
    words = sentence.split()
    return [(" ".join(words[n.start : n.end]), n.type) for n in model.tag([words])[0]]


def test_names_of_plain_news_sentences(shipped: Model) -> None:
    assert names(shipped, SENTENCES[0]) == [("ناصر بوريطة", "PERS"), ("مراكش", "LOC")]
    assert ("أنتوني بلينكن", "PERS") in names(shipped, SENTENCES[1])
    assert ("منظمة الصحة العالمية", "ORG") in names(shipped, SENTENCES[2])
    assert ("محمد صلاح", "PERS") in names(shipped, SENTENCES[3])
    assert names(shipped, SENTENCES[4]) == []


def test_the_same_for_any_batch(shipped: Model) -> None:
    words = [s.split() for s in SENTENCES]
    together = shipped.read(words * 3)
    assert together == [one for _ in range(3) for s in words for one in shipped.read([s])]


def test_marks_do_not_matter(shipped: Model) -> None:
    marked = SENTENCES[0].replace("ناصر", "نَاصِر").replace("مراكش", "مرّاكش").replace("بوريطة", "بوريطـة")
    assert [n[1] for n in names(shipped, marked)] == ["PERS", "LOC"]


def test_no_more_than_40_megabytes() -> None:
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) <= 40_000_000
