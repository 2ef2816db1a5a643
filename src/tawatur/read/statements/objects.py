"""Whom a verb of saying speaks to or of: the noun phrase that is its object and not its subject."""

from __future__ import annotations

from tawatur.read.statements.agreement import resumed
from tawatur.read.statements.cues import FINITE, MASDAR, Cue
from tawatur.read.statements.markers import PREPOSITION, THAT, Content, Found
from tawatur.read.statements.phrases import Phrase
from tawatur.read.statements.scene import Scene

_ALWAYS, _JOINED = "always", "joined"  # when a verb's only noun is its object (needs_object in cues.yml)


class Objects:
    """Tells the objects of one cue from its subject. `continued`: its sentence has a speaker who may go on with it."""

    def __init__(self, scene: Scene, cue: Cue, found: Found, continued: bool) -> None:
        self.scene = scene
        self.cue = cue
        self.found = found
        self.continued = continued

    def called_upon(self, at: int) -> bool:
        """Whether a noun phrase is whom the words go to, not who speaks them: "وطالب المجتمع الدولي ب"."""
        scene = self.scene
        if not self.cue.frame.addressee:
            return False
        if scene.hit("addressee", at) is not None:
            return True
        voice = scene.hit("voice", at)
        several = voice is not None and voice.features.get("number") in ("plural", "dual")
        if not several or voice is None:
            return False
        after = voice.last + 1
        accusative = after < len(scene.tokens) and scene.tokens[after].form.endswith("ين") and scene.is_word(after)
        return scene.tokens[voice.last].form.endswith("ين") or (bool(voice.data.get("person")) and accusative)

    def follows_at_once(self) -> bool:
        """Whether what follows the verb can only be its object: "التي تصف البلاد ب", "تغريدات طالب فيها السلطات ب"."""
        cue = self.cue
        if not cue.frame.addressee:
            return False
        relative = not cue.suffix and self.scene.hit("relative", cue.first - 1) is not None
        return relative or resumed(self.scene, cue)

    def patient(self, phrase: Phrase) -> bool:
        """Whether the noun after a verbal noun is whom it is said to: "اتهام إيران ب", not "اتهام واشنطن لإيران ب"."""
        if self.cue.form != MASDAR or not self.cue.frame.patient:
            return False
        return not (phrase.end < len(self.scene.tokens) and self.scene.clitic(phrase.end, "ل"))

    def settled(self, content: Content) -> Content | None:
        """A content as the verb's only noun leaves it: its object where the verb needs one ("واتهم فرنسا ب"). None for
        a passive: "وصفت بالإصلاحية"."""
        found, frame = self.found, self.cue.frame
        if found.object_at is not None or found.pronoun or self.cue.suffix or content.mode not in (PREPOSITION, THAT):
            return content
        if found.subject is None:
            passive = frame.keeps_object and frame.addressee and content.mode == PREPOSITION
            return None if passive and not resumed(self.scene, self.cue) else content
        if not self._object(found.subject):
            return content
        if self._nobody():
            return None
        content.subject = None
        if frame.keeps_object:
            content.first, content.start = found.subject.first, self.scene.tokens[found.subject.first].start
        return content

    def _nobody(self) -> bool:
        """Whether a verb describes the noun before it and its only noun is its object, so that it is passive: "مجزرة
        يتهم القائد بالمشاركة فيها"."""
        scene, before = self.scene, self.cue.first - 1
        sentence = scene.sentence(self.cue.first)
        if self.cue.frame.needs_object != _ALWAYS or self.cue.conjunction:
            return False
        if sentence is None or before < sentence.first or not scene.is_word(before) or before in scene.named:
            return False
        kinds = ("clause-opener", "relative", "complementiser", "sentence-opener", "statement-break", "resumptive")
        led = any(scene.ending(kind, before, 2) for kind in kinds)
        return not led and before not in scene.times and not scene.tokens[before].form.startswith("ال")

    def _object(self, phrase: Phrase) -> bool:
        """Whether the only noun phrase between a verb and its content is the verb's object."""
        needs, scene = self.cue.frame.needs_object, self.scene
        if needs is None or self.cue.form != FINITE:
            return False
        if needs == _ALWAYS:
            return True
        if not (self.continued and needs == _JOINED):
            return False
        name = scene.mentions.get(phrase.first)
        if phrase.first in scene.roles or (name is not None and name[0].type == "person"):
            return False
        voice = phrase.voice
        person = voice is not None and (voice.data.get("person") or voice.data.get("source"))
        return name is not None or not person or (voice is not None and voice.features.get("number") == "plural")
