"""From candidates to mentions of entities: one entity for each thing a report names."""

from __future__ import annotations

from tawatur.read.document import Document
from tawatur.read.entities import catalogue
from tawatur.read.mentions.candidates import Candidate
from tawatur.record.types import Entity, Mention


def resolve(document: Document, candidates: list[Candidate]) -> tuple[list[Mention], list[Entity]]:
    """Mentions in order of the text, and the entities they name in order of their first mention."""
    mentions, entities = [], {}
    for c in candidates:
        text = document.text[c.start : c.end]
        key = c.entity or text
        known = catalogue(document.language).get(key)
        entities.setdefault(
            key,
            Entity(key, c.type, dict(known.name), list(known.aliases))
            if known
            else Entity(key, c.type, {"ar": text, "en": None}),
        )
        mentions.append(Mention(c.start, c.end, text, c.type, key, (c.by,)))
    return mentions, list(entities.values())
