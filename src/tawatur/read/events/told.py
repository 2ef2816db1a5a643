"""What the learned model says of words that may tell events."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.mentions.tags import tags_of

SURE = 0.7  # how probable the model must think it that a word tells an event for it to need nothing beside it
UNLIKELY = 0.3  # below it a word that is often said of other things tells none: of 20 aims of strivings 2 were such


def most_probable(document: Document, hit: Hit, kind: str) -> tuple[float, str] | None:
    """How probable the model thinks it that a listed word tells an event of a kind (incident, meeting ...), 0 to 1, and
    the type it takes that for (attack, arrest ...; "" where the kind has none, or nothing is told); None where there is
    no model."""
    if document.tagger is None:
        return None
    words = (tags_of(document).events.get(index) for index in range(hit.first, hit.last + 1))
    kinds = [(w.confidence, *w.kind.partition(".")[::2]) for w in words if w is not None]
    return max(((likely, of) for likely, name, of in kinds if name == kind), default=(0.0, ""))


def likely(document: Document, hit: Hit, kind: str) -> float:
    """How probable the model thinks it that a listed word tells an event of a kind; 0 without a model."""
    said = most_probable(document, hit, kind)
    return said[0] if said is not None else 0.0


def sure(document: Document, hit: Hit, kind: str) -> bool:
    """Whether the learned model is sure that a word tells an event of a kind, though what stands beside it does not say
    so (القادة اتفقوا على ...)."""
    return likely(document, hit, kind) >= SURE


def unlikely(document: Document, hit: Hit, kind: str, least: float = UNLIKELY) -> bool:
    """Whether the learned model thinks it improbable that a word that is often said of other things tells an event of
    a kind (يسعى العامل إلى رزقه)."""
    said = most_probable(document, hit, kind)
    return said is not None and said[0] < least
