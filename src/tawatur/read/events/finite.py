"""Finite verbs and closed-class words: which of the words that may be one stand in a sentence as one."""

from __future__ import annotations

from collections.abc import Set

from tawatur.language.lexicon import Entry, Hit, feminine
from tawatur.read.document import Document
from tawatur.read.events.agreement import agreeing
from tawatur.read.events.clauses import DASHES, FINITE, HARD, NOMINAL, OPENERS, OPENING, SOFT, TOPIC
from tawatur.read.events.letters import letters
from tawatur.text.folding import hamza_below, source_offset
from tawatur.text.words import WORD, Analysis, Token, definite

_SUBJECT = 3  # definite words of a subject that a clause may begin with
_PASSIVE = "\u064f"  # the vowel u
_STEM = 5  # letters and vowels of a past among which that of a passive stands (اعتُقل)

_GUESSED = Entry("clause.verb", {}, 1, False, False)


def particles(document: Document) -> dict[int, Hit]:
    """The particle that stands at a token, the longest where several do; words inside a longer one are marked too."""
    found: dict[int, Hit] = {}
    for hit in document.hits("particle"):
        if hit.data["class"] == TOPIC and hamza_below(document.text, hit.start):
            continue  # إما
        known = found.get(hit.first)
        if known is None or hit.last > known.last or (hit.last == known.last and hit.first == known.first):
            for index in range(hit.first, hit.last + 1):
                found[index] = hit
    prefix = document.language.paradigms.third_person
    for hit in document.hits("bound"):
        within = range(hit.first + 1, hit.last + 1)
        verbal = any(document.tokens[i].form.startswith(prefix) for i in within)
        if verbal and _class(found, hit.first) in OPENERS | {None}:
            for index in (hit.first, *within):
                found.pop(index, None)  # تعهد بما يصل إلى مليون، منذ ما يزيد على سنة
    for mention in document.reading.mentions:
        if mention.type == "person":  # مون جيه-إن
            for token in document.tokens_in(mention.start, mention.end)[1:]:
                found.pop(token.index, None)
    return found


def verbs(document: Document, marks: dict[int, Hit]) -> dict[int, Hit]:
    """The finite verb that stands at a token: a verb's form of any word list, unless a preposition governs it or it is
    a person's name (عادل). Lists of event words win over others. Where a verb must stand, an unknown word with a
    present's prefix is one. A word whose list says that it cuts no clause (`cuts: false`: spelt like a noun, or a verb
    only beside what makes it tell an event) is none by that list alone."""
    found: dict[int, Hit] = {}
    two = letters(document.language).dual
    forms = _forms(document, marks)
    ambiguous = {h.first for h in forms if h.data.get("noun_too") and _spelt_like_noun(document, h, two)}
    described = _people(document, marks) if ambiguous else frozenset()
    finite = {h.first for h in forms}
    for hit in forms:
        if hit.first not in marks and (hit.first not in found or hit.entry.kind.startswith("event.")):
            before = marks.get(hit.first - 1)
            if before is not None and before.data["class"] in NOMINAL and not _closed(marks, before):
                continue
            told_of = hit.first - 1 in described  # رجلا قتل زوجته
            if hit.first in ambiguous and not (told_of or _verb_must_stand(document, hit.first, marks, finite)):
                continue
            known = found.get(hit.first)
            if known is not None and _wished(before, known) and not _wished(before, hit):
                continue
            found[hit.first] = hit
    _guess(document, marks, found)
    return found


def _forms(document: Document, marks: dict[int, Hit]) -> list[Hit]:
    """The forms of verbs that no clitic, name, number or bound beside them rules out."""
    nouns = {h.first for h in document.all_hits if h.features.get("form") not in FINITE}
    so = letters(document.language).so
    numbers = document.firsts("number", "number-word")
    bounds = _in_bounds(document, marks)
    forms = [
        hit
        for hit in document.all_hits
        if hit.features.get("form") in FINITE
        and hit.data.get("cuts", True)
        and not hit.analysis.article
        and not hit.analysis.preposition
        and hit.first not in bounds
        and not (hit.features["form"] == "jussive" and _no_jussive(document, hit.first, numbers))
        and not (hit.features["form"] == "past" and "object" in hit.features and _like_noun(hit, nouns, so))
    ]
    people = [m for m in document.reading.mentions if m.type == "person"]
    called = {t.index for m in people for t in document.tokens_in(m.start, m.end)}
    return agreeing(document, [hit for hit in forms if hit.first not in called], marks)


def _in_bounds(document: Document, marks: dict[int, Hit]) -> set[int]:
    """The tokens behind the first of words that bound a number, where those are no verb's clause of their own (تعهد بما
    | يصل إلى مليون; but: الخسائر لا | تتجاوز المليون)."""
    longer = (h for h in document.hits("bound") if h.last > h.first)
    return {i for h in longer if _class(marks, h.first) != "negation" for i in range(h.first + 1, h.last + 1)}


def _class(marks: dict[int, Hit], index: int) -> str | None:
    mark = marks.get(index)
    return str(mark.data["class"]) if mark is not None else None


def _closed(marks: dict[int, Hit], before: Hit) -> bool:
    """Whether a demonstrative stands for what was said, behind its preposition, and for no noun after it (ردا على ذلك |
    قصفت ...)."""
    governor = marks.get(before.first - 1)
    return before.data["class"] == "demonstrative" and governor is not None and governor.data["class"] == "preposition"


def _no_jussive(document: Document, index: int, numbers: Set[int]) -> bool:
    """Whether a token spelt like a jussive is none: a number (تسعة), or the first word in quotation marks, which may be
    a name (جماعة "فيلق الرحمن")."""
    return index in numbers or (index > 0 and document.tokens[index - 1].form in OPENING)


def _people(document: Document, marks: dict[int, Hit]) -> frozenset[int]:
    """The tokens of indefinite words of people, of whom a verb right behind them speaks (إن رجلا قتل زوجته)."""
    found = {h.last for h in document.hits("event.incident-noun") if h.data["is"] == "person"}
    for hit in document.hits("demonym"):
        mark = marks.get(hit.first - 1)  # على سوري قتل ..., but no adjective (هجوم سوري)
        if hit.analysis.preposition or (mark is not None and mark.data["class"] in NOMINAL):
            found.add(hit.last)
    return frozenset(index for index in found if not definite(document.tokens[index].form))


def _wished(before: Hit | None, verb: Hit) -> bool:
    """Whether a verb is the present that stands behind "that" (تعهد بأن تقدم, which is no past there)."""
    return before is not None and before.data["class"] == "that" and verb.features["form"] == "present"


def _guess(document: Document, marks: dict[int, Hit], found: dict[int, Hit]) -> None:
    """Add words that no list knows, with the prefix of a present, right after an opener or where a sentence begins."""
    prefix = document.language.paradigms.third_person
    known = {h.first for h in document.all_hits}
    for token in document.tokens:
        if token.index in known or token.kind != WORD or len(token.form) < 4 or token.sentence < 0 or feminine(token):
            continue
        at = 1 if token.form[1] == prefix and len(token.form) > 4 else 0
        if token.form[at] == prefix and _verb_must_stand(document, token.index, marks, {*found}):
            analysis = Analysis(token.form[:at], "", False, token.form[at:], at)
            features = {"form": "present", "gender": "m", "number": "s"}
            found[token.index] = Hit(
                _GUESSED, token.index, token.index, token.start + at, token.end, features, analysis, False
            )


def _like_noun(hit: Hit, nouns: set[int], so: str) -> bool:
    """Whether a past with its object behind "and" may be a noun with its owner (وضربتها); no plural (واحتلوه) is, nor
    what follows "so" (فداهمها)."""
    if hit.data.get("no_noun") or hit.analysis.conjunction in ("", so) or hit.features.get("number") == "p":
        return False
    return hit.features.get("gender") != "f" or hit.first in nouns


def _spelt_like_noun(document: Document, hit: Hit, two: tuple[str, ...]) -> bool:
    """Whether a form is spelt like a noun: the bare past, and that of two, like the noun as an object (شنت قصفا),
    unless two stand right before it (إن شخصين قتلا)."""
    if hit.features["form"] != "past" or hit.features.get("gender") != "m":
        return False
    number = hit.features["number"]
    return number == "s" or (number == "d" and not document.tokens[hit.first - 1].form.endswith(two))


def _verb_must_stand(document: Document, index: int, marks: dict[int, Hit], finite: set[int]) -> bool:
    """Whether a word stands where a clause begins, after a time that begins one, or right after a definite noun and its
    adjectives that do (إن الجيش الوطني قصف ...); or whether its vowel says that it is a passive (قُتل)."""
    if _PASSIVE in document.tokens[index].text[1:3]:
        return True
    after = marks.get(index + 1)
    if after is not None and after.data.get("inside"):  # وقتل فيها
        return True
    sentence = document.sentences[document.tokens[index].sentence]
    before = _before_time(document, index - 1, marks)
    while before >= sentence.first and document.tokens[before].form in OPENING:
        before -= 1
    if before < sentence.first:
        return True
    mark = marks.get(before)
    if mark is not None:
        return mark.data["class"] in OPENERS | {"negation", "auxiliary"}
    if document.tokens[before].form in HARD or _behind_adverbial(document, before, marks):
        return True
    if _behind_town(document, sentence.first, before):
        return True
    ahead = before
    while ahead >= sentence.first and before - ahead < _SUBJECT and _definite(document, ahead, marks, finite):
        ahead -= 1
    named = ahead < before
    while ahead >= sentence.first and document.tokens[ahead].form in OPENING:
        ahead -= 1
    starts = ahead < sentence.first or (ahead in marks and marks[ahead].data["class"] in OPENERS)
    return (named and starts) or (
        _as_subject(document, before) and before - 1 in marks and marks[before - 1].data["class"] == "that"
    )


def _as_subject(document: Document, index: int) -> bool:
    """Whether a word is spelt like an indefinite subject behind "that" (أن مهاجما قتل ...)."""
    token, ending = document.tokens[index], letters(document.language).accusative
    return token.kind == WORD and token.form.endswith(ending) and not definite(token.form)


def _definite(document: Document, index: int, marks: dict[int, Hit], finite: set[int]) -> bool:
    """Whether a word has the article, and is no verb that begins with its letters (التقى)."""
    token = document.tokens[index]
    if token.kind != WORD or not definite(token.form):
        return False
    return index not in marks and index not in finite


def _behind_adverbial(document: Document, comma: int, marks: dict[int, Hit]) -> bool:
    """Whether a comma closes the adverbial that a sentence begins with (وبعد أشهر من المحادثات، عقد ...)."""
    sentence = document.sentences[document.tokens[comma].sentence]
    mark = marks.get(sentence.first)
    opens = mark is not None and mark.data["class"] == "preposition"
    for index in range(sentence.first + 1, comma):
        if document.tokens[index].form in SOFT or (index in marks and marks[index].data["class"] in OPENERS):
            return False
    return opens and document.tokens[comma].form in SOFT


def _behind_town(document: Document, first: int, dash: int) -> bool:
    """Whether a dash stands behind the name of the town from which a report is filed, which begins its sentence (تونس -
    تعهد المانحون ...)."""
    if document.tokens[dash].form not in DASHES or dash == first:
        return False
    start, end = document.tokens[first].start, document.tokens[dash - 1].end
    return any(m.type == "place" and m.start == start and m.end == end for m in document.reading.mentions)


def _before_time(document: Document, index: int, marks: dict[int, Hit]) -> int:
    """The token before a time that ends at a token, and before the preposition of it; the token itself elsewhere."""
    if index < 0:
        return index
    offset = document.tokens[index].start
    time = next((t for t in document.reading.times if t.start <= offset < t.end), None)
    if time is None:
        return index
    before = document.token_at(time.start) - 1
    return before - 1 if before in marks and marks[before].data["class"] == "preposition" else before


def passive(token: Token, hit: Hit) -> bool:
    """Whether the vowel of a past says that it is a passive (سُجن, فأُحرقت)."""
    at = source_offset(token.text, hit.analysis.letters)
    return hit.features.get("form") == "past" and _PASSIVE in token.text[at + 1 : at + _STEM].rstrip(_PASSIVE)
