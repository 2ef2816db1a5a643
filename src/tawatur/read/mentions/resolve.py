"""From candidates to mentions of entities: one entity for each thing a report names."""

from __future__ import annotations

from itertools import pairwise

from tawatur.read.document import Document
from tawatur.read.entities import catalogue, catalogue_data
from tawatur.read.mentions.candidates import Candidate
from tawatur.read.mentions.naming import Names, slug
from tawatur.read.mentions.words import name_words
from tawatur.record.types import Entity, Mention
from tawatur.text.shown import shown

_SPORT = 0.4  # of the sentences of a report of sport have words of it
_GAP = 4  # characters between a name and its second name in brackets or marks


def resolve(document: Document, candidates: list[Candidate]) -> tuple[list[Mention], list[Entity]]:
    """Mentions in order of the text, and the entities they name in order of their first mention."""
    candidates = _second_names(document, candidates)
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


def _bracketed(document: Document, first: Candidate, second: Candidate) -> bool:
    between = document.text[first.end : second.start]
    return 0 < len(between) <= _GAP and ("(" in between or "[" in between)


def _names_written(document: Document, candidates: list[Candidate]) -> list[str]:
    """Each name as it stands by itself, line ends as spaces.

    The alef that للتحالف leaves out is written again, unless the report has the name without it (للانزيني, لانزيني).
    """
    texts = [shown(document.text[c.start : c.end]) for c in candidates]
    cut = [document.text[c.start - 1 : c.start] == "ل" and t[:1] == "ل" for c, t in zip(candidates, texts, strict=True)]
    if not any(cut):
        return texts
    words = {word for text, after_lam in zip(texts, cut, strict=True) if not after_lam for word in text.split()}
    return [
        "ا" + text if after_lam and (text.split()[0] not in words or "ا" + text.split()[0] in words) else text
        for text, after_lam in zip(texts, cut, strict=True)
    ]


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
        if known is None or lists[known].get(
            "generic"
        ):  # الهلال الأحمر of a report on الهلال الأحمر اليمني is that one
            known = names.find(text, candidate.type, candidate.start)
        key = known or slug(text)
        keys.append(_government(document, candidate, key))
    return keys


def _government(document: Document, candidate: Candidate, key: str) -> str:
    """The country that a capital stands for, unless its context is that of a city, or of sport (its clubs)."""
    country = catalogue_data(document.language).get(key, {}).get("government")
    if not country or _as_city(document, candidate) or _of_sport(document, candidate):
        return key
    return str(country)


def _of_sport(document: Document, candidate: Candidate) -> bool:
    """Whether words of sport stand in the sentence, or in so many that the report is one of sport."""
    sport = {document.tokens[hit.first].sentence for hit in document.hits("sport-word")}
    if not sport:
        return False
    here = document.tokens[document.token_at(candidate.start)].sentence
    return here in sport or len(sport) >= _SPORT * sum(1 for _ in document.live_sentences())


def _as_city(document: Document, candidate: Candidate) -> bool:
    words = name_words(document.language)
    first = document.token_at(candidate.start)
    token = document.tokens[first]
    if candidate.start > token.start and token.text[candidate.start - token.start - 1] == "ب":
        return True
    after = document.text[candidate.end : candidate.end + 3].lstrip()
    line_start = document.text.rfind("\n", 0, token.start) + 1
    if (
        not document.text[line_start : token.start].strip(' "“(#*\u200f\u200e')
        and after[:1] in tuple("،-–—(:/,")
        and after
    ):
        return True
    before = first - 1
    while before > 0 and any(hit.first <= before <= hit.last for hit in document.hits("demonym")):
        before -= 1  # العاصمة السعودية الرياض
    if before < 0 or document.tokens[before].sentence != token.sentence:
        return False
    return words.among(document.tokens[before].form, "in_city")


def _link_brackets(document: Document, candidates: list[Candidate], keys: list[str]) -> None:
    """A second name in brackets or marks right after a name is the same thing: الشرطة الدولية (إنتربول)."""
    listed = catalogue(document.language)
    for i in range(1, len(candidates)):
        a, b = candidates[i - 1], candidates[i]
        if a.type != b.type or a.type not in ("organisation", "work", "person"):
            continue
        if not _bracketed(document, a, b) or keys[i - 1] == keys[i]:
            continue
        kept, left = (
            (keys[i], keys[i - 1]) if keys[i] in listed and keys[i - 1] not in listed else (keys[i - 1], keys[i])
        )
        if left not in listed:
            keys[:] = [kept if key == left else key for key in keys]
