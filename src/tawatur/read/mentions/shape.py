"""How words go on to a person's name, and where it ends."""

from __future__ import annotations

from tawatur.read.document import Document
from tawatur.read.mentions.ground import Ground
from tawatur.read.mentions.words import NameWords
from tawatur.text.words import WORD, Token, analyses, spaced

_LONGEST = 8  # words of a name
TANWEEN = "\u064b"
_NAMELIKE = 4.0  # shape of a word whose first letter is rather its own than a proclitic
_COMMAS = frozenset("،,")
_FOREIGN = 5.0  # shape of a word that is hardly anything but a transliterated name
_NAMED = ("given", "weak", "family")


def extend(document: Document, i: int, ground: Ground, kind: str) -> tuple[int, int]:
    """The last token of the name that begins at token i, and how many parts it has."""
    last, parts, kunya, son = compound(document, i, ground) or i, 1, False, False
    if kind == "prefix":
        second = beside(document, i)
        if second is None:
            return i, 0
        last = second
    while last - i < _LONGEST:
        n = beside(document, last)
        if n is None or blessing(document, n, ground):
            break
        form = document.tokens[n].form
        under = "given" if ground.words.spelt_given(document.tokens[n]) == ("given", 0) else ground.words.inside(form)
        if under in ("joint", "prefix"):
            beyond = beside(document, n)
            if beyond is not None and ground.words.inside(document.tokens[beyond].form) in ("joint", "prefix"):
                n, beyond = beyond, beside(document, beyond)
            if beyond is None or (beyond in ground.titles and document.tokens[beyond].form.startswith("ال")):
                break  # ابن الملك الحسن: a son of whom the title speaks
            if (
                under == "joint"
                and _stops(document, beyond, ground, parts)
                and (form not in ground.words.sets["son"] or beyond in ground.verbs)
            ):
                break
            last, parts, kunya = compound(document, beyond, ground) or beyond, parts + 1, under == "prefix"
            son = form in ground.words.sets["of_father"]
        elif (second := compound(document, n, ground)) is not None and n not in ground.verbs:
            last, parts = second, parts + 1
        elif not _stops(document, n, ground, parts, kunya, son):
            last, parts = n, parts + 1
        else:
            break
    younger = beside(document, last)
    if younger is not None and document.tokens[younger].form in ground.words.sets["younger"]:
        return younger, parts + 1
    return last, parts


def compound(document: Document, i: int, ground: Ground) -> int | None:
    """The second word of a name in two words that begins at token i (عز الدين, رزق الله), or None."""
    ends = ground.words.compounds.get(document.tokens[i].form)
    second = beside(document, i) if ends else None
    return second if ends and second is not None and document.tokens[second].form in ends else None


def blessing(document: Document, i: int, ground: Ground) -> bool:
    """Whether a word and God's name after it bless the person named before: رحمه الله, which is no رحمة الله."""
    words, tokens = ground.words, document.tokens
    said = tokens[i].form in words.sets["blessing"] and not tokens[i].text.endswith("ة")
    return said and i + 1 < len(tokens) and tokens[i + 1].form in words.sets["blessing_of"]


def beside(document: Document, i: int) -> int | None:
    """The word that stands beside a token (a hyphen without spaces may join them), if it is no verb."""
    tokens, n = document.tokens, i + 1
    if n < len(tokens) and tokens[n].form == "-" and tokens[n].start == tokens[i].end:
        n += 1
        if n < len(tokens) and tokens[n].start != tokens[n - 1].end:
            return None
    elif n < len(tokens) and not spaced(document.text[tokens[i].end : tokens[n].start]):
        return None
    if n >= len(tokens) or tokens[n].kind != WORD or tokens[n].sentence != tokens[i].sentence:
        return None
    return (
        n
        if "\u0621" <= tokens[n].form[:1] <= "\u064a" and "\n" not in document.text[tokens[i].end : tokens[n].start]
        else None
    )


def _stops(document: Document, n: int, ground: Ground, parts: int, kunya: bool = False, son: bool = False) -> bool:
    """Whether a word cannot be a further part of a name that has `parts` parts, the last a `kunya` or a father's."""
    token, words = document.tokens[n], ground.words
    form, kind = token.form, words.inside(token.form)
    if words.spelt_given(token) == ("given", 0):
        return False
    if n in ground.titles and (kind not in _NAMED or _of_another(document, n, ground)):
        return True
    if n in ground.names and not (kind in _NAMED and "class" in ground.names[n].data and parts == 1):
        return True
    if kind in ("given", "family"):
        return parts > 5
    if kind == "weak":
        return n in ground.verbs or parts > 4
    nisba = form.startswith("ال") and form.endswith("ي") and len(form) > 5
    if kind == "common":
        by_nisba = nisba and n in ground.demonyms and (parts == 1 or (parts == 2 and kunya))
        return not by_nisba and not (parts == 1 and _before_position(document, n, ground))
    if son and n not in ground.verbs and _family(form, words):
        return False
    if (
        n in ground.verbs
        or parts > 3
        or form.startswith(words.affixes["and"])
        or form.endswith(words.affixes["described"])
    ):
        return True
    if token.text.endswith(words.affixes["his"]) and words.shape(form) < _FOREIGN:
        return True
    if parts > 1 and (_no_third_part(token, nisba, words) or (son and form.endswith(words.affixes["past"]))):
        return True
    if parts == 1 and form.startswith(words.affixes["proclitic"]) and words.shape(form) > _NAMELIKE:  # نيد برايس
        return False
    return not plausible(token, words) or any(
        a.letters and (a.article or words.plain(a.rest) != "unknown") for a in analyses(form)
    )


def _of_another(document: Document, n: int, ground: Ground) -> bool:
    """Whether a word that is a family's name, too, is the standing of whom the next word names: نايف | الدكتور خالد."""
    following = beside(document, n)
    if following is None or n not in ground.standing or not document.tokens[n].form.startswith("ال"):
        return False
    return ground.words.plain(document.tokens[following].form) in ("given", "prefix", "weak")


def _before_position(document: Document, n: int, ground: Ground) -> bool:
    """Whether a definite word between a first name and a position in apposition is a family's: عبدالله العذبة، رئيس
    التحرير."""
    tokens, form = document.tokens, document.tokens[n].form
    if n + 2 >= len(tokens) or tokens[n + 1].form not in _COMMAS:
        return False
    if n + 2 not in ground.titles or n + 2 in ground.standing:
        return False
    return form.startswith("ال") and len(form) > 4 and form not in ground.words.sets["adverb"]


def _family(form: str, words: NameWords) -> bool:
    """Whether a definite word that no list has can be the family after a father's name: مساعد بن محمد العيبان."""
    return form.startswith("ال") and len(form) > 4 and not form.endswith(words.affixes["described"])


def _no_third_part(token: Token, nisba: bool, words: NameWords) -> bool:
    """Whether an unknown word is too doubtful for a third part of a name: built like a noun of its own, an adverb, a
    dual or plural, a word with pronoun or proclitic."""
    form = token.form
    if form.startswith("ال"):
        return not nisba
    return form.startswith(words.affixes["proclitic"]) or form.endswith(words.affixes["plural"])


def plausible(token: Token, words: NameWords) -> bool:
    """Whether an unknown word may be part of a name: long enough, not built like a verb of the present or future
    unless its letters are far likelier in a name (يوهانسون)."""
    form = token.form
    return len(form) > 2 and (not form.startswith(words.affixes["verbal"]) or words.shape(form) > _FOREIGN)


def fathered(document: Document, i: int, ground: Ground) -> bool:
    """Whether a word is followed by "son of", so that it is a first name whatever else it means."""
    tokens, words = document.tokens, ground.words
    form = tokens[i].form
    if i + 1 >= len(tokens) or tokens[i + 1].form not in words.sets["father"] or words.among(form, "city"):
        return False
    if beside(document, i) is None or form in words.sets["function"]:
        return False
    return i not in ground.standing and i not in ground.verbs and not form.startswith(("ال", *words.affixes["and"]))


def nameable(token: Token, words: NameWords) -> bool:
    """Whether an unknown word after a title may be a name: not inflected as an adverb, a plural or with a pronoun."""
    inflected = token.form.endswith(words.affixes["inflected"]) or token.form.startswith(words.affixes["present"])
    return plausible(token, words) and not (TANWEEN in token.text or inflected)


def foreign(document: Document, i: int, ground: Ground) -> bool:
    """Whether a word that lists know as another one begins a transliterated name: أولي شتيليكه."""
    words, n = ground.words, beside(document, i)
    if n is None or i in ground.verbs or n in ground.verbs or words.shape(document.tokens[i].form) < 1:
        return False
    form = document.tokens[n].form
    return words.plain(form) in ("unknown", "family") and words.shape(form) > _FOREIGN and n not in ground.names


def kunya_of(document: Document, i: int, ground: Ground) -> bool:
    """Whether a name of prefix and one word (أبو بكر, عبد الله) is one: its second word is a name."""
    n = beside(document, i)
    if n is None:
        return False
    form = document.tokens[n].form
    definite = form.startswith("ال") and document.tokens[i].form in ground.words.sets["servant"]
    return ground.words.inside(form) in ("given", "family", "weak") or definite
