"""Noun phrases around a cue: where they begin and how far they go."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.language.lexicon import Hit
from tawatur.read.statements.endings import Endings, State
from tawatur.read.statements.scene import Scene
from tawatur.read.statements.starts import Starts
from tawatur.text.affixes import definite, relational
from tawatur.text.folding import fold
from tawatur.text.words import NUMBER

_ARTICLE = "ال"
_APPOSITION = 30  # tokens that may stand between the commas of an apposition


@dataclass(slots=True)
class Phrase:
    """A noun phrase: tokens [first, end), its head's hit in the list of voices, and where its apposition ends."""

    first: int
    end: int
    voice: Hit | None
    full_end: int
    joined: Phrase | None = None  # a second speaker after the comma that closes an apposition


class PhraseReader(Starts):
    """Reads noun phrases with a cue's frame in mind: the prepositions that it governs end them."""

    def __init__(
        self,
        scene: Scene,
        limit: int,
        stops: frozenset[str] = frozenset(),
        nominal: bool = False,
        tells: bool = False,
    ) -> None:
        super().__init__(scene, limit)
        self.stops = stops
        self.endings = Endings(scene, limit, stops, nominal, tells)
        self.nominal = nominal  # the cue may take a noun phrase as its object, so a new one may follow the subject

    def read(self, at: int) -> Phrase:
        """The noun phrase that begins at a token."""
        scene, first = self.scene, at
        if at < self.limit and scene.tokens[at].kind == NUMBER and self._counted(at):
            counted = self.read(at + 1)
            return Phrase(first, counted.end, counted.voice, counted.full_end, counted.joined)
        voice = scene.hit("voice", at)
        state = State()
        while at < self.limit:
            after = self._step(at, first, state, voice)
            if after is None:
                break
            at = after
        while at - 1 > first and scene.hit("phrase-preposition", at - 1) is not None:
            at -= 1
        joined = self._joined(at) if state.named else None
        full_end = self._apposition(at) if at > first and joined is None else at
        joined = joined or (self._joined(full_end) if full_end > at else None)
        return Phrase(first, at, voice, joined.full_end if joined else full_end, joined)

    def _joined(self, at: int) -> Phrase | None:
        """The second speaker of a sentence: "الرئيس الفرنسي، فلان، ⟨ونظيره الأميركي، فلان⟩"."""
        scene, second = self.scene, at + 1
        if second >= self.limit or not scene.is_comma(at) or not scene.conjunction(second):
            return None
        voice = scene.hit("voice", second)
        if voice is None or not voice.data.get("person") or voice.analysis.preposition:
            return None
        return self.read(second)

    def _step(self, at: int, first: int, state: State, voice: Hit | None) -> int | None:
        """The token after the part of the phrase that begins here, or None where the phrase is over."""
        scene = self.scene
        if at in scene.roles and (at == first or not state.closed or state.preposition):
            state.close()
            state.named = True
            return scene.roles[at][1] + 1
        called = voice is not None and voice.last == at - 1 and voice.data.get("medium")  # قناة ⟨...⟩
        if at > first and not called and self.endings.told_medium(at) is not None:
            return None
        name = scene.mentions.get(at)
        if (
            name is not None
            and at > first
            and (self.endings.spoken_to(at) or self.endings.named_object(at, state, voice))
        ):
            return None
        if name is not None and (at == first or scene.name_at(at) or state.preposition or self._possessor(at)):
            state.close()
            state.named = True
            return name[1] + 1
        if scene.is_sign(at):
            return self._sign(at, state)
        if scene.name_part(at):
            state.close()
            state.named = True
            return at + 1
        if self._numbered(at):
            state.close()
            return at + 2
        if scene.tokens[at].kind == NUMBER or (at in scene.times and at > first):
            return None
        over = voice is not None and not state.named and scene.tokens[at].form == voice.data.get("over")
        if at > first and not over and (self.endings.over(at) or (state.named and self.endings.addressee(at))):
            return None
        hit = scene.hit("voice", at) or scene.hit("same-source", at)
        if at == first and hit is not None:
            state.definite = hit.analysis.article or (hit.last > at and definite(scene.tokens[hit.last].form))
            state.office = bool(hit.data.get("office")) or not hit.data.get("person")
            return hit.last + 1
        return self._word(at, first, state)

    def _numbered(self, at: int) -> bool:
        """Whether a number with the article stands at a token: "الدول ⟨الـ57⟩ المنضوية"."""
        article = fold(self.scene.tokens[at].text).rstrip("ـ") == _ARTICLE
        return article and at + 1 < self.limit and self.scene.tokens[at + 1].kind == NUMBER

    def _possessor(self, at: int) -> bool:
        """A name with ل or ب in a phrase: "بيان لوزارة الدفاع"; not a medium, whom one speaks to."""
        mention = self.scene.mentions[at][0]
        letter = self.scene.text[mention.start - 1 : mention.start]
        if letter == "ل" and at - 1 in self.scene.named:
            return False  # "قال مسؤول بالأمم المتحدة ⟨لمجلس الأمن⟩": whom he speaks to
        apart = letter not in self.stops or (letter == "ب" and self.endings.seat(at))
        return mention.type != "work" and letter in ("ل", "ب") and apart

    def _sign(self, at: int, state: State) -> int | None:
        scene = self.scene
        quote = scene.opening.get(at)
        if quote is not None and (at - 1 in scene.closing or scene.verbal(at + 1)):
            return None  # what is said, after the name of whom it was said to
        if quote is not None and self.short_quote(at) and not (self.nominal and state.closed):
            state.close()
            return scene.after_quote(quote)
        if scene.tokens[at].form == "(":
            for to in range(at + 1, min(at + 12, self.limit)):
                if scene.tokens[to].form == ")":
                    return to + 1
        if scene.tokens[at].form in "-–" and scene.text[scene.tokens[at].start - 1].isspace():
            return None  # an aside between dashes
        if scene.tokens[at].form in "-–/" and at + 1 < self.limit and scene.is_word(at + 1):
            return at + 1
        return None

    def _word(self, at: int, first: int, state: State) -> int | None:
        scene, form = self.scene, self.scene.tokens[at].form
        preposition = scene.hit("phrase-preposition", at)
        if preposition is not None and at > first:
            return self._past_preposition(preposition, state)
        if definite(form):
            return self._definite(at, first, state)
        if at > first and self._agrees_with_accusative(at, first):
            state.adjective = True
            return at + 1
        if at > first and self.endings.indefinite_object(at):
            return None
        if at > first and self._belongs(at, first):
            state.open()
            return at + 1
        if scene.conjunction(at) and at > first:
            state.open()
            state.preposition = not form[1:].startswith("ال")
            return at + 1
        if state.preposition or at == first:
            state.preposition = False
            return at + 1
        if self.nominal and state.definite and not scene.hit("source-adjective", at):
            return None  # an adjective of a definite noun has the article: "أعلنت الحركة تعيين"
        if scene.hit("source-adjective", at) or relational(form):
            state.adjective = True
            return at + 1
        if state.named or ((state.closed or state.adjective or state.definite) and (self.nominal or scene.is_verb(at))):
            return None
        voice = scene.hit("voice", at)
        if self.nominal and not state.office and voice is None:
            return None
        return at + 1

    def _agrees_with_accusative(self, at: int, first: int) -> bool:
        """Whether an adjective of relation in the accusative describes a subject that a particle puts into it: "لكن
        مسؤولا ⟨أمنيا⟩ قال"."""
        scene = self.scene
        led = first > 0 and scene.hit("before-accusative", first - 1) is not None
        endings = (scene.tokens[first].form[-1:], scene.tokens[at].form[-2:])
        return led and endings == ("ا", "يا") and scene.is_word(at) and at not in scene.named

    def _belongs(self, at: int, first: int) -> bool:
        """Whether ل joins whom or what an institution or office belongs to: "المكتب الإعلامي ⟨لسفارة⟩ فرنسا"."""
        head, body = self.scene.hit("voice", first), self.scene.hit("voice", at)
        if head is None or "ل" in self.stops:
            return False
        if self.scene.hit("affairs", at) is not None:
            return True  # "وكيل الوزارة ⟨لشؤون⟩ المساجد"
        if body is None or body.analysis.preposition != "ل" or head.data.get("person"):
            return False
        office = bool(body.data.get("office")) and body.features.get("number") != "plural"
        return office or not (body.data.get("person") or body.data.get("class"))

    def _past_preposition(self, preposition: Hit, state: State) -> int | None:
        """The token after a preposition that goes on with the phrase; None where it begins something else."""
        after = preposition.last + 1
        if after < len(self.scene.tokens) and self.endings.owned(after):
            return None
        if preposition.data.get("object") and self.nominal and state.office:
            return None  # "وافق المجلس على": the verb's, not the noun's
        if preposition.data.get("name") and not self.speaker_starts(after):
            return None
        state.open()
        return after

    def _definite(self, at: int, first: int, state: State) -> int | None:
        """A word with the article. After a phrase that is complete a second speaker is the verb's object."""
        scene = self.scene
        voice = scene.hit("voice", at)
        if self.nominal and at > first and (state.named or state.closed) and self.joins(at):
            state.open()
            state.preposition, state.definite = False, True
            return at + 1
        if state.named and self.nominal and not state.preposition and not self._adjective(at):
            return None
        complete = at > first and (state.closed or state.definite) and not state.preposition
        described = self._adjective(at) and not self._titles(at)
        if complete and self.nominal and voice and not described and not voice.data.get("honorific"):
            return None
        if complete and self.endings.new_object(at, first):
            return None
        state.close()
        return at + 1

    def _titles(self, at: int) -> bool:
        """Whether a word that may be an adjective is a person's title: "منعت السلطات التونسية ⟨الصحافي فلان⟩"."""
        voice = self.scene.hit("voice", at)
        return voice is not None and bool(voice.data.get("person")) and self.scene.name_at(voice.last + 1) is not None

    def joins(self, at: int) -> bool:
        """Whether a second speaker is joined to the first at a token: والحكومة الإماراتية، والأميركي فلان."""
        scene = self.scene
        if not scene.conjunction(at) or at + 1 >= self.limit:
            return False
        voice = scene.hit("voice", at)
        if voice is not None and not voice.analysis.preposition:
            return True
        return self._adjective(at) and scene.name_at(at + 1) is not None

    def _adjective(self, at: int) -> bool:
        return relational(self.scene.tokens[at].form) or self.scene.hit("source-adjective", at) is not None

    def _among(self, at: int) -> bool:
        """Whether some of several are named: "كبار القادة، ⟨بينهم⟩ وزير الدفاع، حذروا"."""
        hit = self.scene.hit("phrase-preposition", at)
        return hit is not None and bool(hit.data.get("among"))

    def _apposition(self, at: int) -> int:
        """Where the apposition between commas after a phrase ends: "الوزير، ناصر بوريطة، ..."."""
        scene = self.scene
        if at >= self.limit or not scene.is_comma(at) or at + 1 >= self.limit:
            return at
        begins = at + 1
        fits = (
            self.speaker_starts(begins)
            or scene.hit("relative", begins) is not None
            or scene.hit("called", begins) is not None
            or self._among(begins)
            or (scene.tokens[begins].form.startswith("ال") and not scene.hit("cue-adjunct", begins))
        )
        name = scene.mentions.get(begins)
        accused = self.nominal and name is not None and name[0].type == "place"  # "اتهم السفير، فلان، ⟨إيران⟩، ب"
        if not fits or accused or begins in scene.times:
            return at
        for to in range(begins, min(begins + _APPOSITION, self.limit)):
            if scene.is_comma(to):
                return to
            if self.nominal and any(len(s) == 1 and scene.clitic(to, s) for s in self.stops):
                return at  # "طالبت الوزارة، ⟨المجتمع الدولي⟩ بالتحرك": the object, no apposition
            if to > begins and (scene.hit("complementiser", to) or scene.tokens[to].form == ":" or to in scene.opening):
                return to
        return at
