"""The lists of words that stand in persons' names and are no name by themselves (language/names/words.yml)."""

from __future__ import annotations

from functools import cache
from typing import Any

from tawatur.names.data import table
from tawatur.names.letters import ARABIC, LATIN, variants


class Lists:
    """The lists of words.yml as sets, per script."""

    def __init__(self, raw: dict[str, Any]) -> None:
        def both(entry: dict[str, Any]) -> frozenset[str]:
            return frozenset(form for script in (ARABIC, LATIN) for w in entry.get(script, ()) for form in _written(w))

        def mapped(entry: dict[str, Any]) -> dict[str, Any]:
            return {form: value for word, value in entry.items() for form in _written(word)}

        self.article = both(raw["article"])
        self.assimilated = {
            v + c: c
            for v in raw["article"]["assimilated"]["vowels"]
            for c in raw["article"]["assimilated"]["consonants"]
        }
        self.article_vowels = frozenset(raw["article"]["assimilated"]["vowels"])
        self.glued_article = {s: tuple(raw["article"]["glued"][s]) for s in (ARABIC, LATIN)}
        self.filiation = both(raw["filiation"])
        self.particles = both(raw["particles"])
        self.heard: dict[str, str] = raw["particles_heard"]
        self.servant = both(raw["servant"])
        self.allah = frozenset(raw["servant"]["god"])
        self.servant_root: dict[str, str] = raw["servant"]["root"]
        self.father = both(raw["father"])
        self.glued_father = {s: tuple(raw["father"]["glued"][s]) for s in (ARABIC, LATIN)}
        self.openings = (*self.servant_root.values(), *self.glued_father[ARABIC], *self.glued_father[LATIN])
        self.tails = {w: tail["as"] for tail in raw["tails"] for script in (ARABIC, LATIN) for w in tail[script]}
        self.glued_tails = sorted(
            ((g, tail["as"]) for tail in raw["tails"] for g in (*tail["glued"], *tail[ARABIC])),
            key=lambda pair: -len(pair[0]),
        )
        self.all_tails = tuple(ending for ending, _ in self.glued_tails)
        self.titles = both(raw["titles"])
        self.weak = both(raw["weak_titles"])
        self.ordinals: dict[str, int] = mapped({**raw["ordinals"][ARABIC], **raw["ordinals"][LATIN]})
        self.tens: dict[str, int] = raw["ordinals"]["arabic_tens"]
        self.roman: dict[str, int] = raw["ordinals"]["roman"]
        self.generations: dict[str, str] = {**raw["generations"][ARABIC], **raw["generations"][LATIN]}
        self.letter_names: dict[str, str] = mapped(raw["letter_names"])
        self.read_as: dict[str, str] = mapped({**raw["read_as"][ARABIC], **raw["read_as"][LATIN]})
        self.silent: dict[str, str] = raw["silent"]
        self.short: dict[str, str] = {**raw["short"][ARABIC], **raw["short"][LATIN]}
        self.marked = frozenset().union(  # all words that are anything else than a name by themselves
            *(self.article, self.assimilated, self.filiation, self.particles, self.servant, self.father),
            *(self.tails, self.titles, self.weak, self.ordinals, self.roman, self.generations, self.letter_names),
            (words.split()[0] for words in self.tens),
        )


def _written(word: str) -> tuple[str, ...]:
    """A word of the lists as names have it: final heh may be teh marbuta, final yeh alef maqsura."""
    word = "".join(variants().get(ord(c), c) for c in word)
    if word.endswith("ه"):
        return word, word[:-1] + "ة"
    return (word, word[:-1] + "ى") if word.endswith("ي") else (word,)


@cache
def lists() -> Lists:
    """The lists, made once a process."""
    return Lists(table("words"))
