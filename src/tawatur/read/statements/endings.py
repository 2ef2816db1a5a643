"""What ends a noun phrase before a verb's content: the words that can be no part of a subject."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.language.lexicon import Hit
from tawatur.read.statements.scene import Scene
from tawatur.text.affixes import event_noun, relational

_FEMININE = ("ه", "ي", "ا", "ات")
_HEAD = 2  # tokens back from a preposition to the noun that it belongs to
_SEAT = 10  # tokens from there to what is said


@dataclass(slots=True)
class State:
    closed: bool = False
    preposition: bool = False
    definite: bool = False
    adjective: bool = False
    office: bool = False
    named: bool = False

    def close(self) -> None:
        self.closed, self.preposition, self.definite, self.adjective = True, False, False, False

    def open(self) -> None:
        self.closed, self.preposition, self.adjective, self.definite = False, True, False, False


class Endings:
    """Tells where the noun phrases of a cue's clause end; the prepositions that it governs (`stops`) end them."""

    def __init__(self, scene: Scene, limit: int, stops: frozenset[str], nominal: bool, tells: bool) -> None:
        self.scene = scene
        self.limit = limit
        self.stops = stops
        self.nominal = nominal
        self.tells = tells  # whom the cue tells is its direct object

    def addressee(self, at: int) -> bool:
        """Whether a word after a named person is whom he speaks to: "وقال فلان للصحفيين"."""
        voice = self.scene.hit("voice", at)
        return voice is not None and voice.analysis.preposition == "ل"

    def spoken_to(self, at: int) -> bool:
        """Whether a medium's name with ل follows a subject: "قال الوزير لرويترز"."""
        mention = self.scene.mentions[at][0]
        return mention.type == "work" and self.scene.letter_before(mention) == "ل"

    def told_medium(self, at: int) -> int | None:
        """The token behind a medium that begins at a token, its class word and marks passed over, where it is whom the
        cue's verb tells: "أبلغ الوزير ⟨وكالة "رويترز"⟩ أن"."""
        scene, first = self.scene, at
        if not self.tells or at >= self.limit:
            return None
        sort = scene.hit("voice", first)
        if sort is not None and sort.data.get("medium"):
            first = sort.last + 1
        first += first in scene.opening
        found = scene.mentions.get(first) if first < self.limit else None
        if found is None or found[0].type != "work" or scene.conjunction(at):
            return None
        behind = found[1] + 1
        return behind + (behind in scene.closing)

    def named_object(self, at: int, state: State, voice: Hit | None) -> bool:
        """Whether a name after a complete phrase is the verb's object: "وتتهم الأجهزة الأمريكية ⟨موسكو⟩ ب", "حذر مسؤول
        في الأمم المتحدة ⟨إسرائيل⟩ من"."""
        scene, kind = self.scene, self.scene.mentions[at][0].type
        if not self.nominal or scene.name_at(at) is None or state.preposition or scene.conjunction(at):
            return False
        before = scene.named.get(at - 1)
        if before is not None:  # two names side by side
            return kind != "person" or before.type == "person"
        complete = state.definite or state.closed or state.named
        title = voice is not None and bool(voice.data.get("person"))
        return complete and kind == "place" and not title and scene.tokens[at - 1].form.startswith("ال")

    def new_object(self, at: int, first: int) -> bool:
        """Whether a word with the article after a complete phrase is the verb's object and no adjective, by the lists,
        by its form or because it does not agree: "انتقدت الحكومة ⟨القرار⟩"."""
        scene, head = self.scene, self.scene.hit("voice", first)
        several = head is not None and head.features.get("number") == "plural"
        form = scene.tokens[at].form
        if not self.nominal or scene.conjunction(at) or not form.startswith("ال"):
            return False
        if (scene.hit("matter", at) or scene.hit("addressee", at)) is not None and not relational(form):
            return True
        if scene.hit("attached", at) is not None:
            return False
        if several and head is not None:
            return head.analysis.article and not head.data.get("person") and not form.endswith(_FEMININE)
        if head is not None and head.analysis.article and not self._agrees(at, head):
            return True
        adjective = relational(form) or scene.hit("source-adjective", at) is not None
        return not adjective and event_noun(form)

    def _agrees(self, at: int, head: Hit) -> bool:
        """Whether a word after a definite singular may be its adjective by the gender that both show."""
        form, noun = self.scene.tokens[at].form, self.scene.tokens[head.last].form
        feminine = noun.endswith(("ه", "ا", "ات", "اء")) or "suffix" in head.features
        return form.endswith(_FEMININE) if feminine else not form.endswith(("ه", "ات"))

    def over(self, at: int) -> bool:
        scene = self.scene
        word = scene.tokens[at].form
        if word in self.stops:
            return True
        if len(word) == 1 and scene.clitic(at, "ل") and at + 1 in scene.opening:
            return True  # "قال مصدر ⟨لـ⟩«الصحيفة»"
        if len(word) > 2 and any(len(s) == 1 and scene.clitic(at, s) for s in self.stops):
            return not self.seat(at)
        leads = scene.hit("clause-preposition", at) is not None and not self._describes(at)
        if scene.hit("complementiser", at) or scene.hit("cue-adjunct", at) or leads:
            return True
        if scene.hit("attribution", at) is not None or at in scene.resumed or scene.manner(at) is not None:
            return True
        if scene.hit("issued-by", at) is not None:
            return True
        if scene.hit("relative", at) or scene.hit("saying", at) or scene.hit("clause-opener", at):
            return True
        if (scene.is_verb(at) or self._with_pronoun(at)) and at not in scene.named:
            return True
        voice = scene.hit("voice", at)
        if voice is not None and voice.analysis.preposition == "ل" and voice.data.get("class"):
            return True  # قالت لصحيفة ...
        if scene.conjunction(at):
            return scene.hit("clause-opener", at) is not None or scene.hit("statement-break", at) is not None
        return self._medium_ahead(at)

    def _describes(self, at: int) -> bool:
        """Whether a word that may begin a time describes a source: "مصدر ⟨مطلع⟩", not "قال المصدر ⟨مطلع⟩ الأسبوع"."""
        voice = self.scene.hit("voice", at - 1)
        described = voice is not None and voice.last == at - 1 and not voice.analysis.article
        return described and self.scene.hit("source-adjective", at) is not None

    def seat(self, at: int) -> bool:
        """Whether ب says where a nameless speaker belongs, and another ب or أن opens what he says: "أفاد مصدر ⟨بوزارة
        الداخلية⟩ بمقتل"."""
        scene = self.scene
        heads = (scene.hit("voice", back) for back in range(at - _HEAD, at))
        nameless = any(head is not None and (head.data.get("person") or head.data.get("source")) for head in heads)
        if not nameless or at - 1 in scene.named:
            return False
        voice, name = scene.hit("voice", at), scene.mentions.get(at)
        body = voice is not None and voice.analysis.preposition == "ب" and not voice.data.get("person")
        body = body or (name is not None and name[0].type != "person")
        begins = range(at + 1, min(at + _SEAT, self.limit))
        return body and any(scene.hit("complementiser", to) or scene.clitic(to, "ب") for to in begins)

    def _medium_ahead(self, at: int) -> bool:
        scene = self.scene
        if scene.hit("phrase-preposition", at) is None or at + 1 >= self.limit:
            return False
        named = scene.mentions.get(at + 1)
        site = named is not None and named[0].type == "work" and scene.hit("medium-preposition", at) is not None
        return site or scene.hit("medium", at + 1) is not None  # "كتب الممثل ⟨على تويتر⟩"

    def _with_pronoun(self, at: int) -> bool:
        """Whether a word is the verb of a relative clause: "دراسة قام بها باحثون"."""
        after = self.scene.hit("cue-adjunct", at + 1) if at + 1 < self.limit else None
        return after is not None and bool(after.data.get("verb_before"))

    def indefinite_object(self, at: int) -> bool:
        """Whether a word is no part of a subject: a document (قدم المحامي شكوى), or the written ending of an indefinite
        accusative (نقلت الوكالة جزءًا)."""
        token = self.scene.tokens[at]
        medium = self.scene.hit("medium", at)
        if self.nominal and medium is not None and medium.data.get("class") != "paper":
            return True
        return token.text.endswith(("ً", "اً", "ًا")) or token.form.endswith("ءا")

    def owned(self, at: int) -> bool:
        """A noun with a pronoun (في عرضها، بعد لقائهم) begins what somebody did, not who he is."""
        return (
            self.scene.is_word(at)
            and at not in self.scene.mentions
            and (self.scene.tokens[at].form.endswith(("ها", "هم")) and len(self.scene.tokens[at].form) > 4)
        )
