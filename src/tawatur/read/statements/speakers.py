"""Who speaks: from a noun phrase to an entity id or words, and from no phrase to the last voice that agrees."""

from __future__ import annotations

from tawatur.read.statements.chains import medium_words
from tawatur.read.statements.coreference import Coreference, bare, head_of
from tawatur.read.statements.cues import Cue
from tawatur.read.statements.history import History, Turn, carried
from tawatur.read.statements.phrases import Phrase, PhraseReader
from tawatur.read.statements.scene import Scene
from tawatur.record.types import Mention, Role
from tawatur.text.affixes import definite

_PAIR = 2  # persons who speak together, at least
_MARKS = '"“”«»'
_ISSUER = 16  # tokens of who a document is issued by
_BESIDE = 4  # tokens after a document's name in which its issuer may stand (لوكالة "...")


def unmarked(words: str) -> str:
    """Words without quotation marks around them or a mark at an end that has no counterpart."""
    words = words.strip()
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

    def identify(self, phrase: Phrase, gender: str | None = None) -> Turn:
        """Who a noun phrase means, as a turn (its speaker None where it cannot be told)."""
        scene, at = self.scene, phrase.first
        medium = scene.hit("medium", at)
        if medium is not None and at not in scene.mentions:
            return self._document(phrase)
        if scene.hit("same-source", at) is not None:
            known = self.history.source or self.history.latest()
            return Turn(known.speaker, None, known.plural, list(known.via), True) if known else Turn(self.words(phrase))
        plural = phrase.voice is not None and phrase.voice.features.get("number") == "plural"
        several = self._two_named(phrase) or self._joined_named(phrase)
        if several is not None:
            return Turn(several, gender, True)
        members = plural and phrase.voice is not None and bool(phrase.voice.data.get("members"))
        entity = self.coreference.by_epithet(phrase) or self._named(phrase)
        if entity is not None:
            return Turn(entity, gender, plural)
        if phrase.end - phrase.first == 1 and scene.hit("demonstrative", at) is not None:
            turn = self.history.last(None, True, True)
            return carried(turn) if turn is not None else Turn(None)
        source = phrase.voice is not None and bool(phrase.voice.data.get("source"))
        words = Turn(self.words(phrase), gender, plural, source=source, members=members)
        return self.coreference.resolve(phrase, gender) or words

    def words(self, phrase: Phrase) -> str:
        """A noun phrase as it stands, without the conjunction before it."""
        scene = self.scene
        start = scene.tokens[phrase.first].start + (1 if scene.conjunction(phrase.first) else 0)
        if phrase.first in scene.opening:
            quote = scene.opening[phrase.first]
            return scene.text[quote.inner_start : quote.inner_end]
        voice = phrase.voice
        if voice is not None and voice.analysis.letters and voice.first == phrase.first:
            start = max(start, voice.start)
        if voice is not None and voice.data.get("class") and voice.last + 1 in scene.opening:
            quote = scene.opening[voice.last + 1]  # صحيفة "..." is called by what stands in the marks
            return scene.text[quote.inner_start : quote.inner_end]
        medium = scene.hit("medium", phrase.first)
        if voice is None and medium is not None and medium.analysis.letters:
            start = max(start, medium.start)  # وفقا ل⟨تقرير⟩
        if voice is None and medium is None:
            title = next(
                (t for t in range(phrase.first + 1, phrase.end) if scene.hit("voice", t) and t not in scene.named),
                phrase.end,
            )
            return unmarked(scene.text[start : scene.tokens[title - 1].end])
        if voice is not None and voice.data.get("person"):
            start = max(start, self._unlisted_name(phrase, voice.last))
        return unmarked(scene.text[start : scene.tokens[self._among(phrase) - 1].end])

    def _among(self, phrase: Phrase) -> int:
        """The token after a noun phrase without those of whom it names some: "14 نقابة ⟨بينها نقابة الأطباء⟩"."""
        hits = ((at, self.scene.hit("phrase-preposition", at)) for at in range(phrase.first + 1, phrase.end))
        return next((at for at, hit in hits if hit is not None and hit.data.get("among")), phrase.end)

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

    def _named(self, phrase: Phrase) -> str | None:
        scene, at = self.scene, phrase.first
        if at in scene.roles:
            return scene.roles[at][0].person
        named = scene.mentions.get(at) or (scene.mentions.get(at + 1) if at in scene.opening else None)
        if named is not None:
            return None if self._joined(named[1], phrase) else named[0].entity
        part = scene.name_part(at)
        if part is not None:
            return part
        person = self._called(phrase) or self._person(phrase)
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
        joint = str(scene.document.language.data("clitics")["and"])
        return f" {joint}".join(names)

    def _joined_named(self, phrase: Phrase) -> str | None:
        """Two who speak together, each with a title and a name between commas, by their names as written."""
        if phrase.joined is None:
            return None
        persons = [self._person(one) for one in (phrase, phrase.joined)]
        names = [
            p.text if p is not None else self.words(one)
            for p, one in zip(persons, (phrase, phrase.joined), strict=True)
        ]
        joint = str(self.scene.document.language.data("clitics")["and"])
        return f" {joint}".join(names)

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
                return None if self._on_behalf(phrase.first, at) else part
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

    def _person(self, phrase: Phrase) -> Mention | None:
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
        if self._on_behalf(phrase.first, at):
            return True
        owner = scene.hit("voice", before)
        return owner is not None and not owner.analysis.article

    def _on_behalf(self, first: int, at: int) -> bool:
        """Whether a name is that of the office-holder somebody speaks for: "المتحدث باسم الرئيس ..."."""
        scene = self.scene
        for to in range(first, at):
            hit = scene.hit("phrase-preposition", to)
            if hit is not None and hit.data.get("another"):
                voice = scene.hit("voice", hit.last + 1)
                return voice is not None and bool(voice.data.get("office"))
        return False

    def _document(self, phrase: Phrase) -> Turn:
        """A document that says something: its issuer, where it names one or one is known, through the document."""
        scene = self.scene
        word = medium_words(scene, phrase.first)
        issuer = self.issuer(phrase.first, self._issued_until(phrase.full_end))
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

    def _issued_until(self, at: int) -> int:
        """The token up to which the issuer of a document may stand that is read up to a token: before a comma or أن
        after صادر عن, else close to it."""
        scene, last = self.scene, len(self.scene.tokens)
        if at >= last or scene.hit("issued-by", at) is None:
            return min(at + _BESIDE, last)
        ahead = range(at, min(at + _ISSUER, last))
        ends = (to for to in ahead if scene.is_comma(to) or scene.hit("complementiser", to) or to in scene.opening)
        return next(ends, ahead.stop)

    def _same_document(self, at: int, known: Turn) -> bool:
        """Whether a report or study is the one named before."""
        hit = self.scene.hit("medium", at)
        return hit is not None and bool(known.via) and bare(hit.analysis.rest) == head_of(known.via[0])

    def issuer(self, at: int, end: int) -> str | None:
        """Who put out a document that stands at a token: بيان لوزارة ...، بيان صادر عن ...، بيان الوزارة."""
        scene = self.scene
        medium = scene.hit("medium", at)
        first = medium.last + 1 if medium else at + 1
        known = medium is not None and (medium.analysis.article or definite(scene.tokens[at].form))
        owned = not known  # "نصح التقرير الدول": no report of the countries'
        while first < end and first not in scene.mentions and self._describes(first, owned):
            first += 1
        for to in range(first, min(first + 9, end)):
            if scene.hit("passed-by", to) or scene.hit("complementiser", to) or scene.is_comma(to):
                return None
            issued = scene.hit("issued-by", to)
            if issued is not None and issued.data.get("own"):
                return None
            start = issued.last + 1 if issued else to
            start += 1 if start < end and scene.tokens[start].form == "#" else 0
            if start >= end:
                return None
            beside = issued is not None or (start == first and owned)
            found = scene.mentions.get(start)
            if start == first and not beside and self._object(start, found):
                return None
            if medium is not None and medium.data.get("to") and issued is None and scene.tokens[start].form[:1] == "ل":
                return None  # "برقية لفلان": whom it goes to
            if found is not None and (beside or found[0].start > scene.tokens[start].start or found[0].type != "place"):
                return found[0].entity
            hit = scene.hit("voice", start)
            if hit is not None and (beside or hit.analysis.preposition == "ل"):
                phrase = PhraseReader(scene, end, nominal=True).read(start)
                return self.identify(Phrase(phrase.first, phrase.end, hit, phrase.end)).speaker
        return None

    def _describes(self, at: int, owned: bool) -> bool:
        """Whether a word describes the document before it: بيان رسمي، البيان الختامي."""
        scene = self.scene
        if scene.hit("issued-by", at) is not None:
            return False
        if scene.hit("source-adjective", at) is not None:
            return True
        return not owned and scene.hit("voice", at) is None and definite(scene.tokens[at].form)

    def _object(self, at: int, found: tuple[Mention, int] | None) -> bool:
        """Whether what stands right after "the document" is what it speaks of: اتهم البيان إدارة الرئيس."""
        hit = self.scene.hit("voice", at)
        if found is not None:
            return found[0].start == self.scene.tokens[at].start
        return hit is not None and not hit.analysis.letters

    def dropped(self, cue: Cue) -> Turn | None:
        """The voice that a verb without a subject goes back to."""
        turn = self.history.last(cue.gender, cue.plural, cue.frame.adds)
        return carried(turn) if turn is not None else None
