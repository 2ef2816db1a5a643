"""The kinds of words of the word lists that the reading of statements looks up."""

from __future__ import annotations

from tawatur.language.lexicon import Hit

KINDS = (
    "announced",
    "earlier",
    "titled",
    "of-several",
    "what",
    "address",
    "affairs",
    "resumptive",
    "copula",
    "modal-noun",
    "masculine-place",
    "addressee",
    "demonstrative",
    "attached",
    "attribution",
    "before-accusative",
    "inference",
    "issued-by",
    "unnamed",
    "manner",
    "matter",
    "passed-by",
    "medium-preposition",
    "blame-word",
    "called",
    "claim-word",
    "epithet",
    "said-it",
    "not-said",
    "cue-adjunct",
    "clause-opener",
    "clause-preposition",
    "complementiser",
    "medium",
    "no-speaker",
    "not-that",
    "fronted-preposition",
    "fronting",
    "harm",
    "comes-to-harm",
    "led-by",
    "own-letter",
    "own-voice",
    "phrase-preposition",
    "reading",
    "relative",
    "same-source",
    "share",
    "saying",
    "sentence-opener",
    "source-adjective",
    "stance",
    "statement-break",
    "taken-up",
    "voice",
)
WORDS = tuple(kind for kind in KINDS if kind != "own-letter")


def only_verb(hit: Hit) -> bool:
    """Whether the past of a verb of saying is written like no noun."""
    return hit.data.get("takes") is not None and not (hit.data.get("homograph") or hit.data.get("weak"))


def is_medium(voice: Hit) -> bool:
    """Whether who speaks is a medium, or the media."""
    return bool(voice.data.get("medium") or voice.data.get("media"))
