"""Writes out the inflected forms of a verb, noun or adjective, as paradigms.yml of a language gives them.

A lexicon entry names a word once (`verb: {past: أعلن, present: يعلن, participle: معلن}`) and the trie holds every form
that news text uses, each with its features. Forms are folded; harakat never matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tawatur.text.folding import fold

Features = dict[str, str]
Form = tuple[str, Features]

_AMBIGUOUS = ("ه", "ي")  # after the ي of a sound plural: مسؤوليه is written like مسؤولية
_TENSES = ("present", "future", "jussive")


class Paradigms:
    """The affixes of a language (language/<name>/paradigms.yml)."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self._raw = raw
        self._shared: dict[tuple[tuple[str, str], ...], Features] = {}
        self._past_endings = [(suffix, self._features("past", f)) for suffix, f in raw["past"].items()]
        self._tenses = {
            (tense, part): [(affix, self._features(tense, f)) for affix, f in raw[part].items()]
            for tense in _TENSES
            for part in ("present", "present_endings")
        }
        self._with_pronoun: dict[tuple[int, str], Features] = {}

    def _features(self, tense: str, features: Features) -> Features:
        """The features of one inflected form, one object for all words: forms are many."""
        found = {"form": tense, **features}
        return self._shared.setdefault(tuple(found.items()), found)

    @property
    def third_person(self) -> str:
        """The letter that begins a present of the third person."""
        return str(next(iter(self._raw["present"])))

    def expand(self, entry: dict[str, Any]) -> Iterator[Form]:
        """All forms of an entry: `forms` as they stand, `verb`, `noun` and `adjective` inflected."""
        for form in entry.get("forms", ()):
            yield fold(str(form)), {}
        if "verb" in entry:
            yield from self._verb(entry["verb"])
        if "noun" in entry:
            yield from self._noun(entry["noun"])
        if "adjective" in entry:
            yield from self._adjective(entry["adjective"])

    def _verb(self, verb: dict[str, Any]) -> Iterator[Form]:
        objects = self._raw["object_pronouns"] if verb.get("object") else {}
        if "past" in verb:
            past, bent = self._past(fold(verb["past"]), _weak(verb["past"], "ايى")), verb["past"].endswith("ى")
            yield from self._with_objects(past, objects, fold(verb["past"]) if bent else None)
        if "present" in verb:
            yield from self._with_objects(self._present(fold(verb["present"]), _weak(verb["present"], "وياى")), objects)
        if "participle" in verb:
            yield from self._adjective(verb["participle"], {"form": "participle"})
        if "passive_participle" in verb:
            yield from self._adjective(verb["passive_participle"], {"form": "passive-participle"})
        if "masdar" in verb:
            yield from self._noun({"singular": verb["masdar"], "suffix": True}, {"form": "masdar"})

    def _past(self, stem: str, weak: bool) -> Iterator[Form]:  # weak: دعا، دعت، دعوا; not بدأ، بدأت
        for suffix, features in self._past_endings:
            if weak and suffix in ("ت", "تا", "وا"):
                yield stem[:-1] + suffix, features
            elif weak and suffix == "ا":
                yield stem[:-1] + ("يا" if stem[-1] == "ي" else "وا"), features
            else:
                yield stem + suffix, features

    def _present(self, form: str, weak: bool) -> Iterator[Form]:
        root = form[1:]  # the first letter is the person's: ي، ت، ن
        short = root[:-1] if weak else root
        for (prefix, now), (_, later), (_, cut) in zip(*(self._tenses[t, "present"] for t in _TENSES), strict=True):
            yield prefix + root, now
            if weak:
                yield prefix + short, cut
            yield "س" + prefix + root, later
        for prefix in ("ي", "ت"):
            for tense, future in (("present", ""), ("future", "س")):
                for suffix, features in self._tenses[tense, "present_endings"]:
                    stem = root if suffix == "ان" and weak and root[-1] != "ا" else short
                    yield future + prefix + stem + suffix, features

    def _with_objects(
        self, forms: Iterator[Form], objects: dict[str, Features], bent: str | None = None
    ) -> Iterator[Form]:
        """Forms, and each with every pronoun; `bent` the one that ends in ى, which becomes ا before them (التقاه)."""
        for form, features in forms:
            yield form, features
            if not objects:
                continue
            stem = form[:-1] if form.endswith("وا") else form[:-1] + "ا" if form == bent else form
            for suffix, pronoun in objects.items():
                key = (id(features), suffix)  # tables of features live as long as the paradigms
                both = self._with_pronoun.get(key)
                if both is None:
                    both = self._with_pronoun[key] = {**features, **pronoun}
                yield stem + suffix, both

    def _noun(self, noun: str | dict[str, Any], more: Features | None = None) -> Iterator[Form]:
        noun = {"singular": noun} if isinstance(noun, str) else noun
        more = more or {}
        if "singular" in noun:
            yield from self._declined(fold(noun["singular"]), {"number": "singular", **more}, noun.get("suffix"))
            base = fold(noun["singular"])
            stem = base[:-1] + "ت" if base.endswith("ه") and noun["singular"].endswith("ة") else base
            for suffix in self._raw["dual"]:
                yield stem + suffix, {"number": "dual", **more}
        for plural in _listed(noun.get("plural")):
            yield from self._declined(fold(plural), {"number": "plural", **more}, noun.get("suffix"), plural)

    def _declined(self, base: str, features: Features, suffixed: Any, written: str = "") -> Iterator[Form]:
        yield base, features
        feminine = base.endswith("ه")
        if not feminine and not base.endswith("ا") and not (features["number"] == "plural" and base.endswith("ات")):
            yield base + "ا", features
        sound = features["number"] == "plural" and base.endswith(("ون", "ين"))
        if sound:
            other = base[:-2] + ("ين" if base.endswith("ون") else "ون")
            yield other, features
            for ending in ("و", "ي"):  # construct: مسؤولو، مسؤولي
                yield base[:-2] + ending, features
        if suffixed:
            stems = [base[:-2] + "و", base[:-2] + "ي"] if sound else [base[:-1] + "ت" if feminine else base]
            for suffix, pronoun in self._raw["possessive_pronouns"].items():
                for stem in stems:
                    if not (sound and stem.endswith("ي") and suffix in _AMBIGUOUS):
                        yield stem + suffix, {**features, **pronoun}

    def _adjective(self, adjective: str, more: Features | None = None) -> Iterator[Form]:
        base = fold(adjective)
        for suffix, features in self._raw["adjective"].items():
            yield base + suffix, {**features, **(more or {})}


def _weak(written: str, letters: str) -> bool:
    """Whether a verb as it is spelt ends in a weak letter: the seat of a hamza (بدأ) is none, though folding writes
    the same letter."""
    return written[-1] in letters


def _listed(value: Any) -> list[str]:
    return [] if value is None else [value] if isinstance(value, str) else list(value)
