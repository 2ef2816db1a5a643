"""Bodies whose names are one but for a word left out or its spelling: بنك كريدي سويس, كريديه سويس.

Names are told by tawatur.names; two bodies of like names are told by what the reports say of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from tawatur.compare.corpus import name_words
from tawatur.compare.entities.clusters import Clusters
from tawatur.compare.entities.institutions import kind_words
from tawatur.compare.entities.likeness import Namesakes, Why, enough, likeness
from tawatur.compare.entities.meeting import WHOLE, wording_blocks
from tawatur.compare.entities.profiles import Key, Profile
from tawatur.compare.entities.things import Thing
from tawatur.names import match
from tawatur.text.words import SIGN, analyses, tokenize

ALIKE = 0.95  # of the matcher, from which two wordings are of one body where reports of one matter have them
_WEIGHT = 0.7
_SAYING, _LONG = 2, 3  # words of a name from which a word more names the same body; and one joined by "and"
_HOLDERS = 8  # things of one wording that are compared with those of another
_MATTER = frozenset(("same_setting", "near_in_time"))
_TWO = frozenset(("another_id", "another_country", "of_a_body"))


def join_wordings(profiles: Mapping[Key, Profile], clusters: Clusters, namesakes: Namesakes) -> None:
    """Join bodies whose names are wordings of one, in order of their names, where nothing speaks against it."""
    holders: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(profiles):
        if profiles[key].type == "organisation":
            for text in profiles[key].entity.name.values():
                if text:
                    holders[text].append(key)
    for x, y in sorted(_pairs(holders)):
        left, right = (clusters.each(holders[text])[:_HOLDERS] for text in (x, y))
        two = [(a, b) for a in left for b in right if not clusters.one(a, b) and clusters.may_join(a, b)]
        for a, b in two if two and (adds_a_word(x, y) or match(x, y).score >= ALIKE) else ():
            if clusters.one(a, b):
                continue
            why = _why(clusters.thing(a), clusters.thing(b), namesakes)
            if enough(why):
                clusters.join(a, b, why)


def adds_a_word(x: str, y: str) -> bool:
    """Whether a body's long name is another but for a word that parts no two of a kind: one joined by "and" (هيئة
    المنافسة البريطانية, هيئة المنافسة والأسواق البريطانية), its rank or reach, what it does, what sort of body it is,
    or a word of the sentence behind it. Other words part many: a front and a democratic one."""
    if len(name_words(x)) > len(name_words(y)):
        x, y = y, x
    short, long = name_words(x), name_words(y)
    if not _SAYING <= len(short) == len(long) - 1 or x.isascii() or y.isascii() or short[0] in kind_words("many"):
        return False
    at = next((i for i, word in enumerate(short) if long[i] != word), len(short))
    if short != long[:at] + long[at + 1 :]:
        return False
    if not at:
        return long[0] in kind_words("before") and short[0] not in kind_words("state")
    return _parts_none(long[at], at == len(short)) or (len(short) >= _LONG and _joined(y, at))


def _parts_none(word: str, last: bool) -> bool:
    return word in kind_words("reach") or word in kind_words("behind" if last else "doing")


def _joined(name: str, at: int) -> bool:
    """Whether a name's word, as it is written, is an "and" with a definite word: و of الوطنية is none."""
    forms = [t.form for t in tokenize(name) if t.kind != SIGN and t.form]
    found = analyses(forms[at]) if len(forms) == len(name_words(name)) else []
    inside = any(a.preposition in kind_words("inside") for a in found if a.preposition)
    return not inside and any(a.conjunction in kind_words("and") and a.article for a in found)


def _pairs(holders: Mapping[str, list[Key]]) -> set[tuple[str, str]]:
    """Names that have all words in common by their sounds, or all but one that the other leaves out."""
    blocks: dict[str, list[tuple[bool, str]]] = defaultdict(list)
    for text in sorted(holders):
        for block in wording_blocks(text):
            blocks[block.removeprefix(WHOLE)].append((block.startswith(WHOLE), text))
    return {pair for block in blocks.values() for pair in _of_one_block(block)}


def _of_one_block(block: list[tuple[bool, str]]) -> Iterator[tuple[str, str]]:
    for whole, text in block:
        for _, other in block if whole else ():
            if other != text:
                yield min(text, other), max(text, other)


def _why(a: Thing, b: Thing, namesakes: Namesakes) -> Why:
    """What speaks for two bodies of like names being one: nothing unless their reports are of one matter."""
    why = likeness(a, b, namesakes)
    if not _TWO.isdisjoint(why) or not ("in_company" in why or why.keys() >= _MATTER):
        return {}
    for feature in ("same_name", "same_gist"):  # weighed when they were compared
        why.pop(feature, None)
    return {"alike_name": _WEIGHT, **why}
