"""Who bears the name in a noun phrase: the person or body that it names, not one that only belongs to it."""

from __future__ import annotations

from tawatur.read.statements.phrases import Phrase, PhraseReader
from tawatur.read.statements.scene import Scene
from tawatur.record.types import Mention, Role

_BESIDE = 4  # tokens after a phrase's name or the word for it in which another may stand


class Bearers:
    """Finds whom the noun phrases of one document name."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def of(self, phrase: Phrase) -> str | None:
        """The person or body that a noun phrase names."""
        scene, at = self.scene, phrase.first
        if at in scene.roles:
            return scene.roles[at][0].person
        named = scene.mentions.get(at) or (scene.mentions.get(at + 1) if at in scene.opening else None)
        if named is not None:
            return None if self._joined(named[1], phrase) else named[0].entity
        part = scene.name_part(at)
        if part is not None:
            return part
        person = self._called(phrase) or self.person(phrase)
        if person is not None:
            return person.entity
        part = self._name_part(phrase)
        if part is not None:
            return part
        voice = phrase.voice
        if voice is not None and not voice.data.get("person"):
            after = voice.last + 1
            after += 1 if after in scene.opening else 0
            inner = scene.mentions.get(after)
            several = voice.features.get("number") == "plural"  # "دول المنظمة" are not the organisation
            if inner is not None and voice.data.get("class") and after < phrase.end and not several:
                return inner[0].entity
        return self._mostly_named(phrase)

    def _joined(self, last: int, phrase: Phrase) -> bool:
        """Whether a second name is joined to the first: both speak."""
        scene = self.scene
        reader = PhraseReader(scene, phrase.end)
        return any(
            scene.conjunction(at) and (scene.name_at(at) is not None or reader.joins(at))
            for at in range(last + 1, min(last + 1 + _BESIDE, phrase.end))
        )

    def _called(self, phrase: Phrase) -> Mention | None:
        """The name that an apposition gives: "أحد الشهود، واسمه ..."."""
        for at in range(phrase.first, phrase.full_end):
            hit = self.scene.hit("called", at)
            if hit is None:
                continue
            for to in range(hit.last + 1, min(hit.last + 1 + _BESIDE, phrase.full_end)):
                found = self.scene.mentions.get(to)
                if found is not None and found[0].type == "person":
                    return found[0]
        return None

    def _name_part(self, phrase: Phrase) -> str | None:
        """The person of whose name only a part is known to stand here: "الوزير #أنور_قرقاش"."""
        scene, voice = self.scene, phrase.voice
        if voice is None or not voice.data.get("person"):
            return None
        for at in range(voice.last + 1, phrase.end):
            part = scene.name_part(at) if at not in scene.named else None
            if part is not None and at == voice.last + 1 and not (voice.analysis.article or voice.data.get("office")):
                return None  # محامي فلان: his lawyer
            if part is not None:
                return None if scene.for_office(phrase.first, at) else part
        return None

    def _mostly_named(self, phrase: Phrase) -> str | None:
        """The one name that fills most of a phrase: "حركة المقاومة الإسلامية حماس"."""
        inside = [m for at, (m, last) in self.scene.mentions.items() if phrase.first <= at and last < phrase.end]
        length = self.scene.tokens[phrase.end - 1].end - self.scene.tokens[phrase.first].start
        several = phrase.voice is not None and phrase.voice.features.get("number") == "plural"
        if phrase.voice is not None and (several or phrase.voice.data.get("person") or phrase.voice.data.get("source")):
            return None
        if len(inside) == 1 and inside[0].type != "person" and inside[0].end - inside[0].start > 0.6 * length:
            return inside[0].entity
        return None

    def person(self, phrase: Phrase) -> Mention | None:
        """The person whose title begins the phrase: "المتحدث باسم الجيش العقيد ..."; not the one it belongs to."""
        scene = self.scene
        if phrase.voice is not None and not (phrase.voice.data.get("person") or phrase.voice.data.get("office")):
            return None  # the name of an institution's owner: حكومة ...
        if phrase.voice is None and not scene.tokens[phrase.first].form.startswith("ال"):
            return None
        if phrase.voice is not None and phrase.voice.features.get("number") == "plural":
            return None
        owned = -1  # the last token of a title that belongs to another noun: حزب المستشارة ...
        for at in range(phrase.first, phrase.full_end):
            role = scene.roles.get(at)
            if role is not None and role[1] < phrase.full_end + 1:
                if not self._dependent(at, phrase):
                    return self._mention_of(role[0])
                owned = max(owned, role[1])
            found = scene.mentions.get(at)
            if found is None or found[0].type != "person" or at <= owned:
                continue
            return None if self._dependent(at, phrase) else found[0]
        return None

    def _mention_of(self, role: Role) -> Mention | None:
        for at in range(self.scene.document.token_at(role.start), len(self.scene.tokens)):
            found = self.scene.mentions.get(at)
            if found is not None and found[0].entity == role.person:
                return found[0]
            if self.scene.tokens[at].start >= role.end:
                break
        return None

    def _dependent(self, at: int, phrase: Phrase) -> bool:
        """Whether a name belongs to the phrase's head (محامي صالح، متحدث باسم الرئيس) and does not name it."""
        scene = self.scene
        if scene.name_at(at) is None and at not in scene.roles:
            return True
        before = at - 1
        if before < phrase.first or scene.is_sign(before):
            return False
        if scene.hit("phrase-preposition", before) is not None:
            return True
        if scene.for_office(phrase.first, at):
            return True
        owner = scene.hit("voice", before)
        return owner is not None and not (owner.analysis.article or owner.data.get("address"))
