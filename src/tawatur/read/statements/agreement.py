"""Whether a verb of saying goes with the noun before it, which its pronoun takes up, or with the phrase after it."""

from __future__ import annotations

from tawatur.read.statements.cues import Cue
from tawatur.read.statements.phrases import Phrase
from tawatur.read.statements.scene import Scene


def resumed(scene: Scene, cue: Cue) -> bool:
    """Whether a pronoun takes up a noun before a verb of saying: "بيانا قال فيه"."""
    return cue.last + 1 < len(scene.tokens) and scene.hit("resumptive", cue.last + 1) is not None


def gender_of(phrase: Phrase, scene: Scene) -> str | None:
    """The gender of one person or body by its word, where that word says it: "الوزير", "الحكومة"; not "الداعية"."""
    voice = phrase.voice
    if voice is None or voice.features.get("number") in ("plural", "dual") or voice.data.get("honorific"):
        return None
    feminine = scene.tokens[voice.first].form.endswith("ه")
    if voice.data.get("person"):
        return None if feminine else "m"
    return "f" if feminine else None


def agrees(cue: Cue, phrase: Phrase, scene: Scene) -> bool:
    """Whether a phrase after a verb can be its subject by gender: "وأدان الحكومة" has none of its own."""
    gender = cue.gender
    if gender is None:
        return True
    if phrase.voice is None:
        named = scene.name_at(phrase.first)
        strange = gender == "m" and named is not None and named[0].type == "place"
        return not strange or scene.hit("masculine-place", phrase.first) is not None
    form = scene.tokens[phrase.voice.last].form
    plural = phrase.voice.features.get("number") == "plural"
    person = bool(phrase.voice.data.get("person"))
    if gender == "m":  # "دعا المنظمات": bodies in the plural take a feminine verb
        return not form.endswith(("ه", "ات")) or bool(phrase.voice.data.get("office")) or (plural and person)
    return form.endswith(("ه", "ات")) or not person
