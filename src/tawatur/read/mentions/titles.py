"""Titles before and after names: where a title's phrase ends, and where a name begins after it."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.mentions.ground import Ground
from tawatur.read.mentions.title_words import continues, described
from tawatur.text.words import SIGN, WORD, Token

_LONGEST = 16  # words of a title with its complement
_COMMAS = frozenset("،,")
_OPENS, _SHUTS = "()"
_INSERTED = 3  # words in brackets that do not end a title
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

    @property
    def rank(self) -> bool:
        """Whether it is an officer's rank (العميد)."""
        return bool(self.hit.data.get("rank"))


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
    while last > hit.last and document.tokens[last].form in ground.words.loose:
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
        elif continues(token, i, tokens, ground) and not (hit.data.get("name_only") and not described(token)):
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
    if not described(tokens[index]) or index + 1 >= len(tokens):
        return False
    definite = tokens[index - 1].form.removeprefix("و").startswith("ال")
    if index - 1 not in ground.titles and tokens[index + 1].form in _COMMAS and definite:
        return True  # مركز الدراسات والشؤون ⟨الإعلامية⟩، فلان
    if hit.last != index - 1:
        return False
    following = ground.words.first(tokens[index + 1].form)[0]
    return index + 1 not in ground.persons and following not in ("given", "prefix", "weak", "family")


def _closes(tokens: list[Token], i: int) -> int | None:
    """Where a bracket of few words closes that stands within a title: مساعد الوزير (بالوكالة) فلان."""
    near = range(i + 2, min(i + _INSERTED + 2, len(tokens)))
    return next((n for n in near if tokens[n].form == _SHUTS and tokens[n].sentence == tokens[i].sentence), None)
