"""Titles before and after names: where a title's phrase ends, and where a name begins after it."""

from __future__ import annotations

from copy import copy
from functools import lru_cache
from typing import NamedTuple

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.mentions.words import NameWords, name_words
from tawatur.text.words import SIGN, WORD, Token, analyses

_LONGEST = 16  # words of a title with its complement
_COMMAS = frozenset("،,")
_ADDRESSING = frozenset("بك")  # before a title they belong to a verb: أشاد زعيم كوريا الشمالية بالرئيس
_LEADING = frozenset("لب")  # that add a field or a body to a position: المدير العام لتقنية المعلومات
_OPENS, _SHUTS = "()"
_INSERTED = 3  # words in brackets that do not end a title
_ADJECTIVES = 3  # words back from a preposition to the head of its title: المسؤول السابق عن
_MARKS = frozenset("\"'“”„«»‹›")


class Title(NamedTuple):
    """A title word with its complement: tokens [first, last], and the token where a name may begin (or None)."""

    hit: Hit
    first: int
    last: int
    name: int | None

    @property
    def position(self) -> bool:
        """Whether it is a position, not only a standing (السيد)."""
        return bool(self.hit.data.get("position", True))


class Ground:
    """What the words of a document already are: listed names by first token, verbs, tokens after verbs of saying."""

    def __init__(self, document: Document) -> None:
        self.words: NameWords = name_words(document.language)
        self.names: dict[int, Hit] = {}
        self.verbs: set[int] = set()
        self.told: set[int] = set()
        self.titles = {hit.first for hit in document.hits("title")}
        self.demonyms = {hit.first for hit in document.hits("demonym")}
        self.persons = {
            h.first: h.last for h in document.hits("name") if h.data["type"] == "person" and "only" not in h.data
        }
        self.honoured = {h.first for h in document.hits("title") if self._honours(document, h)}
        self.addressed = {h.first for h in document.hits("title") if h.analysis.preposition in _ADDRESSING}
        self.joined = {h.first for h in document.hits("title") if h.analysis.conjunction}
        self.standing = {h.first for h in document.hits("title") if not h.data.get("position", True)}
        for hit in document.hits("name"):
            if hit.data["type"] != "person" and "only" not in hit.data:
                held = self.names.get(hit.first)
                if held is None or held.last < hit.last:
                    self.names[hit.first] = hit
        self.served: set[int] = set()  # persons with "of" before them: المحامي الخاص لفلان
        self.ends = {first: hit.last for first, hit in self.names.items()}
        for hit in document.all_hits:
            if hit.entry.kind != "name" and hit.features.get("form") in _VERBAL:
                self.verbs.add(hit.first)
                if hit.entry.kind == "say" and "object" not in hit.features and hit.features.get("number") == "s":
                    self.told.add(hit.last + 1)

    def _honours(self, document: Document, hit: Hit) -> bool:
        """Whether a title stands in the name of a place or body: مطار الملك خالد, جامعة الأمير سطام."""
        if not hit.first or document.tokens[hit.first - 1].sentence != document.tokens[hit.first].sentence:
            return False
        form = document.tokens[hit.first - 1].form
        return self.words.among(form, "facility") or self.words.among(form, "named_after")


@lru_cache(maxsize=2)
def ground_of(document: Document) -> Ground:
    """What the words of a document are, looked up once for all sources of names."""
    return Ground(document)


def ground_with_mentions(document: Document) -> Ground:
    """The same once the names of a report are known, also those that no list has: أمانة محافظة الطائف ends in a title
    as a listed body does, and a title within a name (جامعة الملك سعود) is none."""
    ground = copy(ground_of(document))
    ground.ends, ground.persons, ground.served = {}, {}, set()
    ground.honoured = set(ground.honoured)
    people = {document.token_at(m.start) for m in document.reading.mentions if m.type == "person"}
    for mention in document.reading.mentions:
        tokens = document.tokens_in(mention.start, mention.end)
        if not tokens:
            continue
        first, last = tokens[0].index, tokens[-1].index
        (ground.persons if mention.type == "person" else ground.ends)[first] = last
        if mention.type == "person" and document.text[tokens[0].start : mention.start] == "ل":
            ground.served.add(first)
        within = {h.first for h in document.hits("title") if first <= h.first and h.last <= last}
        if last + 1 not in people:  # مكتب رئيس الوزراء فلان: the office is his
            ground.honoured |= {i for i in within if i > first or mention.type != "place"}
    return ground


def titles(document: Document, ground: Ground) -> list[Title]:
    """Every title of a document with its complement, in order."""
    # a dual in construct never has the article: السمو الملكي is no "two kings"
    hits = [
        h
        for h in document.hits("title")
        if not _feminine(document, h)
        and not _mine(document, h)
        and not (h.analysis.article and not _takes_article(h.features))
        and h.first not in ground.honoured
    ]
    return [_read(document, hit, ground) for hit in hits]


def _feminine(document: Document, hit: Hit) -> bool:
    """Whether the last letter is the feminine's and no pronoun: مؤسسة is no "his founder"."""
    return "suffix" in hit.features and document.tokens[hit.last].text.endswith("ة")


def _mine(document: Document, hit: Hit) -> bool:
    """Whether the last letter is no pronoun of a report: مساعدي الوزير are several, مطلب رئيسي is a chief demand."""
    return "suffix" in hit.features and document.tokens[hit.last].form.endswith("ي")


def _takes_article(features: dict[str, str]) -> bool:
    return features.get("number") != "dual" and "suffix" not in features


def _read(document: Document, hit: Hit, ground: Ground) -> Title:
    title = _reach(document, hit, ground)
    last = title.last
    loose = ground.words.sets["place_of"] | ground.words.sets["unled"]
    while last > hit.last and document.tokens[last].form in loose:
        last -= 1  # أمير المنطقة في (مكتبه): where it happened
    return title._replace(last=last)


def _reach(document: Document, hit: Hit, ground: Ground) -> Title:
    tokens, sentence = document.tokens, document.tokens[hit.first].sentence
    last = max(ground.ends.get(i, hit.last) for i in range(hit.first, hit.last + 1))
    last = max(last, hit.last)  # أمير منطقة عسير: a name may begin inside the title's words
    i = last + 1
    while i < len(tokens) and tokens[i].sentence == sentence and i - hit.first <= _LONGEST:
        token = tokens[i]
        if token.kind == SIGN:
            if token.form in _MARKS:
                i += 1
                continue
            if token.form == _OPENS and (closing := _closes(tokens, i)) is not None:
                i = closing + 1
                continue
            return Title(hit, hit.first, last, i + 1 if token.form in _COMMAS else None)
        if token.kind != WORD:
            break
        name = ground.ends.get(i)
        if i in ground.joined:
            return Title(hit, hit.first, last, None)
        if i in ground.standing and token.form.startswith("ال") and not _adjective(tokens, i, hit, ground):
            return Title(hit, hit.first, last, i)
        if i in ground.persons and (ground.persons[i] + 1 in ground.persons or serves(tokens, hit, i, ground)):
            last, i = ground.persons[i], ground.persons[i] + 1  # نائب نصر الله نعيم قاسم
            continue
        if name is not None and not hit.data.get("name_only"):
            last, i = name, name + 1
        elif _complement(token, i, tokens, ground) and not (hit.data.get("name_only") and not _described(token)):
            last, i = i, i + 1
        else:
            return Title(hit, hit.first, last, i)
    return Title(hit, hit.first, last, None)


def serves(tokens: list[Token], hit: Hit, index: int, ground: Ground) -> bool:
    """Whether a person's name after a title tells whom its holder serves: معاون ⟨فلان⟩ للشؤون السياسية, المتحدث باسم
    ⟨فلان⟩, المحامي الخاص ل⟨فلان⟩."""
    if tokens[index - 1].form in ground.words.sets["on_behalf"] or index in ground.served:
        return True
    if hit.last != index - 1 or hit.analysis.article or "suffix" in hit.features:
        return False
    return ground.words.among(tokens[hit.last].form, "deputy")


def _adjective(tokens: list[Token], index: int, hit: Hit, ground: Ground) -> bool:
    """Whether a word of standing only describes the title before it: المتحدث ⟨الإعلامي⟩ بشرطة تبوك."""
    if hit.last != index - 1 or not _described(tokens[index]) or index + 1 >= len(tokens):
        return False
    following = ground.words.first(tokens[index + 1].form)[0]
    return index + 1 not in ground.persons and following not in ("given", "prefix", "weak", "family")


def _closes(tokens: list[Token], i: int) -> int | None:
    """Where a bracket of few words closes that stands within a title: مساعد الوزير (بالوكالة) فلان."""
    near = range(i + 2, min(i + _INSERTED + 2, len(tokens)))
    return next((n for n in near if tokens[n].form == _SHUTS and tokens[n].sentence == tokens[i].sentence), None)


def _described(token: Token) -> bool:
    return token.form.startswith("ال") and token.form.endswith(("ي", "يه"))


def _complement(token: Token, index: int, tokens: list[Token], ground: Ground) -> bool:
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
    """Whether no title goes on here: a verb, the beginning of a clause, an occasion, whom a verb with ب addresses."""
    form, words = token.form, ground.words
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
    """Whether a word is a body or a field of government with a possessive: (المسؤولة الثالثة في) وزارته, (وزير)
    خارجيته."""
    if form in words.sets["term"]:
        return True
    return not words.possessed(form).isdisjoint(words.sets["seat"] | words.sets["portfolio"])


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


_VERBAL = frozenset(("past", "present", "future", "jussive"))
