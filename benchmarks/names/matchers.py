"""The matchers that are compared, each behind one call: two names in, a score out.

What a matcher needs is imported when it is asked for: the rivals live in an environment of their own (rivals.sh).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.metadata import version
from typing import Any
from uuid import uuid4

from pairs import Pair


@dataclass(frozen=True, slots=True)
class Matcher:
    """score: of a pair, 0 to 1. threshold: from which it says "same"; None where it ships none and dev chooses."""

    version: str
    score: Callable[[Pair], float]
    threshold: float | None
    same: Callable[[Pair], bool] | None = None  # where the matcher decides for itself
    why: Callable[[str, str], str] | None = None


def tawatur() -> Matcher:
    """This program. The kind of the pair is not passed: it sees the two names and nothing else."""
    from tawatur.names import match

    return Matcher(
        version=version("tawatur"),
        score=lambda pair: float(match(pair.a, pair.b).score),
        threshold=None,
        same=lambda pair: bool(match(pair.a, pair.b).same),
        why=lambda a, b: "; ".join(
            f"{reason.code} {reason.weight:+.2f}"
            for found in [match(a, b)]
            for reason in found.speaks_for + found.speaks_against
        ),
    )


def nomenklatura() -> Matcher:
    """logic-v2 on two entities of one name each, at the threshold it is used with; the kind gives it the schema."""
    from followthemoney import ValueEntity, model
    from nomenklatura.matching.logic_v2.model import LogicV2

    schemata = {"person": "Person", "organisation": "Organization", "mixed": "LegalEntity"}
    config = LogicV2.default_config()

    def entity(name: str, kind: str) -> Any:
        made = ValueEntity(model.get(schemata[kind]), {"id": uuid4().hex})  # what it knows of an id, it keeps
        made.add("name", name)
        return made

    def score(pair: Pair) -> float:
        first, second = entity(pair.a, pair.kind), entity(pair.b, pair.kind)
        return float(LogicV2.compare(first, second, config).score)

    return Matcher(version("nomenklatura"), score, threshold=0.7)


def nomenklatura_best() -> Matcher:
    """The same at the threshold that is best on dev: what its scores could do for these names."""
    return replace(nomenklatura(), threshold=None)


def folded(name: str) -> str:
    """Latin letters without marks and case, hyphens as spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return plain.casefold().replace("-", " ").replace("'", "")


def romanizer() -> Matcher:
    """arabic-name-romanizer writes an Arabic side in Latin letters, in its five likeliest ways.

    Then the best likeness of sorted words (rapidfuzz). It ships no threshold."""
    from arabic_name_romanizer import transliterate
    from rapidfuzz.fuzz import token_sort_ratio

    def latin(name: str) -> list[str]:
        if not any("\u0600" <= c <= "\u06ff" for c in name):
            return [folded(name)]
        return [folded(getattr(c, "text", str(c))) for c in transliterate(name, top_k=5)]

    def score(pair: Pair) -> float:
        ways = [(a, b) for a in latin(pair.a) for b in latin(pair.b)]
        return max((token_sort_ratio(a, b) for a, b in ways), default=0.0) / 100

    return Matcher(version("arabic-name-romanizer"), score, threshold=None)


def arabnamer() -> Matcher:
    """arabnamer writes a Latin side in Arabic letters; then its own similarity at its own threshold of 85.

    By its dictionary and rules: its default model takes 0.3 CPU seconds a name, an hour for these pairs."""
    from arabnamer import Transliterator, similarity

    writer = Transliterator(engine="rules")

    def arabic(name: str) -> str:
        return name if any("\u0600" <= c <= "\u06ff" for c in name) else str(writer.translit(name).arabic)

    return Matcher(
        version("arabnamer"), lambda pair: similarity(arabic(pair.a), arabic(pair.b))[1] / 100, threshold=0.85
    )


MATCHERS: dict[str, Callable[[], Matcher]] = {
    "tawatur": tawatur,
    "nomenklatura": nomenklatura,
    "nomenklatura-best": nomenklatura_best,
    "romanizer": romanizer,
    "arabnamer": arabnamer,
}
