"""Statements without a verb of saying or a source: headlines with a colon, quotations that stand alone."""

from __future__ import annotations

from tawatur.read.document import Sentence
from tawatur.read.statements.extents import Extents
from tawatur.read.statements.history import History, Told
from tawatur.read.statements.markers import COLON, Content
from tawatur.read.statements.phrases import PhraseReader
from tawatur.read.statements.scene import Scene
from tawatur.read.statements.speakers import Speakers

_HEADLINE = 40  # tokens
_NAME = 8  # tokens before a headline's colon
_SPEECH = 40  # characters of a quotation that goes on with a speech


def headline(scene: Scene, speakers: Speakers, extents: Extents, sentence: Sentence) -> Told | None:
    """A headline's "بوريطة: ..."; a place before a colon in the body is a dateline."""
    first = sentence.first
    reader = PhraseReader(scene, sentence.last)
    if sentence.last - first > _HEADLINE or not reader.speaker_starts(first):
        return None
    phrase = reader.read(first)
    at = phrase.end
    if at >= sentence.last - 1 or scene.tokens[at].form != ":" or at - first > _NAME:
        return None
    if any(scene.is_sign(to) and scene.mentions.get(to + 1, (None,))[0] for to in range(first, at)):
        return None  # واس - الرياض: a dateline
    name = scene.mentions.get(first)
    dateline = name is not None and name[0].type == "place"
    if sentence.paragraph > 0 and (dateline or scene.tokens[sentence.last - 1].form == "."):
        return None
    extent = extents.of(Content(at + 1, scene.tokens[at + 1].start, COLON, at, phrase), sentence, [])
    if extent is None:
        return None
    cue = scene.document.span(scene.tokens[first].start, scene.tokens[at].end)
    return Told(extent.start, extent.end, extent.direct, cue, speakers.identify(phrase), [], sentence.index)


def loose_quotation(
    scene: Scene, extents: Extents, history: History, sentence: Sentence, told: list[Told]
) -> Told | None:
    """A paragraph that is nothing but a quotation goes on with the last speaker's words."""
    quote, turn = scene.opening.get(sentence.first), history.latest()
    if quote is None or turn is None or any(t.start < quote.end and quote.start < t.end for t in told):
        return None
    rest = scene.text[quote.end : max(sentence.end, quote.end)].strip(" .،,")
    if rest or quote.inner_end - quote.inner_start < _SPEECH or not extents.is_speech(quote):
        return None
    via = list(turn.via) if turn.carries else []
    return Told(quote.inner_start, quote.inner_end, True, None, turn, via, sentence.index)
