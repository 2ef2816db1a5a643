"""Which cues attribute: words with other meanings need more beside them than others."""

from __future__ import annotations

from collections.abc import Callable

from tawatur.read.statements.cues import FINITE, MASDAR, PARTICIPLE, Cue
from tawatur.read.statements.markers import COLON, NOUN, PREPOSITION, QUOTE, THAT, Content
from tawatur.read.statements.phrases import Phrase, PhraseReader
from tawatur.read.statements.scene import Scene
from tawatur.text.quotes import Quote

_WOMEN = "ات"  # the ending of participles of several women
_LEADS = ("clause-opener", "relative", "statement-break", "sentence-opener", "attribution", "complementiser")
_NEAR = 2  # tokens between a cue or its subject and a content right beside it


def named_subject(scene: Scene, content: Content) -> bool:
    """Whether a content's subject is a name."""
    subject = content.subject
    return subject is not None and (subject.first in scene.mentions or subject.first in scene.roles)


def plausible(scene: Scene, cue: Cue, content: Content, fronted: bool = False) -> bool:
    """Whether a cue with this content attributes: words with other meanings need more beside them. `fronted`: its
    subject stands before it ("أن الحكومة تعتقد أن")."""
    frame, near = cue.frame, content.marker - cue.last <= _NEAR
    if cue.form == PARTICIPLE and scene.tokens[cue.first].form.endswith(_WOMEN):
        return begins(scene, cue) and content.mode in (THAT, QUOTE, COLON)  # مؤكدات أن; مطالبات is a noun
    if cue.form == PARTICIPLE and content.mode == PREPOSITION and _adjective(scene, cue):
        return False
    if cue.form == MASDAR:
        return _nominal(scene, cue, content)
    between = range(cue.last + 1, content.marker)
    if cue.form == FINITE and content.subject is not None and _construct(scene, cue, content.subject):
        return False
    if frame.source_only and not any(scene.tokens[at].form == frame.source for at in between):
        return False
    if content.subject is None and cue.form == FINITE and cue.document is None and not (fronted and frame.explicit):
        present = all(f.get("form") == "present" for f in cue.features)
        if present and (frame.explicit or content.mode == NOUN) and not taken_up(scene, cue):
            return False
        if frame.explicit and not cue.conjunction:
            return False
    if cue.form == FINITE and frame.opening and not (cue.conjunction and begins(scene, cue)):
        return False
    led = content.mode == COLON or (content.mode == QUOTE and scene.is_sign(content.marker - 1) and not frame.noun)
    return not frame.weak or near or led or content.subject is not None


def _construct(scene: Scene, cue: Cue, owner: Phrase) -> bool:
    """Whether a past that is written like a noun is a noun, the object of the verb that its clause begins with and in
    construct with the name behind it: "وأيدت القمة ⟨طلب⟩ اليمن استضافة"."""
    before, sentence = cue.first - 1, scene.sentence(cue.first)
    if not cue.frame.noun or cue.conjunction or cue.gender == "f" or cue.plural or sentence is None:
        return False
    if owner.first != cue.last + 1 or before <= sentence.first or not scene.is_word(before) or before in scene.times:
        return False
    if any(scene.ending(kind, before, 3, sentence.first) for kind in _LEADS):
        return False
    at = before
    while at > sentence.first and not (scene.is_sign(at - 1) or scene.hit("complementiser", at - 1)):
        if scene.conjunction(at) and scene.is_verb(at):
            break
        at -= 1
    opened = scene.hit("clause-opener", at) or scene.hit("sentence-opener", at)
    return opened is None and at < before and scene.is_verb(at)


def _adjective(scene: Scene, cue: Cue) -> bool:
    """Whether a feminine participle describes the noun without the article right before it: "فرض قيود مشددة على"."""
    before = cue.first - 1
    if before < 0 or not scene.tokens[cue.first].form.endswith("ه") or not scene.is_word(before):
        return False
    known = before in scene.named or before in scene.time_ends or scene.is_verb(before)
    kinds = ("cue-adjunct", "voice", "medium", "clause-opener", "source-adjective")
    return not known and not scene.tokens[before].form.startswith("ال") and not any(scene.hit(k, before) for k in kinds)


def taken_up(scene: Scene, cue: Cue) -> bool:
    """Whether a pronoun before a verb is its subject: "لكنه ينفي", "وهو يتوقع"."""
    hits = (scene.hit(kind, cue.first - 1) for kind in ("sentence-opener", "clause-opener"))
    return any(hit is not None and (hit.data.get("resumes") or hit.data.get("pronoun")) for hit in hits)


def begins(scene: Scene, cue: Cue) -> bool:
    """Whether a cue begins its sentence or a part of it after a comma."""
    sentence = scene.sentence(cue.first)
    return sentence is None or cue.first == sentence.first or scene.is_sign(cue.first - 1)


def _nominal(scene: Scene, cue: Cue, content: Content) -> bool:
    """ "بدعوته إلى", "إعلان فلان أن": a verbal noun that says something."""
    spoken = cue.prefixed and cue.suffix and content.mode in (QUOTE, COLON)  # "خص المدينة بقوله: "..."
    if content.mode not in (THAT, PREPOSITION) and not spoken:
        return False
    if cue.prefixed and content.marker - cue.last <= _NEAR:
        return True
    subject = content.subject
    named = subject is not None and (content.mode == THAT or named_subject(scene, content))
    return named and subject is not None and content.marker - subject.full_end <= _NEAR


def quotation_before(scene: Scene, cue: Cue, limit: int, is_speech: Callable[[Quote], bool]) -> Content | None:
    """A quotation that its verb follows: "..."، يقول المحلل."""
    at = cue.first - 1
    if cue.conjunction:
        return None  # "..." ونقل إلى المستشفى
    while at >= 0 and scene.is_comma(at):
        at -= 1
    quote = scene.closing.get(at) if at >= 0 else None
    if quote is None or not is_speech(quote) or "\n" in scene.text[quote.end : cue.start]:
        return None
    reader = PhraseReader(scene, limit)
    starts = (to for to in range(cue.last + 1, min(cue.last + 3, limit)) if reader.speaker_starts(to))
    subject = next((reader.read(to) for to in starts), None)
    return Content(scene.document.token_at(quote.start), quote.start, QUOTE, cue.first, subject)
