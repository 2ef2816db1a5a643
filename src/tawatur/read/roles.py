"""Roles: a named person with a position, where title and name stand together."""

from __future__ import annotations

from tawatur.read.belonging import Belonging
from tawatur.read.document import Document
from tawatur.read.mentions.ground import Ground, ground_with_mentions
from tawatur.read.mentions.titles import Title, serves, titles
from tawatur.read.mentions.words import name_words
from tawatur.read.positions import begins_at, inner_of, received, whole_of
from tawatur.record.types import Mention, Role
from tawatur.text.folding import fold
from tawatur.text.words import SIGN, WORD, analyses

_COMMAS = frozenset("،,")
_DASHES = frozenset("-–")
_MARKS = frozenset("\"'“”„«»‹›")
_BEFORE_NAME = frozenset(".#")  # signs that stand before a name: د. فلان, الرئيس #فلان
_GAP = 4  # words that may stand between a position and the name: السيد, الدكتور
_ASIDE = 4  # words in brackets between a name and its position: (55 عاما)


def read_roles(document: Document) -> None:
    """Fill `reading.roles` from the titles before and after the names of persons."""
    ground = ground_with_mentions(document)
    found = [t for t in titles(document, ground) if _is_position(t, ground)]
    ranks = [t for t in found if t.rank]
    posts = [t for t in found if not t.rank]
    belonging = Belonging(document)
    roles: list[Role] = []
    for mention in (m for m in document.reading.mentions if m.type == "person"):
        role = (
            _before(document, mention, posts, ground, belonging)
            or _after(document, mention, posts, ground, belonging)
            or _before(document, mention, ranks, ground, belonging)
            or _after(document, mention, ranks, ground, belonging)
        )
        if role is None:
            continue
        second = _beside_it(document, mention, role, posts, ground, belonging)
        if second is not None and _told_behind(role, second, ground):
            role.of = second.of  # السفير فلان، مدير المنظمة; الوزيرة فلانة، وزيرة البيئة التونسية
        belonging.note(role)
        roles.extend((role,) if second is None else (role, second))
    for role in roles:
        role.of = role.of or belonging.homes.get(role.person)
    document.reading.roles = roles


def _before(
    document: Document, mention: Mention, found: list[Title], ground: Ground, belonging: Belonging
) -> Role | None:
    """The longest title that leads to a name: وزير الخارجية المغربي، ناصر بوريطة."""
    first = document.token_at(mention.start)
    sentence = document.tokens[first].sentence
    if _prefixed(document, mention):
        return None
    for title in found:
        if title.first >= first or document.tokens[title.first].sentence != sentence:
            continue
        if _held(document, title, mention) and inner_of(title, found, ground):
            continue
        name = title.name if title.name is not None else title.last + 1
        if title.last < first and (name == first or _only_standing(document, name, first, ground)):
            if name == first and (_governs(document, title, ground) or _construct(document, title)):
                continue
            title = received(document, title, found, ground) or title
            start = begins_at(document, title, found)
            text = document.text[start : _without_seat(document, title)]
            return _role(document, mention, title, text, start, mention.end, belonging)
        if title.first < first <= title.last and title.hit.last < first:
            if serves(document.tokens, title.hit, first, ground):
                continue
            # the phrase ran on into the name (a name that looks like an adjective)
            text = document.text[title.hit.start : mention.start].rstrip(" ،,\u200f")
            return _role(document, mention, title, text, title.hit.start, mention.end, belonging)
    return None


def _is_position(title: Title, ground: Ground) -> bool:
    """Whether a title is one person's position: المهندس alone is only how he is addressed."""
    if title.rank:
        return True
    alone = title.last == title.hit.last and title.hit.first in ground.standing
    several = title.hit.features.get("number") in ("plural", "dual")
    return title.position and not alone and not several


def _prefixed(document: Document, mention: Mention) -> bool:
    """Whether a name is joined to what stands before it, or led to by it: مؤسس الشركة، وفلان; مطلب رئيسي لفلان."""
    token = document.tokens[document.token_at(mention.start)]
    before = document.text[token.start : mention.start]
    return bool(before) and all(c.isalpha() for c in before) and not before.endswith("ال")


def _held(document: Document, title: Title, mention: Mention) -> bool:
    """Whether a title stands behind the name of somebody else, whose it is."""
    before = title.first - 1
    before -= before >= 0 and document.tokens[before].form in _COMMAS
    if before < 0 or document.tokens[before].sentence != document.tokens[title.first].sentence:
        return False
    end = document.tokens[before].end
    return any(m.type == "person" and m.end == end and m.entity != mention.entity for m in document.reading.mentions)


def _governs(document: Document, title: Title, ground: Ground) -> bool:
    """Whether the title's last word has the name for its complement: مسؤول بإدارة فلان is no position of فلان's."""
    token, end = document.tokens[title.last], document.tokens[title.last].end
    if title.last == title.hit.last or title.name is None or document.text[end : end + 2].strip(" ")[:1] in _COMMAS:
        return False
    form, affixes = token.form, ground.words.affixes
    if form.startswith(affixes["with_article"]) or form.endswith(affixes["related"]):
        return False
    named = any(first <= title.last <= last for first, last in (*ground.ends.items(), *ground.persons.items()))
    return not named and not any(h.first <= title.last <= h.last for h in document.hits("title"))


def _construct(document: Document, title: Title) -> bool:
    """Whether one word without the article is in construct with the name behind it: محامي فلان is his lawyer, and
    مهاجمة فلان no position at all."""
    hit = title.hit
    if title.rank or hit.first != hit.last or title.last != hit.last or "suffix" in hit.features:
        return False
    owned = document.tokens[hit.last].text.endswith(
        tuple(document.language.data("clitics")["object_pronouns"])
    )  # سلفه فلان
    return not (hit.analysis.article or hit.analysis.rest.startswith("ال") or owned)


def _only_standing(document: Document, start: int, end: int, ground: Ground) -> bool:
    """Whether only words of standing (السيد, الدكتور, العميد البحري) stand between a title and a name."""
    if not start < end <= start + _GAP:
        return False
    branch, courtesy = ground.words.sets["branch"], ground.words.sets["courtesy"]
    return not any(i in ground.joined for i in range(start, end)) and all(
        i in ground.standing_words
        or document.tokens[i].form in _COMMAS
        or document.tokens[i].form in branch
        or document.tokens[i].form in courtesy
        or document.tokens[i].form in _BEFORE_NAME
        for i in range(start, end)
    )


def _after(
    document: Document, mention: Mention, found: list[Title], ground: Ground, belonging: Belonging
) -> Role | None:
    """A title after a name, with a comma or without: منصور العتيبي سفير الكويت لدى الأمم المتحدة."""
    last = document.tokens_in(mention.start, mention.end)[-1].index
    at, told = _behind(document, last)
    for title in found:
        if title.first != at:
            continue
        if title.hit.analysis.letters or (_mentions_person(document, title) and not inner_of(title, found, ground)):
            return None
        if told and not title.rank and not _owned(document, title):
            return None  # وهي زعيمة استثنائية: what is said of her, no position
        whole = whole_of(document, title, found)
        end = document.tokens[whole.last].end
        text = document.text[title.hit.start : _without_seat(document, whole)]
        return _role(document, mention, whole, text, mention.start, end, belonging)
    return None


def _beside_it(
    document: Document, mention: Mention, role: Role, found: list[Title], ground: Ground, belonging: Belonging
) -> Role | None:
    """The second position of one whose first stands before his name: السفير فلان، ⟨مدير الإدارة⟩، ... It stands apart
    between commas, and is not of another, whom a verb of two joins with him (استقبل الوزير فلان، سفير فرنسا)."""
    last = document.tokens_in(mention.start, mention.end)[-1].index
    first = document.token_at(role.start)
    at, _ = _behind(document, last)
    between = {t.form for t in document.tokens[last + 1 : at]}
    if role.end > mention.end or at < 0 or not between & (_COMMAS | _DASHES):
        return None
    title = next((t for t in found if t.first == at), None)
    if title is None or not _shut(document, whole_of(document, title, found)) or _with_another(document, first, ground):
        return None
    return _after(document, mention, found, ground, belonging)


def _told_behind(role: Role, second: Role, ground: Ground) -> bool:
    """Whether a title of one word says nothing of whose it is because a second one does: a diplomat's, or that post."""
    word = fold(role.title).removeprefix("ال")
    return word in ground.words.sets["envoy"] or fold(second.title).split()[0].removeprefix("ال") == word


def _shut(document: Document, title: Title) -> bool:
    """Whether a sign, the end of its sentence or a word that begins a clause stands behind a title."""
    tokens, after = document.tokens, title.last + 1
    if after >= len(tokens) or tokens[after].sentence != tokens[title.first].sentence or tokens[after].kind == SIGN:
        return True
    return tokens[after].form in name_words(document.language).sets["clause"]


def _with_another(document: Document, first: int, ground: Ground) -> bool:
    """Whether a verb that joins two persons has the one whose title stands at a token for its subject."""
    i = first - 1
    while i >= 0 and i in ground.standing_words:
        i -= 1
    same = i >= 0 and document.tokens[i].sentence == document.tokens[first].sentence
    return same and ground.words.among(document.tokens[i].form, "receives")


def _owned(document: Document, title: Title) -> bool:
    """Whether a title names whose it is: وهو متحدث باسم ⟨الجيش السوري⟩."""
    begin, end = document.tokens[title.hit.last].end, document.tokens[title.last].end
    named = any(begin <= m.start and m.end <= end for m in document.reading.mentions)
    return named or any(title.hit.last < h.first <= title.last for h in document.hits("demonym"))


def _behind(document: Document, last: int) -> tuple[int, bool]:
    """Where a title may begin behind a name, and whether a pronoun leads to it: فلان (55 عاما)، وهو ⟨رئيس⟩."""
    tokens, at = document.tokens, last + 1
    while at < len(tokens) and tokens[at].form in _MARKS:
        at += 1
    if at + 1 < len(tokens) and tokens[at].form == "(":
        closing = next((i for i in range(at + 1, min(at + _ASIDE + 1, len(tokens))) if tokens[i].form == ")"), None)
        aged = closing is not None and tokens[at + 1].kind != WORD
        at = closing + 1 if closing is not None and aged else at + 1
    if at < len(tokens) and (tokens[at].form in _COMMAS or tokens[at].form in _DASHES):
        at += 1
    told = at < len(tokens) and tokens[at].form in name_words(document.language).sets["holds"]
    at += told
    same = at < len(tokens) and tokens[at].sentence == tokens[last].sentence
    return (at, told) if same else (-1, False)


def _mentions_person(document: Document, title: Title) -> bool:
    """Whether a title leads to a person of its own."""
    if title.name is None or title.name >= len(document.tokens):
        return False
    start = document.tokens[title.name].start
    return any(m.type == "person" and m.start <= start < m.end for m in document.reading.mentions)


def _role(
    document: Document, mention: Mention, title: Title, text: str, start: int, end: int, belonging: Belonging
) -> Role:
    begin = start if document.text.startswith(text, start) else document.text.find(text, start)
    stop = begin + len(text)
    if document.text[stop : stop + 1] in _MARKS and sum(c in _MARKS for c in text) % 2:
        end += stop == end  # رئيس شركة "كذا": the mark that closes what stands in marks
        text = document.text[begin : stop + 1]
    span = document.span(start, end)
    analysis = title.hit.analysis
    if analysis.preposition == "ل" and text.startswith("ل") and (analysis.article or analysis.rest.startswith("ال")):
        text = "ا" + text  # للرئيس: the article's alef is not written
    of = belonging.rank_of(title) if title.rank else belonging.of(mention, title)
    return Role(span.start, span.end, span.text, mention.entity, text, of)


def _without_seat(document: Document, title: Title) -> int:
    """The end of a title without the body that "in" adds to it: أستاذ العلوم السياسية بجامعة القاهرة. One that goes on
    behind the body keeps it: المستشار بالديوان الملكي المشرف العام على المركز."""
    words = name_words(document.language)
    for i in range(title.hit.last + 2, title.last + 1):
        token = document.tokens[i]
        if any(a.preposition == "ب" and a.rest in words.sets["seat"] for a in analyses(token.form)):
            goes_on = any(i < h.first <= title.last for h in document.hits("title"))
            return document.tokens[title.last].end if goes_on else document.tokens[i - 1].end
    return document.tokens[title.last].end
