"""From candidates to mentions of entities: one entity for each thing a report names."""

from __future__ import annotations

from itertools import pairwise

from tawatur.read.document import Document
from tawatur.read.entities import catalogue, catalogue_data, with_article
from tawatur.read.mentions.candidates import Candidate
from tawatur.read.mentions.capitals import governments
from tawatur.read.mentions.naming import Names, slug
from tawatur.read.mentions.words import NameWords, name_words
from tawatur.record.types import Entity, Mention
from tawatur.text.affixes import relational
from tawatur.text.shown import shown

_LISTED = 2  # trust of what patterns and lists know; below it are guesses and the model
_GAP = 4  # characters between a name and its second name in brackets or marks


def resolve(document: Document, candidates: list[Candidate]) -> tuple[list[Mention], list[Entity]]:
    """Mentions in order of the text, and the entities they name in order of their first mention."""
    candidates = _of_namesakes(document, _second_names(document, candidates))
    written = _names_written(document, candidates)
    keys = _keys(document, candidates, written)
    _link_brackets(document, candidates, keys)
    mentions: list[Mention] = []
    entities: dict[str, Entity] = {}
    lists = catalogue(document.language)
    for candidate, key, name_here in zip(candidates, keys, written, strict=True):
        text = document.text[candidate.start : candidate.end]
        known = lists.get(key)
        entity = entities.get(key)
        if entity is None:
            kind = known.type if known else candidate.type
            name = dict(known.name) if known else {"ar": name_here, "en": None}
            aliases, wikidata = (list(known.aliases), known.wikidata) if known else ([], None)
            entity = entities[key] = Entity(key, kind, name, aliases, wikidata)
        if known is None:
            _enrich(entity, name_here)
        mentions.append(
            Mention(
                candidate.start,
                candidate.end,
                text,
                candidate.type,
                key,
                tuple(candidate.by.split(",")),
                candidate.confidence,
            )
        )
    return mentions, list(entities.values())


def _second_names(document: Document, candidates: list[Candidate]) -> list[Candidate]:
    """Another thing's name in brackets right after a thing that lists know by it too is that thing, there and
    elsewhere in the report: منظمة الأغذية والزراعة (الفاو) is not the town."""
    lists = catalogue(document.language)
    names = name_words(document.language)
    meant: dict[str, Candidate] = {}
    for first, second in pairwise(candidates):
        if first.entity and second.entity and first.type != second.type and _bracketed(document, first, second):
            name = names.folded(document.text[second.start : second.end])
            if name in {names.folded(alias) for alias in lists[first.entity].aliases}:
                meant[name] = first
    if not meant:
        return candidates
    folded = [names.folded(document.text[c.start : c.end]) for c in candidates]
    return [
        c._replace(type=meant[name].type, entity=meant[name].entity) if name in meant else c
        for c, name in zip(candidates, folded, strict=True)
    ]


def _of_namesakes(document: Document, candidates: list[Candidate]) -> list[Candidate]:
    """A family name that lists know as one man's short name is another's who bears it and whom the report names in
    full before, while it never so names the one of the lists: كيفن جونسون, and then جونسون."""
    data, words = catalogue_data(document.language), name_words(document.language)
    shared = {c.entity for c in candidates if c.entity and data[c.entity].get("namesakes")}
    if not shared:
        return candidates
    full: set[str] = set()  # last words of those who were named in full so far
    named = {c.entity for c in candidates if c.entity in shared and " " in document.text[c.start : c.end]}
    found: list[Candidate] = []
    for c in candidates:
        name = words.folded(document.text[c.start : c.end]).split()
        if len(name) == 1 and name[0] in full and c.entity in shared - named:
            c = c._replace(entity=None)
        elif len(name) > 1 and c.type == "person":
            full.add(name[-1])
        found.append(c)
    return found


def _bracketed(document: Document, first: Candidate, second: Candidate) -> bool:
    between = document.text[first.end : second.start]
    return 0 < len(between) <= _GAP and ("(" in between or "[" in between)


def _further(document: Document, name: Candidate) -> bool:
    """Whether more than a name stands in the brackets, so that they hold no second name: (فلان، وفلانة)."""
    return document.text[name.end : name.end + 2].lstrip("\"'”»").startswith(("،", ","))


def _names_written(document: Document, candidates: list[Candidate]) -> list[str]:
    """Each name as it stands by itself, line ends as spaces.

    The alef that للتحالف leaves out is written again, unless the report has the name without it (للانزيني, لانزيني), or
    the word has its own lam: للجنة الاحتراف, للجنة العسكرية.
    """
    texts = [shown(document.text[c.start : c.end]) for c in candidates]
    cut = [document.text[c.start - 1 : c.start] == "ل" and t[:1] == "ل" for c, t in zip(candidates, texts, strict=True)]
    if not any(cut):
        return texts
    words = {word for text, after_lam in zip(texts, cut, strict=True) if not after_lam for word in text.split()}
    own = name_words(document.language)
    return [_with_article(text, words, own) if after_lam else text for text, after_lam in zip(texts, cut, strict=True)]


def _with_article(text: str, written: set[str], words: NameWords) -> str:
    """A name after لل as it stands by itself; `written`: the words of the report's other names."""
    first, *more = text.split()
    if words.folded(first) in words.sets["own_lam"]:
        adjective = more and more[0].startswith("ال") and relational(words.folded(more[0]))
        return f"ال{text}" if adjective else text
    return f"ا{text}" if first not in written or f"ا{first}" in written else text


def _enrich(entity: Entity, name: str) -> None:
    """Keep the fullest form as the name and the others as aliases."""
    held = entity.name["ar"] or ""
    if name == held or name in entity.aliases:
        return
    if len(name) > len(held):
        entity.name["ar"] = name
        entity.aliases.append(held)
    else:
        entity.aliases.append(name)


def _keys(document: Document, candidates: list[Candidate], written: list[str]) -> list[str]:
    """The id of each candidate's entity: of a list, or of the fullest name in the report that it is a part of."""
    names = Names(document)
    for candidate, text in zip(candidates, written, strict=True):
        if candidate.type in ("person", "organisation"):
            names.add(text, candidate.type, candidate.entity, candidate.start)
    lists = catalogue_data(document.language)
    keys = []
    for candidate, text in zip(candidates, written, strict=True):
        known = candidate.entity
        if known is None and candidate.type == "place" and candidate.trust < _LISTED:
            known = with_article(document.language).get(text)  # ولاية بنجاب
        elif known is None or lists[known].get("generic"):  # الهلال الأحمر of a report on الهلال الأحمر اليمني
            known = names.find(text, candidate.type, candidate.start) or known
            known = _fuller(document, known, candidates) if known in lists else known
        keys.append(known or slug(text))
    return governments(document, candidates, keys)


def _fuller(document: Document, generic: str, candidates: list[Candidate]) -> str:
    """The one body of the report whose name in the lists has a generic name in it: الصليب الأحمر is then الصليب الأحمر
    الدولي."""
    lists, data = catalogue(document.language), catalogue_data(document.language)
    if not data[generic].get("generic"):
        return generic
    name = lists[generic].name["ar"] or ""
    present = {c.entity for c in candidates if c.entity and c.entity != generic and c.type == "organisation"}
    found = [key for key in present if any(f"{name} " in f"{a} " for a in lists[key].aliases)]
    return found[0] if len(found) == 1 else generic


def _link_brackets(document: Document, candidates: list[Candidate], keys: list[str]) -> None:
    """A second name in brackets or marks right after a name is the same thing: الشرطة الدولية (إنتربول)."""
    listed = catalogue(document.language)
    for i in range(1, len(candidates)):
        a, b = candidates[i - 1], candidates[i]
        if a.type != b.type or a.type not in ("organisation", "work", "person"):
            continue
        if not _bracketed(document, a, b) or keys[i - 1] == keys[i] or _further(document, b):
            continue
        kept, left = (
            (keys[i], keys[i - 1]) if keys[i] in listed and keys[i - 1] not in listed else (keys[i - 1], keys[i])
        )
        if left not in listed:
            keys[:] = [kept if key == left else key for key in keys]
