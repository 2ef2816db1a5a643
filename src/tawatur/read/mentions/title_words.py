"""Which words go on with a title: whom, what or where its holder serves, and which begin something else."""

from __future__ import annotations

from tawatur.read.mentions.ground import Ground
from tawatur.read.mentions.words import NameWords
from tawatur.text.words import WORD, Token, analyses

_LEADING = frozenset("لب")  # that add a field or a body to a position: المدير العام لتقنية المعلومات
_ADJECTIVES = 3  # words back from a preposition to the head of its title: المسؤول السابق عن


def described(token: Token) -> bool:
    return token.form.startswith("ال") and token.form.endswith(("ي", "يه"))


def continues(token: Token, index: int, tokens: list[Token], ground: Ground) -> bool:
    """Whether a word continues a title: definite, an adjective, a preposition's phrase, an idafa."""
    form, words = token.form, ground.words
    if _stops(token, index, tokens, ground):
        return False
    if form in words.sets["unled"] and not words.spelt_given(token):
        return _led(tokens, index, ground) and _goes_on(tokens, index + 1, ground)
    if index in ground.titles and index not in ground.standing and form.startswith("ال"):
        return True  # العاهل السعودي الملك فلان
    if index in ground.demonyms or _of_theirs(form, words) or _of_people(index, tokens, ground):
        return True
    if _begins_name(token, index, tokens, ground) or form in words.sets["not_article"]:
        return False
    readings = analyses(form)
    if any(a.article and a.preposition in ("", "ل", "ب") for a in readings):
        return len(form) > 4 and (words.plain(form) != "family" or tokens[index - 1].index not in ground.titles)
    if any(a.rest in words.sets["title"] for a in readings):
        return True
    if index + 1 in ground.ends and any(a.rest in words.sets["state"] for a in readings):
        return True
    if index in ground.titles and index not in ground.standing:
        return True  # رئيس الحزب عضو البرلمان فلان
    return _indefinite(index, tokens, ground)


def _stops(token: Token, index: int, tokens: list[Token], ground: Ground) -> bool:
    """Whether no title goes on here: a day, a verb, the beginning of a clause, an occasion, whom a verb with ب
    addresses."""
    form, words = token.form, ground.words
    if index in ground.times and token.form.startswith("ال") and index not in ground.ends:
        return True  # زعيم الحزب الإيطالي ⟨الاثنين⟩
    if index in ground.verbs and not form.startswith(("ال", "لل")):
        return True
    if form in words.sets["clause"] or (form in words.sets["place_of"] and not _placed(tokens, index, ground)):
        return True
    return index in ground.addressed


def _begins_name(token: Token, index: int, tokens: list[Token], ground: Ground) -> bool:
    """Whether a person's name begins with a word behind a title."""
    words, kind = ground.words, ground.words.plain(token.form)
    if kind in ("given", "prefix", "joint") or index in ground.persons or words.spelt_given(token):
        return True
    named = ("given", "family", "weak", "joint", "prefix")
    follows = index + 1 < len(tokens) and words.inside(tokens[index + 1].form) in named
    return kind in ("weak", "family") and follows


def _indefinite(index: int, tokens: list[Token], ground: Ground) -> bool:
    """Whether a word without an article continues a title: an adjective, or nouns that lead to a definite one. Behind a
    definite word they are somebody's else: رئيس الاحتياطي الاتحادي ⟨أعضاء الكونغرس⟩ are whom he spoke to."""
    form, words = tokens[index].form, ground.words
    kind, readings = words.plain(form), analyses(form)
    if not tokens[index - 1].form.startswith("ال") and form.endswith(("ي", "يه")) and kind in ("common", "unknown"):
        return index - 1 in ground.titles or not form.startswith("ال")
    if tokens[index - 1].form.startswith("ال") and not any(a.preposition for a in readings):
        return False
    led = any(a.preposition in _LEADING and words.plain(a.rest) == "common" for a in readings)
    return (kind == "common" or led) and _idafa(tokens, index, ground)


def _led(tokens: list[Token], index: int, ground: Ground) -> bool:
    """Whether a preposition belongs to a title: right after its head (المشرف العام على), or "for" before a party:
    النائب ... عن حزب."""
    n, words = index + 1, ground.words
    head = index - 1
    while head > index - _ADJECTIVES and head not in ground.titles and tokens[head].form.startswith("ال"):
        head -= 1
    if head in ground.titles and (head == index - 1 or _charged(tokens, head, index, words)):
        return True
    party = n < len(tokens) and (n in ground.ends or words.among(tokens[n].form, "group"))
    return tokens[index].form in words.sets["standing_for"] and party


def _charged(tokens: list[Token], head: int, index: int, words: NameWords) -> bool:
    """Whether a preposition tells what somebody is charged with, or where an envoy is sent: المبعوث الخاص إلى سوريا."""
    form = tokens[index].form
    return form in words.sets["charged"] or (words.among(tokens[head].form, "envoy") and form in words.sets["sent_to"])


def _goes_on(tokens: list[Token], index: int, ground: Ground) -> bool:
    """Whether what a preposition in a title leads to may be a part of it: a name, or a noun, definite or known."""
    if index >= len(tokens) or tokens[index].kind != WORD or index in ground.persons:
        return False
    form = tokens[index].form
    return index in ground.ends or form.startswith("ال") or ground.words.plain(form) == "common"


def _placed(tokens: list[Token], index: int, ground: Ground) -> bool:
    """Whether "in" goes on with a place, a body or people (ممثل حزب الله في إيران), not with an occasion."""
    n = index + 1
    if n >= len(tokens) or tokens[n].kind != WORD or n in ground.verbs:
        return False
    form, words = tokens[n].form, ground.words
    known = n in ground.ends or form.startswith("ال") or words.plain(form) == "common" or _of_theirs(form, words)
    return known and not words.among(form, "occasion")


def _of_theirs(form: str, words: NameWords) -> bool:
    """Whether a word is a body, a field of government or a term of office with a possessive: (المنتهية) ولايته."""
    return form in words.sets["term"] or words.theirs(form)


def _of_people(index: int, tokens: list[Token], ground: Ground) -> bool:
    """Whether a word tells of a people or a faith (القيادي الكردي) and a name may still follow."""
    n = index + 1
    followed = n < len(tokens) and tokens[n].kind == WORD and tokens[n].sentence == tokens[index].sentence
    return (
        tokens[index].form in ground.words.sets["people"]
        and followed
        and (n not in ground.verbs or tokens[n].form.startswith("ال"))
    )


def _idafa(tokens: list[Token], index: int, ground: Ground) -> bool:
    """Whether common nouns from here on lead to a definite word: (مدير) إدارة تنفيذ مشاريع الإنارة."""
    for i in range(index + 1, min(index + 4, len(tokens))):
        if i in ground.ends:
            return True
        if tokens[i].kind != WORD or i in ground.verbs or ground.words.plain(tokens[i].form) != "common":
            return False
        if tokens[i].form.startswith("ال"):
            return True
    return False
