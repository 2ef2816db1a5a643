"""Mentions from the lists of names, ambiguous forms only where their context allows."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.entities import lands
from tawatur.read.mentions.candidates import LIST, Candidate
from tawatur.read.mentions.words import ROW, NameWords, adjoining, after, before, name_words, of_sport
from tawatur.text.affixes import relational
from tawatur.text.folding import fold
from tawatur.text.words import NUMBER, Token, analyses


def listed(document: Document) -> Iterator[Candidate]:
    """Every name of the lists, with the state word before a country (دولة الكويت) as part of it."""
    words = name_words(document.language)
    demonyms = {h.first for h in document.hits("demonym") if h.first == h.last}
    for hit in document.hits("name"):
        if not allowed(document, hit, words) or _hashed(document, hit):
            continue
        if hit.first in demonyms and _accusative(document, hit):
            continue
        if hit.data.get("class") == "city" and (_describes(document, hit) or _of_another_land(document, hit)):
            continue
        start = hit.start
        if hit.data.get("class") == "country":
            start = _with_state_word(document, hit, words)
        end = hit.end + (1 if hit.quoted and _unclosed(document, hit) else 0)
        yield Candidate(start, end, hit.data["type"], LIST, 3, _entity(document, hit))


def _unclosed(document: Document, hit: Hit) -> bool:
    """Whether a quotation that opens inside the name closes right after it."""
    inside = document.text[hit.start : hit.end]
    marks = sum(inside.count(mark) for mark in '"“”«»‹›')
    return marks % 2 == 1 and document.text[hit.end : hit.end + 1] in tuple('"”»›“')


def _hashed(document: Document, hit: Hit) -> bool:
    """Whether an underscore of a hashtag goes on after the name (#كوريا_الجنوبية)."""
    return document.text[hit.end : hit.end + 1] == "_" or document.text[hit.start - 1 : hit.start] == "_"


def _accusative(document: Document, hit: Hit) -> bool:
    """Whether a form that is a country and an adjective (دبلوماسيا روسيا) follows an indefinite accusative."""
    if hit.analysis.letters or not hit.first or not adjoining(document, hit.first - 1, hit.first):
        return False
    if document.tokens[hit.first - 1].kind == NUMBER:  # 24 روسيا
        return True
    return _after_accusative(document, hit)


def _after_accusative(document: Document, hit: Hit) -> bool:
    """Whether the word before is an indefinite accusative, and no name."""
    form = document.tokens[hit.first - 1].form
    named = any(h.last == hit.first - 1 for h in document.hits("name") if h.first < hit.first <= h.last + 1)
    if hit.first - 1 in document.firsts("particle"):
        return False  # أما روسيا
    return form.endswith("ا") and not named and (len(form) > 4 or _of_people(document, hit.first - 1))


def _of_people(document: Document, index: int) -> bool:
    """Whether a word is listed as a noun of people (رجلا سوريا)."""
    nouns = document.hits("event.incident-noun")
    return any(h.first == h.last == index and h.data["is"] == "person" and not h.analysis.article for h in nouns)


def _of_another_land(document: Document, hit: Hit) -> bool:
    """Whether a country in which a town does not lie stands right after it, so that the word is another: جدة أمريكا."""
    following = next((h for h in document.hits("name") if h.first == hit.last + 1), None)
    if following is None or following.analysis.letters or following.data.get("class") != "country":
        return False
    home = lands(document.language).get(hit.data["id"])
    return home not in (None, following.data["id"]) and adjoining(document, hit.last, following.first)


def _describes(document: Document, hit: Hit) -> bool:
    """Whether what looks like "and" with a town (وزاريا) is an adjective of the indefinite accusative before it (مؤتمرا
    وزاريا)."""
    if hit.first != hit.last or not hit.first or not adjoining(document, hit.first - 1, hit.first):
        return False
    form = document.tokens[hit.first].form
    grown = bool(hit.analysis.letters) and form.endswith("ا") and relational(form[:-1])
    return grown and _after_accusative(document, hit)


def allowed(document: Document, hit: Hit, words: NameWords) -> bool:
    """Whether the contexts that a list entry asks for, or rules out, hold."""
    data = hit.data
    if hit.analysis.preposition == "ك" and hit.end - hit.start < 5:  # كلاوس is no "like Laos"
        return False
    previous = before(document, hit.first) if hit.analysis.preposition == "" else None
    if previous is not None and one_of(previous.form, data.get("not_after", ())):
        return False
    if "not_before" in data:
        following = after(document, hit.last)
        if following is not None and one_of(following.form, data["not_before"]):
            return False
    if any(letter in document.text[hit.start : hit.end] for letter in data.get("not_written", "")):
        return False  # another word that folding makes the same (فئات, فيات)
    if data["type"] == "person" and _another(document, hit, words):
        return False
    only = data.get("only")
    if only is None:
        return True
    return any(_holds(document, hit, words, test) for test in _split(only))


def _another(document: Document, hit: Hit, words: NameWords) -> bool:
    """Whether the word after a person's name makes it his son's: ترامب الابن."""
    n = hit.last + 1
    tokens = document.tokens
    return n < len(tokens) and tokens[n].form in words.sets["younger"] and adjoining(document, hit.last, n)


def _holds(document: Document, hit: Hit, words: NameWords, test: str) -> bool:
    previous = before(document, hit.first)
    if test == "never":
        return False
    if test == "in-sport":
        return of_sport(document, hit.first)
    if test == "quoted":
        return hit.start > 0 and document.text[hit.start - 1] in '"“«‹”' and not _goes_on(document, hit)
    if test == "not-adjective":
        return not _agrees(document, hit, words)
    if test == "after-preposition":
        preposition = bool(hit.analysis.preposition) and hit.analysis.preposition != "ك"
        return preposition or (previous is not None and words.among(previous.form, "preposition"))
    if test == "after-feminine-verb":
        return previous is not None and not hit.analysis.letters and _she_did(document, previous)
    if test == "definite":
        return hit.analysis.article
    return previous is not None and words.among(previous.form, test.removeprefix("after-"))


def _she_did(document: Document, token: Token) -> bool:
    """Whether a word is a verb of the past whose subject is feminine, as states are: أعلنت ⟨مالي⟩."""
    verbs = (h for h in document.all_hits if h.first == h.last == token.index)
    return token.form.endswith("ت") and any(h.features.get("form") == "past" for h in verbs)


def _goes_on(document: Document, hit: Hit) -> bool:
    """Whether a word follows within the marks: "إيفاد قوة دولية" names nobody."""
    following = hit.last + 1
    return following < len(document.tokens) and adjoining(document, hit.last, following)


def _agrees(document: Document, hit: Hit, words: NameWords) -> bool:
    """Whether the word before is a definite noun or a name that a feminine adjective would describe."""
    if hit.analysis.preposition or hit.analysis.conjunction or hit.first == 0:
        return False
    if not adjoining(document, hit.first - 1, hit.first):
        return document.text[hit.start - 1 : hit.start] == "”"
    form = document.tokens[hit.first - 1].form
    if words.among(form, "adverb") or words.among(form, "preposition"):
        return False
    return any(a.article for a in analyses(form)) or any(
        other.last == hit.first - 1 and other.data.get("type") != "person"
        for other in document.hits("name")
        if other.first < hit.first
    )


def _with_state_word(document: Document, hit: Hit, words: NameWords) -> int:
    if hit.analysis.letters or not hit.first or not adjoining(document, hit.first - 1, hit.first):
        return hit.start
    token = document.tokens[hit.first - 1]
    for a in analyses(token.form):
        if a.rest in words.sets["state"] and not a.article:
            return token.start + a.letters
    return hit.start


def _entity(document: Document, hit: Hit) -> str:
    rival = hit.data.get("rival")
    if rival and _rival_stands(document, hit):
        return str(rival)
    return str(hit.data["id"])


def _rival_stands(document: Document, hit: Hit) -> bool:
    """Whether the report is about the country of a namesake (عمان: Amman) and not about the country of this name, if
    the words beside the name do not say which of the two it is."""
    text = document.text[hit.start : hit.end]
    if "\u064f" in text or "\u0651" in text:  # damma: Oman; shadda: Amman
        return "\u0651" in text
    home, own = hit.data["rival_country"], hit.data.get("country", hit.data["id"])
    if any(h.last == hit.first - 1 and h.data["of"] == home for h in document.hits("demonym")):
        return True  # العاصمة الأردنية عمان
    if _with_state_word(document, hit, name_words(document.language)) < hit.start or _among_countries(document, hit):
        return False
    found = {h.data["id"] for h in document.hits("name") if not h.data.get("rival")}
    found |= {h.data["of"] for h in document.hits("demonym")}
    return home in found and own not in found


def _among_countries(document: Document, hit: Hit) -> bool:
    """Whether a name stands in a row of countries: السعودية وعمان والكويت."""
    text = document.text
    for other in document.hits("name"):
        if other.data.get("class") != "country" or other.first == hit.first:
            continue
        first, second = sorted((other, hit), key=lambda h: h.start)
        if second.first <= first.last + 2 and text[first.end : second.start] in ROW:
            return True
    return False


def one_of(form: str, listed_words: object) -> bool:
    """Whether a word, proclitics aside, is one of the words of a list entry."""
    folded = {fold(w) for w in _split(listed_words)}
    return form in folded or any(a.rest in folded for a in analyses(form))


def _split(value: object) -> list[str]:
    return value.split(",") if isinstance(value, str) else [str(v) for v in value] if isinstance(value, list) else []
