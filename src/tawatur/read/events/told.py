"""What the learned model says of words that may tell events."""

from __future__ import annotations

from tawatur.read.document import Document
from tawatur.read.mentions.tags import tags_of


def most_probable(document: Document, first: int, last: int, kind: str) -> tuple[float, str] | None:
    """How probable the model thinks it that one of tokens [first, last] tells an event of a kind (incident, meeting
    ...), 0 to 1, and the type it takes that for (attack, arrest ...; "" where the kind has none, or nothing is told);
    None where there is no model."""
    if document.tagger is None:
        return None
    words = (tags_of(document).events.get(index) for index in range(first, last + 1))
    kinds = [(w.confidence, *w.kind.partition(".")[::2]) for w in words if w is not None]
    return max(((likely, of) for likely, name, of in kinds if name == kind), default=(0.0, ""))
