"""Who speaks: from a noun phrase to an entity id or words, and from no phrase to the last voice that agrees."""

from __future__ import annotations

from tawatur.read.statements.bearers import Bearers
from tawatur.read.statements.chains import medium_words
from tawatur.read.statements.coreference import Coreference, bare, head_of
from tawatur.read.statements.cues import Cue
from tawatur.read.statements.history import History, Turn, carried
from tawatur.read.statements.issuers import Issuers
from tawatur.read.statements.kinds import is_medium
from tawatur.read.statements.phrases import Phrase
from tawatur.read.statements.scene import Scene
from tawatur.text.shown import untagged

_PAIR = 2  # persons who speak together, at least
_ARTICLE = "ال"  # of which only the second letter is written behind ل
_MARKS = '"“”«»'


def _unmarked(words: str) -> str:
    """Words without quotation marks around them or a mark at an end that has no counterpart."""
    words = untagged(words.strip().rstrip("،,").rstrip())
    inner = words[1:-1]
    if words[:1] in _MARKS and words[-1:] in _MARKS and not any(c in _MARKS for c in inner):
        return inner.strip()
    if sum(c in _MARKS for c in words) % 2:
        return words[1:].strip() if words[:1] in _MARKS else words.rstrip(" " + _MARKS)
    return words


class Speakers:
    """Identifies the speakers of one document."""

    def __init__(self, scene: Scene, history: History) -> None:
        self.scene = scene
        self.history = history
        self.coreference = Coreference(scene, history)
        self.bearers = Bearers(scene)
        self.issuers = Issuers(scene)

    def identify(self, phrase: Phrase, gender: str | None = None) -> Turn:
        """Who a noun phrase means, as a turn (its speaker None where it cannot be told)."""
        scene, at = self.scene, phrase.first
        pointed = scene.hit("voice", at + 1) if scene.hit("demonstrative", at) and at + 1 < phrase.end else None
        if pointed is not None:  # "قالت هذه المنظمة"
            return self.identify(Phrase(at + 1, phrase.end, pointed, phrase.full_end, phrase.joined), gender)
        medium = scene.hit("medium", at)
        if medium is not None and at not in scene.mentions:
            return self._document(phrase)
        if scene.hit("same-source", at) is not None:
            return self._same_source(phrase)
        plural = phrase.voice is not None and phrase.voice.features.get("number") == "plural"
        several = self._two_named(phrase) or self._joined_named(phrase)
        if several is not None:
            return Turn(several, gender, True)
        members = plural and phrase.voice is not None and bool(phrase.voice.data.get("members"))
        entity = self.coreference.by_epithet(phrase) or self.bearers.of(phrase)
        if entity is not None:
            return Turn(entity, gender, plural)
        if phrase.end - phrase.first == 1 and scene.hit("demonstrative", at) is not None:
            turn = self.history.last(None, True, True)
            return carried(turn) if turn is not None else Turn(None)
        source = phrase.voice is not None and bool(phrase.voice.data.get("source"))
        if source and gender is None and phrase.voice is not None and phrase.voice.features.get("number") == "singular":
            gender = "f" if scene.tokens[phrase.voice.first].form.endswith("ه") else "m"  # "نقلا عن مصدر ... وقالت"
        words = Turn(self.words(phrase), gender, plural, source=source, members=members)
        return self.coreference.resolve(phrase, gender) or words

    def _same_source(self, phrase: Phrase) -> Turn:
        """The source that "the source" points back at; sources that nobody spoke of before, or that are described in
        another way ("المصادر الطبية" after "مصادر عسكرية"), are their own."""
        known = self.history.source or self.history.latest()
        plural = phrase.voice is not None and phrase.voice.features.get("number") == "plural"
        if known is None or (plural and self.coreference.others(phrase, known)):
            return Turn(self.words(phrase), None, plural, source=True)
        return Turn(known.speaker, None, known.plural, list(known.via), True)

    def words(self, phrase: Phrase) -> str:
        """A noun phrase as it stands, without the conjunction before it."""
        scene = self.scene
        joined = scene.conjunction(phrase.first) and not scene.is_verb(phrase.first - 1)  # "وقال ⟨فان⟩ ..."
        start = scene.tokens[phrase.first].start + joined
        if phrase.first in scene.opening:
            quote = scene.opening[phrase.first]
            return scene.text[quote.inner_start : quote.inner_end]
        voice = phrase.voice
        if voice is not None and voice.analysis.letters and voice.first == phrase.first:
            start = max(start, voice.start)
            if voice.analysis.preposition == "ل" and scene.text[start - 1 : start + 1] == "لل":
                own = voice.analysis.rest.startswith(_ARTICLE[1])  # بيان للجنة
                start += 0 if own else 1
                return _ARTICLE + _unmarked(scene.text[start : scene.tokens[self._among(phrase) - 1].end])
        if voice is not None and voice.data.get("class") and voice.last + 1 in scene.opening:
            quote = scene.opening[voice.last + 1]  # صحيفة "..." is called by what stands in the marks
            return scene.text[quote.inner_start : quote.inner_end]
        medium = scene.hit("medium", phrase.first)
        if voice is None and medium is not None and medium.analysis.letters:
            start = max(start, medium.start)  # وفقا ل⟨تقرير⟩
            if scene.text[start - 1 : start + 1] == "لل" and not medium.analysis.rest.startswith(_ARTICLE[1]):
                return _ARTICLE + _unmarked(scene.text[start + 1 : scene.tokens[phrase.end - 1].end])
        if voice is None and medium is None:
            several = scene.hit("share", phrase.first) or phrase.first in scene.counted
            inside = range(phrase.end if several else phrase.first + 1, phrase.end)
            titles = (t for t in inside if scene.hit("voice", t) and t not in scene.named)
            title = next(titles, phrase.end)
            return _unmarked(scene.text[start : scene.tokens[title - 1].end])
        if voice is not None and voice.data.get("person"):
            start = max(start, self._unlisted_name(phrase, voice.last))
        return _unmarked(scene.text[start : scene.tokens[self._among(phrase) - 1].end])

    def _among(self, phrase: Phrase) -> int:
        """The token after a noun phrase without those of whom it names some ("14 نقابة ⟨بينها نقابة الأطباء⟩"), and
        without when, where and to which medium it was said ("متحدث باسم الوزارة ⟨الثلاثاء⟩")."""
        return next((at for at in range(phrase.first + 1, phrase.end) if self._ends_words(at, phrase)), phrase.end)

    def _ends_words(self, at: int, phrase: Phrase) -> bool:
        scene = self.scene
        hit = scene.hit("phrase-preposition", at)
        if at in scene.times or (hit is not None and (hit.data.get("among") or hit.last + 1 in scene.times)):
            return True
        if hit is not None and hit.data.get("about") == "all" and scene.hit("medium", phrase.first) is not None:
            return True  # "اقترح بيان ⟨على⟩ المجلس أن"
        quoted = at + 1 in scene.opening  # تعهد القادة في "إعلان الجزائر"
        after = scene.hit("medium", at + 1 + quoted) if at + 1 + quoted < phrase.end else None
        if after is not None and scene.hit("medium-preposition", at) is not None:
            return True
        voice = scene.hit("voice", at) if phrase.voice is not None else None
        told = voice is not None and voice.analysis.preposition == "ل"
        return told and voice is not None and is_medium(voice)

    def _unlisted_name(self, phrase: Phrase, head: int) -> int:
        """Where a name that no list knows begins after a title: المحامي ⟨فلان الفلاني⟩; 0 where there is none."""
        scene, at = self.scene, phrase.end
        several = phrase.voice is not None and phrase.voice.features.get("number") == "plural"
        if several or any(to in scene.named for to in range(phrase.first, phrase.end)):
            return 0
        while at - 1 > head and self._name_like(at - 1):
            at -= 1
        if scene.hit("phrase-preposition", at - 1) is not None:
            return 0
        plain = [t for t in range(at, phrase.end) if not scene.tokens[t].form.startswith("ال")]
        whole = phrase.end - at >= 2 and at < phrase.end and at in plain and self.coreference.definite(phrase)
        return scene.tokens[at].start if whole else 0

    def _name_like(self, at: int) -> bool:
        scene = self.scene
        kinds = ("voice", "source-adjective", "phrase-preposition", "medium")
        return scene.is_word(at) and not scene.conjunction(at) and not any(scene.hit(kind, at) for kind in kinds)

    def _two_named(self, phrase: Phrase) -> str | None:
        """The names of the persons who speak together under one title: الرئيسان الفرنسي فلان والأميركي فلان."""
        scene = self.scene
        number = phrase.voice.features.get("number") if phrase.voice is not None else None
        if number not in ("dual", "plural"):
            return None
        found = (scene.mentions.get(at) for at in range(phrase.first, phrase.end))
        names = [one[0].text for one in found if one is not None and one[0].type == "person"]
        if len(names) < _PAIR:
            return None
        return self._together(names)

    def _together(self, names: list[str]) -> str:
        joint = str(self.scene.document.language.data("clitics")["and"])
        return f" {joint}".join(names)

    def _joined_named(self, phrase: Phrase) -> str | None:
        """Two who speak together, each with a title and a name between commas, by their names as written."""
        if phrase.joined is None:
            return None
        persons = [self.bearers.person(one) for one in (phrase, phrase.joined)]
        first, second = persons
        if first is not None and second is not None and first.entity == second.entity:
            return None
        names = [
            p.text if p is not None else self.words(one)
            for p, one in zip(persons, (phrase, phrase.joined), strict=True)
        ]
        return self._together(names)

    def _document(self, phrase: Phrase) -> Turn:
        """A document that says something: its issuer, where it names one or one is known, through the document."""
        scene = self.scene
        word = medium_words(scene, phrase.first)
        issuer = self.issuer(phrase.first, self.issuers.until(phrase.full_end))
        kind = scene.hit("medium", phrase.first)
        paper = kind is not None and kind.data.get("class") != "document"
        if issuer is not None:
            return Turn(issuer, None, False, [word], True)
        known = self.history.document or (None if paper else self.history.latest())
        if known is not None and paper and not self._same_document(phrase.first, known):
            known = None
        if known is not None and known.speaker is not None:
            return Turn(known.speaker, None, known.plural, known.via[:1] or [word], True)
        return Turn(self.words(phrase), None)

    def issuer(self, at: int, end: int) -> str | None:
        """Who put out a document that stands at a token, as an entity id or words."""
        found = self.issuers.of(at, end)
        return self.identify(found).speaker if isinstance(found, Phrase) else found

    def _same_document(self, at: int, known: Turn) -> bool:
        """Whether a report or study is the one named before."""
        hit = self.scene.hit("medium", at)
        return hit is not None and bool(known.via) and bare(hit.analysis.rest) == head_of(known.via[0])

    def dropped(self, cue: Cue) -> Turn | None:
        """The voice that a verb without a subject goes back to."""
        turn = self.history.last(cue.gender, cue.plural, cue.frame.adds)
        return carried(turn) if turn is not None else None
