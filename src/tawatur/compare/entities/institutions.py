"""What an institution is called: the words of its name without its country, and whether every state has one.

Every state has a ministry of the interior and a house of representatives; a name without a country is nobody's until
the report says whose (Toponym and organisation namesakes; the rule is ours).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from tawatur.compare.corpus import name_words, nations
from tawatur.compare.countries import country_of
from tawatur.language.loader import load
from tawatur.text.folding import fold
from tawatur.text.words import SIGN, analyses, tokenize

_SHORT = 2  # words
_OWN = 4  # letters of a word that can be a name of its own
_REMEMBERED = 1 << 16  # names of which what was made of them is kept


@lru_cache(_REMEMBERED)
def placed_words(name: str) -> tuple[tuple[str, ...], str | None]:
    """An organisation's folded words without the country in them, and that country: the Russian foreign ministry.

    A name with two countries in it keeps them as words and has no country of its own.
    """
    tokens = [t for t in tokenize(name) if t.kind != SIGN and t.form]
    found = {i: c for i, c in nations(tokens).items() if country_of(c) == c}  # the Arab world has no seat
    words = tuple(_synonyms().get(w, w) for w in name_words(name))
    if len(words) != len(tokens) or len(set(found.values())) > 1:
        return tuple(found.get(i, w) for i, w in enumerate(words)), None
    silent = _silent([t.form for t in tokens], words)
    kept = tuple(w for i, w in enumerate(words) if i not in found and i not in silent)
    return kept or words, next(iter(found.values()), None)


def _silent(forms: Sequence[str], words: Sequence[str]) -> set[int]:
    """The places of words in a name that the same name is as often written without: the region of a town, what pilgrims
    call it, and whose a medium is. `forms`: the words with their articles."""
    last = len(words) - 1
    inside = range(1, last)
    found = {i for i in inside if forms[i] in kind_words("division") and words[i + 1] not in kind_words("division")}
    found |= {i for i in range(1, last + 1) if _epithets().get(words[i - 1]) == forms[i]}
    if words and words[0] in kind_words("medium") and last > 1 and words[last] in kind_words("owned"):
        found.add(last)
    return found


@cache
def _epithets() -> dict[str, str]:
    listed = load("arabic").data("names/institutions")["epithets"]
    return {name_words(str(town))[0]: fold(str(word)) for town, word in listed.items()}


def institution_words(name: str) -> tuple[tuple[str, ...], str | None]:
    """`placed_words` without a first word that the name is as often written without: ministry, company, movement."""
    words, country = placed_words(name)
    if len(words) > 1 and words[0] in kind_words("the"):
        words = words[1:]
    left_out = len(words) > 1 and words[0] in kind_words("left_out")
    if left_out and words[0] in kind_words("office") and (words[1] in _common() or f"ال{words[1]}" in _common()):
        return words, country  # وكالة التعليم is no وزارة التعليم
    return (words[1:] if left_out else words), country


@lru_cache(_REMEMBERED)
def numbered_words(name: str) -> tuple[str, ...]:
    """The folded words of a work or other thing; of what its number alone tells, that word and the number: a
    resolution of the Security Council."""
    words = name_words(name)
    numbers = [w for w in words if w.isdecimal() and len(w) > _SHORT]
    if len(numbers) == 1 and words[0] in kind_words("numbered"):
        return words[0], f"{int(numbers[0])}"
    return words[1:] if len(words) > 1 and words[0] in kind_words("the") else words


@lru_cache(_REMEMBERED)
def place_words(name: str) -> tuple[str, ...]:
    """A place's folded words without what it is as often named without: the camp of Yarmouk, an airport."""
    words = name_words(name)
    if len(words) > _SHORT and words[0] in kind_words("port") and words[-1] in kind_words("port_left_out"):
        return words[:-1]
    return words[1:] if len(words) > 1 and words[0] in kind_words("place_left_out") else words


@lru_cache(_REMEMBERED)
def of_every_state(name: str) -> bool:
    """Whether every state has an institution of this name: it begins with such a word and names nothing of its own."""
    words = name_words(name)
    if not words or words[0] not in kind_words("state"):
        return False
    if any(w in kind_words("beyond") for w in words[1:]):
        return len(words) == _SHORT  # the International Federation: of what?
    tokens = [t for t in tokenize(name) if t.kind != SIGN and t.form]
    if any(_of_its_own(token.form) for token in tokens[1:]):
        return False
    for i, token in enumerate(tokens):
        token.index = i
    return not any(h.entry.kind in ("name", "demonym") for h in load("arabic").lexicon.match(tokens))


@lru_cache(_REMEMBERED)
def _of_its_own(form: str) -> bool:
    """Whether a folded word without article is none that the lists of words have: بنك دانسكه is no state's bank."""
    if len(form) < _OWN or not form.isalpha() or form.isascii():
        return False
    readings = analyses(form)
    common = any(a.rest in _common() or f"ال{a.rest}" in _common() for a in readings)
    return not common and not any(a.article for a in readings)


@cache
def _common() -> frozenset[str]:
    language = load("arabic")
    return frozenset((*language.lines("names/words"), *language.lines("names/common")))


@cache
def _synonyms() -> dict[str, str]:
    listed = load("arabic").data("names/institutions")["synonyms"]
    return {fold(str(word)): fold(str(other)) for word, other in listed.items()}


@cache
def kind_words(kind: str) -> frozenset[str]:
    """The folded words of a kind, as the list of institutions names them."""
    return frozenset(fold(str(w)) for w in load("arabic").data("names/institutions")[kind])


def chamber(words: tuple[str, ...], country: str | None) -> tuple[str, ...] | None:
    """The words of the one chamber of a country's parliament, where these are the parliament's; else None."""
    parliament, chambers = _chambers()
    return chambers.get(country or "") if words == parliament else None


@cache
def _chambers() -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    data = load("arabic").data("names/institutions")
    found = {country: institution_words(name)[0] for country, name in data["chambers"].items()}
    return institution_words(data["parliament"])[0], found


@lru_cache(_REMEMBERED)
def may_have(name: str, country: str) -> bool:
    """Whether a country can have an institution of this name: a senate is no body of a state that has none."""
    having = _having().get(name_words(name))
    return having is None or country in having


@cache
def _having() -> dict[tuple[str, ...], frozenset[str]]:
    listed = load("arabic").data("names/institutions")["only_in"]
    return {name_words(name): frozenset(countries) for name, countries in listed.items()}
