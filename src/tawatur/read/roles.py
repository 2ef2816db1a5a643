"""Roles: a named person with a position, where title and name stand together."""

from __future__ import annotations

from tawatur.read.document import Document
from tawatur.read.entities import catalogue_data, known, mentions_in
from tawatur.read.mentions.titles import Ground, Title, ground_of, titles
from tawatur.read.mentions.words import name_words
from tawatur.record.types import Mention, Role
from tawatur.text.words import analyses

_COMMAS = frozenset("،,")
_GAP = 3  # words that may stand between a position and the name: السيد, الدكتور


def read_roles(document: Document) -> None:
    """Fill `reading.roles` from the titles before and after the names of persons."""
    ground = ground_of(document)
    found = [t for t in titles(document, ground) if _is_position(t, ground)]
    people = [m for m in document.reading.mentions if m.type == "person"]
    roles = []
    for mention in people:
        role = _before(document, mention, found, ground) or _after(document, mention, found)
        if role is not None:
            roles.append(role)
    homes = {role.person: role.of for role in reversed(roles) if role.of}
    for role in roles:
        role.of = role.of or homes.get(role.person)
    document.reading.roles = roles


def _before(document: Document, mention: Mention, found: list[Title], ground: Ground) -> Role | None:
    """The longest title that leads to a name: وزير الخارجية المغربي، ناصر بوريطة."""
    first = document.token_at(mention.start)
    sentence = document.tokens[first].sentence
    for title in found:
        if title.first >= first or document.tokens[title.first].sentence != sentence:
            continue
        if _joined(document, mention) or (_held(document, title, mention) and _inner(document, title, found)):
            continue
        name = title.name if title.name is not None else title.last + 1
        if title.last < first and (name == first or _only_standing(document, name, first)):
            if name == first and _governs(document, title, ground):
                continue
            text = document.text[title.hit.start : _without_seat(document, title)]
            return _role(document, mention, title, text, title.hit.start, mention.end)
        if title.first < first <= title.last and title.hit.last < first:
            # the phrase ran on into the name (a name that looks like an adjective)
            text = document.text[title.hit.start : mention.start].rstrip(" ،,\u200f")
            return _role(document, mention, title, text, title.hit.start, mention.end)
    return None


def _is_position(title: Title, ground: Ground) -> bool:
    """Whether a title is one person's position: المهندس alone is only how he is addressed."""
    alone = title.last == title.hit.last and title.hit.first in ground.standing
    return title.position and not alone and title.hit.features.get("number") != "plural"


def _joined(document: Document, mention: Mention) -> bool:
    """Whether a name is joined by "and" to what stands before it: "فلان مؤسس الشركة، وفلان"."""
    start = document.tokens[document.token_at(mention.start)].start
    return document.text[start : mention.start] == str(document.language.data("clitics")["and"])


def _held(document: Document, title: Title, mention: Mention) -> bool:
    """Whether a title stands behind the name of somebody else, whose it is."""
    before = title.first - 1
    before -= before >= 0 and document.tokens[before].form in _COMMAS
    if before < 0 or document.tokens[before].sentence != document.tokens[title.first].sentence:
        return False
    end = document.tokens[before].end
    return any(m.type == "person" and m.end == end and m.entity != mention.entity for m in document.reading.mentions)


def _inner(document: Document, title: Title, found: list[Title]) -> Title | None:
    """The office of another within a title, which the name after it has: المتحدث باسم ⟨رئيس الوزراء⟩ فلان."""
    behalf = {h.last + 1 for h in document.hits("phrase-preposition") if h.data.get("another")}
    inside = (t for t in found if title.first < t.first <= title.last and t.first in behalf)
    return next((t for t in inside if t.name == title.name), None)


def _governs(document: Document, title: Title, ground: Ground) -> bool:
    """Whether the title's last word has the name for its complement: مسؤول بإدارة فلان is no position of فلان's."""
    token, end = document.tokens[title.last], document.tokens[title.last].end
    if title.last == title.hit.last or title.name is None or document.text[end : end + 2].strip(" ")[:1] in _COMMAS:
        return False
    form, affixes = token.form, ground.words.affixes
    if form.startswith(affixes["with_article"]) or form.endswith(affixes["related"]):
        return False
    named = any(name.first <= title.last <= name.last for name in ground.names.values())
    return not named and not any(h.first <= title.last <= h.last for h in document.hits("title"))


def _only_standing(document: Document, start: int, end: int) -> bool:
    """Whether only words of standing (السيد, الدكتور) stand between a title and a name."""
    if not start < end <= start + _GAP:
        return False
    standing = {
        i for h in document.hits("title") if not h.data.get("position", True) for i in range(h.first, h.last + 1)
    }
    return all(
        i in standing or document.tokens[i].form in _COMMAS or document.tokens[i].form == "." for i in range(start, end)
    )


def _after(document: Document, mention: Mention, found: list[Title]) -> Role | None:
    """A title after a name, with a comma or without: منصور العتيبي سفير الكويت لدى الأمم المتحدة."""
    last = document.tokens_in(mention.start, mention.end)[-1].index
    sentence = document.tokens[last].sentence
    for title in found:
        gap = title.first - last - 1
        if gap < 0 or document.tokens[title.first].sentence != sentence:
            continue
        if gap > 1 or (gap == 1 and document.tokens[last + 1].form not in _COMMAS):
            return None
        if title.hit.analysis.letters or (mentions_person(document, title) and not _inner(document, title, found)):
            return None
        end = document.tokens[title.last].end
        text = document.text[title.hit.start : _without_seat(document, title)]
        return _role(document, mention, title, text, mention.start, end)
    return None


def mentions_person(document: Document, title: Title) -> bool:
    """Whether a title leads to a person of its own."""
    if title.name is None or title.name >= len(document.tokens):
        return False
    start = document.tokens[title.name].start
    return any(m.type == "person" and m.start <= start < m.end for m in document.reading.mentions)


def _role(document: Document, mention: Mention, title: Title, text: str, start: int, end: int) -> Role:
    span = document.span(start, end)
    analysis = title.hit.analysis
    if analysis.preposition == "ل" and text.startswith("ل") and (analysis.article or analysis.rest.startswith("ال")):
        text = "ا" + text  # للرئيس: the article's alef is not written
    return Role(span.start, span.end, span.text, mention.entity, text, _of(document, mention, title))


def _without_seat(document: Document, title: Title) -> int:
    """The end of a title without the body that a preposition adds to it: أستاذ العلوم السياسية بجامعة القاهرة."""
    words = name_words(document.language)
    for i in range(title.hit.last + 1, title.last + 1):
        token = document.tokens[i]
        if i > title.hit.last + 1 and any(
            a.preposition and a.rest in words.sets["seat"] and a.rest != token.form for a in analyses(token.form)
        ):
            return document.tokens[i - 1].end
    return document.tokens[title.last].end


def _of(document: Document, mention: Mention, title: Title) -> str | None:
    """The country or organisation of a title: named in it, meant by its adjective, or the one under discussion."""
    begin, stop = title.hit.start, document.tokens[title.last].end
    named = [m for m in mentions_in(document, begin, stop) if m.type in ("organisation", "place", "work")]
    lists = catalogue_data(document.language)
    adjectives = [
        h
        for h in sorted(document.hits("demonym"), key=lambda h: (h.first, -h.last))
        if title.hit.last < h.first <= title.last and lists[h.data["of"]].get("class") == "country"
    ]
    if named and not (adjectives and adjectives[0].start < named[0].start):
        return named[0].entity
    if adjectives:
        return known(document, str(adjectives[0].data["of"]))
    return _taken_up(document, title) or _home(document, mention, title)


def _taken_up(document: Document, title: Title) -> str | None:
    """The place or body named before that a definite class word of a title stands for: قائد شرطة المدينة."""
    for hit in document.hits("class-word"):
        inside = title.hit.last < hit.first <= title.last
        if not inside or not hit.analysis.article or hit.data.get("office"):
            continue
        word = hit.analysis.rest
        for mention in reversed(mentions_in(document, 0, title.hit.start)):
            before = document.token_at(mention.start) - 1
            form = document.tokens[before].form if before >= 0 else ""
            if mention.type == hit.data["of"] and any(a.rest == word for a in analyses(form)):
                return mention.entity
    return None


def _home(document: Document, mention: Mention, title: Title) -> str | None:
    """For a title that names nobody: the country of the same person elsewhere in the report, else the last body or
    country that a possessive (نائبه, سفيرها) can refer to."""
    if title.hit.features.get("suffix"):
        earlier = [
            m for m in document.reading.mentions if m.end <= title.hit.start and m.type in ("organisation", "place")
        ]
        words, lists = name_words(document.language), catalogue_data(document.language)
        if title.hit.analysis.rest.startswith(tuple(words.sets["national"])):
            earlier = [m for m in earlier if lists.get(m.entity, {}).get("class") == "country"] or earlier
        return earlier[-1].entity if earlier else None
    home = catalogue_data(document.language).get(mention.entity, {}).get("of")
    if home or title.hit.data.get("profession"):
        return known(document, str(home)) if home else None
    return _context(document, title)


def _context(document: Document, title: Title) -> str | None:
    """The country (for a post of government) or the body that was named last before a title that names none."""
    words = name_words(document.language)
    begin, stop = title.hit.start, document.tokens[title.last].end
    national = any(words.among(t.form, "national") for t in document.tokens_in(begin, stop))
    paragraph = document.sentences[document.tokens[title.first].sentence].paragraph
    lists = catalogue_data(document.language)
    found = [
        (m.end, m.entity)
        for m in mentions_in(document, 0, begin)
        if (lists.get(m.entity, {}).get("class") == "country" if national else m.type == "organisation")
    ]
    if national:
        adjectives = ((h.end, str(h.data["of"])) for h in document.hits("demonym") if h.end <= begin)
        found.extend(a for a in adjectives if lists[a[1]].get("class") == "country")
    near = [f for f in found if _near(document, f[0], paragraph)]
    return known(document, max(near)[1]) if near else None


def _near(document: Document, offset: int, paragraph: int) -> bool:
    sentence = document.sentence_at(offset - 1)
    return sentence is not None and sentence.paragraph >= paragraph - 1
