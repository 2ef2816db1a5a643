"""Whom a description without a name points back at: the speaker before, a title's bearer, a body of that sort."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.holders import Holders
from tawatur.read.statements.history import History, Turn, carried, through
from tawatur.read.statements.phrases import Phrase
from tawatur.read.statements.scene import Scene
from tawatur.text.folding import fold

_CALLED = 2  # tokens: the longest phrase by which a body is called again
_GENERIC = 6  # tokens: the longest phrase that only points back (المسؤول الدبلوماسي المغربي)


def bare(form: str) -> str:
    """A folded word without its article."""
    return form[2:] if form.startswith("ال") and len(form) > 4 else form


def head_of(text: str) -> str:
    """The first word of a name or phrase, folded, without its article."""
    words = fold(text).split()
    return bare(words[0]) if words else ""


class Coreference:
    """Resolves descriptions within one document."""

    def __init__(self, scene: Scene, history: History) -> None:
        self.scene = scene
        self.history = history
        self.holders = Holders(scene.document)
        self._known_heads: dict[str, list[str]] = {}

    def resolve(self, phrase: Phrase, gender: str | None) -> Turn | None:
        """Whom a description without a name points back at, or who is named by it only later."""
        voice = phrase.voice
        found = self._before(phrase, gender)
        if found is None and voice is not None and voice.data.get("person"):
            plural = voice.features.get("number") == "plural"
            person = None if plural else self.holders.named_later(*self._title(phrase))
            return Turn(person, gender) if person is not None else None
        return found

    def _before(self, phrase: Phrase, gender: str | None) -> Turn | None:
        """Whom a description without a name points back at."""
        voice = phrase.voice
        if voice is None:
            return self._body(phrase, gender)
        if not self.definite(phrase):
            return None
        if voice.data.get("person"):
            person = self._by_title(phrase)
            if person is not None:
                return Turn(person, gender)
            if voice.data.get("back") and self._points(voice) and phrase.end - phrase.first <= _GENERIC:
                if self._another(phrase):
                    return None
                plural = voice.features.get("number") == "plural"
                turn = self.history.last(gender if not plural else None, plural, True)
                same = plural and turn is not None and self._of_a_sort(voice, turn)
                generic = voice.data.get("generic") and not (plural and self.others(phrase, turn))
                if turn is not None and (generic or same or (self._is_person(turn) and not plural)):
                    return through(turn) if voice.data.get("source") else carried(turn)
            return None
        return self._institution(phrase, gender)

    def _of_a_sort(self, voice: Hit, turn: Turn) -> bool:
        """Whether several who speak are called by the word that they were called by before: "الخبراء" after "خبراء"."""
        return bare(voice.analysis.rest) in [bare(word) for word in fold(turn.speaker or "").split()]

    def others(self, phrase: Phrase, turn: Turn | None) -> bool:
        """Whether several without a name are not who spoke before: a named body, or those whom nothing described so
        ("المصادر الطبية" after "مصادر عسكرية")."""
        if turn is None or self.scene.type_of(turn.speaker) is not None:
            return True
        again = self.scene.hit("same-source", phrase.first)
        after = (again.last if again is not None else phrase.first) + 1
        form = self.scene.tokens[after].form if after < phrase.end else ""
        return bare(form) != form and bare(form) not in (bare(word) for word in fold(turn.speaker or "").split())

    def _points(self, voice: Hit) -> bool:
        return voice.analysis.article or bool(voice.data.get("pronoun"))

    def _is_person(self, turn: Turn | None) -> bool:
        return turn is not None and self.scene.type_of(turn.speaker) == "person"

    def _another(self, phrase: Phrase) -> bool:
        """Whether a description with a preposition brings somebody new (المتحدث باسم الجيش). After the words of a named
        person it describes him (المشرف على الملف)."""
        scene = self.scene
        found = [h for at in range(phrase.first, phrase.end) if (h := scene.hit("phrase-preposition", at)) is not None]
        if not found:
            return False
        office = phrase.voice is not None and bool(phrase.voice.data.get("office"))
        return office or not self._is_person(self.history.latest()) or any(h.data.get("another") for h in found)

    def definite(self, phrase: Phrase) -> bool:
        voice = phrase.voice
        if voice is None:
            return False
        if self._points(voice):
            return True
        for at in range(voice.first + 1, phrase.end):
            if self.scene.hit("phrase-preposition", at) is not None:
                return False
            if self.scene.tokens[at].form.startswith("ال"):
                return True
        return False

    def _by_title(self, phrase: Phrase) -> str | None:
        """The person whose title the phrase repeats: وزير الخارجية after وزير الشؤون الخارجية ناصر بوريطة; of those who
        have the bare office (الوزير) the one who spoke last."""
        words, start = self._title(phrase)
        spoke = self.history.latest() if len(words) == 1 else None
        if spoke is not None and spoke.speaker is not None and self.holders.holds(spoke.speaker, words[0], start):
            return spoke.speaker
        return self.holders.holder(words, start)

    def _title(self, phrase: Phrase) -> tuple[list[str], int]:
        """The folded words of a phrase up to a time in it, without a style of address, and where it begins."""
        scene, first, voice = self.scene, phrase.first, phrase.voice
        if voice is not None and voice.data.get("address") and voice.last + 1 < phrase.end:
            first = voice.last + 1  # سمو أمير المنطقة
        end = next((at for at in range(first + 1, phrase.end) if at in scene.times), phrase.end)
        words = [t.form for t in scene.tokens[first:end] if t.kind == "word"]
        if words and scene.conjunction(first):
            words[0] = words[0][1:]
        return words, scene.tokens[phrase.first].start

    def by_epithet(self, phrase: Phrase) -> str | None:
        """The body that the report names and that is called so by all: المنظمة الدولية، جيش الاحتلال."""
        hit = self.scene.hit("epithet", phrase.first)
        called = str(hit.data["of"]) if hit is not None and hit.last == phrase.end - 1 else ""
        return called if called in self.scene.entities else None

    def _institution(self, phrase: Phrase, gender: str | None) -> Turn | None:
        """ "الوزارة", "الحركة" alone: the body of that sort named last."""
        voice = phrase.voice
        if voice is None or not voice.analysis.article:
            return None
        if voice.features.get("number") == "plural":
            return self._several(phrase)
        if voice.data.get("gathering") and phrase.end - phrase.first <= _CALLED:
            those = next((turn for turn in reversed(self.history.turns) if turn.members), None)
            return Turn(those.speaker, gender, members=True) if those is not None else None
        if phrase.end - phrase.first > _CALLED:
            return None
        head, types = bare(voice.analysis.rest), ("organisation", "work")
        if not voice.data.get("medium"):
            found = self._of_sort(head, phrase.first, gender, types)
            return found or (self._spoke_last("organisation") if voice.data.get("any_body") else None)
        heard = self._heard(head, gender) or self._spoke_last("work")
        return heard or self._of_sort(head, phrase.first, gender, types) or self._medium_named(phrase.first, gender)

    def _several(self, phrase: Phrase) -> Turn | None:
        """Several who are called by the same word again: "الدول الأعضاء" after "دول المنظمة"."""
        inside = range(phrase.first, phrase.end)
        if phrase.voice is None or any(at in self.scene.mentions for at in inside):
            return None
        head = bare(phrase.voice.analysis.rest)
        same = (t for t in reversed(self.history.turns) if t.plural and head in self._heads(t.speaker))
        return next((carried(turn) for turn in same), None)

    def _spoke_last(self, sort: str) -> Turn | None:
        """The body or the medium that spoke last: "المنظمة" after what a committee said."""
        turns = reversed(self.history.turns)
        return next((carried(t) for t in turns if self.scene.type_of(t.speaker) == sort), None)

    def _medium_named(self, at: int, gender: str | None) -> Turn | None:
        """The medium whose name stands last before a token."""
        start = self.scene.tokens[at].start
        named = [m for m, _ in self.scene.mentions.values() if m.type == "work" and m.end <= start]
        return Turn(max(named, key=lambda m: m.start).entity, gender) if named else None

    def _body(self, phrase: Phrase, gender: str | None) -> Turn | None:
        """A definite noun alone that no list has for a voice: the body that is called so (الحلف، التحالف)."""
        form = self.scene.tokens[phrase.first].form
        form = form[1:] if self.scene.conjunction(phrase.first) else form
        if phrase.end - phrase.first > 1 or not form.startswith("ال"):
            return None
        return self._of_sort(bare(form), phrase.first, gender, ("organisation",))

    def _of_sort(self, head: str, at: int, gender: str | None, types: tuple[str, ...]) -> Turn | None:
        """The voice before a token, else the name before it, that begins with a head noun or has it before it."""
        scene, heard = self.scene, self._heard(head, gender)
        if heard is not None:
            return heard
        start = scene.tokens[at].start
        for named in sorted((a for a in scene.mentions if scene.tokens[a].start < start), reverse=True):
            mention = scene.mentions[named][0]
            before = self._sort_before(named)
            if mention.type in types and head in (head_of(mention.text), before, *self._heads(mention.entity)):
                return Turn(mention.entity, gender)
        return None

    def _heard(self, head: str, gender: str | None) -> Turn | None:
        """The last voice whose name begins with a head noun."""
        for turn in reversed(self.history.turns):
            if head in self._heads(turn.speaker):
                return Turn(turn.speaker, gender, turn.plural, list(turn.via) if turn.carries else [], turn.carries)
        return None

    def _sort_before(self, at: int) -> str:
        """The noun before a name that says what sort of body it is, without its article, which it has before a
        quotation mark alone (الصحيفة "بيلد"; no sort in "ساعدت الحكومة بوينغ")."""
        quoted = at > 1 and self.scene.is_sign(at - 1)
        form = self.scene.tokens[at - 2 if quoted else at - 1].form if at else ""
        return "" if bare(form) != form and not quoted else bare(form)

    def _heads(self, speaker: str | None) -> list[str]:
        """The first words of the names of an entity, or of a speaker's own words."""
        key = speaker or ""
        found = self._known_heads.get(key)
        if found is None:
            entity = self.scene.entities.get(key)
            names = [key] if entity is None else [n for n in (entity.name.get("ar"), *entity.aliases) if n]
            found = self._known_heads[key] = [head_of(name) for name in names]
        return found
